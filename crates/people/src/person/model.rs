//! Persons and what is written about them.

use base::{AgencyId, Date, EntryId, Msg, Outcome, PersonId, Time, WorkerId};
use policy::{Categories, Category, Label};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::Fields;

use super::codes::{Dependence, EntryKind, LegalStatus, PrincipalIs, RelationKind, StayKind};

/// What a person is called. Its label is existence: whoever sees it knows that the person is here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Name or alias, exactly as written.
    pub name: String,
    /// Whether it is an alias (the custom of self-help groups).
    pub is_alias: bool,
    /// Reading; may be empty.
    pub kana: String,
    /// Year of birth, if told.
    pub birth_year: Option<i64>,
    /// For optimistic saving.
    pub version: i64,
}

/// One dated note, fact or document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: EntryId,
    /// What it is.
    pub kind: EntryKind,
    /// Its label.
    pub label: Label,
    /// Who wrote it.
    pub author: AgencyId,
    /// The worker who wrote it.
    pub worker: WorkerId,
    /// When.
    pub at: Time,
    /// The text of a note, or the fact as JSON; read facts through [`Entry::fact`].
    pub body: String,
    /// The day something ends, for stays and legal status.
    pub until: Option<Date>,
}

/// A fact with a shape.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// How to reach them.
    Contact(Contact),
    /// What they depend on: codes of [`Dependence`].
    Dependence {
        /// Codes.
        on: Vec<String>,
    },
    /// Where they stand with the law.
    Legal {
        /// Code of [`LegalStatus`].
        status: String,
        /// From which day.
        from: Option<Date>,
        /// Until which day.
        until: Option<Date>,
    },
    /// Where they stay.
    Stay {
        /// Code of [`StayKind`].
        kind: String,
        /// Name of the place, if it may be written down.
        place: Option<String>,
        /// Until which day.
        until: Option<Date>,
    },
}

/// How somebody wants to be reached.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct Contact {
    /// Telephone number or address.
    pub phone: Option<String>,
    /// Whether a message may be left there.
    pub may_leave_message: bool,
    /// When and how, and who must not hear of it.
    pub note: Option<String>,
}

impl Fact {
    /// The kind of entry that holds it.
    pub const fn kind(&self) -> EntryKind {
        match self {
            Self::Contact(_) => EntryKind::Contact,
            Self::Dependence { .. } => EntryKind::Dependence,
            Self::Legal { .. } => EntryKind::Legal,
            Self::Stay { .. } => EntryKind::Stay,
        }
    }

    /// The label such a fact always has.
    pub const fn label(&self) -> Label {
        Label::of(match self {
            Self::Contact(_) => Category::Contact,
            Self::Dependence { .. } => Category::DrugHistory,
            Self::Legal { .. } => Category::Justice,
            Self::Stay { .. } => Category::Location,
        })
    }

    /// The day on which it ends.
    pub const fn until(&self) -> Option<Date> {
        match self {
            Self::Legal { until, .. } | Self::Stay { until, .. } => *until,
            Self::Contact(_) | Self::Dependence { .. } => None,
        }
    }
}

impl Entry {
    /// The fact it holds; `None` for a note.
    pub fn fact(&self) -> Option<Fact> {
        serde_json::from_str(&self.body).ok().filter(|_| self.kind != EntryKind::Note)
    }
}

/// A relative and the one they worry about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// The relative.
    pub relative: PersonId,
    /// The principal, when known here.
    pub principal: Option<PersonId>,
    /// What the relative is to them.
    pub kind: RelationKind,
    /// How the principal stands to the support.
    pub principal_is: PrincipalIs,
    /// Which agency wrote it down.
    pub recorded_by: AgencyId,
}

/// A person as typed into the form or sent by a program.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct PersonInput {
    /// Name or alias.
    pub name: String,
    /// Whether the name is an alias.
    pub alias: bool,
    /// Reading.
    pub kana: String,
    /// Year of birth; western or Japanese.
    pub birth_year: Option<String>,
    /// Codes of what they depend on.
    pub dependence: Vec<String>,
    /// Where they stand with the law.
    pub legal: Option<LegalInput>,
    /// Where they stay.
    pub stay: Option<StayInput>,
    /// How to reach them.
    pub contact: Option<Contact>,
    /// For a relative: what they are to the one they worry about.
    pub relation: Option<RelationInput>,
    /// The version that was read, when changing.
    pub version: Option<i64>,
}

/// Legal status as typed in.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct LegalInput {
    /// Code.
    pub status: String,
    /// From which day.
    pub from: Option<String>,
    /// Until which day.
    pub until: Option<String>,
}

/// A stay as typed in.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct StayInput {
    /// Code.
    pub kind: String,
    /// Name of the place.
    pub place: Option<String>,
    /// Until which day.
    pub until: Option<String>,
}

/// A relation as typed in.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct RelationInput {
    /// Code of the relation.
    pub kind: String,
    /// `known`, `unknown` or `unwilling`.
    pub principal_is: String,
    /// The principal's id, when known.
    pub principal: Option<String>,
}

/// A person that can be registered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPerson {
    /// What they are called.
    pub name: Name,
    /// What is known, each fact under its own label.
    pub facts: Vec<Fact>,
    /// For a relative.
    pub relation: Option<(RelationKind, PrincipalIs, Option<PersonId>)>,
}

