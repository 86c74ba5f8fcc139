//! Referrals as they can stand on a page, for the tests of the pages.

use std::str::FromStr;

use base::{AgencyId, Date, LegId, PersonId, ReferralId, Time};
use people::agency::{Agency, AgencyKind, CheckedDuty, DutyNow};
use policy::{Categories, Role, Roles};

use super::{Around, Typed, Whom};
use crate::referral::codes::{
    Channel, DeclineReason, How, Kind, LegKind, LegStatus, Outcome, Readiness, Says, Side, State, Step, Verb,
};
use crate::referral::rules::Todo;
use crate::referral::show::{
    AgencyRef, EventShown, FollowUpShown, LegShown, MessageShown, PersonRef, SectionShown, Shown, Stand, TaskShown,
};

/// Friday, 20 November 2026.
pub fn today() -> Date {
    Date::from_str("2026-11-20").expect("a day")
}

pub fn now() -> Time {
    Time::from_str("2026-11-20T01:00:00Z").expect("a moment")
}

/// Somebody whose name would be markup if it were not text.
pub fn person() -> PersonRef {
    PersonRef { id: PersonId::from_raw(7), name: "<b>たいち".to_owned() }
}

pub fn agency(raw: i64) -> AgencyRef {
    AgencyRef { id: AgencyId::from_raw(raw), name: format!("<i>機関{raw}") }
}

fn note() -> Option<String> {
    Some("<u>一言\n二行目".to_owned())
}

/// A task that is due `days` from today.
fn task(what: Todo, ours: bool, days: i64) -> TaskShown {
    TaskShown { what, ours, due_on: today().plus_days(days), overdue: days < 0 }
}

/// What waits, seen from either side.
fn tasks(state: State, side: Side) -> Vec<TaskShown> {
    let sender = side == Side::Sender;
    match state {
        State::Preparing => vec![task(Todo::Send, true, 4)],
        State::Sent => vec![task(Todo::Decide, !sender, 2), task(Todo::Answer, sender, 0)],
        State::Waiting => vec![task(Todo::Place, !sender, 1)],
        State::Accepted => vec![task(Todo::FixDay, !sender, 3), task(Todo::Arrival, !sender, -2)],
        State::Declined => vec![task(Todo::AfterDecline, sender, 1)],
        State::Arrived => {
            vec![task(Todo::Confirm, !sender, -1), task(Todo::Know, sender, 3), task(Todo::AskPerson, true, 9)]
        }
        State::Connected => vec![task(Todo::FollowUp, true, 7)],
        State::LostTouch => vec![task(Todo::Reach, true, 30)],
        State::Ended | State::Withdrawn => Vec::new(),
    }
}

fn stand(state: State) -> Stand {
    let day = Some(today());
    Stand {
        state,
        since: today(),
        sent_on: day.filter(|_| state != State::Preparing),
        answer_due_on: day,
        asked_on: day,
        wait_until: day,
        wait_place: Some(3),
        accepted_on: day
            .filter(|_| matches!(state, State::Accepted | State::Arrived | State::Connected | State::Ended)),
        first_on: day,
        first_place: note(),
        reason: Some(DeclineReason::NoCapacity),
        suggests: Some(agency(9)),
        second_looks: 0,
        no_shows: 2,
        next_try_on: day,
        arrived_on: day.filter(|_| matches!(state, State::Arrived | State::Connected | State::Ended)),
        arrived_with: note(),
        confirmed_on: day,
        known_on: day,
        says: Some(Says::Partly),
        connected_on: day.filter(|_| matches!(state, State::Connected | State::Ended)),
        readiness: Some(Readiness::Thinking),
    }
}

fn legs() -> Vec<LegShown> {
    let leg = |(at, status): (usize, &LegStatus)| LegShown {
        id: LegId::from_raw(50 + i64::try_from(at).expect("a few")),
        kind: LegKind::ALL[at],
        status: *status,
        on: today(),
        companion: note(),
        place: note(),
        note: note(),
        settled_note: note(),
        settled_at: Some(now()),
        by: AgencyId::from_raw(1),
    };
    LegStatus::ALL.iter().enumerate().map(leg).collect()
}

fn events(state: State) -> Vec<EventShown> {
    let channels = Channel::ALL.iter().cycle();
    let event = |(verb, channel): (&Verb, &Channel)| EventShown {
        at: now(),
        by: AgencyId::from_raw(2),
        worker: (*channel == Channel::System).then(|| "<i>職員".to_owned()),
        channel: *channel,
        verb: *verb,
        from: State::Sent,
        to: state,
        note: note(),
    };
    Verb::ALL.iter().zip(channels).map(event).collect()
}

