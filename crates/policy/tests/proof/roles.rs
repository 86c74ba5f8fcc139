//! Who may try what, as a table to review.

use std::fmt::Write as _;

use policy::{Act, Role, Roles, may};

#[test]
fn table_of_acts() {
    let mut table = String::from("Who may try what. Nobody may anything without a role.\n\n");
    let mut head = format!("{:<22}", "");
    for role in Role::ALL {
        let _ = write!(head, " {:<15}", role.code());
    }
    let _ = writeln!(table, "{}", head.trim_end());
    for &act in Act::ALL {
        let mut line = format!("{:<22}", act.code());
        for role in Role::ALL {
            let mark = if may(role.into(), act) { "✔" } else { "✘" };
            let _ = write!(line, " {mark:<15}");
        }
        let _ = writeln!(table, "{}", line.trim_end());
    }
    insta::assert_snapshot!("acts", table);
}

#[test]
fn without_a_role_nothing_may_be_tried_and_roles_add_up() {
    for &act in Act::ALL {
        assert!(!may(Roles::NONE, act));
        for bits in 0..=Roles::ALL.bits() {
            let Some(roles) = Roles::from_bits(bits) else { unreachable!() };
            let single = Role::ALL.into_iter().any(|role| roles.has(role) && may(role.into(), act));
            assert_eq!(may(roles, act), single, "{act:?} {roles}");
        }
    }
}

#[test]
fn only_those_who_support_persons_may_open_them() {
    use Role::{Administrator, Coordinator, PrivacyOfficer};
    let others = Roles::of(&[Coordinator, PrivacyOfficer, Administrator]);
    let of_persons = [
        Act::OpenPerson,
        Act::SeeCaseload,
        Act::WriteEntry,
        Act::BreakGlass,
        Act::SendReferral,
        Act::TakeConsent,
        Act::RevokeConsent,
        Act::RecordRefusal,
    ];
    for act in of_persons {
        assert!(!may(others, act), "{act:?}");
    }
}

#[test]
fn codes_are_distinct_and_read_back() {
    let mut codes: Vec<_> = Act::ALL.iter().map(|act| act.code()).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), Act::ALL.len());
    for role in Role::ALL {
        assert_eq!(Role::from_code(role.code()), Some(role));
    }
    for purpose in policy::Purpose::ALL {
        assert_eq!(policy::Purpose::from_code(purpose.code()), Some(purpose));
    }
    for category in policy::Category::ALL {
        assert_eq!(policy::Category::from_code(category.code()), Some(category));
    }
    assert_eq!(policy::Category::from_code("Existence"), None);
}
