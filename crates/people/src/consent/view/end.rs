//! Taking back: a consent, or a refusal. Each asks once more, in words that the person can check.

use base::{Arg, Lang, PersonId};
use maud::html;
use policy::Disclosed;
use web::View;
use web::ui::{Tone, Ui};

use super::{explained, turned};
use crate::consent::{GrantRow, RefusalRow};
use crate::form::{Typed, said};
use crate::person::Name;

/// Asking before a consent is taken back.
pub(in crate::consent) struct RevokePage {
    pub person: PersonId,
    pub name: Disclosed<Name>,
    pub to: String,
    pub live: bool,
    pub row: GrantRow,
    pub typed: Typed,
}

impl RevokePage {
    /// The page in the person's own register.
    pub fn view(&self, ui: &Ui<'_>, register: Lang) -> View {
        let ui = &Ui::new(ui.words, register);
        let home = format!("/persons/{}/consents", self.person);
        let here = format!("{home}/{}/revoke", self.row.id);
        let named = [("agency", Arg::from(&self.to))];
        let question = html! {
            p { (ui.say_with("consent-revoke-text", &named)) }
            (explained(ui, self.row.categories))
            p { (ui.say_with("consent-revoke-told", &named)) }
            p { (ui.say("consent-revoke-free")) }
        };
        let form =
            self.typed.form(&here, ui.t("consent-revoke-do"), question).grave().hidden("register", register.code());
        let body = html! {
            @if self.live { (ui.form(&form.cancel(home, ui.t("consent-keep")))) }
            @else { (ui.notice(Tone::Info, &ui.t("consent-already-over"), None)) }
        };
        turned(ui, self.person, &self.name, here, said(ui, "consent-revoke-title", &named), body)
    }
}

/// Asking before relapse is no longer told, while the rest of the consent stays.
pub(in crate::consent) struct BackPage {
    pub person: PersonId,
    pub name: Disclosed<Name>,
    pub to: String,
    /// Whether there is anything to take back.
    pub open: bool,
    /// Whether the agency has not been told anything of it yet.
    pub waits: bool,
    pub row: GrantRow,
    pub typed: Typed,
}

impl BackPage {
    /// The page in the person's own register.
    pub fn view(&self, ui: &Ui<'_>, register: Lang) -> View {
        let ui = &Ui::new(ui.words, register);
        let grant = format!("/persons/{}/consents/{}", self.person, self.row.id);
        let here = format!("{grant}/relapse");
        let named = [("agency", Arg::from(&self.to))];
        let question = html! {
            p { (ui.say_with("consent-back-text", &named)) }
            p { (ui.say_with(if self.waits { "consent-back-unseen" } else { "consent-revoke-told" }, &named)) }
            p { (ui.say("consent-revoke-free")) }
        };
        let form =
            self.typed.form(&here, ui.t("consent-back-do"), question).grave().hidden("register", register.code());
        let body = html! {
            @if self.open { (ui.form(&form.cancel(grant, ui.t("consent-keep")))) }
            @else { (ui.notice(Tone::Info, &ui.t("consent-relapse-already-back"), None)) }
        };
        turned(ui, self.person, &self.name, here, said(ui, "consent-back-title", &named), body)
    }
}

/// Asking before a refusal is lifted.
pub(in crate::consent) struct LiftPage {
    pub person: PersonId,
    pub name: Disclosed<Name>,
    pub to: String,
    pub row: RefusalRow,
    pub typed: Typed,
}

impl LiftPage {
    /// The page in the person's own register.
    pub fn view(&self, ui: &Ui<'_>, register: Lang) -> View {
        let ui = &Ui::new(ui.words, register);
        let here = format!("/persons/{}/refusals/{}/lift", self.person, self.row.id);
        let named = [("agency", Arg::from(&self.to))];
        let question = html! {
            p { (ui.say_with("consent-lift-text", &named)) }
            (explained(ui, self.row.categories))
            p { (ui.say("consent-lift-still")) }
        };
        let form = self.typed.form(&here, ui.t("consent-lift-do"), question).hidden("register", register.code());
        let form = form.cancel(format!("/persons/{}/consents", self.person), ui.t("consent-back"));
        turned(ui, self.person, &self.name, here, said(ui, "consent-lift-title", &named), ui.form(&form))
    }
}

/// Taking a consent back by the number on the person's sheet; nothing about anybody stands here.
pub(in crate::consent) struct NumberPage {
    pub typed: Typed,
}

impl NumberPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let number = self.typed.field("number", ui.t("consent-number")).support(ui.t("consent-number-support"));
        let field = ui.text_field(&number.required().max(20).autocomplete("off"));
        let form = self.typed.form("/consents/by-number", ui.t("consent-number-do"), field).grave();
        View::new(ui.t("consent-number-title"), ui.form(&form))
            .lead(ui.t("consent-number-lead"))
            .within("/consents/by-number")
    }
}
