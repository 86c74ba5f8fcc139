//! One function per verb: may they, is it there for them, what do the rules say; then keep, remember, tell.
//!
//! Pages, programs, links and scenarios all come through here, and nobody else writes.

mod afterwards;
mod answering;
mod arriving;
mod beside;
mod legs;
mod linking;
mod sending;
mod undoing;

use base::{Msg, Outcome, Problem, ReferralId};
use people::agency::{self, Agency};
use people::audit::{self, Event};
use people::{consent, notice};
use policy::{Act, Mask, Purpose};
use serde::Serialize;
use utoipa::ToSchema;
use web::{Cx, Who};

use super::codes::{Channel, Side, State, Verb};
use super::input::{Said, Told};
use super::model::{Deed, Doer, Referral, Standing};
use super::rules::{self, No, Terms};
use super::store::referrals::Saved;
use super::store::{self, events};

pub use afterwards::{end, follow_up, lost_touch, re_engage};
pub use answering::{accept, answer, ask, decline, new_day, second_look, wait};
pub use arriving::{arrive, confirm, know, no_show, person_says};
pub use beside::{agree_request, answer_capacity, ask_capacity, decline_request, request};
pub use legs::{add_leg, readiness, settle_leg};
pub use linking::{make_link, resolve_link, revoke_links, through_link};
pub use sending::{change, prepare, redirect, send, take_up_again, withdraw};
pub use undoing::undo;

/// What came of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Moved {
    /// The referral.
    #[schema(value_type = String)]
    pub referral: ReferralId,
    /// Its state now.
    pub state: State,
    /// Its version now.
    pub version: i64,
}

/// A referral that the asker may know of, and from which side they look at it.
pub(super) struct Open {
    pub referral: Referral,
    pub by: Doer,
    pub mask: Mask,
    /// The receiver, once somebody has asked for it: no act reads it twice.
    receiver: Option<Agency>,
}

impl Open {
    /// The agency that receives.
    pub fn receiver(&mut self, cx: &mut Cx<'_>) -> Outcome<&Agency> {
        if self.receiver.is_none() {
            self.receiver = Some(agency::get(cx, self.referral.to)?);
        }
        self.receiver.as_ref().ok_or_else(|| Problem::internal("the receiver was read just now"))
    }
}

/// Opens a referral for whoever asks: one of its two agencies, as long as it may know of the person.
///
/// Everything else is [`Problem::NotFound`]: another agency's referral, one that is still being written for
/// somebody else, one whose person has taken the consent back.
pub(super) fn open(cx: &mut Cx<'_>, id: ReferralId, channel: Option<Channel>) -> Outcome<Open> {
    let referral = store::referrals::get(cx.tx, id)?.ok_or(Problem::NotFound)?;
    let by = doer(cx, &referral, channel)?;
    if by.side == Side::Receiver && referral.standing.sent_on.is_none() {
        return Err(Problem::NotFound);
    }
    let mask = consent::see(cx, referral.person, Purpose::Handover)?;
    Ok(Open { referral, by, mask, receiver: None })
}

fn doer(cx: &mut Cx<'_>, referral: &Referral, channel: Option<Channel>) -> Outcome<Doer> {
    match cx.who {
        Who::Worker(viewer) => {
            let (agency, worker) = (viewer.agency, Some(viewer.worker));
            if agency == referral.to {
                if channel.is_some() {
                    return Err(Problem::field("channel", "referral-channel-own"));
                }
                return Ok(Doer { agency, worker, side: Side::Receiver, channel: Channel::System });
            }
            if agency != referral.from {
                return Err(Problem::NotFound);
            }
            let side = if channel.is_some() { Side::Word } else { Side::Sender };
            Ok(Doer { agency, worker, side, channel: channel.unwrap_or(Channel::System) })
        }
        Who::Link(guest) => {
            if store::links::referral_of(cx.tx, guest.link)? != Some(referral.id) {
                return Err(Problem::NotFound);
            }
            Ok(Doer { agency: guest.agency, worker: None, side: Side::Receiver, channel: Channel::Link })
        }
        Who::Nobody | Who::System => Err(Problem::SignInNeeded),
    }
}

