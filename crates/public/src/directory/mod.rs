//! The public part: who offers what help, where, when and to whom, and when somebody last checked
//!
//! Nothing here is about a person who is supported, so anybody may read it without signing in. An agency is listed with
//! its name, kind, area and telephone (kept by the room `agency`), its site and its offers (kept here). Whoever edits an
//! agency elsewhere calls [`refresh`], so that it is found by what it now says.

mod acts;
mod api;
mod ask;
mod codes;
mod export;
pub mod import;
mod input;
mod listing;
pub mod model;
mod numbers;
mod pages;
pub mod rules;
pub mod schedule;
mod search;
mod store;
mod terms;
#[cfg(test)]
mod tests;
mod view;

use base::WordsOf;
use db::Migration;
use web::Room;

pub use acts::{
    add_offer, change_offer, change_site, decide_suggestion, get_offer, insert_offer, mark_checked, may_edit, put_site,
    refresh, set_capacity, suggest, suggestions_for, waiting_suggestions,
};
pub use input::{OfferInput, SUGGESTION_MOST, SiteInput, SuggestionInput, WhoInput};
pub use listing::{Listing, listing};
pub use search::{Found, PAGE, Query, Results, search};

/// The tables
pub const MIGRATIONS: &[Migration] = &[Migration { id: "directory-1", sql: include_str!("migration.sql") }];

/// Every sentence of this room
pub const fn words() -> WordsOf {
    base::words!("directory")
}

/// What this room offers
pub fn room() -> Room {
    let endpoints = pages::endpoints().into_iter().chain(api::endpoints()).collect();
    Room { name: "directory", endpoints, words: words(), migrations: MIGRATIONS }
}
