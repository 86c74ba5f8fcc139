//! The demo: an invented prefecture in which every story of the casebook has happened, with today as its present.
//!
//! Nothing is put into the database by hand. The stories are played through the same API that a worker's screen uses,
//! in the order in which they would have happened, so that lists, deadlines and the audit trail are what they
//! would be. Stories that are still open are open today.

mod build;
mod cards;
mod table;

pub use build::{Built, build, remove};
pub use cards::{Card, cards};
pub use table::table;

/// Password of every worker of the demo. It guards nothing: whoever starts the demo is told it.
pub const PASSWORD: &str = "minato-ken-no-akari";
