//! One SQLite connection: statements in, rows and faults out.

use base::Outcome;
use rusqlite::ffi::{self, ErrorCode};
use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};
use rusqlite::{CachedStatement, Connection, Error};

use crate::fault::{Fault, Kind, Violation};
use crate::row::{Cell, CellMismatch, Row, Source};
use crate::value::Value;

/// A connection with its cache of prepared statements
pub(crate) struct SqliteLink {
    pub(super) connection: Connection,
}

impl SqliteLink {
    pub fn new(connection: Connection) -> Self {
        Self { connection }
    }

    pub fn run(&mut self, sql: &str, values: &[Value]) -> Result<u64, Fault> {
        let mut statement = self.prepared(sql, values)?;
        let touched = statement.raw_execute().map_err(|why| fault(&why))?;
        Ok(u64::try_from(touched).unwrap_or(u64::MAX))
    }

    pub fn each(
        &mut self,
        sql: &str,
        values: &[Value],
        read: &mut dyn FnMut(&Row<'_>) -> Outcome<()>,
    ) -> Result<Outcome<()>, Fault> {
        let mut statement = self.prepared(sql, values)?;
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next().map_err(|why| fault(&why))? {
            if let Err(problem) = read(&Row(Source::Sqlite(row))) {
                return Ok(Err(problem));
            }
        }
        Ok(Ok(()))
    }

    /// Several statements without parameters
    pub fn batch(&mut self, sql: &str) -> Result<(), Fault> {
        self.connection.execute_batch(sql).map_err(|why| fault(&why))
    }

    /// A statement of the transaction's own (`BEGIN`, `SAVEPOINT`, …)
    pub fn control(&mut self, sql: &'static str) -> Result<(), Fault> {
        self.run(sql, &[]).map(drop)
    }

    /// Whether a transaction is open; SQLite ends it on its own when the disk is full or fails
    pub fn in_transaction(&self) -> bool {
        !self.connection.is_autocommit()
    }

    fn prepared(&self, sql: &str, values: &[Value]) -> Result<CachedStatement<'_>, Fault> {
        let mut statement = self.connection.prepare_cached(sql).map_err(|why| fault(&why))?;
        let wanted = statement.parameter_count();
        if wanted != values.len() {
            return Err(Fault::wrong(format!("{wanted} parameters, but {} values", values.len())));
        }
        for index in 1..=wanted {
            // To SQLite `$2` is a name, not the second place: places are given in order of first appearance.
            let name = statement.parameter_name(index).unwrap_or_default();
            let number = name.strip_prefix('$').and_then(|digits| digits.parse::<usize>().ok());
            let Some(value) = number.and_then(|n| values.get(n.wrapping_sub(1))) else {
                return Err(Fault::wrong(format!("parameter `{name}` is not $1 to ${wanted}")));
            };
            statement.raw_bind_parameter(index, Parameter(value)).map_err(|why| fault(&why))?;
        }
        Ok(statement)
    }
}

struct Parameter<'a>(&'a Value);

impl ToSql for Parameter<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let borrowed = match self.0 {
            Value::Int(Some(n)) => ValueRef::Integer(*n),
            Value::Text(Some(text)) => ValueRef::Text(text.as_bytes()),
            Value::Bool(Some(yes)) => ValueRef::Integer(i64::from(*yes)),
            Value::Real(Some(x)) => ValueRef::Real(*x),
            Value::Bytes(Some(bytes)) => ValueRef::Blob(bytes),
            Value::Int(None) | Value::Text(None) | Value::Bool(None) | Value::Real(None) | Value::Bytes(None) => {
                ValueRef::Null
            }
        };
        Ok(ToSqlOutput::Borrowed(borrowed))
    }
}

/// What SQLite gave, as a cell
pub(crate) fn cell(found: ValueRef<'_>) -> Result<Cell<'_>, CellMismatch> {
    Ok(match found {
        ValueRef::Null => Cell::Null,
        ValueRef::Integer(n) => Cell::Int(n),
        ValueRef::Real(x) => Cell::Real(x),
        ValueRef::Text(bytes) => {
            Cell::Text(std::str::from_utf8(bytes).map_err(|_| CellMismatch("text that is not UTF-8".to_owned()))?)
        }
        ValueRef::Blob(bytes) => Cell::Bytes(bytes),
    })
}

/// What SQLite objected to. Its messages name tables and columns, never values, so they may be told.
pub(super) fn fault(why: &Error) -> Fault {
    let kind = match why {
        Error::SqliteFailure(code, _) => match code.extended_code {
            ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY | ffi::SQLITE_CONSTRAINT_ROWID => {
                Kind::Violation(Violation::Unique)
            }
            ffi::SQLITE_CONSTRAINT_FOREIGNKEY => Kind::Violation(Violation::ForeignKey),
            ffi::SQLITE_CONSTRAINT_NOTNULL => Kind::Violation(Violation::NotNull),
            ffi::SQLITE_CONSTRAINT_CHECK => Kind::Violation(Violation::Check),
            _ => match code.code {
                ErrorCode::DatabaseBusy
                | ErrorCode::DatabaseLocked
                | ErrorCode::DiskFull
                | ErrorCode::SystemIoFailure
                | ErrorCode::CannotOpen
                | ErrorCode::OutOfMemory => Kind::Busy,
                _ => Kind::Wrong,
            },
        },
        _ => Kind::Wrong,
    };
    Fault { kind, detail: why.to_string() }
}
