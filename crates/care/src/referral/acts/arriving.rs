//! Accepted is not arrived, and arrived is not connected.

use base::{Outcome, ReferralId};
use people::person;
use policy::Act;
use web::Cx;

use super::{Kept, Moved, begin, decide, keep, simply};
use crate::referral::codes::Kind;
use crate::referral::input::{ArriveInput, NoShowInput, PersonSaysInput, PlainInput};
use crate::referral::model::Deed;

/// The person has come. From now on the receiver works with them and knows them for itself.
pub fn arrive(cx: &mut Cx<'_>, id: ReferralId, input: &ArriveInput) -> Outcome<Moved> {
    let (deed, said) = input.parse(cx.today())?;
    let open = begin(cx, id, Act::ConfirmArrival, &said)?;
    let then = decide(cx, &open, &deed)?;
    let referral = &open.referral;
    let known = person::is_own_client(cx, referral.to, referral.person)?;
    if !known {
        let how = match referral.kind {
            Kind::Refer => "referral",
            Kind::Transfer => "transfer",
        };
        person::begin_involvement(cx, referral.to, referral.person, how)?;
    }
    let kept = Kept::of(deed.verb(), then, &said);
    // Remembered so that undo ends only what this act began.
    keep(cx, &open, &if known { kept } else { kept.about(1) })
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
