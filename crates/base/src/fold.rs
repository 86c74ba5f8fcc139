//! Folding: one key for the many ways of writing the same word
//!
//! The key is for finding only. What was written is kept beside it, untouched.

use std::sync::LazyLock;

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;
use unicode_normalization::UnicodeNormalization;

use crate::text::is_invisible;

/// The key by which a text is found: `ﾀﾞﾙｸ`, `ダルク` and `だるく` share one
///
/// Width and compatibility forms (NFKC), case and kana fold together; every dash becomes `-`; spaces, controls, `・` and invisible
/// signs go. The long mark `ー` stays: it is a sound, not a dash. Folding a key again changes nothing.
pub fn norm_key(text: &str) -> String {
    let wide: String = text.nfkc().collect();
    let folded: String = wide.to_lowercase().chars().filter_map(fold_char).collect();
    // Once more, because what was apart (か ゛) may stand together now and have a sign of its own.
    folded.nfkc().filter_map(fold_char).collect()
}

fn fold_char(c: char) -> Option<char> {
    match c {
        '\u{30A1}'..='\u{30F6}' | '\u{30FD}' | '\u{30FE}' => char::from_u32(u32::from(c) - 0x60),
        '・' => None,
        c if c.is_whitespace() || c.is_control() || is_invisible(c) => None,
        c if is_dash(c) => Some('-'),
        c => Some(c),
    }
}

/// Whether people type this where they mean a hyphen or minus
pub(crate) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}')
}

/// Each two neighbouring characters of the key; a key of one character gives itself, an empty one nothing
pub fn bigrams(text: &str) -> Vec<String> {
    let key: Vec<char> = norm_key(text).chars().collect();
    match key.len() {
        0 => Vec::new(),
        1 => vec![key.iter().collect()],
        _ => key.windows(2).map(|pair| pair.iter().collect()).collect(),
    }
}

/// The bigrams with a space between, as a full-text index wants them
pub fn bigram_text(text: &str) -> String {
    bigrams(text).join(" ")
}

/// Bytes that sort as a Japanese index sorts the reading (フリガナ): あべ, アベ, かとう, ガトウ, きょう, きよう, パン, はんどう
///
/// Kanji come after all kana, in an order nobody expects: give the reading, not the name. Keys of another version of the
/// collation are not comparable; make the column again when the library's data change.
pub fn kana_sort_key(reading: &str) -> Vec<u8> {
    static COLLATOR: LazyLock<CollatorBorrowed<'static>> = LazyLock::new(|| {
        let mut options = CollatorOptions::default();
        // Hiragana and katakana differ at the fourth level only; without it あべ and アベ would come in no certain order.
        options.strength = Some(Strength::Quaternary);
        Collator::try_new(locale!("ja").into(), options).expect("the collation of Japanese is built in")
    });
    let mut key = Vec::new();
    let Ok(()) = COLLATOR.write_sort_key_to(reading, &mut key);
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_words_users_type() {
        let same: [&[&str]; 13] = [
            &["ダルク", "ﾀﾞﾙｸ", "だるく", " ダ ル ク ", "タ゛ルク", "タ\u{3099}ルク"],
            &["NA", "ＮＡ", "na", "Ｎ Ａ"],
            &["スマープ", "ｽﾏｰﾌﾟ", "すまーぷ"],
            &["SMARPP", "ＳＭＡＲＰＰ", "smarpp"],
            &["ナルコティクス・アノニマス", "ﾅﾙｺﾃｨｸｽ･ｱﾉﾆﾏｽ", "ナルコティクス アノニマス"],
            &["03-1234-5678", "０３－１２３４－５６７８", "03−1234−5678", "03‐1234‐5678", "03—1234—5678"],
            &["①", "1", "１"],
            &["(株)つなぎ", "㈱つなぎ", "（株）ツナギ"],
            &["神", "\u{FA19}"],
            &["葛城", "葛\u{E0100}城"],
            &["ガ", "ｶﾞ", "が", "か\u{3099}"],
            &["いすゞ", "イスヾ"],
            &["ヴァイオリン", "ゔぁいおりん"],
        ];
        for group in same {
            for word in group {
                assert_eq!(norm_key(word), norm_key(group[0]), "{word} and {}", group[0]);
            }
        }
    }

    #[test]
    fn what_stays_apart() {
        for (one, other) in [
            ("ダルク", "タルク"),
            ("覚醒剤", "覚せい剤"),
            ("髙", "高"),
            ("スマープ", "スマ-プ"),
            ("びょういん", "びよういん"),
        ] {
            assert_ne!(norm_key(one), norm_key(other));
        }
        assert_eq!(norm_key("ダルク"), "だるく");
        assert_eq!(norm_key(" ・　"), "");
    }

    #[test]
    fn pairs_of_neighbours() {
        assert_eq!(bigrams("家族教室"), ["家族", "族教", "教室"]);
        assert_eq!(bigrams("Ａ"), ["a"]);
        assert_eq!(bigrams("・"), [""; 0]);
        assert_eq!(bigram_text("ﾀﾞﾙｸ"), "だる るく");
        assert_eq!(bigrams("𠮷野"), ["𠮷野"]);
    }

    #[test]
    fn readings_in_the_order_of_an_index() {
        let index = [
            "あべ",
            "アベ",
            "かあさん",
            "カード",
            "かく",
            "がく",
            "かとう",
            "ガトウ",
            "きょう",
            "きよう",
            "さいとう",
            "サトウ",
            "パン",
            "はんどう",
            "ハンドウ",
            "バンドウ",
            "安倍",
            "佐藤",
        ];
        let mut sorted = index;
        sorted.reverse();
        sorted.sort_by_key(|reading| kana_sort_key(reading));
        assert_eq!(sorted, index);
        assert_ne!(kana_sort_key("あべ"), kana_sort_key("アベ"), "a certain order, not a tie");
    }

    proptest! {
        #[test]
        fn folding_again_changes_nothing(text in any::<String>()) {
            let key = norm_key(&text);
            prop_assert_eq!(norm_key(&key), key);
        }

        #[test]
        fn folding_japanese_again_changes_nothing(text in "[ァ-ヿぁ-ゟｦ-ﾟ一-三゛゜ 　・ーA-Zａ-ｚ−-]{0,12}") {
            let key = norm_key(&text);
            prop_assert_eq!(norm_key(&key), key);
        }

        #[test]
        fn a_part_of_a_text_is_found_by_its_pairs(before in "[あ-ん]{0,5}", part in "[あ-ん一-龥]{2,6}", after in "[あ-ん]{0,5}") {
            let all = bigrams(&format!("{before}{part}{after}"));
            prop_assert!(bigrams(&part).iter().all(|pair| all.contains(pair)));
        }
    }
}
