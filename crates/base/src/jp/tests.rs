//! Eras, reading and writing dates, fiscal years: by table, and by property over every day that can be typed

use proptest::prelude::*;

use super::*;
use crate::date::Date;
use crate::time::Time;
use crate::words::{Lang, Words};

const fn day(year: i16, month: i8, day: i8) -> Date {
    Date::constant(year, month, day)
}

// Every day from 1873 to 2100 was also compared once with ICU's Japanese calendar (2026-11-20): no era or year differed.
#[test]
fn eras_change_on_their_days() {
    let edges = [
        (day(1873, 1, 1), Era::Meiji, 6),
        (day(1912, 7, 29), Era::Meiji, 45),
        (day(1912, 7, 30), Era::Taisho, 1),
        (day(1926, 12, 24), Era::Taisho, 15),
        (day(1926, 12, 25), Era::Showa, 1),
        (day(1989, 1, 7), Era::Showa, 64),
        (day(1989, 1, 8), Era::Heisei, 1),
        (day(2019, 4, 30), Era::Heisei, 31),
        (day(2019, 5, 1), Era::Reiwa, 1),
        (day(2020, 1, 1), Era::Reiwa, 2),
        (day(2026, 11, 20), Era::Reiwa, 8),
    ];
    for (date, name, year) in edges {
        assert_eq!(era(date), (name, year), "{date}");
    }
}

#[test]
fn an_era_ends_where_the_next_begins() {
    for pair in Era::ALL.windows(2) {
        assert_eq!(pair[0].last_day().map(|last| last.plus_days(1)), Some(pair[1].first_day()));
    }
    assert_eq!(Era::Reiwa.last_day(), None);
}

#[test]
fn the_forms_people_type() {
    let today = [
        "2026-11-20",
        "2026/11/20",
        "2026.11.20",
        "20261120",
        "2026年11月20日",
        "R8.11.20",
        "r8.11.20",
        "R08.11.20",
        "R8/11/20",
        "R8-11-20",
        "令8.11.20",
        "令和8年11月20日",
        "令和8.11.20",
        "㋿8年11月20日",
        "２０２６年１１月２０日",
        "２０２６－１１－２０",
        "２０２６／１１／２０",
        "Ｒ８．１１．２０",
        " 2026 / 11 / 20 ",
        "　令和 8年 11月 20日　",
        "R8. 11. 20",
        "2026−11−20",
        "2026‐11‐20",
        "2026年11月20日（金）",
        "2026/11/20(金曜日)",
        "2026年11月20日（令和8年11月20日）",
        "令和8年11月20日(2026年11月20日)",
    ];
    for typed in today {
        assert_eq!(parse_date(typed), Ok(day(2026, 11, 20)), "{typed}");
    }
    let others = [
        ("令和元年5月1日", day(2019, 5, 1)),
        ("令和１年５月１日", day(2019, 5, 1)),
        ("R元.5.1", day(2019, 5, 1)),
        ("平成31年4月30日", day(2019, 4, 30)),
        ("平成元年1月8日", day(1989, 1, 8)),
        ("H1.1.8", day(1989, 1, 8)),
        ("昭和64年1月7日", day(1989, 1, 7)),
        ("昭32. 7. 1", day(1957, 7, 1)),
        ("昭和元年12月25日", day(1926, 12, 25)),
        ("S1.12.31", day(1926, 12, 31)),
        ("大正15年12月24日", day(1926, 12, 24)),
        ("大元.7.30", day(1912, 7, 30)),
        ("明治45年7月29日", day(1912, 7, 29)),
        ("M33.1.1", day(1900, 1, 1)),
        ("2024-2-29", day(2024, 2, 29)),
        ("2026-1-1", day(2026, 1, 1)),
        ("2100-12-31", day(2100, 12, 31)),
    ];
    for (typed, date) in others {
        assert_eq!(parse_date(typed), Ok(date), "{typed}");
    }
}

