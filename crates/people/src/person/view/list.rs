//! The list of persons that an agency may know of.

use base::{Arg, Page, PersonId, Time};
use maud::{Markup, html};
use policy::Disclosed;
use web::View;
use web::ui::{self, Action, Head, Icon, Table, Tone, Ui, icon};

use super::{beside_name, standing};
use crate::form::said;
use crate::person::hands::Left;
use crate::person::model::Name;

/// One row.
pub(in crate::person) struct Row {
    pub person: PersonId,
    pub name: Name,
    pub own_client: bool,
    pub entries: i64,
    pub last_at: Option<Time>,
}

/// One page of the list, or of those whose name was searched for.
pub(in crate::person) struct ListPage {
    pub page: Page<Disclosed<Row>>,
    pub search: String,
    pub may_register: bool,
    /// Whether the reader may ask for an emergency look.
    pub may_look: bool,
    pub first: bool,
    /// Workers who went and whose persons are still to be handed on.
    pub left: Vec<Left>,
}

/// That a worker went, and where to hand on whom they looked after.
fn gone(ui: &Ui<'_>, left: &Left) -> Markup {
    let text = said(ui, "person-left", &[("name", Arg::from(&left.name)), ("n", Arg::from(left.persons))]);
    let link = html! { p { a href={ "/persons/of/" (left.worker) } { span { (ui.say("person-hand-on")) } } } };
    ui.notice(Tone::Warning, &text, Some(link))
}

impl ListPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let body = html! {
            @for left in &self.left { (gone(ui, left)) }
            (self.search_form(ui))
            @if self.page.items.is_empty() { (self.empty(ui)) } @else { (ui.table(&self.table(ui))) }
            (self.next(ui))
            @if self.may_look { p { a href="/emergency" { span { (ui.say("emergency-link")) } } } }
            @if !self.first || !self.search.is_empty() { p { a href="/persons" { span { (ui.say("person-list-all")) } } } }
        };
        let view = View::new(ui.t("person-list-title"), body).lead(ui.t("person-list-lead")).within("/persons");
        if self.may_register { view.action("/persons/new", ui.t("person-new")) } else { view }
    }

    /// Sent by POST: a name never stands in an address.
    fn search_form(&self, ui: &Ui<'_>) -> Markup {
        html! {
            form class="search" role="search" method="post" action="/persons/search" {
                label class="field-label" for="f-name" { (ui.say("person-search")) }
                div class="search-row" {
                    input class="input" type="search" id="f-name" name="name" value=(self.search) autocomplete="off" enterkeyhint="search";
                    button type="submit" class="button button-second" { (icon(Icon::Search)) span { (ui.say("web-search")) } }
                }
            }
        }
    }

    fn empty(&self, ui: &Ui<'_>) -> Markup {
        if self.search.is_empty() {
            let next = self.may_register.then(|| Action::new("/persons/new", ui.t("person-new")));
            ui.empty(&ui.t("person-list-none"), &ui.t("person-list-none-text"), next.as_ref())
        } else {
            ui.empty(&ui.t("person-search-none"), &ui.t("person-search-none-text"), None)
        }
    }

    fn table(&self, ui: &Ui<'_>) -> Table {
        let mut heads: Vec<_> =
            ["name", "standing", "last"].map(|h| Head::text(ui.t(&format!("person-head-{h}")))).into();
        heads.push(Head::number(ui.t("person-head-entries")));
        let row = |row: &Disclosed<Row>| {
            vec![
                html! { a href={ "/persons/" (row.person) } { span { (row.name.name) } } (beside_name(ui, &row.name)) },
                standing(ui, row.own_client),
                html! { @if let Some(at) = row.last_at { (ui::date_of(ui.lang, at.date_jst())) } @else { "—" } },
                html! { (row.entries) },
            ]
        };
        Table::new(ui.t("person-list-title"), heads, self.page.items.iter().map(row).collect()).quiet_caption()
    }

    fn next(&self, ui: &Ui<'_>) -> Markup {
        let Some(after) = &self.page.next else { return html! {} };
        if self.search.is_empty() {
            return ui.next_page(Some(&format!("/persons?after={after}")));
        }
        html! {
            form class="pager" method="post" action="/persons/search" {
                (ui.hidden("name", &self.search)) (ui.hidden("after", after))
                button type="submit" class="button button-second" { span { (ui.say("web-next-page")) } }
            }
        }
    }
}
