//! What is written about a person is readable only with their key.
//!
//! Stores seal in the function that writes and open in the closure that reads; nobody else meets a sealed text. A row
//! brings its person's wrapped key along ([`key_sql!`]), so reading costs no statement of its own, on a page of one as
//! on a list of many. The master key comes with the database (`db::Db::give_key`). A text that stands open where it should
//! be sealed is a fault, never shown.
//!
//! Each room names its sealed columns ([`Column`]); what existing databases hold of them is sealed once, at the start.
//! Why so, and what stays readable: `docs/decisions/0026-sealed-under-a-key-of-the-person.md`.

mod columns;
mod opener;
mod start;
mod store;
#[cfg(test)]
mod tests;

use base::{Outcome, PersonId, Problem, Random};
use db::{Migration, Tx};
use seal::{DataKey, Place};
use web::{Cx, Room};

pub use columns::{Column, Part};
pub use opener::{Opener, RowKey};
pub use start::{BATCH, fits, make_keys, needed, rewrap, seal_column, standing_open};

/// The tables.
pub const MIGRATIONS: &[Migration] = &[Migration { id: "vault-1", sql: include_str!("migration.sql") }];

/// What this room offers: keys, and no page.
pub fn room() -> Room {
    Room { name: "vault", endpoints: Vec::new(), words: base::words!("vault"), migrations: MIGRATIONS }
}

/// The wrapped key of a person, as a column of any statement. The argument is SQL text: the person's id.
#[macro_export]
macro_rules! key_sql {
    ($person:expr) => {
        concat!("(SELECT pk.wrapped FROM person_key pk WHERE pk.whose = ", $person, ")")
    };
}

/// Draws a key for a person who has none yet.
pub fn new_key(cx: &mut Cx<'_>, person: PersonId) -> Outcome<()> {
    let key = draw(cx.rng);
    let wrapped = cx.tx.master()?.wrap(&key, person.raw());
    store::insert(cx.tx, person, &wrapped)
}

fn draw(random: &dyn Random) -> DataKey {
    let mut bytes = [0; DataKey::LENGTH];
    random.fill(&mut bytes);
    DataKey::new(bytes)
}

/// Seals what is written about one person.
#[derive(Debug)]
pub struct Writer(DataKey);

impl Writer {
    /// For a person.
    pub fn of(tx: &mut Tx, person: PersonId) -> Outcome<Self> {
        let wrapped = store::wrapped(tx, person)?;
        Self::with(tx, wrapped.as_deref())
    }

    /// With a wrapped key that a statement brought along ([`key_sql!`]).
    pub fn with(tx: &Tx, wrapped: Option<&[u8]>) -> Outcome<Self> {
        let wrapped = wrapped.ok_or_else(|| Problem::internal("there is no key for this person"))?;
        Opener::of(tx)?.key(wrapped).map(Self)
    }

    /// Seals a text for a place.
    pub fn seal(&self, place: &Place, text: &str) -> String {
        self.0.seal(place, text)
    }

    /// The same where there may be none.
    pub fn seal_opt(&self, place: &Place, text: Option<&str>) -> Option<String> {
        text.map(|text| self.seal(place, text))
    }
}
