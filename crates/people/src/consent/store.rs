//! SQL of grants and refusals.

use base::{AgencyId, GrantId, Outcome, PersonId, Problem, RefusalId, Time, WorkerId};
use db::{Row, Tx, v};
use policy::{BreakGlass, Categories, Category, DutyFact, Grant, LegalBasis, Purposes};
use seal::Place;
use web::Viewer;

use crate::vault::{Column, Opener, RowKey, Writer};
use crate::{any_lawful_sql, barred_sql, duty_tables_sql, glass_join_sql, key_sql, own_client_sql, sealed_column};

use super::model::{GrantRow, RefusalRow};
use super::naming::{Naming, Outside};

/// The columns of this room whose texts are sealed.
pub const SEALED: &[Column] = &[
    sealed_column!("consent_grant", "witness", "t.person_id", ["id" = "$3"]),
    sealed_column!("consent_grant", "outside_witness", "t.person_id", ["id" = "$3"]),
];

const WITNESS: &str = "consent_grant.witness";
const OUTSIDE: &str = "consent_grant.outside_witness";

fn place(column: &str, id: GrantId) -> Place {
    Place::column(column).at(id.raw())
}

macro_rules! select_grant {
    ($rest:literal) => {
        concat!(
            "SELECT id, person_id, agency_id, purposes, cats, relapse_named, from_at, until_at, how, witness, ",
            "taken_by_agency, taken_by_worker, taken_at, revoked_at, version, text_version, ",
            "outside_witness, outside_agency, relapse_from, relapse_at, relapse_back_at, ",
            key_sql!("person_id"),
            " FROM consent_grant ",
            $rest
        )
    };
}

fn read_grant(row: &Row<'_>, opener: &Opener) -> Outcome<GrantRow> {
    let (id, key) = (row.get(0)?, opener.row(row, 21)?);
    Ok(GrantRow {
        id,
        person: row.get(1)?,
        agency: row.get(2)?,
        purposes: purposes(row.get(3)?)?,
        categories: categories(row.get(4)?)?,
        relapse_named: row.get(5)?,
        from: row.get(6)?,
        until: row.get(7)?,
        how: row.get(8)?,
        witness: key.open_opt(&place(WITNESS, id), row.get(9)?)?,
        taken_by_agency: row.get(10)?,
        taken_by_worker: row.get(11)?,
        taken_at: row.get(12)?,
        revoked_at: row.get(13)?,
        version: row.get(14)?,
        text_version: row.get(15)?,
        naming: read_naming(row, id, &key)?,
    })
}

fn read_naming(row: &Row<'_>, id: GrantId, key: &RowKey<'_>) -> Outcome<Naming> {
    let name = key.open_opt(&place(OUTSIDE, id), row.get(16)?)?;
    let agency: Option<AgencyId> = row.get(17)?;
    let outside = name.zip(agency).map(|(name, agency)| Outside { name, agency });
    Ok(Naming { outside, from: row.get(18)?, at: row.get(19)?, back_at: row.get(20)? })
}

/// Categories out of a column; bits of a later version are a fault, never dropped silently from a refusal.
fn categories(bits: i64) -> Outcome<Categories> {
    u16::try_from(bits).ok().and_then(Categories::from_bits).ok_or_else(|| Problem::internal("unknown categories"))
}

fn purposes(bits: i64) -> Outcome<Purposes> {
    u8::try_from(bits).ok().and_then(Purposes::from_bits).ok_or_else(|| Problem::internal("unknown purposes"))
}

/// Grants of a person to an agency that hold now.
pub fn live(tx: &mut Tx, agency: AgencyId, person: PersonId, now: Time) -> Outcome<Vec<GrantRow>> {
    let opener = Opener::of(tx)?;
    tx.all(
        select_grant!("WHERE agency_id = $1 AND person_id = $2 AND from_at <= $3 AND until_at > $3 ORDER BY id"),
        &v![agency, person, now],
        |row| read_grant(row, &opener),
    )
}

/// Everything a person ever allowed, newest first.
pub fn of_person(tx: &mut Tx, person: PersonId) -> Outcome<Vec<GrantRow>> {
    let opener = Opener::of(tx)?;
    tx.all(select_grant!("WHERE person_id = $1 ORDER BY taken_at DESC, id"), &v![person], |row| {
        read_grant(row, &opener)
    })
}

/// One grant of a person.
pub fn get(tx: &mut Tx, person: PersonId, id: GrantId) -> Outcome<Option<GrantRow>> {
    let opener = Opener::of(tx)?;
    tx.one(select_grant!("WHERE person_id = $1 AND id = $2"), &v![person, id], |row| read_grant(row, &opener))
}

/// The grant with this number.
pub fn by_number(tx: &mut Tx, id: GrantId) -> Outcome<Option<GrantRow>> {
    let opener = Opener::of(tx)?;
    tx.one(select_grant!("WHERE id = $1"), &v![id], |row| read_grant(row, &opener))
}

