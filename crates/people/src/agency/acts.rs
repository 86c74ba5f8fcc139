//! What can be done with agencies, duty facts and accounts.

use base::{AgencyId, Msg, Outcome, Problem, Time, WorkerId};
use policy::{Act, Roles};
use web::{Cx, Viewer, Who};

use super::kinds::KINDS;
use super::model::{AgencyInput, AgencyKind, CheckedDuty, DutyInput, DutyNow, NewWorker};
use super::{offices, store};
use crate::audit::{self, Event};
use crate::auth::{self, WEIGHT_MIN, weigh};

/// Puts in the kinds that the sources name, where they are missing; done at every start.
pub fn ensure_kinds(cx: &mut Cx<'_>) -> Outcome<()> {
    if store::kinds(cx.tx)?.len() >= KINDS.len() {
        return Ok(());
    }
    for (sort, (code, ja, simple, en, reports)) in (0_i64..).zip(KINDS) {
        let kind = AgencyKind {
            code: (*code).to_owned(),
            ja: (*ja).to_owned(),
            simple: (*simple).to_owned(),
            en: (*en).to_owned(),
            reports_by_default: *reports,
        };
        store::add_kind(cx.tx, &kind, sort * 10)?;
    }
    Ok(())
}

/// Adds a kind of agency.
pub fn add_kind(cx: &mut Cx<'_>, kind: &AgencyKind) -> Outcome<()> {
    may_manage(cx, Act::ManageAgency)?;
    if !store::add_kind(cx.tx, kind, 9_000)? {
        return Err(Problem::field("code", "agency-kind-taken"));
    }
    audit::record(cx, Event::of("agency.kind.add"))
}

/// Adds an agency to the network.
pub fn create(cx: &mut Cx<'_>, input: &AgencyInput) -> Outcome<AgencyId> {
    may_manage(cx, Act::ManageAgency)?;
    let new = input.parse()?;
    if !store::kind_exists(cx.tx, &new.kind)? {
        return Err(Problem::field("kind", "base-field-not-a-choice"));
    }
    let id = super::insert(cx, &new)?;
    audit::record(cx, Event::of("agency.create").on(id.raw()))?;
    Ok(id)
}

/// Changes an agency's data; only its own administrator or a coordinator may.
pub fn change(cx: &mut Cx<'_>, id: AgencyId, input: &AgencyInput) -> Outcome<()> {
    may_manage_this(cx, Act::ManageAgency, id)?;
    let new = input.parse()?;
    if !store::kind_exists(cx.tx, &new.kind)? {
        return Err(Problem::field("kind", "base-field-not-a-choice"));
    }
    let old = super::get(cx, id)?;
    super::update(cx, id, &new, input.version.unwrap_or_default())?;
    // Another kind may bring another default of the duty to report: what grants come to is worked out again.
    if old.kind != new.kind {
        crate::consent::duty_changed(cx, id)?;
    }
    audit::record(cx, Event::of("agency.change").on(id.raw()))
}

/// Whether the agency asks a second factor of everybody who acts for it.
pub fn asks_second(cx: &mut Cx<'_>, id: AgencyId) -> Outcome<bool> {
    may_manage_this(cx, Act::ManageAgency, id)?;
    store::asks_second(cx.tx, id)?.ok_or(Problem::NotFound)
}

/// Asks it, or no longer. Whoever has shown none does nothing for the agency from their next request on, until they have.
pub fn ask_second(cx: &mut Cx<'_>, id: AgencyId, asks: bool) -> Outcome<()> {
    may_manage_this(cx, Act::ManageAgency, id)?;
    auth::stepped_up(cx)?;
    if store::asks_second(cx.tx, id)?.ok_or(Problem::NotFound)? == asks {
        return Ok(());
    }
    store::ask_second(cx.tx, id, asks)?;
    let act = if asks { "agency.second-factor" } else { "agency.second-factor.end" };
    audit::record(cx, Event::of(act).on(id.raw()))
}

/// Records what somebody checked about an agency's duty to report, with its legal basis.
///
/// What grants to that agency come to is worked out anew in the same transaction.
pub fn record_duty(cx: &mut Cx<'_>, id: AgencyId, input: &DutyInput) -> Outcome<()> {
    let by = may_manage_this(cx, Act::RecordDuty, id)?;
    let new = input.parse()?;
    super::get(cx, id)?;
    let today = cx.today();
    let from = match new.from {
        Some(day) if day > today => return Err(Problem::field("from", "base-date-in-future")),
        Some(day) if day < today => Time::at_jst(day, 0, 0),
        _ => cx.now,
    };
    let fact = CheckedDuty { reports: new.reports, basis: new.basis, from, checked_at: cx.now };
    store::add_duty(cx.tx, id, &fact, by.map(|v| v.worker))?;
    crate::consent::duty_changed(cx, id)?;
    audit::record(cx, Event::of("agency.duty").on(id.raw()))
}

/// Whether an agency counts as bound to report at this moment, and the checked fact behind it.
pub fn duty_now(cx: &mut Cx<'_>, id: AgencyId) -> Outcome<DutyNow> {
    let (default, facts) = store::duty(cx.tx, id)?.ok_or(Problem::NotFound)?;
    let rows: Vec<_> = facts.iter().map(CheckedDuty::fact).collect();
    let duty = policy::duty_now(default, &rows, cx.now.micros());
    let fact = facts.into_iter().find(|f| duty.checked && f.from <= cx.now);
    Ok(DutyNow { reports: duty.reports, fact })
}

