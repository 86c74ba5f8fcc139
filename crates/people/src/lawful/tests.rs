//! What the law shares without consent: for how long, what stops it, who confirms it, and who is told.

use db::Db;
use db::both_engines;
use policy::{Role, Roles};
use serde_json::{Value, json};

use crate::testing::{World, region};

fn world(db: Db) -> World {
    region(db, crate::rooms, crate::hooks())
}

fn conference(world: &World, to: &str) -> Value {
    json!({ "to": world.agency(to), "kind": "need_conference", "shows": ["health", "livelihood"], "until": "2027-01-20",
        "held_on": "2026-11-20", "members": "みなと市生活支援課、汐見クリニック" })
}

fn danger(world: &World, to: &str) -> Value {
    json!({ "to": world.agency(to), "kind": "vital", "shows": ["health"], "until": "2026-11-25",
        "why": "呼びかけに答えがなく、息が浅い。聞くことができない。" })
}

/// Somebody of the centre with a note of each kind that matters here.
fn person(world: &World) -> String {
    let page = format!("/api/v1/persons/{}", world.person("center", "みお"));
    for (label, text) in [("health", "眠れていない"), ("livelihood", "家賃が二か月"), ("relapse", "また使った")]
    {
        let note = json!({ "label": [label], "text": text });
        world.as_worker("center").as_program().post_json(&format!("{page}/entries"), &note).assert_status(200);
    }
    page
}

fn enter(world: &World, page: &str, body: &Value) -> String {
    let entered = world.as_worker("center").as_program().post_json(&format!("{page}/legal-bases"), body);
    entered.assert_status(200).json()["id"].as_str().expect("an id").to_owned()
}

fn reads(world: &World, login: &str, page: &str) -> String {
    let reply = world.as_worker(login).as_program().get(page);
    if reply.status == 404 { String::new() } else { reply.assert_status(200).body.clone() }
}

both_engines!(a_conference_shares_at_once_and_ends_unless_it_is_confirmed, &crate::migrations(), |db: Db| {
    let world = world(db);
    let page = person(&world);
    assert_eq!(reads(&world, "clinic", &page), "");
    enter(&world, &page, &conference(&world, "clinic"));
    let seen = reads(&world, "clinic", &page);
    assert!(seen.contains("眠れていない") && seen.contains("家賃が二か月") && !seen.contains("また使った"), "{seen}");
    let listed = world.as_worker("clinic").as_program().get("/api/v1/persons").json();
    assert_eq!(listed["items"][0]["entries"], 2, "the list counts the same");
    // Friday is the twentieth; Monday is a holiday, so the second working day is Wednesday.
    let last = "2026-11-25T14:59:00Z".parse().expect("a moment");
    world.clock.set(last);
    assert!(reads(&world, "clinic", &page).contains("眠れていない"));
    world.clock.advance_minutes(1);
    assert_eq!(reads(&world, "clinic", &page), "", "nobody confirmed it");
    let kept = world.as_worker("center").as_program().get(&format!("{page}/legal-bases")).json();
    assert_eq!(kept["items"][0]["state"], "lapsed");
});

both_engines!(a_privacy_officer_confirms_without_learning_whom_it_is_about, &crate::migrations(), |db: Db| {
    let world = world(db);
    let page = person(&world);
    let id = enter(&world, &page, &conference(&world, "clinic"));
    let officer = world.as_worker("privacy");
    let waiting = officer.get("/legal-bases").assert_status(200).body.clone();
    assert!(waiting.contains("みなと市生活支援課") && waiting.contains("汐見クリニック"), "{waiting}");
    let number = page.rsplit('/').next().expect("a number");
    assert!(!waiting.contains("みお") && !waiting.contains(number), "nobody is named: {waiting}");
    let listed = officer.clone().as_program().get("/api/v1/legal-bases").assert_status(200).body.clone();
    assert!(!listed.contains("みお") && !listed.contains(number), "{listed}");
    let once = officer.get("/legal-bases").once().expect("a key").to_owned();
    officer.post(&format!("/legal-bases/{id}/confirm"), &[("once", &once)]).assert_status(303);
    let again = officer.clone().as_program().post_json(&format!("/api/v1/legal-bases/{id}/confirm"), &json!({}));
    again.assert_status(404);
    world.clock.advance_days(30);
    assert!(reads(&world, "clinic", &page).contains("眠れていない"));
    world.clock.set("2027-01-20T15:00:00Z".parse().expect("a moment"));
    assert_eq!(reads(&world, "clinic", &page), "", "it ends with its last day");
});

