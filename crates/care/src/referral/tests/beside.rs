//! Requests for a person, and questions about free places.

use db::Db;
use db::testing::both_engines;
use serde_json::json;

use super::*;

both_engines!(an_agency_may_ask_for_a_person_it_may_know_of, &migrations(), |db: Db| {
    let world = world(db);
    let person = world.person("hogo", "ひろ");
    let wish = json!({ "person": person, "to": world.agency("hogo"), "note": "出る前から担当になりたい" });
    let ask = |status: u16| at(&world, "darc").post_json("/api/v1/requests", &wish).assert_status(status).json();
    ask(404);
    world.consent("hogo", person, "darc", &[], false);
    let first = format!("/api/v1/requests/{}", ask(200)["id"].as_str().unwrap());
    ask(409);
    let shown = |login: &str| at(&world, login).get("/api/v1/requests").assert_status(200).json()["items"].clone();
    assert_eq!(
        (&shown("hogo")[0]["note"], &shown("hogo")[0]["to_us"]),
        (&json!("出る前から担当になりたい"), &json!(true))
    );
    assert_eq!(shown("clinic"), json!([]));
    let waiting = at(&world, "hogo").get("/api/v1/home").json()["waiting_on_us"].clone();
    assert_eq!(waiting[0]["what"], "request");
    fails(&world, "darc", &first, "agree", json!({}), 403);
    fails(&world, "clinic", &first, "agree", json!({}), 404);
    at(&world, "hogo")
        .post_json(&format!("{first}/decline"), &json!({ "note": "まだ考えたくないとのこと" }))
        .assert_status(200);
    assert_eq!(shown("darc")[0]["answer"], "まだ考えたくないとのこと");
    fails(&world, "hogo", &first, "agree", json!({}), 409);

    let second = format!("/api/v1/requests/{}", ask(200)["id"].as_str().unwrap());
    let made = at(&world, "hogo").post_json(&format!("{second}/agree"), &json!({}));
    let referral = address(&made);
    assert_eq!(sees(&world, "hogo", &referral)["state"], "preparing");
    at(&world, "darc").get(&referral).assert_status(404);
    assert!(shown("darc").as_array().unwrap().iter().all(|r| r["referral"].is_null()), "a draft is the sender's");
    assert_eq!(act(&world, "hogo", &referral, "send", json!({})), "sent");
    assert_eq!(sees(&world, "darc", &referral)["state"], "sent");
});

both_engines!(who_only_knows_a_person_for_itself_does_not_tell_others_by_asking, &migrations(), |db: Db| {
    let world = world(db);
    let person = world.person("darc", "ひろ");
    let wish = json!({ "person": person, "to": world.agency("hogo") });
    at(&world, "darc").post_json("/api/v1/requests", &wish).assert_status(409);
    world.consent("darc", person, "hogo", &[], false);
    at(&world, "darc").post_json("/api/v1/requests", &wish).assert_status(200);
    let to_group = json!({ "person": person, "to": world.agency("noaccount") });
    at(&world, "darc").post_json("/api/v1/requests", &to_group).assert_status(409);
});

both_engines!(a_request_goes_with_the_consent, &migrations(), |db: Db| {
    let world = world(db);
    let person = world.person("hogo", "ひろ");
    let grant = world.consent("hogo", person, "darc", &[], false);
    let wish = json!({ "person": person, "to": world.agency("hogo") });
    at(&world, "darc").post_json("/api/v1/requests", &wish).assert_status(200);
    at(&world, "hogo")
        .post_json(&format!("/api/v1/persons/{person}/consents/{grant}/revoke"), &json!({}))
        .assert_status(200);
    assert_eq!(at(&world, "darc").get("/api/v1/requests").json()["items"], json!([]));
});

both_engines!(whether_there_is_a_place_is_asked_without_a_name, &migrations(), |db: Db| {
    let world = world(db);
    let question = json!({ "to": world.agency("darc"), "about": "一月から、夜の部屋が一つあるか" });
    let made = at(&world, "hogo").post_json("/api/v1/capacity-questions", &question).assert_status(200).json();
    let path = format!("/api/v1/capacity-questions/{}", made["id"].as_str().unwrap());
    let waiting = at(&world, "darc").get("/api/v1/home").json()["waiting_on_us"].clone();
    assert_eq!((&waiting[0]["what"], &waiting[0]["person"]), (&json!("capacity"), &Value::Null));
    fails(&world, "clinic", &path, "answer", json!({ "answer": "none" }), 404);
    fails(&world, "hogo", &path, "answer", json!({ "answer": "none", "channel": "telephone" }), 403);
    fails(&world, "darc", &path, "answer", json!({ "answer": "perhaps" }), 422);
    let yes = json!({ "answer": "waiting_list", "note": "二月になりそうです" });
    at(&world, "darc").post_json(&format!("{path}/answer"), &yes).assert_status(200);
    fails(&world, "darc", &path, "answer", yes, 409);
    let seen = at(&world, "hogo").get("/api/v1/capacity-questions").json()["items"][0].clone();
    assert_eq!((&seen["answer"], &seen["note"]), (&json!("waiting_list"), &json!("二月になりそうです")));

    let question = json!({ "to": world.agency("noaccount"), "about": "月曜の席" });
    let made = at(&world, "hogo").post_json("/api/v1/capacity-questions", &question).assert_status(200).json();
    let path = format!("/api/v1/capacity-questions/{}", made["id"].as_str().unwrap());
    fails(&world, "hogo", &path, "answer", json!({ "answer": "has_place" }), 403);
    let told = json!({ "answer": "has_place", "channel": "telephone" });
    at(&world, "hogo").post_json(&format!("{path}/answer"), &told).assert_status(200);
});

both_engines!(the_story_for_other_tests_can_be_told, &migrations(), |db: Db| {
    let world = world(db);
    let person = taichi(&world);
    world.consent("hogo", person, "darc", &[], false);
    let story = crate::testing::story(&world, person);
    assert_eq!(
        sees(&world, "center", &format!("/api/v1/referrals/{}", story.referral))["legs"][0]["id"],
        json!(story.leg)
    );
    world.app.anonymous().as_program().get(&format!("/api/v1/link/{}", story.link)).assert_status(200);
});
