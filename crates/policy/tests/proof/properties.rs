//! The promises, each stated by itself and tried on every world of four classes with one grant.

use policy::{BreakGlass, Categories, Category, Facts, Grant, Label, Mask, Purpose, Purposes, mask};

use crate::worlds::{CLASSES, NOW, Switches, at_most_one, class_sets, grant, labels};

/// Every world: grant × switches × refusal × barrier, with the grant's categories and relapse naming.
fn worlds(mut visit: impl FnMut(&Facts<'_>)) {
    let sets = class_sets();
    for switches in Switches::all() {
        for &given in &sets {
            let grants = [grant(1, given, switches.named)];
            for &refused in &sets {
                for &barrier in &at_most_one(&CLASSES) {
                    visit(&switches.facts(&grants, refused, barrier));
                }
            }
        }
    }
}

/// Whether `less` shows nothing that `more` hides.
fn never_more(less: &Mask, more: &Mask) -> bool {
    labels(&class_sets()).into_iter().all(|label| {
        [false, true].into_iter().all(|own| less.sees(label, own).is_none() || more.sees(label, own).is_some())
    })
}

fn sees_nothing(mask: &Mask) -> bool {
    let none = |own| labels(&class_sets()).into_iter().all(|label| mask.sees(label, own).is_none());
    none(false) && none(true) && !mask.knows_of() && mask.allowed().is_empty()
}

#[test]
fn an_agency_with_a_duty_never_receives_a_relapse_nobody_named() {
    worlds(|facts| {
        let named = facts.grants.iter().any(|g| g.names_relapse(facts.now) && g.categories.has(Category::Relapse));
        if facts.duty_to_report && !named {
            let decided = mask(facts);
            for label in labels(&class_sets()) {
                let label = label.with(Category::Relapse);
                assert_eq!(decided.sees(label, false), None, "{label} {facts:?}");
            }
        }
    });
}

#[test]
fn after_the_end_before_the_start_and_for_another_purpose_there_is_nothing() {
    worlds(|facts| {
        if facts.own_client || facts.break_glass.is_some() {
            return;
        }
        let live = facts.grants[0];
        let dead = [
            Grant { until: NOW, ..live },
            Grant { until: i64::MIN, ..live },
            Grant { from: NOW + 1, ..live },
            Grant { purposes: Purposes::NONE, ..live },
            Grant { purposes: Purposes::ALL.without(Purpose::Support.into()), ..live },
        ];
        assert!(sees_nothing(&mask(&Facts { grants: &dead, ..*facts })), "{facts:?}");
        assert!(sees_nothing(&mask(&Facts { grants: &[], ..*facts })), "{facts:?}");
    });
}

#[test]
fn a_barrier_beats_own_entries_and_break_glass() {
    worlds(|facts| {
        let decided = mask(facts);
        for label in labels(&class_sets()) {
            if label.categories().meets(facts.barrier) {
                assert_eq!(decided.sees(label, true), None, "{label} {facts:?}");
                assert_eq!(decided.sees(label, false), None, "{label} {facts:?}");
            }
        }
    });
}

#[test]
fn a_refusal_beats_grants_and_break_glass_but_not_own_entries() {
    worlds(|facts| {
        let decided = mask(facts);
        for label in labels(&class_sets()) {
            if label.categories().meets(facts.refused) {
                assert_eq!(decided.sees(label, false), None, "{label} {facts:?}");
            }
        }
        let unrefused = mask(&Facts { refused: Categories::NONE, ..*facts });
        if facts.own_client {
            for label in labels(&class_sets()) {
                assert_eq!(decided.sees(label, true), unrefused.sees(label, true));
            }
        }
    });
}

#[test]
fn without_existence_there_is_nothing() {
    worlds(|facts| {
        let decided = mask(facts);
        if !decided.knows_of() {
            assert!(sees_nothing(&decided), "{facts:?}");
        }
    });
    assert!(sees_nothing(&Mask::nothing()));
}

#[test]
fn break_glass_never_opens_justice_family_livelihood_or_notes() {
    for switches in Switches::all().filter(|switches| switches.glass) {
        for given in class_sets() {
            let grants = [grant(1, given, switches.named)];
            let broken = switches.facts(&grants, Categories::NONE, Categories::NONE);
            let whole = mask(&Facts { break_glass: None, ..broken });
            let broken = mask(&broken);
            for closed in [Category::Justice, Category::Family, Category::Livelihood, Category::Notes] {
                for label in labels(&class_sets()) {
                    let label = label.with(closed);
                    for own in [false, true] {
                        assert_eq!(broken.sees(label, own), whole.sees(label, own), "{label}");
                    }
                }
            }
        }
    }
    assert!(!BreakGlass::opens(false).meets(Categories::NEVER_BY_BREAK_GLASS));
    assert!(!BreakGlass::opens(true).has(Category::Relapse));
}

#[test]
fn break_glass_tells_nobody_behind_a_wall_that_somebody_is_here() {
    worlds(|facts| {
        if !facts.barrier.is_empty() {
            let without = mask(&Facts { break_glass: None, ..*facts });
            assert_eq!(mask(facts).knowing(), without.knowing(), "{facts:?}");
        }
    });
}

#[test]
fn break_glass_is_the_basis_only_where_nothing_else_is() {
    worlds(|facts| {
        let with = mask(facts);
        let without = mask(&Facts { break_glass: None, ..*facts });
        for label in labels(&class_sets()) {
            for own in [false, true] {
                if let Some(basis) = without.sees(label, own) {
                    assert_eq!(with.sees(label, own), Some(basis), "{label} {facts:?}");
                }
            }
        }
    });
}

#[test]
fn less_given_never_shows_more() {
    worlds(|facts| {
        let now = mask(facts);
        let live = facts.grants[0];
        let narrower =
            CLASSES.iter().map(|&one| Grant { categories: live.categories.without(one.into()), ..live }).chain([
                Grant { relapse_from: None, ..live },
                Grant { relapse_from: Some(NOW + 1), ..live },
                Grant { until: NOW + 1, ..live },
                Grant { until: NOW, ..live },
                Grant { from: NOW + 1, ..live },
                Grant { purposes: Purposes::NONE, ..live },
            ]);
        for grant in narrower {
            let less = mask(&Facts { grants: &[grant], ..*facts });
            assert!(never_more(&less, &now), "{grant:?} {facts:?}");
        }
        let twice = [live, grant(2, Categories::of(&[Category::Health]), false)];
        assert!(never_more(&now, &mask(&Facts { grants: &twice, ..*facts })), "{facts:?}");
    });
}

#[test]
fn a_refusal_a_barrier_a_duty_never_add() {
    worlds(|facts| {
        let now = mask(facts);
        for one in CLASSES {
            let refused = mask(&Facts { refused: facts.refused.with(one), ..*facts });
            let walled = mask(&Facts { barrier: facts.barrier.with(one), ..*facts });
            assert!(never_more(&refused, &now), "refused {one} {facts:?}");
            assert!(never_more(&walled, &now), "walled {one} {facts:?}");
        }
        let duty = mask(&Facts { duty_to_report: true, ..*facts });
        assert!(never_more(&duty, &now), "duty {facts:?}");
    });
}

#[test]
fn one_more_category_on_a_label_never_adds() {
    worlds(|facts| {
        let decided = mask(facts);
        for label in labels(&class_sets()) {
            for more in CLASSES.map(|one| label.with(one)) {
                for own in [false, true] {
                    let seen = decided.sees(more, own).is_some();
                    assert!(!seen || decided.sees(label, own).is_some(), "{label} → {more}: {facts:?}");
                }
            }
        }
    });
}

#[test]
fn unknown_bits_never_open_anything() {
    assert_eq!(Label::from_bits(0), None);
    assert_eq!(Label::from_bits(1 << 10), None);
    assert_eq!(Label::from_bits(1 | 1 << 15), None);
    assert_eq!(Categories::from_bits(1 << 10), None);
    assert_eq!(Categories::known(u16::MAX), Categories::ALL);
    assert_eq!(Mask::for_row(u16::MAX, 0, false).allowed(), Categories::ALL);
    assert!(sees_nothing(&Mask::for_row(u16::MAX, u16::MAX, true)));
}
