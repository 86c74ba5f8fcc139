//! Requests for persons, and questions about free places.

use base::{AgencyId, Date, Outcome, PersonId, QuestionId, ReferralId, Text, Time, WorkerId};
use db::{Cell, CellMismatch, FromCell, Row, Tx, Value, v};
use people::vault::{Opener, Writer};
use people::{consent, decided_sql, key_sql, knows_sql};
use policy::{Disclosed, Mask, Purpose, Sealed};
use seal::Place;

use super::sealing;
use crate::referral::codes::{Capacity, RequestState};
use crate::referral::input::CapacityAnswer;
use crate::referral::model::RequestId;

const NOTE: &str = "pull_request.note";
const ANSWER: &str = "pull_request.answer";

impl From<RequestId> for Value {
    fn from(id: RequestId) -> Self {
        Self::from(id.raw())
    }
}

impl FromCell for RequestId {
    fn from_cell(cell: Cell<'_>) -> Result<Self, CellMismatch> {
        i64::from_cell(cell).map(Self::from_raw)
    }
}

/// A request: one agency would like to support a person with whom another works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Its id.
    pub id: RequestId,
    /// For whom.
    pub person: PersonId,
    /// Who asks.
    pub asker: AgencyId,
    /// Which worker.
    pub asker_worker: WorkerId,
    /// Who works with the person.
    pub holder: AgencyId,
    /// Why.
    pub note: Option<String>,
    /// How it stands.
    pub state: RequestState,
    /// When it was asked.
    pub asked_at: Time,
    /// The last day for an answer.
    pub due_on: Date,
    /// What was answered.
    pub answer: Option<String>,
    /// The referral that came of it.
    pub referral: Option<ReferralId>,
}

/// Keeps a request; `false` when the same one is open.
pub fn insert_request(tx: &mut Tx, request: &Request) -> Outcome<bool> {
    let note = Writer::of(tx, request.person)?.seal_opt(&place(NOTE, request.id), request.note.as_deref());
    tx.run_unless_exists(
        "INSERT INTO pull_request (id, person_id, asker, asker_worker, holder, note, state, asked_at, due_on) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        &v![
            request.id,
            request.person,
            request.asker,
            request.asker_worker,
            request.holder,
            note,
            request.state,
            request.asked_at,
            request.due_on
        ],
    )
}

macro_rules! request_columns {
    () => {
        "q.id, q.person_id, q.asker, q.asker_worker, q.holder, q.note, q.state, q.asked_at, q.due_on, q.answer, \
         q.referral_id, "
    };
}

/// The columns of a request, and the key of its person behind them.
macro_rules! request_with_key {
    () => {
        concat!(request_columns!(), key_sql!("q.person_id"), " AS key")
    };
}

fn place(column: &str, id: RequestId) -> Place {
    sealing::row(column, id.raw())
}

fn read_request(row: &Row<'_>, opener: &Opener) -> Outcome<Request> {
    let (id, key) = (row.get(0)?, opener.row(row, 11)?);
    Ok(Request {
        id,
        person: row.get(1)?,
        asker: row.get(2)?,
        asker_worker: row.get(3)?,
        holder: row.get(4)?,
        note: key.open_opt(&place(NOTE, id), row.get(5)?)?,
        state: row.get(6)?,
        asked_at: row.get(7)?,
        due_on: row.get(8)?,
        answer: key.open_opt(&place(ANSWER, id), row.get(9)?)?,
        referral: row.get(10)?,
    })
}

/// One request.
pub fn request(tx: &mut Tx, id: RequestId) -> Outcome<Option<Request>> {
    let opener = Opener::of(tx)?;
    let sql = concat!("SELECT ", request_with_key!(), " FROM pull_request q WHERE q.id = $1");
    tx.one(sql, &v![id], |row| read_request(row, &opener))
}

/// Answers a request; `false` when it has been answered.
pub fn answer_request(
    tx: &mut Tx,
    (person, id): (PersonId, RequestId),
    state: RequestState,
    note: Option<&Text>,
    referral: Option<ReferralId>,
    now: Time,
) -> Outcome<bool> {
    let answer = Writer::of(tx, person)?.seal_opt(&place(ANSWER, id), note.map(Text::as_str));
    let touched = tx.run(
        "UPDATE pull_request SET state = $2, answer = $3, referral_id = $4, answered_at = $5 \
         WHERE id = $1 AND state = 'open'",
        &v![id, state, answer, referral, now],
    )?;
    Ok(touched == 1)
}

