//! Values come out of their seal exactly when the decision says so.

use policy::{Basis, Categories, Category, Duty, DutyFact, Label, Mask, Sealed, duty_now};

#[test]
fn a_seal_opens_with_its_label_and_keeps_its_basis() {
    let row = Mask::for_row(Categories::of(&[Category::Existence, Category::Health]).bits(), 0, false);
    let health = Sealed::new(Label::of(Category::Health), false, "asthma");
    let opened = row.open(health).map(|entry| entry.map(str::len));
    assert_eq!(opened.as_ref().map(|entry| **entry), Some(6));
    assert_eq!(opened.map(|entry| entry.basis()), Some(Basis::Grants));
    assert!(row.open(Sealed::new(Label::of(Category::Notes), false, "said")).is_none());
    assert!(row.open(Sealed::new(Label::EVERYTHING, false, "said")).is_none());
    assert!(row.open(Sealed::new(Label::EVERYTHING, true, "said")).is_some());
}

#[test]
fn a_listing_opens_to_whoever_knows_of_the_person() {
    let own = Mask::for_row(0, 0, true);
    assert_eq!(own.open(Sealed::listing("name")).map(|name| name.basis()), Some(Basis::Own));
    assert!(own.open(Sealed::new(Label::EXISTENCE, false, "known elsewhere")).is_none());
    assert!(Mask::for_row(1, 0, false).open(Sealed::listing("name")).is_some());
    assert!(Mask::for_row(1, 1, true).open(Sealed::listing("name")).is_none());
    assert!(Mask::nothing().open(Sealed::listing("name")).is_none());
}

#[test]
fn a_seal_and_a_disclosure_print_no_content() {
    let sealed = Sealed::new(Label::of(Category::Notes), false, "secret");
    assert!(!format!("{sealed:?}").contains("secret"));
    assert!(!format!("{:?}", Mask::for_row(1, 0, true).open(Sealed::listing("secret"))).contains("secret"));
}

#[test]
fn a_duty_holds_until_somebody_has_checked() {
    let fact = |from, reports| DutyFact { from, reports };
    let facts = [fact(30, true), fact(10, false)];
    assert_eq!(duty_now(true, &[], 50), Duty { reports: true, checked: false });
    assert_eq!(duty_now(false, &[], 50), Duty { reports: false, checked: false });
    assert_eq!(duty_now(true, &facts, 9), Duty { reports: true, checked: false });
    assert_eq!(duty_now(true, &facts, 10), Duty { reports: false, checked: true });
    assert_eq!(duty_now(true, &facts, 29), Duty { reports: false, checked: true });
    assert_eq!(duty_now(false, &facts, 30), Duty { reports: true, checked: true });
    assert!(duty_now(false, &[fact(10, true), fact(10, false)], 10).reports);
    assert!(duty_now(false, &[fact(10, false), fact(10, true)], 10).reports);
}

#[test]
fn sets_read_as_their_codes() {
    let set = Categories::of(&[Category::Health, Category::Existence]);
    assert_eq!(set.to_string(), "existence+health");
    assert_eq!(Categories::NONE.to_string(), "-");
    assert_eq!(format!("{set:?}"), "Categories(existence+health)");
    assert_eq!(set.len(), 2);
    assert_eq!(Label::new(Categories::NONE), None);
    assert_eq!(Label::EXISTENCE.plus(Label::of(Category::Health)).categories(), set);
}
