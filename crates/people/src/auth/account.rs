//! The own account as JSON: password, sessions, and a new start.

use base::{Outcome, Problem, Time};
use policy::Act;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Access, App, Cx, Endpoint, Req};

use super::own::{self, Changed, Wanted};
use super::start::{self, Started};
use crate::agency;
use crate::agency::api::{DONE, Done, Nothing};

/// The old password and the new one.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
struct PasswordIn {
    /// The current password.
    old: String,
    /// The new one, at least 13 characters.
    new: String,
    /// The new one once more.
    again: String,
}

/// A code and the new password.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
struct StartIn {
    /// What the worker signs in with.
    login: String,
    /// The code that the administrator told them.
    code: String,
    /// The new password, at least 13 characters.
    new: String,
    /// The new one once more.
    again: String,
}

/// A code that was given. It is told this once.
#[derive(Serialize, ToSchema)]
struct StartOut {
    code: String,
    /// Until when it can be used.
    #[schema(value_type = String)]
    until: Time,
}

/// A session that is open.
#[derive(Serialize, ToSchema)]
struct SessionOut {
    id: String,
    agency: String,
    #[schema(value_type = String)]
    since: Time,
    /// When it was last used, to the minute.
    #[schema(value_type = String)]
    seen_at: Time,
    /// Whether this request came by it.
    current: bool,
}

/// The own sessions.
#[derive(Serialize, ToSchema)]
struct SessionsOut {
    items: Vec<SessionOut>,
}

pub(super) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::api_post(
            "/api/v1/me/password",
            Access::SignedIn,
            "Change the own password; every session ends",
            change_password,
            &[("old", "wrong on purpose"), ("new", "correct horse battery"), ("again", "correct horse battery")],
        )
        .after(prepare_change)
        .shown_once(),
        Endpoint::api_get("/api/v1/me/sessions", Access::SignedIn, "The own sessions that are open", sessions),
        Endpoint::api_post(
            "/api/v1/me/sessions/{session}/end",
            Access::SignedIn,
            "End one of the own sessions",
            end_session,
            &[],
        ),
        Endpoint::api_post(
            "/api/v1/me/sessions/end",
            Access::SignedIn,
            "End every own session but the one in use",
            end_others,
            &[],
        ),
        Endpoint::api_post(
            "/api/v1/start",
            Access::Public,
            "Set a new password with the code of the administrator",
            use_code,
            &[
                ("login", "center"),
                ("code", "0000-0000-0000-0000"),
                ("new", "correct horse battery"),
                ("again", "correct horse battery"),
            ],
        )
        .after(prepare_start)
        .shown_once(),
        Endpoint::api_post(
            "/api/v1/agencies/{agency}/workers/{worker}/start",
            Access::May(Act::ManageWorkers),
            "Give a worker a code for a new password; the one before ends",
            give_start,
            &[],
        )
        .shown_once(),
    ]
}

fn prepare_change(app: &App, req: &Req) -> Outcome<String> {
    let sent: PasswordIn = req.json_or_default();
    own::prepare_change(app, req, &sent.old, &sent.new)
}

fn change_password(cx: &mut Cx<'_>, req: &Req, input: PasswordIn) -> Outcome<Done> {
    let wanted = Wanted { new: &input.new, again: &input.again };
    match super::change_password(cx, &wanted, &req.outside, &req.remote)? {
        Changed::Yes => {}
        Changed::No(problem) => cx.keep_and_refuse(problem),
        Changed::Wait { seconds } => return Err(Problem::TooMany { retry_after_s: seconds }),
    }
    Ok(DONE)
}

fn sessions(cx: &mut Cx<'_>, _: &Req) -> Outcome<SessionsOut> {
    let current = cx.viewer()?.session;
    let out = |session: super::OpenSession| SessionOut {
        id: session.id.to_string(),
        agency: session.agency.to_string(),
        since: session.since,
        seen_at: session.seen_at,
        current: session.id == current,
    };
    Ok(SessionsOut { items: super::sessions(cx)?.into_iter().map(out).collect() })
}

fn end_session(cx: &mut Cx<'_>, req: &Req, _: Nothing) -> Outcome<Done> {
    super::end_session(cx, req.id("session")?).map(|()| DONE)
}

fn end_others(cx: &mut Cx<'_>, _: &Req, _: Nothing) -> Outcome<Done> {
    super::end_other_sessions(cx).map(|()| DONE)
}

fn prepare_start(app: &App, req: &Req) -> Outcome<String> {
    let sent: StartIn = req.json_or_default();
    start::prepare_start(app, &sent.login, &sent.code, &sent.new, &req.remote)
}

fn use_code(cx: &mut Cx<'_>, req: &Req, input: StartIn) -> Outcome<Done> {
    let wanted = Wanted { new: &input.new, again: &input.again };
    match super::start(cx, &input.login, &input.code, &wanted, &req.outside, &req.remote)? {
        Started::Yes { .. } => {}
        // The try is counted, so what was written stays.
        Started::No => cx.keep_and_refuse(Problem::field("code", "auth-start-wrong")),
        Started::Wait { seconds } => return Err(Problem::TooMany { retry_after_s: seconds }),
    }
    Ok(DONE)
}

fn give_start(cx: &mut Cx<'_>, req: &Req, _: Nothing) -> Outcome<StartOut> {
    let agency = req.id("agency")?;
    agency::get(cx, agency)?;
    let start = super::give_start(cx, agency, req.id("worker")?)?;
    Ok(StartOut { code: start.code, until: start.until })
}
