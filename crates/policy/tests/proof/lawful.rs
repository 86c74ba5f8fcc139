//! Bases in law beside one grant: what they open, what stops them, and what they never do.

use policy::{Basis, Categories, Category, Facts, LegalBasis, Purpose, Purposes, mask};

use crate::worlds::{CLASSES, NOW, Switches, at_most_one, basis, class_sets, compare, grant, labels};

/// Every grant × every basis, as it is and ended, vital or not, × switches × single refusals.
fn worlds(mut visit: impl FnMut(&Facts<'_>)) {
    for switches in Switches::all() {
        for &given in &class_sets() {
            let grants = [grant(1, given, switches.named)];
            for &lawful in &class_sets() {
                for vital in [false, true] {
                    let live = basis(40, lawful, vital);
                    for bases in [[live], [LegalBasis { until: NOW, ..live }]] {
                        for &refused in &at_most_one(&CLASSES) {
                            visit(&Facts { bases: &bases, ..switches.facts(&grants, refused, Categories::NONE) });
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn a_basis_in_law_beside_a_grant_is_read_the_same_way() {
    let labels = labels(&class_sets());
    let mut asked = 0;
    worlds(|facts| asked += compare(facts, &labels));
    assert_eq!(asked, 16 * 16 * 16 * 2 * 2 * 5 * 30);
}

#[test]
fn every_wall_stands_before_every_basis() {
    let labels = labels(&class_sets());
    for &lawful in &class_sets() {
        for barrier in class_sets() {
            for own_client in [false, true] {
                let switches = Switches { duty: false, named: false, glass: false, own_client };
                let bases = [basis(40, lawful, true)];
                let facts = Facts { bases: &bases, ..switches.facts(&[], Categories::NONE, barrier) };
                compare(&facts, &labels);
                let decided = mask(&facts);
                assert!(!decided.allowed().meets(barrier), "{facts:?}");
            }
        }
    }
}

#[test]
fn no_basis_tells_relapse_to_an_agency_with_a_duty() {
    worlds(|facts| {
        let alone = mask(&Facts { grants: &[], break_glass: None, ..*facts });
        if facts.duty_to_report {
            assert!(!alone.allowed().has(Category::Relapse), "{facts:?}");
        }
    });
}

/// A refusal stops every basis but danger; the promise of a refusal towards grants stands beside it.
#[test]
fn only_danger_goes_before_a_refusal() {
    worlds(|facts| {
        let alone = mask(&Facts { grants: &[], break_glass: None, ..*facts });
        let vital = facts.bases.iter().any(|basis| basis.vital);
        if !vital {
            assert!(!alone.allowed().meets(facts.refused), "{facts:?}");
        } else if !facts.duty_to_report {
            let free = mask(&Facts { grants: &[], break_glass: None, refused: Categories::NONE, ..*facts });
            assert_eq!(alone, free, "{facts:?}");
        }
    });
}

#[test]
fn a_basis_holds_for_its_purpose_and_time_only_and_is_named() {
    let switches = Switches { duty: false, named: false, glass: false, own_client: false };
    let live = basis(40, Categories::ALL, false);
    let knowing = |bases: &[LegalBasis]| {
        mask(&Facts { bases, ..switches.facts(&[], Categories::NONE, Categories::NONE) }).knowing()
    };
    assert_eq!(knowing(&[live]), Some(Basis::Law(40)));
    assert_eq!(knowing(&[basis(41, Categories::ALL, true), live]), Some(Basis::Law(40)), "the lowest number");
    let dead = [
        LegalBasis { until: NOW, ..live },
        LegalBasis { from: NOW + 1, ..live },
        LegalBasis { purposes: Purposes::ALL.without(Purpose::Support.into()), ..live },
    ];
    assert_eq!(knowing(&dead), None);
    assert!(knowing(&[LegalBasis { from: NOW, until: NOW + 1, ..live }]).is_some());
    let grants = [grant(1, Categories::ALL, false)];
    let both = Facts { bases: &[live], ..switches.facts(&grants, Categories::NONE, Categories::NONE) };
    assert_eq!(mask(&both).knowing(), Some(Basis::Grant { id: 1, version: 1 }), "consent is named before the law");
}
