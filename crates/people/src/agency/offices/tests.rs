//! Two people give an office, told through administrators.

use db::Db;
use db::testing::both_engines;
use serde_json::{Value, json};
use web::testing::{Client, Reply};

use crate::journeys::{follow, send, world};
use crate::testing::{PASSWORD, World};

const OFFICE: [&str; 2] = ["worker", "privacy_officer"];

fn roles_path(world: &World, login: &str) -> String {
    let (worker, agency, _) = world.workers[login];
    format!("/api/v1/agencies/{agency}/workers/{worker}/roles")
}

fn give(world: &World, by: &Client, login: &str, roles: &[&str]) -> Reply {
    by.clone().as_program().post_json(&roles_path(world, login), &json!({ "roles": roles }))
}

/// A second administrator of the centre, whom the product itself made one.
fn second_admin(world: &World) -> Client {
    account(world, "admin2", "center", &[policy::Role::Administrator])
}

fn account(world: &World, login: &'static str, at: &str, roles: &[policy::Role]) -> Client {
    let (agency, roles) = (world.agency(at), policy::Roles::of(roles));
    let new = move |cx: &mut web::Cx<'_>| {
        let hash = crate::auth::hash(PASSWORD, crate::auth::Strength::Test, cx.rng)?;
        let (login, name) = (login.to_owned(), format!("{login} の職員"));
        let new = crate::agency::NewWorker { login, name, kana: String::new(), password: PASSWORD.to_owned(), roles };
        crate::agency::add_worker(cx, agency, &new, &hash)
    };
    world.app.app.act(web::Who::System, new).expect("an account");
    signed_in(world, login)
}

fn signed_in(world: &World, login: &str) -> Client {
    let signed = world.app.anonymous().post("/sign-in", &[("login", login), ("password", PASSWORD)]);
    world.app.with_session(signed.assert_status(303).cookie("tsunagi").expect("a session"))
}

fn waiting(client: &Client, world: &World, at: &str) -> Vec<Value> {
    let path = format!("/api/v1/agencies/{}/offices", world.agency(at));
    let all = client.clone().as_program().get(&path).assert_status(200).json();
    all["items"].as_array().expect("a list").clone()
}

fn my_roles(client: &Client) -> Value {
    client.clone().as_program().get("/api/v1/me").json()["roles"].clone()
}

both_engines!(an_office_is_held_once_a_second_administrator_has_confirmed_it, &crate::migrations(), |db: Db| {
    let world = world(db);
    let (first, second, center) = (world.as_worker("admin"), second_admin(&world), world.as_worker("center"));
    give(&world, &first, "center", &OFFICE).assert_status(200);
    assert_eq!(my_roles(&center), json!(["worker"]), "what needs no second person holds at once");
    center.get("/audit").assert_status(403);

    let agency = world.agency("center");
    let list = second.get(&format!("/agencies/{agency}/workers"));
    let office = waiting(&second, &world, "center")[0]["id"].as_str().expect("an id").to_owned();
    let page = format!("/agencies/{agency}/offices/{office}");
    assert!(list.body.contains(&page) && list.body.contains("個人情報の責任者"), "{}", list.body);
    assert_eq!(waiting(&first, &world, "center")[0]["may_confirm"], false);
    assert!(send(&first, &page, &page, &[]).assert_status(409).body.contains("もう一人"), "not the one who gave it");

    let done = follow(&second, &send(&second, &page, &page, &[]));
    assert!(!done.body.contains(&page));
    assert_eq!(my_roles(&center), json!(["worker", "privacy_officer"]));
    second.get(&page).assert_status(404);
    world.clock.advance_minutes(1);
    let trail = world.as_worker("privacy").as_program().get("/api/v1/audit").json();
    let by = |act: &str| {
        let rows = trail["items"].as_array().expect("rows");
        rows.iter().find(|row| row["act"] == act).unwrap_or_else(|| panic!("{act} in {trail}"))["worker"].clone()
    };
    assert_eq!(by("worker.office.ask"), world.workers["admin"].0.to_string());
    assert_ne!(by("worker.office.confirm"), by("worker.office.ask"), "two people, both named");
});

