//! Everything that is tested, in steps: `cargo xtask test`; and in the long form: `cargo xtask prove`.
//!
//! A failed step does not stop the others, so that one run tells everything. Tools that are missing are installed; the
//! PostgreSQL the tests need is started for the run and taken away with it.

mod api;
mod leaks;
mod oracle;
mod output;
mod postgres;
pub mod prove;
mod tools;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use output::Tests;
use postgres::Server;
use tools::Tool;

/// One step of the run.
pub struct Step {
    /// What it is called on the command line.
    pub name: &'static str,
    /// What it does, in a few words.
    pub about: &'static str,
    /// Programs that must be there.
    needs: &'static [Tool],
    run: fn(&mut Run) -> Result<(), String>,
}

/// All steps, in order.
pub const STEPS: &[Step] = &[
    Step { name: "format", about: "every file is formatted", needs: &[Tool::Rustfmt], run: format },
    Step { name: "lint", about: "clippy finds nothing", needs: &[Tool::Clippy], run: lint },
    Step { name: "check", about: "the project's own checks find no error", needs: &[], run: check },
    Step { name: "tests", about: "every test, stores on both engines", needs: &[Tool::Postgres], run: tests },
    Step {
        name: "journeys",
        about: "journeys through the pages in a browser",
        needs: &[Tool::Chromium, Tool::Driver, Tool::Font],
        run: journeys,
    },
    Step { name: "scenarios", about: "the casebook, played by the program itself", needs: &[], run: scenarios },
    Step { name: "api", about: "the interface, tried by schemathesis", needs: &[Tool::Venv], run: api },
    Step { name: "oracle", about: "Cedar agrees with policy on random worlds", needs: &[], run: oracle::short },
    Step {
        name: "symbolic",
        about: "a solver proves the rules for all worlds",
        needs: &[Tool::Venv],
        run: oracle::symbolic,
    },
];

/// A run of the steps.
pub struct Run<'a> {
    root: &'a Path,
    nextest: bool,
    postgres: Option<Server>,
    tests: Tests,
    /// Why the step that runs now could not be run at all, without anything being wrong with the product.
    skipped: Option<String>,
}

/// What became of a step.
struct Outcome {
    name: &'static str,
    seconds: f64,
    problem: Option<String>,
    skipped: Option<String>,
    failed_tests: usize,
}

/// Runs these of the steps, or all; prints as it goes and closes with one line that test runners understand.
pub fn run(root: &Path, all: &'static [Step], names: &[&str]) -> Result<(), String> {
    let steps = chosen(all, names)?;
    let begun = Instant::now();
    let nextest = succeeds(Command::new("cargo").args(["nextest", "--version"]));
    let mut run = Run { root, nextest, postgres: None, tests: Tests::default(), skipped: None };
    let mut outcomes = Vec::new();
    for (n, step) in steps.iter().enumerate() {
        println!("\n── {}/{} {}: {}", n + 1, steps.len(), step.name, step.about);
        let (step_begun, failed_before) = (Instant::now(), run.tests.failed);
        let problem = tools::ensure(step.needs).and_then(|()| (step.run)(&mut run)).err();
        let seconds = step_begun.elapsed().as_secs_f64();
        let failed_tests = run.tests.failed - failed_before;
        let outcome = Outcome { name: step.name, seconds, problem, skipped: run.skipped.take(), failed_tests };
        println!("── {} {} after {seconds:.1} s", step.name, outcome.word());
        outcomes.push(outcome);
    }
    drop(run.postgres.take());
    close(&run.tests, &outcomes, begun.elapsed().as_secs_f64())
}

impl Outcome {
    fn word(&self) -> &'static str {
        match (&self.problem, &self.skipped) {
            (Some(_), _) => "FAILED",
            (None, Some(_)) => "not run",
            (None, None) => "ok",
        }
    }
}

