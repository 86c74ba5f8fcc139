//! Signing in and out, the own account, the reader's register, the quick exit.

use base::{AgencyId, Lang, Msg, Outcome, Problem, random_token};
use web::{Access, Answer, App, Credential, Cx, Endpoint, Req, View, see};

use super::acts::LeftOff;
use super::kept::Kept;
use super::own::{self, Changed, Wanted};
use super::start::{self, Started};
use super::view::{AccountPage, AwayPage, KeptPage, OpenHere, PasswordPage, Seat, SignInPage, StartPage, SwitchPage};
use super::{SignedIn, Strength, frame, hash, second};
use crate::agency;
use crate::form::{Typed, local_path};
use web::ui::Ui;

/// How long the choice of a register is kept, in seconds: a year.
const LANGUAGE_S: i64 = 31_536_000;

pub(super) fn endpoints() -> Vec<Endpoint> {
    let signed = Access::SignedIn;
    vec![
        Endpoint::page("/sign-in", Access::Public, show_sign_in),
        Endpoint::submit(
            "/sign-in",
            Access::Public,
            sign_in,
            show_sign_in,
            &[("login", "center"), ("password", "wrong on purpose")],
        )
        .after(super::acts::check_request),
        Endpoint::submit("/sign-out", signed, sign_out, show_account, &[]),
        Endpoint::page("/switch", signed, show_switch),
        Endpoint::submit("/switch", signed, switch, show_switch, &[("agency", "{agency}")]),
        Endpoint::page("/password", signed, show_password),
        Endpoint::submit(
            "/password",
            signed,
            change_password,
            show_password,
            &[("old", "wrong on purpose"), ("new", "correct horse battery"), ("again", "correct horse battery")],
        )
        .after(|app, req| own::prepare_change(app, req, req.form.get("old"), req.form.get("new")))
        .shown_once(),
        Endpoint::page("/start", Access::Public, show_start),
        Endpoint::submit(
            "/start",
            Access::Public,
            start,
            show_start,
            &[
                ("login", "center"),
                ("code", "0000-0000-0000-0000"),
                ("new", "correct horse battery"),
                ("again", "correct horse battery"),
            ],
        )
        .after(|app, req| {
            let typed = |name| req.form.get(name);
            start::prepare_start(app, typed("login"), typed("code"), typed("new"), &req.remote)
        })
        .shown_once(),
        Endpoint::page("/account", signed, show_account),
        // Coming back to where a form was sent shows the account.
        Endpoint::page("/sessions/end", signed, show_account),
        Endpoint::submit("/sessions/end", signed, end_others, show_account, &[]),
        Endpoint::page("/sessions/{session}/end", signed, show_account),
        Endpoint::submit("/sessions/{session}/end", signed, end_session, show_account, &[]),
        Endpoint::page("/language", Access::Public, |cx, req| language(cx, &req.query)),
        Endpoint::submit(
            "/language",
            Access::Public,
            |cx, req| language(cx, &req.form),
            show_sign_in,
            &[("lang", "en")],
        ),
        Endpoint::page("/away", Access::Public, show_away),
    ]
}

#[expect(clippy::unnecessary_wraps, reason = "every page may fail as far as the kit knows")]
pub(super) fn show_sign_in(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let kept = if req.form.is_empty() { Kept::address(req.query.get("to")) } else { Kept::carried(&req.form) };
    let typed = Typed::of(cx, req);
    let passkey = super::passkey::offered(cx.config);
    Ok(SignInPage { typed, kept, ended: false, passkey }.view(&Ui::new(cx.words, cx.lang)))
}

/// The sign-in page in place of one that needs a session, keeping what was being sent: the hook of the kit.
pub fn sign_in_again(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let kept = Kept::of(req);
    // Whoever never had a session has not lost one.
    let ended = req.credential != Credential::None;
    let typed = Typed::default();
    let passkey = super::passkey::offered(cx.config);
    Ok(SignInPage { typed, kept, ended, passkey }.view(&Ui::new(cx.words, cx.lang)))
}

