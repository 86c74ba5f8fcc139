//! Words that stand on many of these pages.

use base::{Arg, Date, add_working_days, jp};
use maud::{Markup, html};
use policy::Category;
use web::ui::{Tone, Ui, badge, plain, ruby, tag};

use crate::referral::codes::State;
use crate::referral::show::PersonRef;

/// A word of a closed set of this room.
pub fn word(ui: &Ui<'_>, set: &str, code: &str) -> String {
    ui.t(&format!("referral-{set}-{code}")).into_owned()
}

/// Codes with their words, as answers of a form.
pub fn answers<'a>(ui: &Ui<'_>, set: &str, codes: impl IntoIterator<Item = &'a str>) -> Vec<(&'a str, String)> {
    codes.into_iter().map(|code| (code, word(ui, set, code))).collect()
}

/// A sentence with values, as text.
pub fn said(ui: &Ui<'_>, key: &str, args: &[(&str, Arg<'_>)]) -> String {
    ui.words.f(ui.lang, key, args)
}

/// What a person is called, as one speaks of them.
pub fn name(ui: &Ui<'_>, person: &PersonRef) -> String {
    said(ui, "referral-name", &[("name", Arg::from(&person.name))])
}

/// A day in words.
pub fn day(ui: &Ui<'_>, date: Date) -> String {
    plain(&jp::show_date(ui.lang, date))
}

/// The state in a word.
pub fn state(ui: &Ui<'_>, state: State) -> Markup {
    let tone = match state {
        State::Preparing | State::Withdrawn | State::Ended => Tone::Neutral,
        State::Sent | State::Waiting | State::Accepted | State::Arrived => Tone::Info,
        State::Connected => Tone::Success,
        State::Declined | State::LostTouch => Tone::Warning,
    };
    badge(tone, &word(ui, "state", state.code()))
}

/// What something is about.
pub fn tags<'a>(ui: &Ui<'_>, codes: impl IntoIterator<Item = &'a str>) -> Markup {
    html! { @for code in codes { (tag(&category(ui, code))) " " } }
}

/// The word for a category.
pub fn category(ui: &Ui<'_>, code: &str) -> String {
    ui.t(&format!("consent-category-{code}")).into_owned()
}

/// The categories a text can be about, beyond that the person exists.
pub fn categories() -> impl Iterator<Item = Category> {
    Category::ALL.into_iter().filter(|category| *category != Category::Existence)
}

/// The last day for something below the working days that are left; passed days are said plainly, without alarm.
pub fn deadline(ui: &Ui<'_>, due: Date, today: Date) -> Markup {
    let n = working_days(today.min(due), today.max(due));
    let args = [("n", Arg::from(n))];
    html! { div class="due" {
        @if due < today { (badge(Tone::Warning, &said(ui, "referral-due-over", &args))) }
        @else if due == today { strong { (ui.say("referral-due-today")) } }
        @else if n > 0 { strong { (ui.say_with("referral-due-in", &args)) } }
        span class="due-day" { (ui.say_with("referral-due-by", &[("date", Arg::from(day(ui, due)))])) }
    } }
}

/// Working days after `from` up to and including `to`.
fn working_days(from: Date, to: Date) -> i64 {
    let mut day = from;
    let mut n = 0;
    while day < to && n < 400 {
        day = add_working_days(day, 1);
        n += i64::from(day <= to);
    }
    n
}

/// A link with words of its own.
pub fn to(href: &str, label: &str) -> Markup {
    html! { a href=(href) { span { (ruby(label)) } } }
}

/// A link whose words say, for those who hear it alone, whom it is about.
pub fn to_about(href: &str, label: &str, about: &str) -> Markup {
    html! { a href=(href) { span { (ruby(label)) } span class="only-read" { "：" (plain(about)) } } }
}
