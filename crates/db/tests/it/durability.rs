//! What was answered is there, even when the process is killed a moment later.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;

use db::testing::TestDb;
use db::{Db, DbConfig, Engine, v};

use crate::SCHEMA;

const FILE: &str = "TSUNAGI_TEST_VICTIM";

/// Killing a process shows that an answer never comes before its commit, and that the log is read back. That the
/// commit also outlives the power is `synchronous = FULL`, which no test of ours can show.
#[test]
fn answered_acts_outlive_kill_9() {
    let test = TestDb::new(Engine::Sqlite, SCHEMA);
    let DbConfig::Sqlite { path, .. } = test.config().clone() else { unreachable!() };
    let mut victim = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "durability::victim", "--ignored", "--nocapture"])
        .env(FILE, &path)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(victim.stdout.take().unwrap()).lines().map_while(Result::ok);
    let mut answered: Vec<i64> = lines.by_ref().filter_map(|line| line.parse().ok()).take(200).collect();
    victim.kill().unwrap();
    victim.wait().unwrap();
    answered.extend(lines.filter_map(|line| line.parse::<i64>().ok()));
    assert!(answered.len() >= 200);

    let kept = test.read(|tx| tx.all("SELECT id FROM agency ORDER BY id", &v![], |row| row.get::<i64>(0))).unwrap();
    for id in answered {
        assert!(kept.binary_search(&id).is_ok(), "{id} was answered and is not there");
    }
    let sound = test.read(|tx| tx.one("PRAGMA integrity_check", &v![], |row| row.get::<String>(0)));
    assert_eq!(sound, Ok(Some("ok".to_owned())));
}

/// Writes until it is killed, telling each id after its answer; run by the test above in a process of its own
#[expect(clippy::disallowed_methods, reason = "the parent tells the child where to write")]
#[test]
#[ignore = "runs until it is killed"]
fn victim() {
    let Ok(path) = std::env::var(FILE) else { return };
    let db = Db::open(&DbConfig::Sqlite { path: PathBuf::from(path), readers: 1 }, SCHEMA).unwrap();
    thread::scope(|scope| {
        for lane in 0..4_i64 {
            let db = &db;
            scope.spawn(move || {
                for n in 1.. {
                    let id = lane * 1_000_000_000 + n;
                    let add = move |tx: &mut db::Tx| {
                        tx.run("INSERT INTO agency (id, name) VALUES ($1, $2)", &v![id, id.to_string()])
                    };
                    db.write(add).unwrap();
                    // In one piece with its line break, so that a killed process cannot leave half a number
                    tell(&format!("{id}\n"));
                }
            });
        }
    });
}

fn tell(line: &str) {
    use std::io::Write;
    std::io::stdout().lock().write_all(line.as_bytes()).unwrap();
}
