//! The list of persons, one person's page, and what is written about them.

use std::collections::BTreeMap;

use base::{AgencyId, Cursor, Msg, Outcome, PersonId, Problem, WorkerId};
use policy::{Act, Basis, Disclosed, Purpose, may};
use web::ui::Ui;
use web::{Access, Answer, Cx, Endpoint, Req, View, see};

use super::model::{EntryInput, Name, PersonInput, Relation};
use super::view::{
    Agreed, AssignPage, EditPage, EndPage, FactsPage, HandsPage, Kin, Known, ListPage, NewPage, NotePage, PersonPage,
    RelationPage, Row,
};
use super::{EntryKind, acts, hands, input, store};
use crate::audit::{self, Event};
use crate::form::Typed;
use crate::{agency, consent, emergency};

/// The word for a registration that may be a second one of the same person.
const DOUBLES: &str = "person-doubles-found";

pub(super) fn endpoints() -> Vec<Endpoint> {
    let see_list = Access::May(Act::SeeCaseload);
    let new = Access::May(Act::RegisterPerson);
    let open = Access::May(Act::OpenPerson);
    let edit = Access::May(Act::EditPerson);
    let write = Access::May(Act::WriteEntry);
    let end = Access::May(Act::EndInvolvement);
    vec![
        Endpoint::page("/persons", see_list, list),
        // Names never stand in an address, so the search is a POST; coming back to it shows the whole list.
        Endpoint::page("/persons/search", see_list, list),
        Endpoint::submit("/persons/search", see_list, search, list, &[("name", "たい")]),
        Endpoint::page("/persons/new", new, show_new),
        Endpoint::submit("/persons", new, register, show_new, &[("name", "はる"), ("anyway", "yes")]),
        Endpoint::page("/persons/{person}", open, show),
        Endpoint::page("/persons/{person}/edit", edit, show_edit),
        Endpoint::submit("/persons/{person}", edit, change, show_edit, &[("name", "たいち"), ("version", "1")]),
        Endpoint::page("/persons/{person}/entries", write, show_note),
        Endpoint::submit(
            "/persons/{person}/entries",
            write,
            write_note,
            show_note,
            &[("label", "health"), ("text", "よく眠れるようになった")],
        ),
        Endpoint::page("/persons/{person}/facts", write, show_facts),
        Endpoint::submit("/persons/{person}/facts", write, record_facts, show_facts, &[("dependence", "alcohol")]),
        Endpoint::page("/persons/{person}/relations", write, show_relation),
        Endpoint::submit(
            "/persons/{person}/relations",
            write,
            relate,
            show_relation,
            &[("relation_kind", "parent"), ("principal_is", "unknown")],
        ),
        Endpoint::page("/persons/{person}/assign", edit, show_assign),
        Endpoint::submit("/persons/{person}/assign", edit, assign, show_assign, &[("worker", "{worker}")]),
        Endpoint::page("/persons/of/{worker}", see_list, show_hands),
        Endpoint::submit("/persons/of/{worker}", edit, hand_on, show_hands, &[("worker", "{worker}")]),
        Endpoint::page("/persons/{person}/end", end, show_end),
        Endpoint::submit("/persons/{person}/end", end, end_work, show_end, &[]),
    ]
}

fn list(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    listed(cx, req.query.get("after"), "")
}

fn search(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    listed(cx, req.form.get("after"), req.form.get("name")).map(Into::into)
}

