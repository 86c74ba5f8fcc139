//! What was told, the steps, the questions, the follow-ups, the history: the parts of a referral's page.

use base::Arg;
use maud::{Markup, html};
use web::ui::{Icon, Moment, Tone, Ui, badge, card, date_of, facts, icon, prose, time_of};

use super::act::about;
use super::steps::{href, verb_for};
use super::whole::Around;
use super::words::{deadline, said, to, to_about, word};
use crate::referral::codes::{Channel, LegStatus, Outcome, State, Verb};
use crate::referral::show::{EventShown, FollowUpShown, LegShown, Shown, TaskShown};

/// The wish and the sections that this viewer sees.
pub fn told(ui: &Ui<'_>, shown: &Shown) -> Markup {
    html! {
        @if shown.wish.is_none() && shown.sections.is_empty() { p { (ui.say("referral-content-nothing")) } }
        @if let Some(wish) = &shown.wish { (card(&ui.t("referral-wish"), prose(wish), None)) }
        @for part in &shown.sections {
            article class="card" {
                p { (about(ui, &part.label))
                    @if part.reaches_receiver == Some(false) { (badge(Tone::Warning, &ui.t("referral-content-not-reaching"))) } }
                (prose(&part.text))
            }
        }
    }
}

/// The steps of the warm hand-over.
pub fn legs(ui: &Ui<'_>, around: &Around) -> Markup {
    let shown = &around.shown;
    html! {
        @for leg in &shown.legs { (one_leg(ui, around, leg)) }
        @if shown.legs.is_empty() { p { (ui.say("referral-legs-none")) } }
        @if around.may(Verb::Leg) { p { (icon(Icon::Next)) (to(&around.path("legs"), &ui.t("referral-verb-leg"))) } }
    }
}

fn one_leg(ui: &Ui<'_>, around: &Around, leg: &LegShown) -> Markup {
    let tone = match leg.status {
        LegStatus::Planned => Tone::Info,
        LegStatus::Happened => Tone::Success,
        LegStatus::Missed => Tone::Warning,
        LegStatus::Cancelled => Tone::Neutral,
    };
    let by = if leg.by == around.shown.from.id { &around.shown.from.name } else { &around.shown.to.name };
    let text = |key: &str, value: &Option<String>| value.as_ref().map(|v| (ui.t(key).into_owned(), prose(v)));
    let mut items = vec![
        (
            ui.t("referral-ask-on").into_owned(),
            html! { (date_of(ui.lang, leg.on)) " " (badge(tone, &word(ui, "leg-status", leg.status.code()))) },
        ),
        (ui.t("referral-leg-by").into_owned(), html! { (by) }),
    ];
    items.extend(text("referral-ask-companion", &leg.companion));
    items.extend(text("referral-ask-place", &leg.place));
    items.extend(text("referral-ask-note", &leg.note));
    items.extend(text("referral-leg-came", &leg.settled_note));
    let kind = word(ui, "leg", leg.kind.code());
    let may =
        leg.status == LegStatus::Planned && around.roles.is_none_or(|roles| policy::may(roles, policy::Act::RecordLeg));
    let href = around.path(&format!("legs/{}", leg.id));
    let acts = may.then(|| to_about(&href, &ui.t("referral-settle"), &kind));
    card(&kind, facts(&items), acts)
}

/// Questions and answers.
pub fn messages(ui: &Ui<'_>, around: &Around) -> Markup {
    let moments: Vec<Moment> = around
        .shown
        .messages
        .iter()
        .map(|message| Moment {
            when: time_of(ui.lang, message.at),
            title: ui
                .t(if message.is_answer { "referral-message-answer" } else { "referral-message-question" })
                .into_owned(),
            by: Some(if message.ours { ui.t("referral-ours").into_owned() } else { around.other().name.clone() }),
            tone: if message.is_answer { Tone::Neutral } else { Tone::Info },
            body: Some(prose(&message.text)),
        })
        .collect();
    ui.timeline(&moments)
}

