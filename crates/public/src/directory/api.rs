//! The directory as JSON: the same acts, for programs

use base::Outcome;
use policy::Act;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Access, Cx, Endpoint, Req};

use super::input::{OfferInput, SiteInput, SuggestionInput, version};
use super::listing::{Listing, listing};
use super::model::{Offer, Sex, Site, Suggestion};
use super::pages::kind_of;
use super::rules::{Decision, Freshness, Verdict, capacity_now, freshness};
use super::{acts, ask, schedule, search, view};
use people::agency::api::{DONE, Done, Made};

/// Where an agency is and how it is reached
#[derive(Serialize, ToSchema)]
struct SiteOut {
    municipality: Option<String>,
    postcode: String,
    address: String,
    prefecture: String,
    city: String,
    town: String,
    lot: String,
    building: String,
    is_secret: bool,
    lat: Option<f64>,
    lon: Option<f64>,
    name_en: String,
    also: String,
    operator: String,
    corporate_no: Option<String>,
    extension: String,
    fax: String,
    mail: String,
    url: String,
    form_url: String,
    contact_note: String,
    /// As a schedule is written; see `OfferInput.schedule`
    opening: String,
    opening_note: String,
    text: String,
    access: String,
    parking: String,
    barrier_free: String,
    fee: String,
    source: String,
    external_id: Option<String>,
    /// Day to which the imported row refers
    source_on: Option<String>,
    checked_on: Option<String>,
    version: i64,
}

/// Whom an offer can take
#[derive(Serialize, ToSchema)]
struct WhoOut {
    sex: Option<&'static str>,
    age_from: Option<u8>,
    age_to: Option<u8>,
    dependence: Vec<String>,
    not: Vec<String>,
    welcome: Vec<String>,
}

/// An offer
#[derive(Serialize, ToSchema)]
struct OfferOut {
    id: String,
    agency: String,
    kind: &'static str,
    name: String,
    text: String,
    /// As it is written
    schedule: String,
    /// In the reader's words, a rule each
    times: Vec<String>,
    /// The next four times, each as date and hours
    next: Vec<String>,
    cost: String,
    language: String,
    accompany: Option<bool>,
    urine_test: Option<bool>,
    /// has, none, waiting or ask; ask when what was said is older than thirty days
    capacity: &'static str,
    capacity_on: Option<String>,
    who: WhoOut,
    hidden: bool,
    checked_on: Option<String>,
    /// fresh, stale (more than 365 days) or never
    trust: &'static str,
    version: i64,
    /// In a search: fits, or ask when the offer does not say
    fit: Option<&'static str>,
    /// In a search: why
    because: Vec<String>,
}

/// An agency in the directory
#[derive(Serialize, ToSchema)]
struct ListingOut {
    id: String,
    name: String,
    kana: String,
    kind: String,
    kind_name: String,
    area: String,
    phone: Option<String>,
    /// What is told to whom
    tells: String,
    /// Whether it must report what it learns; only when somebody has checked
    reports: Option<bool>,
    trust: &'static str,
    site: SiteOut,
    offers: Vec<OfferOut>,
}

/// What a search found
#[derive(Serialize, ToSchema)]
struct ResultsOut {
    items: Vec<ListingOut>,
    /// Send it as `after` for the next page
    next: Option<String>,
}

/// Whether there is room
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
struct CapacityIn {
    /// has, none, waiting or ask
    capacity: String,
}

/// What becomes of a suggestion
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
struct DecideIn {
    /// taken or declined
    standing: String,
    /// The version that was read
    #[serde(deserialize_with = "super::input::number")]
    #[schema(value_type = i64)]
    version: Option<String>,
}

/// No fields
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
struct NothingIn {}

/// A suggestion that waits
#[derive(Serialize, ToSchema)]
struct SuggestionOut {
    id: String,
    agency: String,
    what: &'static str,
    text: String,
    contact: Option<String>,
    at: String,
    version: i64,
}

/// Suggestions that wait
#[derive(Serialize, ToSchema)]
struct SuggestionsOut {
    items: Vec<SuggestionOut>,
}

