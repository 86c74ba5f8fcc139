//! What the privacy officer does about emergency looks of the own agency's workers: looks into each, says what they found,
//! and may let the person be told later, with a reason. They see no person
//! (docs/decisions/0019-the-privacy-officer-sees-no-person.md).

use base::{GlassId, Msg, Outcome, Problem, Time};
use policy::Act;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Cx, Fields};

use super::basis;
use super::model::{Emergency, Finding};
use super::store;
use crate::audit::{self, Event};

/// Days after the look up to which telling the person may be put off.
pub(super) const DELAY_DAYS: i64 = 30;

/// What was found out.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct FindingInput {
    /// Code: `right`, `could_ask` or `wrong`.
    pub finding: String,
    /// What was found out and what was done, without the person's name.
    pub note: String,
}

/// From when the person is told.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct DelayInput {
    /// The first day on which they may read it.
    pub until: String,
    /// Why not before.
    pub why: String,
}

/// Emergency looks that wait for a review, oldest first, and those reviewed lately.
pub fn waiting(cx: &mut Cx<'_>) -> Outcome<(Vec<Emergency>, Vec<Emergency>)> {
    let by = cx.allow(Act::ReviewBreakGlass)?;
    let mut waiting = store::waiting(cx.tx, by.agency, 200)?;
    let mut reviewed = store::reviewed(cx.tx, by.agency, 20)?;
    let since = waiting.iter().chain(&reviewed).map(|one| one.from).min().unwrap_or(cx.now);
    let seen = audit::seen_in_emergencies(cx, by.agency, since)?;
    for one in waiting.iter_mut().chain(&mut reviewed) {
        (one.looks, one.seen) = seen.get(&basis(one.id)).copied().unwrap_or_default();
    }
    audit::record(cx, Event::of("emergency.list"))?;
    Ok((waiting, reviewed))
}

/// How many wait.
pub fn waiting_n(cx: &mut Cx<'_>) -> Outcome<u32> {
    let by = cx.allow(Act::ReviewBreakGlass)?;
    Ok(u32::try_from(store::waiting_n(cx.tx, by.agency)?).unwrap_or_default())
}

/// One of them; a number of another agency's, or of one that was reviewed, looks like none.
pub(super) fn one(cx: &mut Cx<'_>, id: GlassId) -> Outcome<Emergency> {
    waiting(cx)?.0.into_iter().find(|one| one.id == id).ok_or(Problem::NotFound)
}

/// Keeps what the privacy officer found out. Nobody reviews a look of their own.
pub fn found(cx: &mut Cx<'_>, id: GlassId, input: &FindingInput) -> Outcome<()> {
    let by = cx.allow(Act::ReviewBreakGlass)?;
    let one = store::one_waiting(cx.tx, by.agency, id)?.ok_or(Problem::NotFound)?;
    if one.worker == by.worker {
        return Err(Problem::refused("emergency-own-look"));
    }
    let mut f = Fields::new();
    let finding = f.code("finding", &input.finding, Finding::from_code);
    let note = f.text("note", &input.note);
    let (finding, note) = f.finish(|| Some((finding?, note?)))?;
    if !store::keep_finding(cx.tx, id, finding, note.as_str(), (by.worker, cx.now))? {
        return Err(Problem::Stale);
    }
    audit::record(cx, Event::of("emergency.review").on(id.raw()))
}

/// Lets the person be told from a later day on, because telling them now would put somebody in danger.
pub fn delay(cx: &mut Cx<'_>, id: GlassId, input: &DelayInput) -> Outcome<()> {
    let by = cx.allow(Act::ReviewBreakGlass)?;
    let one = store::one_waiting(cx.tx, by.agency, id)?.ok_or(Problem::NotFound)?;
    if one.worker == by.worker {
        return Err(Problem::refused("emergency-own-look"));
    }
    let mut f = Fields::new();
    let until = f.date("until", &input.until);
    let last = one.from.date_jst().plus_days(DELAY_DAYS);
    if until.is_some_and(|day| day <= cx.today()) {
        f.wrong("until", Msg::new("base-date-in-past"));
    } else if until.is_some_and(|day| day > last) {
        f.wrong("until", Msg::new("emergency-delay-too-long").arg("n", DELAY_DAYS));
    }
    let why = f.text("why", &input.why);
    let (until, why) = f.finish(|| Some((until?, why?)))?;
    store::delay(cx.tx, id, Time::at_jst(until, 0, 0), why.as_str())?;
    audit::record(cx, Event::of("emergency.delay").on(id.raw()))
}
