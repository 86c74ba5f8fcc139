//! What a piece of information is about: categories, and the label of an entry.
//!
//! Existence is a category of its own because to be listed here at all says that somebody struggles with
//! dependence. Location is apart from contact because of domestic violence: a telephone number can be shared
//! where an address must not be.

use crate::set::set_of;

/// One kind of information about a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// That the person is known here at all: name, and being on a list.
    Existence = 0,
    /// How to reach them: telephone, mail, whom to call.
    Contact = 1,
    /// Where they are: address, hostel, ward, appointments and visits by place.
    Location = 2,
    /// Health in body and mind, treatment, medication.
    Health = 3,
    /// Which drugs, since when, how.
    DrugHistory = 4,
    /// That they have used again, or say they might.
    Relapse = 5,
    /// Arrest, trial, sentence, probation.
    Justice = 6,
    /// Who the relatives are and how things stand with them.
    Family = 7,
    /// Money, work, housing, benefits.
    Livelihood = 8,
    /// Counselling notes: what was said in confidence.
    Notes = 9,
}

impl Category {
    /// Every category, in the order of the bits.
    pub const ALL: [Self; 10] = [
        Self::Existence,
        Self::Contact,
        Self::Location,
        Self::Health,
        Self::DrugHistory,
        Self::Relapse,
        Self::Justice,
        Self::Family,
        Self::Livelihood,
        Self::Notes,
    ];

    /// The stable name used in forms, JSON, word keys and the audit log.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Existence => "existence",
            Self::Contact => "contact",
            Self::Location => "location",
            Self::Health => "health",
            Self::DrugHistory => "drug_history",
            Self::Relapse => "relapse",
            Self::Justice => "justice",
            Self::Family => "family",
            Self::Livelihood => "livelihood",
            Self::Notes => "notes",
        }
    }
}

set_of! {
    /// A set of categories: what a grant gives, a refusal takes, a barrier denies.
    Categories of Category in u16
}

impl Categories {
    /// What a separation denies at least: where the person is and how to reach them.
    pub const SEPARATION: Self = Self::of(&[Category::Location, Category::Contact]);

    /// What break-glass never opens, whatever the emergency.
    pub const NEVER_BY_BREAK_GLASS: Self =
        Self::of(&[Category::Justice, Category::Family, Category::Livelihood, Category::Notes]);

    /// The set with these bits, dropping those that stand for nothing we know.
    ///
    /// Only for sets that *allow*: a dropped bit shows less. A label must be refused instead, see
    /// [`Label::from_bits`].
    pub const fn known(bits: u16) -> Self {
        Self(bits & Self::ALL.0)
    }
}

/// What an entry is about: a set of categories that is never empty.
///
/// The entry is visible only if every one of them is. Free text nobody has sorted yet gets
/// [`Label::EVERYTHING`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Label(Categories);

impl Label {
    /// Only that the person is known here.
    pub const EXISTENCE: Self = Self::of(Category::Existence);

    /// The most careful label: all categories.
    pub const EVERYTHING: Self = Self(Categories::ALL);

    /// The label of one category.
    pub const fn of(category: Category) -> Self {
        Self(Categories::of(&[category]))
    }

    /// The label of these categories; `None` if there are none, for an entry without a label would be visible to
    /// nobody or, worse, to everybody.
    pub const fn new(categories: Categories) -> Option<Self> {
        if categories.is_empty() { None } else { Some(Self(categories)) }
    }

    /// The label with these stored bits; `None` if there are none or one is unknown.
    pub const fn from_bits(bits: u16) -> Option<Self> {
        match Categories::from_bits(bits) {
            Some(categories) => Self::new(categories),
            None => None,
        }
    }

    /// The bits, as they are stored; never 0.
    pub const fn bits(self) -> u16 {
        self.0.bits()
    }

    /// The categories of the label.
    pub const fn categories(self) -> Categories {
        self.0
    }

    /// This label and one more category: the entry becomes visible to fewer, never to more.
    #[must_use]
    pub const fn with(self, category: Category) -> Self {
        Self(self.0.with(category))
    }

    /// The label of something made of both: whoever sees it may see each part.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.plus(other.0))
    }
}

impl core::fmt::Display for Label {
    /// The codes of its categories joined by `+`.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        self.0.fmt(f)
    }
}
