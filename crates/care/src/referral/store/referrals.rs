//! Referrals: one row each, saved whole at the version that was read.

use base::{AgencyId, Line, Outcome, PersonId, Problem, ReferralId, Time};
use db::{Row, Tx, Value, v};
use people::vault::{Opener, RowKey, Writer};

use super::sealing;
use crate::referral::codes::{DeclineReason, Readiness, Says, Side, State, Step};
use crate::referral::model::{Referral, Standing};
use crate::referral::rules;

const FIRST_PLACE: &str = "referral.first_place";
const ARRIVED_WITH: &str = "referral.arrived_with";

/// The columns that make a [`Referral`], in the order in which `read` takes them
macro_rules! referral_columns {
    () => {
        concat!(referral_own_columns!(), people::key_sql!("r.person_id"), " AS key")
    };
}
macro_rules! referral_own_columns {
    () => {
        "r.id, r.kind, r.person_id, r.from_agency, r.from_worker, r.to_agency, r.urgent, r.follows, r.made_at, \
         r.version, r.state, r.since, r.sent_on, r.answer_due_on, r.asked_on, r.wait_until, r.wait_place, \
         r.accepted_on, r.first_on, r.first_place, r.reason, r.suggests, r.second_looks, r.redirected, r.no_shows, \
         r.next_try_on, r.arrived_on, r.arrived_with, r.confirmed_on, r.known_on, r.says, r.connected_on, r.rounds, \
         r.followed, r.readiness, "
    };
}
pub(crate) use {referral_columns, referral_own_columns};

/// How many columns [`read`] takes; lists put theirs behind.
pub const COLUMNS: usize = 36;

/// Reads a referral from the first columns of a row.
pub fn read(row: &Row<'_>, opener: &Opener) -> Outcome<Referral> {
    let id = row.get(0)?;
    Ok(Referral {
        id,
        kind: row.get(1)?,
        person: row.get(2)?,
        from: row.get(3)?,
        from_worker: row.get(4)?,
        to: row.get(5)?,
        urgent: row.get(6)?,
        follows: row.get(7)?,
        made_at: row.get(8)?,
        version: row.get(9)?,
        standing: read_standing(row, id, &opener.row(row, 35)?)?,
    })
}

fn read_standing(row: &Row<'_>, id: ReferralId, key: &RowKey<'_>) -> Outcome<Standing> {
    let line = |i: usize, column: &str| line(key.open_opt(&sealing::row(column, id.raw()), row.get(i)?)?);
    Ok(Standing {
        state: row.get(10)?,
        since: row.get(11)?,
        sent_on: row.get(12)?,
        answer_due_on: row.get(13)?,
        asked_on: row.get(14)?,
        wait_until: row.get(15)?,
        wait_place: row.get(16)?,
        accepted_on: row.get(17)?,
        first_on: row.get(18)?,
        first_place: line(19, FIRST_PLACE)?,
        reason: row.get(20)?,
        suggests: row.get(21)?,
        second_looks: row.get(22)?,
        redirected: row.get(23)?,
        no_shows: row.get(24)?,
        next_try_on: row.get(25)?,
        arrived_on: row.get(26)?,
        arrived_with: line(27, ARRIVED_WITH)?,
        confirmed_on: row.get(28)?,
        known_on: row.get(29)?,
        says: row.get(30)?,
        connected_on: row.get(31)?,
        rounds: row.get(32)?,
        followed: row.get(33)?,
        readiness: row.get(34)?,
    })
}

fn line(text: Option<String>) -> Outcome<Option<Line>> {
    let parsed = text.map(|text| Line::parse(&text)).transpose();
    parsed.map_err(|_| Problem::internal("a stored line that is none"))
}

/// The key for a standing in which something is to be sealed; most have neither place nor company.
fn writer(tx: &mut Tx, person: PersonId, standing: &Standing) -> Outcome<Option<Writer>> {
    let needed = standing.first_place.is_some() || standing.arrived_with.is_some();
    if needed { Writer::of(tx, person).map(Some) } else { Ok(None) }
}

