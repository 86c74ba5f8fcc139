//! Start-up and memory of the real program on an existing database.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use base::{Outcome, Problem};
use db::DbConfig;

use super::Plan;
use super::stats::{Row, Table, Times, micros, now};

/// Starts the program five times; the time until its first answer, and what it holds in memory then.
pub fn start_up(plan: &Plan, binary: &Path, table: &mut Table) -> Outcome<()> {
    let mut starts = Vec::new();
    let mut memory = Vec::new();
    for _ in 0..5 {
        let (start, resident) = once(plan, binary)?;
        starts.push(start / 1_000.0);
        memory.push(resident);
    }
    let (starts, memory) = (Times::join(vec![starts]), Times::join(vec![memory]));
    table.rows.push(Row {
        aim: "≤ 200 ms",
        reached: Some(starts.at(0.5) <= 200.0),
        ..Row::timed("start on an existing database, until the first answer", "ms", &starts)
    });
    table.rows.push(Row {
        aim: "≤ 80 MB",
        reached: Some(memory.at(0.5) <= 80.0),
        ..Row::one("resident memory, idle", "MB", memory.at(0.5), memory.len())
    });
    Ok(())
}

fn once(plan: &Plan, binary: &Path) -> Outcome<(f64, f64)> {
    let mut command = Command::new(binary);
    command.args(["serve", "--listen", "127.0.0.1:0"]).stdout(Stdio::piped()).stderr(Stdio::null());
    match &plan.db {
        DbConfig::Sqlite { path, .. } => command.arg("--data").arg(path),
        DbConfig::Postgres { url, .. } => {
            command.args(["--database-url", url]).arg("--data").arg(plan.folder.join("bench.db"))
        }
    };
    let from = now();
    let mut server = command.spawn().map_err(Problem::internal)?;
    let ready = server.stdout.take().and_then(|out| BufReader::new(out).lines().find_map(Result::ok));
    let address = ready.as_deref().and_then(|line| line.split("http://").nth(1)).map(|a| a.trim_end_matches('/'));
    let answered = address.is_some_and(|a| ureq::get(format!("http://{a}/")).call().is_ok());
    let time = micros(from.elapsed());
    let resident = resident_mb(server.id());
    let _ = server.kill();
    let _ = server.wait();
    if answered { Ok((time, resident)) } else { Err(Problem::internal("the server did not answer")) }
}

/// `VmRSS` of a process in MB.
#[allow(clippy::cast_precision_loss)]
fn resident_mb(pid: u32) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status.lines().find(|l| l.starts_with("VmRSS:")).unwrap_or_default();
    let kib: u64 = line.split_whitespace().nth(1).and_then(|n| n.parse().ok()).unwrap_or_default();
    kib as f64 / 1024.0
}
