//! A second factor, told through workers and the device in their pocket.

use std::sync::Arc;

use base::{OsRandom, SettableClock};
use db::Db;
use db::testing::both_engines;
use serde_json::json;
use web::testing::{Client, Reply, TestApp};
use web::{App, Config, SecondFactor, Settings};

use super::totp::code_at;
use crate::journeys::{follow, send, world};
use crate::testing::{PASSWORD, World, words_of};

/// The secret that stands on the page for setting up.
fn secret(page: &Reply) -> String {
    let code = page.body.split("<code>").nth(1).and_then(|rest| rest.split('<').next()).expect("a secret is shown");
    code.replace(' ', "")
}

fn code(world: &World, secret: &str) -> String {
    code_at(secret, base::Clock::now(&*world.clock))
}

/// Sets up a second factor: the secret and the recovery codes.
fn set_up(world: &World, client: &Client) -> (String, Vec<String>) {
    let begun = follow(client, &send(client, "/second-factor", "/second-factor/new", &[]));
    let secret = secret(&begun);
    let codes = client.post("/second-factor/confirm", &[("code", &code(world, &secret))]);
    let codes = codes.assert_status(200).body.split("<code>").skip(1);
    let codes: Vec<_> = codes.filter_map(|rest| rest.split('<').next()).map(str::to_owned).collect();
    assert_eq!(codes.len(), super::CODES);
    (secret, codes)
}