pub fn insert(tx: &mut Tx, grant: &GrantRow, (eff, relapse_at): (Categories, Option<i64>)) -> Outcome<()> {
    let outside = grant.naming.outside.as_ref();
    let key = if grant.witness.is_some() || outside.is_some() { Some(Writer::of(tx, grant.person)?) } else { None };
    let seal =
        |column: &str, name: Option<&str>| key.as_ref().and_then(|key| key.seal_opt(&place(column, grant.id), name));
    tx.run(
        "INSERT INTO consent_grant (agency_id, person_id, id, purposes, cats, relapse_named, eff, from_at, until_at, \
         how, witness, text_version, taken_by_agency, taken_by_worker, taken_at, revoked_at, version, \
         outside_witness, outside_agency, relapse_from, relapse_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, NULL, 1, $16, $17, $18, $19)",
        &v![
            grant.agency,
            grant.person,
            grant.id,
            grant.purposes.bits(),
            grant.categories.bits(),
            grant.relapse_named,
            eff.bits(),
            grant.from,
            grant.until,
            grant.how,
            seal(WITNESS, grant.witness.as_deref()),
            &grant.text_version,
            grant.taken_by_agency,
            grant.taken_by_worker,
            grant.taken_at,
            seal(OUTSIDE, outside.map(|outside| outside.name.as_str())),
            outside.map(|outside| outside.agency),
            grant.naming.from,
            relapse_at
        ],
    )?;
    Ok(())
}

/// Revokes: the end comes to now. It can only ever move to an earlier moment.
pub fn revoke(tx: &mut Tx, person: PersonId, id: GrantId, now: Time) -> Outcome<bool> {
    let touched = tx.run(
        "UPDATE consent_grant SET until_at = $3, revoked_at = $3, version = version + 1 \
         WHERE person_id = $1 AND id = $2 AND until_at > $3",
        &v![person, id, now],
    )?;
    Ok(touched > 0)
}

/// Takes relapse out of a grant that holds, and nothing else. The version stays while nothing of it was told, so that
/// nothing tells of it.
pub fn take_back_relapse(tx: &mut Tx, grant: &GrantRow, now: Time) -> Outcome<()> {
    let kept = !i64::from(Category::Relapse.bit());
    tx.run(
        "UPDATE consent_grant SET cats = cats & $4, eff = eff & $4, relapse_back_at = $5, \
         version = version + CASE WHEN relapse_at > $5 THEN 0 ELSE 1 END \
         WHERE agency_id = $1 AND person_id = $2 AND id = $3 AND until_at > $5 AND relapse_back_at IS NULL",
        &v![grant.agency, grant.person, grant.id, kept, now],
    )?;
    Ok(())
}

/// Grants to an agency that are not over, for working out again what they come to.
pub fn open_to(tx: &mut Tx, agency: AgencyId, now: Time) -> Outcome<Vec<GrantRow>> {
    let opener = Opener::of(tx)?;
    tx.all(select_grant!("WHERE agency_id = $1 AND until_at > $2"), &v![agency, now], |row| read_grant(row, &opener))
}

pub fn set_eff(tx: &mut Tx, grant: &GrantRow, (eff, relapse_at): (Categories, Option<i64>)) -> Outcome<()> {
    tx.run(
        "UPDATE consent_grant SET eff = $4, relapse_at = $5 WHERE agency_id = $1 AND person_id = $2 AND id = $3",
        &v![grant.agency, grant.person, grant.id, eff.bits(), relapse_at],
    )?;
    Ok(())
}

/// What decides about an agency and a person.
pub struct Around {
    /// Which agency.
    pub agency: AgencyId,
    /// Whether the agency works with the person.
    pub own_client: bool,
    /// What the person refuses the agency, all refusals together.
    pub refused: Categories,
    /// Whether the agency's kind counts as bound to report.
    pub reports_by_default: bool,
    /// What was checked about this agency, if anything.
    pub duty: Option<DutyFact>,
    /// What walls hide of the person from the agency.
    pub barrier: Categories,
    /// What the person allows the agency now.
    pub grants: Vec<Grant>,
    /// The emergency look of the worker who asks, if they have one open.
    pub glass: Option<BreakGlass>,
    /// Whether anything is shared with the agency by law now.
    pub is_shared_by_law: bool,
    /// What is; read afterwards.
    pub bases: Vec<LegalBasis>,
}

