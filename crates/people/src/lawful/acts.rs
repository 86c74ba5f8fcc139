//! Entering a basis in law, confirming it, ending it.

use base::{AgencyId, GroundId, Outcome, PersonId, Problem, Time, add_working_days};
use policy::{Act, Basis, Category, Purpose, Purposes};
use web::{Cx, Viewer};

use super::model::{LegalBasis, LegalBasisInput};
use super::store;
use crate::audit::{self, Event};
use crate::{agency, consent, person};

/// Within how many working days a privacy officer confirms it.
const CONFIRM_DAYS: i32 = 2;

/// Shares with an agency what a basis in law allows. The worker's agency must work with the person.
///
/// It holds at once: a conference meets, and danger does not wait. Unless it is confirmed it ends with the second working day.
pub fn enter(cx: &mut Cx<'_>, person: PersonId, input: &LegalBasisInput) -> Outcome<GroundId> {
    let by = cx.allow(Act::EnterLegalBasis)?;
    works_with(cx, by, person)?;
    let new = input.parse(cx.today())?;
    let to = agency::get(cx, new.to).map_err(|_| Problem::field("to", "base-field-not-a-choice"))?;
    if to.id == by.agency {
        return Err(Problem::field("to", "lawful-own-agency"));
    }
    let duty = agency::duty_to_report(cx, to.id)?;
    if duty && new.categories.has(Category::Relapse) {
        return Err(Problem::field("shows", "lawful-relapse"));
    }
    let ends = consent::end_of(new.until);
    let basis = LegalBasis {
        id: GroundId::new(cx.rng),
        person,
        agency: to.id,
        purposes: Purposes::of(&[Purpose::Support]),
        categories: new.categories,
        ground: new.ground,
        from: cx.now,
        until: ends.min(consent::end_of(add_working_days(cx.today(), CONFIRM_DAYS))),
        ends,
        entered_by_agency: by.agency,
        entered_by_worker: by.worker,
        confirmed_at: None,
        ended_at: None,
    };
    store::insert(cx.tx, &basis, policy::effective(basis.categories, false, duty))?;
    person::list_for(cx, to.id, person)?;
    audit::record(cx, event("lawful.enter", &basis))?;
    Ok(basis.id)
}

/// Confirms that the basis holds. By a privacy officer of the agency that entered it, and not by whoever did.
pub fn confirm(cx: &mut Cx<'_>, id: GroundId) -> Outcome<()> {
    let by = cx.allow(Act::ConfirmLegalBasis)?;
    let basis = waits(cx, by, id)?;
    if basis.entered_by_worker == by.worker {
        return Err(Problem::refused("lawful-own-entry"));
    }
    if !store::confirm(cx.tx, &basis, by.worker, cx.now)? {
        return Err(Problem::NotFound);
    }
    audit::record(cx, event("lawful.confirm", &basis))
}

/// Says that the basis does not hold: it ends now.
pub fn decline(cx: &mut Cx<'_>, id: GroundId) -> Outcome<()> {
    let by = cx.allow(Act::ConfirmLegalBasis)?;
    let basis = waits(cx, by, id)?;
    store::end(cx.tx, &basis, cx.now)?;
    audit::record(cx, event("lawful.decline", &basis))
}

/// Ends it, because the reason is gone or the person has agreed or objected. Only the agency that entered it may.
pub fn end(cx: &mut Cx<'_>, person: PersonId, id: GroundId) -> Outcome<()> {
    let by = cx.allow(Act::EnterLegalBasis)?;
    consent::knowing(cx, person)?;
    let basis = store::get(cx.tx, by.agency, id)?.filter(|basis| basis.person == person).ok_or(Problem::NotFound)?;
    if !store::end(cx.tx, &basis, cx.now)? {
        return Err(Problem::refused("lawful-already-over"));
    }
    audit::record(cx, event("lawful.end", &basis))
}

/// What the asking agency shares about a person by law, and what is shared with it.
pub fn shown(cx: &mut Cx<'_>, person: PersonId) -> Outcome<Vec<LegalBasis>> {
    consent::knowing(cx, person)?;
    let agency = cx.acting_agency()?;
    store::of_person(cx.tx, person, agency)
}

/// What waits for the privacy officer of the acting agency. Whom it is about is not said.
pub fn waiting(cx: &mut Cx<'_>) -> Outcome<Vec<LegalBasis>> {
    let by = cx.allow(Act::ConfirmLegalBasis)?;
    let rows = store::waiting(cx.tx, by.agency, cx.now)?;
    audit::record(cx, Event::of("lawful.list"))?;
    Ok(rows)
}

/// What is shared by law about a person with two agencies, as the policy reads it.
pub fn live(
    cx: &mut Cx<'_>,
    agencies: [AgencyId; 2],
    person: PersonId,
) -> Outcome<Vec<(AgencyId, policy::LegalBasis)>> {
    store::live(cx.tx, agencies, person, cx.now)
}

/// Works out again what is shared with an agency, after its duty to report changed.
pub fn duty_changed(cx: &mut Cx<'_>, agency: AgencyId) -> Outcome<()> {
    let duty = agency::duty_to_report(cx, agency)?;
    for basis in store::open_to(cx.tx, agency, cx.now)? {
        store::set_eff(cx.tx, &basis, policy::effective(basis.categories, false, duty))?;
    }
    Ok(())
}

/// A basis that waits for a privacy officer; one answer for a number that never was and for one of other agencies.
fn waits(cx: &mut Cx<'_>, by: Viewer, id: GroundId) -> Outcome<LegalBasis> {
    let waits = |basis: &LegalBasis, now: Time| basis.is_live(now) && basis.confirmed_at.is_none();
    store::get(cx.tx, by.agency, id)?.filter(|basis| waits(basis, cx.now)).ok_or(Problem::NotFound)
}

/// The acting agency works with the person; otherwise there is no such person for it, or it may only look.
fn works_with(cx: &mut Cx<'_>, by: Viewer, person: PersonId) -> Outcome<()> {
    if person::is_own_client(cx, by.agency, person)? {
        return Ok(());
    }
    consent::see(cx, person, Purpose::Support)?;
    Err(Problem::forbidden("person-not-own-client"))
}

fn event(act: &'static str, basis: &LegalBasis) -> Event {
    Event::of(act).about(basis.person).on(basis.id.raw()).label(basis.categories).basis(&Basis::Own)
}
