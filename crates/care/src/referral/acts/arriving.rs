//! Accepted is not arrived, and arrived is not connected.

use base::{Outcome, ReferralId};
use people::person;
use policy::Act;
use web::Cx;

use super::{Kept, Moved, begin, decide, keep, simply};
use crate::referral::codes::Kind;
use crate::referral::input::{ArriveInput, NoShowInput, PersonSaysInput, PlainInput};
use crate::referral::model::Deed;

/// The person has come: what the receiver began with its yes is its own work now. After a transfer it leads.
pub fn arrive(cx: &mut Cx<'_>, id: ReferralId, input: &ArriveInput) -> Outcome<Moved> {
    let (deed, said) = input.parse(cx.today())?;
    let mut open = begin(cx, id, Act::ConfirmArrival, &said)?;
    let then = decide(cx, &mut open, &deed)?;
    let referral = &open.referral;
    person::welcome(cx, referral.to, referral.person, how(referral.kind), referral.kind == Kind::Transfer)?;
    keep(cx, &mut open, &Kept::of(deed.verb(), then, &said))
}

/// How an involvement that began with a hand-over is written down.
pub(super) const fn how(kind: Kind) -> &'static str {
    match kind {
        Kind::Refer => "referral",
        Kind::Transfer => "transfer",
    }
}

/// The person has not come. Counted and followed, never punished: it stays accepted.
pub fn no_show(cx: &mut Cx<'_>, id: ReferralId, input: &NoShowInput) -> Outcome<Moved> {
    simply(cx, id, Act::ConfirmArrival, input.parse(cx.today())?)
}

/// The receiver confirms that it holds.
pub fn confirm(cx: &mut Cx<'_>, id: ReferralId, input: &PlainInput) -> Outcome<Moved> {
    simply(cx, id, Act::ConfirmArrival, input.parse(Deed::Confirm)?)
}

/// The sender has taken note.
pub fn know(cx: &mut Cx<'_>, id: ReferralId, input: &PlainInput) -> Outcome<Moved> {
    simply(cx, id, Act::ConfirmArrival, input.parse(Deed::Know)?)
}

/// What the person says when asked; can be asked again.
pub fn person_says(cx: &mut Cx<'_>, id: ReferralId, input: &PersonSaysInput) -> Outcome<Moved> {
    simply(cx, id, Act::ConfirmArrival, input.parse()?)
}
