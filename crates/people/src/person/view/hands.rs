//! Who looks after whom: giving a person to a worker, and handing on those of a worker who goes.

use base::{Arg, Page, PersonId, WorkerId};
use maud::{Markup, html};
use policy::Disclosed;
use web::View;
use web::ui::{Ui, section};

use super::beside_name;
use super::forms::under;
use crate::form::{Typed, said};
use crate::person::hands::Held;
use crate::person::model::Name;

/// The workers of the agency as answers.
fn worker_question(ui: &Ui<'_>, typed: &Typed, workers: &[(WorkerId, String)], key: &str) -> Markup {
    let choices = typed.choices("worker", workers.iter().map(|(id, name)| (id.to_string(), name.clone())));
    ui.radios(&typed.question("worker", ui.t(key)).required(), &choices)
}

/// Giving a person to a worker of the agency.
pub(in crate::person) struct AssignPage {
    pub person: PersonId,
    pub name: Disclosed<Name>,
    pub workers: Vec<(WorkerId, String)>,
    pub typed: Typed,
}

impl AssignPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let home = format!("/persons/{}", self.person);
        let question = worker_question(ui, &self.typed, &self.workers, "person-assign-whom");
        let form = self.typed.form(format!("{home}/assign"), ui.t("person-assign-do"), question);
        let body = ui.form(&form.cancel(&home, ui.t("person-back")));
        let lead = said(ui, "person-assign-lead", &[("name", Arg::from(&self.name.name))]);
        under(ui, self.person, &self.name, ui.t("person-assign").into_owned(), body).lead(lead)
    }
}

/// The persons in a worker's hands, to be handed on one by one or all together.
pub(in crate::person) struct HandsPage {
    pub worker: WorkerId,
    pub name: String,
    pub page: Page<Disclosed<Held>>,
    /// Who could take them.
    pub workers: Vec<(WorkerId, String)>,
    pub typed: Typed,
}

impl HandsPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let home = format!("/persons/of/{}", self.worker);
        let body = html! {
            @if self.page.items.is_empty() { p { (ui.say("person-hands-empty")) } }
            @else {
                ul { @for held in &self.page.items { li {
                    a href={ "/persons/" (held.person) } { span { (held.name.name) } } (beside_name(ui, &held.name))
                    "　" a href={ "/persons/" (held.person) "/assign" } {
                        span { (ui.say("person-assign")) } span class="only-read" { "：" (held.name.name) }
                    }
                } } }
                (ui.next_page(self.page.next.as_ref().map(|after| format!("{home}?after={after}")).as_deref()))
                @if !self.workers.is_empty() { (self.all(ui, &home)) }
            }
        };
        View::new(said(ui, "person-hands-of", &[("name", Arg::from(&self.name))]), body)
            .under("/persons", ui.t("person-list-title"))
            .within("/persons")
    }

    fn all(&self, ui: &Ui<'_>, home: &str) -> Markup {
        let question = worker_question(ui, &self.typed, &self.workers, "person-hand-on-whom");
        let form = self.typed.form(home, ui.t("person-hand-on-do"), question);
        section("all", &ui.t("person-hand-on"), ui.form(&form.cancel("/persons", ui.t("person-back"))))
    }
}
