//! Nothing half-done is kept: what is to be done stands in an issue, not in the code.

use crate::report::Finding;
use crate::rust::whole_words;
use crate::tree::Tree;

const NAME: &str = "leftovers";

const MARKS: &[&str] = &["TODO", "FIXME", "XXX", "HACK"];
const CALLS: &[&str] = &["dbg!", "todo!", "unimplemented!"];
const KINDS: &[&str] = &["ftl", "toml", "sql", "css", "js", "md", "sh"];

/// Every note to oneself, and every call that only a draft makes.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for file in tree.files.iter().filter(|file| !tree.is_foreign(file)) {
        let mut note = |at: usize, what: &str| {
            found.push(Finding::error(NAME, &file.path, file.line(at), format!("{what} is left over")));
        };
        if let Some(rust) = &file.rust {
            // Strings may say the words: this very check has to.
            for (start, comment) in &rust.comments {
                for mark in MARKS {
                    whole_words(comment, mark).for_each(|at| note(start + at, mark));
                }
            }
            for call in CALLS {
                rust.code.match_indices(call).for_each(|(at, _)| note(at, call));
            }
        } else if KINDS.iter().any(|kind| file.ends(kind)) {
            for mark in MARKS {
                whole_words(&file.text, mark).for_each(|at| note(at, mark));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::told;

    #[test]
    fn notes_and_drafts_are_errors() {
        let rust = "// TODO: later\nfn f() { dbg!(1); let a = \"FIXME\"; }";
        let found = told(
            check,
            &[("crates/a/src/lib.rs", rust), ("docs/a.md", "x\nFIXME"), ("a/PROVENANCE", ""), ("a/b.js", "TODO")],
        );
        assert_eq!(
            found,
            [
                "error[leftovers] crates/a/src/lib.rs:1: TODO is left over",
                "error[leftovers] crates/a/src/lib.rs:2: dbg! is left over",
                "error[leftovers] docs/a.md:2: FIXME is left over",
            ]
        );
    }
}
