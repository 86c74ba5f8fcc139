//! The way of a referral, with its turns.

use db::Db;
use db::testing::both_engines;
use serde_json::json;

use super::*;

both_engines!(from_the_wish_to_three_months_later, &migrations(), |db: Db| {
    let world = world(db);
    let person = taichi(&world);
    let referral = refer(&world, person, "center");
    let first = sees(&world, "center", &referral);
    assert_eq!(
        (&first["state"], &first["side"], &first["person"]["name"]),
        (&json!("sent"), &json!("receiver"), &json!("たいち"))
    );
    assert_eq!(first["answer_due_on"], "2026-11-26", "three working days, a weekend and a holiday between");

    let leg = json!({ "kind": "accompaniment", "on": "2026-11-27", "companion": "保護観察官", "place": "駅の改札", "note": "一緒に行く" });
    let leg = at(&world, "hogo").post_json(&format!("{referral}/legs"), &leg).assert_status(200).json();
    assert_eq!(act(&world, "center", &referral, "accept", json!({ "first_on": "2026-11-27" })), "accepted");
    assert_eq!(
        act(&world, "center", &referral, "no-show", json!({ "on": "2026-11-20", "next": "2026-11-30" })),
        "accepted"
    );
    assert_eq!(act(&world, "hogo", &referral, "readiness", json!({ "is": "thinking" })), "accepted");
    let done = format!("/api/v1/legs/{}", leg["id"].as_str().unwrap());
    assert_eq!(act(&world, "hogo", &done, "done", json!({ "note": "改札で会えた" })), "accepted");
    fails(&world, "center", &done, "missed", json!({}), 409);
    assert_eq!(act(&world, "center", &referral, "arrive", json!({ "on": "2026-11-20" })), "arrived");
    assert_eq!(act(&world, "center", &referral, "confirm", json!({})), "arrived");
    assert_eq!(act(&world, "hogo", &referral, "know", json!({})), "arrived");
    assert_eq!(act(&world, "center", &referral, "person-says", json!({ "says": "no" })), "arrived");
    assert_eq!(act(&world, "center", &referral, "person-says", json!({ "says": "partly" })), "connected");

    let seen = sees(&world, "hogo", &referral);
    assert_eq!((&seen["no_shows"], &seen["legs"][0]["settled_note"]), (&json!(1), &json!("改札で会えた")));
    let due: Vec<_> = seen["follow_ups"].as_array().unwrap().iter().map(|f| f["due_on"].clone()).collect();
    assert_eq!(due, ["2026-12-04", "2026-12-20", "2027-02-20"]);
    let found =
        |step: &str, outcome: &str| json!({ "step": step, "outcome": outcome, "how": "telephone", "note": "元気な声" });
    assert_eq!(act(&world, "center", &referral, "follow-up", found("weeks_2", "continuing")), "connected");
    fails(&world, "hogo", &referral, "follow-up", found("weeks_2", "paused"), 409);
    assert_eq!(act(&world, "hogo", &referral, "follow-up", found("months_3", "ended")), "ended");
    let verbs: Vec<_> =
        sees(&world, "center", &referral)["events"].as_array().unwrap().iter().map(|e| e["verb"].clone()).collect();
    assert_eq!(verbs.len(), 13, "{verbs:?}");
});

both_engines!(nothing_is_sent_without_the_persons_word, &migrations(), |db: Db| {
    let world = world(db);
    let person = world.person("hogo", "そら");
    let referral = prepare(&world, person, "center");
    let refused = fails(&world, "hogo", &referral, "send", json!({}), 409);
    assert_eq!(refused["code"], "refused");
    at(&world, "center").get(&referral).assert_status(404);
    world.consent("hogo", person, "center", &[], false);
    at(&world, "center").get(&referral).assert_status(404);
    assert_eq!(act(&world, "hogo", &referral, "send", json!({})), "sent");
    assert_eq!(sees(&world, "center", &referral)["wish"], "静かに話を聞いてほしい");
});

