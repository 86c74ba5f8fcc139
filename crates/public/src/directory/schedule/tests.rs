//! What a schedule means: read, printed, followed through the calendar, said in three registers.

use base::{Date, Lang, Words};
use proptest::prelude::*;

use super::*;

fn date(text: &str) -> Date {
    text.parse().expect(text)
}

fn schedule(text: &str) -> Schedule {
    text.parse().unwrap_or_else(|problem| panic!("{text}: {problem:?}"))
}

fn words() -> Words {
    Words::build(&[base::WORDS, crate::directory::words()]).expect("the words of the directory")
}

#[test]
fn prints_what_it_read() {
    let same = [
        "weekly:thu 14:00-16:00",
        "monthly:2,4 thu 18:30-20:00",
        "monthly:last sun 10:00-24:00",
        "weekly:mon-fri 09:00-17:00 not-holidays; weekly:sat 09:00-12:00",
        "monthly:1,3,last tue,wed 15:30-17:00 from 2026-04-01 until 2027-03-31 not-holidays",
        "weekly:mon,wed,fri 10:00-11:30; off 2026-12-28; on 2026-12-29 10:00-12:00",
        "",
    ];
    for text in same {
        assert_eq!(schedule(text).to_string(), text);
    }
    assert_eq!(schedule("weekly:mon,tue,wed 9:00-9:30;").to_string(), "weekly:mon-wed 09:00-09:30");
    assert_eq!(schedule("weekly:daily 0:00-24:00").to_string(), "weekly:mon-sun 00:00-24:00");
}

#[test]
fn says_which_part_cannot_be_read() {
    use ScheduleProblem as P;
    let cases = [
        ("thu 14:00-16:00", P::Rule("thu 14:00-16:00".into())),
        ("weekly:thu", P::Rule("weekly:thu".into())),
        ("weekly:thu 14:00-16:00 sometimes", P::Rule("weekly:thu 14:00-16:00 sometimes".into())),
        ("monthly:2 14:00-16:00", P::Day("14:00-16:00".into())),
        ("off", P::Rule("off".into())),
        ("weekly:木 14:00-16:00", P::Day("木".into())),
        ("weekly:fri-mon 14:00-16:00", P::Day("fri-mon".into())),
        ("monthly:6 thu 14:00-16:00", P::Nth("6".into())),
        ("monthly:0 thu 14:00-16:00", P::Nth("0".into())),
        ("weekly:thu 16:00-14:00", P::Hours("16:00-14:00".into())),
        ("weekly:thu 22:00-26:00", P::Hours("22:00-26:00".into())),
        ("weekly:thu 14:60-16:00", P::Hours("14:60-16:00".into())),
        ("weekly:thu 14-16", P::Hours("14-16".into())),
        ("weekly:thu 14:00-16:00 until 2026-02-30", P::Date("2026-02-30".into())),
        ("weekly:thu 14:00-16:00 from 2026-05-01 until 2026-04-01", P::Date("2026-04-01".into())),
    ];
    for (text, problem) in cases {
        assert_eq!(text.parse::<Schedule>(), Err(problem), "{text}");
    }
    assert_eq!("off 2026-01-01;".repeat(61).parse::<Schedule>(), Err(P::TooMany));
}

#[test]
fn next_times_follow_the_calendar() {
    let next = |text: &str, from: &str, most| -> Vec<String> {
        schedule(text).next(date(from), most).iter().map(|m| format!("{} {}", m.date, m.hours)).collect()
    };
    assert_eq!(
        next("monthly:2,4 thu 18:30-20:00", "2026-11-20", 3),
        ["2026-11-26 18:30-20:00", "2026-12-10 18:30-20:00", "2026-12-24 18:30-20:00"]
    );
    assert_eq!(
        next("monthly:5 mon 10:00-11:00", "2026-12-01", 2),
        ["2027-03-29 10:00-11:00", "2027-05-31 10:00-11:00"]
    );
    assert_eq!(
        next("monthly:last fri 10:00-11:00", "2026-02-27", 2),
        ["2026-02-27 10:00-11:00", "2026-03-27 10:00-11:00"]
    );
    assert_eq!(
        next("weekly:mon 9:00-12:00 not-holidays", "2026-11-20", 2),
        ["2026-11-30 09:00-12:00", "2026-12-07 09:00-12:00"],
        "23 November is 勤労感謝の日"
    );
    assert_eq!(
        next("weekly:tue 9:00-12:00 not-holidays", "2026-12-28", 1),
        ["2027-01-05 09:00-12:00"],
        "29 December is an ordinary Tuesday on which offices rest"
    );
    assert_eq!(
        next("weekly:thu 14:00-16:00; off 2026-11-26; on 2026-11-25 14:00-16:00", "2026-11-20", 2),
        ["2026-11-25 14:00-16:00", "2026-12-03 14:00-16:00"]
    );
    assert_eq!(next("weekly:thu 14:00-16:00 until 2026-11-26", "2026-11-20", 5), ["2026-11-26 14:00-16:00"], "it ends");
    assert_eq!(
        next("weekly:sat 13:00-14:00; weekly:sat 10:00-11:00; weekly:sat 10:00-11:00", "2026-11-21", 2),
        ["2026-11-21 10:00-11:00", "2026-11-21 13:00-14:00"],
        "in order, and the same time once"
    );
    assert!(next("", "2026-11-20", 5).is_empty());
}

