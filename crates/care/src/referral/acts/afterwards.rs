//! What comes after the connection, and what to do when nobody can reach the person.

use base::{Outcome, Problem, ReferralId};
use policy::Act;
use web::Cx;

use super::{Kept, Moved, begin, decide, keep, simply};
use crate::referral::input::{FollowUpInput, PlainInput, Said};
use crate::referral::model::Deed;
use crate::referral::store::follow_ups::{self, NewFollowUp};

/// Writes down what was found two weeks, one month or three months afterwards.
pub fn follow_up(cx: &mut Cx<'_>, id: ReferralId, input: &FollowUpInput) -> Outcome<Moved> {
    let ((deed, said), how) = input.parse()?;
    let mut open = begin(cx, id, Act::FollowUp, &said)?;
    let then = decide(cx, &mut open, &deed)?;
    if let Deed::FollowUp { step, outcome } = deed {
        let round = open.referral.standing.rounds;
        let new = NewFollowUp { referral: id, round, step, outcome, how, by: open.by.agency, note: said.note.as_ref() };
        if !follow_ups::insert(cx.tx, &new, cx.now)? {
            return Err(Problem::refused("referral-follow-up-done"));
        }
    }
    // The note stands with the follow-up, so that it is shown once.
    let said = Said { note: None, ..said };
    keep(cx, &mut open, &Kept::of(deed.verb(), then, &said))
}

/// Nobody can reach the person at the moment. Not an end: somebody tries again.
pub fn lost_touch(cx: &mut Cx<'_>, id: ReferralId, input: &PlainInput) -> Outcome<Moved> {
    simply(cx, id, Act::FollowUp, input.parse(Deed::LostTouch)?)
}

/// In touch again; the person comes anew, and everybody is asked again.
pub fn re_engage(cx: &mut Cx<'_>, id: ReferralId, input: &PlainInput) -> Outcome<Moved> {
    simply(cx, id, Act::FollowUp, input.parse(Deed::ReEngage)?)
}

/// Over, because it is not needed any more.
pub fn end(cx: &mut Cx<'_>, id: ReferralId, input: &PlainInput) -> Outcome<Moved> {
    simply(cx, id, Act::FollowUp, input.parse(Deed::End)?)
}
