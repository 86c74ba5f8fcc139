//! Public holidays of Japan by rule, 2000–2100, and the days offices work
//!
//! Source: 国民の祝日に関する法律 with its amendments, and the special laws for 2019 (accession) and 2020–2021 (Olympics).
//! The equinoxes follow the usual approximation. The government announces the real day each February for the next year
//! (暦要項): should they ever differ, the announcement wins and belongs in `named`. Laws not yet made cannot be here.

use jiff::civil::Weekday;

use crate::date::Date;

/// A public holiday
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Holiday {
    /// 元日
    NewYear,
    /// 成人の日
    ComingOfAge,
    /// 建国記念の日
    Foundation,
    /// 天皇誕生日
    Emperor,
    /// 春分の日
    SpringEquinox,
    /// 昭和の日
    Showa,
    /// 憲法記念日
    Constitution,
    /// みどりの日
    Greenery,
    /// こどもの日
    Children,
    /// 海の日
    Marine,
    /// 山の日
    Mountain,
    /// 敬老の日
    Aged,
    /// 秋分の日
    AutumnEquinox,
    /// 体育の日, until 2019
    HealthAndSports,
    /// スポーツの日, from 2020
    Sports,
    /// 文化の日
    Culture,
    /// 勤労感謝の日
    Labour,
    /// 即位の日, 1 May 2019
    Accession,
    /// 即位礼正殿の儀の行われる日, 22 October 2019
    Enthronement,
    /// 国民の休日: a day between two holidays
    Between,
    /// 振替休日: for a holiday that fell on a Sunday
    Substitute,
}

impl Holiday {
    /// The key of its name in the words
    pub const fn key(self) -> &'static str {
        match self {
            Self::NewYear => "base-holiday-new-year",
            Self::ComingOfAge => "base-holiday-coming-of-age",
            Self::Foundation => "base-holiday-foundation",
            Self::Emperor => "base-holiday-emperor",
            Self::SpringEquinox => "base-holiday-spring-equinox",
            Self::Showa => "base-holiday-showa",
            Self::Constitution => "base-holiday-constitution",
            Self::Greenery => "base-holiday-greenery",
            Self::Children => "base-holiday-children",
            Self::Marine => "base-holiday-marine",
            Self::Mountain => "base-holiday-mountain",
            Self::Aged => "base-holiday-aged",
            Self::AutumnEquinox => "base-holiday-autumn-equinox",
            Self::HealthAndSports => "base-holiday-health-and-sports",
            Self::Sports => "base-holiday-sports",
            Self::Culture => "base-holiday-culture",
            Self::Labour => "base-holiday-labour",
            Self::Accession => "base-holiday-accession",
            Self::Enthronement => "base-holiday-enthronement",
            Self::Between => "base-holiday-between",
            Self::Substitute => "base-holiday-substitute",
        }
    }
}

/// The holiday on `date`, or `None`; always `None` outside 2000–2100
pub fn holiday(date: Date) -> Option<Holiday> {
    if !(2000..=2100).contains(&date.year()) {
        return None;
    }
    named(date).or_else(|| substitute(date)).or_else(|| between(date))
}

/// Whether offices work: no weekend, no holiday, not 29 December to 3 January
///
/// Outside 2000–2100 holidays are not known, and only weekends and the turn of the year count.
pub fn is_working_day(date: Date) -> bool {
    let weekend = matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday);
    let turn_of_year = matches!((date.month(), date.day()), (12, 29..) | (1, ..=3));
    !weekend && !turn_of_year && holiday(date).is_none()
}

/// The `count`th working day after `date`, or before it when negative; 0 gives `date` itself or the next working day
pub fn add_working_days(date: Date, count: i32) -> Date {
    let step = if count < 0 { -1 } else { 1 };
    let mut day = date;
    let mut left = count.unsigned_abs();
    if left == 0 {
        while !is_working_day(day) && day < Date::MAX {
            day = day.plus_days(1);
        }
        return day;
    }
    while left > 0 && day.plus_days(step) != day {
        day = day.plus_days(step);
        left -= u32::from(is_working_day(day));
    }
    day
}

