//! A form as it stands on a page: what is typed in it, what is wrong with it, and the key against double sending.

use std::cell::RefCell;

use base::{Problem, random_token};
use maud::Markup;

use crate::ui::{Choice, Field, Form, Wrong};
use crate::{Cx, Req};

/// What a page needs to show a form, fresh or again.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// The key that makes a second sending act once.
    pub once: String,
    /// What stands in the fields.
    pub values: crate::Form,
    /// What is wrong: field and sentence; an empty field name is about the whole form.
    pub errors: Vec<(String, String)>,
    /// Whether somebody saved between reading and sending.
    pub is_stale: bool,
    /// Whether the form came back with a problem.
    pub is_again: bool,
    /// Name and label of every question that the page has asked so far: what is wrong is told under the same label.
    pub asked: RefCell<Vec<(String, String)>>,
}

impl Typed {
    /// The form of this request: empty when the page is opened, as it was typed when an act was refused.
    pub fn of(cx: &Cx<'_>, req: &Req) -> Self {
        Self {
            once: random_token(cx.rng),
            values: req.form.clone(),
            errors: req.errors(cx),
            is_stale: matches!(req.problem, Some(Problem::Stale)),
            is_again: req.problem.is_some(),
            asked: RefCell::default(),
        }
    }

    /// What stands in the fields when the page is opened; what was typed is left alone.
    #[must_use]
    pub fn filled<'a>(mut self, fields: impl IntoIterator<Item = (&'a str, String)>) -> Self {
        if self.values.is_empty() {
            self.values.0 = fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        }
        self
    }

    /// The value of a field.
    pub fn get(&self, name: &str) -> &str {
        self.values.get(name)
    }

    /// Whether this value of a field was chosen.
    pub fn chose(&self, name: &str, value: &str) -> bool {
        self.values.all(name).any(|v| v == value)
    }

    /// A question with what was answered and what is wrong with that.
    pub fn field(&self, name: &str, label: impl Into<String>) -> Field {
        let error = self.errors.iter().find(|(field, _)| field == name).map(|(_, sentence)| sentence.clone());
        let label = label.into();
        self.asked.borrow_mut().push((name.to_owned(), label.clone()));
        Field::new(name, label).value(self.get(name)).error(error)
    }

    /// A question with given answers, whose value is carried by the answers.
    pub fn question(&self, name: &str, label: impl Into<String>) -> Field {
        self.field(name, label).value("")
    }

    /// Given answers, those that were chosen being chosen.
    pub fn choices<V: Into<String>, L: Into<String>>(
        &self,
        name: &str,
        answers: impl IntoIterator<Item = (V, L)>,
    ) -> Vec<Choice> {
        let choice = |(value, label): (V, L)| {
            let choice = Choice::new(value, label);
            let chosen = self.chose(name, &choice.value);
            choice.chosen(chosen)
        };
        answers.into_iter().map(choice).collect()
    }

    /// The version to send along: the one that was read when the form was opened. After somebody else has saved
    /// it is the one that is shown beside what was typed.
    pub fn version(&self, now: i64) -> String {
        let read = self.get("version");
        if self.is_stale || read.is_empty() { now.to_string() } else { read.to_owned() }
    }

    /// Everything that is wrong, each under the label of its question. To be called after the questions were made.
    pub fn wrong(&self) -> Vec<Wrong> {
        let asked = self.asked.borrow();
        let label = |name: &str| asked.iter().find(|(field, _)| field == name).map(|(_, label)| label.clone());
        let wrong = |(name, text): &(String, String)| Wrong {
            name: name.clone(),
            label: label(name).unwrap_or_default(),
            text: text.clone(),
        };
        self.errors.iter().map(wrong).collect()
    }

    /// The form around the questions, with its key and what is wrong.
    pub fn form(&self, action: impl Into<String>, submit: impl Into<String>, fields: Markup) -> Form {
        Form::new(action, submit, fields).once(&self.once).errors(self.wrong())
    }
}
