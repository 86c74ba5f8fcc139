//! SQL of sessions and failed tries.

use base::{AgencyId, Outcome, SessionId, Time, WorkerId};
use db::{Row, Tx, v};
use policy::Roles;

use crate::{agency, asks_second_sql, roles_sql};

/// A session as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionRow {
    pub id: SessionId,
    pub worker: WorkerId,
    pub agency: AgencyId,
    pub seen_at: Time,
    pub ends_at: Time,
    pub locked: bool,
    /// When the worker last showed that it is them.
    pub stepped_up_at: Time,
    /// Whether a second factor was shown in it.
    pub strong: bool,
}

pub fn insert(tx: &mut Tx, token_hash: &str, row: &SessionRow) -> Outcome<()> {
    tx.run(
        "INSERT INTO session (token_hash, id, worker_id, agency_id, created_at, seen_at, ends_at, locked, \
         stepped_up_at, strong) VALUES ($1, $2, $3, $4, $5, $5, $6, FALSE, $7, $8)",
        &v![token_hash, row.id, row.worker, row.agency, row.seen_at, row.ends_at, row.stepped_up_at, row.strong],
    )?;
    Ok(())
}

pub fn get(tx: &mut Tx, token_hash: &str) -> Outcome<Option<SessionRow>> {
    tx.one(
        "SELECT id, worker_id, agency_id, seen_at, ends_at, locked, stepped_up_at, strong FROM session \
         WHERE token_hash = $1",
        &v![token_hash],
        read,
    )
}

/// A session, what its worker may do there now, and whether the agency asks a second factor of everybody, in one
/// statement: every request asks for it.
pub fn seat(tx: &mut Tx, token_hash: &str, now: Time) -> Outcome<Option<(SessionRow, Option<Roles>, bool)>> {
    tx.one(
        concat!(
            "SELECT s.id, s.worker_id, s.agency_id, s.seen_at, s.ends_at, s.locked, s.stepped_up_at, s.strong, ",
            roles_sql!("s.worker_id", "s.agency_id", "$2"),
            ", ",
            asks_second_sql!("s.agency_id"),
            " FROM session s WHERE s.token_hash = $1"
        ),
        &v![token_hash, now],
        |row| {
            Ok((
                read(row)?,
                row.get::<Option<i64>>(8)?.map(agency::roles),
                row.get::<Option<bool>>(9)?.unwrap_or(false),
            ))
        },
    )
}

fn read(row: &Row<'_>) -> Outcome<SessionRow> {
    Ok(SessionRow {
        id: row.get(0)?,
        worker: row.get(1)?,
        agency: row.get(2)?,
        seen_at: row.get(3)?,
        ends_at: row.get(4)?,
        locked: row.get(5)?,
        stepped_up_at: row.get(6)?,
        strong: row.get(7)?,
    })
}

pub fn touch(tx: &mut Tx, token_hash: &str, now: Time) -> Outcome<()> {
    tx.run_later("UPDATE session SET seen_at = $2 WHERE token_hash = $1", &v![token_hash, now])
}

/// Gives a session a new token, because its worker has just shown that it is them; says until when it can live.
pub fn step_up(tx: &mut Tx, id: SessionId, token_hash: &str, now: Time) -> Outcome<Option<Time>> {
    tx.run(
        "UPDATE session SET token_hash = $2, stepped_up_at = $3, seen_at = $3 WHERE id = $1",
        &v![id, token_hash, now],
    )?;
    tx.one("SELECT ends_at FROM session WHERE token_hash = $1", &v![token_hash], |row| row.get(0))
}

/// A session that is open, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenSession {
    /// Its id.
    pub id: SessionId,
    /// For which agency.
    pub agency: AgencyId,
    /// Since when.
    pub since: Time,
    /// When it was last used, to the minute.
    pub seen_at: Time,
}

/// The sessions of a worker that have neither ended nor locked, last used first.
pub fn open_of(tx: &mut Tx, worker: WorkerId, now: Time, idle_since: Time) -> Outcome<Vec<OpenSession>> {
    tx.all(
        "SELECT id, agency_id, created_at, seen_at FROM session WHERE worker_id = $1 AND ends_at > $2 \
         AND seen_at >= $3 AND NOT locked ORDER BY seen_at DESC, id LIMIT 100",
        &v![worker, now, idle_since],
        |row| Ok(OpenSession { id: row.get(0)?, agency: row.get(1)?, since: row.get(2)?, seen_at: row.get(3)? }),
    )
}

