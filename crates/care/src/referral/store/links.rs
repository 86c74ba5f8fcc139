//! Links for receivers without an account.

use base::{AgencyId, LinkId, Outcome, ReferralId, Time, WorkerId};
use db::{Tx, v};
use people::seat_since_sql;

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

/// The links that are open at `$2`: neither ended nor over, and whoever made them still sits at the agency that sent.
macro_rules! open_links {
    ($columns:literal, $which:literal) => {
        concat!(
            "SELECT ",
            $columns,
            " FROM referral_link l JOIN referral r ON r.id = l.referral_id WHERE ",
            $which,
            " AND l.revoked_at IS NULL AND l.until_at > $2 AND ",
            seat_since_sql!("l.made_by", "r.from_agency", "l.made_at", "$2")
        )
    };
}

/// The open link with this hash: its id and its agency.
pub fn open(tx: &mut Tx, hash: &str, now: Time) -> Outcome<Option<(LinkId, AgencyId)>> {
    tx.one(open_links!("l.id, l.agency_id", "l.token_hash = $1"), &v![hash, now], |row| Ok((row.get(0)?, row.get(1)?)))
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
    tx.one(open_links!("l.until_at, l.opened_at", "l.referral_id = $1"), &v![referral, now], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}
