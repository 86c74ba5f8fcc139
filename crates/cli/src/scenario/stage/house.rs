//! The house in memory: the real router and the real database; only the wire is missing.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use base::{Date, Problem, Random, SettableClock, Time};
use db::Db;
use people::agency::{self, AgencyInput, DutyInput, NewWorker};
use people::auth;
use policy::{Role, Roles};
use serde_json::Value;
use tower::ServiceExt;
use web::{Config, Cx, Who};

use super::ground::{code_of, moment};
use super::{Call, Ground, Reply, Stage, Trouble, offers};
use crate::House;
use crate::scenario::read::Region;

/// A house whose clock the stories move.
pub struct HouseStage {
    house: House,
    clock: Arc<SettableClock>,
    founded: Date,
    password: String,
    runtime: tokio::runtime::Runtime,
}

impl HouseStage {
    /// A stage in `house`, which must have been built with `clock`. The region is founded on the day `founded`; a
    /// story can begin on the day after. `password` is what every worker of the region gets.
    pub fn new(house: House, clock: Arc<SettableClock>, founded: Date, password: &str) -> Result<Self, Trouble> {
        let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(Problem::internal)?;
        Ok(Self { house, clock, founded, password: password.to_owned(), runtime })
    }

    /// Builds the house on an open database and puts the stage in it.
    pub fn build(db: Db, founded: Date, random: Box<dyn Random>, password: &str) -> Result<Self, Trouble> {
        let clock = Arc::new(SettableClock::new(moment(founded, 0)));
        let house = House::with_clock(db, long_sessions(Config::default()), Arc::clone(&clock), random)?;
        Self::new(house, clock, founded, password)
    }
}

impl Stage for HouseStage {
    fn set_clock(&mut self, now: Time) -> Result<(), Trouble> {
        self.clock.set(now);
        Ok(())
    }

    fn send(&mut self, call: Call<'_>) -> Result<Reply, Trouble> {
        let method = if call.body.is_some() { "POST" } else { "GET" };
        let mut request = Request::builder().method(method).uri(call.path);
        if let Some(token) = call.token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        let body = match call.body {
            Some(body) => {
                request = request.header(header::CONTENT_TYPE, "application/json");
                Body::from(body.to_string())
            }
            None => Body::empty(),
        };
        let request = request.body(body).map_err(Problem::internal)?;
        let router = self.house.router.clone();
        self.runtime.block_on(async move {
            let Ok(response) = router.oneshot(request).await;
            let status = response.status().as_u16();
            let bytes = to_bytes(response.into_body(), usize::MAX).await.map_err(Problem::internal)?;
            Ok(Reply { status, body: serde_json::from_slice(&bytes).unwrap_or(Value::Null) })
        })
    }

    fn ground(&mut self, region: &Region) -> Result<Ground, Trouble> {
        self.clock.set(moment(self.founded, 0));
        let app = self.house.app.clone();
        // Hashed once for everybody, and lightly: nobody but the stories signs in with it.
        let hashed = auth::hash(&self.password, auth::Strength::Test, app.random())?;
        let found = region.clone();
        let agencies = app.act(Who::System, move |cx| found_agencies(cx, &found))?;
        let (found, ids) = (region.clone(), agencies.clone());
        let password = self.password.clone();
        app.act(Who::System, move |cx| found_workers(cx, &found, &ids, &password, &hashed))?;
        let ground = Ground {
            first_day: self.founded.plus_days(1),
            agencies: agencies.into_iter().map(|(key, id)| (key, id.to_string())).collect(),
            password: self.password.clone(),
        };
        offers::ensure(self, region, &ground)?;
        Ok(ground)
    }
}

/// A clock that moves by months ends every session that lasts as long as usual.
pub fn long_sessions(config: Config) -> Config {
    const YEARS: i64 = 20 * 366;
    Config { idle_minutes: YEARS * 24 * 60, session_hours: YEARS * 24, ..config }
}

type Ids = BTreeMap<String, base::AgencyId>;

fn found_agencies(cx: &mut Cx<'_>, region: &Region) -> base::Outcome<Ids> {
    let mut ids = Ids::new();
    for (key, agency) in &region.agencies {
        if let Some(there) = agency::by_code(cx, &code_of(key))? {
            ids.insert(key.clone(), there.id);
            continue;
        }
        let input = AgencyInput {
            code: Some(code_of(key)),
            kind: agency.kind.clone(),
            name: agency.name.clone(),
            kana: agency.kana.clone(),
            area: agency.area.clone(),
            phone: agency.phone.clone(),
            tells: agency.tells.clone(),
            has_account: agency.account,
            answer_days: Some(agency.answer_days),
            ..AgencyInput::default()
        };
        let id = agency::create(cx, &input)?;
        if let Some((reports, basis)) = &agency.duty {
            let reports = if *reports { "yes" } else { "no" }.to_owned();
            agency::record_duty(cx, id, &DutyInput { reports, basis: basis.clone(), from: None })?;
        }
        ids.insert(key.clone(), id);
    }
    Ok(ids)
}

fn found_workers(cx: &mut Cx<'_>, region: &Region, ids: &Ids, password: &str, hashed: &str) -> base::Outcome<()> {
    let at = |key: &str| ids.get(key).copied().ok_or(Problem::NotFound);
    for (login, worker) in &region.workers {
        let there = agency::workers_of(cx, at(&worker.agency)?)?;
        if there.iter().any(|(_, name)| *name == worker.name) {
            continue;
        }
        let roles = roles(&worker.roles);
        let new = NewWorker {
            login: login.clone(),
            name: worker.name.clone(),
            kana: worker.kana.clone(),
            password: password.to_owned(),
            roles,
        };
        agency::add_worker(cx, at(&worker.agency)?, &new, hashed)?;
        for also in &worker.also {
            agency::sit_in(cx, at(also)?, login, roles)?;
        }
    }
    Ok(())
}

fn roles(codes: &[String]) -> Roles {
    Role::ALL.into_iter().filter(|role| codes.iter().any(|code| code == role.code())).fold(Roles::NONE, Roles::with)
}
