//! The one-time link: made and revoked by the sender, held by a receiver without an account.

use base::{LinkId, Outcome, Time};
use people::agency::api::{DONE, Done, Made, Nothing};
use policy::Act;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Access, Cx, Endpoint, Req};

use crate::referral::acts::{self, Moved};
use crate::referral::codes::LegStatus;
use crate::referral::input::{
    AcceptInput, ArriveInput, DeclineInput, FollowUpInput, LegInput, LinkInput, MessageInput, NewDayInput, NoShowInput,
    PersonSaysInput, PlainInput, ReadinessInput, WaitInput,
};
use crate::referral::show::{self, Shown};

/// A link that was made. Its secret is told this once.
#[derive(Serialize, ToSchema)]
struct LinkOut {
    #[schema(value_type = String)]
    id: LinkId,
    /// What stands for `{link}` in the addresses below `/api/v1/link`.
    link: String,
    /// Until when it opens.
    #[schema(value_type = String)]
    until: Time,
}

#[rustfmt::skip]
pub fn endpoints() -> Vec<Endpoint> {
    let send = Access::May(Act::SendReferral);
    vec![
        Endpoint::api_post("/api/v1/referrals/{referral}/link", send, "Make a link for a receiver without an account; the one before ends", make, &[("days", "30")]).shown_once(),
        Endpoint::api_post("/api/v1/referrals/{referral}/link/revoke", send, "End the link", revoke, &[]),
        Endpoint::api_get("/api/v1/link/{link}", Access::Link, "The referral behind a link, as far as its agency may see", open),
        Endpoint::api_post("/api/v1/link/{link}/accept", Access::Link, "Say yes", accept, &[("first_on", "2026-11-27")]),
        Endpoint::api_post("/api/v1/link/{link}/wait", Access::Link, "Say from when, or which place in the queue", wait, &[("place", "3")]),
        Endpoint::api_post("/api/v1/link/{link}/new-day", Access::Link, "Move the first day that was agreed, or agree on one", new_day, &[("first_on", "2026-11-30")]),
        Endpoint::api_post("/api/v1/link/{link}/decline", Access::Link, "Say no, with a reason", decline, &[("reason", "no_capacity")]),
        Endpoint::api_post("/api/v1/link/{link}/ask", Access::Link, "Ask the sender", ask, &[("text", "何時がよいですか")]),
        Endpoint::api_post("/api/v1/link/{link}/arrive", Access::Link, "The person has come", arrive, &[("on", "2026-11-20")]),
        Endpoint::api_post("/api/v1/link/{link}/no-show", Access::Link, "The person has not come", no_show, &[("on", "2026-11-20")]),
        Endpoint::api_post("/api/v1/link/{link}/confirm", Access::Link, "Confirm that it holds", confirm, &[]),
        Endpoint::api_post("/api/v1/link/{link}/person-says", Access::Link, "What the person says", person_says, &[("says", "yes")]),
        Endpoint::api_post("/api/v1/link/{link}/legs", Access::Link, "Plan a step of the warm hand-over", add_leg, &[("kind", "tour"), ("on", "2026-11-25")]),
        Endpoint::api_post("/api/v1/link/{link}/legs/{leg}/done", Access::Link, "The step happened", leg_done, &[]),
        Endpoint::api_post("/api/v1/link/{link}/legs/{leg}/missed", Access::Link, "The step was missed", leg_missed, &[]),
        Endpoint::api_post("/api/v1/link/{link}/legs/{leg}/cancel", Access::Link, "The step is not needed any more", leg_cancel, &[]),
        Endpoint::api_post("/api/v1/link/{link}/readiness", Access::Link, "How ready the person is", readiness, &[("is", "thinking")]),
        Endpoint::api_post("/api/v1/link/{link}/follow-up", Access::Link, "What was found when asking afterwards", follow_up, &[("step", "weeks_2"), ("outcome", "continuing"), ("how", "telephone")]),
        Endpoint::api_post("/api/v1/link/{link}/lost-touch", Access::Link, "Nobody can reach the person", lost_touch, &[]),
        Endpoint::api_post("/api/v1/link/{link}/re-engage", Access::Link, "In touch again", re_engage, &[]),
        Endpoint::api_post("/api/v1/link/{link}/end", Access::Link, "Over, because it is not needed any more", end, &[]),
        Endpoint::api_post("/api/v1/link/{link}/undo", Access::Link, "Take back the last change, within 15 minutes", undo, &[]),
    ]
}

fn make(cx: &mut Cx<'_>, req: &Req, input: LinkInput) -> Outcome<LinkOut> {
    let link = acts::make_link(cx, req.id("referral")?, &input)?;
    Ok(LinkOut { id: link.id, link: link.secret, until: link.until })
}

fn revoke(cx: &mut Cx<'_>, req: &Req, _: Nothing) -> Outcome<Done> {
    acts::revoke_links(cx, req.id("referral")?).map(|()| DONE)
}

fn open(cx: &mut Cx<'_>, _: &Req) -> Outcome<Shown> {
    show::show_through_link(cx)
}

/// The receiver's verbs, on the referral behind the link.
macro_rules! verbs {
    ($($name:ident: $input:ty;)+) => { $(
        fn $name(cx: &mut Cx<'_>, _: &Req, input: $input) -> Outcome<Moved> {
            let referral = acts::through_link(cx)?;
            acts::$name(cx, referral, &input)
        }
    )+ };
}

verbs! {
    accept: AcceptInput;
    wait: WaitInput;
    new_day: NewDayInput;
    decline: DeclineInput;
    ask: MessageInput;
    arrive: ArriveInput;
    no_show: NoShowInput;
    confirm: PlainInput;
    person_says: PersonSaysInput;
    readiness: ReadinessInput;
    follow_up: FollowUpInput;
    lost_touch: PlainInput;
    re_engage: PlainInput;
    end: PlainInput;
    undo: PlainInput;
}

fn add_leg(cx: &mut Cx<'_>, _: &Req, input: LegInput) -> Outcome<Made> {
    let referral = acts::through_link(cx)?;
    let leg = acts::add_leg(cx, referral, &input)?;
    Ok(Made { id: leg.to_string() })
}

fn settle(cx: &mut Cx<'_>, req: &Req, status: LegStatus, input: &PlainInput) -> Outcome<Moved> {
    acts::through_link(cx)?;
    acts::settle_leg(cx, req.id("leg")?, status, input)
}

fn leg_done(cx: &mut Cx<'_>, req: &Req, input: PlainInput) -> Outcome<Moved> {
    settle(cx, req, LegStatus::Happened, &input)
}

fn leg_missed(cx: &mut Cx<'_>, req: &Req, input: PlainInput) -> Outcome<Moved> {
    settle(cx, req, LegStatus::Missed, &input)
}

fn leg_cancel(cx: &mut Cx<'_>, req: &Req, input: PlainInput) -> Outcome<Moved> {
    settle(cx, req, LegStatus::Cancelled, &input)
}
