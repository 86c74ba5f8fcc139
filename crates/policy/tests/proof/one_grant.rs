//! Every world with one grant, compared with the second reading.
//!
//! The whole product has more than a thousand million questions; that is the ignored test, for a release build.
//! The daily tests cut it where the facts do not touch each other: all grants and refusals against single
//! categories, all grants against all labels, and everything at once on four classes of categories.

use policy::{BreakGlass, Categories, Category, Grant, Label, Purpose, Purposes};

use crate::worlds::{NOW, Switches, all_sets, at_most_one, class_sets, compare, grant, labels};

/// Times of asking around a grant of `[NOW - 10, NOW + 10)`, moved instead of the clock.
fn moved(live: Grant) -> [Grant; 5] {
    [11, 10, 0, -9, -10].map(|by| Grant { from: live.from + by, until: live.until + by, ..live })
}

#[test]
fn every_grant_against_every_category() {
    let single = labels(&at_most_one(&Category::ALL));
    let mut asked = 0;
    for given in all_sets() {
        for switches in Switches::all() {
            let grants = [grant(1, given, switches.named)];
            for one in at_most_one(&Category::ALL) {
                let refused = switches.facts(&grants, one, Categories::NONE);
                let walled = switches.facts(&grants, Categories::NONE, one);
                asked += compare(&refused, &single) + compare(&walled, &single);
            }
        }
    }
    assert_eq!(asked, 1024 * 16 * 11 * 2 * 20);
}

#[test]
fn every_grant_against_every_label() {
    let labels = labels(&all_sets());
    let switches = Switches { duty: true, named: false, glass: false, own_client: false };
    let asked: u64 = all_sets()
        .into_iter()
        .map(|given| {
            let grants = [grant(1, given, false)];
            compare(&switches.facts(&grants, Categories::NONE, Categories::NONE), &labels)
        })
        .sum();
    assert_eq!(asked, 1024 * 1023 * 2);
}

#[test]
fn everything_at_once_on_four_classes() {
    let sets = class_sets();
    let labels = labels(&sets);
    let mut asked = 0;
    for &given in &sets {
        for switches in Switches::all() {
            let grants = [grant(1, given, switches.named)];
            for &refused in &sets {
                for &barrier in &sets {
                    asked += compare(&switches.facts(&grants, refused, barrier), &labels);
                }
            }
        }
    }
    assert_eq!(asked, 16 * 16 * 16 * 16 * 30);
}

#[test]
fn every_time_and_purpose_on_four_classes() {
    let sets = class_sets();
    let labels = labels(&sets);
    let ones = at_most_one(&crate::worlds::CLASSES);
    for &given in &sets {
        for switches in Switches::all() {
            for at in moved(grant(1, given, switches.named)) {
                for purposes in [Purposes::of(&[Purpose::Support]), Purposes::ALL.without(Purpose::Support.into())] {
                    let grants = [Grant { purposes, ..at }];
                    for &one in &ones {
                        compare(&switches.facts(&grants, one, Categories::NONE), &labels);
                        compare(&switches.facts(&grants, Categories::NONE, one), &labels);
                    }
                }
            }
        }
    }
}

#[test]
fn a_grant_holds_from_its_first_microsecond_to_before_its_last() {
    let facts = |grants: &[Grant]| {
        let switches = Switches { duty: false, named: false, glass: false, own_client: false };
        policy::mask(&switches.facts(grants, Categories::NONE, Categories::NONE)).knows_of()
    };
    let at = moved(grant(1, Categories::ALL, false)).map(|g| facts(&[g]));
    assert_eq!(at, [false, true, true, true, false]);
}

/// Relapse waits for its own moment, and only where there is a duty to report.
#[test]
fn named_relapse_reaches_a_reporting_agency_from_its_moment_on() {
    for duty in [false, true] {
        let switches = Switches { duty, named: true, glass: false, own_client: false };
        let seen = [None, Some(NOW + 1), Some(NOW), Some(NOW - 1), Some(i64::MIN)].map(|relapse_from| {
            let grants = [Grant { relapse_from, ..grant(1, Categories::ALL, true) }];
            let facts = switches.facts(&grants, Categories::NONE, Categories::NONE);
            compare(&facts, &labels(&all_sets()));
            policy::mask(&facts).sees(Label::of(Category::Relapse), false).is_some()
        });
        assert_eq!(seen, if duty { [false, false, true, true, true] } else { [true; 5] });
    }
}

#[test]
fn break_glass_ends_with_its_hour() {
    let switches = Switches { duty: false, named: false, glass: true, own_client: false };
    let hour = BreakGlass::LONGEST;
    let cases = [
        (NOW + 1, NOW + 5, false),
        (NOW, NOW + 5, true),
        (NOW - 5, NOW, false),
        (NOW - hour + 1, i64::MAX, true),
        (NOW - hour, i64::MAX, false),
    ];
    for (from, until, opens) in cases {
        let mut facts = switches.facts(&[], Categories::NONE, Categories::NONE);
        facts.break_glass = Some(BreakGlass { id: 1, from, until });
        compare(&facts, &labels(&class_sets()));
        let seen = policy::mask(&facts).sees(Label::of(Category::Health), false);
        assert_eq!(seen.is_some(), opens, "[{from}, {until})");
    }
}

/// 1,340,866,560 questions: `cargo test --release -p policy -- --ignored`.
#[test]
#[ignore = "long; for a release build"]
fn the_whole_product() {
    let sets = all_sets();
    let labels = labels(&sets);
    let some = Categories::of(&[Category::Location, Category::Contact, Category::Relapse]);
    let mut asked = 0;
    for &given in &sets {
        for switches in Switches::all() {
            for at in moved(grant(1, given, switches.named)) {
                for purposes in [Purposes::ALL, Purposes::of(&[Purpose::Handover, Purpose::Advice])] {
                    let grants = [Grant { purposes, ..at }];
                    for refused in [Categories::NONE, some] {
                        for barrier in [Categories::NONE, Categories::SEPARATION] {
                            asked += compare(&switches.facts(&grants, refused, barrier), &labels);
                        }
                    }
                }
            }
        }
    }
    assert_eq!(asked, 1024 * 16 * 5 * 2 * 2 * 2 * 1023 * 2);
}
