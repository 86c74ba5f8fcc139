//! A referral (つなぐ): one person is handed over from one agency to another, and somebody is reminded until it holds.
//!
//! It is finished when the person has arrived and the receiver, the sender and the person say so; *accepted* is not
//! *arrived*, *arrived* is not *connected*. States are few ([`codes::State`]); what happened on the way is in the
//! legs, the questions and the events. [`rules::next`] is the whole table of who may set what; a test prints it.
//!
//! The receiver knows of a referral only while it may know of the person, and sees each part only where the person
//! allows everything it is about. What is allowed is asked anew at every look, so a revoked consent takes the
//! referral along. The sender goes on seeing what became of it while it works with the person.
//!
//! An agency without an account takes part by a link ([`acts::make_link`]), a letter ([`show::letter`]), or the
//! telephone: the sender then writes down what it said, and who said it stays visible as the channel of the event.
//!
//! Beside referrals stand *requests* (an agency asks for a person another one works with), *questions about free
//! places* (without anybody's name) and the lists a worker's day begins with ([`show::home`]). To give a person to
//! a worker of the own agency is `people::person::assign`.

#[macro_use]
pub mod codes;
pub mod acts;
mod api;
pub mod input;
pub mod model;
mod pages;
pub mod rules;
pub mod show;
mod store;
#[cfg(test)]
mod tests;
mod view;

use db::Migration;
use web::Room;

pub use acts::resolve_link;
pub use store::lists::{Filter, PAGE};
pub use store::sealing::SEALED;

/// The tables.
pub const MIGRATIONS: &[Migration] = &[Migration { id: "referral-1", sql: include_str!("migration.sql") }];

/// What this room offers.
pub fn room() -> Room {
    Room {
        name: "referral",
        endpoints: api::endpoints().into_iter().chain(pages::endpoints()).collect(),
        words: base::words!("referral", "words/ja.ftl", "words/en.ftl", "words/ja-simple.ftl"),
        migrations: MIGRATIONS,
    }
}
