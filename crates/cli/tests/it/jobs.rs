//! The day's work, with a clock that is moved.

use db::Engine;
use house::jobs::{Forgotten, Jobs, KEY_DAYS, MAIL_DAYS};
use serde_json::json;
use web::testing::Client;

use super::world::build;

fn register(center: &Client, key: &str) -> String {
    let made = center.post_once("/api/v1/persons", key, &json!({ "name": "ひなた" }));
    made.assert_status(200).json()["id"].as_str().unwrap_or_default().to_owned()
}

fn on(engine: Engine) {
    let fixture = build(engine);
    let (world, app) = (&fixture.world, &fixture.world.app.app);
    let mut jobs = Jobs::default();
    let center = world.as_worker("center").as_program();
    let first = register(&center, "key-1");
    // Taking part in the world has left mails; all of them go.
    let mut sent = 0;
    let drained = db::drain(app.db(), app.now(), &mut |_| {
        sent += 1;
        Ok(())
    });
    assert!(drained.is_ok() && sent > 0, "there are mails to forget");
    let fresh = jobs.run_due(app).expect("the day's work").expect("not done yet");
    assert_eq!((fresh.keys, fresh.mails), (0, 0), "nothing is old yet");
    assert_eq!(jobs.run_due(app), Ok(None), "once a day");
    assert_eq!(register(&center, "key-1"), first, "the key is still known");

    world.clock.advance_days(1);
    let next = jobs.run_due(app).expect("the day's work").expect("a new day");
    assert!(next.ended > 0, "the sessions of yesterday are gone");
    assert_eq!((next.keys, next.mails), (0, 0));

    world.clock.advance_days(KEY_DAYS);
    let week = jobs.run_due(app).expect("the day's work").expect("a new day");
    assert!(week.keys > 0 && week.mails == 0, "{week:?}");
    assert_ne!(register(&world.as_worker("center").as_program(), "key-1"), first, "the key is free again");

    world.clock.advance_days(MAIL_DAYS);
    let month = jobs.run_due(app).expect("the day's work").expect("a new day");
    assert_eq!(month.mails, sent);
    world.clock.advance_days(1);
    let after = jobs.run_due(app).expect("the day's work").expect("a new day");
    assert_eq!(after, Forgotten::default(), "there is nothing left to forget");
}

#[test]
fn what_nobody_needs_is_forgotten_day_by_day() {
    on(Engine::Sqlite);
}

#[test]
fn what_nobody_needs_is_forgotten_day_by_day_on_postgres() {
    on(Engine::Postgres);
}
