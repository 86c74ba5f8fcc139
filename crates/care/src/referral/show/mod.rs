//! What somebody sees of referrals: views, each put together out of what the policy opened and nothing else.

mod home;
mod letter;
mod lists;
mod names;
mod parts;

use base::{Date, Outcome, ReferralId, Time};
use people::audit::{self, Event};
use people::{agency, consent};
use policy::{Act, Mask, Purpose};
use serde::Serialize;
use utoipa::ToSchema;
use web::{Cx, Who};

use super::acts::{self, Open};
use super::codes::{DeclineReason, Kind, Readiness, Says, Side, State, Verb};
use super::model::{Referral, Standing};
use super::rules::{self, Todo};
use super::store::{self, Eyes, events, links};

pub use home::{Ending, EndingConsent, Home, Item, home};
pub use letter::{Letter, letter};
pub use lists::{Late, QuestionShown, RequestShown, Row, late, list, one_question, one_request, questions, requests};
pub use names::{AgencyRef, PersonRef};
use parts::Opening;
pub use parts::{EventShown, FollowUpShown, LegShown, MessageShown, SectionShown};

/// A referral as one of its two sides sees it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Shown {
    /// Its id.
    #[schema(value_type = String)]
    pub id: ReferralId,
    /// Refer or transfer.
    pub act: Kind,
    /// From which side the viewer looks.
    pub side: Side,
    /// Who is handed over.
    pub person: PersonRef,
    /// The sender.
    pub from: AgencyRef,
    /// The receiver.
    pub to: AgencyRef,
    /// Whether it is to be answered within one working day.
    pub urgent: bool,
    /// When it was begun.
    #[schema(value_type = String)]
    pub made_at: Time,
    /// Where it stands.
    #[serde(flatten)]
    pub stand: Stand,
    /// What the person wishes, in their own words.
    pub wish: Option<String>,
    /// What is told beyond that, as far as the viewer may see it.
    pub sections: Vec<SectionShown>,
    /// Steps of the warm hand-over.
    pub legs: Vec<LegShown>,
    /// Questions and answers.
    pub messages: Vec<MessageShown>,
    /// Follow-ups of this connection: those found and those to come.
    pub follow_ups: Vec<FollowUpShown>,
    /// What was done, oldest first.
    pub events: Vec<EventShown>,
    /// What is to be done, by whom, until when.
    pub tasks: Vec<TaskShown>,
    /// What the viewer's side may do now.
    pub may: Vec<Verb>,
    /// What the sender may write down for the receiver, told by telephone or on paper.
    pub may_write_down: Vec<Verb>,
    /// Until when the last change can be taken back by the viewer's agency.
    #[schema(value_type = Option<String>)]
    pub undo_until: Option<Time>,
    /// For the sender: the declined referral that this one continues.
    #[schema(value_type = Option<String>)]
    pub follows: Option<ReferralId>,
    /// For the sender: when the person's consent to the receiver ends.
    #[schema(value_type = Option<String>)]
    pub consent_until: Option<Time>,
    /// For the sender: until when the receiver's link opens.
    #[schema(value_type = Option<String>)]
    pub link_until: Option<Time>,
    /// For optimistic saving.
    pub version: i64,
}

