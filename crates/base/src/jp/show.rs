//! Dates as people read them

use jiff::civil::Weekday;

use super::era::{Era, era, era_year};
use crate::date::Date;
use crate::time::Time;
use crate::words::Lang;

/// `2026年11月20日（令和8年11月20日）`; before 1873 without the era
pub fn long_date(date: Date) -> String {
    if date < Era::Meiji.first_day() {
        return easy_date(date);
    }
    let (era, year) = era(date);
    format!("{}（{}{}月{}日）", easy_date(date), era_year(era, year), date.month(), date.day())
}

/// `2026/11/20`, for narrow columns
pub fn date_short(date: Date) -> String {
    format!("{}/{:02}/{:02}", date.year(), date.month(), date.day())
}

/// `2026年11月20日`: plain Japanese leaves the era out
pub fn easy_date(date: Date) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}

/// `20 November 2026`
pub fn english_date(date: Date) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    format!("{} {} {}", date.day(), MONTHS[usize::from(date.month()) - 1], date.year())
}

/// The date as the register writes it
pub fn show_date(lang: Lang, date: Date) -> String {
    match lang {
        Lang::Ja => long_date(date),
        Lang::Simple => easy_date(date),
        Lang::En => english_date(date),
    }
}

/// The time of day in Japan: `15:05`, and `午後3時5分` in plain Japanese, which avoids the 24-hour clock
pub fn easy_time(lang: Lang, time: Time) -> String {
    let (hour, minute) = time.hour_minute_jst();
    match lang {
        Lang::Ja | Lang::En => format!("{hour}:{minute:02}"),
        Lang::Simple => {
            let half = if hour < 12 { "午前" } else { "午後" };
            let minutes = if minute == 0 { String::new() } else { format!("{minute}分") };
            format!("{half}{}時{minutes}", hour % 12)
        }
    }
}

/// The fiscal year (年度), which begins on 1 April and has that year's number
pub fn fiscal_year(date: Date) -> i32 {
    date.year() - i32::from(date.month() < 4)
}

/// The quarter of the fiscal year, 1 (April–June) to 4 (January–March)
pub fn quarter(date: Date) -> u8 {
    (date.month() + 8) % 12 / 3 + 1
}

/// The first and last day of a fiscal year, or `None` outside the calendar
pub fn fiscal_year_days(year: i32) -> Option<(Date, Date)> {
    let first = Date::new(year, 4, 1)?;
    Some((first, first.plus_months(12).plus_days(-1)))
}

/// `令和8年度（2026年度）`
///
/// The era is that of 1 April, except 2019: by agreement of the ministries all of it is 令和元年度.
pub fn fiscal_year_label(year: i32) -> String {
    let first = match year {
        2019 => Some(Era::Reiwa.first_day()),
        _ => Date::new(year, 4, 1).filter(|day| *day >= Era::Meiji.first_day()),
    };
    let Some((era, in_era)) = first.map(era) else {
        return format!("{year}年度");
    };
    format!("{}度（{year}年度）", era_year(era, in_era))
}

/// The fiscal year as the register writes it; plain Japanese and English say which months it has
pub fn show_fiscal_year(lang: Lang, year: i32) -> String {
    let next = year + 1;
    match lang {
        Lang::Ja => fiscal_year_label(year),
        Lang::Simple => format!("{year}年度（{year}年4月から{next}年3月まで）"),
        Lang::En => format!("fiscal year {year} (April {year} to March {next})"),
    }
}

/// The key of the day's name in the words
pub fn weekday_key(date: Date) -> &'static str {
    match date.weekday() {
        Weekday::Monday => "base-weekday-monday",
        Weekday::Tuesday => "base-weekday-tuesday",
        Weekday::Wednesday => "base-weekday-wednesday",
        Weekday::Thursday => "base-weekday-thursday",
        Weekday::Friday => "base-weekday-friday",
        Weekday::Saturday => "base-weekday-saturday",
        Weekday::Sunday => "base-weekday-sunday",
    }
}
