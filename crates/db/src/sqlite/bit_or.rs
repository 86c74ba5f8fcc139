//! `bit_or`, which PostgreSQL has and SQLite has not: the categories that any of several rows allow.

use rusqlite::functions::{Aggregate, Context, FunctionFlags};
use rusqlite::{Connection, Result};

struct BitOr;

/// As on PostgreSQL: nulls are passed over, and of nothing but nulls the answer is null.
impl Aggregate<Option<i64>, Option<i64>> for BitOr {
    fn init(&self, _: &mut Context<'_>) -> Result<Option<i64>> {
        Ok(None)
    }

    fn step(&self, context: &mut Context<'_>, so_far: &mut Option<i64>) -> Result<()> {
        if let Some(bits) = context.get::<Option<i64>>(0)? {
            *so_far = Some(so_far.unwrap_or(0) | bits);
        }
        Ok(())
    }

    fn finalize(&self, _: &mut Context<'_>, so_far: Option<Option<i64>>) -> Result<Option<i64>> {
        Ok(so_far.flatten())
    }
}

pub(super) fn register(connection: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    connection.create_aggregate_function("bit_or", 1, flags, BitOr)
}
