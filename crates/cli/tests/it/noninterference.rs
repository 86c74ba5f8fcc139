//! Two runs: change what a viewer may not see, and every byte they get stays the same.

mod variants;

use db::Engine;
use policy::{Categories, Category};

use super::endpoints::{Call, all, calls, send};
use super::world::{Fixture, build};
use web::{Access, Endpoint, Method};

/// A viewer, and what they may see of Anna; of Zen they may see nothing.
const VIEWERS: &[(&str, &[Category])] = &[
    ("center", &[Category::Existence, Category::Health]),
    // Granted contact too, and it works with somebody from whom she is kept apart.
    ("darc", &[Category::Existence]),
    // In an emergency, and bound to report.
    ("hostel", &[Category::Existence, Category::Contact, Category::Location, Category::Health, Category::DrugHistory]),
    ("coord", &[]),
    ("admin", &[]),
];

/// Acts that only look: sent by POST because names and answers do not stand in an address.
const LOOKS: &[&str] = &[
    "/persons/search",
    "/persons/{person}/consents/preview",
    "/persons/{person}/consents/again",
    "/api/v1/persons/{person}/consents/preview",
    "/api/v1/persons/doubles",
];

/// Everything a viewer gets from every endpoint that only looks, in the order of the list.
fn transcript(fixture: &Fixture, login: &str) -> Vec<(Call, u16, String, String)> {
    let client = fixture.world.as_worker(login);
    let mut all_replies = Vec::new();
    for endpoint in all().iter().filter(|e| only_looks(e) && e.access != Access::Link) {
        for call in calls(endpoint, &fixture.ids) {
            let (status, headers, body) = send(&client, &call);
            let headers: Vec<String> = headers.into_iter().map(|(k, v)| format!("{k}: {v}")).collect();
            all_replies.push((call, status, headers.join("\n"), body));
        }
    }
    all_replies
}

fn only_looks(endpoint: &Endpoint) -> bool {
    endpoint.method == Method::Get || LOOKS.contains(&endpoint.path)
}

fn compare(engine: Engine, login: &str, change: impl Fn(&Fixture)) {
    compare_both(engine, login, |_| (), change);
}

fn compare_both(engine: Engine, login: &str, one: impl Fn(&Fixture), other: impl Fn(&Fixture)) {
    let (plain, changed) = (build(engine), build(engine));
    one(&plain);
    other(&changed);
    let runs = transcript(&plain, login).into_iter().zip(transcript(&changed, login));
    let mut looked = 0;
    for (one, other) in runs {
        assert_eq!(one, other, "{login} can tell the two worlds apart at {}", one.0.path);
        looked += 1;
    }
    assert!(looked >= 16, "only {looked} calls were compared");
}

#[test]
fn hidden_text_changes_nothing() {
    for (login, seen) in VIEWERS {
        let seen = Categories::of(seen);
        compare(Engine::Sqlite, login, |world| {
            world.change_hidden_entries(world.anna, seen);
            world.change_hidden_parts(world.anna, seen);
            world.change_hidden_entries(world.zen, Categories::NONE);
        });
    }
}

#[test]
fn hidden_entries_might_as_well_not_be_there() {
    for (login, seen) in VIEWERS {
        let seen = Categories::of(seen);
        compare(Engine::Sqlite, login, |world| {
            world.delete_hidden_entries(world.anna, seen);
            world.delete_hidden_entries(world.zen, Categories::NONE);
        });
    }
}

#[test]
fn an_unknown_person_might_as_well_have_another_name() {
    for (login, _) in VIEWERS {
        compare(Engine::Sqlite, login, |world| {
            world.sql(
                "UPDATE person SET name = 'べつのひと', kana = 'べつのひと', name_key = 'べつのひと', birth_year = 1950 WHERE id = $1",
                &db::v![world.zen],
            );
            world.sql("UPDATE listing SET name_key = 'べつのひと' WHERE person_id = $1", &db::v![world.zen]);
        });
    }
}

#[test]
fn an_unknown_person_looks_like_none_at_every_address() {
    let fixture = build(Engine::Sqlite);
    for (login, _) in VIEWERS {
        let client = fixture.world.as_worker(login);
        let mut ids = fixture.ids.clone();
        for endpoint in all().iter().filter(|e| super::endpoints::names(e.path).any(|n| n == "person")) {
            ids.insert("person", vec![fixture.zen.to_string()]);
            let hidden = calls(endpoint, &ids);
            ids.insert("person", vec!["0000000000009".to_owned()]);
            let missing = calls(endpoint, &ids);
            for (one, other) in hidden.iter().zip(&missing) {
                let (a, b) = (send(&client, one), send(&client, other));
                let same = |text: &str| text.replace(&fixture.zen.to_string(), "0000000000009");
                assert_eq!(a.0, b.0, "{login}: {} {}", one.path, a.2);
                assert_eq!(blank_once(&same(&a.2)), blank_once(&b.2), "{login}: {}", one.path);
            }
        }
    }
}

