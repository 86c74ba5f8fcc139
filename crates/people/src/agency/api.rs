//! Agencies and accounts as JSON.

use base::{AgencyId, Cursor, Outcome, Page, WorkerId};
use policy::{Act, Roles};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Access, Cx, Endpoint, Fields, Req};

use super::model::{Agency, AgencyInput, DutyInput, WorkerInput};
use crate::auth;

/// What these endpoints answer when there is nothing else to say.
#[derive(Serialize, ToSchema)]
pub struct Done {
    /// Always true: otherwise the answer is a problem.
    pub done: bool,
}

/// Says that it is done.
pub const DONE: Done = Done { done: true };

/// An id that was made.
#[derive(Serialize, ToSchema)]
pub struct Made {
    /// The new id.
    pub id: String,
}

/// A kind of agency.
#[derive(Serialize, ToSchema)]
struct KindOut {
    code: String,
    ja: String,
    simple: String,
    en: String,
    reports_by_default: bool,
}

/// An agency.
#[derive(Serialize, ToSchema)]
struct AgencyOut {
    id: String,
    code: Option<String>,
    kind: String,
    name: String,
    kana: String,
    area: String,
    phone: Option<String>,
    tells: String,
    has_account: bool,
    answer_days: i64,
    /// Whether it counts as bound to report; only when one agency is asked for.
    reports: Option<bool>,
    /// The legal basis that somebody checked, if any.
    duty_basis: Option<String>,
    version: i64,
}

/// One page of agencies.
#[derive(Serialize, ToSchema)]
struct AgencyPage {
    items: Vec<AgencyOut>,
    next: Option<String>,
}

/// Somebody who is to sit in at the agency too.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
struct SitIn {
    /// What they sign in with.
    login: String,
    /// Codes of roles.
    roles: Vec<String>,
}

/// What a worker may do from now on.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
struct RolesIn {
    /// Codes of roles.
    roles: Vec<String>,
}

/// No fields.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct Nothing {}

/// A worker of an agency.
#[derive(Serialize, ToSchema)]
struct MemberOut {
    id: String,
    name: String,
    roles: Vec<&'static str>,
    active: bool,
}

/// The workers of an agency.
#[derive(Serialize, ToSchema)]
struct Members {
    items: Vec<MemberOut>,
}

/// The kinds of agency.
#[derive(Serialize, ToSchema)]
struct Kinds {
    items: Vec<KindOut>,
}

pub(super) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::api_get("/api/v1/agency-kinds", Access::Public, "The kinds of agency", kinds),
        Endpoint::api_get("/api/v1/agencies", Access::SignedIn, "Agencies in reading order, 100 a page", list)
            .query(&[("after", "where the last page ended: its `next`")]),
        Endpoint::api_post(
            "/api/v1/agencies",
            Access::May(Act::ManageAgency),
            "Add an agency",
            create,
            &[("kind", "lawyer"), ("name", "みなと法律事務所"), ("area", "みなと市")],
        ),
        Endpoint::api_get("/api/v1/agencies/{agency}", Access::SignedIn, "An agency and its duty to report", show),
        Endpoint::api_post(
            "/api/v1/agencies/{agency}",
            Access::May(Act::ManageAgency),
            "Change an agency",
            change,
            &[("kind", "mhwc"), ("name", "みなとこころの相談センター"), ("version", "1")],
        ),
        Endpoint::api_post(
            "/api/v1/agencies/{agency}/duty",
            Access::May(Act::RecordDuty),
            "Record what was checked about the duty to report",
            duty,
            &[("reports", "no"), ("basis", "設置要綱第5条")],
        ),
        Endpoint::api_get("/api/v1/agencies/{agency}/workers", Access::SignedIn, "Who works there", workers),
        Endpoint::api_post(
            "/api/v1/agencies/{agency}/workers",
            Access::May(Act::ManageWorkers),
            "Open an account for a worker",
            add_worker,
            &[
                ("login", "new.worker"),
                ("name", "新井 まこと"),
                ("password", "correct horse battery"),
                ("roles", "worker"),
            ],
        ),
        Endpoint::api_post(
            "/api/v1/agencies/{agency}/members",
            Access::May(Act::ManageWorkers),
            "Let a worker of another agency sit in here too",
            sit_in,
            &[("login", "darc"), ("roles", "worker")],
        ),
        Endpoint::api_post(
            "/api/v1/agencies/{agency}/workers/{worker}/roles",
            Access::May(Act::ManageWorkers),
            "Change what a worker may do",
            roles,
            &[("roles", "worker")],
        ),
        Endpoint::api_post(
            "/api/v1/agencies/{agency}/workers/{worker}/leave",
            Access::May(Act::ManageWorkers),
            "End a worker's time at this agency",
            leave,
            &[],
        ),
        Endpoint::api_post(
            "/api/v1/agencies/{agency}/workers/{worker}/close",
            Access::May(Act::ManageWorkers),
            "Close a worker's account everywhere",
            close,
            &[],
        ),
    ]
}

