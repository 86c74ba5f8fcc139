//! One small page for each act: a form, and what it does.

use base::{LegId, Outcome, Problem, ReferralId};
use policy::Act;
use web::ui::Ui;
use web::{Access, Answer, Cx, Endpoint, Fields, Req, Sample, View, Who};

use super::referral::done;
use super::{agencies, agreed};
use crate::referral::acts;
use crate::referral::codes::{LegStatus, Side, Step, Verb};
use crate::referral::input::{FollowUpInput, PlainInput};
use crate::referral::rules::{self, No};
use crate::referral::show::{self, Shown};
use crate::referral::view::{ActPage, Around, Typed};

/// A verb that has a page: address, role, verb, the act, what to send in a trial.
macro_rules! pages {
    ($($path:literal, $role:ident, $verb:ident, $act:ident, $sample:expr;)+) => { vec![$(
        Endpoint::page($path, Access::May(Act::$role), |cx, req| form(cx, req, Verb::$verb)),
        Endpoint::submit(
            $path,
            Access::May(Act::$role),
            |cx, req| {
                let moved = acts::$act(cx, req.id("referral")?, &(&req.form).into())?;
                Ok(done(&format!("/referrals/{}", moved.referral), Verb::$verb))
            },
            |cx, req| form(cx, req, Verb::$verb),
            $sample,
        ),
    )+] };
}

const LEGS: &str = "/referrals/{referral}/legs";
const LEG: &str = "/referrals/{referral}/legs/{leg}";
const FOLLOW_UP: &str = "/referrals/{referral}/follow-up/{step}";
pub(super) const LEG_SAMPLE: Sample = &[("kind", "tour"), ("on", "2026-11-25")];
pub(super) const FOLLOW_UP_SAMPLE: Sample = &[("outcome", "continuing"), ("how", "telephone")];

#[rustfmt::skip]
pub fn endpoints() -> Vec<Endpoint> {
    let step = Access::May(Act::RecordLeg);
    let after = Access::May(Act::FollowUp);
    let mut all = pages! {
        "/referrals/{referral}/send", SendReferral, Send, send, &[];
        "/referrals/{referral}/accept", AnswerReferral, Accept, accept, &[("first_on", "2026-11-27"), ("first_place", "相談室")];
        "/referrals/{referral}/wait", AnswerReferral, Wait, wait, &[("place", "3")];
        "/referrals/{referral}/new-day", AnswerReferral, NewDay, new_day, &[("first_on", "2026-11-30")];
        "/referrals/{referral}/decline", AnswerReferral, Decline, decline, &[("reason", "no_capacity")];
        "/referrals/{referral}/second-look", SendReferral, SecondLook, second_look, &[("note", "もう一度見てください")];
        "/referrals/{referral}/redirect", SendReferral, Redirect, redirect, &[("to", "{agency}")];
        "/referrals/{referral}/ask", AnswerReferral, Ask, ask, &[("text", "何時がよいですか")];
        "/referrals/{referral}/answer", SendReferral, Answer, answer, &[("text", "夕方です")];
        "/referrals/{referral}/readiness", RecordLeg, Readiness, readiness, &[("is", "thinking")];
        "/referrals/{referral}/arrive", ConfirmArrival, Arrive, arrive, &[("on", "2026-11-20")];
        "/referrals/{referral}/no-show", ConfirmArrival, NoShow, no_show, &[("on", "2026-11-20")];
        "/referrals/{referral}/confirm", ConfirmArrival, Confirm, confirm, &[];
        "/referrals/{referral}/know", ConfirmArrival, Know, know, &[];
        "/referrals/{referral}/person-says", ConfirmArrival, PersonSays, person_says, &[("says", "yes")];
        "/referrals/{referral}/lost-touch", FollowUp, LostTouch, lost_touch, &[];
        "/referrals/{referral}/re-engage", FollowUp, ReEngage, re_engage, &[];
        "/referrals/{referral}/withdraw", SendReferral, Withdraw, withdraw, &[];
        "/referrals/{referral}/take-up-again", SendReferral, TakeUpAgain, take_up_again, &[];
        "/referrals/{referral}/end", FollowUp, End, end, &[];
    };
    all.extend([
        Endpoint::page(LEGS, step, |cx, req| form(cx, req, Verb::Leg)),
        Endpoint::submit(LEGS, step, plan, |cx, req| form(cx, req, Verb::Leg), LEG_SAMPLE),
        Endpoint::page(LEG, step, |cx, req| form(cx, req, Verb::LegDone)),
        Endpoint::submit(LEG, step, settle, |cx, req| form(cx, req, Verb::LegDone), &[("came", "done")]),
        Endpoint::page("/referrals/{referral}/follow-up", after, next_follow_up),
        Endpoint::page(FOLLOW_UP, after, |cx, req| form(cx, req, Verb::FollowUp)),
        Endpoint::submit(FOLLOW_UP, after, follow_up, |cx, req| form(cx, req, Verb::FollowUp), FOLLOW_UP_SAMPLE),
    ]);
    all
}

/// The referral that a request is about, and where its pages begin: the one of the address, or the one behind a link.
fn whose(cx: &mut Cx<'_>, req: &Req) -> Outcome<(ReferralId, String)> {
    if let Who::Link(_) = cx.who {
        return Ok((acts::through_link(cx)?, format!("/link/{}", req.param("link"))));
    }
    let id: ReferralId = req.id("referral")?;
    Ok((id, format!("/referrals/{id}")))
}

