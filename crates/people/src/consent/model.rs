//! Grants and refusals as a person gives them.

use base::{AgencyId, Date, GrantId, Msg, Outcome, PersonId, RefusalId, Time, WorkerId};
use policy::{Categories, Category, Purpose, Purposes};
use serde::Deserialize;
use utoipa::ToSchema;
use web::Fields;

use super::naming::{self, Naming, Outside};

web::codes! {
    /// How a consent was given.
    How, "consent-how-" {
        /// On paper or on the screen that was turned to the person.
        Signed = "signed",
        /// Spoken, with a witness.
        Spoken = "spoken",
    }
}

/// A grant as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GrantRow {
    /// Its id.
    pub id: GrantId,
    /// Who allows.
    pub person: PersonId,
    /// Whom they allow.
    pub agency: AgencyId,
    /// What for.
    pub purposes: Purposes,
    /// What.
    pub categories: Categories,
    /// Whether relapse was named, in its own step.
    pub relapse_named: bool,
    /// From when.
    pub from: Time,
    /// Until when; revoking lowers it.
    pub until: Time,
    /// How it was given.
    pub how: How,
    /// Who witnessed a spoken consent.
    pub witness: Option<String>,
    /// The agency whose worker took it.
    pub taken_by_agency: AgencyId,
    /// The worker who took it.
    pub taken_by_worker: WorkerId,
    /// When it was taken.
    pub taken_at: Time,
    /// When it was revoked.
    pub revoked_at: Option<Time>,
    /// For optimistic saving and for the audit trail.
    pub version: i64,
    /// Which wording was on the screen.
    pub text_version: String,
    /// Who was there when relapse was named, and what became of it.
    pub naming: Naming,
}

impl GrantRow {
    /// Whether it holds at this moment.
    pub fn is_live(&self, now: Time) -> bool {
        self.from <= now && now < self.until
    }

    /// The answers that led to it, to be given again from `today`: for about as long, and without relapse, which is
    /// decided anew each time.
    pub fn answers(&self, today: Date) -> Vec<(&'static str, String)> {
        let days = self.from.date_jst().days_until(self.until.date_jst());
        let months = [(1, 46), (3, 138), (6, 275)].iter().find(|(_, up_to)| days < *up_to).map_or(12, |(n, _)| *n);
        let asked = self.categories.iter().filter(|c| !matches!(c, Category::Existence | Category::Relapse));
        let mut all: Vec<_> = asked.map(|c| ("shows", c.code().to_owned())).collect();
        all.extend(self.purposes.iter().map(|purpose| ("for", purpose.code().to_owned())));
        all.push(("until", today.plus_months(months).to_string()));
        all.push(("relapse", "no".to_owned()));
        all.push(("how", self.how.code().to_owned()));
        all
    }

    /// The grant as the policy reads it.
    pub fn policy(&self) -> policy::Grant {
        policy::Grant {
            id: self.id.raw(),
            version: self.version,
            purposes: self.purposes,
            categories: self.categories,
            relapse_from: self.naming.from.map(Time::micros),
            from: self.from.micros(),
            until: self.until.micros(),
        }
    }
}

/// A refusal as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusalRow {
    /// Its id.
    pub id: RefusalId,
    /// Who forbids.
    pub person: PersonId,
    /// Whom.
    pub agency: AgencyId,
    /// What.
    pub categories: Categories,
    /// From when.
    pub from: Time,
    /// Until when; lifting lowers it.
    pub until: Time,
}

/// A consent as the person gives it on the screen, or as a program sends it.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct ConsentInput {
    /// The agency that is allowed to see.
    pub to: String,
    /// Codes of categories; `existence` is always part of it. `relapse` only counts when `relapse` is also true.
    pub shows: Vec<String>,
    /// Codes of purposes.
    #[serde(rename = "for")]
    pub purposes: Vec<String>,
    /// Last day on which it holds; any common form of a Japanese or western date.
    pub until: String,
    /// Relapse, named separately: true only when the person agreed to the separate sentence.
    pub relapse: bool,
    /// `signed` or `spoken`.
    pub how: String,
    /// Who witnessed a spoken consent.
    pub witness: Option<String>,
    /// Who from outside justice was there when relapse was named; needed where `to` has a duty to report. Relapse is then
    /// told after 24 hours.
    pub outside_witness: Option<String>,
    /// The agency where that witness works.
    pub outside_agency: Option<String>,
}

