//! Lists: what a worker's day begins with, what is late, and what the coordinator sees of it.

use db::Db;
use db::testing::both_engines;
use serde_json::json;

use super::*;

both_engines!(each_thing_stands_where_somebody_looks_for_it, &migrations(), |db: Db| {
    let world = world(db);
    let referral = refer(&world, taichi(&world), "center");
    let here = [referral.clone()];
    let lists = ["to_answer", "waiting_on_us", "to_confirm", "follow_up", "overdue"];
    let where_is =
        |login: &str| lists.iter().copied().filter(|list| home(&world, login, list) == here).collect::<Vec<_>>();
    let nowhere: [&str; 0] = [];
    assert_eq!((where_is("center"), where_is("hogo")), (vec!["to_answer"], nowhere.to_vec()));
    act(&world, "center", &referral, "ask", json!({ "text": "いつがよいですか" }));
    assert_eq!((where_is("center"), where_is("hogo")), (nowhere.to_vec(), vec!["waiting_on_us"]));
    act(&world, "hogo", &referral, "answer", json!({ "text": "夕方です" }));
    act(&world, "center", &referral, "wait", json!({ "until": "2026-11-24", "place": "3" }));
    assert_eq!(where_is("center"), nowhere);
    world.clock.advance_days(4);
    assert_eq!(where_is("center"), ["to_answer"], "the named day has come");
    act(&world, "center", &referral, "accept", json!({}));
    assert_eq!(where_is("center"), ["waiting_on_us"], "a day is to be agreed on");
    act(&world, "center", &referral, "no-show", json!({ "on": "2026-11-24", "next": "2026-11-25" }));
    assert_eq!(where_is("center"), nowhere);
    world.clock.advance_days(1);
    assert_eq!(where_is("center"), ["to_confirm"]);
    act(&world, "center", &referral, "arrive", json!({ "on": "2026-11-25" }));
    act(&world, "center", &referral, "confirm", json!({}));
    assert_eq!(
        (where_is("center"), where_is("hogo")),
        (vec!["to_confirm"], vec![]),
        "hogo has it twice: to know and to ask"
    );
    act(&world, "hogo", &referral, "know", json!({}));
    act(&world, "center", &referral, "person-says", json!({ "says": "yes" }));
    assert_eq!((where_is("center"), where_is("hogo")), (nowhere.to_vec(), nowhere.to_vec()));
    world.clock.advance_days(14);
    assert_eq!((where_is("center"), where_is("hogo")), (vec!["follow_up"], vec!["follow_up"]));
    world.clock.advance_days(8);
    assert_eq!(where_is("hogo"), ["overdue"], "each thing stands once");
});

both_engines!(a_late_answer_is_seen_by_both_and_counted_without_persons, &migrations(), |db: Db| {
    let world = world(db);
    let referral = refer(&world, taichi(&world), "center");
    world.clock.advance_days(6);
    assert!(home(&world, "hogo", "overdue").is_empty(), "the last day is not late");
    world.clock.advance_days(1);
    assert_eq!(home(&world, "hogo", "overdue"), std::slice::from_ref(&referral));
    assert_eq!(home(&world, "center", "overdue"), [referral]);
    let late = at(&world, "coord").get("/api/v1/network/overdue");
    let pair = late.assert_status(200).json()["items"][0].clone();
    assert_eq!((&pair["count"], &pair["unanswered"], &pair["since"]), (&json!(1), &json!(1), &json!("2026-11-26")));
    assert!(!late.body.contains("たいち") && !late.body.contains("person"), "{}", late.body);
    at(&world, "hogo").get("/api/v1/network/overdue").assert_status(403);
});

both_engines!(an_ending_is_shown_until_the_next_link_holds, &migrations(), |db: Db| {
    let world = world(db);
    let taichi = json!({ "name": "たいち", "stay": { "kind": "hostel", "until": "2026-12-15" } });
    let made = at(&world, "hogo").post_json("/api/v1/persons", &taichi).assert_status(200).json();
    let person: PersonId = made["id"].as_str().unwrap().parse().unwrap();
    let endings = || at(&world, "hogo").get("/api/v1/home").assert_status(200).json()["endings"].clone();
    assert_eq!((&endings()[0]["person"]["name"], &endings()[0]["on"]), (&json!("たいち"), &json!("2026-12-15")));
    world.consent("hogo", person, "center", &[], false);
    let referral = refer(&world, person, "center");
    act(&world, "center", &referral, "accept", json!({}));
    assert_eq!(endings().as_array().unwrap().len(), 1, "accepted is not arrived");
    act(&world, "center", &referral, "arrive", json!({ "on": "2026-11-20" }));
    assert_eq!(endings(), json!([]));
});

