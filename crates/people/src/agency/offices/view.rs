//! What waits for a second person, as a part of the page of workers and as a page of its own.

use base::{AgencyId, Arg};
use maud::{Markup, html};
use web::View;
use web::ui::{self, Confirm, Tone, Ui, tag};

use super::{CONFIRM_DAYS, Confirming, Waiting};
use crate::agency::model::Agency;
use crate::agency::view::staff_page;
use crate::auth::role_name;
use crate::form::{Typed, said};

fn roles(ui: &Ui<'_>, waiting: &Waiting) -> Markup {
    html! { @for role in waiting.roles.iter() { (tag(&role_name(ui, role))) " " } }
}

/// What waits, on the page of the agency's workers; nothing where nothing does.
pub(in crate::agency) fn waiting_section(ui: &Ui<'_>, agency: AgencyId, all: &[Waiting]) -> Markup {
    html! {
        @if !all.is_empty() {
            (ui::section("offices", &ui.t("agency-office-waiting"), html! {
                p { (ui.say("agency-office-waiting-text")) }
                ul { @for waiting in all {
                    li {
                        a href={ "/agencies/" (agency) "/offices/" (waiting.id) } { span { (waiting.name) } } " "
                        (roles(ui, waiting))
                    }
                } }
            }))
        }
    }
}

/// Confirming an office, or giving it to nobody after all.
pub(super) struct ConfirmPage {
    pub agency: Agency,
    pub waiting: Waiting,
    pub confirming: Confirming,
    pub typed: Typed,
}

impl ConfirmPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let waiting = &self.waiting;
        let path = format!("/agencies/{}/offices/{}", self.agency.id, waiting.id);
        let body = html! {
            (ui::facts(&[
                (ui.t("agency-worker-name"), html! { (waiting.name) }),
                (ui.t("agency-office-roles"), roles(ui, waiting)),
                (ui.t("agency-office-by"), html! { (waiting.asked_by_name) }),
                (ui.t("agency-office-until"), ui::time_of(ui.lang, waiting.until)),
            ]))
            @match self.confirming {
                Confirming::May => {
                    (ui.notice(Tone::Warning, &ui.t("agency-office-check"), None))
                    (ui.form(&self.typed.form(&path, ui.t("agency-office-confirm"), html! {})))
                }
                Confirming::Own => (ui.notice(Tone::Info, &ui.t("agency-office-own"), None)),
                Confirming::Theirs => (ui.notice(Tone::Info, &ui.t("agency-office-theirs"), None)),
            }
            (ui.confirm_form(&Confirm {
                action: format!("{path}/withdraw"),
                once: self.typed.once.clone(),
                label: ui.t("agency-office-withdraw").into_owned(),
                grave: true,
                ..Confirm::default()
            }))
        };
        let lead = said(ui, "agency-office-lead", &[("n", Arg::from(CONFIRM_DAYS))]);
        staff_page(ui, &self.agency, ui.t("agency-office-title").into_owned(), body).lead(lead)
    }
}

#[cfg(test)]
mod tests {
    use base::{OfficeId, Time, WorkerId};
    use policy::Roles;

    use super::*;
    use crate::agency::view::sample_agency;
    use crate::samples::all_registers;

    #[test]
    fn every_page_has_its_words() {
        let waiting = || Waiting {
            id: OfficeId::from_raw(3),
            worker: WorkerId::from_raw(1),
            name: "<b>水野".to_owned(),
            roles: Roles::ALL,
            asked_by: WorkerId::from_raw(2),
            asked_by_name: "<b>福丘".to_owned(),
            until: Time::from_micros(0),
        };
        let pages = all_registers(|ui| {
            let section = waiting_section(ui, AgencyId::from_raw(1), &[waiting()]);
            let mut pages = vec![View::new("x", section)];
            for confirming in [Confirming::May, Confirming::Own, Confirming::Theirs] {
                let typed = Typed::default();
                pages.push(ConfirmPage { agency: sample_agency(), waiting: waiting(), confirming, typed }.view(ui));
            }
            pages
        });
        assert!(pages.iter().all(|(_, html)| !html.contains("<b>")), "names are escaped");
    }
}
