//! Days of the week, and which of them in a month

use std::fmt;

use base::{Date, Weekday};

const WEEK: [(Weekday, &str); 7] = [
    (Weekday::Monday, "mon"),
    (Weekday::Tuesday, "tue"),
    (Weekday::Wednesday, "wed"),
    (Weekday::Thursday, "thu"),
    (Weekday::Friday, "fri"),
    (Weekday::Saturday, "sat"),
    (Weekday::Sunday, "sun"),
];

/// Days of the week
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Days(u8);

impl Days {
    /// Monday to Friday
    pub const WORKING: Self = Self(0b001_1111);
    /// Every day
    pub const ALL: Self = Self(0b111_1111);

    /// These days
    pub fn of(days: &[Weekday]) -> Self {
        Self(days.iter().fold(0, |bits, day| bits | bit(*day)))
    }

    /// The days with these bits, Monday lowest; bits beyond Sunday are dropped
    pub const fn from_bits(bits: u8) -> Self {
        Self(bits & Self::ALL.0)
    }

    /// The bits, Monday lowest
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// Whether no day is meant
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether this day is meant
    pub fn has(self, day: Weekday) -> bool {
        self.0 & bit(day) != 0
    }

    /// The days from Monday to Sunday
    pub fn iter(self) -> impl Iterator<Item = Weekday> {
        WEEK.into_iter().map(|(day, _)| day).filter(move |day| self.has(*day))
    }

    /// All of both
    #[must_use]
    pub const fn and(self, more: Self) -> Self {
        Self(self.0 | more.0)
    }

    /// Neighbouring days as runs of first and last, Monday to Sunday
    pub fn runs(self) -> Vec<(Weekday, Weekday)> {
        let mut runs: Vec<(Weekday, Weekday)> = Vec::new();
        for day in self.iter() {
            match runs.last_mut() {
                Some((_, last)) if last.next() == day => *last = day,
                _ => runs.push((day, day)),
            }
        }
        runs
    }

    /// Reads `thu`, `mon,wed`, `mon-fri`, `daily`
    pub(super) fn read(text: &str) -> Option<Self> {
        if text == "daily" {
            return Some(Self::ALL);
        }
        text.split(',').try_fold(Self::default(), |all, part| {
            let days = match part.split_once('-') {
                None => Self::of(&[weekday(part)?]),
                Some((first, last)) => span(weekday(first)?, weekday(last)?)?,
            };
            Some(all.and(days))
        })
    }
}

impl fmt::Display for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let run = |(first, last): &(Weekday, Weekday)| match (last.since(*first), code(*first), code(*last)) {
            (0, one, _) => one.to_owned(),
            (1, one, two) => format!("{one},{two}"),
            (_, one, two) => format!("{one}-{two}"),
        };
        let runs: Vec<_> = self.runs().iter().map(run).collect();
        f.write_str(&runs.join(","))
    }
}

fn bit(day: Weekday) -> u8 {
    1 << day.to_monday_zero_offset().unsigned_abs()
}

/// The three letters of a day
pub fn code(day: Weekday) -> &'static str {
    WEEK[usize::from(day.to_monday_zero_offset().unsigned_abs())].1
}

/// The day with these three letters
pub fn weekday(text: &str) -> Option<Weekday> {
    WEEK.iter().find(|(_, code)| *code == text).map(|(day, _)| *day)
}

fn span(first: Weekday, last: Weekday) -> Option<Days> {
    let (from, to) = (first.to_monday_zero_offset(), last.to_monday_zero_offset());
    (from <= to).then(|| Days((from..=to).fold(0, |bits, day| bits | 1 << day)))
}

/// Which of a month's weekdays of one name: the first to the fifth, and the last
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Nths(u8);

impl Nths {
    const LAST: u8 = 1 << 5;

    /// The bits, the first week lowest, the last week at 32
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// The weeks with these bits; others are dropped
    pub const fn from_bits(bits: u8) -> Self {
        Self(bits & 0b11_1111)
    }

    /// The numbers 1–5 that are meant
    pub fn numbers(self) -> impl Iterator<Item = u8> {
        (1..=5).filter(move |n| self.0 & 1 << (n - 1) != 0)
    }

    /// Whether the last one of the month is meant
    pub const fn has_last(self) -> bool {
        self.0 & Self::LAST != 0
    }

    pub(super) fn holds(self, date: Date) -> bool {
        let nth = (date.day() - 1) / 7;
        self.0 & 1 << nth != 0 || self.has_last() && date.plus_days(7).month() != date.month()
    }

    pub(super) fn read(text: &str) -> Option<Self> {
        text.split(',').try_fold(Self::default(), |all, part| match part {
            "last" => Some(Self(all.0 | Self::LAST)),
            _ => part.parse::<u8>().ok().filter(|n| (1..=5).contains(n)).map(|n| Self(all.0 | 1 << (n - 1))),
        })
    }
}

impl fmt::Display for Nths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let last = self.has_last().then(|| "last".to_owned());
        let all: Vec<_> = self.numbers().map(|n| n.to_string()).chain(last).collect();
        f.write_str(&all.join(","))
    }
}
