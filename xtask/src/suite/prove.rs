//! What takes too long for every change: `cargo xtask prove`. What each step shows is told in `docs/proof.md`.

use std::path::Path;
use std::process::Command;

use super::tools::Tool;
use super::{Run, Step, oracle, output, succeeds};

/// All proofs, in order.
pub const STEPS: &[Step] = &[
    Step {
        name: "oracle",
        about: "Cedar agrees with policy on 2,000,000 random worlds",
        needs: &[],
        run: oracle::long,
    },
    Step {
        name: "symbolic",
        about: "a solver proves the rules for all worlds, and finds every seeded bug",
        needs: &[Tool::Venv],
        run: oracle::symbolic,
    },
    Step {
        name: "worlds",
        about: "every world with one grant and with two, asked everything",
        needs: &[],
        run: worlds,
    },
    Step { name: "mutants", about: "every change to policy is noticed by its tests", needs: &[], run: mutants },
];

/// The tool that makes the mutants.
const MUTANTS: &str = "27.1.0";

fn worlds(run: &mut Run) -> Result<(), String> {
    run.tested(&["test", "--locked", "--release", "--package", "policy", "--test", "proof", "--", "--ignored"])
}

fn mutants(run: &mut Run) -> Result<(), String> {
    let target = std::path::absolute(run.target()).map_err(|e| e.to_string())?;
    let home = target.join(format!("cargo-mutants-{MUTANTS}"));
    let program = home.join("bin/cargo-mutants");
    if !succeeds(Command::new(&program).args(["mutants", "--version"])) {
        install(&home)?;
    }
    let mut command = run.cargo(&["mutants", "--package", "policy", "--colors", "never", "--no-times"]);
    let path = std::env::var("PATH").unwrap_or_default();
    // The tool builds copies of the tree; they must not meet in one folder with what is built here.
    command.env("PATH", format!("{}:{path}", home.join("bin").display())).env_remove("CARGO_TARGET_DIR");
    command.args(["--profile", "mutants", "--output"]).arg(target.join("tmp"));
    let status = output::follow(command, |line| println!("{line}"))?;
    if status.success() {
        Ok(())
    } else {
        Err("a mutant survived, or its tests could not be run; see above".to_owned())
    }
}

fn install(home: &Path) -> Result<(), String> {
    println!("installing cargo-mutants {MUTANTS} into {}", home.display());
    let version = format!("={MUTANTS}");
    let mut command = Command::new("cargo");
    command.args(["install", "cargo-mutants", "--locked", "--version", &version, "--root"]).arg(home);
    // It is built beside the product, whose folder may be in use.
    command.env_remove("CARGO_TARGET_DIR");
    let status = command.status().map_err(|e| format!("cargo cannot be started: {e}"))?;
    if status.success() { Ok(()) } else { Err(format!("cargo-mutants {MUTANTS} could not be installed")) }
}
