//! A reader: each act on its own snapshot.

use crate::act::{End, Job};
use crate::fault::Fault;
use crate::queue::Queue;
use crate::tx::{Link, Tx};

/// Serves the line until it is closed and empty.
pub(super) fn serve(mut tx: Tx, line: &Queue<Job>) {
    while let Some(Job { mut work, .. }) = line.wait() {
        let end = match control(&mut tx, "BEGIN") {
            Ok(()) => {
                work.attempt(&mut tx);
                End::AsActed
            }
            Err(fault) => {
                tracing::error!(detail = fault.detail, "a reader cannot begin");
                End::Lost
            }
        };
        // Nothing was changed, so how the transaction ends says nothing about the answer.
        if let Err(fault) = control(&mut tx, "ROLLBACK") {
            tracing::error!(detail = fault.detail, "a reader cannot end its snapshot");
        }
        work.answer(end);
    }
}

/// A statement of the transaction's own
pub(super) fn control(tx: &mut Tx, sql: &'static str) -> Result<(), Fault> {
    match &mut tx.link {
        Link::Sqlite(link) => link.control(sql),
        Link::Postgres(_) => Err(Fault::wrong("not an SQLite connection")),
    }
}
