//! More pairs of worlds that must look alike: who exists, what others do, where somebody behind a wall is, whom a
//! question without a name is about, what a letter leaves out.

use base::{AgencyId, PersonId};
use db::{Engine, v};
use policy::{Categories, Category};

use super::{blank_once, compare, compare_both};
use crate::endpoints::{Call, send};
use crate::world::{Fixture, build};
use web::Method;

/// Those to whom the strangers below must not exist.
const OTHERS: &[&str] = &["center", "darc", "hostel", "coord", "privacy", "admin"];

/// Persons of the clinic. Center, darc and hostel were told of them once, and are no more: each is still a candidate of
/// their lists. There are more than fit on a page, the first in reading order, named as the tests search.
fn strangers(world: &Fixture) {
    let (clinic, at) = (world.world.agency("clinic"), world.world.app.app.now());
    for n in 0..60_i64 {
        let (id, sort) = (PersonId::from_raw(9_000_000_000 + n), vec![0_u8, u8::try_from(n).expect("few")]);
        world.sql(
            "INSERT INTO person (id, name, is_alias, kana, name_key, sort_key, birth_year, registered_by, created_at, version) \
             VALUES ($1, 'たいち', FALSE, 'たいち', 'たいち たいち', $2, 1990, $3, $4, 1)",
            &v![id, sort.clone(), clinic, at],
        );
        world.sql(
            "INSERT INTO involvement (agency_id, person_id, from_at, until_at, how) VALUES ($1, $2, $3, $4, 'registered')",
            &v![clinic, id, at, base::Time::MAX],
        );
        for told in ["clinic", "center", "darc", "hostel"] {
            world.sql(
                "INSERT INTO listing (agency_id, sort_key, person_id, name_key) VALUES ($1, $2, $3, 'たいち たいち')",
                &v![world.world.agency(told), sort.clone(), id],
            );
        }
    }
}

#[test]
fn whoever_is_known_elsewhere_might_as_well_not_exist() {
    for login in OTHERS {
        compare(Engine::Sqlite, login, strangers);
    }
    compare(Engine::Postgres, "center", strangers);
}

