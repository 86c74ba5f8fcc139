//! Taking back the last change of state.

use base::{Outcome, Problem, ReferralId};
use people::person;
use policy::Act;
use web::Cx;

use super::arriving::how;
use super::{Kept, Moved, Open, begin, keep, refusal};
use crate::referral::codes::{Kind, Verb};
use crate::referral::input::PlainInput;
use crate::referral::model::{Deed, Standing};
use crate::referral::rules;
use crate::referral::store::events::{self, Last};
use crate::referral::store::follow_ups;

/// Puts the referral back to where it stood before the last change: within a quarter of an hour, by the agency
/// that made it, and only if nothing came after. The change and its taking back both stay in the history.
pub fn undo(cx: &mut Cx<'_>, id: ReferralId, input: &PlainInput) -> Outcome<Moved> {
    let (_, said) = input.parse(Deed::Change)?;
    let mut open = begin(cx, id, Act::OpenPerson, &said)?;
    let state = open.referral.standing.state;
    let nothing = || Problem::refused("referral-undo-nothing");
    let last = events::at(cx.tx, id, open.referral.version)?.ok_or_else(nothing)?;
    rules::may_undo(last.verb, last.by, last.at, open.by.agency, cx.now).map_err(|no| refusal(no, state))?;
    let before = last.before.as_deref().ok_or_else(nothing)?;
    let then: Standing = serde_json::from_str(before).map_err(Problem::internal)?;
    take_back(cx, &open, &last)?;
    keep(cx, &mut open, &Kept::of(Verb::Undo, then, &said))
}

/// Takes back what the change had done elsewhere.
fn take_back(cx: &mut Cx<'_>, open: &Open, last: &Last) -> Outcome<()> {
    let referral = &open.referral;
    match last.verb {
        Verb::Accept => person::expect_no_more(cx, referral.to, referral.person),
        Verb::Arrive => {
            let lead = referral.kind == Kind::Transfer;
            person::unwelcome(cx, referral.to, referral.person, how(referral.kind), lead)
        }
        Verb::Withdraw | Verb::Decline
            if referral.standing.accepted_on.is_some() && referral.standing.arrived_on.is_none() =>
        {
            person::expect(cx, referral.to, referral.person)
        }
        Verb::FollowUp => follow_ups::take_back(cx.tx, referral.id, referral.standing.rounds, last.at),
        _ => Ok(()),
    }
}
