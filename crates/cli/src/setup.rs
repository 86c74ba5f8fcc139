//! The first agency and the first administrator of a fresh installation.

use base::{Msg, Outcome, Problem};
use people::agency::{self, AgencyInput, WorkerInput};
use people::auth;
use web::{App, Who};

/// What the first agency and its administrator are called.
#[derive(Clone, Debug)]
pub struct First {
    /// Kind of the agency.
    pub kind: String,
    /// Name of the agency.
    pub agency: String,
    /// What the administrator signs in with.
    pub login: String,
    /// Their name.
    pub name: String,
    /// Their first password.
    pub password: String,
}

/// Adds them. The administrator is coordinator too, so that they can add the other agencies of the region.
pub fn add(app: &App, first: &First) -> Outcome<()> {
    let input = AgencyInput {
        kind: first.kind.clone(),
        name: first.agency.clone(),
        has_account: true,
        ..AgencyInput::default()
    };
    let worker = WorkerInput {
        login: first.login.clone(),
        name: first.name.clone(),
        kana: String::new(),
        password: first.password.clone(),
        roles: ["worker", "intake_desk", "coordinator", "privacy_officer", "administrator"].map(str::to_owned).to_vec(),
    };
    let new = worker.parse()?;
    let hashed = auth::hash(&new.password, auth::Strength::Real, app.random())?;
    app.act(Who::System, move |cx| {
        if agency::any_worker(cx)? {
            return Err(Problem::Refused(Msg::new("agency-already-set-up")));
        }
        let agency = agency::create(cx, &input)?;
        agency::add_worker(cx, agency, &new, &hashed).map(drop)
    })
}
