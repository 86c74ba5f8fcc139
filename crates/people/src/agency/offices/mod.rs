//! Two people give an office. Whoever is made privacy officer or administrator holds it once a second person has
//! confirmed it: another administrator of the agency, or one of the network where the agency has no other.
//!
//! One stolen administrator's account can then not make itself a second one, nor somebody who reads the trail
//! ([decision 0025](../../../../../docs/decisions/0025-two-people-give-an-office.md)).

mod acts;
mod api;
mod pages;
mod store;
#[cfg(test)]
mod tests;
mod view;

use base::{OfficeId, Time, WorkerId};
use policy::{Role, Roles};
use web::Endpoint;

pub use acts::{Confirming, confirm, forget_lapsed, waiting, waits_for, withdraw};
pub(super) use acts::{end_asked, give};
pub(super) use view::waiting_section;

/// Days after which an office that nobody confirmed is no longer given.
pub const CONFIRM_DAYS: i64 = 7;

/// The roles that two people give.
const OFFICES: Roles = Roles::of(&[Role::PrivacyOfficer, Role::Administrator]);

/// An office that waits for a second person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Its id.
    pub id: OfficeId,
    /// Who is to hold it.
    pub worker: WorkerId,
    /// Their name.
    pub name: String,
    /// What they are to be.
    pub roles: Roles,
    /// Who gave it.
    pub asked_by: WorkerId,
    /// Their name.
    pub asked_by_name: String,
    /// Until when it can be confirmed.
    pub until: Time,
}

pub(super) fn endpoints() -> Vec<Endpoint> {
    let mut endpoints = api::endpoints();
    endpoints.extend(pages::endpoints());
    endpoints
}
