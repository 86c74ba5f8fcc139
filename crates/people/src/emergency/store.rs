//! SQL of emergency looks.

use base::{AgencyId, GlassId, Outcome, PersonId, Problem, Time, WorkerId};
use db::{Row, Tx, v};
use policy::Categories;
use seal::Place;
use web::Viewer;

use super::model::{Emergency, Finding, Live, Reason};
use crate::vault::{Column, Opener, Writer};
use crate::{key_sql, sealed_column};

/// The columns of this room whose texts are sealed.
pub const SEALED: &[Column] = &[
    sealed_column!("break_glass", "note", "t.person_id", ["id" = "$3"]),
    sealed_column!("break_glass", "tell_note", "t.person_id", ["id" = "$3"]),
    sealed_column!("break_glass", "finding_note", "t.person_id", ["id" = "$3"]),
];

const NOTE: &str = "break_glass.note";
const TELL_NOTE: &str = "break_glass.tell_note";
const FINDING_NOTE: &str = "break_glass.finding_note";

fn place(column: &str, id: GlassId) -> Place {
    Place::column(column).at(id.raw())
}

/// Seals a text under the key of the person whom a look was of.
fn sealed(tx: &mut Tx, column: &str, id: GlassId, text: &str) -> Outcome<String> {
    let person = tx.one("SELECT person_id FROM break_glass WHERE id = $1", &v![id], |row| row.get(0))?;
    let key = Writer::of(tx, person.ok_or(Problem::NotFound)?)?;
    Ok(key.seal(&place(column, id), text))
}

pub fn insert(tx: &mut Tx, by: Viewer, live: &Live, text: &str, now: Time) -> Outcome<()> {
    let note = Writer::of(tx, live.person)?.seal(&place(NOTE, live.id), text);
    tx.run(
        "INSERT INTO break_glass (id, worker_id, agency_id, person_id, from_at, until_at, reason, note, tell_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $5)",
        &v![live.id, by.worker, by.agency, live.person, now, live.until, live.reason, note],
    )?;
    Ok(())
}

macro_rules! select_live {
    ($rest:literal) => {
        concat!(
            "SELECT id, person_id, reason, until_at FROM break_glass WHERE worker_id = $1 AND agency_id = $2 \
             AND from_at <= $3 AND until_at > $3 ",
            $rest
        )
    };
}

fn read_live(row: &Row<'_>) -> Outcome<Live> {
    Ok(Live { id: row.get(0)?, person: row.get(1)?, reason: row.get(2)?, until: row.get(3)? })
}

/// The open look of a worker at a person.
pub fn live(tx: &mut Tx, by: Viewer, person: PersonId, now: Time) -> Outcome<Option<Live>> {
    tx.one(
        select_live!("AND person_id = $4 ORDER BY id DESC LIMIT 1"),
        &v![by.worker, by.agency, now, person],
        read_live,
    )
}

/// The open look with this number, if it is this worker's.
pub fn live_by_id(tx: &mut Tx, by: Viewer, id: GlassId, now: Time) -> Outcome<Option<Live>> {
    tx.one(select_live!("AND id = $4"), &v![by.worker, by.agency, now, id], read_live)
}

/// Every open look of a worker, the one that ends first at the top.
pub fn all_live(tx: &mut Tx, by: Viewer, now: Time) -> Outcome<Vec<Live>> {
    tx.all(select_live!("ORDER BY until_at, id LIMIT 50"), &v![by.worker, by.agency, now], read_live)
}

/// Ends a look: the end comes to now. It can only ever move to an earlier moment.
pub fn end(tx: &mut Tx, id: GlassId, now: Time) -> Outcome<()> {
    tx.run("UPDATE break_glass SET until_at = $2 WHERE id = $1 AND until_at > $2", &v![id, now])?;
    Ok(())
}

