//! A clock that a test server lets be moved, and the address where that is done.
//!
//! Stories take months. A server that was started with `--scenario-clock` has one address more than any other:
//! `POST /api/v1/scenario-clock` with `{"now": "2027-01-08T00:00:00Z"}` moves its clock, and with `{"now": null}`
//! sets it right again. Only a signed-in administrator may, and never to before the server was started: people
//! would be asked to sign in with accounts that did not exist yet.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Response, StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::post;
use base::{Clock, Lang, Outcome, Problem, SystemClock, Time};
use people::auth;
use policy::Act;
use serde::{Deserialize, Serialize};
use web::{App, Credential, Who, problem_json};

use super::stage::CLOCK;
use crate::House;

/// The machine's clock, moved by as much as somebody asked for; it goes on from there.
#[derive(Debug)]
pub struct MovedClock {
    started: Time,
    ahead: AtomicI64,
}

impl MovedClock {
    /// A clock that goes right, until it is moved.
    pub fn new() -> Self {
        Self { started: SystemClock.now(), ahead: AtomicI64::new(0) }
    }

    /// Moves it to a moment, or sets it right again.
    pub fn set(&self, now: Option<Time>) {
        let ahead = now.map_or(0, |now| now.micros().saturating_sub(SystemClock.now().micros()));
        self.ahead.store(ahead, Ordering::SeqCst);
    }
}

impl Default for MovedClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for MovedClock {
    fn now(&self) -> Time {
        let ahead = self.ahead.load(Ordering::SeqCst);
        Time::from_micros(SystemClock.now().micros().saturating_add(ahead))
    }
}

/// Where to move the clock.
#[derive(Debug, Deserialize)]
struct Move {
    now: Option<Time>,
}

/// What it shows then.
#[derive(Debug, Serialize)]
struct Shows {
    now: Time,
}

/// The house with the address beside its own. `clock` must be the clock the house was built with.
#[must_use]
pub fn with_door(house: House, clock: Arc<MovedClock>) -> House {
    let app = house.app.clone();
    let moved = move |headers: HeaderMap, body: Bytes| {
        let (app, clock) = (app.clone(), Arc::clone(&clock));
        async move { answer(&app, turn(&app, &clock, &headers, &body).await) }
    };
    let router = house.router.route(CLOCK, post(moved));
    House { router, ..house }
}

async fn turn(app: &App, clock: &MovedClock, headers: &HeaderMap, body: &[u8]) -> Outcome<Shows> {
    let credential = bearer(headers);
    let inner = app.clone();
    let asked = move |tx: &mut db::Tx| {
        let who = auth::resolve(&mut inner.cx(tx, Who::Nobody, Lang::Ja), &credential)?;
        inner.cx(tx, who, Lang::Ja).allow(Act::ManageWorkers).map(drop)
    };
    app.db().write_async(asked).await?;
    let wanted: Move = serde_json::from_slice(body).map_err(|_| Problem::field("now", "web-json-unreadable"))?;
    if wanted.now.is_some_and(|now| now < clock.started) {
        return Err(Problem::field("now", "base-date-in-past"));
    }
    clock.set(wanted.now);
    Ok(Shows { now: clock.now() })
}

/// Only a bearer token counts: a browser sends cookies without being asked.
fn bearer(headers: &HeaderMap) -> Credential {
    let token =
        headers.get(header::AUTHORIZATION).and_then(|v| v.to_str().ok()).and_then(|v| v.strip_prefix("Bearer "));
    token.map_or(Credential::None, |token| Credential::Bearer(token.to_owned()))
}

fn answer(app: &App, done: Outcome<Shows>) -> Response<Body> {
    let (status, body) = match done {
        Ok(shows) => (200, serde_json::to_string(&shows).unwrap_or_default()),
        Err(problem) => (problem.status(), problem_json(app.words(), Lang::Ja, &problem).to_string()),
    };
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")], body).into_response()
}
