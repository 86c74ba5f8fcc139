//! Steps of warm hand-overs.

use base::{AgencyId, Date, LegId, Outcome, ReferralId, Time};
use db::{Tx, v};
use people::key_sql;
use people::vault::Opener;
use policy::{Category, Label, Sealed};

use super::sealing::{self, person_of};
use super::{Eyes, Shut, at_a_place, label_opt, note_label, note_text};
use crate::referral::codes::{LegKind, LegStatus};
use crate::referral::model::{NewLeg, Note};

const COMPANION: &str = "referral_leg.companion";
const PLACE: &str = "referral_leg.place";
const NOTE: &str = "referral_leg.note";
const SETTLED: &str = "referral_leg.settled_note";

/// A step as it is shown; its texts have seals of their own.
#[derive(Debug)]
pub struct Leg {
    /// Its id.
    pub id: LegId,
    /// Which step.
    pub kind: LegKind,
    /// How it stands.
    pub status: LegStatus,
    /// When.
    pub on: Date,
    /// Who planned it.
    pub by: AgencyId,
    /// When it was settled.
    pub settled_at: Option<Time>,
    /// Who goes along.
    pub companion: Option<Shut>,
    /// Where they meet.
    pub place: Option<Shut>,
    /// What was said about it.
    pub note: Option<Shut>,
    /// What came of it.
    pub settled_note: Option<Shut>,
}

/// Keeps a step.
pub fn insert(tx: &mut Tx, id: LegId, referral: ReferralId, leg: &NewLeg, by: AgencyId) -> Outcome<()> {
    let key = sealing::writer(tx, referral)?;
    let seal = |column: &str, text: Option<&str>| key.seal_opt(&sealing::row(column, id.raw()), text);
    tx.run(
        "INSERT INTO referral_leg (id, referral_id, kind, status, planned_on, companion, place, note, label, by_agency) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        &v![
            id,
            referral,
            leg.kind,
            LegStatus::Planned,
            leg.on,
            seal(COMPANION, leg.companion.as_ref().map(base::Line::as_str)),
            seal(PLACE, leg.place.as_ref().map(base::Line::as_str)),
            seal(NOTE, note_text(leg.note.as_ref())),
            note_label(leg.note.as_ref()),
            by
        ],
    )?;
    Ok(())
}

/// The referral that a step belongs to, which step it is, and who planned it.
pub fn get(tx: &mut Tx, id: LegId) -> Outcome<Option<(ReferralId, LegKind, AgencyId)>> {
    tx.one("SELECT referral_id, kind, by_agency FROM referral_leg WHERE id = $1", &v![id], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    })
}

/// Says what became of a step; `false` when somebody has said so already.
pub fn settle(
    tx: &mut Tx,
    (referral, id): (ReferralId, LegId),
    status: LegStatus,
    by: AgencyId,
    note: Option<&Note>,
    now: Time,
) -> Outcome<bool> {
    let key = sealing::writer(tx, referral)?;
    let text = key.seal_opt(&sealing::row(SETTLED, id.raw()), note_text(note));
    let touched = tx.run(
        "UPDATE referral_leg SET status = $2, settled_at = $3, settled_by = $4, settled_note = $5, settled_label = $6 \
         WHERE id = $1 AND status = 'planned'",
        &v![id, status, now, by, text, note_label(note)],
    )?;
    Ok(touched == 1)
}

/// The steps of a referral by day.
pub fn of(tx: &mut Tx, referral: ReferralId, eyes: Eyes) -> Outcome<Vec<Sealed<Leg>>> {
    let opener = Opener::of(tx)?;
    tx.all(
        concat!(
            "SELECT id, kind, status, planned_on, by_agency, settled_at, settled_by, companion, place, note, label, \
             settled_note, settled_label, ",
            key_sql!(person_of!("referral_id")),
            " FROM referral_leg WHERE referral_id = $1 ORDER BY planned_on, id"
        ),
        &v![referral],
        |row| {
            let (kind, by): (LegKind, AgencyId) = (row.get(1)?, row.get(4)?);
            let settled_by: Option<AgencyId> = row.get(6)?;
            let (id, key): (LegId, _) = (row.get(0)?, opener.row(row, 13)?);
            let text = |i: usize, column: &str| key.open_opt(&sealing::row(column, id.raw()), row.get(i)?);
            let (note, label) = (text(9, NOTE)?, label_opt(row.get(10)?)?);
            let (settled_note, settled_label) = (text(11, SETTLED)?, label_opt(row.get(12)?)?);
            let leg = Leg {
                id,
                kind,
                status: row.get(2)?,
                on: row.get(3)?,
                by,
                settled_at: row.get(5)?,
                companion: eyes.shut(by, None, text(7, COMPANION)?),
                place: at_a_place(text(8, PLACE)?),
                note: eyes.shut(by, label, note),
                settled_note: eyes.shut(settled_by.unwrap_or(by), settled_label, settled_note),
            };
            Ok(eyes.message(by, kind_tells(kind).filter(|_| by == eyes.sender && by != eyes.viewer), leg))
        },
    )
}

/// What the mere kind of a step tells a receiver: a visit in prison is about justice, one on the ward about health.
pub const fn kind_tells(kind: LegKind) -> Option<Label> {
    match kind {
        LegKind::PrisonVisit => Some(Label::EXISTENCE.with(Category::Justice)),
        LegKind::WardVisit => Some(Label::EXISTENCE.with(Category::Health)),
        _ => None,
    }
}