fn chosen(all: &'static [Step], names: &[&str]) -> Result<Vec<&'static Step>, String> {
    if let Some(unknown) = names.iter().find(|name| !all.iter().any(|step| step.name == **name)) {
        return Err(format!("there is no step `{unknown}`; see `cargo xtask help`"));
    }
    Ok(all.iter().filter(|step| names.is_empty() || names.contains(&step.name)).collect())
}

/// The table of steps and the closing line. A failed step that is no test counts as one that failed.
fn close(tests: &Tests, outcomes: &[Outcome], seconds: f64) -> Result<(), String> {
    println!("\nstep          result   seconds");
    for step in outcomes {
        println!(
            "{:<13} {:<8} {:>7.1}  {}",
            step.name,
            step.word(),
            step.seconds,
            step.problem.as_deref().or(step.skipped.as_deref()).unwrap_or_default()
        );
    }
    println!("{} tests on SQLite, {} on PostgreSQL, {} in a browser", tests.sqlite, tests.postgres, tests.journeys);
    let steps: Vec<&str> = outcomes.iter().filter(|step| step.problem.is_some()).map(|step| step.name).collect();
    if !steps.is_empty() {
        println!("\nfailures:");
        for name in &tests.failures {
            println!("    {name}");
        }
        println!("    steps: {}", steps.join(", "));
    }
    // A step that failed for another reason than a counted test is one more failure.
    let failed = tests.failed + outcomes.iter().filter(|step| step.problem.is_some() && step.failed_tests == 0).count();
    println!();
    let line = format!(
        "test result: {}. {} passed; {failed} failed; {} ignored; 0 measured; 0 filtered out; finished in {seconds:.2}s",
        if failed == 0 { "ok" } else { "FAILED" },
        tests.passed,
        tests.ignored,
    );
    if failed > 0 {
        return Err(line);
    }
    println!("{line}");
    Ok(())
}

fn format(run: &mut Run) -> Result<(), String> {
    let workspace = run.plainly(&["fmt", "--all", "--", "--check", "-l"]);
    workspace.and(run.plainly(&["fmt", "--manifest-path", oracle::MANIFEST, "--", "--check", "-l"]))
}

fn lint(run: &mut Run) -> Result<(), String> {
    let workspace = run.plainly(&["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"]);
    let oracle = ["clippy", "--manifest-path", oracle::MANIFEST, "--all-targets", "--locked", "--", "-D", "warnings"];
    workspace.and(run.plainly(&oracle))
}

fn check(run: &mut Run) -> Result<(), String> {
    crate::check(run.root)
}

fn tests(run: &mut Run) -> Result<(), String> {
    let server = Server::start()?;
    println!("PostgreSQL for this run: {}", server.url());
    run.postgres = Some(server);
    let before = run.tests.clone();
    let done = if run.nextest {
        // Everything is built for the whole workspace, so that the journeys need no second building.
        let main =
            run.tested(&["nextest", "run", "--workspace", "--locked", "--no-fail-fast", "-E", "not binary(browser)"]);
        main.and(run.tested(&["test", "--workspace", "--locked", "--no-fail-fast", "--doc"]))
    } else {
        run.tested(&["test", "--workspace", "--locked", "--no-fail-fast", "--exclude", "journeys"])
    };
    done?;
    match (run.tests.passed - before.passed, run.tests.postgres - before.postgres) {
        (0, _) => Err("no test ran".to_owned()),
        (_, 0) => Err("no test ran on PostgreSQL (names ending in ::postgres)".to_owned()),
        _ => Ok(()),
    }
}

fn journeys(run: &mut Run) -> Result<(), String> {
    let before = run.tests.passed + run.tests.failed;
    let done = if run.nextest {
        run.tested(&["nextest", "run", "--workspace", "--locked", "--no-fail-fast", "-E", "binary(browser)"])
    } else {
        run.tested(&["test", "--workspace", "--locked", "--no-fail-fast", "--test", "browser"])
    };
    run.tests.journeys = run.tests.passed + run.tests.failed - before;
    done?;
    if run.tests.journeys == 0 { Err("no journey ran in a browser".to_owned()) } else { Ok(()) }
}

fn scenarios(run: &mut Run) -> Result<(), String> {
    run.plainly(&["run", "--locked", "--package", "tsunagi", "--", "scenario", "run", "--keep-going", "casebook"])
}

fn api(run: &mut Run) -> Result<(), String> {
    run.plainly(&["build", "--locked", "--package", "tsunagi"])?;
    let target = run.target();
    match api::installed(&target) {
        Ok(program) => api::run(run.root, &target, &program),
        // It comes from a registry that not every machine may reach; the table of steps says that it was not run.
        Err(why) => {
            run.skipped = Some(why);
            Ok(())
        }
    }
}

impl Run<'_> {
    /// Where cargo puts what it builds.
    fn target(&self) -> PathBuf {
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| self.root.join("target"), PathBuf::from)
    }

    fn cargo(&self, arguments: &[&str]) -> Command {
        println!("cargo {}", arguments.join(" "));
        let mut command = Command::new("cargo");
        command.args(arguments).current_dir(self.root).env("INSTA_UPDATE", "no");
        // What cargo told this program about itself would make some packages build again.
        for (name, _) in
            std::env::vars().filter(|(name, _)| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_"))
        {
            command.env_remove(name);
        }
        if let Some(server) = &self.postgres {
            command.env("TSUNAGI_TEST_PG", server.url());
        }
        command
    }

    /// Runs cargo with its output as it comes.
    fn plainly(&self, arguments: &[&str]) -> Result<(), String> {
        let status = self.cargo(arguments).status().map_err(|e| format!("cargo cannot be started: {e}"))?;
        if status.success() { Ok(()) } else { Err(format!("cargo {} failed", arguments[0])) }
    }

    /// Runs cargo, prints its output as it comes and counts the tests in it.
    fn tested(&mut self, arguments: &[&str]) -> Result<(), String> {
        self.tested_with(arguments, &[])
    }

    /// The same, with something in the environment.
    fn tested_with(&mut self, arguments: &[&str], environment: &[(&str, &str)]) -> Result<(), String> {
        let mut command = self.cargo(arguments);
        command.envs(environment.iter().copied());
        if arguments[0] == "nextest" {
            command.args([
                "--config-file",
                "xtask/nextest.toml",
                "--status-level",
                "all",
                "--final-status-level",
                "fail",
            ]);
        }
        let tests = &mut self.tests;
        let failed_before = tests.failed;
        let status = output::follow(command, |line| println!("{}", tests.read(line)))?;
        match tests.failed - failed_before {
            _ if status.success() => Ok(()),
            0 => Err("the tests could not be built or run; see above".to_owned()),
            n => Err(format!("{n} tests failed; see above")),
        }
    }
}

