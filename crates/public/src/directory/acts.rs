//! What can be done in the directory; every page, program, import and scenario goes through here

use base::{AgencyId, OfferId, Outcome, Problem, SuggestionId};
use policy::{Act, Role};
use web::{Cx, Who};

use super::input::{OfferInput, SiteInput, SuggestionInput, version};
use super::model::{Capacity, KeptSite, NewOffer, Offer, Site, Standing, Suggestion};
use super::store::index::Placed;
use super::store::offer::Said;
use super::store::{index, offer, site, suggestion};
use super::terms::{Listed, Parts, listed};
use people::agency::{self, Agency};
use people::audit::{self, Event};

/// Suggestions that may wait for one agency; more say nothing new and somebody must read them
const WAITING_MOST: i64 = 30;

/// Suggestions that are taken down in an hour from everybody together
const HOURLY_MOST: i64 = 300;

/// How often a place is drawn anew when it is taken
const PLACE_TRIES: usize = 32;

/// Whether the one who asks may change what the directory says of an agency
///
/// Desk and administrator of the agency itself, the coordinator everywhere, and the product itself.
pub fn may_edit(cx: &Cx<'_>, agency: AgencyId) -> Outcome<()> {
    if cx.who == Who::System {
        return Ok(());
    }
    let viewer = cx.allow(Act::EditDirectory)?;
    if viewer.agency == agency || viewer.roles.has(Role::Coordinator) {
        Ok(())
    } else {
        Err(Problem::forbidden("directory-not-own"))
    }
}

fn said(cx: &Cx<'_>) -> Said {
    let by = match &cx.who {
        Who::Worker(viewer) => Some(viewer.worker),
        _ => None,
    };
    Said { on: cx.today(), by, at: cx.now }
}

/// An offer, or [`Problem::NotFound`]
pub fn get_offer(cx: &mut Cx<'_>, id: OfferId) -> Outcome<Offer> {
    offer::get(cx.tx, id)?.ok_or(Problem::NotFound)
}

/// Adds an offer to an agency
pub fn add_offer(cx: &mut Cx<'_>, agency: AgencyId, input: &OfferInput) -> Outcome<OfferId> {
    let new = input.parse()?;
    insert_offer(cx, agency, &new)
}

/// Adds an offer that has been read already
pub fn insert_offer(cx: &mut Cx<'_>, agency: AgencyId, new: &NewOffer) -> Outcome<OfferId> {
    may_edit(cx, agency)?;
    agency::get(cx, agency)?;
    let id = OfferId::new(cx.rng);
    let said = said(cx);
    offer::insert(cx.tx, id, agency, new, said)?;
    refresh(cx, agency)?;
    audit::record(cx, Event::of("directory.offer.add").on(id.raw()))?;
    Ok(id)
}

/// Changes an offer; who saves it has checked it
pub fn change_offer(cx: &mut Cx<'_>, id: OfferId, input: &OfferInput) -> Outcome<()> {
    let old = get_offer(cx, id)?;
    may_edit(cx, old.agency)?;
    let new = input.parse()?;
    if old.version != version(input.version.as_ref()) {
        return Err(Problem::Stale);
    }
    let said = said(cx);
    if !offer::update(cx.tx, &old, &new, said)? {
        return Err(Problem::Stale);
    }
    refresh(cx, old.agency)?;
    audit::record(cx, Event::of("directory.offer.change").on(id.raw()))
}

/// Says whether an offer has room now
pub fn set_capacity(cx: &mut Cx<'_>, id: OfferId, capacity: &str) -> Outcome<AgencyId> {
    let old = get_offer(cx, id)?;
    may_edit(cx, old.agency)?;
    let capacity =
        Capacity::from_code(capacity).ok_or_else(|| Problem::field("capacity", "base-field-not-a-choice"))?;
    let said = said(cx);
    offer::set_capacity(cx.tx, id, capacity, said)?;
    audit::record(cx, Event::of("directory.offer.capacity").on(id.raw()))?;
    Ok(old.agency)
}

