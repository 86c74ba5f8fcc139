//! Pages of referrals: each calls one act or one view, and shows what came of it.

mod acting;
mod beside;
mod guest;
mod home;
mod links;
mod read;
mod refer;
mod referral;
#[cfg(test)]
mod tests;

use base::{AgencyId, Outcome, Problem};
use people::{agency, consent};
use web::{Cx, Endpoint};

use super::show::Shown;

pub(super) fn endpoints() -> Vec<Endpoint> {
    let mut all = home::endpoints();
    all.extend(refer::endpoints());
    all.extend(referral::endpoints());
    all.extend(acting::endpoints());
    all.extend(links::endpoints());
    all.extend(guest::endpoints());
    all.extend(beside::endpoints());
    all
}

/// Whether the person has agreed to be handed over to the receiver, now.
fn agreed(cx: &mut Cx<'_>, shown: &Shown) -> Outcome<bool> {
    match consent::basis_to_hand_over(cx, shown.person.id, shown.to.id) {
        Ok(_) => Ok(true),
        Err(Problem::Refused(_)) => Ok(false),
        Err(other) => Err(other),
    }
}

/// Agencies to choose from, without `not`.
fn agencies(cx: &mut Cx<'_>, not: &[AgencyId]) -> Outcome<Vec<(AgencyId, String)>> {
    let all = agency::pick_list(cx)?.into_iter();
    Ok(all.filter(|(id, _, _)| !not.contains(id)).map(|(id, name, _)| (id, name)).collect())
}
