//! Collecting what is wrong with a form, so that all of it is said at once.

use std::str::FromStr;

use base::{Date, FieldProblem, Line, Msg, Outcome, Problem, Text};

/// Takes typed values out of raw text and remembers every field that could not be read.
#[derive(Default)]
pub struct Fields {
    problems: Vec<FieldProblem>,
}

impl Fields {
    /// Nothing read yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Remembers that something is wrong with `field`.
    pub fn wrong(&mut self, field: &str, message: impl Into<Msg>) {
        self.problems.push(FieldProblem { field: field.to_owned(), message: message.into() });
    }

    /// One line that must be there.
    pub fn line(&mut self, field: &str, raw: &str) -> Option<Line> {
        match Line::parse(raw) {
            Ok(line) if line.as_str().is_empty() => {
                self.wrong(field, Msg::new("base-field-required"));
                None
            }
            Ok(line) => Some(line),
            Err(problem) => {
                self.wrong(field, problem.msg());
                None
            }
        }
    }

    /// One line that may be empty; empty text is `None`.
    pub fn line_opt(&mut self, field: &str, raw: &str) -> Option<Line> {
        if raw.trim().is_empty() { None } else { self.line(field, raw) }
    }

    /// A longer text that may be empty; empty text is `None`.
    pub fn text_opt(&mut self, field: &str, raw: &str) -> Option<Text> {
        if raw.trim().is_empty() {
            return None;
        }
        match Text::parse(raw) {
            Ok(text) => Some(text),
            Err(problem) => {
                self.wrong(field, problem.msg());
                None
            }
        }
    }

    /// A longer text that must be there.
    pub fn text(&mut self, field: &str, raw: &str) -> Option<Text> {
        if raw.trim().is_empty() {
            self.wrong(field, Msg::new("base-field-required"));
            return None;
        }
        self.text_opt(field, raw)
    }

    /// A date in any form people write; must be there.
    pub fn date(&mut self, field: &str, raw: &str) -> Option<Date> {
        if raw.trim().is_empty() {
            self.wrong(field, Msg::new("base-field-required"));
            return None;
        }
        self.date_opt(field, raw)
    }

    /// A date in any form people write; empty text is `None`.
    pub fn date_opt(&mut self, field: &str, raw: &str) -> Option<Date> {
        if raw.trim().is_empty() {
            return None;
        }
        match base::jp::parse_date(raw) {
            Ok(date) => Some(date),
            Err(problem) => {
                self.wrong(field, problem.msg());
                None
            }
        }
    }

    /// One of a set of codes; must be there.
    pub fn code<T>(&mut self, field: &str, raw: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        if raw.is_empty() {
            self.wrong(field, Msg::new("base-field-required"));
            return None;
        }
        let value = read(raw);
        if value.is_none() {
            self.wrong(field, Msg::new("base-field-not-a-choice"));
        }
        value
    }

    /// One of a set of codes; empty text is `None`.
    pub fn code_opt<T>(&mut self, field: &str, raw: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        if raw.is_empty() { None } else { self.code(field, raw, read) }
    }

    /// Several codes; any that is unknown is a problem.
    pub fn codes<'a, T>(
        &mut self,
        field: &str,
        raw: impl IntoIterator<Item = &'a str>,
        read: impl Fn(&str) -> Option<T>,
    ) -> Vec<T> {
        raw.into_iter().filter_map(|code| self.code(field, code, &read)).collect()
    }

    /// An id that was chosen from a list; must be there.
    pub fn id<T: FromStr>(&mut self, field: &str, raw: &str) -> Option<T> {
        self.code(field, raw, |text| text.parse().ok())
    }

    /// A whole number within `range`; empty text is `None`.
    pub fn number_opt(&mut self, field: &str, raw: &str, range: std::ops::RangeInclusive<i64>) -> Option<i64> {
        let folded: String = base::fold::norm_key(raw);
        if folded.is_empty() {
            return None;
        }
        match folded.parse::<i64>() {
            Ok(n) if range.contains(&n) => Some(n),
            Ok(_) => {
                let message = Msg::new("base-field-number-range").arg("min", range.start()).arg("max", range.end());
                self.wrong(field, message);
                None
            }
            Err(_) => {
                self.wrong(field, Msg::new("base-field-not-a-number"));
                None
            }
        }
    }

    /// Whether nothing was wrong so far.
    pub fn is_fine(&self) -> bool {
        self.problems.is_empty()
    }

    /// Ends the collecting: all problems at once, or the values.
    ///
    /// `build` is only called when nothing was wrong, and returns `None` only if a required value is missing,
    /// which then has been remembered as a problem already.
    pub fn finish<T>(self, build: impl FnOnce() -> Option<T>) -> Outcome<T> {
        if !self.problems.is_empty() {
            return Err(Problem::Invalid(self.problems));
        }
        build().ok_or_else(|| Problem::Internal("a required field was neither read nor refused".to_owned()))
    }
}
