//! Sharing on a basis in law other than the person's consent: a support conference, the council for the protection of
//! children, danger to life, body or property, a statute.
//!
//! Each names what the law asks for, one agency, categories and an end. It holds at once, and no longer than two working
//! days unless a privacy officer confirms it, who sees everything but the person. It never tells relapse to an agency with a
//! duty to report. What the person refuses stays refused; only danger goes before a refusal.

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

pub use acts::{confirm, decline, duty_changed, end, enter, live, shown, waiting};
pub use model::{Ground, Kind, LegalBasis, LegalBasisInput};
pub use store::SEALED;

pub(crate) use pages::shared;
pub(crate) use view::{Shared, cards};

/// The tables.
pub const MIGRATIONS: &[Migration] = &[Migration { id: "lawful-1", sql: include_str!("migration.sql") }];

/// What this room offers.
pub fn room() -> Room {
    let mut endpoints = api::endpoints();
    endpoints.extend(pages::endpoints());
    Room {
        name: "lawful",
        endpoints,
        words: base::words!("lawful", "words/ja.ftl", "words/en.ftl", "words/ja-simple.ftl"),
        migrations: MIGRATIONS,
    }
}

/// What is shared with an agency about a person by law for a purpose now; the table is called `law`, which no statement around it may be. `$which` is `"law.vital"` for what goes before a
/// refusal, `"NOT law.vital"` for the rest; the other arguments are SQL texts: agency, person, purpose bit, now.
#[macro_export]
macro_rules! lawful_sql {
    ($which:literal, $agency:expr, $person:expr, $purpose:expr, $now:expr) => {
        concat!(
            "COALESCE((SELECT bit_or(law.eff) FROM lawful_share law WHERE law.agency_id = ",
            $agency,
            " AND law.person_id = ",
            $person,
            " AND (law.purposes & ",
            $purpose,
            ") <> 0 AND law.from_at <= ",
            $now,
            " AND law.until_at > ",
            $now,
            " AND ",
            $which,
            "), 0)"
        )
    };
}

/// Whether anything is shared with an agency about a person by law now. Arguments are SQL texts: agency, person, now.
#[macro_export]
macro_rules! any_lawful_sql {
    ($agency:expr, $person:expr, $now:expr) => {
        concat!(
            "EXISTS (SELECT 1 FROM lawful_share law WHERE law.agency_id = ",
            $agency,
            " AND law.person_id = ",
            $person,
            " AND law.from_at <= ",
            $now,
            " AND law.until_at > ",
            $now,
            ")"
        )
    };
}
