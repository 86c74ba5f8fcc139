//! SQL of agencies, duty facts, workers and memberships.

use base::{AgencyId, Outcome, Time, WorkerId, fold};
use db::{Row, Tx, v};
use policy::{DutyFact, Roles};

use crate::{duty_sql, duty_tables_sql, roles_sql};

use super::model::{Agency, AgencyKind, CheckedDuty, Member, NewAgency, NewWorker};

/// The end of something that has no end yet, in microseconds UTC.
pub(crate) const FOREVER: i64 = Time::MAX.micros();

macro_rules! select_agency {
    ($rest:literal) => {
        concat!(
            "SELECT id, code, kind, name, kana, area, phone, email, tells, has_account, answer_days, active, version ",
            "FROM agency ",
            $rest
        )
    };
}

fn read_agency(row: &Row<'_>) -> Outcome<Agency> {
    Ok(Agency {
        id: row.get(0)?,
        code: row.get(1)?,
        kind: row.get(2)?,
        name: row.get(3)?,
        kana: row.get(4)?,
        area: row.get(5)?,
        phone: row.get(6)?,
        email: row.get(7)?,
        tells: row.get(8)?,
        has_account: row.get(9)?,
        answer_days: row.get(10)?,
        active: row.get(11)?,
        version: row.get(12)?,
    })
}

pub fn kinds(tx: &mut Tx) -> Outcome<Vec<AgencyKind>> {
    tx.all("SELECT code, ja, simple, en, reports_by_default FROM agency_kind ORDER BY sort, code", &v![], |row| {
        Ok(AgencyKind {
            code: row.get(0)?,
            ja: row.get(1)?,
            simple: row.get(2)?,
            en: row.get(3)?,
            reports_by_default: row.get(4)?,
        })
    })
}

pub fn add_kind(tx: &mut Tx, kind: &AgencyKind, sort: i64) -> Outcome<bool> {
    let added = tx.run(
        "INSERT INTO agency_kind (code, ja, simple, en, reports_by_default, sort) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (code) DO NOTHING",
        &v![&kind.code, &kind.ja, &kind.simple, &kind.en, kind.reports_by_default, sort],
    )?;
    Ok(added == 1)
}

pub fn kind_exists(tx: &mut Tx, code: &str) -> Outcome<bool> {
    tx.exists("SELECT 1 FROM agency_kind WHERE code = $1", &v![code])
}

pub fn get(tx: &mut Tx, id: AgencyId) -> Outcome<Option<Agency>> {
    tx.one(select_agency!("WHERE id = $1"), &v![id], read_agency)
}

pub fn by_code(tx: &mut Tx, code: &str) -> Outcome<Option<Agency>> {
    tx.one(select_agency!("WHERE code = $1"), &v![code], read_agency)
}

pub fn by_name(tx: &mut Tx, name_key: &str, area: &str) -> Outcome<Option<Agency>> {
    tx.one(select_agency!("WHERE name_key = $1 AND area = $2 ORDER BY id LIMIT 1"), &v![name_key, area], read_agency)
}

/// Active agencies after a place in reading order, at most `limit`.
pub fn page(tx: &mut Tx, after: (&[u8], i64), limit: i64) -> Outcome<Vec<Agency>> {
    tx.all(
        select_agency!("WHERE active AND (sort_key, id) > ($1, $2) ORDER BY sort_key, id LIMIT $3"),
        &v![after.0, after.1, limit],
        read_agency,
    )
}

