//! The transaction an act works on.

use std::sync::Arc;

use base::{Outcome, Problem};
use seal::Master;

use crate::fault::{Fault, Kind, Violation};
use crate::postgres::PostgresLink;
use crate::row::Row;
use crate::sqlite::SqliteLink;
use crate::value::Value;

/// Which engine answers
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Embedded, one file
    Sqlite,
    /// A server
    Postgres,
}

/// The open connection of a worker
pub(crate) enum Link {
    Sqlite(SqliteLink),
    Postgres(Box<PostgresLink>),
}

/// One transaction, lent to an act
///
/// All of an act's changes are kept, or none. It ends with the act: `Ok` keeps, `Err` and panic undo. So an act that
/// must remember a failure (a wrong password) answers `Ok` with the failure inside.
///
/// Once a statement has failed, every further one fails too, and the act as a whole, even if it answers `Ok`:
/// PostgreSQL works that way, and SQLite is made to. Where a double is expected, `run_unless_exists` is the way.
pub struct Tx {
    pub(crate) link: Link,
    pub(crate) failed: Option<Kind>,
    pub(crate) master: Option<Arc<Master>>,
}

impl Tx {
    pub(crate) fn new(link: Link) -> Self {
        Self { link, failed: None, master: None }
    }

    /// Which engine answers; for the few texts that must differ, such as full-text search
    pub fn engine(&self) -> Engine {
        match self.link {
            Link::Sqlite(_) => Engine::Sqlite,
            Link::Postgres(_) => Engine::Postgres,
        }
    }

    /// The master key that was given with the database; see [`Db::give_key`](crate::Db::give_key)
    ///
    /// `Internal` where none was: a command that needs none must not meet a sealed text.
    pub fn master(&self) -> Outcome<Arc<Master>> {
        self.master.clone().ok_or_else(|| Problem::internal("this database was opened without its seal key"))
    }

    /// Runs a statement and says how many rows it touched
    ///
    /// `Refused` when a unique or foreign key forbids it (see [`Violation::of`]), `Unavailable` when the database
    /// cannot answer, `Internal` when the statement is wrong.
    pub fn run(&mut self, sql: &'static str, values: &[Value]) -> Outcome<u64> {
        self.usable(values)?;
        self.run_raw(sql, values).map_err(|fault| self.fail(&fault, sql))
    }

    /// Runs a statement whose answer nobody needs: a row that is only added, a change of a row known to be there
    ///
    /// On PostgreSQL it travels with the next statement, or with the commit, and costs no waiting of its own. Where it
    /// fails then, the act fails with the same problem as `run` would have had.
    pub fn run_later(&mut self, sql: &'static str, values: &[Value]) -> Outcome<()> {
        self.usable(values)?;
        let done = match &mut self.link {
            Link::Sqlite(link) => link.run(sql, values).map(drop),
            Link::Postgres(link) => link.run_later(sql, values),
        };
        done.map_err(|fault| self.fail(&fault, sql))
    }

    /// Runs a statement unless the same unique key is there already; says whether it ran
    ///
    /// The double may be one that this transaction cannot see yet, saved by another since it began.
    pub fn run_unless_exists(&mut self, sql: &'static str, values: &[Value]) -> Outcome<bool> {
        self.usable(values)?;
        let done = match &mut self.link {
            // A failed statement undoes itself on SQLite.
            Link::Sqlite(link) => match link.run(sql, values) {
                Ok(_) => Ok(true),
                Err(fault) if fault.kind == Kind::Violation(Violation::Unique) => Ok(false),
                Err(fault) => Err(fault),
            },
            Link::Postgres(link) => link.run_unless_exists(sql, values),
        };
        done.map_err(|fault| self.fail(&fault, sql))
    }

    /// Every row of the answer, read by `read`
    pub fn all<T>(
        &mut self,
        sql: &'static str,
        values: &[Value],
        mut read: impl FnMut(&Row<'_>) -> Outcome<T>,
    ) -> Outcome<Vec<T>> {
        let mut items = Vec::new();
        self.each(sql, values, &mut |row| {
            items.push(read(row)?);
            Ok(())
        })?;
        Ok(items)
    }

    /// The one row of the answer, or `None`; a second row is `Internal`, for then the statement asks for too much
    pub fn one<T>(
        &mut self,
        sql: &'static str,
        values: &[Value],
        mut read: impl FnMut(&Row<'_>) -> Outcome<T>,
    ) -> Outcome<Option<T>> {
        let mut found = None;
        self.each(sql, values, &mut |row| {
            if found.is_some() {
                return Err(Problem::Internal(format!("more than one row in: {sql}")));
            }
            found = Some(read(row)?);
            Ok(())
        })?;
        Ok(found)
    }

    /// Whether the answer has any row
    pub fn exists(&mut self, sql: &'static str, values: &[Value]) -> Outcome<bool> {
        let mut any = false;
        self.each(sql, values, &mut |_| {
            any = true;
            Ok(())
        })?;
        Ok(any)
    }

    fn each(
        &mut self,
        sql: &'static str,
        values: &[Value],
        read: &mut dyn FnMut(&Row<'_>) -> Outcome<()>,
    ) -> Outcome<()> {
        self.usable(values)?;
        let done = match &mut self.link {
            Link::Sqlite(link) => link.each(sql, values, read),
            Link::Postgres(link) => link.each(sql, values, read),
        };
        // The inner outcome is the reader's own: a cell it could not use does not spoil the transaction.
        done.map_err(|fault| self.fail(&fault, sql))?
    }

    fn run_raw(&mut self, sql: &'static str, values: &[Value]) -> Result<u64, Fault> {
        match &mut self.link {
            Link::Sqlite(link) => link.run(sql, values),
            Link::Postgres(link) => link.run(sql, values),
        }
    }

    fn usable(&self, values: &[Value]) -> Outcome<()> {
        if self.failed.is_some() {
            return Err(Problem::Internal("the act went on after a failed statement".to_owned()));
        }
        match values.iter().find_map(Value::flaw) {
            None => Ok(()),
            Some(flaw) => Err(Problem::Internal(flaw.to_owned())),
        }
    }

    fn fail(&mut self, fault: &Fault, sql: &str) -> Problem {
        self.failed = Some(fault.kind);
        fault.problem(sql)
    }
}
