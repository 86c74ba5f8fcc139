//! At the start: does the key fit, has everybody one, and does nothing stand open any more.

use base::{Outcome, Problem, Time};
use db::{Tx, v};
use seal::{KeyId, Master};
use web::Cx;

use super::columns::{Column, Part};
use super::{Opener, store};
use crate::person;

/// Rows that one transaction of the start works off, so that nobody waits long for it.
pub const BATCH: i64 = 500;

/// Which master key this database needs; `None` if nothing is sealed yet.
pub fn needed(tx: &mut Tx) -> Outcome<Option<KeyId>> {
    store::master(tx)
}

/// Whether this master key is the one the database was sealed with; the first one that is shown becomes that.
///
/// `Err` holds the key that is needed.
pub fn fits(tx: &mut Tx, id: KeyId, now: Time) -> Outcome<Result<(), KeyId>> {
    match store::master(tx)? {
        Some(needed) if needed == id => Ok(Ok(())),
        Some(needed) => Ok(Err(needed)),
        None => store::set_master(tx, id, now).map(Ok),
    }
}

/// Draws keys for persons who have none, [`BATCH`] at most; says how many. For databases from before there were keys.
pub fn make_keys(cx: &mut Cx<'_>) -> Outcome<usize> {
    let without = person::without_key(cx, BATCH)?;
    for person in &without {
        super::new_key(cx, *person)?;
    }
    Ok(without.len())
}

/// Seals [`BATCH`] texts of a column at most that stand open, and says how many; none once it is sealed from end to end.
///
/// It can be broken off at any moment and run again, also by two servers at once.
pub fn seal_column(cx: &mut Cx<'_>, column: Column) -> Outcome<usize> {
    if store::is_done(cx.tx, column.name)? {
        return Ok(0);
    }
    let open = read_open(cx.tx, column, BATCH)?;
    let opener = Opener::of(cx.tx)?;
    for (wrapped, text, parts) in &open {
        let wrapped = wrapped.as_deref().ok_or_else(|| Problem::internal("a text about somebody without a key"))?;
        let sealed = opener.key(wrapped)?.seal(&column.place(parts), text);
        let mut values = v![sealed, text].to_vec();
        values.extend(parts.iter().map(db::Value::from));
        cx.tx.run(column.seal, &values)?;
    }
    if open.is_empty() {
        store::done(cx.tx, column.name, cx.now)?;
    }
    Ok(open.len())
}

/// How many texts of a column stand open, as far as `limit`; for checks.
pub fn standing_open(tx: &mut Tx, column: Column, limit: i64) -> Outcome<usize> {
    read_open(tx, column, limit).map(|open| open.len())
}

type Open = (Option<Vec<u8>>, String, Vec<Part>);

fn read_open(tx: &mut Tx, column: Column, limit: i64) -> Outcome<Vec<Open>> {
    tx.all(column.open, &v![limit], |row| Ok((row.get(0)?, row.get(1)?, column.parts(row)?)))
}

/// Wraps every key anew under another master key, all in this one transaction: either all are or none is, and a server
/// that still runs with the old key opens nothing from the commit on. `tell` hears how many are done.
pub fn rewrap(tx: &mut Tx, from: &Master, to: &Master, now: Time, tell: &dyn Fn(usize)) -> Outcome<usize> {
    let (mut after, mut done) = (i64::MIN, 0);
    loop {
        let page = store::page(tx, after, BATCH)?;
        for (person, wrapped) in &page {
            let key = from.unwrap(wrapped).map_err(|_| Problem::internal("the key of a person does not open"))?;
            store::replace(tx, *person, &to.wrap(&key, *person))?;
        }
        done += page.len();
        tell(done);
        match page.last() {
            Some((last, _)) => after = *last,
            None => break,
        }
    }
    store::set_master(tx, to.id(), now)?;
    Ok(done)
}