both_engines!(nobody_confirms_for_themselves_and_a_week_is_the_end, &crate::migrations(), |db: Db| {
    let world = world(db);
    let (first, second) = (world.as_worker("admin"), second_admin(&world));
    give(&world, &first, "center", &["worker", "administrator"]).assert_status(200);
    let office = waiting(&second, &world, "center")[0]["id"].as_str().expect("an id").to_owned();
    let path = format!("/api/v1/agencies/{}/offices/{office}/confirm", world.agency("center"));
    world.as_worker("center").as_program().post_json(&path, &json!({})).assert_status(403);
    world.as_worker("privacy").as_program().post_json(&path, &json!({})).assert_status(403);
    world.clock.advance_minutes(7 * 24 * 60);
    let second = signed_in(&world, "admin2");
    assert!(waiting(&second, &world, "center").is_empty());
    second.as_program().post_json(&path, &json!({})).assert_status(404);
    assert_eq!(world.app.app.act(web::Who::System, crate::agency::forget_lapsed).expect("forgotten"), 1);
    assert_eq!(my_roles(&signed_in(&world, "center")), json!(["worker"]));
});

both_engines!(the_second_confirms_after_showing_who_they_are, &crate::migrations(), |db: Db| {
    let world = world(db);
    let (first, second) = (world.as_worker("admin"), second_admin(&world));
    give(&world, &first, "center", &OFFICE).assert_status(200);
    let office = waiting(&second, &world, "center")[0]["id"].as_str().expect("an id").to_owned();
    let path = format!("/api/v1/agencies/{}/offices/{office}", world.agency("center"));
    world.clock.advance_minutes(6);
    let program = second.as_program();
    assert_eq!(
        program.post_json(&format!("{path}/confirm"), &json!({})).assert_status(403).json()["code"],
        "step-up-needed"
    );
    program.post_json(&format!("{path}/withdraw"), &json!({})).assert_status(200);
    program.post_json(&format!("{path}/withdraw"), &json!({})).assert_status(404);
    assert_eq!(my_roles(&world.as_worker("center")), json!(["worker"]));
});

both_engines!(where_an_agency_has_no_other_the_network_confirms, &crate::migrations(), |db: Db| {
    use policy::Role::{Administrator, Coordinator};
    let world = world(db);
    let network = account(&world, "network", "hogo", &[Administrator, Coordinator]);
    let (first, stranger) = (world.as_worker("admin"), account(&world, "elsewhere", "darc", &[Administrator]));
    give(&world, &first, "center", &OFFICE).assert_status(200);
    let office = waiting(&network, &world, "center")[0].clone();
    assert_eq!(office["may_confirm"], true);
    let id = office["id"].as_str().expect("an id");
    let path = format!("/api/v1/agencies/{}/offices/{id}/confirm", world.agency("center"));
    stranger.as_program().post_json(&path, &json!({})).assert_status(403);
    let second = second_admin(&world);
    network.clone().as_program().post_json(&path, &json!({})).assert_status(403);
    second.as_program().post_json(&path, &json!({})).assert_status(200);
});

both_engines!(the_first_of_a_network_are_alone_and_the_trail_says_so, &crate::migrations(), |db: Db| {
    let world = world(db);
    let admin = world.as_worker("admin");
    give(&world, &admin, "center", &OFFICE).assert_status(200);
    assert_eq!(my_roles(&world.as_worker("center")), json!(["worker", "privacy_officer"]));
    assert!(waiting(&admin, &world, "center").is_empty());
    world.clock.advance_minutes(1);
    let trail = world.as_worker("privacy").as_program().get("/api/v1/audit").body.clone();
    assert!(trail.contains("worker.office.alone"), "{trail}");
});

both_engines!(what_is_given_anew_or_taken_leaves_nothing_waiting, &crate::migrations(), |db: Db| {
    let world = world(db);
    let (first, second) = (world.as_worker("admin"), second_admin(&world));
    give(&world, &first, "center", &OFFICE).assert_status(200);
    give(&world, &first, "center", &["worker"]).assert_status(200);
    assert!(waiting(&second, &world, "center").is_empty());
    let agency = world.agency("center");
    let new = json!({ "login": "third", "name": "三人目", "password": "correct horse battery", "roles": OFFICE });
    let program = first.as_program();
    let made = program.post_json(&format!("/api/v1/agencies/{agency}/workers"), &new).assert_status(200).json();
    let third = made["id"].as_str().expect("an id");
    assert_eq!(waiting(&second, &world, "center")[0]["worker"], third, "a new account is no way around it");
    let path = format!("/api/v1/agencies/{agency}/workers/{third}/leave");
    program.post_json(&path, &json!({})).assert_status(200);
    let there = json!({ "login": "third", "roles": ["worker"] });
    program.post_json(&format!("/api/v1/agencies/{agency}/members"), &there).assert_status(200);
    assert!(waiting(&second, &world, "center").is_empty(), "coming back brings nothing along");
});
