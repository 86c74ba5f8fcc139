//! The page of the step-up.

use base::Arg;
use maud::html;
use web::View;
use web::ui::{Form, Kind, Tone, Ui};

use super::{STEP_UP_MINUTES, Way};
use crate::auth::kept::Kept;
use crate::form::{Typed, said};

/// Asks the worker to show once more that it is them.
pub(super) struct StepUpPage {
    /// Whose proof a password manager is to offer.
    pub login: String,
    pub ways: Vec<Way>,
    pub typed: Typed,
    pub kept: Kept,
    /// Where to go instead.
    pub home: &'static str,
}

impl StepUpPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let fields = html! {
            input type="hidden" name="login" value=(self.login) autocomplete="username";
            @for way in &self.ways {
                @match way {
                    Way::Code => {
                        @let field = self.typed.field("code", ui.t("auth-second-code")).value("").required();
                        (ui.text_field(&field.support(ui.t("auth-second-code-support")).autocomplete("one-time-code")))
                    }
                    Way::Passkey => {}
                    Way::Password => {
                        @let field = self.typed.field("password", ui.t("auth-password")).value("").required();
                        (ui.text_field(&field.kind(Kind::Password).autocomplete("current-password")))
                    }
                }
            }
        };
        // Without a key: the answer brings a new token, and a remembered answer could not.
        let mut form = Form::new("/step-up", ui.t("auth-step-up-do"), fields).errors(self.typed.wrong());
        form.hidden = self.kept.fields();
        if self.ways.contains(&Way::Passkey) {
            form = form.also("/step-up/passkey", ui.t("auth-passkey-use"));
        }
        let body = html! {
            @if matches!(self.kept, Kept::Form { .. }) { (ui.notice(Tone::Info, &ui.t("auth-step-up-kept"), None)) }
            (ui.form(&form.cancel(self.home, ui.t("auth-kept-drop"))))
        };
        View::new(ui.t("auth-step-up-title"), body).lead(said(
            ui,
            "auth-step-up-lead",
            &[("n", Arg::from(STEP_UP_MINUTES))],
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::all_registers;

    #[test]
    fn the_page_has_its_words_and_carries_on_what_was_typed() {
        let kept = || Kept::Form { path: "/x".to_owned(), fields: vec![("name".to_owned(), "\"><b>".to_owned())] };
        let pages = all_registers(|ui| {
            let page = |kept, errors| {
                let typed = Typed { errors, ..Typed::default() };
                StepUpPage { login: "<b>l".to_owned(), ways: Way::ALL.to_vec(), typed, kept, home: "/home" }.view(ui)
            };
            vec![page(kept(), vec![("password".to_owned(), "x".to_owned())]), page(Kept::Nothing, Vec::new())]
        });
        for (_, html) in &pages {
            assert!(!html.contains("<b>") && html.contains("current-password"), "{html}");
        }
        assert!(pages[0].1.contains("name=\"kept.name\"") && !pages[1].1.contains("name=\"kept.name\""));
    }
}