/// Says that everything the directory shows of an agency is right today
pub fn mark_checked(cx: &mut Cx<'_>, agency: AgencyId) -> Outcome<()> {
    may_edit(cx, agency)?;
    agency::get(cx, agency)?;
    let said = said(cx);
    offer::mark_checked(cx.tx, agency, said)?;
    if site::get(cx.tx, agency)?.is_none() {
        site::save(cx.tx, agency, &KeptSite::default())?;
    }
    site::mark_checked(cx.tx, agency, said.on, said.by)?;
    audit::record(cx, Event::of("directory.check").on(agency.raw()))
}

/// Changes where an agency is and how it is reached; who saves it has checked it
pub fn change_site(cx: &mut Cx<'_>, agency: AgencyId, input: &SiteInput) -> Outcome<()> {
    let new = input.parse()?;
    put_site(cx, agency, new, version(input.version.as_ref()))
}

/// Saves a site that has been read already over the version that was read, 0 when there was none
pub fn put_site(cx: &mut Cx<'_>, agency: AgencyId, new: Site, version: i64) -> Outcome<()> {
    may_edit(cx, agency)?;
    agency::get(cx, agency)?;
    let mut kept = site::get(cx.tx, agency)?.unwrap_or_default();
    if kept.version != version {
        return Err(Problem::Stale);
    }
    let said = said(cx);
    kept.is = new;
    (kept.checked_on, kept.checked_by, kept.touched_on) = (Some(said.on), said.by, Some(said.on));
    if !site::save(cx.tx, agency, &kept)? {
        return Err(Problem::Stale);
    }
    refresh(cx, agency)?;
    audit::record(cx, Event::of("directory.site.change").on(agency.raw()))
}

/// Takes down what anybody says should be corrected
pub fn suggest(cx: &mut Cx<'_>, agency: AgencyId, input: &SuggestionInput) -> Outcome<SuggestionId> {
    let (topic, text, contact) = input.parse()?;
    let of = agency::get(cx, agency)?;
    if !of.active {
        return Err(Problem::NotFound);
    }
    let (waiting, lately) = suggestion::counts(cx.tx, agency, cx.now.plus_minutes(-60))?;
    if waiting >= WAITING_MOST {
        return Err(Problem::refused("directory-suggestion-enough"));
    }
    if lately >= HOURLY_MOST {
        return Err(Problem::TooMany { retry_after_s: 3600 });
    }
    let id = SuggestionId::new(cx.rng);
    let new = suggestion::New { agency, topic, text: &text, contact: contact.as_deref() };
    let now = cx.now;
    suggestion::insert(cx.tx, id, &new, now)?;
    audit::record(cx, Event::of("directory.suggest").on(agency.raw()))?;
    Ok(id)
}

/// Suggestions that wait, the oldest first: all of them for the coordinator
pub fn waiting_suggestions(cx: &mut Cx<'_>, after: (base::Time, i64), most: i64) -> Outcome<Vec<Suggestion>> {
    cx.allow(Act::ReviewSuggestions)?;
    suggestion::waiting(cx.tx, None, after, most)
}

/// Suggestions that wait for one agency, for whoever may change its listing
pub fn suggestions_for(cx: &mut Cx<'_>, agency: AgencyId) -> Outcome<Vec<Suggestion>> {
    may_edit(cx, agency)?;
    suggestion::waiting(cx.tx, Some(agency), (base::Time::MIN, 0), WAITING_MOST)
}

