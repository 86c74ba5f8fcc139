//! Who sees what of a referral, and for how long.

use db::Db;
use db::testing::both_engines;
use serde_json::json;

use super::*;

both_engines!(the_receiver_sees_what_the_person_allows, &migrations(), |db: Db| {
    let world = world(db);
    let referral = refer(&world, taichi(&world), "center");
    let seen = at(&world, "center").get(&referral);
    assert!(seen.body.contains("夜眠れない日がある") && !seen.body.contains("月に二度の面談"), "{}", seen.body);
    assert!(!seen.body.contains("justice"), "not even that there is something");
    let own = sees(&world, "hogo", &referral);
    let reaches: Vec<_> = own["sections"].as_array().unwrap().iter().map(|s| s["reaches_receiver"].clone()).collect();
    assert_eq!(reaches, [true, false], "the sender sees what arrives");
});

both_engines!(revoked_is_gone_at_the_next_request, &migrations(), |db: Db| {
    let world = world(db);
    let person = world.person("hogo", "みお");
    let grant = world.consent("hogo", person, "center", &["health"], false);
    let referral = refer(&world, person, "center");
    assert_eq!(home(&world, "center", "to_answer"), std::slice::from_ref(&referral));
    at(&world, "hogo")
        .post_json(&format!("/api/v1/persons/{person}/consents/{grant}/revoke"), &json!({}))
        .assert_status(200);
    let center = at(&world, "center");
    let gone = center.get(&referral);
    let never = center.get("/api/v1/referrals/0000000000001");
    assert_eq!((gone.status, gone.body), (404, never.body), "it looks like one that never was");
    assert!(home(&world, "center", "to_answer").is_empty());
    assert_eq!(center.get("/api/v1/referrals").json()["items"], json!([]));
    fails(&world, "center", &referral, "accept", json!({}), 404);
    assert_eq!(sees(&world, "hogo", &referral)["state"], "sent");
    fails(&world, "hogo", &referral, "know", json!({}), 409);
    assert_eq!(act(&world, "hogo", &referral, "withdraw", json!({})), "withdrawn");
});

both_engines!(after_arrival_the_receiver_knows_the_person_but_not_what_was_told, &migrations(), |db: Db| {
    let world = world(db);
    let person = world.person("hogo", "みお");
    let grant = world.consent("hogo", person, "center", &["health"], false);
    let referral = refer(&world, person, "center");
    act(&world, "center", &referral, "accept", json!({ "note": "お待ちしています" }));
    act(&world, "center", &referral, "arrive", json!({ "on": "2026-11-20" }));
    at(&world, "hogo")
        .post_json(&format!("/api/v1/persons/{person}/consents/{grant}/revoke"), &json!({}))
        .assert_status(200);
    let seen = sees(&world, "center", &referral);
    assert_eq!((&seen["state"], &seen["sections"], &seen["wish"]), (&json!("arrived"), &json!([]), &Value::Null));
    assert!(seen.to_string().contains("お待ちしています"), "its own words stay");
});

both_engines!(a_relapse_reaches_a_reporting_agency_only_when_named, &migrations(), |db: Db| {
    let world = world(db);
    let person = world.person("center", "ゆい");
    world.consent("center", person, "hogo", &["health"], false);
    let letter = json!({
        "person": person, "to": world.agency("hogo"), "act": "refer", "send": true,
        "sections": { "relapse": "先週また使った", "health": "眠れている", "health+relapse": "使ったあと眠れない" },
    });
    let referral = address(&at(&world, "center").post_json("/api/v1/referrals", &letter));
    let seen = at(&world, "hogo").get(&referral).assert_status(200).body.clone();
    assert!(seen.contains("眠れている") && !seen.contains("使った"), "{seen}");
    world.consent("center", person, "hogo", &[], true);
    let before = at(&world, "hogo").get(&referral).assert_status(200).body.clone();
    assert!(!before.contains("使った"), "not within a day: {before}");
    world.clock.advance_days(1);
    let seen = at(&world, "hogo").get(&referral).assert_status(200).body.clone();
    assert!(seen.contains("先週また使った") && seen.contains("使ったあと眠れない"), "{seen}");
});

