//! Instants: microseconds since 1970 in UTC, shown in Japan's time

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::tz::Offset;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::date::Date;

const MINUTE: i64 = 60_000_000;
const DAY: i64 = 24 * 60 * MINUTE;

/// Japan's offset: nine hours, without summer time (abolished in 1952)
const JST: Offset = Offset::constant(9);

/// An instant in microseconds UTC
///
/// INVARIANT: inside the years 1 to 9999 in Japan, so that every instant can be printed and has a `Date`. Arithmetic stops at the ends.
///
/// Text is RFC 3339 (`2026-11-20T03:00:00Z`); reading takes any offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time(i64);

impl Time {
    /// The first instant of the year 1 in Japan
    pub const MIN: Self = Self(-62_135_629_200_000_000);
    /// Just before 22 o'clock of 30 December 9999 in UTC: as far as jiff's timestamps reach in every offset
    pub const MAX: Self = Self(253_402_207_199_999_999);

    /// The instant `micros` microseconds after the start of 1970 in UTC; beyond the range, its nearer end
    pub const fn from_micros(micros: i64) -> Self {
        if micros < Self::MIN.0 {
            Self::MIN
        } else if micros > Self::MAX.0 {
            Self::MAX
        } else {
            Self(micros)
        }
    }

    /// Microseconds since the start of 1970 in UTC
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// The instant a clock in Japan shows `hour`:`minute` on `date`; values past 23 and 59 run into the next day
    pub fn at_jst(date: Date, hour: u8, minute: u8) -> Self {
        let start = Self::midnight_utc(date) - i64::from(JST.seconds()) * 1_000_000;
        Self::from_micros(start + (i64::from(hour) * 60 + i64::from(minute)) * MINUTE)
    }

    fn midnight_utc(date: Date) -> i64 {
        Date::EPOCH.days_until(date) * DAY
    }

    /// The day it is in Japan
    pub fn date_jst(self) -> Date {
        Date::from_civil(JST.to_datetime(self.stamp()).date())
    }

    /// What a clock in Japan shows: hour 0–23 and minute 0–59
    pub fn hour_minute_jst(self) -> (u8, u8) {
        let shown = JST.to_datetime(self.stamp());
        (shown.hour().unsigned_abs(), shown.minute().unsigned_abs())
    }

    /// Later by days of 24 hours (Japan has no others); negative is earlier
    #[must_use]
    pub const fn plus_days(self, days: i64) -> Self {
        Self::from_micros(self.0.saturating_add(days.saturating_mul(DAY)))
    }

    /// Later by minutes; negative is earlier
    #[must_use]
    pub const fn plus_minutes(self, minutes: i64) -> Self {
        Self::from_micros(self.0.saturating_add(minutes.saturating_mul(MINUTE)))
    }

    /// Whole seconds from here to `later`, rounded towards zero; negative when `later` is earlier
    pub const fn seconds_until(self, later: Self) -> i64 {
        (later.0 - self.0) / 1_000_000
    }

    fn stamp(self) -> Timestamp {
        Timestamp::from_microsecond(self.0).expect("a Time is inside the range of timestamps")
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.stamp().fmt(f)
    }
}

/// Text that is not an RFC 3339 instant of the years 1 to 9999
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an RFC 3339 instant")]
pub struct TimeError;

impl FromStr for Time {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Self, TimeError> {
        let micros = text.parse::<Timestamp>().map_err(|_| TimeError)?.as_microsecond();
        let time = Self::from_micros(micros);
        if time.0 == micros { Ok(time) } else { Err(TimeError) }
    }
}

impl Serialize for Time {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        String::deserialize(input)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TODAY: Date = Date::constant(2026, 11, 20);

    #[test]
    fn the_day_begins_at_15_o_clock_utc_of_the_day_before() {
        let midnight = Time::at_jst(TODAY, 0, 0);
        assert_eq!(midnight.to_string(), "2026-11-19T15:00:00Z");
        assert_eq!(midnight.date_jst(), TODAY);
        assert_eq!(Time::from_micros(midnight.micros() - 1).date_jst(), TODAY.plus_days(-1));
        assert_eq!(Time::from_micros(midnight.micros() - 1).hour_minute_jst(), (23, 59));
        assert_eq!(Time::at_jst(TODAY, 15, 5).hour_minute_jst(), (15, 5));
        assert_eq!(Time::at_jst(TODAY, 24, 0), Time::at_jst(TODAY.plus_days(1), 0, 0));
    }

    #[test]
    fn reads_any_offset_and_keeps_microseconds() {
        let time = |text: &str| text.parse::<Time>();
        assert_eq!(time("2026-11-20T12:00:00+09:00"), time("2026-11-20T03:00:00Z"));
        let fine = time("2026-11-20T03:00:00.000001Z").expect("an instant");
        assert_eq!(fine.micros() % 1_000_000, 1);
        assert_eq!(fine.to_string(), "2026-11-20T03:00:00.000001Z");
        for wrong in ["", "2026-11-20", "2026-11-20T25:00:00Z", "昨日", "-000001-01-01T00:00:00Z"] {
            assert_eq!(time(wrong), Err(TimeError), "{wrong}");
        }
    }

    #[test]
    fn the_ends_hold() {
        assert_eq!(Time::from_micros(i64::MIN), Time::MIN);
        assert_eq!(Time::MAX.plus_days(i64::MAX), Time::MAX);
        assert_eq!(Time::MIN.plus_minutes(i64::MIN), Time::MIN);
        assert_eq!(Time::MIN.date_jst(), Date::MIN);
        assert_eq!(Time::MAX.date_jst(), Date::MAX);
        assert_eq!(Time::at_jst(Date::MIN, 0, 0), Time::MIN);
    }

    proptest! {
        #[test]
        fn text_comes_back(micros: i64) {
            let time = Time::from_micros(micros);
            prop_assert_eq!(time.to_string().parse(), Ok(time));
        }

        #[test]
        fn day_and_clock_come_back(days in -700_000_i64..2_900_000, hour in 0_u8..24, minute in 0_u8..60) {
            let date = Date::EPOCH.plus_days(days);
            let time = Time::at_jst(date, hour, minute);
            prop_assert_eq!((time.date_jst(), time.hour_minute_jst()), (date, (hour, minute)));
        }

        #[test]
        fn a_day_more_is_the_next_day(micros in -4_000_000_000_000_000_i64..4_000_000_000_000_000) {
            let time = Time::from_micros(micros);
            prop_assert_eq!(time.plus_days(1).date_jst(), time.date_jst().plus_days(1));
            prop_assert_eq!(time.seconds_until(time.plus_minutes(3)), 180);
        }
    }
}
