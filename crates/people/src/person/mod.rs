//! Persons: the one who recovers and each relative, every one in their own right.
//!
//! A name or an alias is enough. What is known is kept as dated entries, each under a label; what an agency
//! sees of them is decided entry by entry. An agency that works with a person has an *involvement*; one that was
//! only told has a grant. Everything here leaves as [`policy::Disclosed`].

mod acts;
pub mod api;
mod codes;
mod doubles;
mod hands;
mod input;
mod model;
mod pages;
mod seen;
mod store;
mod store_caseload;
mod store_exact;
mod store_hands;
mod view;

use std::collections::HashMap;

use base::{AgencyId, Date, Outcome, PersonId};
use db::Migration;
use policy::{Disclosed, Mask};
use web::{Cx, Room};

pub use acts::{Opened, assign, caseload, change, end, open, record_fact, register, relate, write_note};
pub use codes::{Dependence, EntryKind, LegalStatus, PrincipalIs, RelationKind, StayKind};
pub use doubles::{Double, possible_doubles};
pub(crate) use hands::worker_left;
pub use hands::{Held, Left, hand_on, in_hands, left, of_worker};
pub use model::{
    Contact, Entry, EntryInput, Fact, LegalInput, Name, NewPerson, PersonInput, Relation, RelationInput, StayInput,
};
pub use seen::{Seen, seen_by};
pub use store::SEALED;
pub(crate) use store::without_key;
pub use store_caseload::{Listed, PAGE, page};
pub(crate) use store_exact::{Known, exists, only};
pub(crate) use view::{as_told, categories};

/// The tables.
pub const MIGRATIONS: &[Migration] = &[
    Migration { id: "person-1", sql: include_str!("migration.sql") },
    Migration { id: "person-2", sql: include_str!("migration-2.sql") },
    Migration { id: "person-3", sql: include_str!("migration-3.sql") },
    Migration { id: "person-4", sql: include_str!("migration-4.sql") },
];

/// What this room offers.
pub fn room() -> Room {
    let mut endpoints = api::endpoints();
    endpoints.extend(pages::endpoints());
    Room {
        name: "person",
        endpoints,
        words: base::words!("person", "words/ja.ftl", "words/en.ftl", "words/ja-simple.ftl"),
        migrations: MIGRATIONS,
    }
}

/// Whether an agency works with a person now, as text for lists. Arguments are SQL texts: agency, person, now.
#[macro_export]
macro_rules! own_client_sql {
    ($agency:expr, $person:expr, $now:expr) => {
        concat!(
            "EXISTS (SELECT 1 FROM involvement i WHERE i.agency_id = ",
            $agency,
            " AND i.person_id = ",
            $person,
            " AND i.from_at <= ",
            $now,
            " AND i.until_at > ",
            $now,
            ")"
        )
    };
}

/// Whether an agency works with a person now.
pub fn is_own_client(cx: &mut Cx<'_>, agency: AgencyId, person: PersonId) -> Outcome<bool> {
    store::is_own_client(cx.tx, agency, person, cx.now)
}

/// The agencies that work with a person now; for telling them, never for showing.
pub(crate) fn agencies_of(cx: &mut Cx<'_>, person: PersonId) -> Outcome<Vec<AgencyId>> {
    store_exact::agencies_of(cx.tx, person, cx.now)
}

/// The agency begins to work with the person: from now on it knows them for itself.
pub fn begin_involvement(cx: &mut Cx<'_>, agency: AgencyId, person: PersonId, how: &'static str) -> Outcome<()> {
    if store::is_own_client(cx.tx, agency, person, cx.now)? {
        return Ok(());
    }
    store::begin_involvement(cx.tx, agency, person, cx.now, how)?;
    store::list_for(cx.tx, agency, person)
}

/// How an involvement begins with the yes to a hand-over, before the person has come.
const ACCEPTED: &str = "accepted";

/// The agency has said yes to a person whom it did not know: it may now write about the way there.
pub fn expect(cx: &mut Cx<'_>, agency: AgencyId, person: PersonId) -> Outcome<()> {
    begin_involvement(cx, agency, person, ACCEPTED)
}

