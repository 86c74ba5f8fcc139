//! A worker: takes one act after another, each in its own transaction, and runs it again when two acts met.

use std::thread;
use std::time::Duration;

use crate::act::{End, Job, Work};
use crate::fault::Kind;
use crate::postgres::connect::Connector;
use crate::postgres::link::{PostgresLink, Unkept};
use crate::queue::Queue;
use crate::tx::{Link, Tx};

/// How often an act is begun before we say "not now"
const ATTEMPTS: u32 = 10;

/// Every statement of the act sees one snapshot, and of two acts that change the same row the second is run again.
/// `READ WRITE` is said aloud so that a former primary, now a replica, refuses at once.
const BEGIN_WRITE: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ WRITE";
const BEGIN_READ: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY";

/// Serves the line until it is closed and empty; connects when the first act comes.
pub(super) fn serve(lane: usize, connector: &Connector, line: &Queue<Job>) {
    let mut tx = None;
    while let Some(mut job) = line.wait() {
        let end = carry_out(lane, connector, &mut tx, &mut job);
        job.work.answer(end);
    }
}

/// How one attempt ended
enum Attempt {
    Done(End),
    /// Nothing was kept; it may be tried again
    Again(&'static str),
}

fn carry_out(lane: usize, connector: &Connector, tx: &mut Option<Tx>, job: &mut Job) -> End {
    let mut last = "";
    for attempt in 0..ATTEMPTS {
        if attempt > 0 {
            thread::sleep(pause(lane, attempt));
        }
        let open = match tx.take() {
            Some(open) => open,
            None => match connector.connect() {
                Ok(session) => Tx::new(Link::Postgres(Box::new(PostgresLink::new(session)))),
                Err(fault) => {
                    tracing::warn!(detail = fault.detail, "PostgreSQL cannot be reached");
                    last = "it cannot be reached";
                    continue;
                }
            },
        };
        let open = tx.insert(open);
        let ended = attempt_once(open, job.write, job.work.as_mut());
        if let Link::Postgres(link) = &open.link
            && (link.is_closed() || open.failed == Some(Kind::Gone))
        {
            *tx = None;
        }
        match ended {
            Attempt::Done(end) => return end,
            Attempt::Again(why) => last = why,
        }
    }
    tracing::warn!(attempts = ATTEMPTS, last, "an act was given up");
    End::Lost
}

fn attempt_once(tx: &mut Tx, write: bool, work: &mut dyn Work) -> Attempt {
    tx.failed = None;
    if let Link::Postgres(link) = &mut tx.link {
        link.begin(if write { BEGIN_WRITE } else { BEGIN_READ });
    }
    let keep = work.attempt(tx);
    match tx.failed {
        Some(Kind::Conflict) => {
            undo(tx);
            return Attempt::Again("it met another act each time");
        }
        Some(Kind::Gone) => return Attempt::Again("the connection was lost"),
        _ => {}
    }
    if !keep {
        undo(tx);
        return Attempt::Done(End::AsActed);
    }
    let Link::Postgres(link) = &mut tx.link else { return Attempt::Done(End::Lost) };
    match link.commit() {
        Ok(()) => Attempt::Done(End::AsActed),
        Err(Unkept::Conflict) => Attempt::Again("it met another act each time"),
        Err(Unkept::Gone) => {
            tx.failed = Some(Kind::Gone);
            Attempt::Again("the connection was gone")
        }
        Err(Unkept::Refused(problem)) => {
            work.refuse(problem);
            Attempt::Done(End::AsActed)
        }
        Err(Unkept::Lost(fault)) => {
            // The server may have committed before its answer was lost. Running the act again could do it twice.
            tracing::error!(detail = fault.detail, "a commit has no known result");
            tx.failed = Some(Kind::Gone);
            Attempt::Done(if write { End::Lost } else { End::AsActed })
        }
    }
}

/// Milliseconds that grow with each attempt, and differ between workers so that two that met do not meet again
fn pause(lane: usize, attempt: u32) -> Duration {
    let base = 1_u64 << attempt.min(6);
    let spread = (lane as u64 * 7 + u64::from(attempt) * 5) % 13;
    Duration::from_millis(base + base * spread / 13)
}

fn undo(tx: &mut Tx) {
    if let Link::Postgres(link) = &mut tx.link
        && let Err(fault) = link.rollback()
    {
        tracing::info!(detail = fault.detail, "a connection is dropped, and its transaction with it");
        tx.failed = Some(Kind::Gone);
    }
}
