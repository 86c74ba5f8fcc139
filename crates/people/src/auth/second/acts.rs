//! Setting up a second factor, showing it, and giving it up.

use base::{AgencyId, Outcome, Problem, Time, WorkerId, fold, random_code, read_code};
use policy::Roles;
use web::{Cx, Viewer};

use super::{CODES, store, totp};
use crate::agency;
use crate::audit::{self, Event};
use crate::auth::acts::{self, WAIT_S};
use crate::auth::{stepped_up, store as sessions};

/// Wrong codes allowed within the window of tries, per account. Whoever gets here knows the password: of a million codes
/// three hold at a time, so that a year of trying comes to less than one in two.
const CODE_TRIES: i64 = 3;

/// How the second factor of a worker stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// There is none.
    Off,
    /// A secret was made and waits for its first code.
    Proposed {
        /// The secret, base 32.
        secret: String,
        /// The same as apps take it over from a QR code.
        address: String,
    },
    /// It is asked for at each sign-in.
    On {
        /// Since when.
        since: Time,
        /// Recovery codes that are left.
        left: i64,
    },
}

/// What showing a code came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// It is the worker's, and used up now.
    Right,
    /// It is not, or was used before.
    Wrong,
    /// Too many tries; wait.
    Wait {
        /// Seconds.
        seconds: u32,
    },
}

/// How one's own second factor stands. A secret that waits is shown only to whoever has lately shown who they are.
pub fn state(cx: &mut Cx<'_>) -> Outcome<State> {
    let by = cx.viewer()?;
    Ok(match store::get(cx.tx, by.worker)? {
        None => State::Off,
        Some(factor) => match factor.confirmed_at {
            Some(since) => State::On { since, left: store::codes_left(cx.tx, by.worker)? },
            None if stepped_up(cx).is_err() => State::Off,
            None => {
                let login = agency::login_of(cx.tx, by.worker)?.unwrap_or_default();
                State::Proposed { address: totp::address(&factor.secret, &login), secret: factor.secret }
            }
        },
    })
}

/// Makes a secret for the worker's app; nothing asks for it until a first code has confirmed it.
pub fn propose(cx: &mut Cx<'_>) -> Outcome<()> {
    let by = cx.viewer()?;
    stepped_up(cx)?;
    if store::propose(cx.tx, by.worker, &totp::new_secret(cx.rng), cx.now)? {
        audit::record(cx, Event::of("second-factor.propose"))
    } else {
        Err(Problem::refused("auth-second-is-on"))
    }
}

/// Confirms the proposed secret with its first code, and gives recovery codes. Every other session ends: it was opened
/// without the second factor.
pub fn confirm(cx: &mut Cx<'_>, typed: &str) -> Outcome<Vec<String>> {
    let by = cx.viewer()?;
    stepped_up(cx)?;
    let factor = store::get(cx.tx, by.worker)?.filter(|factor| factor.confirmed_at.is_none());
    let factor = factor.ok_or(Problem::Refused(base::Msg::new("auth-second-not-begun")))?;
    let step = totp::step_of(&factor.secret, &digits(typed), cx.now, factor.last_step);
    let step = step.ok_or_else(|| Problem::field("code", "auth-second-first-wrong"))?;
    store::confirm(cx.tx, by.worker, step, cx.now)?;
    store::make_strong(cx.tx, by.session)?;
    sessions::end_others(cx.tx, by.worker, by.session)?;
    audit::record(cx, Event::of("second-factor.confirm"))?;
    give_codes(cx, by.worker)
}

/// Gives new recovery codes; those before end.
pub fn new_codes(cx: &mut Cx<'_>) -> Outcome<Vec<String>> {
    let by = cx.viewer()?;
    stepped_up(cx)?;
    if !is_set_up(cx, by.worker)? {
        return Err(Problem::refused("auth-second-is-off"));
    }
    audit::record(cx, Event::of("second-factor.codes"))?;
    give_codes(cx, by.worker)
}

