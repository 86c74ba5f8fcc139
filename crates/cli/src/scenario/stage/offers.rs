//! What the agencies of the region offer, as entries of the public directory.

use serde_json::{Map, Value, json};

use super::{Call, Ground, Reply, Seats, Stage, Trouble};
use crate::scenario::read::{Get, Given, Region, Values};

/// Sees to it that the offers of the region stand in the directory; nothing is added twice.
pub fn ensure(stage: &mut dyn Stage, region: &Region, ground: &Ground) -> Result<(), Trouble> {
    let mut editor = Editor::new(stage, region, ground);
    for (key, agency) in &region.agencies {
        let there = editor.listing(key)?;
        if there["site"]["city"] != agency.area.as_str() {
            let body = json!({
                "prefecture": region.name,
                "city": agency.area,
                "is_secret": agency.secret,
                "version": there["site"]["version"],
            });
            editor.say(key, &editor.path(key, ""), &body)?;
        }
        for offer in agency.offers.iter().filter(|offer| !stands_in(&there, offer.word("name"))) {
            editor.say(key, &editor.path(key, "/offers"), &plain(offer))?;
        }
    }
    editor.seats.leave(editor.stage)
}

/// Says of every offer anew whether there is room, and that the listing is right: as agencies do now and then.
///
/// One agency in ten has not looked for long; that must be seen too.
pub fn affirm(stage: &mut dyn Stage, region: &Region, ground: &Ground) -> Result<(), Trouble> {
    let mut editor = Editor::new(stage, region, ground);
    let looked_after = region.agencies.iter().enumerate().filter(|(at, _)| at % 10 != 9);
    for (_, (key, agency)) in looked_after {
        let there = editor.listing(key)?;
        for offer in there["offers"].as_array().into_iter().flatten() {
            let of = agency.offers.iter().find(|o| offer["name"] == o.word("name"));
            let path = format!("/api/v1/directory/offers/{}/capacity", offer["id"].as_str().unwrap_or_default());
            let body = json!({ "capacity": of.map_or("ask", |o| o.word("capacity")) });
            editor.say(key, &path, &body)?;
        }
        editor.say(key, &editor.path(key, "/checked"), &json!({}))?;
    }
    editor.seats.leave(editor.stage)
}

fn stands_in(listing: &Value, name: &str) -> bool {
    listing["offers"].as_array().into_iter().flatten().any(|offer| offer["name"] == name)
}

/// An offer as it is sent.
fn plain(offer: &Values) -> Value {
    let fields: Map<_, _> =
        offer.iter().map(|(name, given): (_, &Given)| ((*name).to_owned(), given.to_json())).collect();
    fields.into()
}

/// Whoever may change what the directory says.
struct Editor<'a> {
    stage: &'a mut dyn Stage,
    seats: Seats<'a>,
    region: &'a Region,
    ground: &'a Ground,
}

impl<'a> Editor<'a> {
    fn new(stage: &'a mut dyn Stage, region: &'a Region, ground: &'a Ground) -> Self {
        Self { stage, seats: Seats::new(region, ground), region, ground }
    }

    fn path(&self, agency: &str, rest: &str) -> String {
        format!("/api/v1/directory/agencies/{}{rest}", self.ground.agency(agency))
    }

    fn listing(&mut self, agency: &str) -> Result<Value, Trouble> {
        let path = self.path(agency, "");
        let shown = self.stage.send(Call { path: &path, token: None, body: None })?;
        done(agency, shown)
    }

    /// Says something as a worker of the agency itself if one may, or else as the coordinator of the region.
    fn say(&mut self, agency: &str, path: &str, body: &Value) -> Result<(), Trouble> {
        let may = |roles: &[String]| roles.iter().any(|role| role == "intake_desk" || role == "administrator");
        let own = self.region.workers.iter().find(|(_, w)| w.agency == agency && may(&w.roles));
        let coordinator = || self.region.workers.iter().find(|(_, w)| w.roles.iter().any(|role| role == "coordinator"));
        let Some((login, worker)) = own.or_else(coordinator) else {
            return Err(Trouble(format!("nobody of the region may write in the directory for `{agency}`")));
        };
        let reply = self.seats.ask(self.stage, (login, &worker.agency), path, Some(body))?;
        done(agency, reply).map(drop)
    }
}

fn done(agency: &str, reply: Reply) -> Result<Value, Trouble> {
    if reply.is_done() {
        Ok(reply.body)
    } else {
        Err(Trouble(format!("the directory and `{agency}`: {}", reply.said())))
    }
}
