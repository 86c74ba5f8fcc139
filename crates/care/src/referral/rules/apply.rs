//! What an act makes of where a referral stands.

use base::{AgencyId, Date, Line, Time, add_working_days, is_working_day};

use super::machine::{Goes, No, next};
use super::{SECOND_LOOKS, UNDO_MINUTES, URGENT_DAYS};
use crate::referral::codes::{Outcome, Says, Side, State, Verb};
use crate::referral::model::{Deed, Standing};

/// What the rules depend on besides the standing.
#[derive(Clone, Copy, Debug)]
pub struct Terms {
    /// The day of the act.
    pub today: Date,
    /// Working days in which the receiver answers, at least 1.
    pub answer_days: i32,
    /// Whether the referral is urgent.
    pub urgent: bool,
}

impl Terms {
    fn answer_due(&self) -> Date {
        add_working_days(self.today, if self.urgent { URGENT_DAYS } else { self.answer_days.max(1) })
    }
}

/// Where the referral stands after `side` has done `deed`, or why that is not allowed.
pub fn apply(now: &Standing, deed: &Deed, side: Side, terms: &Terms) -> Result<Standing, No> {
    let goes = next(now.state, deed.verb(), side)?;
    let mut then = Standing { since: terms.today, ..now.clone() };
    match deed {
        Deed::Send => ask_for_answer(&mut then, terms),
        Deed::Accept { first_on, first_place } => {
            clear_answer(&mut then);
            then.accepted_on = Some(terms.today);
            then.first_on = *first_on;
            then.first_place.clone_from(first_place);
        }
        Deed::Wait { until, place } => {
            clear_answer(&mut then);
            then.wait_until = *until;
            then.wait_place = *place;
        }
        Deed::NewDay { on, place } => new_day(&mut then, *on, place.as_ref(), terms)?,
        Deed::Decline { reason, suggest } => decline(&mut then, *reason, *suggest),
        Deed::SecondLook => second_look(&mut then, terms)?,
        Deed::Redirect => then.redirected = true,
        Deed::Ask => then.asked_on = then.asked_on.or(Some(terms.today)),
        Deed::Answer => answer(&mut then, terms)?,
        Deed::Ready(how) => then.readiness = Some(*how),
        Deed::Arrive { on, with } => {
            then.arrived_on = Some(not_after(*on, terms.today)?);
            then.arrived_with.clone_from(with);
            then.next_try_on = None;
            then.asked_on = None;
        }
        Deed::NoShow { on, next } => no_show(&mut then, *on, *next, terms)?,
        Deed::Confirm => then.confirmed_on = Some(terms.today),
        Deed::Know => then.known_on = Some(terms.today),
        Deed::PersonSays(says) => then.says = Some(*says),
        Deed::FollowUp { step, .. } => then.followed = then.followed.max(Some(*step)),
        Deed::LostTouch => then.asked_on = None,
        Deed::ReEngage => begin_visits_anew(&mut then),
        Deed::Withdraw => {
            clear_answer(&mut then);
            then.asked_on = None;
        }
        Deed::TakeUpAgain => {
            then = Standing { rounds: now.rounds, readiness: now.readiness, ..Standing::fresh(terms.today) };
        }
        Deed::Change | Deed::Leg | Deed::LegSettled(_) | Deed::End => {}
    }
    then.state = lead(goes, &then, deed);
    if then.state == State::Connected && now.state != State::Connected {
        then.connected_on = Some(terms.today);
        then.rounds += 1;
        then.followed = None;
    }
    Ok(then)
}

fn lead(goes: Goes, then: &Standing, deed: &Deed) -> State {
    match goes {
        Goes::To(state) => state,
        Goes::Stays => then.state,
        Goes::Connects if is_connected(then) => State::Connected,
        Goes::Connects => State::Arrived,
        Goes::ByOutcome => match deed {
            Deed::FollowUp { outcome: Outcome::Ended, .. } => State::Ended,
            Deed::FollowUp { outcome: Outcome::LostTouch, .. } => State::LostTouch,
            _ => State::Connected,
        },
        Goes::Back if then.accepted_on.is_some() => State::Accepted,
        Goes::Back => State::Waiting,
    }
}

