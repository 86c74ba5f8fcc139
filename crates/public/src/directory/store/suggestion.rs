//! What people say should be corrected

use base::{AgencyId, Outcome, SuggestionId, Time, WorkerId};
use db::{Row, Tx, v};

use crate::directory::model::{Standing, Suggestion, Topic};

fn read(row: &Row<'_>) -> Outcome<Suggestion> {
    Ok(Suggestion {
        id: row.get(0)?,
        agency: row.get(1)?,
        topic: row.get(2)?,
        text: row.get(3)?,
        contact: row.get(4)?,
        standing: row.get(5)?,
        at: row.get(6)?,
        version: row.get(7)?,
    })
}

/// A suggestion as it comes
pub struct New<'a> {
    /// About which agency
    pub agency: AgencyId,
    /// About what
    pub topic: Topic,
    /// In their words
    pub text: &'a str,
    /// How to ask back
    pub contact: Option<&'a str>,
}

/// Takes one down
pub fn insert(tx: &mut Tx, id: SuggestionId, new: &New<'_>, now: Time) -> Outcome<()> {
    tx.run(
        "INSERT INTO directory_suggestion (id, agency_id, topic, text, contact, standing, at, version) \
         VALUES ($1, $2, $3, $4, $5, 'open', $6, 1)",
        &v![id, new.agency, new.topic.code(), new.text, new.contact, now],
    )?;
    Ok(())
}

/// How many wait for an agency, and how many came from anybody since a moment
pub fn counts(tx: &mut Tx, agency: AgencyId, since: Time) -> Outcome<(i64, i64)> {
    let sql = "SELECT count(*) FROM directory_suggestion WHERE agency_id = $1 AND standing = 'open'";
    let waiting = tx.one(sql, &v![agency], |row| row.get(0))?.unwrap_or_default();
    let sql = "SELECT count(*) FROM directory_suggestion WHERE standing = 'open' AND at > $1";
    let lately = tx.one(sql, &v![since], |row| row.get(0))?.unwrap_or_default();
    Ok((waiting, lately))
}

/// One of them
pub fn get(tx: &mut Tx, id: SuggestionId) -> Outcome<Option<Suggestion>> {
    tx.one(
        "SELECT id, agency_id, topic, text, contact, standing, at, version FROM directory_suggestion WHERE id = $1",
        &v![id],
        read,
    )
}

/// Those that wait, the oldest first, after a place in that order; of one agency if given
pub fn waiting(tx: &mut Tx, of: Option<AgencyId>, after: (Time, i64), most: i64) -> Outcome<Vec<Suggestion>> {
    tx.all(
        "SELECT id, agency_id, topic, text, contact, standing, at, version FROM directory_suggestion \
         WHERE standing = 'open' AND ($1 IS NULL OR agency_id = $1) AND (at, id) > ($2, $3) ORDER BY at, id LIMIT $4",
        &v![of, after.0, after.1, most],
        read,
    )
}

/// Decides one that waits; `false` when somebody decided in between. The contact is forgotten.
pub fn decide(tx: &mut Tx, id: SuggestionId, to: Standing, by: WorkerId, version: i64, now: Time) -> Outcome<bool> {
    let touched = tx.run(
        "UPDATE directory_suggestion SET standing = $2, contact = NULL, decided_at = $3, decided_by = $4, \
         version = version + 1 WHERE id = $1 AND version = $5 AND standing = 'open'",
        &v![id, to.code(), now, by, version],
    )?;
    Ok(touched == 1)
}
