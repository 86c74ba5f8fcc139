//! One event as canonical bytes: a version, then its fields in a fixed order, each with its kind and its length.
//!
//! Binary, because text has more than one spelling (JSON keys in another order, a time in another zone), and a
//! signature over one spelling says nothing about the next. Every field says where it ends, so two events that differ
//! anywhere differ in their bytes. What the fields mean, and their order, is the caller's; the version says which order.

use crate::hash::Hash;

/// One field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// Nothing is said; not the same as zero or an empty text.
    Absent,
    /// A number: an id, a bit mask, an instant in microseconds.
    Int(i64),
    /// Text, usually a code.
    Text(String),
    /// Numbers in the order in which they are given.
    Ints(Vec<i64>),
}

/// A record that was read back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Which fields there are, and in which order.
    pub version: u8,
    /// The fields.
    pub fields: Vec<Field>,
}

const ABSENT: u8 = 0;
const INT: u8 = 1;
const TEXT: u8 = 2;
const INTS: u8 = 3;

/// Writes a record field by field, without copying them first: it is done in every act.
#[derive(Clone, Debug)]
pub struct Writer(Vec<u8>);

impl Writer {
    /// Begins a record of this version.
    pub fn new(version: u8) -> Self {
        Self(vec![version])
    }

    /// A number, or that there is none.
    #[must_use]
    pub fn int(self, value: Option<i64>) -> Self {
        match value {
            Some(value) => self.field(INT, &value.to_be_bytes()),
            None => self.field(ABSENT, &[]),
        }
    }

    /// A text, or that there is none.
    #[must_use]
    pub fn text(self, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.field(TEXT, value.as_bytes()),
            None => self.field(ABSENT, &[]),
        }
    }

    /// Numbers. Where their order means nothing, sort them first.
    #[must_use]
    pub fn ints(self, values: impl IntoIterator<Item = i64>) -> Self {
        let bytes: Vec<u8> = values.into_iter().flat_map(i64::to_be_bytes).collect();
        self.field(INTS, &bytes)
    }

    fn field(mut self, kind: u8, bytes: &[u8]) -> Self {
        self.0.push(kind);
        // Eight bytes, so that no text is too long to be told from its beginning.
        self.0.extend((bytes.len() as u64).to_be_bytes());
        self.0.extend_from_slice(bytes);
        self
    }

    /// The bytes of the record.
    pub fn finish(self) -> Vec<u8> {
        self.0
    }

    /// The hash of the leaf that holds the record.
    pub fn leaf(&self) -> Hash {
        Hash::of_leaf(&self.0)
    }
}

impl Record {
    /// The bytes: what [`Writer`] writes for the same fields.
    pub fn encode(&self) -> Vec<u8> {
        let begun = Writer::new(self.version);
        let write = |writer: Writer, field: &Field| match field {
            Field::Absent => writer.int(None),
            Field::Int(value) => writer.int(Some(*value)),
            Field::Text(value) => writer.text(Some(value)),
            Field::Ints(values) => writer.ints(values.iter().copied()),
        };
        self.fields.iter().fold(begun, write).finish()
    }

    /// Reads a record back; `None` if the bytes are not one. Only what [`encode`](Self::encode) writes is taken.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let (&version, mut rest) = bytes.split_first()?;
        let mut fields = Vec::new();
        while let Some((&kind, behind)) = rest.split_first() {
            let (length, behind) = behind.split_first_chunk::<8>()?;
            let length = usize::try_from(u64::from_be_bytes(*length)).ok()?;
            let (value, behind) = behind.split_at_checked(length)?;
            fields.push(field(kind, value)?);
            rest = behind;
        }
        Some(Self { version, fields })
    }
}

fn field(kind: u8, bytes: &[u8]) -> Option<Field> {
    match kind {
        ABSENT => bytes.is_empty().then_some(Field::Absent),
        INT => bytes.try_into().ok().map(|value| Field::Int(i64::from_be_bytes(value))),
        TEXT => std::str::from_utf8(bytes).ok().map(|text| Field::Text(text.to_owned())),
        INTS => {
            let (numbers, rest) = bytes.as_chunks::<8>();
            rest.is_empty().then(|| Field::Ints(numbers.iter().map(|n| i64::from_be_bytes(*n)).collect()))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_field() -> impl Strategy<Value = Field> {
        prop_oneof![
            Just(Field::Absent),
            any::<i64>().prop_map(Field::Int),
            ".{0,12}".prop_map(Field::Text),
            prop::collection::vec(any::<i64>(), 0..4).prop_map(Field::Ints),
        ]
    }

    fn any_record() -> impl Strategy<Value = Record> {
        (0_u8..3, prop::collection::vec(any_field(), 0..6)).prop_map(|(version, fields)| Record { version, fields })
    }

    /// Fields that a careless code would confuse.
    fn near_record() -> impl Strategy<Value = Record> {
        let field = prop::sample::select(vec![
            Field::Absent,
            Field::Int(0),
            Field::Int(1),
            Field::Text(String::new()),
            Field::Text("\0".to_owned()),
            Field::Text("\0\0\0\0\0\0\0\0".to_owned()),
            Field::Ints(vec![]),
            Field::Ints(vec![0]),
            Field::Ints(vec![0, 0]),
        ]);
        (0_u8..2, prop::collection::vec(field, 0..4)).prop_map(|(version, fields)| Record { version, fields })
    }

    #[test]
    fn the_bytes_of_a_record_stay_as_they_are() {
        let bytes = Writer::new(1).int(Some(-2)).text(Some("a")).text(None).ints([7]).finish();
        let want = [
            &[1_u8][..],
            &[1, 0, 0, 0, 0, 0, 0, 0, 8, 255, 255, 255, 255, 255, 255, 255, 254],
            &[2, 0, 0, 0, 0, 0, 0, 0, 1, b'a'],
            &[0, 0, 0, 0, 0, 0, 0, 0, 0],
            &[3, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 7],
        ];
        assert_eq!(bytes, want.concat());
    }

    #[test]
    fn a_length_beyond_the_bytes_is_no_record() {
        let mut bytes = Writer::new(1).text(Some("abc")).finish();
        assert!(Record::decode(&bytes[..bytes.len() - 1]).is_none());
        bytes[2..10].fill(255);
        assert!(Record::decode(&bytes).is_none());
        assert!(Record::decode(&[]).is_none());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn a_record_comes_back(record in any_record()) {
            prop_assert_eq!(Record::decode(&record.encode()), Some(record));
        }

        #[test]
        fn records_that_differ_differ_in_their_bytes(one in near_record(), other in near_record()) {
            prop_assert_eq!(one == other, one.encode() == other.encode());
        }

        #[test]
        fn only_canonical_bytes_are_read(bytes in prop::collection::vec(0_u8..4, 0..40)) {
            if let Some(record) = Record::decode(&bytes) {
                prop_assert_eq!(record.encode(), bytes);
            }
        }
    }
}