/// Whether all three say that it holds: the receiver, the sender and the person.
fn is_connected(standing: &Standing) -> bool {
    standing.arrived_on.is_some()
        && standing.confirmed_on.is_some()
        && standing.known_on.is_some()
        && standing.says.is_some_and(Says::is_content)
}

fn ask_for_answer(then: &mut Standing, terms: &Terms) {
    then.sent_on = Some(terms.today);
    then.answer_due_on = Some(terms.answer_due());
}

/// The receiver has spoken: what it said before no longer holds.
fn clear_answer(then: &mut Standing) {
    then.answer_due_on = None;
    then.wait_until = None;
    then.wait_place = None;
}

fn decline(then: &mut Standing, reason: crate::referral::codes::DeclineReason, suggest: Option<AgencyId>) {
    clear_answer(then);
    then.asked_on = None;
    then.accepted_on = None;
    then.first_on = None;
    then.first_place = None;
    then.next_try_on = None;
    then.reason = Some(reason);
    then.suggests = suggest;
    then.redirected = false;
}

fn second_look(then: &mut Standing, terms: &Terms) -> Result<(), No> {
    if then.second_looks >= SECOND_LOOKS {
        return Err(No::Rule("referral-second-look-used"));
    }
    then.second_looks += 1;
    then.reason = None;
    then.suggests = None;
    ask_for_answer(then, terms);
    Ok(())
}

/// The question is answered: the receiver has as many working days left as when it was asked, and at least one.
fn answer(then: &mut Standing, terms: &Terms) -> Result<(), No> {
    let asked = then.asked_on.take().ok_or(No::Rule("referral-no-question"))?;
    if let Some(due) = then.answer_due_on {
        let left = working_days(asked, due).max(1);
        then.answer_due_on = Some(add_working_days(terms.today, left));
    }
    Ok(())
}

fn no_show(then: &mut Standing, on: Date, next: Option<Date>, terms: &Terms) -> Result<(), No> {
    not_after(on, terms.today)?;
    if next.is_some_and(|next| next < on) {
        return Err(No::Rule("referral-next-before"));
    }
    then.no_shows += 1;
    then.first_on = None;
    then.next_try_on = next;
    Ok(())
}

/// Another first day, or the next try after the person could not come. The place stays unless a new one is named.
fn new_day(then: &mut Standing, on: Date, place: Option<&Line>, terms: &Terms) -> Result<(), No> {
    if on < terms.today {
        return Err(No::Rule("referral-day-past"));
    }
    then.first_on = Some(on);
    then.next_try_on = None;
    if place.is_some() {
        then.first_place = place.cloned();
    }
    Ok(())
}

/// After losing touch nothing is taken for granted: the person comes again, and everybody is asked again.
fn begin_visits_anew(then: &mut Standing) {
    then.first_on = None;
    then.first_place = None;
    then.next_try_on = None;
    then.arrived_on = None;
    then.arrived_with = None;
    then.confirmed_on = None;
    then.known_on = None;
    then.says = None;
    then.connected_on = None;
    then.followed = None;
}

fn not_after(day: Date, today: Date) -> Result<Date, No> {
    if day > today { Err(No::Rule("referral-day-to-come")) } else { Ok(day) }
}

/// Working days after `from` up to and including `to`; 0 when `to` is not later.
fn working_days(from: Date, to: Date) -> i32 {
    let mut count = 0;
    let mut day = from;
    // A deadline is some weeks away at most; a damaged one must not keep the act running.
    while day < to && count < 366 {
        day = day.plus_days(1);
        count += i32::from(is_working_day(day));
    }
    count
}

/// Whether `agency` may take back the last event: its own, of a kind that can be taken back, not older than
/// [`UNDO_MINUTES`], and the last thing that happened.
pub fn may_undo(verb: Verb, by: AgencyId, at: Time, agency: AgencyId, now: Time) -> Result<(), No> {
    if by != agency {
        return Err(No::Rule("referral-undo-not-yours"));
    }
    if !verb.is_undoable() {
        return Err(No::Rule("referral-undo-nothing"));
    }
    if now > at.plus_minutes(UNDO_MINUTES) {
        return Err(No::Rule("referral-undo-too-late"));
    }
    Ok(())
}
