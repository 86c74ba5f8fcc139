//! What the agency would see, on the screen that is turned to the person, before they agree.

use base::Lang;
use maud::{Markup, html};
use policy::{Categories, Category, Disclosed};
use web::View;
use web::ui::{self, Confirm, Tone, Ui};

use super::{Whom, explained, moment, turned};
use crate::consent::Preview;
use crate::form::{Typed, said};
use crate::person::{Entry, as_told, categories};

/// What the agency would see and what would stay closed, with the answers as they were given.
pub(in crate::consent) struct PreviewPage {
    pub whom: Whom,
    pub preview: Preview,
    pub typed: Typed,
}

impl PreviewPage {
    /// The page in the person's own register.
    pub fn view(&self, ui: &Ui<'_>, register: Lang) -> View {
        let ui = &Ui::new(ui.words, register);
        let seen = &self.preview.seen;
        let home = format!("/persons/{}/consents", seen.person);
        let looks = self.preview.opens.has(Category::Existence);
        let body = html! {
            @if let Some(from) = self.preview.relapse_from {
                (ui.notice(Tone::Warning, &said(ui, "consent-preview-relapse", &moment(ui, from)), None))
            }
            (ui::section("seen", &self.whom.named(ui, "consent-preview-seen"), html! {
                @if looks { p { strong { (seen.name.name) } } (as_told(ui, seen)) }
                @if looks && seen.open.is_empty() { p { (ui.say("consent-preview-name-only")) } }
                @if !looks { p { (ui.say("consent-preview-told-only")) } }
                p { (ui.say("consent-preview-own")) }
            }))
            (ui::section("later", &ui.t("consent-preview-later"), html! {
                p { (ui.say("consent-preview-later-text")) }
                (explained(ui, if looks { self.preview.opens } else { self.said_yes() }))
            }))
            (ui::section("closed", &self.whom.named(ui, "consent-preview-closed"), self.closed(ui)))
            div class="form-end" { (self.agree(ui, &home)) (self.change(ui, &home)) }
        };
        let title = self.whom.named(ui, "consent-preview-title");
        let here = format!("{home}/new?to={}", self.whom.agency.id);
        turned(ui, seen.person, &seen.name, here, title, body).lead(ui.t("consent-preview-lead"))
    }

    /// What was said yes to, of which a hand-over may tell.
    fn said_yes(&self) -> Categories {
        let chosen = self.typed.values.all("shows").filter_map(Category::from_code);
        let named = (self.typed.get("relapse") == "yes").then_some(Category::Relapse);
        let all = chosen.chain(named).fold(Categories::from(Category::Existence), Categories::with);
        all.without(self.preview.forbidden)
    }

    fn closed(&self, ui: &Ui<'_>) -> Markup {
        let open = if self.preview.opens.is_empty() { self.said_yes() } else { self.preview.opens };
        let shut = Categories::ALL.without(open);
        let entry = |entry: &Disclosed<Entry>| {
            html! { li { (ui::date_of(ui.lang, entry.at.date_jst())) "　" (categories(ui, entry.label.categories())) } }
        };
        html! {
            @if !self.preview.forbidden.is_empty() {
                (ui.notice(Tone::Info, &ui.t("consent-preview-forbidden"), Some(html! { p { (categories(ui, self.preview.forbidden)) } })))
            }
            @if shut.is_empty() { p { (ui.say("consent-preview-nothing-closed")) } } @else { p { (categories(ui, shut)) } }
            @if !self.preview.seen.closed.is_empty() {
                p { (ui.say("consent-preview-closed-entries")) }
                ul { @for closed in &self.preview.seen.closed { (entry(closed)) } }
            }
        }
    }

    fn answers(&self) -> Vec<(String, String)> {
        self.typed.values.0.iter().filter(|(name, _)| name != "once").cloned().collect()
    }

    fn agree(&self, ui: &Ui<'_>, home: &str) -> Markup {
        ui.confirm_form(&Confirm {
            action: home.to_owned(),
            once: self.typed.once.clone(),
            hidden: self.answers(),
            label: ui.t("consent-agree").into_owned(),
            primary: true,
            ..Confirm::default()
        })
    }

    fn change(&self, ui: &Ui<'_>, home: &str) -> Markup {
        ui.confirm_form(&Confirm {
            action: format!("{home}/again"),
            hidden: self.answers(),
            label: ui.t("consent-preview-change").into_owned(),
            ..Confirm::default()
        })
    }
}
