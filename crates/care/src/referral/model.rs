//! What a referral is made of.

use base::{AgencyId, Date, Line, PersonId, ReferralId, Text, Time, WorkerId};
use policy::Label;
use serde::{Deserialize, Serialize};

use super::codes::{
    Channel, DeclineReason, Kind, LegKind, LegStatus, Outcome, Readiness, Says, Side, State, Step, Verb,
};

base::ids! {
    /// A request: the agency that would like to support a person asks the one that works with them
    RequestId
}

/// A hand-over of one person from one agency to another.
///
/// Never serialised: what somebody sees of it is a view, opened by the policy.
#[derive(Clone, PartialEq, Eq)]
pub struct Referral {
    /// Its id.
    pub id: ReferralId,
    /// What is asked of the other side.
    pub kind: Kind,
    /// Who is handed over.
    pub person: PersonId,
    /// The agency that hands over.
    pub from: AgencyId,
    /// The worker who wrote it.
    pub from_worker: WorkerId,
    /// The agency that receives; addressed to its intake desk, never to one worker who may be on leave.
    pub to: AgencyId,
    /// Whether it is to be answered within one working day.
    pub urgent: bool,
    /// The declined referral that this one continues.
    pub follows: Option<ReferralId>,
    /// When it was begun.
    pub made_at: Time,
    /// Where it stands.
    pub standing: Standing,
    /// Grows with every event; also the number of the last event.
    pub version: i64,
}

/// Where a referral stands: all that acts change and undo restores.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// The state.
    pub state: State,
    /// Day of the last event.
    pub since: Date,
    /// Day on which it was sent, for the last time.
    pub sent_on: Option<Date>,
    /// Last day for the answer; moves on while a question is open.
    pub answer_due_on: Option<Date>,
    /// Day since which a question of the receiver is open.
    pub asked_on: Option<Date>,
    /// Day which the receiver named for those who wait.
    pub wait_until: Option<Date>,
    /// Place in the queue, 1–9999.
    pub wait_place: Option<i64>,
    /// Day of acceptance.
    pub accepted_on: Option<Date>,
    /// Day agreed for the first visit.
    pub first_on: Option<Date>,
    /// Where to come.
    pub first_place: Option<Line>,
    /// Why the receiver said no.
    pub reason: Option<DeclineReason>,
    /// Another agency that the receiver suggests.
    pub suggests: Option<AgencyId>,
    /// How often the sender has asked again after a no; at most once.
    pub second_looks: i64,
    /// Whether the sender has turned to another agency after the no.
    pub redirected: bool,
    /// How often the person did not come; counted, never punished.
    pub no_shows: i64,
    /// Day of the next try.
    pub next_try_on: Option<Date>,
    /// Day on which the person came.
    pub arrived_on: Option<Date>,
    /// Who came along.
    pub arrived_with: Option<Line>,
    /// Day on which the receiver confirmed.
    pub confirmed_on: Option<Date>,
    /// Day on which the sender learned of it.
    pub known_on: Option<Date>,
    /// What the person says.
    pub says: Option<Says>,
    /// Day of connection.
    pub connected_on: Option<Date>,
    /// How often it has come to a connection: each begins its own follow-ups.
    pub rounds: i64,
    /// The latest follow-up of this round that was recorded.
    pub followed: Option<Step>,
    /// How ready the person was when last asked.
    pub readiness: Option<Readiness>,
}

impl Standing {
    /// A referral that was just begun.
    pub const fn fresh(today: Date) -> Self {
        Self {
            state: State::Preparing,
            since: today,
            sent_on: None,
            answer_due_on: None,
            asked_on: None,
            wait_until: None,
            wait_place: None,
            accepted_on: None,
            first_on: None,
            first_place: None,
            reason: None,
            suggests: None,
            second_looks: 0,
            redirected: false,
            no_shows: 0,
            next_try_on: None,
            arrived_on: None,
            arrived_with: None,
            confirmed_on: None,
            known_on: None,
            says: None,
            connected_on: None,
            rounds: 0,
            followed: None,
            readiness: None,
        }
    }
}

