//! Arrows between crates: who may use whom (ARCHITECTURE, the house).

use crate::report::Finding;
use crate::tree::{File, Tree};

const NAME: &str = "arrows";

/// A crate and what of this house it may use. `db` and `people` pull nothing up; `care` and `network` do not know
/// each other; only the binary knows everything.
const ARROWS: &[(&str, &[&str])] = &[
    ("base", &[]),
    ("policy", &[]),
    ("ledger", &[]),
    ("figures", &[]),
    ("keys", &[]),
    ("seal", &[]),
    ("db", &["base", "seal"]),
    ("paper", &["base"]),
    ("web", &["base", "db", "policy"]),
    ("people", &["base", "db", "policy", "web", "ledger", "seal", "keys"]),
    ("public", &["base", "db", "policy", "web", "people"]),
    ("care", &["base", "db", "policy", "web", "people", "seal"]),
    ("network", &["base", "db", "policy", "web", "people"]),
    ("exchange", &["base", "db", "policy", "web", "people", "public", "paper", "care", "network"]),
    (
        "tsunagi",
        &["base", "db", "policy", "web", "ledger", "seal", "people", "public", "paper", "care", "network", "exchange"],
    ),
    (
        "journeys",
        &["base", "db", "policy", "web", "people", "public", "paper", "care", "network", "exchange", "tsunagi"],
    ),
    ("oracle", &["policy"]),
    ("xtask", &[]),
];

/// What only one crate may bring in, and why.
const RESERVED: &[(&str, &[&str], &str)] = &[
    ("axum", &["web", "tsunagi"], "a room is plain functions; the wire belongs to `web`"),
    ("rusqlite", &["db"], "`db` is the only place where an SQL engine is named"),
    ("postgres", &["db"], "`db` is the only place where an SQL engine is named"),
];

/// A dependency as a manifest names it.
#[derive(Debug, PartialEq, Eq)]
struct Dependency<'a> {
    name: &'a str,
    line: usize,
    dev: bool,
}

/// Every arrow that the design does not have, and dependencies that no source uses.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for file in tree.files.iter().filter(|f| f.name() == "Cargo.toml" && f.path != "Cargo.toml") {
        let Some(name) = package(&file.text) else { continue };
        let Some((_, allowed)) = ARROWS.iter().find(|(known, _)| *known == name) else {
            found.push(Finding::error(
                NAME,
                &file.path,
                0,
                format!("crate `{name}` has no place in the table of arrows"),
            ));
            continue;
        };
        for dependency in dependencies(&file.text) {
            found.extend(judge(file, name, allowed, &dependency));
            found.extend(unused(tree, file, &dependency));
        }
    }
    found
}

fn judge(file: &File, name: &str, allowed: &[&str], dependency: &Dependency<'_>) -> Option<Finding> {
    let to = dependency.name;
    let error = |why: String| Some(Finding::error(NAME, &file.path, dependency.line, why));
    let inside = ARROWS.iter().any(|(known, _)| *known == to);
    if inside && !allowed.contains(&to) {
        return error(format!("`{name}` must not use `{to}`"));
    }
    if name == "policy" && !dependency.dev {
        return error(format!("`policy` stands alone, but uses `{to}`"));
    }
    let (_, by, why) = RESERVED.iter().find(|(reserved, by, _)| *reserved == to && !by.contains(&name))?;
    error(format!("`{to}` is for {}: {why}", by.join(", ")))
}

/// A dependency whose name stands nowhere in the crate's sources costs everybody building time.
fn unused(tree: &Tree, manifest: &File, dependency: &Dependency<'_>) -> Option<Finding> {
    let folder = manifest.path.strip_suffix("Cargo.toml")?;
    let name = if dependency.name == "tsunagi" { "house".to_owned() } else { dependency.name.replace('-', "_") };
    let used = tree
        .with("rs")
        .filter(|f| f.path.starts_with(folder))
        .any(|f| f.rust.as_ref().is_some_and(|rust| rust.words(&name).next().is_some()));
    let message = format!("`{}` stands in no source of this crate", dependency.name);
    (!used).then(|| Finding::warning(NAME, &manifest.path, dependency.line, message))
}

