//! Agencies of the network: who they are, what kind, whether they must report what they learn, what they tell
//! to whom, and who works there. None of it is about a person who is supported, so any worker may read it.

mod acts;
pub mod api;
mod asking;
mod kinds;
mod model;
mod offices;
mod pages;
mod staff;
mod store;
mod view;

use base::{AgencyId, Outcome, Problem, WorkerId};
use db::Migration;
use web::{Cx, Room};

pub(crate) use acts::may_manage_account;
pub use acts::{
    add_kind, add_worker, ask_second, asks_second, change, close_worker, create, duty_now, end_membership,
    ensure_kinds, record_duty, set_roles, sit_in,
};
pub use kinds::KINDS;
pub use model::{
    Agency, AgencyInput, AgencyKind, CheckedDuty, DutyInput, DutyNow, Member, NewAgency, NewDuty, NewWorker,
    PASSWORD_MAX, PASSWORD_MIN, WorkerInput, check_password, read_roles,
};
pub use offices::{CONFIRM_DAYS, Confirming, Waiting, confirm, forget_lapsed, waiting, waits_for, withdraw};
pub(crate) use store::{
    FOREVER, home_agency, login_of, memberships, roles, roles_at, said_about, set_password, worker_by_login,
};
pub(crate) use view::kind_name;

/// The tables.
pub const MIGRATIONS: &[Migration] = &[
    Migration { id: "agency-1", sql: include_str!("migration.sql") },
    Migration { id: "agency-2", sql: include_str!("migration-2.sql") },
    Migration { id: "agency-3", sql: include_str!("migration-3.sql") },
    Migration { id: "agency-4", sql: include_str!("migration-4.sql") },
];

/// What this room offers.
pub fn room() -> Room {
    let mut endpoints = api::endpoints();
    endpoints.extend(pages::endpoints());
    endpoints.extend(asking::endpoints());
    endpoints.extend(offices::endpoints());
    Room {
        name: "agency",
        endpoints,
        words: base::words!("agency", "words/ja.ftl", "words/en.ftl", "words/ja-simple.ftl"),
        migrations: MIGRATIONS,
    }
}

/// The default of an agency's kind (`k.reports_by_default`) and the duty fact in force (`d.from_at`, `d.reports`), as
/// text for a statement that needs them beside other things. Arguments are SQL texts: agency, now.
#[macro_export]
macro_rules! duty_sql {
    ($agency:expr, $now:expr) => {
        concat!($crate::duty_tables_sql!($now), " WHERE a.id = ", $agency)
    };
}

/// What an active worker may do at an agency, as text for a statement that needs it beside other things; null when they
/// do not sit there. Arguments are SQL texts: worker, agency, now.
#[macro_export]
macro_rules! roles_sql {
    ($worker:expr, $agency:expr, $now:expr) => {
        concat!(
            "(SELECT m.roles FROM membership m JOIN worker w ON w.id = m.worker_id JOIN agency a ON a.id = m.agency_id ",
            "WHERE m.worker_id = ",
            $worker,
            " AND m.agency_id = ",
            $agency,
            " AND m.from_at <= ",
            $now,
            " AND m.until_at > ",
            $now,
            " AND w.active AND a.active)"
        )
    };
}

/// Whether an agency asks a second factor of everybody, as text for a statement that needs it beside other things. The
/// argument is SQL text: agency.
#[macro_export]
macro_rules! asks_second_sql {
    ($agency:expr) => {
        concat!("(SELECT a.asks_second FROM agency a WHERE a.id = ", $agency, ")")
    };
}

/// Whether a worker has sat at an agency without a break since a moment, as text for a statement that lets something hold
/// only so long: a link that somebody gave ends with their seat, and coming back does not bring it back. Arguments are SQL
/// texts: worker, agency, since, now.
#[macro_export]
macro_rules! seat_since_sql {
    ($worker:expr, $agency:expr, $since:expr, $now:expr) => {
        concat!(
            "EXISTS (SELECT 1 FROM membership m JOIN worker w ON w.id = m.worker_id WHERE m.worker_id = ",
            $worker,
            " AND m.agency_id = ",
            $agency,
            " AND m.from_at <= ",
            $since,
            " AND m.until_at > ",
            $now,
            " AND w.active)"
        )
    };
}

