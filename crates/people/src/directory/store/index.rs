//! The rows and pairs by which listings are found

use std::sync::LazyLock;

use base::fold::kana_sort_key;
use base::{AgencyId, Outcome, Random};
use db::{Row, Tx, Value, v};

use crate::directory::terms::Listed;

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

/// How many terms one statement can demand
pub const DEMANDS: usize = 6;

/// Rows that one statement brings at most
pub const BATCH: usize = 48;

/// The next rows that have every one of the terms, after a place, in order. The first term leads: give the rarest.
pub fn with_all(tx: &mut Tx, terms: &[String], after: i64) -> Outcome<Vec<Placed>> {
    let mut values = v![after].to_vec();
    values.extend((0..DEMANDS).map(|i| Value::from(terms.get(i).map_or("", String::as_str))));
    tx.all(
        "SELECT r.place, r.agency_id, r.kind, r.names, r.texts, r.places, r.marks \
         FROM directory_gram g JOIN directory_row r ON r.place = g.place \
         WHERE g.gram = $2 AND g.place > $1 \
         AND ($3 = '' OR EXISTS (SELECT 1 FROM directory_gram h WHERE h.gram = $3 AND h.place = g.place)) \
         AND ($4 = '' OR EXISTS (SELECT 1 FROM directory_gram h WHERE h.gram = $4 AND h.place = g.place)) \
         AND ($5 = '' OR EXISTS (SELECT 1 FROM directory_gram h WHERE h.gram = $5 AND h.place = g.place)) \
         AND ($6 = '' OR EXISTS (SELECT 1 FROM directory_gram h WHERE h.gram = $6 AND h.place = g.place)) \
         AND ($7 = '' OR EXISTS (SELECT 1 FROM directory_gram h WHERE h.gram = $7 AND h.place = g.place)) \
         ORDER BY g.place LIMIT 48",
        &values,
        read_placed,
    )
}

/// The next rows in which a pair begins with these signs, after a place, in order: for words of one character
pub fn beginning(tx: &mut Tx, start: &str, after: i64) -> Outcome<Vec<Placed>> {
    let end = format!("{start}\u{10ffff}");
    tx.all(
        "SELECT r.place, r.agency_id, r.kind, r.names, r.texts, r.places, r.marks FROM directory_row r \
         WHERE r.place IN (SELECT DISTINCT g.place FROM directory_gram g \
         WHERE g.gram >= $1 AND g.gram < $2 AND g.place > $3 ORDER BY g.place LIMIT 48) ORDER BY r.place",
        &v![start, end, after],
        read_placed,
    )
}

/// The next handful of listed agencies, after a place, in order
pub fn page(tx: &mut Tx, after: i64) -> Outcome<Vec<(i64, AgencyId)>> {
    let sql = "SELECT place, agency_id FROM directory_row WHERE place > $1 ORDER BY place LIMIT 16";
    tx.all(sql, &v![after], |row| Ok((row.get(0)?, row.get(1)?)))
}
