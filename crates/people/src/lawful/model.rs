//! Bases in law, each with the fields that it asks for.

use base::{AgencyId, Date, GroundId, Msg, Outcome, PersonId, Time, WorkerId};
use policy::{Categories, Category, Purposes};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::Fields;

web::codes! {
    /// On which law.
    Kind, "lawful-kind-" {
        /// A support conference of the self-reliance support for people in need (生活困窮者自立支援法9条).
        NeedConference = "need_conference",
        /// A support conference of the multi-layered support system (社会福祉法106条の6).
        WelfareConference = "welfare_conference",
        /// The regional council for children in need of protection (児童福祉法25条の2).
        ChildCouncil = "child_council",
        /// Life, body or property is in danger and consent is hard to have (個人情報保護法27条1項2号).
        Vital = "vital",
        /// A statute says so (個人情報保護法27条1項1号).
        Statute = "statute",
    }
}

impl Kind {
    /// How many days it holds at most; then somebody decides anew. Danger passes, a conference meets again.
    pub const fn longest_days(self) -> i64 {
        match self {
            Self::NeedConference | Self::WelfareConference | Self::ChildCouncil => 183,
            Self::Vital => 7,
            Self::Statute => 31,
        }
    }
}

/// A basis with what the law asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ground {
    /// A support conference.
    Conference {
        /// Under which law: [`Kind::NeedConference`] or [`Kind::WelfareConference`].
        kind: Kind,
        /// The day of the conference.
        held_on: Date,
        /// Who is a member and bound to secrecy.
        members: String,
    },
    /// The council for children in need of protection.
    ChildCouncil {
        /// The council's number for the case.
        case_number: String,
        /// Who is a member and bound to secrecy.
        members: String,
    },
    /// Protection of life, body or property.
    Vital {
        /// Why the person's consent could not be had.
        why: String,
    },
    /// A statute.
    Statute {
        /// Law and article.
        article: String,
        /// The body that asked.
        asked_by: String,
        /// Number and day of its letter.
        reference: String,
    },
}

impl Ground {
    /// On which law.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Conference { kind, .. } => *kind,
            Self::ChildCouncil { .. } => Kind::ChildCouncil,
            Self::Vital { .. } => Kind::Vital,
            Self::Statute { .. } => Kind::Statute,
        }
    }

    /// Whether it goes before what the person refuses.
    pub const fn is_vital(&self) -> bool {
        matches!(self, Self::Vital { .. })
    }
}

/// What is shared by law, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegalBasis {
    /// Its number.
    pub id: GroundId,
    /// About whom.
    pub person: PersonId,
    /// With whom.
    pub agency: AgencyId,
    /// What for.
    pub purposes: Purposes,
    /// What.
    pub categories: Categories,
    /// Why it may be.
    pub ground: Ground,
    /// From when.
    pub from: Time,
    /// Until when, as things stand.
    pub until: Time,
    /// Until when, once it is confirmed.
    pub ends: Time,
    /// The agency that entered it.
    pub entered_by_agency: AgencyId,
    /// The worker who did.
    pub entered_by_worker: WorkerId,
    /// When a privacy officer confirmed it.
    pub confirmed_at: Option<Time>,
    /// When somebody ended it.
    pub ended_at: Option<Time>,
}

/// Where a basis stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It holds, and nobody has confirmed it yet.
    Waiting,
    /// It holds and is confirmed.
    Confirmed,
    /// Nobody confirmed it in time.
    Lapsed,
    /// Its time is over, or somebody ended it.
    Over,
}

impl State {
    /// The word for it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Waiting => "lawful-state-waiting",
            Self::Confirmed => "lawful-state-confirmed",
            Self::Lapsed => "lawful-state-lapsed",
            Self::Over => "lawful-state-over",
        }
    }
}

impl LegalBasis {
    /// Whether it holds at this moment.
    pub fn is_live(&self, now: Time) -> bool {
        self.from <= now && now < self.until
    }

