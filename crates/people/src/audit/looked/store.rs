//! SQL of what a person is told of the trail, and of their objections.

use base::{AgencyId, EventId, Outcome, PersonId, Time, WorkerId};
use db::{Tx, v};
use policy::{Categories, Roles};

use super::rules::{Found, Objected};
use crate::agency;
use crate::emergency::Reason;
use crate::untold_sql;

/// One look, as the person is told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// Which event.
    pub event: EventId,
    /// When.
    pub at: Time,
    /// Which agency; `None` for the product itself.
    pub agency: Option<AgencyId>,
    /// The roles that the worker held; `None` for a link.
    pub roles: Option<Roles>,
    /// What was done.
    pub act: String,
    /// Code of the purpose.
    pub purpose: Option<String>,
    /// On which basis.
    pub basis: String,
    /// What was seen.
    pub categories: Categories,
    /// Whether the person objected, and what came of it.
    pub objected: Objected,
    /// Why, if it was an emergency.
    pub reason: Option<Reason>,
}

/// On how many consents and bases in law looks are told: the newest of those the agency knows.
pub const BASES: usize = 25;

/// Looks at a person that an agency may know of, newest first: its own, those on these bases, and emergencies if it
/// works with the person. Decided inside the statement, so that no other look moves what is shown.
pub fn looks(
    tx: &mut Tx,
    person: PersonId,
    (agency, own_client): (AgencyId, bool),
    bases: &[String],
    (now, limit): (Time, i64),
) -> Outcome<Vec<Look>> {
    let mut values = v![person, agency, own_client, limit, now].to_vec();
    values.extend((0..BASES).map(|at| db::Value::from(bases.get(at).cloned())));
    tx.all(
        // A number is 13 characters long and stands behind the six of "grant:" or the four of "law:".
        concat!(
            "SELECT e.id, e.at, e.agency_id, e.roles, e.act, e.purpose, e.basis, e.categories, o.event_id, o.found \
         FROM audit_person p JOIN audit_event e ON e.id = p.event_id \
         LEFT JOIN audit_objection o ON o.event_id = e.id AND o.person_id = p.person_id \
         WHERE p.person_id = $1 AND (e.agency_id = $2 OR ($3 AND e.basis LIKE 'break-glass:%') \
         OR substr(e.basis, 1, 19) IN ($6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, \
         $22, $23, $24, $25, $26, $27, $28, $29, $30)) AND NOT ",
            untold_sql!("p.person_id", "e.basis", "$5"),
            " ORDER BY p.at DESC, e.id LIMIT $4"
        ),
        &values,
        |row| {
            let bits: i64 = row.get(7)?;
            let objected: Option<EventId> = row.get(8)?;
            let found: Option<Found> = row.get(9)?;
            Ok(Look {
                event: row.get(0)?,
                at: row.get(1)?,
                agency: row.get(2)?,
                roles: row.get::<Option<i64>>(3)?.map(agency::roles),
                act: row.get(4)?,
                purpose: row.get(5)?,
                basis: row.get(6)?,
                categories: Categories::known(u16::try_from(bits).unwrap_or_default()),
                objected: match (objected, found) {
                    (None, _) => Objected::No,
                    (Some(_), None) => Objected::Waiting,
                    (Some(_), Some(found)) => Objected::Answered(found),
                },
                reason: None,
            })
        },
    )
}

/// Keeps an objection; a second one to the same look changes nothing.
pub fn object(
    tx: &mut Tx,
    (event, agency): (EventId, AgencyId),
    person: PersonId,
    at: Time,
    taken_by: (AgencyId, WorkerId),
) -> Outcome<()> {
    tx.run(
        "INSERT INTO audit_objection (event_id, person_id, agency_id, at, taken_by_agency, taken_by_worker) \
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (event_id, person_id) DO NOTHING",
        &v![event, person, agency, at, taken_by.0, taken_by.1],
    )?;
    Ok(())
}

/// A look that was objected to, as the privacy officer of the agency that looked is told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objection {
    /// Which event.
    pub event: EventId,
    /// When the look was.
    pub at: Time,
    /// Whose it was.
    pub worker: Option<WorkerId>,
    /// What was done.
    pub act: String,
    /// Code of the purpose.
    pub purpose: Option<String>,
    /// On which basis.
    pub basis: String,
    /// What was seen.
    pub categories: Categories,
    /// Since when the answer is waited for.
    pub since: Time,
}

/// Objections to looks of an agency's workers that nobody has answered, longest waiting first.
pub fn waiting(tx: &mut Tx, agency: AgencyId, limit: i64) -> Outcome<Vec<Objection>> {
    tx.all(
        "SELECT e.id, e.at, e.worker_id, e.act, e.purpose, e.basis, e.categories, min(o.at) \
         FROM audit_objection o JOIN audit_event e ON e.id = o.event_id \
         WHERE o.agency_id = $1 AND o.found_at IS NULL \
         GROUP BY e.id, e.at, e.worker_id, e.act, e.purpose, e.basis, e.categories ORDER BY min(o.at), e.id LIMIT $2",
        &v![agency, limit],
        |row| {
            let bits: i64 = row.get(6)?;
            Ok(Objection {
                event: row.get(0)?,
                at: row.get(1)?,
                worker: row.get(2)?,
                act: row.get(3)?,
                purpose: row.get(4)?,
                basis: row.get(5)?,
                categories: Categories::known(u16::try_from(bits).unwrap_or_default()),
                since: row.get(7)?,
            })
        },
    )
}

/// Keeps what was found out about a look of the agency; `false` if no objection to it waits.
pub fn found(tx: &mut Tx, agency: AgencyId, event: EventId, found: Found, by: (WorkerId, Time)) -> Outcome<bool> {
    let touched = tx.run(
        "UPDATE audit_objection SET found = $3, found_at = $4, found_by = $5 \
         WHERE event_id = $1 AND agency_id = $2 AND found_at IS NULL",
        &v![event, agency, found, by.1, by.0],
    )?;
    Ok(touched > 0)
}
