//! SQL of persons, involvements, entries and relations. What is about a person leaves sealed.

use base::{AgencyId, Date, EntryId, Outcome, PersonId, Problem, Time, WorkerId, fold};
use db::{Row, Tx, v};
use policy::{Label, Sealed};
use seal::Place;
use web::{Cx, Viewer};

use super::codes::{EntryKind, PrincipalIs, RelationKind};
use super::model::{Entry, Name, Relation};
use crate::agency::FOREVER;
use crate::vault::{Column, Opener, Writer};
use crate::{barred_sql, key_sql, sealed_column, walled_off_sql};

/// The columns of this room whose texts are sealed.
pub const SEALED: &[Column] = &[sealed_column!("entry", "body", "t.person_id", ["person_id" = "$3", "id" = "$4"])];

fn body(person: PersonId, entry: EntryId) -> Place {
    Place::column("entry.body").at(person.raw()).at(entry.raw())
}

/// Persons from before there were keys, some of them.
pub fn without_key(cx: &mut Cx<'_>, limit: i64) -> Outcome<Vec<PersonId>> {
    cx.tx.all(
        concat!("SELECT p.id FROM person p WHERE ", key_sql!("p.id"), " IS NULL ORDER BY p.id LIMIT $1"),
        &v![limit],
        |row| row.get(0),
    )
}

pub fn insert(tx: &mut Tx, id: PersonId, name: &Name, by: AgencyId, now: Time) -> Outcome<()> {
    tx.run(
        "INSERT INTO person (id, name, is_alias, kana, name_key, sort_key, birth_year, registered_by, created_at, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)",
        &v![id, &name.name, name.is_alias, &name.kana, name_key(name), sort_key(name), name.birth_year, by, now],
    )?;
    Ok(())
}

/// Saves over the version that was read; `false` when somebody saved in between.
pub fn update(tx: &mut Tx, id: PersonId, name: &Name) -> Outcome<bool> {
    let touched = tx.run(
        "UPDATE person SET name = $2, is_alias = $3, kana = $4, name_key = $5, sort_key = $6, birth_year = $7, \
         version = version + 1 WHERE id = $1 AND version = $8",
        &v![id, &name.name, name.is_alias, &name.kana, name_key(name), sort_key(name), name.birth_year, name.version],
    )?;
    if touched == 1 {
        tx.run(
            "UPDATE listing SET sort_key = $2, name_key = $3 WHERE person_id = $1",
            &v![id, sort_key(name), name_key(name)],
        )?;
    }
    Ok(touched == 1)
}

/// What lists and the search for doubles look at: name and reading, folded.
fn name_key(name: &Name) -> String {
    format!("{} {}", fold::norm_key(&name.name), fold::norm_key(&name.kana))
}

fn sort_key(name: &Name) -> Vec<u8> {
    fold::kana_sort_key(if name.kana.is_empty() { &name.name } else { &name.kana })
}

/// A person's name, sealed under existence.
pub fn name(tx: &mut Tx, id: PersonId) -> Outcome<Option<Sealed<Name>>> {
    let found =
        tx.one("SELECT name, is_alias, kana, birth_year, version FROM person WHERE id = $1", &v![id], read_name)?;
    Ok(found.map(Sealed::listing))
}

/// How many names one statement reads.
pub const NAMES: usize = 25;

/// The names of at most [`NAMES`] persons, each sealed under existence; whoever is not there is left out.
pub fn names(tx: &mut Tx, ids: &[PersonId]) -> Outcome<Vec<(PersonId, Sealed<Name>)>> {
    let slot = |at: usize| ids.get(at).copied();
    tx.all(
        "SELECT name, is_alias, kana, birth_year, version, id FROM person WHERE id IN ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, \
         $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)",
        &v![
            slot(0), slot(1), slot(2), slot(3), slot(4), slot(5), slot(6), slot(7), slot(8), slot(9), slot(10), slot(11), slot(12),
            slot(13), slot(14), slot(15), slot(16), slot(17), slot(18), slot(19), slot(20), slot(21), slot(22), slot(23), slot(24)
        ],
        |row| Ok((row.get(5)?, Sealed::listing(read_name(row)?))),
    )
}

fn read_name(row: &Row<'_>) -> Outcome<Name> {
    Ok(Name {
        name: row.get(0)?,
        is_alias: row.get(1)?,
        kana: row.get(2)?,
        birth_year: row.get(3)?,
        version: row.get(4)?,
    })
}

/// Puts a person among the candidates of an agency's list.
pub fn list_for(tx: &mut Tx, agency: AgencyId, person: PersonId) -> Outcome<()> {
    tx.run(
        "INSERT INTO listing (agency_id, sort_key, person_id, name_key) \
         SELECT $1, p.sort_key, p.id, p.name_key FROM person p WHERE p.id = $2 ON CONFLICT DO NOTHING",
        &v![agency, person],
    )?;
    Ok(())
}

