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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_users_type_find_each_other() {
        let pairs = [
            ("覚醒剤", "覚せい剤"),
            ("シャブ", "覚醒剤"),
            ("ｼｬﾌﾞ", "覚せい剤"),
            ("スマープ", "SMARPP"),
            ("ＳＭＡＲＰＰ", "スマープ"),
            ("だるく", "DARC"),
            ("darc", "ダルク"),
            ("大麻", "マリファナ"),
            ("OD", "市販薬"),
            ("オーバードーズ", "ＯＴＣ"),
            ("NA", "ナルコティクス・アノニマス"),
            ("ナルコティクスアノニマス", "ＮＡ"),
            ("睡眠薬", "処方薬"),
            ("家族教室", "家族会"),
            ("こころの健康センター", "精神保健福祉センター"),
        ];
        for (typed, other) in pairs {
            assert!(synonyms(typed).contains(&norm_key(other)), "{typed} finds {other}");
            assert!(synonyms(other).contains(&norm_key(typed)), "{other} finds {typed}");
        }
    }

    #[test]
    fn no_word_is_its_own_synonym_and_groups_do_not_run_together() {
        assert!(!synonyms("ダルク").contains(&norm_key("ﾀﾞﾙｸ")));
        assert!(synonyms("入院").contains(&norm_key("病院")));
        assert!(!synonyms("入院").contains(&norm_key("通院")), "both are near 病院, not near each other");
        assert_eq!(synonyms("どこにもない"), [""; 0]);
        assert_eq!(synonyms(""), [""; 0]);
    }

    #[test]
    fn a_query_is_words_with_their_alternatives() {
        let found = alternatives(" ﾀﾞﾙｸ　見学 ・ ");
        assert_eq!(found.len(), 2);
        assert_eq!(found[0][0], "だるく");
        assert!(found[0].contains(&"darc".to_owned()));
        assert_eq!(found[1], ["見学"]);
    }

    #[test]
    fn the_table_is_clean() {
        for group in groups() {
            let keys: BTreeSet<String> = group.iter().map(|word| norm_key(word)).collect();
            assert!(group.len() > 1, "{group:?} has nothing to find");
            assert!(!keys.contains(""), "{group:?} has an empty word");
        }
    }
}
