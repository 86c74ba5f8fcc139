//! One table of a file, read key by key against what it may hold.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Notes;
use crate::scenario::near::nearest;
use crate::scenario::verbs::{Key, What};

/// A value that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// A word: text, a code, or the key of something.
    Word(String),
    /// Words.
    Words(Vec<String>),
    /// A whole number: a day, a count, a year.
    Number(i64),
    /// Yes or no.
    Flag(bool),
    /// Text by its name.
    Parts(BTreeMap<String, String>),
    /// A table.
    Table(BTreeMap<&'static str, Given>),
    /// Tables.
    Tables(Vec<BTreeMap<&'static str, Given>>),
}

impl Given {
    /// As a program sends it.
    pub fn to_json(&self) -> Value {
        let table =
            |values: &Values| Value::Object(values.iter().map(|(k, v)| ((*k).to_owned(), v.to_json())).collect());
        match self {
            Self::Word(word) => word.as_str().into(),
            Self::Words(words) => words.clone().into(),
            Self::Number(number) => (*number).into(),
            Self::Flag(flag) => (*flag).into(),
            Self::Parts(parts) => json!(parts),
            Self::Table(values) => table(values),
            Self::Tables(tables) => tables.iter().map(table).collect(),
        }
    }
}

/// What was read of a table.
pub type Values = BTreeMap<&'static str, Given>;

/// Where a table stands in the file.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// The first byte.
    pub at: usize,
    /// What it is, in words.
    pub name: &'a str,
}

/// Reads a table: every key must be known, every needed one there, every value of the right kind.
pub fn read(notes: &mut Notes<'_>, place: Place<'_>, keys: &[Key], table: &DeTable<'_>) -> Values {
    let mut values = Values::new();
    for (name, value) in table {
        let Some(key) = keys.iter().find(|key| key.name == name.get_ref()) else {
            unknown(notes, place, name, keys);
            continue;
        };
        if let Some(given) = read_value(notes, place.name, key, value) {
            values.insert(key.name, given);
        }
    }
    for key in keys.iter().filter(|key| key.needed) {
        if !table.contains_key(key.name) {
            let say = format!("the key `{}` is missing: {}", key.name, key.what.expected());
            notes.wrong(place.at, place.name, say);
        }
    }
    values
}

fn unknown(notes: &mut Notes<'_>, place: Place<'_>, name: &Spanned<std::borrow::Cow<'_, str>>, keys: &[Key]) {
    let known: Vec<_> = keys.iter().map(|key| key.name).collect();
    let hint = match nearest(name.get_ref(), known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("here may stand {}", list(&known)),
    };
    notes.wrong(name.span().start, place.name, format!("there is no key `{}`; {hint}", name.get_ref()));
}

/// Reads one value; says what was expected when it is something else.
fn read_value(notes: &mut Notes<'_>, place: &str, key: &Key, value: &Spanned<DeValue<'_>>) -> Option<Given> {
    let at = value.span().start;
    let given = match (key.what, value.get_ref()) {
        (What::Codes(codes), DeValue::Array(items)) => {
            let words = words(items.iter())?;
            return check_codes(notes, at, place, key, codes.all, codes.one, words).map(Given::Words);
        }
        (What::Code(codes), DeValue::String(word)) => {
            let one = vec![word.clone().into_owned()];
            let one = check_codes(notes, at, place, key, codes.all, codes.one, one)?;
            one.into_iter().next().map(Given::Word)
        }
        (What::Texts, DeValue::Array(items)) => words(items.iter()).map(Given::Words),
        (What::Parts, DeValue::Table(parts)) => parts
            .iter()
            .map(|(name, text)| Some((name.get_ref().clone().into_owned(), text.get_ref().as_str()?.to_owned())))
            .collect::<Option<BTreeMap<_, _>>>()
            .map(Given::Parts),
        (What::Table(keys), DeValue::Table(inner)) => {
            let name = format!("{place}, `{}`", key.name);
            return Some(Given::Table(read(notes, Place { at, name: &name }, keys, inner)));
        }
        (What::Tables(keys), DeValue::Array(items)) => {
            let name = format!("{place}, `{}`", key.name);
            let tables: Option<Vec<_>> = items.iter().map(|item| item.get_ref().as_table()).collect();
            tables.map(|tables| {
                let mut read_one = |table: &DeTable<'_>| read(notes, Place { at, name: &name }, keys, table);
                Given::Tables(tables.into_iter().map(&mut read_one).collect())
            })
        }
        (what, DeValue::String(word)) if what.is_word() => Some(Given::Word(word.clone().into_owned())),
        (What::Day | What::Count, DeValue::Integer(number)) => {
            i64::from_str_radix(number.as_str(), number.radix()).ok().map(Given::Number)
        }
        (What::Flag, DeValue::Boolean(flag)) => Some(Given::Flag(*flag)),
        _ => None,
    };
    if given.is_none() {
        let say = format!("`{}` must be {}", key.name, key.what.expected());
        notes.wrong(at, place, say);
    }
    given
}

