//! The rules as tables to read: who fits, what is still to be believed.

use std::fmt::Write;

use base::{AgencyId, Date, OfferId};

use crate::directory::OfferInput;
use crate::directory::model::{Capacity, Circumstances, Dependence, Offer, OfferKind, Sex};
use crate::directory::rules::{Need, Seeker, Verdict, capacity_now, decide, freshness};
use crate::directory::schedule::Free;

fn today() -> Date {
    "2026-11-20".parse().expect("a date")
}

/// An offer, written as in a region file
fn offer(json: &str) -> Offer {
    let input: OfferInput = serde_json::from_str(&format!("{{\"name\":\"x\",{json}}}")).expect(json);
    Offer {
        id: OfferId::from_raw(1),
        agency: AgencyId::from_raw(1),
        is: input.parse().unwrap_or_else(|problem| panic!("{json}: {problem}")),
        capacity_on: Some(today()),
        checked_on: Some(today()),
        checked_by: None,
        version: 1,
    }
}

/// A need as a few words: `relative`, `men`, `age 17`, `cannabis`, `evening`, `pregnant`, `accompany`
fn need(words: &str) -> Need {
    let mut need = Need::default();
    for word in words.split(", ").filter(|word| !word.is_empty()) {
        let circumstance = crate::directory::model::Circumstance::from_code(word);
        match word.split_once(' ') {
            Some(("age", years)) => need.age = years.parse().ok(),
            Some(("kind", code)) => need.kind = OfferKind::from_code(code),
            _ if Seeker::from_code(word).is_some() => need.seeker = Seeker::from_code(word),
            _ if Sex::from_code(word).is_some() => need.sex = Sex::from_code(word),
            _ if Dependence::from_code(word).is_some() => need.dependence = Dependence::from_code(word),
            _ if word == "accompany" => need.accompany = true,
            _ if word == "no test" => need.no_urine_test = true,
            _ if word == "room" => need.room_now = true,
            _ => {
                let free = Free::from_code(word);
                assert!(free.is_some() || circumstance.is_some(), "{word}");
                need.free.extend(free);
                need.circumstances = need.circumstances.iter().chain(circumstance).collect::<Circumstances>();
            }
        }
    }
    need
}

/// What an offer says, and the needs it is asked about
const QUESTIONS: &[(&str, &[&str])] = &[
    (
        r#""kind":"programme""#,
        &[
            "",
            "person",
            "relative",
            "women",
            "age 15",
            "alcohol",
            "pregnant",
            "evening",
            "accompany",
            "no test",
            "room",
            "kind family",
        ],
    ),
    (r#""kind":"programme","urine_test":false,"accompany":true,"capacity":"has""#, &["accompany, no test, room"]),
    (r#""kind":"programme","urine_test":true,"accompany":false,"capacity":"none""#, &["accompany", "no test", "room"]),
    (r#""kind":"lodging","capacity":"waiting""#, &["room"]),
    (r#""kind":"family""#, &["person", "relative", ""]),
    (r#""kind":"consultation""#, &["person", "relative"]),
    (r#""kind":"consultation","who":{"welcome":["family"]}"#, &["person", "relative"]),
    (r#""kind":"consultation","who":{"not":["family"]}"#, &["person", "relative"]),
    (r#""kind":"lodging","who":{"sex":"women"}"#, &["women", "men", ""]),
    (r#""kind":"lodging","who":{"sex":"men"}"#, &["women", "men"]),
    (r#""kind":"group","who":{"age_from":16,"age_to":"39"}"#, &["age 15", "age 16", "age 39", "age 40", ""]),
    (
        r#""kind":"group","who":{"dependence":["alcohol","gambling"]}"#,
        &["alcohol", "stimulants", "gaming", "unknown", ""],
    ),
    (r#""kind":"group","who":{"dependence":["other_drug"]}"#, &["stimulants", "over_the_counter", "alcohol", "other"]),
    (r#""kind":"group","who":{"dependence":["unknown"]}"#, &["stimulants", "gaming"]),
    (
        r#""kind":"lodging","who":{"welcome":["pregnant","with_children"],"not":["in_employment"]}"#,
        &["pregnant", "in_employment", "pregnant, in_employment", "uninsured"],
    ),
    (r#""kind":"group","schedule":"weekly:thu 18:30-20:00""#, &["evening", "day", "weekend", "day, evening"]),
    (r#""kind":"group","schedule":"weekly:thu 18:30-20:00 until 2026-11-19""#, &["", "evening"]),
    (r#""kind":"group","hidden":true"#, &[""]),
];

fn table() -> String {
    let mut table = String::new();
    for (says, needs) in QUESTIONS {
        let offer = offer(says);
        writeln!(table, "{says}").expect("a String");
        for words in *needs {
            let decision = decide(&offer, &need(words), today());
            let because: Vec<_> = decision.because.iter().map(|reason| format!("{reason:?}")).collect();
            let verdict = match decision.verdict {
                Verdict::Fits => "fits",
                Verdict::Ask => "ask",
                Verdict::DoesNot => "no",
            };
            let line = format!("    {:26} {verdict:5} {}", format!("[{words}]"), because.join(", "));
            writeln!(table, "{}", line.trim_end()).expect("a String");
        }
    }
    writeln!(table, "\ndays since checked").expect("a String");
    for days in [-1, 0, 30, 31, 365, 366, 4000] {
        let on = Some(today().plus_days(-days));
        let mut kept = offer(r#""kind":"lodging","capacity":"has""#);
        kept.capacity_on = on;
        writeln!(table, "    {days:5} {:?}, room: {}", freshness(on, today()), capacity_now(&kept, today()).code())
            .expect("a String");
    }
    writeln!(table, "    never {:?}, room: {}", freshness(None, today()), Capacity::Ask.code()).expect("a String");
    table
}

#[test]
fn the_rules_are_those_of_the_printed_table() {
    let printed = include_str!("rules.txt");
    let now = table();
    assert!(now == printed, "tests/rules.txt differs; if the new rules are meant, replace it by:\n{now}");
}
