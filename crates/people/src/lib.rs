//! Wing 1: who takes part, who is supported, what they allow, and who looked.
//!
//! `auth` signs workers in, `agency` keeps organisations and their duty facts, `person` holds people and what is
//! written about them, `separation` who is kept apart from whom, `consent` what they allow, `lawful` what is shared
//! without it, `emergency` the look without consent, `audit` what was seen, `notice` the word that something changed,
//! `vault` the keys of persons, `site` the first page.

pub mod agency;
pub mod audit;
pub mod auth;
pub mod consent;
pub mod emergency;
pub mod form;
#[cfg(test)]
mod journeys;
#[cfg(test)]
mod journeys_account;
#[cfg(test)]
mod journeys_consent;
#[cfg(test)]
mod journeys_looked;
#[cfg(test)]
mod law;
pub mod lawful;
pub mod notice;
pub mod person;
#[cfg(test)]
mod samples;
pub mod separation;
pub mod site;
pub mod testing;
#[cfg(test)]
mod tests;
pub mod vault;

use db::Migration;
use web::{Hooks, Room};

/// The rooms of this wing, in the order in which their tables build on each other.
pub fn rooms() -> Vec<Room> {
    vec![
        audit::room(),
        vault::room(),
        agency::room(),
        auth::room(),
        person::room(),
        separation::room(),
        lawful::room(),
        consent::room(),
        emergency::room(),
        notice::room(),
        site::room(),
    ]
}

/// The columns of this wing whose texts are sealed under the key of a person.
pub fn sealed() -> Vec<vault::Column> {
    [person::SEALED, consent::SEALED, emergency::SEALED, lawful::SEALED].concat()
}

/// What this wing tells the kit: who somebody is, and the frame around their pages.
pub fn hooks() -> Hooks {
    Hooks {
        resolve: auth::resolve,
        signed: auth::frame::signed,
        sign_in: auth::pages::sign_in_again,
        step_up: auth::step_up_first,
        help: site::help_lines,
    }
}

/// The tables of this wing.
pub fn migrations() -> Vec<Migration> {
    rooms().iter().flat_map(|room| room.migrations.iter().copied()).collect()
}
