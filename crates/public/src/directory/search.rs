//! Finding agencies by words, place, need and free time
//!
//! Each way in which a row can match is a stream of rows out of the index, already in reading order. The streams are
//! merged, each row is checked against the whole question once more, and the search stops when the page is full. So it
//! costs as much as what is shown, not as much as the directory holds.
//!
//! First come the agencies whose name has one of the words, then the others.

use std::collections::BTreeMap;

use base::fold::norm_key;
use base::{AgencyId, Cursor, Date, Outcome, synonyms};
use web::Cx;

use super::model::Offer;
use super::rules::{self, Decision, Need, Verdict};
use super::store::index::{self, BATCH, COUNT_MOST, DEMANDS, Placed};
use super::store::{MANY, offer, site};
use super::terms::{Field, Mark, is_wide, needed};

/// Agencies on one page
pub const PAGE: usize = 20;

/// Rows that one search looks at before it answers with what it has
const LOOKS_MOST: usize = 3_000;

/// Words of a question that are looked up; further ones are still checked
const WORDS_MOST: usize = 5;

/// Ways in which words can stand in a row that one search follows
const WAYS_MOST: usize = 48;

/// A question to the directory
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words as typed
    pub text: String,
    /// Town or prefecture as typed
    pub place: String,
    /// Kind of agency
    pub kind: Option<String>,
    /// What is needed
    pub need: Need,
    /// Where the page before ended
    pub after: Option<String>,
}

impl Query {
    /// Whether nothing is asked
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.place.trim().is_empty() && self.kind.is_none() && self.need.is_empty()
    }
}

/// An agency that was found, with those of its offers that fit
#[derive(Clone, Debug)]
pub struct Found {
    /// The agency
    pub agency: AgencyId,
    /// Its offers that fit or may fit, with the reasons; all of them where nothing was needed
    pub offers: Vec<(Offer, Decision)>,
    /// Where it stands in the results
    at: (Part, i64),
}

/// What a search gives
#[derive(Clone, Debug)]
pub struct Results {
    /// What was found, in order
    pub items: Vec<Found>,
    /// Where the next page begins
    pub next: Option<String>,
}

/// One word with everything it may stand for
struct Word {
    /// Its folded spelling and those of its synonyms
    spellings: Vec<String>,
    /// Kinds of agency that are called so
    kinds: Vec<String>,
}

/// The question made ready
struct Question {
    words: Vec<Word>,
    place: Vec<String>,
    /// Prefectures in which a town of that name is known to be
    prefectures: Vec<String>,
    kind: Option<String>,
    need: Need,
    marks: Vec<String>,
}

/// The two parts of the results, one behind the other
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// A word is in the name
    Names = 0,
    /// The words are elsewhere
    Others = 1,
}

/// Rows that have all these terms
struct Stream {
    terms: Vec<String>,
    /// The first term is only the beginning of a pair
    open_ended: bool,
    places: std::vec::IntoIter<i64>,
    next: Option<i64>,
    after: i64,
    is_done: bool,
}

/// Searches the directory; anybody may
pub fn search(cx: &mut Cx<'_>, query: &Query) -> Outcome<Results> {
    let question = prepare(cx, query)?;
    let (first, mut after) = start(query, &question);
    let mut page = Page { items: Vec::new(), looks: 0 };
    for part in [Part::Names, Part::Others].into_iter().filter(|part| *part >= first) {
        if let Some((part, place)) = search_part(cx, &question, part, after, &mut page)? {
            let next = Cursor::new().with_int(part as i64).with_int(place).to_string();
            return Ok(Results { items: page.items, next: Some(next) });
        }
        after = 0;
    }
    Ok(Results { items: page.items, next: None })
}

/// Where to begin: behind the page before, or at the first part that can hold anything.
fn start(query: &Query, question: &Question) -> (Part, i64) {
    let cursor: Option<Cursor> = query.after.as_deref().and_then(|text| text.parse().ok());
    match cursor.and_then(|cursor| Some((cursor.int(0)?, cursor.int(1)?))) {
        Some((0, place)) => (Part::Names, place),
        Some((_, place)) => (Part::Others, place),
        None if question.words.is_empty() => (Part::Others, 0),
        None => (Part::Names, 0),
    }
}

