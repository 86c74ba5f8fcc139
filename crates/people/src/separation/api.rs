//! Walls as JSON.

use base::{Outcome, PersonId, SeparationId, Time};
use policy::Act;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Access, Cx, Endpoint, Req};

use super::model::{Basis, ByNumberInput, Separation, SeparationInput};
use crate::agency::FOREVER;
use crate::agency::api::{DONE, Done, Made, Nothing};

/// A wall.
#[derive(Serialize, ToSchema)]
struct WallOut {
    /// Its number.
    #[schema(value_type = String)]
    id: SeparationId,
    /// The number of the other person.
    #[schema(value_type = String)]
    other: PersonId,
    /// Why.
    basis: Basis,
    /// From when.
    #[schema(value_type = String)]
    from: Time,
    /// Until when; nothing for as long as nobody takes it down.
    #[schema(value_type = Option<String>)]
    until: Option<Time>,
}

/// The walls that the asking agency has put up for a person.
#[derive(Serialize, ToSchema)]
struct Walls {
    /// Those that stand, newest first.
    items: Vec<WallOut>,
}

/// Which wall to take down.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
struct NumberIn {
    /// The number that was shown when it was put up.
    number: String,
}

pub(super) fn endpoints() -> Vec<Endpoint> {
    let (set, by_number) = (Access::May(Act::Separate), Access::May(Act::SeparateByNumber));
    vec![
        Endpoint::api_get(
            "/api/v1/persons/{person}/separations",
            set,
            "The walls that the agency has put up for a person",
            list,
        ),
        Endpoint::api_post(
            "/api/v1/persons/{person}/separations",
            set,
            "Hide where the person is and how to reach them from whoever works with another person, and the other way round",
            separate,
            &[("other", "0000000000009"), ("basis", "violence")],
        ),
        Endpoint::api_post(
            "/api/v1/persons/{person}/separations/{separation}/end",
            Access::May(Act::EndSeparation),
            "Take a wall down",
            end,
            &[],
        ),
        Endpoint::api_post(
            "/api/v1/separations",
            by_number,
            "Put up a wall by the numbers of both persons, without seeing whose they are",
            separate_by_number,
            &[("person", "{person}"), ("other", "0000000000009"), ("basis", "order")],
        ),
        Endpoint::api_post(
            "/api/v1/separations/end",
            by_number,
            "Take a wall down by its number, without seeing whose it is",
            end_by_number,
            &[("number", "0000000000009")],
        ),
    ]
}

fn list(cx: &mut Cx<'_>, req: &Req) -> Outcome<Walls> {
    let items = super::shown(cx, req.id("person")?)?.into_iter().map(out).collect();
    Ok(Walls { items })
}

fn out(wall: Separation) -> WallOut {
    let until = Some(wall.until).filter(|until| until.micros() != FOREVER);
    WallOut { id: wall.id, other: wall.other, basis: wall.basis, from: wall.from, until }
}

fn separate(cx: &mut Cx<'_>, req: &Req, input: SeparationInput) -> Outcome<Made> {
    super::separate(cx, req.id("person")?, &input).map(|id| Made { id: id.to_string() })
}

fn end(cx: &mut Cx<'_>, req: &Req, _: Nothing) -> Outcome<Done> {
    super::end(cx, req.id("person")?, req.id("separation")?).map(|()| DONE)
}

fn separate_by_number(cx: &mut Cx<'_>, _: &Req, input: ByNumberInput) -> Outcome<Made> {
    super::separate_by_number(cx, &input).map(|id| Made { id: id.to_string() })
}

fn end_by_number(cx: &mut Cx<'_>, _: &Req, input: NumberIn) -> Outcome<Done> {
    super::end_by_number(cx, &input.number).map(|()| DONE)
}
