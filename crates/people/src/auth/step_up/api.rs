//! Step-up for programs.

use base::{Outcome, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Access, Cx, Endpoint, Req};

use super::{SteppedUp, Way, prepare, step_up, ways};

/// What shows that it is the worker.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
struct StepUpIn {
    /// The password, where the account has no second factor.
    password: String,
    /// A code of the second factor, where it has one.
    code: String,
}

/// The session under its new token; the old one is over.
#[derive(Serialize, ToSchema)]
struct StepUpOut {
    /// Send it as `Authorization: Bearer …` from now on.
    token: String,
    /// Seconds for which the session lives at most.
    seconds: i64,
}

pub(super) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::api_post(
            "/api/v1/me/step-up",
            Access::SignedIn,
            "Show once more that it is you, as `step-up-needed` asks; the session gets a new token",
            act,
            &[("password", "wrong on purpose")],
        )
        .after(|app, req| prepare(app, req, &req.json_or_default::<StepUpIn>().password))
        .shown_once(),
    ]
}

fn act(cx: &mut Cx<'_>, req: &Req, input: StepUpIn) -> Outcome<StepUpOut> {
    let by_code = ways(cx)?.contains(&Way::Code);
    match step_up(cx, &req.outside, &input.code, &req.remote)? {
        SteppedUp::Yes { token, seconds } => Ok(StepUpOut { token, seconds }),
        // The try is counted, so what was written stays.
        SteppedUp::No => {
            let (field, why) = if by_code { ("code", "auth-second-wrong") } else { ("password", "auth-step-up-wrong") };
            cx.keep_and_refuse(Problem::field(field, why));
            Ok(StepUpOut { token: String::new(), seconds: 0 })
        }
        SteppedUp::Wait { seconds } => Err(Problem::TooMany { retry_after_s: seconds }),
    }
}
