//! Wing 1, the side everybody sees: the directory of who offers what, to whom, and when.
//!
//! Nothing here is about a person; most of it is read without signing in.

pub mod directory;

#[cfg(test)]
use db::Migration;
use web::Room;

/// The rooms of this wing.
pub fn rooms() -> Vec<Room> {
    vec![directory::room()]
}

/// The rooms of this wing and those it builds on, as the tests open them.
#[cfg(test)]
fn all_rooms() -> Vec<Room> {
    let mut all = people::rooms();
    all.extend(rooms());
    all
}

/// The tables of [`all_rooms`].
#[cfg(test)]
fn migrations() -> Vec<Migration> {
    all_rooms().iter().flat_map(|room| room.migrations.iter().copied()).collect()
}
