//! Role × endpoint, as a table that is reviewed: who is let in where, and what a stranger gets.

use std::fmt::Write;

use db::Engine;

use super::endpoints::{all, calls, send};
use super::world::build;
use web::Method;

/// Somebody of each role, and the public.
const WHO: &[&str] = &["", "hogo", "hostel", "coord", "privacy", "admin"];

/// Acts after which somebody is gone: tried last, so that the others are tried on a whole world.
fn ends_something(path: &str) -> bool {
    ["/sign-out", "/close", "/leave", "/end", "/roles", "/switch", "/me/agency", "/password"]
        .iter()
        .any(|end| path.ends_with(end))
}

#[test]
fn role_by_endpoint() {
    let mut endpoints = all();
    // Looking first: acts change what is there.
    endpoints.sort_by_key(|e| (ends_something(e.path), e.method, e.path));
    let columns: Vec<Vec<u16>> = WHO.iter().map(|login| column(&endpoints, login)).collect();
    let mut table = String::new();
    let heads: String =
        ["public", "hogo", "hostel", "coord", "privacy", "admin"].iter().fold(String::new(), |mut line, head| {
            let _ = write!(line, " {head:>7}");
            line
        });
    writeln!(table, "{:<62}{heads}", "").expect("a string takes text");
    for (row, endpoint) in endpoints.iter().enumerate() {
        let verb = if endpoint.method == Method::Get { "GET " } else { "POST" };
        write!(table, "{:<62}", format!("{verb} {}", endpoint.path)).expect("a string takes text");
        for column in &columns {
            write!(table, " {:>7}", column[row]).expect("a string takes text");
        }
        table.push('\n');
    }
    insta::assert_snapshot!("role_by_endpoint", table);
}

/// What somebody gets at each endpoint, one after the other in a world of their own.
fn column(endpoints: &[web::Endpoint], login: &str) -> Vec<u16> {
    let fixture = build(Engine::Sqlite);
    let client = || if login.is_empty() { fixture.world.app.anonymous() } else { fixture.world.as_worker(login) };
    endpoints
        .iter()
        .map(|endpoint| {
            let call = calls(endpoint, &fixture.ids).into_iter().next().expect("every endpoint can be called");
            let (status, _, body) = send(&client(), &call);
            assert!(status < 500, "{login} {}: {body}", call.path);
            status
        })
        .collect()
}
