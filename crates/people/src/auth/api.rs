//! Signing in as a program.

use base::{Outcome, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Access, Cx, Endpoint, Req};

use super::SignedIn;
use super::second::{self, Finished};
use crate::agency;
use crate::agency::api::{DONE, Done, Nothing};

/// Login and password.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub(super) struct SignIn {
    /// What the worker signs in with.
    pub login: String,
    /// The password.
    pub password: String,
    /// A code of the second factor, if the account has one.
    pub code: String,
}

/// A session.
#[derive(Serialize, ToSchema)]
struct Session {
    /// Send it as `Authorization: Bearer …`.
    token: String,
    /// Seconds for which it lives at most.
    seconds: i64,
}

/// Which agency to act for.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
struct Switch {
    /// Its id; the worker must sit there too.
    agency: String,
}

/// Who is signed in.
#[derive(Serialize, ToSchema)]
struct Me {
    worker: String,
    name: String,
    agency: String,
    agency_name: String,
    /// The roles that hold in this session.
    roles: Vec<&'static str>,
    /// Roles that rest until a second factor is shown.
    resting: Vec<&'static str>,
}

pub(super) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::api_post(
            "/api/v1/sessions",
            Access::Public,
            "Sign in",
            sign_in,
            &[("login", "center"), ("password", "wrong on purpose")],
        )
        .after(super::acts::check_request)
        .shown_once(),
        Endpoint::api_get("/api/v1/me", Access::SignedIn, "Who is signed in, for which agency", me),
        Endpoint::api_post(
            "/api/v1/me/agency",
            Access::SignedIn,
            "Act for another agency",
            switch,
            &[("agency", "{agency}")],
        ),
        Endpoint::api_post("/api/v1/me/sign-out", Access::SignedIn, "Sign out", sign_out, &[]),
    ]
}

fn sign_in(cx: &mut Cx<'_>, req: &Req, input: SignIn) -> Outcome<Session> {
    let tried = match super::sign_in(cx, &input.login, &req.outside, &req.remote)? {
        SignedIn::Code { step } if !input.code.is_empty() => {
            match second::finish(cx, &step, &input.code, &req.remote)? {
                Finished::Tried(SignedIn::No) => return Ok(refuse(cx, Problem::field("code", "auth-second-wrong"))),
                Finished::Tried(tried) => tried,
                Finished::Late => SignedIn::No,
            }
        }
        tried => tried,
    };
    match tried {
        SignedIn::Yes { token, seconds } => Ok(Session { token, seconds }),
        SignedIn::Code { .. } => Ok(refuse(cx, Problem::field("code", "auth-second-needed"))),
        SignedIn::No => Ok(refuse(cx, Problem::SignInNeeded)),
        SignedIn::Wait { seconds } => Err(Problem::TooMany { retry_after_s: seconds }),
    }
}

/// The try is counted, so what was written stays.
fn refuse(cx: &mut Cx<'_>, problem: Problem) -> Session {
    cx.keep_and_refuse(problem);
    Session { token: String::new(), seconds: 0 }
}

fn me(cx: &mut Cx<'_>, _: &Req) -> Outcome<Me> {
    let by = cx.viewer()?;
    Ok(Me {
        worker: by.worker.to_string(),
        name: agency::worker_name(cx, by.worker)?,
        agency: by.agency.to_string(),
        agency_name: agency::get(cx, by.agency)?.name,
        roles: by.roles.iter().map(policy::Role::code).collect(),
        resting: super::frame::resting(cx)?.iter().map(policy::Role::code).collect(),
    })
}

fn switch(cx: &mut Cx<'_>, _: &Req, input: Switch) -> Outcome<Done> {
    let agency = input.agency.parse().map_err(|_| Problem::NotFound)?;
    super::switch(cx, agency).map(|()| DONE)
}

fn sign_out(cx: &mut Cx<'_>, _: &Req, _: Nothing) -> Outcome<Done> {
    super::sign_out(cx).map(|()| DONE)
}
