//! SQLite: one file, one writer that commits in groups, many readers.

mod bit_or;
mod checkpoint;
mod link;
mod reader;
mod writer;

use std::path::Path;
use std::sync::Arc;
use std::thread::JoinHandle;

use base::{Outcome, Problem};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

pub(crate) use link::{SqliteLink, cell};

use crate::act::Job;
use crate::database::worker;
use crate::migrate::{self, Migration};
use crate::queue::Queue;
use crate::tx::{Link, Tx};

/// Before 3.51.3, restarting the write-ahead log could corrupt the file when a checkpoint ran at the same moment.
const OLDEST: (i32, &str) = (3_051_003, "3.51.3");

/// Statements kept prepared per connection; more than the product has
const STATEMENTS: usize = 1024;

/// Opens the file, migrates it, and starts the writer, the readers and the checkpointer.
pub(crate) fn start(
    path: &Path,
    readers: usize,
    migrations: &[Migration],
    writes: &Arc<Queue<Job>>,
    reads: &Arc<Queue<Job>>,
) -> Outcome<Vec<JoinHandle<()>>> {
    if rusqlite::version_number() < OLDEST.0 {
        let found = rusqlite::version();
        return Err(Problem::Internal(format!("SQLite {found} can corrupt its file: at least {} is needed", OLDEST.1)));
    }
    make_private(path).map_err(|why| {
        tracing::error!(%why, "the SQLite file cannot be made");
        Problem::Unavailable
    })?;
    let mut writer = Tx::new(Link::Sqlite(SqliteLink::new(open(path, Role::Writer).map_err(unopened)?)));
    migrate::apply(&mut writer, migrations)?;
    let (gauge, checkpointer) = checkpoint::start(open(path, Role::Checkpointer).map_err(unopened)?)?;

    let mut threads = Vec::with_capacity(readers + 2);
    for n in 0..readers {
        let tx = Tx::new(Link::Sqlite(SqliteLink::new(open(path, Role::Reader).map_err(unopened)?)));
        let line = Arc::clone(reads);
        threads.push(worker::start(format!("db-read-{n}"), move || reader::serve(tx, &line))?);
    }
    let line = Arc::clone(writes);
    threads.push(worker::start("db-write".to_owned(), move || writer::serve(writer, &line, &gauge))?);
    threads.push(checkpointer);
    Ok(threads)
}

/// The migrations that the file lacks, read without changing it.
pub(crate) fn pending(path: &Path, migrations: &[Migration]) -> Outcome<Vec<&'static str>> {
    let mut tx = Tx::new(Link::Sqlite(SqliteLink::new(open(path, Role::Reader).map_err(unopened)?)));
    migrate::missing(&mut tx, migrations)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Writer,
    Reader,
    Checkpointer,
}

fn open(path: &Path, role: Role) -> rusqlite::Result<Connection> {
    let access = match role {
        Role::Reader => OpenFlags::SQLITE_OPEN_READ_ONLY,
        Role::Writer | Role::Checkpointer => OpenFlags::SQLITE_OPEN_READ_WRITE,
    };
    // Each connection stays on one thread, so SQLite need not lock it.
    let connection = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    // First, for whatever follows may meet a lock: seconds that another process (a backup, the CLI) may hold it.
    connection.busy_timeout(std::time::Duration::from_secs(10))?;
    if role == Role::Writer {
        let mode: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
        if mode != "wal" {
            return Err(rusqlite::Error::InvalidPath(path.to_owned()));
        }
    }
    // Durable: the log is synced at each commit, before anybody is answered. No mmap: a read error would be a crash.
    connection.execute_batch(
        "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF;
         PRAGMA wal_autocheckpoint = 0; PRAGMA journal_size_limit = 67108864;",
    )?;
    // One plan per statement, whatever is bound to it. SQLite here keeps samples of the data (STAT4), and once the file
    // has been analysed it would otherwise compile a statement anew whenever a value changes: half of an act's time.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    // Negative: kibibytes. More does not help the writer: leaves of the trees are met at random, so it is the inner
    // pages that stay. And in a file below 1 GiB SQLite walks through the whole cache at the end of each transaction
    // that moved pages of a tree (they change places by way of a page number beyond the end).
    connection.pragma_update(None, "cache_size", -16_384)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    bit_or::register(&connection)?;
    Ok(connection)
}

/// Makes a missing file that only its owner may read. SQLite would leave that to the umask; the log and the index
/// beside the file get the file's own permissions.
fn make_private(path: &Path) -> std::io::Result<()> {
    let mut how = std::fs::OpenOptions::new();
    how.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut how, 0o600);
    match how.open(path) {
        Err(why) if why.kind() != std::io::ErrorKind::AlreadyExists => Err(why),
        _ => Ok(()),
    }
}

fn unopened(why: rusqlite::Error) -> Problem {
    link::fault(&why).problem("open")
}
