//! Where a sealed text stands: table, column, row.

/// The place of a sealed text. A text sealed for one place opens at no other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place(Vec<u8>);

impl Place {
    /// A column, as `table.column`.
    pub fn column(name: &str) -> Self {
        let mut place = Self(Vec::with_capacity(64));
        place.part(b'c', name.as_bytes());
        place
    }

    /// In the row with this number; several make up the row's key, in their order.
    #[must_use]
    pub fn at(mut self, number: i64) -> Self {
        self.part(b'n', &number.to_be_bytes());
        self
    }

    /// In the row with this code.
    #[must_use]
    pub fn under(mut self, code: &str) -> Self {
        self.part(b't', code.as_bytes());
        self
    }

    /// The place as bytes; no two places have the same.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    fn part(&mut self, kind: u8, bytes: &[u8]) {
        self.0.push(kind);
        self.0.extend_from_slice(&(bytes.len() as u64).to_be_bytes());
        self.0.extend_from_slice(bytes);
    }
}
