//! A new start for a worker who has forgotten the password: the administrator gives a code, the worker uses it once.
//!
//! The code is shown to the administrator this once and told by word of mouth, never by mail. It opens nothing by
//! itself: with the login, and within a day, it sets a new password, and every session of the worker ends.

use base::{AgencyId, Outcome, Problem, SessionId, Time, WorkerId, random_code, read_code};
use policy::Roles;
use web::{App, Cx, Fields, Viewer, Who};

use super::acts::{self, WAIT_S};
use super::own::{Wanted, may_pass};
use super::store::{self, StartCode};
use super::{Strength, hash, second, stepped_up};
use crate::agency;
use crate::audit::{self, Event};

/// Hours for which a code can be used.
pub const START_HOURS: i64 = 24;

/// A code that was just given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    /// The code, sixteen signs in fours; kept nowhere.
    pub code: String,
    /// Until when it can be used.
    pub until: Time,
}

/// What the use of a code came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Started {
    /// The new password holds, and every session has ended.
    Yes {
        /// Whether a second factor ended with the old password: whoever has lost the device starts anew as well.
        second_ended: bool,
    },
    /// Login and code do not belong together, or the code is over; which, is not said.
    No,
    /// Too many tries; wait.
    Wait {
        /// Seconds.
        seconds: u32,
    },
}

/// Gives a worker of an agency a new start; the code given before ends. The old password goes on until the code is used.
///
/// Only the agency that opened the account may, or the product itself: whoever merely lets somebody sit in could
/// otherwise take over what that worker sees elsewhere.
pub fn give_start(cx: &mut Cx<'_>, agency: AgencyId, worker: WorkerId) -> Outcome<Start> {
    let by = agency::may_manage_account(cx, agency, worker, "agency-start-self")?;
    // With a code an account is taken over: a session left open must not be enough.
    stepped_up(cx)?;
    let start = Start { code: random_code(cx.rng), until: cx.now.plus_minutes(START_HOURS * 60) };
    let row = StartCode {
        worker,
        code_hash: acts::digest(&start.code),
        agency,
        given_by: by.map(|viewer| viewer.worker),
        given_at: cx.now,
        until: start.until,
    };
    store::keep_code(cx.tx, &row)?;
    audit::record(cx, Event::of("worker.start").on(worker.raw()))?;
    Ok(start)
}

/// The same for whoever signs in with `login`, by the product itself: where no administrator is left who could.
pub fn give_start_to(cx: &mut Cx<'_>, login: &str) -> Outcome<Start> {
    if !matches!(cx.who, Who::System) {
        return Err(Problem::NotFound);
    }
    let unknown = || Problem::refused("agency-login-unknown");
    let (worker, ..) = agency::worker_by_login(cx.tx, &acts::fold_login(login))?.ok_or_else(unknown)?;
    let home = agency::home_agency(cx.tx, worker)?.ok_or_else(unknown)?;
    give_start(cx, home, worker)
}

/// The worker whose login and code these are, and the agency that gave the code, while it can be used.
fn found(cx: &mut Cx<'_>, login: &str, code: &str) -> Outcome<Option<(WorkerId, AgencyId)>> {
    let Some((worker, _, true)) = agency::worker_by_login(cx.tx, login)? else { return Ok(None) };
    let Some(code) = read_code(code) else { return Ok(None) };
    let agency = store::code_holds(cx.tx, worker, &acts::digest(&code), cx.now)?;
    Ok(agency.map(|agency| (worker, agency)))
}

/// The slow half, done before the transaction: the hash of the new password; empty where it would be refused anyway.
pub(super) fn prepare_start(app: &App, login: &str, code: &str, new: &str, remote: &str) -> Outcome<String> {
    let (login, code, remote) = (acts::fold_login(login), code.to_owned(), remote.to_owned());
    // Nobody without a code makes the machine hash anything.
    let may = app.look(move |cx| {
        let keys = acts::limit_keys(&login, &remote);
        Ok(!acts::used_up(cx, &keys)? && found(cx, &login, &code)?.is_some())
    })?;
    if may && may_pass(new) { hash(new, Strength::Real, app.random()) } else { Ok(String::new()) }
}

/// Sets a new password with a code; `hashed` is what [`prepare_start`] worked out.
///
/// Answers `Ok` also for a wrong code, so that the try counts.
pub fn start(
    cx: &mut Cx<'_>,
    login: &str,
    code: &str,
    wanted: &Wanted<'_>,
    hashed: &str,
    remote: &str,
) -> Outcome<Started> {
    let login = acts::fold_login(login);
    let keys = acts::limit_keys(&login, remote);
    if acts::used_up(cx, &keys)? {
        return Ok(Started::Wait { seconds: WAIT_S });
    }
    let Some((worker, agency)) = found(cx, &login, code)? else {
        acts::count_failure(cx, &keys)?;
        audit::record(cx, Event::of("password.refused"))?;
        return Ok(Started::No);
    };
    let mut f = Fields::new();
    wanted.check(cx, &mut f, worker, &login)?;
    f.finish(|| Some(()))?;
    if hashed.is_empty() {
        // The code was given after the slow half had looked: the next try finds it.
        return Err(Problem::Unavailable);
    }
    agency::set_password(cx.tx, worker, hashed)?;
    store::forget_code(cx.tx, worker)?;
    store::clear_failures(cx.tx, &keys[0])?;
    // Whoever could have put a passkey there before is out as well.
    super::passkey::forget_all(cx, worker)?;
    store::end_all(cx.tx, worker)?;
    // Whoever knows the code is the worker, as far as anybody can tell; there is no session yet to name.
    let session = SessionId::from_raw(0);
    let viewer = Viewer { worker, agency, roles: Roles::NONE, session, stepped_up_at: cx.now };
    acts::record_as(cx, viewer, Event::of("password.start").on(worker.raw()))?;
    let before = std::mem::replace(&mut cx.who, Who::Worker(viewer));
    let second_ended = second::drop_all(cx, worker);
    cx.who = before;
    Ok(Started::Yes { second_ended: second_ended? })
}
