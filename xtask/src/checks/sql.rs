//! Whose table is it: SQL stands in stores, and a room's SQL names its own tables only.
//!
//! Which tables there are, and whose, is read from `CREATE TABLE` in the migration files. A room may publish a piece
//! of SQL as a macro (`people::allowed_sql!`); another room then uses the macro and never the name of the table.

use std::collections::{BTreeMap, BTreeSet};

use crate::report::Finding;
use crate::rust::is_word;
use crate::tree::{File, Tree};

const NAME: &str = "sql";

/// Crates that are divided into rooms, a folder or file each.
const WINGS: &[&str] = &["people", "care", "network", "exchange"];

/// Measures the engines with tables filled by the hundred thousand, for which the acts would take hours.
const MEASURES: &str = "crates/cli/src/bench/";

/// Every SQL text that is out of place or names a table of somebody else.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let owners = owners(tree);
    let mut found = Vec::new();
    for file in tree.with("sql").filter(|f| f.path.starts_with("crates/")) {
        found.extend(foreign(file, 0, &file.text, &owners));
    }
    for (file, rust) in tree.sources().filter(|(file, _)| !file.path.starts_with(MEASURES)) {
        for literal in rust.literals.iter().filter(|literal| !file.tests_at(literal.at)) {
            found.extend(foreign(file, literal.at, &literal.value, &owners));
            let own: BTreeSet<&str> =
                tables(&literal.value).into_iter().filter(|table| owners.contains_key(*table)).collect();
            if !own.is_empty() && !is_store(&file.path) && !rust.in_macro(literal.at) {
                let names: Vec<&str> = own.into_iter().collect();
                let message = format!("SQL about {} outside a store", names.join(", "));
                found.push(Finding::error(NAME, &file.path, file.line(literal.at), message));
            }
        }
    }
    found
}

/// Tables and the room that made each.
fn owners(tree: &Tree) -> BTreeMap<String, String> {
    let mut owners = BTreeMap::new();
    let mut note = |file: &File, text: &str| {
        for (verb, table) in named(text) {
            if verb == "TABLE" {
                owners.entry(table.to_owned()).or_insert_with(|| room(&file.path));
            }
        }
    };
    for file in tree.with("sql").filter(|f| f.path.starts_with("crates/")) {
        note(file, &file.text);
    }
    for (file, rust) in tree.sources() {
        for literal in rust.literals.iter().filter(|literal| !file.tests_at(literal.at)) {
            note(file, &literal.value);
        }
    }
    owners
}

fn foreign(file: &File, at: usize, text: &str, owners: &BTreeMap<String, String>) -> Vec<Finding> {
    let here = room(&file.path);
    let tables: BTreeSet<&str> = tables(text).into_iter().collect();
    tables
        .into_iter()
        .filter_map(|table| owners.get(table).filter(|owner| **owner != here).map(|owner| (table, owner)))
        .map(|(table, owner)| {
            let message =
                format!("names the table `{table}` of {owner}; ask that room, or use a piece of SQL it publishes");
            Finding::error(NAME, &file.path, file.line(at), message)
        })
        .collect()
}

/// The room a file belongs to: `people::agency`; outside the wings the crate.
fn room(path: &str) -> String {
    let rest = path.strip_prefix("crates/").unwrap_or(path);
    let (krate, inside) = rest.split_once("/src/").unwrap_or((rest, ""));
    let first = inside.split('/').next().unwrap_or_default().trim_end_matches(".rs");
    if WINGS.contains(&krate) { format!("{krate}::{first}") } else { krate.to_owned() }
}

/// Whether SQL may stand here: a room's `store.rs`, `store_x.rs` or `store/`, and all of `db`.
fn is_store(path: &str) -> bool {
    path.starts_with("crates/db/")
        || path.split('/').any(|part| part == "store" || part == "store.rs" || part.starts_with("store_"))
}

fn tables(sql: &str) -> Vec<&str> {
    named(sql).into_iter().map(|(_, table)| table).collect()
}

