//! What can go wrong, said once: made where it happens, shown at the edge

use std::fmt;

/// A sentence of the product by its key, with the values to put in
///
/// Which language it is said in is decided where it is shown (`Words::msg`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Msg {
    /// The key in the words, prefixed by its room
    pub key: &'static str,
    /// Values by name
    pub args: Vec<(&'static str, String)>,
}

impl Msg {
    /// The sentence `key` without values
    pub const fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    /// The same sentence with one more value
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

impl From<&'static str> for Msg {
    fn from(key: &'static str) -> Self {
        Self::new(key)
    }
}

/// What is wrong with one field of a form
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldProblem {
    /// The field's name in the form
    pub field: String,
    /// What to tell the one who filled it in
    pub message: Msg,
}

impl FieldProblem {
    /// `message` about `field`
    pub fn new(field: impl Into<String>, message: impl Into<Msg>) -> Self {
        Self { field: field.into(), message: message.into() }
    }
}

/// Why something was not done
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// There is no such thing, or the one who asks may not know that there is
    NotFound,
    /// Nobody is signed in
    SignInNeeded,
    /// Somebody is signed in, and has to show once more that it is them
    StepUpNeeded,
    /// The one who asks may know of it, but not do this
    Forbidden(Msg),
    /// The input cannot be used; never empty
    Invalid(Vec<FieldProblem>),
    /// A rule says no at this moment
    Refused(Msg),
    /// Somebody else saved in between
    Stale,
    /// Asked too often
    TooMany {
        /// Seconds to wait
        retry_after_s: u32,
    },
    /// Not now, for no fault of the one who asks; nothing is known to have been saved
    Unavailable,
    /// A fault of the product; the text is for the log and is never shown
    Internal(String),
}

/// A result that fails as a `Problem`
pub type Outcome<T> = Result<T, Problem>;

impl Problem {
    /// The HTTP status
    pub const fn status(&self) -> u16 {
        match self {
            Self::NotFound => 404,
            Self::SignInNeeded => 401,
            Self::Forbidden(_) | Self::StepUpNeeded => 403,
            Self::Invalid(_) => 422,
            Self::Refused(_) | Self::Stale => 409,
            Self::TooMany { .. } => 429,
            Self::Unavailable => 503,
            Self::Internal(_) => 500,
        }
    }

    /// The stable name other systems may rely on; also the end of the keys `base-problem-…`
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::SignInNeeded => "sign-in-needed",
            Self::StepUpNeeded => "step-up-needed",
            Self::Forbidden(_) => "forbidden",
            Self::Invalid(_) => "invalid",
            Self::Refused(_) => "refused",
            Self::Stale => "stale",
            Self::TooMany { .. } => "too-many",
            Self::Unavailable => "unavailable",
            Self::Internal(_) => "internal",
        }
    }

    /// One field is wrong
    pub fn field(field: impl Into<String>, message: impl Into<Msg>) -> Self {
        Self::Invalid(vec![FieldProblem::new(field, message)])
    }

    /// A rule says no
    pub fn refused(message: impl Into<Msg>) -> Self {
        Self::Refused(message.into())
    }

    /// The one who asks may not do this
    pub fn forbidden(message: impl Into<Msg>) -> Self {
        Self::Forbidden(message.into())
    }

    /// A fault of the product, with its cause for the log
    pub fn internal(cause: impl fmt::Display) -> Self {
        Self::Internal(cause.to_string())
    }

    /// What to tell the one who asked; the fields of `Invalid` have their own
    pub fn message(&self) -> Msg {
        match self {
            Self::Forbidden(message) | Self::Refused(message) => message.clone(),
            Self::NotFound => Msg::new("base-problem-not-found"),
            Self::SignInNeeded => Msg::new("base-problem-sign-in-needed"),
            Self::StepUpNeeded => Msg::new("base-problem-step-up-needed"),
            Self::Invalid(fields) => Msg::new("base-problem-invalid").arg("n", fields.len()),
            Self::Stale => Msg::new("base-problem-stale"),
            Self::TooMany { retry_after_s } => {
                Msg::new("base-problem-too-many").arg("minutes", retry_after_s.div_ceil(60).max(1))
            }
            Self::Unavailable => Msg::new("base-problem-unavailable"),
            Self::Internal(_) => Msg::new("base-problem-internal"),
        }
    }
}

/// For the log: the code and what is known, without anything a person typed
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())?;
        match self {
            Self::Forbidden(message) | Self::Refused(message) => write!(f, ": {}", message.key),
            Self::Invalid(fields) => fields.iter().try_for_each(|p| write!(f, ": {} {}", p.field, p.message.key)),
            Self::Internal(cause) => write!(f, ": {cause}"),
            _ => Ok(()),
        }
    }
}

impl std::error::Error for Problem {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Lang, Words};

    fn one_of_each() -> Vec<(Problem, u16)> {
        vec![
            (Problem::NotFound, 404),
            (Problem::SignInNeeded, 401),
            (Problem::StepUpNeeded, 403),
            (Problem::forbidden("base-problem-not-found"), 403),
            (Problem::field("name", "base-field-required"), 422),
            (Problem::refused("base-field-in-use"), 409),
            (Problem::Stale, 409),
            (Problem::TooMany { retry_after_s: 61 }, 429),
            (Problem::Unavailable, 503),
            (Problem::internal("disk full"), 500),
        ]
    }

    #[test]
    fn each_has_its_status_and_a_sentence_in_every_register() {
        let words = Words::build(&[crate::WORDS]).expect("words");
        for (problem, status) in one_of_each() {
            assert_eq!(problem.status(), status);
            let key = problem.message().key;
            for lang in Lang::ALL {
                assert!(words.has(lang, key), "{key} in {lang:?}");
                let said = words.msg(lang, &problem.message());
                assert!(!said.contains("disk"), "a cause is for the log only");
            }
        }
        assert_eq!(words.missing_keys(), [""; 0]);
    }

    #[test]
    fn waiting_is_told_in_minutes_rounded_up() {
        let words = Words::build(&[crate::WORDS]).expect("words");
        let said = |s| words.msg(Lang::En, &Problem::TooMany { retry_after_s: s }.message());
        assert!(said(0).ends_with("Wait a minute and try again."));
        assert!(said(60).ends_with("Wait a minute and try again."));
        assert!(said(61).ends_with("Wait 2 minutes and try again."));
    }

    #[test]
    fn the_log_line_holds_no_value_that_was_typed() {
        let message = Msg::new("base-field-in-use").arg("value", "山田");
        assert_eq!(Problem::field("name", message).to_string(), "invalid: name base-field-in-use");
        assert_eq!(Problem::internal("disk full").to_string(), "internal: disk full");
        assert_eq!(Problem::NotFound.to_string(), "not-found");
    }
}