both_engines!(each_side_does_its_own_part, &migrations(), |db: Db| {
    let world = world(db);
    let referral = refer(&world, taichi(&world), "center");
    for verb in ["accept", "wait", "decline", "confirm"] {
        let body = json!({ "place": 1, "reason": "safety" });
        fails(&world, "hogo", &referral, verb, body, 403);
    }
    for verb in ["withdraw", "send", "know", "second-look"] {
        fails(&world, "center", &referral, verb, json!({}), 403);
    }
    for login in ["darc", "clinic"] {
        at(&world, login).get(&referral).assert_status(404);
        fails(&world, login, &referral, "accept", json!({}), 404);
    }
    fails(&world, "center", &referral, "arrive", json!({ "on": "2026-11-20" }), 409);
    let told = fails(&world, "hogo", &referral, "accept", json!({ "channel": "telephone" }), 403);
    assert_eq!(told["code"], "forbidden", "center answers for itself");
    for login in ["coord", "privacy", "admin"] {
        at(&world, login).get(&referral).assert_status(403);
    }
});

both_engines!(what_is_missing_is_said_field_by_field, &migrations(), |db: Db| {
    let world = world(db);
    let person = taichi(&world);
    let field = |reply: &Value| reply["fields"][0]["field"].as_str().unwrap_or_default().to_owned();
    let mut letter = letter_to(&world, person, "hogo");
    let to_self = at(&world, "hogo").post_json("/api/v1/referrals", &letter).assert_status(422).json();
    assert_eq!(field(&to_self), "to");
    letter["act"] = "give".into();
    assert_eq!(field(&at(&world, "hogo").post_json("/api/v1/referrals", &letter).assert_status(422).json()), "act");
    let referral = refer(&world, person, "center");
    for (verb, body, wrong) in [
        ("wait", json!({}), "until"),
        ("wait", json!({ "place": 0 }), "place"),
        ("decline", json!({}), "reason"),
        ("decline", json!({ "reason": "other" }), "note"),
        ("ask", json!({ "text": " " }), "text"),
        ("legs", json!({ "kind": "other", "on": "2026-11-30" }), "note"),
        ("accept", json!({ "first_on": "2月30日" }), "first_on"),
        ("accept", json!({ "channel": "telephone" }), "channel"),
        ("readiness", json!({ "is": "maybe" }), "is"),
    ] {
        assert_eq!(field(&fails(&world, "center", &referral, verb, body, 422)), wrong, "{verb}");
    }
    act(&world, "center", &referral, "accept", json!({}));
    assert_eq!(field(&fails(&world, "center", &referral, "arrive", json!({ "on": "2026-11-21" }), 422)), "on");
});

both_engines!(a_no_leads_on, &migrations(), |db: Db| {
    let world = world(db);
    let person = taichi(&world);
    let referral = refer(&world, person, "center");
    let no = json!({ "reason": "no_capacity", "note": "三月まで満員です", "suggest": world.agency("darc") });
    assert_eq!(act(&world, "center", &referral, "decline", no.clone()), "declined");
    let seen = sees(&world, "hogo", &referral);
    assert_eq!((&seen["reason"], &seen["suggests"]["name"]), (&json!("no_capacity"), &json!("みなとリカバリーハウス")));
    assert!(seen["events"].to_string().contains("三月まで満員です"), "what the receiver says reaches the sender");
    assert_eq!(home(&world, "hogo", "waiting_on_us"), std::slice::from_ref(&referral));

    assert_eq!(act(&world, "hogo", &referral, "second-look", json!({ "note": "夜の回だけでも" })), "sent");
    act(&world, "center", &referral, "decline", no);
    fails(&world, "hogo", &referral, "second-look", json!({}), 409);
    let made = at(&world, "hogo").post_json(&format!("{referral}/redirect"), &json!({ "to": world.agency("darc") }));
    let next = address(&made);
    let draft = sees(&world, "hogo", &next);
    assert_eq!((&draft["state"], draft["sections"].as_array().unwrap().len()), (&json!("preparing"), 2));
    assert_eq!(draft["follows"], referral.rsplit('/').next().unwrap());
    assert_eq!(draft["wish"], "静かに話を聞いてほしい", "nothing is typed twice");
    fails(&world, "hogo", &next, "send", json!({}), 409);
    let first = sees(&world, "center", &referral);
    assert_eq!(first["state"], "declined");
    assert!(
        !first.to_string().contains("redirect") && first["follows"].is_null(),
        "whom else they ask is not told: {first}"
    );
    assert!(home(&world, "hogo", "waiting_on_us").contains(&next) || home(&world, "hogo", "waiting_on_us").is_empty());
});

