//! Opening sealed texts while rows are read.

use std::cell::RefCell;
use std::sync::Arc;

use base::{Outcome, Problem};
use db::{Row, Tx};
use seal::{DataKey, Master, Place, Wrong, is_sealed};

/// Opens what is sealed, within one transaction. It remembers the last person's key, for rows come person by person.
#[derive(Debug)]
pub struct Opener {
    master: Arc<Master>,
    last: RefCell<Option<(Vec<u8>, DataKey)>>,
}

impl Opener {
    /// For a transaction; `Internal` if the database was opened without its key.
    pub fn of(tx: &Tx) -> Outcome<Self> {
        Ok(Self { master: tx.master()?, last: RefCell::default() })
    }

    /// The key that stands wrapped in a column of the row; it is unwrapped when the first text needs it.
    pub fn row(&self, row: &Row<'_>, column: usize) -> Outcome<RowKey<'_>> {
        Ok(RowKey { opener: self, wrapped: row.get(column)? })
    }

    /// Unwraps a key. `Unavailable` if it was wrapped under another master key: the key was changed meanwhile.
    pub(super) fn key(&self, wrapped: &[u8]) -> Outcome<DataKey> {
        if let Some((known, key)) = &*self.last.borrow()
            && known == wrapped
        {
            return Ok(key.clone());
        }
        let key = self.master.unwrap(wrapped).map_err(|wrong| match wrong {
            Wrong::OtherKey(other) => {
                tracing::error!(have = %self.master.id(), need = %other, "the seal key does not fit any more");
                Problem::Unavailable
            }
            Wrong::Bent => Problem::internal("the key of a person does not open"),
        })?;
        self.last.replace(Some((wrapped.to_vec(), key.clone())));
        Ok(key)
    }
}

/// The key for the texts of one row.
#[derive(Debug)]
pub struct RowKey<'a> {
    opener: &'a Opener,
    wrapped: Option<Vec<u8>>,
}

impl RowKey<'_> {
    /// Opens a text that was sealed for a place. `Internal` if it stands open, or is not what was sealed there.
    pub fn open(&self, place: &Place, text: &str) -> Outcome<String> {
        if !is_sealed(text) {
            return Err(Problem::internal("a text about a person stands open in the database"));
        }
        let wrapped = self.wrapped.as_deref().ok_or_else(|| Problem::internal("there is no key for this person"))?;
        let opened = self.opener.key(wrapped)?.open(place, text);
        opened.ok_or_else(|| Problem::internal("a sealed text does not open in its place"))
    }

    /// The same where there may be none.
    pub fn open_opt(&self, place: &Place, text: Option<String>) -> Outcome<Option<String>> {
        text.map(|text| self.open(place, &text)).transpose()
    }
}
