//! What takes too long for every change: `cargo xtask prove`. What each step shows is told in `docs/proof.md`.

use std::path::Path;
use std::process::Command;

use super::tools::Tool;
use super::{Run, Step, leaks, oracle, output, succeeds};

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
    Step { name: "canary", about: "everybody opens everything in a region full of canaries", needs: &[], run: canary },
    Step { name: "leaks", about: "leaks put in on purpose are found", needs: &[], run: leaks::run },
    Step { name: "mutants", about: "every change to policy is noticed by its tests", needs: &[], run: mutants },
];

/// The tool that makes the mutants.
const MUTANTS: &str = "27.1.0";

fn worlds(run: &mut Run) -> Result<(), String> {
    run.tested(&["test", "--locked", "--release", "--package", "policy", "--test", "proof", "--", "--ignored"])
}

fn canary(run: &mut Run) -> Result<(), String> {
    let arguments = ["test", "--locked", "--package", "tsunagi", "--test", "it", "--", "canary", "--nocapture"];
    // More addresses than any worker is led to.
    run.tested_with(&arguments, &[("CANARY_PAGES", "1000000")])
}

/// Left out for each mutant: what goes through hundreds of thousands of worlds. The other tests find every mutant.
const LONG: [&str; 6] =
    ["--skip", "one_grant::every_grant_against", "--skip", "two_grants::two_grants_add_up", "--skip", "cost::"];

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
    command.arg("--output").arg(target.join("tmp")).args(["--", "--test", "proof", "--"]).args(LONG);
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
    command.args(["install", "cargo-mutants", "--locked", "--debug", "--version", &version, "--root"]).arg(home);
    // It is built beside the product, whose folder may be in use.
    command.env_remove("CARGO_TARGET_DIR");
    let status = command.status().map_err(|e| format!("cargo cannot be started: {e}"))?;
    if status.success() { Ok(()) } else { Err(format!("cargo-mutants {MUTANTS} could not be installed")) }
}
