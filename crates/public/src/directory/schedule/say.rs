//! A schedule in the reader's words: 毎週木曜日 14:00〜16:00

use base::{Arg, Date, Lang, Weekday, Words, jp};

use super::{Days, Hours, Meeting, Nths, Repeat, Schedule, Slot, code};

/// The rules that have not ended, then the exceptions from `today` on, a sentence each
pub fn say(words: &Words, lang: Lang, schedule: &Schedule, today: Date) -> Vec<String> {
    let lasting = schedule.slots.iter().filter(|slot| slot.until.is_none_or(|until| until >= today));
    let rules = lasting.map(|slot| say_slot(words, lang, slot, today));
    let off =
        schedule.off.iter().filter(|date| **date >= today).map(|date| {
            words.f(lang, "directory-schedule-off", &[("date", say_day(words, lang, *date, today).into())])
        });
    let on = schedule.on.iter().filter(|(date, _)| *date >= today).map(|(date, hours)| {
        let date = say_day(words, lang, *date, today);
        let hours = say_hours(words, lang, *hours);
        words.f(lang, "directory-schedule-on", &[("date", date.into()), ("hours", hours.into())])
    });
    rules.chain(off).chain(on).collect()
}

fn say_slot(words: &Words, lang: Lang, slot: &Slot, today: Date) -> String {
    let mut said = match slot.repeat {
        Repeat::Weekly(Days::ALL) => words.t(lang, "directory-schedule-daily").into_owned(),
        Repeat::Weekly(days) => {
            words.f(lang, "directory-schedule-weekly", &[("days", say_days(words, lang, days).into())])
        }
        Repeat::Monthly(nths, days) => {
            let values = [("nths", say_nths(words, lang, nths).into()), ("days", say_days(words, lang, days).into())];
            words.f(lang, "directory-schedule-monthly", &values)
        }
    };
    said.push(' ');
    said.push_str(&say_hours(words, lang, slot.hours));
    let mut add = |key: &str, date: Option<Date>| {
        let date = date.map(|date| jp::show_date(lang, date)).unwrap_or_default();
        said.push_str(&words.f(lang, key, &[("date", date.into())]));
    };
    if slot.from.is_some_and(|from| from > today) {
        add("directory-schedule-from", slot.from);
    }
    if slot.until.is_some() {
        add("directory-schedule-until", slot.until);
    }
    if slot.not_on_holidays {
        add("directory-schedule-not-holidays", None);
    }
    said
}

fn say_days(words: &Words, lang: Lang, days: Days) -> String {
    let name = |day: Weekday| words.t(lang, day_key(day)).into_owned();
    let join = words.t(lang, "directory-day-join");
    let run = |(first, last): (Weekday, Weekday)| match last.since(first) {
        0 => name(first),
        1 => [name(first), name(last)].join(&join),
        _ => {
            let ends: [(&str, Arg<'_>); 2] = [("first", name(first).into()), ("last", name(last).into())];
            words.f(lang, "directory-day-run", &ends)
        }
    };
    let runs: Vec<_> = days.runs().into_iter().map(run).collect();
    words.f(lang, "directory-days", &[("days", runs.join(&join).into())])
}

fn say_nths(words: &Words, lang: Lang, nths: Nths) -> String {
    let numbers = nths.numbers().map(|n| words.t(lang, nth_key(n)));
    let last = nths.has_last().then(|| words.t(lang, "directory-nth-last"));
    let all: Vec<_> = numbers.chain(last).collect();
    all.join(&words.t(lang, "directory-nth-join"))
}

/// The hours: 14:00〜16:00, in plain Japanese 午後2時から 午後4時まで
pub fn say_hours(words: &Words, lang: Lang, hours: Hours) -> String {
    let ends =
        [("start", say_clock(words, lang, hours.start).into()), ("end", say_clock(words, lang, hours.end).into())];
    words.f(lang, "directory-hours", &ends)
}

/// A time of day, given in minutes since midnight; plain Japanese avoids the 24-hour clock
pub fn say_clock(words: &Words, lang: Lang, minutes: u16) -> String {
    let (hour, minute) = (minutes / 60, minutes % 60);
    let (key, hour12) = match hour {
        0..12 => ("directory-clock-morning", hour),
        12 => ("directory-clock-noon", 12),
        13..24 => ("directory-clock-afternoon", hour - 12),
        _ => ("directory-clock-midnight", 12),
    };
    let clock = format!("{hour}:{minute:02}");
    words.f(lang, key, &[("clock", clock.into()), ("hour", hour12.into()), ("minute", minute.into())])
}

/// One time: the day with its weekday, and the hours
pub fn say_meeting(words: &Words, lang: Lang, meeting: Meeting, today: Date) -> String {
    let date = say_day(words, lang, meeting.date, today);
    let values = [("date", date.into()), ("hours", say_hours(words, lang, meeting.hours).into())];
    words.f(lang, "directory-meeting", &values)
}

/// Days for which the year need not be said: nobody takes 10 January for the one that is past
const NEAR: i64 = 300;

fn say_day(words: &Words, lang: Lang, date: Date, today: Date) -> String {
    let day = words.t(lang, day_key(date.weekday()));
    let is_near = (0..NEAR).contains(&today.days_until(date));
    let values = [
        ("date", jp::show_date(lang, date).into()),
        ("month", words.t(lang, MONTHS[usize::from(date.month()) - 1]).into_owned().into()),
        ("n", date.day().into()),
        ("day", day.into_owned().into()),
    ];
    words.f(lang, if is_near { "directory-date-near" } else { "directory-date" }, &values)
}

const MONTHS: [&str; 12] = [
    "directory-month-1",
    "directory-month-2",
    "directory-month-3",
    "directory-month-4",
    "directory-month-5",
    "directory-month-6",
    "directory-month-7",
    "directory-month-8",
    "directory-month-9",
    "directory-month-10",
    "directory-month-11",
    "directory-month-12",
];

/// The key of a day's short name
pub fn day_key(day: Weekday) -> &'static str {
    match code(day) {
        "mon" => "directory-day-mon",
        "tue" => "directory-day-tue",
        "wed" => "directory-day-wed",
        "thu" => "directory-day-thu",
        "fri" => "directory-day-fri",
        "sat" => "directory-day-sat",
        _ => "directory-day-sun",
    }
}

/// The key of 第1 to 第5
pub fn nth_key(n: u8) -> &'static str {
    match n {
        1 => "directory-nth-1",
        2 => "directory-nth-2",
        3 => "directory-nth-3",
        4 => "directory-nth-4",
        _ => "directory-nth-5",
    }
}