/// The holidays of a year in order; none outside 2000–2100
pub fn holidays_of(year: i32) -> Vec<(Date, Holiday)> {
    let first = Date::new(year, 1, 1);
    std::iter::successors(first, |day| Some(day.plus_days(1)))
        .take_while(|day| day.year() == year)
        .take(366)
        .filter_map(|day| Some((day, holiday(day)?)))
        .collect()
}

/// 国民の祝日: the days the law names
fn named(date: Date) -> Option<Holiday> {
    let year = date.year();
    Some(match (date.month(), date.day()) {
        (1, 1) => Holiday::NewYear,
        (1, 8..=14) if is_monday(date) => Holiday::ComingOfAge,
        (2, 11) => Holiday::Foundation,
        (2, 23) if year >= 2020 => Holiday::Emperor,
        (3, day) if day == spring_equinox(year) => Holiday::SpringEquinox,
        (4, 29) if year < 2007 => Holiday::Greenery,
        (4, 29) => Holiday::Showa,
        (5, 1) if year == 2019 => Holiday::Accession,
        (5, 3) => Holiday::Constitution,
        (5, 4) if year >= 2007 => Holiday::Greenery,
        (5, 5) => Holiday::Children,
        (7 | 8 | 10, _) if matches!(year, 2020 | 2021) => return moved_for_the_games(date),
        (7, 20) if year < 2003 => Holiday::Marine,
        (7, 15..=21) if year >= 2003 && is_monday(date) => Holiday::Marine,
        (8, 11) if year >= 2016 => Holiday::Mountain,
        (9, 15) if year < 2003 => Holiday::Aged,
        (9, 15..=21) if year >= 2003 && is_monday(date) => Holiday::Aged,
        (9, day) if day == autumn_equinox(year) => Holiday::AutumnEquinox,
        (10, 8..=14) if year < 2020 && is_monday(date) => Holiday::HealthAndSports,
        (10, 8..=14) if is_monday(date) => Holiday::Sports,
        (10, 22) if year == 2019 => Holiday::Enthronement,
        (11, 3) => Holiday::Culture,
        (11, 23) => Holiday::Labour,
        (12, 23) if year < 2019 => Holiday::Emperor,
        _ => return None,
    })
}

/// In 2020 and 2021 three holidays were laid around the Olympic Games
fn moved_for_the_games(date: Date) -> Option<Holiday> {
    match (date.year(), date.month(), date.day()) {
        (2020, 7, 23) | (2021, 7, 22) => Some(Holiday::Marine),
        (2020, 7, 24) | (2021, 7, 23) => Some(Holiday::Sports),
        (2020, 8, 10) | (2021, 8, 8) => Some(Holiday::Mountain),
        _ => None,
    }
}

/// 振替休日: the first day after a Sunday's holiday that is none itself; until 2006 only the Monday
fn substitute(date: Date) -> Option<Holiday> {
    let mut before = date.plus_days(-1);
    while named(before).is_some() {
        if before.weekday() == Weekday::Sunday {
            return Some(Holiday::Substitute);
        }
        if date.year() < 2007 {
            return None;
        }
        before = before.plus_days(-1);
    }
    None
}

/// 国民の休日: a day with a holiday on both sides; until 2006 never a Sunday
fn between(date: Date) -> Option<Holiday> {
    let plain_sunday = date.year() < 2007 && date.weekday() == Weekday::Sunday;
    let both = named(date.plus_days(-1)).is_some() && named(date.plus_days(1)).is_some();
    (both && !plain_sunday).then_some(Holiday::Between)
}

fn is_monday(date: Date) -> bool {
    date.weekday() == Weekday::Monday
}

fn spring_equinox(year: i32) -> u8 {
    equinox(year, if year < 2100 { 20_843_100 } else { 21_851_000 })
}

fn autumn_equinox(year: i32) -> u8 {
    equinox(year, if year < 2100 { 23_248_800 } else { 24_248_800 })
}

/// The day of March or September; `start` is the moment in 1980 in millionths of a day, and each year adds 0.242194
///
/// Good to the day from 1980 to 2099 with one start and from 2100 to 2150 with another (海上保安庁水路部の略算式).
fn equinox(year: i32, start: i32) -> u8 {
    let since = year - 1980;
    let day = (start + 242_194 * since).div_euclid(1_000_000) - since.div_euclid(4);
    u8::try_from(day).unwrap_or_default()
}

#[cfg(test)]
mod tests;
