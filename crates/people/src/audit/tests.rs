//! What the privacy officer of the centre sees of it: the month, and the export.

use std::collections::BTreeSet;

use base::SeededRandom;
use db::Db;
use db::testing::both_engines;
use web::ui::plain;

use crate::testing::{World, region_with};

fn region(db: Db) -> World {
    region_with(db, crate::rooms, crate::hooks(), Box::new(SeededRandom::new(7)))
}

both_engines!(the_month_names_who_opened_many_and_nobody_who_was_opened, &crate::migrations(), |db: Db| {
    let world = region(db);
    for n in 0..21 {
        let name = format!("まりこ{n}");
        let person = world.person("center", &name);
        world.as_worker("center").get(&format!("/persons/{person}")).assert_status(200);
        world.as_worker("center").get(&format!("/persons/{person}")).assert_status(200);
    }
    let page = plain(&world.as_worker("privacy").get("/audit/review").assert_status(200).body);
    assert!(page.contains("center の職員") && page.contains("21人"), "{page}");
    assert!(!page.contains("まりこ"), "{page}");
    // Other months, of any spelling, are empty or this one; other agencies are not in it.
    let before = plain(&world.as_worker("privacy").get("/audit/review?month=2026-10").assert_status(200).body);
    assert!(before.contains("この月の記録はありません"), "{before}");
    world.as_worker("privacy").get("/audit/review?month=9999-99").assert_status(200);
    world.as_worker("hogo").get("/audit/review").assert_status(403);
    let trail = world.as_worker("privacy").as_program().get("/api/v1/audit").body;
    assert!(trail.contains("audit.review"), "looking at the review is recorded");
});

both_engines!(the_export_has_every_event_once_over_all_pages, &crate::migrations(), |db: Db| {
    let world = region(db);
    let mut persons = BTreeSet::new();
    for n in 0..110 {
        if n % 10 == 0 {
            persons.insert(format!("Patient/{}", world.person("center", &format!("たいち{n}"))));
        }
        world.as_worker("center").get("/persons").assert_status(200);
    }
    world.person("hogo", "ほかのひと");
    let privacy = world.as_worker("privacy").as_program();
    let (mut address, mut seen, mut named, mut pages) =
        ("/api/v1/audit/events".to_owned(), BTreeSet::new(), BTreeSet::new(), 0);
    loop {
        let page = privacy.get(&address).assert_status(200).json();
        for entry in page["entry"].as_array().expect("a list") {
            let event = &entry["resource"];
            assert_eq!(event["resourceType"], "AuditEvent");
            assert!(seen.insert(event["id"].as_str().expect("an id").to_owned()), "twice: {event}");
            for entity in event["entity"].as_array().expect("a list") {
                named.insert(entity["what"]["reference"].as_str().expect("a reference").to_owned());
            }
        }
        pages += 1;
        let Some(next) = page["link"][0]["url"].as_str() else { break };
        address = next[next.find("/api").expect("an address")..].to_owned();
    }
    assert!(pages >= 2 && seen.len() > 110, "{pages} pages, {} events", seen.len());
    assert_eq!(named, persons, "the own agency's persons, and nobody else's");
    privacy.get("/api/v1/audit/events?from=2027-01-01T00:00:00Z").assert_status(200);
    for wrong in ["after=zzz", "from=yesterday"] {
        privacy.get(&format!("/api/v1/audit/events?{wrong}")).assert_status(422);
    }
    world.as_worker("center").as_program().get("/api/v1/audit/events").assert_status(403);
});
