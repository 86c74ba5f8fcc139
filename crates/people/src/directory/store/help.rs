//! Telephones that answer everybody

use base::{Date, Lang, Outcome, WorkerId};
use db::{Row, Tx, v};

use crate::directory::help::{Line, NewLine, Told};

fn read(row: &Row<'_>) -> Outcome<Line> {
    let hours: String = row.get(2)?;
    Ok(Line {
        id: row.get(0)?,
        is: NewLine {
            tel: row.get(1)?,
            hours: hours.parse().unwrap_or_default(),
            name: Told { ja: row.get(3)?, simple: row.get(4)?, en: row.get(5)? },
            note: Told { ja: row.get(6)?, simple: row.get(7)?, en: row.get(8)? },
            source: row.get(9)?,
            active: row.get(12)?,
        },
        checked_on: row.get(10)?,
        checked_by: row.get(11)?,
        version: row.get(13)?,
    })
}

/// Every line in order; only those that are shown, if wished
pub fn all(tx: &mut Tx, shown_only: bool) -> Outcome<Vec<Line>> {
    tx.all(
        "SELECT id, tel, hours, name_ja, name_simple, name_en, note_ja, note_simple, note_en, source, checked_on, \
         checked_by, active, version FROM directory_help_line WHERE active OR NOT $1 ORDER BY sort, id LIMIT 20",
        &v![shown_only],
        read,
    )
}

/// Adds a line behind the others
pub fn insert(tx: &mut Tx, id: i64, new: &NewLine, on: Date, by: Option<WorkerId>) -> Outcome<()> {
    tx.run(
        "INSERT INTO directory_help_line (id, tel, hours, name_ja, name_simple, name_en, note_ja, note_simple, note_en, \
         source, checked_on, checked_by, active, version, sort) \
         SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1, coalesce(max(sort), 0) + 1 \
         FROM directory_help_line",
        &v![
            id,
            &new.tel,
            new.hours.to_string(),
            new.name.of(Lang::Ja),
            &new.name.simple,
            &new.name.en,
            new.note.of(Lang::Ja),
            &new.note.simple,
            &new.note.en,
            &new.source,
            on,
            by,
            new.active
        ],
    )?;
    Ok(())
}

/// Saves over the version that was read; `false` when somebody saved in between
pub fn update(tx: &mut Tx, id: i64, new: &NewLine, version: i64, on: Date, by: Option<WorkerId>) -> Outcome<bool> {
    let touched = tx.run(
        "UPDATE directory_help_line SET tel = $2, hours = $3, name_ja = $4, name_simple = $5, name_en = $6, note_ja = $7, \
         note_simple = $8, note_en = $9, source = $10, checked_on = $11, checked_by = $12, active = $13, \
         version = version + 1 WHERE id = $1 AND version = $14",
        &v![
            id,
            &new.tel,
            new.hours.to_string(),
            &new.name.ja,
            &new.name.simple,
            &new.name.en,
            &new.note.ja,
            &new.note.simple,
            &new.note.en,
            &new.source,
            on,
            by,
            new.active,
            version
        ],
    )?;
    Ok(touched == 1)
}
