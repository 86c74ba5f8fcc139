//! The pages of emergency looks: asking for one, and the privacy officer's review.

use base::{GlassId, Msg, Outcome, Problem};
use policy::Act;
use web::ui::Ui;
use web::{Access, Answer, Cx, Endpoint, Req, View, see};

use super::model::{Emergency, EmergencyInput, Opened};
use super::review::{self, DelayInput, FindingInput};
use super::view::{AskPage, DelayPage, EndPage, ListPage, OnePage, Seen};
use super::{acts, api};
use crate::agency;
use crate::form::Typed;

pub(super) fn endpoints() -> Vec<Endpoint> {
    let (look, review) = (Access::May(Act::BreakGlass), Access::May(Act::ReviewBreakGlass));
    vec![
        Endpoint::page("/emergency", look, show),
        // Never remembered: the answer to a wrong guess is a page, and a second sending opens no second hour.
        Endpoint::submit("/emergency", look, open, show, api::NOBODY).shown_once(),
        Endpoint::page("/emergency/{glass}/end", look, show_end),
        Endpoint::submit("/emergency/{glass}/end", look, end, show_end, &[]),
        Endpoint::page("/audit/emergencies", review, list),
        Endpoint::page("/audit/emergencies/{glass}/review", review, show_one),
        Endpoint::submit(
            "/audit/emergencies/{glass}/review",
            review,
            found,
            show_one,
            &[("finding", "right"), ("note", "救急隊に確かめた")],
        ),
        Endpoint::page("/audit/emergencies/{glass}/delay", review, show_delay),
        Endpoint::submit(
            "/audit/emergencies/{glass}/delay",
            review,
            delay,
            show_delay,
            &[("until", "2026-12-01"), ("why", "家にいる人から身を守るため")],
        ),
    ]
}

fn show(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let page = AskPage { live: acts::all_live(cx)?, minutes: cx.config.emergency_minutes, typed: Typed::of(cx, req) };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn open(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let text = |name: &str| req.form.get(name).to_owned();
    let input = EmergencyInput {
        number: text("number"),
        name: text("name"),
        kana: text("kana"),
        birth_year: text("birth_year"),
        reason: text("reason"),
        text: text("text"),
    };
    match super::open(cx, &input)? {
        Opened::Yes(live) => Ok(see(format!("/persons/{}", live.person), "emergency-opened")),
        // The try must be kept, so this is an answer and not a problem, which would undo it.
        Opened::No => {
            let problem = Some(Problem::Refused(Msg::new("emergency-nobody")));
            show(cx, &Req { problem, ..req.clone() }).map(Into::into)
        }
        Opened::Wait { seconds } => Err(Problem::TooMany { retry_after_s: seconds }),
    }
}

fn show_end(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let page = EndPage { live: acts::one_live(cx, req.id("glass")?)?, typed: Typed::of(cx, req) };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn end(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    super::end(cx, req.id("glass")?)?;
    Ok(see("/emergency", "emergency-ended"))
}

fn named(cx: &mut Cx<'_>, all: Vec<Emergency>) -> Outcome<Vec<Seen>> {
    let by = cx.viewer()?.agency;
    let names: std::collections::BTreeMap<_, _> = agency::workers_of(cx, by)?.into_iter().collect();
    let today = cx.today();
    all.into_iter()
        .map(|one| {
            let worker = match names.get(&one.worker) {
                Some(name) => name.clone(),
                // Whoever has left in the meantime: rarely more than one or two.
                None => agency::worker_name(cx, one.worker)?,
            };
            Ok(Seen { overdue: one.is_overdue(today), one, worker })
        })
        .collect()
}

fn list(cx: &mut Cx<'_>, _: &Req) -> Outcome<View> {
    let (waiting, reviewed) = super::waiting(cx)?;
    let page = ListPage { waiting: named(cx, waiting)?, reviewed: named(cx, reviewed)? };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn one(cx: &mut Cx<'_>, req: &Req) -> Outcome<Seen> {
    let id: GlassId = req.id("glass")?;
    let one = review::one(cx, id)?;
    named(cx, vec![one])?.pop().ok_or(Problem::NotFound)
}

fn show_one(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let page = OnePage { seen: one(cx, req)?, typed: Typed::of(cx, req) };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn found(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let text = |name: &str| req.form.get(name).to_owned();
    review::found(cx, req.id("glass")?, &FindingInput { finding: text("finding"), note: text("note") })?;
    Ok(see("/audit/emergencies", "emergency-reviewed"))
}

fn show_delay(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let page = DelayPage { seen: one(cx, req)?, typed: Typed::of(cx, req) };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn delay(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let text = |name: &str| req.form.get(name).to_owned();
    review::delay(cx, req.id("glass")?, &DelayInput { until: text("until"), why: text("why") })?;
    Ok(see("/audit/emergencies", "emergency-delayed"))
}
