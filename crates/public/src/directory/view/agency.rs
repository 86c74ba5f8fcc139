//! Everything about one agency, for whoever thinks of going there

use maud::{Markup, html};
use web::View;
use web::ui::{self, Choice, Tone, Ui, date_of, facts, prose, tag};

use super::pieces::{circumstances, name_for, phone, room, times, trust, who_may_come, yes_no};
use crate::directory::SUGGESTION_MOST;
use crate::directory::listing::Listing;
use crate::directory::model::{Offer, Site, Topic};
use crate::directory::rules::Freshness;
use people::form::Typed;

/// Next times that are shown of each offer
const NEXT_SHOWN: usize = 2;

/// The page
pub struct AgencyPage {
    /// What the directory says
    pub listing: Listing,
    /// Names of the workers who checked, by id; only for those who are signed in
    pub checkers: Vec<(base::WorkerId, String)>,
    /// Whether a worker reads it
    pub signed_in: bool,
    /// The form for a correction
    pub typed: Typed,
}

type Facts = Vec<(String, Markup)>;

impl AgencyPage {
    /// The page
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let listing = &self.listing;
        let agency = &listing.agency;
        let name = name_for(ui.lang, &agency.name, &listing.site.is.name_en).to_owned();
        let body = html! {
            p { (tag(&listing.kind)) " " @if !agency.area.is_empty() { (tag(&agency.area)) } }
            @if listing.freshness() != Freshness::Fresh { (self.warning(ui)) }
            (ui::section("reach", &ui.t("directory-reach"), facts(&self.reach(ui, &name))))
            (ui::section("tells", &ui.t("directory-tells"), self.tells(ui)))
            (ui::section("offers", &ui.t("directory-offers"), self.offers(ui)))
            @let place = place(ui, &listing.site.is);
            @if !place.is_empty() { (ui::section("place", &ui.t("directory-place-section"), facts(&place))) }
            (ui::section("correct", &ui.t("directory-correct"), self.correct(ui)))
        };
        let view = View::new(name, body).under("/directory", ui.t("directory-title")).within("/directory");
        let view = if self.signed_in { view } else { view.for_person() };
        if listing.may_edit {
            view.action(format!("/directory/agencies/{}/edit", agency.id), ui.t("directory-edit"))
        } else {
            view
        }
    }

    fn checker(&self, id: Option<base::WorkerId>) -> Option<&str> {
        self.checkers.iter().find(|(worker, _)| Some(*worker) == id).map(|(_, name)| name.as_str())
    }

    fn warning(&self, ui: &Ui<'_>) -> Markup {
        let key = match self.listing.freshness() {
            Freshness::Stale => "directory-stale-text",
            _ => "directory-never-checked-text",
        };
        ui.notice(Tone::Warning, &ui.t(key), None)
    }

    fn reach(&self, ui: &Ui<'_>, name: &str) -> Facts {
        let (agency, site) = (&self.listing.agency, &self.listing.site.is);
        let mut all = Facts::new();
        let mut add = |key: &str, value: Markup| all.push((ui.t(key).into_owned(), value));
        if let Some(tel) = &agency.phone {
            let inside = &site.extension;
            add(
                "directory-phone",
                html! { (phone(tel, name)) @if !inside.is_empty() { " " (ui.say("directory-extension")) " " (inside) } },
            );
        }
        if !site.opening.is_empty() {
            add("directory-opening", times(ui, &site.opening, self.listing.today, 0));
        }
        text(&mut add, "directory-opening-note", &site.opening_note);
        text(&mut add, "directory-fax", &site.fax);
        if !site.mail.is_empty() {
            add("directory-mail", html! { a href={ "mailto:" (site.mail) } { (site.mail) } });
        }
        for (key, url) in [("directory-url", &site.url), ("directory-form-url", &site.form_url)] {
            if !url.is_empty() {
                add(key, html! { a href=(url) rel="noreferrer noopener" { (url) } });
            }
        }
        text(&mut add, "directory-contact-note", &site.contact_note);
        add(
            "directory-checked",
            trust(ui, self.listing.site.checked_on, self.checker(self.listing.site.checked_by), self.listing.today),
        );
        all
    }

    /// What is told to whom: it decides whether somebody dares to speak, so it stands before the offers.
    fn tells(&self, ui: &Ui<'_>) -> Markup {
        let listing = &self.listing;
        html! {
            @if listing.agency.tells.is_empty() { p { (ui.say("directory-tells-unknown")) } } @else { (prose(&listing.agency.tells)) }
            @if let Some((duty, fact)) = listing.duty.as_ref().and_then(|duty| Some((duty, duty.fact.as_ref()?))) {
                @let (tone, key) = if duty.reports { (Tone::Warning, "directory-reports") } else { (Tone::Info, "directory-reports-not") };
                (ui.notice(tone, &ui.t(key), Some(html! { p { (fact.basis) "（" (date_of(ui.lang, fact.checked_at.date_jst())) "）" } })))
            }
        }
    }

    fn offers(&self, ui: &Ui<'_>) -> Markup {
        let offers = &self.listing.offers;
        let text = &self.listing.site.is.text;
        html! {
            @if !text.is_empty() { (prose(text)) }
            @if offers.is_empty() { p { (ui.say("directory-no-offers")) } }
            @for offer in offers {
                article class="card" id={ "offer-" (offer.id) } {
                    h3 class="card-head" { (offer.is.name) }
                    p { (tag(&ui.t(offer.is.kind.key()))) " " (room(ui, offer, self.listing.today))
                        @if !offer.is.active { " " (ui::badge(Tone::Neutral, &ui.t("directory-hidden"))) } }
                    @if !offer.is.text.is_empty() { (prose(&offer.is.text)) }
                    (facts(&self.facts_of(ui, offer)))
                    @if self.listing.may_edit {
                        div class="card-acts" { a href={ "/directory/offers/" (offer.id) "/edit" } { span { (ui.say("directory-edit-offer"))
                            span class="only-read" { "：" (offer.is.name) } } } }
                    }
                }
            }
        }
    }

    fn facts_of(&self, ui: &Ui<'_>, offer: &Offer) -> Facts {
        let is = &offer.is;
        let mut all = Facts::new();
        let mut add = |key: &str, value: Markup| all.push((ui.t(key).into_owned(), value));
        add("directory-when", times(ui, &is.schedule, self.listing.today, NEXT_SHOWN));
        add("directory-who", who_may_come(ui, &is.who));
        if !is.who.excluded.is_empty() {
            add("directory-who-not", circumstances(ui, is.who.excluded));
        }
        add(
            "directory-cost",
            if is.cost.is_empty() {
                ui.say("directory-ask-them")
            } else {
                html! { (is.cost) }
            },
        );
        text(&mut add, "directory-language", &is.language);
        add("directory-accompany", yes_no(ui, is.accompany, "directory-accompany-yes", "directory-accompany-no"));
        add("directory-urine-test", yes_no(ui, is.urine_test, "directory-urine-test-yes", "directory-urine-test-no"));
        add("directory-checked", trust(ui, offer.checked_on, self.checker(offer.checked_by), self.listing.today));
        all
    }

    fn correct(&self, ui: &Ui<'_>) -> Markup {
        let topics = Topic::ALL.iter().map(|topic| (topic.code(), ui.t(topic.key())));
        let topics: Vec<Choice> = self.typed.choices("what", topics);
        let what = self.typed.question("what", ui.t("directory-correct-what")).required();
        let text = self.typed.field("text", ui.t("directory-correct-text")).required().max(SUGGESTION_MOST);
        let text = text.support(ui.t("directory-correct-support"));
        let contact = self.typed.field("contact", ui.t("directory-correct-contact")).max(base::Line::MAX);
        let contact = contact.support(ui.t("directory-correct-contact-support"));
        let fields = html! { (ui.radios(&what, &topics)) (ui.text_area(&text, 4)) (ui.text_field(&contact)) };
        let action = format!("/directory/agencies/{}/suggestions", self.listing.agency.id);
        let form = ui.form(&self.typed.form(action, ui.t("directory-correct-send"), fields));
        html! {
            p { (ui.say("directory-correct-lead")) }
            details class="more" open[!self.typed.errors.is_empty()] {
                summary { (ui.say("directory-correct-open")) }
                div class="more-body" { (form) }
            }
            @if !self.listing.site.origin.source.is_empty() {
                p { (ui.say("directory-source")) " " (self.listing.site.origin.source)
                    @if let Some(on) = self.listing.site.origin.updated_on { "（" (date_of(ui.lang, on)) "）" } }
            }
        }
    }
}

fn text(add: &mut impl FnMut(&str, Markup), key: &str, value: &str) {
    if !value.is_empty() {
        add(key, html! { (value) });
    }
}

fn place(ui: &Ui<'_>, site: &Site) -> Facts {
    let mut all = Facts::new();
    let mut add = |key: &str, value: Markup| all.push((ui.t(key).into_owned(), value));
    if site.is_secret {
        add("directory-address", ui.say("directory-address-secret"));
    } else if !site.address().is_empty() {
        let post = match (site.postcode.get(..3), site.postcode.get(3..)) {
            (Some(first), Some(last)) if !last.is_empty() => format!("〒{first}-{last} "),
            _ => String::new(),
        };
        add("directory-address", html! { (post) (site.address()) });
    }
    text(&mut add, "directory-access", &site.access);
    text(&mut add, "directory-parking", &site.parking);
    text(&mut add, "directory-barrier-free", &site.barrier_free);
    text(&mut add, "directory-fee", &site.fee);
    text(&mut add, "directory-operator", &site.operator);
    text(&mut add, "directory-also", &site.also);
    all
}
