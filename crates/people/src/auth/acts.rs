//! Signing in and out, and finding out who asks.

use base::{AgencyId, Line, Outcome, Problem, SessionId, WorkerId, random_token};
use policy::Roles;
use sha2::{Digest, Sha256};
use web::{App, Credential, Cx, Req, Viewer, Who};

use super::store::{self, SessionRow};
use super::{passkey, password, second};
use crate::agency;
use crate::audit::{self, Event};

/// Failed tries allowed within the window, per account and per address.
const TRIES: i64 = 10;
/// Length of the window, in minutes.
const WINDOW_MINUTES: i64 = 15;
/// Minutes after which the secret of a second factor that nobody confirmed is forgotten.
const PROPOSAL_MINUTES: i64 = 60;
/// Seconds for which whoever used up their tries is told to wait.
pub(super) const WAIT_S: u32 = 15 * 60;
/// A session is written as seen at most this often, in minutes: pages of public reading stay reads.
const TOUCH_MINUTES: i64 = 1;

/// What a sign-in came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignedIn {
    /// The token of a new session.
    Yes {
        /// Secret of the session; shown once.
        token: String,
        /// Seconds for which it can live at most.
        seconds: i64,
    },
    /// The password is right, and the second factor is asked for: the secret with which it is sent.
    Code {
        /// Shown once, in a form; opens nothing by itself.
        step: String,
    },
    /// The login or the password is wrong; which, is not said.
    No,
    /// Too many tries; wait.
    Wait {
        /// Seconds.
        seconds: u32,
    },
}

/// Checks a password outside the transaction, for it takes long: the hash that it matches, or nothing.
///
/// An unknown login takes as long as a wrong password. Where the tries are used up, nothing is worked out.
pub fn check(app: &App, login: &str, password: &str, remote: &str) -> Outcome<String> {
    let login = fold_login(login);
    let remote = remote.to_owned();
    let found = app.look(move |cx| {
        if used_up(cx, &limit_keys(&login, &remote))? {
            return Ok(None);
        }
        let hash = agency::worker_by_login(cx.tx, &login)?.map(|(_, hash, _)| hash);
        Ok(Some(hash.unwrap_or_else(|| password::NOBODY.to_owned())))
    })?;
    let right = |hash: &String| password.len() <= 1024 && password::matches(password, hash);
    Ok(found.filter(right).unwrap_or_default())
}

/// The same for a request: a form, or a JSON body with the same two fields.
pub(super) fn check_request(app: &App, req: &Req) -> Outcome<String> {
    if req.form.is_empty() {
        let sent: super::api::SignIn = req.json_or_default();
        check(app, &sent.login, &sent.password, &req.remote)
    } else {
        check(app, req.form.get("login"), req.form.get("password"), &req.remote)
    }
}

/// Opens a session for whoever [`check`] found the password of; `checked` is what it answered.
///
/// Answers `Ok` also for a wrong password, so that the failed try is kept.
pub fn sign_in(cx: &mut Cx<'_>, login: &str, checked: &str, remote: &str) -> Outcome<SignedIn> {
    let login = fold_login(login);
    let keys = limit_keys(&login, remote);
    if used_up(cx, &keys)? {
        return Ok(SignedIn::Wait { seconds: WAIT_S });
    }
    // The hash must still be the one that was matched: a password changed in between closes the door.
    let seat = match agency::worker_by_login(cx.tx, &login)? {
        Some((worker, hash, true)) if hash == checked => {
            agency::memberships(cx.tx, worker, cx.now)?.into_iter().next().map(|m| (worker, m.0))
        }
        _ => None,
    };
    let Some((worker, agency)) = seat else {
        count_failure(cx, &keys)?;
        audit::record(cx, Event::of("session.refused"))?;
        return Ok(SignedIn::No);
    };
    store::clear_failures(cx.tx, &keys[0])?;
    if second::is_set_up(cx, worker)? {
        return Ok(SignedIn::Code { step: second::begin(cx, worker, agency)? });
    }
    let token = open_session(cx, worker, agency)?;
    Ok(SignedIn::Yes { token, seconds: cx.config.session_hours * 3600 })
}

/// Forgets what has ended: sessions, start codes, windows of tries. They hold hashes only, and are needed no more.
pub fn forget_ended(cx: &mut Cx<'_>) -> Outcome<u64> {
    let second = second::forget_ended(cx.tx, cx.now, cx.now.plus_minutes(-PROPOSAL_MINUTES))?;
    let asked = super::ceremony::forget(cx.tx, cx.now)?;
    Ok(second + asked + store::forget_ended(cx.tx, cx.now, cx.now.plus_minutes(-WINDOW_MINUTES))?)
}

/// Counts a failed try under each of the keys.
pub(crate) fn count_failure(cx: &mut Cx<'_>, keys: &[String]) -> Outcome<()> {
    let since = cx.now.plus_minutes(-WINDOW_MINUTES);
    keys.iter().try_for_each(|key| store::add_failure(cx.tx, key, since, cx.now))
}

/// What cannot be a login is nobody's; it takes the same way, so that it also takes the same time.
pub(super) fn fold_login(raw: &str) -> String {
    Line::parse(raw).map(|line| line.as_str().to_lowercase()).unwrap_or_default()
}

