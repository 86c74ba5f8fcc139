//! Accounts: a forgotten password, open sessions, and what becomes of a worker's persons when the worker goes.

use db::Db;
use db::testing::both_engines;
use serde_json::json;
use web::testing::{Client, Reply};

use crate::journeys::{follow, send, world};
use crate::testing::{PASSWORD, World};

const NEW: &str = "correct horse battery";

fn worker_page(world: &World, login: &str, act: &str) -> String {
    let (worker, agency, _) = world.workers[login];
    format!("/agencies/{agency}/workers/{worker}/{act}")
}

/// The code that stands on a page, once.
fn code_of(page: &Reply) -> String {
    let codes: Vec<_> = page.body.split("<code>").skip(1).filter_map(|rest| rest.split('<').next()).collect();
    codes.into_iter().find_map(base::read_code).expect("a code is shown")
}

fn use_code(client: &Client, login: &str, code: &str, new: &str) -> Reply {
    client.post("/start", &[("login", login), ("code", code), ("new", new), ("again", new)])
}

fn signs_in(world: &World, login: &str, password: &str) -> bool {
    world.app.anonymous().post("/sign-in", &[("login", login), ("password", password)]).status == 303
}

/// What the privacy officer of the centre reads.
fn trail(world: &World) -> String {
    world.clock.advance_minutes(1);
    world.as_worker("privacy").as_program().get("/api/v1/audit").assert_status(200).body.clone()
}

both_engines!(a_forgotten_password_is_set_anew_with_a_code_of_the_administrator, &crate::migrations(), |db: Db| {
    let world = world(db);
    let page = worker_page(&world, "center", "start");
    let given = send(&world.as_worker("admin"), &page, &page, &[]);
    assert!(given.assert_status(200).body.contains("もう見られません"), "{}", given.body);
    let code = code_of(&given);
    assert!(signs_in(&world, "center", PASSWORD), "until the code is used the old password works");
    let open = world.as_worker("center");

    let anybody = world.app.anonymous();
    let short = use_code(&anybody, "center", &code, "short");
    assert!(short.assert_status(422).body.contains("13文字以上"), "{}", short.body);
    let other = use_code(&anybody, "darc", &code, NEW);
    assert!(other.assert_status(200).body.contains("再開コードが違う"), "it is nobody else's");
    assert!(!other.body.contains(NEW), "the password does not come back");

    use_code(&anybody, "Center", &code.to_lowercase().replace('-', ""), NEW).assert_status(303);
    open.get("/account").assert_status(401);
    assert!(!signs_in(&world, "center", PASSWORD) && signs_in(&world, "center", NEW));
    assert_eq!(use_code(&anybody, "center", &code, "another horse battery").assert_status(200).status, 200);
    assert!(signs_in(&world, "center", NEW), "a code is used once");
    let trail = trail(&world);
    for act in ["worker.start", "password.start"] {
        assert!(trail.contains(act), "{act} in {trail}");
    }
    assert!(!trail.contains(&code), "the trail never holds a secret");
});

both_engines!(a_password_that_everybody_tries_first_is_refused, &crate::migrations(), |db: Db| {
    let world = world(db);
    let center = world.as_worker("center");
    // Its own login, its agency, its region, and what everybody uses; each is long enough.
    let easy = [
        "my-Center-password",
        "みなとこころの相談センター",
        "みなと県みなと市20261120",
        "Password20261120",
        "つなぎつなぎつなぎつなぎ1",
    ];
    for new in easy {
        let page = center.post("/password", &[("old", PASSWORD), ("new", new), ("again", new)]);
        let body = &page.assert_status(422).body;
        assert!(body.contains("推測されやすい") || body.contains("利用者IDを含まない"), "{new}: {body}");
    }
    let (_, agency, _) = world.workers["admin"];
    let admin = world.as_worker("admin").as_program();
    let opened = |password: &str| {
        let new = json!({ "login": "second", "name": "水野 二郎", "password": password, "roles": ["worker"] });
        admin.post_json(&format!("/api/v1/agencies/{agency}/workers"), &new)
    };
    for new in ["水野二郎水野二郎水野二郎2026", "みなとこころの相談センター2026"] {
        let refused = opened(new);
        let told = refused.assert_status(422).json()["fields"][0]["code"].clone();
        assert_eq!(told, "agency-password-easy", "{}", refused.body);
    }
    opened(NEW).assert_status(200);
    assert!(signs_in(&world, "center", PASSWORD), "the old password still holds");
});

