//! The table as it is printed for review, and what no sequence of acts may ever do.

use std::fmt::Write as _;

use base::{AgencyId, Date, Time, add_working_days};
use proptest::prelude::*;

use super::*;
use crate::referral::codes::*;
use crate::referral::model::{Deed, Standing};

/// A Friday; the Monday after it is a holiday
fn today() -> Date {
    day(2026, 11, 20)
}

fn day(year: i32, month: u8, day: u8) -> Date {
    Date::new(year, month, day).expect("a day of the calendar")
}

fn terms(today: Date) -> Terms {
    Terms { today, answer_days: 3, urgent: false }
}

/// `deeds` one after the other, each on the same day; stops at the first that is not allowed
fn play(deeds: &[(Deed, Side)]) -> Result<Standing, No> {
    let fresh = Standing::fresh(today());
    deeds.iter().try_fold(fresh, |now, (deed, side)| apply(&now, deed, *side, &terms(today())))
}

fn accepted() -> Vec<(Deed, Side)> {
    vec![
        (Deed::Send, Side::Sender),
        (Deed::Accept { first_on: Some(today().plus_days(4)), first_place: None }, Side::Receiver),
    ]
}

fn connected() -> Vec<(Deed, Side)> {
    let mut deeds = accepted();
    deeds.extend([
        (Deed::Arrive { on: today(), with: None }, Side::Receiver),
        (Deed::Know, Side::Sender),
        (Deed::PersonSays(Says::Partly), Side::Sender),
        (Deed::Confirm, Side::Receiver),
    ]);
    deeds
}

#[test]
fn the_table() {
    let mut page = String::from(
        "who may do what, and where it leads\n\
         \n\
         =  nothing changes but what is known     .  not in this state     ?  does not know of it\n\
         \n",
    );
    let _ = write!(page, "{:<26}", "");
    for state in State::ALL {
        let _ = write!(page, "{:<12}", state.code());
    }
    page.push('\n');
    for &verb in Verb::ALL {
        for &side in Side::ALL {
            if let Some(line) = row(verb, side) {
                let _ = writeln!(page, "{:<14}{:<12}{}", verb.code(), side.code(), line.trim_end());
            }
        }
    }
    insta::assert_snapshot!(page);
}

/// `None` when this side can never do it
fn row(verb: Verb, side: Side) -> Option<String> {
    let cells = State::ALL.iter().map(|&state| next(state, verb, side));
    if cells.clone().all(|cell| matches!(cell, Err(No::NotYours | No::Unknown))) {
        return None;
    }
    Some(cells.fold(String::new(), |line, cell| {
        let text = match cell {
            Ok(Goes::To(state)) => state.code(),
            Ok(Goes::Stays) => "=",
            Ok(Goes::Connects) => "connected*",
            Ok(Goes::ByOutcome) => "by outcome",
            Ok(Goes::Back) => "accepted*",
            Err(No::Unknown) => "?",
            Err(_) => ".",
        };
        format!("{line}{text:<12}")
    }))
}

#[test]
fn connected_only_when_all_three_say_so() {
    let all = connected();
    for left_out in 3..all.len() {
        let some: Vec<_> = all.iter().enumerate().filter(|(i, _)| *i != left_out).map(|(_, d)| d.clone()).collect();
        assert_eq!(play(&some).map(|s| s.state), Ok(State::Arrived), "without {:?}", all[left_out]);
    }
    let done = play(&all).expect("allowed");
    assert_eq!((done.state, done.connected_on, done.rounds), (State::Connected, Some(today()), 1));
}

#[test]
fn a_no_of_the_person_keeps_it_open() {
    let mut deeds = connected();
    deeds[4] = (Deed::PersonSays(Says::No), Side::Receiver);
    let standing = play(&deeds).expect("allowed");
    assert_eq!(standing.state, State::Arrived);
    assert_eq!(tasks(&standing).len(), 1, "somebody talks with the person: {:?}", tasks(&standing));
    let asked_again = apply(&standing, &Deed::PersonSays(Says::Yes), Side::Sender, &terms(today().plus_days(3)));
    assert_eq!(asked_again.map(|s| s.state), Ok(State::Connected));
}

