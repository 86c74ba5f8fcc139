//! Every world with two grants on four classes of categories: grants add up, and nothing else happens between them.

use policy::{Categories, Grant, Purpose, Purposes};

use crate::worlds::{NOW, Switches, class_sets, compare, grant, labels};

/// The second grant as it is, for another purpose, and ended.
fn states(live: Grant) -> [Grant; 3] {
    let elsewhere = Grant { purposes: Purposes::of(&[Purpose::FollowUp]), ..live };
    let ended = Grant { until: NOW, ..live };
    [live, elsewhere, ended]
}

/// Visits both grants of every pair; `switches.named` is the first one's.
fn pairs(mut visit: impl FnMut(Switches, &[Grant; 2])) {
    let sets = class_sets();
    for switches in Switches::all() {
        for &first in &sets {
            for &second in &sets {
                for named in [false, true] {
                    for other in states(grant(2, second, named)) {
                        visit(switches, &[grant(1, first, switches.named), other]);
                    }
                }
            }
        }
    }
}

#[test]
fn two_grants_add_up() {
    let labels = labels(&class_sets());
    let mut asked = 0;
    pairs(|switches, grants| {
        for refused in crate::worlds::at_most_one(&crate::worlds::CLASSES) {
            asked += compare(&switches.facts(grants, refused, Categories::NONE), &labels);
        }
    });
    assert_eq!(asked, 16 * 16 * 16 * 2 * 3 * 5 * 30);
}

#[test]
fn naming_in_one_grant_does_not_open_relapse_of_another() {
    use policy::Category::{Existence, Relapse};
    let with = |cats: &[policy::Category], named, id| grant(id, Categories::of(cats), named);
    let switches = Switches { duty: true, named: false, glass: false, own_client: false };
    let grants = [with(&[Existence, Relapse], false, 1), with(&[Existence], true, 2)];
    let facts = switches.facts(&grants, Categories::NONE, Categories::NONE);
    assert_eq!(policy::mask(&facts).sees(policy::Label::of(Relapse), false), None);
}

/// Refusals and barriers as full sets too: 188,743,680 questions.
#[test]
#[ignore = "long; for a release build"]
fn two_grants_with_every_refusal_and_barrier() {
    let sets = class_sets();
    let labels = labels(&sets);
    pairs(|switches, grants| {
        for &refused in &sets {
            for &barrier in &sets {
                compare(&switches.facts(grants, refused, barrier), &labels);
            }
        }
    });
}
