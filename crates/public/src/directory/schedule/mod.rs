//! When something takes place: every week, on the nth weekday of the month, with exceptions by date
//!
//! The fields are those of HSDS (`freq`, `byday`, `opens_at`, `closes_at`, `valid_from`, `valid_to`). As text, parts are
//! joined by `;`:
//!
//! ```text
//! weekly:thu 14:00-16:00
//! monthly:2,4 thu 18:30-20:00 from 2026-04-01 until 2027-03-31 not-holidays
//! weekly:mon-fri 09:00-17:00 not-holidays; off 2026-12-28; on 2026-12-29 10:00-12:00
//! ```

mod days;
mod say;
#[cfg(test)]
mod tests;
mod text;

use std::collections::BTreeSet;

use base::{Date, Weekday, holidays};

pub use days::{Days, Nths, code, weekday};
pub use say::{day_key, nth_key, say, say_clock, say_hours, say_meeting};
pub use text::{ScheduleProblem, read_clock};

/// Most rules and most exceptions that one schedule holds
pub const MOST_PARTS: usize = 60;

/// From this minute of a working day on it is evening: most people have left work
pub const EVENING_FROM: u16 = 17 * 60;

/// How a rule repeats
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Repeat {
    /// On these days of every week
    Weekly(Days),
    /// On these of the month's weekdays: the second and fourth Thursday
    Monthly(Nths, Days),
}

/// From a minute of the day to a later one, at most 24:00
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hours {
    /// Minutes since midnight, 0–1439
    pub start: u16,
    /// Minutes since midnight, after the start, at most 1440
    pub end: u16,
}

impl Hours {
    /// `None` when the end is not after the start, or past midnight
    pub const fn new(start: u16, end: u16) -> Option<Self> {
        if start < end && end <= 24 * 60 { Some(Self { start, end }) } else { None }
    }
}

/// One rule: how it repeats, at what hours, from when to when
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot {
    /// How it repeats
    pub repeat: Repeat,
    /// At what hours
    pub hours: Hours,
    /// First day, if it has not always been so
    pub from: Option<Date>,
    /// Last day, if it ends
    pub until: Option<Date>,
    /// Not on public holidays and around the new year
    pub not_on_holidays: bool,
}

impl Slot {
    /// Whether it takes place on `date`, exceptions apart
    pub fn holds(&self, date: Date) -> bool {
        let day = date.weekday();
        let repeats = match self.repeat {
            Repeat::Weekly(days) => days.has(day),
            Repeat::Monthly(nths, days) => days.has(day) && nths.holds(date),
        };
        repeats
            && self.from.is_none_or(|from| from <= date)
            && self.until.is_none_or(|until| date <= until)
            && !(self.not_on_holidays && is_holiday(date))
    }

    /// The days of the week it may fall on
    pub const fn days(&self) -> Days {
        match self.repeat {
            Repeat::Weekly(days) | Repeat::Monthly(_, days) => days,
        }
    }
}

/// A public holiday, or one of the days from 29 December to 3 January on which offices rest
fn is_holiday(date: Date) -> bool {
    let turn_of_year = matches!((date.month(), date.day()), (12, 29..) | (1, ..=3));
    turn_of_year || holidays::holiday(date).is_some()
}

/// When something takes place; an empty one says nothing
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schedule {
    /// The rules
    pub slots: Vec<Slot>,
    /// Days on which it does not take place after all
    pub off: BTreeSet<Date>,
    /// Days on which it takes place besides
    pub on: BTreeSet<(Date, Hours)>,
}

/// One time that it takes place
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Meeting {
    /// The day
    pub date: Date,
    /// The hours
    pub hours: Hours,
}

web::codes! {
    /// When somebody has time
    Free, "directory-free-" {
        /// Monday to Friday, before five in the afternoon
        Day = "day",
        /// Monday to Friday, from five in the afternoon
        Evening = "evening",
        /// Saturdays and Sundays
        Weekend = "weekend",
    }
}

impl Schedule {
    /// Whether nothing is said
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty() && self.on.is_empty()
    }

    /// The next times from `first` on, in order, at most `most`; looks 400 days ahead
    pub fn next(&self, first: Date, most: usize) -> Vec<Meeting> {
        let mut found = Vec::new();
        for date in std::iter::successors(Some(first), |day| Some(day.plus_days(1))).take(400) {
            if found.len() >= most {
                break;
            }
            found.extend(self.on_day(date));
        }
        found.truncate(most);
        found
    }

    /// The times of one day, in order
    pub fn on_day(&self, date: Date) -> Vec<Meeting> {
        let planned = self.slots.iter().filter(|slot| !self.off.contains(&date) && slot.holds(date)).map(|s| s.hours);
        let besides = self.on.iter().filter(|(day, _)| *day == date).map(|(_, hours)| *hours);
        let hours: BTreeSet<Hours> = planned.chain(besides).collect();
        hours.into_iter().map(|hours| Meeting { date, hours }).collect()
    }

    /// When somebody must have time to come, judged by the rules that have not ended on `today`
    pub fn times(&self, today: Date) -> BTreeSet<Free> {
        let lasting = self.slots.iter().filter(|slot| slot.until.is_none_or(|until| until >= today));
        let planned = lasting.flat_map(|slot| slot.days().iter().map(|day| free(day, slot.hours)));
        let besides = self
            .on
            .iter()
            .filter(|(day, _)| *day >= today)
            .map(|(day, hours)| if is_holiday(*day) { Free::Weekend } else { free(day.weekday(), *hours) });
        planned.chain(besides).collect()
    }

    /// Whether every rule has ended and nothing more is planned
    pub fn is_over(&self, today: Date) -> bool {
        !self.is_empty()
            && self.slots.iter().all(|slot| slot.until.is_some_and(|until| until < today))
            && self.on.iter().all(|(day, _)| *day < today)
    }
}

fn free(day: Weekday, hours: Hours) -> Free {
    match day {
        Weekday::Saturday | Weekday::Sunday => Free::Weekend,
        _ if hours.start >= EVENING_FROM => Free::Evening,
        _ => Free::Day,
    }
}
