//! The wording that persons agreed to, version by version: kept as it was, also after the screen has come to say more.

use base::Lang;

/// The version that the screen speaks now. A changed sentence is a new version: another folder under `wording`, a line in
/// [`in_version`], and this name.
pub const TEXT_VERSION: &str = "2026-11-20";

/// What a key of the wording begins with.
#[cfg(test)]
const BEGINS: &[&str] = &[
    "consent-category-",
    "consent-purpose-",
    "consent-ask-",
    "consent-part-",
    "consent-duty-",
    "consent-existence-",
    "consent-what-",
    "consent-relapse-",
    "consent-why-",
    "consent-until-",
    "consent-how-",
    "consent-you-decide",
    "consent-agree ",
];

/// The sentences of a version in one register, each with the agency's name in its place; nothing for a version that
/// was never spoken.
pub fn sentences(version: &str, lang: Lang, agency: &str) -> Vec<String> {
    let lines = in_version(version, lang).unwrap_or_default().lines();
    let said = lines.filter_map(|line| line.split_once(" = ")).map(|(_, sentence)| sentence);
    let (days, hours) = (super::LONGEST_DAYS.to_string(), super::PAUSE_HOURS.to_string());
    let filled =
        |said: &str| said.replace("{ $agency }", agency).replace("{ $days }", &days).replace("{ $hours }", &hours);
    said.map(filled).collect()
}

fn in_version(version: &str, lang: Lang) -> Option<&'static str> {
    Some(match (version, lang) {
        ("2026-11", Lang::Ja) => include_str!("wording/2026-11/ja.ftl"),
        ("2026-11", Lang::Simple) => include_str!("wording/2026-11/ja-simple.ftl"),
        ("2026-11", Lang::En) => include_str!("wording/2026-11/en.ftl"),
        ("2026-11-20", Lang::Ja) => include_str!("wording/2026-11-20/ja.ftl"),
        ("2026-11-20", Lang::Simple) => include_str!("wording/2026-11-20/ja-simple.ftl"),
        ("2026-11-20", Lang::En) => include_str!("wording/2026-11-20/en.ftl"),
        _ => return None,
    })
}

/// What a form is refused with; it begins like the wording and was never said to the person.
#[cfg(test)]
const REFUSALS: &[&str] = &["consent-relapse-not-named", "consent-relapse-already-back"];

#[cfg(test)]
mod tests {
    use super::*;

    /// What a person once agreed to must be found again: a sentence of the screen is not changed under the same name.
    #[test]
    fn a_changed_sentence_is_a_new_version() {
        let now = [
            (Lang::Ja, include_str!("words/ja.ftl")),
            (Lang::Simple, include_str!("words/ja-simple.ftl")),
            (Lang::En, include_str!("words/en.ftl")),
        ];
        for (lang, words) in now {
            let of_wording = |line: &&str| BEGINS.iter().any(|begin| line.starts_with(begin));
            let spoken =
                words.lines().filter(of_wording).filter(|line| !REFUSALS.iter().any(|key| line.starts_with(key)));
            let kept = in_version(TEXT_VERSION, lang).expect("the version of now is kept");
            assert_eq!(spoken.collect::<Vec<_>>(), kept.lines().collect::<Vec<_>>(), "{lang:?}");
        }
    }

    #[test]
    fn every_sentence_names_the_agency_and_an_unknown_version_says_nothing() {
        for lang in Lang::ALL {
            let said = sentences(TEXT_VERSION, lang, "みなと保護観察所");
            assert!(said.len() > 60 && said.iter().any(|s| s.contains("みなと保護観察所")));
            assert!(said.iter().all(|s| !s.contains('{')), "{said:?}");
            assert_eq!(sentences("1999-01", lang, "x"), Vec::<String>::new());
        }
    }
}
