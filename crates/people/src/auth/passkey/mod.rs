//! Passkeys: the worker's own device proves who they are, after it has verified them by a finger, a face or a PIN.
//!
//! One act with a passkey shows two things, the device and its holder, so nothing is asked besides. It cannot be told to
//! anybody and not be typed into a page of another site. Whoever has none, or no script, goes on with the password.

mod acts;
mod api;
mod pages;
mod store;
#[cfg(test)]
mod tests;
mod view;

use web::Endpoint;

pub use acts::{
    Added, Asked, MAX, add, ask_new, ask_sign_in, ask_step_up, forget_all, has_any, mine, offered, remove, sign_in,
    step_up,
};
pub use store::Passkey;
pub(super) use view::own_section;

pub(super) fn endpoints() -> Vec<Endpoint> {
    let mut endpoints = api::endpoints();
    endpoints.extend(pages::endpoints());
    endpoints
}
