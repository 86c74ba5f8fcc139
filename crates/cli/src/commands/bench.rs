//! `tsunagi bench`.

use std::path::PathBuf;
use std::process::ExitCode;

use base::{Outcome, Problem};
use clap::{Args, ValueEnum};
use db::DbConfig;
use house::bench::{Plan, run};
use indicatif::{ProgressBar, ProgressStyle};

use super::say;

/// The engine to measure on.
#[derive(Clone, Copy, ValueEnum)]
enum Engine {
    Sqlite,
    Postgres,
}

/// Measure the product beside the bare engine, on data made for it.
#[derive(Args)]
pub struct Bench {
    /// How many persons, each with 5 grants, 40 entries and a hand-over.
    #[arg(long, default_value_t = 10_000)]
    persons: i64,
    /// The engine.
    #[arg(long, value_enum, default_value = "sqlite")]
    engine: Engine,
    /// An empty PostgreSQL database.
    #[arg(long, env = "TSUNAGI_BENCH_DATABASE_URL")]
    database_url: Option<String>,
    /// Where the SQLite file is made (and removed).
    #[arg(long)]
    folder: Option<PathBuf>,
    /// Only one measurement: policy, caseload, person, directory, hand-over or http.
    #[arg(long, default_value = "")]
    only: String,
    /// What an earlier run with `--json` printed: how much more each thing takes now.
    #[arg(long, value_name = "FILE")]
    compare: Option<PathBuf>,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

impl Bench {
    pub fn run(self) -> Outcome<ExitCode> {
        let folder = self
            .folder
            .clone()
            .unwrap_or_else(std::env::temp_dir)
            .join(format!("tsunagi-bench-{}", std::process::id()));
        std::fs::create_dir_all(&folder).map_err(Problem::internal)?;
        let db = match self.engine {
            Engine::Sqlite => DbConfig::Sqlite { path: folder.join("bench.db"), readers: 4 },
            Engine::Postgres => DbConfig::Postgres {
                url: self
                    .database_url
                    .clone()
                    .ok_or_else(|| Problem::internal("--database-url names an empty database"))?,
                workers: 16,
            },
        };
        let plan = Plan {
            persons: self.persons,
            db,
            binary: std::env::current_exe().ok(),
            folder: folder.clone(),
            only: self.only.clone(),
        };
        let bar = ProgressBar::new(100);
        bar.set_style(ProgressStyle::with_template("{msg:30} {wide_bar} {pos:>3} %").map_err(Problem::internal)?);
        let measured = run(&plan, &mut |what, percent| {
            bar.set_message(what.to_owned());
            bar.set_position(percent);
        });
        bar.finish_and_clear();
        let _ = std::fs::remove_dir_all(&folder);
        let mut table = measured?;
        if let Some(earlier) = &self.compare {
            let text = std::fs::read_to_string(earlier).map_err(Problem::internal)?;
            table.compare(&serde_json::from_str(&text).map_err(Problem::internal)?);
        }
        if self.json {
            say(&serde_json::to_string_pretty(&table).map_err(Problem::internal)?)?;
        } else {
            say(&table.to_string())?;
        }
        Ok(ExitCode::SUCCESS)
    }
}
