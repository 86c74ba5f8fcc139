//! Relapse to an agency with a duty to report: a witness from outside justice, and a day in which it can be taken back.
//!
//! Whoever asks may hold power over the answer: a consent taken at the counter of an office that reports can be a yes to
//! that power. So somebody who neither reports nor belongs to justice is there, nothing is told for a day, and until it is
//! told the agency it would be told to does not learn that it was allowed, nor that it was taken back.

use base::{AgencyId, Msg, Outcome, Problem, Time};
use web::{Cx, Fields};

use super::model::GrantRow;
use crate::agency;
use policy::{Categories, Category};

/// How long it can be taken back before anything is told, in hours.
pub const PAUSE_HOURS: i64 = 24;

/// Who from outside justice was there when relapse was named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outside {
    /// Their name.
    pub name: String,
    /// Where they work.
    pub agency: AgencyId,
}

/// What became of relapse in a grant that names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Naming {
    /// Who from outside justice was there.
    pub outside: Option<Outside>,
    /// From when it counts towards an agency with a duty to report; `None`: it does not.
    pub from: Option<Time>,
    /// From when it is told to the agency as its duty is now; `None`: at once, or not at all.
    pub at: Option<Time>,
    /// When the person took it back, and nothing else of the grant.
    pub back_at: Option<Time>,
}

impl Naming {
    /// Until when nothing of it is told yet.
    pub fn waits(&self, now: Time) -> Option<Time> {
        self.at.filter(|at| *at > now)
    }

    /// As it is given now: with a witness it counts after the pause.
    pub(super) fn given(outside: Option<Outside>, now: Time) -> Self {
        let from = outside.as_ref().map(|_| now.plus_minutes(PAUSE_HOURS * 60));
        Self { outside, from, at: None, back_at: None }
    }
}

/// What is typed about the witness, when relapse is named at all; both or nothing.
pub(super) fn parse(f: &mut Fields, name: &str, at: &str) -> Option<Outside> {
    if name.trim().is_empty() && at.is_empty() {
        return None;
    }
    let (name, agency) = (f.line("outside_witness", name), f.id("outside_agency", at));
    Some(Outside { name: name?.into(), agency: agency? })
}

/// The witness of a naming towards `to`; needed where `to` reports, and from outside wherever one is named.
pub(super) fn check(cx: &mut Cx<'_>, to: AgencyId, reports: bool, outside: Option<&Outside>) -> Outcome<()> {
    let mut f = Fields::new();
    match outside {
        Some(outside) if outside.agency == to || !agency::is_outside_justice(cx, outside.agency)? => {
            f.wrong("outside_agency", Msg::new("consent-outside-not-outside"));
        }
        None if reports => {
            f.wrong("outside_witness", Msg::new("consent-outside-needed"));
            f.wrong("outside_agency", Msg::new("base-field-required"));
        }
        _ => {}
    }
    f.finish(|| Some(()))
}

/// A grant as the agency it was given to is told of it, unless that agency took it itself.
///
/// While nothing is told yet, and after it was taken back, it looks like a grant that never named relapse: that the person
/// hesitated is theirs.
pub(super) fn as_told(mut row: GrantRow, agency: AgencyId, now: Time) -> GrantRow {
    let conceals = row.naming.waits(now).is_some() || row.naming.back_at.is_some();
    if row.agency == agency && row.taken_by_agency != agency && conceals {
        row.relapse_named = false;
        row.categories = row.categories.without(Categories::from(Category::Relapse));
        row.naming = Naming::default();
    }
    row
}

/// That relapse of this grant can still be taken back alone.
pub(super) fn can_be_taken_back(row: &GrantRow, now: Time) -> Outcome<()> {
    if row.is_live(now) && row.categories.has(Category::Relapse) {
        Ok(())
    } else {
        Err(Problem::refused("consent-relapse-already-back"))
    }
}
