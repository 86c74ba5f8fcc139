//! SQL of the review: counts over one agency and one month.

use base::{AgencyId, Outcome, Time, WorkerId};
use db::{Tx, v};

/// The agency, and the month from its beginning to before its end.
pub type Span = (AgencyId, Time, Time);

pub fn by_act(tx: &mut Tx, (agency, from, until): Span) -> Outcome<Vec<(String, i64)>> {
    tx.all(
        "SELECT act, count(*) AS n FROM audit_event WHERE agency_id = $1 AND at >= $2 AND at < $3 \
         GROUP BY act ORDER BY n DESC, act",
        &v![agency, from, until],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Roles as bits; `None` where nobody who is signed in acted, and for rows from before roles were recorded.
pub fn by_roles(tx: &mut Tx, (agency, from, until): Span) -> Outcome<Vec<(Option<i64>, i64)>> {
    tx.all(
        "SELECT roles, count(*) AS n FROM audit_event WHERE agency_id = $1 AND at >= $2 AND at < $3 \
         GROUP BY roles ORDER BY n DESC, roles NULLS LAST",
        &v![agency, from, until],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// The kind of each basis, without which grant or which emergency it was.
pub fn by_basis(tx: &mut Tx, (agency, from, until): Span) -> Outcome<Vec<(String, i64)>> {
    tx.all(
        "SELECT CASE WHEN basis LIKE 'grant:%' THEN 'grant' WHEN basis LIKE 'break-glass:%' THEN 'break-glass' \
         ELSE basis END AS kind, count(*) AS n FROM audit_event WHERE agency_id = $1 AND at >= $2 AND at < $3 \
         GROUP BY CASE WHEN basis LIKE 'grant:%' THEN 'grant' WHEN basis LIKE 'break-glass:%' THEN 'break-glass' \
         ELSE basis END ORDER BY n DESC, kind",
        &v![agency, from, until],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// How many different persons each worker opened one by one; a list, which shows everybody, does not count.
pub fn opened(tx: &mut Tx, (agency, from, until): Span) -> Outcome<Vec<(WorkerId, i64)>> {
    tx.all(
        "SELECT e.worker_id, count(DISTINCT p.person_id) AS n FROM audit_event e \
         JOIN audit_person p ON p.event_id = e.id \
         WHERE e.agency_id = $1 AND e.at >= $2 AND e.at < $3 AND e.shown = 1 AND e.worker_id IS NOT NULL \
         GROUP BY e.worker_id ORDER BY n DESC, e.worker_id LIMIT 200",
        &v![agency, from, until],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// How many looks at persons there were, and how many of them in an emergency.
pub fn looks(tx: &mut Tx, (agency, from, until): Span) -> Outcome<(i64, i64)> {
    let found = tx.one(
        "SELECT count(*), CAST(COALESCE(sum(CASE WHEN basis LIKE 'break-glass:%' THEN 1 ELSE 0 END), 0) AS BIGINT) \
         FROM audit_event WHERE agency_id = $1 AND at >= $2 AND at < $3 AND shown > 0 AND act NOT LIKE 'emergency.%'",
        &v![agency, from, until],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(found.unwrap_or_default())
}

/// Every emergency look: when, and who.
pub fn emergencies(tx: &mut Tx, (agency, from, until): Span) -> Outcome<Vec<(Time, Option<WorkerId>)>> {
    tx.all(
        "SELECT at, worker_id FROM audit_event WHERE agency_id = $1 AND at >= $2 AND at < $3 \
         AND basis LIKE 'break-glass:%' ORDER BY at, id LIMIT 200",
        &v![agency, from, until],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}
