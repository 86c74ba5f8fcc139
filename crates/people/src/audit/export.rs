//! The trail in the form other systems read: FHIR R4 `AuditEvent`, a page at a time, oldest first.
//!
//! Ids and codes only, as the trail itself. Persons are named by their id here, which says nothing outside this region.

use std::collections::BTreeMap;

use base::{Cursor, EventId, Outcome, PersonId, Problem, Time};
use policy::{Act, Categories, Category, Roles};
use serde::Serialize;
use utoipa::ToSchema;
use web::{Access, Cx, Endpoint, Req};

use super::leaf::Kept;
use super::{Event, record, store};
use crate::auth;

/// Events on a page.
const PAGE: usize = 100;

/// Systems of codes: those of this product, and two of HL7.
const ACTS: &str = "urn:tsunagi:act";
const PURPOSES: &str = "urn:tsunagi:purpose";
const ROLES: &str = "urn:tsunagi:role";
const CATEGORIES: &str = "urn:tsunagi:category";
const DICOM: &str = "http://dicom.nema.org/resources/ontology/DCM";
const OBJECT_ROLE: &str = "http://terminology.hl7.org/CodeSystem/object-role";

pub(super) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::api_get(
            "/api/v1/audit/events",
            Access::May(Act::ReadAudit),
            "The agency's trail as FHIR R4 AuditEvent, oldest first, 100 a page",
            page,
        )
        .query(&[
            ("from", "not before this moment (RFC 3339)"),
            ("after", "the place that the last page named in `link`"),
        ]),
    ]
}

fn page(cx: &mut Cx<'_>, req: &Req) -> Outcome<Bundle> {
    let by = cx.allow(Act::ReadAudit)?;
    // The whole trail goes out of the house here.
    auth::stepped_up(cx)?;
    let after = place(req)?;
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut rows = store::kept(cx.tx, by.agency, after, limit)?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let mut persons: BTreeMap<EventId, Vec<PersonId>> = BTreeMap::new();
    if let Some(last) = rows.last() {
        for (event, person) in store::persons_of(cx.tx, by.agency, after, (last.at, last.id))? {
            persons.entry(event).or_default().push(person);
        }
    }
    let next = rows.last().filter(|_| more).map(|last| Link {
        relation: "next",
        url: format!(
            "{}/api/v1/audit/events?after={}",
            cx.config.base_url,
            Cursor::new().with_int(last.at.micros()).with_int(last.id.raw())
        ),
    });
    let entry =
        |kept: &Kept| Entry { resource: AuditEvent::of(kept, persons.get(&kept.id).map_or(&[], Vec::as_slice)) };
    let entry = rows.iter().map(entry).collect();
    record(cx, Event::of("audit.export"))?;
    Ok(Bundle { resource_type: "Bundle", kind: "collection", link: next.into_iter().collect(), entry })
}

/// Where the page begins: behind a place, or at a moment.
fn place(req: &Req) -> Outcome<(Time, EventId)> {
    let (after, from) = (req.query.get("after"), req.query.get("from"));
    if !after.is_empty() {
        let cursor: Option<Cursor> = after.parse().ok();
        let place = cursor.and_then(|at| Some((Time::from_micros(at.int(0)?), EventId::from_raw(at.int(1)?))));
        return place.ok_or_else(|| Problem::field("after", "base-problem-invalid"));
    }
    let start = EventId::from_raw(-1);
    match from {
        "" => Ok((Time::MIN, start)),
        from => Ok((from.parse().map_err(|_| Problem::field("from", "base-problem-invalid"))?, start)),
    }
}

/// A page of the trail.
#[derive(Serialize, ToSchema)]
struct Bundle {
    #[serde(rename = "resourceType")]
    resource_type: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    /// Where the next page is; empty on the last.
    link: Vec<Link>,
    entry: Vec<Entry>,
}

/// A way to another page.
#[derive(Serialize, ToSchema)]
struct Link {
    relation: &'static str,
    url: String,
}

/// One place on the page.
#[derive(Serialize, ToSchema)]
struct Entry {
    resource: AuditEvent,
}

/// One act or view.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct AuditEvent {
    resource_type: &'static str,
    id: String,
    r#type: Coding,
    subtype: Vec<Coding>,
    action: &'static str,
    #[schema(value_type = String)]
    recorded: Time,
    outcome: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    purpose_of_event: Vec<Concept>,
    agent: Vec<Agent>,
    source: Source,
    entity: Vec<Entity>,
}

/// A code and whose it is.
#[derive(Serialize, ToSchema)]
struct Coding {
    system: &'static str,
    code: String,
}

/// A thing that codes name.
#[derive(Serialize, ToSchema)]
struct Concept {
    coding: Vec<Coding>,
}

/// Something by its id.
#[derive(Serialize, ToSchema)]
struct Reference {
    reference: String,
}

/// Who did it, in which role, and on which basis.
#[derive(Serialize, ToSchema)]
struct Agent {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    role: Vec<Concept>,
    who: Reference,
    requestor: bool,
    /// The basis: `urn:tsunagi:basis:own`, `…:grant:ID:VERSION`, `…:grants`, `…:law:ID`, `…:role`, `…:break-glass:ID`.
    policy: Vec<String>,
}

/// Which agency's worker it was.
#[derive(Serialize, ToSchema)]
struct Source {
    observer: Reference,
}

/// Whom it was about, and which categories were shown.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct Entity {
    what: Reference,
    role: Coding,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    security_label: Vec<Concept>,
}

