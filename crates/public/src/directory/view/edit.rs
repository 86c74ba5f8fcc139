//! What an agency's own desk sees: everything to check, one button for each

use maud::{Markup, html};
use web::View;
use web::ui::{self, Confirm, Field, Tone, Ui, badge, card};

use super::pieces::{room, trust};
use super::suggestions::{Waiting, waiting_card};
use crate::directory::listing::Listing;
use crate::directory::model::{Capacity, KeptSite, Offer};
use people::form::Typed;

/// The page
pub struct EditPage {
    /// What the directory says
    pub listing: Listing,
    /// Suggestions that wait
    pub waiting: Vec<Waiting>,
    /// The form of the site
    pub typed: Typed,
}

impl EditPage {
    /// The page
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let agency = &self.listing.agency;
        let check = Confirm {
            action: format!("/directory/agencies/{}/checked", agency.id),
            once: self.typed.once.clone(),
            label: ui.t("directory-check").into_owned(),
            primary: true,
            ..Confirm::default()
        };
        let body = html! {
            (ui::section("check", &ui.t("directory-checked"), html! {
                p { (trust(ui, self.listing.site.checked_on, None, self.listing.today)) }
                p { (ui.say("directory-check-text")) }
                (ui.confirm_form(&check))
            }))
            @if !self.waiting.is_empty() {
                (ui::section("suggestions", &ui.t("directory-suggestions"), html! {
                    @for waiting in &self.waiting { (waiting_card(ui, waiting, &self.typed.once)) }
                }))
            }
            (ui::section("offers", &ui.t("directory-offers"), self.offers(ui)))
            (ui::section("site", &ui.t("directory-site"), self.site(ui)))
        };
        View::new(ui.t("directory-edit"), body)
            .lead(ui.t("directory-edit-lead"))
            .within("/directory")
            .under("/directory", ui.t("directory-title"))
            .under(format!("/directory/agencies/{}", agency.id), &agency.name)
            .action(format!("/directory/agencies/{}/offers/new", agency.id), ui.t("directory-offer-new"))
    }

    fn offers(&self, ui: &Ui<'_>) -> Markup {
        html! {
            @if self.listing.offers.is_empty() { p { (ui.say("directory-no-offers-yet")) } }
            @for offer in &self.listing.offers { (self.offer(ui, offer)) }
        }
    }

    fn offer(&self, ui: &Ui<'_>, offer: &Offer) -> Markup {
        let body = html! {
            p { (room(ui, offer, self.listing.today)) }
            p { (ui.say("directory-checked")) "：" (trust(ui, offer.checked_on, None, self.listing.today))
                @if !offer.is.active { " " (badge(Tone::Neutral, &ui.t("directory-hidden"))) } }
        };
        let acts = html! {
            a href={ "/directory/offers/" (offer.id) "/edit" } { span { (ui.say("directory-edit-offer")) span class="only-read" { "：" (offer.is.name) } } }
            @for capacity in Capacity::ALL {
                (ui.confirm_form(&Confirm {
                    action: format!("/directory/offers/{}/capacity", offer.id),
                    // A key of its own for each button: they stand on one page and are different acts.
                    once: format!("{}-{}-{}", self.typed.once, offer.id, capacity.code()),
                    hidden: vec![("capacity".to_owned(), capacity.code().to_owned())],
                    label: ui.t(capacity.key()).into_owned(),
                    about: Some(offer.is.name.clone()),
                    ..Confirm::default()
                }))
            }
        };
        card(&offer.is.name, body, Some(acts))
    }

    fn site(&self, ui: &Ui<'_>) -> Markup {
        let typed = &self.typed;
        let line = |name: &str, key: &str| ui.text_field(&typed.field(name, ui.t(key)).max(base::Line::MAX));
        let secret = Field::new("is_secret", ui.t("directory-address-hide")).value("yes");
        let opening =
            typed.field("opening", ui.t("directory-opening")).support(ui.t("directory-schedule-exact-support"));
        let fields = html! {
            (ui.field_group(&ui.t("directory-place-section"), None, html! {
                (ui.tick(&secret, typed.chose("is_secret", "yes")))
                (line("postcode", "directory-postcode")) (line("prefecture", "directory-prefecture")) (line("city", "directory-city"))
                (line("town", "directory-town")) (line("lot", "directory-lot")) (line("building", "directory-building"))
                (line("access", "directory-access")) (line("parking", "directory-parking")) (line("barrier_free", "directory-barrier-free"))
                (line("lat", "directory-lat")) (line("lon", "directory-lon")) (line("municipality", "directory-municipality"))
            }))
            (ui.field_group(&ui.t("directory-reach"), Some(&ui.t("directory-reach-support")), html! {
                (line("extension", "directory-extension")) (line("fax", "directory-fax")) (line("mail", "directory-mail")) (line("url", "directory-url"))
                (line("form_url", "directory-form-url")) (line("contact_note", "directory-contact-note"))
                (ui.text_area(&opening, 2)) (line("opening_note", "directory-opening-note"))
            }))
            (ui.field_group(&ui.t("directory-about"), None, html! {
                (ui.text_area(&typed.field("text", ui.t("directory-text")), 4))
                (line("fee", "directory-fee")) (line("operator", "directory-operator")) (line("corporate_no", "directory-corporate-no"))
                (line("also", "directory-also")) (line("name_en", "directory-name-en"))
            }))
            (ui.hidden("version", typed.get("version")))
        };
        let action = format!("/directory/agencies/{}/edit", self.listing.agency.id);
        ui.form(&typed.form(action, ui.t("directory-save"), fields).guarded())
    }
}

/// The fields of a site, as its form shows them
pub fn fields_of(kept: &KeptSite) -> Vec<(&'static str, String)> {
    let site = &kept.is;
    let degrees = |x: Option<f64>| x.map(|x| x.to_string()).unwrap_or_default();
    let mut all = vec![
        ("version", kept.version.to_string()),
        ("municipality", site.municipality.clone().unwrap_or_default()),
        ("postcode", site.postcode.clone()),
        ("prefecture", site.prefecture.clone()),
        ("city", site.city.clone()),
        ("town", site.town.clone()),
        ("lot", site.lot.clone()),
        ("building", site.building.clone()),
        ("lat", degrees(site.lat)),
        ("lon", degrees(site.lon)),
        ("name_en", site.name_en.clone()),
        ("also", site.also.clone()),
        ("operator", site.operator.clone()),
        ("corporate_no", site.corporate_no.clone().unwrap_or_default()),
        ("extension", site.extension.clone()),
        ("fax", site.fax.clone()),
        ("mail", site.mail.clone()),
        ("url", site.url.clone()),
        ("form_url", site.form_url.clone()),
        ("contact_note", site.contact_note.clone()),
        ("opening", site.opening.to_string()),
        ("opening_note", site.opening_note.clone()),
        ("text", site.text.clone()),
        ("access", site.access.clone()),
        ("parking", site.parking.clone()),
        ("barrier_free", site.barrier_free.clone()),
        ("fee", site.fee.clone()),
    ];
    if site.is_secret {
        all.push(("is_secret", "yes".to_owned()));
    }
    all
}
