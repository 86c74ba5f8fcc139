//! What a person allows: the list, the screen that is turned towards them, the print-out, revoking.

use base::{AgencyId, GrantId, Outcome, PersonId, Problem, Time};
use policy::{Act, Disclosed, may};
use web::ui::Ui;
use web::{Access, Answer, Cx, Endpoint, Req, View, see};

use super::model::{ConsentInput, GrantRow, How, RefusalInput};
use super::naming;
use super::view::{
    AskPage, BackPage, ChoosePage, GrantPage, LiftPage, ListPage, Listed, NumberPage, PaperPage, PreviewPage,
    RefusePage, RefusedRow, RevokePage, Whom,
};
use crate::audit::{self, Event};
use crate::form::{Typed, local_path, register};
use crate::person::Name;
use crate::{agency, consent, lawful, person};

/// A consent that is looked at before it is given.
const PREVIEW: web::Sample = &[
    ("to", "{agency}"),
    ("shows", "health"),
    ("for", "support"),
    ("until", "2026-12-20"),
    ("relapse", "no"),
    ("how", "signed"),
];

pub(super) fn endpoints() -> Vec<Endpoint> {
    let open = Access::May(Act::OpenPerson);
    let take = Access::May(Act::TakeConsent);
    let revoke_act = Access::May(Act::RevokeConsent);
    let refusal = Access::May(Act::RecordRefusal);
    let by_number = Access::May(Act::RevokeByNumber);
    vec![
        Endpoint::page("/persons/{person}/consents", open, list),
        Endpoint::page("/persons/{person}/consents/new", take, ask),
        Endpoint::submit(
            "/persons/{person}/consents",
            take,
            take_consent,
            ask,
            &[
                ("to", "{agency}"),
                ("shows", "health"),
                ("for", "handover"),
                ("until", "2026-12-20"),
                ("relapse", "no"),
                ("how", "signed"),
            ],
        ),
        Endpoint::submit("/persons/{person}/consents/preview", take, show_preview, ask, PREVIEW).shown_once(),
        Endpoint::submit("/persons/{person}/consents/again", take, ask_again, ask, PREVIEW).shown_once(),
        Endpoint::page("/persons/{person}/consents/{grant}", open, show),
        Endpoint::page("/persons/{person}/consents/{grant}/paper", open, paper),
        Endpoint::page("/persons/{person}/consents/{grant}/revoke", revoke_act, show_revoke),
        Endpoint::submit("/persons/{person}/consents/{grant}/revoke", revoke_act, revoke, show_revoke, &[]),
        Endpoint::page("/persons/{person}/consents/{grant}/relapse", revoke_act, show_back),
        Endpoint::submit("/persons/{person}/consents/{grant}/relapse", revoke_act, take_back, show_back, &[]),
        Endpoint::page("/consents/by-number", by_number, show_by_number),
        Endpoint::submit(
            "/consents/by-number",
            by_number,
            revoke_by_number,
            show_by_number,
            &[("number", "0000000000009")],
        ),
        Endpoint::page("/persons/{person}/refusals", open, list),
        Endpoint::page("/persons/{person}/refusals/new", refusal, show_refuse),
        Endpoint::submit(
            "/persons/{person}/refusals",
            refusal,
            refuse,
            show_refuse,
            &[("to", "{agency}"), ("hides", "justice")],
        ),
        Endpoint::page("/persons/{person}/refusals/{refusal}/lift", refusal, show_lift),
        Endpoint::submit("/persons/{person}/refusals/{refusal}/lift", refusal, lift, show_lift, &[]),
    ]
}

/// The person's name, for an agency that knows them for supporting or for taking over.
fn name(cx: &mut Cx<'_>, person: PersonId) -> Outcome<Disclosed<Name>> {
    let (purpose, mask) = consent::knowing(cx, person)?;
    let name = person::name(cx, person, &mask)?.ok_or(Problem::NotFound)?;
    audit::record(cx, Event::of("person.name").about(person).purpose(purpose).known_by(&mask))?;
    Ok(name)
}

/// Everything to be said about an agency before somebody allows it anything.
fn whom(cx: &mut Cx<'_>, id: AgencyId) -> Outcome<Whom> {
    Ok(Whom { agency: agency::get(cx, id)?, kinds: agency::kinds(cx)?, duty: agency::duty_now(cx, id)? })
}

