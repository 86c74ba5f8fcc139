//! Emergency looks, told through people.

use base::PersonId;
use db::Db;
use db::testing::both_engines;
use serde_json::{Value, json};
use web::testing::{Client, Reply};

use crate::journeys::{follow, send, world};
use crate::testing::World;

fn at(world: &World, login: &str) -> Client {
    world.as_worker(login).as_program()
}

/// Taichi, with whom the centre works, and what it wrote about him under each category.
fn taichi(world: &World) -> PersonId {
    let input = crate::person::PersonInput {
        name: "たいち 太郎".to_owned(),
        kana: "タイチ タロウ".to_owned(),
        birth_year: Some("1990".to_owned()),
        ..Default::default()
    };
    let person = world.act("center", move |cx| crate::person::register(cx, &input)).expect("a person");
    for category in policy::Category::ALL {
        let note = json!({ "label": [category.code()], "text": format!("記録:{}.", category.code()) });
        at(world, "center").post_json(&format!("/api/v1/persons/{person}/entries"), &note).assert_status(200);
    }
    person
}

fn by_name() -> Value {
    json!({ "name": "たいち太郎", "kana": "たいちたろう", "reason": "life", "text": "倒れている" })
}

fn ask(world: &World, login: &str, body: &Value) -> Reply {
    at(world, login).post_json("/api/v1/emergencies", body)
}

/// The categories of the centre's notes that a worker reads of a person; nothing if there is no such person for them.
fn reads(world: &World, login: &str, person: PersonId) -> Option<Vec<&'static str>> {
    let page = at(world, login).get(&format!("/api/v1/persons/{person}"));
    let shown = |code: &&str| page.body.contains(&format!("記録:{code}."));
    (page.status == 200).then(|| policy::Category::ALL.into_iter().map(policy::Category::code).filter(shown).collect())
}

both_engines!(an_emergency_opens_one_page_for_an_hour_and_no_list, &crate::migrations(), |db: Db| {
    let world = world(db);
    let person = taichi(&world);
    assert_eq!(reads(&world, "darc", person), None);
    let opened = ask(&world, "darc", &by_name()).assert_status(200).json();
    assert_eq!(opened["person"], json!(person));
    assert_eq!(
        reads(&world, "darc", person).expect("the page is open"),
        ["existence", "contact", "location", "health", "drug_history", "relapse"],
        "never justice, family, livelihood or notes"
    );
    ask(&world, "hostel", &by_name()).assert_status(200);
    let bound = reads(&world, "hostel", person).expect("the page is open");
    assert!(!bound.contains(&"relapse"), "an agency with a duty to report is told of no relapse: {bound:?}");
    for closed in ["consents", "looked", "separations"] {
        let status = at(&world, "darc").get(&format!("/api/v1/persons/{person}/{closed}")).status;
        assert!(status == 404 || status == 403, "{closed}: {status}");
    }
    let list = at(&world, "darc").get("/api/v1/persons").json();
    assert_eq!(list["items"], json!([]), "no list shows them");
    at(&world, "darc")
        .post_json(&format!("/api/v1/persons/{person}/entries"), &json!({ "label": ["health"], "text": "x" }))
        .assert_status(403);
    // It is the worker's, not the agency's, and a second sending opens no second hour.
    world.clock.advance_minutes(30);
    assert_eq!(ask(&world, "darc", &by_name()).json()["until"], opened["until"]);
    world.clock.advance_minutes(30);
    assert_eq!(reads(&world, "darc", person), None, "it ends by itself");
    let again = ask(&world, "darc", &by_name()).assert_status(200).json();
    let end = format!("/api/v1/emergencies/{}/end", again["id"].as_str().expect("a number"));
    at(&world, "clinic").post_json(&end, &json!({})).assert_status(404);
    at(&world, "darc").post_json(&end, &json!({})).assert_status(200);
    assert_eq!(reads(&world, "darc", person), None, "and by hand");
    at(&world, "darc").post_json(&end, &json!({})).assert_status(404);
});

