//! Before and after a yes: what would be seen, and that it is what is then seen.

use std::collections::BTreeSet;

use base::PersonId;
use db::Db;
use db::testing::both_engines;
use policy::Category;
use serde_json::json;
use web::testing::Client;

use crate::journeys::{follow, world};
use crate::testing::World;

/// A person of the probation office with an entry under each category and two that touch more than one.
fn written(world: &World) -> PersonId {
    let person = world.person("center", "たいち");
    let center = world.as_worker("center").as_program();
    let mut labels: Vec<Vec<&str>> = Category::ALL.iter().map(|c| vec![c.code()]).collect();
    labels.extend([vec!["health", "relapse"], vec!["contact", "justice"]]);
    for label in labels {
        let note = json!({ "label": label, "text": format!("about {}", label.join("+")) });
        center.post_json(&format!("/api/v1/persons/{person}/entries"), &note).assert_status(200);
    }
    person
}

fn ids(entries: &serde_json::Value) -> BTreeSet<String> {
    entries.as_array().into_iter().flatten().map(|e| e["id"].as_str().expect("an id").to_owned()).collect()
}

/// What an agency reads of a person now; nothing if it may not know them.
fn reads(client: &Client, person: PersonId) -> BTreeSet<String> {
    let page = client.get(&format!("/api/v1/persons/{person}"));
    if page.status == 404 { BTreeSet::new() } else { ids(&page.assert_status(200).json()["entries"]) }
}

both_engines!(what_is_shown_before_is_what_is_seen_after, &crate::migrations(), |db: Db| {
    let world = world(db);
    let mut center = world.as_worker("center").as_program();
    let choices: [&[&str]; 5] = [
        &[],
        &["health"],
        &["health", "contact"],
        &["justice", "contact", "family"],
        &["notes", "livelihood", "location"],
    ];
    let person = written(&world);
    let page = format!("/api/v1/persons/{person}");
    let (mut compared, mut waited) = (0, 0);
    for (to, refused) in [("hogo", None), ("darc", None), ("hogo", Some("health")), ("darc", Some("existence"))] {
        let refusal = refused.map(|hides| {
            let no = json!({ "to": world.agency(to), "hides": [hides] });
            center.post_json(&format!("{page}/refusals"), &no).assert_status(200).json()["id"].clone()
        });
        let mut theirs = world.as_worker(to).as_program();
        for shows in choices {
            for purposes in [&["support"][..], &["handover"], &["support", "advice"]] {
                for relapse in [false, true] {
                    let yes = json!({ "to": world.agency(to), "shows": shows, "for": purposes, "relapse": relapse,
                        "until": "2027-10-20", "how": "signed", "outside_witness": "立ち会いの人",
                        "outside_agency": world.agency("clinic") });
                    let preview = center.post_json(&format!("{page}/consents/preview"), &yes).assert_status(200).json();
                    assert_eq!(reads(&theirs, person), BTreeSet::new(), "looking before gives nothing");
                    let grant = center.post_json(&format!("{page}/consents"), &yes).assert_status(200).json();
                    if preview["relapse_from"].is_string() {
                        assert!(reads(&theirs, person).is_subset(&ids(&preview["entries"])), "no more before its time");
                        world.clock.advance_days(1);
                        (center, theirs) = (world.as_worker("center").as_program(), world.as_worker(to).as_program());
                        waited += 1;
                    }
                    let after = reads(&theirs, person);
                    assert_eq!(ids(&preview["entries"]), after, "{to} {yes}");
                    let shut = preview["closed"].as_array().expect("a list").len();
                    assert_eq!(shut + after.len(), 12, "each entry is either seen or stays closed");
                    let grant = grant["id"].as_str().expect("an id");
                    center.post_json(&format!("{page}/consents/{grant}/revoke"), &json!({})).assert_status(200);
                    compared += 1;
                }
            }
        }
        if let Some(id) = refusal {
            let lift = format!("{page}/refusals/{}/lift", id.as_str().expect("an id"));
            center.post_json(&lift, &json!({})).assert_status(200);
        }
    }
    assert_eq!((compared, waited), (120, 30), "the office that reports is told of relapse a day later");
});

