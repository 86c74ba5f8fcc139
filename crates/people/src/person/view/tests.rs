//! Every page of persons, in all registers.

use std::collections::BTreeMap;

use base::{AgencyId, Date, EntryId, GrantId, Page, Time, WorkerId};
use policy::{Category, Label, Roles};

use super::*;
use crate::form::Typed;
use crate::person::hands::{Held, Left};
use crate::person::model::{Contact, Entry, Fact, Relation};
use crate::person::{Dependence, EntryKind, LegalStatus, PrincipalIs, RelationKind, StayKind};
use crate::samples::{all_registers, disclosed};

const PERSON: PersonId = PersonId::from_raw(7);
const AGENCY: AgencyId = AgencyId::from_raw(3);

fn name() -> Disclosed<Name> {
    let kana = "たいち".to_owned();
    disclosed(Name { name: "<b>たいち</b>".to_owned(), is_alias: true, kana, birth_year: Some(1988), version: 2 })
}

fn known() -> Known {
    Known { person: PersonId::from_raw(8), name: name() }
}

fn typed() -> Typed {
    let values =
        [("name", "<i>たいち</i>"), ("relation_kind", "parent"), ("principal", "0000000000008"), ("label", "health")];
    let errors = vec![("name".to_owned(), "x".to_owned())];
    Typed { once: "k".to_owned(), values: web::Form::of(&values), errors, ..Typed::default() }
}

fn entry(kind: EntryKind, label: Label, body: String) -> Disclosed<Entry> {
    let at = Time::from_micros(1);
    let worker = WorkerId::from_raw(4);
    disclosed(Entry { id: EntryId::from_raw(5), kind, label, author: AGENCY, worker, at, body, until: None })
}

fn facts() -> Vec<Fact> {
    let day = Date::new(2026, 12, 20);
    let mut all = vec![Fact::Dependence { on: Dependence::ALL.iter().map(|d| d.code().to_owned()).collect() }];
    let contact =
        |may_leave_message| Contact { phone: Some("000".into()), may_leave_message, note: Some("<i>夜</i>".into()) };
    all.extend([true, false].map(|may| Fact::Contact(contact(may))));
    all.extend(LegalStatus::ALL.iter().map(|s| Fact::Legal { status: s.code().to_owned(), from: day, until: day }));
    all.extend(StayKind::ALL.iter().map(|s| Fact::Stay {
        kind: s.code().to_owned(),
        place: Some("x".into()),
        until: day,
    }));
    all
}

fn entries() -> Vec<Disclosed<Entry>> {
    let fact = |fact: Fact| entry(fact.kind(), fact.label(), serde_json::to_string(&fact).expect("a fact is JSON"));
    let note = entry(EntryKind::Note, Label::EVERYTHING, "<i>よく眠れた</i>".to_owned());
    facts().into_iter().map(fact).chain([note]).collect()
}

fn kin() -> Vec<Kin> {
    let of = |kind, principal_is, is_relative| {
        let principal = Some(PersonId::from_raw(8));
        let other = (principal_is == PrincipalIs::Known).then(known);
        let relation = disclosed(Relation { relative: PERSON, principal, kind, principal_is, recorded_by: AGENCY });
        Kin { relation, is_relative, other }
    };
    let kinds = RelationKind::ALL.iter().map(|kind| of(*kind, PrincipalIs::Known, false));
    kinds.chain(PrincipalIs::ALL.iter().map(|is| of(RelationKind::Parent, *is, true))).collect()
}

fn page(own_client: bool, entries: Vec<Disclosed<Entry>>) -> PersonPage {
    let agreed = |to: &str| Agreed {
        to: to.to_owned(),
        categories: Category::Health.into(),
        until: "2026-12-20T15:00:00Z".parse().expect("a moment"),
        grant: GrantId::from_raw(9),
        renew: (to == "汐見").then(|| "/persons/0000000000007/consents/new".to_owned()),
    };
    PersonPage {
        person: PERSON,
        name: name(),
        own_client,
        agreed: if own_client { vec![agreed("みなと"), agreed("汐見")] } else { Vec::new() },
        relations: if own_client { kin() } else { Vec::new() },
        entries,
        agencies: BTreeMap::from([(AGENCY, "みなとセンター".to_owned())]),
        worker: own_client.then(|| "<b>酒井".to_owned()),
        roles: Roles::ALL,
        emergency: own_client.then(|| crate::emergency::Live {
            id: base::GlassId::from_raw(5),
            person: PERSON,
            reason: crate::emergency::Reason::Life,
            until: Time::from_micros(0),
        }),
        in_emergency: false,
    }
}

