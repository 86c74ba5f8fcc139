//! Numbers with a check digit, and what spreadsheets do to them
//!
//! 全国地方公共団体コード: JIS X 0401 (prefecture) and JIS X 0402 (municipality) with a check digit modulo 11.
//! 法人番号: twelve digits behind a check digit modulo 9 (法人番号の指定等に関する省令 第2条).

use base::fold::norm_key;

/// The forty-seven prefectures in the order of their codes, 01 first
const PREFECTURES: [&str; 47] = [
    "北海道",
    "青森県",
    "岩手県",
    "宮城県",
    "秋田県",
    "山形県",
    "福島県",
    "茨城県",
    "栃木県",
    "群馬県",
    "埼玉県",
    "千葉県",
    "東京都",
    "神奈川県",
    "新潟県",
    "富山県",
    "石川県",
    "福井県",
    "山梨県",
    "長野県",
    "岐阜県",
    "静岡県",
    "愛知県",
    "三重県",
    "滋賀県",
    "京都府",
    "大阪府",
    "兵庫県",
    "奈良県",
    "和歌山県",
    "鳥取県",
    "島根県",
    "岡山県",
    "広島県",
    "山口県",
    "徳島県",
    "香川県",
    "愛媛県",
    "高知県",
    "福岡県",
    "佐賀県",
    "長崎県",
    "熊本県",
    "大分県",
    "宮崎県",
    "鹿児島県",
    "沖縄県",
];

/// The prefecture of a six-digit code
pub fn prefecture_of(municipality: &str) -> Option<&'static str> {
    let number: usize = municipality.get(..2)?.parse().ok()?;
    PREFECTURES.get(number.checked_sub(1)?).copied()
}

/// The prefecture that an address begins with
pub fn prefecture_in(address: &str) -> Option<&'static str> {
    PREFECTURES.into_iter().find(|name| address.starts_with(name))
}

/// A municipality code that was read, and what had to be done to it
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Municipality {
    /// Six digits with the check digit
    pub code: String,
    /// What was repaired
    pub repair: Option<Repair>,
}

/// What was repaired in a municipality code
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repair {
    /// A spreadsheet had eaten the leading zero
    Zero,
    /// The check digit was missing and was worked out
    CheckDigit,
    /// Both
    Both,
}

/// Reads a municipality code in any of the forms that are really published: six digits, without the check digit,
/// without the leading zero, without either
///
/// `prefecture`, if known, decides between the two readings of five digits. `None` when no reading is a code.
pub fn municipality(text: &str, prefecture: Option<&str>) -> Option<Municipality> {
    let digits = digits(text)?;
    let zero = format!("0{digits}");
    let candidates: Vec<(String, Option<Repair>)> = match digits.len() {
        6 => vec![(digits, None)],
        5 => vec![(with_check(&digits)?, Some(Repair::CheckDigit)), (zero, Some(Repair::Zero))],
        4 => vec![(with_check(&zero)?, Some(Repair::Both))],
        _ => Vec::new(),
    };
    let mut sound: Vec<_> = candidates.into_iter().filter(|(code, _)| is_municipality(code)).collect();
    if sound.len() > 1 && prefecture.is_some() {
        sound.retain(|(code, _)| prefecture_of(code) == prefecture);
    }
    // Two sound readings and nothing to tell them apart: then neither is known.
    match sound.as_slice() {
        [(code, repair)] => Some(Municipality { code: code.clone(), repair: *repair }),
        _ => None,
    }
}

/// Whether these six digits are a prefecture or a place in one, with the right check digit
pub fn is_municipality(code: &str) -> bool {
    let part = code.get(2..5).and_then(|part| part.parse::<u16>().ok());
    prefecture_of(code).is_some()
        && part.is_some_and(|part| part == 0 || part >= 100)
        && code.get(..5).and_then(with_check).is_some_and(|whole| whole == code)
}

fn with_check(five: &str) -> Option<String> {
    let sum: u32 =
        five.chars().zip([6, 5, 4, 3, 2]).map(|(c, weight)| c.to_digit(10).map(|d| d * weight)).sum::<Option<_>>()?;
    Some(format!("{five}{}", (11 - sum % 11) % 10))
}

/// A corporate number: thirteen digits with the right check digit
pub fn corporate_no(text: &str) -> Option<String> {
    let digits = digits(text)?;
    let (check, rest) = digits.split_at_checked(1)?;
    if rest.len() != 12 {
        return None;
    }
    let weighed = rest.chars().rev().zip([1, 2].into_iter().cycle());
    let sum: u32 = weighed.map(|(c, weight)| c.to_digit(10).map(|d| d * weight)).sum::<Option<_>>()?;
    (check == (9 - sum % 9).to_string()).then_some(digits)
}

