//! Names beside ids: agencies are public, persons are not.

use std::collections::HashMap;

use base::{AgencyId, Outcome, PersonId, Problem, WorkerId};
use people::person::Name;
use people::{agency, person};
use policy::{Disclosed, Mask};
use serde::Serialize;
use utoipa::ToSchema;
use web::Cx;

/// An agency with its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct AgencyRef {
    /// Its id.
    #[schema(value_type = String)]
    pub id: AgencyId,
    /// Its name.
    pub name: String,
}

/// A person with what they are called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct PersonRef {
    /// Their id.
    #[schema(value_type = String)]
    pub id: PersonId,
    /// Their name or alias.
    pub name: String,
}

/// One agency with its name.
pub fn agency(cx: &mut Cx<'_>, id: AgencyId) -> Outcome<AgencyRef> {
    Ok(AgencyRef { id, name: agency::get(cx, id)?.name })
}

/// One person with their name, for whoever may know of them.
pub fn person(cx: &mut Cx<'_>, id: PersonId, mask: &Mask) -> Outcome<PersonRef> {
    let name = person::name(cx, id, mask)?.ok_or(Problem::NotFound)?;
    Ok(PersonRef { id, name: name.name.clone() })
}

/// The name of a worker, asked for once.
pub fn worker(
    cx: &mut Cx<'_>,
    known: &mut std::collections::BTreeMap<WorkerId, String>,
    id: WorkerId,
) -> Outcome<String> {
    if let Some(name) = known.get(&id) {
        return Ok(name.clone());
    }
    let name = agency::worker_name(cx, id)?;
    known.insert(id, name.clone());
    Ok(name)
}

/// The names of many agencies and persons, for lists: each asked for once.
#[derive(Default)]
pub struct Names {
    agencies: HashMap<AgencyId, String>,
    persons: HashMap<PersonId, Disclosed<Name>>,
}

impl Names {
    /// Knows every agency that takes part, with one statement.
    pub fn of_agencies(cx: &mut Cx<'_>) -> Outcome<Self> {
        let agencies = agency::pick_list(cx)?.into_iter().map(|(id, name, _)| (id, name)).collect();
        Ok(Self { agencies, persons: HashMap::new() })
    }

    /// An agency with its name; one that no longer takes part is looked up.
    pub fn agency(&mut self, cx: &mut Cx<'_>, id: AgencyId) -> Outcome<AgencyRef> {
        if let Some(name) = self.agencies.get(&id) {
            return Ok(AgencyRef { id, name: name.clone() });
        }
        let found = agency(cx, id)?;
        self.agencies.insert(id, found.name.clone());
        Ok(found)
    }

    /// Learns the names of everybody on a list at once, each as its own mask opens it.
    pub fn learn(&mut self, cx: &mut Cx<'_>, persons: impl IntoIterator<Item = (PersonId, Mask)>) -> Outcome<()> {
        let new: Vec<_> = persons.into_iter().filter(|(id, _)| !self.persons.contains_key(id)).collect();
        self.persons.extend(person::names(cx, &new)?);
        Ok(())
    }

    /// A person with their name; one that was not learned before is looked up.
    pub fn person(&mut self, cx: &mut Cx<'_>, id: PersonId, mask: &Mask) -> Outcome<PersonRef> {
        match self.persons.get(&id).filter(|_| mask.knows_of()) {
            Some(name) => Ok(PersonRef { id, name: name.name.clone() }),
            None => person(cx, id, mask),
        }
    }
}
