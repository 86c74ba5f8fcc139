//! What the sender does: write, send, turn elsewhere, take back, take up again.

use base::{AgencyId, Outcome, PersonId, Problem, ReferralId};
use people::agency::{self, Agency};
use people::audit::{self, Event};
use people::{consent, person};
use policy::{Act, Mask, Purpose};
use web::{Cx, Viewer};

use super::{Kept, Moved, Open, append, begin, decide, double, keep, refusal, simply, tell};
use crate::referral::codes::{Channel, Side, Verb};
use crate::referral::input::{ChangeInput, PlainInput, RedirectInput, ReferralInput, Said};
use crate::referral::model::{Deed, Doer, Draft, Referral, Standing};
use crate::referral::rules::{self, Terms};
use crate::referral::store::{referrals, sections};

/// Begins a referral; sends it at once when asked to.
///
/// The agency must know the person. To send takes the person's own consent to the receiver; to prepare does not.
pub fn prepare(cx: &mut Cx<'_>, input: &ReferralInput) -> Outcome<Moved> {
    let viewer = cx.allow(Act::SendReferral)?;
    let new = input.parse()?;
    let (mask, theirs) = consent::see_with(cx, new.person, new.to)?;
    let send = new.send.then_some(theirs);
    begin_one(cx, viewer, &mask, new.person, new.to, &new.draft, New { send, follows: None, copy_of: None })
}

/// How a new referral begins.
pub(super) struct New {
    /// Sent at once, on what the receiver may see for handing over.
    pub send: Option<Mask>,
    pub follows: Option<ReferralId>,
    pub copy_of: Option<ReferralId>,
}

pub(super) fn begin_one(
    cx: &mut Cx<'_>,
    viewer: Viewer,
    mask: &Mask,
    person: PersonId,
    to: AgencyId,
    draft: &Draft,
    new: New,
) -> Outcome<Moved> {
    let receiver = agency::get(cx, to).map_err(|_| Problem::field("to", "base-field-not-a-choice"))?;
    if to == viewer.agency {
        return Err(Problem::field("to", "referral-to-self"));
    }
    let fresh = Standing::fresh(cx.today());
    let mut then = fresh.clone();
    if let Some(theirs) = &new.send {
        consent::basis_in(theirs)?;
        let answer_days = i32::try_from(receiver.answer_days).unwrap_or(1);
        let terms = Terms { today: cx.today(), answer_days, urgent: draft.urgent };
        then = rules::apply(&fresh, &Deed::Send, Side::Sender, &terms).map_err(|no| refusal(no, fresh.state))?;
    }
    let mut referral = Referral {
        id: ReferralId::near(cx.now, cx.rng),
        kind: draft.kind,
        person,
        from: viewer.agency,
        from_worker: viewer.worker,
        to,
        urgent: draft.urgent,
        follows: new.follows,
        made_at: cx.now,
        standing: then,
        version: 1,
    };
    if !referrals::insert(cx.tx, &referral, cx.now)? {
        return Err(double(cx, &referral)?);
    }
    match new.copy_of {
        Some(other) => sections::copy(cx.tx, other, referral.id)?,
        None => sections::insert(cx.tx, referral.id, draft)?,
    }
    let verb = if new.send.is_some() { Verb::Send } else { Verb::Change };
    let then = std::mem::replace(&mut referral.standing, fresh);
    let said = Said::default();
    let kept = Kept::of(verb, then, &said);
    remember(cx, &referral, viewer, mask, &kept, &receiver)
}

/// The first event of a referral: begun, or begun and sent.
fn remember(
    cx: &mut Cx<'_>,
    referral: &Referral,
    viewer: Viewer,
    mask: &Mask,
    kept: &Kept<'_>,
    receiver: &Agency,
) -> Outcome<Moved> {
    let by = Doer { agency: viewer.agency, worker: Some(viewer.worker), side: Side::Sender, channel: Channel::System };
    append(cx, referral, by, kept, referral.version)?;
    let act = if kept.verb == Verb::Send { kept.verb.audit() } else { "referral.prepare" };
    let event = Event::of(act).about(referral.person).on(referral.id.raw()).purpose(Purpose::Handover).known_by(mask);
    audit::record(cx, event)?;
    if receiver.has_account {
        tell(cx, referral, receiver, kept)?;
    }
    Ok(Moved { referral: referral.id, state: kept.then.state, version: referral.version })
}

/// Changes what is being prepared; what its writer saw of it before is replaced.
pub fn change(cx: &mut Cx<'_>, id: ReferralId, input: &ChangeInput) -> Outcome<Moved> {
    let (draft, said) = input.parse()?;
    let mut open = begin(cx, id, Act::SendReferral, &said)?;
    let then = decide(cx, &mut open, &Deed::Change)?;
    sections::replace(cx.tx, id, &draft, open.mask.denied())?;
    open.referral.kind = draft.kind;
    open.referral.urgent = draft.urgent;
    keep(cx, &mut open, &Kept::of(Verb::Change, then, &said))
}

/// Sends what was prepared. Takes a live consent of the person to be handed over to this receiver.
pub fn send(cx: &mut Cx<'_>, id: ReferralId, input: &PlainInput) -> Outcome<Moved> {
    simply(cx, id, Act::SendReferral, input.parse(Deed::Send)?)
}

/// Turns to another agency after a no: a new referral that tells the same, to be sent when the person agrees.
///
/// Gives the new one. The first stays declined, and its receiver does not learn who else was asked.
pub fn redirect(cx: &mut Cx<'_>, id: ReferralId, input: &RedirectInput) -> Outcome<Moved> {
    let (to, said) = input.parse()?;
    let viewer = cx.viewer()?;
    let mut open = begin(cx, id, Act::SendReferral, &said)?;
    let then = decide(cx, &mut open, &Deed::Redirect)?;
    let Open { ref referral, ref mask, .. } = open;
    let draft = Draft { kind: referral.kind, urgent: referral.urgent, wish: None, sections: Vec::new() };
    let new = New { send: None, follows: Some(id), copy_of: Some(id) };
    let made = begin_one(cx, viewer, mask, referral.person, to, &draft, new)?;
    keep(cx, &mut open, &Kept::of(Verb::Redirect, then, &said).about(made.referral.raw()))?;
    Ok(made)
}

/// Takes a referral back at the person's word. Never a failure. A receiver whom the person has not yet come to
/// does not go on knowing them for itself.
pub fn withdraw(cx: &mut Cx<'_>, id: ReferralId, input: &PlainInput) -> Outcome<Moved> {
    let (deed, said) = input.parse(Deed::Withdraw)?;
    let mut open = begin(cx, id, Act::SendReferral, &said)?;
    let then = decide(cx, &mut open, &deed)?;
    let moved = keep(cx, &mut open, &Kept::of(deed.verb(), then, &said))?;
    person::expect_no_more(cx, open.referral.to, open.referral.person)?;
    Ok(moved)
}

/// Takes a withdrawn referral up again, to be prepared and sent anew; an old consent does not come back with it.
pub fn take_up_again(cx: &mut Cx<'_>, id: ReferralId, input: &PlainInput) -> Outcome<Moved> {
    simply(cx, id, Act::SendReferral, input.parse(Deed::TakeUpAgain)?)
}
