//! A wall as it is kept, and as it is asked for.

use base::{Date, Msg, Outcome, PersonId, SeparationId, Time};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Fields, codes};

codes! {
    /// Why two persons are kept apart.
    Basis, "separation-basis-" {
        /// Violence by a partner or in the family, stalking.
        Violence = "violence",
        /// A court forbids coming near (保護命令).
        Order = "order",
        /// A conflict in which they must not meet.
        Conflict = "conflict",
    }
}

/// A wall as it is kept. It holds in both directions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Separation {
    /// Its number.
    pub id: SeparationId,
    /// Who is protected, and on whose page it was put up.
    pub person: PersonId,
    /// From whom.
    pub other: PersonId,
    /// Why.
    pub basis: Basis,
    /// From when.
    pub from: Time,
    /// Until when; taking it down lowers it.
    pub until: Time,
}

/// A wall as it is asked for on the page of the one to be protected.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct SeparationInput {
    /// The number of the other person. Whether somebody has this number is not said.
    pub other: String,
    /// Code of why: `violence`, `order` or `conflict`.
    pub basis: String,
    /// Last day on which it holds; empty for as long as nobody takes it down.
    pub until: Option<String>,
}

/// A wall as the privacy officer puts it up: both persons by their numbers.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct ByNumberInput {
    /// The number of the person to be protected, with whom the officer's agency works.
    pub person: String,
    /// The rest.
    #[serde(flatten)]
    pub wall: SeparationInput,
}

/// A wall that can be put up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewSeparation {
    /// From whom.
    pub other: PersonId,
    /// Why.
    pub basis: Basis,
    /// Last day.
    pub until: Option<Date>,
}

impl SeparationInput {
    /// Reads the input on the day `today`, for the protection of `person`.
    pub fn parse(&self, person: PersonId, today: Date) -> Outcome<NewSeparation> {
        let mut f = Fields::new();
        let other: Option<PersonId> = f.id("other", self.other.trim());
        if other == Some(person) {
            f.wrong("other", Msg::new("separation-same"));
        }
        let basis = f.code("basis", &self.basis, Basis::from_code);
        let until = f.date_opt("until", self.until.as_deref().unwrap_or_default());
        if until.is_some_and(|day| day < today) {
            f.wrong("until", Msg::new("base-date-in-past"));
        }
        f.finish(|| Some(NewSeparation { other: other?, basis: basis?, until }))
    }
}
