//! What a person forbids an agency, whatever they allow otherwise.

use base::{AgencyId, Lang, PersonId};
use maud::html;
use policy::{Category, Disclosed};
use web::View;
use web::ui::Ui;

use super::{agencies, category, turned};
use crate::agency::AgencyKind;
use crate::form::Typed;
use crate::person::Name;

/// Taking down a refusal.
pub(in crate::consent) struct RefusePage {
    pub person: PersonId,
    pub name: Disclosed<Name>,
    pub agencies: Vec<(AgencyId, String, String)>,
    pub kinds: Vec<AgencyKind>,
    pub typed: Typed,
}

impl RefusePage {
    /// The page in the person's own register.
    pub fn view(&self, ui: &Ui<'_>, register: Lang) -> View {
        let ui = &Ui::new(ui.words, register);
        let home = format!("/persons/{}/refusals", self.person);
        let to = self.typed.field("to", ui.t("consent-refuse-agency")).required();
        let choices = Category::ALL.map(|c| category(ui, c).chosen(self.typed.chose("hides", c.code())));
        let fields = html! {
            (ui.select(&to, Some(&ui.t("consent-choose")), &agencies(ui, &self.agencies, &self.kinds)))
            (ui.checkboxes(&self.typed.question("hides", ui.t("consent-refuse-what")).required(), &choices))
        };
        let form = self.typed.form(&home, ui.t("consent-refuse-do"), fields).hidden("register", register.code());
        let form = form.cancel(format!("/persons/{}/consents", self.person), ui.t("consent-back"));
        let title = ui.t("consent-refuse").into_owned();
        let view = turned(ui, self.person, &self.name, format!("{home}/new"), title, ui.form(&form));
        view.lead(ui.t("consent-refuse-lead"))
    }
}
