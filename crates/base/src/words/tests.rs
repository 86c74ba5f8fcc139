//! Falling back, forms for numbers, and the faults that stop the start

use super::*;

const ROOM: WordsOf = WordsOf {
    room: "demo",
    ja: "demo-hello = こんにちは\ndemo-only-ja = だけ\ndemo-n = { $n }件\ndemo-who = { $who }さん\n",
    en: "# Said to all\ndemo-hello = Hello\ndemo-n = { $n ->\n    [one] one case\n   *[other] { $n } cases\n}\n",
    simple: "demo-hello = こんにちは。\n",
};

fn demo() -> Words {
    Words::build(&[ROOM]).expect("words")
}

fn faults(rooms: &[WordsOf]) -> String {
    Words::build(rooms).expect_err("a fault").to_string()
}

#[test]
fn registers_fall_back_to_the_standard() {
    let words = demo();
    assert_eq!(Lang::ALL.map(|lang| words.t(lang, "demo-hello").into_owned()), ["こんにちは", "こんにちは。", "Hello"]);
    assert_eq!(Lang::ALL.map(|lang| words.t(lang, "demo-only-ja").into_owned()), ["だけ"; 3]);
    assert!(words.has(Lang::Ja, "demo-only-ja") && !words.has(Lang::En, "demo-only-ja"));
    assert_eq!(words.keys(Lang::En).collect::<Vec<_>>(), ["demo-hello", "demo-n"]);
    assert_eq!(words.missing(), 0);
}

#[test]
fn numbers_choose_their_form() {
    let words = demo();
    let said = |lang, n: i64| words.f(lang, "demo-n", &[("n", n.into())]);
    assert_eq!((said(Lang::En, 1), said(Lang::En, 2)), ("one case".into(), "2 cases".into()));
    assert_eq!(said(Lang::Ja, 12_345), "12345件");
    let msg = |text: &str| words.msg(Lang::En, &Msg { key: "demo-n", args: vec![("n", text.to_owned())] });
    assert_eq!((msg("1"), msg("01"), msg("一")), ("one case".into(), "01 cases".into(), "一 cases".into()));
}

#[test]
fn values_are_put_in_as_they_are() {
    let words = demo();
    for who in ["山田", "{ $n }", "<b>", "𠮷", "-0", "007", "9223372036854775808"] {
        assert_eq!(words.f(Lang::Ja, "demo-who", &[("who", who.into())]), format!("{who}さん"));
        assert_eq!(words.msg(Lang::Ja, &Msg::new("demo-who").arg("who", who)), format!("{who}さん"));
    }
    assert_eq!(words.f(Lang::Ja, "demo-n", &[("n", u64::MAX.into())]), "18446744073709551615件");
    assert_eq!(words.f(Lang::Ja, "demo-n", &[("n", i64::MAX.into())]), "9223372036854775807件");
    assert_eq!(words.missing(), 0);
}

#[test]
fn what_is_missing_is_shown_and_remembered() {
    let words = demo();
    assert_eq!(words.t(Lang::En, "demo-nowhere"), "⟦demo-nowhere⟧");
    assert_eq!(words.t(Lang::Ja, "demo-nowhere"), "⟦demo-nowhere⟧");
    assert_eq!(words.missing_keys(), ["demo-nowhere"]);
    words.t(Lang::Ja, "demo-who");
    assert_eq!(words.missing(), 2, "a value that was not given counts too");
}

#[test]
fn faults_stop_the_start_and_say_where() {
    let other = |ja: &'static str| WordsOf { room: "other", ja, en: "", simple: "" };
    let twice = WordsOf { ja: "demo-a = 1\ndemo-a = 2\n", en: "", simple: "", ..ROOM };
    assert!(faults(&[twice]).contains("demo-a"));
    let one = WordsOf { ja: "demo-other-a = 1\n", en: "", simple: "", ..ROOM };
    let again = WordsOf { room: "demo-other", ..one };
    assert!(faults(&[one, again]).contains("demo-other ja: "), "two rooms, one key");
    assert!(faults(&[other("hello = x\n")]).contains("`hello` does not begin with `other-`"));
    assert!(faults(&[other("othera = x\n")]).contains("does not begin"));
    assert!(faults(&[other("other-a = { $n\n")]).starts_with("words: other ja: "));
    assert!(faults(&[WordsOf { en: "other-b = x\n", ..other("other-a = x\n") }]).contains("en has `other-b`"));
}

#[test]
fn registers_by_code() {
    for lang in Lang::ALL {
        assert_eq!(Lang::from_code(lang.code()), Some(lang));
    }
    assert_eq!(Lang::from_code("fr"), None);
    assert_eq!(Lang::Simple.html(), "ja");
}

#[test]
fn this_crate_speaks_english_throughout() {
    let words = Words::build(&[crate::WORDS]).expect("words");
    assert!(words.keys(Lang::Ja).eq(words.keys(Lang::En)));
}