fn list(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let person: PersonId = req.id("person")?;
    let name = name(cx, person)?;
    let roles = cx.viewer()?.roles;
    let now = cx.now;
    let mut grants = Vec::new();
    for row in super::grants_shown(cx, person)? {
        let soon = super::ends_soon(cx, &row);
        let (live, waits) = (row.is_live(now), waits(&row, now));
        grants.push(Listed { to: agency::get(cx, row.agency)?.name, live, soon, waits, row });
    }
    let mut refusals = Vec::new();
    for row in super::refusals_shown(cx, person)? {
        refusals.push(RefusedRow { to: agency::get(cx, row.agency)?.name, row });
    }
    let shared = lawful::shared(cx, person)?;
    audit::record(cx, Event::of("consent.list").about(person))?;
    let page = ListPage {
        person,
        name,
        grants,
        refusals,
        shared,
        may_take: may(roles, Act::TakeConsent),
        may_revoke: may(roles, Act::RevokeConsent),
    };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

/// First the agency is chosen, then the screen is turned towards the person.
fn ask(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let person: PersonId = req.id("person")?;
    let name = name(cx, person)?;
    let to = if req.form.is_empty() { req.query.get("to") } else { req.form.get("to") };
    let chosen = to.parse::<AgencyId>().ok().map(|id| whom(cx, id)).transpose();
    let Ok(Some(whom)) = chosen else {
        let agencies = agency::pick_list(cx)?;
        let page = ChoosePage { person, name, agencies, kinds: agency::kinds(cx)? };
        return Ok(page.view(&Ui::new(cx.words, cx.lang)));
    };
    let last = last_time(cx, req, person)?;
    let usual = match &last {
        Some(last) => last.answers(cx.today()),
        None => ConsentInput::usual(cx.today()),
    };
    let typed = Typed::of(cx, req).filled(usual);
    let last = last.map(|last| last.until);
    let back = if req.form.is_empty() { req.query.get("back") } else { req.form.get("back") };
    let back = local_path(back).map(str::to_owned);
    let outsiders = if whom.duty.reports { agency::outside_justice(cx)? } else { Vec::new() };
    let page = AskPage { person, name, whom, today: cx.today(), back, typed, last, outsiders };
    Ok(page.view(&Ui::new(cx.words, cx.lang), register(cx, req)))
}

/// The consent that is asked about again, when one was named that the agency knows.
fn last_time(cx: &mut Cx<'_>, req: &Req, person: PersonId) -> Outcome<Option<GrantRow>> {
    let Ok(id) = req.query.get("renew").parse::<GrantId>() else { return Ok(None) };
    let to = req.query.get("to");
    Ok(super::grants_shown(cx, person)?.into_iter().find(|row| row.id == id && row.agency.to_string() == to))
}

fn take_consent(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let person: PersonId = req.id("person")?;
    let grant = super::grant(cx, person, &input(&req.form))?;
    // Whoever came from a hand-over goes on with it.
    let to =
        local_path(req.form.get("back")).map_or_else(|| format!("/persons/{person}/consents/{grant}"), str::to_owned);
    Ok(see(to, "consent-saved"))
}

/// What the agency would see, before the person agrees; by POST, because the answers are about somebody.
fn show_preview(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let person: PersonId = req.id("person")?;
    let preview = super::preview(cx, person, &input(&req.form))?;
    let page = PreviewPage { whom: whom(cx, preview.to.id)?, preview, typed: Typed::of(cx, req) };
    Ok(page.view(&Ui::new(cx.words, cx.lang), register(cx, req)).into())
}

/// The questions again with the answers that were given, to change one of them.
fn ask_again(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    ask(cx, req).map(Into::into)
}

fn input(form: &web::Form) -> ConsentInput {
    let text = |name: &str| form.get(name).to_owned();
    let all = |name: &str| form.all(name).map(str::to_owned).collect();
    ConsentInput {
        to: text("to"),
        shows: all("shows"),
        purposes: all("for"),
        until: if form.get("until") == "other" { text("until_day") } else { text("until") },
        relapse: form.get("relapse") == "yes",
        how: text("how"),
        // Whoever signs needs no witness, though one may have been typed before the answer changed.
        witness: (form.get("how") == How::Spoken.code()).then(|| text("witness")),
        outside_witness: Some(text("outside_witness")),
        outside_agency: Some(text("outside_agency")),
    }
}

/// One grant that the asking agency may know of.
fn grant(cx: &mut Cx<'_>, req: &Req) -> Outcome<(PersonId, Disclosed<Name>, GrantRow)> {
    let person: PersonId = req.id("person")?;
    let id: GrantId = req.id("grant")?;
    let name = name(cx, person)?;
    let row = super::grants_shown(cx, person)?.into_iter().find(|g| g.id == id).ok_or(Problem::NotFound)?;
    audit::record(cx, Event::of("consent.open").about(person).on(id.raw()))?;
    Ok((person, name, row))
}

fn show(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let (person, name, row) = grant(cx, req)?;
    let roles = cx.viewer()?.roles;
    let live = row.is_live(cx.now);
    let may_revoke = live && may(roles, Act::RevokeConsent);
    let may_renew = super::ends_soon(cx, &row) && may(roles, Act::TakeConsent);
    let (outside, waits) = (outside(cx, &row)?, waits(&row, cx.now));
    let whom = whom(cx, row.agency)?;
    let page = GrantPage { person, name, whom, row, live, may_revoke, may_renew, outside, waits };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn paper(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let (_, name, row) = grant(cx, req)?;
    let (outside, waits) = (outside(cx, &row)?, waits(&row, cx.now));
    let taken_by = agency::get(cx, row.taken_by_agency)?;
    let page = PaperPage { name, whom: whom(cx, row.agency)?, taken_by, row, outside, waits };
    Ok(page.view(&Ui::new(cx.words, register(cx, req))))
}

/// Name of the agency whose worker was there when relapse was named.
fn outside(cx: &mut Cx<'_>, row: &GrantRow) -> Outcome<Option<String>> {
    let Some(outside) = &row.naming.outside else { return Ok(None) };
    agency::get(cx, outside.agency).map(|agency| Some(agency.name))
}

/// Until when relapse is not told yet, in a grant that holds.
fn waits(row: &GrantRow, now: Time) -> Option<Time> {
    row.naming.waits(now).filter(|_| row.is_live(now) && row.naming.back_at.is_none())
}

fn show_back(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let (person, name, row) = grant(cx, req)?;
    let (to, open) = (agency::get(cx, row.agency)?.name, naming::can_be_taken_back(&row, cx.now).is_ok());
    let waits = waits(&row, cx.now).is_some();
    let page = BackPage { person, name, to, open, waits, row, typed: Typed::of(cx, req) };
    Ok(page.view(&Ui::new(cx.words, cx.lang), register(cx, req)))
}

fn take_back(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let (person, id): (PersonId, GrantId) = (req.id("person")?, req.id("grant")?);
    super::take_back_relapse(cx, person, id)?;
    Ok(see(format!("/persons/{person}/consents/{id}"), "consent-back-done"))
}

fn show_revoke(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let (person, name, row) = grant(cx, req)?;
    let to = agency::get(cx, row.agency)?.name;
    let page = RevokePage { person, name, to, live: row.is_live(cx.now), row, typed: Typed::of(cx, req) };
    Ok(page.view(&Ui::new(cx.words, cx.lang), register(cx, req)))
}

fn revoke(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let person: PersonId = req.id("person")?;
    super::revoke(cx, person, req.id("grant")?)?;
    // With the grant, the agency itself may have lost sight of the person; a privacy officer never had it.
    let to = match name(cx, person) {
        Ok(_) if may(cx.viewer()?.roles, Act::OpenPerson) => format!("/persons/{person}/consents"),
        Ok(_) => "/audit".to_owned(),
        Err(Problem::NotFound) => "/persons".to_owned(),
        Err(other) => return Err(other),
    };
    Ok(see(to, "consent-revoked"))
}

fn show_refuse(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let person: PersonId = req.id("person")?;
    let name = name(cx, person)?;
    let page = RefusePage {
        person,
        name,
        agencies: agency::pick_list(cx)?,
        kinds: agency::kinds(cx)?,
        typed: Typed::of(cx, req),
    };
    Ok(page.view(&Ui::new(cx.words, cx.lang), register(cx, req)))
}

fn refuse(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let person: PersonId = req.id("person")?;
    let hides = req.form.all("hides").map(str::to_owned).collect();
    super::refuse(cx, person, &RefusalInput { to: req.form.get("to").to_owned(), hides })?;
    Ok(see(format!("/persons/{person}/consents"), "consent-refused"))
}

fn show_lift(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let person: PersonId = req.id("person")?;
    let id: base::RefusalId = req.id("refusal")?;
    let name = name(cx, person)?;
    let row = super::refusals_shown(cx, person)?.into_iter().find(|r| r.id == id).ok_or(Problem::NotFound)?;
    let page = LiftPage { person, name, to: agency::get(cx, row.agency)?.name, row, typed: Typed::of(cx, req) };
    Ok(page.view(&Ui::new(cx.words, cx.lang), register(cx, req)))
}

fn lift(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let person: PersonId = req.id("person")?;
    super::lift_refusal(cx, person, req.id("refusal")?)?;
    Ok(see(format!("/persons/{person}/consents"), "consent-lifted"))
}

#[expect(clippy::unnecessary_wraps, reason = "every page may fail as far as the kit knows")]
fn show_by_number(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    Ok(NumberPage { typed: Typed::of(cx, req) }.view(&Ui::new(cx.words, cx.lang)))
}

fn revoke_by_number(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    super::revoke_by_number(cx, req.form.get("number"))?;
    Ok(see("/consents/by-number", "consent-number-done"))
}
