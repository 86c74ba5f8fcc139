//! Checkpoints: moving the write-ahead log into the file without making anybody wait.
//!
//! SQLite's own automatic checkpoint runs inside the commit that crosses the mark: that one act pays for copying a
//! thousand pages and syncing two files, and so does every act behind it. Here a thread of its own makes *passive*
//! checkpoints beside the writer: they take no lock that a commit or a reader needs. They do share its disk, so a
//! commit that syncs at the same moment may still be slow.
//!
//! But the log starts again from its beginning only if everything in it has been copied when the next write begins.
//! Under a load that never pauses, a passive checkpoint ends with some newer pages left over, for ever, and the log
//! would grow without end (a test shows that it does). So once it is long, the writer copies those last few pages
//! itself, right after the thread has copied the thousands before them: few pages, and one sync of the file.
//!
//! What was measured (`examples/commits.rs`, 16 writers, twelve runs alternating with the automatic checkpoint, on two
//! cores that others kept busy): a lower p99 in nine, more acts a second in eight, a better worst case in seven. That
//! leans this way and proves nothing; measure again on a quiet machine before relying on it. Bounding the log is sure.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread::{JoinHandle, Thread};

use base::Outcome;
use rusqlite::Connection;

use crate::database::worker;

/// Pages (of 4 KiB) not yet copied at which the thread starts: 32 MiB
///
/// SQLite's own mark is a thousand. A list of fifty with its audit rows writes some fifty pages, so that one view in twenty
/// shared the disk with a checkpoint and made the slowest hundredth; and a page that many acts write is copied once, not often.
const COPY_AT: u32 = 8_192;

/// Pages in the log from which on the writer helps to finish: 64 MiB
const FINISH_AT: u32 = 16_384;

/// The writer's view of the log
pub(super) struct Gauge {
    shared: Arc<Shared>,
    checkpointer: Thread,
}

#[derive(Default)]
struct Shared {
    /// Pages in the log after the latest commit
    pages: AtomicU32,
    /// Of these, copied into the file
    copied: AtomicU32,
    /// A checkpoint was asked for and is not done yet
    asked: AtomicBool,
    /// The thread has just copied what it could, and the writer has not yet looked at what is left
    fresh: AtomicBool,
    /// The writer is gone
    over: AtomicBool,
}

/// Starts the thread on a connection of its own; it ends when the gauge is dropped.
pub(super) fn start(connection: Connection) -> Outcome<(Gauge, JoinHandle<()>)> {
    let shared = Arc::new(Shared::default());
    let mine = Arc::clone(&shared);
    let thread = worker::start("db-checkpoint".to_owned(), move || {
        while !mine.over.load(Ordering::Acquire) {
            if mine.asked.load(Ordering::Acquire) {
                mine.checkpoint(&connection);
                mine.fresh.store(true, Ordering::Release);
                mine.asked.store(false, Ordering::Release);
            } else {
                std::thread::park();
            }
        }
    })?;
    let checkpointer = thread.thread().clone();
    Ok((Gauge { shared, checkpointer }, thread))
}

impl Gauge {
    /// Lets the writer's connection tell the length of the log at each commit.
    pub fn watch(&self, connection: &mut Connection) {
        let shared = Arc::clone(&self.shared);
        let hook = move |_: &mut rusqlite::hooks::Wal, pages| {
            shared.pages.store(u32::try_from(pages).unwrap_or(0), Ordering::Relaxed);
            Ok(())
        };
        if let Err(why) = connection.wal_hook(Some(hook)) {
            tracing::error!(%why, "the length of the log cannot be watched: it may grow long");
        }
    }

    /// Starts or finishes a checkpoint when the log is long enough for it.
    pub fn after_commit(&self, writer: &Connection) {
        let pages = self.shared.pages.load(Ordering::Relaxed);
        let mut copied = self.shared.copied.load(Ordering::Relaxed);
        if copied > pages {
            // The log has started again from its beginning.
            copied = 0;
            self.shared.copied.store(0, Ordering::Relaxed);
        }
        if self.shared.asked.load(Ordering::Acquire) {
            return;
        }
        if pages - copied >= COPY_AT {
            self.shared.asked.store(true, Ordering::Release);
            self.checkpointer.unpark();
        } else if pages >= FINISH_AT && self.shared.fresh.swap(false, Ordering::AcqRel) {
            // Once per pass of the thread: where a long reader (a backup) keeps the log from starting again, trying
            // at every commit would only slow the commits.
            self.shared.checkpoint(writer);
        }
    }
}

impl Drop for Gauge {
    fn drop(&mut self) {
        self.shared.over.store(true, Ordering::Release);
        self.checkpointer.unpark();
    }
}

impl Shared {
    fn checkpoint(&self, connection: &Connection) {
        let done = connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |row| row.get::<_, i64>(2));
        match done {
            Ok(copied) => self.copied.store(u32::try_from(copied).unwrap_or(0), Ordering::Relaxed),
            Err(why) => tracing::warn!(%why, "a checkpoint failed; the log stays longer"),
        }
    }
}
