//! `tsunagi setup`.

use std::process::ExitCode;

use base::{OsRandom, Outcome, SystemClock};
use clap::Args;
use house::House;
use house::ledger::{Keeper, KeyFile};
use house::settings::Store;
use house::setup::{First, add};
use house::vault::SealKey;
use web::Config;

use super::{say, secret};

/// Add the first agency and its administrator to a fresh installation.
#[derive(Args)]
pub struct Setup {
    #[command(flatten)]
    store: Store,
    #[command(flatten)]
    key_file: KeyFile,
    #[command(flatten)]
    seal_key: SealKey,
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
        let password = secret::read("最初のパスワード（13文字以上）: ")?;
        let first = First { kind: self.kind, agency: self.agency, login: self.login, name: self.name, password };
        add(&house.app, &first)?;
        if let Some(keeper) = Keeper::open(&house.app, &self.key_file.path(&self.store.data), Vec::new())? {
            keeper.round(&house.app, true)?;
            say(&format!("記録の鍵（別の場所に控えてください）: {}", keeper.key()))?;
        }
        super::key::open_vault(&house.app, &self.seal_key, &self.store.data)?;
        say("管理者を登録しました。`tsunagi serve` で始められます。")?;
        Ok(ExitCode::SUCCESS)
    }
}
