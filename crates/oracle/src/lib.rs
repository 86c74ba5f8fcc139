//! The rules of disclosure a third time, in Cedar: an oracle that `policy` is compared with on random worlds, and
//! the text about which a solver proves what holds in every world (`tests/symbolic.rs`).
//!
//! The rules are `rules/rules.cedar`, held to `rules/schema.cedarschema` by Cedar's strict validator. Cedar has no
//! "there is a grant such that", so it is asked four kinds of question, and the union between them is the only thing
//! that is not Cedar: what some grant gives ([`Oracle::read`]).
//!
//! Whatever goes wrong inside Cedar is an error here and never a "no": a `forbid` that stumbles is left out by the
//! engine, and the answer would then be a yes.

mod cedar;

pub use cedar::{Oracle, Reading};

/// The schema, as Cedar reads it.
pub const SCHEMA: &str = include_str!("../rules/schema.cedarschema");

/// The rules, as Cedar reads them.
pub const RULES: &str = include_str!("../rules/rules.cedar");