/// The values of a standing and of what the rules make of it, as both statements below take them
fn values(standing: &Standing, id: ReferralId, key: Option<&Writer>, now: Time) -> [Value; 30] {
    let text = |column: &str, line: &Option<Line>| {
        key.zip(line.as_ref()).map(|(key, line)| key.seal(&sealing::row(column, id.raw()), line.as_str()))
    };
    v![
        standing.state,
        standing.since,
        standing.sent_on,
        standing.answer_due_on,
        standing.asked_on,
        standing.wait_until,
        standing.wait_place,
        standing.accepted_on,
        standing.first_on,
        text(FIRST_PLACE, &standing.first_place),
        standing.reason.map(DeclineReason::code),
        standing.suggests,
        standing.second_looks,
        standing.redirected,
        standing.no_shows,
        standing.next_try_on,
        standing.arrived_on,
        text(ARRIVED_WITH, &standing.arrived_with),
        standing.confirmed_on,
        standing.known_on,
        standing.says.map(Says::code),
        standing.connected_on,
        standing.rounds,
        standing.followed.map(Step::code),
        standing.readiness.map(Readiness::code),
        rules::is_live(standing),
        rules::due_on(standing),
        rules::look_on(standing, Side::Sender),
        rules::look_on(standing, Side::Receiver),
        now,
    ]
}

/// Keeps a new referral; `false` when a live one of the same person between the same agencies is there.
pub fn insert(tx: &mut Tx, referral: &Referral, now: Time) -> Outcome<bool> {
    let key = writer(tx, referral.person, &referral.standing)?;
    let mut all = values(&referral.standing, referral.id, key.as_ref(), now).to_vec();
    all.extend(v![
        referral.id,
        referral.kind,
        referral.person,
        referral.from,
        referral.from_worker,
        referral.to,
        referral.urgent,
        referral.follows,
        referral.made_at,
        referral.version,
    ]);
    let added = tx.run(
        "INSERT INTO referral (state, since, sent_on, answer_due_on, asked_on, wait_until, wait_place, accepted_on, \
         first_on, first_place, reason, suggests, second_looks, redirected, no_shows, next_try_on, arrived_on, \
         arrived_with, confirmed_on, known_on, says, connected_on, rounds, followed, readiness, live, due_on, \
         sender_on, receiver_on, changed_at, id, kind, person_id, from_agency, from_worker, to_agency, urgent, \
         follows, made_at, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, \
         $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40) ON CONFLICT DO NOTHING",
        &all,
    )?;
    Ok(added == 1)
}

/// What became of saving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It is saved, as the next version.
    Yes,
    /// Somebody saved in between.
    Stale,
    /// A live referral of the same person between the same agencies is there.
    Double,
}

/// Saves where a referral stands over the version that was read.
pub fn save(tx: &mut Tx, referral: &Referral, standing: &Standing, now: Time) -> Outcome<Saved> {
    let key = writer(tx, referral.person, standing)?;
    let mut all = values(standing, referral.id, key.as_ref(), now).to_vec();
    all.extend(v![referral.id, referral.version, referral.kind, referral.urgent]);
    let becomes_live = rules::is_live(standing) && !rules::is_live(&referral.standing);
    if becomes_live && live(tx, referral.person, referral.from, referral.to)?.is_some() {
        return Ok(Saved::Double);
    }
    let touched = tx.run(
        "UPDATE referral SET state = $1, since = $2, sent_on = $3, answer_due_on = $4, asked_on = $5, \
         wait_until = $6, wait_place = $7, accepted_on = $8, first_on = $9, first_place = $10, reason = $11, \
         suggests = $12, second_looks = $13, redirected = $14, no_shows = $15, next_try_on = $16, arrived_on = $17, \
         arrived_with = $18, confirmed_on = $19, known_on = $20, says = $21, connected_on = $22, rounds = $23, \
         followed = $24, readiness = $25, live = $26, due_on = $27, sender_on = $28, receiver_on = $29, \
         changed_at = $30, kind = $33, urgent = $34, version = version + 1 WHERE id = $31 AND version = $32",
        &all,
    )?;
    Ok(if touched == 1 { Saved::Yes } else { Saved::Stale })
}

/// One referral.
pub fn get(tx: &mut Tx, id: ReferralId) -> Outcome<Option<Referral>> {
    let opener = Opener::of(tx)?;
    let sql = concat!("SELECT ", referral_columns!(), " FROM referral r WHERE r.id = $1");
    tx.one(sql, &v![id], |row| read(row, &opener))
}

/// The live referral of a person between two agencies.
pub fn live(tx: &mut Tx, person: PersonId, from: AgencyId, to: AgencyId) -> Outcome<Option<(ReferralId, State)>> {
    tx.one(
        "SELECT id, state FROM referral WHERE person_id = $1 AND from_agency = $2 AND to_agency = $3 AND live",
        &v![person, from, to],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}
