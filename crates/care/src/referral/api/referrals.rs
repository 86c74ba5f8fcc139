//! A referral and its verbs, for the workers of its two sides.

use base::{Cursor, LegId, Outcome};
use people::agency::api::Made;
use policy::Act;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Access, Cx, Endpoint, Fields, Req};

use crate::referral::acts::{self, Moved};
use crate::referral::codes::{LegStatus, State};
use crate::referral::input::{
    AcceptInput, ArriveInput, ChangeInput, DeclineInput, FollowUpInput, LegInput, MessageInput, NewDayInput,
    NoShowInput, PersonSaysInput, PlainInput, ReadinessInput, RedirectInput, ReferralInput, WaitInput,
};
use crate::referral::show::{self, Home, Letter, Row, Shown};
use crate::referral::store::lists::Filter;

/// One page of referrals.
#[derive(Serialize, ToSchema)]
struct Referrals {
    items: Vec<Row>,
    /// What to send as `after` for the next page.
    next: Option<String>,
}

#[rustfmt::skip]
pub fn endpoints() -> Vec<Endpoint> {
    let see = Access::May(Act::SeeCaseload);
    let open = Access::May(Act::OpenPerson);
    let send_it = Access::May(Act::SendReferral);
    let answer_it = Access::May(Act::AnswerReferral);
    let step = Access::May(Act::RecordLeg);
    let arrival = Access::May(Act::ConfirmArrival);
    let after = Access::May(Act::FollowUp);
    vec![
        Endpoint::api_get("/api/v1/home", see, "What waits for the agency, and what must not be forgotten", home),
        Endpoint::api_get("/api/v1/referrals", see, "Referrals, last changed first, 50 a page (?side=sent|received&state=&person=&after=)", list),
        Endpoint::api_post("/api/v1/referrals", send_it, "Prepare a referral, and send it at once if asked to", prepare,
            &[("person", "{person}"), ("to", "{agency}"), ("act", "refer"), ("wish", "話を聞いてほしい")]),
        Endpoint::api_get("/api/v1/referrals/{referral}", open, "A referral, as far as the agency may see", show),
        Endpoint::api_get("/api/v1/referrals/{referral}/letter", send_it, "The letter to the receiver", letter),
        Endpoint::api_post("/api/v1/referrals/{referral}", send_it, "Change what is being prepared", change,
            &[("act", "refer"), ("wish", "夜に話を聞いてほしい")]),
        Endpoint::api_post("/api/v1/referrals/{referral}/send", send_it, "Send it", send, &[]),
        Endpoint::api_post("/api/v1/referrals/{referral}/accept", answer_it, "Say yes", accept,
            &[("first_on", "2026-11-27"), ("first_place", "相談室")]),
        Endpoint::api_post("/api/v1/referrals/{referral}/wait", answer_it, "Say from when, or which place in the queue", wait,
            &[("place", "3")]),
        Endpoint::api_post("/api/v1/referrals/{referral}/new-day", answer_it, "Move the first day that was agreed, or agree on one", new_day,
            &[("first_on", "2026-11-30"), ("note", "担当が休みのため")]),
        Endpoint::api_post("/api/v1/referrals/{referral}/decline", answer_it, "Say no, with a reason", decline,
            &[("reason", "no_capacity")]),
        Endpoint::api_post("/api/v1/referrals/{referral}/second-look", send_it, "Ask once more after a no", second_look,
            &[("note", "もう一度見てください")]),
        Endpoint::api_post("/api/v1/referrals/{referral}/redirect", send_it, "Turn to another agency after a no", redirect,
            &[("to", "{agency}")]),
        Endpoint::api_post("/api/v1/referrals/{referral}/ask", answer_it, "Ask the sender", ask, &[("text", "何時がよいですか")]),
        Endpoint::api_post("/api/v1/referrals/{referral}/answer", send_it, "Answer the receiver", answer, &[("text", "夕方です")]),
        Endpoint::api_post("/api/v1/referrals/{referral}/legs", step, "Plan a step of the warm hand-over", add_leg,
            &[("kind", "tour"), ("on", "2026-11-25")]),
        Endpoint::api_post("/api/v1/legs/{leg}/done", step, "The step happened", leg_done, &[]),
        Endpoint::api_post("/api/v1/legs/{leg}/missed", step, "The step was missed", leg_missed, &[]),
        Endpoint::api_post("/api/v1/legs/{leg}/cancel", step, "The step is not needed any more", leg_cancel, &[]),
        Endpoint::api_post("/api/v1/referrals/{referral}/readiness", step, "How ready the person is", readiness, &[("is", "thinking")]),
        Endpoint::api_post("/api/v1/referrals/{referral}/arrive", arrival, "The person has come", arrive, &[("on", "2026-11-20")]),
        Endpoint::api_post("/api/v1/referrals/{referral}/no-show", arrival, "The person has not come", no_show, &[("on", "2026-11-20")]),
        Endpoint::api_post("/api/v1/referrals/{referral}/confirm", arrival, "The receiver confirms", confirm, &[]),
        Endpoint::api_post("/api/v1/referrals/{referral}/know", arrival, "The sender has taken note", know, &[]),
        Endpoint::api_post("/api/v1/referrals/{referral}/person-says", arrival, "What the person says", person_says, &[("says", "yes")]),
        Endpoint::api_post("/api/v1/referrals/{referral}/follow-up", after, "What was found when asking afterwards", follow_up,
            &[("step", "weeks_2"), ("outcome", "continuing"), ("how", "telephone")]),
        Endpoint::api_post("/api/v1/referrals/{referral}/lost-touch", after, "Nobody can reach the person", lost_touch, &[]),
        Endpoint::api_post("/api/v1/referrals/{referral}/re-engage", after, "In touch again", re_engage, &[]),
        Endpoint::api_post("/api/v1/referrals/{referral}/withdraw", send_it, "Take it back at the person's word", withdraw, &[]),
        Endpoint::api_post("/api/v1/referrals/{referral}/take-up-again", send_it, "Take up what was withdrawn", take_up_again, &[]),
        Endpoint::api_post("/api/v1/referrals/{referral}/end", after, "Over, because it is not needed any more", end, &[]),
        Endpoint::api_post("/api/v1/referrals/{referral}/undo", open, "Take back the last change, within 15 minutes", undo, &[]),
    ]
}

