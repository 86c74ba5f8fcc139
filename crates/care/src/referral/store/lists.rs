//! Lists of referrals. Each decides inside the statement whom the agency may know of, before it orders and cuts.

use base::{AgencyId, Cursor, Date, Outcome, Page, PersonId, Time};
use db::{Row, Tx, v};
use people::vault::Opener;
use people::{consent, decided_sql, knows_sql};
use policy::{Disclosed, Mask, Purpose, Sealed};

use super::referrals::{COLUMNS, read, referral_columns, referral_own_columns};
use crate::referral::codes::State;
use crate::referral::model::Referral;

/// A referral on a list.
#[derive(Clone)]
pub struct Listed {
    /// The referral.
    pub referral: Referral,
    /// When something last happened.
    pub changed_at: Time,
    /// The decision about its person, for what else the row shows.
    pub mask: Mask,
}

/// Rows on a page.
pub const PAGE: usize = 50;

/// The most a worker's home reads; whoever has more to do than that works them off in order.
pub const HOME: usize = 300;

/// Referrals that match, with what decides about the person; `$1` agency, `$2` purpose, `$3` now
macro_rules! visible {
    ($which:literal, $rest:literal) => {
        concat!(
            "SELECT * FROM (SELECT ",
            referral_columns!(),
            ", r.changed_at, r.due_on, ",
            decided_sql!("$1", "r.person_id", "$2", "$3"),
            " FROM referral r WHERE ",
            $which,
            ") AS c WHERE ",
            knows_sql!(),
            " ",
            $rest
        )
    };
}

fn read_listed(row: &Row<'_>, opener: &Opener) -> Outcome<Option<Disclosed<Listed>>> {
    let mask = consent::decided(row, COLUMNS + 2)?;
    let listed = Listed { referral: read(row, opener)?, changed_at: row.get(COLUMNS)?, mask };
    Ok(mask.open(Sealed::listing(listed)))
}

fn handover() -> i64 {
    i64::from(Purpose::Handover.bit())
}

/// Everything that an agency finds in its lists by `until`, what is due first at the head.
pub fn home(tx: &mut Tx, agency: AgencyId, now: Time, until: Date) -> Outcome<Vec<Disclosed<Listed>>> {
    let opener = Opener::of(tx)?;
    let rows = tx.all(
        visible!(
            "(r.from_agency = $1 AND r.sender_on <= $4) OR (r.to_agency = $1 AND r.receiver_on <= $4)",
            "ORDER BY due_on, id LIMIT $5"
        ),
        &v![agency, handover(), now, until, i64::try_from(HOME).unwrap_or(i64::MAX)],
        |row| read_listed(row, &opener),
    )?;
    Ok(rows.into_iter().flatten().collect())
}

/// What to list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Those the agency has sent.
    pub sent: bool,
    /// Those the agency has received.
    pub received: bool,
    /// Only in this state.
    pub state: Option<State>,
    /// Only of this person.
    pub person: Option<PersonId>,
}

/// One page of an agency's referrals, the last changed first.
pub fn page(
    tx: &mut Tx,
    agency: AgencyId,
    now: Time,
    filter: &Filter,
    after: Option<&Cursor>,
) -> Outcome<Page<Disclosed<Listed>>> {
    let at = after.and_then(|c| c.int(0)).unwrap_or(i64::MAX);
    let id = after.and_then(|c| c.int(1)).unwrap_or_default();
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let opener = Opener::of(tx)?;
    let rows = tx.all(
        visible!(
            "((r.from_agency = $1 AND $4) OR (r.to_agency = $1 AND $5 AND r.sent_on IS NOT NULL)) \
             AND ($6 = '' OR r.state = $6) AND ($7 = 0 OR r.person_id = $7) \
             AND (r.changed_at < $8 OR (r.changed_at = $8 AND r.id > $9))",
            "ORDER BY changed_at DESC, id LIMIT $10"
        ),
        &v![
            agency,
            handover(),
            now,
            filter.sent,
            filter.received,
            filter.state.map_or("", State::code),
            filter.person.map_or(0, PersonId::raw),
            at,
            id,
            limit
        ],
        |row| read_listed(row, &opener),
    )?;
    let rows = rows.into_iter().flatten().collect();
    Ok(Page::cut(rows, PAGE, |last: &Disclosed<Listed>| {
        Cursor::new().with_int(last.changed_at.micros()).with_int(last.referral.id.raw())
    }))
}

/// Persons whom an agency has handed over so far that they have been there.
pub fn linked(tx: &mut Tx, agency: AgencyId) -> Outcome<Vec<PersonId>> {
    tx.all(
        "SELECT DISTINCT person_id FROM referral WHERE from_agency = $1 AND state IN ('arrived', 'connected')",
        &v![agency],
        |row| row.get(0),
    )
}

/// What waits too long between two agencies, without persons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Late {
    /// The sender.
    pub from: AgencyId,
    /// The receiver.
    pub to: AgencyId,
    /// How many referrals.
    pub count: i64,
    /// Of these, how many wait for the receiver's answer.
    pub unanswered: i64,
    /// The day on which the oldest was due.
    pub since: Date,
}

/// What waits too long in the network on the day `today`, pair by pair.
pub fn late(tx: &mut Tx, today: Date) -> Outcome<Vec<Late>> {
    tx.all(
        "SELECT from_agency, to_agency, count(*), CAST(sum(CASE WHEN state = 'sent' AND asked_on IS NULL THEN 1 \
         ELSE 0 END) AS BIGINT), min(due_on) FROM referral WHERE due_on < $1 AND state <> 'preparing' \
         GROUP BY from_agency, to_agency ORDER BY count(*) DESC, from_agency, to_agency",
        &v![today],
        |row| {
            Ok(Late {
                from: row.get(0)?,
                to: row.get(1)?,
                count: row.get(2)?,
                unanswered: row.get(3)?,
                since: row.get(4)?,
            })
        },
    )
}