both_engines!(the_list_of_referrals_can_be_narrowed_and_paged, &migrations(), |db: Db| {
    let world = world(db);
    let taichi = taichi(&world);
    let referral = refer(&world, taichi, "center");
    for n in 0..51 {
        prepare(&world, world.person("hogo", &format!("人{n}")), "darc");
    }
    let get = |login: &str, query: &str| {
        at(&world, login).get(&format!("/api/v1/referrals{query}")).assert_status(200).json()
    };
    let count = |login: &str, query: &str| get(login, query)["items"].as_array().unwrap().len();
    let first = get("hogo", "");
    assert_eq!(first["items"].as_array().unwrap().len(), 50);
    let rest = get("hogo", &format!("?after={}", first["next"].as_str().unwrap()));
    assert_eq!((rest["items"].as_array().unwrap().len(), &rest["next"]), (2, &Value::Null));
    assert_eq!(count("hogo", "?state=sent"), 1);
    assert_eq!(count("hogo", &format!("?person={taichi}&side=sent")), 1);
    assert_eq!(count("hogo", "?side=received"), 0);
    assert_eq!(count("center", ""), 1, "{referral}");
    assert_eq!(count("darc", ""), 0, "drafts are the sender's");
    at(&world, "hogo").get("/api/v1/referrals?state=maybe").assert_status(422);
});

both_engines!(a_page_of_names_is_read_together_and_each_by_its_own_basis, &migrations(), |db: Db| {
    let world = world(db);
    let names: Vec<String> = (0..30).map(|n| format!("ひと{n:02}")).collect();
    let mut grants = Vec::new();
    for name in &names {
        let person = world.person("hogo", name);
        grants.push((person, world.consent("hogo", person, "center", &[], false)));
        refer(&world, person, "center");
    }
    let listed = |login: &str| {
        let rows = at(&world, login).get("/api/v1/referrals").assert_status(200).json();
        let name = |row: &Value| row["person"]["name"].as_str().unwrap_or_default().to_owned();
        let mut listed: Vec<String> = rows["items"].as_array().expect("rows").iter().map(name).collect();
        listed.sort();
        listed
    };
    assert_eq!(listed("center"), names, "more than one statement reads, none missing, none twice");
    let (person, grant) = grants[7];
    let revoke = format!("/api/v1/persons/{person}/consents/{grant}/revoke");
    at(&world, "hogo").post_json(&revoke, &json!({})).assert_status(200);
    assert!(!listed("center").contains(&names[7]) && listed("hogo") == names);
    assert_eq!(home(&world, "center", "to_answer").len(), 29);
});

both_engines!(one_request_and_one_question_are_there_for_their_two_sides, &migrations(), |db: Db| {
    let world = world(db);
    let question = json!({ "to": world.agency("darc"), "about": "夜の部屋" });
    let made = at(&world, "hogo").post_json("/api/v1/capacity-questions", &question).assert_status(200).json();
    let question = format!("/api/v1/capacity-questions/{}", made["id"].as_str().expect("an id"));
    assert_eq!(at(&world, "hogo").get(&question).assert_status(200).json()["to_us"], false);
    assert_eq!(at(&world, "darc").get(&question).assert_status(200).json()["to_us"], true);
    let stranger = at(&world, "center").get(&question).assert_status(404).body.clone();
    assert_eq!(at(&world, "center").get("/api/v1/capacity-questions/0000000000009").body, stranger);

    let person = taichi(&world);
    let grant = world.consent("hogo", person, "darc", &[], false);
    let ask = json!({ "person": person, "to": world.agency("hogo"), "note": "続きを一緒に" });
    let made = at(&world, "darc").post_json("/api/v1/requests", &ask).assert_status(200).json();
    let request = format!("/api/v1/requests/{}", made["id"].as_str().expect("an id"));
    assert_eq!(at(&world, "hogo").get(&request).assert_status(200).json()["to_us"], true);
    assert_eq!(at(&world, "darc").get(&request).assert_status(200).json()["person"]["name"], "たいち");
    at(&world, "clinic").get(&request).assert_status(404);
    let revoke = format!("/api/v1/persons/{person}/consents/{grant}/revoke");
    at(&world, "hogo").post_json(&revoke, &json!({})).assert_status(200);
    at(&world, "darc").get(&request).assert_status(404);
});
