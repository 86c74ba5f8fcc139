//! Walls between two persons: after violence, in a conflict, by order of a court.
//!
//! Whoever works with one of the two sees neither where the other is nor how to reach them, and not that the two belong
//! together: not in entries of the own agency, not in a list, a count, a letter or a link, whatever was granted. The wall
//! holds in both directions, and only the agency that put it up is told that it stands.
//!
//! [`barred_sql!`] is what a wall denies an agency, as text, for every statement that decides about a person.

mod acts;
pub mod api;
mod model;
mod pages;
mod store;
#[cfg(test)]
mod tests;
mod view;

use db::Migration;
use web::Room;

pub use acts::{end, end_by_number, separate, separate_by_number, shown};
pub use model::{Basis, ByNumberInput, Separation, SeparationInput};

/// The tables.
pub const MIGRATIONS: &[Migration] = &[Migration { id: "separation-1", sql: include_str!("migration.sql") }];

/// What this room offers.
pub fn room() -> Room {
    let mut endpoints = api::endpoints();
    endpoints.extend(pages::endpoints());
    Room {
        name: "separation",
        endpoints,
        words: base::words!("separation", "words/ja.ftl", "words/en.ftl", "words/ja-simple.ftl"),
        migrations: MIGRATIONS,
    }
}

/// What came out of [`barred_sql!`], as `policy::Mask::for_row` takes it. What does not fit hides everything.
pub fn denied(bits: i64) -> u16 {
    u16::try_from(bits).unwrap_or(u16::MAX)
}

/// `deny` of the policy's list predicate: what walls hide of a person from an agency, because it works with the other
/// one now. Arguments are SQL texts: agency, person, now.
///
/// The bit of existence is never among it: the table refuses it.
#[macro_export]
macro_rules! barred_sql {
    ($agency:expr, $person:expr, $now:expr) => {
        concat!(
            "(COALESCE((SELECT bit_or(wa.cats) FROM separation wa WHERE wa.person_a = ",
            $person,
            " AND wa.from_at <= ",
            $now,
            " AND wa.until_at > ",
            $now,
            " AND ",
            $crate::own_client_sql!($agency, "wa.person_b", $now),
            "), 0) | COALESCE((SELECT bit_or(wb.cats) FROM separation wb WHERE wb.person_b = ",
            $person,
            " AND wb.from_at <= ",
            $now,
            " AND wb.until_at > ",
            $now,
            " AND ",
            $crate::own_client_sql!($agency, "wb.person_a", $now),
            "), 0))"
        )
    };
}

/// Whether a wall stands between two persons and the agency works with one of them, so that it may not see that they
/// belong together. Arguments are SQL texts: agency, one person, the other (may be null), now.
#[macro_export]
macro_rules! walled_off_sql {
    ($agency:expr, $one:expr, $other:expr, $now:expr) => {
        concat!(
            "EXISTS (SELECT 1 FROM separation w WHERE w.from_at <= ",
            $now,
            " AND w.until_at > ",
            $now,
            " AND ((w.person_a = ",
            $one,
            " AND w.person_b = ",
            $other,
            ") OR (w.person_a = ",
            $other,
            " AND w.person_b = ",
            $one,
            ")) AND (",
            $crate::own_client_sql!($agency, $one, $now),
            " OR ",
            $crate::own_client_sql!($agency, $other, $now),
            "))"
        )
    };
}
