//! Consents as JSON.

use base::{Outcome, PersonId, Time};
use policy::Act;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Access, Cx, Endpoint, Req};

use super::model::{ConsentInput, GrantRow, RefusalInput};
use crate::agency::api::{DONE, Done, Made, Nothing};
use crate::person::api::{EntryOut, entry};

/// A grant.
#[derive(Serialize, ToSchema)]
struct GrantOut {
    id: String,
    to: String,
    shows: Vec<&'static str>,
    #[serde(rename = "for")]
    purposes: Vec<&'static str>,
    relapse_named: bool,
    #[schema(value_type = String)]
    from: Time,
    #[schema(value_type = String)]
    until: Time,
    how: &'static str,
    /// From when relapse counts towards an agency with a duty to report, if it was named with a witness.
    #[schema(value_type = Option<String>)]
    relapse_from: Option<Time>,
    /// Who from outside justice was there when relapse was named, and the agency they work at.
    outside_witness: Option<String>,
    outside_agency: Option<String>,
    /// When relapse was taken back while the rest stayed.
    #[schema(value_type = Option<String>)]
    relapse_taken_back_at: Option<Time>,
    /// Which wording was on the screen.
    text_version: String,
    revoked: bool,
    live: bool,
}

/// What an agency would see if the person agreed, out of what the asking agency sees itself.
#[derive(Serialize, ToSchema)]
struct PreviewOut {
    to: String,
    /// What it could see about the person for supporting them.
    opens: Vec<&'static str>,
    /// What stays closed because the person forbids it.
    forbidden: Vec<&'static str>,
    /// From when relapse would be told, where it waits; entries and categories are those of that moment.
    #[schema(value_type = Option<String>)]
    relapse_from: Option<Time>,
    /// Notes and facts it would see.
    entries: Vec<EntryOut>,
    /// Ids of those that would stay closed to it.
    closed: Vec<String>,
}

/// A refusal.
#[derive(Serialize, ToSchema)]
struct RefusalOut {
    id: String,
    to: String,
    hides: Vec<&'static str>,
}

/// Which consent to end.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
struct NumberIn {
    /// The number on the person's sheet.
    number: String,
}

/// What a person allows and forbids, as far as the asking agency may know.
#[derive(Serialize, ToSchema)]
struct Consents {
    grants: Vec<GrantOut>,
    refusals: Vec<RefusalOut>,
}

pub(super) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::api_get(
            "/api/v1/persons/{person}/consents",
            Access::May(Act::OpenPerson),
            "What the person allows and forbids, as far as the agency may know",
            list,
        ),
        Endpoint::api_post(
            "/api/v1/persons/{person}/consents",
            Access::May(Act::TakeConsent),
            "Keep what the person allows",
            grant,
            &[("to", "{agency}"), ("shows", "health"), ("for", "handover"), ("until", "2026-12-20"), ("how", "signed")],
        ),
        Endpoint::api_post(
            "/api/v1/persons/{person}/consents/preview",
            Access::May(Act::TakeConsent),
            "What the agency would see with this consent; nothing is kept",
            preview,
            &[("to", "{agency}"), ("shows", "health"), ("for", "support"), ("until", "2026-12-20"), ("how", "signed")],
        )
        .shown_once(),
        Endpoint::api_post(
            "/api/v1/persons/{person}/consents/{grant}/revoke",
            Access::May(Act::RevokeConsent),
            "End a grant now, because the person says so",
            revoke,
            &[],
        ),
        Endpoint::api_post(
            "/api/v1/persons/{person}/consents/{grant}/relapse",
            Access::May(Act::RevokeConsent),
            "Take back that relapse may be told; the rest of the grant stays",
            take_back_relapse,
            &[],
        ),
        Endpoint::api_post(
            "/api/v1/consents/revoke",
            Access::May(Act::RevokeByNumber),
            "End a consent by its number, without seeing whose it is",
            revoke_by_number,
            &[("number", "0000000000009")],
        ),
        Endpoint::api_post(
            "/api/v1/persons/{person}/refusals",
            Access::May(Act::RecordRefusal),
            "Keep what the person forbids",
            refuse,
            &[("to", "{agency}"), ("hides", "justice")],
        ),
        Endpoint::api_post(
            "/api/v1/persons/{person}/refusals/{refusal}/lift",
            Access::May(Act::RecordRefusal),
            "Lift a refusal, because the person says so",
            lift,
            &[],
        ),
    ]
}