/// The beginning of every act: the role, the referral, and that it is still as it was read.
fn begin(cx: &mut Cx<'_>, id: ReferralId, act: Act, said: &Said) -> Outcome<Open> {
    if matches!(cx.who, Who::Worker(_)) {
        cx.allow(act)?;
    }
    let open = open(cx, id, said.channel)?;
    if said.version.is_some_and(|read| read != open.referral.version) {
        return Err(Problem::Stale);
    }
    Ok(open)
}

/// What the rules make of a deed.
fn decide(cx: &mut Cx<'_>, open: &mut Open, deed: &Deed) -> Outcome<Standing> {
    let Referral { person, to, urgent, .. } = open.referral;
    let (state, side, verb) = (open.referral.standing.state, open.by.side, deed.verb());
    let mut terms = Terms { today: cx.today(), answer_days: 1, urgent };
    // First the table: whoever may not do it at all is not told why else it would fail.
    rules::next(state, verb, side).map_err(|no| refusal(no, state))?;
    if side == Side::Word && !matches!(verb, Verb::Arrive | Verb::NoShow) && open.receiver(cx)?.has_account {
        return Err(Problem::forbidden("referral-has-account"));
    }
    if matches!(verb, Verb::Send | Verb::SecondLook) {
        consent::basis_to_hand_over(cx, person, to)?;
        terms.answer_days = i32::try_from(open.receiver(cx)?.answer_days).unwrap_or(1);
    }
    rules::apply(&open.referral.standing, deed, side, &terms).map_err(|no| refusal(no, state))
}

/// What to say when the rules say no.
fn refusal(no: No, state: State) -> Problem {
    match no {
        No::Unknown => Problem::NotFound,
        No::NotYours => Problem::forbidden("referral-not-yours"),
        No::NotNow => Problem::refused(Msg::new("referral-not-now").arg("state", state.code())),
        No::Rule(key) => Problem::refused(key),
    }
}

/// An act that changes nothing but where the referral stands.
fn simply(cx: &mut Cx<'_>, id: ReferralId, act: Act, (deed, said): Told) -> Outcome<Moved> {
    let mut open = begin(cx, id, act, &said)?;
    let then = decide(cx, &mut open, &deed)?;
    keep(cx, &mut open, &Kept::of(deed.verb(), then, &said))
}

/// What is to be kept of an act.
struct Kept<'a> {
    verb: Verb,
    then: Standing,
    /// The leg, the other referral, or whatever else it is about.
    about: Option<i64>,
    said: &'a Said,
    /// Whether the other side is not told, because it may not see what it is about.
    quiet: bool,
}

impl<'a> Kept<'a> {
    fn of(verb: Verb, then: Standing, said: &'a Said) -> Self {
        Self { verb, then, about: None, said, quiet: false }
    }

    fn about(self, what: i64) -> Self {
        Self { about: Some(what), ..self }
    }

    /// Whether the other side is told: not of what it may not see, nor of what was never sent.
    const fn is_told(&self) -> bool {
        !self.quiet && self.then.sent_on.is_some() && told(self.verb).is_some()
    }
}

