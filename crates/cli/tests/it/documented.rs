//! `docs/scenarios.md` says every verb, every key and every word that the code knows, and none besides.

use std::collections::{BTreeMap, BTreeSet};

use house::scenario::verbs::{Key, VERBS, What};

const DOCS: &str = include_str!("../../../../docs/scenarios.md");

/// The texts in back-ticks.
fn ticked(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// Rows of the tables below the headings that `wanted` names: their cells.
fn rows(wanted: impl Fn(&str) -> bool) -> Vec<Vec<&'static str>> {
    let mut inside = false;
    let mut rows = Vec::new();
    for line in DOCS.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            inside = wanted(heading);
        }
        if inside && line.starts_with("| `") {
            rows.push(line.trim_matches('|').split('|').map(str::trim).collect());
        }
    }
    rows
}

#[test]
fn every_verb_is_documented_with_its_keys() {
    let told: BTreeMap<&str, BTreeSet<String>> = rows(|heading| heading == "Verbs" || heading == "Checks")
        .into_iter()
        .map(|cells| (ticked(cells[0])[0], ticked(cells[1]).into_iter().map(str::to_owned).collect()))
        .collect();
    let name = |key: &Key| format!("{}{}", key.name, if key.needed { "" } else { "?" });
    let known: BTreeMap<&str, BTreeSet<String>> =
        VERBS.iter().map(|verb| (verb.name, verb.keys.iter().map(name).collect())).collect();
    assert_eq!(told, known);
}

#[test]
fn every_key_is_documented_with_its_words() {
    let told: BTreeMap<&str, BTreeSet<&str>> = rows(|heading| heading == "Keys")
        .into_iter()
        .flat_map(|cells| {
            let words: BTreeSet<&str> = ticked(cells[1]).into_iter().collect();
            ticked(cells[0]).into_iter().map(move |key| (key, words.clone())).collect::<Vec<_>>()
        })
        .collect();
    let known: BTreeSet<&str> = VERBS.iter().flat_map(|verb| verb.keys.iter().map(|key| key.name)).collect();
    assert_eq!(told.keys().copied().collect::<BTreeSet<_>>(), known);
    for key in VERBS.iter().flat_map(|verb| verb.keys) {
        let words = match key.what {
            What::Code(codes) | What::Codes(codes) => codes.all.to_vec(),
            What::Table(keys) => keys.iter().flat_map(|inner| words_of(inner.what)).collect(),
            _ => Vec::new(),
        };
        for word in words {
            assert!(told[key.name].contains(word), "docs/scenarios.md does not say `{word}` for `{}`", key.name);
        }
    }
}

fn words_of(what: What) -> Vec<&'static str> {
    match what {
        What::Code(codes) => codes.all.to_vec(),
        _ => Vec::new(),
    }
}

#[test]
fn the_example_can_be_read() {
    let example = DOCS.split("```toml\n").nth(2).and_then(|rest| rest.split("```").next()).expect("the second example");
    let region = house::scenario::book::region().expect("the region");
    let read = house::scenario::Story::read("docs/scenarios.md", example, &region);
    assert!(read.is_ok(), "{:#?}", read.err());
}
