//! One step: read by the table of verbs, then checked against the region and the steps before it.

use std::collections::{BTreeMap, BTreeSet};

use toml::de::DeTable;

use super::region::no_agency;
use super::table::{self, Get, Given, Place, Values, list};
use super::{Notes, Person, Region};
use crate::scenario::codes as c;
use crate::scenario::near::nearest;
use crate::scenario::verbs::{Check, Does, Key, Thing, VERBS, Verb, What, may, need};

/// What every step holds.
const EVERY: [Key; 5] = [
    need("day", What::Day),
    need("by", What::Text),
    need("do", What::Text),
    may("fails", What::Code(c::FAILS)),
    may("why", What::Text),
];

/// Who does a step.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    /// A worker, in their seat at an agency.
    Seat {
        /// Key of the worker.
        worker: String,
        /// Key of the agency.
        agency: String,
    },
    /// The holder of the one-time link.
    Link,
}

/// One step of a story.
#[derive(Clone, Debug)]
pub struct Step {
    /// Its number, from 1.
    pub number: usize,
    /// The line it begins on.
    pub line: usize,
    /// The day, counted from the first.
    pub day: i64,
    /// Who does it.
    pub by: By,
    /// What.
    pub verb: &'static Verb,
    /// The keys of the verb.
    pub values: Values,
    /// How it is refused; none when it must be done.
    pub fails: Option<String>,
    /// Why it is in the story; may be empty.
    pub why: String,
}

impl Step {
    /// Who did what, for messages.
    pub fn title(&self) -> String {
        let by = match &self.by {
            By::Seat { worker, .. } => worker.as_str(),
            By::Link => "link",
        };
        format!("step {} (day {}, {by}, {})", self.number, self.day, self.verb.name)
    }
}

/// Reads steps one after another and remembers what they made.
pub struct Reader<'a> {
    region: &'a Region,
    persons: &'a BTreeMap<String, Person>,
    day: i64,
    registered: BTreeSet<String>,
    made: BTreeSet<(Thing, String)>,
}

impl<'a> Reader<'a> {
    /// Before the first step.
    pub fn new(region: &'a Region, persons: &'a BTreeMap<String, Person>) -> Self {
        Self { region, persons, day: 0, registered: BTreeSet::new(), made: BTreeSet::new() }
    }