fn kinds(cx: &mut Cx<'_>, _: &Req) -> Outcome<Kinds> {
    let items = super::kinds(cx)?
        .into_iter()
        .map(|k| KindOut {
            code: k.code,
            ja: k.ja,
            simple: k.simple,
            en: k.en,
            reports_by_default: k.reports_by_default,
        })
        .collect();
    Ok(Kinds { items })
}

fn list(cx: &mut Cx<'_>, req: &Req) -> Outcome<AgencyPage> {
    let after: Option<Cursor> = req.query.get("after").parse().ok();
    let key = after.as_ref().and_then(|c| c.bytes(0)).unwrap_or_default();
    let id = after.as_ref().and_then(|c| c.int(1)).unwrap_or_default();
    let rows = super::page(cx, (key, id), 101)?;
    let page = Page::cut(rows, 100, |last| {
        let sort = base::fold::kana_sort_key(if last.kana.is_empty() { &last.name } else { &last.kana });
        Cursor::new().with_bytes(&sort).with_int(last.id.raw())
    });
    Ok(AgencyPage { items: page.items.into_iter().map(|a| out(a, None, None)).collect(), next: page.next })
}

fn out(a: Agency, reports: Option<bool>, duty_basis: Option<String>) -> AgencyOut {
    AgencyOut {
        id: a.id.to_string(),
        code: a.code,
        kind: a.kind,
        name: a.name,
        kana: a.kana,
        area: a.area,
        phone: a.phone,
        tells: a.tells,
        has_account: a.has_account,
        answer_days: a.answer_days,
        reports,
        duty_basis,
        version: a.version,
    }
}

fn show(cx: &mut Cx<'_>, req: &Req) -> Outcome<AgencyOut> {
    let id: AgencyId = req.id("agency")?;
    let agency = super::get(cx, id)?;
    let duty = super::duty_now(cx, id)?;
    Ok(out(agency, Some(duty.reports), duty.fact.map(|f| f.basis)))
}

fn create(cx: &mut Cx<'_>, _: &Req, input: AgencyInput) -> Outcome<Made> {
    super::create(cx, &input).map(|id| Made { id: id.to_string() })
}

fn change(cx: &mut Cx<'_>, req: &Req, input: AgencyInput) -> Outcome<Done> {
    super::change(cx, req.id("agency")?, &input).map(|()| DONE)
}

fn duty(cx: &mut Cx<'_>, req: &Req, input: DutyInput) -> Outcome<Done> {
    super::record_duty(cx, req.id("agency")?, &input).map(|()| DONE)
}

fn workers(cx: &mut Cx<'_>, req: &Req) -> Outcome<Members> {
    let agency: AgencyId = req.id("agency")?;
    super::get(cx, agency)?;
    let items = super::members(cx, agency)?
        .into_iter()
        .map(|m| MemberOut {
            id: m.worker.to_string(),
            name: m.name,
            roles: m.roles.iter().map(policy::Role::code).collect(),
            active: m.active,
        })
        .collect();
    Ok(Members { items })
}

fn add_worker(cx: &mut Cx<'_>, req: &Req, input: WorkerInput) -> Outcome<Made> {
    let agency = req.id("agency")?;
    let new = input.parse()?;
    let hashed = auth::hash(&new.password, auth::Strength::Real, cx.rng)?;
    super::add_worker(cx, agency, &new, &hashed).map(|id| Made { id: id.to_string() })
}

fn read_roles(codes: &[String]) -> Outcome<Roles> {
    let mut f = Fields::new();
    let roles = super::read_roles(&mut f, codes);
    f.finish(|| Some(roles))
}

fn sit_in(cx: &mut Cx<'_>, req: &Req, input: SitIn) -> Outcome<Made> {
    let roles = read_roles(&input.roles)?;
    super::sit_in(cx, req.id("agency")?, &input.login, roles).map(|id| Made { id: id.to_string() })
}

fn roles(cx: &mut Cx<'_>, req: &Req, input: RolesIn) -> Outcome<Done> {
    let roles = read_roles(&input.roles)?;
    super::set_roles(cx, req.id("agency")?, req.id::<WorkerId>("worker")?, roles).map(|()| DONE)
}

fn leave(cx: &mut Cx<'_>, req: &Req, _: Nothing) -> Outcome<Done> {
    super::end_membership(cx, req.id("agency")?, req.id("worker")?).map(|()| DONE)
}

fn close(cx: &mut Cx<'_>, req: &Req, _: Nothing) -> Outcome<Done> {
    super::close_worker(cx, req.id("agency")?, req.id("worker")?).map(|()| DONE)
}
