//! Everything the directory says of one agency, gathered for whoever shows it

use base::{AgencyId, Date, Outcome, Problem};
use web::{Cx, Who};

use super::model::{Capacity, KeptSite, Offer};
use super::rules::{Freshness, capacity_now, freshness};
use super::store::{offer, site};
use people::agency::{self, Agency, DutyNow};

/// An agency with its site and offers
#[derive(Clone, Debug)]
pub struct Listing {
    /// The agency
    pub agency: Agency,
    /// Name of its kind, for this reader
    pub kind: String,
    /// What it must report, if somebody has checked
    pub duty: Option<DutyNow>,
    /// Where it is; a secret place is left out for whoever may not edit it
    pub site: KeptSite,
    /// Its offers in order; hidden ones only for whoever may edit
    pub offers: Vec<Offer>,
    /// Whether the reader may change it
    pub may_edit: bool,
    /// The day on which it is read
    pub today: Date,
}

/// Gathers a listing; [`Problem::NotFound`] for an agency that no longer takes part
pub fn listing(cx: &mut Cx<'_>, id: AgencyId) -> Outcome<Listing> {
    let agency = agency::get(cx, id)?;
    if !agency.active {
        return Err(Problem::NotFound);
    }
    let may_edit = cx.who != Who::System && super::may_edit(cx, id).is_ok();
    let kind = kind_name(cx, &agency.kind)?;
    let duty = Some(agency::duty_now(cx, id)?).filter(|duty| duty.fact.is_some());
    let mut site = site::get(cx.tx, id)?.unwrap_or_default();
    let mut offers = offer::of_agency(cx.tx, id)?;
    if !may_edit {
        site.is = site.is.public();
        offers.retain(|offer| offer.is.active);
    }
    Ok(Listing { agency, kind, duty, site, offers, may_edit, today: cx.today() })
}

/// The name of a kind for this reader
pub fn kind_name(cx: &mut Cx<'_>, code: &str) -> Outcome<String> {
    let lang = cx.lang;
    let kind = agency::kinds(cx)?.into_iter().find(|kind| kind.code == code);
    Ok(kind.map_or_else(|| code.to_owned(), |kind| kind.name(lang).to_owned()))
}

impl Listing {
    /// How far the listing as a whole can be trusted: as far as its least trusted part that anybody ever checked
    pub fn freshness(&self) -> Freshness {
        let offers = self.offers.iter().filter(|offer| offer.is.active).map(|offer| offer.checked_on);
        let site = (self.site.version > 0 && self.site.checked_on.is_some()).then_some(self.site.checked_on);
        offers.chain(site).map(|on| freshness(on, self.today)).max().unwrap_or(Freshness::Never)
    }

    /// Whether there is room, as far as it can be believed
    pub fn room(&self, offer: &Offer) -> Capacity {
        capacity_now(offer, self.today)
    }
}
