//! An alarm when one worker opens unusually many persons within an hour.
//!
//! Somebody who copies the house, or who uses an account that is not theirs, opens one person after the other. A
//! limit per hour cannot tell them from a colleague who stands in for three others, so it stops nobody: the privacy
//! officer is told, once an hour and worker, and at twice as many the worker shows once more who they are.

#[cfg(test)]
mod tests;

use base::{AgencyId, Outcome, Time};
use policy::Act;
use web::{Cx, Who};

use super::{Event, store};
use crate::{agency, auth, notice};

/// Minutes that are looked back on.
const MINUTES: i64 = 60;
/// At so many times the number, the worker is asked who they are.
const TIMES: i64 = 2;
/// Days for which an alarm is shown at the head of the trail.
const SHOWN_DAYS: i64 = 7;

/// Before an event is written: counts if it opens a person. One indexed count, and no write unless the number is passed.
pub(super) fn before(cx: &mut Cx<'_>, event: &Event) -> Outcome<()> {
    let (Who::Worker(by), [person]) = (&cx.who, event.persons.as_slice()) else { return Ok(()) };
    let (by, limit) = (*by, cx.config.persons_an_hour);
    if limit <= 0 || !store::LOOKS.contains(&event.act) {
        return Ok(());
    }
    let since = cx.now.plus_minutes(-MINUTES);
    let opened = store::opened_besides(cx.tx, by.worker, *person, since)? + 1;
    if opened > limit.saturating_mul(TIMES) {
        auth::stepped_up(cx)?;
    }
    if opened > limit && !store::alarmed(cx.tx, (by.agency, by.worker), since)? {
        // In the name of the worker it is about.
        store::insert(cx, &Event::of(store::ALARM))?;
        let agency = agency::get(cx, by.agency)?;
        notice::mail(cx, &agency)?;
    }
    Ok(())
}

/// How many alarms there were at the own agency in the last days, for its privacy officer.
pub(super) fn lately(cx: &mut Cx<'_>) -> Outcome<i64> {
    let by = cx.allow(Act::ReadAudit)?;
    let since = cx.now.plus_days(-SHOWN_DAYS);
    Ok(i64::try_from(alarms(cx, by.agency, since, cx.now)?.len()).unwrap_or(i64::MAX))
}

/// The alarms of an agency in a span of time: when, and about whom. At most 200.
pub(super) fn alarms(
    cx: &mut Cx<'_>,
    agency: AgencyId,
    from: Time,
    until: Time,
) -> Outcome<Vec<(Time, Option<base::WorkerId>)>> {
    store::alarms(cx.tx, agency, (from, until))
}
