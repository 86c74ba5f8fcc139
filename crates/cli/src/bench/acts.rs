//! Acts and views inside the process, each beside the plainest thing the engine can do.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use base::{Outcome, Problem};
use care::referral::acts::prepare;
use care::referral::input::ReferralInput;
use db::{Tx, v};
use people::person;
use public::directory::{OfferInput, Query, add_offer, search};
use web::Cx;

use policy::{Categories, Category, Facts, Grant, Label, Purpose, Purposes};

use super::data::Region;
use super::stats::{Row, Table, Times, cpu_micros, micros, now, written_kib};
use crate::House;

/// How long each rate is measured.
pub const RATE_FOR: Duration = Duration::from_secs(4);
/// How many act at once.
pub const CLIENTS: usize = 16;

/// One decision: the mask of one person with five grants, and forty entries tested with it.
#[allow(clippy::cast_precision_loss)]
pub fn decision(_: &House, _: &Region, table: &mut Table) -> Outcome<()> {
    let grants: Vec<Grant> = (1_i64..=5)
        .zip(Category::ALL.into_iter().skip(1))
        .map(|(id, category)| Grant {
            id,
            version: 1,
            purposes: Purposes::ALL,
            categories: Categories::of(&[Category::Existence, category]),
            relapse_from: (id == 5).then_some(0),
            from: 0,
            until: 1_000,
        })
        .collect();
    let labels: Vec<Label> = (0..40).map(|i| Label::of(Category::ALL[i % 10])).collect();
    let rounds = 200_000_usize;
    let moments: Vec<i64> = (0..900).collect();
    let mut seen = 0_usize;
    let from = now();
    for round in 0..rounds {
        let facts = Facts {
            purpose: Purpose::Support,
            now: moments[round % moments.len()],
            own_client: false,
            duty_to_report: round % 2 == 0,
            grants: std::hint::black_box(&grants),
            bases: &[],
            refused: Categories::NONE,
            barrier: Categories::NONE,
            break_glass: None,
        };
        let mask = policy::mask(&facts);
        seen += labels.iter().filter(|label| mask.sees(**label, false).is_some()).count();
    }
    std::hint::black_box(seen);
    let each = micros(from.elapsed()) * 1_000.0 / (rounds * (labels.len() + 1)) as f64;
    table.rows.push(Row {
        aim: "≤ 100 ns",
        reached: Some(each <= 100.0),
        ..Row::one("a policy decision (masks and entries together)", "ns", each, rounds * 41)
    });
    Ok(())
}

/// The list of fifty with visible counts, beside the same statement without the disclosure predicate.
pub fn caseload(house: &House, region: &Region, table: &mut Table) -> Outcome<()> {
    let app = &house.app;
    let turn = AtomicUsize::new(0);
    let next = || turn.fetch_add(1, Ordering::Relaxed) * 7 % region.agencies.len();
    let shown = Times::of(2_000, || app.act(region.who(next()), |cx| person::caseload(cx, None, "").map(drop)))?;
    let read = Times::of(2_000, || {
        let agency = region.agencies[next()];
        let at = app.now();
        app.db().read(move |tx| person::page(tx, agency, at, None, "").map(drop))
    })?;
    let raw = Times::of(2_000, || {
        let agency = region.agencies[next()];
        app.db().read(move |tx| unfiltered(tx, agency))
    })?;
    let fine = read.at(0.5) <= 2.0 * raw.at(0.5);
    table.rows.push(Row {
        beside: Some((raw.at(0.5), "same SQL, no predicate".to_owned())),
        aim: "p50 ≤ 2 × unfiltered",
        reached: Some(fine),
        ..Row::timed("caseload page of 50, decided and counted (read alone)", "µs", &read)
    });
    table.rows.push(Row {
        aim: "p99 ≤ 15 ms",
        reached: Some(shown.at(0.99) <= 15_000.0),
        ..Row::timed("caseload page of 50, with its audit rows, durable", "µs", &shown)
    });
    Ok(())
}

/// The caseload statement with everything about disclosure taken out.
fn unfiltered(tx: &mut Tx, agency: base::AgencyId) -> Outcome<()> {
    tx.all(
        "WITH known AS MATERIALIZED (SELECT l.person_id AS pid, l.sort_key AS sort_key FROM listing l \
         WHERE l.agency_id = $1 ORDER BY l.sort_key, l.person_id LIMIT 51) \
         SELECT k.pid, p.name, p.is_alias, p.kana, p.birth_year, p.version, k.sort_key, \
         (SELECT count(*) FROM entry e WHERE e.person_id = k.pid) AS n, \
         (SELECT max(e.at) FROM entry e WHERE e.person_id = k.pid) AS last \
         FROM known k JOIN person p ON p.id = k.pid ORDER BY k.sort_key, k.pid",
        &v![agency],
        |row| Ok((row.get::<i64>(0)?, row.get::<String>(1)?, row.get::<String>(3)?, row.get::<i64>(7)?)),
    )
    .map(drop)
}

/// Opening one person with forty entries, by an agency that was granted some of it.
pub fn person(house: &House, region: &Region, table: &mut Table) -> Outcome<()> {
    let turn = AtomicUsize::new(0);
    let times = Times::of(2_000, || {
        let (person, no) = region.persons[turn.fetch_add(1, Ordering::Relaxed) % region.persons.len()];
        house.app.act(region.who(Region::grantee(no, 1)), move |cx| person::open(cx, person).map(drop))
    })?;
    table.rows.push(Row::timed("opening a person of 40 entries, with its audit row, durable", "µs", &times));
    Ok(())
}

