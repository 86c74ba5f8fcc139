//! What the receiver answers, and the questions between the two.

use base::{Outcome, Problem, ReferralId};
use people::{agency, person};
use policy::Act;
use web::Cx;

use super::{Kept, Moved, begin, decide, keep, simply};
use crate::referral::input::{AcceptInput, DeclineInput, MessageInput, NewDayInput, PlainInput, Told, WaitInput};
use crate::referral::model::Deed;
use crate::referral::store::events;

/// The receiver will see the person. From its yes on it may write about the way there, also what it learns itself.
pub fn accept(cx: &mut Cx<'_>, id: ReferralId, input: &AcceptInput) -> Outcome<Moved> {
    let (deed, said) = input.parse()?;
    let mut open = begin(cx, id, Act::AnswerReferral, &said)?;
    let then = decide(cx, &mut open, &deed)?;
    person::expect(cx, open.referral.to, open.referral.person)?;
    keep(cx, &mut open, &Kept::of(deed.verb(), then, &said))
}

/// The receiver says from when, or which place in the queue.
pub fn wait(cx: &mut Cx<'_>, id: ReferralId, input: &WaitInput) -> Outcome<Moved> {
    simply(cx, id, Act::AnswerReferral, input.parse()?)
}

/// The receiver moves the first day that was agreed, or agrees on one; the sender is told.
pub fn new_day(cx: &mut Cx<'_>, id: ReferralId, input: &NewDayInput) -> Outcome<Moved> {
    simply(cx, id, Act::AnswerReferral, input.parse(cx.today())?)
}

/// The receiver says no, with a reason; perhaps with another agency that could do it.
pub fn decline(cx: &mut Cx<'_>, id: ReferralId, input: &DeclineInput) -> Outcome<Moved> {
    let told = input.parse()?;
    if let Deed::Decline { suggest: Some(other), .. } = told.0 {
        agency::get(cx, other).map_err(|_| Problem::field("suggest", "base-field-not-a-choice"))?;
    }
    let (deed, said) = told;
    let mut open = begin(cx, id, Act::AnswerReferral, &said)?;
    let then = decide(cx, &mut open, &deed)?;
    let moved = keep(cx, &mut open, &Kept::of(deed.verb(), then, &said))?;
    person::expect_no_more(cx, open.referral.to, open.referral.person)?;
    Ok(moved)
}

/// The sender asks once more after a no.
pub fn second_look(cx: &mut Cx<'_>, id: ReferralId, input: &PlainInput) -> Outcome<Moved> {
    simply(cx, id, Act::SendReferral, input.parse(Deed::SecondLook)?)
}

/// The receiver asks the sender something; the time for the answer stands still.
pub fn ask(cx: &mut Cx<'_>, id: ReferralId, input: &MessageInput) -> Outcome<Moved> {
    message(cx, id, Act::AnswerReferral, input.parse(Deed::Ask)?)
}

/// The sender answers; the time goes on.
pub fn answer(cx: &mut Cx<'_>, id: ReferralId, input: &MessageInput) -> Outcome<Moved> {
    message(cx, id, Act::SendReferral, input.parse(Deed::Answer)?)
}

/// What is said stands in the thread and not in the event, so that it is shown once.
fn message(cx: &mut Cx<'_>, id: ReferralId, act: Act, (deed, mut said): Told) -> Outcome<Moved> {
    let mut open = begin(cx, id, act, &said)?;
    let then = decide(cx, &mut open, &deed)?;
    if let Some(note) = said.note.take() {
        let seq = open.referral.version + 1;
        events::say(cx.tx, id, seq, cx.now, open.by.agency, deed == Deed::Answer, &note)?;
    }
    keep(cx, &mut open, &Kept::of(deed.verb(), then, &said))
}
