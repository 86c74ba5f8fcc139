//! Which month, and what stands out in it.

use base::{Date, Time};

/// Nobody stands out who opened fewer persons than this in a month.
const MANY: i64 = 20;
/// Times the middle of all workers.
const TIMES: i64 = 3;

/// A calendar month in Japan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month(Date);

impl Month {
    /// The month of a day.
    pub fn of(day: Date) -> Self {
        Self(day.plus_days(1 - i64::from(day.day())))
    }

    /// Reads `2026-11`.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-').filter(|(year, month)| year.len() == 4 && month.len() == 2)?;
        Date::new(year.parse().ok()?, month.parse().ok()?, 1).map(Self)
    }

    /// Its first day.
    pub const fn first(self) -> Date {
        self.0
    }

    /// Its last day.
    pub fn last(self) -> Date {
        self.0.end_of_month()
    }

    /// So many months later, or before.
    pub fn plus(self, months: i32) -> Self {
        Self(self.0.plus_months(months))
    }

    /// Its beginning, and the beginning of the next.
    pub fn span(self) -> (Time, Time) {
        (Time::at_jst(self.0, 0, 0), Time::at_jst(self.plus(1).0, 0, 0))
    }

    /// As an address says it.
    pub fn code(self) -> String {
        format!("{:04}-{:02}", self.0.year(), self.0.month())
    }
}

/// Which of these numbers of opened persons is a reason to ask: many, and three times as many as the worker in the middle.
///
/// A reason to ask and not a finding: whoever stands in for two colleagues opens many. The middle is taken from all who
/// opened anybody, so one who opens very many does not hide behind their own number.
pub fn stand_out(opened: &[i64]) -> Vec<bool> {
    let mut sorted = opened.to_vec();
    sorted.sort_unstable();
    // Of two in the middle the lower one: with few workers it is better to ask once too often.
    let middle = sorted.get(sorted.len().saturating_sub(1) / 2).copied().unwrap_or(0);
    opened.iter().map(|n| *n >= MANY && *n > TIMES.saturating_mul(middle)).collect()
}

/// Whether emergency looks are so many that they can hardly all be emergencies: more than one in a hundred looks at persons.
pub const fn too_often(looks: i64, in_emergency: i64) -> bool {
    in_emergency.saturating_mul(100) > looks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_read_and_said_alike() {
        let month = Month::parse("2026-11").expect("a month");
        assert_eq!(month, Month::of("2026-11-20".parse().expect("a day")));
        assert_eq!((month.code(), month.last().to_string()), ("2026-11".to_owned(), "2026-11-30".to_owned()));
        assert_eq!(month.plus(2).code(), "2027-01");
        assert_eq!(month.span().0.to_string(), "2026-10-31T15:00:00Z", "it begins at midnight in Japan");
        for wrong in ["", "2026", "2026-13", "2026-1", "26-11", "2026-11-01", "-026-11", "２０２６-11"] {
            assert!(Month::parse(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn one_in_a_hundred_is_not_too_often_and_more_is() {
        assert!(!too_often(0, 0) && !too_often(100, 1) && !too_often(1_000, 10));
        assert!(too_often(99, 1) && too_often(1_000, 11) && too_often(1, 1));
    }

    #[test]
    fn who_opens_many_more_than_the_others_stands_out() {
        assert_eq!(stand_out(&[8, 61, 20, 12]), [false, true, false, false]);
        assert_eq!(stand_out(&[19, 1, 1]), [false; 3], "few are never many");
        assert_eq!(stand_out(&[60, 20, 20]), [false; 3], "three times as many is not more");
        assert_eq!(stand_out(&[25, 2]), [true, false]);
        assert_eq!(stand_out(&[500]), [false], "alone there is nobody to compare with");
        assert!(stand_out(&[]).is_empty());
    }
}
