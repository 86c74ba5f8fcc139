//! Searching: the question and what was found, one address for both

use base::Date;
use maud::{Markup, html};
use web::View;
use web::ui::{self, Action, Choice, Field, Kind, Tone, Ui, Width, badge, ruby, tag};

use super::pieces::{because, count, name_for, phone, room};
use crate::agency::Agency;
use crate::directory::ask;
use crate::directory::model::{Circumstance, Dependence, Offer, OfferKind, Sex};
use crate::directory::rules::{Decision, Freshness, Seeker};
use crate::directory::schedule::{self, Free};
use crate::directory::search::Query;

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
        let body = html! {
            (ui.search_box("/directory", &ui.t("directory-search-words"), "q", &self.query.text, Some(self.more(ui))))
            @match &self.found {
                None => (ways(ui)),
                Some(found) => (self.results(ui, found)),
            }
        };
        let view = View::new(ui.t("directory-title"), body).lead(ui.t("directory-lead")).within("/directory");
        let view = if self.signed_in { view } else { view.for_person() };
        if self.may_review { view.action("/directory/suggestions", ui.t("directory-suggestions")) } else { view }
    }

    /// What narrows the question; the two that most people need stand open.
    fn more(&self, ui: &Ui<'_>) -> Markup {
        let need = &self.query.need;
        let seeker = need.seeker.map(|seeker| if seeker == Seeker::Relative { "yes" } else { "no" });
        let who = [("no", "directory-seeker-person"), ("yes", "directory-seeker-relative")]
            .map(|(value, key)| Choice::new(value, ui.t(key)).chosen(seeker == Some(value)));
        let free =
            Free::ALL.map(|free| Choice::new(free.code(), ui.t(free_key(free))).chosen(need.free.contains(&free)));
        let place = Field::new("place", ui.t("directory-place")).support(ui.t("directory-place-support"));
        html! {
            (ui.text_field(&place.value(&self.query.place).width(Width::Medium)))
            (ui.radios(&Field::new("family", ui.t("directory-seeker")), &who))
            (ui.checkboxes(&Field::new("free", ui.t("directory-free")), &free))
            details class="more" open[self.is_narrowed()] {
                summary { (ui.say("directory-more")) }
                div class="more-body" { (self.conditions(ui)) }
            }
        }
    }

    fn is_narrowed(&self) -> bool {
        let need = &self.query.need;
        let plain =
            crate::directory::rules::Need { seeker: need.seeker, free: need.free.clone(), ..Default::default() };
        *need != plain || self.query.kind.is_some()
    }

    fn conditions(&self, ui: &Ui<'_>) -> Markup {
        let need = &self.query.need;
        let any = ui.t("directory-any");
        let offers = OfferKind::ALL
            .iter()
            .map(|kind| Choice::new(kind.code(), ui.t(kind.key())).chosen(need.kind == Some(*kind)));
        let dependences = Dependence::ALL.iter().filter(|one| **one != Dependence::Unknown);
        let dependences =
            dependences.map(|one| Choice::new(one.code(), ui.t(one.key())).chosen(need.dependence == Some(*one)));
        let sexes = Sex::ALL.iter().map(|sex| Choice::new(sex.code(), ui.t(sex.key())).chosen(need.sex == Some(*sex)));
        let lives = Circumstance::ALL.iter().filter(|one| **one != Circumstance::Family);
        let lives = lives.map(|one| Choice::new(one.code(), ui.t(one.key())).chosen(need.circumstances.has(*one)));
        let kinds = self
            .kinds
            .iter()
            .map(|(code, name)| Choice::new(code, name).chosen(self.query.kind.as_ref() == Some(code)));
        let age = need.age.map(|age| age.to_string()).unwrap_or_default();
        let age = Field::new("age", ui.t("directory-age")).value(age).kind(Kind::Number).width(Width::Short);
        let wish = |name: &str, key: &str, yes: bool| ui.tick(&Field::new(name, ui.t(key)).value("yes"), yes);
        html! {
            (ui.select(&Field::new("offer", ui.t("directory-offer-kind")), Some(&any), &offers.collect::<Vec<_>>()))
            (ui.select(&Field::new("dependence", ui.t("directory-dependence")), Some(&any), &dependences.collect::<Vec<_>>()))
            (ui.select(&Field::new("sex", ui.t("directory-sex")), Some(&any), &sexes.collect::<Vec<_>>()))
            (ui.text_field(&age))
            (ui.checkboxes(&Field::new("in", ui.t("directory-circumstances")), &lives.collect::<Vec<_>>()))
            (wish("accompany", "directory-wish-accompany", need.accompany))
            (wish("no_test", "directory-wish-no-test", need.no_urine_test))
            (wish("room", "directory-wish-room", need.room_now))
            (ui.select(&Field::new("kind", ui.t("directory-kind")), Some(&any), &kinds.collect::<Vec<_>>()))
        }
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
                    ul { @for (offer, decision) in shown.offers.iter().take(OFFERS_SHOWN) { li { (self.offer(ui, offer, decision)) } } }
                }
                @if more > 0 { p { a href={ "/directory/agencies/" (agency.id) } { span { (ruby(&count(ui, "directory-more-offers", more))) } } } }
            }
        }
    }

    fn offer(&self, ui: &Ui<'_>, offer: &Offer, decision: &Decision) -> Markup {
        let times = schedule::say(ui.words, ui.lang, &offer.is.schedule, self.today);
        html! {
            strong { (offer.is.name) } " "
            @if let Some(first) = times.first() { (ruby(first)) " " }
            (room(ui, offer, self.today)) " " (because(ui, &decision.because))
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
        ul { @for (key, href) in ways { li { a href=(href) { span { (ui.say(key)) } } } } }
        p { (ui.say("directory-download")) " " a href="/directory/agencies.csv" { span { (ui.say("directory-download-agencies")) } } " "
            a href="/directory/offers.csv" { span { (ui.say("directory-download-offers")) } } }
    };
    ui::section("ways", &ui.t("directory-ways"), links)
}

/// The key of a time that somebody has
pub fn free_key(free: Free) -> &'static str {
    match free {
        Free::Day => "directory-free-day",
        Free::Evening => "directory-free-evening",
        Free::Weekend => "directory-free-weekend",
    }
}

fn trust_key(trust: Freshness) -> &'static str {
    match trust {
        Freshness::Fresh | Freshness::Never => "directory-never-checked",
        Freshness::Stale => "directory-stale",
    }
}