    /// Reads the next step.
    pub fn step(&mut self, notes: &mut Notes<'_>, number: usize, at: usize, table: &DeTable<'_>) -> Option<Step> {
        let place = format!("step {number}");
        let name = text_of(table, "do");
        let Some(verb) = Verb::named(name) else {
            let hint = match nearest(name, VERBS.iter().map(|verb| verb.name)) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("the verbs are {}", list(&VERBS.iter().map(|v| v.name).collect::<Vec<_>>())),
            };
            let wrong = if name.is_empty() {
                "the key `do` is missing".to_owned()
            } else {
                format!("there is no verb `{name}`")
            };
            notes.wrong(at, &place, format!("{wrong}; {hint}"));
            return None;
        };
        let place = format!("step {number} ({name})");
        let keys: Vec<Key> = EVERY.iter().chain(verb.keys).copied().collect();
        let mut values = table::read(notes, Place { at, name: &place }, &keys, table);
        let day = values.number("day").unwrap_or(self.day);
        if day < self.day {
            notes.wrong(at, &place, format!("day {day} is before day {} of the step before", self.day));
        }
        self.day = self.day.max(day);
        let by = self.by(notes, at, &place, verb, &values);
        let fails = Some(values.word("fails").to_owned()).filter(|word| !word.is_empty());
        let why = values.word("why").to_owned();
        for key in &EVERY {
            values.remove(key.name);
        }
        self.check(&mut Said { notes, at, place: &place }, verb, &values, fails.is_none());
        Some(Step { number, line: notes.line(at), day, by: by?, verb, values, fails, why })
    }

    fn by(&self, notes: &mut Notes<'_>, at: usize, place: &str, verb: &Verb, values: &Values) -> Option<By> {
        let by = values.word("by");
        let is_link = verb.does == Does::Check(Check::LinkShows)
            || verb.does == Does::Outside && values.word("channel") == "link";
        if is_link != (by == "link") {
            let say = if is_link {
                "`by` must be \"link\" here"
            } else {
                "only `outside` with channel = \"link\" and `link_shows` are by \"link\""
            };
            notes.wrong(at, place, say);
            return None;
        }
        if is_link {
            return Some(By::Link);
        }
        let (worker, agency) = by.split_once('@').map_or((by, None), |(w, a)| (w, Some(a)));
        let seats = self.region.seats(worker);
        let Some(own) = seats.first() else {
            let hint = nearest(worker, self.region.workers.keys().map(String::as_str));
            let hint = hint.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
            notes.wrong(at, place, format!("`by`: there is no worker `{worker}` in the region{hint}"));
            return None;
        };
        let agency = agency.unwrap_or(own);
        if !seats.contains(&agency) {
            notes.wrong(at, place, format!("`by`: {worker} sits at {}, not at `{agency}`", list(&seats)));
            return None;
        }
        Some(By::Seat { worker: worker.to_owned(), agency: agency.to_owned() })
    }

    /// What the table of keys cannot say: that everything named is there, and that keys fit each other.
    fn check(&mut self, said: &mut Said<'_, '_>, verb: &Verb, values: &Values, is_done: bool) {
        for key in verb.keys {
            if let Some(given) = values.get(key.name) {
                self.check_key(said, verb, key, given, is_done);
            }
        }
        match verb.does {
            Does::Outside => check_outside(said, values),
            Does::Check(Check::Sees) => apart(said, values, "shows", "hides"),
            Does::Check(Check::SeesReferral | Check::LinkShows) => {
                apart(said, values, "sections_shown", "sections_hidden");
            }
            Does::Check(Check::Home | Check::NotHome)
                if values.contains_key("referral") == values.contains_key("person") =>
            {
                said.wrong("one of `referral` and `person` must be there, and not both");
            }
            _ => {}
        }
    }

    fn check_key(&mut self, said: &mut Said<'_, '_>, verb: &Verb, key: &Key, given: &Given, is_done: bool) {
        match (key.what, given) {
            (What::Person, Given::Word(person)) => self.check_person(said, verb, key, person, is_done),
            (What::Agency, Given::Word(agency)) if !self.region.agencies.contains_key(agency) => {
                said.wrong(format!("`{}`: {}", key.name, no_agency(agency, self.region)));
            }
            (What::Worker, Given::Word(worker)) if !self.region.workers.contains_key(worker) => {
                said.wrong(format!("`{}`: there is no worker `{worker}` in the region", key.name));
            }
            (What::Made(thing), Given::Word(name)) if !self.made.contains(&(thing, name.clone())) => {
                let known = self.made.iter().filter(|(t, _)| *t == thing).map(|(_, n)| n.as_str());
                let hint = nearest(name, known).map_or_else(String::new, |n| format!("; did you mean `{n}`?"));
                said.wrong(format!("`{}`: no earlier step made a {} `{name}`{hint}", key.name, thing.name()));
            }
            (What::Names(thing), Given::Word(name)) if is_done && !self.made.insert((thing, name.clone())) => {
                said.wrong(format!("`as`: an earlier step already made a {} `{name}`", thing.name()));
            }
            (What::Parts, Given::Parts(parts)) => {
                for code in parts.keys().flat_map(|codes| codes.split('+')) {
                    if !c::CATEGORY.all.contains(&code) {
                        let hint = nearest(code, c::CATEGORY.all.iter().copied()).unwrap_or("health");
                        said.wrong(format!("`{}`: `{code}` is not a category; did you mean `{hint}`?", key.name));
                    }
                }
            }
            _ => {}
        }
    }

    fn check_person(&mut self, said: &mut Said<'_, '_>, verb: &Verb, key: &Key, person: &str, is_done: bool) {
        if !self.persons.contains_key(person) {
            let hint = nearest(person, self.persons.keys().map(String::as_str));
            let hint = hint.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
            said.wrong(format!("`{}`: there is no person `{person}` in this story{hint}", key.name));
        } else if verb.does == Does::Register && key.name == "person" {
            if is_done && !self.registered.insert(person.to_owned()) {
                said.wrong(format!("`{person}` was registered by an earlier step"));
            }
        } else if !self.registered.contains(person) {
            said.wrong(format!("`{}`: no earlier step registers `{person}`", key.name));
        }
    }
}

/// Where to say what is wrong with a step.
struct Said<'a, 'n> {
    notes: &'a mut Notes<'n>,
    at: usize,
    place: &'a str,
}

impl Said<'_, '_> {
    fn wrong(&mut self, say: impl Into<String>) {
        self.notes.wrong(self.at, self.place, say);
    }
}

/// What is said for the other side holds the keys of the act that is said.
fn check_outside(said: &mut Said<'_, '_>, values: &Values) {
    let Some(act) = Verb::named(values.word("does")) else { return };
    let own = ["referral", "channel", "does"];
    for name in values.keys().filter(|name| !own.contains(name)) {
        if !act.keys.iter().any(|key| key.name == *name) {
            said.wrong(format!("`{name}` does not go with does = \"{}\"", act.name));
        }
    }
    for key in act.keys.iter().filter(|key| key.needed && !values.contains_key(key.name)) {
        said.wrong(format!("the key `{}` is missing: {}", key.name, key.what.expected()));
    }
}

fn apart(said: &mut Said<'_, '_>, values: &Values, one: &str, other: &str) {
    for word in values.words(one).iter().filter(|word| values.words(other).contains(word)) {
        said.wrong(format!("`{word}` stands in both `{one}` and `{other}`"));
    }
}

fn text_of<'t>(table: &'t DeTable<'_>, name: &str) -> &'t str {
    table.iter().find(|(key, _)| key.get_ref() == name).and_then(|(_, v)| v.get_ref().as_str()).unwrap_or_default()
}