fn words<'a, 'i: 'a>(mut items: impl Iterator<Item = &'a Spanned<DeValue<'i>>>) -> Option<Vec<String>> {
    items.by_ref().map(|item| item.get_ref().as_str().map(str::to_owned)).collect()
}

fn check_codes(
    notes: &mut Notes<'_>,
    at: usize,
    place: &str,
    key: &Key,
    known: &'static [&'static str],
    one: &str,
    words: Vec<String>,
) -> Option<Vec<String>> {
    let strange: Vec<_> = words.iter().filter(|word| !known.contains(&word.as_str())).collect();
    for word in &strange {
        let hint = match nearest(word, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("it is one of {}", list(known)),
        };
        notes.wrong(at, place, format!("`{}`: `{word}` is not {one}; {hint}", key.name));
    }
    if strange.is_empty() { Some(words) } else { None }
}

/// Words as they stand in a sentence.
pub fn list(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// Reading what was given.
pub trait Get {
    /// A word; empty when it was not given.
    fn word(&self, name: &str) -> &str;
    /// Words; none when they were not given.
    fn words(&self, name: &str) -> &[String];
    /// A number.
    fn number(&self, name: &str) -> Option<i64>;
    /// A flag; false when it was not given.
    fn flag(&self, name: &str) -> bool;
    /// Texts by name.
    fn parts(&self, name: &str) -> BTreeMap<String, String>;
    /// A table.
    fn table(&self, name: &str) -> Option<&Values>;
    /// Tables.
    fn tables(&self, name: &str) -> &[Values];
}

impl Get for Values {
    fn word(&self, name: &str) -> &str {
        match self.get(name) {
            Some(Given::Word(word)) => word,
            _ => "",
        }
    }

    fn words(&self, name: &str) -> &[String] {
        match self.get(name) {
            Some(Given::Words(words)) => words,
            _ => &[],
        }
    }

    fn number(&self, name: &str) -> Option<i64> {
        match self.get(name) {
            Some(Given::Number(number)) => Some(*number),
            _ => None,
        }
    }

    fn flag(&self, name: &str) -> bool {
        matches!(self.get(name), Some(Given::Flag(true)))
    }

    fn parts(&self, name: &str) -> BTreeMap<String, String> {
        match self.get(name) {
            Some(Given::Parts(parts)) => parts.clone(),
            _ => BTreeMap::new(),
        }
    }

    fn table(&self, name: &str) -> Option<&Values> {
        match self.get(name) {
            Some(Given::Table(table)) => Some(table),
            _ => None,
        }
    }

    fn tables(&self, name: &str) -> &[Values] {
        match self.get(name) {
            Some(Given::Tables(tables)) => tables,
            _ => &[],
        }
    }
}
