//! Who is let in where, as two tables that are reviewed: role × endpoint, and for everything that is about a person
//! relation × endpoint. Both are made from the list that makes the router; what neither lets anybody into is told too,
//! for a table of refusals only would prove nothing.

use std::collections::BTreeSet;
use std::fmt::Write;

use db::Engine;

use super::endpoints::{all, calls, names, send};
use super::world::{Fixture, build};
use web::{Endpoint, Method};

/// Somebody of each role, and the public.
const ROLES: &[(&str, &str)] = &[
    ("public", ""),
    ("hogo", "hogo"),
    ("hostel", "hostel"),
    ("coord", "coord"),
    ("privacy", "privacy"),
    ("admin", "admin"),
];

/// How a worker's agency stands to the person whom the address is about, and a worker of such an agency. All of them
/// have the same roles.
const RELATIONS: &[(&str, &str)] = &[
    ("own", "hogo"),
    // Existence and health; and a hand-over was sent to them.
    ("granted", "center"),
    // Existence and contact; and it works with somebody from whom the person is kept apart.
    ("walled", "darc"),
    ("refused", "clinic"),
    ("unknown", "hostel"),
];

/// Parts of an address that lead to something about a person.
const ABOUT: &[&str] = &["person", "referral", "leg", "link", "request", "question", "grant", "refusal", "separation"];

/// What nobody of the tables gets into, and why; to be read when it changes.
const UNCOVERED: &[(&str, &str)] = &[
    ("POST /agencies/{agency}/workers/{worker}/roles", "asks once more who somebody is"),
    ("POST /api/v1/agencies/{agency}/workers/{worker}/close", "the account of a worker of another agency"),
    ("POST /api/v1/agencies/{agency}/workers/{worker}/roles", "asks once more who somebody is"),
    ("POST /api/v1/sessions", "is the door: the password in the trial is wrong"),
    ("POST /audit/emergencies/{glass}/delay", "the program before it has reviewed it"),
    ("POST /audit/emergencies/{glass}/review", "the program before it has reviewed it"),
    ("POST /emergency/{glass}/end", "the program before it has ended it"),
    ("POST /persons/{person}/separations/{separation}/end", "the program before it has ended it"),
    ("POST /requests/{request}", "the program before it has answered it"),
    ("POST /sessions/{session}/end", "the program before it has ended it"),
];

/// Acts after which somebody is gone: tried last, so that the others are tried on a whole world.
fn ends_something(path: &str) -> bool {
    ["/sign-out", "/close", "/leave", "/end", "/roles", "/switch", "/me/agency", "/password", "/remove"]
        .iter()
        .any(|end| path.ends_with(end))
}

/// Looking first: acts change what is there.
fn sorted() -> Vec<Endpoint> {
    let mut endpoints = all();
    endpoints.sort_by_key(|e| (ends_something(e.path), e.method, e.path));
    endpoints
}

fn is_about_a_person(endpoint: &Endpoint) -> bool {
    names(endpoint.path).any(|name| ABOUT.contains(&name))
}

#[test]
fn role_by_endpoint() {
    let endpoints = sorted();
    insta::assert_snapshot!("role_by_endpoint", table(&endpoints, ROLES));
}

#[test]
fn relation_by_endpoint() {
    let endpoints: Vec<_> = sorted().into_iter().filter(is_about_a_person).collect();
    assert!(endpoints.len() > 60, "only {} endpoints are about a person", endpoints.len());
    insta::assert_snapshot!("relation_by_endpoint", table(&endpoints, RELATIONS));
}

/// At every endpoint somebody gets past the door: what neither table lets anybody into would be tested by nothing. That
/// it is too early or too late for an act, or that a field is wrong, is said behind the door.
#[test]
fn somebody_is_let_in_everywhere() {
    let endpoints = sorted();
    let mut shut: BTreeSet<String> = endpoints.iter().map(title).collect();
    let who: BTreeSet<&str> = ROLES.iter().chain(RELATIONS).map(|(_, login)| *login).collect();
    for login in who {
        let fixture = build(Engine::Sqlite);
        for endpoint in &endpoints {
            if !shut.contains(&title(endpoint)) {
                continue;
            }
            let mut calls = calls(endpoint, &fixture.ids).into_iter();
            if calls.any(|call| !matches!(send(&client(&fixture, login), &call).0, 401 | 403 | 404)) {
                shut.remove(&title(endpoint));
            }
        }
    }
    let uncovered: Vec<_> = shut.iter().map(String::as_str).collect();
    let known: Vec<_> = UNCOVERED.iter().map(|(title, _)| *title).collect();
    assert_eq!(uncovered, known, "nobody of the tables is let in there");
}

