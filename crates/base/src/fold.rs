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
/// Width and compatibility forms (NFKC), case and kana fold together; every dash becomes `-`; spaces, `・` and invisible
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
        c if c.is_whitespace() || is_invisible(c) => None,
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
