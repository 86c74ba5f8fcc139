//! The same referral for an agency without an account, behind its one-time link.
//!
//! A link that is over, revoked or never was is not found, and nothing else is said.

use base::Outcome;
use web::{Access, Answer, Cx, Endpoint, Req, View};

use super::acting;
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

#[rustfmt::skip]
pub fn endpoints() -> Vec<Endpoint> {
    let mut all = pages! {
        "/link/{link}/accept", Accept, accept, &[("first_on", "2026-11-27")];
        "/link/{link}/wait", Wait, wait, &[("place", "3")];
        "/link/{link}/decline", Decline, decline, &[("reason", "no_capacity")];
        "/link/{link}/ask", Ask, ask, &[("text", "何時がよいですか")];
        "/link/{link}/arrive", Arrive, arrive, &[("on", "2026-11-20")];
        "/link/{link}/no-show", NoShow, no_show, &[("on", "2026-11-20")];
        "/link/{link}/confirm", Confirm, confirm, &[];
        "/link/{link}/person-says", PersonSays, person_says, &[("says", "yes")];
    };
    all.extend([
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

fn form(cx: &mut Cx<'_>, req: &Req, verb: Verb) -> Outcome<View> {
    let shown = show::show_through_link(cx)?;
    acting::page(cx, req, shown, verb)
}

fn back(req: &Req, verb: Verb) -> Answer {
    done(&format!("/link/{}", req.param("link")), verb)
}

fn undo(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let referral = acts::through_link(cx)?;
    acts::undo(cx, referral, &(&req.form).into())?;
    Ok(back(req, Verb::Undo))
}
