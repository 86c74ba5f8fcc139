//! Two persons kept apart, as the people around them meet it.

use base::{PersonId, SeparationId};
use db::Db;
use db::testing::both_engines;
use serde_json::{Value, json};
use web::testing::{Client, Reply};

use crate::journeys::{follow, send, world};
use crate::person;
use crate::testing::World;

/// Somebody at an agency, as a program.
fn at(world: &World, login: &str) -> Client {
    world.as_worker(login).as_program()
}

fn write(world: &World, login: &str, person: PersonId, label: &str, text: &str) {
    let body = json!({ "label": [label], "text": text });
    at(world, login).post_json(&format!("/api/v1/persons/{person}/entries"), &body).assert_status(200);
}

fn stays(world: &World, login: &str, person: PersonId, place: &str) {
    let body = json!({ "stay": { "kind": "shelter", "place": place, "until": "2026-11-30" } });
    let kept = at(world, login).post_json(&format!("/api/v1/persons/{person}/facts"), &body);
    kept.assert_status(200);
}

fn reads(world: &World, login: &str, person: PersonId) -> String {
    at(world, login).get(&format!("/api/v1/persons/{person}")).assert_status(200).body.clone()
}

/// What an agency's list says of a person: entries and the moment of the newest.
fn row(world: &World, login: &str, person: PersonId) -> Value {
    let list = at(world, login).get("/api/v1/persons").assert_status(200).json();
    let found = list["items"].as_array().unwrap().iter().find(|row| row["id"] == json!(person));
    found.unwrap_or_else(|| panic!("{person} is on the list of {login}: {list}")).clone()
}

fn walls(person: PersonId) -> String {
    format!("/api/v1/persons/{person}/separations")
}

fn wall(world: &World, login: &str, person: PersonId, other: PersonId) -> SeparationId {
    let made = at(world, login).post_json(&walls(person), &json!({ "other": other, "basis": "violence" }));
    made.assert_status(200).json()["id"].as_str().unwrap().parse().unwrap()
}

fn take_down(world: &World, login: &str, person: PersonId, id: SeparationId) -> Reply {
    at(world, login).post_json(&format!("{}/{id}/end", walls(person)), &json!({}))
}

/// The days that a worker's home counts, of one agency.
fn endings(world: &World, login: &str) -> Vec<PersonId> {
    let found = world.act(login, |cx| {
        let agency = cx.acting_agency()?;
        let until = cx.today().plus_days(60);
        person::coming_endings(cx, agency, until)
    });
    found.unwrap().into_iter().map(|ending| ending.person).collect()
}

/// みお is center's client, and darc was told of her; れん, from whom she is protected, is darc's alone.
fn two(world: &World) -> (PersonId, PersonId) {
    let (mio, ren) = (world.person("center", "みお"), world.person("darc", "れん"));
    world.consent("center", mio, "darc", &["contact", "location", "health"], false);
    for (label, text) in [("contact", "電話は夜だけ"), ("location", "駅前の寮にいる"), ("health", "夜眠れない")]
    {
        write(world, "center", mio, label, text);
    }
    (mio, ren)
}

both_engines!(whoever_works_with_the_other_one_sees_neither_place_nor_contact, &crate::migrations(), |db: Db| {
    let world = world(db);
    let (mio, ren) = two(&world);
    let before = reads(&world, "darc", mio);
    assert!(before.contains("電話は夜だけ") && before.contains("駅前の寮にいる"), "{before}");
    assert_eq!(row(&world, "darc", mio)["entries"], 3);

    let id = wall(&world, "center", mio, ren);
    let after = reads(&world, "darc", mio);
    assert!(!after.contains("電話は夜だけ") && !after.contains("駅前の寮にいる"), "{after}");
    assert!(after.contains("夜眠れない"), "what is no matter of the wall stays: {after}");
    assert_eq!(row(&world, "darc", mio)["entries"], 1, "the list counts what the page shows");
    let own = reads(&world, "center", mio);
    assert!(own.contains("電話は夜だけ") && own.contains("駅前の寮にいる"), "those who protect her see on: {own}");

    world.consent("center", mio, "darc", &["contact", "location"], false);
    assert!(!reads(&world, "darc", mio).contains("駅前の寮にいる"), "no later consent opens it");
    take_down(&world, "darc", mio, id).assert_status(403);
    take_down(&world, "center", mio, id).assert_status(200);
    assert!(reads(&world, "darc", mio).contains("駅前の寮にいる"));
    take_down(&world, "center", mio, id).assert_status(404);
});