/// Why each look at a person was.
pub fn reasons(tx: &mut Tx, person: PersonId) -> Outcome<Vec<(GlassId, Reason)>> {
    tx.all(
        "SELECT id, reason FROM break_glass WHERE person_id = $1 ORDER BY from_at DESC, id LIMIT 500",
        &v![person],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

macro_rules! select_emergency {
    ($rest:literal) => {
        concat!(
            "SELECT id, worker_id, from_at, until_at, reason, note, tell_at, finding, finding_note, ",
            key_sql!("person_id"),
            " FROM break_glass ",
            $rest
        )
    };
}

fn read(row: &Row<'_>, opener: &Opener) -> Outcome<Emergency> {
    let (id, key) = (row.get(0)?, opener.row(row, 9)?);
    let text: String = row.get(5)?;
    let finding: Option<Finding> = row.get(7)?;
    let note = key.open_opt(&place(FINDING_NOTE, id), row.get(8)?)?;
    Ok(Emergency {
        id,
        worker: row.get(1)?,
        from: row.get(2)?,
        until: row.get(3)?,
        reason: row.get(4)?,
        text: key.open(&place(NOTE, id), &text)?,
        tell_at: row.get(6)?,
        found: finding.map(|finding| (finding, note.unwrap_or_default())),
        looks: 0,
        seen: Categories::NONE,
    })
}

/// Looks of an agency's workers that nobody has reviewed, oldest first.
pub fn waiting(tx: &mut Tx, agency: AgencyId, limit: i64) -> Outcome<Vec<Emergency>> {
    let opener = Opener::of(tx)?;
    tx.all(
        select_emergency!("WHERE agency_id = $1 AND reviewed_at IS NULL ORDER BY from_at, id LIMIT $2"),
        &v![agency, limit],
        |row| read(row, &opener),
    )
}

/// How many of these there are.
pub fn waiting_n(tx: &mut Tx, agency: AgencyId) -> Outcome<i64> {
    let n =
        tx.one("SELECT count(*) FROM break_glass WHERE agency_id = $1 AND reviewed_at IS NULL", &v![agency], |row| {
            row.get(0)
        })?;
    Ok(n.unwrap_or_default())
}

/// Looks that were reviewed, newest first.
pub fn reviewed(tx: &mut Tx, agency: AgencyId, limit: i64) -> Outcome<Vec<Emergency>> {
    let opener = Opener::of(tx)?;
    tx.all(
        select_emergency!("WHERE agency_id = $1 AND reviewed_at IS NOT NULL ORDER BY reviewed_at DESC, id LIMIT $2"),
        &v![agency, limit],
        |row| read(row, &opener),
    )
}

/// One look of an agency's workers that nobody has reviewed.
pub fn one_waiting(tx: &mut Tx, agency: AgencyId, id: GlassId) -> Outcome<Option<Emergency>> {
    let opener = Opener::of(tx)?;
    tx.one(select_emergency!("WHERE agency_id = $1 AND id = $2 AND reviewed_at IS NULL"), &v![agency, id], |row| {
        read(row, &opener)
    })
}

/// Keeps what was found out; `false` if somebody did before.
pub fn keep_finding(
    tx: &mut Tx,
    id: GlassId,
    finding: Finding,
    note: &str,
    (by, now): (WorkerId, Time),
) -> Outcome<bool> {
    let note = sealed(tx, FINDING_NOTE, id, note)?;
    let touched = tx.run(
        "UPDATE break_glass SET finding = $2, finding_note = $3, reviewed_by = $4, reviewed_at = $5 \
         WHERE id = $1 AND reviewed_at IS NULL",
        &v![id, finding, note, by, now],
    )?;
    Ok(touched > 0)
}

/// Lets the person be told from a later moment on, and keeps why.
pub fn delay(tx: &mut Tx, id: GlassId, tell_at: Time, why: &str) -> Outcome<()> {
    let why = sealed(tx, TELL_NOTE, id, why)?;
    tx.run("UPDATE break_glass SET tell_at = $2, tell_note = $3 WHERE id = $1", &v![id, tell_at, why])?;
    Ok(())
}
