//! `tsunagi serve`.

use std::process::ExitCode;

use base::{OsRandom, Outcome, Problem, SystemClock};
use clap::Args;
use house::House;
use house::mail::Sender;
use house::settings::{Serving, Store};

use super::say;

/// Serve a region.
#[derive(Args)]
pub struct Serve {
    #[command(flatten)]
    store: Store,
    #[command(flatten)]
    serving: Serving,
}

impl Serve {
    pub fn run(self) -> Outcome<ExitCode> {
        make_folder(&self.store)?;
        let house = House::open(&self.store.db(), self.serving.config(), Box::new(SystemClock), Box::new(OsRandom))?;
        let mail = sender(&self.serving)?;
        let listen = self.serving.listen;
        runtime()?.block_on(house::serve::run(house, listen, mail, |address| {
            let _ = say(&format!("つなぎ  http://{address}/"));
        }))?;
        Ok(ExitCode::SUCCESS)
    }
}

/// The folder of the SQLite file.
pub fn make_folder(store: &Store) -> Outcome<()> {
    match store.data.parent().filter(|folder| store.database_url.is_none() && !folder.as_os_str().is_empty()) {
        Some(folder) => std::fs::create_dir_all(folder)
            .map_err(|e| Problem::Internal(format!("the folder {} cannot be made: {e}", folder.display()))),
        None => Ok(()),
    }
}

/// The mail sender, when both the server and the sender's address are given.
pub fn sender(serving: &Serving) -> Outcome<Option<Sender>> {
    match (&serving.mail_from, &serving.smtp_url) {
        (Some(from), Some(url)) => Sender::new(from, url).map(Some),
        _ => Ok(None),
    }
}

/// The runtime of the web.
pub fn runtime() -> Outcome<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().map_err(Problem::internal)
}
