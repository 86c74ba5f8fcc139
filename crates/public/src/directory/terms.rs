//! What a listing can be found by: pairs of characters, and marks for facts
//!
//! Japanese has no spaces and most words have two characters, so pairs of neighbouring characters are the unit. A word
//! of one character is found as the beginning of a pair; that is why the last character of each text stands alone too.

use std::collections::BTreeSet;

use base::Date;
use base::fold::norm_key;

use super::model::{Dependence, Offer, Site};
use super::rules::{self, Need, Reason};
use super::schedule::Free;

/// Most characters of free text by which one listing can be found
const TEXT_MOST: usize = 4_000;

/// Which column of the row a pair is from; capitals never occur in folded text
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Name, reading, what people call it
    Names,
    /// What it and its offers say of themselves
    Texts,
    /// Where it is and where it works
    Places,
}

impl Field {
    /// All of them
    pub const ALL: [Self; 3] = [Self::Names, Self::Texts, Self::Places];

    const fn sign(self) -> char {
        match self {
            Self::Names => 'N',
            Self::Texts => 'T',
            Self::Places => 'P',
        }
    }

    /// The pairs of a folded word as they stand in the index; one character alone for a word of one
    pub fn grams(self, word: &str) -> Vec<String> {
        let chars: Vec<char> = word.chars().collect();
        match chars.as_slice() {
            [one] => vec![format!("{}{one}", self.sign())],
            many => many.windows(2).map(|pair| format!("{}{}{}", self.sign(), pair[0], pair[1])).collect(),
        }
    }

    fn index(self, line: &str, into: &mut Vec<String>) {
        let mut before = None;
        for c in line.chars() {
            into.extend(before.map(|before| [self.sign(), before, c].iter().collect::<String>()));
            before = Some(c);
        }
        into.extend(before.map(|last| [self.sign(), last].iter().collect::<String>()));
    }
}

/// A fact by which a listing is found
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// Every listing
    Any,
    /// The agency is of this kind
    Kind(String),
    /// It works for all of a prefecture or the whole country
    Wide,
    /// It has an offer of this kind
    Offer(super::model::OfferKind),
    /// It has an offer that takes this dependence
    Takes(Dependence),
    /// It has an offer at such times, or at times that are not said
    At(Free),
}

impl Mark {
    /// As it stands in the index
    pub fn term(&self) -> String {
        match self {
            Self::Any => "*".to_owned(),
            Self::Kind(kind) => format!("K:{kind}"),
            Self::Wide => "W:wide".to_owned(),
            Self::Offer(kind) => format!("O:{}", kind.code()),
            Self::Takes(dependence) => format!("D:{}", dependence.code()),
            Self::At(free) => format!("F:{}", free.code()),
        }
    }
}

/// The columns of a row, out of which all its terms can be made again
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// Kind of the agency
    pub kind: String,
    /// Folded names, a line each
    pub names: String,
    /// Folded texts, a line each
    pub texts: String,
    /// Folded places, a line each
    pub places: String,
    /// Marks, a line each
    pub marks: String,
}

impl Listed {
    /// Every term of the row, in order, each once
    pub fn terms(&self) -> Vec<String> {
        let mut all: Vec<String> = self.marks.lines().map(str::to_owned).collect();
        let fields = [(Field::Names, &self.names), (Field::Texts, &self.texts), (Field::Places, &self.places)];
        for (field, lines) in fields {
            lines.lines().for_each(|line| field.index(line, &mut all));
        }
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Hands over every pair as a number, some more than once; marks are not among them
    pub fn packed(&self, mut take: impl FnMut(u64)) {
        for (field, lines) in [(Field::Names, &self.names), (Field::Texts, &self.texts), (Field::Places, &self.places)]
        {
            for line in lines.lines() {
                let mut before = None;
                for c in line.chars() {
                    if let Some(before) = before {
                        take(pack(field, before, Some(c)));
                    }
                    before = Some(c);
                }
                if let Some(last) = before {
                    take(pack(field, last, None));
                }
            }
        }
    }
}

/// Bits that a character takes
const CHAR_BITS: u32 = 21;

/// A pair as a number that sorts as the pair does: the field's sign, then both characters
fn pack(field: Field, first: char, second: Option<char>) -> u64 {
    let second = second.map_or(0, u64::from);
    (u64::from(field.sign()) << CHAR_BITS | u64::from(first)) << CHAR_BITS | second
}

/// The pair that was packed
pub fn unpack(packed: u64) -> String {
    let one = |shift: u32| u32::try_from(packed >> shift & ((1 << CHAR_BITS) - 1)).ok().filter(|code| *code > 0);
    let signs = [one(2 * CHAR_BITS), one(CHAR_BITS), one(0)];
    signs.into_iter().flatten().filter_map(char::from_u32).collect()
}

/// The parts of an agency that a row is made of
pub struct Parts<'a> {
    /// Kind
    pub kind: &'a str,
    /// Name
    pub name: &'a str,
    /// Reading
    pub kana: &'a str,
    /// Town or prefecture it works for
    pub area: &'a str,
    /// What it tells to whom
    pub tells: &'a str,
}

