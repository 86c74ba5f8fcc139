//! `tsunagi key`: the key that seals what is written about persons.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use base::{Lang, Msg, OsRandom, Outcome, Problem, SystemClock};
use clap::{Args, Subcommand};
use house::House;
use house::settings::Store;
use house::vault::{SealKey, rotate};
use web::{App, Config};

use super::say;

/// The key that seals what is written about persons.
#[derive(Args)]
pub struct Key {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Draw a new key and wrap the key of every person under it; the old one opens nothing any more. Stop the server first.
    Rotate(Rotate),
}

/// Draw a new key.
#[derive(Args)]
struct Rotate {
    #[command(flatten)]
    store: Store,
    #[command(flatten)]
    seal_key: SealKey,
}

impl Key {
    pub fn run(self) -> Outcome<ExitCode> {
        match self.what {
            What::Rotate(rotate) => rotate.run(),
        }
    }
}

impl Rotate {
    fn run(self) -> Outcome<ExitCode> {
        if self.store.database_url.is_none() && !self.store.data.exists() {
            return Err(Problem::Internal(format!("{} is not there", self.store.data.display())));
        }
        let house = House::open(&self.store.db(), Config::default(), Box::new(SystemClock), Box::new(OsRandom))?;
        let app = &house.app;
        let tell: Arc<dyn Fn(usize) + Send + Sync> = Arc::new(|done| {
            let _ = write!(std::io::stderr(), "\r  {done} ");
        });
        let rotated = rotate(app, &self.seal_key, &self.store.data, &tell)?;
        let _ = writeln!(std::io::stderr());
        let done = Msg::new("vault-rotated").arg("n", rotated.persons).arg("key", rotated.key.to_string());
        say(&speak(app, &done))?;
        if let Some(old) = rotated.old {
            say(&speak(app, &Msg::new("vault-old-kept").arg("file", old.display().to_string())))?;
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// Opens the vault and says, on standard error, what the operator has to know of it.
pub fn open_vault(app: &App, key: &SealKey, data: &Path) -> Outcome<()> {
    let mut told = false;
    let opened = key.open(app, data, &mut |done| {
        told = true;
        let _ = write!(std::io::stderr(), "\r  {}", speak(app, &Msg::new("vault-sealing").arg("n", done)));
    })?;
    if told {
        let _ = writeln!(std::io::stderr());
    }
    if let Some(file) = opened.made {
        let made = Msg::new("vault-key-made").arg("file", file.display().to_string());
        let _ = writeln!(std::io::stderr(), "{}", speak(app, &made));
    }
    Ok(())
}

fn speak(app: &App, msg: &Msg) -> String {
    web::ui::plain(&app.words().msg(Lang::Ja, msg))
}
