//! Pages for people: looking, editing, suggesting, reviewing

use base::{AgencyId, Cursor, OfferId, Outcome, Problem, SuggestionId, Time, WorkerId};
use policy::{Act, may};
use web::ui::Ui;
use web::{Access, Answer, Cx, Endpoint, Form, Req, View, Who, see};

use super::input::{OfferInput, SiteInput, SuggestionInput, WhoInput};
use super::listing::{Listing, kind_name, listing};
use super::model::Suggestion;
use super::rules::freshness;
use super::search::{Found, search};
use super::store::site;
use super::view::{
    AgencyPage, EditPage, OfferPage, SearchPage, Shown, SuggestionsPage, Waiting, fields_of_offer, fields_of_site,
    typed_schedule,
};
use super::{acts, ask, export};
use people::agency;
use people::form::Typed;

/// Suggestions on one page
const SUGGESTIONS_PAGE: usize = 20;

/// Old listings that are named to those who look after the directory
const STALE_SHOWN: i64 = 50;

pub(super) fn endpoints() -> Vec<Endpoint> {
    let edit = Access::May(Act::EditDirectory);
    let review = Access::May(Act::ReviewSuggestions);
    let offer = &[
        ("version", "1"),
        ("kind", "group"),
        ("name", "夕方の会"),
        ("repeat1", "weekly"),
        ("day1", "thu"),
        ("from1", "18:00"),
        ("until1", "19:30"),
    ];
    vec![
        Endpoint::page("/directory", Access::Public, show_search),
        Endpoint::page("/directory/agencies.csv", Access::Public, export::agencies),
        Endpoint::page("/directory/offers.csv", Access::Public, export::offers),
        Endpoint::page("/directory/agencies/{agency}", Access::Public, show_agency),
        Endpoint::submit(
            "/directory/agencies/{agency}/suggestions",
            Access::Public,
            suggest,
            show_agency,
            &[("what", "schedule"), ("text", "土曜日は休みになりました")],
        ),
        Endpoint::page("/directory/agencies/{agency}/edit", edit, show_edit),
        Endpoint::submit(
            "/directory/agencies/{agency}/edit",
            edit,
            save_site,
            show_edit,
            &[("city", "みなと市"), ("lot", "港町1")],
        ),
        Endpoint::submit("/directory/agencies/{agency}/checked", edit, check, show_edit, &[]),
        Endpoint::page("/directory/agencies/{agency}/offers/new", edit, show_new),
        Endpoint::submit("/directory/agencies/{agency}/offers/new", edit, add, show_new, offer),
        Endpoint::page("/directory/offers/{offer}/edit", edit, show_offer),
        Endpoint::submit("/directory/offers/{offer}/edit", edit, save_offer, show_offer, offer),
        Endpoint::submit(
            "/directory/offers/{offer}/capacity",
            edit,
            set_capacity,
            show_offer,
            &[("capacity", "waiting")],
        ),
        Endpoint::page("/directory/suggestions", review, show_suggestions),
        Endpoint::submit(
            "/directory/suggestions/{suggestion}",
            edit,
            decide,
            show_suggestions,
            &[("standing", "taken"), ("version", "1")],
        ),
    ]
}

fn ui<'a>(cx: &Cx<'a>) -> Ui<'a> {
    Ui::new(cx.words, cx.lang)
}

fn is_signed_in(cx: &Cx<'_>) -> bool {
    matches!(cx.who, Who::Worker(_))
}

fn show_search(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let query = ask::read(&req.query);
    let lang = cx.lang;
    let kinds = agency::kinds(cx)?.iter().map(|kind| (kind.code.clone(), web::ui::plain(kind.name(lang)))).collect();
    let results = if query.is_empty() { None } else { Some(search(cx, &query)?) };
    let (found, next) = match results {
        None => (None, None),
        Some(results) => (Some(shown(cx, results.items)?), results.next),
    };
    let may_review = cx.viewer().is_ok_and(|viewer| may(viewer.roles, Act::ReviewSuggestions));
    let page = SearchPage { query, found, next, kinds, signed_in: is_signed_in(cx), may_review, today: cx.today() };
    Ok(page.view(&ui(cx)))
}