/// Registering somebody looks for doubles: among those the agency may know of anyway.
#[test]
fn to_register_somebody_who_is_known_elsewhere_tells_nothing() {
    let (plain, changed) = (build(Engine::Sqlite), build(Engine::Sqlite));
    strangers(&changed);
    let register = |path: &str, json: bool| Call {
        method: Method::Post,
        pattern: "",
        path: path.to_owned(),
        fields: [("name", "たいち"), ("kana", "たいち"), ("birth_year", "1990")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into(),
        json,
    };
    for login in ["center", "darc", "hostel"] {
        let (one, other) = (plain.world.as_worker(login), changed.world.as_worker(login));
        // The second time it is on the agency's own list, and says so.
        for call in [register("/persons/new", false), register("/persons", false), register("/api/v1/persons", true)] {
            assert_eq!(send(&one, &call), send(&other, &call), "{login} at {}", call.path);
        }
    }
}

/// What other agencies do with persons the viewer knows or does not know: work that begins, what they are told, looks,
/// notices.
fn work_of_others(world: &Fixture, viewer: &str) {
    let (anna, at) = (world.anna, world.world.app.app.now());
    let doer = world.world.agency(if viewer == "center" { "clinic" } else { "center" });
    world.sql(
        "INSERT INTO involvement (agency_id, person_id, from_at, until_at, how) VALUES ($1, $2, $3, $4, 'registered')",
        &v![doer, anna, at, base::Time::MAX],
    );
    // What the person allows the doer besides; darc has been told of neither.
    world.sql(
        "UPDATE consent_grant SET cats = cats | 70, eff = eff | 70 WHERE agency_id = $1 AND person_id = $2",
        &v![doer, anna],
    );
    world.sql(
        "INSERT INTO audit_event (id, at, worker_id, agency_id, act, purpose, basis, categories, shown) \
         VALUES (77, $1, 9, $2, 'person.open', 'support', 'own', 1023, 1)",
        &v![at, doer],
    );
    world.sql("INSERT INTO audit_person (person_id, at, event_id) VALUES ($1, $2, 77)", &v![anna, at]);
    let to: AgencyId = world.world.agency(viewer);
    world.sql(
        "INSERT INTO notice (agency_id, at, id, person_id, kind, href) VALUES ($1, $2, 77, $3, 'referral-told-sent', '/persons')",
        &v![to, at, world.zen],
    );
}

#[test]
fn what_others_do_tells_nothing() {
    for viewer in ["center", "darc", "hostel"] {
        compare(Engine::Sqlite, viewer, |world| work_of_others(world, viewer));
    }
    compare(Engine::Postgres, "darc", |world| work_of_others(world, "darc"));
}

/// A search finds by name. What stands in entries that the viewer may not see is no name.
#[test]
fn a_search_does_not_find_hidden_text() {
    for (viewer, seen) in [("center", Category::Health), ("darc", Category::Existence)] {
        let hidden = !i64::from(Categories::of(&[Category::Existence, seen]).bits());
        compare(Engine::Sqlite, viewer, |world| {
            world.reseal_entries(world.anna, hidden, "たいち");
        });
    }
}

/// Two persons on one list; what is written about one of them and not shown moves neither.
#[test]
fn hidden_entries_do_not_move_the_list() {
    let seen = Categories::of(&[Category::Existence, Category::Family]);
    let bo = |world: &Fixture| world.ids["person"][2].parse::<PersonId>().expect("an id");
    compare(Engine::Sqlite, "hogo", |world| world.change_hidden_entries(bo(world), seen));
    compare(Engine::Sqlite, "hogo", |world| world.delete_hidden_entries(bo(world), seen));
}

/// Darc works with the husband from whom Anna is protected, and may know of her relatives. Wherever she is, and whether
/// the two belong together, it gets the same bytes.
#[test]
fn wherever_she_is_the_other_side_sees_the_same() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let (family, places) = (Categories::of(&[Category::Family]), Categories::SEPARATION);
        let told = |world: &Fixture| {
            world.sql(
                "UPDATE consent_grant SET cats = cats | $2, eff = eff | $2 WHERE agency_id = $1",
                &v![world.world.agency("darc"), family.bits()],
            );
        };
        compare_both(engine, "darc", told, |world| {
            told(world);
            world.sql(
                "UPDATE entry SET at = at + 9000000 WHERE person_id = $1 AND (label & $2) <> 0 AND kind = 'note'",
                &v![world.anna, places.bits()],
            );
            world.sql(
                "UPDATE referral_leg SET planned_on = '2026-12-01' WHERE referral_id IN \
                 (SELECT id FROM referral WHERE person_id = $1)",
                &v![world.anna],
            );
            world.reseal_entries(world.anna, i64::from(places.bits()), "elsewhere");
            world.reseal(
                ("referral_leg.place", "elsewhere"),
                "SELECT r.person_id, l.id, 0 FROM referral_leg l JOIN referral r ON r.id = l.referral_id WHERE r.person_id = $1",
                "UPDATE referral_leg SET place = $1 WHERE id = $2 AND 0 = $3",
                &v![world.anna],
            );
            world.reseal(
                ("referral.first_place", "elsewhere"),
                "SELECT person_id, id, 0 FROM referral WHERE person_id = $1",
                "UPDATE referral SET first_place = $1 WHERE id = $2 AND 0 = $3",
                &v![world.anna],
            );
        });
        compare_both(engine, "darc", told, |world| {
            told(world);
            world.sql("DELETE FROM relation WHERE relative_id = $1", &v![world.anna]);
        });
    }
}

/// Hogo asks center whether there is a place, has a hand-over half written and suggests a correction; for one of two persons
/// whom center does not know. For which of them, nothing that center gets tells, nor in which order or size.
#[test]
fn whom_a_question_without_a_name_is_about_cannot_be_told() {
    let ask = |world: &Fixture, about: usize| {
        let both = ["たろう", "じろう"].map(|name| world.world.person("hogo", name));
        let (person, center) = (both[about], world.world.agency("center"));
        let client = world.world.as_worker("hogo").as_program();
        let draft = serde_json::json!({ "person": person, "to": center, "act": "refer", "wish": "話したい" });
        client.get(&format!("/api/v1/persons/{person}")).assert_status(200);
        client.post_json("/api/v1/referrals", &draft).assert_status(200);
        let question = serde_json::json!({ "to": center, "about": "日中に一席あるか" });
        client.post_json("/api/v1/capacity-questions", &question).assert_status(200);
    };
    for viewer in ["center", "coord", "privacy", "darc"] {
        compare_both(Engine::Sqlite, viewer, |world| ask(world, 0), |world| ask(world, 1));
    }
}

/// A letter is read by its receiver: what they may not see is not in it, though its writer sees it.
#[test]
fn a_letter_leaves_out_what_its_receiver_may_not_see() {
    let (plain, changed) = (build(Engine::Sqlite), build(Engine::Sqlite));
    let seen = Categories::of(&[Category::Existence, Category::Health]);
    changed.change_hidden_parts(changed.anna, seen);
    let referral = &plain.ids["referral"][0];
    for path in [format!("/referrals/{referral}/letter"), format!("/api/v1/referrals/{referral}/letter")] {
        let look = |world: &Fixture| {
            let client = world.world.as_worker("hogo");
            let client = if path.starts_with("/api/") { client.as_program() } else { client };
            client.get(&path).assert_status(200).body.clone()
        };
        assert_eq!(blank_once(&look(&plain)), blank_once(&look(&changed)), "{path}");
    }
}
