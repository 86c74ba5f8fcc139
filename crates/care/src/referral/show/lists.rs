//! Lists: referrals of an agency, requests, questions about free places, and what waits too long in the network.

use std::collections::BTreeSet;

use base::{AgencyId, Cursor, Date, Outcome, Page, PersonId, Problem, QuestionId, ReferralId, Time};
use people::audit::{self, Event};
use policy::{Act, Basis, Label, Purpose};
use serde::Serialize;
use utoipa::ToSchema;
use web::Cx;

use super::names::{self, AgencyRef, Names, PersonRef};
use crate::referral::codes::{Capacity, Kind, RequestState, Side, State};
use crate::referral::model::RequestId;
use crate::referral::rules;
use crate::referral::store::beside::{self, Question, Request};
use crate::referral::store::lists::{self, Filter};

/// A referral on a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Row {
    /// Its id.
    #[schema(value_type = String)]
    pub id: ReferralId,
    /// Refer or transfer.
    pub act: Kind,
    /// From which side the agency looks.
    pub side: Side,
    /// Who.
    pub person: PersonRef,
    /// The agency on the other side.
    pub other: AgencyRef,
    /// Its state.
    pub state: State,
    /// Whether it is urgent.
    pub urgent: bool,
    /// Day on which it was sent.
    #[schema(value_type = Option<String>)]
    pub sent_on: Option<Date>,
    /// The first day for which something is due.
    #[schema(value_type = Option<String>)]
    pub due_on: Option<Date>,
    /// Whether that day has passed.
    pub overdue: bool,
    /// When something last happened.
    #[schema(value_type = String)]
    pub changed_at: Time,
}

/// One page of the agency's referrals, the last changed first.
pub fn list(cx: &mut Cx<'_>, filter: &Filter, after: Option<&Cursor>) -> Outcome<Page<Row>> {
    let by = cx.allow(Act::SeeCaseload)?;
    let today = cx.today();
    let page = lists::page(cx.tx, by.agency, cx.now, filter, after)?;
    let mut names = Names::of_agencies(cx)?;
    names.learn(cx, page.items.iter().map(|row| (row.referral.person, row.mask)))?;
    let mut items = Vec::with_capacity(page.items.len());
    for row in &page.items {
        let referral = &row.referral;
        let is_sender = referral.from == by.agency;
        let due_on = rules::due_on(&referral.standing);
        items.push(Row {
            id: referral.id,
            act: referral.kind,
            side: if is_sender { Side::Sender } else { Side::Receiver },
            person: names.person(cx, referral.person, &row.mask)?,
            other: names.agency(cx, if is_sender { referral.to } else { referral.from })?,
            state: referral.standing.state,
            urgent: referral.urgent,
            sent_on: referral.standing.sent_on,
            due_on,
            overdue: due_on.is_some_and(|day| day < today),
            changed_at: row.changed_at,
        });
    }
    shown(cx, "referral.list", items.iter().map(|row| row.person.id))?;
    Ok(Page { items, next: page.next })
}

/// Remembers who stood on a list.
fn shown(cx: &mut Cx<'_>, act: &'static str, persons: impl Iterator<Item = PersonId>) -> Outcome<()> {
    let persons: BTreeSet<PersonId> = persons.collect();
    let event = Event::of(act)
        .about_all(persons)
        .purpose(Purpose::Handover)
        .basis(&Basis::Grants)
        .label(Label::EXISTENCE.categories());
    audit::record(cx, event)
}

/// A request as one of its two sides sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct RequestShown {
    /// Its id.
    #[schema(value_type = String)]
    pub id: RequestId,
    /// For whom.
    pub person: PersonRef,
    /// The agency on the other side.
    pub other: AgencyRef,
    /// Whether we were asked; otherwise we asked.
    pub to_us: bool,
    /// Why.
    pub note: Option<String>,
    /// How it stands.
    pub state: RequestState,
    /// When it was asked.
    #[schema(value_type = String)]
    pub asked_at: Time,
    /// The last day for an answer.
    #[schema(value_type = String)]
    pub due_on: Date,
    /// What was answered.
    pub answer: Option<String>,
    /// The referral that came of it, once the asker may know of it.
    #[schema(value_type = Option<String>)]
    pub referral: Option<ReferralId>,
}

/// Requests that wait for the agency, and those it has made.
pub fn requests(cx: &mut Cx<'_>) -> Outcome<Vec<RequestShown>> {
    let by = cx.allow(Act::SeeCaseload)?;
    let mut names = Names::of_agencies(cx)?;
    let rows = beside::requests(cx.tx, by.agency, cx.now)?;
    names.learn(cx, rows.iter().map(|row| (row.0.person, row.1)))?;
    let mut items = Vec::with_capacity(rows.len());
    for row in rows {
        let (request, mask) = &*row;
        let person = names.person(cx, request.person, mask)?;
        let other = names.agency(cx, other_side(request, by.agency))?;
        items.push(request_shown(request, by.agency, person, other));
    }
    shown(cx, "referral.requests", items.iter().map(|row| row.person.id))?;
    Ok(items)
}