fn follow_ups() -> Vec<FollowUpShown> {
    let found = |(step, outcome): (&Step, &Outcome)| FollowUpShown {
        step: *step,
        due_on: Some(today()),
        outcome: Some(*outcome),
        how: Some(How::Telephone),
        at: Some(now()),
        by: Some(AgencyId::from_raw(2)),
        note: note(),
    };
    let open = FollowUpShown {
        step: Step::Months3,
        due_on: Some(today()),
        outcome: None,
        how: None,
        at: None,
        by: None,
        note: None,
    };
    Step::ALL.iter().zip(Outcome::ALL).map(found).chain([open]).collect()
}

/// A referral in `state`, full of everything, seen from `side`.
pub fn shown(state: State, side: Side) -> Shown {
    let rules = |side| Verb::ALL.iter().copied().filter(move |v| crate::referral::rules::next(state, *v, side).is_ok());
    let sender = side == Side::Sender;
    Shown {
        id: ReferralId::from_raw(11),
        act: Kind::Refer,
        side,
        person: person(),
        from: agency(1),
        to: agency(2),
        urgent: true,
        made_at: now(),
        stand: stand(state),
        wish: note(),
        sections: vec![SectionShown {
            label: vec!["health", "relapse"],
            text: "<u>眠れない".to_owned(),
            reaches_receiver: sender.then_some(false),
        }],
        legs: legs(),
        messages: [false, true, false]
            .map(|is_answer| MessageShown {
                at: now(),
                ours: sender == is_answer,
                is_answer,
                text: "<u>いつ".to_owned(),
            })
            .to_vec(),
        follow_ups: follow_ups(),
        events: events(state),
        tasks: tasks(state, side),
        may: rules(side)
            .filter(|verb| !matches!(verb, Verb::Undo | Verb::LegDone | Verb::LegMissed | Verb::LegCancel))
            .collect(),
        may_write_down: if sender {
            rules(Side::Word).filter(|verb| *verb != Verb::Undo).collect()
        } else {
            Vec::new()
        },
        undo_until: Some(now()),
        follows: sender.then(|| ReferralId::from_raw(12)),
        consent_until: sender.then(now),
        link_until: sender.then(now),
        version: 4,
    }
}

/// The ground of a page: a worker's, or behind a link.
pub fn around(state: State, side: Side, guest: bool) -> Around {
    let root = if guest { "/link/secret" } else { "/referrals/0000000000011" };
    let roles = (!guest).then(|| Roles::of(&[Role::Worker, Role::IntakeDesk]));
    Around { shown: shown(state, side), root: root.to_owned(), today: today(), roles }
}

/// A form that came back: typed text, a field that is wrong, a sentence about the whole.
pub fn typed(stale: bool) -> Typed {
    Typed {
        once: "k".to_owned(),
        values: web::Form::of(&[
            ("note", "<i>書きかけ"),
            ("text", "<i>書きかけ"),
            ("label", "health"),
            ("version", "2"),
            ("on", "二月三十日"),
        ]),
        errors: vec![("on".to_owned(), "日付".to_owned()), (String::new(), "もう一度".to_owned())],
        is_stale: stale,
        is_again: true,
        ..Typed::default()
    }
}

pub fn kinds() -> Vec<AgencyKind> {
    Vec::new()
}

pub fn whole_agency() -> Agency {
    Agency {
        id: AgencyId::from_raw(2),
        code: None,
        kind: "medical".to_owned(),
        name: "<i>汐見クリニック".to_owned(),
        kana: String::new(),
        area: "みなと市".to_owned(),
        phone: Some("000-0000-0100".to_owned()),
        email: None,
        tells: "必要なときは、ご本人に聞いてから伝えます。".to_owned(),
        has_account: false,
        answer_days: 3,
        active: true,
        version: 1,
    }
}

/// What is known of a receiver: agreed or not, with a checked duty or without.
pub fn whom(agreed: bool) -> Whom {
    let fact = CheckedDuty { reports: false, basis: "<i>法".to_owned(), from: now(), checked_at: now() };
    Whom {
        agency: whole_agency(),
        kinds: kinds(),
        duty: DutyNow { reports: !agreed, fact: agreed.then_some(fact) },
        allowed: if agreed { Categories::ALL } else { Categories::NONE },
        agreed,
        until: agreed.then(now),
    }
}
