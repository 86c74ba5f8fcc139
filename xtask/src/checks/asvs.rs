//! The list of the ASVS is whole, and what it names is there.
//!
//! Whether a claim is true, no program knows. That nothing is left out, and that every file and test it rests on still
//! exists, one does.

use std::collections::BTreeMap;

use crate::report::Finding;
use crate::tree::Tree;

const NAME: &str = "asvs";

/// The list.
const LIST: &str = "docs/asvs.md";

/// Requirements of levels 1 and 2 in version 5.0.0: section, and how many it has from 1 on.
const SECTIONS: &[(&str, u32)] = &[
    ("1.1", 2),
    ("1.2", 9),
    ("1.3", 11),
    ("1.4", 3),
    ("1.5", 2),
    ("2.1", 3),
    ("2.2", 3),
    ("2.3", 4),
    ("2.4", 1),
    ("3.2", 2),
    ("3.3", 4),
    ("3.4", 6),
    ("3.5", 5),
    ("3.7", 2),
    ("4.1", 3),
    ("4.2", 1),
    ("4.3", 2),
    ("4.4", 4),
    ("5.1", 1),
    ("5.2", 3),
    ("5.3", 2),
    ("5.4", 3),
    ("6.1", 3),
    ("6.2", 12),
    ("6.3", 4),
    ("6.4", 4),
    ("6.5", 5),
    ("6.6", 3),
    ("6.8", 4),
    ("7.1", 3),
    ("7.2", 4),
    ("7.3", 2),
    ("7.4", 5),
    ("7.5", 2),
    ("7.6", 2),
    ("8.1", 2),
    ("8.2", 3),
    ("8.3", 1),
    ("8.4", 1),
    ("9.1", 3),
    ("9.2", 4),
    ("10.1", 2),
    ("10.2", 2),
    ("10.3", 4),
    ("10.4", 11),
    ("10.5", 5),
    ("10.6", 2),
    ("10.7", 3),
    ("11.1", 2),
    ("11.2", 3),
    ("11.3", 3),
    ("11.4", 4),
    ("11.5", 1),
    ("11.6", 1),
    ("12.1", 3),
    ("12.2", 2),
    ("12.3", 4),
    ("13.1", 1),
    ("13.2", 5),
    ("13.3", 2),
    ("13.4", 5),
    ("14.1", 2),
    ("14.2", 4),
    ("14.3", 3),
    ("15.1", 3),
    ("15.2", 3),
    ("15.3", 7),
    ("16.1", 1),
    ("16.2", 5),
    ("16.3", 4),
    ("16.4", 3),
    ("16.5", 3),
    ("17.1", 1),
    ("17.2", 4),
    ("17.3", 2),
];

/// What may be said of a requirement.
const STATES: &[&str] = &["met", "n.a.", "not met"];

/// Numbers that are missing or told twice, states that do not exist, claims without a place, and places that are gone.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let Some(list) = tree.files.iter().find(|file| file.path == LIST) else { return Vec::new() };
    let files: BTreeMap<&str, &str> = tree.files.iter().map(|file| (file.path.as_str(), file.text.as_str())).collect();
    let mut told: BTreeMap<String, usize> = BTreeMap::new();
    let mut found = Vec::new();
    for (n, line) in list.text.lines().enumerate() {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [_, number, level, _, state, place, _] = cells.as_slice() else { continue };
        if !number.starts_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let error = |why: String| Finding::error(NAME, LIST, n + 1, format!("{number}: {why}"));
        *told.entry((*number).to_owned()).or_default() += 1;
        if !STATES.contains(state) || !["1", "2"].contains(level) {
            found.push(error(format!("`{state}` at level `{level}` says nothing")));
        }
        if *state != "met" && place.len() < 5 {
            found.push(error("the reason is missing".to_owned()));
        }
        found.extend(places(place).filter_map(|place| gone(&files, place)).map(error));
    }
    for (section, many) in SECTIONS {
        for number in (1..=*many).map(|n| format!("{section}.{n}")) {
            match told.remove(&number) {
                Some(1) => {}
                Some(_) => found.push(Finding::error(NAME, LIST, 0, format!("{number} stands there twice"))),
                None => found.push(Finding::error(NAME, LIST, 0, format!("{number} is missing"))),
            }
        }
    }
    found.extend(told.keys().map(|number| Finding::error(NAME, LIST, 0, format!("{number} is none of the 253"))));
    found
}

/// What stands between back-ticks and looks like a file.
fn places(cell: &str) -> impl Iterator<Item = &str> {
    let is_file = |text: &&str| {
        let path = text.split('#').next().unwrap_or_default();
        !text.starts_with('/') && [".rs", ".md", ".js", ".txt", ".toml", ".lock"].iter().any(|end| path.ends_with(end))
    };
    cell.split('`').skip(1).step_by(2).filter(is_file)
}

/// Why a place cannot be looked up.
fn gone(files: &BTreeMap<&str, &str>, place: &str) -> Option<String> {
    let (path, test) = place.split_once('#').map_or((place, None), |(path, test)| (path, Some(test)));
    match (files.get(path), test) {
        (None, _) => Some(format!("there is no {path}")),
        (Some(text), Some(test)) if !text.contains(test) => Some(format!("{path} has no {test}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::told;

    #[test]
    fn there_are_253() {
        assert_eq!(SECTIONS.iter().map(|(_, many)| many).sum::<u32>(), 253);
    }

    #[test]
    fn what_is_missing_twice_unknown_or_gone_is_told() {
        let row = |number: &str, state: &str, place: &str| format!("| {number} | 1 | x | {state} | {place} |\n");
        let all = || SECTIONS.iter().flat_map(|(section, many)| (1..=*many).map(move |n| format!("{section}.{n}")));
        let good: String = all().map(|number| row(&number, "met", "`a/t.rs#it_holds`")).collect();
        let with = |list: &str| told(check, &[(LIST, list), ("a/t.rs", "fn it_holds() {}")]);
        assert_eq!(with(&good), Vec::<String>::new());
        assert_eq!(with(&good.replacen("1.1.1 ", "1.1.2 ", 1)).len(), 2, "one is missing, one is there twice");
        assert_eq!(with(&good.replacen("it_holds", "it_held", 1)).len(), 1);
        assert_eq!(with(&good.replacen("a/t.rs", "a/gone.rs", 1)).len(), 1);
        assert_eq!(with(&good.replacen("| met |", "| perhaps |", 1)).len(), 1);
        assert_eq!(with(&(good.clone() + &row("1.2.10", "met", "x"))).len(), 1, "level 3 is not in the list");
        assert_eq!(with(&good.replacen("met | `a/t.rs#it_holds`", "n.a. | ", 1)).len(), 1, "a reason is needed");
    }
}