/// Requests that an agency may know of, with what decides about the person; `$1` agency, `$2` purpose, `$3` now.
macro_rules! visible_requests {
    ($which:literal, $rest:literal) => {
        concat!(
            "SELECT * FROM (SELECT ",
            request_with_key!(),
            ", ",
            decided_sql!("$1", "q.person_id", "$2", "$3"),
            " FROM pull_request q WHERE ((q.holder = $1 AND q.state = 'open') OR q.asker = $1)",
            $which,
            ") AS c WHERE ",
            knows_sql!(),
            " ",
            $rest
        )
    };
}

fn read_visible(row: &Row<'_>, opener: &Opener) -> Outcome<Option<Disclosed<(Request, Mask)>>> {
    let mask = consent::decided(row, 12)?;
    Ok(mask.open(Sealed::listing((read_request(row, opener)?, mask))))
}

/// Requests that an agency was asked and has not answered, and those it has asked, of persons it may know of.
pub fn requests(tx: &mut Tx, agency: AgencyId, now: Time) -> Outcome<Vec<Disclosed<(Request, Mask)>>> {
    let opener = Opener::of(tx)?;
    let rows = tx.all(
        visible_requests!("", "ORDER BY asked_at DESC, id LIMIT 100"),
        &v![agency, i64::from(Purpose::Handover.bit()), now],
        |row| read_visible(row, &opener),
    )?;
    Ok(rows.into_iter().flatten().collect())
}

/// One of these.
pub fn one_request(
    tx: &mut Tx,
    agency: AgencyId,
    now: Time,
    id: RequestId,
) -> Outcome<Option<Disclosed<(Request, Mask)>>> {
    let values = v![agency, i64::from(Purpose::Handover.bit()), now, id];
    let opener = Opener::of(tx)?;
    let found = tx.one(visible_requests!(" AND q.id = $4", ""), &values, |row| read_visible(row, &opener))?;
    Ok(found.flatten())
}

/// A question about free places. It is about nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its id.
    pub id: QuestionId,
    /// Who asks.
    pub from: AgencyId,
    /// Which worker.
    pub from_worker: WorkerId,
    /// Whom.
    pub to: AgencyId,
    /// What for.
    pub about: String,
    /// When.
    pub asked_at: Time,
    /// The last day for an answer.
    pub due_on: Date,
    /// What was answered.
    pub answer: Option<Capacity>,
    /// What was added.
    pub note: Option<String>,
    /// When it was answered.
    pub answered_at: Option<Time>,
}

macro_rules! select_question {
    ($rest:literal) => {
        concat!(
            "SELECT id, from_agency, from_worker, to_agency, about, asked_at, due_on, answer, note, answered_at \
             FROM capacity_question ",
            $rest
        )
    };
}

fn read_question(row: &Row<'_>) -> Outcome<Question> {
    Ok(Question {
        id: row.get(0)?,
        from: row.get(1)?,
        from_worker: row.get(2)?,
        to: row.get(3)?,
        about: row.get(4)?,
        asked_at: row.get(5)?,
        due_on: row.get(6)?,
        answer: row.get(7)?,
        note: row.get(8)?,
        answered_at: row.get(9)?,
    })
}

/// Keeps a question.
pub fn insert_question(tx: &mut Tx, question: &Question) -> Outcome<()> {
    tx.run(
        "INSERT INTO capacity_question (id, from_agency, from_worker, to_agency, about, asked_at, due_on) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &v![
            question.id,
            question.from,
            question.from_worker,
            question.to,
            &question.about,
            question.asked_at,
            question.due_on
        ],
    )?;
    Ok(())
}

/// One question.
pub fn question(tx: &mut Tx, id: QuestionId) -> Outcome<Option<Question>> {
    tx.one(select_question!("WHERE id = $1"), &v![id], read_question)
}

/// Answers a question; `false` when it has been answered.
pub fn answer_question(tx: &mut Tx, id: QuestionId, answer: &CapacityAnswer, by: AgencyId, now: Time) -> Outcome<bool> {
    let touched = tx.run(
        "UPDATE capacity_question SET answer = $2, note = $3, answered_at = $4, answered_by = $5 \
         WHERE id = $1 AND answered_at IS NULL",
        &v![id, answer.answer, answer.note.as_ref().map(Text::as_str), now, by],
    )?;
    Ok(touched == 1)
}

/// Questions that an agency has asked or been asked, those without an answer first, then the newest.
pub fn questions(tx: &mut Tx, agency: AgencyId) -> Outcome<Vec<Question>> {
    tx.all(
        select_question!(
            "WHERE from_agency = $1 OR to_agency = $1 \
             ORDER BY CASE WHEN answered_at IS NULL THEN 0 ELSE 1 END, asked_at DESC, id LIMIT 100"
        ),
        &v![agency],
        read_question,
    )
}
