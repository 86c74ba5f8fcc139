//! What is seen of passkeys.

use base::Arg;
use maud::{Markup, html};
use web::View;
use web::ui::{self, Confirm, Form, Tone, Ui, facts, time_of};

use super::acts::Asked;
use super::store::Passkey;
use crate::form::{Typed, said};

/// The section of the own account.
pub(in crate::auth) fn own_section(ui: &Ui<'_>, passkeys: &[Passkey], once: &str) -> Markup {
    ui::section(
        "passkeys",
        &ui.t("auth-passkeys"),
        html! {
            p { (ui.say("auth-passkeys-lead")) }
            @if !passkeys.is_empty() {
                ul class="plain-list" { @for passkey in passkeys { li { (one(ui, passkey, once)) } } }
            }
            p { a href="/account/passkeys" { (ui.say("auth-passkey-new")) } }
        },
    )
}

fn one(ui: &Ui<'_>, passkey: &Passkey, once: &str) -> Markup {
    let used = passkey.used_at.map_or_else(|| ui.say("auth-passkey-never"), |at| time_of(ui.lang, at));
    html! {
        p { strong { (passkey.name) } }
        (facts(&[
            (ui.t("auth-passkey-made"), time_of(ui.lang, passkey.made_at)),
            (ui.t("auth-passkey-used"), used),
        ]))
        (ui.confirm_form(&Confirm {
            action: format!("/account/passkeys/{}/remove", passkey.id),
            once: once.to_owned(),
            label: ui.t("auth-passkey-remove").into_owned(),
            about: Some(passkey.name.clone()),
            grave: true,
            ..Confirm::default()
        }))
    }
}

/// The question itself: read by the script, which puts the answer into the form and sends it.
fn question(ui: &Ui<'_>, what: &str, asked: &Asked) -> Markup {
    html! {
        div data-passkey=(what) data-options=(asked.options) data-failed=(ui.plain("auth-passkey-failed")) {
            div data-passkey-without { (ui.notice(Tone::Warning, &ui.t("auth-passkey-without"), None)) }
            p role="alert" data-passkey-said {}
            input type="hidden" name="answer" value="";
        }
    }
}

/// Asks for a passkey: at the sign-in and at a step-up.
pub(super) struct AskPage {
    pub asked: Asked,
    pub action: &'static str,
    pub kept: Vec<(String, String)>,
    pub typed: Typed,
    /// The way that needs no passkey.
    pub back: &'static str,
}

impl AskPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let mut form = Form::new(self.action, ui.t("auth-passkey-use"), question(ui, "get", &self.asked));
        form.hidden.clone_from(&self.kept);
        let form = form.errors(self.typed.wrong()).hidden("ticket", &self.asked.ticket);
        let form = form.cancel(self.back, ui.t("auth-passkey-password"));
        View::new(ui.t("auth-passkey-title"), ui.form(&form)).lead(ui.t("auth-passkey-lead"))
    }
}

/// Making a new one.
pub(super) struct NewPage {
    pub asked: Asked,
    pub typed: Typed,
}

impl NewPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let name = self.typed.field("name", ui.t("auth-passkey-name")).support(ui.t("auth-passkey-name-support"));
        let fields = html! { (ui.text_field(&name.required())) (question(ui, "create", &self.asked)) };
        let form = Form::new("/account/passkeys", ui.t("auth-passkey-make"), fields).errors(self.typed.wrong());
        let form = form.hidden("ticket", &self.asked.ticket).cancel("/account", ui.t("auth-back"));
        View::new(ui.t("auth-passkey-new"), ui.form(&form))
            .lead(said(ui, "auth-passkey-new-lead", &[("n", Arg::from(crate::auth::ceremony::MINUTES))]))
            .under("/account", ui.t("auth-account-title"))
    }
}

#[cfg(test)]
mod tests {
    use base::{PasskeyId, Problem, Time};

    use super::*;
    use crate::samples::all_registers;

    #[test]
    fn every_page_has_its_words() {
        let asked = || Asked { options: "{\"x\":\"<b>\"}".to_owned(), ticket: "t".to_owned() };
        let errors = [super::super::acts::refused(), Problem::refused("auth-passkey-not-made")];
        let refusals =
            ["auth-passkey-there-already", "auth-passkey-no-site", "auth-passkey-too-many", "auth-passkey-none"];
        let passkey = |raw, used_at| Passkey {
            id: PasskeyId::from_raw(raw),
            name: "<b>".to_owned(),
            made_at: Time::from_micros(0),
            used_at,
        };
        let pages = all_registers(|ui| {
            let said = |problem: &Problem| (String::new(), ui.words.msg(ui.lang, &problem.message()));
            let all = errors.iter().cloned().chain(refusals.into_iter().map(Problem::refused));
            let typed = || Typed { errors: all.clone().map(|p| said(&p)).collect(), ..Typed::default() };
            let kept = vec![("kept.name".to_owned(), "\"><b>".to_owned())];
            let own = [passkey(1, None), passkey(2, Some(Time::from_micros(1)))];
            vec![
                AskPage { asked: asked(), action: "/step-up/passkey/answer", kept, typed: typed(), back: "/step-up" }
                    .view(ui),
                NewPage { asked: asked(), typed: typed() }.view(ui),
                View::new("x", html! { (own_section(ui, &own, "k")) (own_section(ui, &[], "k")) }),
            ]
        });
        for (_, html) in &pages {
            assert!(!html.contains("<b>"), "{html}");
        }
    }
}
