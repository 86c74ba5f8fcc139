//! A file that is wrong says where and what to write instead.

use super::*;
use crate::scenario::book;

const HEAD: &str = r#"
case = 1
sections = []
title = "t"
title_en = "t"
story = "s"
story_en = "s"
starts = -10
persons.a = { name = "たいち", alias = true, birth_year = 1988 }
"#;

fn story(steps: &str) -> Result<Story, Vec<Wrong>> {
    let region = book::region().expect("the region can be read");
    Story::read("one.toml", &format!("{HEAD}step = [\n{steps}\n]\n"), &region)
}

#[track_caller]
fn wrong(steps: &str) -> String {
    story(steps).expect_err("something is wrong").iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

const REGISTER: &str = r#"{ day = 0, by = "sakai", do = "register", person = "a" },"#;

#[test]
fn a_story_that_is_right_is_read() {
    let steps =
        format!("{REGISTER}\n{{ day = 2, by = \"koga@center\", do = \"knows_nothing\", person = \"a\", why = \"w\" }}");
    let story = story(&steps).expect("nothing is wrong");
    assert_eq!(story.steps.len(), 2);
    let step = &story.steps[1];
    assert_eq!((step.number, step.line, step.day), (2, 12, 2));
    assert_eq!(step.by, By::Seat { worker: "koga".to_owned(), agency: "center".to_owned() });
    assert_eq!((step.verb.name, step.why.as_str()), ("knows_nothing", "w"));
    assert!(step.fails.is_none());
    assert_eq!(story.last_day(), 2);
}

#[test]
fn an_unknown_key_is_refused_with_the_one_that_was_meant() {
    let said = wrong(r#"{ day = 0, by = "sakai", do = "register", person = "a", dependance = ["alcohol"] }"#);
    assert_eq!(said, "one.toml:11: step 1 (register): there is no key `dependance`; did you mean `dependence`?");
}

#[test]
fn an_unknown_verb_is_refused_with_the_one_that_was_meant() {
    let said = wrong(r#"{ day = 0, by = "sakai", do = "regster", person = "a" }"#);
    assert_eq!(said, "one.toml:11: step 1: there is no verb `regster`; did you mean `register`?");
    assert!(wrong(r#"{ day = 0, by = "sakai" }"#).contains("the key `do` is missing"));
}

#[test]
fn a_code_that_does_not_exist_is_refused_with_the_one_that_was_meant() {
    let steps = format!(
        "{REGISTER}\n{{ day = 0, by = \"sakai\", do = \"entry\", person = \"a\", label = [\"helth\"], text = \"x\" }}"
    );
    assert_eq!(
        wrong(&steps),
        "one.toml:12: step 2 (entry): `label`: `helth` is not a category; did you mean `health`?"
    );
}

#[test]
fn a_missing_key_says_what_belongs_there() {
    let steps =
        format!("{REGISTER}\n{{ day = 0, by = \"sakai\", do = \"entry\", person = \"a\", label = [\"health\"] }}");
    assert_eq!(wrong(&steps), "one.toml:12: step 2 (entry): the key `text` is missing: text in quotes");
}

#[test]
fn a_value_of_another_kind_says_what_belongs_there() {
    let said = wrong(r#"{ day = "0", by = "sakai", do = "register", person = "a" }"#);
    assert!(said.contains("`day` must be a whole number of days, counted from the first day of the story"), "{said}");
}

#[test]
fn everything_named_must_be_there() {
    for (step, expected) in [
        (
            r#"{ day = 0, by = "saki", do = "register", person = "a" }"#,
            "there is no worker `saki` in the region; did you mean `sakai`?",
        ),
        (
            r#"{ day = 0, by = "sakai@prison", do = "register", person = "a" }"#,
            "sakai sits at `center`, not at `prison`",
        ),
        (r#"{ day = 0, by = "sakai", do = "register", person = "b" }"#, "there is no person `b` in this story"),
        (r#"{ day = 0, by = "sakai", do = "knows_nothing", person = "a" }"#, "no earlier step registers `a`"),
        (
            r#"{ day = 0, by = "sakai", do = "capacity", to = "prisn", about = "x" }"#,
            "there is no agency `prisn` in the region; did you mean `prison`?",
        ),
        (r#"{ day = 0, by = "sakai", do = "send", referral = "r1" }"#, "no earlier step made a referral `r1`"),
        (r#"{ day = 0, by = "link", do = "send", referral = "r1" }"#, "only `outside` with channel = \"link\""),
    ] {
        let said = wrong(step);
        assert!(said.contains(expected), "{said}");
    }
}

#[test]
fn days_go_forward_and_names_are_given_once() {
    let steps = r#"
{ day = 3, by = "sakai", do = "register", person = "a" },
{ day = 2, by = "sakai", do = "capacity", to = "prison", about = "x", as = "q" },
{ day = 3, by = "sakai", do = "capacity", to = "prison", about = "x", as = "q" },"#;
    let said = wrong(steps);
    assert!(said.contains("day 2 is before day 3 of the step before"), "{said}");
    assert!(said.contains("an earlier step already made a question `q`"), "{said}");
}

#[test]
fn what_is_said_for_the_other_side_has_the_keys_of_that_act() {
    let steps = format!(
        "{REGISTER}
{{ day = 0, by = \"sakai\", do = \"refer\", person = \"a\", to = \"selfhelp\", act = \"refer\", as = \"r1\" }},
{{ day = 0, by = \"sakai\", do = \"outside\", referral = \"r1\", channel = \"telephone\", does = \"arrive\", first_on = 3 }}"
    );
    let said = wrong(&steps);
    assert!(said.contains("`first_on` does not go with does = \"arrive\""), "{said}");
    assert!(said.contains("the key `on` is missing"), "{said}");
}

#[test]
fn a_check_cannot_ask_for_both() {
    let steps = format!(
        "{REGISTER}\n{{ day = 0, by = \"sakai\", do = \"sees\", person = \"a\", shows = [\"health\"], hides = [\"health\"] }}"
    );
    assert!(wrong(&steps).contains("`health` stands in both `shows` and `hides`"));
}

#[test]
fn what_is_no_toml_is_said_with_its_line() {
    let region = book::region().expect("the region can be read");
    let said = Story::read("one.toml", "case = 1\ntitle = \"unended\n", &region).expect_err("no TOML");
    assert!(said[0].to_string().starts_with("one.toml:2:"), "{}", said[0]);
}

#[test]
fn the_head_is_checked_too() {
    let region = book::region().expect("the region can be read");
    let text = HEAD.replace("case = 1", "case = 1\nrow = \"x\"\ntitel = \"y\"");
    let said = Story::read("one.toml", &format!("{text}step = []"), &region).expect_err("wrong");
    let said: Vec<_> = said.iter().map(ToString::to_string).collect();
    assert!(said.iter().any(|s| s.contains("`case` and `row`")), "{said:?}");
    assert!(said.iter().any(|s| s.contains("there is no key `titel`; did you mean `title`?")), "{said:?}");
}

#[test]
fn the_casebook_can_be_read_and_tells_every_row_once() {
    let region = book::region().expect("the region can be read");
    let stories = book::stories(&region).unwrap_or_else(|wrongs| panic!("{wrongs:#?}"));
    assert_eq!(region.agencies.len(), 50);
    let mut told: Vec<_> = stories.iter().map(|s| (s.case, s.row.as_str())).collect();
    told.sort_unstable();
    let all = told.len();
    told.dedup();
    assert_eq!((told.len(), all), (all, 66));
    assert!(stories.iter().all(|s| s.starts + s.last_day() <= 0), "the demo ends today at the latest");
}

#[test]
fn a_region_says_what_is_wrong_with_it() {
    let text = "prefecture = \"x\"\n[agencies.a]\nname = \"A\"\nkind = \"mhwc\"\narea = \"x\"\naccount = yes\n";
    assert!(Region::read("region.toml", text).is_err());
    let text = text.replace("yes", "true\ntells = \"x\"\nphoen = \"1\"")
        + "[workers]\nw = { agency = \"b\", name = \"W\", roles = [\"worker\"] }\n";
    let said: Vec<_> = Region::read("region.toml", &text).expect_err("wrong").iter().map(ToString::to_string).collect();
    assert!(said.iter().any(|s| s.contains("agency `a`: there is no key `phoen`; did you mean `phone`?")), "{said:?}");
    assert!(said.iter().any(|s| s.contains("worker `w`: there is no agency `b` in the region")), "{said:?}");
}
