//! Reading the dates people type

use unicode_normalization::UnicodeNormalization;

use super::era::{Era, era, era_year};
use crate::date::Date;
use crate::fold::is_dash;
use crate::problem::Msg;

/// Why a text is no date that can be used
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DateProblem {
    /// Not written as any date is
    #[error("not a date")]
    NotADate,
    /// The calendar has no such day, such as 31 February
    #[error("no such day: {year}-{month}-{day}")]
    NoSuchDay {
        /// The Gregorian year
        year: i32,
        /// The month as typed
        month: u8,
        /// The day as typed
        day: u8,
    },
    /// The era had not begun or was over
    #[error("outside the era: {}, {meant}", .era.name())]
    OutsideEra {
        /// The era as typed
        era: Era,
        /// The day that is meant if the era's years are counted on
        meant: Date,
    },
    /// Before 1900 or after 2100
    #[error("not in 1900 to 2100")]
    OutOfRange,
    /// Two dates, or a date and a day of the week, that do not go together
    #[error("the parts say different days")]
    Disagree,
}

impl DateProblem {
    /// The sentence for the one who typed it
    pub fn msg(&self) -> Msg {
        match *self {
            Self::NotADate => Msg::new("base-date-not-a-date"),
            Self::NoSuchDay { year, month, day } => match Date::new(year, month, 1) {
                Some(first) => Msg::new("base-date-no-such-day")
                    .arg("year", year)
                    .arg("month", month)
                    .arg("day", day)
                    .arg("last", first.end_of_month().day()),
                None => Msg::new("base-date-no-such-month").arg("month", month),
            },
            Self::OutsideEra { era: named, meant } => {
                let (real, year) = era(meant);
                Msg::new("base-date-outside-era")
                    .arg("era", named.name())
                    .arg("letter", named.letter())
                    .arg("year", meant.year())
                    .arg("era-year", era_year(real, year))
                    .arg("month", meant.month())
                    .arg("day", meant.day())
            }
            Self::OutOfRange => Msg::new("base-date-out-of-range"),
            Self::Disagree => Msg::new("base-date-disagree"),
        }
    }
}

impl From<DateProblem> for Msg {
    fn from(problem: DateProblem) -> Self {
        problem.msg()
    }
}

/// Reads a date as people type or paste it
///
/// `2026-11-20`, `2026/11/20`, `2026.11.20`, `20261120`, `2026年11月20日`, `R8.11.20`, `令8.11.20`, `令和元年5月1日`,
/// `昭32. 7. 1`, any of them in full width or with spaces, and with `（金）` or the same date once more in parentheses.
/// A year of two digits without an era is refused: it might be either.
pub fn parse_date(typed: &str) -> Result<Date, DateProblem> {
    let plain: String = typed.nfkc().filter(|c| !c.is_whitespace()).map(plain_dash).collect();
    let Some((main, aside)) = plain.strip_suffix(')').and_then(|all| all.split_once('(')) else {
        return read(&plain);
    };
    let date = read(main)?;
    let agrees = match weekday_in(aside) {
        Some(weekday) => date.weekday().to_monday_zero_offset() == weekday,
        None => read(aside)? == date,
    };
    if agrees { Ok(date) } else { Err(DateProblem::Disagree) }
}

fn plain_dash(c: char) -> char {
    if is_dash(c) { '-' } else { c }
}

/// The day of the week a short name stands for, counted from Monday
fn weekday_in(aside: &str) -> Option<i8> {
    let name = aside.strip_suffix("曜日").or_else(|| aside.strip_suffix('曜')).unwrap_or(aside);
    let place = ["月", "火", "水", "木", "金", "土", "日"].iter().position(|known| *known == name)?;
    i8::try_from(place).ok()
}

/// Reads one date without spaces or aside
fn read(plain: &str) -> Result<Date, DateProblem> {
    let (era, rest) = split_era(plain);
    let [year, month, day] = split_numbers(rest).ok_or(DateProblem::NotADate)?;
    let month = number(month, 2).ok_or(DateProblem::NotADate)?;
    let day = number(day, 2).ok_or(DateProblem::NotADate)?;
    let year = match era {
        None if year.len() == 4 => number(year, 4).ok_or(DateProblem::NotADate)?,
        None => return Err(DateProblem::NotADate),
        Some(era) => era.first_year() - 1 + year_in_era(year).ok_or(DateProblem::NotADate)?,
    };
    if !(1900..=2100).contains(&year) {
        return Err(DateProblem::OutOfRange);
    }
    let small = |n: i32| u8::try_from(n).unwrap_or(u8::MAX);
    let (month, day) = (small(month), small(day));
    let date = Date::new(year, month, day).ok_or(DateProblem::NoSuchDay { year, month, day })?;
    match era {
        Some(era) if !has(era, date) => Err(DateProblem::OutsideEra { era, meant: date }),
        _ => Ok(date),
    }
}

/// Whether the era has this day
fn has(era: Era, date: Date) -> bool {
    era.first_day() <= date && era.last_day().is_none_or(|last| date <= last)
}

/// The era at the beginning, by its name, first sign or letter, and what follows
fn split_era(plain: &str) -> (Option<Era>, &str) {
    for era in Era::ALL {
        let letter = |c: char| c.eq_ignore_ascii_case(&era.letter());
        let sign = era.name().chars().next().unwrap_or_default();
        let after = plain.strip_prefix(era.name()).or_else(|| plain.strip_prefix(sign));
        if let Some(rest) = after.or_else(|| plain.strip_prefix(letter)) {
            return (Some(era), rest);
        }
    }
    (None, plain)
}

/// Year, month and day: apart by 年月日, by one sign twice, or eight digits in a row
fn split_numbers(rest: &str) -> Option<[&str; 3]> {
    if let Some((year, after)) = rest.split_once('年') {
        let (month, day) = after.split_once('月')?;
        return Some([year, month, day.strip_suffix('日')?]);
    }
    if rest.len() == 8 && rest.bytes().all(|b| b.is_ascii_digit()) {
        return Some([&rest[..4], &rest[4..6], &rest[6..]]);
    }
    ['.', '/', '-'].into_iter().find_map(|apart| {
        let (year, after) = rest.split_once(apart)?;
        let (month, day) = after.split_once(apart)?;
        Some([year, month, day])
    })
}

/// 元 is 1; years count from 1 to 99
fn year_in_era(text: &str) -> Option<i32> {
    match text {
        "元" => Some(1),
        _ => number(text, 2).filter(|year| *year > 0),
    }
}

/// A number of 1 to `most` ASCII digits
fn number(text: &str, most: usize) -> Option<i32> {
    let digits = (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok())?
}