/// Whether the tries under any of the keys are used up within the window.
pub(crate) fn used_up(cx: &mut Cx<'_>, keys: &[String]) -> Outcome<bool> {
    for key in keys {
        if tried(cx, key)? >= TRIES {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Failed tries under a key within the window.
pub(super) fn tried(cx: &mut Cx<'_>, key: &str) -> Outcome<i64> {
    store::failures(cx.tx, key, cx.now.plus_minutes(-WINDOW_MINUTES))
}

/// Where somebody was before they signed in anew in the same browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LeftOff {
    pub worker: WorkerId,
    pub agency: AgencyId,
    pub session: SessionId,
}

/// Who worked for which agency in a session that has ended meanwhile, so that they can go on where they were.
pub(super) fn left_off(cx: &mut Cx<'_>, credential: &Credential) -> Outcome<Option<LeftOff>> {
    let Credential::Cookie(token) = credential else { return Ok(None) };
    let Some(row) = store::get(cx.tx, &digest(token))? else { return Ok(None) };
    let sits_there = agency::roles_at(cx.tx, row.worker, row.agency, cx.now)?.is_some();
    Ok(sits_there.then_some(LeftOff { worker: row.worker, agency: row.agency, session: row.id }))
}

/// Keys of the limits: the account and the address, hashed so that neither stands in the table in clear.
pub(super) fn limit_keys(login: &str, remote: &str) -> Vec<String> {
    [vec![digest(&format!("login:{login}"))], remote_key(remote)].concat()
}

/// The key of the address; none where it is not known.
pub(super) fn remote_key(remote: &str) -> Vec<String> {
    if remote.is_empty() { Vec::new() } else { vec![digest(&format!("from:{remote}"))] }
}

/// Opens a session for a worker at an agency; the tests and the demo use it as well.
pub(crate) fn open_session(cx: &mut Cx<'_>, worker: WorkerId, agency: AgencyId) -> Outcome<String> {
    open(cx, worker, agency, false)
}

/// Opens a session in which a second factor was shown.
pub(super) fn open_strong_session(cx: &mut Cx<'_>, worker: WorkerId, agency: AgencyId) -> Outcome<String> {
    open(cx, worker, agency, true)
}

fn open(cx: &mut Cx<'_>, worker: WorkerId, agency: AgencyId, strong: bool) -> Outcome<String> {
    let token = random_token(cx.rng);
    let row = SessionRow {
        id: SessionId::new(cx.rng),
        worker,
        agency,
        seen_at: cx.now,
        ends_at: cx.now.plus_minutes(cx.config.session_hours * 60),
        locked: false,
        // Whoever has just signed in has shown that it is them.
        stepped_up_at: cx.now,
        strong,
    };
    store::insert(cx.tx, &digest(&token), &row)?;
    let viewer = Viewer { worker, agency, roles: Roles::NONE, session: row.id, stepped_up_at: cx.now };
    record_as(cx, viewer, Event::of("session.open"))?;
    Ok(token)
}

/// Writes what a worker did who has just shown who they are, and in whose name this request does not run.
pub(super) fn record_as(cx: &mut Cx<'_>, viewer: Viewer, event: Event) -> Outcome<()> {
    let before = std::mem::replace(&mut cx.who, Who::Worker(viewer));
    let recorded = audit::record(cx, event);
    cx.who = before;
    recorded
}

/// Who asks: the hook of the kit, called within the transaction of every request.
pub fn resolve(cx: &mut Cx<'_>, credential: &Credential) -> Outcome<Who> {
    let token = match credential {
        // One-time links are resolved by the room that gives them out.
        Credential::None | Credential::Link(_) => return Err(Problem::SignInNeeded),
        Credential::Cookie(token) | Credential::Bearer(token) => token,
    };
    let hash = digest(token);
    let Some((row, roles, agency_asks)) = store::seat(cx.tx, &hash, cx.now)? else { return Err(Problem::SignInNeeded) };
    if row.locked || cx.now >= row.ends_at || cx.now > row.seen_at.plus_minutes(cx.config.idle_minutes) {
        return Err(Problem::SignInNeeded);
    }
    let Some(roles) = roles else { return Err(Problem::SignInNeeded) };
    if cx.now > row.seen_at.plus_minutes(TOUCH_MINUTES) {
        store::touch(cx.tx, &hash, cx.now)?;
    }
    let SessionRow { worker, agency, id: session, stepped_up_at, strong, .. } = row;
    let roles = second::held(roles, strong, cx.config.second_factor, agency_asks);
    Ok(Who::Worker(Viewer { worker, agency, roles, session, stepped_up_at }))
}

/// Ends the session.
pub fn sign_out(cx: &mut Cx<'_>) -> Outcome<()> {
    let by = cx.viewer()?;
    store::end(cx.tx, by.session)?;
    audit::record(cx, Event::of("session.close"))
}

/// Acts for another agency where the worker sits in too.
pub fn switch(cx: &mut Cx<'_>, agency: AgencyId) -> Outcome<()> {
    let by = cx.viewer()?;
    if agency::roles_at(cx.tx, by.worker, agency, cx.now)?.is_none() {
        return Err(Problem::NotFound);
    }
    store::switch(cx.tx, by.session, agency)?;
    audit::record(cx, Event::of("session.switch").on(agency.raw()))
}

/// Ends everything with which a worker could get in: sessions and sign-ins that were begun, start code, passkeys, second
/// factor and recovery codes. A new way in that a worker can be given ends here too.
pub(crate) fn close(cx: &mut Cx<'_>, worker: WorkerId) -> Outcome<()> {
    store::end_all(cx.tx, worker)?;
    store::forget_code(cx.tx, worker)?;
    passkey::forget_all(cx, worker)?;
    second::drop_all(cx, worker).map(drop)
}

/// SHA-256 in hex.
pub(crate) fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::with_capacity(64), |mut hex, byte| {
        use std::fmt::Write;
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
