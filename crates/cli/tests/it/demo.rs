//! The demo is built out of every story, and no screen of it is empty.

use std::collections::BTreeSet;
use std::sync::Arc;

use base::{SeededRandom, SettableClock, Time};
use db::{Db, DbConfig};
use house::House;
use house::demo::{self, PASSWORD};
use house::scenario::stage::{Call, HouseStage, Seats};
use house::scenario::{Stage, book};
use house::vault::{Opened, SealKey};
use web::Config;

/// Friday, 20 November 2026, three in the afternoon in Japan.
fn now() -> Time {
    "2026-11-20T06:00:00Z".parse().expect("a moment")
}

#[test]
fn every_screen_of_the_demo_has_life() {
    let folder = std::env::temp_dir().join(format!("tsunagi-demo-{}", base::random_token(&base::OsRandom)));
    std::fs::create_dir(&folder).expect("a folder");
    let path = folder.join("demo.db");
    let (mut told, mut all) = (0, 0);
    let built = demo::build(&path, now(), Box::new(SeededRandom::new(11)), &mut |done, of| (told, all) = (done, of));
    let built = built.expect("the demo can be built");
    let failures: Vec<_> = built.failures.iter().map(ToString::to_string).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert!(told == all && all > 1_000, "{told} of {all}");

    let db = Db::open(&DbConfig::Sqlite { path: path.clone(), readers: 2 }, &house::migrations())
        .expect("what was built can be opened");
    let clock = Arc::new(SettableClock::new(now()));
    let config = Config { demo: true, ..Config::default() };
    let house =
        House::with_clock(db.clone(), config, Arc::clone(&clock), Box::new(SeededRandom::new(12))).expect("a house");
    let opened = SealKey::default().open(&house.app, &path, &mut |_| {}).expect("its key lies beside it");
    assert_eq!(opened, Opened::default(), "the demo is built sealed");
    let mut stage = HouseStage::new(house, clock, now().date_jst(), PASSWORD).expect("a stage");
    look_around(&mut stage);
    db.close();
    let _ = std::fs::remove_dir_all(folder);
}

fn look_around(stage: &mut HouseStage) {
    let region = book::region().expect("the region");
    let ground = stage.ground(&region).expect("the region is there already");
    stage.set_clock(now()).expect("the clock can be set");
    let mut seats = Seats::new(&region, &ground);
    let (mut lists, mut states) = (BTreeSet::new(), BTreeSet::new());
    for (login, worker) in &region.workers {
        let home = seats.ask(stage, (login, &worker.agency), "/api/v1/home", None).expect("an answer");
        if home.status == 403 {
            continue;
        }
        for (name, items) in home.body.as_object().expect("lists") {
            if items.as_array().is_some_and(|items| !items.is_empty()) {
                lists.insert(name.clone());
            }
        }
        let page = seats.ask(stage, (login, &worker.agency), "/api/v1/referrals", None).expect("an answer");
        for row in page.body["items"].as_array().into_iter().flatten() {
            states.insert(row["state"].as_str().unwrap_or_default().to_owned());
        }
    }
    let expected = ["consents", "endings", "follow_up", "overdue", "to_answer", "to_confirm", "waiting_on_us"];
    assert_eq!(lists.iter().map(String::as_str).collect::<Vec<_>>(), expected);
    for state in ["preparing", "sent", "waiting", "accepted", "declined", "connected", "ended", "withdrawn"] {
        assert!(states.contains(state), "no referral of the demo is {state}: {states:?}");
    }
    let overdue = seats.ask(stage, ("nagase", "center"), "/api/v1/network/overdue", None).expect("an answer");
    assert!(!overdue.body["items"].as_array().expect("a list").is_empty(), "the coordinator has something to look at");
    let waiting = seats.ask(stage, ("nagase", "center"), "/api/v1/directory/suggestions", None).expect("an answer");
    assert!(!waiting.body["items"].as_array().expect("a list").is_empty(), "somebody suggested a correction");
    let found = stage.send(Call { path: "/api/v1/directory/search", token: None, body: None }).expect("an answer");
    assert!(!found.body["items"].as_array().expect("a list").is_empty(), "the public finds help");
    let audit = seats.ask(stage, ("kurata", "center"), "/api/v1/audit", None).expect("an answer");
    assert!(audit.body["items"].as_array().expect("a list").len() > 50, "the privacy officer has something to look at");
}
