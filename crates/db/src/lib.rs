//! The only place where an SQL engine is named.
//!
//! One SQL text runs on SQLite (embedded, the default) and on PostgreSQL; `docs/sql.md` holds the house rules for it.
//! An **act** is a plain function on one transaction: `db.write(|tx| …)`. The web crosses over once per request, with
//! `write_async`.
//!
//! On SQLite one thread writes. It takes every act that waits, runs each inside its own savepoint, commits once for
//! all of them, and then answers them: durable, and many times faster than a commit each. Readers see snapshots and
//! never wait for it. On PostgreSQL each worker thread has its own connection, and an act is run again when the server
//! says that two of them met.
//!
//! ```text
//! let open = db.read(|tx| tx.all("SELECT id FROM leg WHERE done_at IS NULL ORDER BY due_at", &v![], |row| row.get::<LegId>(0)))?;
//! ```

mod act;
mod database;
mod fault;
mod idempotency;
mod migrate;
mod outbox;
mod postgres;
mod queue;
mod row;
mod sqlite;
pub mod testing;
mod tx;
mod value;

pub use database::{Db, DbConfig};
pub use fault::Violation;
pub use migrate::Migration;
pub use outbox::{Drained, Mail, drain};
pub use row::{Cell, CellMismatch, FromCell, Row};
pub use tx::{Engine, Tx};
pub use value::Value;
