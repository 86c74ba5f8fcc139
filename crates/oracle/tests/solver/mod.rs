//! The solver that the prover speaks to.

use std::env;

use cedar_policy_symcc::CedarSymCompiler;
use cedar_policy_symcc::solver::LocalSolver;
use tokio::process::Command;

/// Cedar's symbolic compiler with its solver.
pub type Prover = CedarSymCompiler<LocalSolver>;

/// Starts cvc5: the program that `CVC5` names, or its package in the Python that `CVC5_PYTHON` names.
pub fn prover() -> Prover {
    let solver = match env::var("CVC5_PYTHON") {
        Ok(python) => {
            LocalSolver::from_command(Command::new(python).arg(concat!(env!("CARGO_MANIFEST_DIR"), "/solver.py")))
        }
        Err(_) => LocalSolver::cvc5(),
    };
    CedarSymCompiler::new(solver.expect("cvc5 can be started")).expect("the prover can be made")
}