/// Ends a session of this worker; `false` when there is none.
pub fn end_own(tx: &mut Tx, worker: WorkerId, id: SessionId) -> Outcome<bool> {
    Ok(tx.run("DELETE FROM session WHERE worker_id = $1 AND id = $2", &v![worker, id])? > 0)
}

pub fn end_others(tx: &mut Tx, worker: WorkerId, but: SessionId) -> Outcome<()> {
    tx.run("DELETE FROM session WHERE worker_id = $1 AND id <> $2", &v![worker, but])?;
    Ok(())
}

/// A code for a new password, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StartCode {
    pub worker: WorkerId,
    pub code_hash: String,
    pub agency: AgencyId,
    /// The administrator; `None` for the command line.
    pub given_by: Option<WorkerId>,
    pub given_at: Time,
    pub until: Time,
}

/// Keeps a code in place of the one before.
pub fn keep_code(tx: &mut Tx, code: &StartCode) -> Outcome<()> {
    tx.run(
        "INSERT INTO start_code (worker_id, code_hash, agency_id, given_by, given_at, until_at) \
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (worker_id) DO UPDATE SET code_hash = excluded.code_hash, \
         agency_id = excluded.agency_id, given_by = excluded.given_by, given_at = excluded.given_at, \
         until_at = excluded.until_at",
        &v![code.worker, &code.code_hash, code.agency, code.given_by, code.given_at, code.until],
    )?;
    Ok(())
}

/// The agency that gave this worker this code, while it can be used.
pub fn code_holds(tx: &mut Tx, worker: WorkerId, code_hash: &str, now: Time) -> Outcome<Option<AgencyId>> {
    tx.one(
        "SELECT agency_id FROM start_code WHERE worker_id = $1 AND code_hash = $2 AND until_at > $3",
        &v![worker, code_hash, now],
        |row| row.get(0),
    )
}

pub fn forget_code(tx: &mut Tx, worker: WorkerId) -> Outcome<()> {
    tx.run("DELETE FROM start_code WHERE worker_id = $1", &v![worker])?;
    Ok(())
}

pub fn switch(tx: &mut Tx, id: SessionId, agency: AgencyId) -> Outcome<()> {
    tx.run("UPDATE session SET agency_id = $2 WHERE id = $1", &v![id, agency])?;
    Ok(())
}

pub fn end(tx: &mut Tx, id: SessionId) -> Outcome<()> {
    tx.run("DELETE FROM session WHERE id = $1", &v![id])?;
    Ok(())
}

pub fn end_all(tx: &mut Tx, worker: WorkerId) -> Outcome<()> {
    tx.run("DELETE FROM session WHERE worker_id = $1", &v![worker])?;
    // Nor is a sign-in gone on with that was begun with the old password.
    super::second::end_begun(tx, worker)
}

/// Forgets sessions and codes that have ended, and tries counted in a window that began before `since`; says how many.
pub fn forget_ended(tx: &mut Tx, now: Time, since: Time) -> Outcome<u64> {
    let sessions = tx.run("DELETE FROM session WHERE ends_at <= $1", &v![now])?;
    let codes = tx.run("DELETE FROM start_code WHERE until_at <= $1", &v![now])?;
    let tries = tx.run("DELETE FROM sign_in_try WHERE window_from <= $1", &v![since])?;
    Ok(sessions + codes + tries)
}

/// Failed tries under a key since the window began.
pub fn failures(tx: &mut Tx, key: &str, since: Time) -> Outcome<i64> {
    let found =
        tx.one("SELECT failures FROM sign_in_try WHERE key = $1 AND window_from > $2", &v![key, since], |row| {
            row.get(0)
        })?;
    Ok(found.unwrap_or_default())
}

pub fn add_failure(tx: &mut Tx, key: &str, since: Time, now: Time) -> Outcome<()> {
    tx.run(
        "INSERT INTO sign_in_try (key, failures, window_from) VALUES ($1, 1, $3) ON CONFLICT (key) DO UPDATE SET \
         failures = CASE WHEN sign_in_try.window_from > $2 THEN sign_in_try.failures + 1 ELSE 1 END, \
         window_from = CASE WHEN sign_in_try.window_from > $2 THEN sign_in_try.window_from ELSE $3 END",
        &v![key, since, now],
    )?;
    Ok(())
}

pub fn clear_failures(tx: &mut Tx, key: &str) -> Outcome<()> {
    tx.run("DELETE FROM sign_in_try WHERE key = $1", &v![key])?;
    Ok(())
}