/// What decides about a person and two agencies (or one, named twice), in one statement. An agency that does not exist
/// is left out. With `worker`, an emergency look of theirs is read along.
pub fn around(
    tx: &mut Tx,
    agencies: [AgencyId; 2],
    person: PersonId,
    now: Time,
    worker: Option<WorkerId>,
) -> Outcome<Vec<Around>> {
    let mut all: Vec<Around> = Vec::with_capacity(2);
    // A row for each grant; an agency without one has a row without.
    let rows = tx.all(
        concat!(
            "SELECT a.id, ",
            own_client_sql!("a.id", "$3", "$4"),
            ", CAST(COALESCE((SELECT bit_or(r.cats) FROM consent_refusal r WHERE r.agency_id = a.id AND r.person_id = $3 \
             AND r.from_at <= $4 AND r.until_at > $4), 0) AS BIGINT), k.reports_by_default, d.from_at, d.reports, \
             g.id, g.version, g.purposes, g.cats, g.relapse_from, g.from_at, g.until_at, ",
            barred_sql!("a.id", "$3", "$4"),
            ", b.id, b.from_at, b.until_at, ",
            any_lawful_sql!("a.id", "$3", "$4"),
            " ",
            duty_tables_sql!("$4"),
            " ",
            glass_join_sql!("$5", "a.id", "$3", "$4"),
            " LEFT JOIN consent_grant g ON g.agency_id = a.id AND g.person_id = $3 AND g.from_at <= $4 AND g.until_at > $4 \
             WHERE a.id IN ($1, $2) ORDER BY a.id, g.id"
        ),
        &v![agencies[0], agencies[1], person, now, worker],
        |row| {
            let from: Option<i64> = row.get(4)?;
            let reports: Option<bool> = row.get(5)?;
            let around = Around {
                agency: row.get(0)?,
                own_client: row.get(1)?,
                refused: categories(row.get(2)?)?,
                reports_by_default: row.get(3)?,
                duty: from.zip(reports).map(|(from, reports)| DutyFact { from, reports }),
                barrier: categories(row.get(13)?)?,
                grants: Vec::new(),
                glass: read_glass(row)?,
                is_shared_by_law: row.get(17)?,
                bases: Vec::new(),
            };
            Ok((around, read_policy(row)?))
        },
    )?;
    for (around, grant) in rows {
        if all.last().is_none_or(|last| last.agency != around.agency) {
            all.push(around);
        }
        if let Some(last) = all.last_mut() {
            last.grants.extend(grant);
        }
    }
    Ok(all)
}

/// The emergency look in the last columns.
fn read_glass(row: &Row<'_>) -> Outcome<Option<BreakGlass>> {
    let Some(id) = row.get(14)? else { return Ok(None) };
    Ok(Some(BreakGlass { id, from: row.get(15)?, until: row.get(16)? }))
}

/// The grant in the columns from the seventh on, as the policy wants it
fn read_policy(row: &Row<'_>) -> Outcome<Option<Grant>> {
    let Some(id) = row.get(6)? else { return Ok(None) };
    Ok(Some(Grant {
        id,
        version: row.get(7)?,
        purposes: purposes(row.get(8)?)?,
        categories: categories(row.get(9)?)?,
        relapse_from: row.get(10)?,
        from: row.get(11)?,
        until: row.get(12)?,
    }))
}

pub fn refusals(tx: &mut Tx, person: PersonId, now: Time) -> Outcome<Vec<RefusalRow>> {
    tx.all(
        "SELECT id, person_id, agency_id, cats, from_at, until_at FROM consent_refusal \
         WHERE person_id = $1 AND until_at > $2 ORDER BY from_at DESC, id",
        &v![person, now],
        |row| {
            Ok(RefusalRow {
                id: row.get(0)?,
                person: row.get(1)?,
                agency: row.get(2)?,
                categories: categories(row.get(3)?)?,
                from: row.get(4)?,
                until: row.get(5)?,
            })
        },
    )
}

pub fn insert_refusal(tx: &mut Tx, refusal: &RefusalRow, by: Viewer) -> Outcome<()> {
    tx.run(
        "INSERT INTO consent_refusal (agency_id, person_id, id, cats, from_at, until_at, taken_by_agency, \
         taken_by_worker, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1)",
        &v![
            refusal.agency,
            refusal.person,
            refusal.id,
            refusal.categories.bits(),
            refusal.from,
            refusal.until,
            by.agency,
            by.worker
        ],
    )?;
    Ok(())
}

pub fn lift_refusal(tx: &mut Tx, person: PersonId, id: RefusalId, now: Time) -> Outcome<bool> {
    let touched = tx.run(
        "UPDATE consent_refusal SET until_at = $3, version = version + 1 WHERE person_id = $1 AND id = $2 AND until_at > $3",
        &v![person, id, now],
    )?;
    Ok(touched > 0)
}

/// Grants that an agency took and that end up to `until`, without one that covers the same for longer.
pub fn ending(tx: &mut Tx, taken_by: AgencyId, now: Time, until: Time) -> Outcome<Vec<GrantRow>> {
    let opener = Opener::of(tx)?;
    tx.all(
        select_grant!(
            "WHERE taken_by_agency = $1 AND until_at > $2 AND until_at <= $3 AND revoked_at IS NULL AND NOT EXISTS \
             (SELECT 1 FROM consent_grant n WHERE n.agency_id = consent_grant.agency_id \
             AND n.person_id = consent_grant.person_id AND n.until_at > $3 AND n.from_at <= $2 \
             AND (consent_grant.cats & ~(n.cats | $4)) = 0 AND (consent_grant.purposes & ~n.purposes) = 0) \
             ORDER BY until_at, id LIMIT 200"
        ),
        &v![taken_by, now, until, i64::from(Categories::from(Category::Relapse).bits())],
        |row| read_grant(row, &opener),
    )
}