both_engines!(a_start_code_is_given_by_whoever_has_just_shown_who_they_are, &crate::migrations(), |db: Db| {
    let world = world(db);
    let admin = world.as_worker("admin");
    world.clock.advance_minutes(6);
    let page = worker_page(&world, "center", "start");
    let asked = send(&admin, &page, &page, &[]);
    let body = &asked.assert_status(403).body;
    assert!(body.contains("action=\"/step-up\"") && !body.contains("<code>"), "{body}");
    let right = admin.post("/step-up", &[("password", PASSWORD), ("kept-path", &page)]);
    let admin = world.app.with_session(right.assert_status(200).cookie("tsunagi").expect("a new token"));
    code_of(&send(&admin, &page, &page, &[]));
});

both_engines!(a_code_is_over_after_a_day_and_when_the_next_is_given, &crate::migrations(), |db: Db| {
    let world = world(db);
    let give = || {
        let (worker, agency, _) = world.workers["center"];
        let path = format!("/api/v1/agencies/{agency}/workers/{worker}/start");
        let given = world.as_worker("admin").as_program().post_json(&path, &json!({}));
        given.assert_status(200).json()["code"].as_str().unwrap_or_default().to_owned()
    };
    let start = |code: &str| {
        let body = json!({ "login": "center", "code": code, "new": NEW, "again": NEW });
        world.app.anonymous().as_program().post_json("/api/v1/start", &body).status
    };
    let first = give();
    let second = give();
    assert_eq!(start(&first), 422);
    world.clock.advance_minutes(24 * 60);
    assert_eq!(start(&second), 422);
    let third = give();
    assert_eq!(start(&third), 200);
    assert!(signs_in(&world, "center", NEW));
});

both_engines!(codes_cannot_be_tried_without_end, &crate::migrations(), |db: Db| {
    let world = world(db);
    let anybody = world.app.anonymous();
    for _ in 0..10 {
        use_code(&anybody, "center", "0000-0000-0000-0000", NEW).assert_status(200);
    }
    use_code(&anybody, "center", "0000-0000-0000-0000", NEW).assert_status(429);
});

both_engines!(only_the_agency_that_opened_an_account_decides_about_it, &crate::migrations(), |db: Db| {
    let world = world(db);
    let (admin, center) = (world.as_worker("admin"), world.agency("center"));
    let own = worker_page(&world, "admin", "start");
    assert!(send(&admin, &own, &own, &[]).assert_status(409).body.contains("自分のパスワード"));
    admin.post(&worker_page(&world, "darc", "start"), &[]).assert_status(403);

    // Letting somebody sit in must not open what they see elsewhere.
    let members = format!("/agencies/{center}/members");
    send(&admin, &members, &members, &[("login", "darc"), ("roles", "worker")]).assert_status(303);
    for act in ["start", "close"] {
        let page = format!("/agencies/{center}/workers/{}/{act}", world.workers["darc"].0);
        let refused = send(&admin, &page, &page, &[]);
        assert!(refused.assert_status(409).body.contains("別の機関が作った"), "{}", refused.body);
    }
    assert!(signs_in(&world, "darc", PASSWORD));
    world.as_worker("center").get(&worker_page(&world, "center", "start")).assert_status(403);
});

both_engines!(workers_see_and_end_their_own_sessions, &crate::migrations(), |db: Db| {
    let world = world(db);
    let (here, there, third) = (world.as_worker("center"), world.as_worker("center"), world.as_worker("center"));
    let stranger = world.as_worker("darc");
    let listed = here.clone().as_program().get("/api/v1/me/sessions").json();
    let sessions = listed["items"].as_array().expect("a list").clone();
    assert_eq!(sessions.len(), 3);
    assert_eq!(sessions.iter().filter(|s| s["current"] == true).count(), 1);
    let other = sessions.iter().find(|s| s["current"] == false).expect("another")["id"].as_str().expect("an id");
    stranger.post(&format!("/sessions/{other}/end"), &[]).assert_status(404);
    let page = here.get("/account");
    assert!(page.body.contains(&format!("/sessions/{other}/end")), "{}", page.body);
    here.post(&format!("/sessions/{other}/end"), &[]).assert_status(303);
    let open = |client: &Client| client.get("/account").status == 200;
    assert_eq!([&there, &third].iter().filter(|client| open(client)).count(), 1);
    world.clock.advance_minutes(6);
    assert!(here.post("/sessions/end", &[]).assert_status(403).body.contains("action=\"/step-up\""));
    let shown = here.post("/step-up", &[("password", PASSWORD)]);
    let here = world.app.with_session(shown.assert_status(303).cookie("tsunagi").expect("a new token"));
    here.post("/sessions/end", &[]).assert_status(303);
    assert!(open(&here) && !open(&there) && !open(&third) && open(&stranger));
});

