//! `tsunagi bench`: what the product costs, beside what the engine itself costs in the same run.
//!
//! The figures are printed, never asserted: a test that fails on a busy machine teaches nobody anything.

mod acts;
mod data;
mod http;
mod process;
mod stats;

pub use stats::{Row, Table};

use std::path::PathBuf;
use std::sync::mpsc;
use std::time::Duration;

use base::{OsRandom, Outcome, SystemClock};
use db::DbConfig;
use web::Config;

use crate::House;
use crate::ledger::{Keeper, one_turn};
use crate::vault::{self, SealKey};

/// What to measure.
#[derive(Clone, Debug)]
pub struct Plan {
    /// How many persons to make, each with 5 grants, 40 entries and a hand-over.
    pub persons: i64,
    /// Where.
    pub db: DbConfig,
    /// The binary to start for start-up time and memory; `None` leaves these rows out.
    pub binary: Option<PathBuf>,
    /// A folder of the measurement's own: on PostgreSQL too, the program that is started keeps its keys in one.
    pub folder: PathBuf,
    /// Only measurements whose name holds this; empty for all.
    pub only: String,
}

/// Tables of the measurement itself. Not a migration: the program that is started on the same database must not
/// find one it does not know.
const TABLES: [&str; 3] = [
    "CREATE TABLE IF NOT EXISTS bench_raw (id BIGINT NOT NULL PRIMARY KEY, at BIGINT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS bench_agency (no BIGINT NOT NULL PRIMARY KEY, id BIGINT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS bench_chunk (no BIGINT NOT NULL PRIMARY KEY, person_id BIGINT NOT NULL)",
];

/// One measurement.
type Step = fn(&House, &data::Region, &mut Table) -> Outcome<()>;

/// What is measured, in this order.
const STEPS: [(&str, Step); 6] = [
    ("policy", acts::decision),
    ("caseload", acts::caseload),
    ("person", acts::person),
    ("directory", acts::directory),
    ("hand-over", acts::hand_over),
    ("http", http::hand_over),
];

/// Makes the data and measures; `progress` hears what is being done and how far it is (0–100).
pub fn run(plan: &Plan, progress: &mut dyn FnMut(&str, u64)) -> Outcome<Table> {
    let db = db::Db::open(&plan.db, &crate::migrations())?;
    db.write(|tx| TABLES.iter().try_for_each(|table| tx.run(table, &db::v![]).map(drop)))?;
    let config = Config { idle_minutes: 600, ..Config::default() };
    let house = House::on(db, config, Box::new(SystemClock), Box::new(OsRandom))?;
    let key_file = SealKey::default().path(&plan.folder.join("bench.db"));
    vault::use_key(&house.app, vault::make(&key_file, &OsRandom)?)?;
    let region = data::make(&house, plan.persons, &mut |percent| progress("data", percent))?;
    // Everything is sealed already; now this is known, as in a database that has been started before.
    vault::seal_all(&house.app, &mut |_| {})?;
    let keeping = Keeping::begin(&house)?;
    let mut table = Table::new(plan.persons, house.app.db().engine());
    for (done, (name, step)) in (0_u64..).zip(STEPS) {
        if name.contains(&plan.only) {
            progress(name, done * 100 / 6);
            step(&house, &region, &mut table)?;
        }
    }
    drop(keeping);
    house.app.db().clone().close();
    if let Some(binary) = &plan.binary
        && plan.only.is_empty()
    {
        progress("start", 95);
        process::start_up(plan, binary, &mut table)?;
    }
    Ok(table)
}

/// Numbers and signs the audit rows every second meanwhile, as a server does: acts are measured with what they cause.
struct Keeping {
    stop: Option<mpsc::Sender<()>>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Keeping {
    fn begin(house: &House) -> Outcome<Self> {
        let (app, keeper) = (house.app.clone(), Keeper::for_once(&house.app)?);
        // What making the data left is numbered before anything is measured.
        keeper.round(&app, true)?;
        let (stop, stopped) = mpsc::channel::<()>();
        let thread = std::thread::spawn(move || {
            while stopped.recv_timeout(Duration::from_secs(1)) == Err(mpsc::RecvTimeoutError::Timeout) {
                if let Err(problem) = one_turn(&app, &keeper, false) {
                    tracing::warn!("the ledger: {problem}");
                }
            }
        });
        Ok(Self { stop: Some(stop), thread: Some(thread) })
    }
}

impl Drop for Keeping {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // Whether it panicked has been told already.
            let _ = thread.join();
        }
    }
}
