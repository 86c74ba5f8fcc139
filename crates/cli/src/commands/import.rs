//! `tsunagi import`.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use base::{Lang, OsRandom, Outcome, Problem, SystemClock};
use clap::{Args, Subcommand};
use house::House;
use house::settings::Store;
use indicatif::{ProgressBar, ProgressStyle};
use public::directory::import::{Options, Progress, Source, Tell, import};
use web::Config;

use super::say;

/// Take a list into the product.
#[derive(Args)]
pub struct Import {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// A list of agencies, with the column names of Japanese municipal open data; UTF-8 or CP932.
    Directory(Directory),
}

#[derive(Args)]
struct Directory {
    /// The CSV file.
    file: PathBuf,
    #[command(flatten)]
    store: Store,
    /// Kind of agency of rows that say none, such as `medical`.
    #[arg(long)]
    kind: Option<String>,
    /// Name of the list, if not that of its file: its numbers are never those of another list.
    #[arg(long)]
    list: Option<String>,
    /// Take the good rows although others are bad.
    #[arg(long)]
    skip_bad_rows: bool,
    /// Only say what would come of it.
    #[arg(long)]
    look_only: bool,
}

impl Import {
    pub fn run(self) -> Outcome<ExitCode> {
        let What::Directory(directory) = self.what;
        directory.run()
    }
}

impl Directory {
    fn run(self) -> Outcome<ExitCode> {
        super::serve::make_folder(&self.store)?;
        let house = House::open(&self.store.db(), Config::default(), Box::new(SystemClock), Box::new(OsRandom))?;
        let bar = ProgressBar::new_spinner();
        let (counting, taking) = (style("{spinner} {msg} {pos}")?, style("{msg} {wide_bar} {pos}/{len}")?);
        let shown = bar.clone();
        let tell: Tell = Arc::new(move |progress| match progress {
            Progress::Checking(rows) => {
                shown.set_style(counting.clone());
                shown.set_message("確かめています");
                shown.set_position(rows);
            }
            Progress::Saving(rows, all) => {
                shown.set_style(taking.clone());
                shown.set_message("取り込んでいます");
                shown.set_length(all);
                shown.set_position(rows);
            }
        });
        let options =
            Options { list: self.list, kind: self.kind, skip_bad_rows: self.skip_bad_rows, look_only: self.look_only };
        let done = import(&house.app, &Source::file(&self.file), &options, &tell);
        bar.finish_and_clear();
        let report = done?;
        for line in report.say(house.app.words(), Lang::Ja) {
            say(&line)?;
        }
        let fine = report.is_saved || options.look_only;
        Ok(if fine { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}

fn style(template: &str) -> Outcome<ProgressStyle> {
    ProgressStyle::with_template(template).map_err(Problem::internal)
}
