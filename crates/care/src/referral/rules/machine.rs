//! Who may set what: one table.

use crate::referral::codes::{Side, State, Verb};

/// Where an act leads, if it is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goes {
    /// To this state.
    To(State),
    /// Nowhere; something is added or known.
    Stays,
    /// To *connected*, once the receiver has confirmed, the sender knows and the person is content.
    Connects,
    /// Where what was found leads: on, to *ended* or to *lost touch*.
    ByOutcome,
    /// To *accepted*, or to *waiting* where nobody had accepted yet.
    Back,
}

/// Why an act is not allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum No {
    /// This side may not know of the referral at this time.
    Unknown,
    /// This is for the other side to do, at any time.
    NotYours,
    /// It does not fit the state.
    NotNow,
    /// A rule speaks against it; the key of what to say.
    Rule(&'static str),
}

/// Where `verb` leads from `state` when `side` does it.
///
/// This is the whole table; a test prints it. The channel is not in it: what comes by a link is the receiver's,
/// what the sender writes down for the receiver is [`Side::Word`].
pub fn next(state: State, verb: Verb, side: Side) -> Result<Goes, No> {
    if side == Side::Receiver && !state.is_open_to_receiver() {
        return Err(No::Unknown);
    }
    allowed(state, verb, side).ok_or_else(|| if is_ever(verb, side) { No::NotNow } else { No::NotYours })
}

fn is_ever(verb: Verb, side: Side) -> bool {
    State::ALL.iter().any(|&state| allowed(state, verb, side).is_some())
}

#[rustfmt::skip]
#[expect(clippy::match_same_arms, reason = "the table is read by who acts, not by where it leads")]
fn allowed(state: State, verb: Verb, side: Side) -> Option<Goes> {
    use Goes::{Back, ByOutcome, Connects, Stays, To};
    use Side::{Receiver, Sender, Word};
    use State as S;
    use Verb as V;
    match (verb, side, state) {
        // The sender's: what is told, to whom, and whether at all.
        (V::Change,      Sender, S::Preparing) => Some(Stays),
        (V::Send,        Sender, S::Preparing) => Some(To(S::Sent)),
        (V::Answer,      Sender, S::Sent | S::Waiting | S::Accepted) => Some(Stays),
        (V::SecondLook,  Sender, S::Declined)  => Some(To(S::Sent)),
        (V::Redirect,    Sender, S::Declined)  => Some(Stays),
        (V::Know,        Sender, S::Arrived)   => Some(Connects),
        (V::TakeUpAgain, Sender, S::Withdrawn) => Some(To(S::Preparing)),
        (V::Withdraw,    Sender, s) if s.is_going_on() => Some(To(S::Withdrawn)),

        // The receiver's answer. A yes that cannot be kept is taken back like a no, so that the sender looks on.
        (V::Accept,  Receiver | Word, S::Sent | S::Waiting) => Some(To(S::Accepted)),
        (V::Wait,    Receiver | Word, S::Sent | S::Waiting) => Some(To(S::Waiting)),
        (V::Decline, Receiver | Word, S::Sent | S::Waiting | S::Accepted) => Some(To(S::Declined)),
        // The day that was agreed may move as long as the person has not come.
        (V::NewDay,  Receiver | Word, S::Accepted) => Some(Stays),
        (V::Ask,     Receiver | Word, S::Sent | S::Waiting | S::Accepted) => Some(Stays),

        // Accepted is not arrived, arrived is not connected.
        (V::Arrive,     Receiver | Word, S::Accepted) => Some(To(S::Arrived)),
        (V::Confirm,    Receiver | Word, S::Arrived)  => Some(Connects),
        (V::NoShow,     _, S::Accepted)  => Some(Stays),
        (V::PersonSays, _, S::Arrived)   => Some(Connects),
        (V::FollowUp,   _, S::Connected) => Some(ByOutcome),
        (V::End,        _, S::Connected) => Some(To(S::Ended)),

        // Either side notices first.
        (V::LostTouch, _, S::Waiting | S::Accepted | S::Arrived | S::Connected) => Some(To(S::LostTouch)),
        (V::ReEngage,  _, S::LostTouch) => Some(Back),

        // The warm hand-over. It may begin before anything is sent; what happened can be written down later.
        (V::Leg, Sender, S::Preparing) => Some(Stays),
        (V::Leg, Sender | Receiver,
            S::Sent | S::Waiting | S::Accepted | S::Arrived | S::Connected | S::LostTouch) => Some(Stays),
        (V::LegDone | V::LegMissed | V::LegCancel, Sender | Receiver, _) => Some(Stays),

        // Readiness moves both ways and never closes anything, nor is it closed by anything but the end.
        (V::Readiness, Sender | Receiver, s) if s != S::Ended => Some(Stays),

        // What is taken back depends on the last event, not on the state: see `may_undo`.
        (V::Undo, _, _) => Some(Stays),
        _ => None,
    }
}
