//! A second factor: a code of an app on the worker's own device, and recovery codes for the day it is lost.
//!
//! Whoever has set one up is asked for it at each sign-in. Of whom it is *wanted* is said by the installation
//! ([`web::SecondFactor`]) and by each agency; without it, the roles that want it rest, and everything else goes on
//! ([decision 0023](../../../../../docs/decisions/0023-a-role-rests-until-the-second-factor.md)).

mod acts;
mod api;
mod pages;
mod rules;
mod sign_in;
mod store;
#[cfg(test)]
mod tests;
mod totp;
mod view;

use web::Endpoint;

pub use acts::{Proof, State, confirm, end, new_codes, propose, state};
pub(super) use acts::{drop_all, is_set_up, prove};
pub(super) use rules::held;
pub use sign_in::{Finished, finish};
pub(super) use sign_in::{begin, code_page};
pub(super) use store::{end_begun, forget_ended};

/// Recovery codes given at a time.
pub const CODES: usize = 10;

pub(super) fn endpoints() -> Vec<Endpoint> {
    let mut endpoints = api::endpoints();
    endpoints.extend(pages::endpoints());
    endpoints.extend(sign_in::endpoints());
    endpoints
}
