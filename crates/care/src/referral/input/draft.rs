//! A referral as it is written, changed and turned to another agency.

use std::collections::BTreeMap;

use base::{AgencyId, Msg, PersonId};
use policy::Label;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::Fields;

use super::{Said, SaidInput, categories};
use crate::referral::codes::Kind;
use crate::referral::model::{Draft, Section};

/// A new referral.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct ReferralInput {
    /// Who is handed over.
    pub person: String,
    /// The agency that receives.
    pub to: String,
    /// `refer` or `transfer`.
    pub act: String,
    /// Whether it is to be answered within one working day.
    pub urgent: bool,
    /// What the person wishes, in their own words.
    pub wish: String,
    /// What is told beyond that: text by category, or by several joined with `+`.
    pub sections: BTreeMap<String, String>,
    /// Whether to send it at once.
    pub send: bool,
}

/// A new referral, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewReferral {
    /// Who.
    pub person: PersonId,
    /// To whom.
    pub to: AgencyId,
    /// What.
    pub draft: Draft,
    /// Whether to send it at once.
    pub send: bool,
}

impl ReferralInput {
    /// Reads the input.
    pub fn parse(&self) -> base::Outcome<NewReferral> {
        let mut f = Fields::new();
        let person = f.id("person", &self.person);
        let to = f.id("to", &self.to);
        let draft = draft(&mut f, &self.act, self.urgent, &self.wish, &self.sections);
        f.finish(|| Some(NewReferral { person: person?, to: to?, draft: draft?, send: self.send }))
    }
}

/// What is changed of a referral that is being prepared; it takes the place of what was there.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct ChangeInput {
    /// `refer` or `transfer`.
    pub act: String,
    /// Whether it is to be answered within one working day.
    pub urgent: bool,
    /// What the person wishes, in their own words.
    pub wish: String,
    /// What is told beyond that: text by category, or by several joined with `+`.
    pub sections: BTreeMap<String, String>,
    /// The version that was read.
    pub version: Option<i64>,
}

impl ChangeInput {
    /// Reads the input.
    pub fn parse(&self) -> base::Outcome<(Draft, Said)> {
        let mut f = Fields::new();
        let draft = draft(&mut f, &self.act, self.urgent, &self.wish, &self.sections);
        let said = Said { version: self.version, ..Said::default() };
        f.finish(|| Some((draft?, said)))
    }
}

fn draft(f: &mut Fields, act: &str, urgent: bool, wish: &str, sections: &BTreeMap<String, String>) -> Option<Draft> {
    let kind = f.code("act", act, Kind::from_code);
    let wish = f.text_opt("wish", wish);
    let mut told: Vec<Section> = Vec::new();
    for (codes, raw) in sections {
        let field = format!("sections.{codes}");
        let Some(text) = f.text_opt(&field, raw) else { continue };
        match categories(codes.split('+')).and_then(Label::new) {
            Some(label) if told.iter().any(|section| section.label == label) => {
                f.wrong(&field, Msg::new("referral-section-twice"));
            }
            Some(label) => told.push(Section { label, text }),
            None => f.wrong(&field, Msg::new("base-field-not-a-choice")),
        }
    }
    kind.map(|kind| Draft { kind, urgent, wish, sections: told })
}

/// The same referral, to another agency.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct RedirectInput {
    /// The other agency.
    pub to: String,
    /// What goes with it.
    #[serde(flatten)]
    pub said: SaidInput,
}

impl RedirectInput {
    /// Reads the input.
    pub fn parse(&self) -> base::Outcome<(AgencyId, Said)> {
        let mut f = Fields::new();
        let to = f.id("to", &self.to);
        let said = self.said.read(&mut f);
        f.finish(|| to.map(|to| (to, said)))
    }
}
