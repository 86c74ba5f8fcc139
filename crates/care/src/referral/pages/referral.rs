//! The list of referrals, one of them, taking back the last change, giving the person to a worker.

use base::{Cursor, Msg, Outcome};
use people::{agency, person};
use policy::{Act, may};
use web::ui::Ui;
use web::{Access, Answer, Cx, Endpoint, Fields, Req, View, see};

use super::agreed;
use crate::referral::acts;
use crate::referral::codes::{State, Verb};
use crate::referral::show::{self, Shown};
use crate::referral::store::lists::Filter;
use crate::referral::view::{Around, AssignPage, ListPage, ShowPage, Typed};

pub fn endpoints() -> Vec<Endpoint> {
    let open = Access::May(Act::OpenPerson);
    let edit = Access::May(Act::EditPerson);
    vec![
        Endpoint::page("/referrals", Access::May(Act::SeeCaseload), list),
        Endpoint::page("/referrals/{referral}", open, one),
        // Coming back to the address of the button shows the referral.
        Endpoint::page("/referrals/{referral}/undo", open, one),
        Endpoint::submit("/referrals/{referral}/undo", open, undo, one, &[]),
        Endpoint::page("/referrals/{referral}/assign", edit, show_assign),
        Endpoint::submit("/referrals/{referral}/assign", edit, assign, show_assign, &[("worker", "{worker}")]),
    ]
}

fn list(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let sent = req.query.get("side") != "received";
    let state = State::from_code(req.query.get("state"));
    let filter = Filter { sent, received: !sent, state, person: None };
    let after: Option<Cursor> = req.query.get("after").parse().ok().filter(|_| !req.query.get("after").is_empty());
    let page = ListPage { page: show::list(cx, &filter, after.as_ref())?, sent, state, today: cx.today() };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn one(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let shown = show::show(cx, req.id("referral")?)?;
    page(cx, req, shown)
}

/// The page of a referral, for its two agencies and behind a link.
pub(super) fn page(cx: &mut Cx<'_>, req: &Req, shown: Shown) -> Outcome<View> {
    let around = Around::of(cx, shown, req.param("link"))?;
    let page = ShowPage {
        agreed: around.is_sender() && agreed(cx, &around.shown)?,
        receiver_has_account: agency::get(cx, around.shown.to.id)?.has_account,
        may_assign: may_assign(cx, &around)?,
        typed: Typed::of(cx, req),
        around,
    };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

/// Only an agency that works with the person has workers to give them to.
fn may_assign(cx: &mut Cx<'_>, around: &Around) -> Outcome<bool> {
    let Some(roles) = around.roles.filter(|roles| may(*roles, Act::EditPerson)) else { return Ok(false) };
    let by = cx.acting_agency()?;
    Ok(may(roles, Act::EditPerson) && person::is_own_client(cx, by, around.shown.person.id)?)
}

fn undo(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let moved = acts::undo(cx, req.id("referral")?, &(&req.form).into())?;
    Ok(done(&format!("/referrals/{}", moved.referral), Verb::Undo))
}

/// Back to the referral, with a word about what was done.
pub(super) fn done(root: &str, verb: Verb) -> Answer {
    Answer::See { to: root.to_owned(), said: Some(Msg::new(done_key(verb))), cookie: None }
}

const fn done_key(verb: Verb) -> &'static str {
    match verb {
        Verb::Change => "referral-done-change",
        Verb::Send => "referral-done-send",
        Verb::Accept => "referral-done-accept",
        Verb::Wait => "referral-done-wait",
        Verb::Decline => "referral-done-decline",
        Verb::SecondLook => "referral-done-second_look",
        Verb::Redirect => "referral-done-redirect",
        Verb::Ask => "referral-done-ask",
        Verb::Answer => "referral-done-answer",
        Verb::Leg => "referral-done-leg",
        Verb::LegDone | Verb::LegMissed | Verb::LegCancel => "referral-done-settle",
        Verb::Readiness => "referral-done-readiness",
        Verb::Arrive => "referral-done-arrive",
        Verb::NewDay => "referral-done-new_day",
        Verb::NoShow => "referral-done-no_show",
        Verb::Confirm => "referral-done-confirm",
        Verb::Know => "referral-done-know",
        Verb::PersonSays => "referral-done-person_says",
        Verb::FollowUp => "referral-done-follow_up",
        Verb::LostTouch => "referral-done-lost_touch",
        Verb::ReEngage => "referral-done-re_engage",
        Verb::Withdraw => "referral-done-withdraw",
        Verb::TakeUpAgain => "referral-done-take_up_again",
        Verb::End => "referral-done-end",
        Verb::Undo => "referral-done-undo",
    }
}

fn show_assign(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let shown = show::show(cx, req.id("referral")?)?;
    let by = cx.viewer()?.agency;
    let workers = agency::workers_of(cx, by)?;
    let page = AssignPage { around: Around::of(cx, shown, "")?, workers, typed: Typed::of(cx, req) };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn assign(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let shown = show::show(cx, req.id("referral")?)?;
    let mut f = Fields::new();
    let worker = f.id("worker", req.form.get("worker"));
    let worker = f.finish(|| worker)?;
    person::assign(cx, shown.person.id, worker)?;
    Ok(see(format!("/referrals/{}", shown.id), "referral-done-assign"))
}
