//! `tsunagi serve`.

use std::process::ExitCode;
use std::sync::Arc;

use base::{OsRandom, Outcome, Problem, SystemClock};
use clap::Args;
use db::Db;
use house::House;
use house::ledger::{Keeper, KeyFile, Witnesses, while_serving};
use house::mail::Sender;
use house::scenario::clock::{MovedClock, with_door};
use house::scenario::stage::long_sessions;
use house::settings::{Serving, Store};
use house::vault::SealKey;

use super::say;

/// Serve a region.
#[derive(Args)]
pub struct Serve {
    #[command(flatten)]
    store: Store,
    #[command(flatten)]
    serving: Serving,
    #[command(flatten)]
    key_file: KeyFile,
    #[command(flatten)]
    seal_key: SealKey,
    #[command(flatten)]
    witnesses: Witnesses,
    /// For test servers only: an administrator may move the clock, so that `tsunagi scenario run --url` can play months.
    #[arg(long)]
    scenario_clock: bool,
}

impl Serve {
    pub fn run(self) -> Outcome<ExitCode> {
        make_folder(&self.store)?;
        let house = self.house()?;
        super::key::open_vault(&house.app, &self.seal_key, &self.store.data)?;
        let keeper = Keeper::open(&house.app, &self.key_file.path(&self.store.data), self.witnesses.read()?)?;
        let app = house.app.clone();
        let mail = sender(&self.serving)?;
        let listen = self.serving.listen;
        let serving = house::serve::run(house, listen, mail, |address| {
            let _ = say(&format!("つなぎ  http://{address}/"));
        });
        runtime()?.block_on(while_serving(app, keeper, serving))?;
        Ok(ExitCode::SUCCESS)
    }
}

impl Serve {
    fn house(&self) -> Outcome<House> {
        let config = self.serving.config();
        if !self.scenario_clock {
            return House::open(&self.store.db(), config, Box::new(SystemClock), Box::new(OsRandom));
        }
        tracing::warn!(
            "試験用の時計で動いています。管理者は時刻を動かせます。ほんとうの人の記録に使わないでください。"
        );
        tracing::warn!(
            "--scenario-clock: an administrator can move the clock, and sessions hardly end. Never with real people."
        );
        let clock = Arc::new(MovedClock::new());
        let db = Db::open(&self.store.db(), &house::migrations())?;
        let house = House::with_clock(db, long_sessions(config), Arc::clone(&clock), Box::new(OsRandom))?;
        Ok(with_door(house, clock))
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