both_engines!(the_own_agency_s_words_are_hidden_too_and_count_nowhere, &crate::migrations(), |db: Db| {
    let world = world(db);
    let (mio, ren) = two(&world);
    world
        .act("darc", move |cx| {
            let agency = cx.acting_agency()?;
            person::begin_involvement(cx, agency, mio, "registered")
        })
        .unwrap();
    write(&world, "darc", mio, "contact", "姉の家の電話");
    world.clock.advance_minutes(5);
    stays(&world, "darc", mio, "川沿いの家");
    let newest = row(&world, "darc", mio);
    assert_eq!(newest["entries"], 5);
    assert_eq!(endings(&world, "darc"), [mio]);
    let form = format!("/persons/{mio}/facts?kind=stay");
    assert!(world.as_worker("darc").get(&form).body.contains("川沿いの家"));

    wall(&world, "center", mio, ren);
    let page = world.as_worker("darc").get(&format!("/persons/{mio}")).assert_status(200).body.clone();
    for hidden in ["姉の家の電話", "川沿いの家", "電話は夜だけ", "駅前の寮にいる"] {
        assert!(!page.contains(hidden) && !reads(&world, "darc", mio).contains(hidden), "{hidden}");
    }
    let shown = row(&world, "darc", mio);
    assert_eq!(shown["entries"], 1);
    assert_ne!(shown["last_at"], newest["last_at"], "nor does the list know when the last hidden one was written");
    assert_eq!(endings(&world, "darc"), Vec::<PersonId>::new(), "an ending stay is a place");
    assert!(!world.as_worker("darc").get(&form).body.contains("川沿いの家"), "nor is the form filled with it");
});

both_engines!(
    a_wall_holds_in_both_directions_and_as_long_as_the_other_one_is_worked_with,
    &crate::migrations(),
    |db: Db| {
        let world = world(db);
        let (mio, ren) = two(&world);
        write(&world, "darc", ren, "location", "港の宿舎にいる");
        world.consent("darc", ren, "center", &["location"], false);
        assert!(reads(&world, "center", ren).contains("港の宿舎にいる"));
        wall(&world, "center", mio, ren);
        assert!(
            !reads(&world, "center", ren).contains("港の宿舎にいる"),
            "who works with her does not see where he is"
        );
        assert!(reads(&world, "darc", ren).contains("港の宿舎にいる"));

        let ended = at(&world, "darc").post_json(&format!("/api/v1/persons/{ren}/end"), &json!({}));
        ended.assert_status(200);
        assert!(reads(&world, "darc", mio).contains("駅前の寮にいる"), "darc works with him no more");
    }
);

both_engines!(that_the_two_belong_together_is_hidden_on_either_page, &crate::migrations(), |db: Db| {
    let world = world(db);
    let (mio, ren) = (world.person("center", "みお"), world.person("darc", "れん"));
    for (person, to, login) in [(mio, "darc", "center"), (ren, "center", "darc"), (ren, "darc", "darc")] {
        world.consent(login, person, to, &["family"], false);
    }
    let relation = json!({ "kind": "spouse", "principal_is": "known", "principal": ren });
    at(&world, "center").post_json(&format!("/api/v1/persons/{mio}/relations"), &relation).assert_status(200);
    let kin = |login: &str, person| {
        let page: Value = serde_json::from_str(&reads(&world, login, person)).unwrap();
        page["relations"].as_array().map_or(0, Vec::len)
    };
    assert_eq!((kin("center", mio), kin("darc", mio), kin("darc", ren)), (1, 1, 1));
    let id = wall(&world, "center", mio, ren);
    for (login, person) in [("center", mio), ("darc", mio), ("darc", ren), ("center", ren)] {
        assert_eq!(kin(login, person), 0, "{login}");
    }
    take_down(&world, "center", mio, id).assert_status(200);
    assert_eq!(kin("darc", ren), 1);
});

both_engines!(only_the_agency_that_put_a_wall_up_is_told_that_it_stands, &crate::migrations(), |db: Db| {
    let world = world(db);
    let (mio, ren) = two(&world);
    let notices = || at(&world, "darc").get("/api/v1/notices").body.clone();
    let before = (notices(), at(&world, "darc").get(&walls(ren)).assert_status(200).body.clone());
    let id = wall(&world, "center", mio, ren);
    assert!(at(&world, "center").get(&walls(mio)).body.contains(&id.to_string()));
    assert_eq!((notices(), at(&world, "darc").get(&walls(ren)).body.clone()), before, "nothing on his page");
    world
        .act("darc", move |cx| {
            let agency = cx.acting_agency()?;
            person::begin_involvement(cx, agency, mio, "registered")
        })
        .unwrap();
    assert!(!at(&world, "darc").get(&walls(mio)).assert_status(200).body.contains(&id.to_string()), "nor on hers");
    take_down(&world, "darc", mio, id).assert_status(404);
    at(&world, "clinic").get(&walls(mio)).assert_status(404);
    at(&world, "clinic").post_json(&walls(mio), &json!({ "other": ren, "basis": "order" })).assert_status(404);
});