fn sign_in(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let before = super::acts::left_off(cx, &req.credential)?;
    let kept = Kept::carried(&req.form);
    match super::sign_in(cx, req.form.get("login"), &req.outside, &req.remote)? {
        SignedIn::Wait { seconds } => Err(Problem::TooMany { retry_after_s: seconds }),
        // The failed try must be kept, so this is an answer and not a problem, which would undo it.
        SignedIn::No => {
            let req = refused(req, Problem::Refused(Msg::new("auth-sign-in-wrong")));
            show_sign_in(cx, &req).map(Into::into)
        }
        SignedIn::Code { step } => Ok(second::code_page(cx, step, kept, Typed::default()).into()),
        SignedIn::Yes { token, seconds } => signed_in(cx, before, kept, token, seconds),
    }
}

/// Goes on in a session that was just opened: with what was being sent, for the agency that it was written for.
pub(super) fn signed_in(
    cx: &mut Cx<'_>,
    before: Option<LeftOff>,
    kept: Kept,
    token: String,
    seconds: i64,
) -> Outcome<Answer> {
    cx.who = super::resolve(cx, &Credential::Cookie(token.clone()))?;
    let by = cx.viewer()?;
    if let Some(before) = before {
        // Its token is about to be forgotten by the browser: nobody should find it anywhere and go on with it.
        super::store::end(cx.tx, before.session)?;
        if before.worker == by.worker && before.agency != by.agency {
            // What is sent on must be done for the agency that it was written for.
            super::switch(cx, before.agency)?;
            cx.who = super::resolve(cx, &Credential::Cookie(token.clone()))?;
        }
    }
    let cookie = Some(("session", token, seconds));
    let by = cx.viewer()?;
    let home = if frame::resting(cx)?.is_empty() { frame::home(by.roles) } else { "/second-factor" };
    match kept {
        Kept::Form { path, fields } => {
            let own = agency::get(cx, by.agency)?.name;
            let page = KeptPage { path, fields, agency: own, home, once: random_token(cx.rng) };
            let view = page.view(&Ui::new(cx.words, cx.lang));
            Ok(Answer::Page(View { cookie, ..view }))
        }
        Kept::Address(to) => Ok(Answer::See { to, said: None, cookie }),
        Kept::Nothing => Ok(Answer::See { to: home.to_owned(), said: None, cookie }),
    }
}

fn sign_out(cx: &mut Cx<'_>, _: &Req) -> Outcome<Answer> {
    super::sign_out(cx)?;
    let cookie = Some(("session", String::new(), 0));
    Ok(Answer::See { to: "/sign-in".to_owned(), said: Some(Msg::new("auth-signed-out")), cookie })
}

fn seats(cx: &mut Cx<'_>) -> Outcome<Vec<Seat>> {
    let by = cx.viewer()?;
    let seats = agency::memberships(cx.tx, by.worker, cx.now)?;
    Ok(seats.into_iter().map(|(id, name, roles)| Seat { id, name, roles, current: id == by.agency }).collect())
}