#[test]
fn answers_are_due_in_working_days() {
    let friday = today();
    let sent = play(&[(Deed::Send, Side::Sender)]).expect("allowed");
    // Saturday, Sunday, and Monday the 23rd, which is a holiday, do not count.
    assert_eq!(sent.answer_due_on, Some(friday.plus_days(6)));
    let urgent = Terms { urgent: true, ..terms(friday) };
    let sent = apply(&Standing::fresh(friday), &Deed::Send, Side::Sender, &urgent).expect("allowed");
    assert_eq!(sent.answer_due_on, Some(friday.plus_days(4)));
}

#[test]
fn a_question_stops_the_clock() {
    let sent = play(&[(Deed::Send, Side::Sender)]).expect("allowed");
    let due = sent.answer_due_on.expect("an answer is due");
    let asked_on = add_working_days(today(), 1);
    let asked = apply(&sent, &Deed::Ask, Side::Receiver, &terms(asked_on)).expect("allowed");
    assert!(tasks(&asked).iter().all(|task| task.whose == Whose::Sender), "it is the sender's turn");
    let answered_on = asked_on.plus_days(14);
    let answered = apply(&asked, &Deed::Answer, Side::Sender, &terms(answered_on)).expect("allowed");
    assert_eq!(answered.answer_due_on, Some(add_working_days(answered_on, 2)), "two of three days were left");
    assert!(answered.answer_due_on > Some(due));
    let again = apply(&answered, &Deed::Answer, Side::Sender, &terms(answered_on));
    assert_eq!(again, Err(No::Rule("referral-no-question")));
}

#[test]
fn one_second_look_and_no_more() {
    let decline = (Deed::Decline { reason: DeclineReason::NoCapacity, suggest: None }, Side::Receiver);
    let look = (Deed::SecondLook, Side::Sender);
    let send = (Deed::Send, Side::Sender);
    let once = play(&[send.clone(), decline.clone(), look.clone()]).expect("allowed");
    assert_eq!((once.state, once.reason), (State::Sent, None));
    let twice = play(&[send, decline.clone(), look.clone(), decline, look]);
    assert_eq!(twice, Err(No::Rule("referral-second-look-used")));
}

#[test]
fn follow_ups_come_at_two_weeks_one_month_and_three() {
    let mut now = play(&connected()).expect("allowed");
    let due = |now: &Standing| next_follow_up(now);
    assert_eq!(due(&now), Some((Step::Weeks2, day(2026, 12, 4))));
    for (step, coming) in [
        (Step::Weeks2, Some((Step::Month1, day(2026, 12, 20)))),
        (Step::Month1, Some((Step::Months3, day(2027, 2, 20)))),
        (Step::Months3, None),
    ] {
        let deed = Deed::FollowUp { step, outcome: Outcome::Continuing };
        now = apply(&now, &deed, Side::Receiver, &terms(today())).expect("allowed");
        assert_eq!(due(&now), coming);
    }
    assert!(!is_live(&now), "a year later the person may be referred again");
}

#[test]
fn re_engaging_asks_everybody_again() {
    let mut deeds = connected();
    deeds.push((Deed::LostTouch, Side::Sender));
    deeds.push((Deed::ReEngage, Side::Receiver));
    let back = play(&deeds).expect("allowed");
    assert_eq!((back.state, back.arrived_on, back.says), (State::Accepted, None, None));
    let never_accepted = play(&[
        (Deed::Send, Side::Sender),
        (Deed::Wait { until: None, place: Some(4) }, Side::Word),
        (Deed::LostTouch, Side::Sender),
        (Deed::ReEngage, Side::Sender),
    ]);
    assert_eq!(never_accepted.map(|s| s.state), Ok(State::Waiting), "a yes that nobody gave is not made up");
}

