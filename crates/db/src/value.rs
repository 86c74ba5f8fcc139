//! What goes into a statement: typed values, so that a null has a type too.

use std::borrow::Cow;

use base::{
    AgencyId, Date, EntryId, EventId, FollowUpId, GlassId, GrantId, GroundId, LegId, LinkId, NoticeId, OfferId,
    OfficeId, PasskeyId, PersonId, QuestionId, ReferralId, RefusalId, SeparationId, ServiceId, SessionId, SuggestionId,
    Time, WorkerId,
};

/// One parameter of a statement, `None` inside being SQL's null.
///
/// There are as many kinds as both engines share. An instant is an `Int` of microseconds, a calendar date
/// the `Text` of its ISO form, an id an `Int`: then both engines sort and compare them alike.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// For `BIGINT` columns: numbers, ids and instants
    Int(Option<i64>),
    /// For `TEXT` columns: text and calendar dates
    Text(Option<String>),
    /// For `BOOLEAN` columns
    Bool(Option<bool>),
    /// For `DOUBLE PRECISION` columns
    Real(Option<f64>),
    /// For `BYTEA` columns: sort keys, sealed text, digests
    Bytes(Option<Vec<u8>>),
}

impl Value {
    /// Why neither engine may be given this value: PostgreSQL refuses the first, and SQLite would turn the second into a null
    pub(crate) fn flaw(&self) -> Option<&'static str> {
        match self {
            Self::Text(Some(text)) if text.contains('\0') => Some("a text holds the character NUL"),
            Self::Real(Some(x)) if x.is_nan() => Some("a double is not a number"),
            _ => None,
        }
    }
}

/// The parameters of a statement, in the order of `$1`, `$2`, …: `&v![id, now, name]`
#[macro_export]
macro_rules! v {
    () => { [] as [$crate::Value; 0] };
    ($($value:expr),+ $(,)?) => { [$($crate::Value::from($value)),+] };
}

/// Says how a type becomes a [`Value`], and its `Option` with it.
macro_rules! into_value {
    ($($type:ty => $kind:ident, |$it:ident| $make:expr;)+) => { $(
        impl From<$type> for Value {
            fn from($it: $type) -> Self {
                Self::$kind(Some($make))
            }
        }
        impl From<Option<$type>> for Value {
            fn from(value: Option<$type>) -> Self {
                Self::$kind(value.map(|$it| $make))
            }
        }
    )+ };
}

into_value! {
    i64 => Int, |it| it;
    i32 => Int, |it| i64::from(it);
    i16 => Int, |it| i64::from(it);
    u32 => Int, |it| i64::from(it);
    u16 => Int, |it| i64::from(it);
    u8 => Int, |it| i64::from(it);
    Time => Int, |it| it.micros();
    String => Text, |it| it;
    &str => Text, |it| it.to_owned();
    &String => Text, |it| it.clone();
    Cow<'_, str> => Text, |it| it.into_owned();
    Date => Text, |it| it.to_string();
    bool => Bool, |it| it;
    f64 => Real, |it| it;
    Vec<u8> => Bytes, |it| it;
    &[u8] => Bytes, |it| it.to_vec();
    &Vec<u8> => Bytes, |it| it.clone();
}

impl<const N: usize> From<[u8; N]> for Value {
    fn from(it: [u8; N]) -> Self {
        Self::Bytes(Some(it.to_vec()))
    }
}

impl<T: Clone + Into<Self>> From<&Option<T>> for Value
where
    Self: From<Option<T>>,
{
    fn from(it: &Option<T>) -> Self {
        it.clone().into()
    }
}

/// Lets id types pass into statements and out of rows; for ids that `base::ids!` makes
#[macro_export]
macro_rules! id_columns {
    ($($id:ident)+) => { $(
        impl From<$id> for $crate::Value {
            fn from(id: $id) -> Self {
                Self::Int(Some(id.raw()))
            }
        }
        impl From<Option<$id>> for $crate::Value {
            fn from(id: Option<$id>) -> Self {
                Self::Int(id.map($id::raw))
            }
        }
        impl $crate::FromCell for $id {
            fn from_cell(cell: $crate::Cell<'_>) -> Result<Self, $crate::CellMismatch> {
                <i64 as $crate::FromCell>::from_cell(cell).map($id::from_raw)
            }
        }
    )+ };
}

base::for_each_id!(id_columns);
