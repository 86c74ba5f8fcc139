//! Giving an office, and what the second person does.

use base::{AgencyId, Msg, OfficeId, Outcome, Problem, WorkerId};
use policy::{Act, Roles};
use web::{Cx, Viewer};

use super::{CONFIRM_DAYS, OFFICES, Waiting, store};
use crate::agency::acts::may_manage_this;
use crate::agency::store as seats;
use crate::audit::{self, Event};
use crate::auth;

/// Whether the one who asks may confirm what waits, or why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confirming {
    /// They may.
    May,
    /// They gave it themselves, or are to hold it.
    Own,
    /// It is for an administrator of the agency, which has another.
    Theirs,
}

/// Gives a worker these roles at an agency. Offices that the worker does not hold yet wait for a second person, if there
/// is one in all the network; `by` is who gives them, nobody for the product itself.
pub(in crate::agency) fn give(
    cx: &mut Cx<'_>,
    by: Option<Viewer>,
    agency: AgencyId,
    worker: WorkerId,
    wanted: Roles,
) -> Outcome<()> {
    let held = seats::roles_at(cx.tx, worker, agency, cx.now)?.unwrap_or(Roles::NONE);
    let new = wanted.common(OFFICES).without(held);
    store::end_for(cx.tx, worker, agency)?;
    let Some(by) = by.filter(|_| !new.is_empty()) else {
        return seats::set_membership(cx.tx, worker, agency, wanted, cx.now);
    };
    let two = [by.worker, worker];
    if !store::other_there(cx.tx, agency, two, cx.now)? && !store::other_of_network(cx.tx, two, cx.now)? {
        // The first of a network have nobody to ask. That it was one alone stands in the trail.
        audit::record(cx, Event::of("worker.office.alone").on(worker.raw()))?;
        return seats::set_membership(cx.tx, worker, agency, wanted, cx.now);
    }
    seats::set_membership(cx.tx, worker, agency, wanted.without(new), cx.now)?;
    let waiting = Waiting {
        id: OfficeId::new(cx.rng),
        worker,
        name: String::new(),
        roles: new,
        asked_by: by.worker,
        asked_by_name: String::new(),
        until: cx.now.plus_days(CONFIRM_DAYS),
    };
    store::ask(cx.tx, agency, &waiting, cx.now)?;
    audit::record(cx, Event::of("worker.office.ask").on(worker.raw()))
}

/// Ends what waits for a worker who goes, and what they asked for others, at one agency or everywhere.
pub(in crate::agency) fn end_asked(cx: &mut Cx<'_>, worker: WorkerId, agency: Option<AgencyId>) -> Outcome<()> {
    store::end_of(cx.tx, worker, agency)
}

/// What waits at an agency, and whether the one who asks may confirm it.
pub fn waiting(cx: &mut Cx<'_>, agency: AgencyId) -> Outcome<Vec<(Waiting, Confirming)>> {
    let Some(by) = may_manage_this(cx, Act::ManageWorkers, agency)? else { return Ok(Vec::new()) };
    let all = store::waiting(cx.tx, agency, cx.now)?;
    all.into_iter()
        .map(|waiting| {
            let confirming = confirming(cx, by, agency, &waiting)?;
            Ok((waiting, confirming))
        })
        .collect()
}

fn confirming(cx: &mut Cx<'_>, by: Viewer, agency: AgencyId, waiting: &Waiting) -> Outcome<Confirming> {
    let two = [waiting.asked_by, waiting.worker];
    Ok(if two.contains(&by.worker) {
        Confirming::Own
    } else if by.agency != agency && store::other_there(cx.tx, agency, two, cx.now)? {
        Confirming::Theirs
    } else {
        Confirming::May
    })
}

/// Whether an office of this worker waits at an agency.
pub fn waits_for(cx: &mut Cx<'_>, agency: AgencyId, worker: WorkerId) -> Outcome<bool> {
    Ok(store::waiting(cx.tx, agency, cx.now)?.iter().any(|waiting| waiting.worker == worker))
}

fn found(cx: &mut Cx<'_>, agency: AgencyId, id: OfficeId) -> Outcome<(Waiting, Confirming)> {
    waiting(cx, agency)?.into_iter().find(|(waiting, _)| waiting.id == id).ok_or(Problem::NotFound)
}

/// The second person confirms: the worker holds the office from the next request.
pub fn confirm(cx: &mut Cx<'_>, agency: AgencyId, id: OfficeId) -> Outcome<()> {
    let (waiting, confirming) = found(cx, agency, id)?;
    match confirming {
        Confirming::May => {}
        Confirming::Own => return Err(Problem::refused("agency-office-own")),
        Confirming::Theirs => return Err(Problem::Forbidden(Msg::new("agency-office-theirs"))),
    }
    auth::stepped_up(cx)?;
    let held = seats::roles_at(cx.tx, waiting.worker, agency, cx.now)?.ok_or(Problem::NotFound)?;
    store::end(cx.tx, id)?;
    seats::set_membership(cx.tx, waiting.worker, agency, held.plus(waiting.roles), cx.now)?;
    // Who gave it stands in the row of the asking, who confirmed it in this one; both name the worker.
    audit::record(cx, Event::of("worker.office.confirm").on(waiting.worker.raw()))
}

/// An office that waits is given to nobody after all. Whoever looks after the workers may say so, whoever gave it.
pub fn withdraw(cx: &mut Cx<'_>, agency: AgencyId, id: OfficeId) -> Outcome<()> {
    let (waiting, _) = found(cx, agency, id)?;
    store::end(cx.tx, id)?;
    audit::record(cx, Event::of("worker.office.withdraw").on(waiting.worker.raw()))
}

/// Forgets what nobody confirmed in time; says how many.
pub fn forget_lapsed(cx: &mut Cx<'_>) -> Outcome<u64> {
    store::forget_lapsed(cx.tx, cx.now)
}
