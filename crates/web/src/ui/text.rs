//! Free text and moments as people wrote them.

use base::{Date, Lang, Time, jp};
use maud::{Markup, html};

/// Plain text with its line breaks: an empty line begins a new paragraph. Nothing in it is read as markup.
pub fn prose(text: &str) -> Markup {
    let text = text.replace("\r\n", "\n");
    html! {
        div class="prose" {
            @for paragraph in text.split("\n\n").map(str::trim).filter(|p| !p.is_empty()) {
                p { @for (i, line) in paragraph.lines().enumerate() { @if i > 0 { br; } (line) } }
            }
        }
    }
}

/// A day as the register writes it: 2026年11月20日（令和8年11月20日）, without the era in plain Japanese.
pub fn date_of(lang: Lang, date: Date) -> Markup {
    html! { time datetime=(date) { (jp::show_date(lang, date)) } }
}

/// A moment as day and hour in Japan: 2026年11月20日（令和8年11月20日） 14:05, 午後 2:05 in plain Japanese.
pub fn time_of(lang: Lang, time: Time) -> Markup {
    html! { time datetime=(time) { (jp::show_date(lang, time.date_jst())) " " (jp::easy_time(lang, time)) } }
}
