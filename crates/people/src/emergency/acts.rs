//! Opening an emergency look, and ending it.

use base::{GlassId, Outcome, PersonId, Problem};
use policy::{Act, Basis, Purpose};
use web::Cx;

use super::model::{Asked, EmergencyInput, LONGEST_MINUTES, Live, Meant, Opened};
use super::store;
use crate::audit::{self, Event};
use crate::{agency, auth, consent, notice, person};

/// Seconds for which a worker waits whose tries are used up.
const WAIT_S: u32 = 15 * 60;

/// Opens the page of one person to the worker who asks, without the person's consent.
///
/// Answers `Ok` also where nobody is found, so that the try counts and stands in the trail. A wrong guess, somebody who
/// is not known, and somebody whom a wall or a refusal keeps from this agency get one answer.
pub fn open(cx: &mut Cx<'_>, input: &EmergencyInput) -> Outcome<Opened> {
    let by = cx.allow(Act::BreakGlass)?;
    auth::stepped_up(cx)?;
    let asked = input.parse(cx.today())?;
    let tries = [auth::digest(&format!("emergency:{}", by.worker))];
    if auth::used_up(cx, &tries)? {
        return Ok(Opened::Wait { seconds: WAIT_S });
    }
    let Some(person) = found(cx, &asked)? else {
        auth::count_failure(cx, &tries)?;
        // Nobody stands in this row: it must not tell whether somebody was meant.
        audit::record(cx, Event::of("emergency.refused").purpose(Purpose::Support))?;
        return Ok(Opened::No);
    };
    // A second sending does not open a second hour.
    if let Some(live) = store::live(cx.tx, by, person, cx.now)? {
        return Ok(Opened::Yes(live));
    }
    let minutes = cx.config.emergency_minutes.clamp(1, LONGEST_MINUTES);
    let live = Live { id: GlassId::new(cx.rng), person, reason: asked.reason, until: cx.now.plus_minutes(minutes) };
    store::insert(cx.tx, by, &live, &asked.text, cx.now)?;
    audit::record(cx, event("emergency.open", &live))?;
    tell(cx, person)?;
    Ok(Opened::Yes(live))
}

/// Who is meant, if an emergency look at them is possible.
fn found(cx: &mut Cx<'_>, asked: &Asked) -> Outcome<Option<PersonId>> {
    let person = match &asked.meant {
        Meant::Number(number) => *number,
        Meant::Known(known) => person::only(cx.tx, known)?,
    };
    match person {
        Some(person) if person::exists(cx.tx, person)? && consent::opens_in_emergency(cx, person)? => Ok(Some(person)),
        _ => Ok(None),
    }
}

/// Tells the agencies that work with the person, and the house whose privacy officer has to look into it.
fn tell(cx: &mut Cx<'_>, person: PersonId) -> Outcome<()> {
    let own = cx.acting_agency()?;
    for agency in person::agencies_of(cx, person)? {
        if agency != own {
            notice::tell(cx, agency, "emergency-told", person, &format!("/persons/{person}/looked"))?;
        }
    }
    // The privacy officer sees no person, so no notice about one: the mail says where to look, and /audit counts.
    let own = agency::get(cx, own)?;
    notice::mail(cx, &own)
}

/// Ends a look of the worker who asks before its time.
pub fn end(cx: &mut Cx<'_>, id: GlassId) -> Outcome<()> {
    let by = cx.allow(Act::BreakGlass)?;
    let live = store::live_by_id(cx.tx, by, id, cx.now)?.ok_or(Problem::NotFound)?;
    store::end(cx.tx, id, cx.now)?;
    audit::record(cx, event("emergency.end", &live))
}

/// The looks that stand open for the worker who asks; no names.
pub(super) fn all_live(cx: &mut Cx<'_>) -> Outcome<Vec<Live>> {
    let by = cx.allow(Act::BreakGlass)?;
    store::all_live(cx.tx, by, cx.now)
}

/// One of them.
pub(super) fn one_live(cx: &mut Cx<'_>, id: GlassId) -> Outcome<Live> {
    let by = cx.allow(Act::BreakGlass)?;
    store::live_by_id(cx.tx, by, id, cx.now)?.ok_or(Problem::NotFound)
}

fn event(act: &'static str, live: &Live) -> Event {
    let basis = Basis::BreakGlass(live.id.raw());
    Event::of(act).about(live.person).on(live.id.raw()).purpose(Purpose::Support).basis(&basis)
}