/// Tables that a text names, each with the word before it. Only capital keywords count, so prose is no SQL.
fn named(sql: &str) -> Vec<(&str, &str)> {
    let parts = parts(sql);
    let mut found = Vec::new();
    for (i, verb) in parts.iter().enumerate() {
        if !["FROM", "JOIN", "INTO", "UPDATE", "TABLE", "REFERENCES"].contains(verb) {
            continue;
        }
        let mut rest =
            parts[i + 1..].iter().skip_while(|part| ["IF", "NOT", "EXISTS", "ONLY"].contains(*part)).peekable();
        while let Some(table) = rest.next().filter(|part| part.starts_with(is_word)) {
            found.push((*verb, *table));
            // `FROM a x, b AS y`: step over the other name, go on behind a comma.
            while rest.next_if(|part| part.starts_with(is_word) && !is_keyword(part)).is_some() {}
            if *verb != "FROM" || rest.next_if(|part| **part == ",").is_none() {
                break;
            }
        }
    }
    found
}

fn is_keyword(part: &str) -> bool {
    part != "AS" && part.len() > 1 && part.chars().all(|c| c.is_ascii_uppercase())
}

/// Names and single signs, remarks left out.
fn parts(sql: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    for line in sql.lines() {
        let mut line = line.split("--").next().unwrap_or_default();
        while let Some(c) = line.chars().next() {
            let end = if is_word(c) { line.find(|c| !is_word(c)).unwrap_or(line.len()) } else { c.len_utf8() };
            if !c.is_whitespace() {
                parts.push(&line[..end]);
            }
            line = &line[end..];
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::told;

    const AGENCY: (&str, &str) =
        ("crates/people/src/agency/migration.sql", "-- FROM nobody\nCREATE TABLE agency (id BIGINT);");
    const LEG: (&str, &str) = ("crates/care/src/referral/migration.sql", "CREATE TABLE IF NOT EXISTS leg (id BIGINT);");

    #[test]
    fn tables_in_a_text() {
        assert_eq!(
            tables("SELECT 1 FROM a x, b AS y, (SELECT 2 FROM c) z JOIN d ON true WHERE e.f = 1"),
            ["a", "b", "c", "d"]
        );
        assert_eq!(tables("INSERT INTO a (x) VALUES (1)"), ["a"]);
        assert_eq!(tables("UPDATE a SET x = 1"), ["a"]);
        assert_eq!(tables("DELETE FROM a WHERE x"), ["a"]);
        assert_eq!(tables("a word from agency to agency"), Vec::<&str>::new());
    }

    #[test]
    fn a_store_names_its_own_tables_only() {
        let text = "fn f() { tx.all(\"SELECT 1 FROM leg JOIN agency ON true\") }";
        let found = told(check, &[AGENCY, LEG, ("crates/care/src/referral/store/legs.rs", text)]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains("legs.rs:1: names the table `agency` of people::agency"), "{found:?}");
    }

    #[test]
    fn sql_stands_in_stores_or_published_pieces() {
        let loose = "const A: &str = \"SELECT 1 FROM leg\";";
        let piece = "macro_rules! live { () => { \"EXISTS (SELECT 1 FROM leg)\" } }";
        let test = "#[cfg(test)]\nmod tests { const A: &str = \"DELETE FROM agency\"; }";
        let found = told(
            check,
            &[
                AGENCY,
                LEG,
                ("crates/care/src/referral/acts.rs", loose),
                ("crates/care/src/referral/mod.rs", piece),
                ("crates/care/src/referral/rules.rs", test),
                ("crates/cli/src/doctor.rs", "const A: &str = \"SELECT 1 FROM outbox\";"),
            ],
        );
        assert_eq!(found, ["error[sql] crates/care/src/referral/acts.rs:1: SQL about leg outside a store"]);
    }

    #[test]
    fn a_migration_leans_on_no_other_room() {
        let text = "CREATE TABLE step (leg BIGINT REFERENCES leg (id), at BIGINT REFERENCES agency (id));";
        let found = told(check, &[AGENCY, LEG, ("crates/care/src/referral/migration_2.sql", text)]);
        assert_eq!(found.len(), 1, "{found:?}");
    }
}
