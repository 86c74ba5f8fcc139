//! SQL of what is shared by law.

use base::{AgencyId, Date, GroundId, Outcome, PersonId, Problem, Time, WorkerId};
use db::{Row, Tx, v};
use policy::{Categories, Purposes};
use seal::Place;

use super::model::{Ground, Kind, LegalBasis};
use crate::vault::{Column, Opener, RowKey, Writer};
use crate::{key_sql, sealed_column};

/// The columns of this room whose texts are sealed.
pub const SEALED: &[Column] = &[
    sealed_column!("lawful_share", "members", "t.person_id", ["id" = "$3"]),
    sealed_column!("lawful_share", "case_number", "t.person_id", ["id" = "$3"]),
    sealed_column!("lawful_share", "why", "t.person_id", ["id" = "$3"]),
    sealed_column!("lawful_share", "article", "t.person_id", ["id" = "$3"]),
    sealed_column!("lawful_share", "asked_by", "t.person_id", ["id" = "$3"]),
    sealed_column!("lawful_share", "reference", "t.person_id", ["id" = "$3"]),
];

fn place(column: &str, id: GroundId) -> Place {
    Place::column(&format!("lawful_share.{column}")).at(id.raw())
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, person_id, agency_id, purposes, cats, from_at, until_at, ends_at, entered_by_agency, ",
            "entered_by_worker, confirmed_at, ended_at, kind, held_on, members, case_number, why, article, asked_by, ",
            "reference, ",
            key_sql!("person_id"),
            " FROM lawful_share ",
            $rest
        )
    };
}

fn read(row: &Row<'_>, opener: &Opener) -> Outcome<LegalBasis> {
    let (id, key) = (row.get(0)?, opener.row(row, 20)?);
    Ok(LegalBasis {
        id,
        person: row.get(1)?,
        agency: row.get(2)?,
        purposes: purposes(row.get(3)?)?,
        categories: categories(row.get(4)?)?,
        from: row.get(5)?,
        until: row.get(6)?,
        ends: row.get(7)?,
        entered_by_agency: row.get(8)?,
        entered_by_worker: row.get(9)?,
        confirmed_at: row.get(10)?,
        ended_at: row.get(11)?,
        ground: ground(row, id, &key)?,
    })
}

fn ground(row: &Row<'_>, id: GroundId, key: &RowKey<'_>) -> Outcome<Ground> {
    let text = |column: &str, at: usize| key.open(&place(column, id), &row.get::<String>(at)?);
    Ok(match row.get(12)? {
        kind @ (Kind::NeedConference | Kind::WelfareConference) => {
            Ground::Conference { kind, held_on: row.get(13)?, members: text("members", 14)? }
        }
        Kind::ChildCouncil => {
            Ground::ChildCouncil { members: text("members", 14)?, case_number: text("case_number", 15)? }
        }
        Kind::Vital => Ground::Vital { why: text("why", 16)? },
        Kind::Statute => Ground::Statute {
            article: text("article", 17)?,
            asked_by: text("asked_by", 18)?,
            reference: text("reference", 19)?,
        },
    })
}

/// Categories out of a column; bits of a later version are a fault.
fn categories(bits: i64) -> Outcome<Categories> {
    u16::try_from(bits).ok().and_then(Categories::from_bits).ok_or_else(|| Problem::internal("unknown categories"))
}

fn purposes(bits: i64) -> Outcome<Purposes> {
    u8::try_from(bits).ok().and_then(Purposes::from_bits).ok_or_else(|| Problem::internal("unknown purposes"))
}

/// The fields of a basis as columns: day, members, case number, why, article, asking body, reference.
#[derive(Default)]
struct Columns<'a> {
    held_on: Option<Date>,
    members: Option<&'a str>,
    case_number: Option<&'a str>,
    why: Option<&'a str>,
    article: Option<&'a str>,
    asked_by: Option<&'a str>,
    reference: Option<&'a str>,
}

impl<'a> Columns<'a> {
    fn of(ground: &'a Ground) -> Self {
        let none = Self::default();
        match ground {
            Ground::Conference { held_on, members, .. } => {
                Self { held_on: Some(*held_on), members: Some(members), ..none }
            }
            Ground::ChildCouncil { case_number, members } => {
                Self { case_number: Some(case_number), members: Some(members), ..none }
            }
            Ground::Vital { why } => Self { why: Some(why), ..none },
            Ground::Statute { article, asked_by, reference } => {
                Self { article: Some(article), asked_by: Some(asked_by), reference: Some(reference), ..none }
            }
        }
    }
}