fn coding(system: &'static str, code: impl Into<String>) -> Coding {
    Coding { system, code: code.into() }
}

fn concept(system: &'static str, code: impl Into<String>) -> Concept {
    Concept { coding: vec![coding(system, code)] }
}

fn reference(kind: &str, id: impl std::fmt::Display) -> Reference {
    Reference { reference: format!("{kind}/{id}") }
}

impl AuditEvent {
    fn of(kept: &Kept, persons: &[PersonId]) -> Self {
        let (act, outcome) = (kept.act.as_str(), if kept.act.ends_with(".refused") { "4" } else { "0" });
        let shown = Categories::known(u16::try_from(kept.categories).unwrap_or_default());
        let roles = kept.roles.and_then(|bits| u8::try_from(bits).ok()).and_then(Roles::from_bits);
        let agency = kept.agency.map_or_else(|| "none".to_owned(), |agency| agency.to_string());
        let entity = |person: &PersonId| Entity {
            what: reference("Patient", person),
            role: coding(OBJECT_ROLE, "1"),
            security_label: shown.iter().map(|category| concept(CATEGORIES, Category::code(category))).collect(),
        };
        Self {
            resource_type: "AuditEvent",
            id: kept.id.to_string(),
            r#type: coding(DICOM, kind(act)),
            subtype: vec![coding(ACTS, act)],
            action: action(act),
            recorded: kept.at,
            outcome,
            purpose_of_event: kept.purpose.iter().map(|code| concept(PURPOSES, code)).collect(),
            agent: vec![Agent {
                role: roles.into_iter().flat_map(Roles::iter).map(|role| concept(ROLES, role.code())).collect(),
                // A guest by link has no account: the agency that was given the link answers for it.
                who: kept
                    .worker
                    .map_or_else(|| reference("Organization", &agency), |worker| reference("Practitioner", worker)),
                requestor: true,
                policy: vec![format!("urn:tsunagi:basis:{}", kept.basis)],
            }],
            source: Source { observer: reference("Organization", &agency) },
            entity: persons.iter().map(entity).collect(),
        }
    }
}

/// DICOM's kind of an event: signing in and out, the trail itself, or a record of a person.
fn kind(act: &str) -> &'static str {
    match act.split('.').next().unwrap_or_default() {
        "session" | "password" | "second-factor" => "110114",
        "audit" => "110101",
        _ => "110110",
    }
}

/// Create, read, update, delete or execute, by the verb.
fn action(act: &str) -> &'static str {
    match act.split_once('.').unwrap_or_default() {
        ("session" | "password" | "second-factor", _) => "E",
        (
            _,
            "open" | "list" | "read" | "name" | "doubles" | "home" | "letter" | "requests" | "overdue" | "review"
            | "export",
        ) => "R",
        (
            _,
            "create" | "add" | "write" | "register" | "grant" | "refuse" | "prepare" | "request" | "ask" | "link"
            | "suggest",
        ) => "C",
        _ => "U",
    }
}

#[cfg(test)]
mod tests {
    use base::{AgencyId, WorkerId};

    use super::*;

    fn event(act: &str) -> Kept {
        Kept {
            id: EventId::from_raw(1),
            at: "2026-11-20T01:00:00Z".parse().expect("a moment"),
            worker: Some(WorkerId::from_raw(3)),
            agency: Some(AgencyId::from_raw(4)),
            roles: Some(1),
            session: None,
            link: None,
            act: act.to_owned(),
            purpose: Some("support".to_owned()),
            subject: None,
            basis: "own".to_owned(),
            categories: 1,
            shown: 1,
        }
    }

    #[test]
    fn an_event_has_every_field_that_fhir_wants() {
        let json = serde_json::to_value(AuditEvent::of(&event("person.open"), &[PersonId::from_raw(9)])).expect("JSON");
        assert_eq!(json["resourceType"], "AuditEvent");
        assert_eq!(json["type"]["code"], "110110");
        assert_eq!(json["subtype"][0]["code"], "person.open");
        assert_eq!((&json["action"], &json["outcome"]), (&"R".into(), &"0".into()));
        assert_eq!(json["recorded"], "2026-11-20T01:00:00Z");
        assert_eq!(json["purposeOfEvent"][0]["coding"][0]["code"], "support");
        assert_eq!(json["agent"][0]["role"][0]["coding"][0]["code"], "worker");
        assert_eq!(json["agent"][0]["policy"][0], "urn:tsunagi:basis:own");
        assert_eq!(json["source"]["observer"]["reference"], format!("Organization/{}", AgencyId::from_raw(4)));
        assert_eq!(json["entity"][0]["what"]["reference"], format!("Patient/{}", PersonId::from_raw(9)));
        assert_eq!(json["entity"][0]["securityLabel"][0]["coding"][0]["system"], CATEGORIES);
    }

    #[test]
    fn a_refused_sign_in_has_failed_and_a_guest_is_their_agency() {
        let guest = Kept { worker: None, roles: None, purpose: None, ..event("session.refused") };
        let json = serde_json::to_value(AuditEvent::of(&guest, &[])).expect("JSON");
        assert_eq!(
            (&json["action"], &json["outcome"], &json["type"]["code"]),
            (&"E".into(), &"4".into(), &"110114".into())
        );
        assert_eq!(json["agent"][0]["who"]["reference"], format!("Organization/{}", AgencyId::from_raw(4)));
        assert!(json.get("purposeOfEvent").is_none() && json["agent"][0].get("role").is_none());
    }
}
