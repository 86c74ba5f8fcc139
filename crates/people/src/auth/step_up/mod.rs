//! Step-up: before something grave is done, whoever is signed in shows once more that it is them.
//!
//! A session left open on a desk must not grant roles or break the glass. An act that is grave asks [`stepped_up`]; the
//! kit then shows the page of this folder in its place, with what was being sent kept in it, and goes on from there.
//! Each step-up gives the session a new token, so that one that was copied before is worth nothing afterwards.

mod api;
mod pages;
#[cfg(test)]
mod tests;
mod view;

use base::{Outcome, Problem, random_token};
use web::{App, Credential, Cx, Endpoint, Req, Viewer, Who};

use super::acts::{self, WAIT_S};
use super::second::{self, Proof};
use super::{passkey, store};
use crate::agency;
use crate::audit::{self, Event};

pub use pages::step_up_first;
pub(super) use pages::went_on;

/// Minutes for which it counts that somebody has shown that it is them.
pub const STEP_UP_MINUTES: i64 = 5;

web::codes! {
    /// A way in which a worker may show that it is them.
    Way {
        /// A code of the second factor.
        Code = "code",
        /// The password, typed anew.
        Password = "password",
        /// A passkey of the own device.
        Passkey = "passkey",
    }
}

/// What a step-up came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SteppedUp {
    /// It is them. The session goes on under a new token.
    Yes {
        /// The new secret of the session; shown once.
        token: String,
        /// Seconds for which the session can live at most.
        seconds: i64,
    },
    /// What was shown is wrong.
    No,
    /// Too many tries; wait.
    Wait {
        /// Seconds.
        seconds: u32,
    },
}

pub(super) fn endpoints() -> Vec<Endpoint> {
    let mut endpoints = api::endpoints();
    endpoints.extend(pages::endpoints());
    endpoints
}

/// Which ways of showing that it is them are open to the worker who asks, the surest first. Whatever asks for proof asks
/// here; a way that is added is added here.
pub fn ways(cx: &mut Cx<'_>) -> Outcome<Vec<Way>> {
    let by = cx.viewer()?;
    // Whoever took over an open session may have seen the password typed; the device is still with its owner.
    let way = if second::is_set_up(cx, by.worker)? { Way::Code } else { Way::Password };
    let passkey = passkey::offered(cx.config) && passkey::has_any(cx, by.worker)?;
    Ok(passkey.then_some(Way::Passkey).into_iter().chain([way]).collect())
}

/// Goes on only if the worker has lately shown that it is them: [`Problem::StepUpNeeded`], which leads to the page that
/// asks for it, when that was more than [`STEP_UP_MINUTES`] ago. The product itself needs to show nothing.
///
/// To be called after [`Cx::allow`], so that nobody is asked to prove themselves for what they may not do anyway.
pub fn stepped_up(cx: &Cx<'_>) -> Outcome<()> {
    match &cx.who {
        Who::System => Ok(()),
        Who::Worker(by) if cx.now <= by.stepped_up_at.plus_minutes(STEP_UP_MINUTES) => Ok(()),
        Who::Worker(_) => Err(Problem::StepUpNeeded),
        Who::Nobody | Who::Link(_) => Err(Problem::SignInNeeded),
    }
}

/// The slow half, done before the transaction: the hash that the password of this session's worker matches, or nothing.
fn prepare(app: &App, req: &Req, password: &str) -> Outcome<String> {
    let (Credential::Cookie(token) | Credential::Bearer(token)) = &req.credential else { return Ok(String::new()) };
    let token = acts::digest(token);
    let login = app.look(move |cx| match store::get(cx.tx, &token)? {
        Some(row) => agency::login_of(cx.tx, row.worker),
        None => Ok(None),
    })?;
    login.map_or_else(|| Ok(String::new()), |login| acts::check(app, &login, password, &req.remote))
}

/// Takes the proof, and gives the session a new token; `checked` is what [`prepare`] worked out of the password, `code`
/// what was typed as one.
///
/// Answers `Ok` also for a wrong proof, so that the failed try is kept. Tries count together with those of signing in.
pub fn step_up(cx: &mut Cx<'_>, checked: &str, code: &str, remote: &str) -> Outcome<SteppedUp> {
    let by = cx.viewer()?;
    let proof = if ways(cx)?.contains(&Way::Code) {
        second::prove(cx, by.worker, by.agency, code, remote)?
    } else {
        by_password(cx, checked, remote)?
    };
    match proof {
        Proof::Wait { seconds } => Ok(SteppedUp::Wait { seconds }),
        Proof::Wrong => {
            audit::record(cx, Event::of("session.step-up.refused"))?;
            Ok(SteppedUp::No)
        }
        Proof::Right => proven(cx, by),
    }
}

/// Somebody has shown that it is them, in whatever way: the session goes on under a new token.
pub(super) fn proven(cx: &mut Cx<'_>, by: Viewer) -> Outcome<SteppedUp> {
    let token = random_token(cx.rng);
    let ends = store::step_up(cx.tx, by.session, &acts::digest(&token), cx.now)?.ok_or(Problem::SignInNeeded)?;
    audit::record(cx, Event::of("session.step-up"))?;
    let seconds = (ends.micros() - cx.now.micros()) / 1_000_000;
    Ok(SteppedUp::Yes { token, seconds: seconds.max(1) })
}

/// Whether the password is the one of the worker who asks.
fn by_password(cx: &mut Cx<'_>, checked: &str, remote: &str) -> Outcome<Proof> {
    let by = cx.viewer()?;
    let login = agency::login_of(cx.tx, by.worker)?.ok_or(Problem::SignInNeeded)?;
    let keys = acts::limit_keys(&login, remote);
    if acts::used_up(cx, &keys)? {
        return Ok(Proof::Wait { seconds: WAIT_S });
    }
    let known = agency::worker_by_login(cx.tx, &login)?;
    if !known.is_some_and(|(_, hash, active)| active && hash == checked) {
        acts::count_failure(cx, &keys)?;
        return Ok(Proof::Wrong);
    }
    store::clear_failures(cx.tx, &keys[0])?;
    Ok(Proof::Right)
}
