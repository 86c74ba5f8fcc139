//! The room as people use it, on both engines: over the JSON API, each request as somebody.

mod beside;
mod disclosure;
mod lists;
mod outside;
mod way;
mod words;

use base::PersonId;
use db::{Db, Migration};
use people::testing::{World, region};
use serde_json::{Value, json};
use web::Room;
use web::testing::{Client, Reply};

/// Every room up to this wing.
fn rooms() -> Vec<Room> {
    people::rooms().into_iter().chain(crate::rooms()).collect()
}

fn migrations() -> Vec<Migration> {
    rooms().iter().flat_map(|room| room.migrations.iter().copied()).collect()
}

fn world(db: Db) -> World {
    region(db, rooms, crate::hooks())
}

/// Somebody at an agency, as a program, signed in just now.
fn at(world: &World, login: &str) -> Client {
    world.as_worker(login).as_program()
}

/// hogo's client たいち, who allows center to be told of health.
fn taichi(world: &World) -> PersonId {
    let person = world.person("hogo", "たいち");
    world.consent("hogo", person, "center", &["health"], false);
    person
}

/// What hogo would tell of somebody.
fn letter_to(world: &World, person: PersonId, to: &str) -> Value {
    json!({
        "person": person,
        "to": world.agency(to),
        "act": "refer",
        "wish": "静かに話を聞いてほしい",
        "sections": { "health": "夜眠れない日がある", "justice": "月に二度の面談がある" },
    })
}

/// Prepares a referral from hogo; gives its address.
fn prepare(world: &World, person: PersonId, to: &str) -> String {
    let made = at(world, "hogo").post_json("/api/v1/referrals", &letter_to(world, person, to));
    address(&made)
}

/// Prepares and sends a referral from hogo; gives its address.
fn refer(world: &World, person: PersonId, to: &str) -> String {
    let mut letter = letter_to(world, person, to);
    letter["send"] = true.into();
    let made = at(world, "hogo").post_json("/api/v1/referrals", &letter);
    assert_eq!(made.assert_status(200).json()["state"], "sent");
    address(&made)
}

fn address(made: &Reply) -> String {
    let made = made.assert_status(200).json();
    format!("/api/v1/referrals/{}", made["referral"].as_str().expect("an id"))
}

/// Does something with a referral, and gives its state afterwards.
#[track_caller]
fn act(world: &World, login: &str, referral: &str, verb: &str, body: Value) -> String {
    let reply = at(world, login).post_json(&format!("{referral}/{verb}"), &body);
    reply.assert_status(200).json()["state"].as_str().expect("a state").to_owned()
}

/// Tries something that is not to be done.
#[track_caller]
fn fails(world: &World, login: &str, referral: &str, verb: &str, body: Value, status: u16) -> Value {
    at(world, login).post_json(&format!("{referral}/{verb}"), &body).assert_status(status).json()
}

/// What somebody sees of a referral.
#[track_caller]
fn sees(world: &World, login: &str, referral: &str) -> Value {
    at(world, login).get(referral).assert_status(200).json()
}

/// The ids of referrals on one list of somebody's home.
fn home(world: &World, login: &str, list: &str) -> Vec<String> {
    let home = at(world, login).get("/api/v1/home").assert_status(200).json();
    let items = home[list].as_array().expect("a list").clone();
    items.iter().filter_map(|item| item["referral"].as_str()).map(|id| format!("/api/v1/referrals/{id}")).collect()
}

/// From sent to connected, all on one day.
fn connect(world: &World, referral: &str, receiver: &str) {
    act(world, receiver, referral, "accept", json!({ "first_on": "2026-11-20", "first_place": "相談室2" }));
    act(world, receiver, referral, "arrive", json!({ "on": "2026-11-20", "with": "保護観察官" }));
    act(world, receiver, referral, "confirm", json!({}));
    act(world, "hogo", referral, "know", json!({}));
    assert_eq!(act(world, "hogo", referral, "person-says", json!({ "says": "yes" })), "connected");
}
