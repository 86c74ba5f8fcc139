//! What was done to somebody, told day by day.

use base::Date;

use super::store::Look;

/// Looks of one kind on one day, told together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// The latest of them, which an objection names, with everything that any of them saw.
    pub look: Look,
    /// How often.
    pub times: i64,
}

impl Day {
    /// On which day.
    pub fn on(&self) -> Date {
        self.look.at.date_jst()
    }
}

web::codes! {
    /// What a privacy officer found out about a look that somebody objected to.
    Found, "audit-found-" {
        /// It was in order.
        InOrder = "in_order",
        /// It should not have been.
        NotInOrder = "not_in_order",
    }
}

/// Whether the person objected to a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Objected {
    /// They did not.
    No,
    /// They did, and nobody has answered yet.
    Waiting,
    /// They did, and were answered.
    Answered(Found),
}

/// Tells looks, newest first, by day: those that differ in nothing but the hour become one line.
pub fn by_day(looks: Vec<Look>) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for look in looks {
        let on = look.at.date_jst();
        let same = |day: &&mut Day| {
            day.look.agency == look.agency
                && day.look.roles == look.roles
                && day.look.act == look.act
                && day.look.purpose == look.purpose
                && day.look.basis == look.basis
                && day.look.objected == look.objected
        };
        if let Some(day) = days.iter_mut().rev().take_while(|day| day.on() == on).find(same) {
            day.look.categories = day.look.categories.plus(look.categories);
            day.times += 1;
            continue;
        }
        days.push(Day { look, times: 1 });
    }
    days
}
