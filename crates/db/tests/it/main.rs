//! What `db` promises, on both engines.
#![allow(clippy::unwrap_used)]

mod acts;
mod durability;
mod idempotency;
mod migrations;
mod outbox;
mod postgres_only;
mod sqlite_only;
mod statements;
mod tls;
mod violations;

use db::{Db, Migration, v};

/// A small schema with every kind of column and constraint
const SCHEMA: &[Migration] = &[Migration {
    id: "test-1",
    sql: "CREATE TABLE agency (id BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL UNIQUE);
          CREATE TABLE person (
            id BIGINT NOT NULL PRIMARY KEY,
            agency_id BIGINT NOT NULL REFERENCES agency (id),
            name TEXT NOT NULL,
            visits BIGINT CHECK (visits >= 0),
            born TEXT,
            active BOOLEAN NOT NULL DEFAULT TRUE,
            score DOUBLE PRECISION,
            sealed BYTEA,
            seen_at BIGINT
          );
          CREATE TABLE tally (name TEXT NOT NULL, day TEXT NOT NULL, n BIGINT NOT NULL, PRIMARY KEY (name, day)) /* clustered */;",
}];

/// How many agencies a reader sees
fn agencies(db: &Db) -> i64 {
    db.read(|tx| tx.one("SELECT count(*) FROM agency", &v![], |row| row.get(0))).unwrap().unwrap()
}

/// Adds an agency in an act of its own
fn add_agency(db: &Db, id: i64, name: &'static str) {
    db.write(move |tx| tx.run("INSERT INTO agency (id, name) VALUES ($1, $2)", &v![id, name])).unwrap();
}
