//! Taking down what a person allows, revokes and forbids.

use base::{AgencyId, Date, GrantId, Outcome, PersonId, Problem, RefusalId, Time};
use policy::{Act, Basis, Categories, Category};
use web::Cx;

use super::model::{ConsentInput, GrantRow, RefusalInput, RefusalRow};
use super::naming::{self, Naming};
use super::store;
use super::wording::TEXT_VERSION;
use crate::audit::{self, Event};
use crate::person;
use crate::{agency, lawful};

/// Keeps what a person allows.
///
/// The worker must know the person; the receiving agency must exist. What the grant comes to is worked out
/// from the receiver's duty to report as it is now, and anew whenever that changes.
pub fn grant(cx: &mut Cx<'_>, person: PersonId, input: &ConsentInput) -> Outcome<GrantId> {
    let by = cx.allow(Act::TakeConsent)?;
    super::knowing(cx, person)?;
    let new = input.parse(cx.today())?;
    let to = agency::get(cx, new.to).map_err(|_| Problem::field("to", "base-field-not-a-choice"))?;
    let duty = agency::duty_to_report(cx, to.id)?;
    if new.relapse_named {
        naming::check(cx, to.id, duty, new.outside.as_ref())?;
    }
    let row = GrantRow {
        id: GrantId::new(cx.rng),
        person,
        agency: to.id,
        purposes: new.purposes,
        categories: new.categories,
        relapse_named: new.relapse_named,
        from: cx.now,
        until: end_of(new.until),
        how: new.how,
        witness: new.witness,
        taken_by_agency: by.agency,
        taken_by_worker: by.worker,
        taken_at: cx.now,
        revoked_at: None,
        version: 1,
        text_version: TEXT_VERSION.to_owned(),
        naming: Naming::given(new.outside, cx.now),
    };
    store::insert(cx.tx, &row, compiled(&row, duty))?;
    person::list_for(cx, to.id, person)?;
    let event = Event::of("consent.grant").about(person).on(row.id.raw()).label(row.categories).basis(&Basis::Own);
    audit::record(cx, event)?;
    Ok(row.id)
}

/// Ends a grant now, because the person says so. Effective at the next request of anybody.
pub fn revoke(cx: &mut Cx<'_>, person: PersonId, id: GrantId) -> Outcome<()> {
    cx.allow(Act::RevokeConsent)?;
    let grant = shown(cx, person, id)?;
    if !store::revoke(cx.tx, person, id, cx.now)? {
        return Err(Problem::refused("consent-already-over"));
    }
    let event = Event::of("consent.revoke").about(person).on(id.raw()).label(grant.categories).basis(&Basis::Own);
    audit::record(cx, event)
}

/// Takes back that relapse may be told, and nothing else of the grant. Effective at the next request of anybody.
///
/// Like [`revoke`] it can be told to the agency that took the consent and, once relapse is told to it, to the one it was
/// given to.
pub fn take_back_relapse(cx: &mut Cx<'_>, person: PersonId, id: GrantId) -> Outcome<()> {
    cx.allow(Act::RevokeConsent)?;
    let grant = shown(cx, person, id)?;
    naming::can_be_taken_back(&grant, cx.now)?;
    store::take_back_relapse(cx.tx, &grant, cx.now)?;
    let event = Event::of("consent.take_back_relapse").about(person).on(id.raw());
    audit::record(cx, event.label(Category::Relapse.into()).basis(&Basis::Own))
}

/// Ends a grant by the number on the person's sheet, for a role that sees no person: nothing of the grant is shown.
///
/// One answer for a number that never was, one of other agencies and one that is over.
pub fn revoke_by_number(cx: &mut Cx<'_>, number: &str) -> Outcome<()> {
    let by = cx.allow(Act::RevokeByNumber)?;
    let unknown = || Problem::field("number", "consent-number-unknown");
    let id: GrantId = number.trim().parse().map_err(|_| unknown())?;
    let grant = store::by_number(cx.tx, id)?.filter(|grant| may_know(grant, by.agency)).ok_or_else(unknown)?;
    if !store::revoke(cx.tx, grant.person, id, cx.now)? {
        return Err(unknown());
    }
    audit::record(cx, Event::of("consent.revoke").about(grant.person).on(id.raw()).label(grant.categories))
}

