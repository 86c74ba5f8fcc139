//! What only a server can do: lose the connection.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use db::testing::TestDb;
use db::{Db, DbConfig, Engine, Tx, v};

use crate::{SCHEMA, agencies};

fn pid(tx: &mut Tx) -> base::Outcome<i32> {
    Ok(tx.one("SELECT pg_backend_pid()", &v![], |row| row.get(0))?.unwrap())
}

fn end_backend(db: &Db, pid: i32) {
    let ended = db
        .read(move |tx| tx.one("SELECT pg_terminate_backend(CAST($1 AS INTEGER))", &v![pid], |row| row.get::<bool>(0)));
    assert_eq!(ended, Ok(Some(true)));
}

/// The same database with one worker, so that the next act surely meets the same connection
fn one_worker(test: &TestDb) -> Db {
    let DbConfig::Postgres { url, .. } = test.config().clone() else { unreachable!() };
    Db::open(&DbConfig::Postgres { url, workers: 1 }, SCHEMA).unwrap()
}

#[test]
fn a_connection_that_died_while_idle_is_replaced() {
    let test = TestDb::new(Engine::Postgres, SCHEMA);
    let db = one_worker(&test);
    for _ in 0..3 {
        let first = db.read(pid).unwrap();
        end_backend(&test, first);
        let second = db.write(pid).unwrap();
        assert_ne!(first, second);
    }
    db.close();
}

#[test]
fn an_act_whose_connection_dies_before_the_commit_is_run_again_once() {
    let test = TestDb::new(Engine::Postgres, SCHEMA);
    let db = one_worker(&test);
    let runs = Arc::new(AtomicU32::new(0));
    let seen = Arc::clone(&runs);
    let (tell, told) = std::sync::mpsc::channel();
    let (go, gone) = std::sync::mpsc::channel::<()>();
    let act = db.write_async(move |tx| {
        tx.run("INSERT INTO agency (id, name) VALUES (1, 'A')", &v![])?;
        if seen.fetch_add(1, Ordering::SeqCst) == 0 {
            tell.send(pid(tx)?).unwrap();
            gone.recv().unwrap();
        }
        tx.run("INSERT INTO agency (id, name) VALUES (2, 'B')", &v![])
    });
    end_backend(&test, told.recv().unwrap());
    go.send(()).unwrap();
    db.close();
    drop(act);
    assert_eq!(runs.load(Ordering::SeqCst), 2);
    assert_eq!(agencies(&test), 2);
}

#[test]
fn an_act_whose_commit_has_no_known_result_is_not_run_again() {
    let test = TestDb::new(Engine::Postgres, SCHEMA);
    let db = one_worker(&test);
    // The server ends its own connection in the middle of the commit.
    for sql in [
        "CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS \
         'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END'",
        "CREATE CONSTRAINT TRIGGER die AFTER INSERT ON agency DEFERRABLE INITIALLY DEFERRED \
         FOR EACH ROW WHEN (NEW.id = 13) EXECUTE FUNCTION die()",
    ] {
        test.write(move |tx| tx.run(sql, &v![])).unwrap();
    }
    let runs = Arc::new(AtomicU32::new(0));
    let seen = Arc::clone(&runs);
    let outcome = db.write(move |tx| {
        seen.fetch_add(1, Ordering::SeqCst);
        tx.run("INSERT INTO agency (id, name) VALUES (13, 'A')", &v![])
    });
    assert_eq!(outcome, Err(base::Problem::Unavailable));
    assert_eq!(runs.load(Ordering::SeqCst), 1);
    assert_eq!(db.read(|tx| tx.exists("SELECT 1 FROM agency", &v![])), Ok(false));
    db.close();
}

#[test]
fn a_configuration_does_not_tell_its_password() {
    let url = "postgres://a:secret@localhost/b".to_owned();
    assert_eq!(format!("{:?}", DbConfig::Postgres { url, workers: 2 }), "PostgreSQL (2 workers)");
}

#[expect(clippy::disallowed_methods, reason = "tests are told by the environment where the server is")]
#[test]
fn a_server_that_is_not_there_is_unavailable() {
    let config = DbConfig::Postgres { url: "postgres://nobody@127.0.0.1:1/none".to_owned(), workers: 1 };
    assert_eq!(Db::open(&config, &[]).err(), Some(base::Problem::Unavailable));
    // Encryption was asked for and there is none: better no connection than an open one.
    let url = format!("{}?sslmode=require", std::env::var("TSUNAGI_TEST_PG").unwrap());
    assert!(Db::open(&DbConfig::Postgres { url, workers: 1 }, &[]).is_err());
    let config = DbConfig::Postgres { url: "postgres://secret word".to_owned(), workers: 1 };
    let refused = Db::open(&config, &[]).err().unwrap().to_string();
    assert!(!refused.contains("secret"), "{refused}");
}

#[test]
fn a_plan_that_a_migration_made_stale_is_prepared_anew() {
    let test = TestDb::new(Engine::Postgres, SCHEMA);
    let db = one_worker(&test);
    let all = |tx: &mut Tx| tx.all("SELECT * FROM agency", &v![], |row| row.get::<i64>(0));
    assert_eq!(db.read(all), Ok(vec![]));
    test.write(|tx| tx.run("ALTER TABLE agency ADD COLUMN note TEXT", &v![])).unwrap();
    assert_eq!(db.read(all), Ok(vec![]));
    db.close();
}
