//! Is this person here already? Answered from the agency's own list only.
//!
//! A check across agencies would tell that somebody is known elsewhere, and being known is itself a
//! disclosure (existence). So a worker is shown the persons their agency may know of anyway, and for all
//! others the answer is the same whether they exist or not.

use base::{Outcome, PersonId, fold};
use policy::{Act, Disclosed};
use web::Cx;

use super::model::{Name, PersonInput};
use super::store_caseload as caseload;

/// Somebody on the agency's own list who may be the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Double {
    /// Who.
    pub person: PersonId,
    /// What they are called.
    pub name: Disclosed<Name>,
}

/// Persons of the agency's list with the same name or reading, and no other year of birth; at most ten.
pub fn possible_doubles(cx: &mut Cx<'_>, input: &PersonInput) -> Outcome<Vec<Double>> {
    let by = cx.allow(Act::RegisterPerson)?;
    let mut found: Vec<Double> = Vec::new();
    for wanted in [fold::norm_key(&input.name), fold::norm_key(&input.kana)] {
        if wanted.is_empty() {
            continue;
        }
        for row in caseload::page(cx.tx, by.agency, cx.now, None, &wanted)?.items {
            let same = fold::norm_key(&row.name.name) == wanted || fold::norm_key(&row.name.kana) == wanted;
            if same && found.iter().all(|d| d.person != row.person) && found.len() < 10 {
                found.push(Double { person: row.person, name: row.map(|r| r.name) });
            }
        }
    }
    Ok(found)
}
