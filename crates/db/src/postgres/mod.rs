//! PostgreSQL: worker threads with a connection each.

mod cell;
mod connect;
mod link;
mod session;
mod tls;
mod worker;

use std::sync::Arc;
use std::thread::{self, JoinHandle};

use base::{Outcome, Problem};

pub(crate) use cell::PostgresCell;
pub(crate) use connect::admin;
pub(crate) use link::PostgresLink;

use crate::act::Job;
use crate::database::worker as threads;
use crate::migrate::{self, Migration};
use crate::queue::Queue;
use crate::tx::{Link, Tx};
use connect::Connector;

/// The migrations that the database lacks, read without changing it.
pub(crate) fn pending(url: &str, migrations: &[Migration]) -> Outcome<Vec<&'static str>> {
    let connector = Connector::new(url)?;
    thread::scope(|scope| {
        let looked = scope.spawn(|| {
            let session = connector.connect().map_err(|fault| fault.problem("connect"))?;
            let mut link = PostgresLink::new(session);
            connect::check(&mut link)?;
            migrate::missing(&mut Tx::new(Link::Postgres(Box::new(link))), migrations)
        });
        looked.join().unwrap_or_else(|_| Err(Problem::Internal("looking at PostgreSQL panicked".to_owned())))
    })
}

/// Checks the server, migrates, and starts the workers.
pub(crate) fn start(
    url: &str,
    workers: usize,
    migrations: &[Migration],
    line: &Arc<Queue<Job>>,
) -> Outcome<Vec<JoinHandle<()>>> {
    let connector = Connector::new(url)?;
    // On a thread of its own: the driver waits in a way that is forbidden on an async caller's thread.
    thread::scope(|scope| {
        let prepared = scope.spawn(|| {
            let session = connector.connect().map_err(|fault| fault.problem("connect"))?;
            let mut link = PostgresLink::new(session);
            connect::check(&mut link)?;
            migrate::apply(&mut Tx::new(Link::Postgres(Box::new(link))), migrations)
        });
        prepared.join().unwrap_or_else(|_| Err(Problem::Internal("preparing PostgreSQL panicked".to_owned())))
    })?;
    (0..workers)
        .map(|n| {
            let (connector, line) = (connector.clone(), Arc::clone(line));
            threads::start(format!("db-{n}"), move || worker::serve(n, &connector, &line))
        })
        .collect()
}
