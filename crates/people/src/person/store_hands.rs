//! SQL of who looks after whom: the persons in a worker's hands, and workers who went.

use base::{AgencyId, Cursor, Outcome, Page, PersonId, Time, WorkerId};
use db::{Tx, v};
use policy::{Disclosed, Mask, Sealed};

use super::hands::Held;
use super::model::Name;
use super::store_caseload::PAGE;

/// How many persons are in a worker's hands at an agency.
pub fn count(tx: &mut Tx, agency: AgencyId, worker: WorkerId, now: Time) -> Outcome<i64> {
    let found = tx.one(
        "SELECT count(*) FROM involvement WHERE agency_id = $1 AND worker_id = $2 AND until_at > $3",
        &v![agency, worker, now],
        |row| row.get(0),
    )?;
    Ok(found.unwrap_or_default())
}

/// Remembers that a worker went while persons were in their hands.
pub fn keep_left(tx: &mut Tx, agency: AgencyId, worker: WorkerId, now: Time) -> Outcome<()> {
    tx.run(
        "INSERT INTO worker_left (agency_id, worker_id, left_at) VALUES ($1, $2, $3) \
         ON CONFLICT (agency_id, worker_id) DO UPDATE SET left_at = excluded.left_at",
        &v![agency, worker, now],
    )?;
    Ok(())
}

/// Workers who went from an agency, and how many persons are still in their hands: those with none are left out.
pub fn left(tx: &mut Tx, agency: AgencyId, now: Time) -> Outcome<Vec<(WorkerId, i64)>> {
    tx.all(
        "SELECT worker_id, n FROM (SELECT l.worker_id AS worker_id, l.left_at AS left_at, (SELECT count(*) FROM \
         involvement i WHERE i.agency_id = l.agency_id AND i.worker_id = l.worker_id AND i.until_at > $2) AS n \
         FROM worker_left l WHERE l.agency_id = $1) AS gone WHERE n > 0 ORDER BY left_at, worker_id",
        &v![agency, now],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// One page of the persons in a worker's hands, in reading order. They are the agency's own clients, so it knows them.
pub fn page(
    tx: &mut Tx,
    agency: AgencyId,
    worker: WorkerId,
    now: Time,
    after: Option<&Cursor>,
) -> Outcome<Page<Disclosed<Held>>> {
    let key = after.and_then(|c| c.bytes(0)).unwrap_or_default();
    let id = after.and_then(|c| c.int(1)).unwrap_or_default();
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let rows = tx.all(
        "SELECT p.id, p.name, p.is_alias, p.kana, p.birth_year, p.version, p.sort_key FROM involvement i \
         JOIN person p ON p.id = i.person_id WHERE i.agency_id = $1 AND i.worker_id = $2 AND i.from_at <= $3 \
         AND i.until_at > $3 AND (p.sort_key, p.id) > ($4, $5) ORDER BY p.sort_key, p.id LIMIT $6",
        &v![agency, worker, now, key, id, limit],
        |row| {
            let name = Name {
                name: row.get(1)?,
                is_alias: row.get(2)?,
                kana: row.get(3)?,
                birth_year: row.get(4)?,
                version: row.get(5)?,
            };
            let held = Held { person: row.get(0)?, name, sort_key: row.get(6)? };
            Ok(Mask::for_row(0, 0, true).open(Sealed::listing(held)))
        },
    )?;
    let rows = rows.into_iter().flatten().collect();
    Ok(Page::cut(rows, PAGE, |last: &Disclosed<Held>| {
        Cursor::new().with_bytes(&last.sort_key).with_int(last.person.raw())
    }))
}

/// Everybody in a worker's hands, for the trail.
pub fn all(tx: &mut Tx, agency: AgencyId, worker: WorkerId, now: Time) -> Outcome<Vec<PersonId>> {
    tx.all(
        "SELECT person_id FROM involvement WHERE agency_id = $1 AND worker_id = $2 AND until_at > $3 ORDER BY person_id",
        &v![agency, worker, now],
        |row| row.get(0),
    )
}

/// Puts everybody in a worker's hands into another's.
pub fn hand_on(tx: &mut Tx, agency: AgencyId, from: WorkerId, to: WorkerId, now: Time) -> Outcome<()> {
    tx.run(
        "UPDATE involvement SET worker_id = $3 WHERE agency_id = $1 AND worker_id = $2 AND until_at > $4",
        &v![agency, from, to, now],
    )?;
    tx.run("DELETE FROM worker_left WHERE agency_id = $1 AND worker_id = $2", &v![agency, from])?;
    Ok(())
}
