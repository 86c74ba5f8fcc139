//! The pages of signing in and of the own account.

use base::{AgencyId, Arg, Date, holidays, jp};
use maud::html;
use policy::{Role, Roles};
use web::View;
use web::ui::{self, Confirm, Form, Kind, Tone, Ui, badge, facts, tag, time_of};

use super::kept::Kept;
use super::passkey::{Passkey, own_section};
use super::store::OpenSession;
use crate::form::{Typed, said};

/// Signing in.
pub(super) struct SignInPage {
    pub typed: Typed,
    pub kept: Kept,
    /// A session has ended while something was being done.
    pub ended: bool,
    /// Whether passkeys can be used at this address.
    pub passkey: bool,
}

impl SignInPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let login = self.typed.field("login", ui.t("auth-login")).required().autocomplete("username");
        let password = self.typed.field("password", ui.t("auth-password")).value("").required();
        let password = password.kind(Kind::Password).autocomplete("current-password");
        let fields = html! { (ui.text_field(&login)) (ui.text_field(&password)) };
        let mut form = Form::new("/sign-in", ui.t("auth-sign-in"), fields).errors(self.typed.wrong());
        form.hidden = self.kept.fields();
        if self.passkey {
            form = form.also("/sign-in/passkey", ui.t("auth-passkey-use"));
        }
        let note = match self.kept {
            Kept::Form { .. } => Some("auth-sign-in-kept"),
            _ if self.ended => Some("auth-sign-in-ended"),
            _ => None,
        };
        let body = html! {
            @if let Some(key) = note { (ui.notice(Tone::Info, &ui.t(key), None)) }
            (ui.form(&form))
            (ui::disclosure(&ui.t("auth-trouble"), html! {
                p { (ui.say("auth-trouble-text")) }
                p { a href="/start" { (ui.say("auth-start-title")) } }
            }))
        };
        View::new(ui.t("auth-sign-in"), body)
    }
}

/// Signed in again: what was being sent is still here.
pub(super) struct KeptPage {
    pub path: String,
    pub fields: Vec<(String, String)>,
    /// The agency that it will be done for.
    pub agency: String,
    /// Where to begin instead.
    pub home: &'static str,
    pub once: String,
}

impl KeptPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let form = Form {
            action: self.path.clone(),
            once: self.once.clone(),
            hidden: self.fields.clone(),
            submit: ui.t("auth-kept-send").into_owned(),
            cancel: Some((self.home.to_owned(), ui.t("auth-kept-drop").into_owned())),
            ..Form::default()
        };
        let body = html! {
            p { (ui.say_with("auth-kept-agency", &[("agency", Arg::from(&self.agency))])) }
            (ui.form(&form))
        };
        View::new(ui.t("auth-kept-title"), body).lead(ui.t("auth-kept-lead"))
    }
}

/// An agency where the worker sits.
pub(super) struct Seat {
    pub id: AgencyId,
    pub name: String,
    pub roles: Roles,
    pub current: bool,
}

impl Seat {
    fn roles(&self, ui: &Ui<'_>) -> maud::Markup {
        html! { @for role in self.roles.iter() { (tag(&role_name(ui, role))) " " } }
    }
}

/// A role in words.
pub(crate) fn role_name(ui: &Ui<'_>, role: Role) -> String {
    ui.t(&format!("auth-role-{}", role.code())).into_owned()
}

/// Choosing the agency to act for.
pub(super) struct SwitchPage {
    pub seats: Vec<Seat>,
    pub typed: Typed,
}

impl SwitchPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let choice = |seat: &Seat| ui::Choice::new(seat.id.to_string(), &seat.name).chosen(seat.current);
        let choices: Vec<_> = self.seats.iter().map(choice).collect();
        let question = self.typed.question("agency", ui.t("auth-switch-which")).required();
        let fields = ui.radios(&question, &choices);
        let form = self.typed.form("/switch", ui.t("auth-switch-do"), fields);
        View::new(ui.t("auth-switch-title"), ui.form(&form)).lead(ui.t("auth-switch-lead"))
    }
}

/// Changing the own password.
pub(super) struct PasswordPage {
    pub login: String,
    pub typed: Typed,
}

