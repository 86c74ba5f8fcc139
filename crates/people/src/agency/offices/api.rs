//! Offices that wait for a second person, for programs.

use base::{Outcome, Time};
use policy::{Act, Role};
use serde::Serialize;
use utoipa::ToSchema;
use web::{Access, Cx, Endpoint, Req};

use super::Confirming;
use crate::agency::api::{DONE, Done, Nothing};

/// An office that somebody gave and a second person has not confirmed.
#[derive(Serialize, ToSchema)]
struct OfficeOut {
    id: String,
    /// Who is to hold it.
    worker: String,
    roles: Vec<&'static str>,
    /// Who gave it.
    asked_by: String,
    /// Until when it can be confirmed.
    #[schema(value_type = String)]
    until: Time,
    /// Whether the one who asks may confirm it.
    may_confirm: bool,
}

/// What waits at an agency, the oldest first.
#[derive(Serialize, ToSchema)]
struct Offices {
    items: Vec<OfficeOut>,
}

pub(super) fn endpoints() -> Vec<Endpoint> {
    let manage = Access::May(Act::ManageWorkers);
    vec![
        Endpoint::api_get(
            "/api/v1/agencies/{agency}/offices",
            manage,
            "Offices that wait for a second person to confirm them",
            list,
        ),
        Endpoint::api_post(
            "/api/v1/agencies/{agency}/offices/{office}/confirm",
            manage,
            "Confirm, as the second person; the worker holds the office from the next request",
            |cx, req, _: Nothing| super::confirm(cx, req.id("agency")?, req.id("office")?).map(|()| -> Done { DONE }),
            &[],
        ),
        Endpoint::api_post(
            "/api/v1/agencies/{agency}/offices/{office}/withdraw",
            manage,
            "Give the office to nobody after all",
            |cx, req, _: Nothing| super::withdraw(cx, req.id("agency")?, req.id("office")?).map(|()| -> Done { DONE }),
            &[],
        ),
    ]
}

fn list(cx: &mut Cx<'_>, req: &Req) -> Outcome<Offices> {
    let items = super::waiting(cx, req.id("agency")?)?
        .into_iter()
        .map(|(waiting, confirming)| OfficeOut {
            id: waiting.id.to_string(),
            worker: waiting.worker.to_string(),
            roles: waiting.roles.iter().map(Role::code).collect(),
            asked_by: waiting.asked_by.to_string(),
            until: waiting.until,
            may_confirm: confirming == Confirming::May,
        })
        .collect();
    Ok(Offices { items })
}