/// Where a referral stands, as it is shown.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Stand {
    /// The state.
    pub state: State,
    /// Day of the last event.
    #[schema(value_type = String)]
    pub since: Date,
    /// Day on which it was sent.
    #[schema(value_type = Option<String>)]
    pub sent_on: Option<Date>,
    /// Last day for the answer.
    #[schema(value_type = Option<String>)]
    pub answer_due_on: Option<Date>,
    /// Since when a question is open.
    #[schema(value_type = Option<String>)]
    pub asked_on: Option<Date>,
    /// Day named for those who wait.
    #[schema(value_type = Option<String>)]
    pub wait_until: Option<Date>,
    /// Place in the queue.
    pub wait_place: Option<i64>,
    /// Day of acceptance.
    #[schema(value_type = Option<String>)]
    pub accepted_on: Option<Date>,
    /// Day of the first visit.
    #[schema(value_type = Option<String>)]
    pub first_on: Option<Date>,
    /// Where to come.
    pub first_place: Option<String>,
    /// Why the receiver said no.
    pub reason: Option<DeclineReason>,
    /// Another agency that the receiver suggests.
    pub suggests: Option<AgencyRef>,
    /// How often the sender has asked again.
    pub second_looks: i64,
    /// How often the person did not come.
    pub no_shows: i64,
    /// Day of the next try.
    #[schema(value_type = Option<String>)]
    pub next_try_on: Option<Date>,
    /// Day on which the person came.
    #[schema(value_type = Option<String>)]
    pub arrived_on: Option<Date>,
    /// Who came along.
    pub arrived_with: Option<String>,
    /// Day on which the receiver confirmed.
    #[schema(value_type = Option<String>)]
    pub confirmed_on: Option<Date>,
    /// Day on which the sender learned of it.
    #[schema(value_type = Option<String>)]
    pub known_on: Option<Date>,
    /// What the person says.
    pub says: Option<Says>,
    /// Day of connection.
    #[schema(value_type = Option<String>)]
    pub connected_on: Option<Date>,
    /// How ready the person is.
    pub readiness: Option<Readiness>,
}

/// Something to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct TaskShown {
    /// What.
    pub what: Todo,
    /// Whether it is the viewer's turn.
    pub ours: bool,
    /// The last day for it.
    #[schema(value_type = String)]
    pub due_on: Date,
    /// Whether that day has passed.
    pub overdue: bool,
}

/// Opens a referral for one of its two sides.
pub fn show(cx: &mut Cx<'_>, id: ReferralId) -> Outcome<Shown> {
    if matches!(cx.who, Who::Worker(_)) {
        cx.allow(Act::OpenPerson)?;
    }
    let open = acts::open(cx, id, None)?;
    let mut opening = Opening::new(&open.mask);
    let shown = put_together(cx, &open, &mut opening)?;
    let event = Event::of("referral.open")
        .about(open.referral.person)
        .on(id.raw())
        .purpose(Purpose::Handover)
        .known_by(&open.mask)
        .label(opening.seen());
    audit::record(cx, event)?;
    Ok(shown)
}

fn put_together(cx: &mut Cx<'_>, open: &Open, opening: &mut Opening<'_>) -> Outcome<Shown> {
    let referral = &open.referral;
    let (id, side) = (referral.id, open.by.side);
    let eyes = Eyes { viewer: open.by.agency, sender: referral.from };
    let sender = sender_part(cx, open)?;
    let told = store::sections::of(cx.tx, id, eyes)?;
    let (wish, sections) = parts::sections(told, opening, sender.receiver.as_ref());
    let legs = parts::legs(store::legs::of(cx.tx, id, eyes)?, opening);
    let done = events::of(cx.tx, id, eyes)?;
    let found = store::follow_ups::of(cx.tx, id, eyes)?;
    Ok(Shown {
        id,
        act: referral.kind,
        side,
        person: names::person(cx, referral.person, &open.mask)?,
        from: names::agency(cx, referral.from)?,
        to: names::agency(cx, referral.to)?,
        urgent: referral.urgent,
        made_at: referral.made_at,
        stand: stand(cx, open, eyes, opening)?,
        wish,
        sections,
        messages: parts::messages(events::thread(cx.tx, id, eyes)?, opening, eyes),
        follow_ups: parts::follow_ups(found, &referral.standing, opening),
        events: parts::events(cx, done, side, &legs, opening)?,
        legs,
        tasks: tasks(&referral.standing, side, cx.today()),
        may: may(&referral.standing, side),
        may_write_down: sender.may_write_down,
        undo_until: undo_until(cx, open)?,
        follows: sender.follows,
        consent_until: sender.consent_until,
        link_until: sender.link_until,
        version: referral.version,
    })
}

/// What only the sender is shown.
#[derive(Default)]
struct SenderPart {
    receiver: Option<Mask>,
    may_write_down: Vec<Verb>,
    follows: Option<ReferralId>,
    consent_until: Option<Time>,
    link_until: Option<Time>,
}

