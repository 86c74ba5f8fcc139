//! Telling a person who looked, taking down that they object, answering.

use base::{EventId, Outcome, PersonId, Problem};
use policy::{Act, Disclosed};
use web::Cx;

use super::rules::{Day, Found, by_day};
use super::store;
pub use super::store::Objection;
use crate::audit::{Event, record};
use crate::person::Name;
use crate::{consent, emergency, lawful, person};

/// Looks that are read for one page.
const LOOKS: i64 = 500;

/// Who looked at a person, as far as the asking agency may know.
pub struct Looked {
    /// Who.
    pub person: PersonId,
    /// What they are called.
    pub name: Disclosed<Name>,
    /// Newest first.
    pub days: Vec<Day>,
}

/// Tells who looked.
pub fn looked(cx: &mut Cx<'_>, person: PersonId) -> Outcome<Looked> {
    cx.allow(Act::OpenPerson)?;
    let (_, mask) = consent::knowing(cx, person)?;
    let name = person::name(cx, person, &mask)?.ok_or(Problem::NotFound)?;
    let days = by_day(looks(cx, person)?);
    record(cx, Event::of("audit.looked").about(person).known_by(&mask))?;
    Ok(Looked { person, name, days })
}

fn looks(cx: &mut Cx<'_>, person: PersonId) -> Outcome<Vec<store::Look>> {
    let agency = cx.acting_agency()?;
    let own_client = person::is_own_client(cx, agency, person)?;
    let lawful = lawful::shown(cx, person)?.into_iter().map(|basis| format!("law:{}", basis.id));
    let grants = consent::grants_shown(cx, person)?.into_iter().map(|grant| format!("grant:{}", grant.id));
    let bases: Vec<_> = lawful.take(store::BASES / 2).chain(grants).take(store::BASES).collect();
    let mut looks = store::looks(cx.tx, person, (agency, own_client), &bases, (cx.now, LOOKS))?;
    if looks.iter().any(|look| look.basis.starts_with("break-glass:")) {
        let reasons = emergency::reasons(cx, person)?;
        for look in &mut looks {
            look.reason = reasons.get(&look.basis).copied();
        }
    }
    Ok(looks)
}

/// Takes down that the person objects to a look; the privacy officer of the agency that looked is to answer.
pub fn object(cx: &mut Cx<'_>, person: PersonId, event: &str) -> Outcome<()> {
    let by = cx.allow(Act::OpenPerson)?;
    consent::knowing(cx, person)?;
    let gone = || Problem::field("event", "base-field-not-a-choice");
    let event: EventId = event.parse().map_err(|_| gone())?;
    let look = looks(cx, person)?.into_iter().find(|look| look.event == event).ok_or_else(gone)?;
    let agency = look.agency.ok_or_else(gone)?;
    store::object(cx.tx, (event, agency), person, cx.now, (by.agency, by.worker))?;
    record(cx, Event::of("audit.object").about(person).on(event.raw()))
}

/// Objections to looks of the own agency's workers that wait for an answer; whose they are is not told.
pub fn waiting(cx: &mut Cx<'_>) -> Outcome<Vec<Objection>> {
    let by = cx.allow(Act::ReadAudit)?;
    store::waiting(cx.tx, by.agency, 200)
}

/// Keeps what the privacy officer found out; the person reads it beside the look.
pub fn answer(cx: &mut Cx<'_>, event: &str, found: &str) -> Outcome<()> {
    let by = cx.allow(Act::ReadAudit)?;
    let found = Found::from_code(found).ok_or_else(|| Problem::field("found", "base-field-choose"))?;
    let gone = || Problem::refused("audit-objection-gone");
    let event: EventId = event.parse().map_err(|_| gone())?;
    if !store::found(cx.tx, by.agency, event, found, (by.worker, cx.now))? {
        return Err(gone());
    }
    record(cx, Event::of("audit.answer").on(event.raw()))
}
