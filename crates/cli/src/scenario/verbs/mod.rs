//! The verbs of a scenario: one table that the reader, the player and the documentation all go by.

mod table;

use crate::scenario::codes::Codes;

pub use table::VERBS;

/// Something that a step makes and later steps name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thing {
    /// A consent.
    Grant,
    /// A refusal.
    Refusal,
    /// A referral.
    Referral,
    /// A step of a warm hand-over.
    Leg,
    /// A question about free places.
    Question,
    /// A request for a person.
    Request,
    /// A note.
    Entry,
}

impl Thing {
    /// What it is called in addresses and in messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Grant => "grant",
            Self::Refusal => "refusal",
            Self::Referral => "referral",
            Self::Leg => "leg",
            Self::Question => "question",
            Self::Request => "request",
            Self::Entry => "entry",
        }
    }
}

/// What a key holds.
#[derive(Clone, Copy, Debug)]
pub enum What {
    /// A person of the story.
    Person,
    /// An agency of the region.
    Agency,
    /// A worker of the region.
    Worker,
    /// Something that an earlier step made.
    Made(Thing),
    /// The name under which later steps find what this one makes.
    Names(Thing),
    /// Text as a worker would write it.
    Text,
    /// Several texts.
    Texts,
    /// A day, counted from the first day of the story.
    Day,
    /// A whole number.
    Count,
    /// True or false.
    Flag,
    /// One word of a closed set.
    Code(Codes),
    /// Several words of a closed set.
    Codes(Codes),
    /// Text by category.
    Parts,
    /// A table.
    Table(&'static [Key]),
    /// Several tables.
    Tables(&'static [Key]),
}

impl What {
    /// What must stand there, in words.
    pub fn expected(self) -> String {
        match self {
            Self::Person => "the key of a person of this story, in quotes".to_owned(),
            Self::Agency => "the key of an agency of region.toml, in quotes".to_owned(),
            Self::Worker => "the key of a worker of region.toml, in quotes".to_owned(),
            Self::Made(thing) => format!("the name that an earlier step gave a {} with `as`, in quotes", thing.name()),
            Self::Names(_) => "a name of its own, in quotes".to_owned(),
            Self::Text => "text in quotes".to_owned(),
            Self::Texts => "a list of texts, such as [\"…\", \"…\"]".to_owned(),
            Self::Day => "a whole number of days, counted from the first day of the story".to_owned(),
            Self::Count => "a whole number".to_owned(),
            Self::Flag => "true or false".to_owned(),
            Self::Code(codes) => format!("{}, in quotes: one of {}", codes.one, codes.all.join(", ")),
            Self::Codes(codes) => format!("a list, each of it {}: {}", codes.one, codes.all.join(", ")),
            Self::Parts => "a table of texts by category, such as { health = \"…\" }".to_owned(),
            Self::Table(keys) => {
                format!("a table with {}", keys.iter().map(|key| key.name).collect::<Vec<_>>().join(", "))
            }
            Self::Tables(_) => "a list of tables, such as [ { … }, { … } ]".to_owned(),
        }
    }

    /// Whether it is written as one text.
    pub const fn is_word(self) -> bool {
        matches!(self, Self::Person | Self::Agency | Self::Worker | Self::Made(_) | Self::Names(_) | Self::Text)
    }
}

/// A key of a table.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub what: What,
    /// Whether it must be there.
    pub needed: bool,
}

/// A key that must be there.
pub const fn need(name: &'static str, what: What) -> Key {
    Key { name, what, needed: true }
}

/// A key that may be left out.
pub const fn may(name: &'static str, what: What) -> Key {
    Key { name, what, needed: false }
}

/// What a verb does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Does {
    /// Sends the given keys to this address; braces hold a key, or the person of the thing that is named.
    Post(&'static str),
    /// The same, and the answer names a new thing.
    Make(&'static str, Thing),
    /// Registers a person.
    Register,
    /// Writes down or does what an agency without an account says.
    Outside,
    /// Looks, and compares.
    Check(Check),
}

/// What a check looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// What a worker sees of a person.
    Sees,
    /// That a person does not exist for a worker.
    KnowsNothing,
    /// What a worker sees of a referral.
    SeesReferral,
    /// That a referral does not exist for a worker.
    KnowsNoReferral,
    /// That something stands in a list.
    Home,
    /// That it does not.
    NotHome,
    /// What the holder of a one-time link sees.
    LinkShows,
}

/// A verb.
#[derive(Clone, Copy, Debug)]
pub struct Verb {
    /// Its name, as `do` has it.
    pub name: &'static str,
    /// What it does.
    pub does: Does,
    /// Its keys, beside `day`, `by`, `do`, `fails` and `why`.
    pub keys: &'static [Key],
}

impl Verb {
    /// The verb of this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        VERBS.iter().find(|verb| verb.name == name)
    }

    /// Whether it only looks.
    pub const fn is_check(&self) -> bool {
        matches!(self.does, Does::Check(_))
    }
}