fn revoke_by_number(cx: &mut Cx<'_>, _: &Req, input: NumberIn) -> Outcome<Done> {
    super::revoke_by_number(cx, &input.number).map(|()| DONE)
}

fn list(cx: &mut Cx<'_>, req: &Req) -> Outcome<Consents> {
    let person: PersonId = req.id("person")?;
    let now = cx.now;
    let grants = super::grants_shown(cx, person)?.into_iter().map(|g| out(g, now)).collect();
    let refusals = super::refusals_shown(cx, person)?
        .into_iter()
        .map(|r| RefusalOut { id: r.id.to_string(), to: r.agency.to_string(), hides: codes(r.categories) })
        .collect();
    let event = crate::audit::Event::of("consent.list").about(person);
    crate::audit::record(cx, event)?;
    Ok(Consents { grants, refusals })
}

fn codes(categories: policy::Categories) -> Vec<&'static str> {
    categories.iter().map(policy::Category::code).collect()
}

fn out(g: GrantRow, now: Time) -> GrantOut {
    GrantOut {
        id: g.id.to_string(),
        to: g.agency.to_string(),
        shows: codes(g.categories),
        purposes: g.purposes.iter().map(policy::Purpose::code).collect(),
        relapse_named: g.relapse_named,
        from: g.from,
        until: g.until,
        how: g.how.code(),
        relapse_from: g.naming.from,
        relapse_taken_back_at: g.naming.back_at,
        outside_agency: g.naming.outside.as_ref().map(|o| o.agency.to_string()),
        outside_witness: g.naming.outside.as_ref().map(|o| o.name.clone()),
        text_version: g.text_version.clone(),
        revoked: g.revoked_at.is_some(),
        live: g.is_live(now),
    }
}

fn grant(cx: &mut Cx<'_>, req: &Req, input: ConsentInput) -> Outcome<Made> {
    super::grant(cx, req.id("person")?, &input).map(|id| Made { id: id.to_string() })
}

fn preview(cx: &mut Cx<'_>, req: &Req, input: ConsentInput) -> Outcome<PreviewOut> {
    let preview = super::preview(cx, req.id("person")?, &input)?;
    Ok(PreviewOut {
        to: preview.to.id.to_string(),
        opens: codes(preview.opens),
        forbidden: codes(preview.forbidden),
        relapse_from: preview.relapse_from,
        entries: preview.seen.open.iter().map(entry).collect(),
        closed: preview.seen.closed.iter().map(|e| e.id.to_string()).collect(),
    })
}

fn revoke(cx: &mut Cx<'_>, req: &Req, _: Nothing) -> Outcome<Done> {
    super::revoke(cx, req.id("person")?, req.id("grant")?).map(|()| DONE)
}

fn take_back_relapse(cx: &mut Cx<'_>, req: &Req, _: Nothing) -> Outcome<Done> {
    super::take_back_relapse(cx, req.id("person")?, req.id("grant")?).map(|()| DONE)
}

fn refuse(cx: &mut Cx<'_>, req: &Req, input: RefusalInput) -> Outcome<Made> {
    super::refuse(cx, req.id("person")?, &input).map(|id| Made { id: id.to_string() })
}

fn lift(cx: &mut Cx<'_>, req: &Req, _: Nothing) -> Outcome<Done> {
    super::lift_refusal(cx, req.id("person")?, req.id("refusal")?).map(|()| DONE)
}