#[test]
fn undo_is_for_the_last_own_change_within_a_quarter_of_an_hour() {
    let (own, other) = (AgencyId::from_raw(1), AgencyId::from_raw(2));
    let at = Time::at_jst(today(), 10, 0);
    let try_undo = |verb, by, minutes| may_undo(verb, by, at, own, at.plus_minutes(minutes));
    assert_eq!(try_undo(Verb::Accept, own, 15), Ok(()));
    assert_eq!(try_undo(Verb::Accept, own, 16), Err(No::Rule("referral-undo-too-late")));
    assert_eq!(try_undo(Verb::Accept, other, 1), Err(No::Rule("referral-undo-not-yours")));
    assert_eq!(try_undo(Verb::Ask, own, 1), Err(No::Rule("referral-undo-nothing")));
}

#[test]
fn what_the_person_takes_back_is_no_failure() {
    assert_eq!(State::Withdrawn.counts(), Counts::Not);
    for &state in State::ALL {
        let may = next(state, Verb::Withdraw, Side::Sender) == Ok(Goes::To(State::Withdrawn));
        assert_eq!(may, state.is_going_on(), "{state}");
    }
}

// ------------------------------------------------------------------ every sequence of acts

fn any_of<T: Copy + std::fmt::Debug + 'static>(items: &'static [T]) -> impl Strategy<Value = T> {
    prop::sample::select(items)
}

fn any_deed() -> impl Strategy<Value = Deed> {
    let days = || prop::option::of((0_i64..40).prop_map(|n| today().plus_days(n)));
    prop_oneof![
        1 => Just(Deed::Change),
        4 => Just(Deed::Send),
        4 => days().prop_map(|first_on| Deed::Accept { first_on, first_place: None }),
        2 => (0_i64..40).prop_map(|n| Deed::NewDay { on: today().plus_days(n), place: None }),
        1 => days().prop_map(|until| Deed::Wait { until, place: Some(1) }),
        1 => any_of(DeclineReason::ALL).prop_map(|reason| Deed::Decline { reason, suggest: None }),
        1 => Just(Deed::SecondLook),
        1 => Just(Deed::Redirect),
        1 => Just(Deed::Ask),
        1 => Just(Deed::Answer),
        1 => Just(Deed::Leg),
        1 => any_of(LegStatus::ALL).prop_map(Deed::LegSettled),
        1 => any_of(Readiness::ALL).prop_map(Deed::Ready),
        6 => Just(Deed::Arrive { on: today(), with: None }),
        1 => days().prop_map(|next| Deed::NoShow { on: today(), next }),
        6 => Just(Deed::Confirm),
        6 => Just(Deed::Know),
        6 => any_of(Says::ALL).prop_map(Deed::PersonSays),
        1 => (any_of(Step::ALL), any_of(Outcome::ALL)).prop_map(|(step, outcome)| Deed::FollowUp { step, outcome }),
        1 => Just(Deed::LostTouch),
        2 => Just(Deed::ReEngage),
        1 => Just(Deed::Withdraw),
        2 => Just(Deed::TakeUpAgain),
        1 => Just(Deed::End),
    ]
}

fn any_story() -> impl Strategy<Value = Vec<(Deed, Side, i64)>> {
    prop::collection::vec((any_deed(), any_of(Side::ALL), 0_i64..6), 1..40)
}

