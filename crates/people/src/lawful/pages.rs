//! The pages of bases in law: one under the person's, and one for the privacy officer, who sees no person.

use base::{GroundId, Outcome, PersonId, Problem};
use policy::{Act, Disclosed, may};
use web::ui::Ui;
use web::{Access, Answer, Cx, Endpoint, Req, View, see};

use super::model::{LegalBasis, LegalBasisInput};
use super::view::{EndPage, EnterPage, Shared, WaitingPage};
use crate::audit::{self, Event};
use crate::form::Typed;
use crate::person::{self, Name};
use crate::{agency, consent};

/// A basis as it is entered.
pub(super) const SAMPLE: web::Sample = &[
    ("to", "{agency}"),
    ("kind", "need_conference"),
    ("shows", "health"),
    ("until", "2026-12-20"),
    ("held_on", "2026-11-20"),
    ("members", "みなと市生活支援課"),
];

pub(super) fn endpoints() -> Vec<Endpoint> {
    let (enter, confirm) = (Access::May(Act::EnterLegalBasis), Access::May(Act::ConfirmLegalBasis));
    vec![
        Endpoint::page("/persons/{person}/legal-bases/new", enter, ask),
        Endpoint::submit("/persons/{person}/legal-bases", enter, enter_basis, ask, SAMPLE),
        Endpoint::page("/persons/{person}/legal-bases/{ground}/end", enter, show_end),
        Endpoint::submit("/persons/{person}/legal-bases/{ground}/end", enter, end, show_end, &[]),
        Endpoint::page("/legal-bases", confirm, waiting),
        Endpoint::submit("/legal-bases/{ground}/confirm", confirm, confirm_basis, waiting, &[]),
        Endpoint::submit("/legal-bases/{ground}/decline", confirm, decline, waiting, &[]),
    ]
}

/// The person's name, for an agency that knows them.
fn name(cx: &mut Cx<'_>, person: PersonId) -> Outcome<Disclosed<Name>> {
    let (purpose, mask) = consent::knowing(cx, person)?;
    let name = person::name(cx, person, &mask)?.ok_or(Problem::NotFound)?;
    audit::record(cx, Event::of("person.name").about(person).purpose(purpose).known_by(&mask))?;
    Ok(name)
}

/// What is shared by law about a person, as the list of their consents shows it beside them.
pub(crate) fn shared(cx: &mut Cx<'_>, person: PersonId) -> Outcome<Vec<Shared>> {
    let mut all = Vec::new();
    for basis in super::shown(cx, person)? {
        all.push(row(cx, basis)?);
    }
    Ok(all)
}

fn row(cx: &mut Cx<'_>, basis: LegalBasis) -> Outcome<Shared> {
    let by = cx.viewer()?;
    let is_ours = basis.entered_by_agency == by.agency;
    Ok(Shared {
        to: agency::get(cx, basis.agency)?.name,
        entered_by: agency::get(cx, basis.entered_by_agency)?.name,
        state: basis.state(cx.now),
        is_ours,
        may_end: is_ours && basis.is_live(cx.now) && may(by.roles, Act::EnterLegalBasis),
        basis,
    })
}

fn ask(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let person: PersonId = req.id("person")?;
    let name = name(cx, person)?;
    let (agencies, kinds) = (agency::pick_list(cx)?, agency::kinds(cx)?);
    let page = EnterPage { person, name, agencies, kinds, typed: Typed::of(cx, req) };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn enter_basis(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let person: PersonId = req.id("person")?;
    let text = |name: &str| req.form.get(name).to_owned();
    let input = LegalBasisInput {
        to: text("to"),
        kind: text("kind"),
        shows: req.form.all("shows").map(str::to_owned).collect(),
        until: text("until"),
        held_on: Some(text("held_on")),
        members: Some(text("members")),
        case_number: Some(text("case_number")),
        why: Some(text("why")),
        article: Some(text("article")),
        asked_by: Some(text("asked_by")),
        reference: Some(text("reference")),
    };
    super::enter(cx, person, &input)?;
    Ok(see(format!("/persons/{person}/consents"), "lawful-is-entered"))
}

fn show_end(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let (person, id): (PersonId, GroundId) = (req.id("person")?, req.id("ground")?);
    let name = name(cx, person)?;
    let basis = super::shown(cx, person)?.into_iter().find(|basis| basis.id == id).ok_or(Problem::NotFound)?;
    let shared = row(cx, basis)?;
    if !shared.is_ours {
        return Err(Problem::NotFound);
    }
    Ok(EndPage { person, name, shared, typed: Typed::of(cx, req) }.view(&Ui::new(cx.words, cx.lang)))
}

fn end(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let person: PersonId = req.id("person")?;
    super::end(cx, person, req.id("ground")?)?;
    Ok(see(format!("/persons/{person}/consents"), "lawful-is-ended"))
}

/// What waits for the privacy officer.
fn waiting(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let mut rows = Vec::new();
    for basis in super::waiting(cx)? {
        rows.push(row(cx, basis)?);
    }
    Ok(WaitingPage { rows, typed: Typed::of(cx, req) }.view(&Ui::new(cx.words, cx.lang)))
}

fn confirm_basis(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    super::confirm(cx, req.id("ground")?)?;
    Ok(see("/legal-bases", "lawful-is-confirmed"))
}

fn decline(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    super::decline(cx, req.id("ground")?)?;
    Ok(see("/legal-bases", "lawful-is-ended"))
}
