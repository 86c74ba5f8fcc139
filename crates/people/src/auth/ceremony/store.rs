//! SQL of what waits for an answer.

use base::{Outcome, Time};
use db::{Tx, v};

use super::Kind;

pub fn insert(tx: &mut Tx, ticket_hash: &str, kind: Kind, bound_to: &str, secret: &str, until: Time) -> Outcome<()> {
    tx.run(
        "INSERT INTO ceremony (ticket_hash, kind, bound_to, secret, until_at) VALUES ($1, $2, $3, $4, $5)",
        &v![ticket_hash, kind, bound_to, secret, until],
    )?;
    Ok(())
}

pub fn take(tx: &mut Tx, ticket_hash: &str, kind: Kind, bound_to: &str, now: Time) -> Outcome<Option<String>> {
    let kept = tx.one(
        "SELECT secret FROM ceremony WHERE ticket_hash = $1 AND kind = $2 AND bound_to = $3 AND until_at > $4",
        &v![ticket_hash, kind, bound_to, now],
        |row| row.get(0),
    )?;
    tx.run("DELETE FROM ceremony WHERE ticket_hash = $1", &v![ticket_hash])?;
    Ok(kept)
}

/// Forgets what nobody answered; says how many.
pub fn forget(tx: &mut Tx, now: Time) -> Outcome<u64> {
    tx.run("DELETE FROM ceremony WHERE until_at <= $1", &v![now])
}
