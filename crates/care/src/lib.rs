//! Wing 2: handing over, and the rest of the work with one person.

use web::{Hooks, Room};

/// The rooms of this wing.
pub fn rooms() -> Vec<Room> {
    Vec::new()
}

/// What this wing tells the kit, on top of what `people` does: who the holder of a one-time link is.
pub fn hooks() -> Hooks {
    people::hooks()
}
