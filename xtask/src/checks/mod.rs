//! The project's own checks: what the design promises and no compiler knows.
//!
//! Each is a plain function from the files to what it found, with a test that shows that it can fail.

mod arrows;
mod asvs;
mod generated;
mod layers;
mod leftovers;
mod markup;
pub mod migrations;
mod names;
mod respect;
mod size;
mod sql;
mod words;

use crate::report::{Finding, Level};
use crate::tree::Tree;

/// A check's name and what it does.
type Check = (&'static str, fn(&Tree) -> Vec<Finding>);

/// All of them, in the order in which they are told.
pub const ALL: &[Check] = &[
    ("arrows", arrows::check),
    ("layers", layers::check),
    ("sql", sql::check),
    ("migrations", migrations::check),
    ("words", words::check),
    ("respect", respect::check),
    ("markup", markup::check),
    ("names", names::check),
    ("leftovers", leftovers::check),
    ("size", size::check),
    ("generated", generated::check),
    ("asvs", asvs::check),
];

/// Runs every check, sorted by check and place.
pub fn all(tree: &Tree) -> Vec<Finding> {
    ALL.iter()
        .flat_map(|(_, check)| {
            let mut found = check(tree);
            found.sort_by(|a, b| (&a.path, a.line, &a.message).cmp(&(&b.path, b.line, &b.message)));
            found
        })
        .collect()
}

/// How many of these are errors.
pub fn errors(found: &[Finding]) -> usize {
    found.iter().filter(|f| f.level == Level::Error).count()
}

/// What a check finds in a made-up repository, as text.
#[cfg(test)]
fn told(check: fn(&Tree) -> Vec<Finding>, files: &[(&str, &str)]) -> Vec<String> {
    check(&Tree::of(files)).iter().map(ToString::to_string).collect()
}
