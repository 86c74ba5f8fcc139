//! The words a referral is kept in: closed sets, each with the code that database, API and word keys share.

use web::codes;

codes! {
    /// What is asked of the other side.
    Kind {
        /// The receiver takes part; the sender goes on.
        Refer = "refer",
        /// The lead moves to the receiver once the person has arrived.
        Transfer = "transfer",
    }

    /// Where a referral stands. What happened on the way is in its legs and events.
    State {
        /// Being written; the receiver knows nothing of it.
        Preparing = "preparing",
        /// With the receiver, not answered yet.
        Sent = "sent",
        /// The receiver has said when, or which place in the queue.
        Waiting = "waiting",
        /// The receiver will see the person. Nobody has come yet.
        Accepted = "accepted",
        /// The receiver has said no, with a reason.
        Declined = "declined",
        /// The person has been there.
        Arrived = "arrived",
        /// The receiver, the sender and the person say that it holds.
        Connected = "connected",
        /// Nobody can reach the person at the moment.
        LostTouch = "lost_touch",
        /// Over, after it was connected.
        Ended = "ended",
        /// Taken back at the person's word. Never counted as a failure.
        Withdrawn = "withdrawn",
    }

    /// From whose side something is done.
    Side {
        /// The agency that hands over.
        Sender = "sender",
        /// The agency that receives.
        Receiver = "receiver",
        /// The sender writes down what the receiver said by telephone or on paper.
        Word = "word",
    }

    /// How an act reached us.
    Channel {
        /// Somebody signed in.
        System = "system",
        /// Told by telephone, written down by the other side.
        Telephone = "telephone",
        /// Told on paper or by fax, written down by the other side.
        Paper = "paper",
        /// By the one-time link of an agency without an account.
        Link = "link",
    }

    /// Everything that can be done with a referral that exists.
    Verb {
        /// Change what is being prepared.
        Change = "change",
        /// Send it.
        Send = "send",
        /// Say yes.
        Accept = "accept",
        /// Say when, or which place in the queue.
        Wait = "wait",
        /// Agree on the first day, or on another one, after the yes.
        NewDay = "new_day",
        /// Say no, with a reason.
        Decline = "decline",
        /// Ask once more after a no.
        SecondLook = "second_look",
        /// Ask another agency after a no.
        Redirect = "redirect",
        /// Ask the sender something; the time for the answer stands still.
        Ask = "ask",
        /// Answer the receiver's question.
        Answer = "answer",
        /// Plan a step of the warm hand-over.
        Leg = "leg",
        /// The step happened.
        LegDone = "leg_done",
        /// The step was missed.
        LegMissed = "leg_missed",
        /// The step is not needed any more.
        LegCancel = "leg_cancel",
        /// How ready the person is now.
        Readiness = "readiness",
        /// The person has come.
        Arrive = "arrive",
        /// The person has not come.
        NoShow = "no_show",
        /// The receiver confirms that it holds.
        Confirm = "confirm",
        /// The sender has learned of it.
        Know = "know",
        /// What the person says about it.
        PersonSays = "person_says",
        /// What was found when asking afterwards.
        FollowUp = "follow_up",
        /// Nobody can reach the person.
        LostTouch = "lost_touch",
        /// In touch again.
        ReEngage = "re_engage",
        /// Taken back at the person's word.
        Withdraw = "withdraw",
        /// Begun again after it was taken back.
        TakeUpAgain = "take_up_again",
        /// Over, because it is not needed any more.
        End = "end",
        /// The last change of state is taken back.
        Undo = "undo",
    }

    /// A step of a warm hand-over.
    LegKind {
        /// The sender calls ahead.
        CallAhead = "call_ahead",
        /// A letter to or from the person.
        Letter = "letter",
        /// A visit in prison or detention.
        PrisonVisit = "prison_visit",
        /// A visit on the ward.
        WardVisit = "ward_visit",
        /// A look at the place.
        Tour = "tour",
        /// Sender, receiver and person talk together.
        JointInterview = "joint_interview",
        /// Somebody goes along.
        Accompaniment = "accompaniment",
        /// Some days or nights to try.
        TrialStay = "trial_stay",
        /// A visit to a session of the programme.
        ProgrammeVisit = "programme_visit",
        /// Anything else; the note says what.
        Other = "other",
    }

    /// How a step stands.
    LegStatus {
        /// Agreed on, not there yet.
        Planned = "planned",
        /// It took place.
        Happened = "happened",
        /// The person or somebody else did not come.
        Missed = "missed",
        /// Not needed, or called off beforehand.
        Cancelled = "cancelled",
    }

    /// How ready the person is. Moves both ways and never closes anything.
    Readiness {
        /// Not now.
        NotNow = "not_now",
        /// Would hear more.
        Curious = "curious",
        /// Thinks about it.
        Thinking = "thinking",
        /// Has been there once.
        Visited = "visited",
        /// Wants it.
        Decided = "decided",
    }

    /// Why a receiver says no.
    DeclineReason {
        /// No place.
        NoCapacity = "no_capacity",
        /// Does not meet the conditions.
        NotEligible = "not_eligible",
        /// Lives elsewhere.
        OutOfArea = "out_of_area",
        /// Has to be assessed somewhere first.
        NeedsAssessmentFirst = "needs_assessment_first",
        /// The person does not want it.
        PersonNotWilling = "person_not_willing",
        /// Not safe for the person or for others there.
        Safety = "safety",
        /// The receiver does not do this.
        NotOffered = "not_offered",
        /// The receiver cannot keep to itself what the person would tell.
        CannotEnsureConfidentiality = "cannot_ensure_confidentiality",
        /// Something else; a note says what.
        Other = "other",
    }

    /// Answer to a question about free places.
    Capacity {
        /// There is a place.
        HasPlace = "has_place",
        /// There is none.
        None = "none",
        /// There is a waiting list.
        WaitingList = "waiting_list",
        /// Only after an assessment.
        AssessmentNeeded = "assessment_needed",
    }

    /// When to ask afterwards, counted from the day of connection.
    Step {
        /// Two weeks.
        Weeks2 = "weeks_2",
        /// One month.
        Month1 = "month_1",
        /// Three months.
        Months3 = "months_3",
    }

    /// What was found when asking afterwards.
    Outcome {
        /// Goes on.
        Continuing = "continuing",
        /// Rests for a while.
        Paused = "paused",
        /// Over.
        Ended = "ended",
        /// Not to be reached.
        LostTouch = "lost_touch",
    }

    /// How somebody was asked afterwards.
    How {
        /// Seen at home or elsewhere.
        Visit = "visit",
        /// By telephone.
        Telephone = "telephone",
        /// By letter.
        Letter = "letter",
        /// In a group.
        Group = "group",
        /// By video or message.
        Online = "online",
        /// Another way.
        Other = "other",
    }

    /// What the person says when asked whether this is what they needed.
    Says {
        /// Yes.
        Yes = "yes",
        /// In part.
        Partly = "partly",
        /// No.
        No = "no",
        /// Nobody could ask yet.
        NotAsked = "not_asked",
    }

    /// How a request stands.
    RequestState {
        /// Waits for the agency that works with the person.
        Open = "open",
        /// A referral is being prepared.
        Agreed = "agreed",
        /// Not now, or not at all.
        Declined = "declined",
    }
}

