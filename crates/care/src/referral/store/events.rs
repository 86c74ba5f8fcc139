//! Events of a referral, and the thread of questions and answers.

use base::{AgencyId, LegId, Outcome, ReferralId, Time, WorkerId};
use db::{Tx, v};
use people::key_sql;
use people::vault::Opener;
use policy::{Label, Sealed};

use super::sealing::{self, person_of};
use super::{Eyes, Shut, label_opt, note_label, note_text};
use crate::referral::codes::{Channel, State, Verb};
use crate::referral::model::{Doer, Note};

const NOTE: &str = "referral_event.note";
const BEFORE: &str = "referral_event.before";
const BODY: &str = "referral_question.body";

/// An event that is to be kept.
#[derive(Clone, Copy, Debug)]
pub struct NewEvent<'a> {
    /// The referral.
    pub referral: ReferralId,
    /// Its version after the event.
    pub seq: i64,
    /// When.
    pub at: Time,
    /// Who, and how it reached us.
    pub by: Doer,
    /// What.
    pub verb: Verb,
    /// From where.
    pub from: State,
    /// To where.
    pub to: State,
    /// The leg, the other referral, or whatever else it is about.
    pub about: Option<i64>,
    /// What was written.
    pub note: Option<&'a Note>,
    /// Where it stood, for undo.
    pub before: Option<&'a str>,
}

/// Keeps an event.
pub fn insert(tx: &mut Tx, event: &NewEvent<'_>) -> Outcome<()> {
    let key =
        if event.note.is_some() || event.before.is_some() { Some(sealing::writer(tx, event.referral)?) } else { None };
    let seal = |column: &str, text: Option<&str>| {
        key.as_ref().and_then(|key| key.seal_opt(&sealing::numbered(column, event.referral, event.seq), text))
    };
    tx.run_later(
        "INSERT INTO referral_event (referral_id, seq, at, by_agency, by_worker, channel, verb, from_state, to_state, \
         about, note, label, before) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        &v![
            event.referral,
            event.seq,
            event.at,
            event.by.agency,
            event.by.worker,
            event.by.channel,
            event.verb,
            event.from,
            event.to,
            event.about,
            seal(NOTE, note_text(event.note)),
            note_label(event.note),
            seal(BEFORE, event.before)
        ],
    )
}

/// The last event, as undo needs it.
#[derive(Clone, Debug)]
pub struct Last {
    /// When.
    pub at: Time,
    /// Whose.
    pub by: AgencyId,
    /// What.
    pub verb: Verb,
    /// Where the referral stood before.
    pub before: Option<String>,
}

/// The event that led to this version.
pub fn at(tx: &mut Tx, id: ReferralId, seq: i64) -> Outcome<Option<Last>> {
    let opener = Opener::of(tx)?;
    tx.one(
        concat!(
            "SELECT at, by_agency, verb, before, ",
            key_sql!(person_of!("referral_id")),
            " FROM referral_event WHERE referral_id = $1 AND seq = $2"
        ),
        &v![id, seq],
        |row| {
            let before = opener.row(row, 4)?.open_opt(&sealing::numbered(BEFORE, id, seq), row.get(3)?)?;
            Ok(Last { at: row.get(0)?, by: row.get(1)?, verb: row.get(2)?, before })
        },
    )
}

/// An event as it is shown.
#[derive(Debug)]
pub struct Event {
    /// When.
    pub at: Time,
    /// Whose.
    pub by: AgencyId,
    /// By which worker.
    pub worker: Option<WorkerId>,
    /// How it reached us.
    pub channel: Channel,
    /// What.
    pub verb: Verb,
    /// From where.
    pub from: State,
    /// To where.
    pub to: State,
    /// The step that it is about.
    pub leg: Option<LegId>,
    /// What was written.
    pub note: Option<Shut>,
}

impl Event {
    /// Whether the receiver may know of it: not of what was done while it was being written, nor of whom else the
    /// sender has turned to.
    pub fn is_open_to_receiver(&self) -> bool {
        let prepared = self.from == State::Preparing && self.verb != Verb::Send;
        let taken_up = self.to == State::Preparing;
        !prepared && !taken_up && self.verb != Verb::Redirect
    }
}

/// Every event of a referral, oldest first.
pub fn of(tx: &mut Tx, id: ReferralId, eyes: Eyes) -> Outcome<Vec<Event>> {
    let opener = Opener::of(tx)?;
    tx.all(
        concat!(
            "SELECT at, by_agency, by_worker, channel, verb, from_state, to_state, about, note, label, seq, ",
            key_sql!(person_of!("referral_id")),
            " FROM referral_event WHERE referral_id = $1 ORDER BY seq"
        ),
        &v![id],
        |row| {
            let (by, verb): (AgencyId, Verb) = (row.get(1)?, row.get(4)?);
            let about: Option<LegId> = row.get(7)?;
            let note = opener.row(row, 11)?.open_opt(&sealing::numbered(NOTE, id, row.get(10)?), row.get(8)?)?;
            Ok(Event {
                at: row.get(0)?,
                by,
                worker: row.get(2)?,
                channel: row.get(3)?,
                verb,
                from: row.get(5)?,
                to: row.get(6)?,
                leg: about.filter(|_| matches!(verb, Verb::Leg | Verb::LegDone | Verb::LegMissed | Verb::LegCancel)),
                note: eyes.shut(by, label_opt(row.get(9)?)?, note),
            })
        },
    )
}

/// A question or an answer.
#[derive(Clone, Debug)]
pub struct Message {
    /// What it is about; `None` for a message to the other side.
    pub label: Option<Label>,
    /// When.
    pub at: Time,
    /// Whose.
    pub by: AgencyId,
    /// Whether it answers.
    pub is_answer: bool,
    /// The text.
    pub text: String,
}

/// Adds to the thread.
pub fn say(tx: &mut Tx, id: ReferralId, seq: i64, at: Time, by: AgencyId, is_answer: bool, note: &Note) -> Outcome<()> {
    let key = sealing::writer(tx, id)?;
    tx.run(
        "INSERT INTO referral_question (referral_id, seq, at, by_agency, is_answer, body, label) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &v![
            id,
            seq,
            at,
            by,
            is_answer,
            key.seal(&sealing::numbered(BODY, id, seq), note.text.as_str()),
            note_label(Some(note))
        ],
    )?;
    Ok(())
}

/// The thread, oldest first. What the sender wrote down for the receiver counts as the receiver's.
pub fn thread(tx: &mut Tx, id: ReferralId, eyes: Eyes) -> Outcome<Vec<Sealed<Message>>> {
    let opener = Opener::of(tx)?;
    tx.all(
        concat!(
            "SELECT at, by_agency, is_answer, body, label, seq, ",
            key_sql!(person_of!("referral_id")),
            " FROM referral_question WHERE referral_id = $1 ORDER BY seq"
        ),
        &v![id],
        |row| {
            let by: AgencyId = row.get(1)?;
            let label = label_opt(row.get(4)?)?;
            let sealed: String = row.get(3)?;
            let text = opener.row(row, 6)?.open(&sealing::numbered(BODY, id, row.get(5)?), &sealed)?;
            let message = Message { label, at: row.get(0)?, by, is_answer: row.get(2)?, text };
            Ok(eyes.message(by, label, message))
        },
    )
}