/// The verbs that take the referral of the address and a body, and move it.
macro_rules! verbs {
    ($($name:ident: $input:ty;)+) => { $(
        fn $name(cx: &mut Cx<'_>, req: &Req, input: $input) -> Outcome<Moved> {
            acts::$name(cx, req.id("referral")?, &input)
        }
    )+ };
}

verbs! {
    change: ChangeInput;
    send: PlainInput;
    accept: AcceptInput;
    wait: WaitInput;
    new_day: NewDayInput;
    decline: DeclineInput;
    second_look: PlainInput;
    redirect: RedirectInput;
    ask: MessageInput;
    answer: MessageInput;
    readiness: ReadinessInput;
    arrive: ArriveInput;
    no_show: NoShowInput;
    confirm: PlainInput;
    know: PlainInput;
    person_says: PersonSaysInput;
    follow_up: FollowUpInput;
    lost_touch: PlainInput;
    re_engage: PlainInput;
    withdraw: PlainInput;
    take_up_again: PlainInput;
    end: PlainInput;
    undo: PlainInput;
}

fn prepare(cx: &mut Cx<'_>, _: &Req, input: ReferralInput) -> Outcome<Moved> {
    acts::prepare(cx, &input)
}

fn add_leg(cx: &mut Cx<'_>, req: &Req, input: LegInput) -> Outcome<Made> {
    let leg = acts::add_leg(cx, req.id("referral")?, &input)?;
    Ok(Made { id: leg.to_string() })
}

fn settle(cx: &mut Cx<'_>, req: &Req, status: LegStatus, input: &PlainInput) -> Outcome<Moved> {
    let leg: LegId = req.id("leg")?;
    acts::settle_leg(cx, leg, status, input)
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

fn home(cx: &mut Cx<'_>, _: &Req) -> Outcome<Home> {
    show::home(cx)
}

fn show(cx: &mut Cx<'_>, req: &Req) -> Outcome<Shown> {
    show::show(cx, req.id("referral")?)
}

fn letter(cx: &mut Cx<'_>, req: &Req) -> Outcome<Letter> {
    show::letter(cx, req.id("referral")?)
}

fn list(cx: &mut Cx<'_>, req: &Req) -> Outcome<Referrals> {
    let filter = filter(req)?;
    let after: Option<Cursor> = req.query.get("after").parse().ok();
    let page = show::list(cx, &filter, after.as_ref())?;
    Ok(Referrals { items: page.items, next: page.next })
}

fn filter(req: &Req) -> Outcome<Filter> {
    let mut f = Fields::new();
    let side = f.code_opt("side", req.query.get("side"), |code| match code {
        "sent" => Some((true, false)),
        "received" => Some((false, true)),
        _ => None,
    });
    let state = f.code_opt("state", req.query.get("state"), State::from_code);
    let person = f.code_opt("person", req.query.get("person"), |id| id.parse().ok());
    let (sent, received) = side.unwrap_or((true, true));
    f.finish(|| Some(Filter { sent, received, state, person }))
}
