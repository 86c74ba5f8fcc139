//! Many persons, made by the database itself: a region a hundred times the size of the demo.

use base::{AgencyId, Outcome, PersonId, Problem, Random, SeededRandom, Time, WorkerId, fold};
use db::{Tx, v};
use people::agency::{self, NewAgency, NewWorker};
use people::auth;
use policy::{Role, Roles};
use seal::{DataKey, Place};
use web::{Cx, Viewer, Who};

use crate::House;

/// Agencies of the region.
const AGENCIES: i64 = 200;
/// Persons that one transaction makes.
const CHUNK: i64 = 500;

/// What the measurements need to know of the data.
#[derive(Clone)]
pub struct Region {
    /// Every agency.
    pub agencies: Vec<AgencyId>,
    /// A worker of each.
    pub workers: Vec<WorkerId>,
    /// Some persons, each with the number they were made under.
    pub persons: Vec<(PersonId, i64)>,
}

impl Region {
    /// The place of the agency that registered the person of this number.
    pub fn home(no: i64) -> usize {
        usize::try_from(no % AGENCIES).unwrap_or_default()
    }

    /// The place of the agency that the person's grant of this number (1–5) names.
    pub fn grantee(no: i64, grant: i64) -> usize {
        usize::try_from((no + grant * 37) % AGENCIES).unwrap_or_default()
    }

    /// A worker of the agency in this place.
    pub fn who(&self, place: usize) -> Who {
        Who::Worker(Viewer {
            worker: self.workers[place],
            agency: self.agencies[place],
            roles: Roles::of(&[Role::Worker, Role::IntakeDesk]),
            session: base::SessionId::from_raw(1),
            stepped_up_at: base::Time::MIN,
        })
    }
}

/// Makes the region; `progress` hears percent.
pub fn make(house: &House, persons: i64, progress: &mut dyn FnMut(u64)) -> Outcome<Region> {
    let mut region = house.app.act(Who::System, agencies)?;
    let random = SeededRandom::new(42);
    let now = house.app.now();
    let mut made = 0;
    while made < persons {
        let size = CHUNK.min(persons - made);
        let rows: Vec<(i64, PersonId)> = (made..made + size).map(|no| (no, PersonId::new(&random))).collect();
        for (no, id) in rows.iter().filter(|(no, _)| no % (persons / 20_000 + 1) == 0) {
            region.persons.push((*id, *no));
        }
        let agencies = region.agencies.clone();
        house.app.db().write(move |tx| chunk(tx, &rows, &agencies, now))?;
        made += size;
        progress(u64::try_from(made * 100 / persons).unwrap_or_default());
    }
    house.app.db().write(|tx| tx.run("ANALYZE", &v![]).map(drop))?;
    Ok(region)
}

fn agencies(cx: &mut Cx<'_>) -> Outcome<Region> {
    let mut region = Region { agencies: Vec::new(), workers: Vec::new(), persons: Vec::new() };
    let hashed = auth::hash("measured, never used", auth::Strength::Test, cx.rng)?;
    for no in 0..AGENCIES {
        let new = NewAgency {
            code: Some(format!("bench:{no}")),
            kind: "medical".to_owned(),
            name: format!("計測クリニック{no:03}"),
            kana: String::new(),
            area: "みなと市".to_owned(),
            phone: None,
            email: None,
            tells: String::new(),
            has_account: true,
            answer_days: 3,
        };
        let id = agency::insert(cx, &new)?;
        let worker = NewWorker {
            login: format!("bench-{no}"),
            name: format!("計測 {no:03}"),
            kana: String::new(),
            password: String::new(),
            roles: Roles::of(&[Role::Worker, Role::IntakeDesk]),
        };
        region.workers.push(agency::add_worker(cx, id, &worker, &hashed)?);
        cx.tx.run("INSERT INTO bench_agency (no, id) VALUES ($1, $2)", &v![no, id])?;
        region.agencies.push(id);
    }
    Ok(region)
}

/// Persons one by one, then everything about them in a few statements that the engine works through itself.
fn chunk(tx: &mut Tx, rows: &[(i64, PersonId)], agencies: &[AgencyId], now: Time) -> Outcome<()> {
    tx.run("DELETE FROM bench_chunk", &v![])?;
    let mut names = SeededRandom::new(rows.first().map_or(0, |(no, _)| no.unsigned_abs()));
    for (no, id) in rows {
        let kana = name(&mut names);
        let agency = *agencies.get(Region::home(*no)).ok_or_else(|| Problem::internal("no such agency"))?;
        tx.run(
            "INSERT INTO person (id, name, is_alias, kana, name_key, sort_key, birth_year, registered_by, created_at, version) \
             VALUES ($1, $2, TRUE, $2, $3, $4, 1990, $5, $6, 1)",
            &v![*id, &kana, fold::norm_key(&kana), fold::kana_sort_key(&kana), agency, now],
        )?;
        tx.run("INSERT INTO bench_chunk (no, person_id) VALUES ($1, $2)", &v![*no, *id])?;
        entries(tx, *id, agency, now, &mut names)?;
    }
    for statement in STATEMENTS {
        tx.run(statement, &v![now])?;
    }
    Ok(())
}

