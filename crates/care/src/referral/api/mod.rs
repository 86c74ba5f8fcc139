//! Referrals as JSON: every act and every view.

mod beside;
mod links;
mod referrals;

use web::Endpoint;

pub(super) fn endpoints() -> Vec<Endpoint> {
    let mut all = referrals::endpoints();
    all.extend(links::endpoints());
    all.extend(beside::endpoints());
    all
}
