//! One PostgreSQL connection: statements in, rows and faults out.

use std::collections::{HashMap, HashSet};

use base::{Outcome, Problem};
use tokio_postgres::error::{DbError, SqlState};
use tokio_postgres::{Error, Statement};

use crate::fault::{Fault, Kind, Violation};
use crate::postgres::cell::kind_of;
use crate::postgres::session::{Answer, Session, Step};
use crate::row::{Row, Source};
use crate::value::Value;

/// A connection with the statements prepared on it, and those that wait to be sent with the next
pub(crate) struct PostgresLink {
    session: Session,
    prepared: HashMap<&'static str, Statement>,
    waiting: Vec<Waiting>,
    /// Whether the server knows of a transaction
    begun: bool,
}

/// What is sent with the next statement that somebody waits for
enum Waiting {
    Begin(&'static str),
    Control(&'static str),
    Run(&'static str, Statement, Vec<Value>),
}

impl Waiting {
    fn step(&self) -> Step<'_> {
        match self {
            Self::Begin(sql) | Self::Control(sql) => Step::Plain(sql),
            Self::Run(_, statement, values) => Step::Run(statement, values),
        }
    }
}

/// Why a transaction was not kept
pub(crate) enum Unkept {
    /// It met another, and may be run again
    Conflict,
    /// The connection died before anything was done
    Gone,
    /// The server has undone it, because a statement that nobody had waited for failed
    Refused(Problem),
    /// Nobody knows whether it was kept
    Lost(Fault),
}

impl PostgresLink {
    pub fn new(session: Session) -> Self {
        Self { session, prepared: HashMap::new(), waiting: Vec::new(), begun: false }
    }

    pub fn run(&mut self, sql: &'static str, values: &[Value]) -> Result<u64, Fault> {
        let statement = self.prepare(sql, values)?;
        match self.send(Step::Run(&statement, values))? {
            Answer::Touched(rows) => Ok(rows),
            Answer::Done | Answer::Rows(_) => Ok(0),
        }
    }

    /// As `run`, for a statement whose failure is the failure of the act: sent with the next one, or with the commit
    pub fn run_later(&mut self, sql: &'static str, values: &[Value]) -> Result<(), Fault> {
        let statement = self.prepare(sql, values)?;
        self.waiting.push(Waiting::Run(sql, statement, values.to_vec()));
        Ok(())
    }

    /// As `run`, unless the same unique key is there already: then the transaction stays as it was, and `false`
    pub fn run_unless_exists(&mut self, sql: &'static str, values: &[Value]) -> Result<bool, Fault> {
        let statement = self.prepare(sql, values)?;
        self.waiting.push(Waiting::Control("SAVEPOINT attempt"));
        match self.talk(Step::Run(&statement, values)) {
            (Ok(_), None) => {
                self.waiting.push(Waiting::Control("RELEASE attempt"));
                Ok(true)
            }
            (Err(fault), None) if fault.kind == Kind::Violation(Violation::Unique) => {
                self.batch("ROLLBACK TO attempt; RELEASE attempt")?;
                Ok(false)
            }
            (Err(fault), None) | (_, Some((fault, _))) => Err(fault),
        }
    }

    pub fn each(
        &mut self,
        sql: &'static str,
        values: &[Value],
        read: &mut dyn FnMut(&Row<'_>) -> Outcome<()>,
    ) -> Result<Outcome<()>, Fault> {
        let statement = self.prepare(sql, values)?;
        let Answer::Rows(rows) = self.send(Step::Read(&statement, values))? else { return Ok(Ok(())) };
        Ok(rows.iter().try_for_each(|row| read(&Row(Source::Postgres(row)))))
    }

    /// Several statements without parameters
    pub fn batch(&mut self, sql: &str) -> Result<(), Fault> {
        self.send(Step::Plain(sql)).map(drop)
    }

    /// Begins a transaction with the first statement of the act
    pub fn begin(&mut self, sql: &'static str) {
        self.waiting = vec![Waiting::Begin(sql)];
        self.begun = false;
    }

    /// Sends what waits, and commits
    pub fn commit(&mut self) -> Result<(), Unkept> {
        if matches!(self.waiting.first(), Some(Waiting::Begin(_))) {
            let rest = self.waiting.split_off(1);
            if rest.is_empty() {
                // An act that asked for nothing.
                self.waiting.clear();
                return Ok(());
            }
            // By itself: where the connection died while it was idle, the commit must not have gone the same way.
            self.batch("").map_err(|_| Unkept::Gone)?;
            self.waiting = rest;
        }
        self.begun = false;
        match self.talk(Step::Plain("COMMIT")) {
            (Ok(_), None) => Ok(()),
            (Err(fault), None) | (_, Some((fault, _))) if fault.kind == Kind::Conflict => Err(Unkept::Conflict),
            // The server makes a rollback of the commit where an earlier statement has failed.
            (_, Some((fault, sql))) if fault.kind != Kind::Gone => Err(Unkept::Refused(fault.problem(sql))),
            (Err(fault), None) | (_, Some((fault, _))) => Err(Unkept::Lost(fault)),
        }
    }

    /// Forgets what waits, and undoes what was sent
    pub fn rollback(&mut self) -> Result<(), Fault> {
        self.waiting.clear();
        if std::mem::take(&mut self.begun) { self.batch("ROLLBACK") } else { Ok(()) }
    }

    /// Whether the connection is known to be of no use any more
    pub fn is_closed(&self) -> bool {
        self.session.is_closed()
    }

    /// Sends what waits and this, and waits for all of it
    fn send(&mut self, last: Step<'_>) -> Result<Answer, Fault> {
        match self.talk(last) {
            (answer, None) => answer,
            (_, Some((fault, _))) => Err(fault),
        }
    }

    /// What came of the last step, and the first that failed before it
    fn talk(&mut self, last: Step<'_>) -> (Result<Answer, Fault>, Option<(Fault, &'static str)>) {
        let waiting = std::mem::take(&mut self.waiting);
        let steps: Vec<Step<'_>> = waiting.iter().map(Waiting::step).chain([last]).collect();
        let mut answers = self.session.talk(&steps);
        let answer = answers.pop().unwrap_or(Ok(Answer::Done)).map_err(|why| self.fault(&why));
        let mut failed = None;
        for (step, answer) in waiting.iter().zip(answers) {
            self.begun |= matches!(step, Waiting::Begin(_));
            if let Err(why) = answer
                && failed.is_none()
            {
                failed = Some(self.failed(step, &why));
            }
        }
        (answer, failed)
    }

    fn failed(&mut self, step: &Waiting, why: &Error) -> (Fault, &'static str) {
        let fault = self.fault(why);
        match step {
            // A connection that died while idle, or leads to a replica: nothing has happened yet.
            Waiting::Begin(sql) => (Fault { kind: Kind::Gone, ..fault }, sql),
            Waiting::Control(sql) => (fault, sql),
            Waiting::Run(sql, ..) => {
                (Fault { detail: format!("{} in an earlier statement: {sql};", fault.detail), ..fault }, sql)
            }
        }
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
            let fresh = self.session.prepare(sql, &kinds).map_err(|why| self.fault(&why))?;
            self.prepared.insert(sql, fresh.clone());
            fresh
        };
        fits(statement.params().len(), values.len())?;
        Ok(statement)
    }

    fn fault(&mut self, why: &Error) -> Fault {
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

/// What the server or the driver objected to
pub(super) fn fault(why: &Error) -> Fault {
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

fn is_io(why: &Error) -> bool {
    let mut cause = std::error::Error::source(why);
    while let Some(it) = cause {
        if it.is::<std::io::Error>() {
            return true;
        }
        cause = it.source();
    }
    false
}

fn with_causes(why: &Error) -> String {
    let mut text = why.to_string();
    let mut cause = std::error::Error::source(why);
    while let Some(it) = cause {
        text = format!("{text}: {it}");
        cause = it.source();
    }
    text
}
