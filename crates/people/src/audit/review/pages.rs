//! The month of the own agency, for its privacy officer.

use std::collections::BTreeMap;

use base::{Outcome, WorkerId};
use policy::{Act, Roles};
use web::ui::Ui;
use web::{Access, Cx, Endpoint, Req, View};

use super::rules::{Month, stand_out};
use super::store;
use super::view::{Opened, ReviewPage};
use crate::agency;
use crate::audit::{Event, record};

pub fn endpoints() -> Vec<Endpoint> {
    vec![Endpoint::page("/audit/review", Access::May(Act::ReadAudit), show)]
}

fn show(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let by = cx.allow(Act::ReadAudit)?;
    let this = Month::of(cx.today());
    let month = Month::parse(req.query.get("month")).unwrap_or(this);
    let (from, until) = month.span();
    let span = (by.agency, from, until);
    let names: BTreeMap<WorkerId, String> = agency::workers_of(cx, by.agency)?.into_iter().collect();
    let name = |cx: &mut Cx<'_>, worker: WorkerId| match names.get(&worker) {
        Some(name) => Ok(name.clone()),
        // Whoever has left in the meantime: rarely more than one or two.
        None => agency::worker_name(cx, worker),
    };
    let counted = store::opened(cx.tx, span)?;
    let many = stand_out(&counted.iter().map(|(_, n)| *n).collect::<Vec<_>>());
    let mut opened = Vec::with_capacity(counted.len());
    for ((worker, persons), stands_out) in counted.into_iter().zip(many) {
        opened.push(Opened { worker: name(cx, worker)?, persons, stands_out });
    }
    let mut emergencies = Vec::new();
    for (at, worker) in store::emergencies(cx.tx, span)? {
        let worker = worker.map(|worker| name(cx, worker)).transpose()?;
        emergencies.push((at, worker));
    }
    let mut alarms = Vec::new();
    for (at, worker) in crate::audit::alarm::alarms(cx, by.agency, from, until)? {
        let worker = worker.map(|worker| name(cx, worker)).transpose()?;
        alarms.push((at, worker));
    }
    let roles = store::by_roles(cx.tx, span)?;
    let known = |bits: i64| u8::try_from(bits).ok().and_then(Roles::from_bits);
    let page = ReviewPage {
        month,
        has_next: month.first() < this.first(),
        acts: store::by_act(cx.tx, span)?,
        roles: roles.into_iter().map(|(bits, n)| (bits.and_then(known), n)).collect(),
        bases: store::by_basis(cx.tx, span)?,
        opened,
        alarms,
        emergencies,
        looks: store::looks(cx.tx, span)?,
    };
    record(cx, Event::of("audit.review"))?;
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}
