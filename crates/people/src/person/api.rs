//! Persons as JSON: what the asking agency may see, and nothing else.

use base::{Cursor, Outcome, PersonId, Problem, Time};
use policy::{Act, Disclosed};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Access, Cx, Endpoint, Req};

use super::acts::{self, Opened};
use super::model::{Entry, EntryInput, PersonInput, Relation, RelationInput};
use super::store_caseload::Listed;
use crate::agency::api::{DONE, Done, Made, Nothing};

/// One row of the list.
#[derive(Serialize, ToSchema)]
struct ListedOut {
    id: String,
    name: String,
    kana: String,
    alias: bool,
    own_client: bool,
    entries: i64,
    #[schema(value_type = Option<String>)]
    last_at: Option<Time>,
}

/// One page of the list.
#[derive(Serialize, ToSchema)]
struct Caseload {
    items: Vec<ListedOut>,
    next: Option<String>,
}

/// An entry.
#[derive(Serialize, ToSchema)]
pub(crate) struct EntryOut {
    id: String,
    kind: &'static str,
    label: Vec<&'static str>,
    author: String,
    #[schema(value_type = String)]
    at: Time,
    /// The text of a note.
    text: Option<String>,
    /// A fact with its fields.
    #[schema(value_type = Option<Object>)]
    fact: Option<serde_json::Value>,
}

/// A relation.
#[derive(Serialize, ToSchema)]
struct RelationOut {
    relative: String,
    principal: Option<String>,
    kind: &'static str,
    principal_is: &'static str,
}

/// A person as the asking agency may see them.
#[derive(Serialize, ToSchema)]
struct PersonOut {
    id: String,
    name: String,
    kana: String,
    alias: bool,
    birth_year: Option<i64>,
    own_client: bool,
    /// The agency that leads the support, where the asking one may know.
    lead: Option<String>,
    /// The worker who looks after them at the asking agency, if it works with them and has said who.
    worker: Option<String>,
    version: i64,
    entries: Vec<EntryOut>,
    relations: Vec<RelationOut>,
}

/// Somebody on the agency's own list who may be the same.
#[derive(Serialize, ToSchema)]
struct DoubleOut {
    id: String,
    name: String,
}

/// Possible doubles.
#[derive(Serialize, ToSchema)]
struct Doubles {
    items: Vec<DoubleOut>,
}

/// Whom to give a person to.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
struct AssignIn {
    /// A worker of the agency.
    worker: String,
}

/// Somebody in a worker's hands.
#[derive(Serialize, ToSchema)]
struct HeldOut {
    id: String,
    name: String,
}

/// One page of the persons in a worker's hands.
#[derive(Serialize, ToSchema)]
struct Hands {
    items: Vec<HeldOut>,
    next: Option<String>,
}

/// What to look for in the list.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
struct SearchIn {
    /// A part of the name or its reading; empty for all.
    name: String,
    /// Where the last page ended.
    after: Option<String>,
}

pub(super) fn endpoints() -> Vec<Endpoint> {
    let open = Access::May(Act::OpenPerson);
    let write = Access::May(Act::WriteEntry);
    vec![
        Endpoint::api_get("/api/v1/persons", Access::May(Act::SeeCaseload), "The agency's list, 50 a page", list)
            .query(&[("after", "where the last page ended: its `next`")]),
        // Names never stand in an address, so the search is a POST that changes nothing.
        Endpoint::api_post(
            "/api/v1/persons/search",
            Access::May(Act::SeeCaseload),
            "Search the agency's list",
            search,
            &[("name", "たい")],
        ),
        Endpoint::api_post(
            "/api/v1/persons",
            Access::May(Act::RegisterPerson),
            "Register a person",
            register,
            &[("name", "はる")],
        ),
        Endpoint::api_post(
            "/api/v1/persons/doubles",
            Access::May(Act::RegisterPerson),
            "Who on the agency's own list may be the same",
            doubles,
            &[("name", "たいち")],
        ),
        Endpoint::api_get("/api/v1/persons/{person}", open, "A person, as far as the agency may see", show),
        Endpoint::api_post(
            "/api/v1/persons/{person}",
            Access::May(Act::EditPerson),
            "Correct what a person is called",
            change,
            &[("name", "たいち"), ("version", "1")],
        ),
        Endpoint::api_post(
            "/api/v1/persons/{person}/entries",
            write,
            "Write a note",
            note,
            &[("label", "health"), ("text", "よく眠れるようになった")],
        ),
        Endpoint::api_post(
            "/api/v1/persons/{person}/facts",
            write,
            "Keep facts: dependence, legal, stay, contact",
            facts,
            &[("dependence", "alcohol")],
        ),
        Endpoint::api_post(
            "/api/v1/persons/{person}/relations",
            write,
            "Say what a relative is to somebody",
            relate,
            &[("kind", "parent"), ("principal_is", "unknown")],
        ),
        Endpoint::api_post(
            "/api/v1/persons/{person}/assign",
            Access::May(Act::EditPerson),
            "Give a person to a worker",
            assign,
            &[("worker", "{worker}")],
        ),
        Endpoint::api_get(
            "/api/v1/persons/of/{worker}",
            Access::May(Act::SeeCaseload),
            "The persons in the hands of a worker of the agency, 50 a page (?after=)",
            hands,
        ),
        Endpoint::api_post(
            "/api/v1/persons/of/{worker}",
            Access::May(Act::EditPerson),
            "Hand all of them on to another worker of the agency",
            hand_on,
            &[("worker", "{worker}")],
        ),
        Endpoint::api_post(
            "/api/v1/persons/{person}/end",
            Access::May(Act::EndInvolvement),
            "End the agency's work",
            end,
            &[],
        ),
    ]
}