both_engines!(steps_and_notes_keep_to_their_labels, &migrations(), |db: Db| {
    let world = world(db);
    let person = taichi(&world);
    let referral = refer(&world, person, "center");
    let add = |login: &str, body: Value| {
        at(&world, login).post_json(&format!("{referral}/legs"), &body).assert_status(200).json()
    };
    add("hogo", json!({ "kind": "prison_visit", "on": "2026-11-25", "place": "面会室", "note": "差し入れを持って" }));
    add(
        "hogo",
        json!({ "kind": "tour", "on": "2026-11-26", "place": "正面の入口", "note": "弟が送る", "label": ["family"] }),
    );
    add(
        "center",
        json!({ "kind": "joint_interview", "on": "2026-11-27", "note": "検査の話もする", "label": ["health"] }),
    );
    let seen = sees(&world, "center", &referral)["legs"].clone();
    assert_eq!(seen.as_array().unwrap().len(), 2, "a visit in prison is about justice: {seen}");
    assert_eq!((&seen[0]["place"], &seen[0]["note"]), (&json!("正面の入口"), &Value::Null), "family was not allowed");
    let events = sees(&world, "center", &referral)["events"].to_string();
    assert_eq!(events.matches("\"leg\"").count(), 2, "no event of a step that is not there: {events}");
    let own = sees(&world, "hogo", &referral)["legs"].clone();
    let visit = format!("/api/v1/legs/{}", own[0]["id"].as_str().unwrap());
    fails(&world, "center", &visit, "missed", json!({}), 404);
    let notices = || at(&world, "center").get("/api/v1/notices").body.matches("referral-told-leg").count();
    let before = notices();
    act(&world, "hogo", &visit, "done", json!({}));
    assert_eq!(notices(), before, "nor is it told of one");
    assert_eq!(own.as_array().unwrap().len(), 3);
    assert_eq!(own[2]["note"], Value::Null, "the person has not allowed the sender to be told by others");
});

both_engines!(what_is_not_seen_changes_no_byte, &migrations(), |db: Db| {
    let world = world(db);
    let person = taichi(&world);
    let referral = refer(&world, person, "center");
    let transcript = || {
        let center = at(&world, "center");
        let paths = [referral.as_str(), "/api/v1/referrals", "/api/v1/home", "/api/v1/requests"];
        paths.map(|path| center.get(path).assert_status(200).body.clone())
    };
    let before = transcript();
    let justice = i64::from(policy::Category::Justice.bit());
    world
        .app
        .app
        .db()
        .write(move |tx| {
            let find = "SELECT referral_id FROM referral_section WHERE label = $1";
            let id: i64 = tx.one(find, &db::v![justice], |row| row.get(0))?.expect("a part about justice");
            let place = seal::Place::column("referral_section.body").at(id).at(0).at(justice);
            let text = people::vault::Writer::of(tx, person)?.seal(&place, "behind the wall");
            tx.run("UPDATE referral_section SET body = $2 WHERE label = $1", &db::v![justice, text])
        })
        .unwrap();
    assert_eq!(transcript(), before);
    world
        .app
        .app
        .db()
        .write(move |tx| tx.run("DELETE FROM referral_section WHERE label = $1", &db::v![justice]))
        .unwrap();
    assert_eq!(transcript(), before);
    // A referral of somebody center may not know of.
    refer(
        &world,
        {
            let other = world.person("hogo", "ぜん");
            world.consent("hogo", other, "darc", &[], false);
            other
        },
        "darc",
    );
    assert_eq!(transcript(), before);
});

