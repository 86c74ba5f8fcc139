//! The commands, each in a file of its own.

use std::io::{IsTerminal, Write};
use std::process::ExitCode;

use base::{Lang, Outcome, Problem};
use clap::{Parser, Subcommand};
use tracing_subscriber::EnvFilter;

mod bench;
mod demo;
mod doctor;
mod import;
mod key;
mod scenario;
mod secret;
mod serve;
mod setup;
mod start_code;
mod verify;
mod witness;

#[derive(Parser)]
#[command(name = "tsunagi", version, about = "つなぎ: the system that a regional recovery-support network shares")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Measure the product beside the bare engine.
    Bench(bench::Bench),
    /// Build an invented region out of the casebook and serve it: nothing to set up, nothing to break.
    Demo(demo::Demo),
    /// Change the key that seals what is written about persons.
    Key(key::Key),
    /// Say whether all is well, a line for each thing that was looked at. Ends with 1 if anything is not.
    Doctor(doctor::Doctor),
    /// Play stories of the casebook, in memory or against a test server.
    Scenario(scenario::Scenario),
    /// Take a list of agencies into the directory.
    Import(import::Import),
    /// Serve a region.
    Serve(serve::Serve),
    /// Add the first agency and its administrator to a fresh installation.
    Setup(setup::Setup),
    /// Give somebody a code for a new password, where no administrator is left who could.
    StartCode(start_code::StartCode),
    /// Check the whole audit trail: is it still what was signed? Ends with 1 if anything is bent.
    Verify(verify::Verify),
    /// Be a witness for the audit trail of another installation.
    Witness(witness::Witness),
}

/// Runs the command that was asked for; a problem is one line on standard error.
pub fn run() -> ExitCode {
    let command = Cli::parse().command;
    // Somebody reads what these print; what the database says of its first start would stand in between.
    let usual =
        if matches!(command, Command::Demo(_) | Command::Doctor(_) | Command::Scenario(_)) { "warn" } else { "info" };
    let filter = EnvFilter::try_from_env("TSUNAGI_LOG").unwrap_or_else(|_| EnvFilter::new(usual));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .init();
    let done = match command {
        Command::Bench(command) => command.run(),
        Command::Demo(command) => command.run(),
        Command::Doctor(command) => command.run(),
        Command::Scenario(command) => command.run(),
        Command::Import(command) => command.run(),
        Command::Key(command) => command.run(),
        Command::Serve(command) => command.run(),
        Command::Setup(command) => command.run(),
        Command::StartCode(command) => command.run(),
        Command::Verify(command) => command.run(),
        Command::Witness(command) => command.run(),
    };
    match done {
        Ok(code) => code,
        Err(problem) => {
            let _ = writeln!(std::io::stderr(), "{}", explain(&problem));
            ExitCode::FAILURE
        }
    }
}

/// A problem in words, with its cause for the operator.
pub fn explain(problem: &Problem) -> String {
    let Ok(words) = house::words() else { return problem.to_string() };
    let mut said = web::ui::plain(&words.msg(Lang::Ja, &problem.message()));
    match problem {
        Problem::Internal(cause) => said = format!("{said} ({cause})"),
        Problem::Invalid(fields) => {
            for field in fields {
                said = format!("{said}\n  {}: {}", field.field, web::ui::plain(&words.msg(Lang::Ja, &field.message)));
            }
        }
        _ => {}
    }
    said
}

/// A line for whoever runs the command.
pub fn say(line: &str) -> Outcome<()> {
    writeln!(std::io::stdout(), "{line}").map_err(Problem::internal)
}