/// Decides what becomes of a suggestion; the coordinator, or the agency it is about
pub fn decide_suggestion(cx: &mut Cx<'_>, id: SuggestionId, standing: &str, version: i64) -> Outcome<AgencyId> {
    let old = suggestion::get(cx.tx, id)?.ok_or(Problem::NotFound)?;
    if cx.allow(Act::ReviewSuggestions).is_err() {
        may_edit(cx, old.agency)?;
    }
    let by = cx.viewer()?;
    let to = Standing::from_code(standing)
        .filter(|to| *to != Standing::Open)
        .ok_or_else(|| Problem::field("standing", "base-field-not-a-choice"))?;
    let now = cx.now;
    if !suggestion::decide(cx.tx, id, to, by.worker, version, now)? {
        return Err(Problem::Stale);
    }
    audit::record(cx, Event::of("directory.suggestion.decide").on(id.raw()))?;
    Ok(old.agency)
}

/// Brings the search index in line with an agency; called whenever anything about it has changed
///
/// The agency's own room calls it too, after adding, changing or ending an agency.
pub fn refresh(cx: &mut Cx<'_>, id: AgencyId) -> Outcome<()> {
    let agency = agency::get(cx, id)?;
    let kept = site::get(cx.tx, id)?;
    let offers = offer::of_agency(cx.tx, id)?;
    if let Some(kept) = &kept {
        let by_hand = matches!(cx.who, Who::Worker(_)) && kept.origin.agency_version != agency.version;
        if by_hand && kept.touched_on != Some(cx.today()) {
            let today = cx.today();
            site::touch(cx.tx, id, today)?;
        }
    }
    let new = row_of(&agency, &kept.map(|kept| kept.is).unwrap_or_default(), &offers);
    let old = index::of_agency(cx.tx, id)?;
    place(cx, &agency, old, new)
}

fn row_of(agency: &Agency, site: &Site, offers: &[Offer]) -> Option<Listed> {
    let parts =
        Parts { kind: &agency.kind, name: &agency.name, kana: &agency.kana, area: &agency.area, tells: &agency.tells };
    agency.active.then(|| listed(&parts, site, offers))
}

/// Replaces an agency's row by another; only what differs is written.
fn place(cx: &mut Cx<'_>, agency: &Agency, old: Option<Placed>, new: Option<Listed>) -> Outcome<()> {
    match (old, new) {
        (Some(old), Some(new)) if old.is == new => Ok(()),
        // The same names stand at the same place of the reading order.
        (Some(old), Some(new)) if old.is.names == new.names => {
            let (before, after) = (old.is.terms(), new.terms());
            let gone = before.iter().filter(|term| after.binary_search(term).is_err());
            index::remove_grams(cx.tx, old.place, gone)?;
            let fresh = after.iter().filter(|term| before.binary_search(term).is_err());
            index::add_grams(cx.tx, fresh.map(|term| (term.clone(), old.place)).collect())?;
            index::update(cx.tx, &Placed { is: new, ..old })
        }
        (old, new) => {
            if let Some(old) = old {
                index::remove_grams(cx.tx, old.place, &old.is.terms())?;
                index::delete(cx.tx, old.place)?;
            }
            let Some(new) = new else { return Ok(()) };
            let row = add_row(cx, agency, new)?;
            index::add_grams(cx.tx, row.is.terms().into_iter().map(|term| (term, row.place)).collect())
        }
    }
}

/// Adds a row without its pairs, at a free place.
fn add_row(cx: &mut Cx<'_>, agency: &Agency, is: Listed) -> Outcome<Placed> {
    let reading = if agency.kana.is_empty() { &agency.name } else { &agency.kana };
    let mut row = Placed { place: 0, agency: agency.id, is };
    for _ in 0..PLACE_TRIES {
        row.place = index::place_of(reading, cx.rng);
        if index::insert(cx.tx, &row)? {
            return Ok(row);
        }
    }
    Err(Problem::Internal("no free place in the directory".to_owned()))
}

/// Adds a new agency's row and hands its pairs over, so that an import can write many at once in order
pub(super) fn add_new(cx: &mut Cx<'_>, agency: &Agency, site: &Site, pairs: &mut index::Gathered) -> Outcome<()> {
    let Some(row) = row_of(agency, site, &[]) else { return Ok(()) };
    let row = add_row(cx, agency, row)?;
    pairs.add(&row.is, row.place);
    Ok(())
}
