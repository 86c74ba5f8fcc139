//! Times into figures, figures into a table.

use std::fmt;
use std::time::{Duration, Instant};

use db::Engine;
use serde::Serialize;

use super::acts::Rate;

/// One line of the table.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// What was measured.
    pub what: String,
    /// Unit: µs, ns, per second, ms, MB.
    pub unit: &'static str,
    /// Median, or the only figure.
    pub p50: f64,
    /// 99th percentile, where there are many.
    pub p99: Option<f64>,
    /// How often it was done.
    pub n: usize,
    /// The raw figure of the engine beside it: median and what it is.
    pub beside: Option<(f64, String)>,
    /// CPU of this process for each in µs, clients included, where it was measured; not that of a server beside it.
    pub cpu: Option<f64>,
    /// What this process wrote for each in KiB, to files and connections, where it was measured.
    pub written: Option<f64>,
    /// How many times as much it takes as in the run it is compared with.
    pub growth: Option<f64>,
    /// What is to be reached, in words.
    pub aim: &'static str,
    /// Whether it is.
    pub reached: Option<bool>,
}

impl Row {
    /// A figure of its own, measured `n` times, with nothing beside it and nothing to reach.
    pub fn one(what: impl Into<String>, unit: &'static str, figure: f64, n: usize) -> Self {
        let (p99, beside, cpu, written, growth) = (None, None, None, None, None);
        Self { what: what.into(), unit, p50: figure, p99, n, beside, cpu, written, growth, aim: "–", reached: None }
    }

    /// The same of what was timed: median and slowest hundredth.
    pub fn timed(what: impl Into<String>, unit: &'static str, times: &Times) -> Self {
        Self { p99: Some(times.at(0.99)), ..Self::one(what, unit, times.at(0.5), times.len()) }
    }

    /// How many a second, with the slowest hundredth in µs.
    pub fn rated(what: impl Into<String>, rate: &Rate) -> Self {
        let p99 = Some(rate.times.at(0.99));
        Self { p99, cpu: rate.cpu, written: rate.written, ..Self::one(what, "/s", rate.per_second, rate.times.len()) }
    }
}

/// Everything that was measured.
#[derive(Clone, Debug, Serialize)]
pub struct Table {
    /// Persons in the database.
    pub persons: i64,
    /// The engine.
    pub engine: String,
    /// The lines.
    pub rows: Vec<Row>,
}

impl Table {
    /// An empty table.
    pub fn new(persons: i64, engine: Engine) -> Self {
        let engine = match engine {
            Engine::Sqlite => "sqlite",
            Engine::Postgres => "postgres",
        };
        Self { persons, engine: engine.to_owned(), rows: Vec::new() }
    }

    /// Says how each line has grown since an earlier run, told as JSON; a line that is not there has not.
    pub fn compare(&mut self, earlier: &serde_json::Value) {
        let before = |what: &str| {
            let rows = earlier["rows"].as_array()?;
            rows.iter().find(|row| row["what"] == what)?["p50"].as_f64()
        };
        for row in &mut self.rows {
            let ratio = before(&row.what).map(|before| row.p50 / before);
            row.growth = if row.unit == "/s" { ratio.map(f64::recip) } else { ratio };
        }
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "persons {}, engine {}", self.persons, self.engine)?;
        writeln!(f, "| what | p50 | p99 | n | CPU µs | written KiB | growth | beside it | aim | reached |")?;
        writeln!(f, "|---|---|---|---|---|---|---|---|---|---|")?;
        for row in &self.rows {
            let p99 = row.p99.map_or_else(|| "–".to_owned(), |v| format!("{v:.1}"));
            let beside = row.beside.as_ref().map_or_else(|| "–".to_owned(), |(v, what)| format!("{v:.1} ({what})"));
            let cpu = row.cpu.map_or_else(|| "–".to_owned(), |v| format!("{v:.0}"));
            let written = row.written.map_or_else(|| "–".to_owned(), |v| format!("{v:.1}"));
            let growth = row.growth.map_or_else(|| "–".to_owned(), |v| format!("{v:.2} ×"));
            let reached = row.reached.map_or("–", |yes| if yes { "yes" } else { "no" });
            let Row { what, unit, p50, n, aim, .. } = row;
            writeln!(
                f,
                "| {what} | {p50:.1} {unit} | {p99} | {n} | {cpu} | {written} | {growth} | {beside} | {aim} | {reached} |"
            )?;
        }
        Ok(())
    }
}

/// Times of the same thing done many times, in microseconds, sorted.
pub struct Times(Vec<f64>);

impl Times {
    /// Does `act` `n` times after a tenth as many for warming up; stops at the first problem.
    pub fn of<E>(n: usize, mut act: impl FnMut() -> Result<(), E>) -> Result<Self, E> {
        for _ in 0..n / 10 {
            act()?;
        }
        let mut all = Vec::with_capacity(n);
        for _ in 0..n {
            let from = now();
            act()?;
            all.push(micros(from.elapsed()));
        }
        all.sort_by(f64::total_cmp);
        Ok(Self(all))
    }

    /// Puts times of several threads together.
    pub fn join(parts: Vec<Vec<f64>>) -> Self {
        let mut all: Vec<f64> = parts.into_iter().flatten().collect();
        all.sort_by(f64::total_cmp);
        Self(all)
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The time below which a share of them lies; `share` from 0 to 1.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
    pub fn at(&self, share: f64) -> f64 {
        let last = self.0.len().saturating_sub(1);
        self.0.get((last as f64 * share).round() as usize).copied().unwrap_or_default()
    }
}

/// The wall clock: this is the one place of the product that measures time for its own sake.
#[allow(clippy::disallowed_methods)]
pub fn now() -> Instant {
    Instant::now()
}

/// A duration in microseconds.
pub fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}

/// CPU time of this process so far, in microseconds, to a hundredth of a second; 0 where the system does not tell.
pub fn cpu_micros() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name in the second field may hold anything, so fields are counted from behind it: utime and stime are the
    // 14th and the 15th, in ticks of 10 ms.
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    fields.skip(11).take(2).filter_map(|ticks| ticks.parse::<u32>().ok()).map(|ticks| f64::from(ticks) * 10_000.0).sum()
}

/// What this process has written so far in KiB, to files and connections alike; 0 where the system does not tell.
pub fn written_kib() -> f64 {
    let io = std::fs::read_to_string("/proc/self/io").unwrap_or_default();
    let bytes = io.lines().find_map(|line| line.strip_prefix("wchar: ")?.parse::<f64>().ok());
    bytes.unwrap_or_default() / 1024.0
}
