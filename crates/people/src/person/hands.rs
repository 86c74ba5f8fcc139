//! Whom a worker looks after, and handing them on when the worker goes.
//!
//! A worker may leave from one day to the next. The persons in their hands stay the agency's; until somebody takes
//! them over, the list of persons says so to everybody who may see it.

use base::{AgencyId, Cursor, Outcome, Page, PersonId, Problem, WorkerId};
use policy::{Act, Basis, Disclosed, Label, Purpose};
use web::Cx;

use super::model::Name;
use super::store_hands as store;
use crate::agency;
use crate::audit::{self, Event};

/// Somebody in a worker's hands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Who.
    pub person: PersonId,
    /// What they are called.
    pub name: Name,
    pub(super) sort_key: Vec<u8>,
}

/// A worker who went while persons were in their hands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Who.
    pub worker: WorkerId,
    /// Their name.
    pub name: String,
    /// How many persons are still to be handed on.
    pub persons: i64,
}

/// How many persons are in a worker's hands at an agency; a number, for those who see no person.
pub fn in_hands(cx: &mut Cx<'_>, agency: AgencyId, worker: WorkerId) -> Outcome<i64> {
    store::count(cx.tx, agency, worker, cx.now)
}

/// A worker goes from an agency: whoever is in their hands there is to be handed on.
pub(crate) fn worker_left(cx: &mut Cx<'_>, agency: AgencyId, worker: WorkerId) -> Outcome<()> {
    if in_hands(cx, agency, worker)? > 0 { store::keep_left(cx.tx, agency, worker, cx.now) } else { Ok(()) }
}

/// The workers who went from the own agency and whose persons are still to be handed on.
pub fn left(cx: &mut Cx<'_>) -> Outcome<Vec<Left>> {
    let by = cx.allow(Act::SeeCaseload)?;
    let mut gone = Vec::new();
    for (worker, persons) in store::left(cx.tx, by.agency, cx.now)? {
        // Whoever came back goes on with their own work.
        if agency::roles_at(cx.tx, worker, by.agency, cx.now)?.is_none() {
            gone.push(Left { worker, name: agency::worker_name(cx, worker)?, persons });
        }
    }
    Ok(gone)
}

/// One page of the persons in the hands of a worker of the own agency.
pub fn of_worker(cx: &mut Cx<'_>, worker: WorkerId, after: Option<&Cursor>) -> Outcome<Page<Disclosed<Held>>> {
    let by = cx.allow(Act::SeeCaseload)?;
    let page = store::page(cx.tx, by.agency, worker, cx.now, after)?;
    let event = Event::of("person.list")
        .about_all(page.items.iter().map(|held| held.person))
        .purpose(Purpose::Support)
        .basis(&Basis::Own)
        .label(Label::EXISTENCE.categories());
    audit::record(cx, event)?;
    Ok(page)
}

/// Hands everybody in one worker's hands on to another worker of the own agency.
pub fn hand_on(cx: &mut Cx<'_>, from: WorkerId, to: WorkerId) -> Outcome<()> {
    let by = cx.allow(Act::EditPerson)?;
    if from == to || agency::roles_at(cx.tx, to, by.agency, cx.now)?.is_none() {
        return Err(Problem::field("worker", "base-field-not-a-choice"));
    }
    let persons = store::all(cx.tx, by.agency, from, cx.now)?;
    if persons.is_empty() {
        return Err(Problem::refused("person-hands-empty"));
    }
    store::hand_on(cx.tx, by.agency, from, to, cx.now)?;
    audit::record(cx, Event::of("person.hand_on").about_all(persons).on(to.raw()).basis(&Basis::Own))
}
