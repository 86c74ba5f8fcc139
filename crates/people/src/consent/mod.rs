//! What a person allows, and what they forbid.
//!
//! A grant names one agency, purposes, categories and an end. Grants add up, refusals always win. Relapse is
//! named in a step of its own. Revoking is one act and holds from the next request: nothing is cached.
//!
//! [`mask`] asks the policy for one person; [`decided_sql!`] is the same decision as text for lists.

mod acts;
pub mod api;
mod model;
mod naming;
mod pages;
mod preview;
mod store;
#[cfg(test)]
mod tests;
mod view;
mod wording;

use base::{AgencyId, Msg, Outcome, PersonId, Problem, Time, WorkerId};
use db::{Migration, Row};
use policy::{Basis, Facts, Label, Mask, Purpose};
use web::{Cx, Room, Who};

use crate::lawful;
use crate::separation::denied;
use store::Around;

pub(crate) use acts::end_of;
pub use acts::{
    duty_changed, grant, grants_shown, lift_refusal, refusals_shown, refuse, revoke, revoke_by_number,
    take_back_relapse,
};
pub use model::{ConsentInput, GrantRow, How, LONGEST_DAYS, NewGrant, RefusalInput, RefusalRow};
pub use naming::{Naming, Outside, PAUSE_HOURS};

pub use preview::{Preview, preview};

pub use store::SEALED;
pub(crate) use view::renew;
pub use wording::TEXT_VERSION;

/// The tables.
pub const MIGRATIONS: &[Migration] = &[
    Migration { id: "consent-1", sql: include_str!("migration.sql") },
    Migration { id: "consent-2", sql: include_str!("migration-2.sql") },
    Migration { id: "consent-3", sql: include_str!("migration-3.sql") },
    Migration { id: "consent-4", sql: include_str!("migration-4.sql") },
];

/// What this room offers.
pub fn room() -> Room {
    let mut endpoints = api::endpoints();
    endpoints.extend(pages::endpoints());
    Room {
        name: "consent",
        endpoints,
        words: base::words!("consent", "words/ja.ftl", "words/en.ftl", "words/ja-simple.ftl"),
        migrations: MIGRATIONS,
    }
}

/// `m` of the policy's list predicate: what an agency is granted about a person for a purpose now, and what is shared with it
/// by law, less what the person refuses it; and what is shared because of danger, whatever they refuse. Arguments are SQL texts: agency, person, purpose bit, now.
#[macro_export]
macro_rules! allowed_sql {
    ($agency:expr, $person:expr, $purpose:expr, $now:expr) => {
        concat!(
            // 32 is relapse, which waits for its own moment.
            "(((COALESCE((SELECT bit_or(CASE WHEN g.relapse_at > ",
            $now,
            " THEN g.eff & ~32 ELSE g.eff END) FROM consent_grant g WHERE g.agency_id = ",
            $agency,
            " AND g.person_id = ",
            $person,
            " AND (g.purposes & ",
            $purpose,
            ") <> 0 AND g.from_at <= ",
            $now,
            " AND g.until_at > ",
            $now,
            "), 0) | ",
            $crate::lawful_sql!("NOT law.vital", $agency, $person, $purpose, $now),
            ") & ~COALESCE((SELECT bit_or(r.cats) FROM consent_refusal r",
            " WHERE r.agency_id = ",
            $agency,
            " AND r.person_id = ",
            $person,
            " AND r.from_at <= ",
            $now,
            " AND r.until_at > ",
            $now,
            "), 0)) | ",
            $crate::lawful_sql!("law.vital", $agency, $person, $purpose, $now),
            ")"
        )
    };
}

const _: () = assert!(policy::Category::Relapse.bit() == 32, "allowed_sql! names relapse by its bit");

/// The whole decision about a row of a list, as its columns `own`, `m` and `d`; [`knows_sql!`] asks them, [`decided`] reads
/// them. Arguments are SQL texts: agency, person, purpose bit, now.
#[macro_export]
macro_rules! decided_sql {
    ($agency:expr, $person:expr, $purpose:expr, $now:expr) => {
        concat!(
            $crate::own_client_sql!($agency, $person, $now),
            " AS own, ",
            $crate::allowed_sql!($agency, $person, $purpose, $now),
            " AS m, ",
            $crate::barred_sql!($agency, $person, $now),
            " AS d"
        )
    };
}

/// Whether the agency may know of the person of a row that [`decided_sql!`] decided about.
#[macro_export]
macro_rules! knows_sql {
    () => {
        "(d & 1) = 0 AND (own OR (m & 1) <> 0)"
    };
}

/// What [`decided_sql!`] came to, out of the three columns from `at` on.
pub fn decided(row: &Row<'_>, at: usize) -> Outcome<Mask> {
    let (own, allowed): (bool, i64) = (row.get(at)?, row.get(at + 1)?);
    Ok(Mask::for_row(u16::try_from(allowed).unwrap_or_default(), denied(row.get(at + 2)?), own))
}

/// What an agency may see of a person for a purpose, at this moment.
pub fn mask(cx: &mut Cx<'_>, agency: AgencyId, person: PersonId, purpose: Purpose) -> Outcome<Mask> {
    let [mask, _] = masks(cx, [agency, agency], person, purpose)?;
    Ok(mask)
}

/// What two agencies may see of a person, read together.
pub fn masks(cx: &mut Cx<'_>, agencies: [AgencyId; 2], person: PersonId, purpose: Purpose) -> Outcome<[Mask; 2]> {
    let all = around(cx, agencies, person, None)?;
    Ok(agencies.map(|agency| match all.iter().find(|around| around.agency == agency) {
        Some(around) => decide(around, purpose, cx.now),
        None => Mask::nothing(),
    }))
}

