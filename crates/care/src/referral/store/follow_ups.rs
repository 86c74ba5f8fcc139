//! What was found when asking afterwards.

use base::{AgencyId, Outcome, ReferralId, Time};
use db::{Tx, v};
use people::key_sql;
use people::vault::Opener;
use seal::Place;

use super::sealing::{self, person_of};
use super::{Eyes, Shut, label_opt, note_label, note_text};
use crate::referral::codes::{How, Outcome as Found, Step};
use crate::referral::model::Note;

/// A follow-up as it is shown.
#[derive(Debug)]
pub struct FollowUp {
    /// In which round of connection.
    pub round: i64,
    /// Which.
    pub step: Step,
    /// What was found.
    pub outcome: Found,
    /// How the person was asked.
    pub how: How,
    /// When.
    pub at: Time,
    /// Who asked.
    pub by: AgencyId,
    /// What was written.
    pub note: Option<Shut>,
}

/// A follow-up that is to be kept.
#[derive(Clone, Copy, Debug)]
pub struct NewFollowUp<'a> {
    /// The referral.
    pub referral: ReferralId,
    /// In which round.
    pub round: i64,
    /// Which.
    pub step: Step,
    /// What was found.
    pub outcome: Found,
    /// How.
    pub how: How,
    /// Who asked.
    pub by: AgencyId,
    /// What was written.
    pub note: Option<&'a Note>,
}

/// Keeps a follow-up; `false` when somebody has asked already.
pub fn insert(tx: &mut Tx, new: &NewFollowUp<'_>, now: Time) -> Outcome<bool> {
    let key = sealing::writer(tx, new.referral)?;
    tx.run_unless_exists(
        "INSERT INTO follow_up (referral_id, round, step, outcome, how, at, by_agency, note, label) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        &v![
            new.referral,
            new.round,
            new.step,
            new.outcome,
            new.how,
            now,
            new.by,
            key.seal_opt(&place(new.referral, new.round, new.step), note_text(new.note)),
            note_label(new.note)
        ],
    )
}

fn place(referral: ReferralId, round: i64, step: Step) -> Place {
    sealing::numbered("follow_up.note", referral, round).under(step.code())
}

/// Takes back the follow-up that was kept last, at the moment `at`.
pub fn take_back(tx: &mut Tx, referral: ReferralId, round: i64, at: Time) -> Outcome<()> {
    tx.run("DELETE FROM follow_up WHERE referral_id = $1 AND round = $2 AND at = $3", &v![referral, round, at])?;
    Ok(())
}

/// Every follow-up of a referral, oldest first.
pub fn of(tx: &mut Tx, referral: ReferralId, eyes: Eyes) -> Outcome<Vec<FollowUp>> {
    let opener = Opener::of(tx)?;
    tx.all(
        concat!(
            "SELECT round, step, outcome, how, at, by_agency, note, label, ",
            key_sql!(person_of!("referral_id")),
            " FROM follow_up WHERE referral_id = $1 ORDER BY at, step"
        ),
        &v![referral],
        |row| {
            let (round, step, by): (i64, Step, AgencyId) = (row.get(0)?, row.get(1)?, row.get(5)?);
            let note = opener.row(row, 8)?.open_opt(&place(referral, round, step), row.get(6)?)?;
            Ok(FollowUp {
                round,
                step,
                outcome: row.get(2)?,
                how: row.get(3)?,
                at: row.get(4)?,
                by,
                note: eyes.shut(by, label_opt(row.get(7)?)?, note),
            })
        },
    )
}