impl PersonInput {
    /// Reads the input; `today` bounds the year of birth.
    pub fn parse(&self, today: Date) -> Outcome<NewPerson> {
        let mut f = Fields::new();
        let name = f.line("name", &self.name);
        let kana = f.line_opt("kana", &self.kana);
        let birth_year = read_year(&mut f, self.birth_year.as_deref().unwrap_or_default(), today);
        let facts = self.facts(&mut f);
        let relation = self.relation.as_ref().and_then(|r| r.parse(&mut f));
        f.finish(|| {
            let name = Name {
                name: name?.into(),
                is_alias: self.alias,
                kana: kana.map(String::from).unwrap_or_default(),
                birth_year,
                version: self.version.unwrap_or_default(),
            };
            Some(NewPerson { name, facts, relation })
        })
    }

    fn facts(&self, f: &mut Fields) -> Vec<Fact> {
        let on = f.codes("dependence", self.dependence.iter().map(String::as_str), Dependence::from_code);
        let on: Vec<String> = on.into_iter().map(|d| d.code().to_owned()).collect();
        let dependence = (!on.is_empty()).then_some(Fact::Dependence { on });
        let legal = self.legal.as_ref().and_then(|l| l.parse(f));
        let stay = self.stay.as_ref().and_then(|s| s.parse(f));
        let contact = self.contact.as_ref().and_then(|c| c.parse(f));
        [dependence, legal, stay, contact].into_iter().flatten().collect()
    }
}

/// A year of birth: four digits, or a Japanese date of which the year counts.
fn read_year(f: &mut Fields, raw: &str, today: Date) -> Option<i64> {
    let folded = base::fold::norm_key(raw);
    if folded.is_empty() {
        return None;
    }
    let digits = folded.trim_end_matches('年');
    let year = match digits.parse::<i32>() {
        Ok(year) if year >= 1000 => Some(year),
        _ => base::jp::parse_date(&format!("{digits}年1月1日"))
            .or_else(|_| base::jp::parse_date(&format!("{digits}年12月31日")))
            .ok()
            .map(Date::year),
    };
    match year {
        Some(year) if (1900..=today.year()).contains(&year) => Some(i64::from(year)),
        _ => {
            f.wrong("birth_year", Msg::new("person-birth-year-form"));
            None
        }
    }
}

impl LegalInput {
    fn parse(&self, f: &mut Fields) -> Option<Fact> {
        let status = f.code_opt("legal_status", &self.status, LegalStatus::from_code)?;
        let from = f.date_opt("legal_from", self.from.as_deref().unwrap_or_default());
        let until = f.date_opt("legal_until", self.until.as_deref().unwrap_or_default());
        if let (Some(from), Some(until)) = (from, until)
            && until < from
        {
            f.wrong("legal_until", Msg::new("base-date-before").arg("date", from));
        }
        Some(Fact::Legal { status: status.code().to_owned(), from, until })
    }
}

impl StayInput {
    fn parse(&self, f: &mut Fields) -> Option<Fact> {
        let kind = f.code_opt("stay_kind", &self.kind, StayKind::from_code)?;
        let place = f.line_opt("stay_place", self.place.as_deref().unwrap_or_default());
        let until = f.date_opt("stay_until", self.until.as_deref().unwrap_or_default());
        Some(Fact::Stay { kind: kind.code().to_owned(), place: place.map(String::from), until })
    }
}

impl Contact {
    fn parse(&self, f: &mut Fields) -> Option<Fact> {
        let phone = f.line_opt("phone", self.phone.as_deref().unwrap_or_default());
        let note = f.text_opt("contact_note", self.note.as_deref().unwrap_or_default());
        let contact = Self {
            phone: phone.map(String::from),
            may_leave_message: self.may_leave_message,
            note: note.map(String::from),
        };
        (contact.phone.is_some() || contact.note.is_some()).then_some(Fact::Contact(contact))
    }
}

impl RelationInput {
    fn parse(&self, f: &mut Fields) -> Option<(RelationKind, PrincipalIs, Option<PersonId>)> {
        let kind = f.code_opt("relation_kind", &self.kind, RelationKind::from_code)?;
        let state = f.code("principal_is", &self.principal_is, PrincipalIs::from_code)?;
        let principal = match (state, self.principal.as_deref().unwrap_or_default()) {
            (PrincipalIs::Unknown, _) | (_, "") => None,
            (_, raw) => f.id("principal", raw),
        };
        Some((kind, state, principal))
    }
}

/// A note or a changed fact as typed in.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct EntryInput {
    /// Codes of the categories it touches; every one must be allowed before another agency sees it.
    pub label: Vec<String>,
    /// The text.
    pub text: String,
}

impl EntryInput {
    /// Reads the input.
    pub fn parse(&self) -> Outcome<(Label, String)> {
        let mut f = Fields::new();
        let label = f.codes("label", self.label.iter().map(String::as_str), Category::from_code);
        let label = Label::new(label.into_iter().fold(Categories::NONE, Categories::with));
        if label.is_none() && f.is_fine() {
            f.wrong("label", Msg::new("person-label-needed"));
        }
        let text = f.text("text", &self.text);
        f.finish(|| Some((label?, text?.into())))
    }
}
