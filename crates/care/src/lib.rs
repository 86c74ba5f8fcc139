//! Wing 2: handing over, and the rest of the work with one person.

pub mod referral;
pub mod testing;

use people::vault::Column;
use web::{Hooks, Room};

/// The rooms of this wing.
pub fn rooms() -> Vec<Room> {
    vec![referral::room()]
}

/// The columns of this wing whose texts are sealed under the key of a person.
pub fn sealed() -> Vec<Column> {
    referral::SEALED.to_vec()
}

/// What this wing tells the kit, on top of what `people` does: who the holder of a one-time link is.
pub fn hooks() -> Hooks {
    Hooks { resolve: referral::resolve_link, ..people::hooks() }
}