/// The person whom the agency expected does not come after all: what began with the yes ends.
pub fn expect_no_more(cx: &mut Cx<'_>, agency: AgencyId, person: PersonId) -> Outcome<()> {
    store::end_begun(cx.tx, agency, person, cx.now, ACCEPTED)
}

/// The person has come: what began with the yes is now the agency's own work. With `lead`, it leads from now on.
pub fn welcome(cx: &mut Cx<'_>, agency: AgencyId, person: PersonId, how: &'static str, lead: bool) -> Outcome<()> {
    begin_involvement(cx, agency, person, how)?;
    store::set_how(cx.tx, agency, person, cx.now, (ACCEPTED, how))?;
    if lead { store::set_lead(cx.tx, person, agency, cx.now) } else { Ok(()) }
}

/// Takes a welcome back, after a slip: the person is only expected again.
pub fn unwelcome(cx: &mut Cx<'_>, agency: AgencyId, person: PersonId, how: &'static str, lead: bool) -> Outcome<()> {
    store::set_how(cx.tx, agency, person, cx.now, (how, ACCEPTED))?;
    match store::lead(cx.tx, person)? {
        Some((now, Some(before))) if lead && now == agency => store::set_lead(cx.tx, person, before, cx.now),
        _ => Ok(()),
    }
}

/// The agency that leads the support of a person, for the agencies that know of it for themselves: the one that
/// leads, and the one that led before.
pub fn lead(cx: &mut Cx<'_>, person: PersonId) -> Outcome<Option<AgencyId>> {
    let viewer = cx.acting_agency()?;
    let known = store::lead(cx.tx, person)?.filter(|(now, before)| *now == viewer || *before == Some(viewer));
    Ok(known.map(|(now, _)| now))
}

/// The agency ends its work with the person.
pub fn end_involvement(cx: &mut Cx<'_>, agency: AgencyId, person: PersonId) -> Outcome<()> {
    store::end_involvement(cx.tx, agency, person, cx.now)
}

/// Makes the person a candidate of an agency's list, when a grant to it has been given.
pub(crate) fn list_for(cx: &mut Cx<'_>, agency: AgencyId, person: PersonId) -> Outcome<()> {
    store::list_for(cx.tx, agency, person)
}

/// What a person is called, for whoever may know that they exist.
pub fn name(cx: &mut Cx<'_>, person: PersonId, mask: &Mask) -> Outcome<Option<Disclosed<Name>>> {
    Ok(store::name(cx.tx, person)?.and_then(|name| mask.open(name)))
}

/// What many persons are called, each for whoever may know that they exist; whom the mask does not open is left out.
///
/// A page of names costs a statement for every twenty-five.
pub fn names(cx: &mut Cx<'_>, persons: &[(PersonId, Mask)]) -> Outcome<HashMap<PersonId, Disclosed<Name>>> {
    let masks: HashMap<PersonId, Mask> = persons.iter().copied().collect();
    let ids: Vec<PersonId> = masks.iter().filter(|(_, mask)| mask.knows_of()).map(|(id, _)| *id).collect();
    let mut known = HashMap::with_capacity(ids.len());
    for some in ids.chunks(store::NAMES) {
        for (id, name) in store::names(cx.tx, some)? {
            if let Some(name) = masks.get(&id).and_then(|mask| mask.open(name)) {
                known.insert(id, name);
            }
        }
    }
    Ok(known)
}

/// An ending that is known ahead, of somebody the agency works with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// Who.
    pub person: PersonId,
    /// What ends: a stay or a legal status.
    pub kind: EntryKind,
    /// On which day.
    pub on: Date,
}

/// Stays and legal statuses of own clients that end by `until`, soonest first; read from the agency's own entries.
pub fn coming_endings(cx: &mut Cx<'_>, agency: AgencyId, until: Date) -> Outcome<Vec<Ending>> {
    let rows = store::endings(cx.tx, agency, cx.now, until)?;
    let mut endings = Vec::with_capacity(rows.len());
    for (person, kind, on) in rows {
        if is_own_client(cx, agency, person)? {
            endings.push(Ending { person, kind, on });
        }
    }
    Ok(endings)
}