/// The name in `[package]`.
fn package(manifest: &str) -> Option<&str> {
    let mut inside = false;
    manifest.lines().find_map(|line| {
        if line.starts_with('[') {
            inside = line.trim() == "[package]";
        }
        let (key, value) = line.split_once('=').filter(|_| inside)?;
        (key.trim() == "name").then(|| value.trim().trim_matches('"'))
    })
}

/// What a manifest's tables of dependencies name, in both spellings (`name = …` and `[dependencies.name]`).
fn dependencies(manifest: &str) -> Vec<Dependency<'_>> {
    let mut found = Vec::new();
    let mut table: Option<bool> = None;
    for (n, line) in manifest.lines().enumerate() {
        let trimmed = line.trim();
        if let Some(head) = trimmed.strip_prefix('[') {
            let head = head.trim_end_matches(']');
            table = None;
            for (kind, dev) in [("dev-dependencies", true), ("build-dependencies", false), ("dependencies", false)] {
                if head == kind || head.ends_with(&format!(".{kind}")) {
                    table = Some(dev);
                    break;
                }
                if let Some((_, name)) = head.split_once(&format!("{kind}.")) {
                    found.push(Dependency { name, line: n + 1, dev });
                    break;
                }
            }
        } else if let (Some(dev), Some((key, _))) = (table, trimmed.split_once('=')) {
            let name = key.trim().trim_end_matches(".workspace").trim();
            if !name.is_empty() && !name.starts_with('#') && !key.starts_with([' ', '\t']) {
                found.push(Dependency { name, line: n + 1, dev });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::told;

    fn manifest(name: &str, rest: &str) -> String {
        format!("[package]\nname = \"{name}\"\n\n{rest}\n")
    }

    #[test]
    fn an_arrow_up_or_across_is_an_error() {
        let text = manifest("care", "[dependencies]\nbase = { workspace = true }\nnetwork.workspace = true");
        let found = told(check, &[("crates/care/Cargo.toml", &text), ("crates/care/src/lib.rs", "use base::network;")]);
        assert_eq!(found, ["error[arrows] crates/care/Cargo.toml:6: `care` must not use `network`"]);
    }

    #[test]
    fn tests_follow_the_arrows_too() {
        let text = manifest(
            "db",
            "[dev-dependencies.people]\npath = \"../people\"\n\n[target.'cfg(unix)'.dependencies]\nweb = {}",
        );
        let found = told(check, &[("crates/db/Cargo.toml", &text), ("crates/db/src/lib.rs", "use {people, web};")]);
        assert_eq!(found.len(), 2, "{found:?}");
    }

    #[test]
    fn policy_stands_alone() {
        let text = manifest("policy", "[dependencies]\nserde = \"1\"\n[dev-dependencies]\nproptest = \"1\"");
        let found =
            told(check, &[("crates/policy/Cargo.toml", &text), ("crates/policy/src/lib.rs", "use {serde, proptest};")]);
        assert_eq!(found, ["error[arrows] crates/policy/Cargo.toml:5: `policy` stands alone, but uses `serde`"]);
    }

    #[test]
    fn the_wire_and_the_engines_are_reserved() {
        let text = manifest("people", "[dependencies]\naxum = {}\nrusqlite = {}");
        let found =
            told(check, &[("crates/people/Cargo.toml", &text), ("crates/people/src/lib.rs", "use {axum, rusqlite};")]);
        assert_eq!(found.len(), 2, "{found:?}");
    }

    #[test]
    fn an_unknown_crate_and_an_unused_one_are_told() {
        let text = manifest("attic", "");
        assert_eq!(told(check, &[("crates/attic/Cargo.toml", &text)]).len(), 1);
        let text = manifest("base", "[dependencies]\nserde-json = \"1\"");
        let found = told(check, &[("crates/base/Cargo.toml", &text), ("crates/base/src/lib.rs", "// serde_json")]);
        assert_eq!(found, ["warning[arrows] crates/base/Cargo.toml:5: `serde-json` stands in no source of this crate"]);
    }
}
