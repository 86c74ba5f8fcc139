//! Before a worker goes, and a new start for one who has forgotten the password.

use base::{Arg, Time};
use maud::html;
use web::View;
use web::ui::{Form, Tone, Ui, facts, time_of};

use super::staff::staff_page;
use crate::agency::model::{Agency, Member};
use crate::form::{Typed, said};

/// How a worker goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::agency) enum Parting {
    /// From this agency only.
    Leave,
    /// The account closes everywhere.
    Close,
}

/// Asking before a worker goes.
pub(in crate::agency) struct PartPage {
    pub parting: Parting,
    pub agency: Agency,
    pub member: Member,
    /// How many persons are in their hands here.
    pub in_hands: i64,
    pub typed: Typed,
}

impl PartPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let home = format!("/agencies/{}/workers", self.agency.id);
        let (act, title, text, button) = match self.parting {
            Parting::Leave => ("leave", "agency-leave", "agency-leave-text", "agency-leave-do"),
            Parting::Close => ("close", "agency-close", "agency-close-text", "agency-close-do"),
        };
        let args = [("name", Arg::from(&self.member.name)), ("agency", Arg::from(&self.agency.name))];
        let hands = said(ui, "agency-part-hands", &[("n", Arg::from(self.in_hands))]);
        let question = html! {
            p { (ui.say_with(text, &args)) }
            @if self.in_hands > 0 { (ui.notice(Tone::Warning, &hands, None)) }
        };
        let form = self.typed.form(format!("{home}/{}/{act}", self.member.worker), ui.t(button), question).grave();
        staff_page(ui, &self.agency, ui.t(title).into_owned(), ui.form(&form.cancel(home, ui.t("agency-back"))))
    }
}

/// Asking before a start code is given.
pub(in crate::agency) struct StartPage {
    pub agency: Agency,
    pub member: Member,
    pub typed: Typed,
}

impl StartPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let home = format!("/agencies/{}/workers", self.agency.id);
        let question = html! { p { (ui.say("agency-start-who")) } };
        let form = self.typed.form(format!("{home}/{}/start", self.member.worker), ui.t("agency-start-do"), question);
        // Without a key: the answer shows a secret that is kept nowhere, so it cannot be said again.
        let form = Form { once: String::new(), ..form.cancel(home, ui.t("agency-back")) };
        let lead = said(ui, "agency-start-text", &[("name", Arg::from(&self.member.name))]);
        staff_page(ui, &self.agency, ui.t("agency-start").into_owned(), ui.form(&form)).lead(lead)
    }
}

/// A start code, shown this once.
pub(in crate::agency) struct StartMadePage {
    pub agency: Agency,
    pub member: Member,
    pub code: String,
    pub until: Time,
}

impl StartMadePage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let home = format!("/agencies/{}/workers", self.agency.id);
        let body = html! {
            (facts(&[
                (ui.t("agency-worker-login"), html! { code { (self.member.login) } }),
                (ui.t("auth-start-code"), html! { code { (self.code) } }),
                (ui.t("agency-start-until"), time_of(ui.lang, self.until)),
            ]))
            p { (ui.say("agency-start-how")) }
            p { a href=(home) { (ui.say("agency-workers")) } }
        };
        let lead = said(ui, "agency-start-made-lead", &[("name", Arg::from(&self.member.name))]);
        staff_page(ui, &self.agency, ui.t("agency-start-made").into_owned(), body).lead(lead)
    }
}