both_engines!(any_number_is_taken_so_that_none_tells_who_is_known, &crate::migrations(), |db: Db| {
    let world = world(db);
    let mio = world.person("center", "みお");
    let hidden = world.person("clinic", "ぜん");
    let shown = |other: &str| {
        let made = at(&world, "center").post_json(&walls(mio), &json!({ "other": other, "basis": "conflict" }));
        let page = world.as_worker("center").get(&format!("/persons/{mio}/separations")).body.clone();
        (made.status, page.contains(other), page.contains("ぜん"))
    };
    assert_eq!(shown(&hidden.to_string()), (200, true, false));
    assert_eq!(shown("0000000000009"), (200, true, false));
    let same = json!({ "other": mio, "basis": "conflict" });
    at(&world, "center").post_json(&walls(mio), &same).assert_status(422);
    let past = json!({ "other": hidden, "basis": "conflict", "until": "2026-11-19" });
    at(&world, "center").post_json(&walls(mio), &past).assert_status(422);
});

both_engines!(a_wall_with_a_last_day_falls_by_itself, &crate::migrations(), |db: Db| {
    let world = world(db);
    let (mio, ren) = two(&world);
    let until = json!({ "other": ren, "basis": "order", "until": "2026-11-21" });
    at(&world, "center").post_json(&walls(mio), &until).assert_status(200);
    assert!(!reads(&world, "darc", mio).contains("駅前の寮にいる"));
    world.clock.advance_days(1);
    assert!(!reads(&world, "darc", mio).contains("駅前の寮にいる"), "it holds through its last day");
    world.clock.advance_days(1);
    assert!(reads(&world, "darc", mio).contains("駅前の寮にいる"));
    assert_eq!(at(&world, "center").get(&walls(mio)).json()["items"], json!([]));
});

both_engines!(a_worker_puts_a_wall_up_by_name_and_takes_it_down_on_the_pages, &crate::migrations(), |db: Db| {
    let world = world(db);
    let (mio, other) = (world.person("center", "みお"), world.person("center", "れん"));
    let center = world.as_worker("center");
    let page = format!("/persons/{mio}/separations");
    assert!(center.get(&format!("/persons/{mio}")).body.contains(&page), "the person's page leads there");
    let by_name = send(&center, &page, &page, &[("other", "れん"), ("basis", "violence")]);
    let again = by_name.assert_status(422).body.clone();
    assert!(again.contains("下に出た人から選ぶか") && again.contains(&other.to_string()), "{again}");
    let chosen = [("other", "れん"), ("chosen", &*other.to_string()), ("basis", "violence"), ("until", "")];
    let set = follow(&center, &send(&center, &page, &page, &chosen));
    assert!(set.body.contains(">れん</h3>") && set.body.contains("解くまで"), "{}", set.body);
    let end =
        set.body.split('"').find(|part| part.ends_with("/end") && part.contains("separations")).unwrap().to_owned();
    assert!(center.get(&end).assert_status(200).body.contains("本人に聞きましたか"));
    let ended = follow(&center, &send(&center, &end, &end, &[]));
    assert!(ended.body.contains("設定した分離保護はありません"), "{}", ended.body);
    center.get(&end).assert_status(404);
});

both_engines!(the_privacy_officer_needs_numbers_and_is_shown_nobody, &crate::migrations(), |db: Db| {
    let world = world(db);
    let (mio, ren) = two(&world);
    let officer = world.as_worker("privacy");
    officer.get(&format!("/persons/{mio}/separations")).assert_status(403);
    let form = "/separations/by-number";
    let fields = |person: PersonId| {
        vec![("person", person.to_string()), ("other", ren.to_string()), ("basis", "violence".to_owned())]
    };
    let try_with = |person: PersonId| {
        let fields = fields(person);
        let fields: Vec<_> = fields.iter().map(|(k, v)| (*k, v.as_str())).collect();
        send(&officer, form, form, &fields)
    };
    let blank = |reply: &Reply, person: PersonId| {
        let body = reply.assert_status(422).body.replace(&person.to_string(), "-");
        let once = reply.once().unwrap_or_default();
        body.replace(once, "-")
    };
    let nobody = PersonId::from_raw(9);
    let elsewhere = world.person("clinic", "ぜん");
    assert_eq!(
        blank(&try_with(nobody), nobody),
        blank(&try_with(elsewhere), elsewhere),
        "another agency's looks like none"
    );

    let made = follow(&officer, &try_with(mio));
    assert!(!made.body.contains("みお") && !made.body.contains("れん"), "{}", made.body);
    let number = made.body.split("<strong>").nth(1).and_then(|rest| rest.split('<').next()).unwrap().to_owned();
    assert!(!reads(&world, "darc", mio).contains("駅前の寮にいる"));
    let ending = "/separations/by-number/end";
    let wrong = send(&officer, ending, ending, &[("number", "0000000000009")]).assert_status(422).body.clone();
    assert!(wrong.contains("この番号の分離保護はないか"), "{wrong}");
    follow(&officer, &send(&officer, ending, ending, &[("number", &number)]));
    assert!(reads(&world, "darc", mio).contains("駅前の寮にいる"));
    send(&officer, ending, ending, &[("number", &number)]).assert_status(422);
    world.clock.advance_minutes(1);
    let trail = at(&world, "privacy").get("/api/v1/audit").body.clone();
    assert!(trail.contains("separation.set") && trail.contains("separation.end"), "{trail}");
    world.as_worker("center").get(form).assert_status(403);
});
