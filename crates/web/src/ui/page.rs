//! The parts of a page: its head, sections, cards, facts, counts.

use maud::{Markup, html};

use super::badge::Tone;
use super::icon::{Icon, icon};
use super::ruby::ruby;

/// A link that leads to an act.
#[derive(Clone, Debug)]
pub struct Action {
    /// Where it leads.
    pub href: String,
    /// What is done there: a verb.
    pub label: String,
}

impl Action {
    /// A link with its label.
    pub fn new(href: impl Into<String>, label: impl Into<String>) -> Self {
        Self { href: href.into(), label: label.into() }
    }

    pub(crate) fn link(&self, class: &str) -> Markup {
        html! { a class=(class) href=(self.href) { span { (ruby(&self.label)) } } }
    }
}

/// What stands below the page's heading: one or two sentences, and the one main act of the page.
pub fn intro(lead: Option<&str>, action: Option<&Action>) -> Markup {
    html! {
        @if lead.is_some() || action.is_some() {
            div class="intro" {
                @if let Some(lead) = lead { p class="lead" { (ruby(lead)) } }
                @if let Some(action) = action { (action.link("button button-primary")) }
            }
        }
    }
}

/// A section with its heading; `id` is what other pages link to.
pub fn section(id: &str, heading: &str, body: Markup) -> Markup {
    html! {
        section class="section" id=(id) aria-labelledby={ (id) "-head" } {
            h2 id={ (id) "-head" } { (ruby(heading)) }
            (body)
        }
    }
}

/// A framed part with a heading of the third level and, at its end, what can be done about it.
pub fn card(heading: &str, body: Markup, acts: Option<Markup>) -> Markup {
    html! {
        article class="card" {
            h3 class="card-head" { (ruby(heading)) }
            (body)
            @if let Some(acts) = acts { div class="card-acts" { (acts) } }
        }
    }
}

/// Names and what they stand for, one below the other.
pub fn facts<L: AsRef<str>>(items: &[(L, Markup)]) -> Markup {
    html! {
        dl class="facts" {
            @for (label, value) in items { div { dt { (ruby(label.as_ref())) } dd { (value) } } }
        }
    }
}

/// A way on from a page that has several, such as a question that many people come with.
#[derive(Clone, Debug)]
pub struct Way {
    /// Where it leads.
    pub href: String,
    /// Who takes it, or what is found there.
    pub label: String,
    /// A sentence about it.
    pub text: Option<String>,
}

/// Ways side by side, each a large thing to touch.
pub fn ways(items: &[Way]) -> Markup {
    html! {
        ul class="ways" {
            @for way in items {
                li { a class="way" href=(way.href) {
                    span class="way-words" {
                        span class="way-head" { (ruby(&way.label)) }
                        @if let Some(text) = &way.text { span class="way-text" { (ruby(text)) } }
                    }
                    (icon(Icon::Next))
                } }
            }
        }
    }
}

/// Something to open: a part that most readers do not need.
pub fn disclosure(summary: &str, body: Markup) -> Markup {
    html! { details class="more" { summary { (ruby(summary)) } div class="more-body" { (body) } } }
}

/// A number to look at, leading to the list behind it.
#[derive(Clone, Debug)]
pub struct Count {
    /// What is counted.
    pub label: String,
    /// The number, with its unit.
    pub number: String,
    /// Where the list is.
    pub href: Option<String>,
    /// Whether somebody should look.
    pub tone: Tone,
}

/// Numbers side by side.
pub fn counts(items: &[Count]) -> Markup {
    html! {
        ul class="counts" {
            @for item in items {
                li class={ "count count-" (item.tone.class()) } {
                    span class="count-label" {
                        @if matches!(item.tone, Tone::Warning | Tone::Error) { (icon(item.tone.icon())) }
                        @if let Some(href) = &item.href { a href=(href) { (ruby(&item.label)) } } @else { (ruby(&item.label)) }
                    }
                    span class="count-number" { (ruby(&item.number)) }
                }
            }
        }
    }
}
