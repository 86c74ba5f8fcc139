//! SQL of this room. What is about a person leaves sealed; the referral itself stays inside the room.

pub mod beside;
pub mod events;
pub mod follow_ups;
pub mod legs;
pub mod links;
pub mod lists;
pub mod referrals;
pub mod sealing;
pub mod sections;

use base::{AgencyId, Outcome, Problem};
use policy::{Categories, Category, Label, Sealed};

use super::model::Note;

/// For whom rows are sealed: the agency that looks, and the one that hands over.
#[derive(Clone, Copy, Debug)]
pub struct Eyes {
    /// The agency that looks.
    pub viewer: AgencyId,
    /// The sender of the referral.
    pub sender: AgencyId,
}

impl Eyes {
    /// Seals a text that goes with an act.
    ///
    /// What the receiver writes without a label is its word to the sender, who knows the person: whoever may know
    /// of them may read it. What the sender writes reaches the receiver on a grant only, and goes with it.
    pub fn message<T>(&self, author: AgencyId, label: Option<Label>, text: T) -> Sealed<T> {
        let own = author == self.viewer;
        match label {
            Some(label) => Sealed::new(label, own, text),
            None if own || self.viewer == self.sender => Sealed::listing(text),
            None => Sealed::new(Label::EXISTENCE, false, text),
        }
    }
}

/// A text that goes with an act, shut, with what it is about, so that whoever opens it can say so in the audit trail.
#[derive(Debug)]
pub struct Shut {
    /// What it is about; empty for a message to the other side.
    pub about: Categories,
    /// The text.
    pub text: Sealed<String>,
}

impl Eyes {
    /// Shuts a text that goes with an act; see [`Eyes::message`].
    pub fn shut(&self, author: AgencyId, label: Option<Label>, text: Option<String>) -> Option<Shut> {
        let about = label.map_or(Categories::NONE, Label::categories);
        text.map(|text| Shut { about, text: self.message(author, label, text) })
    }
}

/// Where the two sides meet the person is known to both; only a separation hides it.
pub fn at_a_place(place: Option<String>) -> Option<Shut> {
    let label = Label::of(Category::Location);
    place.map(|place| Shut { about: label.categories(), text: Sealed::new(label, true, place) })
}

/// A stored label; one with an unknown bit was written by a later version and must not be guessed at.
fn label(bits: i64) -> Outcome<Label> {
    let label = u16::try_from(bits).ok().and_then(Label::from_bits);
    label.ok_or_else(|| Problem::internal("a label with unknown categories"))
}

fn label_opt(bits: Option<i64>) -> Outcome<Option<Label>> {
    bits.map(label).transpose()
}

fn note_text(note: Option<&Note>) -> Option<&str> {
    note.map(|note| note.text.as_str())
}

fn note_label(note: Option<&Note>) -> Option<i64> {
    note.and_then(|note| note.label).map(|label| i64::from(label.bits()))
}
