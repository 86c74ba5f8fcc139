//! Whether an agency asks a second factor of everybody: the page and the call for programs.

use base::{AgencyId, Outcome, Problem};
use policy::Act;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::ui::Ui;
use web::{Access, Answer, Cx, Endpoint, Req, View, see};

use super::api::{DONE, Done};
use super::view::AskingPage;
use crate::form::Typed;

/// Whether a second factor is asked of everybody who acts for the agency.
#[derive(Serialize, ToSchema)]
struct Asking {
    asks: bool,
}

/// Whether to ask it.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
struct AskIn {
    /// `yes` or `no`.
    asks: String,
}

pub(super) fn endpoints() -> Vec<Endpoint> {
    let manage = Access::May(Act::ManageAgency);
    vec![
        Endpoint::page("/agencies/{agency}/second-factor", manage, show),
        Endpoint::submit("/agencies/{agency}/second-factor", manage, save, show, &[("asks", "no")]),
        Endpoint::api_get(
            "/api/v1/agencies/{agency}/second-factor",
            manage,
            "Whether a second factor is asked of everybody who acts for the agency",
            |cx, req| Ok(Asking { asks: super::asks_second(cx, req.id("agency")?)? }),
        ),
        Endpoint::api_post(
            "/api/v1/agencies/{agency}/second-factor",
            manage,
            "Ask it, or no longer",
            |cx, req, input: AskIn| {
                super::ask_second(cx, req.id("agency")?, read(&input.asks)?).map(|()| -> Done { DONE })
            },
            &[("asks", "no")],
        ),
    ]
}

fn show(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let id: AgencyId = req.id("agency")?;
    let asks = if super::asks_second(cx, id)? { "yes" } else { "no" };
    let typed = Typed::of(cx, req).filled([("asks", asks.to_owned())]);
    let page = AskingPage { agency: super::get(cx, id)?, typed };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn read(asks: &str) -> Outcome<bool> {
    match asks {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(Problem::field("asks", "base-field-choose")),
    }
}

fn save(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let id: AgencyId = req.id("agency")?;
    let asks = read(req.form.get("asks"))?;
    super::ask_second(cx, id, asks)?;
    Ok(see(format!("/agencies/{id}"), if asks { "agency-second-asked" } else { "agency-second-not-asked" }))
}
