//! SQL of notices.

use base::{AgencyId, NoticeId, Outcome, PersonId, Time};
use db::{Tx, v};

use super::Notice;
use crate::{allowed_sql, own_client_sql};

pub fn insert(
    tx: &mut Tx,
    to: AgencyId,
    at: Time,
    id: NoticeId,
    person: PersonId,
    kind: &str,
    href: &str,
) -> Outcome<()> {
    tx.run_later(
        "INSERT INTO notice (agency_id, at, id, person_id, kind, href, read_at) VALUES ($1, $2, $3, $4, $5, $6, NULL)",
        &v![to, at, id, person, kind, href],
    )
}

/// What the agency may still know of: the predicate stands inside, so a revoked grant takes its notices along.
pub fn latest(tx: &mut Tx, agency: AgencyId, now: Time, limit: i64) -> Outcome<Vec<Notice>> {
    let purposes = policy::Purposes::of(&[policy::Purpose::Handover, policy::Purpose::Support]);
    tx.all(
        concat!(
            "SELECT at, kind, href, read_at FROM notice n WHERE n.agency_id = $1 AND (",
            own_client_sql!("n.agency_id", "n.person_id", "$2"),
            " OR (",
            allowed_sql!("n.agency_id", "n.person_id", "$3", "$2"),
            " & 1) <> 0) ORDER BY at DESC, id LIMIT $4"
        ),
        &v![agency, now, i64::from(purposes.bits()), limit],
        |row| {
            let read_at: Option<Time> = row.get(3)?;
            Ok(Notice { at: row.get(0)?, kind: row.get(1)?, href: row.get(2)?, is_read: read_at.is_some() })
        },
    )
}

/// How many of these are unread, counted up to `limit`.
pub fn unread(tx: &mut Tx, agency: AgencyId, now: Time, limit: i64) -> Outcome<i64> {
    let purposes = policy::Purposes::of(&[policy::Purpose::Handover, policy::Purpose::Support]);
    let count = tx.one(
        concat!(
            "SELECT count(*) FROM (SELECT n.id FROM notice n WHERE n.agency_id = $1 AND n.read_at IS NULL AND (",
            own_client_sql!("n.agency_id", "n.person_id", "$2"),
            " OR (",
            allowed_sql!("n.agency_id", "n.person_id", "$3", "$2"),
            " & 1) <> 0) LIMIT $4) AS waiting"
        ),
        &v![agency, now, i64::from(purposes.bits()), limit],
        |row| row.get::<i64>(0),
    )?;
    Ok(count.unwrap_or_default())
}

pub fn mark_read(tx: &mut Tx, agency: AgencyId, until: Time, now: Time) -> Outcome<()> {
    tx.run(
        "UPDATE notice SET read_at = $3 WHERE agency_id = $1 AND at <= $2 AND read_at IS NULL",
        &v![agency, until, now],
    )?;
    Ok(())
}
