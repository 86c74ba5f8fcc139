//! The steps of a warm hand-over, the arrival, and what comes afterwards.

use base::{Date, Msg};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::Fields;

use super::{Said, SaidInput, Told, past, told};
use crate::referral::codes::{How, LegKind, Outcome, Readiness, Says, Step};
use crate::referral::model::{Deed, NewLeg};

/// A step of the warm hand-over.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct LegInput {
    /// Code of the step; `other` needs a note.
    pub kind: String,
    /// When.
    pub on: String,
    /// Who goes along.
    pub companion: String,
    /// Where they meet.
    pub place: String,
    /// What goes with it.
    #[serde(flatten)]
    pub said: SaidInput,
}

impl LegInput {
    /// Reads the input.
    pub fn parse(&self) -> base::Outcome<(NewLeg, Said)> {
        let mut f = Fields::new();
        let kind = f.code("kind", &self.kind, LegKind::from_code);
        let on = f.date("on", &self.on);
        let companion = f.line_opt("companion", &self.companion);
        let place = f.line_opt("place", &self.place);
        let said = self.said.read(&mut f);
        if kind == Some(LegKind::Other) && said.note.is_none() && f.is_fine() {
            f.wrong("note", Msg::new("referral-leg-needs-note"));
        }
        f.finish(|| {
            let note = said.note.clone();
            Some((NewLeg { kind: kind?, on: on?, companion, place, note }, said))
        })
    }
}

/// How ready the person is.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct ReadinessInput {
    /// Code.
    pub is: String,
    /// What goes with it.
    #[serde(flatten)]
    pub said: SaidInput,
}

impl ReadinessInput {
    /// Reads the input.
    pub fn parse(&self) -> base::Outcome<Told> {
        let mut f = Fields::new();
        let is = f.code("is", &self.is, Readiness::from_code);
        let said = self.said.read(&mut f);
        told(f, said, is.map(Deed::Ready))
    }
}

/// The person has come.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct ArriveInput {
    /// When.
    pub on: String,
    /// Who came along.
    pub with: String,
    /// What goes with it.
    #[serde(flatten)]
    pub said: SaidInput,
}

impl ArriveInput {
    /// Reads the input on the day `today`.
    pub fn parse(&self, today: Date) -> base::Outcome<Told> {
        let mut f = Fields::new();
        let on = past(&mut f, "on", &self.on, today);
        let with = f.line_opt("with", &self.with);
        let said = self.said.read(&mut f);
        told(f, said, on.map(|on| Deed::Arrive { on, with }))
    }
}

/// The person has not come.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct NoShowInput {
    /// The day that was agreed.
    pub on: String,
    /// Day of the next try, if agreed.
    pub next: String,
    /// What goes with it.
    #[serde(flatten)]
    pub said: SaidInput,
}

impl NoShowInput {
    /// Reads the input on the day `today`.
    pub fn parse(&self, today: Date) -> base::Outcome<Told> {
        let mut f = Fields::new();
        let on = past(&mut f, "on", &self.on, today);
        let next = f.date_opt("next", &self.next);
        if on.is_some() && next.is_some() && next < on {
            f.wrong("next", Msg::new("referral-next-before"));
        }
        let said = self.said.read(&mut f);
        told(f, said, on.map(|on| Deed::NoShow { on, next }))
    }
}

/// What the person says.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct PersonSaysInput {
    /// Code.
    pub says: String,
    /// What goes with it.
    #[serde(flatten)]
    pub said: SaidInput,
}

impl PersonSaysInput {
    /// Reads the input.
    pub fn parse(&self) -> base::Outcome<Told> {
        let mut f = Fields::new();
        let says = f.code("says", &self.says, Says::from_code);
        let said = self.said.read(&mut f);
        told(f, said, says.map(Deed::PersonSays))
    }
}

/// What was found when asking afterwards.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct FollowUpInput {
    /// Code of the follow-up.
    pub step: String,
    /// Code of what was found.
    pub outcome: String,
    /// Code of how the person was asked.
    pub how: String,
    /// What goes with it.
    #[serde(flatten)]
    pub said: SaidInput,
}

impl FollowUpInput {
    /// Reads the input.
    pub fn parse(&self) -> base::Outcome<(Told, How)> {
        let mut f = Fields::new();
        let step = f.code("step", &self.step, Step::from_code);
        let outcome = f.code("outcome", &self.outcome, Outcome::from_code);
        let how = f.code("how", &self.how, How::from_code);
        let said = self.said.read(&mut f);
        f.finish(|| Some(((Deed::FollowUp { step: step?, outcome: outcome? }, said), how?)))
    }
}
