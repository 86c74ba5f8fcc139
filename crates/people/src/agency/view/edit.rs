//! Forms of an agency's own data and of its duty to report.

use base::AgencyId;
use maud::{Markup, html};
use web::View;
use web::ui::{self, Choice, Head, Kind, Table, Tone, Ui, Width};

use super::kind_name;
use crate::agency::model::{Agency, AgencyKind, DutyNow};
use crate::form::Typed;

/// The fields in the order of the form, with their words.
const FIELDS: &[(&str, &str)] = &[
    ("name", "agency-name"),
    ("kana", "agency-kana"),
    ("kind", "agency-kind"),
    ("area", "agency-area"),
    ("phone", "agency-phone"),
    ("email", "agency-email"),
    ("tells", "agency-tells"),
    ("answer_days", "agency-answer-days"),
    ("has_account", "agency-has-account"),
];

/// Adding an agency, or changing one.
pub(in crate::agency) struct EditPage {
    /// Which; none for a new one.
    pub id: Option<AgencyId>,
    pub kinds: Vec<AgencyKind>,
    pub typed: Typed,
    /// What is there now, when somebody else has saved in between.
    pub now: Option<Agency>,
}

impl EditPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let (action, title, submit, back) = match self.id {
            Some(id) => (format!("/agencies/{id}/edit"), "agency-edit", "agency-save", format!("/agencies/{id}")),
            None => ("/agencies".to_owned(), "agency-add", "agency-add-do", "/agencies".to_owned()),
        };
        // Once both versions have been seen, saving again goes over the newer one.
        let version = self.now.as_ref().map_or(self.typed.get("version").to_owned(), |now| now.version.to_string());
        let form = self.typed.form(action, ui.t(submit), self.fields(ui)).hidden("version", version);
        let form = form.cancel(back, ui.t("agency-back")).guarded();
        let body = html! {
            @if let Some(now) = &self.now { (self.difference(ui, now)) }
            (ui.form(&form))
        };
        View::new(ui.t(title), body).under("/agencies", ui.t("agency-title")).within("/agencies")
    }

    fn fields(&self, ui: &Ui<'_>) -> Markup {
        let field = |name: &str, key: &str| self.typed.field(name, ui.t(key));
        let kinds: Vec<_> = self.kinds.iter().map(|k| Choice::new(&k.code, k.name(ui.lang))).collect();
        html! {
            (ui.text_field(&field("name", "agency-name").required().max(200)))
            (ui.text_field(&field("kana", "agency-kana").support(ui.t("agency-kana-support")).max(200)))
            (ui.select(&field("kind", "agency-kind").required(), Some(&ui.t("agency-choose")), &kinds))
            (ui.text_field(&field("area", "agency-area").support(ui.t("agency-area-support"))))
            (ui.text_field(&field("phone", "agency-phone").kind(Kind::Tel).width(Width::Medium)))
            (ui.text_field(&field("email", "agency-email").support(ui.t("agency-email-support")).kind(Kind::Email)))
            (ui.text_area(&field("tells", "agency-tells").support(ui.t("agency-tells-support")), 5))
            (ui.text_field(&field("answer_days", "agency-answer-days").support(ui.t("agency-answer-days-support"))
                .kind(Kind::Number).width(Width::Short)))
            (ui.tick(&field("has_account", "agency-has-account").support(ui.t("agency-has-account-support")),
                self.typed.values.ticked("has_account")))
        }
    }

    /// What is there now beside what was typed, for the fields that differ.
    fn difference(&self, ui: &Ui<'_>, now: &Agency) -> Markup {
        let stored = web::Form(
            crate::agency::pages::fields(now).into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        );
        let said = |form: &web::Form, name: &str| match name {
            "kind" => ui::ruby(kind_name(ui, &self.kinds, form.get(name))),
            "has_account" => ui.say(if form.ticked(name) { "agency-yes" } else { "agency-no" }),
            _ => html! { (form.get(name)) },
        };
        let differs = |name: &&(&str, &str)| stored.get(name.0).trim() != self.typed.get(name.0).trim();
        let row = |(name, key): &(&str, &str)| vec![ui.say(key), said(&stored, name), said(&self.typed.values, name)];
        let rows: Vec<_> = FIELDS.iter().filter(differs).map(row).collect();
        let heads = ["agency-stale-field", "agency-stale-now", "agency-stale-typed"].map(|key| Head::text(ui.t(key)));
        let table = Table::new(ui.t("agency-stale"), heads.into(), rows);
        ui.notice(Tone::Warning, &ui.t("agency-stale-text"), Some(ui.table(&table)))
    }
}

/// Recording what was checked about an agency's duty to report.
pub(in crate::agency) struct DutyPage {
    pub agency: Agency,
    pub duty: DutyNow,
    pub typed: Typed,
}

impl DutyPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let home = format!("/agencies/{}", self.agency.id);
        let reports = self.typed.question("reports", ui.t("agency-duty-question")).required();
        let answers = [("yes", ui.t("agency-duty-yes")), ("no", ui.t("agency-duty-no"))];
        let basis = self.typed.field("basis", ui.t("agency-duty-basis")).support(ui.t("agency-duty-basis-support"));
        let from = self.typed.field("from", ui.t("agency-duty-from")).support(ui.t("agency-duty-from-support"));
        let fields = html! {
            (ui.radios(&reports, &self.typed.choices("reports", answers)))
            (ui.text_area(&basis.required(), 3))
            (ui.date_field(&from))
        };
        let form = self.typed.form(format!("{home}/duty"), ui.t("agency-duty-save"), fields);
        let body = html! {
            (ui::section("now", &ui.t("agency-duty-now"), super::duty(ui, &self.duty)))
            (ui.notice(Tone::Info, &ui.t("agency-duty-effect"), None))
            (ui.form(&form.cancel(&home, ui.t("agency-back")).guarded()))
        };
        View::new(ui.t("agency-duty-record"), body)
            .under("/agencies", ui.t("agency-title"))
            .under(home, &self.agency.name)
            .within("/agencies")
    }
}