both_engines!(a_wrong_guess_an_unknown_one_and_one_who_may_not_be_seen_look_alike, &crate::migrations(), |db: Db| {
    let world = world(db);
    let person = taichi(&world);
    let hit = |login: &str| {
        let form = world
            .as_worker(login)
            .post("/emergency", &[("name", "たいち太郎"), ("kana", "たいちたろう"), ("reason", "life"), ("text", "x")]);
        assert!(form.once().is_none(), "nothing is drawn for this page");
        (form.status, form.body.replace("たいち太郎", "N"), ask(&world, login, &by_name()).body)
    };
    let refusal = json!({ "to": world.agency("clinic"), "hides": ["existence"] });
    at(&world, "center").post_json(&format!("/api/v1/persons/{person}/refusals"), &refusal).assert_status(200);
    let other = world.person("darc", "れん");
    let wall = json!({ "other": other, "basis": "violence" });
    at(&world, "center").post_json(&format!("/api/v1/persons/{person}/separations"), &wall).assert_status(200);

    let refused = hit("clinic");
    let guess = world
        .as_worker("clinic")
        .post("/emergency", &[("name", "だれも"), ("kana", "たいちたろう"), ("reason", "life"), ("text", "x")]);
    assert_eq!(refused.1, guess.body.replace("だれも", "N"));
    assert!(refused.1.contains("見つからないか、見られません"), "{}", refused.1);
    for wrong in [
        json!({ "number": "0000000000009", "reason": "life", "text": "x" }),
        json!({ "number": "9", "reason": "life", "text": "x" }),
        json!({ "name": "たいち太郎", "birth_year": "1991", "reason": "life", "text": "x" }),
        json!({ "name": "たいち", "kana": "たいちたろう", "reason": "life", "text": "x" }),
    ] {
        assert_eq!(ask(&world, "clinic", &wrong).assert_status(409).body, refused.2, "{wrong}");
    }
    // The house works with the one from whom he is protected.
    let walled = hit("darc");
    assert_eq!((walled.0, &walled.2), (refused.0, &refused.2));
    assert_eq!(reads(&world, "darc", person), None);
    // No row of the trail names him, and nobody was told.
    let told = at(&world, "center").get(&format!("/api/v1/persons/{person}/looked")).body.clone();
    assert!(!told.contains("emergency"), "{told}");
    assert!(!at(&world, "center").get("/api/v1/notices").body.contains("emergency"));
});

both_engines!(a_wall_put_up_meanwhile_closes_the_page, &crate::migrations(), |db: Db| {
    let world = world(db);
    let person = taichi(&world);
    ask(&world, "darc", &by_name()).assert_status(200);
    let other = world.person("darc", "れん");
    let wall = json!({ "other": other, "basis": "violence" });
    at(&world, "center").post_json(&format!("/api/v1/persons/{person}/separations"), &wall).assert_status(200);
    assert_eq!(reads(&world, "darc", person), None);
    // Whoever knows him anyway still gets what is not behind the wall.
    world.consent("center", person, "darc", &["drug_history"], false);
    let reads = reads(&world, "darc", person).expect("the consent tells that he is here");
    assert!(reads.contains(&"health") && !reads.contains(&"contact") && !reads.contains(&"location"), "{reads:?}");
});

both_engines!(guessing_has_an_end_and_needs_a_fresh_proof, &crate::migrations(), |db: Db| {
    let world = world(db);
    taichi(&world);
    let wrong = json!({ "name": "だれも", "kana": "だれも", "reason": "life", "text": "x" });
    for _ in 0..10 {
        ask(&world, "darc", &wrong).assert_status(409);
    }
    ask(&world, "darc", &by_name()).assert_status(429);
    ask(&world, "clinic", &by_name()).assert_status(200);
    let open = world.as_worker("hostel").as_program();
    world.clock.advance_minutes(6);
    assert_eq!(open.post_json("/api/v1/emergencies", &by_name()).assert_status(403).json()["code"], "step-up-needed");
    ask(&world, "privacy", &by_name()).assert_status(403);
    let bare = json!({ "name": "たいち太郎", "reason": "life", "text": "x" });
    assert_eq!(ask(&world, "hostel", &bare).assert_status(422).json()["fields"][0]["field"], "kana");
    let silent = json!({ "name": "たいち太郎", "kana": "たいちたろう" });
    assert_eq!(ask(&world, "hostel", &silent).assert_status(422).json()["fields"].as_array().map(Vec::len), Some(2));
});

both_engines!(everybody_who_has_to_know_is_told, &crate::migrations(), |db: Db| {
    let world = world(db);
    let person = taichi(&world);
    let year = json!({ "name": "タイチ太郎", "birth_year": "1990", "reason": "missing", "text": "三日帰らない" });
    ask(&world, "darc", &year).assert_status(200);
    reads(&world, "darc", person).expect("the page is open");
    world.clock.advance_minutes(1);
    let notices = at(&world, "center").get("/api/v1/notices").json();
    assert_eq!(notices["items"][0]["href"], format!("/persons/{person}/looked"));
    let told = at(&world, "center").get(&format!("/api/v1/persons/{person}/looked")).json();
    let looks = told["items"].as_array().expect("a list");
    let of = |act: &str| looks.iter().find(|look| look["act"] == act && look["reason"] == "missing");
    assert!(of("emergency.open").is_some() && of("person.open").is_some(), "{told}");
    let page = world.as_worker("center").get(&format!("/persons/{person}/looked")).body;
    assert!(
        page.contains("行方がわからず") && !page.contains("三日帰らない"),
        "the reason, and not what was noted: {page}"
    );
});