fn shown(cx: &mut Cx<'_>, found: Vec<Found>) -> Outcome<Vec<Shown>> {
    let (lang, today) = (cx.lang, cx.today());
    let kinds = agency::kinds(cx)?;
    let mut all = Vec::with_capacity(found.len());
    for found in found {
        let agency = agency::get(cx, found.agency)?;
        let site = site::get(cx.tx, found.agency)?.unwrap_or_default();
        let kind = kinds.iter().find(|kind| kind.code == agency.kind);
        let checked = found.offers.iter().map(|(offer, _)| offer.checked_on).chain([site.checked_on]).flatten().max();
        all.push(Shown {
            name_en: site.is.name_en,
            kind: kind.map_or_else(|| agency.kind.clone(), |kind| kind.name(lang).to_owned()),
            trust: freshness(checked, today),
            offers: found.offers,
            agency,
        });
    }
    Ok(all)
}

fn show_agency(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let listing = listing(cx, req.id("agency")?)?;
    let checkers = if is_signed_in(cx) { checkers(cx, &listing)? } else { Vec::new() };
    let page = AgencyPage { listing, checkers, signed_in: is_signed_in(cx), typed: Typed::of(cx, req) };
    Ok(page.view(&ui(cx)))
}

fn checkers(cx: &mut Cx<'_>, listing: &Listing) -> Outcome<Vec<(WorkerId, String)>> {
    let of_offers = listing.offers.iter().filter_map(|offer| offer.checked_by);
    let mut ids: Vec<WorkerId> = of_offers.chain(listing.site.checked_by).collect();
    ids.sort();
    ids.dedup();
    ids.into_iter().map(|id| Ok((id, agency::worker_name(cx, id)?))).collect()
}

fn suggest(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let agency: AgencyId = req.id("agency")?;
    let input = SuggestionInput {
        what: req.form.get("what").to_owned(),
        text: req.form.get("text").to_owned(),
        contact: Some(req.form.get("contact").to_owned()),
    };
    acts::suggest(cx, agency, &input)?;
    Ok(see(format!("/directory/agencies/{agency}"), "directory-suggested"))
}

/// The listing of an agency that the reader may change; whose it is not may not know more than the public does.
fn own_listing(cx: &mut Cx<'_>, agency: AgencyId) -> Outcome<Listing> {
    let listing = listing(cx, agency)?;
    acts::may_edit(cx, agency)?;
    Ok(listing)
}

fn show_edit(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let listing = own_listing(cx, req.id("agency")?)?;
    let name = listing.agency.name.clone();
    let waiting = acts::suggestions_for(cx, listing.agency.id)?;
    let waiting = waiting.into_iter().map(|is| Waiting { is, agency: name.clone() }).collect();
    let mut typed = Typed::of(cx, req);
    // The small forms of this page carry nothing that belongs into the large one.
    if !req.path.ends_with("/edit") {
        typed.values = Form::default();
    }
    let typed = typed.filled(fields_of_site(&listing.site));
    Ok(EditPage { listing, waiting, typed }.view(&ui(cx)))
}

fn save_site(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let agency: AgencyId = req.id("agency")?;
    acts::change_site(cx, agency, &site_of(&req.form))?;
    Ok(see(format!("/directory/agencies/{agency}/edit"), "directory-saved"))
}

fn site_of(form: &Form) -> SiteInput {
    let get = |name| form.get(name).to_owned();
    SiteInput {
        municipality: get("municipality"),
        postcode: get("postcode"),
        prefecture: get("prefecture"),
        city: get("city"),
        town: get("town"),
        lot: get("lot"),
        building: get("building"),
        is_secret: form.ticked("is_secret"),
        lat: get("lat"),
        lon: get("lon"),
        name_en: get("name_en"),
        also: get("also"),
        operator: get("operator"),
        corporate_no: get("corporate_no"),
        extension: get("extension"),
        fax: get("fax"),
        mail: get("mail"),
        url: get("url"),
        form_url: get("form_url"),
        contact_note: get("contact_note"),
        opening: get("opening"),
        opening_note: get("opening_note"),
        text: get("text"),
        access: get("access"),
        parking: get("parking"),
        barrier_free: get("barrier_free"),
        fee: get("fee"),
        version: Some(get("version")),
    }
}

fn check(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let agency: AgencyId = req.id("agency")?;
    acts::mark_checked(cx, agency)?;
    Ok(see(format!("/directory/agencies/{agency}/edit"), "directory-checked-done"))
}

fn show_new(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let listing = own_listing(cx, req.id("agency")?)?;
    let back = format!("/directory/agencies/{}/edit", listing.agency.id);
    let action = format!("/directory/agencies/{}/offers/new", listing.agency.id);
    let typed = Typed::of(cx, req).filled([("capacity", "ask".to_owned())]);
    let page = OfferPage { agency: listing.agency.name, back, action, is_new: true, typed };
    Ok(page.view(&ui(cx)))
}

