//! Which basis is named. Audit and the person read it, so it must be the right one and always the same one.

use policy::Category::{Contact, Existence, Health, Justice, Location};
use policy::{Basis, Categories, Category, Grant, Label, Mask, mask};

use crate::worlds::{Switches, grant};

const GRANT: fn(i64) -> Basis = |id| Basis::Grant { id, version: 1 };

fn of(id: i64, categories: &[Category]) -> Grant {
    grant(id, Categories::of(categories), false)
}

fn decide(grants: &[Grant], glass: bool, own_client: bool) -> Mask {
    let switches = Switches { duty: false, named: false, glass, own_client };
    mask(&switches.facts(grants, Categories::NONE, Categories::SEPARATION.without(Categories::of(&[Contact]))))
}

fn label(categories: &[Category]) -> Label {
    let label = Label::new(Categories::of(categories));
    label.expect("a label of at least one category")
}

fn bases(mask: &Mask, categories: &[Category], own: bool) -> Vec<Basis> {
    mask.bases(label(categories), own).collect()
}

#[test]
fn of_several_grants_the_lowest_number_and_version_is_named() {
    let all = [Existence, Health];
    let newer = Grant { version: 2, ..of(3, &all) };
    for grants in [[newer, of(3, &all), of(8, &all)], [of(8, &all), of(3, &all), newer]] {
        let decided = decide(&grants, false, false);
        assert_eq!(decided.sees(label(&all), false), Some(GRANT(3)));
        assert_eq!(decided.knowing(), Some(GRANT(3)));
        assert_eq!(bases(&decided, &all, false), [GRANT(3)]);
    }
}

#[test]
fn grants_that_open_an_entry_together_are_all_named_the_last_category_first() {
    let grants = [of(1, &[Existence]), of(2, &[Contact, Health]), of(3, &[Justice])];
    let decided = decide(&grants, false, false);
    assert_eq!(decided.knowing(), Some(GRANT(1)));
    let asked = [Existence, Contact, Health, Justice];
    assert_eq!(decided.sees(label(&asked), false), Some(GRANT(3)));
    assert_eq!(bases(&decided, &asked, false), [GRANT(3), GRANT(1), GRANT(2)]);
    assert_eq!(bases(&decided, &[Contact, Health], false), [GRANT(2)]);
    assert_eq!(bases(&decided, &[Category::Notes], false), []);
}

#[test]
fn break_glass_is_named_by_its_number_and_before_the_grants_it_adds_to() {
    let grants = [of(2, &[Contact])];
    let switches = Switches { duty: false, named: false, glass: true, own_client: false };
    let decided = mask(&switches.facts(&grants, Categories::NONE, Categories::NONE));
    assert_eq!(decided.knowing(), Some(Basis::BreakGlass(900)));
    assert_eq!(decided.sees(label(&[Health]), false), Some(Basis::BreakGlass(900)));
    assert_eq!(bases(&decided, &[Contact, Health], false), [Basis::BreakGlass(900), GRANT(2)]);
}

#[test]
fn the_own_agency_is_named_before_any_grant() {
    let decided = decide(&[of(2, &[Existence, Health])], true, true);
    assert_eq!(decided.knowing(), Some(Basis::Own));
    assert_eq!(bases(&decided, &[Health], true), [Basis::Own]);
    assert_eq!(bases(&decided, &[Health], false), [GRANT(2)]);
}

#[test]
fn what_is_denied_can_be_asked() {
    assert_eq!(decide(&[], false, true).denied(), Location.into());
    assert_eq!(bases(&decide(&[], false, true), &[Location], true), []);
}

#[test]
fn behind_somebody_elses_wall_only_what_it_denies_is_gone() {
    let open = decide(&[of(2, &[Existence, Contact, Health])], false, false);
    let walled = open.behind(Contact.into());
    assert_eq!(walled.denied(), Categories::of(&[Contact, Location]));
    assert_eq!(bases(&open, &[Contact, Health], false), [GRANT(2)]);
    assert_eq!(bases(&walled, &[Contact, Health], false), []);
    assert_eq!(bases(&walled, &[Health], false), [GRANT(2)]);
    assert_eq!(walled.knowing(), open.knowing());
}
