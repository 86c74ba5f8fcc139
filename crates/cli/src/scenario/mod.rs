//! Scenarios: the casebook read, checked and played.
//!
//! A scenario is a story in a TOML file: who acts, what they do, and who sees what after each step. It is read
//! against the region it happens in ([`read`]), and played ([`play`]) on a stage ([`stage`]): the house in memory with
//! a clock that can be moved, or a server that is running. Everything goes through the JSON API, as a program of
//! somebody else would do it. The format is written down in `docs/scenarios.md`.

pub mod book;
pub mod clock;
mod codes;
mod near;
pub mod play;
pub mod read;
pub mod run;
pub mod stage;
pub mod verbs;

pub use play::{Failure, Play};
pub use read::{Region, Story, Wrong};
pub use stage::{Ground, Stage, Trouble};
