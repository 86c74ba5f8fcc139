//! The audit trail as JSON, for the agency's own privacy officer.

use base::{Outcome, Time};
use policy::Act;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Access, Cx, Endpoint, Req};

use super::Looked;

/// One event.
#[derive(Serialize, ToSchema)]
struct EventOut {
    #[schema(value_type = String)]
    at: Time,
    worker: Option<String>,
    act: String,
    purpose: Option<String>,
    basis: String,
    categories: Vec<&'static str>,
    shown: i64,
}

/// Events, newest first.
#[derive(Serialize, ToSchema)]
struct Events {
    items: Vec<EventOut>,
}

pub(super) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::api_get(
            "/api/v1/audit",
            Access::May(Act::ReadAudit),
            "What the agency's workers did and saw, newest first, 100 a page",
            list,
        )
        .query(&[("before", "only what is older than this moment (RFC 3339)")]),
    ]
}

fn list(cx: &mut Cx<'_>, req: &Req) -> Outcome<Events> {
    let by = cx.allow(Act::ReadAudit)?;
    let before = req.query.get("before").parse().unwrap_or(Time::MAX);
    let items = super::of_agency(cx, by.agency, before, 100)?.into_iter().map(out).collect();
    super::record(cx, super::Event::of("audit.read"))?;
    Ok(Events { items })
}

fn out(e: Looked) -> EventOut {
    EventOut {
        at: e.at,
        worker: e.worker.map(|w| w.to_string()),
        act: e.act,
        purpose: e.purpose,
        basis: e.basis,
        categories: e.categories.iter().map(policy::Category::code).collect(),
        shown: e.shown,
    }
}
