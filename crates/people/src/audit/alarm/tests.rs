//! Unusually many persons opened, told through a worker and a privacy officer.

use std::sync::Arc;

use base::{OsRandom, PersonId, SettableClock};
use db::Db;
use db::testing::both_engines;
use web::testing::{Client, TestApp};
use web::{App, Config, Settings};

use crate::journeys::world;
use crate::testing::{PASSWORD, World, words_of};

/// The region of an operator who wants to know of more than three persons an hour.
fn watched(db: Db) -> World {
    let config = Config { persons_an_hour: 3, mail_from: "tsunagi@example.jp".to_owned(), ..Config::default() };
    with(db, config)
}

fn with(db: Db, config: Config) -> World {
    let world = world(db);
    let settings = Settings { config, hooks: crate::hooks() };
    let (clock, db): (Arc<SettableClock>, Db) = (Arc::clone(&world.clock), world.app.app.db().clone());
    let app = App::new(db, Box::new(clock), Box::new(OsRandom), words_of(crate::rooms()), settings);
    let router = web::router(&app, crate::rooms());
    World { app: TestApp::new(app, router), ..world }
}

fn persons(world: &World, count: usize) -> Vec<PersonId> {
    (0..count).map(|n| world.person("center", &format!("みお{n}"))).collect()
}

fn open(client: &Client, person: PersonId) -> u16 {
    client.get(&format!("/persons/{person}")).status
}

/// How often the alarm stands in the trail, and in whose name.
fn alarms(world: &World) -> Vec<String> {
    let trail = world.as_worker("privacy").as_program().get("/api/v1/audit").json();
    let rows = trail["items"].as_array().expect("rows").clone();
    let alarms = rows.iter().filter(|row| row["act"] == "audit.alarm");
    alarms.map(|row| row["worker"].as_str().unwrap_or_default().to_owned()).collect()
}

/// Sends what waits to be sent: how many letters, none of which names anybody.
fn mails(world: &World) -> usize {
    let mut letters = Vec::new();
    let now = base::Clock::now(&*world.clock);
    let mut send = |mail: &db::Mail| {
        letters.push(format!("{mail:?}"));
        Ok(())
    };
    db::drain(world.app.app.db(), now, &mut send).expect("mails are sent");
    assert!(letters.iter().all(|letter| !letter.contains("職員") && !letter.contains("みお")), "{letters:?}");
    letters.len()
}

both_engines!(many_persons_in_an_hour_are_told_once_and_stop_nobody, &crate::migrations(), |db: Db| {
    let world = watched(db);
    let all = persons(&world, 6);
    let center = world.as_worker("center");
    for _ in 0..5 {
        assert!(all[..3].iter().all(|person| open(&center, *person) == 200), "the same persons over and over are few");
    }
    center.get("/persons").assert_status(200);
    world.clock.advance_minutes(1);
    assert!(alarms(&world).is_empty());
    assert_eq!(mails(&world), 0);
    assert_eq!([open(&center, all[3]), open(&center, all[4])], [200, 200]);
    world.clock.advance_minutes(1);
    assert_eq!(alarms(&world), [world.workers["center"].0.to_string()], "once, in the worker's name");
    assert_eq!(mails(&world), 1);
    let officer = world.as_worker("privacy");
    assert!(officer.get("/audit").body.contains("短い時間に多くの人"), "at the head of the trail");
    let review = officer.get("/audit/review");
    assert!(review.body.contains("center の職員") && !review.body.contains("みお"), "{}", review.body);
    world.as_worker("darc").get("/persons").assert_status(200);

    world.clock.advance_minutes(90);
    let center = world.as_worker("center");
    assert!(all[..4].iter().all(|person| open(&center, *person) == 200));
    world.clock.advance_minutes(1);
    assert_eq!(alarms(&world).len(), 2, "another hour, another alarm");
    world.clock.advance_minutes(9 * 24 * 60);
    assert!(!world.as_worker("privacy").get("/audit").body.contains("短い時間に多くの人"));
});

both_engines!(at_twice_as_many_the_worker_shows_who_they_are, &crate::migrations(), |db: Db| {
    let world = watched(db);
    let all = persons(&world, 8);
    let center = world.as_worker("center");
    world.clock.advance_minutes(6);
    assert!(all[..6].iter().all(|person| open(&center, *person) == 200));
    let asked = center.get(&format!("/persons/{}", all[6]));
    let body = &asked.assert_status(403).body;
    assert!(body.contains("action=\"/step-up\"") && !body.contains("みお6"), "{body}");
    assert_eq!(open(&center, all[0]), 200, "whom they had open they go on with");
    assert_eq!(center.get(&format!("/persons/{}", PersonId::from_raw(77))).status, 404, "nobody stays nobody");
    let right = center.post("/step-up", &[("password", PASSWORD), ("to", &format!("/persons/{}", all[6]))]);
    let center = world.app.with_session(right.assert_status(303).cookie("tsunagi").expect("a new token"));
    assert_eq!([open(&center, all[6]), open(&center, all[7])], [200, 200]);
});

both_engines!(a_session_that_asks_without_end_waits_and_no_other_does, &crate::migrations(), |db: Db| {
    let world = with(db, Config { requests_a_minute: 5, ..Config::default() });
    let (center, colleague) = (world.as_worker("center"), world.as_worker("center"));
    for _ in 0..5 {
        center.get("/persons").assert_status(200);
    }
    let waits = center.get("/persons");
    assert_eq!(waits.assert_status(429).header("retry-after"), Some("60"));
    assert!(waits.body.contains("回数が多すぎます"), "{}", waits.body);
    let program = center.clone().as_program();
    assert_eq!(program.get("/api/v1/persons").assert_status(429).json()["code"], "too-many");
    colleague.get("/persons").assert_status(200);
    world.app.anonymous().get("/sign-in").assert_status(200);
    world.clock.advance_minutes(1);
    center.get("/persons").assert_status(200);
});

both_engines!(where_the_operator_wants_no_number_nothing_is_counted, &crate::migrations(), |db: Db| {
    let world = world(db);
    let center = world.as_worker("center");
    assert!(persons(&world, 9).into_iter().all(|person| open(&center, person) == 200));
    world.clock.advance_minutes(1);
    assert!(alarms(&world).is_empty());
});
