//! Workers in their seats: who has signed in, for which agency.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Call, Ground, Reply, Stage, Trouble};
use crate::scenario::read::Region;

/// Everybody who has signed in on a stage.
pub struct Seats<'a> {
    region: &'a Region,
    ground: &'a Ground,
    tokens: BTreeMap<(String, String), String>,
    ids: BTreeMap<String, String>,
}

impl<'a> Seats<'a> {
    /// Nobody has signed in yet.
    pub fn new(region: &'a Region, ground: &'a Ground) -> Self {
        Self { region, ground, tokens: BTreeMap::new(), ids: BTreeMap::new() }
    }

    /// The region these workers belong to.
    pub fn region(&self) -> &'a Region {
        self.region
    }

    /// Where the region stands.
    pub fn ground(&self) -> &'a Ground {
        self.ground
    }

    /// Asks something as a worker in a seat. Signs in when needed, and again when the session is over.
    pub fn ask(
        &mut self,
        stage: &mut dyn Stage,
        (worker, agency): (&str, &str),
        path: &str,
        body: Option<&Value>,
    ) -> Result<Reply, Trouble> {
        let seat = (worker.to_owned(), agency.to_owned());
        for _ in 0..2 {
            let token = match self.tokens.get(&seat) {
                Some(token) => token.clone(),
                None => self.sign_in(stage, worker, agency)?,
            };
            let reply = stage.send(Call { path, token: Some(&token), body })?;
            if reply.status != 401 {
                return Ok(reply);
            }
            self.tokens.remove(&seat);
        }
        Err(Trouble(format!("{worker} signed in at {agency}, and was asked to sign in again at once")))
    }

    /// The id of a worker.
    pub fn worker_id(&mut self, stage: &mut dyn Stage, worker: &str) -> Result<String, Trouble> {
        if let Some(id) = self.ids.get(worker) {
            return Ok(id.clone());
        }
        let agency = self.region.seats(worker).first().copied().unwrap_or_default().to_owned();
        let me = self.ask(stage, (worker, &agency), "/api/v1/me", None)?;
        let id = me.body["worker"].as_str().unwrap_or_default().to_owned();
        self.ids.insert(worker.to_owned(), id.clone());
        Ok(id)
    }

    /// Signs everybody out.
    pub fn leave(&mut self, stage: &mut dyn Stage) -> Result<(), Trouble> {
        for token in std::mem::take(&mut self.tokens).into_values() {
            stage.send(Call { path: "/api/v1/me/sign-out", token: Some(&token), body: Some(&json!({})) })?;
        }
        Ok(())
    }

    fn sign_in(&mut self, stage: &mut dyn Stage, worker: &str, agency: &str) -> Result<String, Trouble> {
        let token = sign_in(stage, worker, &self.ground.password)?;
        if self.region.seats(worker).len() > 1 {
            let body = json!({ "agency": self.ground.agency(agency) });
            let call = Call { path: "/api/v1/me/agency", token: Some(&token), body: Some(&body) };
            let reply = stage.send(call)?;
            if !reply.is_done() {
                return Err(Trouble(format!("{worker} cannot take the seat at {agency}: {}", reply.said())));
            }
        }
        self.tokens.insert((worker.to_owned(), agency.to_owned()), token.clone());
        Ok(token)
    }
}

/// Signs in; the token of the session.
pub fn sign_in(stage: &mut dyn Stage, login: &str, password: &str) -> Result<String, Trouble> {
    let body = json!({ "login": login, "password": password });
    let reply = stage.send(Call { path: "/api/v1/sessions", token: None, body: Some(&body) })?;
    match reply.body["token"].as_str() {
        Some(token) => Ok(token.to_owned()),
        None if reply.status == 401 => {
            Err(Trouble(format!("{login} cannot sign in: the login or the password is wrong")))
        }
        None => Err(Trouble(format!("{login} cannot sign in: {}", reply.said()))),
    }
}
