//! Registering people, opening their page, writing about them.

use base::{AgencyId, Cursor, EntryId, Msg, Outcome, Page, PersonId, Problem, WorkerId};
use policy::{Act, Basis, Categories, Disclosed, Label, Mask, Purpose};
use web::{Cx, Viewer};

use super::codes::{EntryKind, PrincipalIs};
use super::model::{Entry, EntryInput, Fact, Name, PersonInput, Relation, RelationInput};
use super::store;
use super::store_caseload::{self as caseload, Listed};
use crate::audit::{self, Event};
use crate::{agency, consent, vault};

/// Entries read for one page of a person.
pub(super) const ENTRIES: i64 = 500;

/// Everything of a person that the asking agency may see.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Who.
    pub person: PersonId,
    /// What they are called.
    pub name: Disclosed<Name>,
    /// Whether the agency works with them.
    pub own_client: bool,
    /// Notes and facts, newest first.
    pub entries: Vec<Disclosed<Entry>>,
    /// Relatives, or the one a relative worries about.
    pub relations: Vec<Disclosed<Relation>>,
    /// The agency that leads, where this one may know.
    pub lead: Option<AgencyId>,
    /// Who looks after them at the agency, if it works with them and has given them to somebody.
    pub worker: Option<WorkerId>,
    /// What decided.
    pub mask: Mask,
}

/// Registers a person with the agency that meets them.
pub fn register(cx: &mut Cx<'_>, input: &PersonInput) -> Outcome<PersonId> {
    let by = cx.allow(Act::RegisterPerson)?;
    let new = input.parse(cx.today())?;
    let id = PersonId::new(cx.rng);
    store::insert(cx.tx, id, &new.name, by.agency, cx.now)?;
    vault::new_key(cx, id)?;
    super::begin_involvement(cx, by.agency, id, "registered")?;
    store::set_lead(cx.tx, id, by.agency, cx.now)?;
    for fact in &new.facts {
        insert_fact(cx, by, id, fact)?;
    }
    if let Some((kind, principal_is, principal)) = new.relation {
        insert_relation(cx, by, id, kind, principal_is, principal)?;
    }
    let labels = new.facts.iter().fold(Label::EXISTENCE.categories(), |all, f| all.plus(f.label().categories()));
    audit::record(cx, Event::of("person.register").about(id).basis(&Basis::Own).label(labels))?;
    Ok(id)
}

/// Corrects what a person is called. Only an agency that works with them may.
pub fn change(cx: &mut Cx<'_>, person: PersonId, input: &PersonInput) -> Outcome<()> {
    cx.allow(Act::EditPerson)?;
    own_client(cx, person)?;
    let new = input.parse(cx.today())?;
    if !store::update(cx.tx, person, &new.name)? {
        return Err(Problem::Stale);
    }
    audit::record(cx, Event::of("person.change").about(person).basis(&Basis::Own))
}

/// Opens a person's page: what the asking agency may see for supporting them, and nothing else.
pub fn open(cx: &mut Cx<'_>, person: PersonId) -> Outcome<Opened> {
    cx.allow(Act::OpenPerson)?;
    let agency = cx.acting_agency()?;
    let mask = consent::see(cx, person, Purpose::Support)?;
    let name = super::name(cx, person, &mask)?.ok_or(Problem::NotFound)?;
    let sealed = store::entries(cx.tx, person, agency, ENTRIES)?;
    let entries: Vec<_> = sealed.into_iter().filter_map(|entry| mask.open(entry)).collect();
    let relations = relations(cx, person, &mask)?;
    let shown =
        entries.iter().fold(Categories::from(policy::Category::Existence), |all, e| all.plus(e.label.categories()));
    let own_client = super::is_own_client(cx, agency, person)?;
    let event = Event::of("person.open").about(person).purpose(Purpose::Support).known_by(&mask).label(shown);
    audit::record(cx, event)?;
    let lead = if own_client { super::lead(cx, person)? } else { None };
    let worker = if own_client { store::worker_of(cx.tx, agency, person, cx.now)? } else { None };
    Ok(Opened { person, name, own_client, entries, relations, lead, worker, mask })
}

/// Relations the mask opens; the other person's id stays only where they are known here themselves.
fn relations(cx: &mut Cx<'_>, person: PersonId, mask: &Mask) -> Outcome<Vec<Disclosed<Relation>>> {
    let agency = cx.acting_agency()?;
    let mut shown = Vec::new();
    for sealed in store::relations(cx.tx, person, agency, cx.now)? {
        let Some(relation) = mask.open(sealed) else { continue };
        if relation.relative == person {
            let known = match relation.principal {
                Some(other) => consent::mask(cx, agency, other, Purpose::Support)?.knows_of(),
                None => false,
            };
            shown.push(if known { relation } else { relation.map(|r| Relation { principal: None, ..r }) });
        } else if consent::mask(cx, agency, relation.relative, Purpose::Support)?.knows_of() {
            shown.push(relation);
        }
    }
    Ok(shown)
}

/// The list of persons the agency may know of, one page.
pub fn caseload(cx: &mut Cx<'_>, after: Option<&Cursor>, search: &str) -> Outcome<Page<Disclosed<Listed>>> {
    let by = cx.allow(Act::SeeCaseload)?;
    let page = caseload::page(cx.tx, by.agency, cx.now, after, search)?;
    let event = Event::of("person.list")
        .about_all(page.items.iter().map(|row| row.person))
        .purpose(Purpose::Support)
        .basis(&Basis::Grants)
        .label(Label::EXISTENCE.categories());
    audit::record(cx, event)?;
    Ok(page)
}

