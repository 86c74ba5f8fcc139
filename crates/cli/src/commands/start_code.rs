//! `tsunagi start-code`.

use std::process::ExitCode;

use base::{OsRandom, Outcome, SystemClock};
use clap::Args;
use house::House;
use house::settings::Store;
use people::auth;
use web::{Config, Who};

use super::say;

/// Give somebody a code for a new password, where no administrator is left who could.
#[derive(Args)]
pub struct StartCode {
    #[command(flatten)]
    store: Store,
    /// What they sign in with.
    #[arg(long)]
    login: String,
}

impl StartCode {
    pub fn run(self) -> Outcome<ExitCode> {
        let house = House::open(&self.store.db(), Config::default(), Box::new(SystemClock), Box::new(OsRandom))?;
        let login = self.login;
        let start = house.app.act(Who::System, move |cx| auth::give_start_to(cx, &login))?;
        say(&format!("再開コード: {}（24時間、一度だけ）", start.code))?;
        Ok(ExitCode::SUCCESS)
    }
}
