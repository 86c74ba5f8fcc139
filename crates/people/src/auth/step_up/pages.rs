//! The page that asks for the proof, in place of the one that needed it.

use base::{Outcome, Problem, random_token};
use web::ui::Ui;
use web::{Access, Answer, Credential, Cx, Endpoint, Req, View};

use super::view::StepUpPage;
use super::{SteppedUp, Way, prepare, ways};
use crate::agency;
use crate::auth::kept::Kept;
use crate::auth::view::KeptPage;
use crate::auth::{frame, resolve};
use crate::form::Typed;

pub(super) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::page("/step-up", Access::SignedIn, show),
        Endpoint::submit("/step-up", Access::SignedIn, submit, show, &[("password", "wrong on purpose")])
            .after(|app, req| prepare(app, req, req.form.get("password")))
            .shown_once(),
    ]
}

fn show(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let kept = if req.form.is_empty() { Kept::address(req.query.get("to")) } else { Kept::carried(&req.form) };
    page(cx, Typed::of(cx, req), kept)
}

/// The page in place of an act that needs the proof, keeping what was being sent: the hook of the kit.
pub fn step_up_first(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    page(cx, Typed::default(), Kept::of(req))
}

fn page(cx: &mut Cx<'_>, typed: Typed, kept: Kept) -> Outcome<View> {
    let by = cx.viewer()?;
    let login = agency::login_of(cx.tx, by.worker)?.unwrap_or_default();
    let page = StepUpPage { login, ways: ways(cx)?, typed, kept, home: frame::home(by.roles) };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn submit(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    match super::step_up(cx, &req.outside, req.form.get("code"), &req.remote)? {
        SteppedUp::Wait { seconds } => Err(Problem::TooMany { retry_after_s: seconds }),
        // The failed try must be kept, so this is an answer and not a problem, which would undo it.
        SteppedUp::No => {
            let by_code = ways(cx)?.contains(&Way::Code);
            let (field, why) = if by_code { ("code", "auth-second-wrong") } else { ("password", "auth-step-up-wrong") };
            let problem = Some(Problem::field(field, why));
            show(cx, &Req { problem, ..req.clone() }).map(Into::into)
        }
        SteppedUp::Yes { token, seconds } => went_on(cx, req, token, seconds),
    }
}

/// Goes on from where the proof was asked for, under the new token.
pub fn went_on(cx: &mut Cx<'_>, req: &Req, token: String, seconds: i64) -> Outcome<Answer> {
    cx.who = resolve(cx, &Credential::Cookie(token.clone()))?;
    let by = cx.viewer()?;
    let (home, cookie) = (frame::home(by.roles), Some(("session", token, seconds)));
    match Kept::carried(&req.form) {
        Kept::Form { path, fields } => {
            let agency = agency::get(cx, by.agency)?.name;
            let page = KeptPage { path, fields, agency, home, once: random_token(cx.rng) };
            Ok(Answer::Page(View { cookie, ..page.view(&Ui::new(cx.words, cx.lang)) }))
        }
        Kept::Address(to) => Ok(Answer::See { to, said: None, cookie }),
        Kept::Nothing => Ok(Answer::See { to: home.to_owned(), said: None, cookie }),
    }
}
