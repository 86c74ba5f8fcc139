//! A check that cannot fail proves nothing: every one is made to fail here, each way it can.

use base::{Date, OsRandom};
use db::Engine;
use db::testing::TestDb;
use house::scenario::stage::HouseStage;
use house::scenario::{Region, Story, book, run};

const STORY: &str = r#"
case = 1
sections = []
title = "t"
title_en = "t"
story = "s"
story_en = "s"
starts = -30
persons.a = { name = "たいち", kana = "たいち" }
step = [
  { day = 0, by = "sakai", do = "register", person = "a", dependence = ["alcohol"], contact = { phone = "000-9999-0001" } },
  { day = 0, by = "sakai", do = "entry", person = "a", label = ["health"], text = "よく眠れない。" },
  { day = 0, by = "sakai", do = "entry", person = "a", label = ["family"], text = "兄と暮らす。" },
  { day = 0, by = "sakai", do = "consent", person = "a", to = "facility", shows = ["health"], for = ["handover", "support"], until = 90, how = "signed", as = "g1" },
  { day = 0, by = "sakai", do = "refer", person = "a", to = "facility", act = "refer", wish = "夜に行きたい。", sections = { health = "薬は朝だけ。", family = "兄には言わない。" }, as = "r1" },
  { day = 0, by = "sakai", do = "consent", person = "a", to = "selfhelp", shows = ["health"], for = ["handover"], until = 90, how = "signed", as = "g2" },
  { day = 0, by = "sakai", do = "refer", person = "a", to = "selfhelp", act = "refer", sections = { health = "夜は外に出ない。", family = "甥が一人いる。" }, as = "r2" },
"#;

/// A step that is wrong about the story above, and what must be said about it.
const WRONG: &[(&str, &str, &str)] = &[
    (r#"by = "shima", do = "knows_nothing", person = "a""#, "as for an id that nobody has", "200 done"),
    (
        r#"by = "shima", do = "sees", person = "a", shows = ["family"], hides = []"#,
        "family is shown",
        "it is not in what is shown",
    ),
    (
        r#"by = "shima", do = "sees", person = "a", shows = ["livelihood"], hides = []"#,
        "livelihood is shown",
        "proves nothing",
    ),
    (
        r#"by = "shima", do = "sees", person = "a", shows = [], hides = ["health"]"#,
        "health is hidden",
        "an entry about it is shown",
    ),
    (
        r#"by = "shima", do = "sees", person = "a", shows = [], hides = ["justice"]"#,
        "justice is hidden",
        "proves nothing",
    ),
    (
        r#"by = "sakai", do = "sees", person = "a", shows = [], hides = ["health"]"#,
        "health is hidden",
        "nobody else wrote of this",
    ),
    (r#"by = "kuroda", do = "sees", person = "a", shows = [], hides = ["health"]"#, "the page of a", "404 not_found"),
    (
        r#"by = "shima", do = "sees_referral", referral = "r1", state = "accepted", sections_shown = [], sections_hidden = []"#,
        "state accepted",
        "sent",
    ),
    (
        r#"by = "shima", do = "sees_referral", referral = "r1", state = "sent", sections_shown = ["family"], sections_hidden = []"#,
        "兄には言わない。",
        "it is not shown",
    ),
    (
        r#"by = "shima", do = "sees_referral", referral = "r1", state = "sent", sections_shown = [], sections_hidden = ["health"]"#,
        "薬は朝だけ。",
        "it is shown",
    ),
    (
        r#"by = "shima", do = "sees_referral", referral = "r1", state = "sent", sections_shown = [], sections_hidden = ["justice"]"#,
        "justice",
        "no such section",
    ),
    (
        r#"by = "kuroda", do = "sees_referral", referral = "r1", state = "sent", sections_shown = [], sections_hidden = []"#,
        "the referral",
        "404 not_found",
    ),
    (r#"by = "shima", do = "knows_no_referral", referral = "r1""#, "as for an id that nobody has", "200 done"),
    (
        r#"by = "shima", do = "home", list = "to_confirm", referral = "r1""#,
        "in the list to_confirm",
        "it is in to_answer",
    ),
    (r#"by = "kuroda", do = "home", list = "to_answer", referral = "r1""#, "in the list to_answer", "it is in no list"),
    (
        r#"by = "shima", do = "not_home", list = "to_answer", referral = "r1""#,
        "not in the list to_answer",
        "it is in to_answer",
    ),
    (r#"by = "sakai", do = "home", list = "endings", person = "a""#, "in the list endings", "no list"),
    (
        r#"by = "link", do = "link_shows", referral = "r2", sections_shown = ["family"], sections_hidden = []"#,
        "甥が一人いる。",
        "it is not shown",
    ),
    (
        r#"by = "link", do = "link_shows", referral = "r2", sections_shown = [], sections_hidden = ["health"]"#,
        "夜は外に出ない。",
        "it is shown",
    ),
    (r#"by = "shima", do = "accept", referral = "r1", fails = "refused""#, "refused as refused", "200 done"),
    (r#"by = "kuroda", do = "accept", referral = "r1", fails = "refused""#, "refused as refused", "404 not_found"),
    (r#"by = "kuroda", do = "accept", referral = "r1""#, "done", "404 not_found"),
    (r#"by = "link", do = "outside", referral = "r2", channel = "link", does = "confirm""#, "done", "409 refused"),
];

/// The same steps the other way round, which hold.
const RIGHT: &[&str] = &[
    r#"by = "kuroda", do = "knows_nothing", person = "a""#,
    r#"by = "shima", do = "sees", person = "a", shows = ["existence", "health"], hides = ["family", "contact", "drug_history"]"#,
    r#"by = "shima", do = "sees_referral", referral = "r1", state = "sent", sections_shown = ["health"], sections_hidden = ["family"]"#,
    r#"by = "kuroda", do = "knows_no_referral", referral = "r1""#,
    r#"by = "shima", do = "home", list = "to_answer", referral = "r1""#,
    r#"by = "shima", do = "not_home", list = "to_confirm", referral = "r1""#,
    r#"by = "link", do = "link_shows", referral = "r2", sections_shown = ["health"], sections_hidden = ["family"]"#,
    r#"by = "kuroda", do = "accept", referral = "r1", fails = "not_found""#,
];

fn story(region: &Region, name: &str, step: &str) -> Story {
    let text = format!("{STORY}  {{ day = 1, {step} }},\n]\n");
    Story::read(name, &text, region).unwrap_or_else(|wrongs| panic!("{step}: {wrongs:#?}"))
}

#[test]
fn every_check_fails_when_it_should_and_only_then() {
    let region = book::region().expect("the region");
    let mut stories: Vec<_> = WRONG.iter().map(|(step, ..)| story(&region, "wrong.toml", step)).collect();
    stories.extend(RIGHT.iter().map(|step| story(&region, "right.toml", step)));
    let db = TestDb::new(Engine::Sqlite, &house::migrations());
    let day = Date::new(2026, 11, 20).expect("a day");
    let mut stage =
        HouseStage::build((*db).clone(), day, Box::new(OsRandom), "灯りを消さずに待っている").expect("a stage");
    let mut failures = Vec::new();
    let tally = run::run(&mut stage, &region, &stories, true, &mut |ran| failures.push(ran.failure.clone()));
    assert_eq!(tally.expect("no trouble").failed, WRONG.len(), "{failures:#?}");
    for ((step, expected, came), failure) in WRONG.iter().zip(&failures) {
        let failure = failure.as_ref().unwrap_or_else(|| panic!("this does not hold and was not noticed: {step}"));
        assert!(failure.expected.contains(expected), "{step}\n{failure}");
        assert!(failure.came.contains(came), "{step}\n{failure}");
    }
}
