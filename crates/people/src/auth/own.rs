//! What workers do with their own account: a new password, and the sessions that are open.

use base::{Msg, Outcome, Problem, SessionId, WorkerId};
use web::{App, Credential, Cx, Fields, Req};

use super::acts::{self, WAIT_S};
use super::store::{self, OpenSession};
use super::{Strength, hash, stepped_up};
use crate::agency;
use crate::audit::{self, Event};

/// What the change of a password came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changed {
    /// It is changed, and every session has ended.
    Yes,
    /// The old password is not the one; what is wrong, with whatever else was wrong beside it.
    No(Problem),
    /// Too many tries; wait.
    Wait {
        /// Seconds.
        seconds: u32,
    },
}

/// A new password as it was typed, twice.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// The new password.
    pub new: &'a str,
    /// The same once more.
    pub again: &'a str,
}

impl Wanted<'_> {
    /// Collects what is wrong with it as the password of this worker.
    pub(super) fn check(&self, cx: &mut Cx<'_>, f: &mut Fields, worker: WorkerId, login: &str) -> Outcome<()> {
        let mut about = agency::said_about(cx.tx, worker, cx.now)?;
        about.push(cx.config.region.clone());
        let about: Vec<_> = about.iter().map(String::as_str).collect();
        agency::check_password(f, "new", self.new, login, &about);
        if self.new != self.again {
            f.wrong("again", Msg::new("auth-password-not-same"));
        }
        Ok(())
    }
}

/// Whether a password can be taken at all, so that it is worth the time to hash it.
pub(super) fn may_pass(password: &str) -> bool {
    (agency::PASSWORD_MIN..=agency::PASSWORD_MAX).contains(&password.chars().count())
}

/// The slow half of changing the own password, done before the transaction: the hash that the old one matches, a line
/// break, and the hash of the new one. Either half is empty where it would be refused anyway.
pub(super) fn prepare_change(app: &App, req: &Req, old: &str, new: &str) -> Outcome<String> {
    let (Credential::Cookie(token) | Credential::Bearer(token)) = &req.credential else { return Ok(String::new()) };
    let token = acts::digest(token);
    let login = app.look(move |cx| match store::get(cx.tx, &token)? {
        Some(row) => agency::login_of(cx.tx, row.worker),
        None => Ok(None),
    })?;
    let Some(login) = login else { return Ok(String::new()) };
    let matched = acts::check(app, &login, old, &req.remote)?;
    let hashed =
        if may_pass(new) && !matched.is_empty() { hash(new, Strength::Real, app.random())? } else { String::new() };
    Ok(format!("{matched}\n{hashed}"))
}

/// Sets a new password, given the old one; every session ends, so that whoever knew the old one is out.
///
/// `prepared` is what [`prepare_change`] worked out. Answers `Ok` also for a wrong old password, so that the try counts.
pub fn change_password(cx: &mut Cx<'_>, wanted: &Wanted<'_>, prepared: &str, remote: &str) -> Outcome<Changed> {
    let by = cx.viewer()?;
    let login = agency::login_of(cx.tx, by.worker)?.ok_or(Problem::NotFound)?;
    let keys = acts::limit_keys(&login, remote);
    if acts::used_up(cx, &keys)? {
        return Ok(Changed::Wait { seconds: WAIT_S });
    }
    let (matched, hashed) = prepared.split_once('\n').unwrap_or_default();
    let known = agency::worker_by_login(cx.tx, &login)?.is_some_and(|(_, hash, _)| hash == matched);
    let mut f = Fields::new();
    if !known {
        f.wrong("old", Msg::new("auth-old-password-wrong"));
    }
    wanted.check(cx, &mut f, by.worker, &login)?;
    let fine = f.finish(|| Some(()));
    if !known {
        acts::count_failure(cx, &keys)?;
        audit::record(cx, Event::of("password.refused"))?;
        return fine.map(|()| Changed::Yes).or_else(|problem| Ok(Changed::No(problem)));
    }
    fine?;
    agency::set_password(cx.tx, by.worker, hashed)?;
    store::forget_code(cx.tx, by.worker)?;
    store::end_all(cx.tx, by.worker)?;
    audit::record(cx, Event::of("password.change"))?;
    Ok(Changed::Yes)
}

/// The own sessions that are open now, the one in use first.
pub fn sessions(cx: &mut Cx<'_>) -> Outcome<Vec<OpenSession>> {
    let by = cx.viewer()?;
    let idle_since = cx.now.plus_minutes(-cx.config.idle_minutes);
    let mut open = store::open_of(cx.tx, by.worker, cx.now, idle_since)?;
    open.sort_by_key(|session| session.id != by.session);
    Ok(open)
}

/// Ends one of the own sessions, after showing that it is oneself (ASVS 7.5.2): on another device as well as this one.
pub fn end_session(cx: &mut Cx<'_>, id: SessionId) -> Outcome<()> {
    let by = cx.viewer()?;
    stepped_up(cx)?;
    if !store::end_own(cx.tx, by.worker, id)? {
        return Err(Problem::NotFound);
    }
    audit::record(cx, Event::of("session.end").on(id.raw()))
}

/// Ends every own session but the one in use.
pub fn end_other_sessions(cx: &mut Cx<'_>) -> Outcome<()> {
    let by = cx.viewer()?;
    stepped_up(cx)?;
    store::end_others(cx.tx, by.worker, by.session)?;
    audit::record(cx, Event::of("session.end_others"))
}
