//! The pages of the own second factor.

use base::Outcome;
use web::ui::Ui;
use web::{Access, Answer, Cx, Endpoint, Req, View, see};

use super::view::{CodesPage, SecondPage};
use crate::form::Typed;

pub(super) fn endpoints() -> Vec<Endpoint> {
    let signed = Access::SignedIn;
    let mut all = vec![
        Endpoint::page("/second-factor", signed, show),
        Endpoint::submit("/second-factor/new", signed, propose, show, &[]),
        Endpoint::submit("/second-factor/confirm", signed, confirm, show, &[("code", "000000")]).shown_once(),
        Endpoint::submit("/second-factor/codes", signed, codes, show, &[]).shown_once(),
        Endpoint::submit("/second-factor/end", signed, end, show, &[]),
    ];
    // Coming back to where a form was sent shows how it stands.
    for path in ["/second-factor/new", "/second-factor/confirm", "/second-factor/codes", "/second-factor/end"] {
        all.push(Endpoint::page(path, signed, show));
    }
    all
}

fn show(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let page =
        SecondPage { state: super::state(cx)?, resting: crate::auth::frame::resting(cx)?, typed: Typed::of(cx, req) };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn propose(cx: &mut Cx<'_>, _: &Req) -> Outcome<Answer> {
    super::propose(cx)?;
    Ok(see("/second-factor", "auth-second-proposed"))
}

/// The codes are kept nowhere, so the answer to the form is the page that shows them.
fn confirm(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let codes = super::confirm(cx, req.form.get("code"))?;
    Ok(CodesPage { codes, is_first: true }.view(&Ui::new(cx.words, cx.lang)).into())
}

fn codes(cx: &mut Cx<'_>, _: &Req) -> Outcome<Answer> {
    let codes = super::new_codes(cx)?;
    Ok(CodesPage { codes, is_first: false }.view(&Ui::new(cx.words, cx.lang)).into())
}

fn end(cx: &mut Cx<'_>, _: &Req) -> Outcome<Answer> {
    super::end(cx)?;
    Ok(see("/second-factor", "auth-second-ended"))
}
