//! `Db`: the door through which acts reach an engine.

use std::fmt;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use base::{Outcome, Problem};
use seal::Master;

use crate::act::{Job, job};
use crate::migrate::Migration;
use crate::queue::Queue;
use crate::tx::{Engine, Tx};
use crate::{postgres, sqlite};

/// How many acts may wait in one line. A worker does thousands a second, so more than this is many seconds of waiting.
const LINE_LIMIT: usize = 4096;

/// Where the data is
#[derive(Clone)]
pub enum DbConfig {
    /// One file on a local disk (never on a network share: its locks cannot be trusted)
    Sqlite {
        /// The file; made when it is not there, but its folder must be
        path: PathBuf,
        /// Reader threads, at least 1; twice the processor cores is plenty
        readers: usize,
    },
    /// A server, version 14 or later, whose database has the `C` collation and UTF-8
    Postgres {
        /// `postgres://user:password@host:port/database`; several hosts for failover, with `target_session_attrs=read-write`
        ///
        /// The connection is not encrypted (this program has no TLS for it, and `sslmode=require` is refused): use a
        /// socket, the same machine or an encrypted tunnel.
        url: String,
        /// Worker threads, at least 1, each with a connection of its own
        workers: usize,
    },
}

/// Without the URL, which holds a password
impl fmt::Debug for DbConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite { path, readers } => write!(f, "SQLite {} ({readers} readers)", path.display()),
            Self::Postgres { workers, .. } => write!(f, "PostgreSQL ({workers} workers)"),
        }
    }
}

/// A database; a clone is another handle on the same one
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    engine: Engine,
    writes: Arc<Queue<Job>>,
    /// On PostgreSQL the same line as `writes`
    reads: Arc<Queue<Job>>,
    threads: Mutex<Vec<JoinHandle<()>>>,
    /// What opens the keys of persons; lent to each act, never part of the database
    master: Mutex<Option<Arc<Master>>>,
}

impl Db {
    /// Opens the database and applies the migrations it does not have yet
    ///
    /// `Unavailable` when it cannot be reached; `Internal` with a clear text when it must not be used: an SQLite with
    /// a known corruption bug, a wrong collation, a migration that was changed after it was applied.
    pub fn open(config: &DbConfig, migrations: &[Migration]) -> Outcome<Self> {
        let writes = Arc::new(Queue::new(LINE_LIMIT));
        let (engine, reads, threads) = match config {
            DbConfig::Sqlite { path, readers } => {
                let reads = Arc::new(Queue::new(LINE_LIMIT));
                let threads = sqlite::start(path, (*readers).max(1), migrations, &writes, &reads)?;
                (Engine::Sqlite, reads, threads)
            }
            DbConfig::Postgres { url, workers } => {
                let threads = postgres::start(url, (*workers).max(1), migrations, &writes)?;
                (Engine::Postgres, Arc::clone(&writes), threads)
            }
        };
        Ok(Self(Arc::new(Inner { engine, writes, reads, threads: Mutex::new(threads), master: Mutex::new(None) })))
    }