/// Writes a note about a person, under a label.
pub fn write_note(cx: &mut Cx<'_>, person: PersonId, input: &EntryInput) -> Outcome<EntryId> {
    let by = cx.allow(Act::WriteEntry)?;
    own_client(cx, person)?;
    let (label, text) = input.parse()?;
    let entry = entry(cx, by, EntryKind::Note, label, text, None);
    store::insert_entry(cx.tx, person, &entry)?;
    audit::record(
        cx,
        Event::of("entry.write").about(person).on(entry.id.raw()).basis(&Basis::Own).label(label.categories()),
    )?;
    Ok(entry.id)
}

/// Keeps a fact about a person; it takes the place of the agency's older one of the same kind.
pub fn record_fact(cx: &mut Cx<'_>, person: PersonId, input: &PersonInput) -> Outcome<()> {
    let by = cx.allow(Act::WriteEntry)?;
    own_client(cx, person)?;
    // The name is not touched here; any will do for the shared parser.
    let new = PersonInput { name: "-".to_owned(), ..input.clone() }.parse(cx.today())?;
    if new.facts.is_empty() {
        return Err(Problem::Refused(Msg::new("person-no-fact")));
    }
    for fact in &new.facts {
        store::replace_facts(cx.tx, person, fact.kind(), by.agency, cx.now)?;
        insert_fact(cx, by, person, fact)?;
    }
    let labels = new.facts.iter().fold(Categories::NONE, |all, f| all.plus(f.label().categories()));
    audit::record(cx, Event::of("fact.write").about(person).basis(&Basis::Own).label(labels))
}

/// Says what a relative is to somebody.
pub fn relate(cx: &mut Cx<'_>, relative: PersonId, input: &RelationInput) -> Outcome<()> {
    let by = cx.allow(Act::WriteEntry)?;
    own_client(cx, relative)?;
    let read = PersonInput { name: "-".to_owned(), relation: Some(input.clone()), ..PersonInput::default() };
    let Some((kind, state, principal)) = read.parse(cx.today())?.relation else {
        return Err(Problem::field("relation_kind", "base-field-choose"));
    };
    insert_relation(cx, by, relative, kind, state, principal)?;
    audit::record(cx, Event::of("relation.write").about(relative).basis(&Basis::Own))
}

/// The agency's work with a person ends; what it wrote itself stays with it.
pub fn end(cx: &mut Cx<'_>, person: PersonId) -> Outcome<()> {
    let by = cx.allow(Act::EndInvolvement)?;
    own_client(cx, person)?;
    super::end_involvement(cx, by.agency, person)?;
    audit::record(cx, Event::of("person.end").about(person).basis(&Basis::Own))
}

/// Gives a person to one of the agency's workers.
pub fn assign(cx: &mut Cx<'_>, person: PersonId, worker: WorkerId) -> Outcome<()> {
    let by = cx.allow(Act::EditPerson)?;
    own_client(cx, person)?;
    if agency::roles_at(cx.tx, worker, by.agency, cx.now)?.is_none() {
        return Err(Problem::field("worker", "base-field-not-a-choice"));
    }
    store::assign(cx.tx, by, person, worker, cx.now)?;
    audit::record(cx, Event::of("person.assign").about(person).on(worker.raw()).basis(&Basis::Own))
}

/// The acting agency works with the person; otherwise there is no such person for it, or it may only look.
pub(super) fn own_client(cx: &mut Cx<'_>, person: PersonId) -> Outcome<()> {
    let agency = cx.acting_agency()?;
    if super::is_own_client(cx, agency, person)? {
        return Ok(());
    }
    consent::see(cx, person, Purpose::Support)?;
    Err(Problem::Forbidden(Msg::new("person-not-own-client")))
}

fn entry(cx: &Cx<'_>, by: Viewer, kind: EntryKind, label: Label, body: String, until: Option<base::Date>) -> Entry {
    Entry { id: EntryId::new(cx.rng), kind, label, author: by.agency, worker: by.worker, at: cx.now, body, until }
}

fn insert_fact(cx: &mut Cx<'_>, by: Viewer, person: PersonId, fact: &Fact) -> Outcome<()> {
    let body = serde_json::to_string(fact).map_err(Problem::internal)?;
    let entry = entry(cx, by, fact.kind(), fact.label(), body, fact.until());
    store::insert_entry(cx.tx, person, &entry)
}

fn insert_relation(
    cx: &mut Cx<'_>,
    by: Viewer,
    relative: PersonId,
    kind: super::codes::RelationKind,
    principal_is: PrincipalIs,
    principal: Option<PersonId>,
) -> Outcome<()> {
    // A principal who is not known here must look like one who does not exist.
    if let Some(other) = principal
        && !consent::mask(cx, by.agency, other, Purpose::Support)?.knows_of()
    {
        return Err(Problem::field("principal", "base-field-not-a-choice"));
    }
    let relation = Relation { relative, principal, kind, principal_is, recorded_by: by.agency };
    let id = EntryId::new(cx.rng);
    store::insert_relation(cx.tx, id, &relation, cx.now)
}
