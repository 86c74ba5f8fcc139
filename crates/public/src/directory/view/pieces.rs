//! Pieces that several pages of the directory show

use base::{Arg, Date, Lang};
use maud::{Markup, html};
use web::ui::{Icon, Tone, Ui, badge, date_of, icon, ruby, tag};

use crate::directory::model::{Capacity, Circumstances, Eligibility, Offer, Sex};
use crate::directory::rules::{Freshness, Reason, Verdict, capacity_now, freshness};
use crate::directory::schedule;
use people::form::said;

/// A number that dials
pub fn phone(tel: &str, about: &str) -> Markup {
    let dialled: String = tel.chars().filter(|c| c.is_ascii_digit() || matches!(c, '+' | '#')).collect();
    html! {
        @if dialled.is_empty() { (tel) } @else {
            a class="help-tel" href={ "tel:" (dialled) } {
                (icon(Icon::Phone)) (tel) span class="only-read" { "：" (about) }
            }
        }
    }
}

/// Whether there is room
pub fn room_badge(ui: &Ui<'_>, offer: &Offer, today: Date) -> Markup {
    let now = capacity_now(offer, today);
    let tone = match now {
        Capacity::Has => Tone::Success,
        Capacity::Waiting => Tone::Info,
        Capacity::None | Capacity::Ask => Tone::Neutral,
    };
    badge(tone, &ui.t(now.key()))
}

/// Whether there is room, and since when that is known
pub fn room(ui: &Ui<'_>, offer: &Offer, today: Date) -> Markup {
    let known = capacity_now(offer, today) != Capacity::Ask;
    html! {
        (room_badge(ui, offer, today))
        @if let Some(on) = offer.capacity_on.filter(|_| known) { " " (as_of(ui, on)) }
    }
}

fn as_of(ui: &Ui<'_>, on: Date) -> Markup {
    html! { span { (date_of(ui.lang, on)) (ui.say("directory-as-of")) } }
}

/// How far to trust what was last checked on that day; nothing is said of what is fresh but its day
pub fn trust(ui: &Ui<'_>, checked_on: Option<Date>, by: Option<&str>, today: Date) -> Markup {
    html! {
        @match (freshness(checked_on, today), checked_on) {
            (Freshness::Never, _) | (_, None) => (badge(Tone::Warning, &ui.t("directory-never-checked"))),
            (Freshness::Stale, Some(on)) => { (badge(Tone::Warning, &ui.t("directory-stale"))) " " (checked(ui, on, by)) }
            (Freshness::Fresh, Some(on)) => (checked(ui, on, by)),
        }
    }
}

fn checked(ui: &Ui<'_>, on: Date, by: Option<&str>) -> Markup {
    html! {
        span { (date_of(ui.lang, on)) @if let Some(by) = by { "（" (by) "）" } }
    }
}

/// When it takes place, a line for each rule, then the next days
pub fn times(ui: &Ui<'_>, schedule: &schedule::Schedule, today: Date, next: usize) -> Markup {
    let lines = schedule::say(ui.words, ui.lang, schedule, today);
    let meetings = schedule.next(today, next);
    html! {
        @for line in &lines { div { (ruby(line)) } }
        @if !meetings.is_empty() {
            div { (ui.say("directory-next"))
                @for (i, meeting) in meetings.iter().enumerate() {
                    @if i > 0 { (ui.say("directory-list-join")) }
                    (ruby(&schedule::say_meeting(ui.words, ui.lang, *meeting, today)))
                }
            }
        }
        @if lines.is_empty() { (ui.say("directory-ask-them")) }
    }
}

/// Words of a set in a row
pub fn circumstances(ui: &Ui<'_>, set: Circumstances) -> Markup {
    html! { @for one in set.iter() { (tag(&ui.t(one.key()))) " " } }
}

/// Who may come, in sentences; "anybody" where nothing is said
pub fn who_may_come(ui: &Ui<'_>, who: &Eligibility) -> Markup {
    let sex = who.sex.map(|sex| match sex {
        Sex::Women => "directory-because-women-only",
        Sex::Men => "directory-because-men-only",
    });
    let age = match (who.age_from, who.age_to) {
        (Some(from), Some(to)) => Some(said(ui, "directory-ages", &[("from", from.into()), ("to", to.into())])),
        (Some(from), None) => Some(said(ui, "directory-ages-from", &[("from", from.into())])),
        (None, Some(to)) => Some(said(ui, "directory-ages-to", &[("to", to.into())])),
        (None, None) => None,
    };
    let anybody = sex.is_none() && age.is_none() && who.dependence.is_empty() && who.welcome.is_empty();
    html! {
        @if anybody { (ui.say("directory-anybody")) }
        @if let Some(key) = sex { div { (ui.say(key)) } }
        @if let Some(age) = age { div { (ruby(&age)) } }
        @if !who.dependence.is_empty() {
            div { (ui.say("directory-for-dependence")) " " @for one in who.dependence.iter() { (tag(&ui.t(one.key()))) " " } }
        }
        @if !who.welcome.is_empty() { div { (ui.say("directory-welcome")) " " (circumstances(ui, who.welcome)) } }
    }
}

/// Yes, no, or that nobody has said
pub fn yes_no(ui: &Ui<'_>, answer: Option<bool>, yes: &str, no: &str) -> Markup {
    match answer {
        Some(true) => ui.say(yes),
        Some(false) => ui.say(no),
        None => ui.say("directory-ask-them"),
    }
}

/// Why an offer fits, or why to ask first
pub fn because(ui: &Ui<'_>, reasons: &[Reason]) -> Markup {
    html! {
        @for reason in reasons {
            @let tone = if reason.verdict() == Verdict::Fits { Tone::Success } else { Tone::Info };
            (badge(tone, &sentence(ui, *reason))) " "
        }
    }
}

/// A reason in words
pub fn sentence(ui: &Ui<'_>, reason: Reason) -> String {
    let name = reason.circumstance().map(|one| ui.t(one.key()).into_owned());
    let mut msg = reason.msg();
    if let Some(name) = name {
        msg = msg.arg("what", name);
    }
    ui.words.msg(ui.lang, &msg)
}

/// The name by which a reader knows an agency: its English name in English, if it has one
pub fn name_for<'a>(lang: Lang, name: &'a str, name_en: &'a str) -> &'a str {
    if lang == Lang::En && !name_en.is_empty() { name_en } else { name }
}

/// A number of things in words
pub fn count(ui: &Ui<'_>, key: &str, n: usize) -> String {
    said(ui, key, &[("n", Arg::from(n))])
}