fn prepare(cx: &mut Cx<'_>, query: &Query) -> Outcome<Question> {
    let kinds: Vec<(String, Vec<String>)> = people::agency::kinds(cx)?
        .into_iter()
        .map(|kind| {
            let names = [&kind.ja, &kind.simple, &kind.en].map(|name| norm_key(&web::ui::plain(name)));
            (kind.code, names.to_vec())
        })
        .collect();
    let word = |spellings: Vec<String>| {
        // What was typed may be part of a kind's name; a synonym must be the whole of it, or too much is found.
        let part = spellings.first().filter(|typed| typed.chars().count() > 1);
        let is_called =
            |name: &String| spellings.contains(name) || part.is_some_and(|part| name.contains(part.as_str()));
        let called = kinds.iter().filter(|(_, names)| names.iter().any(is_called));
        let kinds = called.map(|(code, _)| code.clone()).collect();
        Word { spellings, kinds }
    };
    let words = synonyms::alternatives(&query.text).into_iter().map(word).collect();
    let mut prefectures = Vec::new();
    for town in query.place.split_whitespace() {
        prefectures.extend(site::prefectures_of(cx.tx, town)?.iter().map(|name| norm_key(name)));
    }
    let place = query.place.split_whitespace().map(norm_key).filter(|word| !word.is_empty()).collect();
    let kind = query.kind.clone().filter(|kind| !kind.is_empty());
    let mut marks: Vec<String> = needed(&query.need).iter().map(Mark::term).collect();
    marks.extend(kind.iter().map(|kind| Mark::Kind(kind.clone()).term()));
    Ok(Question { words, place, prefectures, kind, need: query.need.clone(), marks })
}

/// Goes through one part; says where the next page begins when this one is full.
fn search_part(
    cx: &mut Cx<'_>,
    question: &Question,
    part: Part,
    after: i64,
    page: &mut Page,
) -> Outcome<Option<(Part, i64)>> {
    let mut merged = Merged { streams: open_streams(cx, question, part, after)?, last: after };
    loop {
        let places = merged.next(cx)?;
        page.looks += places.len();
        let mut rows = index::rows(cx.tx, &places)?;
        rows.retain(|row| question.matches(row, part));
        if let Some(next) = page.take(cx, question, part, rows)? {
            return Ok(Some(next));
        }
        if places.len() < MANY {
            return Ok(None);
        }
        if page.looks >= LOOKS_MOST {
            return Ok(Some((part, merged.last)));
        }
    }
}

/// What was found so far
struct Page {
    items: Vec<Found>,
    looks: usize,
}

impl Page {
    /// Takes the rows whose offers fit; says where the next page begins when there are more than this one holds.
    fn take(
        &mut self,
        cx: &mut Cx<'_>,
        question: &Question,
        part: Part,
        rows: Vec<Placed>,
    ) -> Outcome<Option<(Part, i64)>> {
        let ids: Vec<AgencyId> = rows.iter().map(|row| row.agency).collect();
        let mut offers = offer::of_agencies(cx.tx, &ids)?;
        let today = cx.today();
        for row in rows {
            let of = offers.remove(&row.agency).unwrap_or_default();
            let decided = question.decide(of, today);
            if decided.is_empty() && !question.need.is_empty() {
                continue;
            }
            if self.items.len() == PAGE {
                return Ok(self.items.last().map(|last| last.at));
            }
            self.items.push(Found { agency: row.agency, offers: decided, at: (part, row.place) });
        }
        Ok(None)
    }
}

impl Question {
    /// The offers that fit or may fit; those that say so come before those to be asked about.
    fn decide(&self, offers: Vec<Offer>, today: Date) -> Vec<(Offer, Decision)> {
        let decide = |offer: Offer| {
            let decision = rules::decide(&offer, &self.need, today);
            (offer, decision)
        };
        let mut decided: Vec<_> =
            offers.into_iter().map(decide).filter(|(_, decision)| decision.verdict != Verdict::DoesNot).collect();
        decided.sort_by_key(|(_, decision)| decision.verdict);
        decided
    }

    /// Whether a row answers everything but the need, and belongs to this part of the results.
    fn matches(&self, row: &Placed, part: Part) -> bool {
        let is = &row.is;
        let held = |word: &Word| {
            word.kinds.contains(&is.kind)
                || word.spellings.iter().any(|s| {
                    is.names.contains(s.as_str()) || is.texts.contains(s.as_str()) || is.places.contains(s.as_str())
                })
        };
        let named = |word: &Word| word.spellings.iter().any(|s| is.names.contains(s.as_str()));
        let here = self.place.iter().all(|word| is.places.contains(word.as_str()));
        self.words.iter().all(held)
            && self.words.iter().any(named) == (part == Part::Names)
            && (here || self.place.is_empty() || self.is_wide_for(row))
            && self.kind.as_ref().is_none_or(|kind| *kind == is.kind)
            && self.marks.iter().all(|mark| is.marks.lines().any(|line| line == mark))
    }

