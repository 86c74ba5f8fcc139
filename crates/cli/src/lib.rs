//! The whole product put together: every room, one database, one clock, one router.
//!
//! The binary `tsunagi` is a thin door to this; the tests and the scenarios build the same house in memory.

pub mod bench;
pub mod build;
pub mod demo;
pub mod doctor;
pub mod jobs;
pub mod ledger;
pub mod mail;
pub mod scenario;
pub mod serve;
pub mod settings;
pub mod setup;
pub mod vault;

pub use build::{House, hooks, migrations, rooms, sealed, words};