impl State {
    /// Whether the receiver may know of it: never while it is being written.
    pub const fn is_open_to_receiver(self) -> bool {
        !matches!(self, Self::Preparing)
    }

    /// Whether something can still become of it without taking it up anew.
    pub const fn is_going_on(self) -> bool {
        !matches!(self, Self::Ended | Self::Withdrawn)
    }

    /// Whether the next link holds: the person has been there.
    pub const fn is_link(self) -> bool {
        matches!(self, Self::Arrived | Self::Connected)
    }
}

/// How a referral counts when somebody asks what came of all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counts {
    /// Nothing has come of it yet.
    Open,
    /// It held.
    Held,
    /// It did not hold; somebody should look why.
    Failed,
    /// Counted neither way: the person took it back, which is theirs to do.
    Not,
}

impl State {
    /// How a referral in this state counts.
    pub const fn counts(self) -> Counts {
        match self {
            Self::Preparing | Self::Sent | Self::Waiting | Self::Accepted | Self::Arrived => Counts::Open,
            Self::Connected | Self::Ended => Counts::Held,
            Self::Declined | Self::LostTouch => Counts::Failed,
            Self::Withdrawn => Counts::Not,
        }
    }
}

impl Says {
    /// Whether the person's answer counts towards being connected.
    pub const fn is_content(self) -> bool {
        matches!(self, Self::Yes | Self::Partly)
    }
}

impl Step {
    /// The day on which to ask, for a connection made on `day`.
    pub fn due(self, day: base::Date) -> base::Date {
        match self {
            Self::Weeks2 => day.plus_days(14),
            Self::Month1 => day.plus_months(1),
            Self::Months3 => day.plus_months(3),
        }
    }
}

impl Verb {
    /// Whether it can be taken back within a quarter of an hour. What was said to the other side or happened
    /// in the world stays; a mistake in it is put right by the next word.
    pub const fn is_undoable(self) -> bool {
        match self {
            Self::Send
            | Self::Accept
            | Self::Wait
            | Self::NewDay
            | Self::Decline
            | Self::SecondLook
            | Self::Arrive
            | Self::NoShow
            | Self::Confirm
            | Self::Know
            | Self::PersonSays
            | Self::FollowUp
            | Self::LostTouch
            | Self::ReEngage
            | Self::Withdraw
            | Self::TakeUpAgain
            | Self::End => true,
            Self::Change
            | Self::Redirect
            | Self::Ask
            | Self::Answer
            | Self::Leg
            | Self::LegDone
            | Self::LegMissed
            | Self::LegCancel
            | Self::Readiness
            | Self::Undo => false,
        }
    }

    /// The act's name in the audit trail.
    pub const fn audit(self) -> &'static str {
        match self {
            Self::Change => "referral.change",
            Self::Send => "referral.send",
            Self::Accept => "referral.accept",
            Self::Wait => "referral.wait",
            Self::NewDay => "referral.new_day",
            Self::Decline => "referral.decline",
            Self::SecondLook => "referral.second_look",
            Self::Redirect => "referral.redirect",
            Self::Ask => "referral.ask",
            Self::Answer => "referral.answer",
            Self::Leg => "referral.leg",
            Self::LegDone => "referral.leg_done",
            Self::LegMissed => "referral.leg_missed",
            Self::LegCancel => "referral.leg_cancel",
            Self::Readiness => "referral.readiness",
            Self::Arrive => "referral.arrive",
            Self::NoShow => "referral.no_show",
            Self::Confirm => "referral.confirm",
            Self::Know => "referral.know",
            Self::PersonSays => "referral.person_says",
            Self::FollowUp => "referral.follow_up",
            Self::LostTouch => "referral.lost_touch",
            Self::ReEngage => "referral.re_engage",
            Self::Withdraw => "referral.withdraw",
            Self::TakeUpAgain => "referral.take_up_again",
            Self::End => "referral.end",
            Self::Undo => "referral.undo",
        }
    }
}