/// The agencies that take part in handing over: those with an account, and those that workers registered.
pub fn partners(tx: &mut Tx) -> Outcome<Vec<(AgencyId, String, String)>> {
    tx.all(
        "SELECT id, name, kind FROM agency WHERE active ORDER BY has_account DESC, sort_key, id LIMIT 500",
        &v![],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
}

/// Agencies that neither count as bound to report nor were found to be.
pub fn outside_justice(tx: &mut Tx, now: Time) -> Outcome<Vec<(AgencyId, String, String)>> {
    tx.all(
        concat!(
            "SELECT a.id, a.name, a.kind ",
            duty_tables_sql!("$1"),
            " WHERE a.active AND NOT k.reports_by_default AND NOT COALESCE(d.reports, FALSE) \
             ORDER BY a.sort_key, a.id LIMIT 500"
        ),
        &v![now],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
}

pub fn insert(tx: &mut Tx, id: AgencyId, new: &NewAgency, now: Time) -> Outcome<bool> {
    tx.run_unless_exists(
        "INSERT INTO agency (id, code, kind, name, kana, name_key, sort_key, area, phone, email, tells, has_account, \
         answer_days, active, version, changed_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, TRUE, 1, $14)",
        &v![
            id,
            &new.code,
            &new.kind,
            &new.name,
            &new.kana,
            fold::norm_key(&new.name),
            sort_key(new),
            &new.area,
            &new.phone,
            &new.email,
            &new.tells,
            new.has_account,
            new.answer_days,
            now
        ],
    )
}

/// Saves over the version that was read; `false` when somebody saved in between.
pub fn update(tx: &mut Tx, id: AgencyId, new: &NewAgency, version: i64, now: Time) -> Outcome<bool> {
    let touched = tx.run(
        "UPDATE agency SET kind = $2, name = $3, kana = $4, name_key = $5, sort_key = $6, area = $7, phone = $8, \
         email = $9, tells = $10, has_account = $11, answer_days = $12, version = version + 1, changed_at = $13 \
         WHERE id = $1 AND version = $14",
        &v![
            id,
            &new.kind,
            &new.name,
            &new.kana,
            fold::norm_key(&new.name),
            sort_key(new),
            &new.area,
            &new.phone,
            &new.email,
            &new.tells,
            new.has_account,
            new.answer_days,
            now,
            version
        ],
    )?;
    Ok(touched == 1)
}

fn sort_key(new: &NewAgency) -> Vec<u8> {
    fold::kana_sort_key(if new.kana.is_empty() { &new.name } else { &new.kana })
}

/// The default of the agency's kind and every fact that somebody checked, latest first.
pub fn duty(tx: &mut Tx, id: AgencyId) -> Outcome<Option<(bool, Vec<CheckedDuty>)>> {
    let default = tx.one(
        "SELECT k.reports_by_default FROM agency a JOIN agency_kind k ON k.code = a.kind WHERE a.id = $1",
        &v![id],
        |row| row.get::<bool>(0),
    )?;
    let Some(default) = default else { return Ok(None) };
    let facts = tx.all(
        "SELECT reports, basis, from_at, checked_at FROM agency_duty WHERE agency_id = $1 ORDER BY from_at DESC",
        &v![id],
        |row| Ok(CheckedDuty { reports: row.get(0)?, basis: row.get(1)?, from: row.get(2)?, checked_at: row.get(3)? }),
    )?;
    Ok(Some((default, facts)))
}

/// The default of the agency's kind and the fact in force at a moment, in one statement.
pub fn duty_in_force(tx: &mut Tx, id: AgencyId, now: Time) -> Outcome<Option<(bool, Option<DutyFact>)>> {
    tx.one(concat!("SELECT k.reports_by_default, d.from_at, d.reports ", duty_sql!("$1", "$2")), &v![id, now], |row| {
        let from: Option<i64> = row.get(1)?;
        let reports: Option<bool> = row.get(2)?;
        let fact = from.zip(reports).map(|(from, reports)| DutyFact { from, reports });
        Ok((row.get(0)?, fact))
    })
}

pub fn add_duty(tx: &mut Tx, id: AgencyId, fact: &CheckedDuty, by: Option<WorkerId>) -> Outcome<()> {
    tx.run(
        "INSERT INTO agency_duty (agency_id, from_at, reports, basis, checked_at, checked_by) \
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (agency_id, from_at) DO UPDATE \
         SET reports = excluded.reports, basis = excluded.basis, checked_at = excluded.checked_at, \
         checked_by = excluded.checked_by",
        &v![id, fact.from, fact.reports, &fact.basis, fact.checked_at, by.map_or(0, WorkerId::raw)],
    )?;
    Ok(())
}

/// Whether the agency asks a second factor of everybody who acts for it.
pub fn asks_second(tx: &mut Tx, id: AgencyId) -> Outcome<Option<bool>> {
    tx.one("SELECT asks_second FROM agency WHERE id = $1", &v![id], |row| row.get(0))
}

pub fn ask_second(tx: &mut Tx, id: AgencyId, asks: bool) -> Outcome<()> {
    tx.run("UPDATE agency SET asks_second = $2 WHERE id = $1", &v![id, asks])?;
    Ok(())
}

/// Adds an account; `false` when the login is taken.
pub fn insert_worker(
    tx: &mut Tx,
    id: WorkerId,
    home: AgencyId,
    new: &NewWorker,
    password: &str,
    now: Time,
) -> Outcome<bool> {
    tx.run_unless_exists(
        "INSERT INTO worker (id, login, name, kana, password, active, version, created_at, home_agency) \
         VALUES ($1, $2, $3, $4, $5, TRUE, 1, $6, $7)",
        &v![id, &new.login, &new.name, &new.kana, password, now, home],
    )
}

/// The agency that opened the account.
pub fn home_agency(tx: &mut Tx, worker: WorkerId) -> Outcome<Option<AgencyId>> {
    Ok(tx.one("SELECT home_agency FROM worker WHERE id = $1", &v![worker], |row| row.get(0))?.flatten())
}

/// Gives a worker these roles at an agency; a seat that had ended begins anew.
pub fn set_membership(tx: &mut Tx, worker: WorkerId, agency: AgencyId, roles: Roles, now: Time) -> Outcome<()> {
    tx.run(
        "INSERT INTO membership (worker_id, agency_id, roles, from_at, until_at) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (worker_id, agency_id) DO UPDATE SET roles = excluded.roles, until_at = excluded.until_at, \
         from_at = CASE WHEN membership.until_at <= excluded.from_at THEN excluded.from_at ELSE membership.from_at END",
        &v![worker, agency, roles.bits(), now, FOREVER],
    )?;
    Ok(())
}

pub fn end_membership(tx: &mut Tx, worker: WorkerId, agency: AgencyId, now: Time) -> Outcome<()> {
    tx.run(
        "UPDATE membership SET until_at = $3 WHERE worker_id = $1 AND agency_id = $2 AND until_at > $3",
        &v![worker, agency, now],
    )?;
    Ok(())
}

/// Ends every seat of a worker.
pub fn end_memberships(tx: &mut Tx, worker: WorkerId, now: Time) -> Outcome<()> {
    tx.run("UPDATE membership SET until_at = $2 WHERE worker_id = $1 AND until_at > $2", &v![worker, now])?;
    Ok(())
}

pub fn members(tx: &mut Tx, agency: AgencyId, now: Time) -> Outcome<Vec<Member>> {
    tx.all(
        "SELECT w.id, w.name, w.login, m.roles, w.active FROM membership m JOIN worker w ON w.id = m.worker_id \
         WHERE m.agency_id = $1 AND m.from_at <= $2 AND m.until_at > $2 ORDER BY w.kana, w.id",
        &v![agency, now],
        |row| {
            Ok(Member {
                worker: row.get(0)?,
                name: row.get(1)?,
                login: row.get(2)?,
                roles: roles(row.get(3)?),
                active: row.get(4)?,
            })
        },
    )
}

/// Where a worker sits now: agency, its name, roles there.
pub fn memberships(tx: &mut Tx, worker: WorkerId, now: Time) -> Outcome<Vec<(AgencyId, String, Roles)>> {
    tx.all(
        "SELECT m.agency_id, a.name, m.roles FROM membership m JOIN agency a ON a.id = m.agency_id \
         WHERE m.worker_id = $1 AND m.from_at <= $2 AND m.until_at > $2 AND a.active ORDER BY m.from_at, m.agency_id",
        &v![worker, now],
        |row| Ok((row.get(0)?, row.get(1)?, roles(row.get(2)?))),
    )
}

/// What an active worker may do at an agency now; `None` when they do not sit there.
pub fn roles_at(tx: &mut Tx, worker: WorkerId, agency: AgencyId, now: Time) -> Outcome<Option<Roles>> {
    let found = tx.one(concat!("SELECT ", roles_sql!("$1", "$2", "$3")), &v![worker, agency, now], |row| row.get(0))?;
    Ok(found.flatten().map(roles))
}

/// Roles out of a column. Unknown bits of a later version are dropped: they open nothing here.
pub(crate) fn roles(bits: i64) -> Roles {
    policy::Role::ALL.into_iter().filter(|role| bits & i64::from(role.bit()) != 0).fold(Roles::NONE, Roles::with)
}

pub fn worker_by_login(tx: &mut Tx, login: &str) -> Outcome<Option<(WorkerId, String, bool)>> {
    tx.one("SELECT id, password, active FROM worker WHERE login = $1", &v![login], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    })
}

pub fn worker_name(tx: &mut Tx, worker: WorkerId) -> Outcome<Option<String>> {
    tx.one("SELECT name FROM worker WHERE id = $1", &v![worker], |row| row.get(0))
}

pub fn login_of(tx: &mut Tx, worker: WorkerId) -> Outcome<Option<String>> {
    tx.one("SELECT login FROM worker WHERE id = $1", &v![worker], |row| row.get(0))
}

/// What somebody would try first as this worker's password: their login and names, and those of where they sit.
pub fn said_about(tx: &mut Tx, worker: WorkerId, now: Time) -> Outcome<Vec<String>> {
    let rows = tx.all(
        "SELECT w.login, w.name, w.kana, coalesce(a.name, ''), coalesce(a.kana, ''), coalesce(a.area, '') \
         FROM worker w LEFT JOIN membership m ON m.worker_id = w.id AND m.until_at > $2 \
         LEFT JOIN agency a ON a.id = m.agency_id WHERE w.id = $1",
        &v![worker, now],
        |row| (0..6).map(|at| row.get::<String>(at)).collect::<Outcome<Vec<_>>>(),
    )?;
    Ok(rows.into_iter().flatten().collect())
}

pub fn set_password(tx: &mut Tx, worker: WorkerId, hash: &str) -> Outcome<()> {
    tx.run("UPDATE worker SET password = $2, version = version + 1 WHERE id = $1", &v![worker, hash])?;
    Ok(())
}

/// Closes or opens an account.
pub fn set_active(tx: &mut Tx, worker: WorkerId, active: bool) -> Outcome<()> {
    tx.run("UPDATE worker SET active = $2, version = version + 1 WHERE id = $1", &v![worker, active])?;
    Ok(())
}

/// Whether there is any account yet.
pub fn any_worker(tx: &mut Tx) -> Outcome<bool> {
    tx.exists("SELECT 1 FROM worker LIMIT 1", &v![])
}
