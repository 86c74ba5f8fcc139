//! Against known years, and by property over all the others

use proptest::prelude::*;

use super::*;
use crate::words::{Lang, Words};

const fn day(year: i16, month: i8, day: i8) -> Date {
    Date::constant(year, month, day)
}

/// Month/day of every day off
///
/// 2026 and 2027 as the Cabinet Office announced them. The others, and every year of 2000–2100 without a table here, were
/// compared on 2026-11-20 with the Python packages jpholiday 1.0.3 and holidays 0.108 (to 2099): no day differed.
const KNOWN: [(i32, &str); 11] = [
    (2002, "1/1 1/14 2/11 3/21 4/29 5/3 5/4 5/5 5/6 7/20 9/15 9/16 9/23 10/14 11/3 11/4 11/23 12/23"),
    (2006, "1/1 1/2 1/9 2/11 3/21 4/29 5/3 5/4 5/5 7/17 9/18 9/23 10/9 11/3 11/23 12/23"),
    (2009, "1/1 1/12 2/11 3/20 4/29 5/3 5/4 5/5 5/6 7/20 9/21 9/22 9/23 10/12 11/3 11/23 12/23"),
    (2018, "1/1 1/8 2/11 2/12 3/21 4/29 4/30 5/3 5/4 5/5 7/16 8/11 9/17 9/23 9/24 10/8 11/3 11/23 12/23 12/24"),
    (2019, "1/1 1/14 2/11 3/21 4/29 4/30 5/1 5/2 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/23 10/14 10/22 11/3 11/4 11/23"),
    (2020, "1/1 1/13 2/11 2/23 2/24 3/20 4/29 5/3 5/4 5/5 5/6 7/23 7/24 8/10 9/21 9/22 11/3 11/23"),
    (2021, "1/1 1/11 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/22 7/23 8/8 8/9 9/20 9/23 11/3 11/23"),
    (2024, "1/1 1/8 2/11 2/12 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/22 9/23 10/14 11/3 11/4 11/23"),
    (2025, "1/1 1/13 2/11 2/23 2/24 3/20 4/29 5/3 5/4 5/5 5/6 7/21 8/11 9/15 9/23 10/13 11/3 11/23 11/24"),
    (2026, "1/1 1/12 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/20 8/11 9/21 9/22 9/23 10/12 11/3 11/23"),
    (2027, "1/1 1/11 2/11 2/23 3/21 3/22 4/29 5/3 5/4 5/5 7/19 8/11 9/20 9/23 10/11 11/3 11/23"),
];

#[test]
fn the_known_years() {
    for (year, known) in KNOWN {
        let ours: Vec<_> = holidays_of(year).iter().map(|(d, _)| format!("{}/{}", d.month(), d.day())).collect();
        assert_eq!(ours.join(" "), known, "{year}");
    }
}

#[test]
fn the_days_by_name() {
    let named = [
        (day(2006, 4, 29), Holiday::Greenery),
        (day(2006, 5, 4), Holiday::Between),
        (day(2007, 4, 29), Holiday::Showa),
        (day(2007, 5, 4), Holiday::Greenery),
        (day(2008, 5, 6), Holiday::Substitute),
        (day(2018, 12, 23), Holiday::Emperor),
        (day(2019, 4, 30), Holiday::Between),
        (day(2019, 5, 1), Holiday::Accession),
        (day(2019, 5, 2), Holiday::Between),
        (day(2019, 10, 14), Holiday::HealthAndSports),
        (day(2019, 10, 22), Holiday::Enthronement),
        (day(2020, 7, 24), Holiday::Sports),
        (day(2021, 8, 8), Holiday::Mountain),
        (day(2021, 8, 9), Holiday::Substitute),
        (day(2026, 9, 22), Holiday::Between),
        (day(2027, 3, 22), Holiday::Substitute),
    ];
    for (date, name) in named {
        assert_eq!(holiday(date), Some(name), "{date}");
    }
    for plain in [
        day(2019, 12, 23),
        day(2020, 10, 12),
        day(2021, 7, 19),
        day(2021, 8, 11),
        day(2000, 5, 6),
        day(2003, 5, 4),
        day(1999, 1, 1),
    ] {
        assert_eq!(holiday(plain), None, "{plain}");
    }
    assert_eq!(holidays_of(1999), []);
    assert_eq!(holidays_of(2101), []);
}

