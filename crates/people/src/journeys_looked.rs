//! Who looked: told to the person, objected to, and answered.

use db::Db;
use db::testing::both_engines;
use policy::{Role, Roles};
use serde_json::json;
use web::Who;
use web::testing::Client;

use crate::agency::{self, NewWorker};
use crate::auth;
use crate::journeys::{follow, world};
use crate::testing::{PASSWORD, World};

/// A privacy officer of an agency that has had none.
fn officer(world: &World, at: &str) -> Client {
    let at = world.agency(at);
    let token = world.app.app.act(Who::System, move |cx| {
        let hashed = auth::hash(PASSWORD, auth::Strength::Test, cx.rng)?;
        let new = NewWorker {
            login: "officer".to_owned(),
            name: "officer".to_owned(),
            kana: String::new(),
            password: PASSWORD.to_owned(),
            roles: Roles::of(&[Role::PrivacyOfficer]),
        };
        let worker = agency::add_worker(cx, at, &new, &hashed)?;
        auth::open_session(cx, worker, at)
    });
    world.app.with_session(&token.expect("an officer can be added"))
}

both_engines!(the_person_is_told_who_looked_and_objects, &crate::migrations(), |db: Db| {
    let world = world(db);
    let person = world.person("center", "たいち");
    world.consent("center", person, "darc", &["health"], false);
    let (center, darc) = (world.as_worker("center"), world.as_worker("darc"));
    let page = format!("/persons/{person}");
    for _ in 0..3 {
        darc.get(&page).assert_status(200);
    }
    let told = center.get(&format!("{page}/looked?register=ja-simple")).assert_status(200).body.clone();
    assert!(told.contains("みなとリカバリーハウス") && told.contains("data-register=\"ja-simple\""), "{told}");
    let looks = center.clone().as_program().get(&format!("/api/v1{page}/looked")).assert_status(200).json();
    let look = looks["items"].as_array().expect("a list").iter().find(|l| l["act"] == "person.open").expect("a look");
    assert_eq!((look["times"].as_i64(), look["agency"].as_str()), (Some(3), Some(&*world.agency("darc").to_string())));
    assert!(look["basis"].as_str().is_some_and(|b| b.starts_with("grant:")), "{look}");
    let event = look["event"].as_str().expect("an id");
    let paper = center.get(&format!("{page}/looked/paper?register=en")).assert_status(200).body.clone();
    assert!(paper.contains("3 times") && !paper.contains("<nav"), "{paper}");

    let said = center.post(&format!("{page}/looked"), &[("event", event), ("register", "ja-simple"), ("once", "1")]);
    assert!(follow(&center, &said).body.contains("<ruby>"), "and goes on in the register of the person");
    let again = center.get(&format!("{page}/looked?register=en")).body;
    assert!(again.contains("It is being looked into"), "{again}");
    // The officer of the house answers; the one of the centre, which took the objection down, has nothing to say.
    let answer = json!({ "event": event, "found": "not_in_order" });
    world.as_worker("privacy").as_program().post_json("/api/v1/audit/objections", &answer).assert_status(409);
    let officer = officer(&world, "darc").as_program();
    let waits = officer.get("/api/v1/audit/objections");
    assert!(
        waits.assert_status(200).body.contains(event) && !waits.body.contains(&person.to_string()),
        "{}",
        waits.body
    );
    officer.post_json("/api/v1/audit/objections", &json!({ "event": event, "found": "maybe" })).assert_status(422);
    officer.post_json("/api/v1/audit/objections", &answer).assert_status(200);
    officer.post_json("/api/v1/audit/objections", &answer).assert_status(409);
    let told = center.get(&format!("{page}/looked?register=en")).body;
    assert!(told.contains("it should not have been"), "{told}");
});

both_engines!(a_screen_tells_nothing_of_agencies_that_the_worker_may_not_know_of, &crate::migrations(), |db: Db| {
    let world = world(db);
    let person = world.person("center", "みお");
    world.consent("center", person, "darc", &["health"], false);
    let page = format!("/api/v1/persons/{person}");
    let darc = world.as_worker("darc").as_program();
    darc.get(&page).assert_status(200);
    let told = || darc.get(&format!("{page}/looked")).assert_status(200).json();
    let first = told();
    assert!(!first.to_string().contains(&world.agency("center").to_string()), "{first}");
    // Whatever the centre and a third agency do, the screen of the house tells the same, but for its own looks.
    let clinic_grant = world.consent("center", person, "clinic", &["health"], false);
    world.as_worker("clinic").as_program().get(&page).assert_status(200);
    world.as_worker("center").as_program().get(&page).assert_status(200);
    let second = told();
    let text = second.to_string();
    for hidden in [world.agency("center").to_string(), world.agency("clinic").to_string(), clinic_grant.to_string()] {
        assert!(!text.contains(&hidden), "{hidden} in {text}");
    }
    // Nor can an objection ask after them.
    let all = world.as_worker("center").as_program().get(&format!("{page}/looked")).json();
    let unseen = all["items"].as_array().expect("a list").iter().find(|l| l["agency"] == json!(world.agency("clinic")));
    let event = unseen.expect("the centre, which took the consent, is told")["event"].clone();
    let asked = darc.post_json(&format!("{page}/looked"), &json!({ "event": event })).assert_status(422).body.clone();
    let nothing = darc.post_json(&format!("{page}/looked"), &json!({ "event": "0000000000009" })).body;
    assert_eq!(asked, nothing);
    world.as_worker("hostel").as_program().get(&format!("{page}/looked")).assert_status(404);
});
