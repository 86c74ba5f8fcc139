//! What is grave asks for the password once more, and goes on from where it was.

use db::Db;
use db::testing::both_engines;
use serde_json::json;
use web::testing::Client;

use crate::journeys::{send, world};
use crate::testing::{PASSWORD, World};

fn roles_page(world: &World) -> String {
    let (worker, agency, _) = world.workers["center"];
    format!("/agencies/{agency}/workers/{worker}/roles")
}

/// The same browser with the token that a page has just set.
fn with(world: &World, token: &str) -> Client {
    world.app.with_session(token)
}

both_engines!(a_grave_act_asks_once_more_and_goes_on_with_what_was_typed, &crate::migrations(), |db: Db| {
    let world = world(db);
    let (admin, page) = (world.as_worker("admin"), roles_page(&world));
    send(&admin, &page, &page, &[("roles", "worker")]).assert_status(303);
    world.clock.advance_minutes(6);
    let asked = send(&admin, &page, &page, &[("roles", "worker"), ("roles", "intake_desk")]);
    let body = &asked.assert_status(403).body;
    assert!(body.contains("action=\"/step-up\"") && body.contains("まだ送信されていません"), "{body}");
    assert!(body.contains("name=\"kept.roles\" value=\"intake_desk\""), "{body}");

    let kept = [("kept-path", &*page), ("kept.roles", "worker"), ("kept.roles", "intake_desk")];
    let fields = |password| [&kept[..], &[("password", password)]].concat();
    let wrong = admin.post("/step-up", &fields("not the password"));
    let body = &wrong.assert_status(200).body;
    assert!(body.contains("パスワードが違います") && body.contains("name=\"kept.roles\""), "{body}");
    assert!(!body.contains("not the password") && wrong.cookie("tsunagi").is_none());

    let right = admin.post("/step-up", &fields(PASSWORD));
    let token = right.assert_status(200).cookie("tsunagi").expect("a new token").to_owned();
    assert!(right.body.contains(&format!("action=\"{page}\"")), "{}", right.body);
    admin.get("/account").assert_status(401);
    let admin = with(&world, &token);
    send(&admin, &page, &page, &[("roles", "worker"), ("roles", "intake_desk")]).assert_status(303);
    world.clock.advance_minutes(1);
    let trail = world.as_worker("privacy").as_program().get("/api/v1/audit").body.clone();
    assert!(trail.contains("session.step-up") && trail.contains("session.step-up.refused"), "{trail}");
});

both_engines!(what_one_may_not_do_anyway_asks_for_no_password, &crate::migrations(), |db: Db| {
    let world = world(db);
    let center = world.as_worker("center");
    world.clock.advance_minutes(6);
    center.post(&roles_page(&world), &[("roles", "administrator")]).assert_status(403);
    let body = center.post(&roles_page(&world), &[("roles", "administrator")]).body;
    assert!(!body.contains("action=\"/step-up\""), "{body}");
    world.app.anonymous().get("/step-up").assert_status(401);
});

both_engines!(a_program_is_told_and_steps_up, &crate::migrations(), |db: Db| {
    let world = world(db);
    let officer = world.as_worker("privacy").as_program();
    officer.get("/api/v1/audit/events").assert_status(200);
    world.clock.advance_minutes(5);
    officer.get("/api/v1/audit/events").assert_status(200);
    world.clock.advance_minutes(1);
    let told = officer.get("/api/v1/audit/events").assert_status(403).json();
    assert_eq!(told["code"], "step-up-needed");
    let wrong = officer.post_json("/api/v1/me/step-up", &json!({ "password": "x" }));
    assert_eq!(wrong.assert_status(422).json()["fields"][0]["field"], "password");
    let new = officer.post_json("/api/v1/me/step-up", &json!({ "password": PASSWORD })).assert_status(200).json();
    officer.get("/api/v1/me").assert_status(401);
    let officer = with(&world, new["token"].as_str().expect("a token")).as_program();
    officer.get("/api/v1/audit/events").assert_status(200);
});

both_engines!(the_password_cannot_be_tried_without_end, &crate::migrations(), |db: Db| {
    let world = world(db);
    let open = world.as_worker("privacy");
    for _ in 0..10 {
        open.post("/step-up", &[("password", "guess")]).assert_status(200);
    }
    open.post("/step-up", &[("password", PASSWORD)]).assert_status(429);
    let elsewhere = [("login", "privacy"), ("password", PASSWORD)];
    world.app.anonymous().post("/sign-in", &elsewhere).assert_status(429);
});
