//! Eras (元号): the table is short enough to write by hand

use crate::date::Date;

/// An era, from the first that used the Gregorian calendar
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Era {
    /// 明治, to 29 July 1912
    Meiji,
    /// 大正, from 30 July 1912
    Taisho,
    /// 昭和, from 25 December 1926
    Showa,
    /// 平成, from 8 January 1989
    Heisei,
    /// 令和, from 1 May 2019
    Reiwa,
}

impl Era {
    /// All of them, oldest first
    pub const ALL: [Self; 5] = [Self::Meiji, Self::Taisho, Self::Showa, Self::Heisei, Self::Reiwa];

    /// The name, 令和
    pub const fn name(self) -> &'static str {
        match self {
            Self::Meiji => "明治",
            Self::Taisho => "大正",
            Self::Showa => "昭和",
            Self::Heisei => "平成",
            Self::Reiwa => "令和",
        }
    }

    /// The letter on forms, R
    pub const fn letter(self) -> char {
        match self {
            Self::Meiji => 'M',
            Self::Taisho => 'T',
            Self::Showa => 'S',
            Self::Heisei => 'H',
            Self::Reiwa => 'R',
        }
    }

    /// The first day
    ///
    /// Meiji's is the first day of the Gregorian calendar in Japan (1873, Meiji 6); days before had other names.
    pub const fn first_day(self) -> Date {
        match self {
            Self::Meiji => Date::constant(1873, 1, 1),
            Self::Taisho => Date::constant(1912, 7, 30),
            Self::Showa => Date::constant(1926, 12, 25),
            Self::Heisei => Date::constant(1989, 1, 8),
            Self::Reiwa => Date::constant(2019, 5, 1),
        }
    }

    /// The last day, or `None` for the present era
    pub fn last_day(self) -> Option<Date> {
        let next = Self::ALL.into_iter().find(|era| *era > self)?;
        Some(next.first_day().plus_days(-1))
    }

    /// The Gregorian year of this era's year 1
    pub const fn first_year(self) -> i32 {
        match self {
            Self::Meiji => 1868,
            Self::Taisho => 1912,
            Self::Showa => 1926,
            Self::Heisei => 1989,
            Self::Reiwa => 2019,
        }
    }
}

/// The era of a day and the year in it, counted from 1
///
/// Before 1873 it goes on counting Meiji backwards, past 1868 to zero and below: no such day can be typed in.
pub fn era(date: Date) -> (Era, i32) {
    let era = Era::ALL.into_iter().rev().find(|era| era.first_day() <= date).unwrap_or(Era::Meiji);
    (era, date.year() - era.first_year() + 1)
}

/// The era and its year as read: 令和8年, 令和元年
pub(super) fn era_year(era: Era, year: i32) -> String {
    match year {
        1 => format!("{}元年", era.name()),
        _ => format!("{}{year}年", era.name()),
    }
}
