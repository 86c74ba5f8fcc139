//! SQL of the tree: inserts and reads; only what waits and the edge ever change.

use base::{EventId, Outcome, PersonId, Problem, Time};
use db::{Row, Tx, v};
use ledger::{Edge, Hash};

use crate::audit::leaf::{Kept, kept_columns};

/// An event that has no number yet.
#[derive(Clone, Debug)]
pub struct Waiting {
    pub at: Time,
    pub event: EventId,
    pub leaf: Hash,
}

/// The log as it stands.
#[derive(Clone, Debug)]
pub struct Log {
    pub vkey: String,
    pub edge: Edge,
}

/// A signed head.
#[derive(Clone, Debug)]
pub struct Head {
    pub at: Time,
    pub edge: Edge,
    pub note: String,
}

/// A leaf beside the event it was made of, as that stands now.
#[derive(Clone, Debug)]
pub struct Beside {
    pub seq: u64,
    pub event: EventId,
    pub noted: Hash,
    pub kept: Option<Kept>,
}

fn int(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// A number that this program wrote; another one there means that somebody else did.
fn size(row: &Row<'_>, column: usize) -> Outcome<u64> {
    u64::try_from(row.get::<i64>(column)?).map_err(|_| spoiled("a size"))
}

/// A hash; one of another length cannot be that of a row, and is taken as the hash of nothing.
fn hash(row: &Row<'_>, column: usize) -> Outcome<Hash> {
    Ok(Hash::from_slice(&row.get::<Vec<u8>>(column)?).unwrap_or_else(Hash::empty))
}

fn edge(row: &Row<'_>, size_at: usize, edge_at: usize) -> Outcome<Edge> {
    Edge::from_bytes(size(row, size_at)?, &row.get::<Vec<u8>>(edge_at)?).ok_or_else(|| spoiled("an edge"))
}

fn spoiled(what: &str) -> Problem {
    Problem::Internal(format!("the ledger of the audit trail holds {what} that this program never wrote"))
}

pub fn wait(tx: &mut Tx, at: Time, event: EventId, leaf: Hash) -> Outcome<()> {
    tx.run_later("INSERT INTO audit_pending (at, event_id, leaf) VALUES ($1, $2, $3)", &v![at, event, *leaf.as_bytes()])
}

pub fn log(tx: &mut Tx) -> Outcome<Option<Log>> {
    tx.one("SELECT vkey, size, edge FROM audit_log", &v![], |row| Ok(Log { vkey: row.get(0)?, edge: edge(row, 1, 2)? }))
}

/// Begins the log; `false` if another server has begun it in the meantime.
pub fn begin(tx: &mut Tx, vkey: &str) -> Outcome<bool> {
    tx.run_unless_exists(
        "INSERT INTO audit_log (only_one, vkey, size, edge) VALUES (1, $1, 0, $2)",
        &v![vkey, Vec::<u8>::new()],
    )
}

/// Events from before there was a tree, a thousand at a time in the order of their ids.
pub fn older(tx: &mut Tx, after: EventId) -> Outcome<Vec<Kept>> {
    let found = tx.all(
        concat!(
            "SELECT ",
            kept_columns!(),
            " FROM audit_event e LEFT JOIN audit_pending q ON q.at = e.at AND q.event_id = e.id \
             WHERE e.id > $1 AND q.event_id IS NULL ORDER BY e.id LIMIT 1000"
        ),
        &v![after],
        |row| Kept::read(row, 0),
    )?;
    Ok(found.into_iter().flatten().collect())
}

/// The persons an event was about, sorted.
pub fn persons(tx: &mut Tx, event: EventId) -> Outcome<Vec<PersonId>> {
    tx.all("SELECT person_id FROM audit_person WHERE event_id = $1 ORDER BY person_id", &v![event], |row| row.get(0))
}

/// What waits, oldest first.
pub fn waiting(tx: &mut Tx, most: i64) -> Outcome<Vec<Waiting>> {
    tx.all("SELECT at, event_id, leaf FROM audit_pending ORDER BY at, event_id LIMIT $1", &v![most], |row| {
        Ok(Waiting { at: row.get(0)?, event: row.get(1)?, leaf: hash(row, 2)? })
    })
}

/// Gives the next number to an event.
pub fn number(tx: &mut Tx, seq: u64, waiting: &Waiting) -> Outcome<()> {
    tx.run(
        "INSERT INTO audit_leaf (seq, event_id, leaf) VALUES ($1, $2, $3)",
        &v![int(seq), waiting.event, *waiting.leaf.as_bytes()],
    )?;
    Ok(())
}

/// Takes everything up to this event out of the line: what this transaction saw, and nothing that came since.
pub fn numbered(tx: &mut Tx, last: &Waiting) -> Outcome<u64> {
    tx.run("DELETE FROM audit_pending WHERE (at, event_id) <= ($1, $2)", &v![last.at, last.event])
}

/// Moves the edge; `false` if it was no longer where the caller saw it.
pub fn advance(tx: &mut Tx, from: u64, edge: &Edge) -> Outcome<bool> {
    let moved = tx.run(
        "UPDATE audit_log SET size = $1, edge = $2 WHERE size = $3",
        &v![int(edge.size()), edge.to_bytes(), int(from)],
    )?;
    Ok(moved == 1)
}

pub fn newest_head(tx: &mut Tx) -> Outcome<Option<Head>> {
    tx.one("SELECT size, edge, at, note FROM audit_checkpoint ORDER BY size DESC LIMIT 1", &v![], head)
}

pub fn head_of(tx: &mut Tx, size: u64) -> Outcome<Option<Head>> {
    tx.one("SELECT size, edge, at, note FROM audit_checkpoint WHERE size = $1", &v![int(size)], head)
}

fn head(row: &Row<'_>) -> Outcome<Head> {
    Ok(Head { edge: edge(row, 0, 1)?, at: row.get(2)?, note: row.get(3)? })
}

/// Keeps a signed head; `false` if this size has been signed already.
pub fn keep_head(tx: &mut Tx, at: Time, edge: &Edge, note: &str) -> Outcome<bool> {
    tx.run_unless_exists(
        "INSERT INTO audit_checkpoint (size, at, edge, note) VALUES ($1, $2, $3, $4)",
        &v![int(edge.size()), at, edge.to_bytes(), note],
    )
}

/// The leaves from number `from` to before `to`.
pub fn leaves(tx: &mut Tx, from: u64, to: u64) -> Outcome<Vec<Hash>> {
    tx.all("SELECT leaf FROM audit_leaf WHERE seq >= $1 AND seq < $2 ORDER BY seq", &v![int(from), int(to)], |row| {
        hash(row, 0)
    })
}

/// How many leaves a witness signed last.
pub fn cosigned(tx: &mut Tx, witness: &str) -> Outcome<u64> {
    let last = tx.one("SELECT max(size) FROM audit_cosignature WHERE witness = $1", &v![witness], |row| {
        row.get::<Option<i64>>(0)
    })?;
    Ok(last.flatten().and_then(|size| u64::try_from(size).ok()).unwrap_or(0))
}

pub fn keep_cosignature(tx: &mut Tx, size: u64, witness: &str, at: Time, line: &str) -> Outcome<()> {
    tx.run(
        "INSERT INTO audit_cosignature (size, witness, at, line) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
        &v![int(size), witness, at, line],
    )?;
    Ok(())
}

/// Every checkpoint with what witnesses wrote under it, oldest first.
pub fn notes(tx: &mut Tx) -> Outcome<Vec<String>> {
    let mut notes: Vec<(i64, String)> = Vec::new();
    tx.all(
        "SELECT c.size, c.note, s.line FROM audit_checkpoint c LEFT JOIN audit_cosignature s ON s.size = c.size \
         ORDER BY c.size, s.witness",
        &v![],
        |row| {
            let (size, line): (i64, Option<String>) = (row.get(0)?, row.get(2)?);
            if notes.last().is_none_or(|(last, _)| *last != size) {
                notes.push((size, row.get(1)?));
            }
            if let (Some(line), Some((_, note))) = (line, notes.last_mut()) {
                note.push_str(&line);
                note.push('\n');
            }
            Ok(())
        },
    )?;
    Ok(notes.into_iter().map(|(_, note)| note).collect())
}

/// A thousand leaves from number `from` to before `to`, each beside its event.
pub fn beside(tx: &mut Tx, from: i64, to: u64) -> Outcome<Vec<Beside>> {
    tx.all(
        concat!(
            "SELECT l.seq, l.event_id, l.leaf, ",
            kept_columns!(),
            " FROM audit_leaf l LEFT JOIN audit_event e ON e.id = l.event_id \
             WHERE l.seq >= $1 AND l.seq < $2 ORDER BY l.seq LIMIT 1000"
        ),
        &v![from, int(to)],
        |row| Ok(Beside { seq: size(row, 0)?, event: row.get(1)?, noted: hash(row, 2)?, kept: Kept::read(row, 3)? }),
    )
}

/// Number, person and moment of whom the events between these leaves were about, sorted.
pub fn persons_beside(tx: &mut Tx, from: u64, to: u64) -> Outcome<Vec<(u64, PersonId, Time)>> {
    tx.all(
        "SELECT l.seq, p.person_id, p.at FROM audit_leaf l JOIN audit_person p ON p.event_id = l.event_id \
         WHERE l.seq >= $1 AND l.seq <= $2 ORDER BY l.seq, p.person_id",
        &v![int(from), int(to)],
        |row| Ok((size(row, 0)?, row.get(1)?, row.get(2)?)),
    )
}

/// The events that wait, each as it stands now.
pub fn waiting_beside(tx: &mut Tx) -> Outcome<Vec<(Waiting, Option<Kept>)>> {
    tx.all(
        concat!(
            "SELECT q.at, q.event_id, q.leaf, ",
            kept_columns!(),
            " FROM audit_pending q LEFT JOIN audit_event e ON e.id = q.event_id ORDER BY q.at, q.event_id"
        ),
        &v![],
        |row| {
            let waiting = Waiting { at: row.get(0)?, event: row.get(1)?, leaf: hash(row, 2)? };
            Ok((waiting, Kept::read(row, 3)?))
        },
    )
}

/// Events that neither wait nor have a number: no act of this program wrote them. At most `most`.
pub fn strays(tx: &mut Tx, most: i64) -> Outcome<Vec<EventId>> {
    tx.all(
        "SELECT e.id FROM audit_event e LEFT JOIN audit_leaf l ON l.event_id = e.id \
         LEFT JOIN audit_pending q ON q.at = e.at AND q.event_id = e.id \
         WHERE l.event_id IS NULL AND q.event_id IS NULL ORDER BY e.id LIMIT $1",
        &v![most],
        |row| row.get(0),
    )
}

/// Persons noted for an event that is not there.
pub fn loose_persons(tx: &mut Tx) -> Outcome<i64> {
    let count = tx.one(
        "SELECT count(*) FROM audit_person p LEFT JOIN audit_event e ON e.id = p.event_id WHERE e.id IS NULL",
        &v![],
        |row| row.get(0),
    )?;
    Ok(count.unwrap_or(0))
}
