//! Agencies without an account: by link, by letter, by telephone. The loop closes all the same.

use db::Db;
use db::testing::both_engines;
use serde_json::json;
use web::testing::Client;

use super::*;

/// hogo's client こう, sent to the group without an account, which may be told how to reach them.
fn told(world: &World) -> (PersonId, base::GrantId, String) {
    let person = world.person("hogo", "こう");
    let grant = world.consent("hogo", person, "noaccount", &["contact"], false);
    let letter = json!({
        "person": person, "to": world.agency("noaccount"), "act": "refer", "send": true, "wish": "仲間に会いたい",
        "sections": { "contact": "夜の電話がよい", "health": "薬を飲んでいる" },
    });
    (person, grant, address(&at(world, "hogo").post_json("/api/v1/referrals", &letter)))
}

fn link(world: &World, referral: &str, body: Value) -> String {
    let made = at(world, "hogo").post_json(&format!("{referral}/link"), &body).assert_status(200).json();
    format!("/api/v1/link/{}", made["link"].as_str().expect("a secret"))
}

fn holder(world: &World) -> Client {
    world.app.anonymous().as_program()
}

both_engines!(a_link_is_enough_to_take_part, &migrations(), |db: Db| {
    let world = world(db);
    let (_, _, referral) = told(&world);
    let link = link(&world, &referral, json!({}));
    let seen = holder(&world).get(&link).assert_status(200).body.clone();
    assert!(seen.contains("夜の電話がよい") && !seen.contains("薬を飲んでいる"), "{seen}");
    let does = |verb: &str, body: Value| {
        holder(&world).post_json(&format!("{link}/{verb}"), &body).assert_status(200).json()["state"].clone()
    };
    assert_eq!(does("ask", json!({ "text": "どの曜日がよいですか" })), "sent");
    assert_eq!(act(&world, "hogo", &referral, "answer", json!({ "text": "月曜です" })), "sent");
    assert_eq!(does("accept", json!({ "first_on": "2026-11-20" })), "accepted");
    assert_eq!(does("undo", json!({})), "sent");
    assert_eq!(does("accept", json!({ "first_on": "2026-11-20" })), "accepted");
    assert_eq!(does("arrive", json!({ "on": "2026-11-20" })), "arrived");
    assert_eq!(does("confirm", json!({})), "arrived");
    act(&world, "hogo", &referral, "know", json!({}));
    assert_eq!(act(&world, "hogo", &referral, "person-says", json!({ "says": "yes" })), "connected");
    let channels = sees(&world, "hogo", &referral)["events"].to_string();
    assert!(channels.contains("\"link\""), "{channels}");
    assert!(at(&world, "hogo").get("/api/v1/notices").body.contains("referral-told-arrived"));
});

both_engines!(a_link_ends_with_the_seat_of_whoever_gave_it, &migrations(), |db: Db| {
    let world = world(db);
    let (_, _, referral) = told(&world);
    let given = link(&world, &referral, json!({}));
    holder(&world).get(&given).assert_status(200);
    let (hogo, (worker, ..)) = (world.agency("hogo"), world.workers["hogo"]);
    let leave = move |cx: &mut web::Cx<'_>| people::agency::end_membership(cx, hogo, worker);
    world.app.app.act(web::Who::System, leave).expect("they leave");
    holder(&world).get(&given).assert_status(404);
    world.clock.advance_minutes(1);
    let roles = world.workers["hogo"].2;
    let back = move |cx: &mut web::Cx<'_>| people::agency::sit_in(cx, hogo, "hogo", roles).map(drop);
    world.app.app.act(web::Who::System, back).expect("they come back");
    holder(&world).get(&given).assert_status(404);
    let shown = sees(&world, "hogo", &referral);
    assert!(shown["link"].is_null(), "the sender sees that none is open: {shown}");
    holder(&world).get(&link(&world, &referral, json!({}))).assert_status(200);
});