fn listed(cx: &mut Cx<'_>, after: &str, name: &str) -> Outcome<View> {
    let after: Option<Cursor> = after.parse().ok().filter(|_| !after.is_empty());
    let page = acts::caseload(cx, after.as_ref(), name)?.map(|listed| {
        listed.map(|l| Row {
            person: l.person,
            name: l.name,
            own_client: l.own_client,
            entries: l.entries,
            last_at: l.last_at,
        })
    });
    let may_register = may(cx.viewer()?.roles, Act::RegisterPerson);
    let may_look = may(cx.viewer()?.roles, Act::BreakGlass);
    let first = after.is_none();
    // Said where the list begins, and not again on every page of it.
    let left = if first && name.is_empty() { hands::left(cx)? } else { Vec::new() };
    let page = ListPage { page, search: name.to_owned(), may_register, may_look, first, left };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn show_new(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let mut typed = Typed::of(cx, req);
    // Who comes from a person's page registers a relative of that person.
    if let Ok(of) = req.query.get("relative_of").parse::<PersonId>() {
        consent::see(cx, of, Purpose::Support)?;
        typed = typed.filled([("principal", of.to_string()), ("principal_is", "known".to_owned())]);
    }
    let doubles = match &req.problem {
        Some(Problem::Refused(message)) if message.key == DOUBLES => {
            let doubles = super::possible_doubles(cx, &input::person(&req.form))?;
            let event = Event::of("person.doubles").about_all(doubles.iter().map(|d| d.person));
            audit::record(cx, event.purpose(Purpose::Support))?;
            doubles.into_iter().map(|d| Known { person: d.person, name: d.name }).collect()
        }
        _ => Vec::new(),
    };
    let principals = principals(cx, &typed)?;
    let page = NewPage { typed, doubles, principals };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn register(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let input = input::person(&req.form);
    input.parse(cx.today())?;
    principal_chosen(&req.form)?;
    if !req.form.ticked("anyway") && !super::possible_doubles(cx, &input)?.is_empty() {
        return Err(Problem::Refused(Msg::new(DOUBLES)));
    }
    let id = acts::register(cx, &input)?;
    Ok(see(format!("/persons/{id}"), "person-registered"))
}

/// A principal said to be known, but so far only by name, must be chosen from those with that name.
fn principal_chosen(form: &web::Form) -> Outcome<()> {
    let known = form.get("principal_is") == "known" && !form.get("relation_kind").is_empty();
    if known && form.get("principal").is_empty() && !form.get("principal_name").trim().is_empty() {
        return Err(Problem::field("principal", "person-principal-choose"));
    }
    Ok(())
}

/// Whom the agency knows under the name that was typed for the principal; the one chosen already.
fn principals(cx: &mut Cx<'_>, typed: &Typed) -> Outcome<Vec<Known>> {
    if let Ok(person) = typed.get("principal").parse::<PersonId>() {
        return Ok(known(cx, person)?.into_iter().collect());
    }
    let name = typed.get("principal_name").trim();
    if name.is_empty() {
        return Ok(Vec::new());
    }
    let page = acts::caseload(cx, None, name)?;
    Ok(page.items.into_iter().map(|row| Known { person: row.person, name: row.map(|r| r.name) }).collect())
}

/// A person with their name, if the acting agency may know of them.
fn known(cx: &mut Cx<'_>, person: PersonId) -> Outcome<Option<Known>> {
    let agency = cx.acting_agency()?;
    let mask = consent::mask(cx, agency, person, Purpose::Support)?;
    let Some(name) = super::name(cx, person, &mask)? else { return Ok(None) };
    audit::record(cx, Event::of("person.name").about(person).purpose(Purpose::Support).known_by(&mask))?;
    Ok(Some(Known { person, name }))
}

fn show(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let opened = acts::open(cx, req.id("person")?)?;
    let mut relations = Vec::new();
    for relation in opened.relations {
        relations.push(kin(cx, opened.person, relation)?);
    }
    let mut agencies = BTreeMap::new();
    for entry in &opened.entries {
        name_agency(cx, &mut agencies, entry.author)?;
    }
    let emergency = emergency::live(cx, opened.person)?;
    // Whoever knows of the person by an emergency look alone sees their own page and nothing beside it.
    let in_emergency = matches!(opened.mask.knowing(), Some(Basis::BreakGlass(_)));
    let grants = if in_emergency { Vec::new() } else { consent::grants_shown(cx, opened.person)? };
    let mut agreed = Vec::new();
    let now = cx.now;
    for grant in grants.into_iter().filter(|g| g.is_live(now)) {
        let to = name_agency(cx, &mut agencies, grant.agency)?;
        let soon = consent::ends_soon(cx, &grant) && may(cx.viewer()?.roles, Act::TakeConsent);
        let renew = soon.then(|| consent::renew(&grant));
        agreed.push(Agreed { to, categories: grant.categories, until: grant.until, grant: grant.id, renew });
    }
    let page = PersonPage {
        person: opened.person,
        name: opened.name,
        own_client: opened.own_client,
        entries: opened.entries,
        relations,
        agreed,
        agencies,
        worker: opened.worker.map(|worker| agency::worker_name(cx, worker)).transpose()?,
        roles: cx.viewer()?.roles,
        emergency,
        in_emergency,
    };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn name_agency(cx: &mut Cx<'_>, names: &mut BTreeMap<AgencyId, String>, id: AgencyId) -> Outcome<String> {
    if let Some(name) = names.get(&id) {
        return Ok(name.clone());
    }
    let name = agency::get(cx, id)?.name;
    names.insert(id, name.clone());
    Ok(name)
}

fn kin(cx: &mut Cx<'_>, person: PersonId, relation: Disclosed<Relation>) -> Outcome<Kin> {
    let is_relative = relation.relative == person;
    let other = if is_relative { relation.principal } else { Some(relation.relative) };
    let other = match other {
        Some(other) => known(cx, other)?,
        None => None,
    };
    Ok(Kin { relation, is_relative, other })
}

/// The name of somebody the acting agency works with; forms about anybody else are not offered.
fn own(cx: &mut Cx<'_>, person: PersonId) -> Outcome<Disclosed<Name>> {
    acts::own_client(cx, person)?;
    let mask = consent::see(cx, person, Purpose::Support)?;
    let name = super::name(cx, person, &mask)?.ok_or(Problem::NotFound)?;
    audit::record(cx, Event::of("person.name").about(person).purpose(Purpose::Support).known_by(&mask))?;
    Ok(name)
}

fn show_edit(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let person: PersonId = req.id("person")?;
    let name = own(cx, person)?;
    let typed = Typed::of(cx, req).filled(input::name_fields(&name));
    let stale = matches!(req.problem, Some(Problem::Stale));
    Ok(EditPage { person, name, typed, stale }.view(&Ui::new(cx.words, cx.lang)))
}

fn change(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let person: PersonId = req.id("person")?;
    let input = input::person(&req.form);
    let input = PersonInput { version: req.form.get("version").parse().ok(), ..input };
    acts::change(cx, person, &input)?;
    Ok(see(format!("/persons/{person}"), "person-changed"))
}

fn show_note(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let person: PersonId = req.id("person")?;
    let page = NotePage { person, name: own(cx, person)?, typed: Typed::of(cx, req) };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn write_note(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let person: PersonId = req.id("person")?;
    let label = req.form.all("label").map(str::to_owned).collect();
    acts::write_note(cx, person, &EntryInput { label, text: req.form.get("text").to_owned() })?;
    Ok(see(format!("/persons/{person}"), "person-note-written"))
}

fn show_facts(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let person: PersonId = req.id("person")?;
    let name = own(cx, person)?;
    let asked = if req.form.is_empty() { req.query.get("kind") } else { req.form.get("kind") };
    let kind = EntryKind::from_code(asked).filter(|kind| *kind != EntryKind::Note).unwrap_or(EntryKind::Stay);
    let by = cx.viewer()?.agency;
    let mask = consent::see(cx, person, Purpose::Support)?;
    let entries = store::entries(cx.tx, person, by, 500)?.into_iter().filter_map(|entry| mask.open(entry));
    // Only what the agency wrote itself is put into the form: another's words are not taken over as one's own.
    let fact = entries.filter(|e| e.author == by && e.kind == kind).find_map(|e| e.fact());
    let typed = Typed::of(cx, req).filled(fact.as_ref().map(input::fact_fields).unwrap_or_default());
    Ok(FactsPage { person, name, kind, typed }.view(&Ui::new(cx.words, cx.lang)))
}

fn record_facts(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let person: PersonId = req.id("person")?;
    acts::record_fact(cx, person, &input::person(&req.form))?;
    Ok(see(format!("/persons/{person}"), "person-facts-kept"))
}

fn show_relation(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let person: PersonId = req.id("person")?;
    let name = own(cx, person)?;
    let typed = Typed::of(cx, req);
    let principals = principals(cx, &typed)?;
    Ok(RelationPage { person, name, typed, principals }.view(&Ui::new(cx.words, cx.lang)))
}

fn relate(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let person: PersonId = req.id("person")?;
    principal_chosen(&req.form)?;
    let input = input::person(&req.form).relation.unwrap_or_default();
    acts::relate(cx, person, &input)?;
    Ok(see(format!("/persons/{person}"), "person-relation-kept"))
}

fn show_assign(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let person: PersonId = req.id("person")?;
    let name = own(cx, person)?;
    let by = cx.viewer()?.agency;
    let now = store::worker_of(cx.tx, by, person, cx.now)?;
    let typed = Typed::of(cx, req).filled(now.map(|worker| ("worker", worker.to_string())));
    let page = AssignPage { person, name, workers: agency::workers_of(cx, by)?, typed };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

/// The worker that was chosen in a form.
fn chosen_worker(req: &Req) -> Outcome<WorkerId> {
    req.form.get("worker").parse().map_err(|_| Problem::field("worker", "base-field-choose"))
}

fn assign(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let person: PersonId = req.id("person")?;
    acts::assign(cx, person, chosen_worker(req)?)?;
    Ok(see(format!("/persons/{person}"), "person-assigned"))
}

fn show_hands(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let worker: WorkerId = req.id("worker")?;
    let after: Option<Cursor> = req.query.get("after").parse().ok();
    let page = hands::of_worker(cx, worker, after.as_ref())?;
    let by = cx.viewer()?.agency;
    let mut workers = agency::workers_of(cx, by)?;
    // A worker of another agency, of whom nobody here is in their hands, is nobody here.
    if page.items.is_empty() && !workers.iter().any(|(id, _)| *id == worker) {
        return Err(Problem::NotFound);
    }
    let name = agency::worker_name(cx, worker)?;
    workers.retain(|(id, _)| *id != worker);
    let page = HandsPage { worker, name, page, workers, typed: Typed::of(cx, req) };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn hand_on(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    hands::hand_on(cx, req.id("worker")?, chosen_worker(req)?)?;
    Ok(see("/persons", "person-handed-on"))
}

fn show_end(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let person: PersonId = req.id("person")?;
    let page = EndPage { person, name: own(cx, person)?, typed: Typed::of(cx, req) };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn end_work(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    acts::end(cx, req.id("person")?)?;
    Ok(see("/persons", "person-ended"))
}
