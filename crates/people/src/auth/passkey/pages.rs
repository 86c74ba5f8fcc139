//! Pages of passkeys. Each holds a question for the browser; a small script puts the answer into the form.

use base::{Outcome, Problem, random_token};
use web::ui::Ui;
use web::{Access, Answer, Cx, Endpoint, Req, View, see};

use super::acts::{self, Added, refused};
use super::view::{AskPage, NewPage};
use crate::auth::acts::left_off;
use crate::auth::kept::Kept;
use crate::auth::pages::{show_account, signed_in};
use crate::auth::step_up::{SteppedUp, went_on};
use crate::auth::{SignedIn, ceremony};
use crate::form::Typed;

pub(super) fn endpoints() -> Vec<Endpoint> {
    let signed = Access::SignedIn;
    let nothing: web::Sample = &[("ticket", "none"), ("answer", "none")];
    vec![
        // Coming back to where a form was sent asks anew. It keeps a challenge, so it is no plain read.
        Endpoint::page("/sign-in/passkey", Access::Public, show_sign_in).writes(),
        Endpoint::submit("/sign-in/passkey", Access::Public, ask_sign_in, show_sign_in, &[("login", "center")])
            .shown_once(),
        Endpoint::submit("/sign-in/passkey/answer", Access::Public, sign_in, show_sign_in, nothing).shown_once(),
        Endpoint::page("/step-up/passkey", signed, show_step_up),
        Endpoint::submit("/step-up/passkey", signed, ask_step_up, show_step_up, &[]).shown_once(),
        Endpoint::submit("/step-up/passkey/answer", signed, step_up, show_step_up, nothing).shown_once(),
        Endpoint::page("/account/passkeys", signed, show_new),
        Endpoint::submit(
            "/account/passkeys",
            signed,
            add,
            show_new,
            &[("name", "仕事の電話"), ("ticket", "none"), ("answer", "none")],
        )
        .shown_once(),
        Endpoint::page("/account/passkeys/{passkey}/remove", signed, show_account),
        Endpoint::submit("/account/passkeys/{passkey}/remove", signed, remove, show_account, &[]),
    ]
}

/// The token of this browser, and the cookie that gives it one.
fn browser(cx: &Cx<'_>, req: &Req) -> (String, Option<(&'static str, String, i64)>) {
    if req.browser.is_empty() {
        let token = random_token(cx.rng);
        (token.clone(), Some(("browser", token, ceremony::MINUTES * 60)))
    } else {
        (req.browser.clone(), None)
    }
}

fn show_sign_in(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let (browser, cookie) = browser(cx, req);
    let asked = acts::ask_sign_in(cx, req.form.get("login"), &browser)?;
    let page = AskPage {
        asked,
        action: "/sign-in/passkey/answer",
        kept: Kept::carried(&req.form).fields(),
        typed: Typed::of(cx, req),
        back: "/sign-in",
    };
    Ok(View { cookie, ..page.view(&Ui::new(cx.words, cx.lang)) })
}

fn ask_sign_in(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    show_sign_in(cx, req).map(Into::into)
}

fn sign_in(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let before = left_off(cx, &req.credential)?;
    let sent = |name| req.form.get(name);
    match acts::sign_in(cx, sent("ticket"), sent("answer"), &req.browser, &req.remote)? {
        SignedIn::Yes { token, seconds } => signed_in(cx, before, Kept::carried(&req.form), token, seconds),
        SignedIn::No | SignedIn::Code { .. } => show_sign_in(cx, &again(req, refused())).map(Into::into),
        SignedIn::Wait { seconds } => Err(Problem::TooMany { retry_after_s: seconds }),
    }
}

/// The request with what was wrong: the try must be kept, so this is an answer and not a problem, which would undo it.
fn again(req: &Req, problem: Problem) -> Req {
    Req { problem: Some(problem), ..req.clone() }
}

fn show_step_up(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let page = AskPage {
        asked: acts::ask_step_up(cx)?,
        action: "/step-up/passkey/answer",
        kept: Kept::carried(&req.form).fields(),
        typed: Typed::of(cx, req),
        back: "/step-up",
    };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn ask_step_up(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    show_step_up(cx, req).map(Into::into)
}

fn step_up(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    match acts::step_up(cx, req.form.get("ticket"), req.form.get("answer"), &req.remote)? {
        SteppedUp::Yes { token, seconds } => went_on(cx, req, token, seconds),
        SteppedUp::No => show_step_up(cx, &again(req, refused())).map(Into::into),
        SteppedUp::Wait { seconds } => Err(Problem::TooMany { retry_after_s: seconds }),
    }
}

fn show_new(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let page = NewPage { asked: acts::ask_new(cx)?, typed: Typed::of(cx, req) };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn add(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let sent = |name| req.form.get(name);
    match acts::add(cx, sent("ticket"), sent("name"), sent("answer"))? {
        Added::Yes(_) => Ok(see("/account", "auth-passkey-added")),
        Added::No(problem) => show_new(cx, &again(req, problem)).map(Into::into),
    }
}

fn remove(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    acts::remove(cx, req.id("passkey")?)?;
    Ok(see("/account", "auth-passkey-removed"))
}