both_engines!(a_link_opens_one_referral_and_ends, &migrations(), |db: Db| {
    let world = world(db);
    let (person, grant, referral) = told(&world);
    let first = link(&world, &referral, json!({ "days": 3 }));
    holder(&world).get(&first).assert_status(200);
    let never = holder(&world).get("/api/v1/link/0000").assert_status(404).body.clone();
    let second = link(&world, &referral, json!({ "days": 3 }));
    assert_eq!(holder(&world).get(&first).assert_status(404).body, never, "a new link ends the old");
    holder(&world).get(&referral).assert_status(401);
    at(&world, "hogo").post_json(&format!("{referral}/link/revoke"), &json!({})).assert_status(200);
    holder(&world).get(&second).assert_status(404);
    let third = link(&world, &referral, json!({ "days": 3 }));
    world.clock.advance_days(3);
    holder(&world).get(&third).assert_status(404);
    let fourth = link(&world, &referral, json!({}));
    holder(&world).get(&fourth).assert_status(200);
    at(&world, "hogo")
        .post_json(&format!("/api/v1/persons/{person}/consents/{grant}/revoke"), &json!({}))
        .assert_status(200);
    assert_eq!(holder(&world).get(&fourth).assert_status(404).body, never, "no consent, no referral behind the link");
    holder(&world).post_json(&format!("{fourth}/accept"), &json!({})).assert_status(404);
    fails(&world, "hogo", &referral, "link", json!({}), 409);
});

both_engines!(links_are_for_those_who_cannot_sign_in, &migrations(), |db: Db| {
    let world = world(db);
    let referral = refer(&world, taichi(&world), "center");
    fails(&world, "hogo", &referral, "link", json!({}), 409);
    fails(&world, "center", &referral, "link", json!({}), 403);
    let (_, _, told) = told(&world);
    fails(&world, "hogo", &told, "link", json!({ "days": 91 }), 422);
    fails(&world, "darc", &told, "link", json!({}), 404);
});

both_engines!(the_telephone_closes_the_loop_too, &migrations(), |db: Db| {
    let world = world(db);
    let (_, _, referral) = told(&world);
    let by = |channel: &str, more: Value| {
        let mut body = more;
        body["channel"] = channel.into();
        body
    };
    assert_eq!(act(&world, "hogo", &referral, "wait", by("telephone", json!({ "until": "2026-12-01" }))), "waiting");
    assert_eq!(act(&world, "hogo", &referral, "accept", by("paper", json!({ "note": "葉書が届いた" }))), "accepted");
    fails(&world, "hogo", &referral, "arrive", json!({ "on": "2026-11-20" }), 403);
    assert_eq!(act(&world, "hogo", &referral, "arrive", by("telephone", json!({ "on": "2026-11-20" }))), "arrived");
    fails(&world, "hogo", &referral, "know", by("telephone", json!({})), 403);
    act(&world, "hogo", &referral, "confirm", by("telephone", json!({})));
    act(&world, "hogo", &referral, "know", json!({}));
    assert_eq!(act(&world, "hogo", &referral, "person-says", json!({ "says": "partly" })), "connected");
    let seen = sees(&world, "hogo", &referral);
    let channels: Vec<_> = seen["events"].as_array().unwrap().iter().map(|e| e["channel"].clone()).collect();
    assert_eq!(channels, ["system", "telephone", "paper", "telephone", "telephone", "system", "system"]);
});

both_engines!(an_arrival_may_be_told_by_telephone_by_anybody, &migrations(), |db: Db| {
    let world = world(db);
    let referral = refer(&world, taichi(&world), "center");
    act(&world, "center", &referral, "accept", json!({}));
    let call = json!({ "on": "2026-11-20", "channel": "telephone" });
    assert_eq!(act(&world, "hogo", &referral, "arrive", call), "arrived");
    fails(&world, "hogo", &referral, "confirm", json!({ "channel": "telephone" }), 403);
});

both_engines!(the_letter_holds_what_the_person_allows, &migrations(), |db: Db| {
    let world = world(db);
    let (_, _, referral) = told(&world);
    let letter = at(&world, "hogo").get(&format!("{referral}/letter")).assert_status(200).body.clone();
    assert!(
        letter.contains("夜の電話がよい") && letter.contains("仲間に会いたい") && letter.contains("こう"),
        "{letter}"
    );
    assert!(!letter.contains("薬を飲んでいる") && !letter.contains("health"), "{letter}");
    let referral = refer(&world, taichi(&world), "center");
    at(&world, "center").get(&format!("{referral}/letter")).assert_status(403);
    at(&world, "darc").get(&format!("{referral}/letter")).assert_status(404);
    let draft = prepare(&world, world.person("hogo", "そら"), "center");
    at(&world, "hogo").get(&format!("{draft}/letter")).assert_status(409);
});

