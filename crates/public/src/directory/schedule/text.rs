//! A schedule as text: read and printed

use std::fmt;
use std::str::FromStr;

use base::{Date, Msg};

use super::{Days, Hours, MOST_PARTS, Nths, Repeat, Schedule, Slot};

/// Why a text is no schedule; holds the part that could not be read
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScheduleProblem {
    /// Begins with none of `weekly:`, `monthly:`, `off`, `on`
    Rule(String),
    /// No day of the week
    Day(String),
    /// Not 1 to 5 or `last`
    Nth(String),
    /// Not of the form 14:00-16:00, or does not end after it begins
    Hours(String),
    /// Not of the form 2026-11-20, or ends before it begins
    Date(String),
    /// More than [`MOST_PARTS`]
    TooMany,
}

impl ScheduleProblem {
    /// The sentence for the one who wrote it
    pub fn msg(&self) -> Msg {
        match self {
            Self::Rule(part) => Msg::new("directory-schedule-bad-rule").arg("part", part),
            Self::Day(part) => Msg::new("directory-schedule-bad-day").arg("part", part),
            Self::Nth(part) => Msg::new("directory-schedule-bad-nth").arg("part", part),
            Self::Hours(part) => Msg::new("directory-schedule-bad-hours").arg("part", part),
            Self::Date(part) => Msg::new("directory-schedule-bad-date").arg("part", part),
            Self::TooMany => Msg::new("directory-schedule-too-many").arg("max", MOST_PARTS),
        }
    }
}

impl FromStr for Schedule {
    type Err = ScheduleProblem;

    fn from_str(text: &str) -> Result<Self, ScheduleProblem> {
        let mut schedule = Self::default();
        let parts: Vec<_> = text.split(';').map(str::trim).filter(|part| !part.is_empty()).collect();
        if parts.len() > MOST_PARTS {
            return Err(ScheduleProblem::TooMany);
        }
        for part in parts {
            let mut words = part.split_whitespace();
            let first = words.next().unwrap_or_default();
            let rest: Vec<_> = words.collect();
            match (first, rest.as_slice()) {
                ("off", [date]) => {
                    schedule.off.insert(read_date(date)?);
                }
                ("on", [date, hours]) => {
                    schedule.on.insert((read_date(date)?, read_hours(hours)?));
                }
                _ => schedule.slots.push(read_slot(part, first, &rest)?),
            }
        }
        Ok(schedule)
    }
}

fn read_slot(part: &str, first: &str, rest: &[&str]) -> Result<Slot, ScheduleProblem> {
    let bad = || ScheduleProblem::Rule(part.to_owned());
    let days = |text: &str| Days::read(text).ok_or_else(|| ScheduleProblem::Day(text.to_owned()));
    let (repeat, rest) = match (first.split_once(':').ok_or_else(bad)?, rest) {
        (("weekly", text), _) => (Repeat::Weekly(days(text)?), rest),
        (("monthly", nths), [text, rest @ ..]) => {
            let nths = Nths::read(nths).ok_or_else(|| ScheduleProblem::Nth(nths.to_owned()))?;
            (Repeat::Monthly(nths, days(text)?), rest)
        }
        _ => return Err(bad()),
    };
    let (hours, mut rest) = rest.split_first().ok_or_else(bad)?;
    let mut slot = Slot { repeat, hours: read_hours(hours)?, from: None, until: None, not_on_holidays: false };
    loop {
        rest = match rest {
            [] => break,
            ["from", date, more @ ..] if slot.from.is_none() => {
                slot.from = Some(read_date(date)?);
                more
            }
            ["until", date, more @ ..] if slot.until.is_none() => {
                slot.until = Some(read_date(date)?);
                more
            }
            ["not-holidays", more @ ..] => {
                slot.not_on_holidays = true;
                more
            }
            _ => return Err(bad()),
        };
    }
    match (slot.from, slot.until) {
        (Some(from), Some(until)) if until < from => Err(ScheduleProblem::Date(until.to_string())),
        _ => Ok(slot),
    }
}

fn read_date(text: &str) -> Result<Date, ScheduleProblem> {
    text.parse().map_err(|_| ScheduleProblem::Date(text.to_owned()))
}

fn read_hours(text: &str) -> Result<Hours, ScheduleProblem> {
    let read = || {
        let (start, end) = text.split_once('-')?;
        Hours::new(read_clock(start)?, read_clock(end)?)
    };
    read().ok_or_else(|| ScheduleProblem::Hours(text.to_owned()))
}

/// Minutes since midnight of `9:00` or `24:00`
pub fn read_clock(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let digits = |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    if !digits(hour, 2) || !digits(minute, 2) || minute.len() != 2 {
        return None;
    }
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    let all = hour * 60 + minute;
    (minute < 60 && all <= 24 * 60).then_some(all)
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.repeat {
            Repeat::Weekly(days) => write!(f, "weekly:{days} {}", self.hours)?,
            Repeat::Monthly(nths, days) => write!(f, "monthly:{nths} {days} {}", self.hours)?,
        }
        if let Some(from) = self.from {
            write!(f, " from {from}")?;
        }
        if let Some(until) = self.until {
            write!(f, " until {until}")?;
        }
        if self.not_on_holidays {
            f.write_str(" not-holidays")?;
        }
        Ok(())
    }
}

impl fmt::Display for Schedule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let slots = self.slots.iter().map(ToString::to_string);
        let off = self.off.iter().map(|date| format!("off {date}"));
        let on = self.on.iter().map(|(date, hours)| format!("on {date} {hours}"));
        let all: Vec<_> = slots.chain(off).chain(on).collect();
        f.write_str(&all.join("; "))
    }
}

impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let clock = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
        write!(f, "{}-{}", clock(self.start), clock(self.end))
    }
}
