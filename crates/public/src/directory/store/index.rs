//! The rows and pairs by which listings are found

use std::collections::BTreeMap;
use std::sync::LazyLock;

use base::fold::kana_sort_key;
use base::{AgencyId, Outcome, Random};
use db::{Row, Tx, Value, v};

use super::MANY;
use crate::directory::terms::{Listed, unpack};

/// Pairs that one statement adds: fewer statements, and still small
const AT_ONCE: usize = 32;

/// Bits of a place that chance fills, so that places with one beginning of the sort key differ
const CHANCE_BITS: u32 = 19;

static ADD_MANY: LazyLock<String> = LazyLock::new(|| {
    let values: Vec<_> = (0..AT_ONCE).map(|i| format!("(${}, ${})", 2 * i + 1, 2 * i + 2)).collect();
    format!("INSERT INTO directory_gram (gram, place) VALUES {} ON CONFLICT DO NOTHING", values.join(", "))
});

/// A row with its place and agency
#[derive(Clone, Debug)]
pub struct Placed {
    /// Where it stands in reading order
    pub place: i64,
    /// Which agency it is
    pub agency: AgencyId,
    /// Its columns
    pub is: Listed,
}

fn read_placed(row: &Row<'_>) -> Outcome<Placed> {
    Ok(Placed {
        place: row.get(0)?,
        agency: row.get(1)?,
        is: Listed {
            kind: row.get(2)?,
            names: row.get(3)?,
            texts: row.get(4)?,
            places: row.get(5)?,
            marks: row.get(6)?,
        },
    })
}

/// Where a name stands in reading order: the beginning of its sort key, then chance
pub fn place_of(reading: &str, random: &dyn Random) -> i64 {
    let key = kana_sort_key(reading);
    let mut first = [0; 8];
    let length = key.len().min(8);
    first[..length].copy_from_slice(&key[..length]);
    let mut chance = [0; 8];
    random.fill(&mut chance);
    let mask = (1_u64 << CHANCE_BITS) - 1;
    // One bit less than 64, so that the number is never negative and sorts as the key does.
    let place = (u64::from_be_bytes(first) >> 1) & !mask | u64::from_be_bytes(chance) & mask;
    i64::try_from(place).unwrap_or(i64::MAX).max(1)
}

/// The row of an agency
pub fn of_agency(tx: &mut Tx, agency: AgencyId) -> Outcome<Option<Placed>> {
    tx.one(
        "SELECT place, agency_id, kind, names, texts, places, marks FROM directory_row WHERE agency_id = $1",
        &v![agency],
        read_placed,
    )
}

/// Adds a row; `false` when its place is taken
pub fn insert(tx: &mut Tx, row: &Placed) -> Outcome<bool> {
    let is = &row.is;
    let touched = tx.run(
        "INSERT INTO directory_row (place, agency_id, kind, names, texts, places, marks) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (place) DO NOTHING",
        &v![row.place, row.agency, &is.kind, &is.names, &is.texts, &is.places, &is.marks],
    )?;
    Ok(touched == 1)
}

/// Changes the columns of a row that keeps its place
pub fn update(tx: &mut Tx, row: &Placed) -> Outcome<()> {
    let is = &row.is;
    tx.run(
        "UPDATE directory_row SET kind = $2, names = $3, texts = $4, places = $5, marks = $6 WHERE place = $1",
        &v![row.place, &is.kind, &is.names, &is.texts, &is.places, &is.marks],
    )?;
    Ok(())
}

/// Removes a row
pub fn delete(tx: &mut Tx, place: i64) -> Outcome<()> {
    tx.run("DELETE FROM directory_row WHERE place = $1", &v![place])?;
    Ok(())
}

/// Adds pairs, in the order of the table so that its pages are written once
pub fn add_grams(tx: &mut Tx, mut grams: Vec<(String, i64)>) -> Outcome<()> {
    grams.sort_unstable();
    let mut rest = grams.into_iter();
    while rest.len() >= AT_ONCE {
        let part = rest.by_ref().take(AT_ONCE);
        let values: Vec<Value> = part.flat_map(|(gram, place)| [Value::from(gram), Value::from(place)]).collect();
        tx.run(ADD_MANY.as_str(), &values)?;
    }
    for (gram, place) in rest {
        tx.run("INSERT INTO directory_gram (gram, place) VALUES ($1, $2) ON CONFLICT DO NOTHING", &v![gram, place])?;
    }
    Ok(())
}

/// Places that one statement adds to one pair
const RUN: usize = 24;

static ADD_RUN: LazyLock<String> = LazyLock::new(|| {
    let values: Vec<_> = (0..RUN).map(|i| format!("($1, ${})", i + 2)).collect();
    format!("INSERT INTO directory_gram (gram, place) VALUES {} ON CONFLICT DO NOTHING", values.join(", "))
});

/// The pairs of many new rows, gathered so that each page of the table is written once
#[derive(Default)]
pub struct Gathered {
    grams: Vec<(u64, i64)>,
    marks: BTreeMap<String, Vec<i64>>,
    rows: usize,
}

impl Gathered {
    /// Takes in a row
    pub fn add(&mut self, row: &Listed, place: i64) {
        row.packed(|gram| self.grams.push((gram, place)));
        for mark in row.marks.lines() {
            match self.marks.get_mut(mark) {
                Some(places) => places.push(place),
                None => {
                    self.marks.insert(mark.to_owned(), vec![place]);
                }
            }
        }
        self.rows += 1;
    }

