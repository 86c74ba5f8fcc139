//! Pages of an agency's workers: who sits there, and what its administrator changes.

use base::{AgencyId, Outcome, Problem, WorkerId};
use policy::{Act, Roles};
use web::ui::Ui;
use web::{Access, Answer, Cx, Endpoint, Fields, Req, View, see};

use super::acts;
use super::model::{Member, WorkerInput};
use super::view::{AddWorkerPage, PartPage, Parting, RolesPage, SitInPage, StartMadePage, StartPage, WorkersPage};
use crate::form::Typed;
use crate::{auth, person};

pub(super) fn endpoints() -> Vec<Endpoint> {
    let manage = Access::May(Act::ManageWorkers);
    vec![
        Endpoint::page("/agencies/{agency}/workers", Access::SignedIn, list),
        Endpoint::page("/agencies/{agency}/workers/new", manage, show_add),
        Endpoint::submit(
            "/agencies/{agency}/workers",
            manage,
            add,
            show_add,
            &[
                ("login", "new.worker"),
                ("name", "新井 まこと"),
                ("password", "correct horse battery"),
                ("roles", "worker"),
            ],
        )
        .after(|app, req| auth::pages::hash_outside(app, req, "password")),
        Endpoint::page("/agencies/{agency}/members", manage, show_sit_in),
        Endpoint::submit(
            "/agencies/{agency}/members",
            manage,
            sit_in,
            show_sit_in,
            &[("login", "darc"), ("roles", "worker")],
        ),
        Endpoint::page("/agencies/{agency}/workers/{worker}/roles", manage, show_roles),
        Endpoint::submit(
            "/agencies/{agency}/workers/{worker}/roles",
            manage,
            set_roles,
            show_roles,
            &[("roles", "worker")],
        ),
        Endpoint::page("/agencies/{agency}/workers/{worker}/start", manage, show_start),
        Endpoint::submit("/agencies/{agency}/workers/{worker}/start", manage, give_start, show_start, &[]).shown_once(),
        Endpoint::page("/agencies/{agency}/workers/{worker}/leave", manage, show_leave),
        Endpoint::submit("/agencies/{agency}/workers/{worker}/leave", manage, leave, show_leave, &[]),
        Endpoint::page("/agencies/{agency}/workers/{worker}/close", manage, show_close),
        Endpoint::submit("/agencies/{agency}/workers/{worker}/close", manage, close, show_close, &[]),
    ]
}

fn list(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let id: AgencyId = req.id("agency")?;
    let may_manage = acts::may_manage_this(cx, Act::ManageWorkers, id).is_ok();
    let waiting =
        if may_manage { super::waiting(cx, id)?.into_iter().map(|(one, _)| one).collect() } else { Vec::new() };
    let page = WorkersPage { agency: super::get(cx, id)?, members: super::members(cx, id)?, may_manage, waiting };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

/// The agency whose workers are to be changed, if the one who asks may change them.
fn managed(cx: &mut Cx<'_>, req: &Req) -> Outcome<super::Agency> {
    let id: AgencyId = req.id("agency")?;
    acts::may_manage_this(cx, Act::ManageWorkers, id)?;
    super::get(cx, id)
}

/// The same, and one of its workers.
fn managed_worker(cx: &mut Cx<'_>, req: &Req) -> Outcome<(super::Agency, Member)> {
    let agency = managed(cx, req)?;
    let worker: WorkerId = req.id("worker")?;
    let member = super::members(cx, agency.id)?.into_iter().find(|m| m.worker == worker);
    member.map(|member| (agency, member)).ok_or(Problem::NotFound)
}

fn show_add(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let typed = Typed::of(cx, req).filled([("roles", "worker".to_owned())]);
    let page = AddWorkerPage { agency: managed(cx, req)?, typed };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn add(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let agency: AgencyId = req.id("agency")?;
    let text = |name: &str| req.form.get(name).to_owned();
    let input = WorkerInput {
        login: text("login"),
        name: text("name"),
        kana: text("kana"),
        password: text("password"),
        roles: role_codes(req),
    };
    let new = input.parse()?;
    let worker = super::add_worker(cx, agency, &new, &req.outside)?;
    told(cx, agency, worker, "agency-worker-added")
}

/// Back to the workers, with what was done, or that a second person has to confirm it.
fn told(cx: &mut Cx<'_>, agency: AgencyId, worker: WorkerId, done: &'static str) -> Outcome<Answer> {
    let said = if super::waits_for(cx, agency, worker)? { "agency-office-asked" } else { done };
    Ok(see(format!("/agencies/{agency}/workers"), said))
}

fn role_codes(req: &Req) -> Vec<String> {
    req.form.all("roles").map(str::to_owned).collect()
}

fn roles(req: &Req) -> Outcome<Roles> {
    let mut f = Fields::new();
    let roles = super::read_roles(&mut f, &role_codes(req));
    f.finish(|| Some(roles))
}

fn show_sit_in(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let typed = Typed::of(cx, req).filled([("roles", "worker".to_owned())]);
    let page = SitInPage { agency: managed(cx, req)?, typed };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn sit_in(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let agency: AgencyId = req.id("agency")?;
    let worker = super::sit_in(cx, agency, req.form.get("login"), roles(req)?)?;
    told(cx, agency, worker, "agency-sit-in-done")
}

fn show_roles(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let (agency, member) = managed_worker(cx, req)?;
    let now = member.roles.iter().map(|role| ("roles", role.code().to_owned()));
    let page = RolesPage { typed: Typed::of(cx, req).filled(now), agency, member };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn set_roles(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let agency: AgencyId = req.id("agency")?;
    let worker = req.id("worker")?;
    super::set_roles(cx, agency, worker, roles(req)?)?;
    told(cx, agency, worker, "agency-roles-set")
}

fn show_start(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let (agency, member) = managed_worker(cx, req)?;
    let page = StartPage { agency, member, typed: Typed::of(cx, req) };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

/// The code is kept nowhere, so the answer to the form is the page that shows it.
fn give_start(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let (agency, member) = managed_worker(cx, req)?;
    let start = auth::give_start(cx, agency.id, member.worker)?;
    let page = StartMadePage { agency, member, code: start.code, until: start.until };
    Ok(page.view(&Ui::new(cx.words, cx.lang)).into())
}

fn show_part(cx: &mut Cx<'_>, req: &Req, parting: Parting) -> Outcome<View> {
    let (agency, member) = managed_worker(cx, req)?;
    let in_hands = person::in_hands(cx, agency.id, member.worker)?;
    let page = PartPage { parting, agency, member, in_hands, typed: Typed::of(cx, req) };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn show_leave(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    show_part(cx, req, Parting::Leave)
}

fn leave(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let agency: AgencyId = req.id("agency")?;
    super::end_membership(cx, agency, req.id("worker")?)?;
    Ok(see(format!("/agencies/{agency}/workers"), "agency-leave-done"))
}

fn show_close(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    show_part(cx, req, Parting::Close)
}

fn close(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let agency: AgencyId = req.id("agency")?;
    super::close_worker(cx, agency, req.id("worker")?)?;
    Ok(see(format!("/agencies/{agency}/workers"), "agency-close-done"))
}
