//! The second step of signing in. What belongs together is held by a secret in the form, never in the address.

use base::{Msg, Outcome, Problem, random_token};
use web::ui::Ui;
use web::{Access, Answer, Cx, Endpoint, Req, View};

use super::view::CodePage;
use super::{Proof, prove, store};
use crate::agency;
use crate::auth::acts::{digest, open_strong_session};
use crate::auth::kept::Kept;
use crate::auth::{SignedIn, pages};
use crate::form::Typed;

/// Minutes for which the second step can be done after the first.
const MINUTES: i64 = 10;

/// What the second step came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finished {
    /// What signing in comes to: a session, a wrong code, or waiting.
    Tried(SignedIn),
    /// The first step was too long ago, or never was.
    Late,
}

pub(super) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::page("/sign-in/code", Access::Public, pages::show_sign_in),
        Endpoint::submit(
            "/sign-in/code",
            Access::Public,
            submit,
            pages::show_sign_in,
            &[("step", "unknown"), ("code", "000000")],
        )
        .shown_once(),
    ]
}

/// The first step is done: the secret with which the second is sent.
pub(in crate::auth) fn begin(cx: &mut Cx<'_>, worker: base::WorkerId, agency: base::AgencyId) -> Outcome<String> {
    let step = random_token(cx.rng);
    store::begin(cx.tx, &digest(&step), worker, agency, cx.now.plus_minutes(MINUTES))?;
    Ok(step)
}

/// Takes the code, and opens the session. Answers `Ok` also for a wrong code, so that the try is kept.
pub fn finish(cx: &mut Cx<'_>, step: &str, code: &str, remote: &str) -> Outcome<Finished> {
    let Some((worker, agency)) = store::begun(cx.tx, &digest(step), cx.now)? else { return Ok(Finished::Late) };
    if agency::roles_at(cx.tx, worker, agency, cx.now)?.is_none() {
        return Ok(Finished::Late);
    }
    Ok(Finished::Tried(match prove(cx, worker, agency, code, remote)? {
        Proof::Wait { seconds } => SignedIn::Wait { seconds },
        Proof::Wrong => SignedIn::No,
        Proof::Right => {
            store::end_begun(cx.tx, worker)?;
            let token = open_strong_session(cx, worker, agency)?;
            SignedIn::Yes { token, seconds: cx.config.session_hours * 3600 }
        }
    }))
}

/// The page that asks for the code.
pub(in crate::auth) fn code_page(cx: &Cx<'_>, step: String, kept: Kept, typed: Typed) -> View {
    CodePage { step, kept, typed }.view(&Ui::new(cx.words, cx.lang))
}

fn submit(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let before = crate::auth::acts::left_off(cx, &req.credential)?;
    let kept = Kept::carried(&req.form);
    match finish(cx, req.form.get("step"), req.form.get("code"), &req.remote)? {
        Finished::Late => {
            let late = pages::refused(req, Problem::Refused(Msg::new("auth-second-late")));
            pages::show_sign_in(cx, &late).map(Into::into)
        }
        Finished::Tried(SignedIn::Wait { seconds }) => Err(Problem::TooMany { retry_after_s: seconds }),
        Finished::Tried(SignedIn::Yes { token, seconds }) => pages::signed_in(cx, before, kept, token, seconds),
        // The failed try must be kept, so this is an answer and not a problem, which would undo it.
        Finished::Tried(SignedIn::No | SignedIn::Code { .. }) => {
            let typed = Typed::of(cx, &pages::refused(req, Problem::field("code", "auth-second-wrong")));
            Ok(code_page(cx, req.form.get("step").to_owned(), kept, typed).into())
        }
    }
}
