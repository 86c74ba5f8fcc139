//! What happened cannot be bent unseen: records become leaves of a tree, the tree's head is signed and shown to
//! witnesses, and whoever holds the rows can find out whether they are still the ones that were signed.
//!
//! Nothing here does input or output, knows the time or draws randomness, and nothing knows what a record says: to this
//! crate it is bytes. Sources of the forms: RFC 6962 (tree and proofs), RFC 8032 (signatures), C2SP `signed-note`,
//! `tlog-checkpoint`, `tlog-cosignature` and `tlog-witness` (what is signed, and how a witness is asked).
//!
//! | | |
//! |---|---|
//! | [`record`] | one event as canonical bytes |
//! | [`tree`], [`proof`] | the tree over all of them; that one is in it; that it only grew |
//! | [`note`], [`checkpoint`] | a signed text; the head of the tree as one |
//! | [`witness`] | who remembers the head elsewhere, and signs it too |
//! | [`check`] | are the rows still what was signed, and if not, where |

pub mod check;
pub mod checkpoint;
mod code;
pub mod hash;
pub mod key;
pub mod note;
pub mod proof;
pub mod record;
pub mod tree;
pub mod witness;

pub use check::{Bent, Check, Known, Report, Row};
pub use checkpoint::Checkpoint;
pub use hash::Hash;
pub use key::{Signer, Verifier};
pub use note::Note;
pub use record::Record;
pub use tree::Edge;
