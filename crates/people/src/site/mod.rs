//! The first page, the pages that explain the product, and the lines where somebody answers.
//!
//! Telephone numbers are records with a source and the day somebody checked them, never words of a template:
//! printed copies of the national numbers differ from each other.

mod api;
mod pages;
mod store;
#[cfg(test)]
mod tests;

use base::{Date, Outcome};
use db::Migration;
use maud::Markup;
use policy::Act;
use web::ui::{HelpLine, Ui};
use web::{Cx, Fields, Form, Room};

use crate::audit::{self, Event};

/// The tables.
pub const MIGRATIONS: &[Migration] = &[Migration { id: "site-1", sql: include_str!("migration.sql") }];

/// What this room offers.
pub fn room() -> Room {
    let mut endpoints = api::endpoints();
    endpoints.extend(pages::endpoints());
    Room {
        name: "site",
        endpoints,
        words: base::words!("site", "words/ja.ftl", "words/en.ftl", "words/ja-simple.ftl"),
        migrations: MIGRATIONS,
    }
}

/// The version of the program.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Its licence, as SPDX writes it.
const LICENCE: &str = "AGPL-3.0-or-later";

/// A line where somebody answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Stable name of the row.
    pub code: String,
    /// Who answers.
    pub name: String,
    /// The number, as it is read.
    pub tel: String,
    /// When.
    pub hours: String,
    /// Where the number was read.
    pub source: String,
    /// The day somebody checked it.
    pub checked_on: Option<Date>,
    /// For optimistic saving.
    pub version: i64,
}

/// The help lines as they stand at the foot of every page.
pub fn help_lines(cx: &mut Cx<'_>) -> Outcome<Markup> {
    let lines: Vec<HelpLine> = store::all(cx.tx)?
        .into_iter()
        .map(|line| HelpLine { name: line.name, tel: line.tel, hours: line.hours, note: None })
        .collect();
    Ok(Ui::new(cx.words, cx.lang).help_lines(&lines, None))
}

/// Saves a line that somebody checked today.
fn check(cx: &mut Cx<'_>, code: &str, form: &Form) -> Outcome<()> {
    cx.allow(Act::ReviewSuggestions)?;
    let mut f = Fields::new();
    let (name, tel) = (f.line("name", form.get("name")), f.line("tel", form.get("tel")));
    let (hours, source) = (f.line("hours", form.get("hours")), f.line("source", form.get("source")));
    let version = f.number_opt("version", form.get("version"), 0..=i64::MAX).unwrap_or_default();
    let today = cx.today();
    let line = f.finish(|| {
        Some(Line {
            code: code.to_owned(),
            name: name?.into(),
            tel: tel?.into(),
            hours: hours?.into(),
            source: source?.into(),
            checked_on: Some(today),
            version,
        })
    })?;
    store::save(cx.tx, &line)?;
    audit::record(cx, Event::of("help-line.check"))
}
