//! An emergency look as it is asked for, as it stands open, and as the privacy officer reads it.

use base::{Date, GlassId, Msg, Outcome, PersonId, Time, WorkerId, add_working_days};
use policy::Categories;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Fields, codes};

use crate::person::Known;

/// Minutes that an emergency look holds at most; `policy` closes it then whatever stands in the table.
pub const LONGEST_MINUTES: i64 = 60;

/// Working days within which the privacy officer says what they found.
const REVIEW_DAYS: i32 = 2;

codes! {
    /// Why somebody looks without consent.
    Reason, "emergency-reason-" {
        /// Somebody's life or body is in danger now.
        Life = "life",
        /// The person cannot be asked: unconscious, confused.
        CannotAsk = "cannot_ask",
        /// Treatment has to begin and depends on what is known.
        Treatment = "treatment",
        /// Nobody knows where the person is, and there is reason to worry.
        Missing = "missing",
        /// After a disaster.
        Disaster = "disaster",
        /// Something else, told in the text.
        Other = "other",
    }
}

codes! {
    /// What a privacy officer found out about an emergency look.
    Finding, "emergency-finding-" {
        /// It was right.
        Right = "right",
        /// There was time to ask the person first.
        CouldAsk = "could_ask",
        /// It should not have been.
        Wrong = "wrong",
    }
}

/// An emergency look as it is asked for: either the person's number, or name with reading or year of birth.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct EmergencyInput {
    /// The number of the person.
    pub number: String,
    /// The whole name, or the name that they go by.
    pub name: String,
    /// Its reading, whole.
    pub kana: String,
    /// The year of birth, of the Common Era.
    pub birth_year: String,
    /// Code of why: `life`, `cannot_ask`, `treatment`, `missing`, `disaster` or `other`.
    pub reason: String,
    /// What happened, for the privacy officer.
    pub text: String,
}

/// Who is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meant {
    /// Whoever has this number; nobody if it is none.
    Number(Option<PersonId>),
    /// Whoever this is true of.
    Known(Known),
}

/// An emergency look that can be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    pub meant: Meant,
    pub reason: Reason,
    pub text: String,
}

impl EmergencyInput {
    /// Reads the input.
    pub(super) fn parse(&self, today: Date) -> Outcome<Asked> {
        let mut f = Fields::new();
        let by_number = !self.number.trim().is_empty();
        let name = if by_number { None } else { f.line("name", &self.name) };
        let kana = f.line_opt("kana", &self.kana);
        let birth_year = f.number_opt("birth_year", &self.birth_year, 1900..=i64::from(today.year()));
        if !by_number && kana.is_none() && birth_year.is_none() && f.is_fine() {
            f.wrong("kana", Msg::new("emergency-name-alone"));
        }
        let reason = f.code("reason", &self.reason, Reason::from_code);
        let text = f.text("text", &self.text);
        f.finish(|| {
            let meant = if by_number {
                Meant::Number(self.number.trim().parse().ok())
            } else {
                let kana = kana.map(|line| line.as_str().to_owned()).unwrap_or_default();
                Meant::Known(Known { name: name?.as_str().to_owned(), kana, birth_year })
            };
            Some(Asked { meant, reason: reason?, text: text?.as_str().to_owned() })
        })
    }
}

/// An emergency look that stands open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Live {
    /// Its number.
    pub id: GlassId,
    /// At whom.
    pub person: PersonId,
    /// Why.
    pub reason: Reason,
    /// Until when.
    pub until: Time,
}

/// What the asking came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opened {
    /// The person's page is open.
    Yes(Live),
    /// Nobody was found so, or they may not be looked at; which, is not said.
    No,
    /// Too many tries; wait.
    Wait {
        /// Seconds.
        seconds: u32,
    },
}

/// An emergency look as the privacy officer reads it. Whose it was of stands nowhere here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Emergency {
    /// Its number.
    pub id: GlassId,
    /// Who looked.
    pub worker: WorkerId,
    /// From when.
    pub from: Time,
    /// Until when.
    pub until: Time,
    /// Why.
    pub reason: Reason,
    /// What happened, as the worker told it.
    pub text: String,
    /// From when the person is told.
    pub tell_at: Time,
    /// What was found out, and what was noted with it.
    pub found: Option<(Finding, String)>,
    /// How often something was opened.
    pub looks: i64,
    /// What was seen.
    pub seen: Categories,
}

impl Emergency {
    /// The last day for the review.
    pub fn due(&self) -> Date {
        add_working_days(self.from.date_jst(), REVIEW_DAYS)
    }

    /// Whether the review is late.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.found.is_none() && today > self.due()
    }
}
