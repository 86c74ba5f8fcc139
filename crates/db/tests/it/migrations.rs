//! The schema grows by steps that never change.

use base::Problem;
use db::testing::TestDb;
use db::{Db, Engine, Migration, v};

const FIRST: Migration = Migration { id: "a-1", sql: "CREATE TABLE a (id BIGINT NOT NULL PRIMARY KEY);" };
const SECOND: Migration = Migration { id: "b-1", sql: "ALTER TABLE a ADD COLUMN note TEXT;" };
const BROKEN: Migration = Migration { id: "c-1", sql: "CREATE TABLE c (id BIGINT); INSERT INTO nowhere VALUES (1);" };

fn refusal(test: &TestDb, migrations: &[Migration]) -> String {
    match Db::open(test.config(), migrations) {
        Err(Problem::Internal(text)) => text,
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("it opened"),
    }
}

fn exists(db: &Db, sql: &'static str) -> bool {
    db.read(move |tx| tx.exists(sql, &v![])).is_ok()
}

fn steps(engine: Engine) {
    let test = TestDb::new(engine, &[FIRST]);
    assert!(exists(&test, "SELECT id FROM a"));
    assert!(!exists(&test, "SELECT note FROM a"));

    // Once more, and with a step in between: each runs once.
    Db::open(test.config(), &[FIRST]).unwrap().close();
    let grown = Db::open(test.config(), &[SECOND, FIRST]).unwrap();
    assert!(exists(&grown, "SELECT note FROM a"));
    grown.close();

    let changed = Migration { sql: "CREATE TABLE a (id BIGINT);", ..FIRST };
    assert!(refusal(&test, &[changed, SECOND]).contains("a-1 was changed"));
    assert!(refusal(&test, &[FIRST]).contains("b-1, which this program does not know"));
    assert!(refusal(&test, &[FIRST, SECOND, FIRST]).contains("two migrations are called a-1"));

    // Nothing is left of a step that fails half-way, so it can be mended and run again.
    assert!(refusal(&test, &[FIRST, SECOND, BROKEN]).contains("c-1 fails"));
    assert!(!exists(&test, "SELECT id FROM c"));
    let mended = Migration { sql: "CREATE TABLE c (id BIGINT);", ..BROKEN };
    Db::open(test.config(), &[FIRST, SECOND, mended]).unwrap().close();
    assert!(exists(&test, "SELECT id FROM c"));

    let deferred = Migration { id: "d-1", sql: "CREATE TABLE d (a BIGINT REFERENCES a (id) DEFERRABLE);" };
    assert!(refusal(&test, &[FIRST, SECOND, mended, deferred]).contains("says DEFERRABLE"));
}

#[test]
fn steps_sqlite() {
    steps(Engine::Sqlite);
}

#[test]
fn steps_postgres() {
    steps(Engine::Postgres);
}

#[test]
fn two_servers_start_together() {
    let test = TestDb::new(Engine::Postgres, &[]);
    std::thread::scope(|scope| {
        let opening: Vec<_> =
            (0..4).map(|_| scope.spawn(|| Db::open(test.config(), &[FIRST, SECOND]).map(Db::close))).collect();
        for one in opening {
            assert_eq!(one.join().unwrap(), Ok(()));
        }
    });
}

#[test]
fn the_marker_clusters_on_sqlite() {
    let test = TestDb::new(Engine::Sqlite, crate::SCHEMA);
    let with_rowid = |sql| test.read(move |tx| tx.exists(sql, &v![])).is_ok();
    assert!(with_rowid("SELECT rowid FROM agency"));
    assert!(!with_rowid("SELECT rowid FROM tally"));
}

const TRAIL: Migration = Migration {
    id: "trail-1",
    sql: "CREATE TABLE trail (id BIGINT NOT NULL PRIMARY KEY, note TEXT); CREATE TABLE more (id BIGINT);\n\
          /* only added: trail */\n/* only added: more */\nINSERT INTO trail VALUES (1, 'a');",
};

fn only_added(engine: Engine) {
    let test = TestDb::new(engine, &[TRAIL]);
    test.write(|tx| tx.run("INSERT INTO trail (id, note) VALUES (2, 'b')", &v![])).unwrap();
    for sql in ["UPDATE trail SET note = 'c' WHERE id = 1", "DELETE FROM trail WHERE id = 1"] {
        let refused = test.write(move |tx| tx.run(sql, &v![]));
        assert!(matches!(&refused, Err(Problem::Internal(why)) if why.contains("are only added")), "{refused:?}");
    }
    let kept = test.read(|tx| tx.all("SELECT note FROM trail ORDER BY id", &v![], |row| row.get::<String>(0))).unwrap();
    assert_eq!(kept, ["a", "b"]);
}

#[test]
fn rows_that_are_only_added_cannot_be_changed_or_deleted_sqlite() {
    only_added(Engine::Sqlite);
}

#[test]
fn rows_that_are_only_added_cannot_be_changed_or_deleted_postgres() {
    only_added(Engine::Postgres);
}
