//! SQL of offices that wait for a second person.

use base::{AgencyId, OfficeId, Outcome, Time, WorkerId};
use db::{Row, Tx, v};
use policy::{Role, Roles};

use super::Waiting;
use crate::agency::store::roles;

/// Keeps what was asked, in place of what was asked for the same worker before.
pub fn ask(tx: &mut Tx, agency: AgencyId, waiting: &Waiting, now: Time) -> Outcome<()> {
    let Waiting { id, worker, roles, asked_by, until, .. } = waiting;
    tx.run(
        "INSERT INTO office_grant (id, agency_id, worker_id, roles, asked_by, asked_at, until_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &v![*id, agency, *worker, i64::from(roles.bits()), *asked_by, now, *until],
    )?;
    Ok(())
}

fn read(row: &Row<'_>) -> Outcome<Waiting> {
    Ok(Waiting {
        id: row.get(0)?,
        worker: row.get(1)?,
        name: row.get(2)?,
        roles: roles(row.get(3)?),
        asked_by: row.get(4)?,
        asked_by_name: row.get(5)?,
        until: row.get(6)?,
    })
}

/// What waits at an agency, the oldest first: while the worker sits there and the account is open.
pub fn waiting(tx: &mut Tx, agency: AgencyId, now: Time) -> Outcome<Vec<Waiting>> {
    tx.all(
        "SELECT o.id, o.worker_id, w.name, o.roles, o.asked_by, b.name, o.until_at FROM office_grant o \
         JOIN worker w ON w.id = o.worker_id AND w.active JOIN worker b ON b.id = o.asked_by \
         JOIN membership m ON m.worker_id = o.worker_id AND m.agency_id = o.agency_id AND m.until_at > $2 \
         WHERE o.agency_id = $1 AND o.until_at > $2 ORDER BY o.asked_at, o.id",
        &v![agency, now],
        read,
    )
}

/// Ends what was asked for a worker at an agency, because it is decided anew.
pub fn end_for(tx: &mut Tx, worker: WorkerId, agency: AgencyId) -> Outcome<()> {
    tx.run("DELETE FROM office_grant WHERE worker_id = $1 AND agency_id = $2", &v![worker, agency])?;
    Ok(())
}

/// Ends what waits; `false` when it was gone.
pub fn end(tx: &mut Tx, id: OfficeId) -> Outcome<bool> {
    Ok(tx.run("DELETE FROM office_grant WHERE id = $1", &v![id])? == 1)
}

/// Ends what was asked for a worker or by them, at one agency or, without one, everywhere.
pub fn end_of(tx: &mut Tx, worker: WorkerId, agency: Option<AgencyId>) -> Outcome<()> {
    match agency {
        Some(at) => tx.run(
            "DELETE FROM office_grant WHERE (worker_id = $1 OR asked_by = $1) AND agency_id = $2",
            &v![worker, at],
        )?,
        None => tx.run("DELETE FROM office_grant WHERE worker_id = $1 OR asked_by = $1", &v![worker])?,
    };
    Ok(())
}

pub fn forget_lapsed(tx: &mut Tx, now: Time) -> Outcome<u64> {
    tx.run("DELETE FROM office_grant WHERE until_at <= $1", &v![now])
}

/// Whether an administrator of the agency is there besides these two.
pub fn other_there(tx: &mut Tx, agency: AgencyId, but: [WorkerId; 2], now: Time) -> Outcome<bool> {
    tx.exists(
        "SELECT 1 FROM membership m JOIN worker w ON w.id = m.worker_id AND w.active WHERE m.agency_id = $1 \
         AND m.from_at <= $2 AND m.until_at > $2 AND (m.roles & $3) <> 0 AND m.worker_id <> $4 AND m.worker_id <> $5",
        &v![agency, now, i64::from(Role::Administrator.bit()), but[0], but[1]],
    )
}

/// Whether an administrator of the network (who is coordinator too, at one agency) is there besides these two.
pub fn other_of_network(tx: &mut Tx, but: [WorkerId; 2], now: Time) -> Outcome<bool> {
    let both = i64::from(Roles::of(&[Role::Administrator, Role::Coordinator]).bits());
    tx.exists(
        "SELECT 1 FROM membership m JOIN worker w ON w.id = m.worker_id AND w.active \
         JOIN agency a ON a.id = m.agency_id AND a.active WHERE m.from_at <= $1 AND m.until_at > $1 \
         AND (m.roles & $2) = $2 AND m.worker_id <> $3 AND m.worker_id <> $4",
        &v![now, both, but[0], but[1]],
    )
}
