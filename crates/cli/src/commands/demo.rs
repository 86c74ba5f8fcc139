//! `tsunagi demo`.

use std::io::{IsTerminal, Write};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use base::{Clock, OsRandom, Outcome, Problem, SystemClock, Time};
use clap::Args;
use db::DbConfig;
use house::House;
use house::demo::{self, PASSWORD};
use house::ledger::{Keeper, KeyFile, while_serving};
use house::vault::SealKey;
use indicatif::{ProgressBar, ProgressStyle};
use web::Config;

use super::say;

/// Build an invented region and serve it.
#[derive(Args)]
pub struct Demo {
    /// Where the region is kept; built when it is not there.
    #[arg(long, default_value = "data/demo.db")]
    data: PathBuf,
    /// Address to listen on.
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Build it anew; what was typed into the last one is lost.
    #[arg(long)]
    fresh: bool,
}

impl Demo {
    pub fn run(self) -> Outcome<ExitCode> {
        if let Some(folder) = self.data.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder).map_err(|e| Problem::Internal(format!("{}: {e}", folder.display())))?;
        }
        if self.fresh {
            demo::remove(&self.data)?;
        }
        if !self.data.exists() {
            build(&self.data)?;
        }
        let config =
            Config { base_url: format!("http://{}", self.listen), demo: true, idle_minutes: 120, ..Config::default() };
        let store = DbConfig::Sqlite { path: self.data.clone(), readers: 2 };
        let house = House::open(&store, config, Box::new(SystemClock), Box::new(OsRandom))?;
        super::key::open_vault(&house.app, &SealKey::default(), &self.data)?;
        let welcome = welcome(&self.data)?;
        let keeper = Keeper::open(&house.app, &KeyFile::default().path(&self.data), Vec::new())?;
        let app = house.app.clone();
        let serving = house::serve::run(house, self.listen, None, move |address| {
            let _ = say(&welcome.replace("{address}", &format!("http://{address}/")));
        });
        super::serve::runtime()?.block_on(while_serving(app, keeper, serving))?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Builds the region, with a bar that says how far it is.
fn build(path: &Path) -> Outcome<()> {
    let bar = if std::io::stderr().is_terminal() { ProgressBar::new(1) } else { ProgressBar::hidden() };
    if let Ok(style) = ProgressStyle::with_template("  みなと県をつくっています  {bar:30}  {percent}%") {
        bar.set_style(style);
    }
    if bar.is_hidden() {
        let _ = writeln!(std::io::stderr(), "みなと県をつくっています…");
    }
    let built = demo::build(path, SystemClock.now(), Box::new(OsRandom), &mut |done, all| {
        bar.set_length(all as u64);
        bar.set_position(done as u64);
    })?;
    bar.finish_and_clear();
    for failure in built.failures {
        tracing::warn!("{failure}");
    }
    Ok(())
}

/// What whoever started the demo reads first; `{address}` is filled in once it is known.
fn welcome(path: &Path) -> Outcome<String> {
    let mut rows = vec![["利用者ID", "名前", "機関", "役割", "見どころ"].map(str::to_owned).to_vec()];
    for card in demo::cards()? {
        rows.push(vec![card.login, card.name, card.agency, card.roles, card.shows]);
    }
    let age = age(path).filter(|days| *days > 0);
    let age = age.map_or_else(String::new, |days| {
        format!("\n  {days}日前につくったデモです。--fresh で今日の日付につくり直せます。\n")
    });
    Ok(format!(
        "\nつなぎ デモ（みなと県。人も機関もすべて架空です）\n\n  公開ページ   {{address}}\n  サインイン   {{address}}sign-in\n  \
         パスワード   {PASSWORD}   （全員同じ）\n\n{}\n{age}\n  終わるときは Ctrl+C\n",
        demo::table(&rows)
    ))
}

/// Days since the file was made, where the system tells.
fn age(path: &Path) -> Option<i64> {
    let made = path.metadata().ok()?.created().ok()?;
    let since_epoch = made.duration_since(std::time::UNIX_EPOCH).ok()?;
    let made = Time::from_micros(i64::try_from(since_epoch.as_micros()).ok()?);
    Some(made.date_jst().days_until(SystemClock.now().date_jst()))
}
