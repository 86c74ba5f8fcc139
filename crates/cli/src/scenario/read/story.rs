//! One story.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::step::{Reader, Step};
use super::table::{self, Get, Place, Values};
use super::{Notes, Region, Wrong};
use crate::scenario::verbs::What::{Count, Flag, Text, Texts};
use crate::scenario::verbs::{Key, may, need};

const TOP: &[Key] = &[
    may("case", Count),
    may("row", Text),
    need("sections", Texts),
    need("title", Text),
    need("title_en", Text),
    need("story", Text),
    need("story_en", Text),
    may("ways", Texts),
    may("barriers", Texts),
    may("stage", Texts),
    need("starts", Count),
];

const PERSON: &[Key] = &[need("name", Text), may("alias", Flag), may("kana", Text), may("birth_year", Count)];

/// Somebody the story is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Name or alias.
    pub name: String,
    /// Whether it is an alias.
    pub alias: bool,
    /// Reading; may be empty.
    pub kana: String,
    /// Year of birth, if told.
    pub birth_year: Option<i64>,
}

/// A story of the casebook.
#[derive(Clone, Debug)]
pub struct Story {
    /// The file it stands in.
    pub file: String,
    /// Number of the case it tells; none for a row of the index without one.
    pub case: Option<i64>,
    /// The row of the index it tells; empty for a case.
    pub row: String,
    /// The placements of the index that it covers.
    pub sections: Vec<String>,
    /// Title in Japanese.
    pub title: String,
    /// Title in English.
    pub title_en: String,
    /// What is at stake, in Japanese.
    pub story: String,
    /// The same in English.
    pub story_en: String,
    /// Ways of working together that it shows.
    pub ways: Vec<String>,
    /// What stood in the way.
    pub barriers: Vec<String>,
    /// Where in somebody's life it happens.
    pub stage: Vec<String>,
    /// Where the demo puts its first day: so many days before today, as a negative number.
    pub starts: i64,
    /// Whom it is about, by key.
    pub persons: BTreeMap<String, Person>,
    /// What happens.
    pub steps: Vec<Step>,
}

impl Story {
    /// Reads a story that happens in `region`.
    pub fn read(file: &str, text: &str, region: &Region) -> Result<Self, Vec<Wrong>> {
        let mut notes = Notes::new(file, text);
        let mut top = match DeTable::parse(text) {
            Ok(parsed) => parsed.into_inner(),
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                notes.wrong(at, "", error.message());
                return Err(notes.into_wrongs());
            }
        };
        let persons = read_persons(&mut notes, take(&mut top, "persons").as_ref());
        let steps = take(&mut top, "step");
        let values = table::read(&mut notes, Place { at: 0, name: "" }, TOP, &top);
        if values.contains_key("case") == values.contains_key("row") {
            notes.wrong_whole("", "one of the keys `case` and `row` must be there, and not both");
        }
        let steps = read_steps(&mut notes, steps.as_ref(), region, &persons);
        let story = put_together(file, &values, persons, steps);
        notes.finish(story)
    }

    /// The last day of the story, counted from its first.
    pub fn last_day(&self) -> i64 {
        self.steps.last().map_or(0, |step| step.day)
    }
}

type Value<'i> = Spanned<DeValue<'i>>;

fn take<'i>(table: &mut DeTable<'i>, name: &str) -> Option<Value<'i>> {
    let key = table.keys().find(|key| key.get_ref() == name)?.clone();
    table.remove(&key)
}

fn read_persons(notes: &mut Notes<'_>, value: Option<&Value<'_>>) -> BTreeMap<String, Person> {
    let Some(table) = value.and_then(|v| v.get_ref().as_table()) else {
        notes.wrong_whole("", "the table `persons` is missing: whom the story is about, by key");
        return BTreeMap::new();
    };
    let mut persons = BTreeMap::new();
    for (key, value) in table {
        let name = format!("person `{}`", key.get_ref());
        let place = Place { at: key.span().start, name: &name };
        let Some(inner) = value.get_ref().as_table() else {
            notes.wrong(place.at, &name, "here stands a table with the name");
            continue;
        };
        let read = table::read(notes, place, PERSON, inner);
        let person = Person {
            name: read.word("name").to_owned(),
            alias: read.flag("alias"),
            kana: read.word("kana").to_owned(),
            birth_year: read.number("birth_year"),
        };
        persons.insert(key.get_ref().clone().into_owned(), person);
    }
    persons
}

fn read_steps(
    notes: &mut Notes<'_>,
    value: Option<&Value<'_>>,
    region: &Region,
    persons: &BTreeMap<String, Person>,
) -> Vec<Step> {
    let Some(items) = value.and_then(|v| v.get_ref().as_array()) else {
        notes.wrong_whole("", "the list `step` is missing: what happens, one table for each step");
        return Vec::new();
    };
    let mut reader = Reader::new(region, persons);
    let mut steps = Vec::new();
    for (number, item) in (1..).zip(items.iter()) {
        let at = item.span().start;
        match item.get_ref().as_table() {
            Some(table) => steps.extend(reader.step(notes, number, at, table)),
            None => notes.wrong(at, &format!("step {number}"), "here stands a table"),
        }
    }
    steps
}

fn put_together(file: &str, values: &Values, persons: BTreeMap<String, Person>, steps: Vec<Step>) -> Story {
    let text = |name: &str| values.word(name).to_owned();
    Story {
        file: file.to_owned(),
        case: values.number("case"),
        row: text("row"),
        sections: values.words("sections").to_vec(),
        title: text("title"),
        title_en: text("title_en"),
        story: text("story"),
        story_en: text("story_en"),
        ways: values.words("ways").to_vec(),
        barriers: values.words("barriers").to_vec(),
        stage: values.words("stage").to_vec(),
        starts: values.number("starts").unwrap_or_default(),
        persons,
        steps,
    }
}
