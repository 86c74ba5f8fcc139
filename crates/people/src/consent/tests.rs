//! Relapse to an office that reports: with somebody from outside, a day later, and taken back without a trace.

use db::Db;
use db::both_engines;
use serde_json::{Value, json};

use crate::testing::{World, region};

fn world(db: Db) -> World {
    region(db, crate::rooms, crate::hooks())
}

/// What is sent to allow the office health and relapse, with a witness from `at`.
fn yes(world: &World, to: &str, at: Option<&str>) -> Value {
    let mut body = json!({ "to": world.agency(to), "shows": ["health"], "for": ["support"], "relapse": true,
        "until": "2026-12-20", "how": "signed" });
    if let Some(at) = at {
        body["outside_witness"] = json!("立ち会いの人");
        body["outside_agency"] = json!(world.agency(at));
    }
    body
}

/// Somebody of the centre who has told of a relapse.
fn told(world: &World) -> String {
    let person = world.person("center", "みお");
    let page = format!("/api/v1/persons/{person}");
    for (label, text) in [("relapse", "先週また使った"), ("health", "眠れている")] {
        let note = json!({ "label": [label], "text": text });
        world.as_worker("center").as_program().post_json(&format!("{page}/entries"), &note).assert_status(200);
    }
    page
}

/// Every byte that the office gets about the person and their consents.
fn office_reads(world: &World, page: &str) -> String {
    let office = world.as_worker("hogo").as_program();
    let all = [page.to_owned(), format!("{page}/consents"), "/api/v1/persons".to_owned()];
    let mut bytes = all.map(|path| office.get(&path).body).concat();
    let screen = world.as_worker("hogo");
    let html = page.strip_prefix("/api/v1").expect("an address of the API");
    for row in office.get(&format!("{page}/consents")).json()["grants"].as_array().expect("a list") {
        let id = row["id"].as_str().expect("an id");
        for path in [format!("{html}/consents"), format!("{html}/consents/{id}"), format!("{html}/consents/{id}/paper")]
        {
            bytes.push_str(&screen.get(&path).assert_status(200).body);
        }
        // Numbers are drawn anew for each world.
        bytes = bytes.replace(id, "#");
    }
    bytes
}

both_engines!(relapse_to_an_office_that_reports_needs_a_witness_from_outside, &crate::migrations(), |db: Db| {
    let world = world(db);
    let page = told(&world);
    let center = world.as_worker("center").as_program();
    let wrong = |at: Option<&str>| {
        let body =
            center.post_json(&format!("{page}/consents"), &yes(&world, "hogo", at)).assert_status(422).body.clone();
        center.post_json(&format!("{page}/consents/preview"), &yes(&world, "hogo", at)).assert_status(422);
        body
    };
    assert!(wrong(None).contains("outside_witness"));
    // The office itself, another that belongs to justice, and a public body, though it was found free of the duty.
    for at in ["hogo", "hostel", "center"] {
        assert!(wrong(Some(at)).contains("outside_agency"), "{at}");
    }
    let mut nameless = yes(&world, "hogo", Some("clinic"));
    nameless["outside_witness"] = json!(" ");
    assert!(
        center.post_json(&format!("{page}/consents"), &nameless).assert_status(422).body.contains("outside_witness")
    );
    center.post_json(&format!("{page}/consents"), &yes(&world, "hogo", Some("clinic"))).assert_status(200);
    // Whoever reports nothing is told at once, with nobody else there.
    center.post_json(&format!("{page}/consents"), &yes(&world, "darc", None)).assert_status(200);
    assert!(world.as_worker("darc").as_program().get(&page).body.contains("先週また使った"));
});

