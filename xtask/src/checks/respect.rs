//! Words about people: person first, no label that a person would not choose for themselves.
//!
//! The house says 薬物依存のある人, 再使用, a person who uses drugs. Search must still understand what people type, and the
//! law has names of its own: those places are listed with the reason.

use crate::report::Finding;
use crate::rust::whole_words;
use crate::tree::Tree;

const NAME: &str = "respect";

/// What no screen, comment or scenario says, and what to say instead.
const FORBIDDEN: &[(&str, &str)] = &[
    ("中毒者", "依存のある人"),
    ("常習者", "くり返し使っている人"),
    ("常用者", "使っている人"),
    ("乱用者", "使っている人"),
    ("濫用者", "使っている人"),
    ("依存者", "依存のある人"),
    ("アル中", "アルコール依存のある人"),
    ("薬中", "薬物依存のある人"),
    ("ヤク中", "薬物依存のある人"),
    ("シャブ中", "薬物依存のある人"),
    ("ポン中", "薬物依存のある人"),
    ("ジャンキー", "薬物依存のある人"),
    ("廃人", "言わない"),
    ("前科者", "刑を終えた人"),
    ("前科持ち", "刑を終えた人"),
    ("犯罪者", "罪に問われた人"),
    ("浮浪者", "住まいのない人"),
    ("アダルトチルドレン", "本人が自分をそう呼ぶときだけ"),
    ("addict", "person with a dependence"),
    ("addicts", "people with a dependence"),
    ("junkie", "person who uses drugs"),
    ("junkies", "people who use drugs"),
    ("abuser", "person who uses drugs"),
    ("abusers", "people who use drugs"),
    ("alcoholic", "person with an alcohol dependence"),
    ("ex-convict", "person who has been in prison"),
    ("felon", "person who has been in prison"),
    ("dirty urine", "positive test"),
    ("clean urine", "negative test"),
];

/// Where such a word stands rightly: the beginning of the path, the word, and why.
const ALLOWED: &[(&str, &str, &str)] = &[("docs/words.md", "依存者", "the title of a study is quoted")];

/// File kinds that people read or that become what they read.
const KINDS: &[&str] = &["ftl", "rs", "toml", "txt", "md", "sql", "html"];

/// Every forbidden word that is not listed with a reason.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    let ours = ["crates/", "casebook/", "docs/", "journeys/"];
    for file in tree.files.iter().filter(|f| ours.iter().any(|folder| f.path.starts_with(folder))) {
        if !KINDS.iter().any(|kind| file.ends(kind)) || tree.is_foreign(file) {
            continue;
        }
        let lower = file.text.to_lowercase();
        // Folding may change lengths in rare scripts; a line is then not worth a wrong answer.
        let text = if lower.len() == file.text.len() { lower.as_str() } else { file.text.as_str() };
        for (word, instead) in FORBIDDEN {
            if ALLOWED.iter().any(|(path, allowed, _)| file.path.starts_with(path) && allowed == word) {
                continue;
            }
            let message = format!("「{word}」: say 「{instead}」, or list the place with its reason in the check");
            found.extend(places(text, word).map(|at| Finding::error(NAME, &file.path, file.line(at), message.clone())));
        }
    }
    found
}

/// Latin words count whole, Japanese ones anywhere.
fn places<'a>(text: &'a str, word: &'a str) -> Box<dyn Iterator<Item = usize> + 'a> {
    if word.is_ascii() {
        Box::new(whole_words(text, word))
    } else {
        Box::new(text.match_indices(word).map(|(at, _)| at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::told;

    #[test]
    fn a_label_for_a_person_is_an_error() {
        let found = told(
            check,
            &[
                ("casebook/001.toml", "title = \"x\"\nstory = \"薬物中毒者の話\""),
                ("crates/web/words/en.ftl", "web-a = An Addict.\nweb-b = addictive\n"),
                ("crates/web/src/lib.rs", "// ジャンキー"),
            ],
        );
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(
            found[0].starts_with("error[respect] casebook/001.toml:2: 「中毒者」: say 「依存のある人」"),
            "{found:?}"
        );
    }

    #[test]
    fn a_listed_place_is_quiet() {
        assert_eq!(
            told(check, &[("docs/words.md", "薬物依存者支援"), ("xtask/src/a.rs", "中毒者")]),
            Vec::<String>::new()
        );
        assert_eq!(told(check, &[("docs/words.md", "中毒者"), ("docs/style.md", "依存者")]).len(), 2);
    }

    #[test]
    fn every_exception_has_a_reason() {
        assert!(ALLOWED.iter().all(|(_, word, why)| !why.is_empty() && FORBIDDEN.iter().any(|(f, _)| f == word)));
    }
}