/// One of these requests; [`Problem::NotFound`] for what would not stand on the list.
pub fn one_request(cx: &mut Cx<'_>, id: RequestId) -> Outcome<RequestShown> {
    let by = cx.allow(Act::SeeCaseload)?;
    let row = beside::one_request(cx.tx, by.agency, cx.now, id)?.ok_or(Problem::NotFound)?;
    let (request, mask) = &*row;
    let person = names::person(cx, request.person, mask)?;
    let other = names::agency(cx, other_side(request, by.agency))?;
    shown(cx, "referral.requests", [person.id].into_iter())?;
    Ok(request_shown(request, by.agency, person, other))
}

fn other_side(request: &Request, own: AgencyId) -> AgencyId {
    if request.holder == own { request.asker } else { request.holder }
}

fn request_shown(request: &Request, own: AgencyId, person: PersonRef, other: AgencyRef) -> RequestShown {
    let to_us = request.holder == own;
    RequestShown {
        id: request.id,
        person,
        other,
        to_us,
        note: request.note.clone(),
        state: request.state,
        asked_at: request.asked_at,
        due_on: request.due_on,
        answer: request.answer.clone(),
        // The referral is the holder's draft until it is sent.
        referral: request.referral.filter(|_| to_us),
    }
}

/// A question about free places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct QuestionShown {
    /// Its id.
    #[schema(value_type = String)]
    pub id: QuestionId,
    /// The agency on the other side.
    pub other: AgencyRef,
    /// Whether we were asked; otherwise we asked.
    pub to_us: bool,
    /// What for.
    pub about: String,
    /// When.
    #[schema(value_type = String)]
    pub asked_at: Time,
    /// The last day for an answer.
    #[schema(value_type = String)]
    pub due_on: Date,
    /// What was answered.
    pub answer: Option<Capacity>,
    /// What was added.
    pub note: Option<String>,
    /// When it was answered.
    #[schema(value_type = Option<String>)]
    pub answered_at: Option<Time>,
}

/// Questions about free places that the agency has asked or been asked.
pub fn questions(cx: &mut Cx<'_>) -> Outcome<Vec<QuestionShown>> {
    let by = cx.allow(Act::SeeCaseload)?;
    let mut names = Names::of_agencies(cx)?;
    let mut items = Vec::new();
    for question in beside::questions(cx.tx, by.agency)? {
        let other = other_end(&question, by.agency);
        let other = names.agency(cx, other)?;
        items.push(question_shown(question, by.agency, other));
    }
    Ok(items)
}

/// One of these questions; [`Problem::NotFound`] for one between two other agencies.
pub fn one_question(cx: &mut Cx<'_>, id: QuestionId) -> Outcome<QuestionShown> {
    let by = cx.allow(Act::SeeCaseload)?;
    let found = beside::question(cx.tx, id)?.filter(|q| q.from == by.agency || q.to == by.agency);
    let question = found.ok_or(Problem::NotFound)?;
    let other = other_end(&question, by.agency);
    let other = names::agency(cx, other)?;
    Ok(question_shown(question, by.agency, other))
}

fn other_end(question: &Question, own: AgencyId) -> AgencyId {
    if question.to == own { question.from } else { question.to }
}

fn question_shown(question: Question, own: AgencyId, other: AgencyRef) -> QuestionShown {
    QuestionShown {
        id: question.id,
        other,
        to_us: question.to == own,
        about: question.about,
        asked_at: question.asked_at,
        due_on: question.due_on,
        answer: question.answer,
        note: question.note,
        answered_at: question.answered_at,
    }
}

/// What waits too long between two agencies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Late {
    /// The sender.
    pub from: AgencyRef,
    /// The receiver.
    pub to: AgencyRef,
    /// How many referrals.
    pub count: i64,
    /// Of these, how many wait for the receiver's answer.
    pub unanswered: i64,
    /// The day on which the oldest was due.
    #[schema(value_type = String)]
    pub since: Date,
}

/// What waits too long in the network, pair by pair; for the coordinator, who sees no person.
pub fn late(cx: &mut Cx<'_>) -> Outcome<Vec<Late>> {
    cx.allow(Act::SeeNetworkOverdue)?;
    let mut names = Names::of_agencies(cx)?;
    let mut items = Vec::new();
    for pair in lists::late(cx.tx, cx.today())? {
        items.push(Late {
            from: names.agency(cx, pair.from)?,
            to: names.agency(cx, pair.to)?,
            count: pair.count,
            unanswered: pair.unanswered,
            since: pair.since,
        });
    }
    audit::record(cx, Event::of("network.overdue"))?;
    Ok(items)
}
