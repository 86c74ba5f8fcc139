//! What stands in single cells of such files: times, days, coordinates, as people and spreadsheets write them

use base::fold::norm_key;

use crate::directory::numbers::narrow;
use crate::directory::schedule::{Days, Hours, Repeat, Schedule, Slot};

/// Minutes since midnight of `9:00`, `9時30分`, `900`, `24`, `24:00`, or a spreadsheet's part of a day (`0.375`)
pub fn clock(text: &str) -> Option<u16> {
    let folded = narrow(text).replace("時", ":").replace("分", "").replace('：', ":");
    let folded = folded.strip_suffix(':').unwrap_or(&folded);
    // A spreadsheet writes 9:00:00 as readily as 9:00.
    let folded = folded.strip_suffix(":00").filter(|rest| rest.contains(':')).unwrap_or(folded);
    if let Some((hour, minute)) = folded.split_once(':') {
        return minutes(hour.parse().ok()?, minute.parse().ok()?);
    }
    if folded.contains('.') {
        let part: f64 = folded.parse().ok().filter(|part| (0.0..=1.0).contains(part))?;
        return minutes_of_part(part);
    }
    let number: u16 = folded.parse().ok()?;
    match folded.len() {
        1 | 2 => minutes(number, 0),
        3 | 4 => minutes(number / 100, number % 100),
        _ => None,
    }
}

fn minutes(hour: u16, minute: u16) -> Option<u16> {
    let all = hour.checked_mul(60)?.checked_add(minute)?;
    (minute < 60 && all <= 24 * 60).then_some(all)
}

/// Whole minutes of a part of a day, 0 to 1; found by trying, for a cast would cut in silence
fn minutes_of_part(part: f64) -> Option<u16> {
    (0..=24 * 60).find(|n| (f64::from(*n) / 1440.0 - part).abs() < 1.0 / 2880.0)
}

/// Days of the week as lists write them: `月火水木金`, `月～金`, `月曜日;水曜日`, `平日`, `毎日`, `土日祝`
///
/// With the days comes whether public holidays are named as open. `None` when anything else stands there.
pub fn days(text: &str) -> Option<(Days, bool)> {
    let folded = norm_key(text).replace("曜日", "").replace('曜', "");
    let mut days = Days::default();
    let mut holidays = false;
    let mut last: Option<u8> = None;
    let mut open_run = false;
    let mut rest = folded.as_str();
    while let Some(c) = rest.chars().next() {
        if let Some((word, more)) = WORDS.iter().find(|(word, _)| rest.starts_with(word)) {
            days = days.and(*more);
            rest = &rest[word.len()..];
            last = None;
            continue;
        }
        if let Some(word) = ["祝日", "祝"].iter().find(|word| rest.starts_with(*word)) {
            holidays = true;
            rest = &rest[word.len()..];
            last = None;
            continue;
        }
        rest = &rest[c.len_utf8()..];
        match NAMES.iter().position(|name| *name == c).and_then(|day| u8::try_from(day).ok()) {
            Some(day) => {
                let first = if open_run { last? } else { day };
                if first > day {
                    return None;
                }
                days = days.and(Days::from_bits((first..=day).fold(0, |bits, day| bits | 1 << day)));
                (last, open_run) = (Some(day), false);
            }
            None if matches!(c, '~' | '〜' | '-' | 'ー') && last.is_some() => open_run = true,
            None if matches!(c, ',' | ';' | '、' | '/' | '.' | '･' | '|' | '&') => {}
            None => return None,
        }
    }
    (!days.is_empty() && !open_run).then_some((days, holidays))
}

const NAMES: [char; 7] = ['月', '火', '水', '木', '金', '土', '日'];
const WORDS: [(&str, Days); 3] = [("平日", Days::WORKING), ("毎日", Days::ALL), ("全日", Days::ALL)];

/// Days and hours as a weekly rule; `None` when either says too little or too much
pub fn opening(day_text: &str, from: &str, until: &str) -> Option<Schedule> {
    let (days, holidays) = days(day_text)?;
    let hours = Hours::new(clock(from)?, clock(until)?)?;
    let not_on_holidays = !holidays && days != Days::ALL;
    let slot = Slot { repeat: Repeat::Weekly(days), hours, from: None, until: None, not_on_holidays };
    Some(Schedule { slots: vec![slot], ..Schedule::default() })
}

/// What came out of a pair of coordinates
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Point {
    /// Nothing was given
    Missing,
    /// Latitude and longitude
    Good(f64, f64),
    /// The same, but they stood in each other's columns
    Swapped(f64, f64),
    /// Not a place in Japan
    Bad,
}

/// Reads latitude and longitude in degrees; Japan lies between 20 and 46 north, 122 and 154 east
pub fn point(lat: &str, lon: &str) -> Point {
    let (lat, lon) = (narrow(lat), narrow(lon));
    if lat.is_empty() && lon.is_empty() {
        return Point::Missing;
    }
    let is_lat = |x: f64| (20.0..=46.0).contains(&x);
    let is_lon = |x: f64| (122.0..=154.0).contains(&x);
    match (lat.parse::<f64>(), lon.parse::<f64>()) {
        (Ok(a), Ok(b)) if is_lat(a) && is_lon(b) => Point::Good(a, b),
        (Ok(a), Ok(b)) if is_lat(b) && is_lon(a) => Point::Swapped(b, a),
        _ => Point::Bad,
    }
}

