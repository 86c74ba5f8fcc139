//! SQL of the audit trail: inserts and reads, nothing else.

use base::{AgencyId, EventId, Outcome, PersonId, Time, WorkerId};
use db::{Row, Tx, v};
use policy::Categories;
use web::{Cx, Who};

use super::leaf::{Kept, kept_columns};
use super::model::{Event, Looked};

pub fn insert(cx: &mut Cx<'_>, event: &Event) -> Outcome<()> {
    let (worker, agency, session, link, roles) = match &cx.who {
        Who::Worker(v) => (Some(v.worker), Some(v.agency), Some(v.session), None, Some(i64::from(v.roles.bits()))),
        Who::Link(guest) => (None, Some(guest.agency), None, Some(guest.link), None),
        Who::Nobody | Who::System => (None, None, None, None, None),
    };
    let kept = Kept {
        id: EventId::near(cx.now, cx.rng),
        at: cx.now,
        worker,
        agency,
        roles,
        session,
        link,
        act: event.act.to_owned(),
        purpose: event.purpose.map(|purpose| purpose.code().to_owned()),
        subject: event.subject,
        basis: event.basis.clone(),
        categories: i64::from(event.categories.bits()),
        shown: i64::try_from(event.persons.len()).unwrap_or(i64::MAX),
    };
    let mut persons = event.persons.clone();
    persons.sort_unstable();
    persons.dedup();
    insert_event(cx.tx, &kept)?;
    let (tens, rest) = persons.as_chunks::<10>();
    tens.iter().try_for_each(|ten| insert_ten(cx.tx, kept.id, kept.at, ten))?;
    rest.iter().try_for_each(|person| insert_person(cx.tx, kept.id, kept.at, *person))?;
    super::ledger::wait(cx.tx, &kept, &persons)
}

fn insert_event(tx: &mut Tx, kept: &Kept) -> Outcome<()> {
    tx.run_later(
        "INSERT INTO audit_event (id, at, worker_id, agency_id, roles, session_id, link_id, act, purpose, subject, \
         basis, categories, shown) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        &v![
            kept.id,
            kept.at,
            kept.worker,
            kept.agency,
            kept.roles,
            kept.session,
            kept.link,
            &kept.act,
            &kept.purpose,
            kept.subject,
            &kept.basis,
            kept.categories,
            kept.shown
        ],
    )
}

fn insert_person(tx: &mut Tx, event: EventId, at: Time, person: PersonId) -> Outcome<()> {
    tx.run_later("INSERT INTO audit_person (person_id, at, event_id) VALUES ($1, $2, $3)", &v![person, at, event])
}

/// Ten persons at a time: a page of fifty costs five statements, on either engine.
fn insert_ten(tx: &mut Tx, event: EventId, at: Time, ten: &[PersonId; 10]) -> Outcome<()> {
    let mut values = v![at, event].to_vec();
    values.extend(ten.map(db::Value::from));
    tx.run_later(
        "INSERT INTO audit_person (at, event_id, person_id) VALUES ($1, $2, $3), ($1, $2, $4), ($1, $2, $5), \
         ($1, $2, $6), ($1, $2, $7), ($1, $2, $8), ($1, $2, $9), ($1, $2, $10), ($1, $2, $11), ($1, $2, $12)",
        &values,
    )
}

/// Acts by which one person is opened, as the index `audit_event_looks` has them; a list, which shows many, is none.
pub const LOOKS: [&str; 3] = ["person.open", "referral.open", "referral.letter"];

/// How many different persons besides this one a worker has opened since a moment.
pub fn opened_besides(tx: &mut Tx, worker: WorkerId, but: PersonId, since: Time) -> Outcome<i64> {
    // The list of acts is written as in the index, so that either engine takes it.
    let count = tx.one(
        "SELECT count(DISTINCT p.person_id) FROM audit_event e JOIN audit_person p ON p.event_id = e.id \
         WHERE e.worker_id = $1 AND e.at > $2 AND e.act IN ('person.open', 'referral.open', 'referral.letter') \
         AND p.person_id <> $3",
        &v![worker, since, but],
        |row| row.get::<i64>(0),
    )?;
    Ok(count.unwrap_or_default())
}

