//! `tsunagi doctor`.

use std::process::ExitCode;

use base::{Lang, OsRandom, Outcome, SystemClock};
use clap::Args;
use house::doctor::{Patient, State};
use house::ledger::KeyFile;
use house::settings::{Serving, Store};
use house::vault::SealKey;

use super::say;

/// Say whether all is well. Give it the settings that `serve` gets.
#[derive(Args)]
pub struct Doctor {
    #[command(flatten)]
    store: Store,
    #[command(flatten)]
    serving: Serving,
    #[command(flatten)]
    key_file: KeyFile,
    #[command(flatten)]
    seal_key: SealKey,
}

impl Doctor {
    pub fn run(self) -> Outcome<ExitCode> {
        let words = house::words()?;
        let patient =
            Patient { store: self.store, seal_key: self.seal_key, ledger_key: self.key_file, serving: self.serving };
        let lines = patient.examine(Box::new(SystemClock), Box::new(OsRandom))?;
        for line in &lines {
            let how = words.t(
                Lang::Ja,
                match line.state {
                    State::Well => "doctor-well",
                    State::Look => "doctor-look",
                    State::Bad => "doctor-bad",
                },
            );
            say(&web::ui::plain(&format!("{how}  {}", words.msg(Lang::Ja, &line.said))))?;
        }
        let worst = lines.iter().map(|line| line.state).max();
        Ok(if worst == Some(State::Bad) { ExitCode::FAILURE } else { ExitCode::SUCCESS })
    }
}
