//! Requests for a person, and questions about free places.

use base::{Outcome, Problem, QuestionId, add_working_days};
use people::audit::{self, Event};
use people::{agency, consent, notice, person};
use policy::{Act, Basis, Mask, Purpose};
use web::Cx;

use super::Moved;
use super::sending::{New, begin_one};
use crate::referral::codes::{Kind, RequestState};
use crate::referral::input::{CapacityAnswerInput, CapacityInput, RequestAnswerInput, RequestInput};
use crate::referral::model::{Draft, RequestId};
use crate::referral::store::beside::{self, Question, Request};

/// Asks the agency that works with a person whether it would hand them over.
///
/// It tells that agency that the asker knows the person. So either the person has allowed the asker to know of
/// them, or they have allowed that agency; an asker that only knows them for itself is refused without.
pub fn request(cx: &mut Cx<'_>, input: &RequestInput) -> Outcome<RequestId> {
    let by = cx.allow(Act::SendReferral)?;
    let (person, to, note) = input.parse()?;
    let mask = consent::see(cx, person, Purpose::Handover)?;
    let holder = agency::get(cx, to).map_err(|_| Problem::field("to", "base-field-not-a-choice"))?;
    if to == by.agency {
        return Err(Problem::field("to", "referral-to-self"));
    }
    if !holder.has_account {
        return Err(Problem::refused("referral-request-no-account"));
    }
    if mask.knowing() == Some(Basis::Own) {
        consent::basis_to_hand_over(cx, person, to)?;
    }
    let days = i32::try_from(holder.answer_days).unwrap_or(1);
    let new = Request {
        id: RequestId::new(cx.rng),
        person,
        asker: by.agency,
        asker_worker: by.worker,
        holder: to,
        note: note.map(String::from),
        state: RequestState::Open,
        asked_at: cx.now,
        due_on: add_working_days(cx.today(), days),
        answer: None,
        referral: None,
    };
    if !beside::insert_request(cx.tx, &new)? {
        return Err(Problem::refused("referral-request-twice"));
    }
    record(cx, "referral.request", &new, &mask)?;
    notice::tell_agency(cx, &holder, "referral-told-request", person, "/requests")?;
    Ok(new.id)
}

/// Agrees: a referral to the asker is begun. It is sent like any other, with the person's consent.
pub fn agree_request(cx: &mut Cx<'_>, id: RequestId, input: &RequestAnswerInput) -> Outcome<Moved> {
    let viewer = cx.allow(Act::SendReferral)?;
    let note = input.parse()?;
    let (asked, mask) = asked(cx, id)?;
    // Who agrees to hand somebody over works with them from now on, also where it only knew them by consent (case 81).
    person::begin_involvement(cx, viewer.agency, asked.person, "request")?;
    let draft = Draft { kind: Kind::Refer, urgent: false, wish: None, sections: Vec::new() };
    let new = New { send: None, follows: None, copy_of: None };
    let made = begin_one(cx, viewer, &mask, asked.person, asked.asker, &draft, new)?;
    settle(cx, &asked, RequestState::Agreed, note.as_ref(), Some(made.referral))?;
    record(cx, "referral.request_agree", &asked, &mask)?;
    Ok(made)
}

/// Declines a request.
pub fn decline_request(cx: &mut Cx<'_>, id: RequestId, input: &RequestAnswerInput) -> Outcome<()> {
    cx.allow(Act::SendReferral)?;
    let note = input.parse()?;
    let (asked, mask) = asked(cx, id)?;
    settle(cx, &asked, RequestState::Declined, note.as_ref(), None)?;
    record(cx, "referral.request_decline", &asked, &mask)
}

/// A request that the acting agency was asked; the asker may know of it and not answer it.
fn asked(cx: &mut Cx<'_>, id: RequestId) -> Outcome<(Request, Mask)> {
    let agency = cx.acting_agency()?;
    let request = beside::request(cx.tx, id)?.ok_or(Problem::NotFound)?;
    if request.holder != agency && request.asker != agency {
        return Err(Problem::NotFound);
    }
    let mask = consent::see(cx, request.person, Purpose::Handover)?;
    if request.holder == agency { Ok((request, mask)) } else { Err(Problem::forbidden("referral-not-yours")) }
}

fn settle(
    cx: &mut Cx<'_>,
    request: &Request,
    state: RequestState,
    note: Option<&base::Text>,
    referral: Option<base::ReferralId>,
) -> Outcome<()> {
    if !beside::answer_request(cx.tx, (request.person, request.id), state, note, referral, cx.now)? {
        return Err(Problem::refused("referral-request-answered"));
    }
    notice::tell(cx, request.asker, "referral-told-request-answered", request.person, "/requests")
}

fn record(cx: &mut Cx<'_>, act: &'static str, request: &Request, mask: &Mask) -> Outcome<()> {
    let event = Event::of(act).about(request.person).on(request.id.raw()).purpose(Purpose::Handover).known_by(mask);
    audit::record(cx, event)
}

/// Asks another agency whether there is a place. About nobody: no consent is needed, and none is given.
pub fn ask_capacity(cx: &mut Cx<'_>, input: &CapacityInput) -> Outcome<QuestionId> {
    let by = cx.allow(Act::SendReferral)?;
    let (to, about) = input.parse()?;
    let asked = agency::get(cx, to).map_err(|_| Problem::field("to", "base-field-not-a-choice"))?;
    if to == by.agency {
        return Err(Problem::field("to", "referral-to-self"));
    }
    let days = i32::try_from(asked.answer_days).unwrap_or(1);
    let question = Question {
        id: QuestionId::new(cx.rng),
        from: by.agency,
        from_worker: by.worker,
        to,
        about: about.as_str().to_owned(),
        asked_at: cx.now,
        due_on: add_working_days(cx.today(), days),
        answer: None,
        note: None,
        answered_at: None,
    };
    beside::insert_question(cx.tx, &question)?;
    audit::record(cx, Event::of("capacity.ask").on(question.id.raw()))?;
    Ok(question.id)
}

/// Answers whether there is a place; for an agency without an account the asker writes down what it said.
pub fn answer_capacity(cx: &mut Cx<'_>, id: QuestionId, input: &CapacityAnswerInput) -> Outcome<()> {
    let by = cx.allow(Act::AnswerReferral)?;
    let answer = input.parse()?;
    let question = beside::question(cx.tx, id)?.ok_or(Problem::NotFound)?;
    if question.to != by.agency {
        if question.from != by.agency {
            return Err(Problem::NotFound);
        }
        if !answer.told || agency::get(cx, question.to)?.has_account {
            return Err(Problem::forbidden("referral-not-yours"));
        }
    }
    if !beside::answer_question(cx.tx, id, &answer, by.agency, cx.now)? {
        return Err(Problem::refused("referral-capacity-answered"));
    }
    audit::record(cx, Event::of("capacity.answer").on(id.raw()))
}