both_engines!(the_officer_reviews_each_look_within_two_working_days, &crate::migrations(), |db: Db| {
    let world = world(db);
    // The centre's worker looks at somebody whom the clinic works with; the centre has the officer.
    let input = crate::person::PersonInput {
        name: "みお".to_owned(),
        kana: "みお".to_owned(),
        birth_year: None,
        ..Default::default()
    };
    let person = world.act("clinic", move |cx| crate::person::register(cx, &input)).expect("a person");
    let asked = json!({ "number": person, "reason": "treatment", "text": "救急から問い合わせ" });
    ask(&world, "center", &asked).assert_status(200);
    reads(&world, "center", person).expect("the page is open");
    let list = || at(&world, "privacy").get("/api/v1/audit/emergencies").assert_status(200).json();
    let waiting = list()["waiting"][0].clone();
    assert_eq!((&waiting["reason"], &waiting["looks"]), (&json!("treatment"), &json!(1)), "{waiting}");
    assert!(!waiting.to_string().contains(&person.to_string()), "the officer sees no person: {waiting}");
    // Friday: Monday is a holiday (labour thanksgiving day), so Wednesday.
    assert_eq!((&waiting["due"], &waiting["overdue"]), (&json!("2026-11-25"), &json!(false)));
    world.clock.advance_days(6);
    assert_eq!(list()["waiting"][0]["overdue"], true);

    let officer = world.as_worker("privacy");
    let id = waiting["id"].as_str().expect("a number");
    let page = officer.get("/audit").assert_status(200).body.clone();
    assert!(page.contains("確認を待つ緊急の閲覧が1件") && page.contains("/audit/emergencies"), "{page}");
    let review = format!("/audit/emergencies/{id}/review");
    let empty = send(&officer, &review, &review, &[("finding", "right")]);
    assert!(empty.assert_status(422).body.contains("救急から問い合わせ"), "{}", empty.body);
    let done = send(&officer, &review, &review, &[("finding", "could_ask"), ("note", "本人に電話できた")]);
    let shown = follow(&officer, &done).body;
    assert!(shown.contains("本人に聞く時間があった") && shown.contains("確認を待つものはありません"), "{shown}");
    officer.get(&review).assert_status(404);
    assert_eq!(list()["reviewed"][0]["note"], "本人に電話できた");
    let month = officer.get("/audit/review").assert_status(200).body.clone();
    assert!(month.contains("1%を超えています"), "one look of few is more than one in a hundred: {month}");
    world.as_worker("center").get(&review).assert_status(403);
});

both_engines!(telling_the_person_can_be_put_off_with_a_reason, &crate::migrations(), |db: Db| {
    let world = world(db);
    let person = world.person("clinic", "みお");
    world.consent("clinic", person, "center", &["health"], false);
    let asked = json!({ "number": person, "reason": "life", "text": "x" });
    let id = ask(&world, "center", &asked).assert_status(200).json()["id"].as_str().expect("a number").to_owned();
    let told = || at(&world, "clinic").get(&format!("/api/v1/persons/{person}/looked")).body.contains("emergency.open");
    assert!(told(), "at once");
    let delay = format!("/api/v1/audit/emergencies/{id}/delay");
    let put_off = |until: &str| {
        at(&world, "privacy").post_json(&delay, &json!({ "until": until, "why": "同居の人に知られると危ない" })).status
    };
    assert_eq!((put_off("2026-11-20"), put_off("2026-12-21"), put_off("2026-11-27")), (422, 422, 200));
    assert!(!told());
    world.clock.advance_days(6);
    assert!(!told());
    world.clock.advance_days(1);
    assert!(told());
    let why = json!({ "until": "2026-12-01", "why": "" });
    at(&world, "privacy").post_json(&delay, &why).assert_status(422);
});

both_engines!(a_worker_looks_by_the_pages_and_ends_it, &crate::migrations(), |db: Db| {
    let world = world(db);
    let person = taichi(&world);
    let darc = world.as_worker("darc");
    assert!(darc.get("/persons").body.contains("href=\"/emergency\""));
    let asked = send(
        &darc,
        "/emergency",
        "/emergency",
        &[("name", "たいち太郎"), ("birth_year", "1990"), ("reason", "cannot_ask"), ("text", "意識がない")],
    );
    let page = follow(&darc, &asked).body;
    assert!(page.contains("緊急の閲覧中です") && page.contains("記録:health."), "{page}");
    assert!(!page.contains("/consents") && !page.contains(&format!("/persons/{person}/request")), "{page}");
    let open = darc.get("/emergency").body;
    assert!(open.contains("意識がないなど") && !open.contains("たいち"), "no name stands there: {open}");
    let end =
        page.split('"').find(|part| part.starts_with("/emergency/") && part.ends_with("/end")).unwrap().to_owned();
    follow(&darc, &send(&darc, &end, &end, &[]));
    darc.get(&format!("/persons/{person}")).assert_status(404);
});