/// Something done with a referral, read and checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Change what is being prepared.
    Change,
    /// Send it.
    Send,
    /// Say yes.
    Accept {
        /// Day of the first visit, if agreed.
        first_on: Option<Date>,
        /// Where to come.
        first_place: Option<Line>,
    },
    /// Say when, or which place in the queue.
    Wait {
        /// The day.
        until: Option<Date>,
        /// The place.
        place: Option<i64>,
    },
    /// Agree on the first day, or on another one.
    NewDay {
        /// The day.
        on: Date,
        /// Where to come, if that changes too.
        place: Option<Line>,
    },
    /// Say no.
    Decline {
        /// Why.
        reason: DeclineReason,
        /// Who could do it.
        suggest: Option<AgencyId>,
    },
    /// Ask once more after a no.
    SecondLook,
    /// Turn to another agency after a no.
    Redirect,
    /// Ask the sender.
    Ask,
    /// Answer the receiver.
    Answer,
    /// Plan a step.
    Leg,
    /// Settle a step.
    LegSettled(LegStatus),
    /// How ready the person is.
    Ready(Readiness),
    /// The person has come.
    Arrive {
        /// When.
        on: Date,
        /// With whom.
        with: Option<Line>,
    },
    /// The person has not come.
    NoShow {
        /// When it was agreed.
        on: Date,
        /// The next try.
        next: Option<Date>,
    },
    /// The receiver confirms.
    Confirm,
    /// The sender knows.
    Know,
    /// The person says.
    PersonSays(Says),
    /// Asked afterwards.
    FollowUp {
        /// Which follow-up.
        step: Step,
        /// What was found.
        outcome: Outcome,
    },
    /// Nobody can reach the person.
    LostTouch,
    /// In touch again.
    ReEngage,
    /// Taken back at the person's word.
    Withdraw,
    /// Begun again.
    TakeUpAgain,
    /// Over.
    End,
}

impl Deed {
    /// The verb of the table.
    pub const fn verb(&self) -> Verb {
        match self {
            Self::Change => Verb::Change,
            Self::Send => Verb::Send,
            Self::Accept { .. } => Verb::Accept,
            Self::Wait { .. } => Verb::Wait,
            Self::NewDay { .. } => Verb::NewDay,
            Self::Decline { .. } => Verb::Decline,
            Self::SecondLook => Verb::SecondLook,
            Self::Redirect => Verb::Redirect,
            Self::Ask => Verb::Ask,
            Self::Answer => Verb::Answer,
            Self::Leg | Self::LegSettled(LegStatus::Planned) => Verb::Leg,
            Self::LegSettled(LegStatus::Happened) => Verb::LegDone,
            Self::LegSettled(LegStatus::Missed) => Verb::LegMissed,
            Self::LegSettled(LegStatus::Cancelled) => Verb::LegCancel,
            Self::Ready(_) => Verb::Readiness,
            Self::Arrive { .. } => Verb::Arrive,
            Self::NoShow { .. } => Verb::NoShow,
            Self::Confirm => Verb::Confirm,
            Self::Know => Verb::Know,
            Self::PersonSays(_) => Verb::PersonSays,
            Self::FollowUp { .. } => Verb::FollowUp,
            Self::LostTouch => Verb::LostTouch,
            Self::ReEngage => Verb::ReEngage,
            Self::Withdraw => Verb::Withdraw,
            Self::TakeUpAgain => Verb::TakeUpAgain,
            Self::End => Verb::End,
        }
    }
}

/// A text that goes with an act.
///
/// Without a label it is a message to the other side: whoever sees the referral sees it. With one it is shown
/// only where the person allows every category of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What was written.
    pub text: Text,
    /// What it is about.
    pub label: Option<Label>,
}

/// Who does something, from which side, and how it reached us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Doer {
    /// The agency that acts.
    pub agency: AgencyId,
    /// Its worker; `None` behind a link.
    pub worker: Option<WorkerId>,
    /// From which side.
    pub side: Side,
    /// By which channel.
    pub channel: Channel,
}

/// A part of what is told, with what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What it is about.
    pub label: Label,
    /// The text.
    pub text: Text,
}

/// What is being prepared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Refer or transfer.
    pub kind: Kind,
    /// Whether it is urgent.
    pub urgent: bool,
    /// What the person wishes, in their own words.
    pub wish: Option<Text>,
    /// What is told beyond that, part by part.
    pub sections: Vec<Section>,
}

/// A step that is planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLeg {
    /// Which step.
    pub kind: LegKind,
    /// When.
    pub on: Date,
    /// Who goes along.
    pub companion: Option<Line>,
    /// Where they meet.
    pub place: Option<Line>,
    /// What was said about it.
    pub note: Option<Note>,
}
