//! The one-time link: how an agency without an account takes part.
//!
//! A link opens one referral, for one agency, until a day or until it is revoked; a new one ends the old. Whoever
//! holds it acts as the receiver. It shows what the person allows that agency, at the moment of looking.

use std::fmt::Write as _;

use base::{LinkId, Outcome, Problem, ReferralId, Time, random_token};
use people::agency;
use people::audit::{self, Event};
use policy::{Act, Purpose};
use sha2::{Digest, Sha256};
use web::{Credential, Cx, LinkGuest, Who};

use super::{Open, begin, open};
use crate::referral::codes::{Side, State};
use crate::referral::input::{LinkInput, Said};
use crate::referral::store::links::{self, NewLink};

/// A link that was made. The secret is shown once and kept nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its id.
    pub id: LinkId,
    /// The secret, as it stands in the address.
    pub secret: String,
    /// Until when it opens.
    pub until: Time,
}

/// Makes a link for the receiver of a referral that was sent; the one before ends.
///
/// Refused for a receiver with an account: its workers sign in, so that everybody can be named.
pub fn make_link(cx: &mut Cx<'_>, id: ReferralId, input: &LinkInput) -> Outcome<Link> {
    let viewer = cx.allow(Act::SendReferral)?;
    let days = input.parse()?;
    let open = own(cx, id)?;
    let receiver = agency::get(cx, open.referral.to)?;
    if receiver.has_account {
        return Err(Problem::refused("referral-has-account"));
    }
    if matches!(open.referral.standing.state, State::Preparing | State::Withdrawn) {
        return Err(Problem::refused("referral-link-not-sent"));
    }
    people::consent::basis_to_hand_over(cx, open.referral.person, receiver.id)?;
    links::revoke(cx.tx, id, cx.now)?;
    let secret = random_token(cx.rng);
    let link = Link { id: LinkId::new(cx.rng), secret, until: cx.now.plus_days(days) };
    let hash = hash(&link.secret);
    let new =
        NewLink { id: link.id, hash: &hash, referral: id, agency: receiver.id, by: viewer.worker, until: link.until };
    links::insert(cx.tx, &new, cx.now)?;
    record(cx, &open, "referral.link")?;
    Ok(link)
}

/// Ends the link of a referral.
pub fn revoke_links(cx: &mut Cx<'_>, id: ReferralId) -> Outcome<()> {
    cx.allow(Act::SendReferral)?;
    let open = own(cx, id)?;
    links::revoke(cx.tx, id, cx.now)?;
    record(cx, &open, "referral.link_revoke")
}

/// Opens a referral that the acting agency has sent.
fn own(cx: &mut Cx<'_>, id: ReferralId) -> Outcome<Open> {
    let open = begin(cx, id, Act::SendReferral, &Said::default())?;
    if open.by.side == Side::Sender { Ok(open) } else { Err(Problem::forbidden("referral-not-yours")) }
}

fn record(cx: &mut Cx<'_>, open: &Open, act: &'static str) -> Outcome<()> {
    let event = Event::of(act)
        .about(open.referral.person)
        .on(open.referral.id.raw())
        .purpose(Purpose::Handover)
        .known_by(&open.mask);
    audit::record(cx, event)
}

/// Who holds a link: for the hook of the kit. A link that is over looks like one that never was.
pub fn resolve_link(cx: &mut Cx<'_>, credential: &Credential) -> Outcome<Who> {
    let Credential::Link(secret) = credential else { return people::auth::resolve(cx, credential) };
    let found = links::open(cx.tx, &hash(secret), cx.now)?;
    let (link, agency) = found.ok_or(Problem::NotFound)?;
    Ok(Who::Link(LinkGuest { link, agency }))
}

/// The referral behind the link that is held now.
pub fn through_link(cx: &mut Cx<'_>) -> Outcome<ReferralId> {
    let Who::Link(guest) = cx.who else { return Err(Problem::NotFound) };
    let id = links::referral_of(cx.tx, guest.link)?.ok_or(Problem::NotFound)?;
    open(cx, id, None)?;
    links::opened(cx.tx, guest.link, cx.now)?;
    Ok(id)
}

fn hash(secret: &str) -> String {
    Sha256::digest(secret.as_bytes()).iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