both_engines!(every_look_and_every_act_is_remembered, &migrations(), |db: Db| {
    let world = world(db);
    let referral = refer(&world, taichi(&world), "center");
    at(&world, "center").get(&referral).assert_status(200);
    act(&world, "center", &referral, "accept", json!({}));
    let audit = at(&world, "privacy").get("/api/v1/audit").assert_status(200).body.clone();
    for what in ["referral.open", "referral.accept"] {
        assert!(audit.contains(what), "{what} in {audit}");
    }
    assert!(audit.contains("grant:") && audit.contains("health"), "with its basis and what was shown: {audit}");
    let told = at(&world, "hogo").get("/api/v1/notices").assert_status(200).body.clone();
    assert!(told.contains("referral-told-accepted") && !told.contains("たいち"), "{told}");
    assert!(at(&world, "center").get("/api/v1/notices").body.contains("referral-told-sent"));
});

both_engines!(across_a_wall_no_page_link_or_letter_says_where, &migrations(), |db: Db| {
    let world = world(db);
    let person = world.person("hogo", "たいち");
    world.consent("hogo", person, "center", &["location", "health"], false);
    let letter = json!({
        "person": person, "to": world.agency("center"), "act": "refer", "send": true,
        "sections": { "location": "川沿いの家にいる", "health": "夜眠れない" },
    });
    let referral = address(&at(&world, "hogo").post_json("/api/v1/referrals", &letter));
    let day = json!({ "first_on": "2026-11-27", "first_place": "裏の入口" });
    act(&world, "center", &referral, "accept", day);
    let step = json!({ "kind": "tour", "on": "2026-11-26", "place": "駅の改札" });
    at(&world, "center").post_json(&format!("{referral}/legs"), &step).assert_status(200);
    let looks = |login: &str| {
        let paths = [referral.clone(), referral.replace("/api/v1", "")];
        paths.map(|path| at(&world, login).get(&path).assert_status(200).body.clone()).concat()
    };
    let printed = || at(&world, "hogo").get(&format!("{referral}/letter")).assert_status(200).body.clone();
    let places = ["川沿いの家にいる", "裏の入口", "駅の改札"];
    assert!(places.iter().all(|place| looks("hogo").contains(place)) && printed().contains(places[0]));

    // The office works with the one from whom he is to be kept away, too.
    let other = world.person("hogo", "れん");
    let wall = json!({ "other": other, "basis": "conflict" });
    at(&world, "hogo").post_json(&format!("/api/v1/persons/{person}/separations"), &wall).assert_status(200);
    let (page, paper) = (looks("hogo"), printed());
    for place in places {
        assert!(!page.contains(place) && !paper.contains(place), "{place} in {page} {paper}");
    }
    assert!(page.contains("夜眠れない") && paper.contains("夜眠れない"));
    assert!(places.iter().all(|place| looks("center").contains(place)), "the receiver does not know the other one");
});

both_engines!(what_a_wall_hides_from_its_writer_outlives_a_change, &migrations(), |db: Db| {
    let world = world(db);
    let person = world.person("hogo", "たいち");
    world.consent("hogo", person, "center", &["location", "health"], false);
    let letter = json!({
        "person": person, "to": world.agency("center"), "act": "refer",
        "sections": { "location": "川沿いの家にいる", "health": "夜眠れない" },
    });
    let referral = address(&at(&world, "hogo").post_json("/api/v1/referrals", &letter));
    let other = world.person("hogo", "れん");
    let wall = json!({ "other": other, "basis": "conflict" });
    at(&world, "hogo").post_json(&format!("/api/v1/persons/{person}/separations"), &wall).assert_status(200);
    let change = |sections: Value| {
        let body = json!({ "act": "refer", "sections": sections });
        at(&world, "hogo").post_json(&referral, &body).assert_status(200);
    };
    change(json!({ "health": "よく眠れるようになった" }));
    change(json!({ "health": "よく眠れる", "location": "橋の近く" }));
    assert!(!sees(&world, "hogo", &referral).to_string().contains("川沿い"));
    act(&world, "hogo", &referral, "send", json!({}));
    let told = sees(&world, "center", &referral).to_string();
    assert!(told.contains("川沿いの家にいる") && told.contains("橋の近く"), "nothing that was written is lost: {told}");
    assert!(told.contains("よく眠れる") && !told.contains("夜眠れない"), "what was seen is replaced: {told}");
});