/// Every step that was allowed: what was done, from where, to where, on which day
fn tell(story: &[(Deed, Side, i64)]) -> Vec<(Deed, Side, Standing, Standing, Date)> {
    let mut day = today();
    let mut now = Standing::fresh(day);
    let mut told = Vec::new();
    for (deed, side, days) in story {
        day = day.plus_days(*days);
        if let Ok(then) = apply(&now, deed, *side, &terms(day)) {
            told.push((deed.clone(), *side, now, then.clone(), day));
            now = then;
        }
    }
    told
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn nobody_is_connected_without_arrival_receiver_sender_and_person(story in any_story()) {
        let told = tell(&story);
        for (at, (_, _, before, then, _)) in told.iter().enumerate() {
            if then.state != State::Connected || before.state == State::Connected {
                continue;
            }
            let since = told[..at].iter().rposition(|(_, _, _, s, _)| s.state == State::Accepted).expect("accepted");
            let after = &told[since + 1..=at];
            let did = |verb: Verb, mine: fn(Side) -> bool| after.iter().any(|(d, s, ..)| d.verb() == verb && mine(*s));
            prop_assert!(did(Verb::Arrive, |side| side != Side::Sender));
            prop_assert!(did(Verb::Confirm, |side| side != Side::Sender));
            prop_assert!(did(Verb::Know, |side| side == Side::Sender));
            let says = after.iter().rev().find_map(|(d, ..)| if let Deed::PersonSays(says) = d { Some(*says) } else { None });
            prop_assert!(says.is_some_and(Says::is_content));
        }
    }

    #[test]
    fn what_is_only_said_or_planned_never_moves_it(story in any_story()) {
        for (deed, _, before, then, _) in tell(&story) {
            let quiet = matches!(
                deed.verb(),
                Verb::Readiness | Verb::Leg | Verb::LegDone | Verb::LegMissed | Verb::LegCancel | Verb::Ask
                    | Verb::Answer | Verb::Change | Verb::NoShow | Verb::NewDay | Verb::Redirect
            );
            prop_assert!(!quiet || before.state == then.state, "{deed:?}");
        }
    }

    #[test]
    fn somebody_is_always_reminded(story in any_story()) {
        for (_, _, _, then, today) in tell(&story) {
            let open = tasks(&then);
            let over = match then.state {
                State::Ended | State::Withdrawn => true,
                State::Declined => then.redirected,
                State::Connected => then.followed == Some(Step::Months3),
                _ => false,
            };
            prop_assert_eq!(open.is_empty(), over, "{:?}", then);
            for task in open {
                prop_assert!(task.from <= task.due, "{task:?}");
                let owner = [Side::Sender, Side::Receiver].into_iter().find(|&side| task.whose.is(side));
                let look = owner.and_then(|side| look_on(&then, side));
                prop_assert!(look.is_some_and(|day| day <= task.from), "{task:?} {look:?} {today}");
            }
        }
    }

    #[test]
    fn the_receiver_has_no_part_in_what_is_being_prepared(story in any_story()) {
        for (deed, side, before, then, _) in tell(&story) {
            prop_assert!(side == Side::Sender || before.state != State::Preparing, "{deed:?}");
            if then.state == State::Preparing {
                prop_assert_eq!(look_on(&then, Side::Receiver), None);
            }
        }
    }

    #[test]
    fn while_a_question_is_open_the_answer_is_not_late(story in any_story()) {
        for (_, _, before, then, _) in tell(&story) {
            if then.asked_on.is_some() {
                prop_assert!(tasks(&then).iter().all(|task| !matches!(task.what, Todo::Decide | Todo::Place)));
            }
            if before.asked_on.is_some() && before.state == State::Sent && then.state == State::Sent {
                prop_assert!(then.answer_due_on >= before.answer_due_on);
            }
        }
    }

    #[test]
    fn at_most_one_second_look(story in any_story()) {
        for (_, _, _, then, _) in tell(&story) {
            prop_assert!(then.second_looks <= SECOND_LOOKS);
        }
    }

    #[test]
    fn a_standing_comes_back_from_its_text(story in any_story()) {
        for (_, _, before, ..) in tell(&story) {
            let text = serde_json::to_string(&before).expect("plain data");
            prop_assert_eq!(serde_json::from_str::<Standing>(&text).expect("what was written"), before);
        }
    }
}
