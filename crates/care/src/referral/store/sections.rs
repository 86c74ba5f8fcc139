//! What a referral tells: the wish and the sections.

use base::{Outcome, ReferralId};
use db::{Tx, v};
use policy::{Categories, Label, Sealed};

use super::{Eyes, label};
use crate::referral::model::Draft;

/// A part of what is told, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Whether it is the person's own wish.
    pub is_wish: bool,
    /// What it is about.
    pub label: Label,
    /// The text.
    pub text: String,
}

/// What stands between two texts about the same.
const BETWEEN: &str = "\n";

/// Keeps what a draft tells.
pub fn insert(tx: &mut Tx, id: ReferralId, draft: &Draft) -> Outcome<()> {
    let wish = draft.wish.iter().map(|text| (true, Label::EXISTENCE, text));
    let mut parts = wish.chain(draft.sections.iter().map(|section| (false, section.label, &section.text)));
    parts.try_for_each(|(is_wish, label, text)| {
        tx.run_later(
            "INSERT INTO referral_section (referral_id, is_wish, label, body) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (referral_id, is_wish, label) DO UPDATE \
             SET body = referral_section.body || $5 || excluded.body",
            &v![id, is_wish, label.bits(), text.as_str(), BETWEEN],
        )
    })
}

/// Puts what a draft tells in the place of what its writer saw there.
///
/// What a separation hides from them was not on their screen, so it is not theirs to drop: it stays, and what they wrote about
/// the same is put below it.
pub fn replace(tx: &mut Tx, id: ReferralId, draft: &Draft, hidden: Categories) -> Outcome<()> {
    tx.run("DELETE FROM referral_section WHERE referral_id = $1 AND (label & $2) = 0", &v![id, hidden.bits()])?;
    insert(tx, id, draft)
}

/// Copies what one referral tells into another, so that nothing is typed twice.
pub fn copy(tx: &mut Tx, from: ReferralId, to: ReferralId) -> Outcome<()> {
    tx.run(
        "INSERT INTO referral_section (referral_id, is_wish, label, body) \
         SELECT CAST($2 AS BIGINT), is_wish, label, body FROM referral_section WHERE referral_id = $1",
        &v![from, to],
    )?;
    Ok(())
}

/// What a referral tells, sealed for whoever looks: the wish first, then the sections by label.
pub fn of(tx: &mut Tx, id: ReferralId, eyes: Eyes) -> Outcome<Vec<Sealed<Part>>> {
    let own = eyes.viewer == eyes.sender;
    tx.all(
        "SELECT is_wish, label, body FROM referral_section WHERE referral_id = $1 ORDER BY is_wish DESC, label",
        &v![id],
        |row| {
            let label = label(row.get(1)?)?;
            Ok(Sealed::new(label, own, Part { is_wish: row.get(0)?, label, text: row.get(2)? }))
        },
    )
}
