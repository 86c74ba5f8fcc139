//! Words that mean the same to whoever searches
//!
//! The table is `data/synonyms.txt`; words of people in the field, so some are blunt: they are for finding, never for showing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::fold::norm_key;

const TABLE: &str = include_str!("../data/synonyms.txt");

/// From each key to the groups it is in
static GROUPS: LazyLock<BTreeMap<String, BTreeSet<String>>> = LazyLock::new(|| {
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for group in groups() {
        let keys: BTreeSet<String> = group.iter().map(|word| norm_key(word)).collect();
        for key in &keys {
            all.entry(key.clone()).or_default().extend(keys.iter().filter(|k| *k != key).cloned());
        }
    }
    all
});

/// The groups as the table has them: a line each, words apart by `/`
fn groups() -> impl Iterator<Item = Vec<&'static str>> {
    TABLE
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split('/').map(str::trim).collect())
}

/// The other words for `word`, as search keys (`norm_key`) in order; none for a word the table does not know
pub fn synonyms(word: &str) -> Vec<String> {
    GROUPS.get(&norm_key(word)).map(|others| others.iter().cloned().collect()).unwrap_or_default()
}

/// What to search for: for each word of the query, its key first and then the keys of its synonyms
///
/// A row is found when, for every word, it holds one of the alternatives.
pub fn alternatives(query: &str) -> Vec<Vec<String>> {
    query
        .split_whitespace()
        .map(|word| std::iter::once(norm_key(word)).chain(synonyms(word)).collect())
        .filter(|keys: &Vec<String>| !keys[0].is_empty())
        .collect()
}