pub(super) fn endpoints() -> Vec<Endpoint> {
    let edit = Access::May(Act::EditDirectory);
    let review = Access::May(Act::ReviewSuggestions);
    let open = Access::Public;
    vec![
        Endpoint::api_get("/api/v1/directory/search", open, "Search the directory; same query as /directory", find)
            .query(ask::NAMES),
        Endpoint::api_get("/api/v1/directory/agencies/{agency}", open, "Everything about one agency", show),
        Endpoint::api_post(
            "/api/v1/directory/agencies/{agency}",
            edit,
            "Change where an agency is",
            put_site,
            &[("city", "みなと市")],
        ),
        Endpoint::api_post(
            "/api/v1/directory/agencies/{agency}/checked",
            edit,
            "Say that the listing is right",
            check,
            &[],
        ),
        Endpoint::api_post(
            "/api/v1/directory/agencies/{agency}/offers",
            edit,
            "Add an offer",
            add,
            &[("kind", "programme"), ("name", "夜の会"), ("schedule", "monthly:2,4 thu 18:30-20:00")],
        ),
        Endpoint::api_post(
            "/api/v1/directory/offers/{offer}",
            edit,
            "Change an offer",
            change,
            &[("kind", "programme"), ("name", "夜の会"), ("version", "1")],
        ),
        Endpoint::api_post(
            "/api/v1/directory/offers/{offer}/capacity",
            edit,
            "Say whether there is room",
            capacity,
            &[("capacity", "waiting")],
        ),
        Endpoint::api_post(
            "/api/v1/directory/agencies/{agency}/suggestions",
            open,
            "Suggest a correction",
            suggest,
            &[("what", "schedule"), ("text", "土曜日は休みになりました")],
        ),
        Endpoint::api_get("/api/v1/directory/suggestions", review, "Suggestions that wait, the oldest 100", waiting),
        Endpoint::api_post(
            "/api/v1/directory/suggestions/{suggestion}",
            edit,
            "Decide a suggestion",
            decide,
            &[("standing", "taken"), ("version", "1")],
        ),
    ]
}

fn find(cx: &mut Cx<'_>, req: &Req) -> Outcome<ResultsOut> {
    let query = ask::read(&req.query);
    let results = search::search(cx, &query)?;
    let mut items = Vec::new();
    for found in results.items {
        let of = listing(cx, found.agency)?;
        let offers = found.offers.iter().map(|(offer, decision)| offer_out(cx, offer, Some(decision))).collect();
        let one = listing_out(cx, of, Some(offers))?;
        items.push(one);
    }
    Ok(ResultsOut { items, next: results.next })
}

fn show(cx: &mut Cx<'_>, req: &Req) -> Outcome<ListingOut> {
    let of = listing(cx, req.id("agency")?)?;
    listing_out(cx, of, None)
}

fn put_site(cx: &mut Cx<'_>, req: &Req, input: SiteInput) -> Outcome<Done> {
    acts::change_site(cx, req.id("agency")?, &input)?;
    Ok(DONE)
}

fn check(cx: &mut Cx<'_>, req: &Req, _: NothingIn) -> Outcome<Done> {
    acts::mark_checked(cx, req.id("agency")?)?;
    Ok(DONE)
}

fn add(cx: &mut Cx<'_>, req: &Req, input: OfferInput) -> Outcome<Made> {
    let id = acts::add_offer(cx, req.id("agency")?, &input)?;
    Ok(Made { id: id.to_string() })
}

fn change(cx: &mut Cx<'_>, req: &Req, input: OfferInput) -> Outcome<Done> {
    acts::change_offer(cx, req.id("offer")?, &input)?;
    Ok(DONE)
}

fn capacity(cx: &mut Cx<'_>, req: &Req, input: CapacityIn) -> Outcome<Done> {
    acts::set_capacity(cx, req.id("offer")?, &input.capacity)?;
    Ok(DONE)
}

fn suggest(cx: &mut Cx<'_>, req: &Req, input: SuggestionInput) -> Outcome<Made> {
    let id = acts::suggest(cx, req.id("agency")?, &input)?;
    Ok(Made { id: id.to_string() })
}

fn waiting(cx: &mut Cx<'_>, _: &Req) -> Outcome<SuggestionsOut> {
    let rows = acts::waiting_suggestions(cx, (base::Time::MIN, 0), 100)?;
    Ok(SuggestionsOut { items: rows.into_iter().map(suggestion_out).collect() })
}

fn decide(cx: &mut Cx<'_>, req: &Req, input: DecideIn) -> Outcome<Done> {
    acts::decide_suggestion(cx, req.id("suggestion")?, &input.standing, version(input.version.as_ref()))?;
    Ok(DONE)
}

