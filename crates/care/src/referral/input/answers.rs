//! What the receiver answers, and the questions between the two.

use base::{Date, Msg};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::Fields;

use super::{SaidInput, Told, text_or_number, told};
use crate::referral::codes::DeclineReason;
use crate::referral::model::Deed;

/// A yes.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct AcceptInput {
    /// Day of the first visit, if agreed.
    pub first_on: String,
    /// Where to come.
    pub first_place: String,
    /// What goes with it.
    #[serde(flatten)]
    pub said: SaidInput,
}

impl AcceptInput {
    /// Reads the input.
    pub fn parse(&self) -> base::Outcome<Told> {
        let mut f = Fields::new();
        let first_on = f.date_opt("first_on", &self.first_on);
        let first_place = f.line_opt("first_place", &self.first_place);
        let said = self.said.read(&mut f);
        told(f, said, Some(Deed::Accept { first_on, first_place }))
    }
}

/// The first day, agreed on or moved.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct NewDayInput {
    /// The day, today or later.
    pub first_on: String,
    /// Where to come; stays as it was when left out.
    pub first_place: String,
    /// What goes with it.
    #[serde(flatten)]
    pub said: SaidInput,
}

impl NewDayInput {
    /// Reads the input on the day `today`.
    pub fn parse(&self, today: Date) -> base::Outcome<Told> {
        let mut f = Fields::new();
        let on = f.date("first_on", &self.first_on);
        if on.is_some_and(|on| on < today) {
            f.wrong("first_on", Msg::new("referral-day-past"));
        }
        let place = f.line_opt("first_place", &self.first_place);
        let said = self.said.read(&mut f);
        told(f, said, on.map(|on| Deed::NewDay { on, place }))
    }
}

/// When, or which place in the queue.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct WaitInput {
    /// The day from which there is a place, or on which to look again.
    pub until: String,
    /// Place in the queue, 1–9999.
    #[serde(deserialize_with = "text_or_number")]
    pub place: String,
    /// What goes with it.
    #[serde(flatten)]
    pub said: SaidInput,
}

impl WaitInput {
    /// Reads the input; one of day, place and note must be there.
    pub fn parse(&self) -> base::Outcome<Told> {
        let mut f = Fields::new();
        let until = f.date_opt("until", &self.until);
        let place = f.number_opt("place", &self.place, 1..=9999);
        let said = self.said.read(&mut f);
        if f.is_fine() && until.is_none() && place.is_none() && said.note.is_none() {
            f.wrong("until", Msg::new("referral-wait-something"));
        }
        told(f, said, Some(Deed::Wait { until, place }))
    }
}

/// A no.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct DeclineInput {
    /// Code of the reason; `other` needs a note.
    pub reason: String,
    /// Another agency that could do it.
    pub suggest: String,
    /// What goes with it.
    #[serde(flatten)]
    pub said: SaidInput,
}

impl DeclineInput {
    /// Reads the input.
    pub fn parse(&self) -> base::Outcome<Told> {
        let mut f = Fields::new();
        let reason = f.code("reason", &self.reason, DeclineReason::from_code);
        let suggest = f.code_opt("suggest", &self.suggest, |id| id.parse().ok());
        let said = self.said.read(&mut f);
        if reason == Some(DeclineReason::Other) && said.note.is_none() && f.is_fine() {
            f.wrong("note", Msg::new("referral-reason-needs-note"));
        }
        told(f, said, reason.map(|reason| Deed::Decline { reason, suggest }))
    }
}

/// A question or its answer.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct MessageInput {
    /// What is asked or answered.
    pub text: String,
    /// What goes with it; its note is not used.
    #[serde(flatten)]
    pub said: SaidInput,
}

impl MessageInput {
    /// Reads the input of `deed`; the text becomes the note.
    pub fn parse(&self, deed: Deed) -> base::Outcome<Told> {
        let mut f = Fields::new();
        let said = self.said.with_note(&mut f, "text", &self.text, true);
        told(f, said, Some(deed))
    }
}
