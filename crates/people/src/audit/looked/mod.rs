//! Who looked: for the person, on a screen that is turned to them or on paper. They may object, and are answered.
//!
//! The screen stands at an agency, and shows what that agency may know: its own looks, those on a consent that it took
//! or was given, and emergency looks at somebody it works with. Other looks would tell whom the person deals with.

mod acts;
mod api;
mod pages;
mod rules;
mod store;
mod view;

pub(super) use acts::waiting;

/// What this part offers.
pub(super) fn endpoints() -> Vec<web::Endpoint> {
    let mut all = api::endpoints();
    all.extend(pages::endpoints());
    all
}
