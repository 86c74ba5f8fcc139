//! Notices as JSON.

use base::{Outcome, Time};
use policy::Act;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Access, Cx, Endpoint, Req};

use crate::agency::api::{DONE, Done, Nothing};

/// One notice: that something changed, and where to look.
#[derive(Serialize, ToSchema)]
struct NoticeOut {
    #[schema(value_type = String)]
    at: Time,
    kind: String,
    href: String,
    read: bool,
}

/// The agency's notices, newest first.
#[derive(Serialize, ToSchema)]
struct Notices {
    items: Vec<NoticeOut>,
}

pub(super) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::api_get("/api/v1/notices", Access::May(Act::SeeCaseload), "The agency's notices", list),
        Endpoint::api_post(
            "/api/v1/notices/read",
            Access::May(Act::SeeCaseload),
            "Mark all notices as read",
            read,
            &[],
        ),
    ]
}

fn list(cx: &mut Cx<'_>, _: &Req) -> Outcome<Notices> {
    let items = super::list(cx)?
        .into_iter()
        .map(|n| NoticeOut { at: n.at, kind: n.kind, href: n.href, read: n.is_read })
        .collect();
    Ok(Notices { items })
}

fn read(cx: &mut Cx<'_>, _: &Req, _: Nothing) -> Outcome<Done> {
    super::mark_read(cx, cx.now).map(|()| DONE)
}