/// A consent that can be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewGrant {
    /// Whom.
    pub to: AgencyId,
    /// What; holds relapse if and only if it was named.
    pub categories: Categories,
    /// What for.
    pub purposes: Purposes,
    /// Last day.
    pub until: Date,
    /// Whether relapse was named.
    pub relapse_named: bool,
    /// How it was given.
    pub how: How,
    /// Witness.
    pub witness: Option<String>,
    /// Who from outside justice was there when relapse was named.
    pub outside: Option<Outside>,
}

/// Longest time a consent holds: after a year somebody asks again.
pub const LONGEST_DAYS: i64 = 366;

impl ConsentInput {
    /// The answers that are given most often, for a form that is opened on the day `today`.
    pub fn usual(today: Date) -> Vec<(&'static str, String)> {
        vec![
            ("for", "handover".to_owned()),
            ("until", today.plus_months(3).to_string()),
            ("relapse", "no".to_owned()),
            ("how", "signed".to_owned()),
        ]
    }

    /// Reads the input on the day `today`.
    pub fn parse(&self, today: Date) -> Outcome<NewGrant> {
        let mut f = Fields::new();
        let to = f.id("to", &self.to);
        let shows = f.codes("shows", self.shows.iter().map(String::as_str), Category::from_code);
        let mut categories = shows.into_iter().fold(Categories::NONE, Categories::with).with(Category::Existence);
        if self.relapse {
            categories = categories.with(Category::Relapse);
        } else if categories.has(Category::Relapse) {
            f.wrong("relapse", Msg::new("consent-relapse-not-named"));
        }
        let purposes = f.codes("for", self.purposes.iter().map(String::as_str), Purpose::from_code);
        let purposes = purposes.into_iter().fold(Purposes::NONE, Purposes::with);
        if purposes.is_empty() {
            f.wrong("for", Msg::new("consent-purpose-needed"));
        }
        let until = f.date("until", &self.until);
        if let Some(day) = until {
            if day < today {
                f.wrong("until", Msg::new("base-date-in-past"));
            } else if today.days_until(day) > LONGEST_DAYS {
                f.wrong("until", Msg::new("consent-too-long").arg("days", LONGEST_DAYS));
            }
        }
        let how = f.code("how", &self.how, How::from_code);
        let witness = f.line_opt("witness", self.witness.as_deref().unwrap_or_default());
        if how == Some(How::Spoken) && witness.is_none() {
            f.wrong("witness", Msg::new("consent-witness-needed"));
        }
        let (name, at) = (self.outside_witness.as_deref(), self.outside_agency.as_deref());
        let outside =
            self.relapse.then(|| naming::parse(&mut f, name.unwrap_or_default(), at.unwrap_or_default())).flatten();
        f.finish(|| {
            Some(NewGrant {
                to: to?,
                categories,
                purposes,
                until: until?,
                relapse_named: self.relapse,
                how: how?,
                witness: witness.map(String::from),
                outside,
            })
        })
    }
}

/// A refusal as the person gives it.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct RefusalInput {
    /// The agency that must not see.
    pub to: String,
    /// Codes of categories; `existence` means: must not even know.
    pub hides: Vec<String>,
}

impl RefusalInput {
    /// Reads the input.
    pub fn parse(&self) -> Outcome<(AgencyId, Categories)> {
        let mut f = Fields::new();
        let to = f.id("to", &self.to);
        let hides = f.codes("hides", self.hides.iter().map(String::as_str), Category::from_code);
        let categories = hides.into_iter().fold(Categories::NONE, Categories::with);
        if categories.is_empty() {
            f.wrong("hides", Msg::new("base-field-choose-some"));
        }
        f.finish(|| Some((to?, categories)))
    }
}
