//! SQL of second factors, recovery codes and sign-ins that wait for one.

use base::{AgencyId, Outcome, SessionId, Time, WorkerId};
use db::{Tx, v};

/// A second factor as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Factor {
    /// The shared secret, base 32.
    pub secret: String,
    pub proposed_at: Time,
    /// Since when it is asked for; `None` while it is only proposed.
    pub confirmed_at: Option<Time>,
    /// The last step of time whose code was used.
    pub last_step: i64,
}

pub fn get(tx: &mut Tx, worker: WorkerId) -> Outcome<Option<Factor>> {
    tx.one(
        "SELECT secret, proposed_at, confirmed_at, last_step FROM second_factor WHERE worker_id = $1",
        &v![worker],
        |row| {
            Ok(Factor {
                secret: row.get(0)?,
                proposed_at: row.get(1)?,
                confirmed_at: row.get(2)?,
                last_step: row.get(3)?,
            })
        },
    )
}

/// Keeps a proposed secret in place of the one proposed before; `false` when one is confirmed already.
pub fn propose(tx: &mut Tx, worker: WorkerId, secret: &str, now: Time) -> Outcome<bool> {
    let touched = tx.run(
        "INSERT INTO second_factor (worker_id, secret, proposed_at, confirmed_at, last_step) \
         VALUES ($1, $2, $3, NULL, 0) ON CONFLICT (worker_id) DO UPDATE SET secret = excluded.secret, \
         proposed_at = excluded.proposed_at WHERE second_factor.confirmed_at IS NULL",
        &v![worker, secret, now],
    )?;
    Ok(touched == 1)
}

/// From now on it is asked for; the code that confirmed it counts as used.
pub fn confirm(tx: &mut Tx, worker: WorkerId, step: i64, now: Time) -> Outcome<bool> {
    let touched = tx.run(
        "UPDATE second_factor SET confirmed_at = $2, last_step = $3 WHERE worker_id = $1 AND confirmed_at IS NULL",
        &v![worker, now, step],
    )?;
    Ok(touched == 1)
}

/// Uses up the code of a step; `false` when this or a later one was used before.
pub fn use_step(tx: &mut Tx, worker: WorkerId, step: i64) -> Outcome<bool> {
    let touched = tx.run(
        "UPDATE second_factor SET last_step = $2 WHERE worker_id = $1 AND confirmed_at IS NOT NULL AND last_step < $2",
        &v![worker, step],
    )?;
    Ok(touched == 1)
}

/// Takes the second factor and its recovery codes away; `false` when there was none.
pub fn end(tx: &mut Tx, worker: WorkerId) -> Outcome<bool> {
    tx.run("DELETE FROM recovery_code WHERE worker_id = $1", &v![worker])?;
    let confirmed =
        tx.run("DELETE FROM second_factor WHERE worker_id = $1 AND confirmed_at IS NOT NULL", &v![worker])?;
    tx.run("DELETE FROM second_factor WHERE worker_id = $1", &v![worker])?;
    Ok(confirmed == 1)
}

/// Keeps these recovery codes in place of those before.
pub fn keep_codes(tx: &mut Tx, worker: WorkerId, hashes: &[String], now: Time) -> Outcome<()> {
    tx.run("DELETE FROM recovery_code WHERE worker_id = $1", &v![worker])?;
    for hash in hashes {
        tx.run(
            "INSERT INTO recovery_code (worker_id, code_hash, given_at) VALUES ($1, $2, $3)",
            &v![worker, hash, now],
        )?;
    }
    Ok(())
}

/// Uses up a recovery code; `false` when it is none of this worker's, or was used.
pub fn use_code(tx: &mut Tx, worker: WorkerId, hash: &str) -> Outcome<bool> {
    let gone = tx.run("DELETE FROM recovery_code WHERE worker_id = $1 AND code_hash = $2", &v![worker, hash])?;
    Ok(gone == 1)
}

pub fn codes_left(tx: &mut Tx, worker: WorkerId) -> Outcome<i64> {
    let count =
        tx.one("SELECT count(*) FROM recovery_code WHERE worker_id = $1", &v![worker], |row| row.get::<i64>(0))?;
    Ok(count.unwrap_or_default())
}

/// Somebody has shown the password and is asked for the second factor until then.
pub fn begin(tx: &mut Tx, token_hash: &str, worker: WorkerId, agency: AgencyId, until: Time) -> Outcome<()> {
    tx.run(
        "INSERT INTO sign_in_step (token_hash, worker_id, agency_id, until_at) VALUES ($1, $2, $3, $4)",
        &v![token_hash, worker, agency, until],
    )?;
    Ok(())
}

/// Who has begun to sign in, while it can be gone on with.
pub fn begun(tx: &mut Tx, token_hash: &str, now: Time) -> Outcome<Option<(WorkerId, AgencyId)>> {
    tx.one(
        "SELECT worker_id, agency_id FROM sign_in_step WHERE token_hash = $1 AND until_at > $2",
        &v![token_hash, now],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Ends every sign-in that a worker has begun.
pub fn end_begun(tx: &mut Tx, worker: WorkerId) -> Outcome<()> {
    tx.run("DELETE FROM sign_in_step WHERE worker_id = $1", &v![worker])?;
    Ok(())
}

/// Marks that a second factor was shown in a session.
pub fn make_strong(tx: &mut Tx, session: SessionId) -> Outcome<()> {
    tx.run("UPDATE session SET strong = TRUE WHERE id = $1", &v![session])?;
    Ok(())
}

/// Forgets sign-ins that were not gone on with, and secrets proposed before `stale` that nobody confirmed.
pub fn forget_ended(tx: &mut Tx, now: Time, stale: Time) -> Outcome<u64> {
    let steps = tx.run("DELETE FROM sign_in_step WHERE until_at <= $1", &v![now])?;
    let secrets = tx.run("DELETE FROM second_factor WHERE confirmed_at IS NULL AND proposed_at <= $1", &v![stale])?;
    Ok(steps + secrets)
}