fn give_codes(cx: &mut Cx<'_>, worker: WorkerId) -> Outcome<Vec<String>> {
    let codes: Vec<_> = (0..CODES).map(|_| random_code(cx.rng)).collect();
    let hashes: Vec<_> = codes.iter().map(|code| acts::digest(code)).collect();
    store::keep_codes(cx.tx, worker, &hashes, cx.now)?;
    Ok(codes)
}

/// Gives one's own second factor up. Roles that want it rest from the next sign-in.
pub fn end(cx: &mut Cx<'_>) -> Outcome<()> {
    let by = cx.viewer()?;
    stepped_up(cx)?;
    if !drop_all(cx, by.worker)? {
        return Err(Problem::refused("auth-second-is-off"));
    }
    sessions::end_others(cx.tx, by.worker, by.session)
}

/// Takes a worker's second factor away; `false` when there was none. Whoever calls has made sure that it may go.
pub(in crate::auth) fn drop_all(cx: &mut Cx<'_>, worker: WorkerId) -> Outcome<bool> {
    store::end_begun(cx.tx, worker)?;
    let had_one = store::end(cx.tx, worker)?;
    if had_one {
        audit::record(cx, Event::of("second-factor.end").on(worker.raw()))?;
    }
    Ok(had_one)
}

/// Whether a worker is asked for a second factor.
pub(in crate::auth) fn is_set_up(cx: &mut Cx<'_>, worker: WorkerId) -> Outcome<bool> {
    Ok(store::get(cx.tx, worker)?.is_some_and(|factor| factor.confirmed_at.is_some()))
}

/// Takes a code of the worker's app, or a recovery code, and uses it up.
///
/// Answers `Ok` also for a wrong one, so that the try is kept. Two requests with one code: the second finds it used.
pub(in crate::auth) fn prove(
    cx: &mut Cx<'_>,
    worker: WorkerId,
    agency: AgencyId,
    typed: &str,
    remote: &str,
) -> Outcome<Proof> {
    let own = acts::digest(&format!("code:{worker}"));
    let from = acts::remote_key(remote);
    if acts::tried(cx, &own)? >= CODE_TRIES || acts::used_up(cx, from.as_slice())? {
        return Ok(Proof::Wait { seconds: WAIT_S });
    }
    let session = base::SessionId::from_raw(0);
    let viewer = Viewer { worker, agency, roles: Roles::NONE, session, stepped_up_at: cx.now };
    if app_code(cx, worker, typed)? {
        sessions::clear_failures(cx.tx, &own)?;
        return Ok(Proof::Right);
    }
    if recovery_code(cx, worker, typed)? {
        sessions::clear_failures(cx.tx, &own)?;
        acts::record_as(cx, viewer, Event::of("second-factor.recover"))?;
        return Ok(Proof::Right);
    }
    acts::count_failure(cx, &[vec![own], from].concat())?;
    acts::record_as(cx, viewer, Event::of("second-factor.refused"))?;
    Ok(Proof::Wrong)
}

fn app_code(cx: &mut Cx<'_>, worker: WorkerId, typed: &str) -> Outcome<bool> {
    let Some(factor) = store::get(cx.tx, worker)?.filter(|factor| factor.confirmed_at.is_some()) else {
        return Ok(false);
    };
    match totp::step_of(&factor.secret, &digits(typed), cx.now, factor.last_step) {
        Some(step) => store::use_step(cx.tx, worker, step),
        None => Ok(false),
    }
}

fn recovery_code(cx: &mut Cx<'_>, worker: WorkerId, typed: &str) -> Outcome<bool> {
    match read_code(typed) {
        Some(code) => store::use_code(cx.tx, worker, &acts::digest(&code)),
        None => Ok(false),
    }
}

/// A code as apps show it, however it was typed: full width, with a blank or a hyphen in the middle.
fn digits(typed: &str) -> String {
    fold::norm_key(typed).chars().filter(|sign| *sign != '-').collect()
}
