//! Where this room's sealed texts stand, and with which key.

use base::{Outcome, ReferralId};
use db::{Tx, v};
use people::vault::{Column, Writer};
use people::{key_sql, sealed_column};
use seal::Place;

macro_rules! person_of {
    ($referral:literal) => {
        concat!("(SELECT r.person_id FROM referral r WHERE r.id = ", $referral, ")")
    };
}
pub(super) use person_of;

/// Every column of this room whose texts are sealed.
pub const SEALED: &[Column] = &[
    sealed_column!("referral", "first_place", "t.person_id", ["id" = "$3"]),
    sealed_column!("referral", "arrived_with", "t.person_id", ["id" = "$3"]),
    // A truth makes a part of this place; each engine has its own idea of one.
    Column {
        name: "referral_section.body",
        open: concat!(
            "SELECT ",
            key_sql!(person_of!("t.referral_id")),
            ", t.body, t.referral_id, CASE WHEN t.is_wish THEN 1 ELSE 0 END, t.label FROM referral_section t \
             WHERE substr(t.body, 1, 4) <> '\u{1}s1.' LIMIT $1"
        ),
        seal: "UPDATE referral_section SET body = $1 WHERE body = $2 AND referral_id = $3 \
               AND CASE WHEN is_wish THEN 1 ELSE 0 END = $4 AND label = $5",
        key: 3,
    },
    sealed_column!("referral_event", "note", person_of!("t.referral_id"), ["referral_id" = "$3", "seq" = "$4"]),
    sealed_column!("referral_event", "before", person_of!("t.referral_id"), ["referral_id" = "$3", "seq" = "$4"]),
    sealed_column!("referral_question", "body", person_of!("t.referral_id"), ["referral_id" = "$3", "seq" = "$4"]),
    sealed_column!("referral_leg", "companion", person_of!("t.referral_id"), ["id" = "$3"]),
    sealed_column!("referral_leg", "place", person_of!("t.referral_id"), ["id" = "$3"]),
    sealed_column!("referral_leg", "note", person_of!("t.referral_id"), ["id" = "$3"]),
    sealed_column!("referral_leg", "settled_note", person_of!("t.referral_id"), ["id" = "$3"]),
    sealed_column!(
        "follow_up",
        "note",
        person_of!("t.referral_id"),
        ["referral_id" = "$3", "round" = "$4", "step" = "$5"]
    ),
    sealed_column!("pull_request", "note", "t.person_id", ["id" = "$3"]),
    sealed_column!("pull_request", "answer", "t.person_id", ["id" = "$3"]),
];

/// The key for what is written about the person of a referral.
pub fn writer(tx: &mut Tx, referral: ReferralId) -> Outcome<Writer> {
    let wrapped = tx.one(
        concat!("SELECT ", key_sql!("r.person_id"), " FROM referral r WHERE r.id = $1"),
        &v![referral],
        |row| row.get::<Option<Vec<u8>>>(0),
    )?;
    Writer::with(tx, wrapped.flatten().as_deref())
}

/// The place of a column in the row with this number: a referral, a step, a request.
pub fn row(column: &str, id: i64) -> Place {
    Place::column(column).at(id)
}

/// The place of a column in a row that is numbered within its referral: an event, a question.
pub fn numbered(column: &str, referral: ReferralId, seq: i64) -> Place {
    row(column, referral.raw()).at(seq)
}
