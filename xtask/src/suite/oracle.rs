//! The rules in Cedar: asked about random worlds, and proved by a solver (`crates/oracle`, a workspace of its own).

use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Run, succeeds};

/// Where the rules in Cedar lie.
pub const MANIFEST: &str = "crates/oracle/Cargo.toml";
/// The solver that the proofs of Cedar's authors were checked with.
const CVC5: &str = "1.3.1";
/// Random worlds of the long form.
const MANY_WORLDS: &str = "2000000";

/// As many worlds as take a minute or two.
pub fn short(run: &mut Run) -> Result<(), String> {
    differential(run, &[])
}

/// Twenty times as many.
pub fn long(run: &mut Run) -> Result<(), String> {
    differential(run, &[("ORACLE_WORLDS", MANY_WORLDS)])
}

fn differential(run: &mut Run, environment: &[(&str, &str)]) -> Result<(), String> {
    let arguments = ["test", "--manifest-path", MANIFEST, "--locked", "--test", "differential", "--", "--nocapture"];
    run.tested_with(&arguments, environment)
}

/// Every property, for all worlds there are.
pub fn symbolic(run: &mut Run) -> Result<(), String> {
    let python = match solver(&run.target()) {
        Ok(python) => python,
        // It comes from a registry that not every machine may reach; the table of steps says that it was not run.
        Err(why) => {
            run.skipped = Some(why);
            return Ok(());
        }
    };
    let arguments =
        ["test", "--manifest-path", MANIFEST, "--locked", "--test", "symbolic", "--", "--ignored", "--nocapture"];
    let before = run.tests.passed;
    run.tested_with(&arguments, &[("CVC5_PYTHON", &python.display().to_string())])?;
    if run.tests.passed == before { Err("nothing was proved".to_owned()) } else { Ok(()) }
}

/// A Python with the solver, in a folder of its own under the build results.
fn solver(target: &Path) -> Result<PathBuf, String> {
    let home = target.join(format!("cvc5-{CVC5}"));
    let python = home.join("bin/python");
    let is_there = || succeeds(Command::new(&python).args(["-c", "import cvc5"]));
    if !is_there() {
        println!("installing cvc5 {CVC5} into {}", home.display());
        let _ = succeeds(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&home))
            && succeeds(Command::new(home.join("bin/pip")).args(["install", "--quiet", &format!("cvc5=={CVC5}")]));
    }
    if is_there() {
        return std::path::absolute(&python).map_err(|e| e.to_string());
    }
    Err(format!(
        "the solver is missing and could not be installed. Try: python3 -m venv {0} && {0}/bin/pip install cvc5=={CVC5}",
        home.display()
    ))
}
