//! Everything that the API answers a worker who looks for somebody.

use serde_json::{Value, json};

use super::{Play, Scene};
use crate::scenario::stage::{Reply, Trouble};
use crate::scenario::verbs::Thing;

/// An id that nobody has: what comes back for it is what does not exist looks like.
pub const NOBODY: &str = "0000000000000";

type Seat<'a> = (&'a str, &'a str);

impl Scene<'_, '_> {
    /// Looks at something as a worker.
    pub fn look(&mut self, seat: Seat<'_>, path: &str) -> Result<Reply, Trouble> {
        self.seats.ask(self.stage, seat, path, None)
    }

    /// Looks at every page of a list.
    pub fn look_through(&mut self, seat: Seat<'_>, path: &str) -> Result<Vec<Value>, Trouble> {
        let mut pages = Vec::new();
        let mut address = path.to_owned();
        loop {
            let page = self.look(seat, &address)?.body;
            let next = page["next"].as_str().map(str::to_owned);
            pages.push(page);
            match next {
                Some(next) => {
                    let join = if path.contains('?') { '&' } else { '?' };
                    address = format!("{path}{join}after={next}");
                }
                None => return Ok(pages),
            }
        }
    }

    /// Searches the list of persons for a name.
    pub fn search(&mut self, seat: Seat<'_>, name: &str) -> Result<Vec<Value>, Trouble> {
        let mut pages = Vec::new();
        let mut after: Option<String> = None;
        loop {
            let body = json!({ "name": name, "after": after });
            let page = self.seats.ask(self.stage, seat, "/api/v1/persons/search", Some(&body))?.body;
            after = page["next"].as_str().map(str::to_owned);
            pages.push(page);
            if after.is_none() {
                return Ok(pages);
            }
        }
    }
}

impl Play<'_> {
    /// The referrals of the story that are about a person.
    pub(super) fn referrals_of(&self, person: &str) -> Vec<String> {
        let referrals =
            self.made.iter().filter(|((thing, _), made)| *thing == Thing::Referral && made.person == person);
        referrals.map(|(_, made)| made.id.clone()).collect()
    }
}

/// What a worker who may know of a person gets to see of them, page by page; the record comes first.
pub fn of_person(
    play: &Play<'_>,
    scene: &mut Scene<'_, '_>,
    seat: Seat<'_>,
    person: &str,
) -> Result<(Reply, Vec<Value>), Trouble> {
    let id = play.person(person).to_owned();
    let record = scene.look(seat, &format!("/api/v1/persons/{id}"))?;
    let mut all = vec![record.body.clone()];
    for referral in play.referrals_of(person) {
        let shown = scene.look(seat, &format!("/api/v1/referrals/{referral}"))?;
        if shown.is_done() {
            all.push(shown.body);
        }
    }
    all.push(scene.look(seat, &format!("/api/v1/persons/{id}/consents"))?.body);
    all.push(scene.look(seat, "/api/v1/requests")?.body);
    all.push(scene.look(seat, "/api/v1/notices")?.body);
    Ok((record, all))
}

/// Every list in which a person or a referral could turn up, with what the list is called.
pub fn lists(scene: &mut Scene<'_, '_>, seat: Seat<'_>) -> Result<Vec<(&'static str, Value)>, Trouble> {
    let mut all = Vec::new();
    for page in scene.look_through(seat, "/api/v1/persons")? {
        all.push(("the list of persons", page));
    }
    for page in scene.look_through(seat, "/api/v1/referrals")? {
        all.push(("the list of referrals", page));
    }
    all.push(("the home page", scene.look(seat, "/api/v1/home")?.body));
    all.push(("the requests", scene.look(seat, "/api/v1/requests")?.body));
    all.push(("the notices", scene.look(seat, "/api/v1/notices")?.body));
    Ok(all)
}