/// Whether a program runs and is content; its output is nobody's concern.
fn succeeds(command: &mut Command) -> bool {
    command.output().is_ok_and(|output| output.status.success())
}

#[cfg(test)]
mod unit {
    use super::*;

    fn outcome(name: &'static str, problem: Option<&str>) -> Outcome {
        Outcome { name, seconds: 0.1, problem: problem.map(str::to_owned), skipped: None, failed_tests: 0 }
    }

    #[test]
    fn the_closing_line_tells_failed_steps() {
        let tests = Tests { passed: 7, ..Tests::default() };
        assert!(close(&tests, &[outcome("lint", None)], 1.0).is_ok());
        let line =
            close(&tests, &[outcome("lint", Some("x")), outcome("tests", None)], 1.0).expect_err("a step failed");
        assert_eq!(
            line,
            "test result: FAILED. 7 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.00s"
        );
        let line =
            close(&tests, &[outcome("tests", Some("no test ran on PostgreSQL"))], 1.0).expect_err("a step failed");
        assert!(line.contains(" 1 failed;"), "{line}");
    }

    #[test]
    fn steps_are_chosen_by_name_in_their_own_order() {
        let names = |chosen: Vec<&'static Step>| chosen.iter().map(|step| step.name).collect::<Vec<_>>();
        assert_eq!(names(chosen(STEPS, &["tests", "format"]).expect("both exist")), ["format", "tests"]);
        assert_eq!(chosen(STEPS, &[]).expect("all").len(), STEPS.len());
        assert!(chosen(STEPS, &["test"]).is_err());
    }
}
