//! What the sender does for a receiver without an account: the link, the letter, writing down its word.

use base::{Outcome, Problem};
use policy::Act;
use web::ui::Ui;
use web::{Access, Answer, Cx, Endpoint, Req, View, see};

use crate::referral::acts;
use crate::referral::show;
use crate::referral::view::{Around, LetterPage, LinkMadePage, LinkPage, Typed, WordPage};

pub fn endpoints() -> Vec<Endpoint> {
    let send = Access::May(Act::SendReferral);
    vec![
        Endpoint::page("/referrals/{referral}/link", send, link),
        Endpoint::submit("/referrals/{referral}/link", send, make, link, &[("days", "30")]),
        Endpoint::page("/referrals/{referral}/link/revoke", send, link),
        Endpoint::submit("/referrals/{referral}/link/revoke", send, revoke, link, &[]),
        Endpoint::page("/referrals/{referral}/letter", send, letter),
        Endpoint::page("/referrals/{referral}/word", send, word),
    ]
}

/// The referral of the address, for its sender.
fn sent(cx: &mut Cx<'_>, req: &Req) -> Outcome<Around> {
    let shown = show::show(cx, req.id("referral")?)?;
    let around = Around::of(cx, shown, "")?;
    if around.is_sender() { Ok(around) } else { Err(Problem::forbidden("referral-not-yours")) }
}

fn link(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let page = LinkPage { around: sent(cx, req)?, typed: Typed::of(cx, req) };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn make(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let made = acts::make_link(cx, req.id("referral")?, &(&req.form).into())?;
    let address = format!("{}/link/{}", cx.config.base_url, made.secret);
    let page = LinkMadePage { around: sent(cx, req)?, address, until: made.until };
    Ok(page.view(&Ui::new(cx.words, cx.lang)).into())
}

fn revoke(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let around = sent(cx, req)?;
    acts::revoke_links(cx, around.shown.id)?;
    Ok(see(around.root, "referral-done-link-revoked"))
}

fn letter(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let page = LetterPage { letter: show::letter(cx, req.id("referral")?)? };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn word(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let page = WordPage { around: sent(cx, req)? };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}
