//! Role × endpoint, as a table that is reviewed: who is let in where, and what a stranger gets.

use std::fmt::Write;

use db::Engine;

use super::endpoints::{all, calls, send};
use super::world::build;
use web::Method;

/// Somebody of each role, and the public.
const WHO: &[&str] = &["", "hogo", "hostel", "coord", "privacy", "admin"];

#[test]
fn role_by_endpoint() {
    let mut table = String::new();
    writeln!(table, "{:<58} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7}", "", "public", "hogo", "hostel", "coord", "privacy", "admin")
        .expect("a string takes text");
    let mut endpoints = all();
    endpoints.sort_by_key(|e| (e.path, e.method));
    // Looking first: acts may change what is there.
    for endpoint in &endpoints {
        let verb = if endpoint.method == Method::Get { "GET " } else { "POST" };
        let mut line = format!("{:<58}", format!("{verb} {}", endpoint.path));
        for login in WHO {
            let fixture = build(Engine::Sqlite);
            let client = if login.is_empty() { fixture.world.app.anonymous() } else { fixture.world.as_worker(login) };
            let call = calls(endpoint, &fixture.ids).into_iter().next().expect("every endpoint can be called");
            let (status, _, body) = send(&client, &call);
            assert!(status < 500, "{login} {}: {body}", call.path);
            write!(line, " {status:>7}").expect("a string takes text");
        }
        writeln!(table, "{line}").expect("a string takes text");
    }
    insta::assert_snapshot!("role_by_endpoint", table);
}
