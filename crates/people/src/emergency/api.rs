//! Emergency looks as JSON.

use base::{Outcome, PersonId, Problem, Time};
use policy::{Act, Category};
use serde::Serialize;
use utoipa::ToSchema;
use web::{Access, Cx, Endpoint, Req};

use super::model::{Emergency, EmergencyInput, Finding, Live, Opened, Reason};
use super::review::{self, DelayInput, FindingInput};
use crate::agency::api::{DONE, Done, Nothing};

/// A look that stands open.
#[derive(Serialize, ToSchema)]
struct LiveOut {
    /// Its number, to end it.
    id: String,
    /// Whose page is open.
    #[schema(value_type = String)]
    person: PersonId,
    /// Until when.
    #[schema(value_type = String)]
    until: Time,
}

/// An emergency look, without whom it was of.
#[derive(Serialize, ToSchema)]
struct EmergencyOut {
    id: String,
    worker: String,
    #[schema(value_type = String)]
    from: Time,
    #[schema(value_type = String)]
    until: Time,
    reason: Reason,
    /// What happened, as the worker told it.
    text: String,
    /// The last day for the review.
    due: String,
    overdue: bool,
    /// From when the person is told.
    #[schema(value_type = String)]
    tell_at: Time,
    finding: Option<Finding>,
    /// What was noted with the finding.
    note: Option<String>,
    /// How often something was opened.
    looks: i64,
    /// What was seen.
    categories: Vec<&'static str>,
}

/// Emergency looks of the own agency's workers.
#[derive(Serialize, ToSchema)]
struct Emergencies {
    /// Those that wait for a review, oldest first.
    waiting: Vec<EmergencyOut>,
    /// The last twenty that were reviewed.
    reviewed: Vec<EmergencyOut>,
}

/// What a sample says; it opens nothing, for nobody has this number.
pub(super) const NOBODY: web::Sample = &[("number", "0000000000009"), ("reason", "life"), ("text", "意識がない")];

pub(super) fn endpoints() -> Vec<Endpoint> {
    let (look, review) = (Access::May(Act::BreakGlass), Access::May(Act::ReviewBreakGlass));
    vec![
        Endpoint::api_post(
            "/api/v1/emergencies",
            look,
            "Look at one person without consent, in an emergency, for at most an hour",
            open,
            NOBODY,
        )
        .shown_once(),
        Endpoint::api_post(
            "/api/v1/emergencies/{glass}/end",
            look,
            "End an own emergency look before its time",
            end,
            &[],
        ),
        Endpoint::api_get("/api/v1/audit/emergencies", review, "Emergency looks that wait for a review", list),
        Endpoint::api_post(
            "/api/v1/audit/emergencies/{glass}/review",
            review,
            "Say what was found out about an emergency look",
            found,
            &[("finding", "right"), ("note", "救急隊に確かめた")],
        ),
        Endpoint::api_post(
            "/api/v1/audit/emergencies/{glass}/delay",
            review,
            "Let the person be told of an emergency look later, with a reason",
            delay,
            &[("until", "2026-12-01"), ("why", "家にいる人から身を守るため")],
        ),
    ]
}

fn open(cx: &mut Cx<'_>, _: &Req, input: EmergencyInput) -> Outcome<LiveOut> {
    match super::open(cx, &input)? {
        Opened::Yes(Live { id, person, until, .. }) => Ok(LiveOut { id: id.to_string(), person, until }),
        // The try is counted, so what was written stays.
        Opened::No => {
            cx.keep_and_refuse(Problem::refused("emergency-nobody"));
            Ok(LiveOut { id: String::new(), person: PersonId::from_raw(0), until: cx.now })
        }
        Opened::Wait { seconds } => Err(Problem::TooMany { retry_after_s: seconds }),
    }
}

fn end(cx: &mut Cx<'_>, req: &Req, _: Nothing) -> Outcome<Done> {
    super::end(cx, req.id("glass")?).map(|()| DONE)
}

fn list(cx: &mut Cx<'_>, _: &Req) -> Outcome<Emergencies> {
    let (waiting, reviewed) = super::waiting(cx)?;
    let today = cx.today();
    let out = |all: Vec<Emergency>| all.into_iter().map(|one| out(one, today)).collect();
    Ok(Emergencies { waiting: out(waiting), reviewed: out(reviewed) })
}

fn out(one: Emergency, today: base::Date) -> EmergencyOut {
    let (due, overdue) = (one.due().to_string(), one.is_overdue(today));
    let (finding, note) = one.found.unzip();
    EmergencyOut {
        id: one.id.to_string(),
        worker: one.worker.to_string(),
        from: one.from,
        until: one.until,
        reason: one.reason,
        text: one.text,
        due,
        overdue,
        tell_at: one.tell_at,
        finding,
        note,
        looks: one.looks,
        categories: one.seen.iter().map(Category::code).collect(),
    }
}

fn found(cx: &mut Cx<'_>, req: &Req, input: FindingInput) -> Outcome<Done> {
    review::found(cx, req.id("glass")?, &input).map(|()| DONE)
}

fn delay(cx: &mut Cx<'_>, req: &Req, input: DelayInput) -> Outcome<Done> {
    review::delay(cx, req.id("glass")?, &input).map(|()| DONE)
}
