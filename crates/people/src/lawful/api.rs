//! Bases in law as JSON.

use base::{AgencyId, GroundId, Outcome, PersonId, Time};
use policy::{Act, Category};
use serde::Serialize;
use utoipa::ToSchema;
use web::{Access, Cx, Endpoint, Req};

use super::model::{Ground, Kind, LegalBasis, LegalBasisInput, State};
use crate::agency::api::{DONE, Done, Made, Nothing};

/// What is shared by law.
#[derive(Serialize, ToSchema)]
struct BasisOut {
    /// Its number.
    #[schema(value_type = String)]
    id: GroundId,
    /// With whom.
    #[schema(value_type = String)]
    to: AgencyId,
    /// Who entered it.
    #[schema(value_type = String)]
    entered_by: AgencyId,
    /// On which law.
    kind: Kind,
    /// What.
    shows: Vec<&'static str>,
    #[schema(value_type = String)]
    from: Time,
    /// Until when, as things stand.
    #[schema(value_type = String)]
    until: Time,
    /// Until when, once it is confirmed.
    #[schema(value_type = String)]
    ends: Time,
    /// Where it stands.
    state: State,
    /// What the law asks for; only for the agency that entered it.
    ground: Option<GroundOut>,
}

/// What the law asks for.
#[derive(Default, Serialize, ToSchema)]
struct GroundOut {
    held_on: Option<String>,
    members: Option<String>,
    case_number: Option<String>,
    why: Option<String>,
    article: Option<String>,
    asked_by: Option<String>,
    reference: Option<String>,
}

/// Bases in law.
#[derive(Serialize, ToSchema)]
struct Bases {
    items: Vec<BasisOut>,
}

pub(super) fn endpoints() -> Vec<Endpoint> {
    let (enter, confirm) = (Access::May(Act::EnterLegalBasis), Access::May(Act::ConfirmLegalBasis));
    vec![
        Endpoint::api_get(
            "/api/v1/persons/{person}/legal-bases",
            Access::May(Act::OpenPerson),
            "What is shared about the person by law, by the agency or with it",
            list,
        ),
        Endpoint::api_post(
            "/api/v1/persons/{person}/legal-bases",
            enter,
            "Share on a basis in law other than consent; ends with the second working day unless it is confirmed",
            enter_basis,
            super::pages::SAMPLE,
        ),
        Endpoint::api_post(
            "/api/v1/persons/{person}/legal-bases/{ground}/end",
            enter,
            "End what is shared by law",
            end,
            &[],
        ),
        Endpoint::api_get(
            "/api/v1/legal-bases",
            confirm,
            "What the agency shares by law and a privacy officer has to confirm; without persons",
            waiting,
        ),
        Endpoint::api_post(
            "/api/v1/legal-bases/{ground}/confirm",
            confirm,
            "Confirm that a basis in law holds",
            confirm_basis,
            &[],
        ),
        Endpoint::api_post(
            "/api/v1/legal-bases/{ground}/decline",
            confirm,
            "Say that a basis in law does not hold: it ends now",
            decline,
            &[],
        ),
    ]
}

fn out(basis: LegalBasis, asks: AgencyId, now: Time) -> BasisOut {
    BasisOut {
        id: basis.id,
        to: basis.agency,
        entered_by: basis.entered_by_agency,
        kind: basis.ground.kind(),
        shows: basis.categories.iter().map(Category::code).collect(),
        from: basis.from,
        until: basis.until,
        ends: basis.ends,
        state: basis.state(now),
        ground: (basis.entered_by_agency == asks).then(|| ground(basis.ground)),
    }
}

fn ground(ground: Ground) -> GroundOut {
    let none = GroundOut::default();
    match ground {
        Ground::Conference { held_on, members, .. } => {
            GroundOut { held_on: Some(held_on.to_string()), members: Some(members), ..none }
        }
        Ground::ChildCouncil { case_number, members } => {
            GroundOut { case_number: Some(case_number), members: Some(members), ..none }
        }
        Ground::Vital { why } => GroundOut { why: Some(why), ..none },
        Ground::Statute { article, asked_by, reference } => {
            GroundOut { article: Some(article), asked_by: Some(asked_by), reference: Some(reference), ..none }
        }
    }
}

fn list(cx: &mut Cx<'_>, req: &Req) -> Outcome<Bases> {
    let person: PersonId = req.id("person")?;
    let (asks, now) = (cx.acting_agency()?, cx.now);
    let items = super::shown(cx, person)?.into_iter().map(|basis| out(basis, asks, now)).collect();
    crate::audit::record(cx, crate::audit::Event::of("lawful.list").about(person))?;
    Ok(Bases { items })
}

fn waiting(cx: &mut Cx<'_>, _: &Req) -> Outcome<Bases> {
    let (asks, now) = (cx.acting_agency()?, cx.now);
    let items = super::waiting(cx)?.into_iter().map(|basis| out(basis, asks, now)).collect();
    Ok(Bases { items })
}

fn enter_basis(cx: &mut Cx<'_>, req: &Req, input: LegalBasisInput) -> Outcome<Made> {
    super::enter(cx, req.id("person")?, &input).map(|id| Made { id: id.to_string() })
}

fn end(cx: &mut Cx<'_>, req: &Req, _: Nothing) -> Outcome<Done> {
    super::end(cx, req.id("person")?, req.id("ground")?).map(|()| DONE)
}

fn confirm_basis(cx: &mut Cx<'_>, req: &Req, _: Nothing) -> Outcome<Done> {
    super::confirm(cx, req.id("ground")?).map(|()| DONE)
}

fn decline(cx: &mut Cx<'_>, req: &Req, _: Nothing) -> Outcome<Done> {
    super::decline(cx, req.id("ground")?).map(|()| DONE)
}
