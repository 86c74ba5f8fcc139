//! Telephones that answer everybody, at the foot of every page
//!
//! A wrong number in an emergency does harm, and such numbers are often printed wrong. So they are data, each with the
//! page it was taken from and the day somebody checked it, and never part of the words.

use base::{Date, Lang, Line as OneLine, Outcome, Problem, WorkerId};
use maud::{Markup, html};
use policy::Act;
use serde::Deserialize;
use utoipa::ToSchema;
use web::ui::{HelpLine, Ui};
use web::{Cx, Fields, Who};

use super::import::is_web_address;
use super::numbers;
use super::schedule::{self, Schedule};
use super::store;
use crate::audit::{self, Event};

/// A text in three registers; the plain and the English one may be empty, then the standard one is shown
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Everyday Japanese
    pub ja: String,
    /// Plain Japanese
    pub simple: String,
    /// English
    pub en: String,
}

impl Told {
    /// The text for a reader
    pub fn of(&self, lang: Lang) -> &str {
        let own = match lang {
            Lang::Ja => &self.ja,
            Lang::Simple => &self.simple,
            Lang::En => &self.en,
        };
        if own.is_empty() { &self.ja } else { own }
    }
}

/// A line as it can be stored
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLine {
    /// The number, as it is read
    pub tel: String,
    /// When somebody answers
    pub hours: Schedule,
    /// Who answers
    pub name: Told,
    /// What else to know: free of charge, from which telephones it cannot be reached
    pub note: Told,
    /// Web page it was checked against
    pub source: String,
    /// Whether it is shown
    pub active: bool,
}

/// A line
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its id
    pub id: i64,
    /// What it says
    pub is: NewLine,
    /// When somebody checked it
    pub checked_on: Date,
    /// Who did
    pub checked_by: Option<WorkerId>,
    /// For optimistic saving
    pub version: i64,
}

/// A line as typed or sent
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct LineInput {
    /// The number
    pub tel: String,
    /// When somebody answers, such as `weekly:mon-fri 9:00-17:00 not-holidays`
    pub hours: String,
    /// Who answers
    pub name: String,
    /// The same in plain Japanese
    pub name_simple: String,
    /// The same in English
    pub name_en: String,
    /// What else to know
    pub note: String,
    /// The same in plain Japanese
    pub note_simple: String,
    /// The same in English
    pub note_en: String,
    /// Web page it was checked against
    pub source: String,
    /// Whether it is hidden
    pub hidden: bool,
    /// The version that was read; left out for a new line
    pub version: Option<i64>,
}

impl LineInput {
    /// Reads the input
    pub fn parse(&self) -> Outcome<NewLine> {
        let mut f = Fields::new();
        let mut line = |field: &str, raw: &str| f.line_opt(field, raw).map(OneLine::into).unwrap_or_default();
        let name = Told {
            ja: line("name", &self.name),
            simple: line("name_simple", &self.name_simple),
            en: line("name_en", &self.name_en),
        };
        let note = Told {
            ja: line("note", &self.note),
            simple: line("note_simple", &self.note_simple),
            en: line("note_en", &self.note_en),
        };
        let source = line("source", &self.source);
        if name.ja.is_empty() {
            f.wrong("name", "base-field-required");
        }
        if !is_web_address(&source) {
            f.wrong("source", "directory-help-source");
        }
        let tel = numbers::phone(&self.tel);
        if tel.is_none() {
            f.wrong("tel", "base-field-not-a-phone");
        }
        let hours = self.hours.parse::<Schedule>();
        if let Err(problem) = &hours {
            f.wrong("hours", problem.msg());
        }
        f.finish(|| Some(NewLine { tel: tel?, hours: hours.ok()?, name, note, source, active: !self.hidden }))
    }
}

/// Adds a line; by the product itself or by somebody who reviews the directory
pub fn add(cx: &mut Cx<'_>, input: &LineInput) -> Outcome<i64> {
    let by = may_edit(cx)?;
    let new = input.parse()?;
    let id = base::ServiceId::new(cx.rng).raw();
    let today = cx.today();
    store::help::insert(cx.tx, id, &new, today, by)?;
    audit::record(cx, Event::of("directory.help.add").on(id))?;
    Ok(id)
}

/// Changes or hides a line; who saves it has checked it
pub fn change(cx: &mut Cx<'_>, id: i64, input: &LineInput) -> Outcome<()> {
    let by = may_edit(cx)?;
    let new = input.parse()?;
    let today = cx.today();
    if !store::help::update(cx.tx, id, &new, input.version.unwrap_or_default(), today, by)? {
        return Err(Problem::Stale);
    }
    audit::record(cx, Event::of("directory.help.change").on(id))
}

/// Every line, hidden ones too
pub fn all(cx: &mut Cx<'_>) -> Outcome<Vec<Line>> {
    store::help::all(cx.tx, false)
}

fn may_edit(cx: &Cx<'_>) -> Outcome<Option<WorkerId>> {
    match cx.who {
        Who::System => Ok(None),
        _ => cx.allow(Act::ReviewSuggestions).map(|viewer| Some(viewer.worker)),
    }
}

/// The block at the foot of every page: who answers, when, and whether somebody answers now
pub fn help_lines(cx: &mut Cx<'_>) -> Outcome<Markup> {
    let lines = store::help::all(cx.tx, true)?;
    if lines.is_empty() {
        return Ok(html! {});
    }
    let shown: Vec<HelpLine> = lines.iter().map(|line| shown(cx, line)).collect();
    Ok(Ui::new(cx.words, cx.lang).help_lines(&shown, None))
}

fn shown(cx: &Cx<'_>, line: &Line) -> HelpLine {
    let mut hours = schedule::say(cx.words, cx.lang, &line.is.hours, cx.today()).join(" ");
    if answers_now(cx, &line.is.hours) {
        hours.push(' ');
        hours.push_str(&cx.t("directory-help-now"));
    }
    let note = line.is.note.of(cx.lang);
    HelpLine {
        name: line.is.name.of(cx.lang).to_owned(),
        tel: line.is.tel.clone(),
        hours,
        note: (!note.is_empty()).then(|| note.to_owned()),
    }
}

fn answers_now(cx: &Cx<'_>, hours: &Schedule) -> bool {
    let (hour, minute) = cx.now.hour_minute_jst();
    let now = u16::from(hour) * 60 + u16::from(minute);
    hours.on_day(cx.today()).iter().any(|meeting| (meeting.hours.start..meeting.hours.end).contains(&now))
}