both_engines!(
    relapse_is_told_to_an_office_that_reports_after_a_day_to_the_microsecond,
    &crate::migrations(),
    |db: Db| {
        let world = world(db);
        let page = told(&world);
        let center = world.as_worker("center").as_program();
        let taken = center
            .post_json(&format!("{page}/consents"), &yes(&world, "hogo", Some("clinic")))
            .assert_status(200)
            .json();
        assert!(office_reads(&world, &page).contains("眠れている"), "the rest holds at once");
        world.clock.advance_minutes(24 * 60 - 1);
        let before = office_reads(&world, &page);
        assert!(!before.contains("先週また使った") && !before.contains("立ち会いの人"), "{before}");
        assert!(before.contains("\"relapse_named\":false"), "nor that it was named: {before}");
        let id = taken["id"].as_str().expect("an id").to_owned();
        let screen =
            world.as_worker("center").get(&format!("{}/consents/{id}", page.trim_start_matches("/api/v1"))).body;
        assert!(
            screen.contains("2026年11月21日") && screen.contains("立ち会いの人"),
            "the person is told from when: {screen}"
        );
        world.clock.advance_minutes(1);
        let after = office_reads(&world, &page);
        assert!(after.contains("先週また使った") && after.contains("\"relapse_named\":true"), "{after}");
    }
);

both_engines!(relapse_taken_back_within_the_day_leaves_the_office_no_trace, &crate::migrations(), |db: Db| {
    let world = world(db);
    let page = told(&world);
    let center = world.as_worker("center").as_program();
    let mut plain = yes(&world, "hogo", None);
    plain["relapse"] = json!(false);
    center.post_json(&format!("{page}/consents"), &plain).assert_status(200);
    let never_named = office_reads(&world, &page);
    let revoke = center.get(&format!("{page}/consents")).json()["grants"][0]["id"].as_str().expect("an id").to_owned();
    center.post_json(&format!("{page}/consents/{revoke}/revoke"), &json!({})).assert_status(200);
    center.post_json(&format!("{page}/consents"), &yes(&world, "hogo", Some("clinic"))).assert_status(200);
    let listed = center.get(&format!("{page}/consents")).json();
    let live = listed["grants"].as_array().expect("a list").iter().find(|g| g["live"] == true).expect("the new one");
    let id = live["id"].as_str().expect("an id").to_owned();
    // On the page, turned to the person.
    let html = page.trim_start_matches("/api/v1").to_owned();
    let screen = world.as_worker("center");
    let ask = screen.get(&format!("{html}/consents/{id}/relapse"));
    assert!(ask.assert_status(200).body.contains("まだ何も知らせていません"), "{}", ask.body);
    let once = ask.once().expect("a key").to_owned();
    screen.post(&format!("{html}/consents/{id}/relapse"), &[("once", &once)]).assert_status(303);
    center.post_json(&format!("{page}/consents/{id}/relapse"), &json!({})).assert_status(409);
    world.clock.advance_days(2);
    let after = office_reads(&world, &page);
    assert!(!after.contains("先週また使った") && after.contains("眠れている"), "the rest stays: {after}");
    for trace in ["\"relapse\"", "立ち会いの人", "\"relapse_named\":true", "\"relapse_taken_back_at\":\""] {
        assert!(!after.contains(trace), "{trace} in {after}");
    }
    assert_eq!(after.matches("\"live\":true").count(), never_named.matches("\"live\":true").count());
    let kept = world.as_worker("center").as_program().get(&format!("{page}/consents")).json();
    assert!(kept["grants"].as_array().expect("a list").iter().any(|g| g["relapse_taken_back_at"].is_string()));
});

both_engines!(a_duty_found_later_asks_for_the_witness_too, &crate::migrations(), |db: Db| {
    let world = world(db);
    let page = told(&world);
    let center = world.as_worker("center").as_program();
    center.post_json(&format!("{page}/consents"), &yes(&world, "darc", None)).assert_status(200);
    let reads = || world.as_worker("darc").as_program().get(&page).body.contains("先週また使った");
    let duty = |reports: &str| {
        let darc = world.agency("darc");
        let input =
            crate::agency::DutyInput { reports: reports.into(), basis: "検査のための記録".into(), from: None };
        let record = move |cx: &mut web::Cx<'_>| crate::agency::record_duty(cx, darc, &input);
        world.app.app.act(web::Who::System, record).expect("a duty");
        world.clock.advance_minutes(1);
    };
    assert!(reads());
    duty("yes");
    assert!(!reads(), "nobody was there when it was named");
    let again = world.as_worker("center").as_program();
    again.post_json(&format!("{page}/consents"), &yes(&world, "darc", Some("clinic"))).assert_status(200);
    assert!(!reads());
    world.clock.advance_days(1);
    assert!(reads());
    duty("no");
    assert!(reads());
});
