//! Files that a program writes are as that program would write them.
//!
//! Snapshots (`*.snap`) are compared by the tests that own them, `Cargo.lock` by `--locked`, `migrations.lock` by its own
//! check. What is left is what a run may leave behind unseen.

use std::collections::BTreeSet;

use crate::report::Finding;
use crate::tree::Tree;

const NAME: &str = "generated";

/// Snapshots that wait for a review, and snapshots whose test is gone.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    let sources: BTreeSet<&str> = tree.with("rs").map(|file| file.path.as_str()).collect();
    for file in &tree.files {
        if file.path.ends_with(".snap.new") || file.path.ends_with(".pending-snap") {
            found.push(Finding::error(
                NAME,
                &file.path,
                0,
                "a snapshot waits: look at the difference, accept it or mend the code",
            ));
        }
        if !file.ends("snap") {
            continue;
        }
        // The snapshot's head names the source it was made from.
        let source = file.text.lines().find_map(|line| line.strip_prefix("source: "));
        // Where the target folder lies elsewhere, the path is told from there: its end is what counts.
        let stands = |source: &str| sources.iter().any(|path| source == *path || source.ends_with(&format!("/{path}")));
        if !source.is_some_and(|source| stands(source.trim().trim_matches('"'))) {
            let name = source.unwrap_or("nothing");
            found.push(Finding::error(NAME, &file.path, 0, format!("its test is gone: it was made from {name}")));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::told;

    #[test]
    fn waiting_and_orphaned_snapshots_are_errors() {
        let found = told(
            check,
            &[
                ("crates/a/src/t.rs", ""),
                ("crates/a/src/snapshots/a.snap", "---\nsource: crates/a/src/t.rs\n---\n"),
                ("crates/a/src/snapshots/b.snap", "---\nsource: crates/a/src/gone.rs\n---\n"),
                ("crates/a/src/snapshots/c.snap.new", ""),
            ],
        );
        assert_eq!(found.len(), 2, "{found:?}");
    }
}
