//! `tsunagi verify`.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use base::{Lang, Msg, OsRandom, Outcome, Problem, SystemClock, Time};
use clap::Args;
use house::House;
use house::ledger::{log_key, witness_key};
use house::settings::Store;
use indicatif::{ProgressBar, ProgressStyle};
use ledger::note::Verdict;
use ledger::{Checkpoint, Hash, Note, Verifier};
use people::audit::ledger::{Asked, Found, key_of, verify};
use web::Config;

use super::say;

/// Check the whole audit trail: is it still what was signed? Ends with 1 if anything is bent.
#[derive(Args)]
pub struct Verify {
    #[command(flatten)]
    store: Store,
    /// Public key of the log, noted when it was made. Without it the key in the database is believed.
    #[arg(long)]
    key: Option<String>,
    /// Public key of a witness that must have signed.
    #[arg(long = "witness-key")]
    witness_keys: Vec<String>,
    /// File with a checkpoint that was kept elsewhere; finds an end that was cut off.
    #[arg(long = "checkpoint")]
    checkpoints: Vec<PathBuf>,
    /// Minutes within which a row must have its number and signature.
    #[arg(long, default_value_t = 10)]
    minutes: i64,
    /// Hours within which a witness must have signed what was added.
    #[arg(long, default_value_t = 24)]
    hours: u64,
}

impl Verify {
    pub fn run(self) -> Outcome<ExitCode> {
        if self.store.database_url.is_none() && !self.store.data.exists() {
            return Err(Problem::Internal(format!("{} is not there", self.store.data.display())));
        }
        let house = House::open(&self.store.db(), Config::default(), Box::new(SystemClock), Box::new(OsRandom))?;
        let app = &house.app;
        let speak = |msg: &Msg| web::ui::plain(&app.words().msg(Lang::Ja, msg));
        let key = self.key.as_deref().map(log_key).transpose()?;
        let believed = key.is_none();
        let believe = key.clone().or(key_of(app)?);
        let asked = Asked {
            key,
            witnesses: self.witness_keys.iter().map(|key| witness_key(key)).collect::<Outcome<_>>()?,
            heads: self.checkpoints.iter().map(|file| head(file, believe.as_ref())).collect::<Outcome<_>>()?,
            minutes: self.minutes,
            hours: self.hours,
        };
        let bar = if std::io::stderr().is_terminal() { ProgressBar::new(1) } else { ProgressBar::hidden() };
        if let Ok(style) = ProgressStyle::with_template("  {bar:30}  {pos} / {len}") {
            bar.set_style(style);
        }
        let found = verify(app, &asked, &mut |done, all| {
            bar.set_length(all);
            bar.set_position(done);
        })?;
        bar.finish_and_clear();
        if believed {
            let _ = writeln!(std::io::stderr(), "{}", speak(&Msg::new("audit-key-believed")));
        }
        tell(&found, &speak)
    }
}

/// What was found, the result last.
fn tell(found: &Found, speak: &dyn Fn(&Msg) -> String) -> Outcome<ExitCode> {
    let wrong = found.wrong();
    for msg in &wrong {
        say(&speak(msg))?;
    }
    for (witness, last) in &found.report.witnessed {
        say(&speak(&match last {
            Some((size, at_s)) => {
                let at = Time::from_micros(i64::try_from(*at_s).unwrap_or(0).saturating_mul(1_000_000));
                Msg::new("audit-straight-witness").arg("witness", witness).arg("size", size).arg("at", at)
            }
            None => Msg::new("audit-straight-no-witness").arg("witness", witness),
        }))?;
    }
    if !found.is_straight() {
        say(&speak(&Msg::new("audit-bent").arg("n", wrong.len())))?;
        return Ok(ExitCode::FAILURE);
    }
    let straight = Msg::new("audit-straight")
        .arg("size", found.report.size)
        .arg("signed", found.report.signed)
        .arg("waiting", found.waiting)
        .arg("key", &found.key);
    say(&speak(&straight))?;
    Ok(ExitCode::SUCCESS)
}

/// The head in a file: a checkpoint of this log, with its signature.
fn head(file: &PathBuf, key: Option<&Verifier>) -> Outcome<(u64, Hash)> {
    let trouble = |why: &str| Problem::Internal(format!("{}: {why}", file.display()));
    let text = std::fs::read_to_string(file).map_err(|e| trouble(&e.to_string()))?;
    let note = Note::parse(&text).ok_or_else(|| trouble("this is no checkpoint"))?;
    let checkpoint = Checkpoint::parse(note.text()).ok_or_else(|| trouble("this is no checkpoint"))?;
    if key.is_none_or(|key| note.verdict(key) != Verdict::Signed || checkpoint.origin != key.name()) {
        return Err(trouble("this checkpoint is not signed with the key of this log"));
    }
    Ok(checkpoint.head())
}
