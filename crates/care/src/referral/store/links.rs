//! Links for receivers without an account.

use base::{AgencyId, LinkId, Outcome, ReferralId, Time, WorkerId};
use db::{Tx, v};

/// A link that is to be kept.
#[derive(Clone, Copy, Debug)]
pub struct NewLink<'a> {
    /// Its id.
    pub id: LinkId,
    /// Hash of its secret.
    pub hash: &'a str,
    /// The referral that it opens.
    pub referral: ReferralId,
    /// The agency it is for.
    pub agency: AgencyId,
    /// Who made it.
    pub by: WorkerId,
    /// Until when it opens.
    pub until: Time,
}

/// Keeps a link.
pub fn insert(tx: &mut Tx, link: &NewLink<'_>, now: Time) -> Outcome<()> {
    tx.run(
        "INSERT INTO referral_link (token_hash, id, referral_id, agency_id, made_by, made_at, until_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &v![link.hash, link.id, link.referral, link.agency, link.by, now, link.until],
    )?;
    Ok(())
}

/// Ends every link of a referral; says how many were open.
pub fn revoke(tx: &mut Tx, referral: ReferralId, now: Time) -> Outcome<u64> {
    tx.run(
        "UPDATE referral_link SET revoked_at = $2 WHERE referral_id = $1 AND revoked_at IS NULL AND until_at > $2",
        &v![referral, now],
    )
}

/// The open link with this hash: its id and its agency.
pub fn open(tx: &mut Tx, hash: &str, now: Time) -> Outcome<Option<(LinkId, AgencyId)>> {
    tx.one(
        "SELECT id, agency_id FROM referral_link WHERE token_hash = $1 AND revoked_at IS NULL AND until_at > $2",
        &v![hash, now],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// The referral that a link opens.
pub fn referral_of(tx: &mut Tx, link: LinkId) -> Outcome<Option<ReferralId>> {
    tx.one("SELECT referral_id FROM referral_link WHERE id = $1", &v![link], |row| row.get(0))
}

/// Remembers when a link was opened last.
pub fn opened(tx: &mut Tx, link: LinkId, now: Time) -> Outcome<()> {
    tx.run("UPDATE referral_link SET opened_at = $2 WHERE id = $1", &v![link, now])?;
    Ok(())
}

/// The open link of a referral: until when it opens, and when it was opened last.
pub fn of(tx: &mut Tx, referral: ReferralId, now: Time) -> Outcome<Option<(Time, Option<Time>)>> {
    tx.one(
        "SELECT until_at, opened_at FROM referral_link WHERE referral_id = $1 AND revoked_at IS NULL AND until_at > $2",
        &v![referral, now],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}