/// What is not in the list is nowhere: another method at a known address does nothing, whoever asks.
#[test]
fn what_nobody_declared_does_not_answer() {
    let endpoints = all();
    let fixture = build(Engine::Sqlite);
    let declared: BTreeSet<(Method, &str)> = endpoints.iter().map(|e| (e.method, e.path)).collect();
    let paths: BTreeSet<&str> = endpoints.iter().map(|e| e.path).collect();
    let mut tried = 0;
    for (_, login) in ROLES {
        let client = client(&fixture, login);
        for path in &paths {
            let filled = names(path)
                .fold((*path).to_owned(), |filled, name| filled.replace(&format!("{{{name}}}"), &fixture.ids[name][0]));
            let mut methods = vec!["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"];
            methods.extend((!declared.contains(&(Method::Get, path))).then_some("GET"));
            methods.extend((!declared.contains(&(Method::Post, path))).then_some("POST"));
            for method in methods {
                let reply = client.ask(method, &filled);
                assert!(matches!(reply.status, 404 | 405), "{login} {method} {path}: {}", reply.status);
                assert!(!reply.body.contains("あんな"), "{login} {method} {path} tells a name");
                tried += 1;
            }
        }
    }
    assert!(tried > 1_000, "only {tried} calls were tried");
}

/// The description that programs read, and the list, are the same.
#[test]
fn the_description_names_what_is_there_and_nothing_else() {
    let fixture = build(Engine::Sqlite);
    let described = fixture.world.app.anonymous().get("/api/v1/openapi.json").assert_status(200).json();
    let mut there = BTreeSet::new();
    for (path, methods) in described["paths"].as_object().expect("paths") {
        for method in methods.as_object().expect("methods").keys() {
            there.insert((method.to_uppercase(), path.clone()));
        }
    }
    let declared = all().iter().filter(|e| e.doc.is_some()).map(|e| (verb(e).to_owned(), e.path.to_owned())).collect();
    assert_eq!(there, declared);
}

fn verb(endpoint: &Endpoint) -> &'static str {
    if endpoint.method == Method::Get { "GET" } else { "POST" }
}

fn title(endpoint: &Endpoint) -> String {
    format!("{:<4} {}", verb(endpoint), endpoint.path)
}

fn table(endpoints: &[Endpoint], who: &[(&str, &str)]) -> String {
    let columns: Vec<Vec<u16>> = who.iter().map(|(_, login)| column(endpoints, login)).collect();
    let heads: String = who.iter().fold(String::new(), |mut line, (head, _)| {
        let _ = write!(line, " {head:>7}");
        line
    });
    let mut table = format!("{:<62}{heads}\n", "");
    for (row, endpoint) in endpoints.iter().enumerate() {
        let _ = write!(table, "{:<62}", title(endpoint));
        for column in &columns {
            let _ = write!(table, " {:>7}", column[row]);
        }
        table.push('\n');
    }
    table
}

fn client(fixture: &Fixture, login: &str) -> web::testing::Client {
    if login.is_empty() { fixture.world.app.anonymous() } else { fixture.world.as_worker(login) }
}

/// What somebody gets at each endpoint, one after the other in a world of their own.
fn column(endpoints: &[Endpoint], login: &str) -> Vec<u16> {
    let fixture = build(Engine::Sqlite);
    // hostel is the stranger of this table: its look in an emergency is over.
    fixture.sql("UPDATE break_glass SET until_at = from_at", &[]);
    endpoints
        .iter()
        .map(|endpoint| {
            let call = calls(endpoint, &fixture.ids).into_iter().next().expect("every endpoint can be called");
            let (status, _, body) = send(&client(&fixture, login), &call);
            assert!(status < 500, "{login} {}: {body}", call.path);
            status
        })
        .collect()
}
