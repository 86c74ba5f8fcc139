//! What only a file can do: be full, and have its log copied.

use std::fs;

use base::Problem;
use db::testing::TestDb;
use db::{Db, DbConfig, Engine, v};

use crate::{SCHEMA, add_agency, agencies};

/// Lets the file grow to so many pages and no further
fn allow_pages(db: &Db, sql: &'static str) {
    db.write(move |tx| tx.all(sql, &v![], |_| Ok(()))).unwrap();
}

fn add_big(db: &Db, id: i64) -> Result<u64, Problem> {
    let name = format!("{id}{}", "長".repeat(50_000));
    db.write(move |tx| tx.run("INSERT INTO agency (id, name) VALUES ($1, $2)", &v![id, &name]))
}

#[test]
fn a_full_disk_is_not_the_end() {
    let test = TestDb::new(Engine::Sqlite, SCHEMA);
    add_agency(&test, 1, "A");
    allow_pages(&test, "PRAGMA max_page_count = 60");
    assert_eq!(add_big(&test, 2), Err(Problem::Unavailable));
    assert_eq!(agencies(&test), 1);
    allow_pages(&test, "PRAGMA max_page_count = 100000");
    assert_eq!(add_big(&test, 3), Ok(1));
    assert_eq!(agencies(&test), 2);
}

#[test]
fn the_log_is_copied_beside_the_writer() {
    let test = TestDb::new(Engine::Sqlite, SCHEMA);
    let DbConfig::Sqlite { path, .. } = test.config().clone() else { unreachable!() };
    let log = path.with_extension("db-wal");
    // 400 acts of some 75 pages make 120 MB in all.
    for id in 0..400 {
        add_big(&test, id).unwrap();
    }
    let length = fs::metadata(log).unwrap().len();
    assert!(length < 100 << 20, "the log has {length} bytes");
    assert_eq!(agencies(&test), 400);
}

#[test]
fn a_file_in_a_folder_that_is_not_there_is_unavailable() {
    let config = DbConfig::Sqlite { path: "/nowhere/at/all.db".into(), readers: 1 };
    assert_eq!(Db::open(&config, &[]).err(), Some(Problem::Unavailable));
}

#[cfg(unix)]
#[test]
fn only_the_owner_may_read_the_files() {
    use std::os::unix::fs::PermissionsExt;
    let test = TestDb::new(Engine::Sqlite, SCHEMA);
    let DbConfig::Sqlite { path, .. } = test.config().clone() else { unreachable!() };
    for file in fs::read_dir(path.parent().unwrap()).unwrap() {
        let file = file.unwrap();
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o077, 0, "{:?}", file.file_name());
    }
}

#[test]
fn a_file_that_is_something_else_is_not_touched() {
    let test = TestDb::new(Engine::Sqlite, SCHEMA);
    let DbConfig::Sqlite { path, .. } = test.config().clone() else { unreachable!() };
    let other = path.with_file_name("letter.txt");
    fs::write(&other, "拝啓 ".repeat(2000)).unwrap();
    let refused = Db::open(&DbConfig::Sqlite { path: other.clone(), readers: 1 }, &[]).err();
    assert!(matches!(&refused, Some(Problem::Internal(text)) if text.contains("not a database")), "{refused:?}");
    assert_eq!(fs::read_to_string(other).unwrap(), "拝啓 ".repeat(2000));
}
