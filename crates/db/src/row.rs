//! What comes out of a statement: rows of cells, read by position into Rust types.

use base::{Date, Outcome, Problem, Time};

use crate::postgres::PostgresCell;

/// One row of an answer, alive only while the closure that reads it runs
pub struct Row<'a>(pub(crate) Source<'a>);

/// Where a row's cells really are
pub(crate) enum Source<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a tokio_postgres::Row),
}

impl Row<'_> {
    /// The cell in column `i`, counted from zero as the `SELECT` lists them
    ///
    /// Internal when there is no such column, or when it holds something else: a null where the type is not an
    /// `Option`, or a number that does not fit. The message never holds the content.
    pub fn get<T: FromCell>(&self, i: usize) -> Outcome<T> {
        T::from_cell(self.cell(i)?).map_err(|wrong| Problem::Internal(format!("column {i}: {}", wrong.0)))
    }

    fn cell(&self, i: usize) -> Outcome<Cell<'_>> {
        match &self.0 {
            Source::Sqlite(row) => {
                let cell = row.get_ref(i).map_err(|_| missing(i))?;
                crate::sqlite::cell(cell).map_err(|wrong| Problem::Internal(format!("column {i}: {}", wrong.0)))
            }
            Source::Postgres(row) => {
                if i >= row.len() {
                    return Err(missing(i));
                }
                let cell: PostgresCell<'_> =
                    row.try_get(i).map_err(|why| Problem::Internal(format!("column {i}: {why}")))?;
                Ok(cell.0)
            }
        }
    }
}

fn missing(i: usize) -> Problem {
    Problem::Internal(format!("the row has no column {i}"))
}

/// One value as an engine gave it
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell<'a> {
    /// SQL's null
    Null,
    /// An integer of any width
    Int(i64),
    /// A double
    Real(f64),
    /// Text, always UTF-8
    Text(&'a str),
    /// A boolean; SQLite has none and gives an `Int` of 0 or 1
    Bool(bool),
    /// Bytes
    Bytes(&'a [u8]),
}

/// Why a cell is not of the type asked for, without its content
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellMismatch(pub String);

impl CellMismatch {
    /// `wanted` names the type asked for; of the cell only its kind is told.
    pub fn new(wanted: &str, cell: Cell<'_>) -> Self {
        let kind = match cell {
            Cell::Null => "null",
            Cell::Int(_) => "an integer",
            Cell::Real(_) => "a double",
            Cell::Text(_) => "text",
            Cell::Bool(_) => "a boolean",
            Cell::Bytes(_) => "bytes",
        };
        Self(format!("wanted {wanted}, found {kind}"))
    }
}

/// A type that a cell can be read into
///
/// Rooms implement it for their own codes (`fn from_cell(cell) { Stage::from_code(&String::from_cell(cell)?)… }`).
pub trait FromCell: Sized {
    /// Reads the cell, or says what else was there.
    fn from_cell(cell: Cell<'_>) -> Result<Self, CellMismatch>;
}

impl<T: FromCell> FromCell for Option<T> {
    fn from_cell(cell: Cell<'_>) -> Result<Self, CellMismatch> {
        match cell {
            Cell::Null => Ok(None),
            there => T::from_cell(there).map(Some),
        }
    }
}

/// Integers narrower than the column: what does not fit is a mismatch, never cut off.
macro_rules! narrow_integers {
    ($($type:ty),+) => { $(
        impl FromCell for $type {
            fn from_cell(cell: Cell<'_>) -> Result<Self, CellMismatch> {
                match cell {
                    Cell::Int(n) => Self::try_from(n).map_err(|_| {
                        CellMismatch(concat!("the integer does not fit ", stringify!($type)).to_owned())
                    }),
                    other => Err(CellMismatch::new(stringify!($type), other)),
                }
            }
        }
    )+ };
}

narrow_integers!(i64, i32, i16, u64, u32, u16, u8, usize);

impl FromCell for bool {
    fn from_cell(cell: Cell<'_>) -> Result<Self, CellMismatch> {
        match cell {
            Cell::Bool(yes) => Ok(yes),
            Cell::Int(0) => Ok(false),
            Cell::Int(1) => Ok(true),
            other => Err(CellMismatch::new("a boolean", other)),
        }
    }
}

impl FromCell for f64 {
    fn from_cell(cell: Cell<'_>) -> Result<Self, CellMismatch> {
        match cell {
            Cell::Real(x) => Ok(x),
            other => Err(CellMismatch::new("a double", other)),
        }
    }
}

impl FromCell for String {
    fn from_cell(cell: Cell<'_>) -> Result<Self, CellMismatch> {
        match cell {
            Cell::Text(text) => Ok(text.to_owned()),
            other => Err(CellMismatch::new("text", other)),
        }
    }
}

impl FromCell for Vec<u8> {
    fn from_cell(cell: Cell<'_>) -> Result<Self, CellMismatch> {
        match cell {
            Cell::Bytes(bytes) => Ok(bytes.to_vec()),
            other => Err(CellMismatch::new("bytes", other)),
        }
    }
}

impl FromCell for Time {
    fn from_cell(cell: Cell<'_>) -> Result<Self, CellMismatch> {
        i64::from_cell(cell).map(Self::from_micros)
    }
}

impl FromCell for Date {
    fn from_cell(cell: Cell<'_>) -> Result<Self, CellMismatch> {
        match cell {
            Cell::Text(text) => {
                text.parse().map_err(|_| CellMismatch("wanted a calendar date, found other text".to_owned()))
            }
            other => Err(CellMismatch::new("a calendar date", other)),
        }
    }
}
