//! SQL of the help lines.

use base::{Outcome, Problem};
use db::{Row, Tx, v};

use super::Line;

fn read(row: &Row<'_>) -> Outcome<Line> {
    Ok(Line {
        code: row.get(0)?,
        name: row.get(1)?,
        tel: row.get(2)?,
        hours: row.get(3)?,
        source: row.get(4)?,
        checked_on: row.get(5)?,
        version: row.get(6)?,
    })
}

pub fn all(tx: &mut Tx) -> Outcome<Vec<Line>> {
    tx.all("SELECT code, name, tel, hours, source, checked_on, version FROM help_line ORDER BY sort, code", &v![], read)
}

pub fn get(tx: &mut Tx, code: &str) -> Outcome<Option<Line>> {
    tx.one("SELECT code, name, tel, hours, source, checked_on, version FROM help_line WHERE code = $1", &v![code], read)
}

/// Saves over the version that was read.
pub fn save(tx: &mut Tx, line: &Line) -> Outcome<()> {
    let touched = tx.run(
        "UPDATE help_line SET name = $2, tel = $3, hours = $4, source = $5, checked_on = $6, version = version + 1 \
         WHERE code = $1 AND version = $7",
        &v![&line.code, &line.name, &line.tel, &line.hours, &line.source, line.checked_on, line.version],
    )?;
    if touched == 1 { Ok(()) } else { Err(Problem::Stale) }
}
