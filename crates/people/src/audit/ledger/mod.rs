//! The trail as a tree: every event gets a number and a place, the tree's head is signed, witnesses sign it too, and
//! anybody who holds the rows and the public key can check them ([`verify`]).
//!
//! An act only notes the hash of its leaf beside its event ([`wait`]); giving out numbers inside acts would make all of
//! them wait for each other on PostgreSQL. One sequencer numbers what has been committed ([`enter`]) and signs
//! ([`sign`]). What that leaves open for a second, and what it does not, is
//! `docs/decisions/0018-audit-rows-are-numbered-afterwards.md`.

mod keep;
mod store;
#[cfg(test)]
mod tests;
mod verify;

use base::{Outcome, PersonId, Time};
use db::Tx;
use web::Cx;

use super::leaf::Kept;

pub use keep::{answered, asked_again, enter, has_work, open, sign, to_witness};
pub use verify::{Asked, Found, key_of, verify};

/// When the trail was last signed.
pub fn signed_at(cx: &mut Cx<'_>) -> Outcome<Option<Time>> {
    Ok(store::newest_head(cx.tx)?.map(|head| head.at))
}

/// Notes the leaf of an event that was just written, in the transaction that wrote it.
pub(super) fn wait(tx: &mut Tx, event: &Kept, persons: &[PersonId]) -> Outcome<()> {
    store::wait(tx, event.at, event.id, event.leaf(persons))
}