#[test]
fn equinoxes_over_the_century() {
    let days = [
        (2000, 20, 23),
        (2012, 20, 22),
        (2023, 21, 23),
        (2024, 20, 22),
        (2028, 20, 22),
        (2030, 20, 23),
        (2092, 19, 22),
        (2100, 20, 23),
    ];
    for (year, spring, autumn) in days {
        assert_eq!((spring_equinox(year), autumn_equinox(year)), (spring, autumn), "{year}");
    }
}

#[test]
fn offices_close_over_new_year() {
    let last = day(2026, 12, 28);
    assert!(is_working_day(last));
    assert!((1..=6).all(|n| !is_working_day(last.plus_days(n))), "29 December to 3 January");
    assert_eq!(add_working_days(last, 1), day(2027, 1, 4));
    assert_eq!(add_working_days(day(2027, 1, 4), -1), last);
    assert_eq!(add_working_days(day(2025, 12, 26), 1), day(2025, 12, 29).plus_days(7), "a weekend on both sides");
}

#[test]
fn working_days_pass_over_long_holidays() {
    let counted = [
        (day(2019, 4, 26), 1, day(2019, 5, 7)),
        (day(2026, 5, 1), 1, day(2026, 5, 7)),
        (day(2026, 9, 18), 1, day(2026, 9, 24)),
        (day(2026, 11, 20), 3, day(2026, 11, 26)),
        (day(2026, 11, 20), 0, day(2026, 11, 20)),
        (day(2026, 11, 21), 0, day(2026, 11, 24)),
        (day(2026, 11, 21), 1, day(2026, 11, 24)),
        (day(2026, 11, 21), -1, day(2026, 11, 20)),
    ];
    for (from, count, to) in counted {
        assert_eq!(add_working_days(from, count), to, "{from} {count}");
    }
    assert_eq!(add_working_days(Date::MAX, 1), Date::MAX);
    assert_eq!(add_working_days(Date::MIN, -1), Date::MIN);
}

#[test]
fn every_holiday_has_its_name() {
    let words = Words::build(&[crate::WORDS]).expect("words");
    for (_, name) in (2000..=2100).flat_map(holidays_of) {
        for lang in [Lang::Ja, Lang::En] {
            assert!(words.has(lang, name.key()), "{name:?}");
        }
    }
}

proptest! {
    #[test]
    fn counting_there_and_back(days in 0_i64..36_000, count in 1_i32..60) {
        let from = add_working_days(day(2000, 1, 1).plus_days(days), 0);
        let to = add_working_days(from, count);
        prop_assert!(is_working_day(to));
        prop_assert_eq!(add_working_days(to, -count), from);
        let between = (1..=from.days_until(to)).filter(|n| is_working_day(from.plus_days(*n))).count();
        prop_assert_eq!(i32::try_from(between), Ok(count));
    }

    #[test]
    fn no_year_is_short_of_holidays(year in 2000_i32..=2100) {
        let all = holidays_of(year);
        prop_assert!((15..=22).contains(&all.len()), "{}", all.len());
        for (date, name) in &all {
            // A holiday on a Sunday always gives another day within the week.
            let lost = date.weekday() == Weekday::Sunday && *name != Holiday::Between;
            prop_assert!(!lost || (1..=6).any(|n| holiday(date.plus_days(n)) == Some(Holiday::Substitute)));
            prop_assert!(*name != Holiday::Substitute || date.weekday() != Weekday::Sunday);
        }
    }
}