    /// Whether a row works for an area that holds the place asked for: the country, or the prefecture it stands in.
    fn is_wide_for(&self, row: &Placed) -> bool {
        let area = row.is.places.lines().next().unwrap_or_default();
        let is_other_prefecture = self.place.iter().any(|word| is_wide(word));
        match area {
            "全国" => true,
            area if !is_wide(area) || is_other_prefecture => false,
            area => self.prefectures.is_empty() || self.prefectures.iter().any(|name| name == area),
        }
    }
}

fn open_streams(cx: &mut Cx<'_>, question: &Question, part: Part, after: i64) -> Outcome<Vec<Stream>> {
    let mut counted = BTreeMap::new();
    let mut streams = Vec::new();
    let places = ways_by_place(question);
    for way in ways_by_words(cx, question, part, &mut counted)? {
        for place in &places {
            let demanded: Vec<String> = way.iter().chain(place).chain(&question.marks).cloned().collect();
            streams.extend(stream(cx, demanded, after, &mut counted)?);
        }
    }
    Ok(streams)
}

/// One way in which words can stand in a row
#[derive(Clone, Default)]
struct Way {
    terms: Vec<String>,
    /// One of the words is in the name
    is_named: bool,
}

/// The ways in which all words can stand in a row of this part; none when a word is nowhere
///
/// Each word may be spelt in several ways and stand in several fields, so the ways multiply. When they become too many,
/// the commonest words are left out: rows are checked for them afterwards.
fn ways_by_words(
    cx: &mut Cx<'_>,
    question: &Question,
    part: Part,
    counted: &mut BTreeMap<String, i64>,
) -> Outcome<Vec<Vec<String>>> {
    if question.words.is_empty() {
        return Ok(vec![vec![Mark::Any.term()]]);
    }
    let mut words = Vec::new();
    for word in question.words.iter().take(WORDS_MOST) {
        let (weight, ways) = ways_of(cx, word, counted)?;
        if ways.is_empty() {
            return Ok(Vec::new());
        }
        words.push((weight, ways));
    }
    words.sort_by_key(|(weight, _)| *weight);
    let mut all = vec![Way::default()];
    let mut left_out = question.words.len() > WORDS_MOST;
    for (at, (_, ways)) in words.iter().enumerate() {
        let is_vague = ways.iter().any(|way| way.terms.iter().any(|term| is_open_ended(term)));
        if at > 0 && (is_vague || all.len() * ways.len() > WAYS_MOST) {
            left_out = true;
            continue;
        }
        all = all.iter().flat_map(|before| ways.iter().map(|way| before.and(way))).collect();
    }
    // A word that was left out may be the one in the name.
    all.retain(|way| way.is_named == (part == Part::Names) || part == Part::Names && left_out);
    Ok(all.into_iter().map(|way| way.terms).collect())
}

impl Way {
    fn and(&self, other: &Self) -> Self {
        let terms = self.terms.iter().chain(&other.terms).cloned().collect();
        Self { terms, is_named: self.is_named || other.is_named }
    }
}

/// The ways in which one word is anywhere: in each spelling, in each field, as a kind; with how common it is.
fn ways_of(cx: &mut Cx<'_>, word: &Word, counted: &mut BTreeMap<String, i64>) -> Outcome<(i64, Vec<Way>)> {
    let spelt = word
        .spellings
        .iter()
        .flat_map(|s| Field::ALL.map(|field| Way { terms: field.grams(s), is_named: field == Field::Names }));
    let kinds = word.kinds.iter().map(|kind| Way { terms: vec![Mark::Kind(kind.clone()).term()], is_named: false });
    let (mut weight, mut ways) = (0, Vec::new());
    for way in spelt.chain(kinds) {
        let rarest = rarest(cx, &way.terms, counted)?;
        if rarest > 0 {
            weight += rarest;
            ways.push(way);
        }
    }
    Ok((weight, ways))
}

