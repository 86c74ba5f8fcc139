//! One test body, two engines.
//!
//! ```text
//! db::testing::both_engines!(a_leg_is_kept, crate::MIGRATIONS, |db: Db| {
//!     db.write(|tx| …).unwrap();
//! });
//! ```
//!
//! makes the tests `a_leg_is_kept::sqlite` and `a_leg_is_kept::postgres`, each with a fresh database that is removed
//! afterwards.

use std::fs;
use std::ops::Deref;
use std::path::PathBuf;

use base::{OsRandom, Random};

use crate::database::{Db, DbConfig};
use crate::migrate::Migration;
use crate::postgres;
use crate::tx::Engine;

pub use crate::both_engines;

/// Names the server where tests may make schemas
const SERVER: &str = "TSUNAGI_TEST_PG";

/// Makes a test of each engine: `both_engines!(name, |db: Db| { … })`, with migrations as a middle argument if needed
#[macro_export]
macro_rules! both_engines {
    ($name:ident, |$db:ident: $type:ty| $body:expr) => {
        $crate::both_engines!($name, &[], |$db: $type| $body);
    };
    ($name:ident, $migrations:expr, |$db:ident: $type:ty| $body:expr) => {
        mod $name {
            #[allow(unused_imports, clippy::wildcard_imports)]
            use super::*;

            fn body($db: $type) {
                $body
            }

            #[test]
            fn sqlite() {
                $crate::testing::run($crate::Engine::Sqlite, $migrations, body);
            }

            #[test]
            fn postgres() {
                $crate::testing::run($crate::Engine::Postgres, $migrations, body);
            }
        }
    };
}

/// A fresh database, removed when dropped (also after a failed test)
pub struct TestDb {
    db: Option<Db>,
    config: DbConfig,
    place: Place,
}

enum Place {
    Folder(PathBuf),
    Schema { server: String, name: String },
}

impl TestDb {
    /// A fresh database with these migrations applied
    ///
    /// # Panics
    /// When it cannot be made; for PostgreSQL also when `TSUNAGI_TEST_PG` is not set. A test that skips itself would
    /// hide that one engine is no longer tested.
    #[expect(clippy::disallowed_methods, reason = "tests are told by the environment where the server is")]
    pub fn new(engine: Engine, migrations: &[Migration]) -> Self {
        let name = format!("t_{}", token());
        let (place, config) = match engine {
            Engine::Sqlite => {
                let folder = std::env::temp_dir().join(format!("tsunagi-{name}"));
                fs::create_dir(&folder).expect("a folder for the test database");
                let path = folder.join("tsunagi.db");
                (Place::Folder(folder), DbConfig::Sqlite { path, readers: 2 })
            }
            Engine::Postgres => {
                let server = std::env::var(SERVER).unwrap_or_else(|_| {
                    panic!("{SERVER} is not set: run the tests with `cargo xtask test`, which starts a PostgreSQL")
                });
                postgres::admin(&server, &format!("CREATE SCHEMA {name}")).expect("a schema for the test");
                let and = if server.contains('?') { '&' } else { '?' };
                let url = format!("{server}{and}options=-csearch_path%3D{name}");
                (Place::Schema { server, name }, DbConfig::Postgres { url, workers: 4 })
            }
        };
        // Made before opening, so that a failed opening cleans up too.
        let mut test = Self { db: None, config, place };
        let db = Db::open(&test.config, migrations).expect("the test database opens");
        db.give_key(seal_key());
        test.db = Some(db);
        test
    }

    /// How to open it once more, as another server or program would
    pub fn config(&self) -> &DbConfig {
        &self.config
    }
}

impl Deref for TestDb {
    type Target = Db;

    fn deref(&self) -> &Db {
        self.db.as_ref().expect("a test database is open until it is dropped")
    }
}

impl Drop for TestDb {
    fn drop(&mut self) {
        if let Some(db) = self.db.take() {
            db.close();
        }
        // What cannot be removed is left behind; failing here would hide the test's own failure.
        match &self.place {
            Place::Folder(folder) => {
                let _ = fs::remove_dir_all(folder);
            }
            Place::Schema { server, name } => {
                let _ = postgres::admin(server, &format!("DROP SCHEMA {name} CASCADE"));
            }
        }
    }
}

/// The master key of every test database
pub fn seal_key() -> seal::Master {
    seal::Master::new([7; 32])
}

/// Runs a test body on a fresh database; `both_engines!` calls it.
pub fn run(engine: Engine, migrations: &[Migration], body: fn(Db)) {
    let test = TestDb::new(engine, migrations);
    body(Db::clone(&test));
}

fn token() -> String {
    let mut bytes = [0; 8];
    OsRandom.fill(&mut bytes);
    format!("{:016x}", u64::from_le_bytes(bytes))
}
