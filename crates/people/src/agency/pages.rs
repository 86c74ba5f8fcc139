//! Agencies of the network, and what an agency's own administrator and privacy officer look after.

use base::{AgencyId, Cursor, Outcome, Page, Problem};
use policy::Act;
use web::ui::Ui;
use web::{Access, Answer, Cx, Endpoint, Req, View, see};

use super::model::{Agency, AgencyInput, DutyInput};
use super::view::{DutyPage, EditPage, ListPage, ShowPage};
use super::{acts, staff};
use crate::form::Typed;

/// Agencies on a page.
const PAGE: usize = 100;

pub(super) fn endpoints() -> Vec<Endpoint> {
    let manage = Access::May(Act::ManageAgency);
    let duty = Access::May(Act::RecordDuty);
    let mut all = vec![
        Endpoint::page("/agencies", Access::SignedIn, list),
        Endpoint::page("/agencies/new", manage, show_new),
        Endpoint::submit(
            "/agencies",
            manage,
            create,
            show_new,
            &[("kind", "lawyer"), ("name", "みなと法律事務所"), ("area", "みなと市"), ("answer_days", "3")],
        ),
        Endpoint::page("/agencies/{agency}", Access::SignedIn, show),
        Endpoint::page("/agencies/{agency}/edit", manage, show_edit),
        Endpoint::submit(
            "/agencies/{agency}/edit",
            manage,
            change,
            show_edit,
            &[("kind", "mhwc"), ("name", "みなとこころの相談センター"), ("answer_days", "3"), ("version", "1")],
        ),
        Endpoint::page("/agencies/{agency}/duty", duty, show_duty),
        Endpoint::submit(
            "/agencies/{agency}/duty",
            duty,
            record_duty,
            show_duty,
            &[("reports", "no"), ("basis", "設置要綱第5条")],
        ),
    ];
    all.extend(staff::endpoints());
    all
}

fn list(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let page = ListPage {
        page: page_after(cx, req.query.get("after"))?,
        kinds: super::kinds(cx)?,
        may_add: policy::may(cx.viewer()?.roles, Act::ManageAgency),
    };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

/// A page of agencies in reading order, after the place where the last one ended.
fn page_after(cx: &mut Cx<'_>, after: &str) -> Outcome<Page<Agency>> {
    let after: Option<Cursor> = after.parse().ok();
    let key = after.as_ref().and_then(|c| c.bytes(0)).unwrap_or_default();
    let id = after.as_ref().and_then(|c| c.int(1)).unwrap_or_default();
    let rows = super::page(cx, (key, id), i64::try_from(PAGE + 1).unwrap_or(i64::MAX))?;
    Ok(Page::cut(rows, PAGE, |last| {
        let sort = base::fold::kana_sort_key(if last.kana.is_empty() { &last.name } else { &last.kana });
        Cursor::new().with_bytes(&sort).with_int(last.id.raw())
    }))
}

fn show(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let id: AgencyId = req.id("agency")?;
    let page = ShowPage {
        agency: super::get(cx, id)?,
        kinds: super::kinds(cx)?,
        duty: super::duty_now(cx, id)?,
        may_edit: acts::may_manage_this(cx, Act::ManageAgency, id).is_ok(),
        may_record_duty: acts::may_manage_this(cx, Act::RecordDuty, id).is_ok(),
    };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn show_new(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let typed = Typed::of(cx, req).filled([("answer_days", "3".to_owned())]);
    let page = EditPage { id: None, kinds: super::kinds(cx)?, typed, now: None };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn create(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let id = super::create(cx, &input(&req.form))?;
    Ok(see(format!("/agencies/{id}"), "agency-created"))
}

fn show_edit(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let id: AgencyId = req.id("agency")?;
    acts::may_manage_this(cx, Act::ManageAgency, id)?;
    let agency = super::get(cx, id)?;
    let typed = Typed::of(cx, req).filled(fields(&agency));
    let now = matches!(req.problem, Some(Problem::Stale)).then_some(agency);
    let page = EditPage { id: Some(id), kinds: super::kinds(cx)?, typed, now };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn change(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let id: AgencyId = req.id("agency")?;
    super::change(cx, id, &input(&req.form))?;
    Ok(see(format!("/agencies/{id}"), "agency-changed"))
}

/// An agency as its form is filled with it.
pub(super) fn fields(agency: &Agency) -> Vec<(&'static str, String)> {
    let mut fields = vec![
        ("kind", agency.kind.clone()),
        ("name", agency.name.clone()),
        ("kana", agency.kana.clone()),
        ("area", agency.area.clone()),
        ("phone", agency.phone.clone().unwrap_or_default()),
        ("email", agency.email.clone().unwrap_or_default()),
        ("tells", agency.tells.clone()),
        ("answer_days", agency.answer_days.to_string()),
        ("version", agency.version.to_string()),
    ];
    if agency.has_account {
        fields.push(("has_account", "yes".to_owned()));
    }
    fields
}

fn input(form: &web::Form) -> AgencyInput {
    let text = |name: &str| form.get(name).to_owned();
    let days = base::fold::norm_key(form.get("answer_days"));
    AgencyInput {
        code: None,
        kind: text("kind"),
        name: text("name"),
        kana: text("kana"),
        area: text("area"),
        phone: Some(text("phone")),
        email: Some(text("email")),
        tells: text("tells"),
        has_account: form.ticked("has_account"),
        // What is no number is outside the range too, and is told so.
        answer_days: (!days.is_empty()).then(|| days.parse().unwrap_or_default()),
        version: form.get("version").parse().ok(),
    }
}

fn show_duty(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let id: AgencyId = req.id("agency")?;
    acts::may_manage_this(cx, Act::RecordDuty, id)?;
    let page = DutyPage { agency: super::get(cx, id)?, duty: super::duty_now(cx, id)?, typed: Typed::of(cx, req) };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn record_duty(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let id: AgencyId = req.id("agency")?;
    let form = &req.form;
    let input = DutyInput {
        reports: form.get("reports").to_owned(),
        basis: form.get("basis").to_owned(),
        from: Some(form.get("from").to_owned()),
    };
    super::record_duty(cx, id, &input)?;
    Ok(see(format!("/agencies/{id}"), "agency-duty-recorded"))
}
