//! `words!` reads the files beside whoever calls it, from any crate

use base::{Lang, Words, WordsOf};

const SHORT: WordsOf = base::words!("demo");
const LONG: WordsOf = base::words!("demo", "words/ja.ftl", "words/en.ftl", "words/ja-simple.ftl");

#[test]
fn reads_the_files_beside_the_caller() {
    for room in [SHORT, LONG] {
        let words = Words::build(&[base::WORDS, room]).expect("words");
        assert_eq!(words.t(Lang::En, "demo-hello"), "Hello");
        assert_eq!(words.t(Lang::Simple, "base-weekday-monday"), "月曜日《げつようび》");
    }
}

base::ids! {
    /// An id made outside `base`
    DemoId
}

#[test]
fn ids_can_be_made_elsewhere() {
    let id = DemoId::new(&base::SeededRandom::new(1));
    assert_eq!(id.to_string().parse(), Ok(id));
}
