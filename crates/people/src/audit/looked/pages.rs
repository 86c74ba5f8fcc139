//! Who looked, on the turned screen and on paper; objections, for the privacy officer.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry::Vacant;

use base::{AgencyId, Outcome, PersonId};
use policy::Act;
use web::ui::Ui;
use web::{Access, Answer, Cx, Endpoint, Req, View, see};

use super::acts::{self, Looked};
use super::view::{LookedPage, ObjectionsPage, PaperPage, Waiting};
use crate::agency;
use crate::audit::{Event, record};
use crate::form::{Typed, register};

pub(super) fn endpoints() -> Vec<Endpoint> {
    let open = Access::May(Act::OpenPerson);
    let read = Access::May(Act::ReadAudit);
    vec![
        Endpoint::page("/persons/{person}/looked", open, show),
        Endpoint::page("/persons/{person}/looked/paper", open, paper),
        Endpoint::submit("/persons/{person}/looked", open, object, show, &[("event", "0000000000009")]),
        Endpoint::page("/audit/objections", read, objections),
        Endpoint::submit(
            "/audit/objections",
            read,
            answer,
            objections,
            &[("event", "0000000000009"), ("found", "in_order")],
        ),
    ]
}

fn agencies(cx: &mut Cx<'_>, looked: &Looked) -> Outcome<BTreeMap<AgencyId, String>> {
    let mut names = BTreeMap::new();
    for id in looked.days.iter().filter_map(|day| day.look.agency) {
        if let Vacant(new) = names.entry(id) {
            new.insert(agency::get(cx, id)?.name);
        }
    }
    Ok(names)
}

fn show(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let looked = acts::looked(cx, req.id("person")?)?;
    let page = LookedPage { agencies: agencies(cx, &looked)?, looked, typed: Typed::of(cx, req) };
    Ok(page.view(&Ui::new(cx.words, cx.lang), register(cx, req)))
}

fn paper(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let looked = acts::looked(cx, req.id("person")?)?;
    let own = cx.acting_agency()?;
    let page =
        PaperPage { agencies: agencies(cx, &looked)?, looked, given_by: agency::get(cx, own)?, today: cx.today() };
    Ok(page.view(&Ui::new(cx.words, register(cx, req))))
}

fn object(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let person: PersonId = req.id("person")?;
    acts::object(cx, person, req.form.get("event"))?;
    let register = register(cx, req).code();
    Ok(see(format!("/persons/{person}/looked?register={register}"), "audit-objected"))
}

fn objections(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let mut waiting = Vec::new();
    for objection in acts::waiting(cx)? {
        let worker = objection.worker.map(|id| agency::worker_name(cx, id)).transpose()?;
        waiting.push(Waiting { objection, worker });
    }
    record(cx, Event::of("audit.objections"))?;
    let page = ObjectionsPage { waiting, typed: Typed::of(cx, req) };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn answer(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    acts::answer(cx, req.form.get("event"), req.form.get("found"))?;
    Ok(see("/audit/objections", "audit-answered"))
}