fn list(rows: usize, search: &str, next: Option<&str>) -> ListPage {
    let row = |n| {
        let last_at = (n == 0).then(|| Time::from_micros(1));
        disclosed(Row { person: PERSON, name: (*name()).clone(), own_client: n == 0, entries: 2, last_at })
    };
    let page = Page { items: (0..rows).map(row).collect(), next: next.map(str::to_owned) };
    let worker = WorkerId::from_raw(4);
    let left = vec![Left { worker, name: "<b>酒井".to_owned(), persons: 3 }];
    ListPage { page, search: search.to_owned(), may_register: true, may_look: true, first: next.is_some(), left }
}

fn workers() -> Vec<(WorkerId, String)> {
    vec![(WorkerId::from_raw(4), "<b>酒井".to_owned())]
}

fn hands(rows: usize) -> HandsPage {
    let held = |_| disclosed(Held { person: PERSON, name: (*name()).clone(), sort_key: Vec::new() });
    let page = Page { items: (0..rows).map(held).collect(), next: (rows > 0).then(|| "0a".to_owned()) };
    let worker = WorkerId::from_raw(5);
    HandsPage { worker, name: "<b>酒井".to_owned(), page, workers: workers(), typed: typed() }
}

#[test]
fn every_page_has_its_words_and_escapes_what_was_typed() {
    let pages = all_registers(|ui| {
        let new = |doubles, principals| NewPage { typed: typed(), doubles, principals }.view(ui);
        let edit = |stale| EditPage { person: PERSON, name: name(), typed: typed(), stale }.view(ui);
        let facts = |kind| FactsPage { person: PERSON, name: name(), kind, typed: typed() }.view(ui);
        vec![
            list(2, "", Some("0a")).view(ui),
            list(1, "<i>たい", Some("0a")).view(ui),
            list(0, "", None).view(ui),
            list(0, "<i>", None).view(ui),
            page(true, entries()).view(ui),
            page(true, Vec::new()).view(ui),
            page(false, entries()).view(ui),
            new(Vec::new(), Vec::new()),
            new(vec![known()], vec![known()]),
            NewPage { typed: Typed::default(), doubles: Vec::new(), principals: Vec::new() }.view(ui),
            edit(false),
            edit(true),
            NotePage { person: PERSON, name: name(), typed: typed() }.view(ui),
            facts(EntryKind::Contact),
            facts(EntryKind::Stay),
            facts(EntryKind::Legal),
            facts(EntryKind::Dependence),
            RelationPage { person: PERSON, name: name(), typed: typed(), principals: vec![known()] }.view(ui),
            AssignPage { person: PERSON, name: name(), workers: workers(), typed: typed() }.view(ui),
            hands(2).view(ui),
            hands(0).view(ui),
            EndPage { person: PERSON, name: name(), typed: typed() }.view(ui),
        ]
    });
    for (_, html) in pages {
        assert!(!html.contains("<b>") && !html.contains("<i>"), "{html}");
    }
}

/// The headings of what may not be seen would tell that there is something.
#[test]
fn what_may_not_be_seen_leaves_no_trace() {
    for (_, html) in all_registers(|ui| vec![page(false, Vec::new()).view(ui)]) {
        for id in ["id=\"facts\"", "id=\"notes\"", "id=\"family\"", "/entries", "/facts", "/refer\""] {
            assert!(!html.contains(id), "{id} in {html}");
        }
    }
}

#[test]
fn the_last_day_of_a_consent_is_the_day_that_was_agreed() {
    let pages = all_registers(|ui| vec![page(true, Vec::new()).view(ui)]);
    assert!(pages.iter().any(|(_, html)| html.contains("20 December 2026")));
}
