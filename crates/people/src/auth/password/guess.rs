//! How much of a password is left when everything is taken off that somebody would guess first.
//!
//! A list of leaked passwords holds few of thirteen characters and more, and those are put together from parts: a
//! common word, a year, a row of the keyboard, the name of the house, the same once more. So the parts are known here
//! and not the wholes. Each part counts like one character, whatever its length, and every other character counts
//! as one. Which kinds of characters they are is never asked (ASVS 5.0, 6.2.5).

use std::sync::LazyLock;

use base::fold::norm_key;

/// The least weight that is taken: eight characters, or parts, that nobody can foretell from the rest.
///
/// With ten tries in a quarter of an hour there is no time to try what eight of them can be.
pub const WEIGHT_MIN: usize = 8;

/// A part of a row, of a name or of what came before has at least this many characters; two meet by chance.
const PART: usize = 3;

/// Rows that fingers and tongues run along, in both directions: keyboards (Japanese and American), alphabets, numbers.
const ROWS: &[&str] = &[
    "1234567890-^\\",
    "0123456789",
    "qwertyuiop@[",
    "qwertyuiop[]",
    "asdfghjkl;:]",
    "zxcvbnm,./",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
    "qazwsxedcrfvtgbyhnujmik,ol.p;/",
    "1q2w3e4r5t6y7u8i9o0p",
    "q1w2e3r4t5y6u7i8o9p0",
    "qawsedrftgyhujikolp",
    "7894561230",
    "147258369",
    "!\"#$%&'()=~",
    "!@#$%^&*()_+",
    "abcdefghijklmnopqrstuvwxyz",
    "a1b2c3d4e5f6g7h8i9j0",
    "1a2b3c4d5e6f7g8h9i0j",
    "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん",
    "いろはにほへとちりぬるをわかよたれそつねならむうゐのおくやまけふこえてあさきゆめみしゑひもせす",
    "一二三四五六七八九十",
    "日月火水木金土日",
];

/// Words that passwords are made of, a line each; compiled for this product from common knowledge, under its licence.
const COMMON: &str = include_str!("common.txt");

struct Known {
    rows: Vec<Vec<char>>,
    words: Vec<Vec<char>>,
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let rows = ROWS.iter().flat_map(|row| {
        let row = letters(row);
        let back = row.iter().rev().copied().collect();
        [row, back]
    });
    let words = COMMON.lines().filter(|line| !line.starts_with('#')).map(letters).filter(|word| word.len() > 1);
    Known { rows: rows.collect(), words: words.collect() }
});

/// What a password weighs for somebody who knows these things about its owner (names, agencies, places).
///
/// Width, case, kana and spaces make no difference, nor do digits that stand for letters (`p4ssw0rd`).
pub fn weigh(password: &str, about: &[&str]) -> usize {
    let about: Vec<Vec<char>> = about.iter().flat_map(|text| names(text)).collect();
    let plain = letters(password);
    let spoken: Vec<char> = plain.iter().map(|c| spelled(*c)).collect();
    lightest(&plain, &about).min(lightest(&spoken, &about))
}

/// A text as it is compared.
fn letters(text: &str) -> Vec<char> {
    norm_key(text).chars().collect()
}

/// A name as a whole and each of its parts.
fn names(text: &str) -> Vec<Vec<char>> {
    let parts = text.split(|c: char| c.is_whitespace() || matches!(c, '.' | '-' | '_' | '@' | '・'));
    std::iter::once(text).chain(parts).map(letters).filter(|name| name.len() > 1).collect()
}

/// The letter that a digit or sign is written for.
fn spelled(c: char) -> char {
    match c {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        _ => c,
    }
}

