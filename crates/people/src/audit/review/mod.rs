//! The month in review: what an agency's workers did, counted, and what the privacy officer should look at more closely.
//!
//! Counts and names of workers only. Who the persons were is nobody's question here.

mod pages;
mod rules;
mod store;
mod view;

pub(super) use pages::endpoints;