/// Cities whose names hold the very characters at which names of municipalities end
const KNOTTY: [&str; 28] = [
    "四日市市",
    "廿日市市",
    "野々市市",
    "市川市",
    "市原市",
    "町田市",
    "十日町市",
    "大町市",
    "村山市",
    "東村山市",
    "武蔵村山市",
    "村上市",
    "羽村市",
    "大村市",
    "田村市",
    "郡山市",
    "大和郡山市",
    "小郡市",
    "蒲郡市",
    "郡上市",
    "余市郡余市町",
    "高市郡高取町",
    "高市郡明日香村",
    "佐波郡玉村町",
    "杵島郡大町町",
    "柴田郡村田町",
    "八日市場市",
    "今市市",
];

/// The municipality at the beginning of an address without its prefecture: 大阪市, 千代田区, 佐波郡玉村町
///
/// A city's ward is left off. A guess for files that give the address in one piece only.
pub fn city_in(address: &str) -> Option<&str> {
    if let Some(name) = KNOTTY.into_iter().find(|name| address.starts_with(name)) {
        return address.get(..name.len());
    }
    let near: Vec<(usize, char)> = address.char_indices().skip(1).take(8).collect();
    let end = |(at, c): &(usize, char)| at + c.len_utf8();
    let city = near.iter().find(|(_, c)| matches!(c, '市' | '区' | '町' | '村' | '郡'))?;
    if city.1 != '郡' {
        return address.get(..end(city));
    }
    let town = near.iter().find(|(at, c)| *at > city.0 && matches!(c, '町' | '村'))?;
    address.get(..end(town))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks() {
        let cases = [
            ("9:00", 540),
            ("０９：３０", 570),
            ("9時", 540),
            ("9時30分", 570),
            ("900", 540),
            ("1730", 1050),
            ("24", 1440),
            ("24:00", 1440),
            ("0.375", 540),
            ("0.7291666666666666", 1050),
            ("17:00:00", 1020),
            ("1.0", 1440),
            ("9", 540),
            ("0", 0),
        ];
        for (text, minutes) in cases {
            assert_eq!(clock(text), Some(minutes), "{text}");
        }
        for wrong in ["", "25:00", "9:60", "午前9時", "1.5", "90000", "-1", "9:00-17:00"] {
            assert_eq!(clock(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn days_of_the_week() {
        let cases = [
            ("月火水木金", "mon-fri", false),
            ("月～金", "mon-fri", false),
            ("月〜金", "mon-fri", false),
            ("月-金", "mon-fri", false),
            ("月曜日;水曜日", "mon,wed", false),
            ("月・水・金", "mon,wed,fri", false),
            ("平日", "mon-fri", false),
            ("毎日", "mon-sun", false),
            ("土日祝", "sat,sun", true),
            ("月～金、土", "mon-sat", false),
            ("火曜、木曜", "tue,thu", false),
            ("平日・祝日", "mon-fri", true),
        ];
        for (text, printed, holidays) in cases {
            let read = days(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((read.0.to_string().as_str(), read.1), (printed, holidays), "{text}");
        }
        for wrong in ["", "第2木", "月（午前）", "金～月", "不定休", "月～", "～金"] {
            assert_eq!(days(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn opening_hours_become_a_rule() {
        let read = |d, f, u| opening(d, f, u).map(|s| s.to_string());
        assert_eq!(read("月火水木金", "0.375", "17:15").as_deref(), Some("weekly:mon-fri 09:00-17:15 not-holidays"));
        assert_eq!(read("毎日", "0", "24").as_deref(), Some("weekly:mon-sun 00:00-24:00"));
        assert_eq!(read("月", "17:00", "9:00"), None);
        assert_eq!(read("月", "", ""), None);
    }

    #[test]
    fn coordinates() {
        assert_eq!(point("34.69", "135.50"), Point::Good(34.69, 135.50));
        assert_eq!(point("１３５．５０", "３４．６９"), Point::Swapped(34.69, 135.50));
        assert_eq!(point("", " "), Point::Missing);
        for (lat, lon) in [("34.69", ""), ("0", "0"), ("北緯34度", "東経135度"), ("34.69", "34.69"), ("NaN", "135")]
        {
            assert_eq!(point(lat, lon), Point::Bad, "{lat} {lon}");
        }
    }

    #[test]
    fn municipalities_in_addresses() {
        let cases = [
            ("大阪市北区中之島1-3-20", Some("大阪市")),
            ("千代田区霞が関1-1-1", Some("千代田区")),
            ("四日市市諏訪町1-5", Some("四日市市")),
            ("市川市八幡1-1-1", Some("市川市")),
            ("東村山市本町1-2-3", Some("東村山市")),
            ("佐波郡玉村町下新田201", Some("佐波郡玉村町")),
            ("上川郡東神楽町南1条", Some("上川郡東神楽町")),
            ("みなと市港町1", Some("みなと市")),
            ("", None),
            ("1-2-3", None),
            ("郡山市朝日1", Some("郡山市")),
        ];
        for (address, city) in cases {
            assert_eq!(city_in(address), city, "{address}");
        }
    }
}