pub fn is_own_client(tx: &mut Tx, agency: AgencyId, person: PersonId, now: Time) -> Outcome<bool> {
    tx.exists(
        "SELECT 1 FROM involvement WHERE agency_id = $1 AND person_id = $2 AND from_at <= $3 AND until_at > $3 LIMIT 1",
        &v![agency, person, now],
    )
}

pub fn begin_involvement(tx: &mut Tx, agency: AgencyId, person: PersonId, now: Time, how: &str) -> Outcome<()> {
    tx.run(
        "INSERT INTO involvement (agency_id, person_id, from_at, until_at, how, worker_id) \
         VALUES ($1, $2, $3, $4, $5, NULL) ON CONFLICT (agency_id, person_id, from_at) \
         DO UPDATE SET until_at = excluded.until_at, how = excluded.how",
        &v![agency, person, now, FOREVER, how],
    )?;
    Ok(())
}

pub fn end_involvement(tx: &mut Tx, agency: AgencyId, person: PersonId, now: Time) -> Outcome<()> {
    tx.run(
        "UPDATE involvement SET until_at = $3 WHERE agency_id = $1 AND person_id = $2 AND until_at > $3",
        &v![agency, person, now],
    )?;
    Ok(())
}

/// Ends an involvement that began in this way and no other.
pub fn end_begun(tx: &mut Tx, agency: AgencyId, person: PersonId, now: Time, how: &str) -> Outcome<()> {
    tx.run(
        "UPDATE involvement SET until_at = $3 WHERE agency_id = $1 AND person_id = $2 AND until_at > $3 AND how = $4",
        &v![agency, person, now, how],
    )?;
    Ok(())
}

/// Says anew how a live involvement began.
pub fn set_how(tx: &mut Tx, agency: AgencyId, person: PersonId, now: Time, how: (&str, &str)) -> Outcome<()> {
    tx.run(
        "UPDATE involvement SET how = $5 WHERE agency_id = $1 AND person_id = $2 AND until_at > $3 AND how = $4",
        &v![agency, person, now, how.0, how.1],
    )?;
    Ok(())
}

/// Makes an agency the one that leads, and remembers which led before.
pub fn set_lead(tx: &mut Tx, person: PersonId, agency: AgencyId, now: Time) -> Outcome<()> {
    tx.run(
        "INSERT INTO person_lead (person_id, agency_id, before_agency, at) VALUES ($1, $2, NULL, $3) \
         ON CONFLICT (person_id) DO UPDATE SET before_agency = person_lead.agency_id, agency_id = excluded.agency_id, at = excluded.at",
        &v![person, agency, now],
    )?;
    Ok(())
}

