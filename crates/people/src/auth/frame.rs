//! The frame around a signed-in worker's pages.

use base::{AgencyId, Outcome};
use policy::{Act, Roles, may};
use web::ui::{NavItem, Signed};
use web::{Cx, Viewer};

use crate::{agency, emergency, notice};

/// Where the navigation leads: address, word, and the act that one must be allowed to try; `None` for everybody.
const NAV: &[(&str, &str, Option<Act>)] = &[
    ("/home", "auth-nav-home", Some(Act::SeeCaseload)),
    ("/persons", "auth-nav-persons", Some(Act::SeeCaseload)),
    ("/referrals", "auth-nav-referrals", Some(Act::SendReferral)),
    ("/capacity", "auth-nav-capacity", Some(Act::SendReferral)),
    ("/requests", "auth-nav-requests", Some(Act::SendReferral)),
    ("/directory", "auth-nav-directory", None),
    ("/notices", "auth-nav-notices", Some(Act::SeeCaseload)),
    ("/agencies", "auth-nav-agencies", None),
    ("/audit", "auth-nav-audit", Some(Act::ReadAudit)),
    ("/consents/by-number", "auth-nav-by-number", Some(Act::RevokeByNumber)),
    ("/separations/by-number", "auth-nav-separations", Some(Act::SeparateByNumber)),
    ("/legal-bases", "auth-nav-lawful", Some(Act::ConfirmLegalBasis)),
    ("/network", "auth-nav-network", Some(Act::SeeNetworkOverdue)),
];

/// Name, agency and navigation of the one who is signed in.
pub fn signed(cx: &mut Cx<'_>) -> Outcome<Option<Signed>> {
    let Ok(by) = cx.viewer() else { return Ok(None) };
    let name = agency::worker_name(cx, by.worker)?;
    let own = agency::get(cx, by.agency)?.name;
    let seats = agency::memberships(cx.tx, by.worker, cx.now)?;
    let mut nav = nav(cx, by)?;
    if !rests(&seats, by).is_empty() {
        let label = cx.t("auth-nav-second");
        nav.insert(0, NavItem { href: "/second-factor".to_owned(), label, current: false, count: None });
    }
    Ok(Some(Signed {
        name,
        agency: own,
        home_href: home(by.roles).to_owned(),
        account_href: "/account".to_owned(),
        nav,
        switch_href: (seats.len() > 1).then(|| "/switch".to_owned()),
        sign_out: Some("/sign-out".to_owned()),
    }))
}

fn nav(cx: &mut Cx<'_>, by: Viewer) -> Outcome<Vec<NavItem>> {
    let to_review = if may(by.roles, Act::ReviewBreakGlass) { emergency::waiting_n(cx)? } else { 0 };
    let unread = if may(by.roles, Act::SeeCaseload) { notice::unread(cx)? } else { 0 };
    let item = |(href, key, act): &(&str, &str, Option<Act>)| {
        act.is_none_or(|act| may(by.roles, act)).then(|| NavItem {
            href: (*href).to_owned(),
            label: cx.t(key),
            current: false,
            count: match *href {
                "/notices" => Some(unread),
                "/audit" => Some(to_review),
                _ => None,
            },
        })
    };
    Ok(NAV.iter().filter_map(item).collect())
}

/// Roles of the one who asks that rest until a second factor is shown.
pub(crate) fn resting(cx: &mut Cx<'_>) -> Outcome<Roles> {
    let by = cx.viewer()?;
    Ok(rests(&agency::memberships(cx.tx, by.worker, cx.now)?, by))
}

/// What is given at the agency and does not hold in this session.
fn rests(seats: &[(AgencyId, String, Roles)], by: Viewer) -> Roles {
    let given = seats.iter().find(|seat| seat.0 == by.agency).map_or(Roles::NONE, |seat| seat.2);
    given.without(by.roles)
}

/// The page to begin with: the day's work, or the account for those who do no casework.
pub(crate) fn home(roles: Roles) -> &'static str {
    if may(roles, Act::SeeCaseload) { "/home" } else { "/account" }
}