both_engines!(behind_a_link_the_receiver_goes_the_whole_way, &migrations(), |db: Db| {
    let world = world(db);
    let (_, _, referral) = told(&world);
    let link = link(&world, &referral, json!({}));
    let does = |verb: &str, body: Value| {
        holder(&world).post_json(&format!("{link}/{verb}"), &body).assert_status(200).json()["state"].clone()
    };
    does("accept", json!({ "first_on": "2026-11-24" }));
    assert_eq!(does("new-day", json!({ "first_on": "2026-11-25", "note": "会場の都合" })), "accepted");
    let plan = json!({ "kind": "tour", "on": "2026-11-20", "place": "公民館の前" });
    let leg = holder(&world).post_json(&format!("{link}/legs"), &plan).assert_status(200).json();
    let leg = leg["id"].as_str().expect("an id").to_owned();
    assert_eq!(does(&format!("legs/{leg}/done"), json!({ "note": "笑っていた" })), "accepted");
    holder(&world).post_json(&format!("{link}/legs/{leg}/missed"), &json!({})).assert_status(409);
    does("readiness", json!({ "is": "visited" }));
    let seen = sees(&world, "hogo", &referral);
    let legs = seen["legs"].to_string();
    assert!(legs.contains("公民館の前") && legs.contains("happened"), "{legs}");
    assert_eq!(seen["first_on"], "2026-11-25");

    does("arrive", json!({ "on": "2026-11-20" }));
    does("confirm", json!({}));
    act(&world, "hogo", &referral, "know", json!({}));
    assert_eq!(does("person-says", json!({ "says": "yes" })), "connected");
    world.clock.advance_days(14);
    let asked = json!({ "step": "weeks_2", "outcome": "continuing", "how": "group", "note": "毎週来ている" });
    assert_eq!(does("follow-up", asked), "connected");
    let found = sees(&world, "hogo", &referral)["follow_ups"].to_string();
    assert!(found.contains("毎週来ている"), "{found}");
    assert_eq!(does("lost-touch", json!({})), "lost_touch");
    assert_eq!(does("re-engage", json!({})), "accepted");
});

both_engines!(a_link_settles_no_step_of_another_referral, &migrations(), |db: Db| {
    let world = world(db);
    let (_, _, referral) = told(&world);
    let link = link(&world, &referral, json!({}));
    let other = refer(&world, taichi(&world), "center");
    let plan = json!({ "kind": "tour", "on": "2026-11-20" });
    let leg = at(&world, "hogo").post_json(&format!("{other}/legs"), &plan).assert_status(200).json();
    let leg = leg["id"].as_str().expect("an id");
    let never = holder(&world).post_json(&format!("{link}/legs/0000000000009/done"), &json!({}));
    let hidden = holder(&world).post_json(&format!("{link}/legs/{leg}/done"), &json!({}));
    assert_eq!((hidden.status, hidden.body), (404, never.assert_status(404).body.clone()));
});

both_engines!(the_pages_behind_a_link_plan_and_settle_too, &migrations(), |db: Db| {
    let world = world(db);
    let (_, _, referral) = told(&world);
    let link = link(&world, &referral, json!({})).replace("/api/v1", "");
    let guest = world.app.anonymous();
    let send = |path: &str, fields: &[(&str, &str)]| {
        guest.get(&format!("{link}/{path}")).assert_status(200);
        guest.post(&format!("{link}/{path}"), fields)
    };
    send("accept", &[("first_on", "2026-11-24")]).assert_status(303);
    send("new-day", &[("first_on", "2026-11-26")]).assert_status(303);
    assert_eq!(send("legs", &[("kind", "tour"), ("on", "2026-11-20")]).assert_status(303).location(), link);
    let page = guest.get(&link).assert_status(200).body.clone();
    let at = page.find(&format!("{link}/legs/")).expect("the step can be settled") + link.len() + "/legs/".len();
    send(&format!("legs/{}", &page[at..at + 13]), &[("came", "done")]).assert_status(303);
    for verb in ["arrive", "confirm", "person-says"] {
        send(verb, &[("on", "2026-11-20"), ("says", "yes")]).assert_status(303);
    }
    act(&world, "hogo", &referral, "know", json!({}));
    world.clock.advance_days(14);
    let next = guest.get(&format!("{link}/follow-up")).assert_status(303).location().to_owned();
    assert_eq!(next, format!("{link}/follow-up/weeks_2"));
    let found = send("follow-up/weeks_2", &[("outcome", "continuing"), ("how", "group")]);
    assert_eq!(found.assert_status(303).location(), link);
});
