//! SQL of walls.

use base::{AgencyId, Outcome, PersonId, SeparationId, Time, WorkerId};
use db::{Row, Tx, v};
use policy::Categories;
use web::Viewer;

use super::model::Separation;

pub fn insert(tx: &mut Tx, wall: &Separation, by: Viewer) -> Outcome<()> {
    tx.run(
        "INSERT INTO separation (id, person_a, person_b, cats, basis, from_at, until_at, set_by_agency, set_by_worker, \
         ended_by_worker) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, NULL)",
        &v![
            wall.id,
            wall.person,
            wall.other,
            Categories::SEPARATION.bits(),
            wall.basis,
            wall.from,
            wall.until,
            by.agency,
            by.worker
        ],
    )?;
    Ok(())
}

macro_rules! select_wall {
    ($rest:literal) => {
        concat!("SELECT id, person_a, person_b, basis, from_at, until_at FROM separation ", $rest)
    };
}

fn read(row: &Row<'_>) -> Outcome<Separation> {
    Ok(Separation {
        id: row.get(0)?,
        person: row.get(1)?,
        other: row.get(2)?,
        basis: row.get(3)?,
        from: row.get(4)?,
        until: row.get(5)?,
    })
}

/// The walls that an agency has put up for a person and that stand, newest first.
pub fn of_person(tx: &mut Tx, agency: AgencyId, person: PersonId, now: Time) -> Outcome<Vec<Separation>> {
    tx.all(
        select_wall!(
            "WHERE person_a = $1 AND set_by_agency = $2 AND from_at <= $3 AND until_at > $3 ORDER BY from_at DESC, id"
        ),
        &v![person, agency, now],
        read,
    )
}

/// A wall that stands and that an agency has put up.
pub fn standing(tx: &mut Tx, agency: AgencyId, id: SeparationId, now: Time) -> Outcome<Option<Separation>> {
    tx.one(
        select_wall!("WHERE id = $1 AND set_by_agency = $2 AND from_at <= $3 AND until_at > $3"),
        &v![id, agency, now],
        read,
    )
}

/// Takes a wall down: the end comes to now. It can only ever move to an earlier moment.
pub fn end(tx: &mut Tx, id: SeparationId, by: WorkerId, now: Time) -> Outcome<bool> {
    let touched = tx.run(
        "UPDATE separation SET until_at = $2, ended_by_worker = $3 WHERE id = $1 AND until_at > $2",
        &v![id, now, by],
    )?;
    Ok(touched > 0)
}
