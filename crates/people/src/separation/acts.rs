//! Putting a wall up and taking it down.

use base::{Outcome, PersonId, Problem, SeparationId, Time};
use policy::{Act, Basis, Categories, Purpose};
use web::{Cx, Viewer};

use super::model::{ByNumberInput, NewSeparation, Separation, SeparationInput};
use super::store;
use crate::audit::{self, Event};
use crate::{agency, consent, person};

/// Puts a wall between a person and somebody else. The worker's agency must work with the person.
///
/// Any number is taken for the other one, and the answer is the same whether anybody has it: to be known is a disclosure.
pub fn separate(cx: &mut Cx<'_>, person: PersonId, input: &SeparationInput) -> Outcome<SeparationId> {
    let by = cx.allow(Act::Separate)?;
    protects(cx, by, person)?;
    let new = input.parse(person, cx.today())?;
    keep(cx, by, person, new)
}

/// Puts a wall up by the numbers of both persons, for a role that sees no person: nothing of either is shown.
///
/// One answer for a number of nobody, and for one with whom the officer's agency does not work.
pub fn separate_by_number(cx: &mut Cx<'_>, input: &ByNumberInput) -> Outcome<SeparationId> {
    let by = cx.allow(Act::SeparateByNumber)?;
    let unknown = || Problem::field("person", "separation-person-unknown");
    let person: PersonId = input.person.trim().parse().map_err(|_| unknown())?;
    if !person::is_own_client(cx, by.agency, person)? {
        return Err(unknown());
    }
    let new = input.wall.parse(person, cx.today())?;
    keep(cx, by, person, new)
}

fn keep(cx: &mut Cx<'_>, by: Viewer, person: PersonId, new: NewSeparation) -> Outcome<SeparationId> {
    let until = new.until.map_or(Time::from_micros(agency::FOREVER), |day| Time::at_jst(day.plus_days(1), 0, 0));
    let id = SeparationId::new(cx.rng);
    let wall = Separation { id, person, other: new.other, basis: new.basis, from: cx.now, until };
    store::insert(cx.tx, &wall, by)?;
    // About the protected one alone: whoever reads what happened around the other must not find it.
    audit::record(cx, event("separation.set", &wall))?;
    Ok(id)
}

/// Takes a wall down. Only the agency that put it up may, as long as it works with the person.
pub fn end(cx: &mut Cx<'_>, person: PersonId, id: SeparationId) -> Outcome<()> {
    let by = cx.allow(Act::EndSeparation)?;
    protects(cx, by, person)?;
    let wall = store::standing(cx.tx, by.agency, id, cx.now)?.filter(|wall| wall.person == person);
    take_down(cx, by, &wall.ok_or(Problem::NotFound)?)
}

/// Takes a wall down by its number, for a role that sees no person.
///
/// One answer for a number that never was, one of other agencies and one that is over.
pub fn end_by_number(cx: &mut Cx<'_>, number: &str) -> Outcome<()> {
    let by = cx.allow(Act::SeparateByNumber)?;
    let unknown = || Problem::field("number", "separation-number-unknown");
    let id: SeparationId = number.trim().parse().map_err(|_| unknown())?;
    let wall = store::standing(cx.tx, by.agency, id, cx.now)?.ok_or_else(unknown)?;
    take_down(cx, by, &wall)
}

fn take_down(cx: &mut Cx<'_>, by: Viewer, wall: &Separation) -> Outcome<()> {
    store::end(cx.tx, wall.id, by.worker, cx.now)?;
    audit::record(cx, event("separation.end", wall))
}

/// The walls that stand for the protection of a person and that the asking agency has put up.
///
/// Nobody else is shown that there is one: not the other agencies of the person, which may work with both, and never
/// those of the other one.
pub fn shown(cx: &mut Cx<'_>, person: PersonId) -> Outcome<Vec<Separation>> {
    let by = cx.allow(Act::Separate)?;
    protects(cx, by, person)?;
    let walls = store::of_person(cx.tx, by.agency, person, cx.now)?;
    audit::record(cx, Event::of("separation.list").about(person).basis(&Basis::Own))?;
    Ok(walls)
}

/// Whether a number is that of a wall which the acting agency has put up and which stands.
pub(super) fn is_standing(cx: &mut Cx<'_>, id: SeparationId) -> Outcome<bool> {
    let agency = cx.acting_agency()?;
    Ok(store::standing(cx.tx, agency, id, cx.now)?.is_some())
}

fn event(act: &'static str, wall: &Separation) -> Event {
    Event::of(act).about(wall.person).on(wall.id.raw()).basis(&Basis::Own).label(Categories::SEPARATION)
}

/// The acting agency works with the person; otherwise there is no such person for it, or it may only look.
fn protects(cx: &mut Cx<'_>, by: Viewer, person: PersonId) -> Outcome<()> {
    if person::is_own_client(cx, by.agency, person)? {
        return Ok(());
    }
    consent::see(cx, person, Purpose::Support)?;
    Err(Problem::forbidden("person-not-own-client"))
}
