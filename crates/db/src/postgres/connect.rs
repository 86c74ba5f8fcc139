//! Reaching the server, and refusing one whose settings would change what statements mean.

use std::time::Duration;

use base::{Outcome, Problem};
use tokio_postgres::config::SslMode;
use tokio_postgres::{Config, NoTls};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::fault::Fault;
use crate::postgres::link::{PostgresLink, fault};
use crate::postgres::session::Session;
use crate::postgres::tls;

/// Per connection. `jit` costs more than it gives for short statements. The time limits keep a worker from being lost
/// for good: for a lock as long as SQLite waits for one, for a statement longer than any of ours takes.
const SETTINGS: &str = "SET jit = off; SET lock_timeout = '10s'; SET statement_timeout = '60s'; \
                        SET idle_in_transaction_session_timeout = '60s'";

/// Knows how to make one more connection
#[derive(Clone)]
pub(super) struct Connector {
    config: Config,
    /// How to encrypt, where the URL asks for it
    tls: Option<MakeRustlsConnect>,
}

impl Connector {
    pub fn new(url: &str) -> Outcome<Self> {
        let (url, tls) = tls::read(url)?;
        // The driver's message may repeat the URL, which holds a password.
        let mut config: Config =
            url.parse().map_err(|_| Problem::Internal("the PostgreSQL URL cannot be read".to_owned()))?;
        // Never "if it happens to work": who is in between could see to it that it does not.
        config.ssl_mode(if tls.is_some() { SslMode::Require } else { SslMode::Disable });
        if config.get_application_name().is_none() {
            config.application_name("tsunagi");
        }
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(Duration::from_secs(5));
        }
        if config.get_tcp_user_timeout().is_none() {
            // A server that vanished without a word (power, network) is noticed after this, not after minutes.
            config.tcp_user_timeout(Duration::from_secs(15));
        }
        Ok(Self { config, tls })
    }

    pub fn connect(&self) -> Result<Session, Fault> {
        let session = match &self.tls {
            Some(tls) => Session::open(&self.config, tls.clone()),
            None => Session::open(&self.config, NoTls),
        }?;
        session.batch(SETTINGS).map_err(|why| fault(&why))?;
        Ok(session)
    }
}

/// Whether the database sorts and stores text as SQLite does
pub(super) fn check(link: &mut PostgresLink) -> Outcome<()> {
    let sql = "SELECT current_setting('server_version_num'), current_setting('server_encoding'), \
               CAST(datcollate AS TEXT) FROM pg_database WHERE datname = current_database()";
    let mut found = Vec::new();
    link.each(sql, &[], &mut |row| {
        found = vec![row.get::<String>(0)?, row.get(1)?, row.get(2)?];
        Ok(())
    })
    .map_err(|fault| fault.problem(sql))??;
    let [version, encoding, collation] = found.as_slice() else {
        return Err(Problem::Internal("the PostgreSQL server does not tell its settings".to_owned()));
    };
    if version.parse::<u32>().is_ok_and(|n| n < 140_000) {
        return Err(Problem::Internal(format!("PostgreSQL 14 or later is needed, this is {version}")));
    }
    let by_bytes = matches!(collation.as_str(), "C" | "POSIX" | "C.UTF-8" | "C.utf8");
    if encoding != "UTF8" || !by_bytes {
        return Err(Problem::Internal(format!(
            "the PostgreSQL database has encoding {encoding} and collation {collation}, but UTF8 and C are needed: \
             create it with `createdb --template=template0 --encoding=UTF8 --locale=C NAME`"
        )));
    }
    Ok(())
}

/// Runs statements on a connection of their own; for the tests, which make and drop schemas
pub(crate) fn admin(url: &str, sql: &str) -> Outcome<()> {
    let connector = Connector::new(url)?;
    std::thread::scope(|scope| {
        let done = scope.spawn(|| -> Result<(), Fault> { connector.connect()?.batch(sql).map_err(|why| fault(&why)) });
        match done.join() {
            Ok(done) => done.map_err(|fault| fault.problem(sql)),
            Err(_) => Err(Problem::Internal("the connection panicked".to_owned())),
        }
    })
}
