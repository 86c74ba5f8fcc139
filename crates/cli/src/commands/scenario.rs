//! `tsunagi scenario`.

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use base::{Clock, Date, OsRandom, Outcome, Problem, SystemClock, random_token};
use clap::{Args, Subcommand};
use db::{Db, DbConfig};
use house::scenario::read::{REGION, files_at};
use house::scenario::run::{Ran, run};
use house::scenario::stage::{HouseStage, LiveStage};
use house::scenario::{Region, Stage, Story, Trouble, Wrong, book};
use indicatif::{ProgressBar, ProgressStyle};

use super::say;

/// Where the password of the account at a running server is read from.
const PASSWORD: &str = "TSUNAGI_PASSWORD";

/// Play stories of the casebook.
#[derive(Args)]
pub struct Scenario {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Play stories and say which went as written.
    Run(Run),
    /// Read stories and say what is wrong with them, without playing.
    Check(Paths),
}

#[derive(Args)]
struct Paths {
    /// Files, or folders with a region.toml; the casebook within the program when none is named.
    paths: Vec<PathBuf>,
}

#[derive(Args)]
struct Run {
    #[command(flatten)]
    paths: Paths,
    /// Address of a test server that was started with --scenario-clock; without it the stories are played in memory.
    #[arg(long, requires = "login")]
    url: Option<String>,
    /// Login of an administrator there who is coordinator and privacy officer too; the password is read from TSUNAGI_PASSWORD.
    #[arg(long, requires = "url")]
    login: Option<String>,
    /// In memory: the day before the stories begin; today when left out.
    #[arg(long, conflicts_with = "url")]
    on: Option<Date>,
    /// Go on after a story that did not go as written.
    #[arg(long)]
    keep_going: bool,
}

impl Scenario {
    pub fn run(self) -> Outcome<ExitCode> {
        match self.what {
            What::Check(paths) => {
                let Some((_, stories)) = read(&paths)? else { return Ok(ExitCode::FAILURE) };
                say(&format!("{} read, nothing wrong", stories.len()))?;
                Ok(ExitCode::SUCCESS)
            }
            What::Run(command) => command.run(),
        }
    }
}

impl Run {
    fn run(self) -> Outcome<ExitCode> {
        let Some((region, stories)) = read(&self.paths)? else { return Ok(ExitCode::FAILURE) };
        let played = if let (Some(url), Some(login)) = (&self.url, &self.login) {
            LiveStage::new(url, login, &password()?).and_then(|mut stage| self.play(&mut stage, &region, &stories))
        } else {
            let folder = Folder::make()?;
            let today = self.on.unwrap_or_else(|| SystemClock.now().date_jst());
            in_memory(&folder, today).and_then(|mut stage| self.play(&mut stage, &region, &stories))
        };
        played.or_else(|Trouble(why)| {
            let _ = writeln!(std::io::stderr(), "{why}");
            Ok(ExitCode::FAILURE)
        })
    }

    fn play(&self, stage: &mut dyn Stage, region: &Region, stories: &[Story]) -> Result<ExitCode, Trouble> {
        let bar = bar(stories.len());
        let tally = run(stage, region, stories, self.keep_going, &mut |ran| {
            bar.suspend(|| drop(say(&line(ran))));
            bar.inc(1);
        })?;
        bar.finish_and_clear();
        say(&format!("{} passed, {} failed", tally.passed, tally.failed))?;
        Ok(if tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}

fn line(ran: &Ran<'_>) -> String {
    let mark = if ran.failure.is_none() { '✔' } else { '✘' };
    let Ran { story, took, failure } = ran;
    let head = format!("{mark} {}  {}  {} steps  {} ms", story.file, story.title, story.steps.len(), took.as_millis());
    match failure {
        Some(failure) => format!("{head}\n    {}", failure.to_string().replace('\n', "\n    ")),
        None => head,
    }
}

fn bar(stories: usize) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(stories as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:32} {pos}/{len} {elapsed}") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

/// The region and the stories, or none after everything that is wrong with them was said.
fn read(paths: &Paths) -> Outcome<Option<(Region, Vec<Story>)>> {
    let read = if paths.paths.is_empty() { read_within() } else { read_files(&paths.paths)? };
    match read {
        Ok(read) => Ok(Some(read)),
        Err(wrongs) => {
            for wrong in wrongs {
                say(&wrong.to_string())?;
            }
            Ok(None)
        }
    }
}

type Read = Result<(Region, Vec<Story>), Vec<Wrong>>;

fn read_within() -> Read {
    let region = book::region()?;
    let stories = book::stories(&region)?;
    Ok((region, stories))
}

fn read_files(paths: &[PathBuf]) -> Outcome<Read> {
    let mut files = Vec::new();
    for path in paths {
        files.extend(files_at(path).map_err(Problem::Internal)?);
    }
    let mut texts = Vec::new();
    for file in &files {
        texts.push((file.display().to_string(), text_of(file)?));
    }
    let region = match region_beside(&files) {
        Some(file) => Region::read(&file.display().to_string(), &text_of(&file)?),
        None => book::region(),
    };
    Ok(region.and_then(|region| book::read_all(&texts, &region).map(|stories| (region, stories))))
}

/// The region that lies beside the first story that has one.
fn region_beside(files: &[PathBuf]) -> Option<PathBuf> {
    files.iter().filter_map(|file| Some(file.parent()?.join(REGION))).find(|file| file.is_file())
}

fn text_of(file: &Path) -> Outcome<String> {
    std::fs::read_to_string(file).map_err(|e| Problem::Internal(format!("{} cannot be read: {e}", file.display())))
}

#[expect(clippy::disallowed_methods, reason = "a password given as a flag would stand in the list of processes")]
fn password() -> Outcome<String> {
    std::env::var(PASSWORD).map_err(|_| Problem::Internal(format!("set {PASSWORD} to the password of the account")))
}

/// A folder for the database of one run.
struct Folder(PathBuf);

impl Folder {
    fn make() -> Outcome<Self> {
        let folder = std::env::temp_dir().join(format!("tsunagi-scenario-{}", &random_token(&OsRandom)[..16]));
        std::fs::create_dir(&folder).map_err(|e| Problem::Internal(format!("{}: {e}", folder.display())))?;
        Ok(Self(folder))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn in_memory(folder: &Folder, today: Date) -> Result<HouseStage, Trouble> {
    let config = DbConfig::Sqlite { path: folder.0.join("scenario.db"), readers: 1 };
    let db = Db::open(&config, &house::migrations())?;
    db.give_key(house::vault::for_once(&OsRandom));
    // Nobody but this run signs in here.
    HouseStage::build(db, today, Box::new(OsRandom), &random_token(&OsRandom))
}