both_engines!(one_at_a_time_between_the_same_two, &migrations(), |db: Db| {
    let world = world(db);
    let person = taichi(&world);
    let referral = refer(&world, person, "center");
    let again = at(&world, "hogo").post_json("/api/v1/referrals", &letter_to(&world, person, "center"));
    let said = again.assert_status(409).json()["title"].as_str().unwrap_or_default().to_owned();
    assert!(said.contains(referral.rsplit('/').next().unwrap()), "it names the one that is there: {said}");
    // Another agency that knows the person is not told of it.
    world.consent("hogo", person, "darc", &[], false);
    let mut other = letter_to(&world, person, "center");
    other["send"] = true.into();
    at(&world, "darc").post_json("/api/v1/referrals", &other).assert_status(200);
    act(&world, "center", &referral, "decline", json!({ "reason": "safety" }));
    let second = prepare(&world, person, "center");
    fails(&world, "hogo", &referral, "second-look", json!({}), 409);
    act(&world, "hogo", &second, "withdraw", json!({}));
    assert_eq!(act(&world, "hogo", &referral, "second-look", json!({})), "sent");
    fails(&world, "hogo", &second, "take-up-again", json!({}), 409);
});

both_engines!(undo_takes_back_the_last_change_and_no_more, &migrations(), |db: Db| {
    let world = world(db);
    let person = taichi(&world);
    let referral = refer(&world, person, "center");
    act(&world, "center", &referral, "accept", json!({ "first_on": "2026-11-27", "first_place": "相談室2" }));
    fails(&world, "hogo", &referral, "undo", json!({}), 409);
    assert!(!sees(&world, "center", &referral)["undo_until"].is_null());
    assert_eq!(act(&world, "center", &referral, "undo", json!({})), "sent");
    assert_eq!(sees(&world, "center", &referral)["first_on"], Value::Null);
    let own = || at(&world, "center").get(&format!("/api/v1/persons/{person}")).json()["own_client"].clone();
    assert_eq!(own(), false, "what the yes began is over");
    fails(&world, "center", &referral, "undo", json!({}), 409);

    world.clock.advance_minutes(1);
    act(&world, "center", &referral, "accept", json!({}));
    act(&world, "hogo", &referral, "readiness", json!({ "is": "decided" }));
    fails(&world, "center", &referral, "undo", json!({}), 409);
    act(&world, "center", &referral, "arrive", json!({ "on": "2026-11-20" }));
    assert_eq!(at(&world, "center").get(&format!("/api/v1/persons/{person}")).json()["own_client"], true);
    world.clock.advance_minutes(14);
    assert_eq!(act(&world, "center", &referral, "undo", json!({})), "accepted");
    assert_eq!(own(), true, "the person is still expected");
    act(&world, "center", &referral, "arrive", json!({ "on": "2026-11-20" }));
    world.clock.advance_minutes(16);
    fails(&world, "center", &referral, "undo", json!({}), 409);
    act(&world, "center", &referral, "confirm", json!({}));
    act(&world, "hogo", &referral, "know", json!({}));
    assert_eq!(act(&world, "hogo", &referral, "person-says", json!({ "says": "yes" })), "connected");
    assert_eq!(act(&world, "hogo", &referral, "undo", json!({})), "arrived");
    act(&world, "hogo", &referral, "person-says", json!({ "says": "yes" }));
    let found = json!({ "step": "weeks_2", "outcome": "lost_touch", "how": "letter" });
    assert_eq!(act(&world, "hogo", &referral, "follow-up", found.clone()), "lost_touch");
    assert_eq!(act(&world, "hogo", &referral, "undo", json!({})), "connected");
    assert_eq!(act(&world, "hogo", &referral, "follow-up", found), "lost_touch", "it can be written down anew");
});

