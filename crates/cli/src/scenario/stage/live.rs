//! A server that is running, over HTTP.

use std::time::Duration;

use base::Time;
use serde_json::{Value, json};
use ureq::Agent;

use super::ground::code_of;
use super::seats::sign_in;
use super::{Call, Ground, Reply, Stage, Trouble, offers};
use crate::scenario::read::{Agency, Region, Worker};

/// Where the clock of a test server is moved.
pub const CLOCK: &str = "/api/v1/scenario-clock";

/// A server, reached with the account of an administrator who is coordinator too.
pub struct LiveStage {
    agent: Agent,
    url: String,
    token: String,
    password: String,
}

impl LiveStage {
    /// Signs in at the server, and finds out whether its clock can be moved.
    ///
    /// The workers of the region get the same password as this account, so that no password stands in the program.
    pub fn new(url: &str, login: &str, password: &str) -> Result<Self, Trouble> {
        let config = Agent::config_builder()
            .timeout_global(Some(Duration::from_secs(60)))
            .http_status_as_error(false)
            .max_redirects(0)
            .build();
        let url = url.trim_end_matches('/').to_owned();
        let mut stage = Self { agent: config.into(), url, token: String::new(), password: password.to_owned() };
        stage.token = sign_in(&mut stage, login, password)?;
        stage.move_clock(None)?;
        Ok(stage)
    }

    /// Asks as the administrator; anything but success is trouble.
    fn must(&mut self, what: &str, path: &str, body: Option<&Value>) -> Result<Value, Trouble> {
        let token = self.token.clone();
        let reply = self.send(Call { path, token: Some(&token), body })?;
        if reply.is_done() { Ok(reply.body) } else { Err(Trouble(format!("{what}: {}", reply.said()))) }
    }

    /// Moves the clock, or sets it back to the machine's; the moment it shows afterwards.
    fn move_clock(&mut self, now: Option<Time>) -> Result<Time, Trouble> {
        let token = self.token.clone();
        let body = json!({ "now": now });
        let reply = self.send(Call { path: CLOCK, token: Some(&token), body: Some(&body) })?;
        match reply.status {
            404 | 405 => Err(Trouble(format!(
                "the clock of {} cannot be moved, and a story takes months. Start a test server with \
                 `tsunagi serve --scenario-clock` on a database of its own, and try again",
                self.url
            ))),
            _ if reply.is_done() => {
                let shown = reply.body["now"].as_str().and_then(|text| text.parse().ok());
                shown.ok_or_else(|| Trouble("the server did not say what its clock shows".to_owned()))
            }
            _ => Err(Trouble(format!("the clock cannot be moved: {}", reply.said()))),
        }
    }

    fn agencies(&mut self) -> Result<Vec<(String, String)>, Trouble> {
        let (mut found, mut path) = (Vec::new(), "/api/v1/agencies".to_owned());
        loop {
            let page = self.must("the list of agencies", &path, None)?;
            for item in page["items"].as_array().into_iter().flatten() {
                if let (Some(code), Some(id)) = (item["code"].as_str(), item["id"].as_str()) {
                    found.push((code.to_owned(), id.to_owned()));
                }
            }
            match page["next"].as_str() {
                Some(next) => path = format!("/api/v1/agencies?after={next}"),
                None => return Ok(found),
            }
        }
    }

    fn add_agency(&mut self, key: &str, agency: &Agency) -> Result<String, Trouble> {
        let what = format!("the agency `{key}`");
        let body = json!({
            "code": code_of(key),
            "kind": agency.kind,
            "name": agency.name,
            "kana": agency.kana,
            "area": agency.area,
            "phone": agency.phone,
            "tells": agency.tells,
            "has_account": agency.account,
            "answer_days": agency.answer_days,
        });
        let made = self.must(&what, "/api/v1/agencies", Some(&body))?;
        let id = made["id"].as_str().unwrap_or_default().to_owned();
        if let Some((reports, basis)) = &agency.duty {
            let body = json!({ "reports": if *reports { "yes" } else { "no" }, "basis": basis });
            self.must(&what, &format!("/api/v1/agencies/{id}/duty"), Some(&body))?;
        }
        Ok(id)
    }

