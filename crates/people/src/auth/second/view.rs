//! The pages of the second factor.

use base::Arg;
use maud::{Markup, html};
use policy::Roles;
use web::View;
use web::ui::{self, Confirm, Form, Tone, Ui};

use super::{CODES, State};
use crate::auth::kept::Kept;
use crate::auth::role_name;
use crate::form::{Typed, said};

/// The second step of signing in.
pub(super) struct CodePage {
    pub step: String,
    pub kept: Kept,
    pub typed: Typed,
}

impl CodePage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let code = self.typed.field("code", ui.t("auth-second-code")).value("").required();
        let code = code.support(ui.t("auth-second-code-support")).autocomplete("one-time-code");
        // Without a key: nobody is signed in whose sending could be remembered.
        let mut form = Form::new("/sign-in/code", ui.t("auth-sign-in"), ui.text_field(&code));
        form = form.errors(self.typed.wrong()).cancel("/sign-in", ui.t("auth-back"));
        form.hidden = self.kept.fields();
        form.hidden.push(("step".to_owned(), self.step.clone()));
        let body = html! {
            (ui.form(&form))
            (ui::disclosure(&ui.t("auth-second-lost"), html! { p { (ui.say("auth-second-lost-text")) } }))
        };
        View::new(ui.t("auth-second-step"), body).lead(ui.t("auth-second-step-lead"))
    }
}

/// The own second factor: setting it up, or how it stands.
pub(super) struct SecondPage {
    pub state: State,
    /// Roles that rest until it is there.
    pub resting: Roles,
    pub typed: Typed,
}

impl SecondPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let body = html! {
            @if !self.resting.is_empty() { (ui.notice(Tone::Warning, &ui.t("auth-second-resting"), Some(html! {
                ul { @for role in self.resting.iter() { li { (ui::ruby(&role_name(ui, role))) } } }
            }))) }
            @match &self.state {
                State::Off => (self.begin(ui)),
                State::Proposed { secret, address } => (self.proposed(ui, secret, address)),
                State::On { since, left } => {
                    (ui.notice(Tone::Success, &ui.t("auth-second-is-on-now"), None))
                    (ui::facts(&[
                        (ui.t("auth-second-since"), ui::time_of(ui.lang, *since)),
                        (ui.t("auth-second-left"), ui.say_with("auth-second-left-n", &[("n", Arg::from(*left))])),
                    ]))
                    (self.button(ui, "/second-factor/codes", "auth-second-new-codes", false))
                    (self.button(ui, "/second-factor/end", "auth-second-end", true))
                }
            }
        };
        View::new(ui.t("auth-second-title"), body)
            .lead(ui.t("auth-second-lead"))
            .under("/account", ui.t("auth-account-title"))
    }

    fn begin(&self, ui: &Ui<'_>) -> Markup {
        let steps = html! {
            ol {
                li { (ui.say("auth-second-how-app")) }
                li { (ui.say("auth-second-how-read")) }
                li { (ui.say("auth-second-how-codes")) }
            }
        };
        let form = self.typed.form("/second-factor/new", ui.t("auth-second-begin"), steps);
        ui.form(&form.cancel("/account", ui.t("auth-back")))
    }

    fn proposed(&self, ui: &Ui<'_>, secret: &str, address: &str) -> Markup {
        let code = self.typed.field("code", ui.t("auth-second-first")).value("").required();
        let code = code.support(ui.t("auth-second-first-support")).autocomplete("one-time-code");
        let form = self.typed.form("/second-factor/confirm", ui.t("auth-second-confirm"), ui.text_field(&code));
        // Without a key: the answer shows codes once, and is not remembered.
        let form = Form { once: String::new(), ..form }.cancel("/account", ui.t("auth-second-not-now"));
        html! {
            (ui::section("read", &ui.t("auth-second-read"), html! {
                p { (ui.say("auth-second-read-text")) }
                (ui::qr(address, &ui::plain(&ui.t("auth-second-read"))))
                p { (ui.say("auth-second-secret")) " " code { (grouped(secret)) } }
            }))
            (ui::section("confirm", &ui.t("auth-second-first-title"), ui.form(&form)))
        }
    }

    fn button(&self, ui: &Ui<'_>, action: &str, key: &str, grave: bool) -> Markup {
        ui.confirm_form(&Confirm {
            action: action.to_owned(),
            once: if grave { self.typed.once.clone() } else { String::new() },
            label: ui.t(key).into_owned(),
            grave,
            ..Confirm::default()
        })
    }
}

/// A secret as people can copy it: four by four.
fn grouped(secret: &str) -> String {
    let signs: Vec<char> = secret.chars().collect();
    signs.chunks(4).map(|part| part.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// The recovery codes, this once.
pub(super) struct CodesPage {
    pub codes: Vec<String>,
    /// They come with the setting up.
    pub is_first: bool,
}

impl CodesPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let body = html! {
            @if self.is_first { (ui.notice(Tone::Success, &ui.t("auth-second-is-on-now"), None)) }
            (ui.notice(Tone::Warning, &ui.t("auth-second-codes-once"), None))
            ul class="codes" { @for code in &self.codes { li { code { (code) } } } }
            p { (ui.say("auth-second-codes-keep")) }
        };
        let lead = said(ui, "auth-second-codes-lead", &[("n", Arg::from(CODES))]);
        View::new(ui.t("auth-second-codes-title"), body)
            .lead(lead)
            .under("/account", ui.t("auth-account-title"))
            .under("/second-factor", ui.t("auth-second-title"))
            .action("/account", ui.t("auth-second-codes-kept"))
    }
}

#[cfg(test)]
mod tests {
    use base::Time;

    use super::*;
    use crate::samples::all_registers;

    #[test]
    fn every_page_has_its_words() {
        let typed = || Typed { errors: vec![("code".to_owned(), "x".to_owned())], ..Typed::default() };
        let kept = || Kept::Form { path: "/x".to_owned(), fields: vec![("a".to_owned(), "\"><b>".to_owned())] };
        let secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ".to_owned();
        let states = || {
            [
                State::Off,
                State::Proposed { secret: secret.clone(), address: "otpauth://totp/Tsunagi:l".to_owned() },
                State::On { since: Time::from_micros(0), left: 3 },
            ]
        };
        let pages = all_registers(|ui| {
            let mut pages = vec![CodePage { step: "s".to_owned(), kept: kept(), typed: typed() }.view(ui)];
            for (state, resting) in states().into_iter().zip([Roles::ALL, Roles::NONE, Roles::NONE]) {
                pages.push(SecondPage { state, resting, typed: typed() }.view(ui));
            }
            for is_first in [true, false] {
                pages.push(CodesPage { codes: vec!["0000-0000-0000-0000".to_owned()], is_first }.view(ui));
            }
            pages
        });
        assert!(pages.iter().all(|(_, html)| !html.contains("<b>")), "what was typed is escaped");
        assert!(pages[2].1.contains("GEZD GNBV") && pages[2].1.contains("class=\"qr\""));
    }
}
