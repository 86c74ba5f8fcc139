//! The own passkeys as JSON. They are made and used in a browser.

use base::{Outcome, Time};
use serde::Serialize;
use utoipa::ToSchema;
use web::{Access, Cx, Endpoint, Req};

use super::acts;
use crate::agency::api::{DONE, Done, Nothing};

/// A passkey.
#[derive(Serialize, ToSchema)]
struct PasskeyOut {
    id: String,
    /// What its owner calls it.
    name: String,
    #[schema(value_type = String)]
    made_at: Time,
    #[schema(value_type = Option<String>)]
    used_at: Option<Time>,
}

/// The own passkeys.
#[derive(Serialize, ToSchema)]
struct PasskeysOut {
    items: Vec<PasskeyOut>,
}

pub(super) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::api_get("/api/v1/me/passkeys", Access::SignedIn, "The own passkeys", list),
        Endpoint::api_post(
            "/api/v1/me/passkeys/{passkey}/remove",
            Access::SignedIn,
            "Remove one of the own passkeys",
            remove,
            &[],
        ),
    ]
}

fn list(cx: &mut Cx<'_>, _: &Req) -> Outcome<PasskeysOut> {
    let out = |own: super::Passkey| PasskeyOut {
        id: own.id.to_string(),
        name: own.name,
        made_at: own.made_at,
        used_at: own.used_at,
    };
    Ok(PasskeysOut { items: acts::mine(cx)?.into_iter().map(out).collect() })
}

fn remove(cx: &mut Cx<'_>, req: &Req, _: Nothing) -> Outcome<Done> {
    acts::remove(cx, req.id("passkey")?).map(|()| DONE)
}