/// The fewest parts and single characters that the text can be put together from.
fn lightest(text: &[char], about: &[Vec<char>]) -> usize {
    let mut weight = vec![usize::MAX; text.len() + 1];
    weight[0] = 0;
    for at in 0..text.len() {
        let next = weight[at] + 1;
        let mut reach = |length: usize| weight[at + length] = weight[at + length].min(next);
        reach(1);
        let rest = &text[at..];
        for word in KNOWN.words.iter().chain(about).filter(|word| rest.starts_with(word)) {
            reach(word.len());
        }
        let before = (0..at).map(|from| shared(&text[from..], rest));
        let rows = KNOWN.rows.iter().chain(about).map(|row| longest_in(row, rest));
        let longest = before.chain(rows).chain([date(rest)]).max().unwrap_or_default();
        (PART..=longest).for_each(reach);
    }
    weight[text.len()]
}

/// How many characters two texts begin alike.
fn shared(a: &[char], b: &[char]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}

/// How much of the beginning of `rest` stands somewhere in a row.
fn longest_in(row: &[char], rest: &[char]) -> usize {
    (0..row.len()).map(|from| shared(&row[from..], rest)).max().unwrap_or_default()
}

/// The length of a year (1900–2099) or a day written with eight digits at the beginning; 0 when there is none.
fn date(rest: &[char]) -> usize {
    let digits: Vec<u32> = rest.iter().take(8).map_while(|c| c.to_digit(10)).collect();
    let number = |part: &[u32]| part.iter().fold(0, |sum, digit| sum * 10 + digit);
    if digits.len() < 4 || !(1900..2100).contains(&number(&digits[..4])) {
        return 0;
    }
    let day =
        digits.len() == 8 && (1..=12).contains(&number(&digits[4..6])) && (1..=31).contains(&number(&digits[6..]));
    if day { 8 } else { 4 }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ABOUT: &[&str] = &["center", "水野 けんた", "みずの けんた", "みなとこころの相談センター", "みなと市"];

    #[test]
    fn what_everybody_tries_first_weighs_too_little() {
        for easy in [
            "password12345",
            "Password@2026",
            "P4ssw0rd!P4ssw0rd!",
            "qwertyuiopasdfgh",
            "1qaz2wsx3edc4rfv",
            "!QAZ2wsx#EDC4rfv",
            "1234567890123",
            "aaaaaaaaaaaaaaaa",
            "abcabcabcabcabc",
            "iloveyou19850412",
            "tsunagi-tsunagi-2026",
            "つなぎつなぎつなぎつなぎ１",
            "ﾊﾟｽﾜｰﾄﾞﾊﾟｽﾜｰﾄﾞ2026",
            "みなとこころの相談センター2026",
            "mizuno-center-2026-1",
            "水野けんた水野けんた2026",
            "Tokyo-Osaka-2026!",
            "さくらさくらさくらさくら",
            "yoroshiku-onegaishimasu",
            "administrator-password",
            "９８７６５４３２１０９８７",
            "sakurasakura0101",
        ] {
            assert!(weigh(easy, ABOUT) < WEIGHT_MIN, "{easy} weighs {}", weigh(easy, ABOUT));
        }
    }

    #[test]
    fn a_sentence_or_what_a_machine_made_up_weighs_enough() {
        for fine in [
            "correct horse battery",
            "another horse battery",
            "minato-ken-no-akari",
            "とても長い合言葉です2026",
            "みなとの海は今日も静か",
            "stays after the fall",
            "kT9#xq2LmW7vR",
            "4812 9937 1605 27",
            "犬は毎朝6時に起きて庭を走る",
            "ringo to mikan o kai ni iku",
        ] {
            assert!(weigh(fine, ABOUT) >= WEIGHT_MIN, "{fine} weighs {}", weigh(fine, ABOUT));
        }
    }

    #[test]
    fn what_is_known_about_the_owner_counts_once_and_only_for_them() {
        let password = "はるかぜ舎ともしび共同作業所";
        assert!(weigh(password, &[password]) == 1 && weigh(password, ABOUT) >= WEIGHT_MIN);
        assert_eq!(weigh("", ABOUT), 0);
    }

    #[test]
    fn the_longest_password_is_weighed_without_delay() {
        // Every place against every row: bounded by the longest password that is taken.
        let long: String = "ながいことば".chars().cycle().take(256).collect();
        assert!(weigh(&long, ABOUT) <= 8);
    }
}