both_engines!(whoever_entered_it_does_not_confirm_it_and_no_means_the_end, &crate::migrations(), |db: Db| {
    let world = world(db);
    let page = person(&world);
    let id = enter(&world, &page, &conference(&world, "clinic"));
    let (worker, agency, _) = world.workers["center"];
    let both = Roles::of(&[Role::Worker, Role::PrivacyOfficer]);
    world.app.app.act(web::Who::System, move |cx| crate::agency::set_roles(cx, agency, worker, both)).expect("roles");
    let center = world.as_worker("center").as_program();
    let confirm = format!("/api/v1/legal-bases/{id}/confirm");
    assert_eq!(center.post_json(&confirm, &json!({})).assert_status(409).json()["code"], "refused");
    let officer = world.as_worker("privacy").as_program();
    officer.post_json(&format!("/api/v1/legal-bases/{id}/decline"), &json!({})).assert_status(200);
    assert_eq!(reads(&world, "clinic", &page), "");
    officer.post_json(&confirm, &json!({})).assert_status(404);
});

both_engines!(only_danger_goes_before_what_the_person_refuses, &crate::migrations(), |db: Db| {
    let world = world(db);
    let page = person(&world);
    let refusal = json!({ "to": world.agency("clinic"), "hides": ["existence", "health"] });
    let center = world.as_worker("center").as_program();
    center.post_json(&format!("{page}/refusals"), &refusal).assert_status(200);
    enter(&world, &page, &conference(&world, "clinic"));
    assert_eq!(reads(&world, "clinic", &page), "", "a conference does not go before a refusal");
    enter(&world, &page, &danger(&world, "clinic"));
    let seen = reads(&world, "clinic", &page);
    assert!(seen.contains("眠れていない"), "{seen}");
    let listed = world.as_worker("clinic").as_program().get("/api/v1/persons").json();
    // Money is not refused, so the conference shares it now that the clinic knows of the person.
    assert_eq!(listed["items"][0]["entries"], 2);
});

both_engines!(no_law_tells_relapse_to_an_office_that_reports, &crate::migrations(), |db: Db| {
    let world = world(db);
    let page = person(&world);
    let mut wanted = danger(&world, "hogo");
    wanted["shows"] = json!(["health", "relapse"]);
    let center = world.as_worker("center").as_program();
    let refused = center.post_json(&format!("{page}/legal-bases"), &wanted).assert_status(422).body.clone();
    assert!(refused.contains("shows"), "{refused}");
    wanted["to"] = json!(world.agency("clinic"));
    enter(&world, &page, &wanted);
    assert!(reads(&world, "clinic", &page).contains("また使った"));
    let clinic = world.agency("clinic");
    let duty = crate::agency::DutyInput { reports: "yes".into(), basis: "検査のための記録".into(), from: None };
    world.app.app.act(web::Who::System, move |cx| crate::agency::record_duty(cx, clinic, &duty)).expect("a duty");
    let seen = reads(&world, "clinic", &page);
    assert!(seen.contains("眠れていない") && !seen.contains("また使った"), "from the same transaction on: {seen}");
    let listed = world.as_worker("clinic").as_program().get("/api/v1/persons").json();
    assert_eq!(listed["items"][0]["entries"], 1);
});

