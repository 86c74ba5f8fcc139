//! What a referral tells: the wish and the sections.

use base::{Outcome, ReferralId};
use db::{Tx, v};
use people::key_sql;
use people::vault::Opener;
use policy::{Categories, Label, Sealed};
use seal::Place;

use super::sealing::{self, person_of};
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

/// Keeps what a draft tells. What stands there about the same already stays, above it.
pub fn insert(tx: &mut Tx, id: ReferralId, draft: &Draft) -> Outcome<()> {
    let mut parts = all(tx, id)?;
    let wish = draft.wish.iter().map(|text| (true, Label::EXISTENCE, text));
    for (is_wish, label, text) in wish.chain(draft.sections.iter().map(|part| (false, part.label, &part.text))) {
        let text = text.as_str();
        match parts.iter_mut().find(|part| part.is_wish == is_wish && part.label == label) {
            Some(part) => part.text = [&part.text, text].join(BETWEEN),
            None => parts.push(Part { is_wish, label, text: text.to_owned() }),
        }
    }
    keep(tx, id, &parts)
}

fn keep(tx: &mut Tx, id: ReferralId, parts: &[Part]) -> Outcome<()> {
    let key = sealing::writer(tx, id)?;
    parts.iter().try_for_each(|part| {
        tx.run_later(
            "INSERT INTO referral_section (referral_id, is_wish, label, body) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (referral_id, is_wish, label) DO UPDATE SET body = excluded.body",
            &v![id, part.is_wish, part.label.bits(), key.seal(&place(id, part), &part.text)],
        )
    })
}

fn place(id: ReferralId, part: &Part) -> Place {
    sealing::row("referral_section.body", id.raw()).at(i64::from(part.is_wish)).at(i64::from(part.label.bits()))
}

/// Puts what a draft tells in the place of what its writer saw there.
///
/// What a separation hides from them was not on their screen, so it is not theirs to drop: it stays, and what they wrote about
/// the same is put below it.
pub fn replace(tx: &mut Tx, id: ReferralId, draft: &Draft, hidden: Categories) -> Outcome<()> {
    tx.run("DELETE FROM referral_section WHERE referral_id = $1 AND (label & $2) = 0", &v![id, hidden.bits()])?;
    insert(tx, id, draft)
}

/// Copies what one referral tells into another of the same person, so that nothing is typed twice.
pub fn copy(tx: &mut Tx, from: ReferralId, to: ReferralId) -> Outcome<()> {
    let parts = all(tx, from)?;
    keep(tx, to, &parts)
}

/// What a referral tells, sealed for whoever looks: the wish first, then the sections by label.
pub fn of(tx: &mut Tx, id: ReferralId, eyes: Eyes) -> Outcome<Vec<Sealed<Part>>> {
    let own = eyes.viewer == eyes.sender;
    Ok(all(tx, id)?.into_iter().map(|part| Sealed::new(part.label, own, part)).collect())
}

fn all(tx: &mut Tx, id: ReferralId) -> Outcome<Vec<Part>> {
    let opener = Opener::of(tx)?;
    tx.all(
        concat!(
            "SELECT is_wish, label, body, ",
            key_sql!(person_of!("referral_id")),
            " FROM referral_section WHERE referral_id = $1 ORDER BY is_wish DESC, label"
        ),
        &v![id],
        |row| {
            let part = Part { is_wish: row.get(0)?, label: label(row.get(1)?)?, text: row.get(2)? };
            let text = opener.row(row, 3)?.open(&place(id, &part), &part.text)?;
            Ok(Part { text, ..part })
        },
    )
}