both_engines!(signing_in_where_somebody_is_signed_in_ends_that_session, &crate::migrations(), |db: Db| {
    let world = world(db);
    let (before, elsewhere) = (world.as_worker("center"), world.as_worker("center"));
    let open = |client: &Client| client.get("/account").status == 200;
    before.post("/sign-in", &[("login", "center"), ("password", "wrong on purpose")]).assert_status(200);
    assert!(open(&before), "a wrong password ends nothing");
    let again = before.post("/sign-in", &[("login", "darc"), ("password", PASSWORD)]);
    let now = world.app.with_session(again.assert_status(303).cookie("tsunagi").expect("a new session"));
    assert!(open(&now) && open(&elsewhere) && !open(&before));
});

both_engines!(a_program_changes_its_password_and_tries_count, &crate::migrations(), |db: Db| {
    let world = world(db);
    let center = world.as_worker("center").as_program();
    let change =
        |old: &str| center.post_json("/api/v1/me/password", &json!({ "old": old, "new": NEW, "again": NEW })).status;
    for _ in 0..9 {
        assert_eq!(change("ちがう"), 422);
    }
    assert_eq!(change(PASSWORD), 200);
    assert!(signs_in(&world, "center", NEW));
    let center = world.as_worker("center").as_program();
    for _ in 0..10 {
        let wrong = json!({ "old": "ちがう", "new": NEW, "again": NEW });
        center.post_json("/api/v1/me/password", &wrong).assert_status(422);
    }
    center.post_json("/api/v1/me/password", &json!({})).assert_status(429);
});

both_engines!(an_account_is_closed_in_one_act_and_nothing_of_it_opens_any_more, &crate::migrations(), |db: Db| {
    let world = world(db);
    let (admin, darc, center) = (world.as_worker("admin"), world.agency("darc"), world.workers["center"].0);
    let roles = policy::Roles::of(&[policy::Role::Worker]);
    let sits = move |cx: &mut web::Cx<'_>| crate::agency::sit_in(cx, darc, "center", roles).map(drop);
    world.app.app.act(web::Who::System, sits).expect("a second seat");

    let start = worker_page(&world, "center", "start");
    let code = code_of(&send(&admin, &start, &start, &[]));
    let (one, two) = (world.as_worker("center"), world.as_worker("center").as_program());
    two.post_json("/api/v1/me/agency", &json!({ "agency": darc })).assert_status(200);
    let close = worker_page(&world, "center", "close");
    assert!(admin.get(&close).body.contains("リンク"), "what ends is said before");
    send(&admin, &close, &close, &[]).assert_status(303);

    one.get("/account").assert_status(401);
    two.get("/api/v1/me").assert_status(401);
    assert!(!signs_in(&world, "center", PASSWORD));
    use_code(&world.app.anonymous(), "center", &code, NEW).assert_status(200);
    assert!(!signs_in(&world, "center", NEW), "the start code is over too");
    for agency in [world.agency("center"), darc] {
        let members = move |cx: &mut web::Cx<'_>| crate::agency::members(cx, agency);
        let left = world.app.app.act(web::Who::System, members).expect("members");
        assert!(left.iter().all(|member| member.worker != center), "no seat is left anywhere");
    }
});

both_engines!(who_looks_after_a_person_is_chosen_on_a_page, &crate::migrations(), |db: Db| {
    let world = world(db);
    let person = world.person("center", "みお");
    let center = world.as_worker("center");
    let page = format!("/persons/{person}/assign");
    assert!(center.get(&format!("/persons/{person}")).body.contains(&page));
    let worker = world.workers["center"].0.to_string();
    let nobody = send(&center, &page, &page, &[]);
    nobody.assert_status(422);
    let elsewhere = world.workers["darc"].0.to_string();
    send(&center, &page, &page, &[("worker", &elsewhere)]).assert_status(422);
    let shown = follow(&center, &send(&center, &page, &page, &[("worker", &worker)]));
    assert!(shown.body.contains("担当：center の職員"), "{}", shown.body);
    assert_eq!(center.as_program().get(&format!("/api/v1/persons/{person}")).json()["worker"], worker);
    world.as_worker("darc").get(&page).assert_status(404);
});