/// What decides about a person and two agencies. What is shared by law is read only where there is any, which is seldom.
fn around(
    cx: &mut Cx<'_>,
    agencies: [AgencyId; 2],
    person: PersonId,
    worker: Option<WorkerId>,
) -> Outcome<Vec<Around>> {
    let mut all = store::around(cx.tx, agencies, person, cx.now, worker)?;
    if all.iter().any(|around| around.is_shared_by_law) {
        for (agency, basis) in lawful::live(cx, agencies, person)? {
            all.iter_mut().filter(|around| around.agency == agency).for_each(|around| around.bases.push(basis));
        }
    }
    Ok(all)
}

fn decide(around: &Around, purpose: Purpose, now: Time) -> Mask {
    let facts: Vec<_> = around.duty.into_iter().collect();
    let duty = policy::duty_now(around.reports_by_default, &facts, now.micros());
    policy::mask(&Facts {
        purpose,
        now: now.micros(),
        own_client: around.own_client,
        duty_to_report: duty.reports,
        grants: &around.grants,
        bases: &around.bases,
        refused: around.refused,
        barrier: around.barrier,
        break_glass: around.glass,
    })
}

/// The mask of the agency that asks; [`Problem::NotFound`] when it may not know that the person exists.
///
/// For supporting, an emergency look of the worker who asks counts too. It opens the person's own page and nothing else:
/// no list, no referral, no consents, nobody beside them.
pub fn see(cx: &mut Cx<'_>, person: PersonId, purpose: Purpose) -> Outcome<Mask> {
    let agency = cx.acting_agency()?;
    let worker = match &cx.who {
        Who::Worker(by) if purpose == Purpose::Support => Some(by.worker),
        _ => None,
    };
    let around = around(cx, [agency, agency], person, worker)?.pop().ok_or(Problem::NotFound)?;
    let mask = decide(&around, purpose, cx.now);
    if mask.knows_of() { Ok(mask) } else { Err(Problem::NotFound) }
}

/// Whether an emergency look would tell the agency that asks that the person is here, or it knows that already.
pub(crate) fn opens_in_emergency(cx: &mut Cx<'_>, person: PersonId) -> Outcome<bool> {
    let agency = cx.acting_agency()?;
    let around = around(cx, [agency, agency], person, None)?.pop().ok_or(Problem::NotFound)?;
    let now = cx.now.micros();
    let glass = Some(policy::BreakGlass { id: 0, from: now, until: now.saturating_add(1) });
    Ok(decide(&Around { glass, ..around }, Purpose::Support, cx.now).knows_of())
}

/// What the asking agency sees itself, and for what: for supporting, else for taking over.
///
/// [`Problem::NotFound`] if it may not know the person for either.
pub(crate) fn knowing(cx: &mut Cx<'_>, person: PersonId) -> Outcome<(Purpose, Mask)> {
    let agency = cx.acting_agency()?;
    let around = around(cx, [agency, agency], person, None)?.pop().ok_or(Problem::NotFound)?;
    let of = |purpose| (purpose, decide(&around, purpose, cx.now));
    [Purpose::Support, Purpose::Handover].map(of).into_iter().find(|(_, mask)| mask.knows_of()).ok_or(Problem::NotFound)
}

/// As [`see`], with what the agency may see for handing over to which the person is to be handed over.
pub fn see_with(cx: &mut Cx<'_>, person: PersonId, to: AgencyId) -> Outcome<(Mask, Mask)> {
    let agency = cx.acting_agency()?;
    let [mask, theirs] = masks(cx, [agency, to], person, Purpose::Handover)?;
    if mask.knows_of() { Ok((mask, theirs)) } else { Err(Problem::NotFound) }
}

/// The basis on which a person may be handed over to an agency: a live grant for handing over.
///
/// [`Problem::Refused`] when the person has not agreed (yet, or any more).
pub fn basis_to_hand_over(cx: &mut Cx<'_>, person: PersonId, to: AgencyId) -> Outcome<Basis> {
    basis_in(&mask(cx, to, person, Purpose::Handover)?)
}

/// The same basis in a mask of the receiver that has been read already, for handing over.
pub fn basis_in(theirs: &Mask) -> Outcome<Basis> {
    // Own clients of the receiver need the grant all the same: knowing somebody is not being sent them.
    theirs.sees(Label::EXISTENCE, false).ok_or_else(|| Problem::Refused(Msg::new("consent-needed")))
}

/// When the last live grant of a person to an agency ends.
pub fn ends(cx: &mut Cx<'_>, person: PersonId, to: AgencyId) -> Outcome<Option<Time>> {
    Ok(store::live(cx.tx, to, person, cx.now)?.iter().map(|grant| grant.until).max())
}

/// How many days ahead the end of a consent is told.
pub const ENDING_DAYS: i64 = 30;

/// Whether a grant holds and its last day is near enough to ask again.
pub fn ends_soon(cx: &Cx<'_>, grant: &GrantRow) -> bool {
    grant.is_live(cx.now) && grant.until <= soon(cx)
}

/// Consents that the acting agency took, that end soon and that nobody has been asked about again, soonest first.
///
/// Asked again is who has agreed for longer, for the same purposes and categories; relapse does not count, for nobody is to
/// be asked for that until they say yes.
pub fn ending(cx: &mut Cx<'_>) -> Outcome<Vec<GrantRow>> {
    let agency = cx.acting_agency()?;
    let soon = soon(cx);
    store::ending(cx.tx, agency, cx.now, soon)
}

/// The end of the last day that is told ahead.
fn soon(cx: &Cx<'_>) -> Time {
    Time::at_jst(cx.today().plus_days(ENDING_DAYS + 1), 0, 0)
}
