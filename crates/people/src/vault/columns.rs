//! Which columns are sealed, as data: what the start seals and the check looks through.

use base::Outcome;
use db::{Cell, CellMismatch, FromCell, Row, Value};
use seal::Place;

/// A column whose texts are sealed.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// As `table.column`, the name under which its texts are bound.
    pub name: &'static str,
    /// Finds texts that stand open: the person's wrapped key, the text, then what makes the row's place. `$1` how many.
    pub open: &'static str,
    /// Puts a sealed text (`$1`) in the place of an open one (`$2`); from `$3` on what makes the row's place.
    pub seal: &'static str,
    /// How many values make the row's place.
    pub key: usize,
}

/// A value that makes a row's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// An id, a number, a truth.
    Number(i64),
    /// A code.
    Code(String),
}

impl FromCell for Part {
    fn from_cell(cell: Cell<'_>) -> Result<Self, CellMismatch> {
        match cell {
            Cell::Int(number) => Ok(Self::Number(number)),
            Cell::Text(code) => Ok(Self::Code(code.to_owned())),
            other => Err(CellMismatch::new("a number or a code", other)),
        }
    }
}

impl From<&Part> for Value {
    fn from(part: &Part) -> Self {
        match part {
            Part::Number(number) => Self::from(*number),
            Part::Code(code) => Self::from(code),
        }
    }
}

impl Column {
    /// What makes the place of the row.
    pub(super) fn parts(&self, row: &Row<'_>) -> Outcome<Vec<Part>> {
        (2..2 + self.key).map(|at| row.get(at)).collect()
    }

    /// The place of a row of this column.
    pub(super) fn place(&self, parts: &[Part]) -> Place {
        parts.iter().fold(Place::column(self.name), |place, part| match part {
            Part::Number(number) => place.at(*number),
            Part::Code(code) => place.under(code),
        })
    }
}

/// A sealed column in one line: name, table, column, whose it is as SQL text over `t`, and the columns of its row's key.
///
/// The mark of a sealed text is four characters long; whatever begins otherwise stands open.
#[macro_export]
macro_rules! sealed_column {
    ($table:literal, $column:literal, $person:expr, [$($key:literal = $n:literal),+]) => {
        $crate::vault::Column {
            name: concat!($table, ".", $column),
            open: concat!(
                "SELECT ", $crate::key_sql!($person), ", t.", $column, $(", t.", $key,)+ " FROM ", $table, " t WHERE t.",
                $column, " IS NOT NULL AND substr(t.", $column, ", 1, 4) <> '\u{1}s1.' LIMIT $1"
            ),
            seal: concat!(
                "UPDATE ", $table, " SET ", $column, " = $1 WHERE ", $column, " = $2", $(" AND ", $key, " = ", $n),+
            ),
            key: [$($key),+].len(),
        }
    };
}