/// The tables of [`duty_sql!`] for every agency `a`, so that a statement can join and choose for itself. The argument is SQL text: now.
#[macro_export]
macro_rules! duty_tables_sql {
    ($now:expr) => {
        concat!(
            "FROM agency a JOIN agency_kind k ON k.code = a.kind LEFT JOIN agency_duty d ON d.agency_id = a.id ",
            "AND d.from_at = (SELECT max(f.from_at) FROM agency_duty f WHERE f.agency_id = a.id AND f.from_at <= ",
            $now,
            ")"
        )
    };
}

/// An agency, or [`Problem::NotFound`].
pub fn get(cx: &mut Cx<'_>, id: AgencyId) -> Outcome<Agency> {
    store::get(cx.tx, id)?.ok_or(Problem::NotFound)
}

/// The agency that other systems know by `code`.
pub fn by_code(cx: &mut Cx<'_>, code: &str) -> Outcome<Option<Agency>> {
    store::by_code(cx.tx, code)
}

/// The agency of this name (folded) in this area, for imports that bring no code.
pub fn by_name(cx: &mut Cx<'_>, name: &str, area: &str) -> Outcome<Option<Agency>> {
    store::by_name(cx.tx, &base::fold::norm_key(name), area)
}

/// Every kind, in the order of forms.
pub fn kinds(cx: &mut Cx<'_>) -> Outcome<Vec<AgencyKind>> {
    store::kinds(cx.tx)
}

/// Adds an agency that an import or the act [`create`] has read; its kind must be known.
pub fn insert(cx: &mut Cx<'_>, new: &NewAgency) -> Outcome<AgencyId> {
    let id = AgencyId::new(cx.rng);
    if store::insert(cx.tx, id, new, cx.now)? { Ok(id) } else { Err(Problem::field("code", "agency-code-taken")) }
}

/// Saves over an agency at the version that was read; [`Problem::Stale`] when somebody saved in between.
pub fn update(cx: &mut Cx<'_>, id: AgencyId, new: &NewAgency, version: i64) -> Outcome<()> {
    if store::update(cx.tx, id, new, version, cx.now)? { Ok(()) } else { Err(Problem::Stale) }
}

/// Active agencies after a place in reading order.
pub fn page(cx: &mut Cx<'_>, after: (&[u8], i64), limit: i64) -> Outcome<Vec<Agency>> {
    store::page(cx.tx, after, limit)
}

/// Agencies to choose from when handing over: id, name, kind; those with an account first.
pub fn pick_list(cx: &mut Cx<'_>) -> Outcome<Vec<(AgencyId, String, String)>> {
    store::partners(cx.tx)
}

/// Whether the agency counts as bound to report, now.
pub fn duty_to_report(cx: &mut Cx<'_>, id: AgencyId) -> Outcome<bool> {
    let (default, latest) = store::duty_in_force(cx.tx, id, cx.now)?.ok_or(Problem::NotFound)?;
    let facts: Vec<_> = latest.into_iter().collect();
    Ok(policy::duty_now(default, &facts, cx.now.micros()).reports)
}

/// Whether an agency can send a witness from outside justice: its kind does not count as bound to report, and nobody has
/// found that it is. [`Problem::Invalid`] on `outside_agency` where there is none.
pub fn is_outside_justice(cx: &mut Cx<'_>, id: AgencyId) -> Outcome<bool> {
    let (default, latest) = store::duty_in_force(cx.tx, id, cx.now)?
        .ok_or_else(|| Problem::field("outside_agency", "base-field-not-a-choice"))?;
    Ok(!default && !latest.is_some_and(|fact| fact.reports))
}

/// Those agencies, to choose from: id, name, kind.
pub fn outside_justice(cx: &mut Cx<'_>) -> Outcome<Vec<(AgencyId, String, String)>> {
    store::outside_justice(cx.tx, cx.now)
}

/// Whether there is any account yet; a fresh installation has none.
pub fn any_worker(cx: &mut Cx<'_>) -> Outcome<bool> {
    store::any_worker(cx.tx)
}

/// A worker's name.
pub fn worker_name(cx: &mut Cx<'_>, worker: WorkerId) -> Outcome<String> {
    store::worker_name(cx.tx, worker)?.ok_or(Problem::NotFound)
}

/// The workers of an agency now.
pub fn members(cx: &mut Cx<'_>, agency: AgencyId) -> Outcome<Vec<Member>> {
    store::members(cx.tx, agency, cx.now)
}

/// The workers of an agency now: id and name.
pub fn workers_of(cx: &mut Cx<'_>, agency: AgencyId) -> Outcome<Vec<(WorkerId, String)>> {
    Ok(members(cx, agency)?.into_iter().filter(|m| m.active).map(|m| (m.worker, m.name)).collect())
}
