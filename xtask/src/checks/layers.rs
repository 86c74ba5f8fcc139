//! Layers inside a room: rules and models know no database, nothing but `web` and the binary knows the wire.

use crate::report::Finding;
use crate::rust::Rust;
use crate::tree::{File, Tree};

const NAME: &str = "layers";

/// Crates that may name axum.
const WIRE: &[&str] = &["web", "cli"];

/// Every name that is out of place.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for (file, rust) in tree.sources() {
        let krate = file.krate().unwrap_or_default();
        if !WIRE.contains(&krate) {
            found.extend(paths(file, rust, "axum", "the wire belongs to `web`; a room is plain functions"));
        }
        if krate != "db" {
            for engine in ["rusqlite", "postgres"] {
                found.extend(paths(file, rust, engine, "`db` is the only place where an SQL engine is named"));
            }
        }
        if is_pure(&file.path) {
            found.extend(paths(file, rust, "db", "rules and models decide on values; the store reads them"));
        }
    }
    found
}

/// Whether a file holds rules or types of a room, which must be testable without anything around them.
fn is_pure(path: &str) -> bool {
    let Some((_, inside)) = path.split_once("/src/") else { return false };
    let in_room = ["people", "public", "care", "network", "exchange"]
        .iter()
        .any(|wing| path.starts_with(&format!("crates/{wing}/")));
    in_room && inside.split('/').any(|part| part.starts_with("rules") || part.starts_with("model"))
}

/// Places outside tests where `name` begins a path (`name::`) or is imported.
fn paths(file: &File, rust: &Rust, name: &str, why: &str) -> Vec<Finding> {
    rust.words(name)
        .filter(|at| !file.tests_at(*at))
        .filter(|at| {
            let (before, after) = (rust.code[..*at].trim_end(), rust.code[at + name.len()..].trim_start());
            // `crate::postgres::…` is a module of one's own.
            !before.ends_with("::") && (after.starts_with("::") || (after.starts_with(';') && before.ends_with("use")))
        })
        .map(|at| Finding::error(NAME, &file.path, file.line(at), format!("names `{name}`: {why}")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::told;

    #[test]
    fn the_wire_stays_in_web() {
        let wrong = "use axum::Router;\n#[cfg(test)]\nmod tests { use axum::Json; }";
        assert_eq!(
            told(check, &[("crates/care/src/lib.rs", wrong), ("crates/web/src/lib.rs", wrong)]),
            [
                "error[layers] crates/care/src/lib.rs:1: names `axum`: the wire belongs to `web`; a room is plain functions"
            ]
        );
    }

    #[test]
    fn rules_and_models_know_no_database() {
        let wrong = "fn f(tx: &mut db::Tx) {}";
        let found = told(
            check,
            &[
                ("crates/care/src/referral/rules.rs", wrong),
                ("crates/care/src/referral/rules/machine.rs", wrong),
                ("crates/people/src/agency/model.rs", wrong),
                ("crates/people/src/agency/store.rs", wrong),
                ("crates/people/src/agency/rules/tests.rs", wrong),
            ],
        );
        assert_eq!(found.len(), 3, "{found:?}");
    }

    #[test]
    fn engines_are_named_in_db_only() {
        let wrong = "use postgres::Client; fn f() { crate::postgres::go(); }";
        let found = told(check, &[("crates/cli/src/backup.rs", wrong), ("crates/db/src/lib.rs", wrong)]);
        assert_eq!(found.len(), 1, "{found:?}");
    }
}
