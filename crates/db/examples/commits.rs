//! What an act costs on SQLite, and how writers share commits.
//!
//! `cargo run --release -p db --example commits [folder]`; figures depend on the disk of that folder.
#![expect(clippy::disallowed_methods, reason = "a measurement reads the stopwatch")]
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::cast_precision_loss)]

use std::path::PathBuf;
use std::time::{Duration, Instant};
use std::{fs, thread};

use db::{Db, DbConfig, Migration, Tx, v};

const SCHEMA: &[Migration] = &[Migration {
    id: "commits-1",
    sql: "CREATE TABLE item (id BIGINT NOT NULL PRIMARY KEY, state TEXT NOT NULL, at BIGINT NOT NULL, n BIGINT NOT NULL);
          CREATE INDEX item_state ON item (state, at);
          CREATE TABLE trail (id BIGINT NOT NULL PRIMARY KEY, item_id BIGINT NOT NULL REFERENCES item (id), what TEXT NOT NULL);",
}];

/// As a typical act: two looks, an insert, a list, updates and a trail, eight statements in all
fn act(tx: &mut Tx, id: i64) -> base::Outcome<i64> {
    tx.exists("SELECT 1 FROM item WHERE id = $1", &v![id])?;
    tx.one("SELECT state, at FROM item WHERE id = $1", &v![id - 1], |row| row.get::<String>(0))?;
    tx.run("INSERT INTO item (id, state, at, n) VALUES ($1, $2, $3, 0)", &v![id, "sent", id])?;
    let sql = "SELECT id FROM item WHERE state = $1 ORDER BY at DESC LIMIT 10";
    let newest = tx.all(sql, &v!["sent"], |row| row.get::<i64>(0))?;
    tx.run("UPDATE item SET n = n + 1 WHERE id = $1", &v![id])?;
    tx.run("UPDATE item SET state = $2 WHERE id = $1", &v![id, "accepted"])?;
    tx.run("INSERT INTO trail (id, item_id, what) VALUES ($1, $1, $2)", &v![id, "accepted"])?;
    tx.one("SELECT n FROM item WHERE id = $1", &v![id], |row| row.get::<i64>(0))?;
    Ok(newest.first().copied().unwrap_or(id))
}

fn main() {
    let parent = std::env::args_os().nth(1).map_or_else(std::env::temp_dir, PathBuf::from);
    let folder = parent.join(format!("tsunagi-commits-{}", std::process::id()));
    fs::create_dir(&folder).unwrap();
    let db = Db::open(&DbConfig::Sqlite { path: folder.join("commits.db"), readers: 2 }, SCHEMA).unwrap();

    // Many acts' statements under one commit: what the statements cost without it.
    let count = 5_000;
    let begun = Instant::now();
    db.write(move |tx| (1..=count).try_for_each(|id| act(tx, id).map(drop))).unwrap();
    println!("statements of one act: {:.1} µs", micros(begun.elapsed()) / count as f64);

    let mut next = 1_000_000;
    for writers in [1_i64, 4, 16, 64] {
        let each = 8_000 / (writers + 3);
        let begun = Instant::now();
        let lanes: Vec<_> = (0..writers)
            .map(|lane| {
                let (db, first) = (db.clone(), next + lane * each);
                thread::spawn(move || (first..first + each).map(|id| timed(&db, id)).collect::<Vec<_>>())
            })
            .collect();
        let mut times: Vec<Duration> = lanes.into_iter().flat_map(|lane| lane.join().unwrap()).collect();
        let seconds = begun.elapsed().as_secs_f64();
        times.sort();
        next += writers * each;
        println!(
            "{writers:>3} writers: {:>6.0} acts/s, median {:>6.0} µs, p99 {:>6.0} µs, worst {:>7.0} µs",
            times.len() as f64 / seconds,
            micros(times[times.len() / 2]),
            micros(times[times.len() * 99 / 100]),
            micros(times[times.len() - 1]),
        );
    }
    let begun = Instant::now();
    for id in 1..=10_000 {
        db.read(move |tx| tx.one("SELECT n FROM item WHERE id = $1", &v![id], |row| row.get::<i64>(0))).unwrap();
    }
    println!("one read after another: {:.1} µs each, thread hop included", micros(begun.elapsed()) / 10_000.0);
    db.close();
    fs::remove_dir_all(folder).unwrap();
}

fn timed(db: &Db, id: i64) -> Duration {
    let begun = Instant::now();
    db.write(move |tx| act(tx, id)).unwrap();
    begun.elapsed()
}

fn micros(span: Duration) -> f64 {
    span.as_secs_f64() * 1e6
}
