//! The pages of an agency's workers.

use base::Arg;
use maud::{Markup, html};
use policy::Role;
use web::View;
use web::ui::{Field, Head, Kind, Table, Tone, Ui, badge, tag};

use crate::agency::model::{Agency, Member, PASSWORD_MIN};
use crate::agency::offices::{Waiting, waiting_section};
use crate::auth::role_name;
use crate::form::{Typed, said};

pub(in crate::agency) fn staff_page(ui: &Ui<'_>, agency: &Agency, title: String, body: Markup) -> View {
    let home = format!("/agencies/{}", agency.id);
    View::new(title, body)
        .under("/agencies", ui.t("agency-title"))
        .under(&home, &agency.name)
        .under(format!("{home}/workers"), ui.t("agency-workers"))
        .within("/agencies")
}

/// What an administrator does about a worker: the end of the address, and the word.
const ACTS: [(&str, &str); 4] =
    [("roles", "agency-roles"), ("start", "agency-start"), ("leave", "agency-leave"), ("close", "agency-close")];

/// Who sits at an agency.
pub(in crate::agency) struct WorkersPage {
    pub agency: Agency,
    pub members: Vec<Member>,
    pub may_manage: bool,
    /// Offices that wait for a second person.
    pub waiting: Vec<Waiting>,
}

impl WorkersPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let home = format!("/agencies/{}", self.agency.id);
        let mut heads = vec![Head::text(ui.t("agency-worker-name")), Head::text(ui.t("agency-worker-roles"))];
        if self.may_manage {
            heads.push(Head::text(ui.t("agency-worker-login")));
            heads.push(Head::text(ui.t("agency-worker-acts")));
        }
        let rows = self.members.iter().map(|member| self.row(ui, &home, member)).collect();
        let body = html! {
            (waiting_section(ui, self.agency.id, &self.waiting))
            @if self.members.is_empty() { (ui.empty(&ui.t("agency-workers-none"), &ui.t("agency-workers-none-text"), None)) }
            @else { (ui.table(&Table::new(ui.t("agency-workers"), heads, rows).quiet_caption())) }
            @if self.may_manage { p { a href={ (home) "/members" } { span { (ui.say("agency-sit-in")) } } } }
        };
        let view = View::new(ui.t("agency-workers"), body)
            .under("/agencies", ui.t("agency-title"))
            .under(&home, &self.agency.name)
            .within("/agencies");
        if self.may_manage { view.action(format!("{home}/workers/new"), ui.t("agency-worker-add")) } else { view }
    }

    fn row(&self, ui: &Ui<'_>, home: &str, member: &Member) -> Vec<Markup> {
        let mut cells = vec![
            html! { (member.name) @if !member.active { " " (badge(Tone::Neutral, &ui.t("agency-worker-closed"))) } },
            html! { @for role in member.roles.iter() { (tag(&role_name(ui, role))) " " } },
        ];
        if self.may_manage {
            let href = |act: &str| format!("{home}/workers/{}/{act}", member.worker);
            cells.push(html! { (member.login) });
            cells.push(html! { ul {
                @for (act, key) in ACTS {
                    li { a href=(href(act)) { span { (ui.say(key)) } span class="only-read" { "：" (member.name) } } }
                }
            } });
        }
        cells
    }
}

fn roles_question(ui: &Ui<'_>, typed: &Typed) -> Markup {
    let answers = Role::ALL.map(|role| (role.code(), role_name(ui, role)));
    let mut choices = typed.choices("roles", answers);
    for (choice, role) in choices.iter_mut().zip(Role::ALL) {
        choice.note = Some(ui.t(&format!("auth-role-{}-note", role.code())).into_owned());
    }
    ui.checkboxes(&typed.question("roles", ui.t("agency-worker-roles")).required(), &choices)
}

fn login_field(ui: &Ui<'_>, typed: &Typed, support: &str) -> Field {
    typed.field("login", ui.t("agency-worker-login")).support(ui.t(support)).required().autocomplete("off")
}

/// Opening an account.
pub(in crate::agency) struct AddWorkerPage {
    pub agency: Agency,
    pub typed: Typed,
}

impl AddWorkerPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let home = format!("/agencies/{}/workers", self.agency.id);
        let rules = said(ui, "auth-password-rules", &[("n", Arg::from(PASSWORD_MIN))]);
        let password = self.typed.field("password", ui.t("agency-worker-password")).value("").support(rules);
        let fields = html! {
            (ui.text_field(&self.typed.field("name", ui.t("agency-worker-name")).required()))
            (ui.text_field(&self.typed.field("kana", ui.t("agency-kana"))))
            (ui.text_field(&login_field(ui, &self.typed, "agency-worker-login-support")))
            (ui.text_field(&password.required().kind(Kind::Password).autocomplete("new-password")))
            (roles_question(ui, &self.typed))
        };
        let form =
            self.typed.form(&home, ui.t("agency-worker-add-do"), fields).cancel(&home, ui.t("agency-back")).guarded();
        staff_page(ui, &self.agency, ui.t("agency-worker-add").into_owned(), ui.form(&form))
    }
}

/// Letting a worker of another agency sit in.
pub(in crate::agency) struct SitInPage {
    pub agency: Agency,
    pub typed: Typed,
}

impl SitInPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let home = format!("/agencies/{}", self.agency.id);
        let fields = html! {
            (ui.text_field(&login_field(ui, &self.typed, "agency-sit-in-login-support")))
            (roles_question(ui, &self.typed))
        };
        let form = self.typed.form(format!("{home}/members"), ui.t("agency-sit-in-do"), fields);
        let form = form.cancel(format!("{home}/workers"), ui.t("agency-back"));
        staff_page(ui, &self.agency, ui.t("agency-sit-in").into_owned(), ui.form(&form))
            .lead(ui.t("agency-sit-in-lead"))
    }
}

/// Changing what a worker may do.
pub(in crate::agency) struct RolesPage {
    pub agency: Agency,
    pub member: Member,
    pub typed: Typed,
}

impl RolesPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let home = format!("/agencies/{}/workers", self.agency.id);
        let action = format!("{home}/{}/roles", self.member.worker);
        let form = self.typed.form(action, ui.t("agency-roles-do"), roles_question(ui, &self.typed));
        let title = said(ui, "agency-roles-of", &[("name", Arg::from(&self.member.name))]);
        staff_page(ui, &self.agency, title, ui.form(&form.cancel(home, ui.t("agency-back"))))
            .lead(ui.t("agency-roles-lead"))
    }
}
