//! A migration never changes once it has landed: databases out there have run it.
//!
//! `migrations.lock` holds a checksum of each. `cargo xtask lock-migrations` adds new ones and refuses changed ones.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::report::Finding;
use crate::tree::Tree;

const NAME: &str = "migrations";

/// The file of checksums, at the root of the repository.
pub const LOCK: &str = "migrations.lock";

const HEAD: &str = "# Checksums of the migrations that have landed; written by `cargo xtask lock-migrations`.\n\
                    # A line here never changes: a database somewhere may have run that text.\n";

/// A migration in the source.
#[derive(Debug, PartialEq, Eq)]
struct Found {
    path: String,
    line: usize,
    checksum: String,
}

/// Migrations that were changed, taken away, or not yet locked.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let (here, mut found) = in_source(tree);
    let locked = locked(tree);
    for (id, checksum) in &locked {
        match here.get(id) {
            None => found.push(Finding::error(NAME, LOCK, 0, format!("`{id}` has landed but is gone from the source"))),
            Some(now) if now.checksum != *checksum => {
                let message = format!(
                    "`{id}` was changed after it had landed: take the change back and write a further migration"
                );
                found.push(Finding::error(NAME, &now.path, now.line, message));
            }
            Some(_) => {}
        }
    }
    for (id, now) in here.iter().filter(|(id, _)| !locked.contains_key(*id)) {
        let message = format!("`{id}` is not locked yet: run `cargo xtask lock-migrations` and commit {LOCK}");
        found.push(Finding::error(NAME, &now.path, now.line, message));
    }
    found
}

/// The lock file as it should be. Refuses a changed migration unless `unreleased`: as long as no database outside
/// development has run any, all may be locked anew.
pub fn lock(tree: &Tree, unreleased: bool) -> Result<String, String> {
    let (here, found) = in_source(tree);
    if let Some(problem) = found.first() {
        return Err(problem.to_string());
    }
    let mut lock = if unreleased { BTreeMap::new() } else { locked(tree) };
    for (id, now) in here {
        let kept = lock.entry(id.clone()).or_insert_with(|| now.checksum.clone());
        if *kept != now.checksum {
            return Err(format!(
                "`{id}` ({}:{}) has landed with another text. Write a further migration. If nothing has been released \
                 yet: cargo xtask lock-migrations --unreleased",
                now.path, now.line
            ));
        }
    }
    let mut text = HEAD.to_owned();
    for (id, checksum) in lock {
        let _ = writeln!(text, "{id} {checksum}");
    }
    Ok(text)
}

fn locked(tree: &Tree) -> BTreeMap<String, String> {
    let text = tree.get(LOCK).map_or("", |file| file.text.as_str());
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(' ').map(|(id, checksum)| (id.to_owned(), checksum.to_owned())))
        .collect()
}

/// Migrations by id: `Migration { id: "…", sql: include_str!("…") }` or with the text in place.
fn in_source(tree: &Tree) -> (BTreeMap<String, Found>, Vec<Finding>) {
    let (mut here, mut found) = (BTreeMap::new(), Vec::new());
    for (file, rust) in tree.sources().filter(|(file, _)| !file.is_test()) {
        for at in rust.words("Migration").filter(|at| !rust.in_tests(*at)) {
            let rest = rust.code[at + "Migration".len()..].trim_start();
            if !rest.strip_prefix('{').is_some_and(|inside| inside.trim_start().starts_with("id:")) {
                continue;
            }
            let mut literals = rust.literals.iter().filter(|literal| literal.at > at);
            let (Some(id), Some(sql)) = (literals.next(), literals.next()) else { continue };
            let included = rust.code[..sql.at].trim_end().ends_with("include_str!(");
            let line = file.line(at);
            let text = if included {
                let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
                tree.get(&format!("{folder}/{}", sql.value)).map(|file| file.text.clone())
            } else {
                Some(sql.value.clone())
            };
            let Some(text) = text else {
                found.push(Finding::error(NAME, &file.path, line, format!("cannot find {}", sql.value)));
                continue;
            };
            let now = Found { path: file.path.clone(), line, checksum: checksum(&text) };
            if let Some(twice) = here.insert(id.value.clone(), now) {
                let message = format!("`{}` stands in {} too", id.value, twice.path);
                found.push(Finding::error(NAME, &file.path, line, message));
            }
        }
    }
    (here, found)
}

/// FNV-1a, 64 bits: the same as `db` keeps in `schema_migration`.
fn checksum(text: &str) -> String {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    format!("{:016x}", text.bytes().fold(0xcbf2_9ce4_8422_2325, step))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::told;

    const SOURCE: (&str, &str) = (
        "crates/care/src/leg/mod.rs",
        "const M: &[Migration] = &[Migration { id: \"leg-1\", sql: include_str!(\"migration.sql\") }, \
         Migration { id: \"leg-2\", sql: \"ALTER TABLE leg\" }]; struct Migration { id: u8 }",
    );
    const FIRST: (&str, &str) = ("crates/care/src/leg/migration.sql", "CREATE TABLE leg ();");

    fn lock_of(files: &[(&str, &str)]) -> String {
        lock(&Tree::of(files), false).expect("nothing was changed")
    }

    #[test]
    fn what_is_locked_is_quiet() {
        let text = lock_of(&[SOURCE, FIRST]);
        assert_eq!(text.lines().count(), 4, "{text}");
        assert_eq!(told(check, &[SOURCE, FIRST, (LOCK, &text)]), Vec::<String>::new());
    }

    #[test]
    fn a_changed_migration_is_an_error_and_cannot_be_locked() {
        let text = lock_of(&[SOURCE, FIRST]);
        let changed =
            [SOURCE, ("crates/care/src/leg/migration.sql", "CREATE TABLE leg (a TEXT);"), (LOCK, text.as_str())];
        let found = told(check, &changed);
        assert!(found.len() == 1 && found[0].contains("`leg-1` was changed after it had landed"), "{found:?}");
        assert!(lock(&Tree::of(&changed), false).is_err());
        assert!(lock(&Tree::of(&changed), true).is_ok());
    }

    #[test]
    fn a_new_one_and_a_lost_one_are_errors() {
        let found = told(check, &[SOURCE, FIRST, (LOCK, "arm-1 0000\n")]);
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(found[0].contains("`arm-1` has landed but is gone"), "{found:?}");
    }

    #[test]
    fn the_checksum_is_fnv_1a() {
        assert_eq!(checksum("foobar"), "85944171f73967e8");
    }
}