fn show_switch(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let page = SwitchPage { seats: seats(cx)?, typed: Typed::of(cx, req) };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn switch(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let agency: AgencyId = req.form.get("agency").parse().map_err(|_| Problem::field("agency", "base-field-choose"))?;
    super::switch(cx, agency).map_err(|problem| match problem {
        Problem::NotFound => Problem::field("agency", "base-field-not-a-choice"),
        other => other,
    })?;
    let roles = agency::roles_at(cx.tx, cx.viewer()?.worker, agency, cx.now)?.unwrap_or_default();
    Ok(see(frame::home(roles), "auth-switched"))
}

fn show_password(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let login = agency::login_of(cx.tx, cx.viewer()?.worker)?.unwrap_or_default();
    let page = PasswordPage { login, typed: Typed::of(cx, req) };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn change_password(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let wanted = Wanted { new: req.form.get("new"), again: req.form.get("again") };
    match super::change_password(cx, &wanted, &req.outside, &req.remote)? {
        // Every session has ended, this one too: the new password is tried at once.
        Changed::Yes => {
            let cookie = Some(("session", String::new(), 0));
            Ok(Answer::See { to: "/sign-in".to_owned(), said: Some(Msg::new("auth-password-changed")), cookie })
        }
        // The try must be kept, so this is an answer and not a problem, which would undo it.
        Changed::No(problem) => show_password(cx, &refused(req, problem)).map(Into::into),
        Changed::Wait { seconds } => Err(Problem::TooMany { retry_after_s: seconds }),
    }
}

/// The request with what was wrong, for the page that shows the form again.
pub(super) fn refused(req: &Req, problem: Problem) -> Req {
    Req { problem: Some(problem), ..req.clone() }
}

fn show_start(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let page = StartPage { typed: Typed::of(cx, req) };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn start(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let typed = |name| req.form.get(name);
    let wanted = Wanted { new: typed("new"), again: typed("again") };
    match super::start(cx, typed("login"), typed("code"), &wanted, &req.outside, &req.remote)? {
        Started::Yes { second_ended } => {
            Ok(see("/sign-in", if second_ended { "auth-second-ended-with-start" } else { "auth-password-changed" }))
        }
        Started::No => show_start(cx, &refused(req, Problem::Refused(Msg::new("auth-start-wrong")))).map(Into::into),
        Started::Wait { seconds } => Err(Problem::TooMany { retry_after_s: seconds }),
    }
}

fn end_session(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    super::end_session(cx, req.id("session")?)?;
    Ok(see("/account", "auth-session-ended"))
}

fn end_others(cx: &mut Cx<'_>, _: &Req) -> Outcome<Answer> {
    super::end_other_sessions(cx)?;
    Ok(see("/account", "auth-sessions-ended"))
}

/// The hash of a new password in the field `name`, worked out before the transaction; empty for one that will be
/// refused anyway, and for whoever shows no session.
pub(crate) fn hash_outside(app: &App, req: &Req, name: &str) -> Outcome<String> {
    let password = req.form.get(name);
    if own::may_pass(password) && req.credential != Credential::None {
        hash(password, Strength::Real, app.random())
    } else {
        Ok(String::new())
    }
}

pub(super) fn show_account(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let by = cx.viewer()?;
    let seats = seats(cx)?;
    let here = |session: super::OpenSession| {
        let agency = seats.iter().find(|seat| seat.id == session.agency).map(|seat| seat.name.clone());
        OpenHere { current: session.id == by.session, session, agency: agency.unwrap_or_default() }
    };
    let open = super::sessions(cx)?.into_iter().map(here).collect();
    let passkeys = super::passkey::offered(cx.config).then(|| super::passkey::mine(cx)).transpose()?;
    let page = AccountPage {
        passkeys,
        name: agency::worker_name(cx, by.worker)?,
        login: agency::login_of(cx.tx, by.worker)?.unwrap_or_default(),
        seats,
        open,
        once: Typed::of(cx, req).once,
    };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

/// Keeps the register in a cookie and comes back to where the reader was.
#[expect(clippy::unnecessary_wraps, reason = "every page may fail as far as the kit knows")]
fn language(_: &mut Cx<'_>, fields: &web::Form) -> Outcome<Answer> {
    let lang = Lang::from_code(fields.get("lang")).unwrap_or_default();
    let to = local_path(fields.get("to")).unwrap_or("/").to_owned();
    Ok(Answer::See { to, said: None, cookie: Some(("lang", lang.code().to_owned(), LANGUAGE_S)) })
}

#[expect(clippy::unnecessary_wraps, reason = "every page may fail as far as the kit knows")]
fn show_away(cx: &mut Cx<'_>, _: &Req) -> Outcome<View> {
    let mut view = AwayPage { today: cx.today() }.view(&Ui::new(cx.words, cx.lang));
    // The session is forgotten: the way back must not lead into somebody's record.
    view.cookie = Some(("session", String::new(), 0));
    Ok(view)
}