/// Opens an account for a worker at an agency. `password` must be the hash of the first password.
pub fn add_worker(cx: &mut Cx<'_>, agency: AgencyId, new: &NewWorker, password: &str) -> Outcome<WorkerId> {
    let by = may_manage_this(cx, Act::ManageWorkers, agency)?;
    auth::stepped_up(cx)?;
    let at = super::get(cx, agency)?;
    // As `parse` does, with what only this place knows: where the worker works.
    let about = [new.login.as_str(), &new.name, &new.kana, &at.name, &at.kana, &at.area, &cx.config.region];
    if weigh(&new.password, &about) < WEIGHT_MIN {
        return Err(Problem::field("password", "agency-password-easy"));
    }
    let id = WorkerId::new(cx.rng);
    if !store::insert_worker(cx.tx, id, agency, new, password, cx.now)? {
        return Err(Problem::field("login", "base-field-in-use"));
    }
    audit::record(cx, Event::of("worker.add").on(id.raw()))?;
    offices::give(cx, by, agency, id, new.roles)?;
    Ok(id)
}

/// Lets a worker of another agency sit in at this one too (cases 12, 24, 49).
pub fn sit_in(cx: &mut Cx<'_>, agency: AgencyId, login: &str, roles: Roles) -> Outcome<WorkerId> {
    let by = may_manage_this(cx, Act::ManageWorkers, agency)?;
    auth::stepped_up(cx)?;
    let found = store::worker_by_login(cx.tx, &login.trim().to_lowercase())?;
    let Some((worker, _, true)) = found else {
        return Err(Problem::field("login", "agency-login-unknown"));
    };
    audit::record(cx, Event::of("worker.sit-in").on(worker.raw()))?;
    offices::give(cx, by, agency, worker, roles)?;
    Ok(worker)
}

/// Changes what a worker may do at an agency; holds from their next request. An office waits for a second person.
pub fn set_roles(cx: &mut Cx<'_>, agency: AgencyId, worker: WorkerId, roles: Roles) -> Outcome<()> {
    let by = may_manage_this(cx, Act::ManageWorkers, agency)?;
    auth::stepped_up(cx)?;
    if store::roles_at(cx.tx, worker, agency, cx.now)?.is_none() {
        return Err(Problem::NotFound);
    }
    audit::record(cx, Event::of("worker.roles").on(worker.raw()))?;
    offices::give(cx, by, agency, worker, roles)
}

/// Ends a worker's time at one agency; holds from their next request.
pub fn end_membership(cx: &mut Cx<'_>, agency: AgencyId, worker: WorkerId) -> Outcome<()> {
    may_manage_this(cx, Act::ManageWorkers, agency)?;
    store::end_membership(cx.tx, worker, agency, cx.now)?;
    offices::end_asked(cx, worker, Some(agency))?;
    crate::person::worker_left(cx, agency, worker)?;
    audit::record(cx, Event::of("worker.leave").on(worker.raw()))
}

/// Closes a worker's account everywhere, in one act: sessions and sign-ins that were begun, start code, second factor and
/// recovery codes, every seat, offices that wait, and with the seats the links they gave. Whoever was in their hands, at
/// any agency, is shown there as to be handed on.
pub fn close_worker(cx: &mut Cx<'_>, agency: AgencyId, worker: WorkerId) -> Outcome<()> {
    may_manage_account(cx, agency, worker, "agency-worker-self")?;
    store::set_active(cx.tx, worker, false)?;
    offices::end_asked(cx, worker, None)?;
    auth::close(cx, worker)?;
    for (seat, ..) in store::memberships(cx.tx, worker, cx.now)? {
        crate::person::worker_left(cx, seat, worker)?;
    }
    store::end_memberships(cx.tx, worker, cx.now)?;
    audit::record(cx, Event::of("worker.close").on(worker.raw()))
}

/// Whether the one who asks may decide about the account of this worker, and not only about a seat: the
/// administrator of the agency that opened it, never about their own. `own` says what to do about one's own.
pub(crate) fn may_manage_account(
    cx: &mut Cx<'_>,
    agency: AgencyId,
    worker: WorkerId,
    own: &'static str,
) -> Outcome<Option<Viewer>> {
    let by = may_manage_this(cx, Act::ManageWorkers, agency)?;
    if store::roles_at(cx.tx, worker, agency, cx.now)?.is_none() {
        return Err(Problem::NotFound);
    }
    if by.is_some_and(|v| v.worker == worker) {
        return Err(Problem::refused(own));
    }
    if store::home_agency(cx.tx, worker)? != Some(agency) {
        return Err(Problem::refused("agency-account-elsewhere"));
    }
    Ok(by)
}

/// The product itself, or a worker whose roles allow it.
fn may_manage(cx: &Cx<'_>, act: Act) -> Outcome<Option<Viewer>> {
    match cx.who {
        Who::System => Ok(None),
        _ => cx.allow(act).map(Some),
    }
}

/// The same, for one agency: administrators manage their own, coordinators any.
pub(super) fn may_manage_this(cx: &Cx<'_>, act: Act, agency: AgencyId) -> Outcome<Option<Viewer>> {
    let by = may_manage(cx, act)?;
    match by {
        Some(v) if v.agency != agency && !v.roles.has(policy::Role::Coordinator) => {
            Err(Problem::Forbidden(Msg::new("agency-not-own")))
        }
        _ => Ok(by),
    }
}