/// What was found afterwards, and what is still to be asked.
pub fn follow_ups(ui: &Ui<'_>, around: &Around) -> Markup {
    let next = around.shown.follow_ups.iter().find(|one| one.outcome.is_none()).map(|one| one.step);
    html! { ul {
        @for one in &around.shown.follow_ups { li { (follow_up(ui, around, one, Some(one.step) == next)) } }
    } }
}

fn follow_up(ui: &Ui<'_>, around: &Around, one: &FollowUpShown, is_next: bool) -> Markup {
    let step = word(ui, "step", one.step.code());
    html! {
        strong { (step) } " "
        @match one.outcome {
            Some(found) => {
                (badge(tone_of(found), &word(ui, "outcome", found.code()))) " "
                @if let Some(how) = one.how { (word(ui, "how", how.code())) } " "
                @if let Some(at) = one.at { (date_of(ui.lang, at.date_jst())) }
                @if let Some(note) = &one.note { (prose(note)) }
            }
            None => {
                @if let Some(due) = one.due_on { (ui.say_with("referral-follow-up-from", &[("date", Arg::from(super::words::day(ui, due)))])) " " }
                @if is_next && around.may(Verb::FollowUp) {
                    (to_about(&around.path(&format!("follow-up/{}", one.step.code())), &ui.t("referral-verb-follow_up"), &step))
                }
            }
        }
    }
}

const fn tone_of(found: Outcome) -> Tone {
    match found {
        Outcome::Continuing => Tone::Success,
        Outcome::Paused | Outcome::Ended => Tone::Neutral,
        Outcome::LostTouch => Tone::Warning,
    }
}

/// What is to be done, by whom, until when. What is ours leads to where it is done.
pub fn tasks(ui: &Ui<'_>, around: &Around) -> Markup {
    let shown = &around.shown;
    html! {
        @if shown.tasks.is_empty() { p { (ui.say(nothing_to_do(shown.stand.state))) } }
        ul { @for task in &shown.tasks { li { (whose(ui, around, *task)) " " (deadline(ui, task.due_on, around.today)) } } }
    }
}

fn whose(ui: &Ui<'_>, around: &Around, task: TaskShown) -> Markup {
    let what = word(ui, "todo", task.what.code());
    if !task.ours {
        let args = [("what", Arg::from(&what)), ("agency", Arg::from(&around.other().name))];
        return html! { (said(ui, "referral-turn-theirs", &args)) br; };
    }
    let verb = verb_for(task.what);
    html! {
        (ui.say("referral-turn-ours"))
        @if around.may(verb) { (to(&href(around, verb), &what)) } @else { strong { (what) } }
        br;
    }
}

const fn nothing_to_do(state: State) -> &'static str {
    match state {
        State::Ended => "referral-nothing-ended",
        State::Withdrawn => "referral-nothing-withdrawn",
        _ => "referral-nothing-else",
    }
}

/// What was done, the latest first.
pub fn history(ui: &Ui<'_>, around: &Around) -> Markup {
    let moments: Vec<Moment> = around.shown.events.iter().rev().map(|event| moment(ui, around, event)).collect();
    ui.timeline(&moments)
}

fn moment(ui: &Ui<'_>, around: &Around, event: &EventShown) -> Moment {
    let shown = &around.shown;
    let agency = if event.by == shown.from.id { &shown.from.name } else { &shown.to.name };
    let mut by = vec![agency.clone()];
    by.extend(event.worker.clone());
    if event.channel != Channel::System {
        by.push(word(ui, "channel", event.channel.code()));
    }
    let tone = match event.to {
        _ if event.from == event.to => Tone::Neutral,
        State::Arrived | State::Connected => Tone::Success,
        State::Declined | State::LostTouch => Tone::Warning,
        _ => Tone::Info,
    };
    Moment {
        when: time_of(ui.lang, event.at),
        title: word(ui, "was", event.verb.code()),
        by: Some(by.join("　")),
        tone,
        body: event.note.as_deref().map(prose),
    }
}
