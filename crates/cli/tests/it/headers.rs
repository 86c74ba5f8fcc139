//! What browsers are told with every answer of every endpoint, whatever it is.

use base::{OsRandom, SystemClock};
use db::Engine;
use people::testing::PASSWORD;
use web::testing::{Reply, TestApp};
use web::{App, Config, Settings};

use super::endpoints::{all, calls, send};
use super::world::{Fixture, build};

const CSP: &[&str] = &[
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
];

const ALWAYS: &[(&str, &str)] = &[
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), microphone=(), geolocation=()"),
];

/// What is told to a browser that is left.
const CLEARED: Option<&str> = Some("\"cache\", \"storage\"");

fn header<'a>(headers: &'a [(String, String)], name: &str) -> &'a str {
    headers.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
}

#[track_caller]
fn assert_guarded(what: &str, headers: &[(String, String)], kept: bool) {
    let csp: Vec<&str> = header(headers, "content-security-policy").split(';').map(str::trim).collect();
    for wanted in CSP {
        assert!(csp.contains(wanted), "{what} has no {wanted}: {csp:?}");
    }
    assert!(!csp.iter().any(|part| part.contains("unsafe") || part.contains('*')), "{what}: {csp:?}");
    for (name, value) in ALWAYS {
        assert_eq!(header(headers, name), *value, "{name} of {what}");
    }
    assert_eq!(header(headers, "cache-control") == "no-store", !kept, "{what}: {}", header(headers, "cache-control"));
    assert_eq!(header(headers, "access-control-allow-origin"), "", "{what} is for no other site");
}

#[track_caller]
fn guarded(what: &str, reply: &Reply, kept: bool) {
    assert_guarded(what, &reply.headers, kept);
}

#[test]
fn every_answer_of_every_endpoint_is_guarded() {
    let fixture = build(Engine::Sqlite);
    let mut looked = 0;
    for login in ["", "hogo", "admin"] {
        for endpoint in &all() {
            let client = if login.is_empty() { fixture.world.app.anonymous() } else { fixture.world.as_worker(login) };
            let call = calls(endpoint, &fixture.ids).into_iter().next().expect("every endpoint can be called");
            let (status, headers, _) = send(&client, &call);
            assert_guarded(&format!("{} {login} ({status})", call.path), &headers, false);
            looked += 1;
        }
    }
    assert!(looked > 100, "{looked}");
}

#[test]
fn what_belongs_to_no_endpoint_is_guarded_too() {
    let fixture = build(Engine::Sqlite);
    let anybody = fixture.world.app.anonymous();
    for path in ["/nowhere", "/assets/nothing", "/api/v1/openapi.json", "/persons/%00"] {
        guarded(path, &anybody.get(path), false);
    }
    guarded("style", &anybody.get("/assets/app.css"), true);
    guarded("a wrong method", &anybody.post("/about", &[]), false);
    guarded("too long", &anybody.post("/sign-in", &[("login", &"あ".repeat(2_000_000))]), false);
    let refused = fixture.world.as_worker("hogo").from_elsewhere().post("/sign-out", &[]);
    guarded("from elsewhere", refused.assert_status(403), false);
}

#[test]
fn another_site_acts_on_nothing() {
    let fixture = build(Engine::Sqlite);
    let mut tried = 0;
    for endpoint in all().iter().filter(|e| e.method == web::Method::Post && e.doc.is_none()) {
        let client = fixture.world.as_worker("hogo");
        let call = calls(endpoint, &fixture.ids).into_iter().next().expect("every endpoint can be called");
        let (status, ..) = send(&client.from_another_site(), &call);
        assert_eq!(status, 403, "{}", call.path);
        tried += 1;
    }
    assert!(tried > 50, "{tried}");
    // A link from elsewhere may lead here.
    fixture.world.as_worker("hogo").from_another_site().get("/home").assert_status(200);
}

/// The same region, reached through TLS.
fn secure(fixture: &Fixture) -> TestApp {
    let config = Config { base_url: "https://tsunagi.example.jp".to_owned(), ..Config::default() };
    let settings = Settings { config, hooks: house::hooks() };
    let words = people::testing::words_of(house::rooms());
    let db = fixture.world.app.app.db().clone();
    let app = App::new(db, Box::new(SystemClock), Box::new(OsRandom), words, settings);
    TestApp::new(app.clone(), web::router(&app, house::rooms()))
}

#[test]
fn with_tls_browsers_come_back_by_tls_alone() {
    let fixture = build(Engine::Sqlite);
    let app = secure(&fixture);
    for path in ["/", "/about", "/nowhere", "/assets/app.js", "/api/v1/me"] {
        let reply = app.anonymous().get(path);
        assert_eq!(reply.header("strict-transport-security"), Some("max-age=31536000; includeSubDomains"), "{path}");
        assert_eq!(fixture.world.app.anonymous().get(path).header("strict-transport-security"), None, "{path}");
    }
}

#[test]
fn with_tls_every_cookie_is_bound_to_this_host() {
    let fixture = build(Engine::Sqlite);
    let app = secure(&fixture);
    let anybody = app.anonymous();
    let signed_in = anybody.post("/sign-in", &[("login", "hogo"), ("password", PASSWORD)]);
    let token = signed_in.assert_status(303).cookie("__Host-tsunagi").expect("a session").to_owned();
    let hogo = app.anonymous().with_cookie("__Host-tsunagi", &token);
    hogo.get("/account").assert_status(200);
    // A name without the prefix could have been put there by a neighbour.
    app.anonymous().with_cookie("tsunagi", &token).get("/account").assert_status(401);
    let replies = [
        signed_in,
        anybody.post("/language", &[("lang", "en"), ("to", "/about")]),
        anybody.post("/sign-in/passkey", &[]),
        hogo.post("/sign-out", &[]),
        anybody.get("/away"),
    ];
    let mut seen = 0;
    for (_, line) in replies.iter().flat_map(|r| &r.headers).filter(|(name, _)| name == "set-cookie") {
        assert!(line.starts_with("__Host-") && !line.contains("Domain="), "{line}");
        for wanted in ["; Path=/", "; HttpOnly", "; SameSite=Lax", "; Secure"] {
            assert!(line.contains(wanted), "{wanted} in {line}");
        }
        seen += 1;
    }
    assert!(seen >= 5, "{seen}");
}

#[test]
fn leaving_takes_along_what_the_browser_has_kept() {
    let fixture = build(Engine::Sqlite);
    let out = fixture.world.as_worker("hogo").post("/sign-out", &[]);
    assert_eq!(out.assert_status(303).header("clear-site-data"), CLEARED);
    let away = fixture.world.as_worker("hogo").get("/away");
    assert_eq!(away.assert_status(200).header("clear-site-data"), CLEARED);
    assert_eq!(fixture.world.as_worker("hogo").get("/home").header("clear-site-data"), None);
}