both_engines!(each_law_asks_for_its_own_fields_and_its_own_end, &crate::migrations(), |db: Db| {
    let world = world(db);
    let page = person(&world);
    let center = world.as_worker("center").as_program();
    let to = world.agency("clinic");
    let bases = [
        (json!({ "kind": "need_conference", "held_on": "2026-11-19", "members": "x" }), "2027-05-22"),
        (json!({ "kind": "welfare_conference", "held_on": "2026-11-19", "members": "x" }), "2027-05-22"),
        (json!({ "kind": "child_council", "case_number": "令8-12", "members": "x" }), "2027-05-22"),
        (json!({ "kind": "vital", "why": "x" }), "2026-11-27"),
        (json!({ "kind": "statute", "article": "x", "asked_by": "y", "reference": "z" }), "2026-12-21"),
    ];
    for (whole, last) in bases {
        let send = |body: &Value| center.post_json(&format!("{page}/legal-bases"), body);
        let mut body = whole.clone();
        (body["to"], body["until"], body["shows"]) = (json!(to), json!(last), json!(["health"]));
        for needed in whole.as_object().expect("fields").keys() {
            let mut without = body.clone();
            without[needed] = json!("");
            assert!(send(&without).assert_status(422).body.contains(needed.as_str()), "{needed} of {whole}");
        }
        send(&body).assert_status(200);
        for day in ["2026-11-19", "2027-06-30"] {
            body["until"] = json!(day);
            assert!(send(&body).assert_status(422).body.contains("until"), "{day} {whole}");
        }
    }
    let mut later = conference(&world, "clinic");
    later["held_on"] = json!("2026-11-21");
    center.post_json(&format!("{page}/legal-bases"), &later).assert_status(422);
    let own = conference(&world, "center");
    center.post_json(&format!("{page}/legal-bases"), &own).assert_status(422);
    // Whoever only knows the person does not pass on what they were told.
    world.consent(
        "center",
        page.rsplit('/').next().expect("a number").parse().expect("an id"),
        "darc",
        &["health"],
        false,
    );
    let darc = world.as_worker("darc").as_program();
    darc.post_json(&format!("{page}/legal-bases"), &conference(&world, "clinic")).assert_status(403);
    let clinic = world.as_worker("hostel").as_program();
    clinic.post_json(&format!("{page}/legal-bases"), &conference(&world, "clinic")).assert_status(404);
});

both_engines!(the_person_is_told_what_was_shared_by_law_and_who_looked, &crate::migrations(), |db: Db| {
    let world = world(db);
    let page = person(&world);
    let html = page.trim_start_matches("/api/v1").to_owned();
    let center = world.as_worker("center");
    let asked = center.get(&format!("{html}/legal-bases/new"));
    let once = asked.assert_status(200).once().expect("a key").to_owned();
    let to = world.agency("clinic").to_string();
    let mut fields =
        vec![("once", once.as_str()), ("to", &to), ("kind", "vital"), ("shows", "health"), ("until", "2026-11-25")];
    let again = center.post(&format!("{html}/legal-bases"), &fields);
    assert!(again.assert_status(422).body.contains("href=\"#f-why\""), "{}", again.body);
    let once = again.once().expect("a key").to_owned();
    fields[0].1 = &once;
    fields.push(("why", "呼びかけに答えがない"));
    assert_eq!(
        center.post(&format!("{html}/legal-bases"), &fields).assert_status(303).location(),
        format!("{html}/consents")
    );
    let list = center.get(&format!("{html}/consents")).assert_status(200).body.clone();
    assert!(list.contains("汐見クリニック") && list.contains("呼びかけに答えがない"), "{list}");
    // The other side reads that it is shared and on which law, not what was written to the privacy officer.
    let theirs = world.as_worker("clinic").get(&format!("{html}/consents")).assert_status(200).body.clone();
    assert!(theirs.contains("みなとこころの相談センター") && !theirs.contains("呼びかけに答えがない"), "{theirs}");
    assert!(reads(&world, "clinic", &page).contains("眠れていない"));
    let looked = world.as_worker("center").get(&format!("{html}/looked")).assert_status(200).body.clone();
    assert!(looked.contains("汐見クリニック") && looked.contains("法律（同意によらない）"), "{looked}");
    // And it ends when somebody says so.
    let listed = world.as_worker("center").as_program().get(&format!("{page}/legal-bases")).json();
    let id = listed["items"][0]["id"].as_str().expect("an id").to_owned();
    let end = center.get(&format!("{html}/legal-bases/{id}/end"));
    let once = end.assert_status(200).once().expect("a key").to_owned();
    world.as_worker("clinic").get(&format!("{html}/legal-bases/{id}/end")).assert_status(404);
    center.post(&format!("{html}/legal-bases/{id}/end"), &[("once", &once)]).assert_status(303);
    assert_eq!(reads(&world, "clinic", &page), "");
    center.clone().as_program().post_json(&format!("{page}/legal-bases/{id}/end"), &json!({})).assert_status(409);
});