both_engines!(who_does_not_come_after_all_is_nobodys_client, &migrations(), |db: Db| {
    let world = world(db);
    let person = taichi(&world);
    let page = format!("/api/v1/persons/{person}");
    let referral = refer(&world, person, "center");
    act(&world, "center", &referral, "accept", json!({}));
    assert_eq!(at(&world, "center").get(&page).json()["own_client"], true);
    let note = json!({ "label": ["health"], "text": "迎えの準備をした" });
    at(&world, "center").post_json(&format!("{page}/entries"), &note).assert_status(200);
    act(&world, "hogo", &referral, "withdraw", json!({}));
    assert_eq!(at(&world, "center").get(&page).json()["own_client"], false);
    let grants = at(&world, "hogo").get(&format!("{page}/consents")).json();
    for grant in grants["grants"].as_array().unwrap() {
        let id = grant["id"].as_str().unwrap();
        at(&world, "hogo").post_json(&format!("{page}/consents/{id}/revoke"), &json!({})).assert_status(200);
    }
    at(&world, "center").get(&page).assert_status(404);
});

both_engines!(a_transfer_that_has_arrived_moves_the_lead, &migrations(), |db: Db| {
    let world = world(db);
    let person = taichi(&world);
    let lead = |login: &str| at(&world, login).get(&format!("/api/v1/persons/{person}")).json()["lead"].clone();
    assert_eq!(lead("hogo"), world.agency("hogo").to_string());
    let mut letter = letter_to(&world, person, "center");
    letter["act"] = "transfer".into();
    letter["send"] = true.into();
    let referral = address(&at(&world, "hogo").post_json("/api/v1/referrals", &letter));
    act(&world, "center", &referral, "accept", json!({}));
    assert_eq!(lead("center"), Value::Null, "the lead moves when the person has come, not before");
    act(&world, "center", &referral, "arrive", json!({ "on": "2026-11-20" }));
    assert_eq!(
        (lead("center"), lead("hogo")),
        (world.agency("center").to_string().into(), world.agency("center").to_string().into())
    );
    act(&world, "center", &referral, "undo", json!({}));
    assert_eq!(lead("hogo"), world.agency("hogo").to_string());
});

both_engines!(what_the_person_takes_back_can_be_taken_up_again, &migrations(), |db: Db| {
    let world = world(db);
    let person = world.person("hogo", "みお");
    let grant = world.consent("hogo", person, "center", &["health"], false);
    let referral = refer(&world, person, "center");
    assert_eq!(act(&world, "hogo", &referral, "withdraw", json!({ "note": "今は行かないと決めた" })), "withdrawn");
    let seen = sees(&world, "center", &referral);
    assert_eq!((&seen["state"], &seen["reason"]), (&json!("withdrawn"), &Value::Null));
    fails(&world, "center", &referral, "accept", json!({}), 409);
    assert_eq!(act(&world, "hogo", &referral, "take-up-again", json!({})), "preparing");
    at(&world, "center").get(&referral).assert_status(404);
    at(&world, "hogo")
        .post_json(&format!("/api/v1/persons/{person}/consents/{grant}/revoke"), &json!({}))
        .assert_status(200);
    fails(&world, "hogo", &referral, "send", json!({}), 409);
    world.consent("hogo", person, "center", &["health"], false);
    let change = json!({ "act": "transfer", "urgent": true, "wish": "今度は行きたい", "sections": {} });
    at(&world, "hogo").post_json(&referral, &change).assert_status(200);
    assert_eq!(act(&world, "hogo", &referral, "send", json!({})), "sent");
    let seen = sees(&world, "center", &referral);
    assert_eq!(
        (&seen["wish"], &seen["sections"], &seen["act"]),
        (&json!("今度は行きたい"), &json!([]), &json!("transfer"))
    );
    assert_eq!(seen["answer_due_on"], "2026-11-24", "urgent: the next working day");

    let never_sent = prepare(&world, world.person("hogo", "りく"), "center");
    assert_eq!(act(&world, "hogo", &never_sent, "withdraw", json!({})), "withdrawn");
    at(&world, "center").get(&never_sent).assert_status(404);
});

both_engines!(two_who_act_at_once_do_not_overwrite_each_other, &migrations(), |db: Db| {
    let world = world(db);
    let referral = refer(&world, taichi(&world), "center");
    let read = sees(&world, "center", &referral)["version"].clone();
    act(&world, "hogo", &referral, "readiness", json!({ "is": "curious" }));
    let stale = fails(&world, "center", &referral, "accept", json!({ "version": read }), 409);
    assert_eq!(stale["code"], "stale");
    let read = sees(&world, "center", &referral)["version"].clone();
    assert_eq!(act(&world, "center", &referral, "accept", json!({ "version": read })), "accepted");
    let darc = at(&world, "darc");
    let key = darc.post_once(&format!("{referral}/accept"), "k", &json!({}));
    key.assert_status(404);
});