/// The end of every act: saves, appends the event, writes the audit trail and tells the other side.
fn keep(cx: &mut Cx<'_>, open: &mut Open, kept: &Kept<'_>) -> Outcome<Moved> {
    let referral = &open.referral;
    match store::referrals::save(cx.tx, referral, &kept.then, cx.now)? {
        Saved::Yes => {}
        Saved::Stale => return Err(Problem::Stale),
        Saved::Double => return Err(double(cx, referral)?),
    }
    let moved = Moved { referral: referral.id, state: kept.then.state, version: referral.version + 1 };
    append(cx, referral, open.by, kept, moved.version)?;
    let event = Event::of(kept.verb.audit())
        .about(referral.person)
        .on(referral.id.raw())
        .purpose(Purpose::Handover)
        .known_by(&open.mask);
    audit::record(cx, event)?;
    if kept.is_told() {
        let other = match open.by.side {
            Side::Receiver => agency::get(cx, open.referral.from)?,
            Side::Sender | Side::Word => open.receiver(cx)?.clone(),
        };
        // Whoever has no account cannot look here; they have the link, the letter or the telephone.
        if open.by.side == Side::Receiver || other.has_account {
            tell(cx, &open.referral, &other, kept)?;
        }
    }
    Ok(moved)
}

fn append(cx: &mut Cx<'_>, referral: &Referral, by: Doer, kept: &Kept<'_>, seq: i64) -> Outcome<()> {
    let before = if kept.verb.is_undoable() {
        Some(serde_json::to_string(&referral.standing).map_err(Problem::internal)?)
    } else {
        None
    };
    let event = events::NewEvent {
        referral: referral.id,
        seq,
        at: cx.now,
        by,
        verb: kept.verb,
        from: referral.standing.state,
        to: kept.then.state,
        about: kept.about,
        note: kept.said.note.as_ref(),
        before: before.as_deref(),
    };
    events::insert(cx.tx, &event)
}

/// Tells the side that did not act; the other one knows. Content-free, and only what that side may know of.
fn tell(cx: &mut Cx<'_>, referral: &Referral, to: &Agency, kept: &Kept<'_>) -> Outcome<()> {
    match told(kept.verb) {
        Some(kind) if kept.is_told() => {
            notice::tell_agency(cx, to, kind, referral.person, &format!("/referrals/{}", referral.id))
        }
        _ => Ok(()),
    }
}

/// The sentence of a notice. What does not concern the other side has none.
const fn told(verb: Verb) -> Option<&'static str> {
    match verb {
        Verb::Send => Some("referral-told-sent"),
        Verb::SecondLook => Some("referral-told-second-look"),
        Verb::Accept => Some("referral-told-accepted"),
        Verb::Wait => Some("referral-told-waiting"),
        Verb::NewDay => Some("referral-told-new-day"),
        Verb::Decline => Some("referral-told-declined"),
        Verb::Ask => Some("referral-told-asked"),
        Verb::Answer => Some("referral-told-answered"),
        Verb::Leg | Verb::LegDone | Verb::LegMissed | Verb::LegCancel => Some("referral-told-leg"),
        Verb::Readiness => Some("referral-told-readiness"),
        Verb::Arrive => Some("referral-told-arrived"),
        Verb::NoShow => Some("referral-told-no-show"),
        Verb::Confirm | Verb::Know | Verb::PersonSays => Some("referral-told-confirmed"),
        Verb::FollowUp => Some("referral-told-follow-up"),
        Verb::LostTouch => Some("referral-told-lost-touch"),
        Verb::ReEngage => Some("referral-told-re-engaged"),
        Verb::Withdraw => Some("referral-told-withdrawn"),
        Verb::End => Some("referral-told-ended"),
        Verb::Undo => Some("referral-told-undone"),
        Verb::Change | Verb::Redirect | Verb::TakeUpAgain => None,
    }
}

/// Says that a live referral between the two is there, and which. Only the sender's own are ever looked for, so
/// nobody learns here what another agency does.
fn double(cx: &mut Cx<'_>, referral: &Referral) -> Outcome<Problem> {
    let found = store::referrals::live(cx.tx, referral.person, referral.from, referral.to)?;
    let message = Msg::new("referral-double");
    Ok(Problem::refused(match found {
        Some((id, state)) => message.arg("referral", id).arg("state", state.code()),
        None => message.arg("referral", "").arg("state", ""),
    }))
}
