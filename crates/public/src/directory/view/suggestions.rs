//! What people say should be corrected, and listings that nobody has checked for long

use base::{AgencyId, Date};
use maud::{Markup, html};
use web::View;
use web::ui::{self, Confirm, Head, Table, Tone, Ui, badge, card, date_of, prose, time_of};

use crate::directory::model::{Standing, Suggestion};

/// A suggestion with the name of the agency it is about
pub struct Waiting {
    /// The suggestion
    pub is: Suggestion,
    /// Name of the agency
    pub agency: String,
}

/// The page of those who look after the directory
pub struct SuggestionsPage {
    /// Suggestions that wait, the oldest first
    pub waiting: Vec<Waiting>,
    /// Where the next page begins
    pub next: Option<String>,
    /// Listings that were last checked more than a year ago, or never
    pub stale: Vec<(AgencyId, String, Option<Date>)>,
    /// The key against double sending
    pub once: String,
}

impl SuggestionsPage {
    /// The page
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let body = html! {
            @if self.waiting.is_empty() { (ui.empty(&ui.t("directory-suggestions-none"), &ui.t("directory-suggestions-none-text"), None)) }
            @for waiting in &self.waiting { (waiting_card(ui, waiting, &self.once)) }
            (ui.next_page(self.next.as_deref()))
            @if !self.stale.is_empty() { (ui::section("stale", &ui.t("directory-stale-list"), self.stale(ui))) }
        };
        View::new(ui.t("directory-suggestions"), body).within("/directory").under("/directory", ui.t("directory-title"))
    }

    fn stale(&self, ui: &Ui<'_>) -> Markup {
        let heads = ["directory-agency", "directory-checked"].map(|key| Head::text(ui.t(key))).to_vec();
        let rows = self.stale.iter().map(|(id, name, on)| {
            let link = html! { a href={ "/directory/agencies/" (id) "/edit" } { span { (name) } } };
            let day = html! { @match on { Some(on) => (date_of(ui.lang, *on)), None => (badge(Tone::Warning, &ui.t("directory-never-checked"))) } };
            vec![link, day]
        });
        ui.table(&Table::new(ui.t("directory-stale-list"), heads, rows.collect()).quiet_caption())
    }
}

/// One suggestion with the two things that can become of it
pub fn waiting_card(ui: &Ui<'_>, waiting: &Waiting, once: &str) -> Markup {
    let is = &waiting.is;
    let decide = |standing: Standing, key: &str, primary: bool| {
        ui.confirm_form(&Confirm {
            action: format!("/directory/suggestions/{}", is.id),
            once: format!("{once}-{}-{}", is.id, standing.code()),
            hidden: vec![
                ("standing".to_owned(), standing.code().to_owned()),
                ("version".to_owned(), is.version.to_string()),
            ],
            label: ui.t(key).into_owned(),
            about: Some(waiting.agency.clone()),
            primary,
            ..Confirm::default()
        })
    };
    let body = html! {
        p { a href={ "/directory/agencies/" (is.agency) "/edit" } { span { (waiting.agency) } } " " (time_of(ui.lang, is.at)) }
        (prose(&is.text))
        @if let Some(contact) = &is.contact { p { (ui.say("directory-contact")) (contact) } }
    };
    let acts = html! {
        (decide(Standing::Taken, "directory-decide-taken", true))
        (decide(Standing::Declined, "directory-decide-declined", false))
    };
    card(&ui.t(is.topic.key()), body, Some(acts))
}