fn sender_part(cx: &mut Cx<'_>, open: &Open) -> Outcome<SenderPart> {
    if open.by.side != Side::Sender {
        return Ok(SenderPart::default());
    }
    let Referral { id, person, to, follows, ref standing, .. } = open.referral;
    let mut may_write_down = may(standing, Side::Word);
    if agency::get(cx, to)?.has_account {
        may_write_down.retain(|verb| matches!(verb, Verb::Arrive | Verb::NoShow));
    }
    Ok(SenderPart {
        receiver: Some(consent::mask(cx, to, person, Purpose::Handover)?),
        may_write_down,
        follows,
        consent_until: consent::ends(cx, person, to)?,
        link_until: links::of(cx.tx, id, cx.now)?.map(|(until, _)| until),
    })
}

/// Opens the referral behind the link that is held now.
pub fn show_through_link(cx: &mut Cx<'_>) -> Outcome<Shown> {
    let id = acts::through_link(cx)?;
    show(cx, id)
}

fn stand(cx: &mut Cx<'_>, open: &Open, eyes: Eyes, opening: &mut Opening<'_>) -> Outcome<Stand> {
    let s = &open.referral.standing;
    let line = |line: &Option<base::Line>| line.as_ref().map(|line| line.as_str().to_owned());
    // The sender knows how ready the person is; the receiver is told on the person's consent.
    let readiness = s.readiness.map(|it| eyes.message(eyes.sender, None, it));
    let suggests = match s.suggests {
        Some(other) => Some(names::agency(cx, other)?),
        None => None,
    };
    Ok(Stand {
        state: s.state,
        since: s.since,
        sent_on: s.sent_on,
        answer_due_on: s.answer_due_on,
        asked_on: s.asked_on,
        wait_until: s.wait_until,
        wait_place: s.wait_place,
        accepted_on: s.accepted_on,
        first_on: s.first_on,
        first_place: opening.text(store::at_a_place(line(&s.first_place))),
        reason: s.reason,
        suggests,
        second_looks: s.second_looks,
        no_shows: s.no_shows,
        next_try_on: s.next_try_on,
        arrived_on: s.arrived_on,
        arrived_with: opening.text(eyes.shut(open.referral.to, None, line(&s.arrived_with))),
        confirmed_on: s.confirmed_on,
        known_on: s.known_on,
        says: s.says,
        connected_on: s.connected_on,
        readiness: readiness.and_then(|sealed| opening.value(sealed)).map(|it| *it),
    })
}

fn tasks(standing: &Standing, side: Side, today: Date) -> Vec<TaskShown> {
    let show = |task: &rules::Task| TaskShown {
        what: task.what,
        ours: task.whose.is(side),
        due_on: task.due,
        overdue: task.due < today,
    };
    rules::tasks(standing).iter().map(show).collect()
}

/// What a side may do now, without what only looks allowed: an answer to no question, a second second look.
fn may(standing: &Standing, side: Side) -> Vec<Verb> {
    let fits = |verb: &Verb| match verb {
        Verb::Answer => standing.asked_on.is_some(),
        Verb::SecondLook => standing.second_looks < rules::SECOND_LOOKS,
        Verb::LegDone | Verb::LegMissed | Verb::LegCancel | Verb::Undo => false,
        _ => true,
    };
    let allowed = |verb: &Verb| rules::next(standing.state, *verb, side).is_ok() && fits(verb);
    Verb::ALL.iter().copied().filter(allowed).collect()
}

fn undo_until(cx: &mut Cx<'_>, open: &Open) -> Outcome<Option<Time>> {
    let Some(last) = events::at(cx.tx, open.referral.id, open.referral.version)? else { return Ok(None) };
    let may = rules::may_undo(last.verb, last.by, last.at, open.by.agency, cx.now).is_ok() && last.before.is_some();
    Ok(may.then(|| last.at.plus_minutes(rules::UNDO_MINUTES)))
}