/// The agency that leads, and the one that led before.
pub fn lead(tx: &mut Tx, person: PersonId) -> Outcome<Option<(AgencyId, Option<AgencyId>)>> {
    tx.one("SELECT agency_id, before_agency FROM person_lead WHERE person_id = $1", &v![person], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

pub fn assign(tx: &mut Tx, viewer: Viewer, person: PersonId, worker: base::WorkerId, now: Time) -> Outcome<()> {
    tx.run(
        "UPDATE involvement SET worker_id = $3 WHERE agency_id = $1 AND person_id = $2 AND until_at > $4",
        &v![viewer.agency, person, worker, now],
    )?;
    Ok(())
}

/// Who looks after a person at an agency.
pub fn worker_of(tx: &mut Tx, agency: AgencyId, person: PersonId, now: Time) -> Outcome<Option<WorkerId>> {
    let found = tx.one(
        "SELECT worker_id FROM involvement WHERE agency_id = $1 AND person_id = $2 AND from_at <= $3 AND until_at > $3 \
         ORDER BY from_at DESC LIMIT 1",
        &v![agency, person, now],
        |row| row.get(0),
    )?;
    Ok(found.flatten())
}

pub fn insert_entry(tx: &mut Tx, person: PersonId, entry: &Entry) -> Outcome<()> {
    let key = Writer::of(tx, person)?;
    tx.run(
        "INSERT INTO entry (person_id, id, kind, label, author_agency, author_worker, at, body, until_on, replaced_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, NULL)",
        &v![
            person,
            entry.id,
            entry.kind.code(),
            entry.label.bits(),
            entry.author,
            entry.worker,
            entry.at,
            key.seal(&body(person, entry.id), &entry.body),
            entry.until
        ],
    )?;
    Ok(())
}

/// A newer fact of the same kind by the same agency takes the place of the older one.
pub fn replace_facts(tx: &mut Tx, person: PersonId, kind: EntryKind, author: AgencyId, now: Time) -> Outcome<()> {
    tx.run(
        "UPDATE entry SET replaced_at = $4 WHERE person_id = $1 AND author_agency = $3 AND kind = $2 AND replaced_at IS NULL",
        &v![person, kind.code(), author, now],
    )?;
    Ok(())
}

macro_rules! select_entry {
    ($rest:literal) => {
        concat!(
            "SELECT id, kind, label, author_agency, author_worker, at, body, until_on, ",
            key_sql!("person_id"),
            " FROM entry ",
            $rest
        )
    };
}

/// Current entries of a person, newest first, sealed for the agency that asks.
pub fn entries(tx: &mut Tx, person: PersonId, viewer: AgencyId, limit: i64) -> Outcome<Vec<Sealed<Entry>>> {
    let opener = Opener::of(tx)?;
    tx.all(
        select_entry!("WHERE person_id = $1 AND replaced_at IS NULL ORDER BY at DESC, id LIMIT $2"),
        &v![person, limit],
        |row| {
            let entry = read_entry(row, person, &opener)?;
            Ok(Sealed::new(entry.label, entry.author == viewer, entry))
        },
    )
}

fn read_entry(row: &Row<'_>, person: PersonId, opener: &Opener) -> Outcome<Entry> {
    let (id, sealed): (EntryId, String) = (row.get(0)?, row.get(6)?);
    let kind: String = row.get(1)?;
    let bits: i64 = row.get(2)?;
    Ok(Entry {
        id,
        kind: EntryKind::from_code(&kind).ok_or_else(|| Problem::internal("unknown kind of entry"))?,
        label: u16::try_from(bits).ok().and_then(Label::from_bits).ok_or_else(|| Problem::internal("bad label"))?,
        author: row.get(3)?,
        worker: row.get(4)?,
        at: row.get(5)?,
        body: opener.row(row, 8)?.open(&body(person, id), &sealed)?,
        until: row.get(7)?,
    })
}

/// Stays and legal statuses that an agency wrote down, that end between today and a day, and that no wall hides from it.
pub fn endings(tx: &mut Tx, author: AgencyId, now: Time, until: Date) -> Outcome<Vec<(PersonId, EntryKind, Date)>> {
    tx.all(
        concat!(
            "SELECT e.person_id, e.kind, e.until_on FROM entry e WHERE e.author_agency = $1 AND e.until_on >= $2 \
             AND e.until_on <= $3 AND e.replaced_at IS NULL AND (e.label & ",
            barred_sql!("$1", "e.person_id", "$4"),
            ") = 0 ORDER BY e.until_on, e.person_id LIMIT 300"
        ),
        &v![author, now.date_jst(), until, now],
        |row| {
            let kind: String = row.get(1)?;
            let kind = EntryKind::from_code(&kind).ok_or_else(|| Problem::internal("unknown kind of entry"))?;
            Ok((row.get(0)?, kind, row.get(2)?))
        },
    )
}

pub fn insert_relation(tx: &mut Tx, id: EntryId, relation: &Relation, now: Time) -> Outcome<()> {
    tx.run(
        "INSERT INTO relation (relative_id, id, principal_id, kind, principal_is, recorded_by, at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &v![
            relation.relative,
            id,
            relation.principal,
            relation.kind.code(),
            relation.principal_is.code(),
            relation.recorded_by,
            now
        ],
    )?;
    Ok(())
}

/// Relations of a person, from either side, sealed under family; without those across a wall.
pub fn relations(tx: &mut Tx, person: PersonId, viewer: AgencyId, now: Time) -> Outcome<Vec<Sealed<Relation>>> {
    tx.all(
        concat!(
            "SELECT relative_id, principal_id, kind, principal_is, recorded_by FROM (SELECT * FROM relation \
             WHERE relative_id = $1 UNION SELECT * FROM relation WHERE principal_id = $1) AS r WHERE NOT ",
            walled_off_sql!("$2", "r.relative_id", "r.principal_id", "$3")
        ),
        &v![person, viewer, now],
        |row| {
            let kind: String = row.get(2)?;
            let state: String = row.get(3)?;
            let relation = Relation {
                relative: row.get(0)?,
                principal: row.get(1)?,
                kind: RelationKind::from_code(&kind).ok_or_else(|| Problem::internal("unknown relation"))?,
                principal_is: PrincipalIs::from_code(&state).ok_or_else(|| Problem::internal("unknown principal"))?,
                recorded_by: row.get(4)?,
            };
            let own = relation.recorded_by == viewer;
            Ok(Sealed::new(Label::of(policy::Category::Family), own, relation))
        },
    )
}
