//! Searching: the question and what was found, one address for both

use base::Date;
use maud::{Markup, html};
use web::View;
use web::ui::{self, Action, Tone, Ui, Way, badge, ruby, tag};

use super::pieces::{because, count, name_for, phone, room_badge};
use super::question::Question;
use crate::directory::ask;
use crate::directory::model::Offer;
use crate::directory::rules::{Decision, Freshness};
use crate::directory::schedule;
use crate::directory::search::Query;
use people::agency::Agency;

/// Offers of one agency that a list shows; the agency's own page has them all
const OFFERS_SHOWN: usize = 3;

/// An agency in the results
pub struct Shown {
    /// The agency
    pub agency: Agency,
    /// Its English name; may be empty
    pub name_en: String,
    /// Name of its kind
    pub kind: String,
    /// How far its listing can be trusted
    pub trust: Freshness,
    /// Offers that fit or may fit
    pub offers: Vec<(Offer, Decision)>,
}

/// The page
pub struct SearchPage {
    /// What was asked
    pub query: Query,
    /// What was found; `None` when nothing was asked yet
    pub found: Option<Vec<Shown>>,
    /// Where the next page begins
    pub next: Option<String>,
    /// Kinds of agency to choose from: code and name
    pub kinds: Vec<(String, String)>,
    /// Whether a worker reads it
    pub signed_in: bool,
    /// Whether the reader may decide what becomes of suggestions
    pub may_review: bool,
    /// The day
    pub today: Date,
}

impl SearchPage {
    /// The page with its question and answer
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let question = Question { query: &self.query, kinds: &self.kinds };
        let body = html! {
            (ui.search_box("/directory", &ui.t("directory-search-words"), "q", &self.query.text, Some(question.form(ui, self.found.is_some()))))
            @match &self.found {
                None => (ways(ui)),
                Some(found) => {
                    (question.chosen(ui))
                    (self.results(ui, found))
                }
            }
        };
        let view = View::new(ui.t("directory-title"), body).lead(ui.t("directory-lead")).within("/directory");
        let view = if self.signed_in { view } else { view.for_person() };
        if self.may_review { view.action("/directory/suggestions", ui.t("directory-suggestions")) } else { view }
    }

    fn results(&self, ui: &Ui<'_>, found: &[Shown]) -> Markup {
        let next = self.next.as_deref().map(|next| ask::address("/directory", &self.query, Some(next)));
        let all = Action::new("/directory", ui.t("directory-ask-anew"));
        html! {
            @if found.is_empty() && next.is_none() {
                (ui.empty(&ui.t("directory-nothing"), &ui.t("directory-nothing-text"), Some(&all)))
            } @else {
                section class="section" id="results" aria-labelledby="results-head" {
                    h2 id="results-head" { (ruby(&count(ui, "directory-found", found.len()))) }
                    div class="cards" { @for shown in found { (self.card(ui, shown)) } }
                }
            }
            (ui.next_page(next.as_deref()))
        }
    }

    fn card(&self, ui: &Ui<'_>, shown: &Shown) -> Markup {
        let agency = &shown.agency;
        let name = name_for(ui.lang, &agency.name, &shown.name_en);
        let more = shown.offers.len().saturating_sub(OFFERS_SHOWN);
        html! {
            article class="card" {
                h3 class="card-head" { a href={ "/directory/agencies/" (agency.id) } { span { (name) } } }
                p { (tag(&shown.kind)) " " @if !agency.area.is_empty() { (tag(&agency.area)) }
                    @if shown.trust != Freshness::Fresh { " " (badge(Tone::Warning, &ui.t(trust_key(shown.trust)))) } }
                @if let Some(tel) = &agency.phone { p { (phone(tel, name)) } }
                @if !shown.offers.is_empty() {
                    ul class="offers" { @for (offer, decision) in shown.offers.iter().take(OFFERS_SHOWN) { li { (self.offer(ui, offer, decision)) } } }
                }
                @if more > 0 { p { a href={ "/directory/agencies/" (agency.id) } { span { (ruby(&count(ui, "directory-more-offers", more))) } } } }
            }
        }
    }

    fn offer(&self, ui: &Ui<'_>, offer: &Offer, decision: &Decision) -> Markup {
        let times = schedule::say(ui.words, ui.lang, &offer.is.schedule, self.today);
        html! {
            span class="offer-words" {
                strong { (offer.is.name) } " "
                @if let Some(first) = times.first() { span class="offer-time" { (ruby(first)) } " " }
                (because(ui, &decision.because))
            }
            (room_badge(ui, offer, self.today))
        }
    }
}

/// Questions that many people come with, each an address of its own
fn ways(ui: &Ui<'_>) -> Markup {
    let ways = [
        ("directory-way-talk", "/directory?offer=consultation"),
        ("directory-way-family", "/directory?family=yes"),
        ("directory-way-group", "/directory?offer=group"),
        ("directory-way-programme", "/directory?offer=programme"),
        ("directory-way-evening", "/directory?free=evening&free=weekend"),
        ("directory-way-lodging", "/directory?offer=lodging"),
        ("directory-way-medical", "/directory?offer=medical"),
        ("directory-way-legal", "/directory?offer=legal"),
    ];
    let links = html! {
        (ui::ways(&ways.map(|(key, href)| Way { href: href.to_owned(), label: ui.t(key).into_owned(), text: None })))
        p class="source" { (ui.say("directory-download")) " " a href="/directory/agencies.csv" { span { (ui.say("directory-download-agencies")) } } " "
            a href="/directory/offers.csv" { span { (ui.say("directory-download-offers")) } } }
    };
    ui::section("ways", &ui.t("directory-ways"), links)
}

fn trust_key(trust: Freshness) -> &'static str {
    match trust {
        Freshness::Fresh | Freshness::Never => "directory-never-checked",
        Freshness::Stale => "directory-stale",
    }
}
