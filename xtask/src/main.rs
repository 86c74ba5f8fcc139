//! The project's own checks, and the one command that tests everything.
//!
//! ```text
//! cargo xtask test [step …]        all steps, or those named (see `cargo xtask help`)
//! cargo xtask prove [step …]       the long form of what is proved (docs/proof.md)
//! cargo xtask check                the project's own checks only
//! cargo xtask lock-migrations      writes migrations.lock
//! ```
#![expect(clippy::print_stdout, reason = "what it prints is what it is for")]
#![expect(
    clippy::disallowed_methods,
    reason = "it runs programs for a developer: their environment and their clock are its input"
)]

mod checks;
mod report;
mod rust;
mod suite;
mod tree;

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use tree::Tree;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let root = root();
    let done = match words.as_slice() {
        ["test", steps @ ..] => suite::run(&root, suite::STEPS, steps),
        ["prove", steps @ ..] => suite::run(&root, suite::prove::STEPS, steps),
        ["check"] => check(&root),
        ["lock-migrations"] => lock_migrations(&root, false),
        ["lock-migrations", "--unreleased"] => lock_migrations(&root, true),
        _ => {
            println!("{}", usage());
            return if matches!(words.as_slice(), [] | ["help" | "--help"]) {
                ExitCode::SUCCESS
            } else {
                ExitCode::from(2)
            };
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            println!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn usage() -> String {
    let steps = |all: &[suite::Step]| {
        let lines: Vec<String> = all.iter().map(|step| format!("    {:<12} {}", step.name, step.about)).collect();
        lines.join("\n")
    };
    format!(
        "cargo xtask test [step …]                 everything, or these steps in this order:
{}

cargo xtask prove [step …]                the long form, for a quiet night:
{}

cargo xtask check                         the project's own checks only
cargo xtask lock-migrations               adds new migrations to migrations.lock
cargo xtask lock-migrations --unreleased  locks all anew, as long as nothing has been released",
        steps(suite::STEPS),
        steps(suite::prove::STEPS),
    )
}

/// The root of the repository: cargo says where this package lies.
fn root() -> PathBuf {
    let package = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from("xtask"), PathBuf::from);
    package.parent().map(Path::to_path_buf).filter(|p| !p.as_os_str().is_empty()).unwrap_or_else(|| PathBuf::from("."))
}

fn read(root: &Path) -> Result<Tree, String> {
    Tree::read(root).map_err(|e| format!("the repository at {} cannot be read: {e}", root.display()))
}

/// Runs the project's own checks and prints what they found.
fn check(root: &Path) -> Result<(), String> {
    let tree = read(root)?;
    let found = checks::all(&tree);
    for finding in &found {
        println!("{finding}");
    }
    let errors = checks::errors(&found);
    let told = format!(
        "{} checks on {} files: {errors} errors, {} warnings",
        checks::ALL.len(),
        tree.files.len(),
        found.len() - errors
    );
    if errors > 0 {
        return Err(told);
    }
    println!("{told}");
    Ok(())
}

fn lock_migrations(root: &Path, unreleased: bool) -> Result<(), String> {
    let text = checks::migrations::lock(&read(root)?, unreleased)?;
    let path = root.join(checks::migrations::LOCK);
    std::fs::write(&path, text).map_err(|e| format!("{} cannot be written: {e}", path.display()))
}
