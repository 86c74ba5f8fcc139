//! Requests for a person, and questions about free places.

use base::{Outcome, PersonId, QuestionId};
use people::agency;
use policy::{Act, may};
use web::ui::Ui;
use web::{Access, Answer, Cx, Endpoint, Fields, Req, View, see};

use super::agencies;
use super::refer::named;
use super::referral::done;
use crate::referral::acts;
use crate::referral::codes::{RequestState, Verb};
use crate::referral::input::RequestInput;
use crate::referral::model::RequestId;
use crate::referral::show::{self, QuestionShown};
use crate::referral::view::{AnswerPlacePage, AskPage, AskPlacePage, PlacesPage, RequestPage, RequestsPage, Typed};

#[rustfmt::skip]
pub fn endpoints() -> Vec<Endpoint> {
    let list = Access::May(Act::SeeCaseload);
    let send = Access::May(Act::SendReferral);
    let answer_it = Access::May(Act::AnswerReferral);
    vec![
        Endpoint::page("/capacity", list, places),
        Endpoint::page("/capacity/new", send, ask_place),
        Endpoint::submit("/capacity", send, send_question, ask_place, &[("to", "{agency}"), ("about", "夜の部屋が一つあるか")]),
        Endpoint::page("/capacity/{question}", list, one_place),
        Endpoint::submit("/capacity/{question}", answer_it, answer_place, one_place, &[("answer", "has_place")]),
        Endpoint::page("/requests", list, requests),
        Endpoint::page("/requests/{request}", list, request),
        Endpoint::submit("/requests/{request}", send, answer_request, request, &[("answer", "decline"), ("note", "今はまだとのことです")]),
        Endpoint::page("/persons/{person}/request", send, ask),
        Endpoint::submit("/persons/{person}/request", send, send_request, ask, &[("to", "{agency}"), ("note", "続きを一緒にできればと思います")]),
    ]
}

fn places(cx: &mut Cx<'_>, _: &Req) -> Outcome<View> {
    let page = PlacesPage { questions: show::questions(cx)?, today: cx.today() };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn ask_place(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let own = cx.viewer()?.agency;
    let typed = Typed::of(cx, req).filled([("to", req.query.get("to").to_owned())]);
    let page = AskPlacePage { agencies: agencies(cx, &[own])?, typed };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn send_question(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    acts::ask_capacity(cx, &(&req.form).into())?;
    Ok(see("/capacity", "referral-done-place-asked"))
}

fn one_place(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let id: QuestionId = req.id("question")?;
    let question = show::one_question(cx, id)?;
    let typed = Typed::of(cx, req);
    let shown = typed.is_again || may_answer(cx, &question)?;
    let page = AnswerPlacePage { question, today: cx.today(), typed: Some(typed).filter(|_| shown) };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

/// An agency answers for itself, and its asker for one without an account.
fn may_answer(cx: &mut Cx<'_>, question: &QuestionShown) -> Outcome<bool> {
    let open = question.answer.is_none() && may(cx.viewer()?.roles, Act::AnswerReferral);
    Ok(open && (question.to_us || !agency::get(cx, question.other.id)?.has_account))
}

fn answer_place(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    acts::answer_capacity(cx, req.id("question")?, &(&req.form).into())?;
    Ok(see("/capacity", "referral-done-place-answered"))
}

fn requests(cx: &mut Cx<'_>, _: &Req) -> Outcome<View> {
    let page = RequestsPage { requests: show::requests(cx)?, today: cx.today() };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn request(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let id: RequestId = req.id("request")?;
    let request = show::one_request(cx, id)?;
    let typed = Typed::of(cx, req);
    let open = request.to_us && request.state == RequestState::Open && may(cx.viewer()?.roles, Act::SendReferral);
    let shown = typed.is_again || open;
    let page = RequestPage { request, today: cx.today(), typed: Some(typed).filter(|_| shown) };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn answer_request(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let id: RequestId = req.id("request")?;
    let mut f = Fields::new();
    let agrees = f.code("answer", req.form.get("answer"), |code| match code {
        "agree" => Some(true),
        "decline" => Some(false),
        _ => None,
    });
    if f.finish(|| agrees)? {
        let moved = acts::agree_request(cx, id, &(&req.form).into())?;
        return Ok(done(&format!("/referrals/{}", moved.referral), Verb::Change));
    }
    acts::decline_request(cx, id, &(&req.form).into())?;
    Ok(see("/requests", "referral-done-request-declined"))
}

fn ask(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let person = named(cx, req.id("person")?)?;
    let own = cx.viewer()?.agency;
    let page = AskPage { person, agencies: agencies(cx, &[own])?, typed: Typed::of(cx, req) };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn send_request(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let person: PersonId = req.id("person")?;
    let input = RequestInput { person: person.to_string(), ..RequestInput::from(&req.form) };
    acts::request(cx, &input)?;
    Ok(see("/requests", "referral-done-requested"))
}