/// The first step of signing in: the page that asks for the code, and the secret in its form.
fn first_step(world: &World, login: &str) -> (Client, String) {
    let browser = world.app.anonymous();
    let page = browser.post("/sign-in", &[("login", login), ("password", PASSWORD), ("to", "/persons")]);
    let step =
        page.assert_status(200).body.split("name=\"step\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    assert!(page.cookie("tsunagi").is_none(), "the password alone opens no session");
    (browser, step.expect("the form holds what belongs together").to_owned())
}

fn second_step(world: &World, login: &str, code: &str) -> Reply {
    let (browser, step) = first_step(world, login);
    browser.post("/sign-in/code", &[("step", &step), ("code", code), ("to", "/persons")])
}

both_engines!(whoever_has_a_second_factor_is_asked_for_it, &crate::migrations(), |db: Db| {
    let world = world(db);
    let (here, elsewhere) = (world.as_worker("center"), world.as_worker("center"));
    let (secret, _) = set_up(&world, &here);
    here.get("/second-factor").assert_status(200);
    elsewhere.get("/account").assert_status(401);

    let used = second_step(&world, "center", &code(&world, &secret));
    assert!(used.assert_status(200).body.contains("すでに使われています"), "the code of setting up is used up");
    world.clock.advance_minutes(1);
    let now = code(&world, &secret);
    let spaced = format!("{} {}", &now[..3], &now[3..]);
    let right = second_step(&world, "center", &spaced);
    assert_eq!(right.assert_status(303).header("location"), Some("/persons"));
    world.app.with_session(right.cookie("tsunagi").expect("a session")).get("/persons").assert_status(200);
    assert_eq!(second_step(&world, "center", &now).status, 200, "no code is taken twice");
    let wrong = world.app.anonymous().post("/sign-in", &[("login", "center"), ("password", "ちがうパスワード")]);
    assert!(!wrong.body.contains("name=\"step\""), "a wrong password leads to no second step");
});

both_engines!(the_second_step_cannot_be_tried_without_end_nor_put_off, &crate::migrations(), |db: Db| {
    let world = world(db);
    let (secret, _) = set_up(&world, &world.as_worker("center"));
    let (browser, step) = first_step(&world, "center");
    for _ in 0..3 {
        let tried = browser.post("/sign-in/code", &[("step", &step), ("code", "000000")]);
        assert!(tried.assert_status(200).body.contains("name=\"step\""));
    }
    browser.post("/sign-in/code", &[("step", &step), ("code", &code(&world, &secret))]).assert_status(429);
    assert_eq!(second_step(&world, "center", &code(&world, &secret)).status, 429, "nor with another first step");
    world.clock.advance_minutes(16);
    let late = browser.post("/sign-in/code", &[("step", &step), ("code", &code(&world, &secret))]);
    assert!(late.assert_status(200).body.contains("時間が過ぎました"), "{}", late.body);
    second_step(&world, "center", &code(&world, &secret)).assert_status(303);
    world.clock.advance_minutes(1);
    let trail = world.as_worker("privacy").as_program().get("/api/v1/audit").body.clone();
    assert!(trail.contains("second-factor.refused") && !trail.contains(&secret), "{trail}");
});

both_engines!(a_lost_device_costs_a_recovery_code_and_each_works_once, &crate::migrations(), |db: Db| {
    let world = world(db);
    let (_, codes) = set_up(&world, &world.as_worker("center"));
    let signed = second_step(&world, "center", &codes[3].to_lowercase());
    let center = world.app.with_session(signed.assert_status(303).cookie("tsunagi").expect("a session"));
    assert!(center.get("/second-factor").body.contains("9個"));
    second_step(&world, "center", &codes[3]).assert_status(200);
    let new = center.post("/second-factor/codes", &[]).assert_status(200).body.clone();
    second_step(&world, "center", &codes[4]).assert_status(200);
    assert!(!new.contains(&codes[4]));
    follow(&center, &send(&center, "/second-factor", "/second-factor/end", &[]));
    let alone = world.app.anonymous().post("/sign-in", &[("login", "center"), ("password", PASSWORD)]);
    alone.assert_status(303);
});

both_engines!(a_new_start_ends_the_second_factor_and_says_so, &crate::migrations(), |db: Db| {
    let world = world(db);
    set_up(&world, &world.as_worker("center"));
    let (worker, agency, _) = world.workers["center"];
    let path = format!("/api/v1/agencies/{agency}/workers/{worker}/start");
    let given = world.as_worker("admin").as_program().post_json(&path, &json!({})).json();
    let code = given["code"].as_str().expect("a code").to_owned();
    first_step(&world, "center");
    let new = "correct horse battery";
    let anybody = world.app.anonymous();
    let used = anybody.post("/start", &[("login", "center"), ("code", &code), ("new", new), ("again", new)]);
    assert_eq!(used.assert_status(303).cookie("said"), Some("auth-second-ended-with-start"), "the worker is told");
    anybody.post("/sign-in", &[("login", "center"), ("password", new)]).assert_status(303);
    world.clock.advance_minutes(1);
    let trail = world.as_worker("privacy").as_program().get("/api/v1/audit").body.clone();
    assert!(trail.contains("second-factor.end") && trail.contains("password.start"), "{trail}");
});

both_engines!(what_is_grave_asks_for_the_device_and_not_for_the_password, &crate::migrations(), |db: Db| {
    let world = world(db);
    let admin = world.as_worker("admin");
    let (secret, _) = set_up(&world, &admin);
    world.clock.advance_minutes(6);
    let (worker, agency, _) = world.workers["center"];
    let page = format!("/agencies/{agency}/workers/{worker}/roles");
    let asked = send(&admin, &page, &page, &[("roles", "worker")]);
    let body = &asked.assert_status(403).body;
    assert!(body.contains("name=\"code\"") && !body.contains("name=\"password\""), "{body}");
    admin.post("/step-up", &[("password", PASSWORD)]).assert_status(200);
    let right = admin.post("/step-up", &[("code", &code(&world, &secret))]);
    let admin = world.app.with_session(right.assert_status(303).cookie("tsunagi").expect("a new token"));
    send(&admin, &page, &page, &[("roles", "worker")]).assert_status(303);
});

both_engines!(a_program_sends_the_code_with_the_password, &crate::migrations(), |db: Db| {
    let world = world(db);
    let center = world.as_worker("center").as_program();
    assert_eq!(center.get("/api/v1/me/second-factor").json()["state"], "off");
    let begun = center.post_json("/api/v1/me/second-factor/new", &json!({})).assert_status(200).json();
    let secret = begun["secret"].as_str().expect("a secret").to_owned();
    let confirm = |code: &str| center.post_json("/api/v1/me/second-factor/confirm", &json!({ "code": code }));
    confirm("12345").assert_status(422);
    assert_eq!(confirm(&code(&world, &secret)).assert_status(200).json()["codes"].as_array().map(Vec::len), Some(10));
    confirm(&code(&world, &secret)).assert_status(409);
    world.clock.advance_minutes(1);
    let anybody = world.app.anonymous().as_program();
    let sign_in = |code: &str| {
        anybody.post_json("/api/v1/sessions", &json!({ "login": "center", "password": PASSWORD, "code": code }))
    };
    assert_eq!(sign_in("").assert_status(422).json()["fields"][0]["code"], "auth-second-needed");
    assert_eq!(sign_in("000000").assert_status(422).json()["fields"][0]["code"], "auth-second-wrong");
    assert!(sign_in(&code(&world, &secret)).assert_status(200).json()["token"].is_string());
});

/// The region of an operator who asks a second factor of these.
fn asking(db: Db, second_factor: SecondFactor) -> World {
    let world = world(db);
    let config = Config { second_factor, ..Config::default() };
    let settings = Settings { config, hooks: crate::hooks() };
    let (clock, db): (Arc<SettableClock>, Db) = (Arc::clone(&world.clock), world.app.app.db().clone());
    let app = App::new(db, Box::new(clock), Box::new(OsRandom), words_of(crate::rooms()), settings);
    let router = web::router(&app, crate::rooms());
    World { app: TestApp::new(app, router), ..world }
}

both_engines!(an_office_rests_until_the_second_factor_and_the_rest_goes_on, &crate::migrations(), |db: Db| {
    let world = asking(db, SecondFactor::Offices);
    let admin = world.as_worker("admin");
    let agency = world.agency("center");
    admin.get(&format!("/agencies/{agency}/edit")).assert_status(403);
    let account = admin.get("/account");
    assert!(account.body.contains("二段階の確認を設定する"), "every page says what to do: {}", account.body);
    assert!(admin.get("/second-factor").body.contains("管理者"));
    world.as_worker("center").get("/persons").assert_status(200);
    let me = admin.clone().as_program().get("/api/v1/me").json();
    assert_eq!((&me["roles"], &me["resting"]), (&json!([]), &json!(["administrator"])));

    let signed = world.app.anonymous().post("/sign-in", &[("login", "admin"), ("password", PASSWORD)]);
    assert_eq!(signed.assert_status(303).header("location"), Some("/second-factor"));
    let (secret, _) = set_up(&world, &admin);
    admin.get(&format!("/agencies/{agency}/edit")).assert_status(200);
    assert!(!admin.get("/account").body.contains("二段階の確認を設定する"));
    world.clock.advance_minutes(1);
    let again = second_step(&world, "admin", &code(&world, &secret));
    let again = world.app.with_session(again.assert_status(303).cookie("tsunagi").expect("a session"));
    again.get(&format!("/agencies/{agency}/edit")).assert_status(200);
});

both_engines!(an_agency_may_ask_it_of_everybody_and_only_of_its_own, &crate::migrations(), |db: Db| {
    let world = world(db);
    let (admin, agency) = (world.as_worker("admin"), world.agency("center"));
    let page = format!("/agencies/{agency}/second-factor");
    let center = world.as_worker("center");
    center.get(&page).assert_status(403);
    send(&admin, &page, &page, &[]).assert_status(422);
    follow(&admin, &send(&admin, &page, &page, &[("asks", "yes")]));
    center.get("/persons").assert_status(403);
    assert!(center.get("/second-factor").body.contains("支援者"));
    world.as_worker("darc").get("/persons").assert_status(200);
    set_up(&world, &center);
    center.get("/persons").assert_status(200);
    let hogo = world.agency("hogo");
    set_up(&world, &admin);
    let program = admin.as_program();
    program.post_json(&format!("/api/v1/agencies/{hogo}/second-factor"), &json!({ "asks": "yes" })).assert_status(403);
    program.post_json(&format!("/api/v1/agencies/{agency}/second-factor"), &json!({ "asks": "no" })).assert_status(200);
    world.as_worker("center").get("/persons").assert_status(200);
});
