//! What is known about a person, in words.

use maud::{Markup, html};
use web::ui::{self, Tone, Ui, badge, prose, tag};

use crate::person::EntryKind;
use crate::person::model::{Contact, Fact};

/// The order in which the kinds of facts stand on a page.
pub(super) const ORDER: [EntryKind; 4] = [EntryKind::Contact, EntryKind::Stay, EntryKind::Legal, EntryKind::Dependence];

/// The heading of a kind of fact.
pub(super) fn kind_key(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Note => "person-kind-note",
        EntryKind::Contact => "person-kind-contact",
        EntryKind::Dependence => "person-kind-dependence",
        EntryKind::Legal => "person-kind-legal",
        EntryKind::Stay => "person-kind-stay",
    }
}

/// A fact as a reader sees it.
pub(super) fn fact(ui: &Ui<'_>, fact: &Fact) -> Markup {
    let code = |what: &str, code: &str| ui.say(&format!("person-{what}-{code}"));
    let day = |date: &Option<base::Date>| html! { @if let Some(date) = date { (ui::date_of(ui.lang, *date)) } };
    match fact {
        Fact::Contact(contact) => reach(ui, contact),
        Fact::Dependence { on } => html! { @for on in on { (tag(&ui.t(&format!("person-dependence-{on}")))) " " } },
        Fact::Legal { status, from, until } => html! {
            p { (code("legal", status)) }
            @if from.is_some() { p { (ui.say("person-from")) "：" (day(from)) } }
            @if until.is_some() { p { (ui.say("person-until")) "：" (day(until)) } }
        },
        Fact::Stay { kind, place, until } => html! {
            p { (code("stay", kind)) @if let Some(place) = place { "（" (place) "）" } }
            @if until.is_some() { p { (ui.say("person-until")) "：" (day(until)) } }
        },
    }
}

fn reach(ui: &Ui<'_>, contact: &Contact) -> Markup {
    let message = if contact.may_leave_message {
        badge(Tone::Neutral, &ui.t("person-message-yes"))
    } else {
        badge(Tone::Warning, &ui.t("person-message-no"))
    };
    html! {
        @if let Some(phone) = &contact.phone { p { (phone) } }
        p { (message) }
        @if let Some(note) = &contact.note { (prose(note)) }
    }
}
