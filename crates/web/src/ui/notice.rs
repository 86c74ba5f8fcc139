//! Banners: something was done, something is to be known.

use maud::{Markup, html};

use super::badge::Tone;
use super::icon::icon;
use super::page::Action;
use super::ruby::ruby;
use super::say::Ui;

/// A word about what was just done, shown once at the top of the next page.
#[derive(Clone, Debug)]
pub struct Flash {
    /// How it went.
    pub tone: Tone,
    /// What was done.
    pub text: String,
}

impl Flash {
    /// Something was done.
    pub fn done(text: impl Into<String>) -> Self {
        Self { tone: Tone::Success, text: text.into() }
    }
}

impl Ui<'_> {
    /// A banner with a word for its tone (お知らせ, できました, 注意, エラー), a text and perhaps more below.
    pub fn notice(&self, tone: Tone, text: &str, more: Option<Markup>) -> Markup {
        html! {
            div class={ "notice notice-" (tone.class()) } {
                (icon(tone.icon()))
                div class="notice-body" {
                    p class="notice-text" { strong class="notice-kind" { (self.say(tone_key(tone))) } " " (ruby(text)) }
                    @if let Some(more) = more { (more) }
                }
            }
        }
    }

    /// What was just done; announced by screen readers.
    pub fn flash(&self, flash: &Flash) -> Markup {
        let role = if flash.tone == Tone::Error { "alert" } else { "status" };
        html! { div class="flash" role=(role) { (self.notice(flash.tone, &flash.text, None)) } }
    }

    /// Where a list would be: why it is empty and what to do next.
    pub fn empty(&self, heading: &str, text: &str, next: Option<&Action>) -> Markup {
        html! {
            div class="empty" {
                p class="empty-head" { (ruby(heading)) }
                p { (ruby(text)) }
                @if let Some(next) = next { p { (next.link("button button-second")) } }
            }
        }
    }
}

const fn tone_key(tone: Tone) -> &'static str {
    match tone {
        Tone::Neutral | Tone::Info => "web-tone-info",
        Tone::Success => "web-tone-success",
        Tone::Warning => "web-tone-warning",
        Tone::Error => "web-tone-error",
    }
}