impl PasswordPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let field = |name, key: &str| {
            self.typed.field(name, ui.t(key)).value("").required().kind(Kind::Password).autocomplete("new-password")
        };
        let rules = said(ui, "auth-password-rules", &[("n", Arg::from(crate::agency::PASSWORD_MIN))]);
        let fields = html! {
            // A password manager wants to know whose password this is.
            input type="hidden" name="login" value=(self.login) autocomplete="username";
            (ui.text_field(&field("old", "auth-password-old").autocomplete("current-password")))
            (ui.text_field(&field("new", "auth-password-new").support(rules)))
            (ui.text_field(&field("again", "auth-password-again")))
        };
        // Without a key: the answer takes the session along, and a remembered answer could not.
        let form = Form { once: String::new(), ..self.typed.form("/password", ui.t("auth-password-do"), fields) };
        let form = form.cancel("/account", ui.t("auth-back"));
        View::new(ui.t("auth-password-title"), ui.form(&form))
            .lead(ui.t("auth-password-lead"))
            .under("/account", ui.t("auth-account-title"))
    }
}

/// Setting a new password with the code of the administrator.
pub(super) struct StartPage {
    pub typed: Typed,
}

impl StartPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let login = self.typed.field("login", ui.t("auth-login")).required().autocomplete("username");
        let code = self.typed.field("code", ui.t("auth-start-code")).support(ui.t("auth-start-code-support"));
        let field = |name, key: &str| {
            self.typed.field(name, ui.t(key)).value("").required().kind(Kind::Password).autocomplete("new-password")
        };
        let rules = said(ui, "auth-password-rules", &[("n", Arg::from(crate::agency::PASSWORD_MIN))]);
        let fields = html! {
            (ui.text_field(&login))
            (ui.text_field(&code.required().autocomplete("one-time-code")))
            (ui.text_field(&field("new", "auth-password-new").support(rules)))
            (ui.text_field(&field("again", "auth-password-again")))
        };
        // Without a key: nobody is signed in whose sending could be remembered.
        let form = Form { once: String::new(), ..self.typed.form("/start", ui.t("auth-start-do"), fields) };
        View::new(ui.t("auth-start-title"), ui.form(&form.cancel("/sign-in", ui.t("auth-back"))))
            .lead(ui.t("auth-start-lead"))
    }
}

/// An open session of the account.
pub(super) struct OpenHere {
    pub session: OpenSession,
    /// Name of the agency that is acted for.
    pub agency: String,
    pub current: bool,
}

/// The own account.
pub(super) struct AccountPage {
    pub name: String,
    pub login: String,
    pub seats: Vec<Seat>,
    pub open: Vec<OpenHere>,
    /// The own passkeys; `None` where none can be used.
    pub passkeys: Option<Vec<Passkey>>,
    pub once: String,
}

impl AccountPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let body = html! {
            (facts(&[
                (ui.t("auth-account-name"), html! { (self.name) }),
                (ui.t("auth-login"), html! { (self.login) }),
            ]))
            (ui::section("seats", &ui.t("auth-account-seats"), html! {
                ul { @for seat in &self.seats {
                    li { (seat.name) " " @if seat.current { (badge(Tone::Info, &ui.t("auth-account-now"))) " " } (seat.roles(ui)) }
                } }
                @if self.seats.len() > 1 { p { a href="/switch" { (ui.say("auth-switch-title")) } } }
            }))
            (ui::section("safety", &ui.t("auth-account-safety"), html! {
                p { a href="/password" { (ui.say("auth-password-title")) } }
                p { a href="/second-factor" { (ui.say("auth-second-title")) } }
            }))
            @if let Some(passkeys) = &self.passkeys { (own_section(ui, passkeys, &self.once)) }
            (ui::section("sessions", &ui.t("auth-sessions"), html! {
                p { (ui.say("auth-sessions-lead")) }
                ul class="plain-list" { @for here in &self.open { li { (self.one_session(ui, here)) } } }
                @if self.open.len() > 1 {
                    (self.end(ui, "/sessions/end".to_owned(), "auth-sessions-end", None))
                }
            }))
        };
        View::new(ui.t("auth-account-title"), body)
    }

    fn one_session(&self, ui: &Ui<'_>, here: &OpenHere) -> maud::Markup {
        let row = |key: &str, at| (ui.t(key), time_of(ui.lang, at));
        let title = if here.current { "auth-session-this" } else { "auth-session-other" };
        html! {
            p { strong { (ui.say(title)) } "　" (here.agency) }
            (facts(&[row("auth-session-since", here.session.since), row("auth-session-seen", here.session.seen_at)]))
            @if !here.current {
                (self.end(ui, format!("/sessions/{}/end", here.session.id), "auth-session-end", Some(&here.agency)))
            }
        }
    }

    fn end(&self, ui: &Ui<'_>, action: String, key: &str, about: Option<&String>) -> maud::Markup {
        ui.confirm_form(&Confirm {
            action,
            once: self.once.clone(),
            label: ui.t(key).into_owned(),
            about: about.cloned(),
            grave: true,
            ..Confirm::default()
        })
    }
}

