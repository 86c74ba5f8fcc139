//! What is to be done, by whom, from when, and until when: the reason why nobody falls into a seam.

use base::{Date, add_working_days};
use web::codes;

use super::QUESTION_DAYS;
use crate::referral::codes::{Says, Side, State, Step};
use crate::referral::model::Standing;

/// Working days for what has no deadline of its own: to agree on a day, to confirm, to send a draft.
const USUAL_DAYS: i32 = 5;
/// Working days to look on after a no.
const AFTER_DECLINE_DAYS: i32 = 3;
/// Working days after the day of a visit, to say whether the person came.
const ARRIVAL_DAYS: i32 = 2;
/// Working days after which somebody who waits without a date is looked at again.
const QUEUE_DAYS: i32 = 20;
/// Days to ask in, once a follow-up is due.
const FOLLOW_UP_DAYS: i64 = 7;
/// Days after which somebody tries again to reach a person they lost touch with.
const REACH_DAYS: i64 = 30;

/// Whose turn it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The sender's.
    Sender,
    /// The receiver's.
    Receiver,
    /// Whoever can.
    Either,
}

impl Whose {
    /// Whether `side` is meant.
    pub fn is(self, side: Side) -> bool {
        match self {
            Self::Sender => side != Side::Receiver,
            Self::Receiver => side == Side::Receiver,
            Self::Either => true,
        }
    }
}

codes! {
    /// What is to be done next with a referral.
    Todo {
        /// Send what is prepared, or let it go.
        Send = "send",
        /// Answer: yes, wait or no.
        Decide = "decide",
        /// Answer anew: the named day has come, or much time has passed.
        Place = "place",
        /// Answer the receiver's question.
        Answer = "answer",
        /// After a no: ask again, ask elsewhere, or leave it at the person's word.
        AfterDecline = "after_decline",
        /// Agree on a day for the first visit.
        FixDay = "fix_day",
        /// Say whether the person came.
        Arrival = "arrival",
        /// Confirm as the receiver.
        Confirm = "confirm",
        /// Take note as the sender.
        Know = "know",
        /// Ask the person.
        AskPerson = "ask_person",
        /// Ask afterwards.
        FollowUp = "follow_up",
        /// Try to reach the person.
        Reach = "reach",
    }
}

/// Something to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Task {
    /// What.
    pub what: Todo,
    /// Whose turn it is.
    pub whose: Whose,
    /// From when it stands in lists.
    pub from: Date,
    /// The last day for it; overdue afterwards, and then both sides see it.
    pub due: Date,
}

/// Everything that is to be done with a referral as it stands.
pub fn tasks(standing: &Standing) -> Vec<Task> {
    match standing.state {
        State::Preparing => vec![sender(Todo::Send, standing.since, USUAL_DAYS)],
        State::Sent => vec![question(standing).unwrap_or_else(|| decide(standing))],
        State::Waiting => vec![question(standing).unwrap_or_else(|| place(standing))],
        State::Accepted => question(standing).into_iter().chain([visit(standing)]).collect(),
        State::Declined if standing.redirected => Vec::new(),
        State::Declined => vec![sender(Todo::AfterDecline, standing.since, AFTER_DECLINE_DAYS)],
        State::Arrived => confirmations(standing),
        State::Connected => follow_up(standing).into_iter().collect(),
        State::LostTouch => vec![Task {
            what: Todo::Reach,
            whose: Whose::Either,
            from: standing.since,
            due: standing.since.plus_days(REACH_DAYS),
        }],
        State::Ended | State::Withdrawn => Vec::new(),
    }
}

fn sender(what: Todo, from: Date, days: i32) -> Task {
    Task { what, whose: Whose::Sender, from, due: add_working_days(from, days) }
}

fn receiver(what: Todo, from: Date, days: i32) -> Task {
    Task { whose: Whose::Receiver, ..sender(what, from, days) }
}

/// While a question is open it is the sender's turn, and the receiver's time stands still.
fn question(standing: &Standing) -> Option<Task> {
    standing.asked_on.map(|asked| sender(Todo::Answer, asked, QUESTION_DAYS))
}

fn decide(standing: &Standing) -> Task {
    let sent = standing.sent_on.unwrap_or(standing.since);
    let due = standing.answer_due_on.unwrap_or(sent);
    Task { what: Todo::Decide, whose: Whose::Receiver, from: sent, due }
}

fn place(standing: &Standing) -> Task {
    let day = standing.wait_until.unwrap_or_else(|| add_working_days(standing.since, QUEUE_DAYS));
    receiver(Todo::Place, day, AFTER_DECLINE_DAYS)
}

fn visit(standing: &Standing) -> Task {
    match standing.next_try_on.or(standing.first_on) {
        Some(day) => receiver(Todo::Arrival, day, ARRIVAL_DAYS),
        None => receiver(Todo::FixDay, standing.since, USUAL_DAYS),
    }
}

fn confirmations(standing: &Standing) -> Vec<Task> {
    let from = standing.arrived_on.unwrap_or(standing.since);
    let mut open = Vec::new();
    if standing.confirmed_on.is_none() {
        open.push(receiver(Todo::Confirm, from, USUAL_DAYS));
    }
    if standing.known_on.is_none() {
        open.push(sender(Todo::Know, from, USUAL_DAYS));
    }
    if !standing.says.is_some_and(Says::is_content) {
        // After a no somebody talks with the person; that takes longer than asking.
        let (from, days) = match standing.says {
            Some(Says::No) => (standing.since, 2 * USUAL_DAYS),
            _ => (from, USUAL_DAYS),
        };
        open.push(Task { whose: Whose::Either, ..receiver(Todo::AskPerson, from, days) });
    }
    open
}

/// The follow-up that comes next, with the day on which to ask; `None` once three months are recorded.
pub fn next_follow_up(standing: &Standing) -> Option<(Step, Date)> {
    let connected = standing.connected_on?;
    let step = Step::ALL.iter().copied().find(|&step| Some(step) > standing.followed)?;
    Some((step, step.due(connected)))
}

fn follow_up(standing: &Standing) -> Option<Task> {
    let (_, from) = next_follow_up(standing)?;
    Some(Task { what: Todo::FollowUp, whose: Whose::Either, from, due: from.plus_days(FOLLOW_UP_DAYS) })
}

/// The first day for which something is due; overdue when it has passed.
pub fn due_on(standing: &Standing) -> Option<Date> {
    tasks(standing).iter().map(|task| task.due).min()
}

/// The day from which a side finds the referral in its lists.
pub fn look_on(standing: &Standing, side: Side) -> Option<Date> {
    let tasks = tasks(standing);
    let own = tasks.iter().filter(|task| task.whose.is(side)).map(|task| task.from);
    let overdue = tasks.iter().map(|task| task.due.plus_days(1));
    let shown = |_: &Date| side != Side::Receiver || standing.state.is_open_to_receiver();
    own.chain(overdue).filter(shown).min()
}

/// Whether a second referral of the same person between the same agencies would be a double.
pub fn is_live(standing: &Standing) -> bool {
    match standing.state {
        State::Preparing | State::Sent | State::Waiting | State::Accepted | State::Arrived | State::LostTouch => true,
        State::Connected => next_follow_up(standing).is_some(),
        State::Declined | State::Ended | State::Withdrawn => false,
    }
}
