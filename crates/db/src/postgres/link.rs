//! One PostgreSQL connection: statements in, rows and faults out.

use std::collections::{HashMap, HashSet};

use base::Outcome;
use postgres::error::{DbError, SqlState};
use postgres::types::ToSql;
use postgres::{Client, Statement};

use crate::fault::{Fault, Kind, Violation};
use crate::postgres::cell::{Parameter, kind_of};
use crate::row::{Row, Source};
use crate::value::Value;

/// A connection with the statements prepared on it
pub(crate) struct PostgresLink {
    client: Client,
    prepared: HashMap<&'static str, Statement>,
}

impl PostgresLink {
    pub fn new(client: Client) -> Self {
        Self { client, prepared: HashMap::new() }
    }

    pub fn run(&mut self, sql: &'static str, values: &[Value]) -> Result<u64, Fault> {
        let statement = self.prepare(sql, values)?;
        let parameters: Vec<Parameter<'_>> = values.iter().map(Parameter).collect();
        let done = self.client.execute(&statement, &as_dyn(&parameters));
        done.map_err(|why| self.fault(&why))
    }

    /// As `run`, but a failure leaves the transaction as it was before
    pub fn run_in_savepoint(&mut self, sql: &'static str, values: &[Value]) -> Result<u64, Fault> {
        self.batch("SAVEPOINT attempt")?;
        let done = self.run(sql, values);
        match &done {
            Ok(_) => self.batch("RELEASE attempt")?,
            Err(fault) if matches!(fault.kind, Kind::Violation(_)) => {
                self.batch("ROLLBACK TO attempt; RELEASE attempt")?;
            }
            Err(_) => {}
        }
        done
    }

    pub fn each(
        &mut self,
        sql: &'static str,
        values: &[Value],
        read: &mut dyn FnMut(&Row<'_>) -> Outcome<()>,
    ) -> Result<Outcome<()>, Fault> {
        let statement = self.prepare(sql, values)?;
        let parameters: Vec<Parameter<'_>> = values.iter().map(Parameter).collect();
        let rows = self.client.query(&statement, &as_dyn(&parameters)).map_err(|why| self.fault(&why))?;
        Ok(rows.iter().try_for_each(|row| read(&Row(Source::Postgres(row)))))
    }

    /// Several statements without parameters
    pub fn batch(&mut self, sql: &str) -> Result<(), Fault> {
        self.client.batch_execute(sql).map_err(|why| self.fault(&why))
    }

    /// Whether the connection is known to be of no use any more
    pub fn is_closed(&self) -> bool {
        self.client.is_closed()
    }

    fn prepare(&mut self, sql: &'static str, values: &[Value]) -> Result<Statement, Fault> {
        let statement = if let Some(known) = self.prepared.get(sql) {
            known.clone()
        } else {
            // A declared parameter that the text never uses would pass unnoticed here, and fail on SQLite.
            fits(parameters_in(sql), values.len())?;
            // The kinds of the values are told, so that the server need not guess: `$1 IS NULL OR name = $1` gives it
            // nothing to guess from.
            let kinds: Vec<_> = values.iter().map(kind_of).collect();
            let fresh = self.client.prepare_typed(sql, &kinds).map_err(|why| self.fault(&why))?;
            self.prepared.insert(sql, fresh.clone());
            fresh
        };
        fits(statement.params().len(), values.len())?;
        Ok(statement)
    }

    fn fault(&mut self, why: &postgres::Error) -> Fault {
        let fault = fault(why);
        if fault.kind == Kind::Conflict {
            // Among these are plans that a migration by a newer server has made stale.
            self.prepared.clear();
        }
        fault
    }
}

/// How many parameters a text uses: the different numbers behind its `$`
fn parameters_in(sql: &str) -> usize {
    let digits = |part: &str| part.chars().take_while(char::is_ascii_digit).collect::<String>();
    let numbers: HashSet<u16> = sql.split('$').skip(1).filter_map(|part| digits(part).parse().ok()).collect();
    numbers.len()
}

fn fits(wanted: usize, given: usize) -> Result<(), Fault> {
    if wanted == given { Ok(()) } else { Err(Fault::wrong(format!("{wanted} parameters, but {given} values"))) }
}

fn as_dyn<'a>(parameters: &'a [Parameter<'a>]) -> Vec<&'a (dyn ToSql + Sync)> {
    parameters.iter().map(|it| it as &(dyn ToSql + Sync)).collect()
}

/// What the server or the driver objected to
pub(super) fn fault(why: &postgres::Error) -> Fault {
    match why.as_db_error() {
        Some(told) => Fault { kind: kind(told), detail: detail(told) },
        None if why.is_closed() || is_io(why) => Fault { kind: Kind::Gone, detail: why.to_string() },
        // The driver's own: a parameter that does not fit its type.
        None => Fault::wrong(with_causes(why)),
    }
}

fn kind(told: &DbError) -> Kind {
    let code = told.code();
    if *code == SqlState::UNIQUE_VIOLATION {
        Kind::Violation(Violation::Unique)
    } else if *code == SqlState::FOREIGN_KEY_VIOLATION {
        Kind::Violation(Violation::ForeignKey)
    } else if *code == SqlState::NOT_NULL_VIOLATION {
        Kind::Violation(Violation::NotNull)
    } else if *code == SqlState::CHECK_VIOLATION {
        Kind::Violation(Violation::Check)
    } else if *code == SqlState::T_R_SERIALIZATION_FAILURE || *code == SqlState::T_R_DEADLOCK_DETECTED || stale(told) {
        Kind::Conflict
    } else {
        match &code.code()[..2] {
            // Connection exceptions, a server that stops or starts, and one that has become a read-only replica
            "08" => Kind::Gone,
            "57" if *code != SqlState::QUERY_CANCELED => Kind::Gone,
            "25" if *code == SqlState::IDLE_IN_TRANSACTION_SESSION_TIMEOUT => Kind::Gone,
            // Out of resources, a lock or a statement that took too long
            "53" | "55" | "57" | "58" => Kind::Busy,
            _ => Kind::Wrong,
        }
    }
}

/// A prepared statement whose answer has changed shape since, by a migration. The name of the server's routine is
/// asked, because the message is translated.
fn stale(told: &DbError) -> bool {
    *told.code() == SqlState::FEATURE_NOT_SUPPORTED && told.routine() == Some("RevalidateCachedQuery")
}

/// Names only: the messages of data exceptions (22) and violations (23) may repeat values of a row.
fn detail(told: &DbError) -> String {
    let code = told.code().code();
    if code.starts_with("22") || code.starts_with("23") {
        let names = [told.table(), told.column(), told.constraint()];
        let names: Vec<&str> = names.into_iter().flatten().collect();
        format!("{code} {}", names.join(" "))
    } else {
        format!("{code} {}", told.message())
    }
}

fn is_io(why: &postgres::Error) -> bool {
    let mut cause = std::error::Error::source(why);
    while let Some(it) = cause {
        if it.is::<std::io::Error>() {
            return true;
        }
        cause = it.source();
    }
    false
}

fn with_causes(why: &postgres::Error) -> String {
    let mut text = why.to_string();
    let mut cause = std::error::Error::source(why);
    while let Some(it) = cause {
        text = format!("{text}: {it}");
        cause = it.source();
    }
    text
}