    /// How many rows are in it
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Writes everything
    pub fn write(mut self, tx: &mut Tx) -> Outcome<()> {
        for (mark, mut places) in self.marks {
            places.sort_unstable();
            add_run(tx, &mark, &places)?;
        }
        self.grams.sort_unstable();
        self.grams.dedup();
        let mut places = Vec::new();
        for run in self.grams.chunk_by(|one, other| one.0 == other.0) {
            places.clear();
            places.extend(run.iter().map(|(_, place)| *place));
            add_run(tx, &unpack(run[0].0), &places)?;
        }
        Ok(())
    }
}

/// Adds places to one pair; what is left over after whole runs goes one by one.
fn add_run(tx: &mut Tx, gram: &str, places: &[i64]) -> Outcome<()> {
    let mut runs = places.chunks_exact(RUN);
    for run in &mut runs {
        let values: Vec<Value> =
            std::iter::once(Value::from(gram)).chain(run.iter().map(|place| Value::from(*place))).collect();
        tx.run(ADD_RUN.as_str(), &values)?;
    }
    for place in runs.remainder() {
        tx.run("INSERT INTO directory_gram (gram, place) VALUES ($1, $2) ON CONFLICT DO NOTHING", &v![gram, *place])?;
    }
    Ok(())
}

/// Removes pairs of one place
pub fn remove_grams<'a>(tx: &mut Tx, place: i64, grams: impl IntoIterator<Item = &'a String>) -> Outcome<()> {
    for gram in grams {
        tx.run("DELETE FROM directory_gram WHERE gram = $1 AND place = $2", &v![gram, place])?;
    }
    Ok(())
}

/// A pair that occurs this often is counted no further
///
/// Limits stand in the statements as numbers: SQLite plans a statement anew whenever a limit is bound.
pub const COUNT_MOST: i64 = 100;

/// How many rows have a pair, counted no further than [`COUNT_MOST`]
pub fn count(tx: &mut Tx, gram: &str) -> Outcome<i64> {
    let sql = "SELECT count(*) FROM (SELECT 1 AS one FROM directory_gram WHERE gram = $1 LIMIT 100) AS few";
    Ok(tx.one(sql, &v![gram], |row| row.get(0))?.unwrap_or_default())
}

/// The same for common pairs, to tell the less common of them: counted up to 5,000
pub fn count_far(tx: &mut Tx, gram: &str) -> Outcome<i64> {
    let sql = "SELECT count(*) FROM (SELECT 1 AS one FROM directory_gram WHERE gram = $1 LIMIT 5000) AS many";
    Ok(tx.one(sql, &v![gram], |row| row.get(0))?.unwrap_or_default())
}

/// How many terms one statement can demand
pub const DEMANDS: usize = 6;

/// Rows that one statement brings at most
pub const BATCH: usize = 48;

/// The next places that have every one of the terms, in order. The first term leads: give the rarest.
pub fn with_all(tx: &mut Tx, terms: &[String], after: i64) -> Outcome<Vec<i64>> {
    let mut values = v![after].to_vec();
    values.extend((0..DEMANDS).map(|i| Value::from(terms.get(i).map_or("", String::as_str))));
    tx.all(
        "SELECT g.place FROM directory_gram g WHERE g.gram = $2 AND g.place > $1 \
         AND ($3 = '' OR EXISTS (SELECT 1 FROM directory_gram h WHERE h.gram = $3 AND h.place = g.place)) \
         AND ($4 = '' OR EXISTS (SELECT 1 FROM directory_gram h WHERE h.gram = $4 AND h.place = g.place)) \
         AND ($5 = '' OR EXISTS (SELECT 1 FROM directory_gram h WHERE h.gram = $5 AND h.place = g.place)) \
         AND ($6 = '' OR EXISTS (SELECT 1 FROM directory_gram h WHERE h.gram = $6 AND h.place = g.place)) \
         AND ($7 = '' OR EXISTS (SELECT 1 FROM directory_gram h WHERE h.gram = $7 AND h.place = g.place)) \
         ORDER BY g.place LIMIT 48",
        &values,
        |row| row.get(0),
    )
}

/// The next places at which a pair begins with these signs, in order: for words of one character
pub fn beginning(tx: &mut Tx, start: &str, after: i64) -> Outcome<Vec<i64>> {
    let end = format!("{start}\u{10ffff}");
    tx.all(
        "SELECT DISTINCT g.place FROM directory_gram g WHERE g.gram >= $1 AND g.gram < $2 AND g.place > $3 \
         ORDER BY g.place LIMIT 48",
        &v![start, end, after],
        |row| row.get(0),
    )
}

/// The rows at these places, at most [`MANY`], in order
pub fn rows(tx: &mut Tx, places: &[i64]) -> Outcome<Vec<Placed>> {
    let values: Vec<Value> = (0..MANY).map(|i| Value::from(places.get(i).copied().unwrap_or_default())).collect();
    tx.all(
        "SELECT place, agency_id, kind, names, texts, places, marks FROM directory_row \
         WHERE place IN ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) ORDER BY place",
        &values,
        read_placed,
    )
}

/// The next handful of listed agencies, after a place, in order
pub fn page(tx: &mut Tx, after: i64) -> Outcome<Vec<(i64, AgencyId)>> {
    let sql = "SELECT place, agency_id FROM directory_row WHERE place > $1 ORDER BY place LIMIT 16";
    tx.all(sql, &v![after], |row| Ok((row.get(0)?, row.get(1)?)))
}