/// The place by name, or an area so wide that it holds the place; one empty way when no place was asked for.
fn ways_by_place(question: &Question) -> Vec<Vec<String>> {
    if question.place.is_empty() {
        return vec![Vec::new()];
    }
    let named = question.place.iter().flat_map(|word| Field::Places.grams(word)).collect();
    vec![named, vec![Mark::Wide.term()]]
}

/// How often the rarest of these terms occurs; nothing is rarer than nowhere.
fn rarest(cx: &mut Cx<'_>, terms: &[String], counted: &mut BTreeMap<String, i64>) -> Outcome<i64> {
    let mut least = COUNT_MOST;
    for term in terms {
        least = least.min(count(cx, term, counted)?);
        if least == 0 {
            break;
        }
    }
    Ok(least)
}

fn count(cx: &mut Cx<'_>, term: &str, counted: &mut BTreeMap<String, i64>) -> Outcome<i64> {
    if is_open_ended(term) {
        return Ok(COUNT_MOST);
    }
    if let Some(n) = counted.get(term) {
        return Ok(*n);
    }
    let n = index::count(cx.tx, term)?;
    counted.insert(term.to_owned(), n);
    Ok(n)
}

/// The same for terms that are all common; remembered under a name that no term has.
fn count_far(cx: &mut Cx<'_>, term: &str, counted: &mut BTreeMap<String, i64>) -> Outcome<i64> {
    let far = format!("far {term}");
    if let Some(n) = counted.get(&far) {
        return Ok(*n);
    }
    let n = index::count_far(cx.tx, term)?;
    counted.insert(far, n);
    Ok(n)
}

/// A pair of which only the first character is known.
fn is_open_ended(term: &str) -> bool {
    term.chars().count() == 2 && term.starts_with(['N', 'T', 'P'])
}

/// A stream of the rows with all these terms, the rarest leading; `None` when a term is nowhere.
fn stream(
    cx: &mut Cx<'_>,
    terms: Vec<String>,
    after: i64,
    counted: &mut BTreeMap<String, i64>,
) -> Outcome<Option<Stream>> {
    let (open, mut terms): (Vec<_>, Vec<_>) = terms.into_iter().partition(|term| is_open_ended(term));
    terms.sort();
    terms.dedup();
    let mut weighed = Vec::with_capacity(terms.len());
    for term in terms {
        let n = count(cx, &term, counted)?;
        if n == 0 {
            return Ok(None);
        }
        weighed.push((n, term));
    }
    if weighed.len() > 1 && weighed.iter().all(|(n, _)| *n >= COUNT_MOST) {
        for (n, term) in &mut weighed {
            *n = count_far(cx, term, counted)?;
        }
    }
    weighed.sort();
    let mut terms: Vec<String> = weighed.into_iter().map(|(_, term)| term).collect();
    terms.truncate(DEMANDS);
    let open_ended = terms.is_empty();
    if open_ended {
        terms = open.into_iter().take(1).collect();
    }
    Ok(Some(Stream { terms, open_ended, places: Vec::new().into_iter(), next: None, after, is_done: false }))
}

/// Streams as one, in reading order
struct Merged {
    streams: Vec<Stream>,
    last: i64,
}

impl Merged {
    /// The next places, each once, at most [`MANY`]; fewer at the end.
    fn next(&mut self, cx: &mut Cx<'_>) -> Outcome<Vec<i64>> {
        let mut places = Vec::with_capacity(MANY);
        while places.len() < MANY {
            for stream in &mut self.streams {
                stream.fill(cx, self.last)?;
            }
            let Some(first) = self.streams.iter().filter_map(|stream| stream.next).min() else { break };
            self.last = first;
            places.push(first);
        }
        Ok(places)
    }
}

impl Stream {
    /// Makes sure that the next place behind `last` is at hand, unless there is none.
    fn fill(&mut self, cx: &mut Cx<'_>, last: i64) -> Outcome<()> {
        while self.next.is_none_or(|next| next <= last) {
            self.next = self.places.next();
            if self.next.is_some() {
                continue;
            }
            if self.is_done {
                break;
            }
            // What other streams have passed already need not be brought.
            let after = self.after.max(last);
            let places = match (self.open_ended, self.terms.first()) {
                (_, None) => Vec::new(),
                (true, Some(start)) => index::beginning(cx.tx, start, after)?,
                (false, _) => index::with_all(cx.tx, &self.terms, after)?,
            };
            self.is_done = places.len() < BATCH;
            self.after = places.last().copied().unwrap_or(after);
            self.places = places.into_iter();
        }
        Ok(())
    }
}
