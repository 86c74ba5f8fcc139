//! Requests, questions about free places, and what waits too long in the network.

use base::{Outcome, QuestionId};
use people::agency::api::{DONE, Done, Made};
use policy::Act;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Access, Cx, Endpoint, Req};

use crate::referral::acts::{self, Moved};
use crate::referral::input::{CapacityAnswerInput, CapacityInput, RequestAnswerInput, RequestInput};
use crate::referral::model::RequestId;
use crate::referral::show::{self, Late, QuestionShown, RequestShown};

/// Requests.
#[derive(Serialize, ToSchema)]
struct Requests {
    items: Vec<RequestShown>,
}

/// Questions about free places.
#[derive(Serialize, ToSchema)]
struct Questions {
    items: Vec<QuestionShown>,
}

/// What waits too long.
#[derive(Serialize, ToSchema)]
struct Overdue {
    items: Vec<Late>,
}

#[rustfmt::skip]
pub fn endpoints() -> Vec<Endpoint> {
    let see = Access::May(Act::SeeCaseload);
    let send = Access::May(Act::SendReferral);
    vec![
        Endpoint::api_get("/api/v1/requests", see, "Requests that wait for the agency, and those it made", requests),
        Endpoint::api_get("/api/v1/requests/{request}", see, "One of them", one_request),
        Endpoint::api_post("/api/v1/requests", send, "Ask the agency that works with a person to hand them over", request,
            &[("person", "{person}"), ("to", "{agency}"), ("note", "続きを一緒にできればと思います")]),
        Endpoint::api_post("/api/v1/requests/{request}/agree", send, "Agree: a referral to the asker is begun", agree, &[]),
        Endpoint::api_post("/api/v1/requests/{request}/decline", send, "Decline a request", decline, &[("note", "今はまだとのことです")]),
        Endpoint::api_get("/api/v1/capacity-questions", see, "Questions about free places, asked and received", questions),
        Endpoint::api_get("/api/v1/capacity-questions/{question}", see, "One of them", one_question),
        Endpoint::api_post("/api/v1/capacity-questions", send, "Ask whether there is a place; nothing about a person", ask,
            &[("to", "{agency}"), ("about", "夜の部屋が一つあるか")]),
        Endpoint::api_post("/api/v1/capacity-questions/{question}/answer", Access::May(Act::AnswerReferral), "Answer it", answer,
            &[("answer", "has_place")]),
        Endpoint::api_get("/api/v1/network/overdue", Access::May(Act::SeeNetworkOverdue), "What waits too long between agencies, without persons", late),
    ]
}

fn requests(cx: &mut Cx<'_>, _: &Req) -> Outcome<Requests> {
    Ok(Requests { items: show::requests(cx)? })
}

fn one_request(cx: &mut Cx<'_>, req: &Req) -> Outcome<RequestShown> {
    show::one_request(cx, req.id("request")?)
}

fn one_question(cx: &mut Cx<'_>, req: &Req) -> Outcome<QuestionShown> {
    show::one_question(cx, req.id("question")?)
}

fn request(cx: &mut Cx<'_>, _: &Req, input: RequestInput) -> Outcome<Made> {
    Ok(Made { id: acts::request(cx, &input)?.to_string() })
}

fn agree(cx: &mut Cx<'_>, req: &Req, input: RequestAnswerInput) -> Outcome<Moved> {
    acts::agree_request(cx, req.id::<RequestId>("request")?, &input)
}

fn decline(cx: &mut Cx<'_>, req: &Req, input: RequestAnswerInput) -> Outcome<Done> {
    acts::decline_request(cx, req.id::<RequestId>("request")?, &input).map(|()| DONE)
}

fn questions(cx: &mut Cx<'_>, _: &Req) -> Outcome<Questions> {
    Ok(Questions { items: show::questions(cx)? })
}

fn ask(cx: &mut Cx<'_>, _: &Req, input: CapacityInput) -> Outcome<Made> {
    Ok(Made { id: acts::ask_capacity(cx, &input)?.to_string() })
}

fn answer(cx: &mut Cx<'_>, req: &Req, input: CapacityAnswerInput) -> Outcome<Done> {
    acts::answer_capacity(cx, req.id::<QuestionId>("question")?, &input).map(|()| DONE)
}

fn late(cx: &mut Cx<'_>, _: &Req) -> Outcome<Overdue> {
    Ok(Overdue { items: show::late(cx)? })
}
