//! What was done to somebody, told day by day.

use base::{AgencyId, Date, EventId};
use policy::Categories;

use super::store::Look;

/// Looks of one kind on one day, told together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// The latest of them: the one that an objection names.
    pub event: EventId,
    /// On which day.
    pub on: Date,
    /// Which agency; `None` for the product itself.
    pub agency: Option<AgencyId>,
    /// The roles that the worker held, as bits; `None` for a link.
    pub roles: Option<i64>,
    /// What was done.
    pub act: String,
    /// Code of the purpose.
    pub purpose: Option<String>,
    /// On which basis.
    pub basis: String,
    /// Everything that was seen.
    pub categories: Categories,
    /// How often.
    pub times: i64,
    /// Whether the person objected, and what came of it.
    pub objected: Objected,
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
            day.on == on
                && day.agency == look.agency
                && day.roles == look.roles
                && day.act == look.act
                && day.purpose == look.purpose
                && day.basis == look.basis
                && day.objected == look.objected
        };
        if let Some(day) = days.iter_mut().rev().take_while(|day| day.on == on).find(same) {
            day.categories = day.categories.plus(look.categories);
            day.times += 1;
            continue;
        }
        days.push(Day {
            event: look.event,
            on,
            agency: look.agency,
            roles: look.roles,
            act: look.act,
            purpose: look.purpose,
            basis: look.basis,
            categories: look.categories,
            times: 1,
            objected: look.objected,
        });
    }
    days
}
