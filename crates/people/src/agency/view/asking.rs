//! The page on which an agency decides whether it asks a second factor of everybody.

use maud::html;
use web::View;
use web::ui::{Tone, Ui};

use crate::agency::model::Agency;
use crate::form::Typed;

/// Asking a second factor of everybody, or not.
pub(in crate::agency) struct AskingPage {
    pub agency: Agency,
    pub typed: Typed,
}

impl AskingPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let home = format!("/agencies/{}", self.agency.id);
        let asks = self.typed.question("asks", ui.t("agency-second-question")).required();
        let answers = [("yes", ui.t("agency-second-yes")), ("no", ui.t("agency-second-no"))];
        let fields = ui.radios(&asks, &self.typed.choices("asks", answers));
        let form = self.typed.form(format!("{home}/second-factor"), ui.t("agency-second-save"), fields);
        let body = html! {
            (ui.notice(Tone::Info, &ui.t("agency-second-effect"), None))
            (ui.form(&form.cancel(&home, ui.t("agency-back"))))
        };
        View::new(ui.t("agency-second-title"), body)
            .lead(ui.t("agency-second-lead"))
            .under("/agencies", ui.t("agency-title"))
            .under(home, &self.agency.name)
            .within("/agencies")
    }
}
