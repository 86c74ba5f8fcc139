//! SQL of keys.

use base::{Outcome, PersonId, Time};
use db::{Tx, v};
use seal::KeyId;

/// Keeps a person's wrapped key.
pub fn insert(tx: &mut Tx, person: PersonId, wrapped: &[u8]) -> Outcome<()> {
    tx.run_later("INSERT INTO person_key (whose, wrapped) VALUES ($1, $2)", &v![person, wrapped])
}

/// A person's wrapped key.
pub fn wrapped(tx: &mut Tx, person: PersonId) -> Outcome<Option<Vec<u8>>> {
    tx.one("SELECT wrapped FROM person_key WHERE whose = $1", &v![person], |row| row.get(0))
}

/// Every wrapped key after a person, in order; a page of them.
pub fn page(tx: &mut Tx, after: i64, limit: i64) -> Outcome<Vec<(i64, Vec<u8>)>> {
    tx.all("SELECT whose, wrapped FROM person_key WHERE whose > $1 ORDER BY whose LIMIT $2", &v![after, limit], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

/// Puts another wrapping in the place of the one that was read.
pub fn replace(tx: &mut Tx, person: i64, wrapped: &[u8]) -> Outcome<()> {
    tx.run_later("UPDATE person_key SET wrapped = $2 WHERE whose = $1", &v![person, wrapped])
}

/// Which master key fits; `None` before the first was chosen.
pub fn master(tx: &mut Tx) -> Outcome<Option<KeyId>> {
    let id: Option<String> = tx.one("SELECT key_id FROM vault_master", &v![], |row| row.get(0))?;
    id.map(|id| KeyId::parse(&id).ok_or_else(|| base::Problem::internal("the number of the seal key is none")))
        .transpose()
}

/// Says which master key fits from now on.
pub fn set_master(tx: &mut Tx, id: KeyId, now: Time) -> Outcome<()> {
    tx.run(
        "INSERT INTO vault_master (only_one, key_id, since) VALUES (1, $1, $2) \
         ON CONFLICT (only_one) DO UPDATE SET key_id = excluded.key_id, since = excluded.since",
        &v![id.to_string(), now],
    )?;
    Ok(())
}

/// Whether a column is sealed from end to end.
pub fn is_done(tx: &mut Tx, column: &str) -> Outcome<bool> {
    tx.exists("SELECT 1 FROM vault_sealed WHERE name = $1", &v![column])
}

/// Says that it is.
pub fn done(tx: &mut Tx, column: &str, now: Time) -> Outcome<()> {
    tx.run("INSERT INTO vault_sealed (name, at) VALUES ($1, $2) ON CONFLICT DO NOTHING", &v![column, now])?;
    Ok(())
}