/// What a quick exit shows: today's date and the next public holiday. It says nothing about where the reader was.
pub(super) struct AwayPage {
    pub today: Date,
}

impl AwayPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let year = self.today.year();
        let coming = (year..=year + 1).flat_map(holidays::holidays_of).find(|(day, _)| *day > self.today);
        let day = |date: Date| html! { (ui::date_of(ui.lang, date)) " " (ui.say(jp::weekday_key(date))) };
        let mut items = vec![(ui.t("auth-away-today"), day(self.today))];
        if let Some((date, holiday)) = coming {
            items.push((ui.t("auth-away-next"), html! { (day(date)) " " (ui.say(holiday.key())) }));
        }
        View::new(ui.t("auth-away-title"), facts(&items)).bare()
    }
}

#[cfg(test)]
mod tests {
    use base::{AgencyId, Lang, SessionId, Time};

    use super::*;
    use crate::samples::all_registers;

    #[test]
    fn every_page_has_its_words() {
        let typed = || Typed { errors: vec![(String::new(), "x".to_owned())], ..Typed::default() };
        let seats = || {
            let seat = |raw, current| Seat {
                id: AgencyId::from_raw(raw),
                name: "A & B".to_owned(),
                roles: Roles::ALL,
                current,
            };
            vec![seat(1, true), seat(2, false)]
        };
        let kept =
            || Kept::Form { path: "/persons".to_owned(), fields: vec![("name".to_owned(), "\"><b>".to_owned())] };
        let open = |raw| OpenHere {
            session: OpenSession {
                id: SessionId::from_raw(raw),
                agency: AgencyId::from_raw(1),
                since: Time::from_micros(0),
                seen_at: Time::from_micros(1),
            },
            agency: "<b>A".to_owned(),
            current: raw == 1,
        };
        let account = |open| AccountPage {
            name: "N".to_owned(),
            login: "l".to_owned(),
            seats: seats(),
            open,
            passkeys: None,
            once: "k".to_owned(),
        };
        let pages = all_registers(|ui| {
            vec![
                SignInPage { typed: typed(), kept: kept(), ended: true, passkey: true }.view(ui),
                SignInPage { typed: typed(), kept: Kept::Nothing, ended: true, passkey: false }.view(ui),
                KeptPage {
                    path: "/persons".to_owned(),
                    fields: Vec::new(),
                    agency: "A".to_owned(),
                    home: "/home",
                    once: "k".to_owned(),
                }
                .view(ui),
                SwitchPage { seats: seats(), typed: typed() }.view(ui),
                PasswordPage { login: "l".to_owned(), typed: typed() }.view(ui),
                StartPage { typed: typed() }.view(ui),
                account(Vec::new()).view(ui),
                account(vec![open(1), open(2)]).view(ui),
                AwayPage { today: Date::new(2026, 11, 20).expect("a day") }.view(ui),
            ]
        });
        assert!(pages.iter().all(|(_, html)| !html.contains("<b>")), "what was typed is escaped");
        let (_, away) = pages.iter().rfind(|(lang, _)| *lang == Lang::En).expect("the last page");
        assert!(away.contains("20 November 2026") && away.contains("23 November 2026"), "{away}");
    }
}