/// The row of an agency
pub fn listed(agency: &Parts<'_>, site: &Site, offers: &[Offer]) -> Listed {
    let shown: Vec<_> = offers.iter().filter(|offer| offer.is.active).collect();
    let offered = shown.iter().flat_map(|offer| [offer.is.name.as_str(), offer.is.text.as_str()]);
    let texts = offered.chain([site.text.as_str(), site.operator.as_str(), agency.tells]);
    let place = site.clone().public();
    Listed {
        kind: agency.kind.to_owned(),
        names: lines([agency.name, agency.kana, &site.also, &site.name_en], usize::MAX),
        texts: lines(texts, TEXT_MOST),
        places: lines([agency.area, &place.prefecture, &place.city, &place.town], usize::MAX),
        marks: marks(agency, &shown),
    }
}

fn lines<'a>(texts: impl IntoIterator<Item = &'a str>, most: usize) -> String {
    let mut room = most;
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for text in texts {
        let key: String = norm_key(text).chars().take(room).collect();
        room -= key.chars().count();
        if !key.is_empty() && seen.insert(key.clone()) {
            all.push(key);
        }
    }
    all.join("\n")
}

fn marks(agency: &Parts<'_>, shown: &[&Offer]) -> String {
    let mut marks = BTreeSet::from([Mark::Any, Mark::Kind(agency.kind.to_owned())]);
    if is_wide(agency.area) {
        marks.insert(Mark::Wide);
    }
    for offer in shown {
        marks.insert(Mark::Offer(offer.is.kind));
        marks.extend(Dependence::ALL.iter().filter(|one| takes(offer, **one)).map(|one| Mark::Takes(*one)));
        // Rules that have ended count too: the row need not change when a day passes, the search looks again.
        let times = offer.is.schedule.times(Date::MIN);
        marks.extend(Free::ALL.iter().copied().filter(|free| times.is_empty() || times.contains(free)).map(Mark::At));
    }
    let terms: Vec<_> = marks.iter().map(Mark::term).collect();
    terms.join("\n")
}

fn takes(offer: &Offer, dependence: Dependence) -> bool {
    let need = Need { dependence: Some(dependence), ..Need::default() };
    !rules::decide(offer, &need, Date::MIN).because.contains(&Reason::ForOthers)
}

/// Whether an area is a whole prefecture or the country, so that a search for one town must find it too
pub fn is_wide(area: &str) -> bool {
    matches!(area, "全国" | "東京都" | "北海道") || area.ends_with(['県', '府'])
}

/// The marks without which no listing can answer a need
pub fn needed(need: &Need) -> Vec<Mark> {
    let kind = need.kind.map(Mark::Offer);
    let takes = need.dependence.map(Mark::Takes);
    // Several times are alternatives; only a single one can be demanded.
    let at = need.free.first().filter(|_| need.free.len() == 1).map(|free| Mark::At(*free));
    [kind, takes, at].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_pairs_are_the_terms() {
        let row = Listed {
            kind: "other".into(),
            names: "だるく\n𠮷".into(),
            texts: "ab\nだ".into(),
            places: String::new(),
            marks: "*\nK:other".into(),
        };
        let mut packed = Vec::new();
        row.packed(|gram| packed.push(gram));
        let in_order = {
            let mut sorted = packed.clone();
            sorted.sort_unstable();
            sorted.iter().map(|gram| unpack(*gram)).collect::<Vec<_>>()
        };
        assert_eq!(in_order, ["Nく", "Nだる", "Nるく", "N𠮷", "Tab", "Tb", "Tだ"]);
        let without_marks: Vec<_> =
            row.terms().into_iter().filter(|term| !row.marks.lines().any(|m| m == term)).collect();
        assert_eq!(in_order, without_marks, "the same terms in the same order");
    }
}