#[test]
fn what_is_not_written_as_a_date() {
    let wrong = [
        "",
        "　",
        "きのう",
        "2026",
        "2026-11",
        "2026年11月",
        "11/20",
        "26.11.20",
        "26年11月20日",
        "2026-11-20-1",
        "2026-11/20",
        "2026年11月20",
        "2026年11-20日",
        "R8",
        "R.11.20",
        "R0.11.20",
        "R100.1.1",
        "令和年5月1日",
        "令和元元年5月1日",
        "元年5月1日",
        "X8.11.20",
        "2026-011-20",
        "+2026-1-1",
        "2026--1-1",
        "2026-11-20()",
        "2026-11-20(祝)",
        "(2026-11-20)",
        "令和R8.11.20",
        "二〇二六年一月一日",
        "99999999999-1-1",
    ];
    for typed in wrong {
        assert_eq!(parse_date(typed), Err(DateProblem::NotADate), "{typed}");
    }
}

#[test]
fn days_no_calendar_has() {
    let wrong = [
        ("2026年2月31日", 2026, 2, 31),
        ("2026-02-29", 2026, 2, 29),
        ("2100/2/29", 2100, 2, 29),
        ("R8.4.31", 2026, 4, 31),
        ("令和8年13月1日", 2026, 13, 1),
        ("2026-0-1", 2026, 0, 1),
        ("2026-1-0", 2026, 1, 0),
        ("20261399", 2026, 13, 99),
    ];
    for (typed, year, month, day) in wrong {
        assert_eq!(parse_date(typed), Err(DateProblem::NoSuchDay { year, month, day }), "{typed}");
    }
}

#[test]
fn days_outside_the_era_named() {
    let wrong = [
        ("令和元年4月30日", Era::Reiwa, day(2019, 4, 30)),
        ("平成31年5月1日", Era::Heisei, day(2019, 5, 1)),
        ("平成32年1月1日", Era::Heisei, day(2020, 1, 1)),
        ("平成元年1月7日", Era::Heisei, day(1989, 1, 7)),
        ("昭和64年1月8日", Era::Showa, day(1989, 1, 8)),
        ("昭和元年12月24日", Era::Showa, day(1926, 12, 24)),
        ("大正元年7月29日", Era::Taisho, day(1912, 7, 29)),
        ("明治45年7月30日", Era::Meiji, day(1912, 7, 30)),
    ];
    for (typed, era, meant) in wrong {
        assert_eq!(parse_date(typed), Err(DateProblem::OutsideEra { era, meant }), "{typed}");
    }
}

#[test]
fn years_too_far_and_parts_that_disagree() {
    for typed in
        ["1899-12-31", "2101-01-01", "0000-01-01", "9999-12-31", "M32.12.31", "明治5年12月1日", "R99.1.1", "1850-02-31"]
    {
        assert_eq!(parse_date(typed), Err(DateProblem::OutOfRange), "{typed}");
    }
    for typed in ["2026年11月20日（木）", "2026年11月20日（令和7年11月20日）", "2026-11-20(日)"] {
        assert_eq!(parse_date(typed), Err(DateProblem::Disagree), "{typed}");
    }
}

#[test]
fn the_one_who_typed_it_is_told_what_to_write() {
    let words = Words::build(&[crate::WORDS]).expect("words");
    let told = |lang, typed| words.msg(lang, &parse_date(typed).expect_err(typed).msg());
    assert_eq!(told(Lang::Ja, "2026年2月31日"), "2026年2月31日はありません。2月は28日までです。");
    assert_eq!(
        told(Lang::Simple, "2026-4-31"),
        "4月《がつ》31日《にち》は ありません。4月《がつ》は 30日《にち》までです。"
    );
    assert_eq!(told(Lang::Ja, "R8.13.1"), "13月はありません。月は1から12までです。");
    assert!(told(Lang::Ja, "平成32年1月1日").contains("2020年1月1日（令和2年）のことですか"));
    assert!(told(Lang::En, "S64.1.8").contains("Did you mean 1989-1-8 (平成元年)?"));
    for lang in Lang::ALL {
        for typed in ["x", "1899-1-1", "2026-11-20(木)", "R8.13.1", "R8.2.30", "H40.1.1"] {
            assert!(!told(lang, typed).is_empty());
        }
    }
    assert_eq!(words.missing_keys(), [""; 0]);
}

