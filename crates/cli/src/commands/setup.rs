//! `tsunagi setup`.

use std::io::{BufRead, Write};
use std::process::ExitCode;

use base::{OsRandom, Outcome, Problem, SystemClock};
use clap::Args;
use house::House;
use house::settings::Store;
use house::setup::{First, add};
use web::Config;

use super::say;

/// Add the first agency and its administrator to a fresh installation.
#[derive(Args)]
pub struct Setup {
    #[command(flatten)]
    store: Store,
    /// Name of the agency that runs the installation.
    #[arg(long)]
    agency: String,
    /// Its kind.
    #[arg(long, default_value = "mhwc")]
    kind: String,
    /// What the administrator signs in with.
    #[arg(long)]
    login: String,
    /// The administrator's name.
    #[arg(long)]
    name: String,
}

impl Setup {
    pub fn run(self) -> Outcome<ExitCode> {
        super::serve::make_folder(&self.store)?;
        let house = House::open(&self.store.db(), Config::default(), Box::new(SystemClock), Box::new(OsRandom))?;
        // Read from standard input, so that the password stands neither in the process list nor in a history.
        let _ = write!(std::io::stderr(), "最初のパスワード（13文字以上）: ");
        let mut password = String::new();
        std::io::stdin().lock().read_line(&mut password).map_err(Problem::internal)?;
        let first = First {
            kind: self.kind,
            agency: self.agency,
            login: self.login,
            name: self.name,
            password: password.trim_end_matches(['\r', '\n']).to_owned(),
        };
        add(&house.app, &first)?;
        say("管理者を登録しました。`tsunagi serve` で始められます。")?;
        Ok(ExitCode::SUCCESS)
    }
}