both_engines!(the_person_looks_first_and_then_agrees_or_changes, &crate::migrations(), |db: Db| {
    let world = world(db);
    let person = written(&world);
    let center = world.as_worker("center");
    let (page, to) = (format!("/persons/{person}/consents"), world.agency("darc").to_string());
    let answers = [
        ("to", to.as_str()),
        ("shows", "health"),
        ("for", "support"),
        ("until", "other"),
        ("until_day", "2026-12-20"),
        ("relapse", "no"),
        ("how", "signed"),
        ("register", "ja-simple"),
    ];
    let ask = center.get(&format!("{page}/new?to={to}"));
    assert!(ask.body.contains(&format!("formaction=\"{page}/preview\"")), "{}", ask.body);
    let looked = center.post(&format!("{page}/preview"), &answers);
    let body = &looked.assert_status(200).body;
    assert!(body.contains("about health") && !body.contains("about justice"), "{body}");
    assert!(body.contains("data-register=\"ja-simple\""), "in the person's register");
    world.as_worker("darc").get(&format!("/persons/{person}")).assert_status(404);

    let again = center.post(&format!("{page}/again"), &answers);
    assert!(again.assert_status(200).body.contains("value=\"2026-12-20\""), "the answers stay: {}", again.body);
    let switch = format!("form=\"ask\" formaction=\"{page}/again\" name=\"language\" value=\"en\"");
    assert!(ask.body.contains(&switch), "{}", ask.body);
    let mut in_english = answers.to_vec();
    in_english.insert(0, ("language", "en"));
    let again = center.post(&format!("{page}/again"), &in_english).assert_status(200).body.clone();
    assert!(again.contains("data-register=\"en\"") && again.contains("value=\"2026-12-20\""), "{again}");
    assert!(
        again.contains("name=\"register\" value=\"en\""),
        "what is agreed to is said in English from now on: {again}"
    );
    let wrong = [("to", to.as_str()), ("for", ""), ("until", "yesterday")];
    assert!(center.post(&format!("{page}/preview"), &wrong).assert_status(422).body.contains("href=\"#f-until\""));

    let once = looked.once().expect("a key").to_owned();
    let mut fields = answers.to_vec();
    fields.push(("once", &once));
    let agreed = center.post(&page, &fields);
    let kept = follow(&center, &agreed).body;
    assert!(kept.contains("みなとリカバリーハウス"));
    for shown in
        [crate::consent::TEXT_VERSION, "そのとき画面に出ていた説明", "「みなとリカバリーハウス」に知らせてもよいですか"]
    {
        assert!(kept.contains(shown), "what was said is found again: {shown} in {kept}");
    }
    assert!(
        world.as_worker("darc").get(&format!("/persons/{person}")).assert_status(200).body.contains("about health")
    );
});

both_engines!(looking_first_tells_nothing_of_other_consents, &crate::migrations(), |db: Db| {
    let world = world(db);
    let person = written(&world);
    // The house is told by the centre alone; the clinic, which only knows of health, must not learn that.
    world.consent("center", person, "clinic", &["health"], false);
    let clinic = world.as_worker("clinic").as_program();
    let yes = json!({ "to": world.agency("darc"), "shows": ["health"], "for": ["support"], "until": "2026-12-20", "how": "signed" });
    let look = || {
        clinic.post_json(&format!("/api/v1/persons/{person}/consents/preview"), &yes).assert_status(200).body.clone()
    };
    let before = look();
    world.consent("center", person, "darc", &["justice", "contact"], true);
    let no = json!({ "to": world.agency("darc"), "hides": ["health"] });
    world
        .as_worker("center")
        .as_program()
        .post_json(&format!("/api/v1/persons/{person}/refusals"), &no)
        .assert_status(200);
    assert_eq!(look(), before);
});

both_engines!(who_agreed_is_asked_again_before_it_ends, &crate::migrations(), |db: Db| {
    let world = world(db);
    let person = world.person("center", "ひなた");
    let grant = world.consent("center", person, "darc", &["health"], true);
    let (center, page) = (world.as_worker("center"), format!("/persons/{person}"));
    let ending = || world.act("center", crate::consent::ending).expect("a list").len();
    let at = |day: &str| world.clock.set(format!("{day}T01:00:00Z").parse().expect("a moment"));
    at("2026-11-19");
    assert_eq!(ending(), 0, "31 days ahead it is not told");
    assert!(!center.get(&page).body.contains("&amp;renew="));
    at("2026-11-20");
    assert_eq!(ending(), 1);
    let renew = format!("{page}/consents/new?to={}&renew={grant}", world.agency("darc"));
    let center = world.as_worker("center");
    for address in [page.clone(), format!("{page}/consents"), format!("{page}/consents/{grant}")] {
        let body = center.get(&address).assert_status(200).body.clone();
        assert!(body.contains(&renew.replace('&', "&amp;")), "{address}: {body}");
    }
    let asked = center.get(&renew).assert_status(200).body.clone();
    let chosen = |value: &str| {
        asked.split('<').any(|tag| tag.contains(&format!("value=\"{value}\"")) && tag.contains(" checked"))
    };
    for (value, is) in
        [("health", true), ("contact", false), ("support", true), ("advice", false), ("yes", false), ("no", true)]
    {
        assert_eq!(chosen(value), is, "{value}: {asked}");
    }
    assert!(asked.contains("前に同意した内容です"), "{asked}");
    // Another agency's consent is not put into the form of whoever may not know it.
    world.consent("center", person, "clinic", &[], false);
    let clinic = world.as_worker("clinic").get(&renew);
    assert!(!clinic.assert_status(200).body.contains("前に同意した内容です"), "{}", clinic.body);
    assert_eq!(ending(), 2);

    let fields = [
        ("to", &*world.agency("darc").to_string()),
        ("shows", "health"),
        ("for", "handover"),
        ("for", "support"),
        ("for", "follow_up"),
        ("until", "2027-02-20"),
        ("relapse", "no"),
        ("how", "signed"),
    ];
    follow(&center, &center.post(&format!("{page}/consents"), &fields));
    assert_eq!(ending(), 1, "nobody is asked twice, nor pressed for relapse");
    at("2026-12-21");
    assert_eq!(ending(), 0, "what is over is not told any more");
    world.as_worker("darc").get(&page).assert_status(200);
});
