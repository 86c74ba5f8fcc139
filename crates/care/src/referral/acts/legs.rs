//! Steps of the warm hand-over, and how ready the person is. None of it moves the referral.

use base::{LegId, Outcome, Problem, ReferralId};
use policy::Act;
use web::Cx;

use super::{Kept, Moved, Open, begin, decide, keep, simply};
use crate::referral::codes::{LegKind, LegStatus, Side};
use crate::referral::input::{LegInput, PlainInput, ReadinessInput, Said};
use crate::referral::model::Deed;
use crate::referral::store::legs;

/// Plans a step; gives its id.
pub fn add_leg(cx: &mut Cx<'_>, id: ReferralId, input: &LegInput) -> Outcome<LegId> {
    let (leg, said) = input.parse()?;
    // A step is done by whoever is there: nobody writes one down for the other side.
    let said = Said { note: None, channel: None, ..said };
    let mut open = begin(cx, id, Act::RecordLeg, &said)?;
    let then = decide(cx, &mut open, &Deed::Leg)?;
    let leg_id = LegId::new(cx.rng);
    legs::insert(cx.tx, leg_id, id, &leg, open.by.agency)?;
    let kept = Kept { quiet: is_quiet(&open, leg.kind), ..Kept::of(Deed::Leg.verb(), then, &said) };
    keep(cx, &mut open, &kept.about(leg_id.raw()))?;
    Ok(leg_id)
}

/// Whether the step is one of the sender's that the receiver may not see; then it is not told of it either.
fn is_quiet(open: &Open, kind: LegKind) -> bool {
    open.by.side != Side::Receiver && legs::kind_tells(kind).is_some()
}

/// Says that a step happened, was missed or is not needed; `planned` is no answer.
pub fn settle_leg(cx: &mut Cx<'_>, leg: LegId, status: LegStatus, input: &PlainInput) -> Outcome<Moved> {
    if status == LegStatus::Planned {
        return Err(Problem::field("status", "base-field-not-a-choice"));
    }
    let deed = Deed::LegSettled(status);
    let (_, said) = input.parse(deed.clone())?;
    let said = Said { channel: None, ..said };
    let (referral, kind, by) = legs::get(cx.tx, leg)?.ok_or(Problem::NotFound)?;
    let mut open = begin(cx, referral, Act::RecordLeg, &said)?;
    // A step that the receiver may not see is not there for it.
    let shut = legs::kind_tells(kind).is_some_and(|label| open.mask.sees(label, by == open.by.agency).is_none());
    if shut && open.by.side == Side::Receiver {
        return Err(Problem::NotFound);
    }
    let then = decide(cx, &mut open, &deed)?;
    if !legs::settle(cx.tx, (referral, leg), status, open.by.agency, said.note.as_ref(), cx.now)? {
        return Err(Problem::refused("referral-leg-settled"));
    }
    let said = Said { note: None, ..said };
    let kept = Kept { quiet: is_quiet(&open, kind), ..Kept::of(deed.verb(), then, &said) };
    keep(cx, &mut open, &kept.about(leg.raw()))
}

/// Writes down how ready the person is. It moves both ways and never closes anything.
pub fn readiness(cx: &mut Cx<'_>, id: ReferralId, input: &ReadinessInput) -> Outcome<Moved> {
    simply(cx, id, Act::RecordLeg, input.parse()?)
}
