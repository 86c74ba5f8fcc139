//! What comes in, as typed or sent, and the one place where it is read.
//!
//! Pages and programs fill the same structures; `parse` turns them into the types of the model, or says what is
//! wrong with which field. Field names are those of the form, of the JSON and of the casebook.

mod answers;
mod beside;
mod draft;
mod steps;

use base::{Date, Msg};
use policy::{Categories, Category, Label};
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::ToSchema;
use web::Fields;

use super::codes::Channel;
use super::model::{Deed, Note};

pub use answers::{AcceptInput, DeclineInput, MessageInput, NewDayInput, WaitInput};
pub use beside::{CapacityAnswer, CapacityAnswerInput, CapacityInput, LinkInput, RequestAnswerInput, RequestInput};
pub use draft::{ChangeInput, NewReferral, RedirectInput, ReferralInput};
pub use steps::{ArriveInput, FollowUpInput, LegInput, NoShowInput, PersonSaysInput, ReadinessInput};

/// What goes with every act.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct SaidInput {
    /// A note. Without a label it is a message to the other side.
    pub note: String,
    /// Codes of what the note is about; it is then shown only where the person allows all of them.
    pub label: Vec<String>,
    /// `telephone` or `paper` when the sender writes down what the receiver said; empty otherwise.
    pub channel: String,
    /// The version that was read; when given and no longer current, nothing is done.
    pub version: Option<i64>,
}

/// What goes with an act, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The note.
    pub note: Option<Note>,
    /// The channel, if the act was told and not done here.
    pub channel: Option<Channel>,
    /// The version that was read.
    pub version: Option<i64>,
}

/// A deed with what goes with it.
pub type Told = (Deed, Said);

/// The categories of these codes; `None` when one is unknown.
fn categories<'a>(codes: impl Iterator<Item = &'a str>) -> Option<Categories> {
    codes.filter(|code| !code.is_empty()).map(Category::from_code).collect()
}

impl SaidInput {
    fn read(&self, f: &mut Fields) -> Said {
        self.with_note(f, "note", &self.note, false)
    }

    fn with_note(&self, f: &mut Fields, field: &str, raw: &str, needed: bool) -> Said {
        let about = categories(self.label.iter().map(String::as_str));
        if about.is_none() {
            f.wrong("label", Msg::new("base-field-not-a-choice"));
        }
        let label = about.and_then(Label::new);
        let text = if needed { f.text(field, raw) } else { f.text_opt(field, raw) };
        let channel = f.code_opt("channel", &self.channel, |code| match Channel::from_code(code) {
            Some(Channel::Link) | None => None,
            told => told,
        });
        Said {
            note: text.map(|text| Note { text, label }),
            channel: channel.filter(|channel| *channel != Channel::System),
            version: self.version,
        }
    }
}

/// Ends the reading of an act.
fn told(f: Fields, said: Said, deed: Option<Deed>) -> base::Outcome<Told> {
    f.finish(|| deed.map(|deed| (deed, said)))
}

/// A day that has come.
fn past(f: &mut Fields, field: &str, raw: &str, today: Date) -> Option<Date> {
    let day = f.date(field, raw)?;
    if day > today {
        f.wrong(field, Msg::new("referral-day-to-come"));
        return None;
    }
    Some(day)
}

/// An act that needs nothing but perhaps a note.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct PlainInput {
    /// What goes with it.
    #[serde(flatten)]
    pub said: SaidInput,
}

impl PlainInput {
    /// Reads the input of `deed`.
    pub fn parse(&self, deed: Deed) -> base::Outcome<Told> {
        let mut f = Fields::new();
        let said = self.said.read(&mut f);
        told(f, said, Some(deed))
    }
}

/// Takes a number as well as its text: forms send text, programs send either.
fn text_or_number<'de, D: Deserializer<'de>>(input: D) -> Result<String, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Either {
        Text(String),
        Number(i64),
    }
    Ok(match Either::deserialize(input)? {
        Either::Text(text) => text,
        Either::Number(number) => number.to_string(),
    })
}
