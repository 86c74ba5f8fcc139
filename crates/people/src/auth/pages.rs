//! Pages of signing in.

use base::Outcome;
use web::{Cx, Endpoint, Req, View};

pub(super) fn endpoints() -> Vec<Endpoint> {
    Vec::new()
}

/// The sign-in page, holding what was being sent when the session ended.
pub fn sign_in_again(_: &mut Cx<'_>, _: &Req) -> Outcome<View> {
    Ok(View::new("", maud::html! {}))
}
