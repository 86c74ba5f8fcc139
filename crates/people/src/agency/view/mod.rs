//! The pages of agencies, each a function of what stands on it.

mod asking;
mod edit;
mod parting;
mod staff;
#[cfg(test)]
mod tests;

use base::{Arg, Page};
use maud::{Markup, html};
use web::View;
use web::ui::{self, Head, Table, Tone, Ui, badge, facts, prose};

pub(super) use asking::AskingPage;
pub(super) use edit::{DutyPage, EditPage};
pub(super) use parting::{PartPage, Parting, StartMadePage, StartPage};
pub(super) use staff::{AddWorkerPage, RolesPage, SitInPage, WorkersPage, staff_page};
#[cfg(test)]
pub(super) use tests::agency as sample_agency;

use super::model::{Agency, AgencyKind, DutyNow};

/// The kind of an agency in the reader's register.
pub(crate) fn kind_name<'a>(ui: &Ui<'_>, kinds: &'a [AgencyKind], code: &'a str) -> &'a str {
    kinds.iter().find(|kind| kind.code == code).map_or(code, |kind| kind.name(ui.lang))
}

/// All agencies, in reading order.
pub(super) struct ListPage {
    pub page: Page<Agency>,
    pub kinds: Vec<AgencyKind>,
    pub may_add: bool,
}

impl ListPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let heads = ["name", "kind", "area", "part"].map(|h| Head::text(ui.t(&format!("agency-{h}"))));
        let rows = self.page.items.iter().map(|agency| self.row(ui, agency)).collect();
        let table = Table::new(ui.t("agency-title"), heads.into(), rows).quiet_caption();
        let next = self.page.next.as_ref().map(|after| format!("/agencies?after={after}"));
        let body = html! {
            @if self.page.items.is_empty() { (ui.empty(&ui.t("agency-none"), &ui.t("agency-none-text"), None)) }
            @else { (ui.table(&table)) }
            (ui.next_page(next.as_deref()))
        };
        let view = View::new(ui.t("agency-title"), body).lead(ui.t("agency-lead")).within("/agencies");
        if self.may_add { view.action("/agencies/new", ui.t("agency-add")) } else { view }
    }

    fn row(&self, ui: &Ui<'_>, agency: &Agency) -> Vec<Markup> {
        vec![
            html! { a href={ "/agencies/" (agency.id) } { span { (agency.name) } } },
            ui::ruby(kind_name(ui, &self.kinds, &agency.kind)),
            html! { (agency.area) },
            ui.say(part_key(agency)),
        ]
    }
}

const fn part_key(agency: &Agency) -> &'static str {
    if agency.has_account { "agency-part-account" } else { "agency-part-outside" }
}

/// One agency: how to reach it, what it tells to whom, whether it must report.
pub(super) struct ShowPage {
    pub agency: Agency,
    pub kinds: Vec<AgencyKind>,
    pub duty: DutyNow,
    pub may_edit: bool,
    pub may_record_duty: bool,
}

impl ShowPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let agency = &self.agency;
        let home = format!("/agencies/{}", agency.id);
        let mut items = vec![
            (ui.t("agency-kind"), ui::ruby(kind_name(ui, &self.kinds, &agency.kind))),
            (ui.t("agency-area"), html! { (agency.area) }),
        ];
        if let Some(phone) = &agency.phone {
            items.push((ui.t("agency-phone"), html! { (phone) }));
        }
        items.push((ui.t("agency-part"), ui.say(part_key(agency))));
        items.push((ui.t("agency-answers"), ui.say_with("agency-answers-in", &[("n", Arg::from(agency.answer_days))])));
        let body = html! {
            (facts(&items))
            (ui::section("tells", &ui.t("agency-tells"), html! {
                @if agency.tells.is_empty() { p { (ui.say("agency-tells-nothing")) } } @else { (prose(&agency.tells)) }
            }))
            (ui::section("duty", &ui.t("agency-duty"), html! {
                (duty(ui, &self.duty))
                @if self.may_record_duty { p { a href={ (home) "/duty" } { span { (ui.say("agency-duty-record")) } } } }
            }))
            p { a href={ (home) "/workers" } { span { (ui.say("agency-workers")) } } }
            @if self.may_edit { p { a href={ (home) "/second-factor" } { span { (ui.say("agency-second-title")) } } } }
        };
        let view = View::new(&agency.name, body).under("/agencies", ui.t("agency-title")).within("/agencies");
        if self.may_edit { view.action(format!("{home}/edit"), ui.t("agency-edit")) } else { view }
    }
}

/// Whether an agency must report, on which basis, or that nobody has checked.
pub(crate) fn duty(ui: &Ui<'_>, duty: &DutyNow) -> Markup {
    let (tone, key) = if duty.reports { (Tone::Warning, "agency-duty-yes") } else { (Tone::Neutral, "agency-duty-no") };
    html! {
        p { (badge(tone, &ui.t(key))) }
        @match &duty.fact {
            Some(fact) => {
                (facts(&[
                    (ui.t("agency-duty-basis"), prose(&fact.basis)),
                    (ui.t("agency-duty-from"), ui::date_of(ui.lang, fact.from.date_jst())),
                    (ui.t("agency-duty-checked"), ui::date_of(ui.lang, fact.checked_at.date_jst())),
                ]))
            }
            None => p { (ui.say(if duty.reports { "agency-duty-unchecked-yes" } else { "agency-duty-unchecked-no" })) }
        }
    }
}