both_engines!(the_persons_of_a_worker_who_goes_are_handed_on, &crate::migrations(), |db: Db| {
    let world = world(db);
    let (admin, agency) = (world.as_worker("admin"), world.agency("center"));
    let new = json!({ "login": "second", "name": "二人目", "password": NEW, "roles": ["worker"] });
    let made = admin.clone().as_program().post_json(&format!("/api/v1/agencies/{agency}/workers"), &new).json();
    let second = made["id"].as_str().expect("an id").to_owned();
    let going = world.workers["center"].0.to_string();
    for name in ["みお", "りく"] {
        let person = world.person("center", name);
        let assign = format!("/api/v1/persons/{person}/assign");
        world.as_worker("center").as_program().post_json(&assign, &json!({ "worker": going })).assert_status(200);
    }
    let close = worker_page(&world, "center", "close");
    let asked = admin.get(&close);
    assert!(asked.body.contains("2人") && !asked.body.contains("みお"), "a number and no name: {}", asked.body);
    let open = world.as_worker("center");
    send(&admin, &close, &close, &[]).assert_status(303);
    open.get("/persons").assert_status(401);

    let signed = world.app.anonymous().post("/sign-in", &[("login", "second"), ("password", NEW)]);
    let colleague = world.app.with_session(signed.cookie("tsunagi").expect("a session"));
    let list = colleague.get("/persons");
    let hands = format!("/persons/of/{going}");
    assert!(list.body.contains(&hands) && list.body.contains("2人の引き継ぎ"), "{}", list.body);
    assert!(colleague.get(&hands).body.contains("みお"));
    world.as_worker("darc").get(&hands).assert_status(404);
    follow(&colleague, &send(&colleague, &hands, &hands, &[("worker", &second)]));
    assert!(!colleague.get("/persons").body.contains(&hands));
    let program = colleague.as_program();
    let held = program.get(&format!("/api/v1/persons/of/{second}")).json();
    assert_eq!(held["items"].as_array().map(Vec::len), Some(2));
    let back = json!({ "worker": going });
    program.post_json(&format!("/api/v1/persons/of/{second}"), &back).assert_status(422);
});

both_engines!(the_privacy_officer_ends_a_consent_by_its_number_and_sees_nobody, &crate::migrations(), |db: Db| {
    let world = world(db);
    let person = world.person("center", "みお");
    let grant = world.consent("center", person, "darc", &["health"], false).to_string();
    let page = format!("/persons/{person}");
    let paper = world.as_worker("center").get(&format!("{page}/consents/{grant}/paper"));
    assert!(paper.assert_status(200).body.contains(&grant), "the number stands on the sheet");
    let officer = world.as_worker("privacy");
    for closed in [format!("{page}/consents/{grant}/revoke"), format!("{page}/refusals/new"), page.clone()] {
        officer.get(&closed).assert_status(403);
    }

    let form = "/consents/by-number";
    let never = send(&officer, form, form, &[("number", "0000000000009")]).assert_status(422).body.clone();
    assert!(never.contains("この番号の同意はないか"), "{never}");
    let elsewhere = world.person("hogo", "りく");
    let theirs = world.consent("hogo", elsewhere, "clinic", &[], false).to_string();
    send(&officer, form, form, &[("number", &theirs)]).assert_status(422);
    world.as_worker("clinic").get(&format!("/persons/{elsewhere}")).assert_status(200);

    let darc = world.as_worker("darc");
    darc.get(&page).assert_status(200);
    let done = follow(&officer, &send(&officer, form, form, &[("number", &grant.to_uppercase())]));
    assert!(!done.body.contains("みお") && !done.body.contains("みなとリカバリーハウス"), "{}", done.body);
    darc.get(&page).assert_status(404);
    send(&officer, form, form, &[("number", &grant)]).assert_status(422);
    let by_program = officer.clone().as_program().post_json("/api/v1/consents/revoke", &json!({ "number": theirs }));
    by_program.assert_status(422);
    assert!(trail(&world).contains("consent.revoke"));
    world.as_worker("center").get(form).assert_status(403);
});
