//! What the workers of the own agency did and saw, for its privacy officer.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use base::{Outcome, Time, WorkerId};
use policy::Act;
use web::ui::Ui;
use web::{Access, Cx, Endpoint, Req, View};

use super::view::{AuditPage, Line};
use super::{Event, Looked};
use crate::agency;

/// Lines on a page.
const PAGE: usize = 100;

pub(super) fn endpoints() -> Vec<Endpoint> {
    vec![Endpoint::page("/audit", Access::May(Act::ReadAudit), show)]
}

fn show(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let by = cx.allow(Act::ReadAudit)?;
    let before: Time = req.query.get("before").parse().unwrap_or(Time::MAX);
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let (rows, next) = cut(super::of_agency(cx, by.agency, before, limit)?);
    super::record(cx, Event::of("audit.read"))?;
    let mut names: BTreeMap<WorkerId, String> = BTreeMap::new();
    let mut lines = Vec::with_capacity(rows.len());
    for looked in rows {
        let worker = match looked.worker {
            None => None,
            Some(id) => Some(match names.entry(id) {
                Entry::Occupied(known) => known.get().clone(),
                Entry::Vacant(new) => new.insert(agency::worker_name(cx, id)?).clone(),
            }),
        };
        lines.push(Line { looked, worker });
    }
    let first = before == Time::MAX;
    let objections = if first { super::looked::waiting(cx)?.len() } else { 0 };
    let emergencies = if first { crate::emergency::waiting_n(cx)? } else { 0 };
    let alarms = if first { super::alarm::lately(cx)? } else { 0 };
    let page = AuditPage { lines, next, first, objections, emergencies, alarms };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

/// Cuts a page where the moment changes: what one act left behind is never parted, or a part of it would be skipped.
fn cut(mut rows: Vec<Looked>) -> (Vec<Looked>, Option<Time>) {
    let Some(beyond) = rows.get(PAGE).map(|row| row.at) else { return (rows, None) };
    let whole = rows.partition_point(|row| row.at > beyond);
    rows.truncate(if whole == 0 { PAGE } else { whole });
    let next = rows.last().map(|row| row.at);
    (rows, next)
}

#[cfg(test)]
mod tests {
    use policy::Categories;

    use super::*;

    fn row(at: i64) -> Looked {
        Looked {
            at: Time::from_micros(at),
            agency: None,
            worker: None,
            act: "person.open".to_owned(),
            purpose: None,
            basis: "own".to_owned(),
            categories: Categories::NONE,
            shown: 1,
        }
    }

    #[test]
    fn no_line_is_skipped_between_two_pages() {
        let all: Vec<_> = (0..230).map(|n| row(1_000 - n / 3)).collect();
        let mut seen = 0;
        let mut before = Time::MAX;
        loop {
            let rows: Vec<_> = all.iter().filter(|r| r.at < before).take(PAGE + 1).cloned().collect();
            let (page, next) = cut(rows);
            seen += page.len();
            let Some(next) = next else { break };
            before = next;
        }
        assert_eq!(seen, all.len());
    }
}
