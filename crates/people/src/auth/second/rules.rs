//! Which roles rest until a second factor has been shown.

use policy::{Role, Roles};
use web::SecondFactor;

/// Roles with which much can be opened for oneself or for others. None of them is needed for the day's work with people.
const OFFICES: Roles = Roles::of(&[Role::Coordinator, Role::PrivacyOfficer, Role::Administrator]);

/// The roles that hold in a session. `strong`: a second factor was shown in it. `agency_asks`: the agency asks one of all.
///
/// A role that rests is like one that was never given: whoever is a worker and an administrator goes on supporting
/// people with the password alone, and manages nothing.
pub(in crate::auth) fn held(roles: Roles, strong: bool, asked: SecondFactor, agency_asks: bool) -> Roles {
    if strong {
        return roles;
    }
    match asked {
        _ if agency_asks => Roles::NONE,
        SecondFactor::Everybody => Roles::NONE,
        SecondFactor::Offices => roles.without(OFFICES),
        SecondFactor::Nobody => roles,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_asked_for_rests_and_only_without_a_second_factor() {
        let mine = Roles::of(&[Role::Worker, Role::Administrator]);
        let held = |strong, asked, agency| held(mine, strong, asked, agency);
        for asked in [SecondFactor::Nobody, SecondFactor::Offices, SecondFactor::Everybody] {
            assert_eq!(held(true, asked, true), mine);
            assert_eq!(held(false, asked, true), Roles::NONE);
        }
        assert_eq!(held(false, SecondFactor::Nobody, false), mine);
        assert_eq!(held(false, SecondFactor::Offices, false), Roles::of(&[Role::Worker]));
        assert_eq!(held(false, SecondFactor::Everybody, false), Roles::NONE);
    }
}