fn list(cx: &mut Cx<'_>, req: &Req) -> Outcome<Caseload> {
    page(cx, req.query.get("after"), "")
}

fn search(cx: &mut Cx<'_>, _: &Req, input: SearchIn) -> Outcome<Caseload> {
    page(cx, input.after.as_deref().unwrap_or_default(), &input.name)
}

fn page(cx: &mut Cx<'_>, after: &str, name: &str) -> Outcome<Caseload> {
    let after: Option<Cursor> = after.parse().ok().filter(|_| !after.is_empty());
    let page = acts::caseload(cx, after.as_ref(), name)?;
    Ok(Caseload { items: page.items.iter().map(listed).collect(), next: page.next })
}

fn listed(row: &Disclosed<Listed>) -> ListedOut {
    ListedOut {
        id: row.person.to_string(),
        name: row.name.name.clone(),
        kana: row.name.kana.clone(),
        alias: row.name.is_alias,
        own_client: row.own_client,
        entries: row.entries,
        last_at: row.last_at,
    }
}

fn show(cx: &mut Cx<'_>, req: &Req) -> Outcome<PersonOut> {
    let Opened { person, name, own_client, entries, relations, lead, worker, .. } = acts::open(cx, req.id("person")?)?;
    Ok(PersonOut {
        id: person.to_string(),
        name: name.name.clone(),
        kana: name.kana.clone(),
        alias: name.is_alias,
        birth_year: name.birth_year,
        own_client,
        lead: lead.map(|a| a.to_string()),
        worker: worker.map(|w| w.to_string()),
        version: name.version,
        entries: entries.iter().map(entry).collect(),
        relations: relations.iter().map(relation).collect(),
    })
}

pub(crate) fn entry(e: &Disclosed<Entry>) -> EntryOut {
    let fact = e.fact().and_then(|f| serde_json::to_value(f).ok());
    EntryOut {
        id: e.id.to_string(),
        kind: e.kind.code(),
        label: e.label.categories().iter().map(policy::Category::code).collect(),
        author: e.author.to_string(),
        at: e.at,
        text: fact.is_none().then(|| e.body.clone()),
        fact,
    }
}

fn relation(r: &Disclosed<Relation>) -> RelationOut {
    RelationOut {
        relative: r.relative.to_string(),
        principal: r.principal.map(|p| p.to_string()),
        kind: r.kind.code(),
        principal_is: r.principal_is.code(),
    }
}

fn register(cx: &mut Cx<'_>, _: &Req, input: PersonInput) -> Outcome<Made> {
    acts::register(cx, &input).map(|id| Made { id: id.to_string() })
}

fn doubles(cx: &mut Cx<'_>, _: &Req, input: PersonInput) -> Outcome<Doubles> {
    let items = super::possible_doubles(cx, &input)?
        .into_iter()
        .map(|d| DoubleOut { id: d.person.to_string(), name: d.name.name.clone() })
        .collect();
    Ok(Doubles { items })
}

fn change(cx: &mut Cx<'_>, req: &Req, input: PersonInput) -> Outcome<Done> {
    acts::change(cx, req.id("person")?, &input).map(|()| DONE)
}

fn note(cx: &mut Cx<'_>, req: &Req, input: EntryInput) -> Outcome<Made> {
    acts::write_note(cx, req.id("person")?, &input).map(|id| Made { id: id.to_string() })
}

fn facts(cx: &mut Cx<'_>, req: &Req, input: PersonInput) -> Outcome<Done> {
    acts::record_fact(cx, req.id("person")?, &input).map(|()| DONE)
}

fn relate(cx: &mut Cx<'_>, req: &Req, input: RelationInput) -> Outcome<Done> {
    acts::relate(cx, req.id("person")?, &input).map(|()| DONE)
}

fn assign(cx: &mut Cx<'_>, req: &Req, input: AssignIn) -> Outcome<Done> {
    let person: PersonId = req.id("person")?;
    let worker = input.worker.parse().map_err(|_| Problem::field("worker", "base-field-not-a-choice"))?;
    acts::assign(cx, person, worker).map(|()| DONE)
}

fn hands(cx: &mut Cx<'_>, req: &Req) -> Outcome<Hands> {
    let after: Option<Cursor> = req.query.get("after").parse().ok();
    let page = super::of_worker(cx, req.id("worker")?, after.as_ref())?;
    let held = |held: &Disclosed<super::Held>| HeldOut { id: held.person.to_string(), name: held.name.name.clone() };
    Ok(Hands { items: page.items.iter().map(held).collect(), next: page.next })
}

fn hand_on(cx: &mut Cx<'_>, req: &Req, input: AssignIn) -> Outcome<Done> {
    let to = input.worker.parse().map_err(|_| Problem::field("worker", "base-field-not-a-choice"))?;
    super::hand_on(cx, req.id("worker")?, to).map(|()| DONE)
}

fn end(cx: &mut Cx<'_>, req: &Req, _: Nothing) -> Outcome<Done> {
    acts::end(cx, req.id("person")?).map(|()| DONE)
}
