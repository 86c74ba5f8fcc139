//! Passkeys, as people use them and as others might.

use db::Db;
use db::testing::both_engines;
use keys::device::Device;
use web::testing::{Client, Reply};

use crate::journeys::world;
use crate::testing::World;

/// Where the test region is, for a browser.
const ORIGIN: &str = "http://localhost:8080";

fn device(seed: u8) -> Device {
    Device::new(seed, ORIGIN, "localhost")
}

/// What stands in an attribute of a page, as the browser reads it.
fn attribute(page: &Reply, before: &str) -> String {
    let at = page.body.find(before).unwrap_or_else(|| panic!("{before} in {}", page.body)) + before.len();
    let raw = page.body[at..].split('"').next().unwrap_or_default();
    raw.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

fn options(page: &Reply) -> String {
    attribute(page, "data-options=\"")
}

fn ticket(page: &Reply) -> String {
    attribute(page, "name=\"ticket\" value=\"")
}

/// Adds a passkey to the worker's account.
fn add(client: &Client, device: &Device) -> Reply {
    let page = client.get("/account/passkeys");
    page.assert_status(200);
    let answer = device.make(&options(&page));
    client.post("/account/passkeys", &[("ticket", &ticket(&page)), ("name", "仕事の電話"), ("answer", &answer)])
}

/// A browser on the page that asks for a passkey, with the cookie it was given.
fn ask(world: &World, fields: &[(&str, &str)]) -> (Client, Reply) {
    let anybody = world.app.anonymous();
    let page = anybody.post("/sign-in/passkey", fields);
    let browser = page.assert_status(200).cookie("browser").expect("the browser gets a cookie").to_owned();
    (anybody.with_cookie("browser", &browser), page)
}

fn sign_in(world: &World, device: &Device, fields: &[(&str, &str)]) -> Reply {
    let (browser, page) = ask(world, fields);
    let (ticket, answer) = (ticket(&page), device.show(&options(&page)));
    let sent = [&[("ticket", &*ticket), ("answer", &*answer)], fields].concat();
    browser.post("/sign-in/passkey/answer", &sent)
}

fn is_in(world: &World, reply: &Reply, name: &str) -> bool {
    let Some(token) = reply.cookie("tsunagi") else { return false };
    world.app.with_session(token).get("/account").assert_status(200).body.contains(name)
}

both_engines!(a_passkey_is_added_used_and_removed, &crate::migrations(), |db: Db| {
    let world = world(db);
    let hogo = world.as_worker("hogo");
    add(&hogo, &device(3)).assert_status(303);
    let account = hogo.get("/account").body;
    assert!(account.contains("仕事の電話") && account.contains("まだ使っていません"), "{account}");
    for fields in [&[][..], &[("login", "hogo")]] {
        let reply = sign_in(&world, &device(3), fields);
        assert!(is_in(&world, &reply, "hogo の職員"), "{}", reply.body);
    }
    let account = hogo.get("/account").body;
    assert!(!account.contains("まだ使っていません"), "{account}");
    let id = hogo.clone().as_program().get("/api/v1/me/passkeys").json()["items"][0]["id"].as_str().map(str::to_owned);
    let path = format!("/account/passkeys/{}/remove", id.expect("an id"));
    world.as_worker("darc").post(&path, &[]).assert_status(404);
    hogo.post(&path, &[]).assert_status(303);
    let gone = sign_in(&world, &device(3), &[]);
    assert!(gone.assert_status(200).body.contains("このパスキーでは確かめられませんでした"), "{}", gone.body);
});

both_engines!(an_answer_holds_once_for_the_browser_that_was_asked, &crate::migrations(), |db: Db| {
    let world = world(db);
    add(&world.as_worker("hogo"), &device(3)).assert_status(303);
    let (browser, page) = ask(&world, &[]);
    let (ticket, answer) = (ticket(&page), device(3).show(&options(&page)));
    let sent = [("ticket", &*ticket), ("answer", &*answer)];
    let other = world.app.anonymous().post("/sign-in/passkey/answer", &sent);
    assert!(other.assert_status(200).cookie("tsunagi").is_none(), "another browser");
    let late = browser.post("/sign-in/passkey/answer", &sent);
    assert!(late.assert_status(200).cookie("tsunagi").is_none(), "the question is gone after the first answer");

    let (browser, page) = ask(&world, &[]);
    let sent_at_once = [("ticket", &*self::ticket(&page)), ("answer", &*device(3).show(&options(&page)))];
    assert!(browser.post("/sign-in/passkey/answer", &sent_at_once).cookie("tsunagi").is_some());
    assert!(browser.post("/sign-in/passkey/answer", &sent_at_once).cookie("tsunagi").is_none(), "used once");

    let (browser, page) = ask(&world, &[]);
    let sent = [("ticket", &*self::ticket(&page)), ("answer", &*device(3).show(&options(&page)))];
    world.clock.advance_minutes(5);
    assert!(browser.post("/sign-in/passkey/answer", &sent).cookie("tsunagi").is_none(), "five minutes");
});

both_engines!(a_device_that_lies_opens_nothing, &crate::migrations(), |db: Db| {
    let world = world(db);
    add(&world.as_worker("hogo"), &device(3)).assert_status(303);
    let lies = [
        Device { origin: "https://tsunagi.example".to_owned(), ..device(3) },
        Device { site: "tsunagi.example".to_owned(), ..device(3) },
        Device { verified: false, ..device(3) },
        Device { key: device(9).key, ..device(3) },
        device(4),
    ];
    for lie in &lies {
        assert!(sign_in(&world, lie, &[]).assert_status(200).cookie("tsunagi").is_none());
    }
    assert!(sign_in(&world, &Device { counter: 9, ..device(3) }, &[]).cookie("tsunagi").is_some());
    assert!(sign_in(&world, &Device { counter: 2, ..device(3) }, &[]).cookie("tsunagi").is_some(), "told, not refused");
});

both_engines!(whoever_leaves_takes_no_passkey_along, &crate::migrations(), |db: Db| {
    let world = world(db);
    add(&world.as_worker("center"), &device(3)).assert_status(303);
    assert!(is_in(&world, &sign_in(&world, &device(3), &[]), "center の職員"));
    let (worker, agency, _) = world.workers["center"];
    let close = move |cx: &mut web::Cx<'_>| crate::agency::close_worker(cx, agency, worker);
    world.app.app.act(web::Who::System, close).expect("the account is closed");
    assert!(sign_in(&world, &device(3), &[]).cookie("tsunagi").is_none());
    let left = world.app.app.act(web::Who::System, move |cx| crate::auth::passkey::has_any(cx, worker));
    assert!(!left.expect("asked"), "not even the public key stays");
});

both_engines!(a_login_without_a_passkey_looks_like_one_with, &crate::migrations(), |db: Db| {
    let world = world(db);
    add(&world.as_worker("hogo"), &device(3)).assert_status(303);
    let asked = |login: &str| -> serde_json::Value {
        serde_json::from_str(&options(&ask(&world, &[("login", login)]).1)).expect("JSON")
    };
    let ids = |login: &str| asked(login)["allowCredentials"].as_array().map(Vec::len);
    assert_eq!((ids("hogo"), ids("darc"), ids("nobody at all")), (Some(1), Some(1), Some(1)));
    assert_eq!(asked("nobody at all")["allowCredentials"], asked("nobody at all")["allowCredentials"]);
    assert_ne!(asked("darc")["allowCredentials"], asked("nobody at all")["allowCredentials"]);
});

both_engines!(a_passkey_is_a_way_to_step_up, &crate::migrations(), |db: Db| {
    let world = world(db);
    let hogo = world.as_worker("hogo");
    assert!(!hogo.get("/step-up").body.contains("/step-up/passkey"), "only for those who have one");
    add(&hogo, &device(3)).assert_status(303);
    add(&world.as_worker("darc"), &device(4)).assert_status(303);
    world.clock.advance_minutes(6);
    assert!(hogo.get("/account/passkeys").assert_status(403).body.contains("formaction=\"/step-up/passkey\""));
    let prove = |device: &Device| {
        let page = hogo.post("/step-up/passkey", &[("to", "/account/passkeys")]);
        let answer = device.show(&options(page.assert_status(200)));
        let sent = [("ticket", &*ticket(&page)), ("answer", &*answer), ("to", "/account/passkeys")];
        hogo.post("/step-up/passkey/answer", &sent)
    };
    assert!(prove(&device(4)).assert_status(200).cookie("tsunagi").is_none(), "somebody else's");
    let right = prove(&device(3));
    assert_eq!(right.assert_status(303).location(), "/account/passkeys");
    let token = right.cookie("tsunagi").expect("a new token");
    world.app.with_session(token).get("/account/passkeys").assert_status(200);
    hogo.get("/account").assert_status(401);
});

both_engines!(nobody_keeps_a_passkey_who_starts_anew_or_has_left, &crate::migrations(), |db: Db| {
    let world = world(db);
    let (worker, agency, _) = world.workers["center"];
    add(&world.as_worker("center"), &device(3)).assert_status(303);
    let twice = add(&world.as_worker("darc"), &device(3));
    assert!(twice.assert_status(200).body.contains("もう登録されています"), "one key belongs to one worker");
    let path = format!("/api/v1/agencies/{agency}/workers/{worker}/start");
    let given = world.as_worker("admin").as_program().post_json(&path, &serde_json::json!({}));
    let code = given.assert_status(200).json()["code"].as_str().unwrap_or_default().to_owned();
    let new = "the quay at dusk was grey";
    let body = [("login", "center"), ("code", &*code), ("new", new), ("again", new)];
    world.app.anonymous().post("/start", &body).assert_status(303);
    assert!(sign_in(&world, &device(3), &[]).cookie("tsunagi").is_none(), "a new start begins anew");
    add(&world.as_worker("center"), &device(3)).assert_status(303);
    assert!(sign_in(&world, &device(3), &[]).cookie("tsunagi").is_some());
    let path = format!("/agencies/{agency}/workers/{worker}/close");
    world.as_worker("admin").post(&path, &[]).assert_status(303);
    assert!(sign_in(&world, &device(3), &[]).cookie("tsunagi").is_none(), "a closed account");
});
