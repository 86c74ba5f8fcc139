//! Calendar days

use std::fmt;
use std::str::FromStr;

use jiff::{Span, civil};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

pub use jiff::civil::Weekday;

/// A day of the Gregorian calendar, without a place or time of day
///
/// INVARIANT: inside the years 1 to 9999, so that the ISO text of dates sorts as the dates do. Arithmetic stops at the ends.
///
/// Text is ISO 8601 (`2026-11-20`). What people type is read by `jp::parse_date`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

impl Date {
    /// 1 January of the year 1
    pub const MIN: Self = Self(civil::Date::constant(1, 1, 1));
    /// 31 December 9999
    pub const MAX: Self = Self(civil::Date::constant(9999, 12, 31));
    pub(crate) const EPOCH: Self = Self(civil::Date::constant(1970, 1, 1));

    /// The day with this year (1–9999), month (1–12) and day of the month, or `None` when the calendar has no such day
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        let date = civil::Date::new(i16::try_from(year).ok()?, month, day).ok()?;
        (date.year() >= 1).then_some(Self(date))
    }

    pub(crate) const fn constant(year: i16, month: i8, day: i8) -> Self {
        Self(civil::Date::constant(year, month, day))
    }

    pub(crate) fn from_civil(date: civil::Date) -> Self {
        Self(date).clamp(Self::MIN, Self::MAX)
    }

    /// The year, 1–9999
    pub fn year(self) -> i32 {
        i32::from(self.0.year())
    }

    /// The month, 1–12
    pub fn month(self) -> u8 {
        self.0.month().unsigned_abs()
    }

    /// The day of the month, 1–31
    pub fn day(self) -> u8 {
        self.0.day().unsigned_abs()
    }

    /// The day of the week
    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }

    /// The last day of this date's month
    #[must_use]
    pub fn end_of_month(self) -> Self {
        Self(self.0.last_of_month())
    }

    /// Later by days; negative is earlier
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        self.plus(Span::new().try_days(days), days < 0)
    }

    /// Later by months, or the last day of the month reached where it is too short: 31 January plus 1 is 28 or 29 February
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        self.plus(Span::new().try_months(months), months < 0)
    }

    fn plus(self, span: Result<Span, jiff::Error>, back: bool) -> Self {
        match span.and_then(|span| self.0.checked_add(span)) {
            Ok(date) => Self::from_civil(date),
            Err(_) if back => Self::MIN,
            Err(_) => Self::MAX,
        }
    }

    /// Days from here to `later`; negative when `later` is earlier
    pub fn days_until(self, later: Self) -> i64 {
        i64::from((later.0 - self.0).get_days())
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

/// Text that is not an ISO date of the years 1 to 9999
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a date of the form 2026-11-20")]
pub struct DateError;

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let number =
            |part: &str| -> Option<i32> { part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse().ok())? };
        let read = || {
            let (year, rest) = text.split_once('-')?;
            let (month, day) = rest.split_once('-')?;
            if (year.len(), month.len(), day.len()) != (4, 2, 2) {
                return None;
            }
            let (month, day) = (number(month)?, number(day)?);
            Self::new(number(year)?, month.try_into().ok()?, day.try_into().ok()?)
        };
        read().ok_or(DateError)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        String::deserialize(input)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_days_the_calendar_has() {
        let known = [(2026, 2, 28, true), (2026, 2, 29, false), (2024, 2, 29, true), (2100, 2, 29, false)];
        let odd = [(2026, 2, 31, false), (2026, 13, 1, false), (2026, 0, 1, false), (2026, 1, 0, false)];
        let ends =
            [(0, 1, 1, false), (1, 1, 1, true), (9999, 12, 31, true), (10_000, 1, 1, false), (2026, 1, 200, false)];
        for (year, month, day, there) in known.into_iter().chain(odd).chain(ends) {
            assert_eq!(Date::new(year, month, day).is_some(), there, "{year}-{month}-{day}");
        }
    }

    #[test]
    fn months_stop_at_the_last_day() {
        let from = Date::constant(2026, 1, 31);
        assert_eq!(from.plus_months(1), Date::constant(2026, 2, 28));
        assert_eq!(from.plus_months(25), Date::constant(2028, 2, 29));
        assert_eq!(from.plus_months(-2), Date::constant(2025, 11, 30));
        assert_eq!(Date::constant(2024, 2, 1).end_of_month(), Date::constant(2024, 2, 29));
    }

    #[test]
    fn iso_and_nothing_else() {
        assert_eq!("0033-04-03".parse(), Ok(Date::constant(33, 4, 3)));
        for wrong in ["2026-1-1", "2026-02-31", "26-01-01", "2026/01/01", "2026-01-01 ", "+026-01-01", "0000-01-01", ""]
        {
            assert_eq!(wrong.parse::<Date>(), Err(DateError), "{wrong}");
        }
    }

    #[test]
    fn the_ends_hold() {
        assert_eq!(Date::MAX.plus_days(1), Date::MAX);
        assert_eq!(Date::MIN.plus_days(-1), Date::MIN);
        assert_eq!(Date::EPOCH.plus_days(i64::MAX), Date::MAX);
        assert_eq!(Date::EPOCH.plus_days(i64::MIN), Date::MIN);
        assert_eq!(Date::EPOCH.plus_months(i32::MAX), Date::MAX);
        assert_eq!(Date::EPOCH.plus_months(i32::MIN), Date::MIN);
        assert_eq!(Date::MIN.days_until(Date::MAX), 3_652_058);
    }

    proptest! {
        #[test]
        fn days_there_and_back(from in 0_i64..3_652_058, to in 0_i64..3_652_058) {
            let (one, two) = (Date::MIN.plus_days(from), Date::MIN.plus_days(to));
            prop_assert_eq!(one.days_until(two), to - from);
            prop_assert_eq!(one.plus_days(to - from), two);
        }

        #[test]
        fn text_comes_back_and_sorts_alike(from in 0_i64..3_652_058, to in 0_i64..3_652_058) {
            let (one, two) = (Date::MIN.plus_days(from), Date::MIN.plus_days(to));
            prop_assert_eq!(one.to_string().parse(), Ok(one));
            prop_assert_eq!(one.to_string().cmp(&two.to_string()), one.cmp(&two));
        }
    }
}
