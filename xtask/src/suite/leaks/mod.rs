//! Leaks that are put in on purpose: `cargo xtask prove leaks`. A test that finds nothing is worth something only if it
//! would have found something.
//!
//! They are put into a copy of the tree, never into the product: a statement is changed on its way to the engine, or a
//! line of code. The copy is built once; one leak is let out at a time, by its name, and the tests named with it must
//! fail. With no leak let out the same tests must pass. Copy and build results lie in a folder of their own.

mod list;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Run, output};
use list::{CODE, Leak, SQL, SWITCH};

/// Says which leak is let out.
const NAME: &str = "TSUNAGI_LEAK";
/// What a copy prints when the leak that was let out was really reached.
const REACHED: &str = "a leak was reached";

/// Builds the copy and lets out every leak in turn.
pub fn run(run: &mut Run) -> Result<(), String> {
    // What is built there must never be taken for the product: cargo tells two trees apart by nothing but their times.
    let home = std::path::absolute(run.target().join("leaks")).map_err(|e| e.to_string())?;
    let copy = home.join("tree");
    copy_tree(run.root, &copy)?;
    for (path, change) in [("crates/base/src/lib.rs", SWITCH.0), ("crates/db/src/tx.rs", SWITCH.1)] {
        put_in(&copy.join(path), change)?;
    }
    for (leak, path, from, to) in CODE {
        put_in(&copy.join(path), (from, to)).map_err(|why| format!("{}: {why}", leak.name))?;
    }
    let leaks: Vec<&Leak> = SQL.iter().map(|(leak, ..)| leak).chain(CODE.iter().map(|(leak, ..)| leak)).collect();
    let mut tests: Vec<&str> = leaks.iter().map(|leak| leak.found_by).collect();
    tests.sort_unstable();
    tests.dedup();
    println!("nothing let out: {} tests must pass", tests.len());
    let (passed, text) = ask(run, &copy, None, &tests)?;
    if !passed {
        return Err(format!("the copy fails without any leak:\n{text}"));
    }
    let mut missed = Vec::new();
    for (n, leak) in leaks.iter().enumerate() {
        let (passed, text) = ask(run, &copy, Some(leak.name), &[leak.found_by])?;
        let word = match (text.contains(REACHED), passed) {
            (false, _) => "NOT REACHED: the leak no longer fits the product",
            (true, true) => "NOT FOUND",
            (true, false) => "found",
        };
        println!("{:>2}/{} {:<10} {:<52} {word} by {}", n + 1, leaks.len(), leak.name, leak.what, leak.found_by);
        run.tests.passed += usize::from(word == "found");
        if word != "found" {
            missed.push(leak.name);
        }
    }
    if missed.is_empty() { Ok(()) } else { Err(format!("leaks that nobody found: {}", missed.join(", "))) }
}

/// Whether these tests pass in the copy with this leak let out, and what they printed.
fn ask(run: &Run, copy: &Path, leak: Option<&str>, tests: &[&str]) -> Result<(bool, String), String> {
    let mut command = run.cargo(&["test", "--quiet", "--locked", "--package", "tsunagi", "--test", "it", "--"]);
    command
        .args(tests)
        .args(["--nocapture", "--skip", "postgres"])
        .current_dir(copy)
        .env(NAME, leak.unwrap_or_default());
    if let Some((_, from, to)) = SQL.iter().find(|(known, ..)| Some(known.name) == leak) {
        command.env("TSUNAGI_LEAK_FROM", from).env("TSUNAGI_LEAK_TO", to);
    }
    command.env("CARGO_TARGET_DIR", copy.with_file_name("target"));
    let mut text = String::new();
    let status = output::follow(command, |line| {
        text.push_str(line);
        text.push('\n');
    })?;
    if !text.contains("running ") {
        return Err(format!("the copy cannot be built or run:\n{text}"));
    }
    Ok((status.success(), text))
}

/// Puts a change into a file where exactly one place takes it.
fn put_in(path: &Path, (from, to): (&str, &str)) -> Result<(), String> {
    let text = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let changed = changed(&text, from, to).map_err(|why| format!("{}: {why}", path.display()))?;
    fs::write(path, changed).map_err(|e| format!("{}: {e}", path.display()))
}

fn changed(text: &str, from: &str, to: &str) -> Result<String, String> {
    match text.matches(from).count() {
        1 => Ok(text.replacen(from, to, 1)),
        n => Err(format!("`{from}` stands there {n} times, not once: the leak has to be written anew")),
    }
}

/// Copies what belongs to the repository; what stayed the same keeps its time, so that little is built anew.
fn copy_tree(root: &Path, copy: &Path) -> Result<(), String> {
    let listed = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root)
        .output()
        .map_err(|e| format!("git cannot be started: {e}"))?;
    for path in String::from_utf8_lossy(&listed.stdout).split('\0').filter(|path| !path.is_empty()) {
        let (from, to): (PathBuf, PathBuf) = (root.join(path), copy.join(path));
        let Ok(bytes) = fs::read(&from) else { continue };
        if fs::read(&to).is_ok_and(|there| there == bytes) {
            continue;
        }
        let folder = to.parent().unwrap_or(copy);
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&to, bytes))
            .map_err(|e| format!("{}: {e}", to.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_leak_in_the_code_still_fits() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let switch = [("crates/base/src/lib.rs", SWITCH.0), ("crates/db/src/tx.rs", SWITCH.1)];
        for (path, (from, to)) in CODE.iter().map(|(_, path, from, to)| (*path, (*from, *to))).chain(switch) {
            let text = fs::read_to_string(root.join(path)).unwrap_or_else(|e| panic!("{path}: {e}"));
            changed(&text, from, to).unwrap_or_else(|why| panic!("{path}: {why}"));
        }
    }

    #[test]
    fn names_are_told_apart_and_every_leak_leaks() {
        let mut names: Vec<&str> = SQL.iter().map(|(leak, ..)| leak.name).collect();
        names.extend(CODE.iter().map(|(leak, ..)| leak.name));
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
        assert!(all >= 12);
        assert!(SQL.iter().all(|(_, from, to)| from != to) && CODE.iter().all(|(_, _, from, to)| from != to));
    }
}