#[test]
fn who_has_time_when() {
    let times =
        |text: &str| -> Vec<&str> { schedule(text).times(date("2026-11-20")).into_iter().map(Free::code).collect() };
    assert_eq!(times("weekly:thu 14:00-16:00"), ["day"]);
    assert_eq!(times("weekly:thu 16:59-20:00"), ["day"], "begins before most people have left work");
    assert_eq!(times("monthly:2,4 thu 17:00-20:00"), ["evening"]);
    assert_eq!(times("weekly:sun 19:00-20:00"), ["weekend"]);
    assert_eq!(times("weekly:fri-sat 10:00-11:00; weekly:wed 19:00-20:00"), ["day", "evening", "weekend"]);
    assert_eq!(times("weekly:thu 14:00-16:00 until 2026-11-19"), [""; 0], "over");
    assert_eq!(times("on 2026-11-23 10:00-11:00"), ["weekend"], "a Monday, but a public holiday");
    assert_eq!(times("on 2026-11-19 10:00-11:00"), [""; 0], "yesterday");
    assert!(schedule("weekly:thu 14:00-16:00 until 2026-11-19").is_over(date("2026-11-20")));
    assert!(!schedule("").is_over(date("2026-11-20")));
}

#[test]
fn said_in_three_registers() {
    let words = words();
    let said = |lang, text: &str| web::ui::plain(&say(&words, lang, &schedule(text), date("2026-11-20")).join("／"));
    let cases = [
        (
            "weekly:thu 14:00-16:00",
            "毎週木曜日 14:00〜16:00",
            "毎週 木曜日 午後2時から 午後4時まで",
            "Every Thursday 14:00–16:00",
        ),
        (
            "monthly:2,4 thu 18:30-20:00",
            "第2・第4木曜日 18:30〜20:00",
            "毎月 2回目と 4回目の 木曜日 午後6時30分から 午後8時まで",
            "2nd and 4th Thursday of the month 18:30–20:00",
        ),
        (
            "monthly:last sun 10:00-12:15",
            "最終日曜日 10:00〜12:15",
            "毎月 最後の 日曜日 午前10時から 昼12時15分まで",
            "last Sunday of the month 10:00–12:15",
        ),
        (
            "weekly:mon-wed,sat,sun 9:05-24:00 not-holidays",
            "毎週月〜水・土・日曜日 9:05〜24:00（祝日・年末年始は休み）",
            "毎週 月曜日から 水曜日と 土曜日と 日曜日 午前9時5分から 夜12時まで（祝日と お正月は 休み）",
            "Every Monday to Wednesday, Saturday, Sunday 9:05–24:00 (closed on public holidays and at New Year)",
        ),
        (
            "weekly:daily 0:00-24:00 from 2026-12-01 until 2027-03-31",
            "毎日 0:00〜24:00（2026年12月1日（令和8年12月1日）から）（2027年3月31日（令和9年3月31日）まで）",
            "毎日 午前0時から 夜12時まで（2026年12月1日から）（2027年3月31日まで）",
            "Every day 0:00–24:00 (from 1 December 2026) (until 31 March 2027)",
        ),
        (
            "weekly:fri 9:00-10:00 until 2026-11-01; off 2026-12-25; off 2026-01-09; on 2026-12-24 9:00-10:00",
            "12月25日（金）は休みです。／12月24日（木）は9:00〜10:00に開きます。",
            "12月25日（金曜日）は 休みです。／12月24日（木曜日）は 午前9時から 午前10時まで あります。",
            "Closed on Friday 25 December.／Also on Thursday 24 December 9:00–10:00.",
        ),
    ];
    for (text, ja, simple, en) in cases {
        assert_eq!(said(Lang::Ja, text), ja);
        assert_eq!(said(Lang::Simple, text), simple);
        assert_eq!(said(Lang::En, text), en);
    }
    assert_eq!(words.missing_keys(), [""; 0]);
}

fn any_slot() -> impl Strategy<Value = Slot> {
    let days = (1_u8..128).prop_map(Days::from_bits);
    let repeat = (1_u8..64, days, any::<bool>()).prop_map(|(nths, days, weekly)| {
        if weekly { Repeat::Weekly(days) } else { Repeat::Monthly(Nths::from_bits(nths), days) }
    });
    let hours = (0_u16..1440, 1_u16..1440).prop_map(|(start, long)| Hours { start, end: (start + long).min(1440) });
    let from = proptest::option::of(0_i64..400);
    (repeat, hours, from, proptest::option::of(0_i64..400), any::<bool>()).prop_map(
        |(repeat, hours, from, more, not)| {
            let from = from.map(|days| date("2026-01-01").plus_days(days));
            let until = more.map(|days| from.unwrap_or(date("2026-06-01")).plus_days(days));
            Slot { repeat, hours, from, until, not_on_holidays: not }
        },
    )
}

proptest! {
    #[test]
    fn text_comes_back(slots in proptest::collection::vec(any_slot(), 0..5)) {
        let schedule = Schedule { slots, ..Schedule::default() };
        prop_assert_eq!(schedule.to_string().parse::<Schedule>(), Ok(schedule));
    }

    #[test]
    fn next_times_are_those_of_the_days(slot in any_slot(), first in 0_i64..500) {
        let first = date("2026-01-01").plus_days(first);
        let schedule = Schedule { slots: vec![slot], ..Schedule::default() };
        let next = schedule.next(first, 10);
        for meeting in &next {
            prop_assert!(slot.holds(meeting.date) && meeting.date >= first);
        }
        let last = next.last().map_or(first.plus_days(399), |meeting| meeting.date);
        let days = std::iter::successors(Some(first), |day| Some(day.plus_days(1))).take_while(|day| *day <= last);
        prop_assert_eq!(days.filter(|day| slot.holds(*day)).count(), next.len(), "none is left out");
    }

    #[test]
    fn any_text_is_read_or_refused(text in "(weekly|monthly|on|off):?[a-z0-9,: ;-]{0,30}") {
        let _ = text.parse::<Schedule>();
    }
}
