//! What waits too long in the network: pairs of agencies, never a person.

use base::Arg;
use maud::html;
use web::View;
use web::ui::{Head, Table, Ui, date_of};

use crate::referral::show::Late;

/// What waits too long, pair by pair.
pub struct NetworkPage {
    /// The pairs.
    pub pairs: Vec<Late>,
}

impl NetworkPage {
    /// The page.
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let heads = vec![
            Head::text(ui.t("referral-network-pair")),
            Head::number(ui.t("referral-network-late")),
            Head::number(ui.t("referral-network-unanswered")),
            Head::text(ui.t("referral-network-since")),
        ];
        let number = |n: i64| ui.say_with("referral-count", &[("n", Arg::from(n))]);
        let rows = self
            .pairs
            .iter()
            .map(|pair| {
                vec![
                    html! { (pair.from.name) " → " (pair.to.name) },
                    number(pair.count),
                    number(pair.unanswered),
                    date_of(ui.lang, pair.since),
                ]
            })
            .collect();
        let table = Table::new(ui.t("referral-network"), heads, rows).quiet_caption();
        let body = html! {
            @if self.pairs.is_empty() { (ui.empty(&ui.t("referral-network-none"), &ui.t("referral-network-none-text"), None)) }
            @else { (ui.table(&table)) }
        };
        View::new(ui.t("referral-network"), body).lead(ui.t("referral-network-lead")).within("/network")
    }
}
