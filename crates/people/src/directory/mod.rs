//! The public part: who offers what help, where, when and to whom, and when somebody last checked
//!
//! Nothing here is about a person who is supported, so anybody may read it without signing in. An agency is listed with
//! its name, kind, area and telephone (kept by the room `agency`), its site and its offers (kept here). Whoever edits an
//! agency elsewhere calls [`refresh`], so that it is found by what it now says.

mod acts;
mod codes;
pub mod help;
pub mod import;
mod input;
pub mod model;
mod numbers;
pub mod rules;
pub mod schedule;
mod search;
mod store;
mod terms;
#[cfg(test)]
mod tests;

use base::WordsOf;
use db::Migration;
use web::Room;

pub use acts::{
    add_offer, change_offer, change_site, decide_suggestion, get_offer, insert_offer, mark_checked, may_edit, put_site,
    refresh, set_capacity, suggest, suggestions_for, waiting_suggestions,
};
pub use help::help_lines;
pub use input::{OfferInput, SUGGESTION_MOST, SiteInput, SuggestionInput, WhoInput};
pub use search::{Found, PAGE, Query, Results, search};

/// The tables
pub const MIGRATIONS: &[Migration] = &[Migration { id: "directory-1", sql: include_str!("migration.sql") }];

/// Every sentence of this room
pub const fn words() -> WordsOf {
    base::words!("directory")
}

/// What this room offers
pub fn room() -> Room {
    Room { name: "directory", endpoints: Vec::new(), words: words(), migrations: MIGRATIONS }
}
