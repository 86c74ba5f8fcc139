//! Long lists in pieces: what is on this page, and where the next begins

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use crate::base32;

/// One page of a list
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Page<T> {
    /// What is on it, in order
    pub items: Vec<T>,
    /// Where the next page begins, or `None` on the last
    pub next: Option<String>,
}

impl<T> Page<T> {
    /// Cuts `rows` to `limit`; where there were more, the last one kept tells `place` where the next page begins
    ///
    /// Ask the database for `limit + 1` rows: the one too many shows that there is a next page.
    pub fn cut(mut rows: Vec<T>, limit: usize, place: impl FnOnce(&T) -> Cursor) -> Self {
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = rows.last().filter(|_| more).map(|last| place(last).to_string());
        Self { items: rows, next }
    }

    /// The same page with each item changed
    pub fn map<U>(self, change: impl FnMut(T) -> U) -> Page<U> {
        Page { items: self.items.into_iter().map(change).collect(), next: self.next }
    }
}

/// A place in an ordered list: the sort fields of the last row seen
///
/// Opaque to whoever carries it, but neither secret nor signed: never put in what the reader may not see, and check
/// what comes back as any other input.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cursor(Vec<Vec<u8>>);

impl Cursor {
    /// No fields yet
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds a number
    #[must_use]
    pub fn with_int(self, value: i64) -> Self {
        self.with_bytes(&value.to_be_bytes())
    }

    /// Adds a text
    #[must_use]
    pub fn with_text(self, value: &str) -> Self {
        self.with_bytes(value.as_bytes())
    }

    /// Adds bytes, such as a `kana_sort_key`
    #[must_use]
    pub fn with_bytes(mut self, value: &[u8]) -> Self {
        self.0.push(value.to_vec());
        self
    }

    /// The number at `place`, counted from 0
    pub fn int(&self, place: usize) -> Option<i64> {
        Some(i64::from_be_bytes(self.bytes(place)?.try_into().ok()?))
    }

    /// The text at `place`
    pub fn text(&self, place: usize) -> Option<&str> {
        std::str::from_utf8(self.bytes(place)?).ok()
    }

    /// The bytes at `place`
    pub fn bytes(&self, place: usize) -> Option<&[u8]> {
        self.0.get(place).map(Vec::as_slice)
    }
}

/// Each field with its length before it, all in base 32: fit for a URL as it is
impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut all = Vec::new();
        for field in &self.0 {
            let length = u32::try_from(field.len()).map_err(|_| fmt::Error)?;
            all.extend_from_slice(&length.to_be_bytes());
            all.extend_from_slice(field);
        }
        f.write_str(&base32::encode(&all))
    }
}

/// Text that is no cursor
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a place in this list")]
pub struct CursorError;

impl FromStr for Cursor {
    type Err = CursorError;

    fn from_str(text: &str) -> Result<Self, CursorError> {
        let all = base32::decode(text).ok_or(CursorError)?;
        let mut rest = all.as_slice();
        let mut fields = Vec::new();
        while let Some((length, after)) = rest.split_first_chunk::<4>() {
            let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| CursorError)?;
            let (field, after) = after.split_at_checked(length).ok_or(CursorError)?;
            fields.push(field.to_vec());
            rest = after;
        }
        if rest.is_empty() { Ok(Self(fields)) } else { Err(CursorError) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_row_too_many_shows_that_there_is_more() {
        let place = |n: &i64| Cursor::new().with_int(*n);
        let page = Page::cut(vec![1, 2, 3], 2, place);
        assert_eq!(page.items, [1, 2]);
        let next: Cursor = page.next.expect("more").parse().expect("a cursor");
        assert_eq!(next.int(0), Some(2));
        assert_eq!(Page::cut(vec![1, 2], 2, place).next, None);
        assert_eq!(Page::cut(Vec::new(), 2, place).next, None);
        assert_eq!(Page::cut(vec![1, 2, 3], 0, place).next, None, "no place to go on from");
    }

    #[test]
    fn fields_are_read_as_what_they_are() {
        let cursor = Cursor::new().with_text("あべ").with_int(-7).with_bytes(&[0xFF]);
        assert_eq!((cursor.text(0), cursor.int(1), cursor.bytes(2)), (Some("あべ"), Some(-7), Some(&[0xFF][..])));
        assert_eq!((cursor.int(0), cursor.text(2), cursor.bytes(3)), (None, None, None));
    }

    #[test]
    fn what_is_no_cursor() {
        for text in ["0", "abc", "0000001", "000000g", "zzzzzzzzzzzzz", "../etc", "あ"] {
            assert_eq!(text.parse::<Cursor>(), Err(CursorError), "{text}");
        }
    }

    proptest! {
        #[test]
        fn comes_back(fields: Vec<Vec<u8>>) {
            let cursor = Cursor(fields);
            prop_assert_eq!(cursor.to_string().parse(), Ok(cursor));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "[0-9a-z]{0,40}") {
            let _ = text.parse::<Cursor>();
        }
    }
}