both_engines!(lost_touch_is_not_the_end, &migrations(), |db: Db| {
    let world = world(db);
    let referral = refer(&world, taichi(&world), "center");
    connect(&world, &referral, "center");
    assert_eq!(act(&world, "center", &referral, "lost-touch", json!({})), "lost_touch");
    assert_eq!(home(&world, "hogo", "follow_up"), std::slice::from_ref(&referral));
    fails(&world, "center", &referral, "end", json!({}), 409);
    assert_eq!(act(&world, "hogo", &referral, "re-engage", json!({})), "accepted");
    fails(&world, "center", &referral, "confirm", json!({}), 409);
    connect_again(&world, &referral);
    let found = json!({ "step": "weeks_2", "outcome": "continuing", "how": "visit" });
    assert_eq!(act(&world, "center", &referral, "follow-up", found), "connected", "a second round of follow-ups");
    assert_eq!(act(&world, "hogo", &referral, "end", json!({})), "ended");
});

fn connect_again(world: &World, referral: &str) {
    act(world, "center", referral, "arrive", json!({ "on": "2026-11-20" }));
    act(world, "center", referral, "confirm", json!({}));
    act(world, "center", referral, "person-says", json!({ "says": "partly" }));
    assert_eq!(act(world, "hogo", referral, "know", json!({})), "connected");
}

both_engines!(the_first_day_can_move_until_the_person_comes, &migrations(), |db: Db| {
    let world = world(db);
    let referral = refer(&world, taichi(&world), "center");
    fails(&world, "center", &referral, "new-day", json!({ "first_on": "2026-11-27" }), 409);
    act(&world, "center", &referral, "accept", json!({ "first_on": "2026-11-24", "first_place": "相談室2" }));
    at(&world, "hogo").post_json("/api/v1/notices/read", &json!({})).assert_status(200);
    let later = json!({ "first_on": "2026-12-01", "note": "担当が休みのため" });
    assert_eq!(act(&world, "center", &referral, "new-day", later), "accepted");
    let seen = sees(&world, "hogo", &referral);
    assert_eq!((&seen["first_on"], &seen["first_place"]), (&json!("2026-12-01"), &json!("相談室2")), "the place stays");
    assert!(seen["events"].to_string().contains("担当が休みのため"), "{}", seen["events"]);
    assert!(at(&world, "hogo").get("/api/v1/notices").body.contains("referral-told-new-day"), "the sender is told");

    fails(&world, "center", &referral, "new-day", json!({ "first_on": "2026-11-19" }), 422);
    fails(&world, "hogo", &referral, "new-day", json!({ "first_on": "2026-12-02" }), 403);
    fails(&world, "darc", &referral, "new-day", json!({ "first_on": "2026-12-02" }), 404);
    // A telephone call does not stand in for a receiver that signs in.
    let call = json!({ "first_on": "2026-12-02", "channel": "telephone" });
    fails(&world, "hogo", &referral, "new-day", call, 403);
    assert_eq!(act(&world, "center", &referral, "undo", json!({})), "accepted");
    assert_eq!(sees(&world, "hogo", &referral)["first_on"], "2026-11-24", "a slip is taken back");

    world.clock.advance_days(4);
    act(&world, "center", &referral, "no-show", json!({ "on": "2026-11-24", "next": "2026-11-26" }));
    act(&world, "center", &referral, "new-day", json!({ "first_on": "2026-11-30", "first_place": "玄関" }));
    let seen = sees(&world, "hogo", &referral);
    assert_eq!((&seen["first_on"], &seen["next_try_on"]), (&json!("2026-11-30"), &Value::Null), "one day, not two");
    assert_eq!(seen["first_place"], "玄関");
    act(&world, "center", &referral, "arrive", json!({ "on": "2026-11-24" }));
    fails(&world, "center", &referral, "new-day", json!({ "first_on": "2026-12-02" }), 409);
});
