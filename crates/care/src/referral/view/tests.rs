//! Every page, in all registers: nothing unsaid, nothing typed that becomes markup, one main act.

use base::{Lang, Page, QuestionId, ReferralId, WorkerId};
use web::View;
use web::ui::Ui;

use super::samples::*;
use super::*;
use crate::referral::codes::{Capacity, Kind, RequestState, Side, State, Step, Verb};
use crate::referral::model::RequestId;
use crate::referral::rules::Todo;
use crate::referral::show::{Ending, EndingConsent, Home, Item, Late, QuestionShown, RequestShown, Row};

/// Shows a page in every register and looks at what came out.
fn looks(page: &dyn Fn(&Ui<'_>) -> View) -> Vec<View> {
    let rooms = people::rooms().into_iter().chain([crate::referral::room()]);
    let words = people::testing::words_of(rooms.collect());
    let views: Vec<View> = Lang::ALL.into_iter().map(|lang| page(&Ui::new(&words, lang))).collect();
    assert_eq!(words.missing_keys(), Vec::<String>::new());
    for view in &views {
        let body = &view.body.0;
        for never in ["<b>", "<i>", "<u>", " style=", "placeholder=", " disabled", " readonly", "onclick", "⟦"] {
            assert!(!body.contains(never), "{never} in {body}");
        }
        assert!(!body.contains("{ $") && !view.title.contains('⟦') && !view.title.is_empty(), "{}", view.title);
        let mut ids: Vec<&str> = body.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        ids.sort_unstable();
        let all = ids.len();
        ids.dedup();
        assert_eq!(all, ids.len(), "an id stands twice: {ids:?}");
    }
    views
}

fn show_page(state: State, side: Side, guest: bool, agreed: bool) -> ShowPage {
    let around = around(state, side, guest);
    ShowPage { around, typed: typed(false), agreed, receiver_has_account: false, may_assign: true }
}

#[test]
fn a_referral_in_every_state_from_every_side() {
    for &state in State::ALL {
        for (side, guest) in [(Side::Sender, false), (Side::Receiver, false), (Side::Receiver, true)] {
            if side == Side::Receiver && !state.is_open_to_receiver() {
                continue;
            }
            for agreed in [true, false] {
                let page = show_page(state, side, guest, agreed);
                for view in looks(&|ui| page.view(ui)) {
                    assert!(!view.body.0.contains("button-primary"), "the main act is one link at the head");
                    assert_eq!(view.for_person, guest);
                    let root = if guest { "/referrals/" } else { "/link/" };
                    assert!(!view.body.0.contains(&format!("\"{root}")), "{state} {side}: a link of the other kind");
                }
            }
        }
    }
}

/// The last part of the main act's address.
fn main_act(state: State, side: Side, guest: bool) -> String {
    let page = show_page(state, side, guest, true);
    let views = looks(&|ui| page.view(ui));
    views[0]
        .action
        .as_ref()
        .map_or_else(String::new, |action| action.href.rsplit('/').next().unwrap_or_default().to_owned())
}

#[test]
fn the_main_act_is_the_one_that_is_next() {
    let sender = |state| main_act(state, Side::Sender, false);
    let receiver = |state| main_act(state, Side::Receiver, false);
    assert_eq!(sender(State::Preparing), "send");
    assert_eq!(sender(State::Sent), "answer");
    assert!(sender(State::Declined).starts_with("redirect?to="));
    assert_eq!(sender(State::Arrived), "know");
    assert_eq!(sender(State::Connected), "follow-up");
    assert_eq!(sender(State::Withdrawn), "take-up-again");
    assert_eq!(receiver(State::Sent), "accept");
    assert_eq!(receiver(State::Waiting), "accept");
    assert_eq!(receiver(State::Accepted), "new-day", "no day is agreed on yet");
    assert_eq!(receiver(State::Arrived), "confirm");
    assert_eq!(receiver(State::LostTouch), "re-engage");
    assert_eq!(main_act(State::Arrived, Side::Receiver, true), "confirm");
    assert_eq!(main_act(State::Connected, Side::Receiver, true), "follow-up", "a guest goes the whole way");
}

#[test]
fn without_consent_the_main_act_is_to_ask_for_it() {
    let page = show_page(State::Preparing, Side::Sender, false, false);
    for view in looks(&|ui| page.view(ui)) {
        let href = view.action.map(|action| action.href).unwrap_or_default();
        assert!(href.contains("/consents/new?to="), "{href}");
    }
}

#[test]
fn every_form_opened_and_again_and_for_the_other_side() {
    for &verb in
        Verb::ALL.iter().filter(|verb| !matches!(verb, Verb::Undo | Verb::Change | Verb::LegMissed | Verb::LegCancel))
    {
        for (stale, is_word, guest) in [(false, false, false), (true, true, false), (true, false, true)] {
            let around = around(State::Arrived, Side::Sender, guest);
            let leg = around.shown.legs.first().cloned().filter(|_| verb == Verb::LegDone);
            let step = (verb == Verb::FollowUp).then_some(Step::Weeks2);
            let agencies = vec![(agency(9).id, agency(9).name)];
            let page = ActPage { around, verb, is_word, typed: typed(stale), agencies, leg, step, agreed: stale };
            for view in looks(&|ui| page.view(ui)) {
                let body = &view.body.0;
                assert!(body.contains(r#"name="once" value="k""#) && body.contains("form-errors"), "{verb}");
                let version = if stale { r#"name="version" value="4""# } else { r#"name="version" value="2""# };
                assert!(body.contains(version), "{verb}: what is shown beside is what is saved over");
                assert_eq!(body.contains("書きかけ"), !matches!(verb, Verb::Send), "{verb}: what was typed is kept");
            }
        }
    }
}

fn item(what: &'static str, days: i64) -> Item {
    Item {
        referral: (!matches!(what, "request" | "capacity")).then(|| ReferralId::from_raw(11)),
        request: (what == "request").then(|| RequestId::from_raw(12)),
        question: (what == "capacity").then(|| QuestionId::from_raw(13)),
        person: (what != "capacity").then(person),
        other: agency(2),
        what,
        ours: days >= 0,
        state: (!matches!(what, "request" | "capacity")).then_some(State::Sent),
        urgent: days == 0,
        due_on: today().plus_days(days),
        overdue: days < 0,
    }
}

#[test]
fn a_day_begins_with_what_waits() {
    let whats = Todo::ALL.iter().map(|todo| todo.code()).chain(["request", "capacity"]);
    let items: Vec<Item> = whats.flat_map(|what| [-3, 0, 1, 9].map(|days| item(what, days))).collect();
    let endings = ["stay", "legal"].map(|kind| Ending { person: person(), kind, on: today() }).to_vec();
    let grant = base::GrantId::from_raw(5);
    let consents = vec![EndingConsent { person: person(), to: agency(2), grant, on: today() }];
    let full = Home { to_answer: items.clone(), overdue: items, endings, consents, ..Home::default() };
    let long = Home { more: true, ..full.clone() };
    for home in [full, long, Home::default()] {
        let page = HomePage { home, today: today() };
        for view in looks(&|ui| page.view(ui)) {
            assert_eq!(view.action.map(|action| action.href).as_deref(), Some("/persons"));
        }
    }
}

#[test]
fn a_deadline_says_the_working_days_that_are_left() {
    let rooms = people::rooms().into_iter().chain([crate::referral::room()]);
    let words = people::testing::words_of(rooms.collect());
    let ui = Ui::new(&words, Lang::Ja);
    let left = |days: i64| super::words::deadline(&ui, today().plus_days(days), today()).0;
    assert!(left(0).contains("今日"));
    // Saturday, Sunday; Monday the 23rd is Labour Thanksgiving Day, so Tuesday is the first working day.
    assert!(!left(3).contains("営業日"), "{}", left(3));
    assert!(left(4).contains("あと1営業日"), "{}", left(4));
    assert!(left(-1).contains("期限から1営業日"), "{}", left(-1));
}

#[test]
fn lists_full_and_empty() {
    let row = |state: State| Row {
        id: ReferralId::from_raw(11),
        act: Kind::Transfer,
        side: Side::Sender,
        person: person(),
        other: agency(2),
        state,
        urgent: true,
        sent_on: Some(today()),
        due_on: Some(today()),
        overdue: false,
        changed_at: now(),
    };
    let rows: Vec<Row> = State::ALL.iter().map(|state| row(*state)).collect();
    for (items, next, sent) in
        [(rows, Some("zz".to_owned()), true), (Vec::new(), None, true), (Vec::new(), None, false)]
    {
        let page = ListPage { page: Page { items, next }, sent, state: Some(State::Sent), today: today() };
        looks(&|ui| page.view(ui));
    }
    let late = Late { from: agency(1), to: agency(2), count: 3, unanswered: 1, since: today() };
    for pairs in [vec![late], Vec::new()] {
        let page = NetworkPage { pairs };
        looks(&|ui| page.view(ui));
    }
}

#[test]
fn choosing_and_writing() {
    let offered = [true, false].map(|agreed| Offered { agency: whole_agency(), agreed });
    for offered in [Vec::from(offered), Vec::new()] {
        let page = ChoosePage { person: person(), offered, kinds: kinds(), search: "<i>港".to_owned() };
        looks(&|ui| page.view(ui));
    }
    for agreed in [true, false] {
        for change in [
            None,
            Some((
                4,
                [("sections.health".to_owned(), "<u>眠れない".to_owned()), ("wish".to_owned(), "静かに".to_owned())]
                    .into(),
            )),
        ] {
            let back = change.is_some().then(|| "/referrals/0000000000011".to_owned());
            let joined = vec!["health+relapse".to_owned()];
            let page = ReferPage {
                person: person(),
                whom: whom(agreed),
                typed: typed(back.is_some()),
                action: "/x".to_owned(),
                back,
                joined,
                change,
            };
            for view in looks(&|ui| page.view(ui)) {
                assert_eq!(
                    view.body.0.contains(r#"name="sections.health""#),
                    agreed,
                    "only what the person allows is asked"
                );
                assert_eq!(view.action.is_some(), !agreed);
            }
        }
    }
}

#[test]
fn for_an_agency_without_an_account() {
    let sent = || around(State::Sent, Side::Sender, false);
    let page = LinkPage { around: sent(), typed: typed(false) };
    looks(&|ui| page.view(ui));
    let page = LinkMadePage { around: sent(), address: "http://x/link/y".into(), until: now() };
    looks(&|ui| page.view(ui));
    for state in [State::Sent, State::Arrived, State::Connected, State::LostTouch, State::Ended] {
        let page = WordPage { around: around(state, Side::Sender, false) };
        looks(&|ui| page.view(ui));
    }
    let page =
        AssignPage { around: sent(), workers: vec![(WorkerId::from_raw(1), "<i>職員".into())], typed: typed(false) };
    looks(&|ui| page.view(ui));
}

#[test]
fn questions_and_requests() {
    let question = |to_us: bool, answer: Option<Capacity>| QuestionShown {
        id: QuestionId::from_raw(13),
        other: agency(2),
        to_us,
        about: "<i>夜の席".into(),
        asked_at: now(),
        due_on: today(),
        answer,
        note: Some("<u>来月".into()),
        answered_at: answer.map(|_| now()),
    };
    let answers = Capacity::ALL.iter().map(|answer| Some(*answer)).chain([None]);
    let questions: Vec<QuestionShown> =
        answers.flat_map(|answer| [true, false].map(|to_us| question(to_us, answer))).collect();
    for question in &questions {
        let page = AnswerPlacePage {
            question: question.clone(),
            today: today(),
            typed: question.answer.is_none().then(|| typed(false)),
        };
        looks(&|ui| page.view(ui));
    }
    for questions in [questions, Vec::new()] {
        let page = PlacesPage { questions, today: today() };
        looks(&|ui| page.view(ui));
    }
    let page = AskPlacePage { agencies: vec![(agency(2).id, agency(2).name)], typed: typed(false) };
    looks(&|ui| page.view(ui));

    let request = |to_us: bool, state: RequestState| RequestShown {
        id: RequestId::from_raw(14),
        person: person(),
        other: agency(2),
        to_us,
        note: Some("<u>わけ".into()),
        state,
        asked_at: now(),
        due_on: today(),
        answer: Some("<u>返事".into()),
        referral: to_us.then(|| ReferralId::from_raw(11)),
    };
    let requests: Vec<RequestShown> =
        RequestState::ALL.iter().flat_map(|state| [true, false].map(|to_us| request(to_us, *state))).collect();
    for one in &requests {
        let page = RequestPage { request: one.clone(), today: today(), typed: one.to_us.then(|| typed(false)) };
        looks(&|ui| page.view(ui));
    }
    for requests in [requests, Vec::new()] {
        let page = RequestsPage { requests, today: today() };
        looks(&|ui| page.view(ui));
    }
    let page = AskPage { person: person(), agencies: vec![(agency(2).id, agency(2).name)], typed: typed(false) };
    looks(&|ui| page.view(ui));
}
