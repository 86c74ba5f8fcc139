//! The directory as its users see it, on both engines.

mod importing;
mod listing;
mod rules;
mod searching;

use base::AgencyId;
use db::Db;

use crate::directory::{self, OfferInput, WhoInput};
use people::agency::{self, NewAgency};
use people::testing::{World, region};

fn world(db: Db) -> World {
    let world = region(db, crate::all_rooms, people::hooks());
    let ids: Vec<AgencyId> = world.agencies.values().copied().collect();
    let listed =
        world.app.app.act(web::Who::System, move |cx| ids.iter().try_for_each(|id| directory::refresh(cx, *id)));
    listed.expect("agencies can be listed");
    world
}

/// An agency of this name, kind and area, listed
fn list_agency(world: &World, name: &str, kana: &str, kind: &str, area: &str) -> AgencyId {
    let new = NewAgency {
        code: None,
        kind: kind.to_owned(),
        name: name.to_owned(),
        kana: kana.to_owned(),
        area: area.to_owned(),
        phone: Some("000-0000-0000".to_owned()),
        email: None,
        tells: String::new(),
        has_account: false,
        answer_days: 3,
    };
    let act = move |cx: &mut web::Cx<'_>| {
        let id = agency::insert(cx, &new)?;
        directory::refresh(cx, id)?;
        Ok(id)
    };
    world.app.app.act(web::Who::System, act).expect("an agency can be added")
}

/// An offer with a schedule, open to everybody
fn offer(kind: &str, name: &str, schedule: &str) -> OfferInput {
    OfferInput { kind: kind.to_owned(), name: name.to_owned(), schedule: schedule.to_owned(), ..OfferInput::default() }
}

/// Codes as an input has them
fn codes(all: &[&str]) -> Vec<String> {
    all.iter().map(|code| (*code).to_owned()).collect()
}

/// Adds an offer as the product itself
fn add(world: &World, agency: AgencyId, input: &OfferInput) -> base::OfferId {
    let input = input.clone();
    let act = move |cx: &mut web::Cx<'_>| directory::add_offer(cx, agency, &input);
    world.app.app.act(web::Who::System, act).expect("an offer can be added")
}

/// Whom an offer takes
fn who(sex: &str, not: &[&str], welcome: &[&str]) -> WhoInput {
    WhoInput { sex: sex.to_owned(), not: codes(not), welcome: codes(welcome), ..WhoInput::default() }
}
