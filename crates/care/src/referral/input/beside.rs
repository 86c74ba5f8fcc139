//! What stands beside referrals: links, requests, questions about free places.

use base::{AgencyId, Line, PersonId, Text};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::Fields;

use super::text_or_number;
use crate::referral::codes::{Capacity, Channel};

/// The most a link may last, in days.
pub const LINK_DAYS_MAX: i64 = 90;
/// How long a link lasts when nobody says otherwise, in days.
pub const LINK_DAYS: i64 = 60;

/// A link for the receiver.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct LinkInput {
    /// How many days it lasts, 1–90; 60 when empty.
    #[serde(deserialize_with = "text_or_number")]
    pub days: String,
}

impl LinkInput {
    /// Reads the input: days.
    pub fn parse(&self) -> base::Outcome<i64> {
        let mut f = Fields::new();
        let days = f.number_opt("days", &self.days, 1..=LINK_DAYS_MAX);
        f.finish(|| Some(days.unwrap_or(LINK_DAYS)))
    }
}

/// A request for a person.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct RequestInput {
    /// Who.
    pub person: String,
    /// The agency that works with them.
    pub to: String,
    /// Why; a message to that agency.
    pub note: String,
}

impl RequestInput {
    /// Reads the input.
    pub fn parse(&self) -> base::Outcome<(PersonId, AgencyId, Option<Text>)> {
        let mut f = Fields::new();
        let person = f.id("person", &self.person);
        let to = f.id("to", &self.to);
        let note = f.text_opt("note", &self.note);
        f.finish(|| Some((person?, to?, note)))
    }
}

/// An answer to a request.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct RequestAnswerInput {
    /// A message to the agency that asked.
    pub note: String,
}

impl RequestAnswerInput {
    /// Reads the input.
    pub fn parse(&self) -> base::Outcome<Option<Text>> {
        let mut f = Fields::new();
        let note = f.text_opt("note", &self.note);
        f.finish(|| Some(note))
    }
}

/// A question about free places, without anything about a person.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct CapacityInput {
    /// Whom.
    pub to: String,
    /// What for, such as "a place for a woman with a small child, from January".
    pub about: String,
}

impl CapacityInput {
    /// Reads the input.
    pub fn parse(&self) -> base::Outcome<(AgencyId, Line)> {
        let mut f = Fields::new();
        let to = f.id("to", &self.to);
        let about = f.line("about", &self.about);
        f.finish(|| Some((to?, about?)))
    }
}

/// The answer to it.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct CapacityAnswerInput {
    /// Code.
    pub answer: String,
    /// A note.
    pub note: String,
    /// `telephone` or `paper` when the asker writes down what was said; empty otherwise.
    pub channel: String,
}

/// An answer about free places, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CapacityAnswer {
    /// What.
    pub answer: Capacity,
    /// A note.
    pub note: Option<Text>,
    /// Whether the asker writes down what was said.
    pub told: bool,
}

impl CapacityAnswerInput {
    /// Reads the input.
    pub fn parse(&self) -> base::Outcome<CapacityAnswer> {
        let mut f = Fields::new();
        let answer = f.code("answer", &self.answer, Capacity::from_code);
        let note = f.text_opt("note", &self.note);
        let channel = f.code_opt("channel", &self.channel, Channel::from_code);
        let told = matches!(channel, Some(Channel::Telephone | Channel::Paper));
        f.finish(|| Some(CapacityAnswer { answer: answer?, note, told }))
    }
}