    /// The migrations that a database lacks; nothing is made and nothing applied
    ///
    /// `Unavailable` when it is not there or cannot be reached; `Internal` when it is no database of this product.
    pub fn pending(config: &DbConfig, migrations: &[Migration]) -> Outcome<Vec<&'static str>> {
        match config {
            DbConfig::Sqlite { path, .. } => sqlite::pending(path, migrations),
            DbConfig::Postgres { url, .. } => postgres::pending(url, migrations),
        }
    }

    /// Which engine answers
    pub fn engine(&self) -> Engine {
        self.0.engine
    }

    /// Gives the master key with which what is sealed in this database can be read; acts that begin later have it
    ///
    /// Whether it is the right one is not looked at here (`people::vault` does).
    pub fn give_key(&self, master: Master) {
        *self.0.master.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(master));
    }

    /// Runs an act that may change things, and waits until its changes are durable
    ///
    /// PostgreSQL may run the act several times before it keeps one run, so it must do nothing outside the
    /// transaction (mail goes through `enqueue`). `Unavailable` when the line is full or the database cannot be
    /// reached; after a connection lost during the commit it also means "not known to be saved".
    pub fn write<R, F>(&self, act: F) -> Outcome<R>
    where
        F: Fn(&mut Tx) -> Outcome<R> + Send + 'static,
        R: Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        self.submit(job(true, self.lending(act), reply))?;
        answer.recv().unwrap_or(Err(Problem::Unavailable))
    }

    /// As `write`, for async callers. The act is in the line when this returns; it is done even if the future is dropped.
    pub fn write_async<R, F>(&self, act: F) -> impl Future<Output = Outcome<R>> + Send + use<R, F>
    where
        F: Fn(&mut Tx) -> Outcome<R> + Send + 'static,
        R: Send + 'static,
    {
        self.submit_async(true, act)
    }

    /// Runs an act that only reads, on one snapshot; it sees every write that was answered before
    ///
    /// A statement that writes fails as `Internal`.
    pub fn read<R, F>(&self, act: F) -> Outcome<R>
    where
        F: Fn(&mut Tx) -> Outcome<R> + Send + 'static,
        R: Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        self.submit(job(false, self.lending(act), reply))?;
        answer.recv().unwrap_or(Err(Problem::Unavailable))
    }

    /// As `read`, for async callers
    pub fn read_async<R, F>(&self, act: F) -> impl Future<Output = Outcome<R>> + Send + use<R, F>
    where
        F: Fn(&mut Tx) -> Outcome<R> + Send + 'static,
        R: Send + 'static,
    {
        self.submit_async(false, act)
    }

    /// Finishes what waits, refuses what comes later, and returns when every connection is closed
    pub fn close(self) {
        self.0.finish();
    }

    fn submit_async<R, F>(&self, write: bool, act: F) -> impl Future<Output = Outcome<R>> + Send + use<R, F>
    where
        F: Fn(&mut Tx) -> Outcome<R> + Send + 'static,
        R: Send + 'static,
    {
        let (reply, answer) = oneshot::async_channel();
        let submitted = self.submit(job(write, self.lending(act), reply));
        async move {
            submitted?;
            answer.await.unwrap_or(Err(Problem::Unavailable))
        }
    }

    /// The act with the master key in the hands of its transaction
    fn lending<R, F>(&self, act: F) -> impl Fn(&mut Tx) -> Outcome<R> + Send + use<R, F>
    where
        F: Fn(&mut Tx) -> Outcome<R> + Send + 'static,
    {
        let master = self.0.master.lock().unwrap_or_else(PoisonError::into_inner).clone();
        move |tx: &mut Tx| {
            tx.master.clone_from(&master);
            act(tx)
        }
    }

    fn submit(&self, job: Job) -> Outcome<()> {
        if worker::is_current() {
            // It would wait for itself.
            return Err(Problem::Internal("an act must not open another transaction".to_owned()));
        }
        let line = if job.write { &self.0.writes } else { &self.0.reads };
        line.push(job).map_err(|_refused| Problem::Unavailable)
    }
}

impl Inner {
    fn finish(&self) {
        self.writes.close();
        self.reads.close();
        let threads = std::mem::take(&mut *self.threads.lock().unwrap_or_else(PoisonError::into_inner));
        for thread in threads {
            // An Err would say that the thread panicked, which the panic hook has told already.
            let _ = thread.join();
        }
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        if worker::is_current() {
            // The last handle lived inside an act: this thread cannot wait for itself, so the others just end.
            self.writes.close();
            self.reads.close();
        } else {
            self.finish();
        }
    }
}

/// Threads that run acts, and know that they do
pub(crate) mod worker {
    use super::{JoinHandle, Outcome, Problem, thread};
    use std::cell::Cell;

    thread_local! {
        static IS_WORKER: Cell<bool> = const { Cell::new(false) };
    }

    /// Whether the calling thread runs acts
    pub fn is_current() -> bool {
        IS_WORKER.get()
    }

    /// Starts a thread that runs acts
    pub fn start(name: String, body: impl FnOnce() + Send + 'static) -> Outcome<JoinHandle<()>> {
        let marked = move || {
            IS_WORKER.set(true);
            body();
        };
        thread::Builder::new()
            .name(name)
            .spawn(marked)
            .map_err(|why| Problem::Internal(format!("no thread for the database: {why}")))
    }
}