    fn add_worker(&mut self, login: &str, worker: &Worker, ground: &Ground) -> Result<(), Trouble> {
        let body = json!({
            "login": login,
            "name": worker.name,
            "kana": worker.kana,
            "password": self.password,
            "roles": worker.roles,
        });
        let token = self.token.clone();
        let path = format!("/api/v1/agencies/{}/workers", ground.agency(&worker.agency));
        let reply = self.send(Call { path: &path, token: Some(&token), body: Some(&body) })?;
        let is_there = reply.body["fields"][0]["code"] == "base-field-in-use";
        if !reply.is_done() && !is_there {
            return Err(Trouble(format!("the account `{login}`: {}", reply.said())));
        }
        for also in &worker.also {
            let body = json!({ "login": login, "roles": worker.roles });
            let path = format!("/api/v1/agencies/{}/members", ground.agency(also));
            self.must(&format!("the seat of `{login}` at `{also}`"), &path, Some(&body))?;
        }
        Ok(())
    }

    /// The region's own administrators confirm the offices that this account has given at their agencies.
    fn confirm_offices(&mut self, region: &Region, ground: &Ground) -> Result<(), Trouble> {
        for (login, worker) in
            region.workers.iter().filter(|(_, worker)| worker.roles.iter().any(|r| r == "administrator"))
        {
            let token = sign_in(self, login, &ground.password)?;
            let path = format!("/api/v1/agencies/{}/offices", ground.agency(&worker.agency));
            let waiting = self.send(Call { path: &path, token: Some(&token), body: None })?.body;
            for item in waiting["items"].as_array().into_iter().flatten().filter(|item| item["may_confirm"] == true) {
                let path = format!("{path}/{}/confirm", item["id"].as_str().unwrap_or_default());
                let reply = self.send(Call { path: &path, token: Some(&token), body: Some(&json!({})) })?;
                if !reply.is_done() {
                    return Err(Trouble(format!("an office that `{login}` confirms: {}", reply.said())));
                }
            }
            self.send(Call { path: "/api/v1/me/sign-out", token: Some(&token), body: Some(&json!({})) })?;
        }
        Ok(())
    }
}

impl Stage for LiveStage {
    fn set_clock(&mut self, now: Time) -> Result<(), Trouble> {
        self.move_clock(Some(now)).map(drop)
    }

    fn send(&mut self, call: Call<'_>) -> Result<Reply, Trouble> {
        let url = format!("{}{}", self.url, call.path);
        let bearer = call.token.map(|token| format!("Bearer {token}")).unwrap_or_default();
        let answered = if let Some(body) = call.body {
            self.agent.post(&url).header("authorization", &bearer).send_json(body)
        } else {
            self.agent.get(&url).header("authorization", &bearer).call()
        };
        let mut answer = answered.map_err(|e| Trouble(format!("{} cannot be reached: {e}", self.url)))?;
        let text = answer.body_mut().read_to_string().map_err(|e| Trouble(format!("{}: {e}", self.url)))?;
        let body = serde_json::from_str(&text).unwrap_or(Value::Null);
        Ok(Reply { status: answer.status().as_u16(), body })
    }

    fn ground(&mut self, region: &Region) -> Result<Ground, Trouble> {
        let today = self.move_clock(None)?.date_jst();
        let mut ground = Ground {
            first_day: today.plus_days(1),
            agencies: std::collections::BTreeMap::new(),
            password: self.password.clone(),
        };
        let there = self.agencies()?;
        for (key, agency) in &region.agencies {
            let id = match there.iter().find(|(code, _)| *code == code_of(key)) {
                Some((_, id)) => id.clone(),
                None => self.add_agency(key, agency)?,
            };
            ground.agencies.insert(key.clone(), id);
        }
        for (login, worker) in &region.workers {
            self.add_worker(login, worker, &ground)?;
        }
        self.confirm_offices(region, &ground)?;
        offers::ensure(self, region, &ground)?;
        Ok(ground)
    }
}

impl Drop for LiveStage {
    /// Leaves the server with the time of day it had.
    fn drop(&mut self) {
        let _ = self.move_clock(None);
    }
}