/// The wall itself cannot be told from nothing being there: without it, and without what it hides, darc gets the same bytes.
fn without_the_wall(world: &Fixture) {
    let hidden = Categories::SEPARATION.bits();
    world.sql("DELETE FROM separation WHERE person_a = $1", &db::v![world.anna]);
    world.sql("DELETE FROM relation WHERE relative_id = $1", &db::v![world.anna]);
    world.sql("DELETE FROM entry WHERE person_id = $1 AND (label & $2) <> 0", &db::v![world.anna, hidden]);
}

#[test]
fn a_wall_cannot_be_told_from_nothing_being_there() {
    compare(Engine::Sqlite, "darc", without_the_wall);
    compare(Engine::Postgres, "darc", without_the_wall);
}

#[test]
fn behind_a_wall_the_own_agency_s_words_might_as_well_not_be_there() {
    let both = |world: &Fixture, contact: &'static str| {
        let (anna, darc) = (world.anna, world.world.agency("darc"));
        let at = world.world.app.app.now();
        world.sql(
            "INSERT INTO involvement (agency_id, person_id, from_at, until_at, how) VALUES ($1, $2, $3, $4, 'registered')",
            &db::v![darc, anna, at, base::Time::MAX],
        );
        if !contact.is_empty() {
            let place = seal::Place::column("entry.body").at(anna.raw()).at(77);
            let seal = move |tx: &mut db::Tx| Ok(people::vault::Writer::of(tx, anna)?.seal(&place, contact));
            let contact = world.world.app.app.db().write(seal).expect("anna has a key");
            world.sql(
                "INSERT INTO entry (person_id, id, kind, label, author_agency, author_worker, at, body, until_on) \
                 VALUES ($1, 77, 'stay', 4, $2, 9, $3, $4, '2026-11-25')",
                &db::v![anna, darc, at.plus_minutes(3), contact],
            );
        }
    };
    for engine in [Engine::Sqlite, Engine::Postgres] {
        compare_both(
            engine,
            "darc",
            |world| both(world, ""),
            |world| both(world, r#"{"fact":"stay","kind":"home","place":"x"}"#),
        );
    }
}

/// That a person allowed relapse to be told, and thought better of it, is told to nobody who was not there.
#[test]
fn a_named_relapse_might_as_well_not_be_named_before_its_time_and_after_it_was_taken_back() {
    let name = "UPDATE consent_grant SET relapse_named = TRUE, outside_agency = $2, relapse_from = $3, \
                relapse_at = $3, cats = cats | $4, eff = eff | $4, relapse_back_at = $5 WHERE agency_id = $1";
    let relapse = i64::from(Category::Relapse.bit());
    for engine in [Engine::Sqlite, Engine::Postgres] {
        for taken_back in [false, true] {
            compare(engine, "hogo", |world| {
                let (hogo, darc) = (world.world.agency("hogo"), world.world.agency("darc"));
                let now = world.world.app.app.now();
                // Either it waits, or it was told once and then taken back.
                let (counts, cats) = if taken_back { (now.plus_days(-1), 0) } else { (now.plus_days(1), relapse) };
                let back = taken_back.then_some(now);
                world.sql(name, &db::v![hogo, darc, counts, cats, back]);
                world.reseal(
                    ("consent_grant.outside_witness", "x"),
                    "SELECT person_id, id, 0 FROM consent_grant WHERE outside_agency IS NOT NULL",
                    "UPDATE consent_grant SET outside_witness = $1 WHERE id = $2 AND 0 = $3",
                    &[],
                );
            });
        }
    }
}

#[test]
fn postgres_tells_no_more() {
    let seen = Categories::of(&[Category::Existence, Category::Health]);
    compare(Engine::Postgres, "center", |world| world.delete_hidden_entries(world.anna, seen));
}

/// Keys against double sending are drawn anew for every page; nothing else may differ.
fn blank_once(body: &str) -> String {
    let mut rest = body;
    let mut out = String::with_capacity(body.len());
    while let Some(at) = rest.find("name=\"once\" value=\"") {
        let from = at + "name=\"once\" value=\"".len();
        out.push_str(&rest[..from]);
        rest = rest[from..].split_once('"').map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}
