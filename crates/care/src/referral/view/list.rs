//! The agency's referrals.

use base::{Arg, Date, Page};
use maud::{Markup, html};
use web::View;
use web::ui::{Action, Choices, Field, Head, Tab, Table, Tone, Ui, badge, date_of};

use super::words::{answers, deadline, name, said, state, to, word};
use crate::referral::codes::State;
use crate::referral::show::Row;

/// The list of those sent, or of those received.
pub struct ListPage {
    /// The rows.
    pub page: Page<Row>,
    /// Whether those sent are shown.
    pub sent: bool,
    /// Only those in this state.
    pub state: Option<State>,
    /// Today.
    pub today: Date,
}

impl ListPage {
    /// The page.
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let tab = |sent: bool| Tab {
            href: format!("/referrals?side={}", side(sent)),
            label: word(ui, "list", side(sent)),
            current: self.sent == sent,
        };
        let next = self.page.next.as_ref().map(|after| format!("{}&after={after}", self.address()));
        let body = html! {
            (ui.tabs(&ui.t("referral-list-title"), &[tab(true), tab(false)]))
            (self.filter(ui))
            @if self.page.items.is_empty() { (self.empty(ui)) } @else { (self.table(ui)) }
            (ui.next_page(next.as_deref()))
        };
        View::new(ui.t("referral-list-title"), body)
            .lead(ui.t("referral-list-lead"))
            .action("/persons", ui.t("referral-home-act"))
            .within("/referrals")
    }

    fn address(&self) -> String {
        format!("/referrals?side={}&state={}", side(self.sent), self.state.map_or("", State::code))
    }

    fn filter(&self, ui: &Ui<'_>) -> Markup {
        let states = State::ALL.iter().filter(|state| self.sent || state.is_open_to_receiver());
        let chosen = self.state.map_or("", State::code);
        let choices = Choices::of(answers(ui, "state", states.map(|state| state.code())), &[chosen]);
        let field = Field::new("state", ui.t("referral-stands"));
        html! {
            form class="search" method="get" action="/referrals" {
                (ui.hidden("side", side(self.sent)))
                (ui.select(&field, Some(&ui.t("referral-state-any")), &choices.0))
                button type="submit" class="button button-second" { span { (ui.say("referral-list-narrow")) } }
            }
        }
    }

    fn empty(&self, ui: &Ui<'_>) -> Markup {
        let code = side(self.sent);
        let next = self.sent.then(|| Action::new("/persons", ui.t("referral-home-act")));
        ui.empty(&ui.t("referral-list-none"), &ui.t(&format!("referral-list-none-{code}")), next.as_ref())
    }

    fn table(&self, ui: &Ui<'_>) -> Markup {
        let heads = ["referral-person", "referral-other", "referral-stands", "referral-sent-on", "referral-until"]
            .map(|key| Head::text(ui.t(key)));
        let rows = self.page.items.iter().map(|row| self.row(ui, row)).collect();
        let caption = said(ui, "referral-list-caption", &[("what", Arg::from(word(ui, "list", side(self.sent))))]);
        ui.table(&Table::new(caption, heads.to_vec(), rows).quiet_caption())
    }

    fn row(&self, ui: &Ui<'_>, row: &Row) -> Vec<Markup> {
        vec![
            html! { (to(&format!("/referrals/{}", row.id), &name(ui, &row.person)))
            @if row.urgent { " " (badge(Tone::Warning, &ui.t("referral-urgent"))) } },
            html! { (row.other.name) },
            state(ui, row.state),
            html! { @if let Some(day) = row.sent_on { (date_of(ui.lang, day)) } },
            html! { @if let Some(due) = row.due_on { (deadline(ui, due, self.today)) } },
        ]
    }
}

const fn side(sent: bool) -> &'static str {
    if sent { "sent" } else { "received" }
}
