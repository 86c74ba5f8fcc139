//! What runs here, for programs.

use base::Outcome;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Access, Cx, Endpoint, Req};

/// What runs here, and where its source is.
#[derive(Serialize, ToSchema)]
struct About {
    /// Version of the program.
    version: &'static str,
    /// Licence, as SPDX writes it.
    licence: &'static str,
    /// Where the source code is found; missing when the operator gives it out on request.
    source: Option<String>,
}

pub(super) fn endpoints() -> Vec<Endpoint> {
    vec![Endpoint::api_get("/api/v1/about", Access::Public, "Which version runs, and where its source is", about)]
}

fn about(cx: &mut Cx<'_>, _: &Req) -> Outcome<About> {
    let source = Some(cx.config.source_url.clone()).filter(|url| !url.is_empty());
    Ok(About { version: super::VERSION, licence: super::LICENCE, source })
}
