//! Who did and saw what, when, for which purpose and on which basis; never the content.
//!
//! [`record`] is called inside the transaction of the act or the view. If it cannot be written, the act does
//! not happen and nothing is sent.

mod alarm;
pub mod api;
mod export;
mod leaf;
pub mod ledger;
mod looked;
mod model;
mod pages;
mod review;
mod store;
#[cfg(test)]
mod tests;
mod view;

use std::collections::BTreeMap;

use base::{AgencyId, Outcome, PersonId, Time};
use db::Migration;
use policy::Categories;
use web::{Cx, Room};

pub use model::{Event, Looked, Seen};

/// The tables.
pub const MIGRATIONS: &[Migration] = &[
    Migration { id: "audit-1", sql: include_str!("migration.sql") },
    Migration { id: "audit-2", sql: include_str!("migration_2.sql") },
    Migration { id: "audit-3", sql: include_str!("migration_3.sql") },
    Migration { id: "audit-4", sql: include_str!("migration_4.sql") },
];

/// What this room offers.
pub fn room() -> Room {
    let mut endpoints = api::endpoints();
    endpoints.extend(export::endpoints());
    endpoints.extend(looked::endpoints());
    endpoints.extend(pages::endpoints());
    endpoints.extend(review::endpoints());
    Room {
        name: "audit",
        endpoints,
        words: base::words!("audit", "words/ja.ftl", "words/en.ftl", "words/ja-simple.ftl"),
        migrations: MIGRATIONS,
    }
}

/// Writes the event of an act or a view.
///
/// [`base::Problem::StepUpNeeded`] when the worker has opened very many persons within the hour and not lately shown who
/// they are: like every failure here, it sends nothing.
pub fn record(cx: &mut Cx<'_>, event: Event) -> Outcome<()> {
    alarm::before(cx, &event)?;
    store::insert(cx, &event)
}

/// What an agency's workers opened in emergencies since a moment: how often, and which categories, by basis.
pub(crate) fn seen_in_emergencies(
    cx: &mut Cx<'_>,
    agency: AgencyId,
    since: Time,
) -> Outcome<BTreeMap<String, (i64, Categories)>> {
    Ok(store::seen_in_emergencies(cx.tx, agency, since)?.into_iter().collect())
}

/// Who looked at a person, newest first, at most `limit`.
pub fn of_person(cx: &mut Cx<'_>, person: PersonId, limit: i64) -> Outcome<Vec<Looked>> {
    store::of_person(cx.tx, person, limit)
}

/// What the workers of an agency did, newest first, at most `limit`.
pub fn of_agency(cx: &mut Cx<'_>, agency: AgencyId, before: Time, limit: i64) -> Outcome<Vec<Looked>> {
    store::of_agency(cx.tx, agency, before, limit)
}