    /// Where it stands.
    pub fn state(&self, now: Time) -> State {
        match (self.is_live(now), self.confirmed_at, self.ended_at) {
            (true, None, _) => State::Waiting,
            (true, Some(_), _) => State::Confirmed,
            (false, None, None) => State::Lapsed,
            (false, ..) => State::Over,
        }
    }
}

/// A basis in law as it is entered. Which of the later fields are needed depends on `kind`.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct LegalBasisInput {
    /// The agency with which it is shared.
    pub to: String,
    /// Code of the law: `need_conference`, `welfare_conference`, `child_council`, `vital` or `statute`.
    pub kind: String,
    /// Codes of categories; `existence` is always part of it.
    pub shows: Vec<String>,
    /// Last day on which it holds.
    pub until: String,
    /// Conferences: the day of the conference.
    pub held_on: Option<String>,
    /// Conferences and council: who is a member.
    pub members: Option<String>,
    /// Council: its number for the case.
    pub case_number: Option<String>,
    /// Danger: why the person's consent could not be had.
    pub why: Option<String>,
    /// Statute: law and article.
    pub article: Option<String>,
    /// Statute: the body that asked.
    pub asked_by: Option<String>,
    /// Statute: number and day of its letter.
    pub reference: Option<String>,
}

/// A basis that can be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewBasis {
    /// With whom.
    pub to: AgencyId,
    /// What.
    pub categories: Categories,
    /// Why it may be.
    pub ground: Ground,
    /// Last day.
    pub until: Date,
}

impl LegalBasisInput {
    /// Reads the input on the day `today`.
    pub fn parse(&self, today: Date) -> Outcome<NewBasis> {
        let mut f = Fields::new();
        let to = f.id("to", &self.to);
        let kind = f.code("kind", &self.kind, Kind::from_code);
        let shows = f.codes("shows", self.shows.iter().map(String::as_str), Category::from_code);
        let categories = shows.into_iter().fold(Categories::NONE, Categories::with).with(Category::Existence);
        let until = f.date("until", &self.until);
        if let Some((kind, day)) = kind.zip(until) {
            let longest = kind.longest_days();
            if day < today {
                f.wrong("until", Msg::new("base-date-in-past"));
            } else if today.days_until(day) > longest {
                f.wrong("until", Msg::new("lawful-too-long").arg("days", longest));
            }
        }
        let ground = kind.and_then(|kind| self.ground(&mut f, kind, today));
        f.finish(|| Some(NewBasis { to: to?, categories, ground: ground?, until: until? }))
    }

    /// What this law asks for; what belongs to another law is not read.
    fn ground(&self, f: &mut Fields, kind: Kind, today: Date) -> Option<Ground> {
        let raw = |field: &Option<String>| field.clone().unwrap_or_default();
        Some(match kind {
            Kind::NeedConference | Kind::WelfareConference => {
                let (held_on, members) =
                    (f.date("held_on", &raw(&self.held_on)), f.text("members", &raw(&self.members)));
                if held_on.is_some_and(|day| day > today) {
                    f.wrong("held_on", Msg::new("lawful-held-later"));
                }
                Ground::Conference { kind, held_on: held_on?, members: members?.into() }
            }
            Kind::ChildCouncil => {
                let number = f.line("case_number", &raw(&self.case_number));
                let members = f.text("members", &raw(&self.members));
                Ground::ChildCouncil { case_number: number?.into(), members: members?.into() }
            }
            Kind::Vital => Ground::Vital { why: f.text("why", &raw(&self.why))?.into() },
            Kind::Statute => {
                let article = f.line("article", &raw(&self.article));
                let asked_by = f.line("asked_by", &raw(&self.asked_by));
                let reference = f.line("reference", &raw(&self.reference));
                Ground::Statute { article: article?.into(), asked_by: asked_by?.into(), reference: reference?.into() }
            }
        })
    }
}
