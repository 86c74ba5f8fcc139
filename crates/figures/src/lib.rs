//! What answers come to: shares with their base, rank correlations, comparisons of groups, tables that give nobody away,
//! and the scoring of scales.
//!
//! The crate stands alone: numbers in, numbers out. It knows no person, no question and no database. Every figure carries
//! what is needed to judge it: the n beside a percentage, the method beside a p value.

pub mod compare;
pub mod rank;
pub mod scale;
pub mod share;
pub mod table;

pub use compare::{Compared, mann_whitney, signed_rank};
pub use rank::{Correlation, Method, spearman, stars};
pub use scale::{Item, Missing, Scale, Scored, Unscored};
pub use share::Share;
pub use table::{Cross, Safe};