/// The form of an act on the referral of the address, or behind a link.
pub(super) fn form(cx: &mut Cx<'_>, req: &Req, verb: Verb) -> Outcome<View> {
    let (id, _) = whose(cx, req)?;
    let shown = show::show(cx, id)?;
    page(cx, req, shown, verb)
}

/// The form of an act, opened or shown again.
fn page(cx: &mut Cx<'_>, req: &Req, shown: Shown, verb: Verb) -> Outcome<View> {
    let around = Around::of(cx, shown, req.param("link"))?;
    let typed = Typed::of(cx, req);
    let is_word = is_word(&around, req, verb);
    let leg = leg(req, &around, verb)?;
    let step = step(req, verb)?;
    // What comes back with a problem is shown in any case: nothing that was typed is lost.
    let fits = around.may(verb) || (is_word && around.may_write_down(verb)) || leg.is_some();
    if !typed.is_again && !fits {
        return Err(refusal(&around, verb));
    }
    let typed = typed.filled(begins(req, verb, &around));
    let agencies = match verb {
        Verb::Decline | Verb::Redirect => agencies(cx, &[around.shown.from.id, around.shown.to.id])?,
        _ => Vec::new(),
    };
    let agreed = verb != Verb::Send || agreed(cx, &around.shown)?;
    let page = ActPage { around, verb, is_word, typed, agencies, leg, step, agreed };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

/// Whether the sender writes down what the receiver said: asked for, sent so, or the only way it can be.
fn is_word(around: &Around, req: &Req, verb: Verb) -> bool {
    let asked = req.query.ticked("word") || req.form.0.iter().any(|(name, _)| name == "channel");
    around.may_write_down(verb) && (asked || !around.may(verb))
}

/// What stands in the form when it is opened.
fn begins(req: &Req, verb: Verb, around: &Around) -> Vec<(&'static str, String)> {
    match verb {
        Verb::Arrive | Verb::NoShow => vec![("on", around.today.to_string())],
        Verb::NewDay => {
            let stand = &around.shown.stand;
            let day = stand.next_try_on.or(stand.first_on).map(|day| ("first_on", day.to_string()));
            day.into_iter().chain(stand.first_place.clone().map(|place| ("first_place", place))).collect()
        }
        Verb::Redirect => vec![("to", req.query.get("to").to_owned())],
        _ => Vec::new(),
    }
}

fn leg(req: &Req, around: &Around, verb: Verb) -> Outcome<Option<show::LegShown>> {
    if verb != Verb::LegDone {
        return Ok(None);
    }
    let id: LegId = req.id("leg")?;
    let leg = around.shown.legs.iter().find(|leg| leg.id == id).cloned();
    leg.map(Some).ok_or(Problem::NotFound)
}

fn step(req: &Req, verb: Verb) -> Outcome<Option<Step>> {
    if verb != Verb::FollowUp {
        return Ok(None);
    }
    Step::from_code(req.param("step")).map(Some).ok_or(Problem::NotFound)
}

/// What to say when the form of an act is opened that cannot be done.
fn refusal(around: &Around, verb: Verb) -> Problem {
    match rules::next(around.shown.stand.state, verb, around.shown.side) {
        Err(No::NotYours) if around.shown.side != Side::Word => Problem::forbidden("referral-not-yours"),
        _ => Problem::refused(around.not_now()),
    }
}

pub(super) fn plan(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let (referral, root) = whose(cx, req)?;
    acts::add_leg(cx, referral, &(&req.form).into())?;
    Ok(done(&root, Verb::Leg))
}

pub(super) fn settle(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let (referral, root) = whose(cx, req)?;
    let shown = show::show(cx, referral)?;
    let leg: LegId = req.id("leg")?;
    if !shown.legs.iter().any(|one| one.id == leg) {
        return Err(Problem::NotFound);
    }
    let mut f = Fields::new();
    let status = f.code("came", req.form.get("came"), |code| match code {
        "done" => Some(LegStatus::Happened),
        "missed" => Some(LegStatus::Missed),
        "cancel" => Some(LegStatus::Cancelled),
        _ => None,
    });
    let status = f.finish(|| status)?;
    acts::settle_leg(cx, leg, status, &PlainInput::from(&req.form))?;
    Ok(done(&root, Verb::LegDone))
}

/// The follow-up that comes next has a page of its own.
pub(super) fn next_follow_up(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let (referral, root) = whose(cx, req)?;
    let shown = show::show(cx, referral)?;
    let next = shown.follow_ups.iter().find(|one| one.outcome.is_none());
    let to = next.map_or_else(|| root.clone(), |one| format!("{root}/follow-up/{}", one.step.code()));
    Ok(Answer::See { to, said: None, cookie: None })
}

pub(super) fn follow_up(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let (referral, root) = whose(cx, req)?;
    let step = step(req, Verb::FollowUp)?.map_or("", Step::code).to_owned();
    let input = FollowUpInput { step, ..FollowUpInput::from(&req.form) };
    acts::follow_up(cx, referral, &input)?;
    Ok(done(&root, Verb::FollowUp))
}
