//! What another agency would see of a person: shown to the person before they agree.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry::Vacant;

use base::{AgencyId, Outcome, PersonId};
use policy::{Category, Disclosed, Label, Mask};
use web::Cx;

use super::acts::ENTRIES;
use super::model::{Entry, Name, Relation};
use super::store;
use crate::agency;

/// What an agency would see of a person, out of what the asking agency sees itself.
///
/// What the asker may not see is in neither list, so the answer tells it nothing new.
#[derive(Clone, Debug)]
pub struct Seen {
    /// Who.
    pub person: PersonId,
    /// What they are called.
    pub name: Disclosed<Name>,
    /// Notes and facts that the agency would see, newest first.
    pub open: Vec<Disclosed<Entry>>,
    /// Those that would stay closed to it.
    pub closed: Vec<Disclosed<Entry>>,
    /// Whom the person worries about, as the agency would see it: without the other one's name.
    pub relations: Vec<Disclosed<Relation>>,
    /// Names of the agencies that wrote these.
    pub agencies: BTreeMap<AgencyId, String>,
}

/// Parts what the asker sees with `mine` into what `to` would see with `theirs` and what it would not.
///
/// Relatives of the person are left out: whether `to` knows those is not the asker's to learn.
pub fn seen_by(
    cx: &mut Cx<'_>,
    (person, name): (PersonId, Disclosed<Name>),
    mine: &Mask,
    (to, theirs): (AgencyId, &Mask),
) -> Outcome<Seen> {
    let asker = cx.acting_agency()?;
    let entries = store::entries(cx.tx, person, asker, ENTRIES)?.into_iter().filter_map(|entry| mine.open(entry));
    let (open, closed): (Vec<_>, Vec<_>) = entries.partition(|e| theirs.sees(e.label, e.author == to).is_some());
    let family = Label::of(Category::Family);
    let relations = store::relations(cx.tx, person, asker, cx.now)?
        .into_iter()
        .filter_map(|relation| mine.open(relation))
        .filter(|r| r.relative == person && theirs.sees(family, r.recorded_by == to).is_some())
        .map(|r| r.map(|r| Relation { principal: None, ..r }))
        .collect();
    let mut agencies = BTreeMap::new();
    for entry in open.iter().chain(&closed) {
        if let Vacant(new) = agencies.entry(entry.author) {
            new.insert(agency::get(cx, entry.author)?.name);
        }
    }
    Ok(Seen { person, name, open, closed, relations, agencies })
}
