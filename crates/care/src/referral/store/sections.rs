//! What a referral tells: the wish and the sections.

use base::{Outcome, ReferralId, Text};
use db::{Tx, v};
use policy::{Label, Sealed};

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

/// Parts that go into one statement. More than that is rare: ten categories and the wish.
const AT_ONCE: usize = 6;

/// Keeps what a draft tells.
pub fn insert(tx: &mut Tx, id: ReferralId, draft: &Draft) -> Outcome<()> {
    let wish = draft.wish.iter().map(|text| (true, Label::EXISTENCE, text));
    let sections = draft.sections.iter().map(|section| (false, section.label, &section.text));
    let parts: Vec<_> = wish.chain(sections).collect();
    parts.chunks(AT_ONCE).try_for_each(|some| insert_some(tx, id, some))
}

/// One statement for up to six rows: the text must be the same whatever their number, so empty slots fall out.
fn insert_some(tx: &mut Tx, id: ReferralId, parts: &[(bool, Label, &Text)]) -> Outcome<()> {
    let mut values = v![id].to_vec();
    for slot in 0..AT_ONCE {
        let part = parts.get(slot);
        values.extend(v![
            part.map(|(is_wish, ..)| *is_wish),
            part.map(|(_, label, _)| label.bits()),
            part.map(|(.., text)| text.as_str())
        ]);
    }
    tx.run(
        "INSERT INTO referral_section (referral_id, is_wish, label, body) SELECT $1, w, l, b FROM ( \
         SELECT CAST($2 AS BOOLEAN) AS w, CAST($3 AS BIGINT) AS l, CAST($4 AS TEXT) AS b \
         UNION ALL SELECT CAST($5 AS BOOLEAN), CAST($6 AS BIGINT), CAST($7 AS TEXT) \
         UNION ALL SELECT CAST($8 AS BOOLEAN), CAST($9 AS BIGINT), CAST($10 AS TEXT) \
         UNION ALL SELECT CAST($11 AS BOOLEAN), CAST($12 AS BIGINT), CAST($13 AS TEXT) \
         UNION ALL SELECT CAST($14 AS BOOLEAN), CAST($15 AS BIGINT), CAST($16 AS TEXT) \
         UNION ALL SELECT CAST($17 AS BOOLEAN), CAST($18 AS BIGINT), CAST($19 AS TEXT) \
         ) AS part WHERE b IS NOT NULL",
        &values,
    )?;
    Ok(())
}

/// Puts what a draft tells in the place of what was there.
pub fn replace(tx: &mut Tx, id: ReferralId, draft: &Draft) -> Outcome<()> {
    tx.run("DELETE FROM referral_section WHERE referral_id = $1", &v![id])?;
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
