//! The same referral for an agency without an account, behind its one-time link.
//!
//! A link that is over, revoked or never was is not found, and nothing else is said.

use base::Outcome;
use web::{Access, Answer, Cx, Endpoint, Req, View};

use super::acting::{self, form};
use super::referral::{done, page};
use crate::referral::acts;
use crate::referral::codes::Verb;
use crate::referral::show;

/// A verb that has a page behind a link.
macro_rules! pages {
    ($($path:literal, $verb:ident, $act:ident, $sample:expr;)+) => { vec![$(
        Endpoint::page($path, Access::Link, |cx, req| form(cx, req, Verb::$verb)),
        Endpoint::submit(
            $path,
            Access::Link,
            |cx, req| {
                let referral = acts::through_link(cx)?;
                acts::$act(cx, referral, &(&req.form).into())?;
                Ok(back(req, Verb::$verb))
            },
            |cx, req| form(cx, req, Verb::$verb),
            $sample,
        ),
    )+] };
}

const LEGS: &str = "/link/{link}/legs";
const LEG: &str = "/link/{link}/legs/{leg}";
const FOLLOW_UP: &str = "/link/{link}/follow-up/{step}";

#[rustfmt::skip]
pub fn endpoints() -> Vec<Endpoint> {
    let mut all = pages! {
        "/link/{link}/accept", Accept, accept, &[("first_on", "2026-11-27")];
        "/link/{link}/wait", Wait, wait, &[("place", "3")];
        "/link/{link}/new-day", NewDay, new_day, &[("first_on", "2026-11-30")];
        "/link/{link}/decline", Decline, decline, &[("reason", "no_capacity")];
        "/link/{link}/ask", Ask, ask, &[("text", "何時がよいですか")];
        "/link/{link}/arrive", Arrive, arrive, &[("on", "2026-11-20")];
        "/link/{link}/no-show", NoShow, no_show, &[("on", "2026-11-20")];
        "/link/{link}/confirm", Confirm, confirm, &[];
        "/link/{link}/person-says", PersonSays, person_says, &[("says", "yes")];
        "/link/{link}/readiness", Readiness, readiness, &[("is", "thinking")];
        "/link/{link}/lost-touch", LostTouch, lost_touch, &[];
        "/link/{link}/re-engage", ReEngage, re_engage, &[];
        "/link/{link}/end", End, end, &[];
    };
    all.extend([
        Endpoint::page(LEGS, Access::Link, |cx, req| form(cx, req, Verb::Leg)),
        Endpoint::submit(LEGS, Access::Link, acting::plan, |cx, req| form(cx, req, Verb::Leg), acting::LEG_SAMPLE),
        Endpoint::page(LEG, Access::Link, |cx, req| form(cx, req, Verb::LegDone)),
        Endpoint::submit(LEG, Access::Link, acting::settle, |cx, req| form(cx, req, Verb::LegDone), &[("came", "done")]),
        Endpoint::page("/link/{link}/follow-up", Access::Link, acting::next_follow_up),
        Endpoint::page(FOLLOW_UP, Access::Link, |cx, req| form(cx, req, Verb::FollowUp)),
        Endpoint::submit(FOLLOW_UP, Access::Link, acting::follow_up, |cx, req| form(cx, req, Verb::FollowUp), acting::FOLLOW_UP_SAMPLE),
        Endpoint::page("/link/{link}", Access::Link, open),
        Endpoint::page("/link/{link}/undo", Access::Link, open),
        Endpoint::submit("/link/{link}/undo", Access::Link, undo, open, &[]),
    ]);
    all
}

fn open(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let shown = show::show_through_link(cx)?;
    page(cx, req, shown)
}

fn back(req: &Req, verb: Verb) -> Answer {
    done(&format!("/link/{}", req.param("link")), verb)
}

fn undo(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let referral = acts::through_link(cx)?;
    acts::undo(cx, referral, &(&req.form).into())?;
    Ok(back(req, Verb::Undo))
}
