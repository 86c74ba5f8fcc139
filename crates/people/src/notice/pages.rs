//! The notices of an agency.

use base::{Outcome, Time};
use policy::Act;
use web::ui::Ui;
use web::{Access, Answer, Cx, Endpoint, Req, View, see};

use super::view::NoticePage;
use crate::form::Typed;

pub(super) fn endpoints() -> Vec<Endpoint> {
    let may = Access::May(Act::SeeCaseload);
    vec![
        Endpoint::page("/notices", may, show),
        Endpoint::submit("/notices/read", may, read, show, &[("until", "2026-11-20T01:00:00Z")]),
    ]
}

fn show(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let page = NoticePage { items: super::list(cx)?, typed: Typed::of(cx, req) };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

/// Marks as read what stood on the page, not what has come since.
fn read(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let shown: Time = req.form.get("until").parse().unwrap_or(cx.now);
    let until = shown.min(cx.now);
    super::mark_read(cx, until)?;
    Ok(see("/notices", "notice-all-read"))
}