/// A postal code: seven digits, hyphen or not
pub fn postcode(text: &str) -> Option<String> {
    let folded = narrow(text);
    let digits = digits(&folded.trim_start_matches('〒').replace('-', ""))?;
    (digits.len() == 7).then_some(digits)
}

/// A telephone number as people write it, in plain digits and hyphens; parentheses become hyphens
pub fn phone(text: &str) -> Option<String> {
    let folded = narrow(text);
    let plain: String = folded.chars().map(|c| if matches!(c, '(' | ')' | 'ー') { '-' } else { c }).collect();
    let parts: Vec<_> = plain.split('-').filter(|part| !part.is_empty()).collect();
    let number = parts.join("-");
    let count = number.chars().filter(char::is_ascii_digit).count();
    let sound = number.chars().all(|c| c.is_ascii_digit() || c == '-' || c == '+' || c == '#');
    (sound && (3..=15).contains(&count)).then_some(number)
}

/// The key of a short cell; most hold plain digits, for which folding would be a waste
pub fn narrow(text: &str) -> String {
    if text.is_ascii() { text.chars().filter(|c| !c.is_whitespace()).collect() } else { norm_key(text) }
}

fn digits(text: &str) -> Option<String> {
    let folded = narrow(text);
    (!folded.is_empty() && folded.bytes().all(|b| b.is_ascii_digit())).then_some(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_codes_are_sound() {
        // 札幌, 旭川, 千代田, 大阪府, 大阪市, 堺市, 宇都宮
        for code in ["011002", "012041", "131016", "270008", "271004", "271403", "092011"] {
            assert_eq!(municipality(code, None), Some(Municipality { code: code.into(), repair: None }), "{code}");
        }
        for wrong in ["011003", "481006", "001000", "270501", "0110020", "", "東京", "1"] {
            assert_eq!(municipality(wrong, None), None, "{wrong}");
        }
    }

    #[test]
    fn what_spreadsheets_did_is_undone() {
        let read = |text| municipality(text, None).map(|m| (m.code, m.repair));
        assert_eq!(read("92011"), Some(("092011".into(), Some(Repair::Zero))));
        assert_eq!(read("13101"), Some(("131016".into(), Some(Repair::CheckDigit))));
        assert_eq!(read("9201"), Some(("092011".into(), Some(Repair::Both))));
        assert_eq!(read("１３１０１６"), Some(("131016".into(), None)));
    }

    #[test]
    fn two_readings_are_told_apart_by_the_prefecture() {
        // Every five digits that can be read in both ways
        let both: Vec<String> = (10_000..48_000)
            .map(|n: u32| n.to_string())
            .filter(|five| is_municipality(&format!("0{five}")) && is_municipality(&with_check(five).expect("digits")))
            .collect();
        assert!(!both.is_empty(), "else there is nothing to decide");
        for five in both {
            assert_eq!(municipality(&five, None), None, "{five}");
            let (zero, check) = (format!("0{five}"), with_check(&five).expect("digits"));
            for code in [zero, check] {
                assert_eq!(municipality(&five, prefecture_of(&code)).expect("decided").code, code);
            }
        }
    }

    #[test]
    fn corporate_numbers() {
        // 国税庁, デジタル庁, 大阪府
        for sound in ["7000012050002", "8000012010038", "4000020270008", "４００００２０２７０００８"] {
            assert!(corporate_no(sound).is_some(), "{sound}");
        }
        for wrong in ["7000012050003", "700001205000", "6000012050002", "", "70000120500020"] {
            assert_eq!(corporate_no(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn postal_codes_and_telephones() {
        assert_eq!(postcode("〒070-8525").as_deref(), Some("0708525"));
        assert_eq!(postcode("０７０−８５２５").as_deref(), Some("0708525"));
        assert_eq!(postcode("70-8525"), None);
        assert_eq!(phone("０６（６６９１）２８１１").as_deref(), Some("06-6691-2811"));
        assert_eq!(phone("06ー6691ー2811").as_deref(), Some("06-6691-2811"));
        assert_eq!(phone("#7119").as_deref(), Some("#7119"));
        assert_eq!(phone("代表 06-6691-2811"), None);
        assert_eq!(phone("06-6691-2811, 06-6691-2812"), None);
    }

    #[test]
    fn prefectures() {
        assert_eq!(prefecture_of("271004"), Some("大阪府"));
        assert_eq!(prefecture_of("482018"), None);
        assert_eq!(prefecture_in("東京都千代田区"), Some("東京都"));
        assert_eq!(prefecture_in("みなと県みなと市"), None);
    }
}
