//! Wing 2: handing over, and the rest of the work with one person.

pub mod referral;
pub mod testing;

use web::{Hooks, Room};

/// The rooms of this wing.
pub fn rooms() -> Vec<Room> {
    vec![referral::room()]
}

/// What this wing tells the kit, on top of what `people` does: who the holder of a one-time link is.
pub fn hooks() -> Hooks {
    Hooks { resolve: referral::resolve_link, ..people::hooks() }
}