fn suggestion_out(of: Suggestion) -> SuggestionOut {
    SuggestionOut {
        id: of.id.to_string(),
        agency: of.agency.to_string(),
        what: of.topic.code(),
        text: of.text,
        contact: of.contact,
        at: of.at.to_string(),
        version: of.version,
    }
}

fn listing_out(cx: &mut Cx<'_>, of: Listing, offers: Option<Vec<OfferOut>>) -> Outcome<ListingOut> {
    let trust = trust(of.freshness());
    let offers = offers.unwrap_or_else(|| of.offers.iter().map(|offer| offer_out(cx, offer, None)).collect());
    let kind_name = kind_of(cx, &of.agency.kind)?;
    let kept = of.site;
    let agency = of.agency;
    Ok(ListingOut {
        id: agency.id.to_string(),
        name: agency.name,
        kana: agency.kana,
        kind: agency.kind,
        kind_name,
        area: agency.area,
        phone: agency.phone,
        tells: agency.tells,
        reports: of.duty.map(|duty| duty.reports),
        trust,
        offers,
        site: SiteOut {
            source: kept.origin.source,
            external_id: kept.origin.external_id,
            source_on: kept.origin.updated_on.map(|on| on.to_string()),
            checked_on: kept.checked_on.map(|on| on.to_string()),
            version: kept.version,
            ..site_out(kept.is)
        },
    })
}

fn site_out(site: Site) -> SiteOut {
    SiteOut {
        address: site.address(),
        municipality: site.municipality,
        postcode: site.postcode,
        prefecture: site.prefecture,
        city: site.city,
        town: site.town,
        lot: site.lot,
        building: site.building,
        is_secret: site.is_secret,
        lat: site.lat,
        lon: site.lon,
        name_en: site.name_en,
        also: site.also,
        operator: site.operator,
        corporate_no: site.corporate_no,
        extension: site.extension,
        fax: site.fax,
        mail: site.mail,
        url: site.url,
        form_url: site.form_url,
        contact_note: site.contact_note,
        opening: site.opening.to_string(),
        opening_note: site.opening_note,
        text: site.text,
        access: site.access,
        parking: site.parking,
        barrier_free: site.barrier_free,
        fee: site.fee,
        source: String::new(),
        external_id: None,
        source_on: None,
        checked_on: None,
        version: 0,
    }
}

fn offer_out(cx: &Cx<'_>, offer: &Offer, decision: Option<&Decision>) -> OfferOut {
    let (is, today) = (&offer.is, cx.today());
    let ui = web::ui::Ui::new(cx.words, cx.lang);
    let because = decision.map(|decision| decision.because.as_slice()).unwrap_or_default();
    OfferOut {
        id: offer.id.to_string(),
        agency: offer.agency.to_string(),
        kind: is.kind.code(),
        name: is.name.clone(),
        text: is.text.clone(),
        schedule: is.schedule.to_string(),
        times: schedule::say(cx.words, cx.lang, &is.schedule, today).iter().map(|line| web::ui::plain(line)).collect(),
        next: is.schedule.next(today, 4).iter().map(|m| format!("{} {}", m.date, m.hours)).collect(),
        cost: is.cost.clone(),
        language: is.language.clone(),
        accompany: is.accompany,
        urine_test: is.urine_test,
        capacity: capacity_now(offer, today).code(),
        capacity_on: offer.capacity_on.map(|on| on.to_string()),
        who: WhoOut {
            sex: is.who.sex.map(Sex::code),
            age_from: is.who.age_from,
            age_to: is.who.age_to,
            dependence: is.who.dependence.codes(),
            not: is.who.excluded.codes(),
            welcome: is.who.welcome.codes(),
        },
        hidden: !is.active,
        checked_on: offer.checked_on.map(|on| on.to_string()),
        trust: trust(freshness(offer.checked_on, today)),
        version: offer.version,
        fit: decision.map(|decision| if decision.verdict == Verdict::Fits { "fits" } else { "ask" }),
        because: because.iter().map(|reason| web::ui::plain(&view::sentence(&ui, *reason))).collect(),
    }
}

fn trust(freshness: Freshness) -> &'static str {
    match freshness {
        Freshness::Fresh => "fresh",
        Freshness::Stale => "stale",
        Freshness::Never => "never",
    }
}
