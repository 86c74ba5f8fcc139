//! Who looked, and objections, as JSON.

use base::{Outcome, Time};
use policy::{Act, Category};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Access, Cx, Endpoint, Req};

use super::acts;
use super::rules::{Day, Found, Objected};
use super::store::Objection;
use crate::agency::api::{DONE, Done};
use crate::emergency::Reason;

/// Looks of one kind on one day.
#[derive(Serialize, ToSchema)]
struct LookOut {
    /// The latest of them, to object to.
    event: String,
    /// The day in Japan.
    on: String,
    agency: Option<String>,
    /// Roles the worker held.
    roles: Vec<&'static str>,
    act: String,
    purpose: Option<String>,
    basis: String,
    /// Why, if it was an emergency look.
    reason: Option<Reason>,
    categories: Vec<&'static str>,
    times: i64,
    /// Whether the person objected.
    objected: bool,
    /// What the privacy officer found out.
    found: Option<Found>,
}

/// Who looked at a person, newest first.
#[derive(Serialize, ToSchema)]
struct LookedOut {
    items: Vec<LookOut>,
}

/// Which look the person objects to.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
struct ObjectIn {
    /// Id of the look.
    event: String,
}

/// What was found out about a look.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
struct AnswerIn {
    /// Id of the look.
    event: String,
    /// `in_order` or `not_in_order`.
    found: String,
}

/// A look that somebody objected to.
#[derive(Serialize, ToSchema)]
struct ObjectionOut {
    event: String,
    #[schema(value_type = String)]
    at: Time,
    worker: Option<String>,
    act: String,
    purpose: Option<String>,
    basis: String,
    categories: Vec<&'static str>,
    #[schema(value_type = String)]
    since: Time,
}

/// Objections that wait for an answer, longest waiting first.
#[derive(Serialize, ToSchema)]
struct ObjectionsOut {
    items: Vec<ObjectionOut>,
}

pub(super) fn endpoints() -> Vec<Endpoint> {
    let open = Access::May(Act::OpenPerson);
    let read = Access::May(Act::ReadAudit);
    vec![
        Endpoint::api_get(
            "/api/v1/persons/{person}/looked",
            open,
            "Who looked at the person, as far as the agency may know",
            looked,
        ),
        Endpoint::api_post(
            "/api/v1/persons/{person}/looked",
            open,
            "Take down that the person objects to a look",
            object,
            &[("event", "0000000000009")],
        ),
        Endpoint::api_get("/api/v1/audit/objections", read, "Objections to looks of the own agency's workers", waiting),
        Endpoint::api_post(
            "/api/v1/audit/objections",
            read,
            "Say what was found out about a look",
            answer,
            &[("event", "0000000000009"), ("found", "in_order")],
        ),
    ]
}

fn looked(cx: &mut Cx<'_>, req: &Req) -> Outcome<LookedOut> {
    let items = acts::looked(cx, req.id("person")?)?.days.into_iter().map(look).collect();
    Ok(LookedOut { items })
}

fn look(day: Day) -> LookOut {
    let on = day.on().to_string();
    let look = day.look;
    LookOut {
        event: look.event.to_string(),
        on,
        agency: look.agency.map(|id| id.to_string()),
        roles: look.roles.unwrap_or_default().iter().map(policy::Role::code).collect(),
        act: look.act,
        purpose: look.purpose,
        basis: look.basis,
        reason: look.reason,
        categories: look.categories.iter().map(Category::code).collect(),
        times: day.times,
        objected: look.objected != Objected::No,
        found: if let Objected::Answered(found) = look.objected { Some(found) } else { None },
    }
}

fn object(cx: &mut Cx<'_>, req: &Req, input: ObjectIn) -> Outcome<Done> {
    acts::object(cx, req.id("person")?, &input.event).map(|()| DONE)
}

fn waiting(cx: &mut Cx<'_>, _: &Req) -> Outcome<ObjectionsOut> {
    let items = acts::waiting(cx)?.into_iter().map(objection).collect();
    crate::audit::record(cx, crate::audit::Event::of("audit.objections"))?;
    Ok(ObjectionsOut { items })
}

fn objection(o: Objection) -> ObjectionOut {
    ObjectionOut {
        event: o.event.to_string(),
        at: o.at,
        worker: o.worker.map(|w| w.to_string()),
        act: o.act,
        purpose: o.purpose,
        basis: o.basis,
        categories: o.categories.iter().map(Category::code).collect(),
        since: o.since,
    }
}

fn answer(cx: &mut Cx<'_>, _: &Req, input: AnswerIn) -> Outcome<Done> {
    acts::answer(cx, &input.event, &input.found).map(|()| DONE)
}
