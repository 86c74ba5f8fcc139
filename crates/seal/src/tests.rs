use proptest::prelude::*;

use super::*;

fn key(seed: u8) -> DataKey {
    DataKey::new(std::array::from_fn(|n| seed.wrapping_add(u8::try_from(n).expect("below 64"))))
}

fn somewhere() -> Place {
    Place::column("entry.body").at(7).at(9)
}

#[test]
fn a_text_comes_back_where_it_was_sealed_and_nowhere_else() {
    let sealed = key(1).seal(&somewhere(), "夜眠れない日がある");
    assert!(is_sealed(&sealed) && !sealed.contains("夜"));
    assert_eq!(key(1).open(&somewhere(), &sealed).as_deref(), Some("夜眠れない日がある"));
    assert_eq!(key(2).open(&somewhere(), &sealed), None, "another person's key");
    for elsewhere in [
        Place::column("entry.body").at(7).at(8),
        Place::column("entry.body").at(7),
        Place::column("entry.note").at(7).at(9),
        Place::column("entry.body").at(7).under("9"),
    ] {
        assert_eq!(key(1).open(&elsewhere, &sealed), None, "{elsewhere:?}");
    }
}

#[test]
fn no_two_places_are_the_same_bytes() {
    let (one, other) = (Place::column("a").under("b"), Place::column("ab").under(""));
    assert_ne!(one.as_bytes(), other.as_bytes());
}

#[test]
fn what_is_sealed_does_not_change_from_one_version_to_the_next() {
    // Written once and kept: a database that was sealed with it must stay readable.
    let sealed = key(1).seal(&somewhere(), "kept");
    assert_eq!(sealed, "\u{1}s1.r0O2N3gtRkWrQkgE-ReEidRfcKEIsgreiiRUs7DQCDnQObuMoPbuktPZhvI");
}

#[test]
fn a_master_key_is_one_line_and_a_slip_in_it_is_noticed() {
    let master = Master::new([5; 32]);
    let line = master.secret();
    let again = Master::parse(&format!("{}\n", line.as_str())).expect("its own line");
    assert_eq!(again.id(), master.id());
    assert!(!format!("{master:?}").contains(&line[line.len() - 20..]));
    assert!(Master::parse(&line.replace("BQUF", "BQUG")).is_none(), "one letter is another");
    assert!(Master::parse("").is_none() && Master::parse(&line[1..]).is_none());
    assert_eq!(KeyId::parse(&master.id().to_string()), Some(master.id()));
}

#[test]
fn a_wrapped_key_opens_under_its_master_and_is_bound_to_its_person() {
    let (master, other) = (Master::new([5; 32]), Master::new([6; 32]));
    let wrapped = master.wrap(&key(1), 42);
    assert_eq!(master.unwrap(&wrapped).expect("opens").bytes(), key(1).bytes());
    assert_eq!(other.unwrap(&wrapped).map(drop), Err(Wrong::OtherKey(master.id())));
    let mut moved = wrapped.clone();
    moved[15] = 43;
    assert_eq!(master.unwrap(&moved).map(drop), Err(Wrong::Bent), "given to another person");
    assert_eq!(master.unwrap(&wrapped[..40]).map(drop), Err(Wrong::Bent));
    assert_eq!(master.unwrap(&[]).map(drop), Err(Wrong::Bent));
}

proptest! {
    #[test]
    fn any_text_comes_back(text in ".{0,200}", id in any::<i64>()) {
        let place = Place::column("a.b").at(id);
        let sealed = key(3).seal(&place, &text);
        prop_assert_eq!(key(3).open(&place, &sealed), Some(text));
    }

    #[test]
    fn any_change_is_noticed(text in ".{0,50}", at in any::<prop::sample::Index>(), flip in 1_u8..64) {
        let sealed = key(3).seal(&somewhere(), &text);
        let mut bytes = sealed.into_bytes();
        let at = at.index(bytes.len());
        bytes[at] ^= flip;
        if let Ok(changed) = String::from_utf8(bytes) {
            prop_assert_eq!(key(3).open(&somewhere(), &changed), None);
        }
    }
}
