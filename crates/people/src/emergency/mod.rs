//! The emergency look (break-glass): one worker looks at one person without consent, because somebody's life or safety
//! hangs on it.
//!
//! It is asked for by saying exactly who is meant, and whoever is not found so, or may not be, looks like nobody. It opens
//! the person's own page for at most an hour and nothing else, never what `policy` keeps shut. The agencies that work
//! with the person are told at once, the person reads it under "who looked", and the privacy officer has to say within two
//! working days whether it was right.
//!
//! [`glass_join_sql!`] brings a worker's open look into the one statement that decides about a person.

mod acts;
pub mod api;
mod model;
mod pages;
mod review;
mod store;
#[cfg(test)]
mod tests;
mod view;

use std::collections::BTreeMap;

use base::{Outcome, PersonId};
use db::Migration;
use web::{Cx, Room};

pub use acts::{end, open};
pub use model::{Emergency, EmergencyInput, Finding, LONGEST_MINUTES, Live, Opened, Reason};
pub use review::{delay, found, waiting, waiting_n};
pub use store::SEALED;
pub(crate) use view::open_now;

/// The tables.
pub const MIGRATIONS: &[Migration] = &[Migration { id: "emergency-1", sql: include_str!("migration.sql") }];

/// What this room offers.
pub fn room() -> Room {
    let mut endpoints = api::endpoints();
    endpoints.extend(pages::endpoints());
    Room {
        name: "emergency",
        endpoints,
        words: base::words!("emergency", "words/ja.ftl", "words/en.ftl", "words/ja-simple.ftl"),
        migrations: MIGRATIONS,
    }
}

/// The open look of a worker at a person, as table `b`, for the statement that decides. Arguments are SQL texts: worker (may
/// be null), agency, person, now.
#[macro_export]
macro_rules! glass_join_sql {
    ($worker:expr, $agency:expr, $person:expr, $now:expr) => {
        concat!(
            "LEFT JOIN break_glass b ON b.id = (SELECT max(x.id) FROM break_glass x WHERE x.worker_id = ",
            $worker,
            " AND x.agency_id = ",
            $agency,
            " AND x.person_id = ",
            $person,
            " AND x.from_at <= ",
            $now,
            " AND x.until_at > ",
            $now,
            ")"
        )
    };
}

/// Whether the person is not to be told yet of a look on this basis. Arguments are SQL texts: person, basis, now.
#[macro_export]
macro_rules! untold_sql {
    ($person:expr, $basis:expr, $now:expr) => {
        concat!(
            "EXISTS (SELECT 1 FROM break_glass y WHERE y.person_id = ",
            $person,
            " AND y.tell_at > ",
            $now,
            " AND 'break-glass:' || CAST(y.id AS TEXT) = ",
            $basis,
            ")"
        )
    };
}

/// The open look of the worker who asks at a person.
pub(crate) fn live(cx: &mut Cx<'_>, person: PersonId) -> Outcome<Option<Live>> {
    let by = cx.viewer()?;
    store::live(cx.tx, by, person, cx.now)
}

/// Why there were emergency looks at a person, by the basis that stands in the trail.
pub(crate) fn reasons(cx: &mut Cx<'_>, person: PersonId) -> Outcome<BTreeMap<String, Reason>> {
    let all = store::reasons(cx.tx, person)?;
    Ok(all.into_iter().map(|(id, reason)| (basis(id), reason)).collect())
}

/// The basis of a look as it stands in the trail.
fn basis(id: base::GlassId) -> String {
    format!("break-glass:{}", id.raw())
}