pub fn insert(tx: &mut Tx, basis: &LegalBasis, eff: Categories) -> Outcome<()> {
    let columns = Columns::of(&basis.ground);
    let key = Writer::of(tx, basis.person)?;
    let seal = |column: &str, text: Option<&str>| key.seal_opt(&place(column, basis.id), text);
    tx.run(
        "INSERT INTO lawful_share (agency_id, person_id, id, kind, vital, purposes, cats, eff, from_at, until_at, ends_at, \
         held_on, members, case_number, why, article, asked_by, reference, entered_by_agency, entered_by_worker) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)",
        &v![
            basis.agency,
            basis.person,
            basis.id,
            basis.ground.kind(),
            basis.ground.is_vital(),
            basis.purposes.bits(),
            basis.categories.bits(),
            eff.bits(),
            basis.from,
            basis.until,
            basis.ends,
            columns.held_on,
            seal("members", columns.members),
            seal("case_number", columns.case_number),
            seal("why", columns.why),
            seal("article", columns.article),
            seal("asked_by", columns.asked_by),
            seal("reference", columns.reference),
            basis.entered_by_agency,
            basis.entered_by_worker
        ],
    )?;
    Ok(())
}

/// What was ever shared about a person by or with an agency, newest first.
pub fn of_person(tx: &mut Tx, person: PersonId, agency: AgencyId) -> Outcome<Vec<LegalBasis>> {
    let opener = Opener::of(tx)?;
    tx.all(
        select!(
            "WHERE person_id = $1 AND (entered_by_agency = $2 OR agency_id = $2) ORDER BY from_at DESC, id LIMIT 200"
        ),
        &v![person, agency],
        |row| read(row, &opener),
    )
}

/// What an agency entered about a person under this number.
pub fn get(tx: &mut Tx, agency: AgencyId, id: GroundId) -> Outcome<Option<LegalBasis>> {
    let opener = Opener::of(tx)?;
    tx.one(select!("WHERE entered_by_agency = $1 AND id = $2"), &v![agency, id], |row| read(row, &opener))
}

/// What an agency entered and nobody has confirmed, while it holds; the first to end first.
pub fn waiting(tx: &mut Tx, agency: AgencyId, now: Time) -> Outcome<Vec<LegalBasis>> {
    let opener = Opener::of(tx)?;
    tx.all(
        select!(
            "WHERE entered_by_agency = $1 AND confirmed_at IS NULL AND from_at <= $2 AND until_at > $2 \
             ORDER BY until_at, id LIMIT 200"
        ),
        &v![agency, now],
        |row| read(row, &opener),
    )
}

/// Confirms what still holds and nobody has confirmed: it now goes on to its end.
pub fn confirm(tx: &mut Tx, basis: &LegalBasis, by: WorkerId, now: Time) -> Outcome<bool> {
    let touched = tx.run(
        "UPDATE lawful_share SET until_at = ends_at, confirmed_at = $4, confirmed_by = $5 \
         WHERE agency_id = $1 AND person_id = $2 AND id = $3 AND confirmed_at IS NULL AND until_at > $4",
        &v![basis.agency, basis.person, basis.id, now, by],
    )?;
    Ok(touched > 0)
}

/// Ends it: the end comes to now.
pub fn end(tx: &mut Tx, basis: &LegalBasis, now: Time) -> Outcome<bool> {
    let touched = tx.run(
        "UPDATE lawful_share SET until_at = $4, ended_at = $4 \
         WHERE agency_id = $1 AND person_id = $2 AND id = $3 AND until_at > $4",
        &v![basis.agency, basis.person, basis.id, now],
    )?;
    Ok(touched > 0)
}

/// What holds between two agencies (or one, named twice) and a person, as the policy reads it.
pub fn live(
    tx: &mut Tx,
    agencies: [AgencyId; 2],
    person: PersonId,
    now: Time,
) -> Outcome<Vec<(AgencyId, policy::LegalBasis)>> {
    tx.all(
        "SELECT agency_id, id, purposes, cats, vital, from_at, until_at FROM lawful_share \
         WHERE agency_id IN ($1, $2) AND person_id = $3 AND from_at <= $4 AND until_at > $4 ORDER BY agency_id, id",
        &v![agencies[0], agencies[1], person, now],
        |row| {
            let basis = policy::LegalBasis {
                id: row.get(1)?,
                purposes: purposes(row.get(2)?)?,
                categories: categories(row.get(3)?)?,
                vital: row.get(4)?,
                from: row.get(5)?,
                until: row.get(6)?,
            };
            Ok((row.get(0)?, basis))
        },
    )
}

/// What is shared with an agency and not over, for working out again what it comes to.
pub fn open_to(tx: &mut Tx, agency: AgencyId, now: Time) -> Outcome<Vec<LegalBasis>> {
    let opener = Opener::of(tx)?;
    tx.all(select!("WHERE agency_id = $1 AND ends_at > $2"), &v![agency, now], |row| read(row, &opener))
}

pub fn set_eff(tx: &mut Tx, basis: &LegalBasis, eff: Categories) -> Outcome<()> {
    tx.run(
        "UPDATE lawful_share SET eff = $4 WHERE agency_id = $1 AND person_id = $2 AND id = $3",
        &v![basis.agency, basis.person, basis.id, eff.bits()],
    )?;
    Ok(())
}
