//! Events: what is remembered of an act or a view.

use base::{AgencyId, PersonId, Time, WorkerId};
use policy::{Basis, Categories, Mask, Purpose};

/// One act or view, to be recorded.
#[derive(Clone, Debug)]
pub struct Event {
    pub(super) act: &'static str,
    pub(super) persons: Vec<PersonId>,
    pub(super) subject: Option<i64>,
    pub(super) purpose: Option<Purpose>,
    pub(super) basis: String,
    pub(super) categories: Categories,
}

impl Event {
    /// An event of the act `act`, such as `referral.send`.
    pub fn of(act: &'static str) -> Self {
        Self {
            act,
            persons: Vec::new(),
            subject: None,
            purpose: None,
            basis: "role".to_owned(),
            categories: Categories::NONE,
        }
    }

    /// A person whom it was about.
    #[must_use]
    pub fn about(mut self, person: PersonId) -> Self {
        self.persons.push(person);
        self
    }

    /// Everybody who stood on the page that was shown.
    #[must_use]
    pub fn about_all(mut self, persons: impl IntoIterator<Item = PersonId>) -> Self {
        self.persons.extend(persons);
        self
    }

    /// The number of the thing it was about: a referral, a grant, an agency.
    #[must_use]
    pub fn on(mut self, subject: i64) -> Self {
        self.subject = Some(subject);
        self
    }

    /// What the worker was doing it for.
    #[must_use]
    pub fn purpose(mut self, purpose: Purpose) -> Self {
        self.purpose = Some(purpose);
        self
    }

    /// On which basis.
    #[must_use]
    pub fn basis(mut self, basis: &Basis) -> Self {
        self.basis = match basis {
            Basis::Own => "own".to_owned(),
            Basis::Grant { id, version } => format!("grant:{}:{version}", base::GrantId::from_raw(*id)),
            Basis::Law(id) => format!("law:{}", base::GroundId::from_raw(*id)),
            Basis::Grants => "grants".to_owned(),
            Basis::BreakGlass(id) => format!("break-glass:{id}"),
        };
        self
    }

    /// The basis on which the person is known at all.
    #[must_use]
    pub fn known_by(self, mask: &Mask) -> Self {
        match mask.knowing() {
            Some(basis) => self.basis(&basis),
            None => self,
        }
    }

    /// Which categories were shown.
    #[must_use]
    pub fn label(mut self, categories: Categories) -> Self {
        self.categories = self.categories.plus(categories);
        self
    }
}

/// One line of "who looked" or of the review of an agency's own views.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Looked {
    /// When.
    pub at: Time,
    /// Which agency's worker; `None` for the product itself.
    pub agency: Option<AgencyId>,
    /// Which worker; `None` for a link or the product itself.
    pub worker: Option<WorkerId>,
    /// What was done, such as `person.open`.
    pub act: String,
    /// Code of the purpose.
    pub purpose: Option<String>,
    /// The basis, such as `own` or `grant:…`.
    pub basis: String,
    /// Which categories were shown.
    pub categories: Categories,
    /// How many persons were shown together.
    pub shown: i64,
}

/// A place in the list of an agency's events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Moment of the last event shown.
    pub at: Time,
}
