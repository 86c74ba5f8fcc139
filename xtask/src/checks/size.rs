//! Small enough to hold in the head: a file past 500 lines wants a second room, a function fits a screen.

use crate::report::{Finding, Level};
use crate::rust::line_of;
use crate::tree::{File, Tree};

const NAME: &str = "size";

/// Where a warning begins and where an error does, in lines.
struct Limit {
    what: &'static str,
    warns: usize,
    fails: usize,
}

const FILE: Limit = Limit { what: "file", warns: 500, fails: 600 };
const TEST_FILE: Limit = Limit { what: "file with tests", warns: 800, fails: 900 };
const FUNCTION: Limit = Limit { what: "function", warns: 80, fails: 120 };
const OTHER: Limit = Limit { what: "file", warns: 800, fails: 1200 };

impl Limit {
    fn judge(&self, path: &str, line: usize, name: &str, lines: usize) -> Option<Finding> {
        let message = format!("{}{name} of {lines} lines; {} is enough", self.what, self.warns);
        let warning = Finding::warning(NAME, path, line, message);
        match lines {
            n if n > self.fails => Some(Finding { level: Level::Error, ..warning }),
            n if n > self.warns => Some(warning),
            _ => None,
        }
    }
}

/// Files and functions that are too long.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for file in tree.files.iter().filter(|file| !tree.is_foreign(file)) {
        if file.rust.is_some() {
            found.extend(rust(file));
        } else if ["css", "js", "sql", "ftl"].iter().any(|kind| file.ends(kind)) {
            found.extend(OTHER.judge(&file.path, 0, "", file.text.lines().count()));
        }
    }
    found
}

fn rust(file: &File) -> Vec<Finding> {
    let Some(rust) = &file.rust else { return Vec::new() };
    let all = file.text.lines().count();
    let mut found = Vec::new();
    if file.is_test() {
        found.extend(TEST_FILE.judge(&file.path, 0, "", all));
    } else {
        let in_tests: usize = rust.tests.iter().map(|range| lines(&file.text, range.start, range.end)).sum();
        found.extend(FILE.judge(&file.path, 0, "", all.saturating_sub(in_tests)));
        found.extend(TEST_FILE.judge(&file.path, 0, "", all).filter(|_| in_tests > 0));
    }
    for (name, start, end) in rust.functions() {
        found.extend(FUNCTION.judge(
            &file.path,
            file.line(start),
            &format!(" `{name}`"),
            lines(&file.text, start, end),
        ));
    }
    found
}

fn lines(text: &str, start: usize, end: usize) -> usize {
    line_of(text, end) - line_of(text, start) + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::told;

    #[test]
    fn long_files_and_functions_are_told() {
        let long = |n: usize| "//\n".repeat(n);
        let function = |n: usize| format!("fn long() {{\n{}}}\n", "x();\n".repeat(n));
        let tests = format!("{}#[cfg(test)]\nmod tests {{\n{}}}\n", long(480), long(100));
        let found = told(
            check,
            &[
                ("crates/a/src/b.rs", &long(501)),
                ("crates/a/src/c.rs", &long(601)),
                ("crates/a/src/d.rs", &function(90)),
                ("crates/a/src/e.rs", &function(130)),
                ("crates/a/src/f.rs", &tests),
                ("crates/a/tests/g.rs", &long(700)),
            ],
        );
        assert_eq!(
            found,
            [
                "warning[size] crates/a/src/b.rs: file of 501 lines; 500 is enough",
                "error[size] crates/a/src/c.rs: file of 601 lines; 500 is enough",
                "warning[size] crates/a/src/d.rs:1: function `long` of 92 lines; 80 is enough",
                "error[size] crates/a/src/e.rs:1: function `long` of 132 lines; 80 is enough",
            ]
        );
    }
}
