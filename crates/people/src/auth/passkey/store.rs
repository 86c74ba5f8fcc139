//! SQL of passkeys.

use base::{Outcome, PasskeyId, Time, WorkerId};
use db::{Tx, v};

/// A passkey as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passkey {
    /// Its id.
    pub id: PasskeyId,
    /// What the owner calls it.
    pub name: String,
    /// When it was made.
    pub made_at: Time,
    /// When it was last used.
    pub used_at: Option<Time>,
}

/// What is needed to check an answer.
pub struct Known {
    pub id: PasskeyId,
    pub worker: WorkerId,
    pub key: String,
    pub counter: i64,
}

/// A new one, before it is kept.
pub struct New<'a> {
    pub id: PasskeyId,
    pub worker: WorkerId,
    pub credential: &'a str,
    pub key: &'a str,
    pub name: &'a str,
}

pub fn insert(tx: &mut Tx, new: &New<'_>, now: Time) -> Outcome<()> {
    tx.run(
        "INSERT INTO passkey (id, worker_id, credential, key, name, made_at, used_at, counter) \
         VALUES ($1, $2, $3, $4, $5, $6, NULL, 0)",
        &v![new.id, new.worker, new.credential, new.key, new.name, now],
    )?;
    Ok(())
}

pub fn of_worker(tx: &mut Tx, worker: WorkerId) -> Outcome<Vec<Passkey>> {
    tx.all(
        "SELECT id, name, made_at, used_at FROM passkey WHERE worker_id = $1 ORDER BY made_at, id LIMIT 100",
        &v![worker],
        |row| Ok(Passkey { id: row.get(0)?, name: row.get(1)?, made_at: row.get(2)?, used_at: row.get(3)? }),
    )
}

/// The credentials of a worker, for a browser to choose from.
pub fn credentials(tx: &mut Tx, worker: WorkerId) -> Outcome<Vec<String>> {
    let sql = "SELECT credential FROM passkey WHERE worker_id = $1 ORDER BY made_at, id LIMIT 100";
    tx.all(sql, &v![worker], |row| row.get(0))
}

pub fn by_credential(tx: &mut Tx, credential: &str) -> Outcome<Option<Known>> {
    tx.one("SELECT id, worker_id, key, counter FROM passkey WHERE credential = $1", &v![credential], |row| {
        Ok(Known { id: row.get(0)?, worker: row.get(1)?, key: row.get(2)?, counter: row.get(3)? })
    })
}

pub fn touch(tx: &mut Tx, id: PasskeyId, counter: i64, now: Time) -> Outcome<()> {
    tx.run("UPDATE passkey SET used_at = $2, counter = $3 WHERE id = $1", &v![id, now, counter])?;
    Ok(())
}

/// Removes one of this worker; `false` when there is none.
pub fn remove(tx: &mut Tx, worker: WorkerId, id: PasskeyId) -> Outcome<bool> {
    Ok(tx.run("DELETE FROM passkey WHERE worker_id = $1 AND id = $2", &v![worker, id])? > 0)
}

/// The secret of this installation; `fresh` becomes it where there is none yet.
pub fn decoy_secret(tx: &mut Tx, fresh: &str) -> Outcome<String> {
    tx.run("INSERT INTO passkey_decoy (id, secret) VALUES (1, $1) ON CONFLICT (id) DO NOTHING", &v![fresh])?;
    let secret = tx.one("SELECT secret FROM passkey_decoy WHERE id = 1", &[], |row| row.get(0))?;
    Ok(secret.unwrap_or_default())
}

pub fn remove_all(tx: &mut Tx, worker: WorkerId) -> Outcome<()> {
    tx.run("DELETE FROM passkey WHERE worker_id = $1", &v![worker])?;
    Ok(())
}
