//! What an engine can object to, in one vocabulary for both.

use base::{Msg, Problem};

/// A rule of the schema that a statement would have broken
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Violation {
    /// A second row with the same unique key
    Unique,
    /// A row that is pointed at would be gone, or is not there
    ForeignKey,
    /// A null where the column has none
    NotNull,
    /// A `CHECK` that does not hold
    Check,
}

impl Violation {
    /// The violation a problem stands for, if it stands for one
    ///
    /// Unique and foreign key can happen to honest callers who meet, and are `Refused`. A null or a failed check
    /// means that something unparsed reached a store: that is our fault, and `Internal`.
    pub fn of(problem: &Problem) -> Option<Self> {
        let text = match problem {
            Problem::Refused(msg) => msg.key,
            Problem::Internal(text) => text.split(':').next().unwrap_or_default(),
            _ => return None,
        };
        [Self::Unique, Self::ForeignKey, Self::NotNull, Self::Check].into_iter().find(|it| it.key() == text)
    }

    /// The message key for people, and the first word in the log
    pub const fn key(self) -> &'static str {
        match self {
            Self::Unique => "db-unique",
            Self::ForeignKey => "db-foreign-key",
            Self::NotNull => "db-not-null",
            Self::Check => "db-check",
        }
    }
}

/// What to do about a failed statement
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Violation(Violation),
    /// Two transactions met; the whole act may be run again
    Conflict,
    /// The connection is of no use any more
    Gone,
    /// The engine cannot do it at the moment: locked for too long, disk full, connections used up
    Busy,
    /// A statement that is simply wrong, or anything else unforeseen
    Wrong,
}

/// A failed statement
///
/// INVARIANT: `detail` holds names of tables, columns and constraints, never the values of a row. It goes to the log,
/// and logs are read by people who may not read the rows.
#[derive(Clone, Debug)]
pub(crate) struct Fault {
    pub kind: Kind,
    pub detail: String,
}

impl Fault {
    pub fn wrong(detail: impl Into<String>) -> Self {
        Self { kind: Kind::Wrong, detail: detail.into() }
    }

    /// The problem to hand to the act; `sql` is the text of the statement.
    pub fn problem(&self, sql: &str) -> Problem {
        match self.kind {
            Kind::Violation(it @ (Violation::Unique | Violation::ForeignKey)) => {
                tracing::debug!(detail = self.detail, sql, "refused by the schema");
                Problem::Refused(Msg::new(it.key()))
            }
            Kind::Violation(it) => Problem::Internal(format!("{}: {} in: {sql}", it.key(), self.detail)),
            Kind::Conflict => Problem::Unavailable,
            Kind::Gone | Kind::Busy => {
                tracing::warn!(detail = self.detail, "the database cannot answer");
                Problem::Unavailable
            }
            Kind::Wrong => Problem::Internal(format!("{} in: {sql}", self.detail)),
        }
    }
}