/// Words in the public directory, with five offers of every agency listed.
pub fn directory(house: &House, region: &Region, table: &mut Table) -> Outcome<()> {
    let agencies = region.agencies.clone();
    house.app.act(web::Who::System, move |cx| {
        agencies.iter().try_for_each(|agency| OFFERS.iter().try_for_each(|name| offer(cx, *agency, name)))
    })?;
    let words = ["家族", "ダルク", "覚醒剤", "夜間", "相談"];
    let turn = AtomicUsize::new(0);
    let times = Times::of(1_000, || {
        let text = words[turn.fetch_add(1, Ordering::Relaxed) % words.len()].to_owned();
        let query = Query { text, ..Query::default() };
        house.app.look(move |cx| search(cx, &query).map(drop))
    })?;
    let offers = region.agencies.len() * OFFERS.len();
    table.rows.push(Row::timed(format!("directory search, {offers} offers"), "µs", &times));
    Ok(())
}

/// What every agency of the measured region offers.
const OFFERS: [&str; 5] = ["家族教室", "夜間の相談", "覚醒剤の再使用を防ぐ講座", "ダルクの見学", "仲間の集まり"];

fn offer(cx: &mut Cx<'_>, agency: base::AgencyId, name: &str) -> Outcome<()> {
    let input = OfferInput { kind: "programme".to_owned(), name: name.to_owned(), ..OfferInput::default() };
    add_offer(cx, agency, &input).map(drop)
}

/// Durable hand-overs by sixteen at once, beside bare one-row transactions by one.
pub fn hand_over(house: &House, region: &Region, table: &mut Table) -> Outcome<()> {
    let (bare, costing) = bare_rate(house)?;
    let (app, region) = (house.app.clone(), Arc::new(region.clone()));
    let turn = Arc::new(AtomicUsize::new(0));
    let rate = together(|_| {
        let (app, region, turn) = (app.clone(), Arc::clone(&region), Arc::clone(&turn));
        move || {
            let pair = pair(&region, turn.fetch_add(1, Ordering::Relaxed));
            let acted =
                pair.map(|(place, input)| app.act_async(region.who(place), move |cx| prepare(cx, &input).map(drop)));
            async move { acted?.await.ok() }
        }
    })?;
    table.rows.push(Row {
        beside: Some((bare, costing)),
        aim: "≥ 1.0 × bare (p99 in µs)",
        reached: Some(rate.per_second >= bare),
        ..Row::rated("durable hand-overs created and sent, 16 at once", &rate)
    });
    Ok(())
}

/// The hand-over of this number: the sender's place and what is sent. `None` when all pairs are used up.
pub fn pair(region: &Region, at: usize) -> Option<(usize, ReferralInput)> {
    let (person, no) = *region.persons.get(at / 4)?;
    let grant = i64::try_from(at % 4).unwrap_or_default() + 1;
    let to = region.agencies[Region::grantee(no, grant)];
    let input = ReferralInput {
        person: person.to_string(),
        to: to.to_string(),
        act: "refer".to_owned(),
        wish: "まず見学をしてみたい".to_owned(),
        send: true,
        ..ReferralInput::default()
    };
    Some((Region::home(no), input))
}

/// One-row durable transactions by one client: what the engine can do at all. A second, and what each cost in words.
#[allow(clippy::cast_precision_loss)]
fn bare_rate(house: &House) -> Outcome<(f64, String)> {
    let (from, cpu, written) = (now(), cpu_micros(), written_kib());
    let mut id = 0_i64;
    while from.elapsed() < RATE_FOR {
        id += 1;
        house
            .app
            .db()
            .write(move |tx| tx.run("INSERT INTO bench_raw (id, at) VALUES ($1, $2)", &v![id, id]).map(drop))?;
    }
    let per_second = id as f64 / from.elapsed().as_secs_f64();
    let (cpu, written) = ((cpu_micros() - cpu) / id as f64, (written_kib() - written) / id as f64);
    Ok((per_second, format!("bare one-row transactions by one, {cpu:.0} µs CPU and {written:.0} KiB each")))
}

/// What sixteen at once came to.
pub struct Rate {
    /// Acts in a second.
    pub per_second: f64,
    /// How long each took, in µs.
    pub times: Times,
    /// CPU of this process for each act in µs, clients included; not that of a server beside it.
    pub cpu: Option<f64>,
    /// What this process wrote for each act in KiB, clients included.
    pub written: Option<f64>,
}

/// Lets sixteen clients act again and again for a while. One thread carries them all: what they cost is taken from the
/// same cores as what is measured.
#[allow(clippy::cast_precision_loss)]
pub fn together<A, F>(client: impl Fn(usize) -> A) -> Outcome<Rate>
where
    A: FnMut() -> F + Send + 'static,
    F: Future<Output = Option<()>> + Send,
{
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(Problem::internal)?;
    let (from, cpu, written) = (now(), cpu_micros(), written_kib());
    let clients: Vec<_> = (0..CLIENTS)
        .map(|number| {
            let mut act = client(number);
            runtime.spawn(async move {
                let mut times = Vec::new();
                while from.elapsed() < RATE_FOR {
                    let start = now();
                    if act().await.is_none() {
                        break;
                    }
                    times.push(micros(start.elapsed()));
                }
                times
            })
        })
        .collect();
    let mut parts = Vec::new();
    for client in clients {
        parts.push(runtime.block_on(client).map_err(Problem::internal)?);
    }
    let seconds = from.elapsed().as_secs_f64();
    let times = Times::join(parts);
    let each = |spent: f64| Some(spent / times.len() as f64).filter(|each| each.is_normal());
    let (cpu, written) = (each(cpu_micros() - cpu), each(written_kib() - written));
    Ok(Rate { per_second: times.len() as f64 / seconds, cpu, written, times })
}