fn add(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let agency: AgencyId = req.id("agency")?;
    acts::add_offer(cx, agency, &offer_of(&req.form))?;
    Ok(see(format!("/directory/agencies/{agency}/edit"), "directory-saved"))
}

fn offer_of(form: &Form) -> OfferInput {
    let get = |name| form.get(name).to_owned();
    let all = |name| form.all(name).map(str::to_owned).collect();
    OfferInput {
        kind: get("kind"),
        name: get("name"),
        text: get("text"),
        schedule: typed_schedule(form),
        cost: get("cost"),
        language: get("language"),
        accompany: Some(get("accompany")),
        urine_test: Some(get("urine_test")),
        capacity: get("capacity"),
        who: WhoInput {
            sex: get("sex"),
            age_from: Some(get("age_from")),
            age_to: Some(get("age_to")),
            dependence: all("dependence"),
            not: all("not"),
            welcome: all("welcome"),
        },
        hidden: form.ticked("hidden"),
        version: Some(get("version")),
    }
}

fn show_offer(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let id: OfferId = req.id("offer")?;
    let offer = acts::get_offer(cx, id)?;
    let listing = own_listing(cx, offer.agency)?;
    let mut typed = Typed::of(cx, req);
    if !req.path.ends_with("/edit") {
        typed.values = Form::default();
    }
    let page = OfferPage {
        agency: listing.agency.name,
        back: format!("/directory/agencies/{}/edit", offer.agency),
        action: format!("/directory/offers/{id}/edit"),
        is_new: false,
        typed: typed.filled(fields_of_offer(&offer)),
    };
    Ok(page.view(&ui(cx)))
}

fn save_offer(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let id: OfferId = req.id("offer")?;
    let agency = acts::get_offer(cx, id)?.agency;
    acts::change_offer(cx, id, &offer_of(&req.form))?;
    Ok(see(format!("/directory/agencies/{agency}/edit"), "directory-saved"))
}

fn set_capacity(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let agency = acts::set_capacity(cx, req.id("offer")?, req.form.get("capacity"))?;
    Ok(see(format!("/directory/agencies/{agency}/edit"), "directory-capacity-saved"))
}

fn show_suggestions(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let cursor: Option<Cursor> = req.query.get("after").parse().ok();
    let after = cursor.and_then(|cursor| Some((Time::from_micros(cursor.int(0)?), cursor.int(1)?)));
    let most = i64::try_from(SUGGESTIONS_PAGE + 1).unwrap_or(i64::MAX);
    let rows = acts::waiting_suggestions(cx, after.unwrap_or((Time::MIN, 0)), most)?;
    let place = |last: &Suggestion| Cursor::new().with_int(last.at.micros()).with_int(last.id.raw());
    let page = base::Page::cut(rows, SUGGESTIONS_PAGE, place);
    let mut waiting = Vec::new();
    for is in page.items {
        waiting.push(Waiting { agency: agency::get(cx, is.agency)?.name, is });
    }
    let mut stale = Vec::new();
    let before = cx.today().plus_days(-super::rules::STALE_AFTER);
    for (id, on) in site::stale(cx.tx, before, ("", 0), STALE_SHOWN)? {
        stale.push((id, agency::get(cx, id)?.name, on));
    }
    let next = page.next.map(|next| format!("/directory/suggestions?after={next}"));
    Ok(SuggestionsPage { waiting, next, stale, once: base::random_token(cx.rng) }.view(&ui(cx)))
}

fn decide(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let id: SuggestionId = req.id("suggestion")?;
    let version = req.form.get("version").parse().map_err(|_| Problem::Stale)?;
    let agency = acts::decide_suggestion(cx, id, req.form.get("standing"), version)?;
    let reviews = cx.viewer().is_ok_and(|viewer| may(viewer.roles, Act::ReviewSuggestions));
    let to = if reviews { "/directory/suggestions".to_owned() } else { format!("/directory/agencies/{agency}/edit") };
    Ok(see(to, "directory-decided"))
}

/// The name of an agency's kind; kept here so that the API says it as the pages do
pub(super) fn kind_of(cx: &mut Cx<'_>, code: &str) -> Outcome<String> {
    Ok(web::ui::plain(&kind_name(cx, code)?))
}