/// Keeps what a person forbids; wins over every grant to that agency, also over later ones.
pub fn refuse(cx: &mut Cx<'_>, person: PersonId, input: &RefusalInput) -> Outcome<RefusalId> {
    let by = cx.allow(Act::RecordRefusal)?;
    super::knowing(cx, person)?;
    let (to, categories) = input.parse()?;
    agency::get(cx, to).map_err(|_| Problem::field("to", "base-field-not-a-choice"))?;
    let row = RefusalRow {
        id: RefusalId::new(cx.rng),
        person,
        agency: to,
        categories,
        from: cx.now,
        until: Time::from_micros(agency::FOREVER),
    };
    store::insert_refusal(cx.tx, &row, by)?;
    audit::record(cx, Event::of("consent.refuse").about(person).on(row.id.raw()).label(categories).basis(&Basis::Own))?;
    Ok(row.id)
}

/// Lifts a refusal, because the person says so.
pub fn lift_refusal(cx: &mut Cx<'_>, person: PersonId, id: RefusalId) -> Outcome<()> {
    cx.allow(Act::RecordRefusal)?;
    if !refusals_shown(cx, person)?.iter().any(|r| r.id == id) {
        return Err(Problem::NotFound);
    }
    store::lift_refusal(cx.tx, person, id, cx.now)?;
    audit::record(cx, Event::of("consent.lift").about(person).on(id.raw()).basis(&Basis::Own))
}

/// The grants of a person that the asking agency may know of: those it took and those given to it.
///
/// Others would tell which agencies the person deals with.
pub fn grants_shown(cx: &mut Cx<'_>, person: PersonId) -> Outcome<Vec<GrantRow>> {
    super::knowing(cx, person)?;
    let agency = cx.acting_agency()?;
    let rows = store::of_person(cx.tx, person)?;
    let now = cx.now;
    Ok(rows.into_iter().filter(|g| may_know(g, agency)).map(|g| naming::as_told(g, agency, now)).collect())
}

/// The refusals of a person, for the agency that works with them; never for the one that is refused.
pub fn refusals_shown(cx: &mut Cx<'_>, person: PersonId) -> Outcome<Vec<RefusalRow>> {
    super::knowing(cx, person)?;
    let agency = cx.acting_agency()?;
    if !person::is_own_client(cx, agency, person)? {
        return Ok(Vec::new());
    }
    let rows = store::refusals(cx.tx, person, cx.now)?;
    Ok(rows.into_iter().filter(|r| r.agency != agency).collect())
}

/// Works out again what every open grant to an agency, and what is shared with it by law, comes to, after its duty to report changed.
pub fn duty_changed(cx: &mut Cx<'_>, agency: AgencyId) -> Outcome<()> {
    let duty = agency::duty_to_report(cx, agency)?;
    for grant in store::open_to(cx.tx, agency, cx.now)? {
        store::set_eff(cx.tx, &grant, compiled(&grant, duty))?;
    }
    lawful::duty_changed(cx, agency)
}

fn shown(cx: &mut Cx<'_>, person: PersonId, id: GrantId) -> Outcome<GrantRow> {
    super::knowing(cx, person)?;
    let agency = cx.acting_agency()?;
    let row = store::get(cx.tx, person, id)?.filter(|g| may_know(g, agency)).ok_or(Problem::NotFound)?;
    Ok(naming::as_told(row, agency, cx.now))
}

/// What a grant comes to for an agency that has, or has not, a duty to report.
fn compiled(row: &GrantRow, duty: bool) -> (Categories, Option<i64>) {
    policy::compiled(row.categories, row.naming.from.map(Time::micros), duty)
}

fn may_know(grant: &GrantRow, agency: AgencyId) -> bool {
    grant.taken_by_agency == agency || grant.agency == agency
}

/// The last moment of a day: grants hold through it.
pub(crate) fn end_of(day: Date) -> Time {
    Time::at_jst(day.plus_days(1), 0, 0)
}
