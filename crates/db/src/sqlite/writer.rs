//! The one writer: takes the acts that wait, one savepoint each, one durable commit for all.

use crate::act::{End, Job, Work};
use crate::fault::Fault;
use crate::queue::Queue;
use crate::sqlite::checkpoint::Gauge;
use crate::sqlite::reader::control;
use crate::tx::{Link, Tx};

/// Acts in one commit at most, so that the first of them is not kept waiting for ever
const GROUP_LIMIT: usize = 256;

/// Serves the line until it is closed and empty.
pub(super) fn serve(mut tx: Tx, line: &Queue<Job>, gauge: &Gauge) {
    if let Link::Sqlite(link) = &mut tx.link {
        gauge.watch(&mut link.connection);
    }
    let mut group = Vec::with_capacity(GROUP_LIMIT);
    while let Some(first) = line.wait() {
        let end = match commit_group(&mut tx, first, line, &mut group) {
            Ok(()) => End::AsActed,
            Err(fault) => {
                tracing::error!(detail = fault.detail, acts = group.len(), "a commit failed");
                abandon(&mut tx);
                End::Lost
            }
        };
        for work in group.drain(..) {
            work.answer(end);
        }
        if let Link::Sqlite(link) = &mut tx.link {
            // After the answers: nobody waits for this.
            gauge.after_commit(&link.connection);
        }
    }
}

/// Runs the first act and every other that waits. It never waits for more: while one commit is being synced the
/// next acts gather by themselves, so groups grow exactly when there is load.
fn commit_group(tx: &mut Tx, first: Job, line: &Queue<Job>, group: &mut Vec<Box<dyn Work>>) -> Result<(), Fault> {
    group.push(first.work);
    control(tx, "BEGIN IMMEDIATE")?;
    loop {
        let alone = group.len() == 1;
        let work = group.last_mut().expect("an act has just been pushed");
        if alone {
            run_first(tx, work.as_mut())?;
        } else {
            run_one(tx, work.as_mut())?;
        }
        if group.len() == GROUP_LIMIT {
            break;
        }
        match line.take() {
            Some(job) => group.push(job.work),
            None => break,
        }
    }
    control(tx, "COMMIT")
}

/// Runs the act that begins a group. Where it fails there is nothing to keep yet, so it needs no savepoint, and SQLite
/// need not copy every page that it touches.
fn run_first(tx: &mut Tx, work: &mut dyn Work) -> Result<(), Fault> {
    if work.attempt(tx) {
        return Ok(());
    }
    control(tx, "ROLLBACK")?;
    control(tx, "BEGIN IMMEDIATE")
}

/// Runs one act inside a savepoint, so that it fails alone.
fn run_one(tx: &mut Tx, work: &mut dyn Work) -> Result<(), Fault> {
    control(tx, "SAVEPOINT act")?;
    if !work.attempt(tx) {
        // Where SQLite has already undone the whole transaction (disk full), this fails, and the group with it.
        control(tx, "ROLLBACK TO act")?;
    }
    control(tx, "RELEASE act")
}

/// Leaves the connection without a transaction, whatever state the failure left it in.
fn abandon(tx: &mut Tx) {
    if let Link::Sqlite(link) = &mut tx.link
        && link.in_transaction()
        && let Err(fault) = link.control("ROLLBACK")
    {
        tracing::error!(detail = fault.detail, "a failed commit cannot be undone");
    }
}
