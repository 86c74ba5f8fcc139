//! The region in which the stories happen.

use std::collections::BTreeMap;

use toml::de::DeTable;

use super::table::{self, Get, Place, Values};
use super::{Notes, Wrong};
use crate::scenario::codes as c;
use crate::scenario::near::nearest;
use crate::scenario::verbs::What::{Code, Codes, Count, Flag, Table, Tables, Text, Texts};
use crate::scenario::verbs::{Key, may, need};

const TOP: &[&str] = &["prefecture", "towns", "agencies", "workers"];

const WHO: &[Key] = &[
    may("sex", Code(c::SEX)),
    may("age_from", Count),
    may("age_to", Count),
    may("dependence", Codes(c::DEPENDENCE)),
    may("not", Codes(c::CIRCUMSTANCE)),
    may("welcome", Codes(c::CIRCUMSTANCE)),
];

const OFFER: &[Key] = &[
    need("name", Text),
    need("kind", Code(c::OFFER)),
    need("text", Text),
    may("schedule", Text),
    may("cost", Text),
    may("accompany", Flag),
    may("urine_test", Flag),
    need("capacity", Code(c::ROOM)),
    may("who", Table(WHO)),
];

const AGENCY: &[Key] = &[
    need("name", Text),
    may("kana", Text),
    need("kind", Text),
    need("area", Text),
    need("account", Flag),
    may("answer_days", Count),
    may("duty", Code(c::YES_NO)),
    may("duty_basis", Text),
    need("tells", Text),
    may("phone", Text),
    may("secret", Flag),
    may("offers", Tables(OFFER)),
];

const WORKER: &[Key] =
    &[need("agency", Text), need("name", Text), may("kana", Text), need("roles", Codes(c::ROLE)), may("also", Texts)];

/// An agency of the region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agency {
    /// Its name.
    pub name: String,
    /// Reading of the name; may be empty.
    pub kana: String,
    /// Code of its kind.
    pub kind: String,
    /// Town it works for.
    pub area: String,
    /// Whether its workers sign in; otherwise it takes part by link, letter and telephone.
    pub account: bool,
    /// Working days in which it answers.
    pub answer_days: i64,
    /// The checked duty to report and its basis; none where only the default of the kind speaks.
    pub duty: Option<(bool, String)>,
    /// What it tells to whom.
    pub tells: String,
    /// Telephone.
    pub phone: Option<String>,
    /// Whether its place is told only to those who come.
    pub secret: bool,
    /// What it offers, as written.
    pub offers: Vec<Values>,
}

/// A worker of the region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worker {
    /// Key of the agency they belong to.
    pub agency: String,
    /// Name.
    pub name: String,
    /// Reading of the name; may be empty.
    pub kana: String,
    /// Codes of their roles.
    pub roles: Vec<String>,
    /// Keys of the agencies where they sit in too.
    pub also: Vec<String>,
}

/// A region: everybody a story can name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Region {
    /// What it is called.
    pub name: String,
    /// Agencies by key.
    pub agencies: BTreeMap<String, Agency>,
    /// Workers by key.
    pub workers: BTreeMap<String, Worker>,
}

impl Region {
    /// Reads a region.
    pub fn read(file: &str, text: &str) -> Result<Self, Vec<Wrong>> {
        let mut notes = Notes::new(file, text);
        let parsed = match DeTable::parse(text) {
            Ok(parsed) => parsed.into_inner(),
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                notes.wrong(at, "", error.message());
                return Err(notes.into_wrongs());
            }
        };
        let mut region = Self::default();
        for (name, value) in &parsed {
            let at = name.span().start;
            match (name.get_ref().as_ref(), value.get_ref()) {
                ("prefecture", value) => value.as_str().unwrap_or_default().clone_into(&mut region.name),
                ("towns", _) => {}
                ("agencies", value) => each(&mut notes, at, value.as_table(), "agency", AGENCY, |key, values| {
                    region.agencies.insert(key, agency(&values));
                }),
                ("workers", value) => each(&mut notes, at, value.as_table(), "worker", WORKER, |key, values| {
                    region.workers.insert(key, worker(&values));
                }),
                (other, _) => {
                    let hint = nearest(other, TOP.iter().copied()).unwrap_or("agencies");
                    notes.wrong(at, "", format!("there is no key `{other}`; did you mean `{hint}`?"));
                }
            }
        }
        region.check(&mut notes);
        notes.finish(region)
    }

    fn check(&self, notes: &mut Notes<'_>) {
        for (key, worker) in &self.workers {
            for agency in std::iter::once(&worker.agency).chain(&worker.also) {
                if !self.agencies.contains_key(agency) {
                    notes.wrong_whole(&format!("worker `{key}`"), no_agency(agency, self));
                }
            }
        }
    }

    /// The agencies at which a worker sits; their own comes first. Empty when there is no such worker.
    pub fn seats(&self, worker: &str) -> Vec<&str> {
        let own = self.workers.get(worker);
        own.into_iter().flat_map(|w| std::iter::once(&w.agency).chain(&w.also)).map(String::as_str).collect()
    }
}

/// That there is no such agency, and which may have been meant.
pub fn no_agency(key: &str, region: &Region) -> String {
    match nearest(key, region.agencies.keys().map(String::as_str)) {
        Some(near) => format!("there is no agency `{key}` in the region; did you mean `{near}`?"),
        None => format!("there is no agency `{key}` in the region"),
    }
}

fn each(
    notes: &mut Notes<'_>,
    at: usize,
    table: Option<&DeTable<'_>>,
    what: &str,
    keys: &[Key],
    mut take: impl FnMut(String, Values),
) {
    let Some(table) = table else {
        notes.wrong(at, "", format!("here stands a table with one entry for each {what}"));
        return;
    };
    for (key, value) in table {
        let name = format!("{what} `{}`", key.get_ref());
        let place = Place { at: key.span().start, name: &name };
        match value.get_ref().as_table() {
            Some(inner) => {
                let values = table::read(notes, place, keys, inner);
                take(key.get_ref().clone().into_owned(), values);
            }
            None => notes.wrong(place.at, &name, "here stands a table"),
        }
    }
}

fn agency(values: &Values) -> Agency {
    let duty = values.word("duty");
    Agency {
        name: values.word("name").to_owned(),
        kana: values.word("kana").to_owned(),
        kind: values.word("kind").to_owned(),
        area: values.word("area").to_owned(),
        account: values.flag("account"),
        answer_days: values.number("answer_days").unwrap_or(3),
        duty: (!duty.is_empty()).then(|| (duty == "yes", values.word("duty_basis").to_owned())),
        tells: values.word("tells").to_owned(),
        phone: Some(values.word("phone").to_owned()).filter(|phone| !phone.is_empty()),
        secret: values.flag("secret"),
        offers: values.tables("offers").to_vec(),
    }
}

fn worker(values: &Values) -> Worker {
    Worker {
        agency: values.word("agency").to_owned(),
        name: values.word("name").to_owned(),
        kana: values.word("kana").to_owned(),
        roles: values.words("roles").to_vec(),
        also: values.words("also").to_vec(),
    }
}