/// Whether an alarm about a worker of an agency stands since a moment.
pub fn alarmed(tx: &mut Tx, (agency, worker): (AgencyId, WorkerId), since: Time) -> Outcome<bool> {
    Ok(alarms(tx, agency, (since, Time::MAX))?.iter().any(|(_, about)| *about == Some(worker)))
}

/// The act by which an alarm stands in the trail, as the index `audit_event_alarm` has it.
pub const ALARM: &str = "audit.alarm";

/// When there was an alarm at an agency, and about whom; at most 200.
pub fn alarms(tx: &mut Tx, agency: AgencyId, (from, until): (Time, Time)) -> Outcome<Vec<(Time, Option<WorkerId>)>> {
    tx.all(
        "SELECT at, worker_id FROM audit_event WHERE agency_id = $1 AND at > $2 AND at <= $3 AND act = 'audit.alarm' \
         ORDER BY at, id LIMIT 200",
        &v![agency, from, until],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

macro_rules! select_event {
    ($rest:literal) => {
        concat!(
            "SELECT e.at, e.agency_id, e.worker_id, e.act, e.purpose, e.basis, e.categories, e.shown FROM audit_event e ",
            $rest
        )
    };
}

fn read(row: &Row<'_>) -> Outcome<Looked> {
    let bits: i64 = row.get(6)?;
    Ok(Looked {
        at: row.get(0)?,
        agency: row.get(1)?,
        worker: row.get(2)?,
        act: row.get(3)?,
        purpose: row.get(4)?,
        basis: row.get(5)?,
        categories: Categories::known(u16::try_from(bits).unwrap_or_default()),
        shown: row.get(7)?,
    })
}

pub fn of_person(tx: &mut Tx, person: PersonId, limit: i64) -> Outcome<Vec<Looked>> {
    tx.all(
        select_event!(
            "JOIN audit_person p ON p.event_id = e.id WHERE p.person_id = $1 ORDER BY p.at DESC, e.id LIMIT $2"
        ),
        &v![person, limit],
        read,
    )
}

pub fn of_agency(tx: &mut Tx, agency: AgencyId, before: Time, limit: i64) -> Outcome<Vec<Looked>> {
    tx.all(
        select_event!("WHERE e.agency_id = $1 AND e.at < $2 ORDER BY e.at DESC, e.id LIMIT $3"),
        &v![agency, before, limit],
        read,
    )
}

/// How often each emergency look opened something since a moment, and which categories were seen, by basis.
pub fn seen_in_emergencies(tx: &mut Tx, agency: AgencyId, since: Time) -> Outcome<Vec<(String, (i64, Categories))>> {
    tx.all(
        "SELECT basis, count(*), bit_or(categories) FROM audit_event WHERE agency_id = $1 AND at >= $2 \
         AND basis LIKE 'break-glass:%' AND act NOT LIKE 'emergency.%' GROUP BY basis",
        &v![agency, since],
        |row| {
            let bits: i64 = row.get(2)?;
            Ok((row.get(0)?, (row.get(1)?, Categories::known(u16::try_from(bits).unwrap_or_default()))))
        },
    )
}

/// A place in an agency's trail: moment and id of the event before it.
pub type Place = (Time, EventId);

/// Whole events behind a place, oldest first.
pub fn kept(tx: &mut Tx, agency: AgencyId, after: Place, limit: i64) -> Outcome<Vec<Kept>> {
    let found = tx.all(
        concat!(
            "SELECT ",
            kept_columns!(),
            " FROM audit_event e WHERE e.agency_id = $1 AND (e.at, e.id) > ($2, $3) ORDER BY e.at, e.id LIMIT $4"
        ),
        &v![agency, after.0, after.1, limit],
        |row| Kept::read(row, 0),
    )?;
    Ok(found.into_iter().flatten().collect())
}

/// Whom the events behind `after` and up to `until` were about.
pub fn persons_of(tx: &mut Tx, agency: AgencyId, after: Place, until: Place) -> Outcome<Vec<(EventId, PersonId)>> {
    tx.all(
        "SELECT e.id, p.person_id FROM audit_event e JOIN audit_person p ON p.event_id = e.id \
         WHERE e.agency_id = $1 AND (e.at, e.id) > ($2, $3) AND (e.at, e.id) <= ($4, $5) \
         ORDER BY e.at, e.id, p.person_id",
        &v![agency, after.0, after.1, until.0, until.1],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}
