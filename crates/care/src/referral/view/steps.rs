//! How far a referral has come, as steps, and the one act that is next.

use base::{AgencyId, Date, Lang};
use web::ui::{Action, Step, StepState, Ui};

use super::whole::{Around, page_of};
use super::words::word;
use crate::referral::codes::{State, Verb};
use crate::referral::rules::Todo;
use crate::referral::show::Stand;

/// 準備 → 送った → 受けた → 着いた → つながった → その後.
pub fn steps(ui: &Ui<'_>, stand: &Stand) -> Vec<Step> {
    let over = matches!(stand.state, State::Declined | State::Withdrawn | State::Ended);
    let days = [None, stand.sent_on, stand.accepted_on, stand.arrived_on, stand.connected_on, None];
    let now = place(stand.state);
    ["preparing", "sent", "accepted", "arrived", "connected", "after"]
        .into_iter()
        .enumerate()
        .map(|(at, code)| {
            let done = days[at].is_some() || (at == 0 && now != Some(0)) || now.is_some_and(|now| at < now);
            let state = match now {
                Some(now) if now == at => StepState::Now,
                _ if done => StepState::Done,
                _ if over => StepState::Skipped,
                _ => StepState::Next,
            };
            let step = Step::new(word(ui, "way", code), state);
            match days[at] {
                Some(date) => step.note(short(ui.lang, date)),
                None => step,
            }
        })
        .collect()
}

fn short(lang: Lang, date: Date) -> String {
    match lang {
        Lang::Ja | Lang::Simple => format!("{}月{}日", date.month(), date.day()),
        Lang::En => base::jp::english_date(date),
    }
}

const fn place(state: State) -> Option<usize> {
    match state {
        State::Preparing => Some(0),
        State::Sent | State::Waiting => Some(1),
        State::Accepted => Some(2),
        State::Arrived => Some(3),
        State::Connected => Some(5),
        State::Declined | State::Withdrawn | State::LostTouch | State::Ended => None,
    }
}

/// The one main act of the page: what is next for this viewer.
pub fn main_act(ui: &Ui<'_>, around: &Around, agreed: bool) -> Option<Action> {
    let shown = &around.shown;
    let ours = shown.tasks.iter().filter(|task| task.ours).map(|task| task.what);
    let verbs = ours.map(verb_for);
    let consent = shown.stand.state == State::Preparing && around.is_sender() && !agreed;
    if consent && around.may(Verb::Send) {
        let href = consent_href(around.shown.person.id.to_string(), shown.to.id, &around.root);
        return Some(Action::new(href, ui.t("referral-consent-take")));
    }
    if let Some(verb) = verbs.chain(fallback(shown.stand.state)).find(|verb| around.may(*verb)) {
        return Some(Action::new(href(around, verb), word(ui, "verb", verb.code())));
    }
    if !around.told_verbs().is_empty() {
        return Some(Action::new(around.path("word"), ui.t("referral-word")));
    }
    around.may(Verb::Leg).then(|| Action::new(around.path("legs"), word(ui, "verb", "leg")))
}

/// Where the person's consent to an agency is taken, coming back to `back`.
pub fn consent_href(person: impl std::fmt::Display, to: AgencyId, back: &str) -> String {
    format!("/persons/{person}/consents/new?to={to}&back={back}")
}

/// The address at which a verb is done, with what is known already.
pub fn href(around: &Around, verb: Verb) -> String {
    let stand = &around.shown.stand;
    match (verb, &stand.suggests) {
        (Verb::Redirect, Some(other)) => around.path(&format!("redirect?to={}", other.id)),
        _ => around.path(page_of(verb)),
    }
}

/// The verb that does what is to be done.
pub const fn verb_for(what: Todo) -> Verb {
    match what {
        Todo::Send => Verb::Send,
        Todo::Decide | Todo::Place => Verb::Accept,
        Todo::Answer => Verb::Answer,
        Todo::AfterDecline => Verb::Redirect,
        // Somebody without a day agreed on may also have come; that stands beside it.
        Todo::FixDay => Verb::NewDay,
        Todo::Arrival => Verb::Arrive,
        Todo::Confirm => Verb::Confirm,
        Todo::Know => Verb::Know,
        Todo::AskPerson => Verb::PersonSays,
        Todo::FollowUp => Verb::FollowUp,
        Todo::Reach => Verb::ReEngage,
    }
}

/// What can be done although nothing waits.
const fn fallback(state: State) -> Option<Verb> {
    match state {
        State::Withdrawn => Some(Verb::TakeUpAgain),
        _ => None,
    }
}