/// What somebody wrote about the person, sealed under a key of theirs.
const BODY: &str = "面談の記録。生活のようすと、次に会う日を話し合った。";
/// Labels of the entries, one after another.
const LABELS: [i64; 10] = [1, 2, 4, 8, 16, 32, 64, 128, 256, 9];

fn entries(tx: &mut Tx, person: PersonId, author: AgencyId, now: Time, random: &mut SeededRandom) -> Outcome<()> {
    let mut bytes = [0; DataKey::LENGTH];
    random.fill(&mut bytes);
    let key = DataKey::new(bytes);
    let wrapped = tx.master()?.wrap(&key, person.raw());
    tx.run_later("INSERT INTO person_key (whose, wrapped) VALUES ($1, $2)", &v![person, wrapped])?;
    for (n, label) in (0..40).zip(LABELS.iter().cycle()) {
        let body = key.seal(&Place::column("entry.body").at(person.raw()).at(n + 1), BODY);
        let at = now.micros() - n * 86_400_000_000;
        tx.run_later(
            "INSERT INTO entry (person_id, id, kind, label, author_agency, author_worker, at, body) \
             VALUES ($1, $2, 'note', $3, $4, 1, $5, $6)",
            &v![person, n + 1, *label, author, at, body],
        )?;
    }
    Ok(())
}

/// Four syllables, so that names spread over the whole order.
fn name(random: &mut SeededRandom) -> String {
    const KANA: [char; 32] = [
        'あ', 'い', 'う', 'え', 'お', 'か', 'き', 'く', 'け', 'こ', 'さ', 'し', 'す', 'せ', 'そ', 'た', 'ち', 'つ',
        'て', 'と', 'な', 'に', 'の', 'は', 'ひ', 'ふ', 'ま', 'み', 'も', 'や', 'り', 'わ',
    ];
    let mut bytes = [0_u8; 4];
    random.fill(&mut bytes);
    bytes.iter().map(|b| KANA[usize::from(b % 32)]).collect()
}

/// What every person of the chunk gets. `$1` is now, in microseconds.
const STATEMENTS: &[&str] = &[
    "INSERT INTO involvement (agency_id, person_id, from_at, until_at, how) \
     SELECT a.id, c.person_id, $1 - 1, 9000000000000000000, 'registered' FROM bench_chunk c \
     JOIN bench_agency a ON a.no = c.no % 200",
    "INSERT INTO consent_grant (agency_id, person_id, id, purposes, cats, relapse_named, eff, relapse_at, from_at, until_at, how, \
     text_version, taken_by_agency, taken_by_worker, taken_at, version) \
     WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5) \
     SELECT b.id, c.person_id, n.i, 7, 15, FALSE, 15, 0, $1 - 1, $1 + 15552000000000, 'signed', 'bench', a.id, 1, $1, 1 \
     FROM bench_chunk c JOIN bench_agency a ON a.no = c.no % 200 CROSS JOIN n \
     JOIN bench_agency b ON b.no = (c.no + n.i * 37) % 200",
    "INSERT INTO referral (id, kind, person_id, from_agency, from_worker, to_agency, urgent, made_at, state, since, \
     sent_on, answer_due_on, second_looks, redirected, no_shows, rounds, live, due_on, sender_on, receiver_on, changed_at, version) \
     SELECT c.person_id, 'refer', c.person_id, a.id, 1, b.id, FALSE, $1, 'sent', '2026-11-20', '2026-11-20', '2026-11-26', \
     0, FALSE, 0, 0, TRUE, '2026-11-26', NULL, '2026-11-20', $1, 1 FROM bench_chunk c \
     JOIN bench_agency a ON a.no = c.no % 200 JOIN bench_agency b ON b.no = (c.no + 5 * 37) % 200",
    "INSERT INTO listing (agency_id, sort_key, person_id, name_key) \
     SELECT a.id, p.sort_key, p.id, p.name_key FROM bench_chunk c \
     JOIN person p ON p.id = c.person_id JOIN bench_agency a ON a.no = c.no % 200 WHERE $1 > 0",
    "INSERT INTO listing (agency_id, sort_key, person_id, name_key) \
     SELECT g.agency_id, p.sort_key, p.id, p.name_key FROM bench_chunk c \
     JOIN consent_grant g ON g.person_id = c.person_id JOIN person p ON p.id = c.person_id WHERE $1 > 0",
];
