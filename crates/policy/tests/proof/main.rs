//! The evidence for the decision: a second reading of the rules, every small world, laws, and printed tables.

mod basis;
mod cost;
mod lawful;
mod laws;
mod matrix;
mod one_grant;
mod properties;
mod reference;
mod roles;
mod seal;
mod two_grants;
mod worlds;
