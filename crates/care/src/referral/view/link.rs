//! What the sender does for a receiver without an account, and giving a person to a worker of the own agency.

use base::{Arg, Time, WorkerId};
use maud::{Markup, html};
use web::View;
use web::ui::{Confirm, Form, Kind, Ui, Width, facts, time_of};

use super::Typed;
use super::steps::href;
use super::whole::Around;
use super::words::{name, said, to, word};

/// Making and ending the one-time link.
pub struct LinkPage {
    /// The referral.
    pub around: Around,
    /// The form.
    pub typed: Typed,
}

impl LinkPage {
    /// The page.
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let days = self.typed.field("days", ui.t("referral-link-days")).support(ui.t("referral-link-days-support"));
        let fields = ui.text_field(&days.kind(Kind::Number).width(Width::Short));
        // Without the key against double sending: the answer shows a secret that is kept nowhere, so it cannot be
        // said again. A second sending makes a second link and ends the first.
        let mut form = Form::new(self.around.path("link"), ui.t("referral-link-make"), fields);
        form.errors = self.typed.wrong();
        let form = form.cancel(&self.around.root, ui.t("referral-back"));
        let body = html! {
            @if let Some(until) = self.around.shown.link_until { (self.open(ui, until)) }
            (ui.form(&form))
            p { (to(&self.around.path("letter"), &ui.t("referral-letter"))) }
        };
        let lead = said(ui, "referral-link-lead", &[("agency", Arg::from(&self.around.shown.to.name))]);
        self.around.below(ui, View::new(ui.t("referral-link"), body).lead(lead))
    }

    fn open(&self, ui: &Ui<'_>, until: Time) -> Markup {
        html! {
            (facts(&[(ui.t("referral-link-open"), time_of(ui.lang, until))]))
            (ui.confirm_form(&Confirm {
                action: self.around.path("link/revoke"),
                once: self.typed.once.clone(),
                label: ui.t("referral-link-revoke").into_owned(),
                grave: true,
                ..Confirm::default()
            }))
        }
    }
}

/// A link that was just made; shown this once.
pub struct LinkMadePage {
    /// The referral.
    pub around: Around,
    /// The whole address.
    pub address: String,
    /// Until when it opens.
    pub until: Time,
}

impl LinkMadePage {
    /// The page.
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let body = html! {
            (facts(&[
                (ui.t("referral-link-address"), html! { code { (self.address) } }),
                (ui.t("referral-link-open"), time_of(ui.lang, self.until)),
            ]))
            p { button type="button" class="button button-second" data-print hidden { span { (ui.say("web-print")) } } }
            p { (to(&self.around.root, &ui.t("referral-back"))) }
        };
        let lead = said(ui, "referral-link-made-lead", &[("agency", Arg::from(&self.around.shown.to.name))]);
        self.around.below(ui, View::new(ui.t("referral-link-made"), body).lead(lead))
    }
}

/// Choosing what the other side said by telephone or on paper.
pub struct WordPage {
    /// The referral.
    pub around: Around,
}

impl WordPage {
    /// The page.
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let verbs = self.around.told_verbs();
        let body = html! {
            @if verbs.is_empty() { p { (ui.say("referral-word-none")) } }
            ul { @for verb in verbs {
                @let path = href(&self.around, verb);
                li { (to(&format!("{path}?word=yes"), &word(ui, "word-said", verb.code()))) }
            } }
            p { (to(&self.around.root, &ui.t("referral-back"))) }
        };
        let lead = said(ui, "referral-word-lead", &[("agency", Arg::from(&self.around.shown.to.name))]);
        self.around.below(ui, View::new(ui.t("referral-word"), body).lead(lead))
    }
}

/// Giving the person to a worker of the own agency.
pub struct AssignPage {
    /// The referral.
    pub around: Around,
    /// The agency's workers.
    pub workers: Vec<(WorkerId, String)>,
    /// The form.
    pub typed: Typed,
}

impl AssignPage {
    /// The page.
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let workers = self.workers.iter().map(|(id, name)| (id.to_string(), name.clone()));
        let choices = self.typed.choices("worker", workers);
        let field = self.typed.question("worker", ui.t("referral-assign-whom")).required();
        let form = self
            .typed
            .form(self.around.path("assign"), ui.t("referral-assign-do"), ui.radios(&field, &choices))
            .cancel(&self.around.root, ui.t("referral-back"));
        let lead = said(ui, "referral-assign-lead", &[("name", Arg::from(name(ui, &self.around.shown.person)))]);
        self.around.below(ui, View::new(ui.t("referral-assign"), ui.form(&form)).lead(lead))
    }
}
