//! The pages of walls: one under the protected person's, and one for the privacy officer, who sees no person.

use base::{Outcome, PersonId, Problem, SeparationId};
use policy::{Act, Disclosed, Purpose, may};
use web::ui::Ui;
use web::{Access, Answer, Cx, Endpoint, Req, View, see};

use super::model::{ByNumberInput, Separation, SeparationInput};
use super::view::{Candidate, EndNumberPage, EndPage, NumberPage, WallRow, WallsPage};
use crate::audit::{self, Event};
use crate::form::Typed;
use crate::person::{self, Name};
use crate::{agency, consent};

pub(super) fn endpoints() -> Vec<Endpoint> {
    let (set, end) = (Access::May(Act::Separate), Access::May(Act::EndSeparation));
    let by_number = Access::May(Act::SeparateByNumber);
    vec![
        Endpoint::page("/persons/{person}/separations", set, show),
        Endpoint::submit(
            "/persons/{person}/separations",
            set,
            separate,
            show,
            &[("other", "0000000000009"), ("basis", "violence")],
        ),
        Endpoint::page("/persons/{person}/separations/{separation}/end", end, show_end),
        Endpoint::submit("/persons/{person}/separations/{separation}/end", end, end_wall, show_end, &[]),
        Endpoint::page("/separations/by-number", by_number, show_by_number),
        Endpoint::submit(
            "/separations/by-number",
            by_number,
            separate_by_number,
            show_by_number,
            &[("person", "{person}"), ("other", "0000000000009"), ("basis", "order")],
        ),
        Endpoint::page("/separations/by-number/end", by_number, show_end_by_number),
        Endpoint::submit(
            "/separations/by-number/end",
            by_number,
            end_by_number,
            show_end_by_number,
            &[("number", "0000000000009")],
        ),
    ]
}

/// The person's name, where the acting agency may know of them.
fn name(cx: &mut Cx<'_>, person: PersonId) -> Outcome<Option<Disclosed<Name>>> {
    let agency = cx.acting_agency()?;
    let mask = consent::mask(cx, agency, person, Purpose::Support)?;
    let name = person::name(cx, person, &mask)?;
    if name.is_some() {
        audit::record(cx, Event::of("person.name").about(person).purpose(Purpose::Support).known_by(&mask))?;
    }
    Ok(name)
}

fn row(cx: &mut Cx<'_>, wall: Separation) -> Outcome<WallRow> {
    let other = name(cx, wall.other)?;
    let open_end = wall.until.micros() == agency::FOREVER;
    Ok(WallRow { wall, other, open_end })
}

fn show(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let person: PersonId = req.id("person")?;
    let walls = super::shown(cx, person)?;
    let name = name(cx, person)?.ok_or(Problem::NotFound)?;
    let mut rows = Vec::with_capacity(walls.len());
    for wall in walls {
        rows.push(row(cx, wall)?);
    }
    let typed = Typed::of(cx, req);
    let candidates = candidates(cx, person, &typed)?;
    let may_end = may(cx.viewer()?.roles, Act::EndSeparation);
    let page = WallsPage { person, name, walls: rows, candidates, may_end, typed };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

/// Whom the agency knows under the name that was typed instead of a number.
fn candidates(cx: &mut Cx<'_>, person: PersonId, typed: &Typed) -> Outcome<Vec<Candidate>> {
    let wanted = typed.get("other").trim();
    if wanted.is_empty() || wanted.parse::<PersonId>().is_ok() {
        return Ok(Vec::new());
    }
    let page = person::caseload(cx, None, wanted)?;
    let others = page.items.into_iter().filter(|row| row.person != person);
    Ok(others.map(|row| Candidate { person: row.person, name: row.map(|r| r.name) }).collect())
}

fn input(req: &Req) -> SeparationInput {
    let text = |name: &str| req.form.get(name).to_owned();
    SeparationInput { other: text("other"), basis: text("basis"), until: Some(text("until")) }
}

fn separate(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let person: PersonId = req.id("person")?;
    let chosen = req.form.get("chosen");
    let input = if chosen.is_empty() { input(req) } else { SeparationInput { other: chosen.to_owned(), ..input(req) } };
    if !input.other.trim().is_empty() && input.other.trim().parse::<PersonId>().is_err() {
        return Err(Problem::field("other", "separation-other-form"));
    }
    super::separate(cx, person, &input)?;
    Ok(see(format!("/persons/{person}/separations"), "separation-is-set"))
}

fn show_end(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let person: PersonId = req.id("person")?;
    let id: SeparationId = req.id("separation")?;
    let wall = super::shown(cx, person)?.into_iter().find(|wall| wall.id == id).ok_or(Problem::NotFound)?;
    let name = name(cx, person)?.ok_or(Problem::NotFound)?;
    let page = EndPage { person, name, row: row(cx, wall)?, typed: Typed::of(cx, req) };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn end_wall(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let person: PersonId = req.id("person")?;
    super::end(cx, person, req.id("separation")?)?;
    Ok(see(format!("/persons/{person}/separations"), "separation-is-ended"))
}

fn show_by_number(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let made = match req.query.get("made").parse::<SeparationId>() {
        Ok(id) if super::acts::is_standing(cx, id)? => Some(id),
        _ => None,
    };
    Ok(NumberPage { made, typed: Typed::of(cx, req) }.view(&Ui::new(cx.words, cx.lang)))
}

fn separate_by_number(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let input = ByNumberInput { person: req.form.get("person").to_owned(), wall: input(req) };
    let id = super::separate_by_number(cx, &input)?;
    Ok(see(format!("/separations/by-number?made={id}"), "separation-is-set"))
}

fn end_by_number(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    super::end_by_number(cx, req.form.get("number"))?;
    Ok(see("/separations/by-number", "separation-is-ended"))
}

#[expect(clippy::unnecessary_wraps, reason = "every page may fail as far as the kit knows")]
fn show_end_by_number(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    Ok(EndNumberPage { typed: Typed::of(cx, req) }.view(&Ui::new(cx.words, cx.lang)))
}