#[test]
fn dates_as_people_read_them() {
    assert_eq!(long_date(day(2026, 11, 20)), "2026年11月20日（令和8年11月20日）");
    assert_eq!(long_date(day(2019, 5, 1)), "2019年5月1日（令和元年5月1日）");
    assert_eq!(long_date(day(1872, 12, 31)), "1872年12月31日");
    assert_eq!(date_short(day(2026, 1, 2)), "2026/01/02");
    assert_eq!(show_date(Lang::Simple, day(2026, 1, 2)), "2026年1月2日");
    assert_eq!(show_date(Lang::En, day(2026, 12, 2)), "2 December 2026");
}

#[test]
fn clock_times_as_people_read_them() {
    let shown = |lang, hour, minute| easy_time(lang, Time::at_jst(day(2026, 11, 20), hour, minute));
    assert_eq!(shown(Lang::Ja, 15, 5), "15:05");
    let plain = [
        (0, 0, "午前0時"),
        (9, 30, "午前9時30分"),
        (12, 0, "午後0時"),
        (15, 5, "午後3時5分"),
        (23, 59, "午後11時59分"),
    ];
    for (hour, minute, text) in plain {
        assert_eq!(shown(Lang::Simple, hour, minute), text);
    }
}

#[test]
fn fiscal_years_begin_in_april() {
    let edges = [
        (day(2026, 3, 31), 2025, 4),
        (day(2026, 4, 1), 2026, 1),
        (day(2026, 6, 30), 2026, 1),
        (day(2026, 7, 1), 2026, 2),
    ];
    let later = [
        (day(2026, 9, 30), 2026, 2),
        (day(2026, 10, 1), 2026, 3),
        (day(2026, 12, 31), 2026, 3),
        (day(2027, 1, 1), 2026, 4),
    ];
    for (date, year, of_four) in edges.into_iter().chain(later) {
        assert_eq!((fiscal_year(date), quarter(date)), (year, of_four), "{date}");
    }
    assert_eq!(fiscal_year_days(2023), Some((day(2023, 4, 1), day(2024, 3, 31))));
}

#[test]
fn fiscal_years_by_name() {
    let names = [
        (2026, "令和8年度（2026年度）"),
        (2019, "令和元年度（2019年度）"),
        (2018, "平成30年度（2018年度）"),
        (1989, "平成元年度（1989年度）"),
        (1988, "昭和63年度（1988年度）"),
        (1926, "大正15年度（1926年度）"),
        (1800, "1800年度"),
    ];
    for (year, name) in names {
        assert_eq!(fiscal_year_label(year), name);
    }
    assert_eq!(show_fiscal_year(Lang::Simple, 2026), "2026年度（2026年4月から2027年3月まで）");
    assert_eq!(show_fiscal_year(Lang::En, 2026), "fiscal year 2026 (April 2026 to March 2027)");
}

/// Every day that can be typed: 1900–2100
fn any_day() -> impl Strategy<Value = Date> {
    (0_i64..=day(1900, 1, 1).days_until(day(2100, 12, 31))).prop_map(|days| day(1900, 1, 1).plus_days(days))
}

proptest! {
    #[test]
    fn every_way_of_writing_is_read_back(date in any_day()) {
        let (era, year) = era(date);
        let letter = format!("{}{year}.{}.{}", era.letter(), date.month(), date.day());
        for written in [date.to_string(), long_date(date), date_short(date), easy_date(date), letter] {
            prop_assert_eq!(parse_date(&written), Ok(date), "{}", written);
        }
    }

    #[test]
    fn a_day_is_in_its_era_and_fiscal_year(date in any_day()) {
        let (era, year) = era(date);
        prop_assert!(year >= 1 && era.first_day() <= date);
        prop_assert!(era.last_day().is_none_or(|last| date <= last));
        let (first, last) = fiscal_year_days(fiscal_year(date)).expect("inside the calendar");
        prop_assert!(first <= date && date <= last);
    }

    #[test]
    fn any_text_is_read_or_refused(typed in any::<String>()) {
        let _ = parse_date(&typed);
    }

    #[test]
    fn near_dates_are_read_or_refused(typed in "[RHS令昭元0-9０-９年月日.（()/ -]{0,16}") {
        match parse_date(&typed) {
            Ok(date) => prop_assert!((1900..=2100).contains(&date.year())),
            Err(problem) => prop_assert!(problem.msg().key.starts_with("base-date-")),
        }
    }
}
