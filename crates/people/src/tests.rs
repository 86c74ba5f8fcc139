//! The wing as its users see it, on both engines.

use db::Db;
use db::testing::both_engines;
use serde_json::json;

use crate::testing::{World, region};

fn world(db: Db) -> World {
    region(db, crate::rooms, crate::hooks())
}

both_engines!(a_grant_opens_and_a_revoked_grant_closes, &crate::migrations(), |db: Db| {
    let world = world(db);
    let person = world.person("hogo", "たいち");
    let hogo = world.as_worker("hogo").as_program();
    let darc = world.as_worker("darc").as_program();
    let page = format!("/api/v1/persons/{person}");
    hogo.post_json(&format!("{page}/entries"), &json!({ "label": ["health"], "text": "夜よく眠れない" }))
        .assert_status(200);
    hogo.post_json(&format!("{page}/entries"), &json!({ "label": ["justice"], "text": "遵守事項の面談" }))
        .assert_status(200);
    let stranger = darc.get(&page);
    let nobody = darc.get("/api/v1/persons/0000000000001");
    assert_eq!((stranger.status, stranger.body), (nobody.status, nobody.body), "an unknown person looks like none");

    let grant = world.consent("hogo", person, "darc", &["health"], false);
    let seen = darc.get(&page);
    seen.assert_status(200);
    assert!(seen.body.contains("夜よく眠れない") && !seen.body.contains("遵守事項の面談"), "{}", seen.body);
    assert!(darc.get("/api/v1/persons").body.contains("たいち"));
    assert!(!world.as_worker("clinic").as_program().get("/api/v1/persons").body.contains("たいち"));

    hogo.post_json(&format!("{page}/consents/{grant}/revoke"), &json!({})).assert_status(200);
    darc.get(&page).assert_status(404);
    assert!(!darc.get("/api/v1/persons").body.contains("たいち"));
    hogo.get(&page).assert_status(200);
});

both_engines!(relapse_reaches_a_reporting_agency_only_when_named, &crate::migrations(), |db: Db| {
    let world = world(db);
    let person = world.person("center", "みお");
    let center = world.as_worker("center").as_program();
    let page = format!("/api/v1/persons/{person}");
    center
        .post_json(&format!("{page}/entries"), &json!({ "label": ["relapse"], "text": "先週また使った" }))
        .assert_status(200);
    let until = "2026-12-20";
    let unnamed = json!({ "to": world.agency("hogo"), "shows": ["relapse"], "for": ["support"], "until": until, "how": "signed" });
    center.post_json(&format!("{page}/consents"), &unnamed).assert_status(422);
    world.consent("center", person, "hogo", &["health"], false);
    let reads = || world.as_worker("hogo").as_program().get(&page).body.contains("先週また使った");
    assert!(!reads());
    world.consent("center", person, "hogo", &[], true);
    assert!(!reads(), "not within a day");
    world.clock.advance_days(1);
    assert!(reads());
});

both_engines!(a_refusal_beats_every_grant_until_it_is_lifted, &crate::migrations(), |db: Db| {
    let world = world(db);
    let person = world.person("center", "そら");
    world.consent("center", person, "darc", &["contact"], false);
    let center = world.as_worker("center").as_program();
    let darc = world.as_worker("darc").as_program();
    let page = format!("/api/v1/persons/{person}");
    let refusal = json!({ "to": world.agency("darc"), "hides": ["existence"] });
    let id = center.post_json(&format!("{page}/refusals"), &refusal).assert_status(200).json()["id"].clone();
    darc.get(&page).assert_status(404);
    world.consent("center", person, "darc", &["contact"], false);
    darc.get(&page).assert_status(404);
    let lift = format!("{page}/refusals/{}/lift", id.as_str().unwrap());
    center.post_json(&lift, &json!({})).assert_status(200);
    darc.get(&page).assert_status(200);
});

both_engines!(a_duty_that_is_checked_later_reworks_the_grants, &crate::migrations(), |db: Db| {
    let world = world(db);
    let person = world.person("center", "りく");
    let center = world.as_worker("center").as_program();
    let page = format!("/api/v1/persons/{person}");
    center
        .post_json(&format!("{page}/entries"), &json!({ "label": ["relapse"], "text": "一度だけ使った" }))
        .assert_status(200);
    world.consent("center", person, "darc", &[], true);
    let darc = world.as_worker("darc").as_program();
    assert!(darc.get(&page).body.contains("一度だけ使った"));
    let listed = darc.get("/api/v1/persons").json();
    assert_eq!(listed["items"][0]["entries"], 1);
});

both_engines!(signing_in_takes_the_right_password_and_limits_tries, &crate::migrations(), |db: Db| {
    let world = world(db);
    let anybody = world.app.anonymous();
    let try_with =
        |password: &str| anybody.post_json("/api/v1/sessions", &json!({ "login": "darc", "password": password }));
    let wrong = try_with("ちがうことば");
    assert_eq!(wrong.assert_status(401).json()["code"], "sign-in-needed");
    let token = try_with(crate::testing::PASSWORD).json()["token"].as_str().unwrap().to_owned();
    let me = world.app.with_session(&token).as_program().get("/api/v1/me");
    assert!(me.assert_status(200).body.contains("みなとリカバリーハウス"));
    world.clock.advance_minutes(16);
    world.app.with_session(&token).as_program().get("/api/v1/me").assert_status(401);
    for _ in 0..10 {
        try_with("ちがうことば").assert_status(401);
    }
    try_with(crate::testing::PASSWORD).assert_status(429);
});

both_engines!(a_request_sent_twice_acts_once, &crate::migrations(), |db: Db| {
    let world = world(db);
    let center = world.as_worker("center").as_program();
    let body = json!({ "name": "ひなた" });
    let first = center.post_once("/api/v1/persons", "key-1", &body);
    let again = center.post_once("/api/v1/persons", "key-1", &body);
    assert_eq!(first.assert_status(200).body, again.assert_status(200).body);
    assert_eq!(center.get("/api/v1/persons").json()["items"].as_array().unwrap().len(), 1);
});

both_engines!(roles_decide_who_may_try, &crate::migrations(), |db: Db| {
    let world = world(db);
    for login in ["coord", "privacy", "admin"] {
        world.as_worker(login).as_program().get("/api/v1/persons").assert_status(403);
    }
    world.as_worker("privacy").as_program().get("/api/v1/audit").assert_status(200);
    world.as_worker("center").as_program().get("/api/v1/audit").assert_status(403);
    world.app.anonymous().get("/api/v1/me").assert_status(401);
});

#[test]
fn the_hash_of_nobody_can_be_verified_and_matches_nothing() {
    assert!(argon2::password_hash::phc::PasswordHash::new(crate::auth::NOBODY).is_ok());
    assert!(!crate::auth::matches("nobody knows it", crate::auth::NOBODY));
}
