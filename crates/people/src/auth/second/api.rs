//! The own second factor, for programs.

use base::{Outcome, Time};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Access, Cx, Endpoint, Req};

use super::State;
use crate::agency::api::{DONE, Done, Nothing};

/// How the own second factor stands.
#[derive(Default, Serialize, ToSchema)]
struct SecondOut {
    /// `off`, `proposed` or `on`.
    state: &'static str,
    /// Since when it is asked for.
    #[schema(value_type = Option<String>)]
    since: Option<Time>,
    /// Recovery codes that are left.
    codes_left: Option<i64>,
    /// The proposed secret, base 32; only until it is confirmed, and for five minutes after showing who one is.
    secret: Option<String>,
    /// The same as an `otpauth` address.
    address: Option<String>,
}

/// The first code.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
struct CodeIn {
    /// Six digits.
    code: String,
}

/// Recovery codes. They are told this once.
#[derive(Serialize, ToSchema)]
struct CodesOut {
    /// Ten codes, each for one sign-in.
    codes: Vec<String>,
}

pub(super) fn endpoints() -> Vec<Endpoint> {
    let signed = Access::SignedIn;
    vec![
        Endpoint::api_get("/api/v1/me/second-factor", signed, "How the own second factor stands", state),
        Endpoint::api_post(
            "/api/v1/me/second-factor/new",
            signed,
            "Make a secret for an authenticator app; a first code confirms it",
            propose,
            &[],
        )
        .shown_once(),
        Endpoint::api_post(
            "/api/v1/me/second-factor/confirm",
            signed,
            "Confirm the secret with a first code; every other session ends",
            |cx, _, input: CodeIn| Ok(CodesOut { codes: super::confirm(cx, &input.code)? }),
            &[("code", "000000")],
        )
        .shown_once(),
        Endpoint::api_post(
            "/api/v1/me/second-factor/codes",
            signed,
            "Make new recovery codes; those before end",
            |cx, _, _: Nothing| Ok(CodesOut { codes: super::new_codes(cx)? }),
            &[],
        )
        .shown_once(),
        Endpoint::api_post(
            "/api/v1/me/second-factor/end",
            signed,
            "Give the second factor up; every other session ends",
            |cx, _, _: Nothing| super::end(cx).map(|()| -> Done { DONE }),
            &[],
        ),
    ]
}

fn state(cx: &mut Cx<'_>, _: &Req) -> Outcome<SecondOut> {
    Ok(match super::state(cx)? {
        State::Off => SecondOut { state: "off", ..SecondOut::default() },
        State::On { since, left } => {
            SecondOut { state: "on", since: Some(since), codes_left: Some(left), ..SecondOut::default() }
        }
        State::Proposed { secret, address } => {
            SecondOut { state: "proposed", secret: Some(secret), address: Some(address), ..SecondOut::default() }
        }
    })
}

fn propose(cx: &mut Cx<'_>, req: &Req, _: Nothing) -> Outcome<SecondOut> {
    super::propose(cx)?;
    state(cx, req)
}
