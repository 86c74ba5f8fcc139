//! The parts of a referral's view: seals opened one by one, and what stays shut left out.

use std::collections::BTreeMap;

use base::{AgencyId, Date, LegId, Outcome, Time};
use policy::{Categories, Disclosed, Label, Mask, Sealed};
use serde::Serialize;
use utoipa::ToSchema;
use web::Cx;

use super::names;
use crate::referral::codes::{Channel, How, LegKind, LegStatus, Outcome as Found, Side, State, Step, Verb};
use crate::referral::model::Standing;
use crate::referral::store::events::{Event, Message};
use crate::referral::store::follow_ups::FollowUp;
use crate::referral::store::legs::Leg;
use crate::referral::store::sections::Part;
use crate::referral::store::{Eyes, Shut};

/// A part of what is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct SectionShown {
    /// Codes of what it is about.
    pub label: Vec<&'static str>,
    /// The text.
    pub text: String,
    /// For the sender: whether the receiver may see it now. `None` for the receiver.
    pub reaches_receiver: Option<bool>,
}

/// A step of the warm hand-over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct LegShown {
    /// Its id.
    #[schema(value_type = String)]
    pub id: LegId,
    /// Which step.
    pub kind: LegKind,
    /// How it stands.
    pub status: LegStatus,
    /// When.
    #[schema(value_type = String)]
    pub on: Date,
    /// Who goes along.
    pub companion: Option<String>,
    /// Where they meet.
    pub place: Option<String>,
    /// What was said about it.
    pub note: Option<String>,
    /// What came of it.
    pub settled_note: Option<String>,
    /// When that was written down.
    #[schema(value_type = Option<String>)]
    pub settled_at: Option<Time>,
    /// The agency that planned it.
    #[schema(value_type = String)]
    pub by: AgencyId,
}

/// A question or an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct MessageShown {
    /// When.
    #[schema(value_type = String)]
    pub at: Time,
    /// Whether the viewer's agency wrote it.
    pub ours: bool,
    /// Whether it answers.
    pub is_answer: bool,
    /// The text.
    pub text: String,
}

/// A follow-up, found or to come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct FollowUpShown {
    /// Which.
    pub step: Step,
    /// The day on which to ask; `None` for one of an earlier connection.
    #[schema(value_type = Option<String>)]
    pub due_on: Option<Date>,
    /// What was found; `None` when nobody has asked yet.
    pub outcome: Option<Found>,
    /// How the person was asked.
    pub how: Option<How>,
    /// When.
    #[schema(value_type = Option<String>)]
    pub at: Option<Time>,
    /// The agency that asked.
    #[schema(value_type = Option<String>)]
    pub by: Option<AgencyId>,
    /// What was written.
    pub note: Option<String>,
}

/// Something that was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct EventShown {
    /// When.
    #[schema(value_type = String)]
    pub at: Time,
    /// The agency.
    #[schema(value_type = String)]
    pub by: AgencyId,
    /// The worker's name; `None` behind a link.
    pub worker: Option<String>,
    /// How it reached us.
    pub channel: Channel,
    /// What.
    pub verb: Verb,
    /// From which state.
    pub from: State,
    /// To which state.
    pub to: State,
    /// What was written.
    pub note: Option<String>,
}

/// Opens seals with a mask, and remembers what the opened things are about.
pub struct Opening<'a> {
    mask: &'a Mask,
    seen: Categories,
}

impl<'a> Opening<'a> {
    /// Nothing opened yet but that the person is known.
    pub fn new(mask: &'a Mask) -> Self {
        Self { mask, seen: Label::EXISTENCE.categories() }
    }

    /// What everything opened so far is about.
    pub const fn seen(&self) -> Categories {
        self.seen
    }

    /// The value behind a seal, if it opens.
    pub fn value<T>(&self, sealed: Sealed<T>) -> Option<Disclosed<T>> {
        self.mask.open(sealed)
    }

    /// The text of something shut, if it opens.
    pub fn text(&mut self, shut: Option<Shut>) -> Option<String> {
        let shut = shut?;
        let text = self.mask.open(shut.text)?;
        self.seen = self.seen.plus(shut.about);
        Some((*text).clone())
    }
}

/// Codes of a label, in the order of the categories.
pub fn codes(label: Label) -> Vec<&'static str> {
    label.categories().iter().map(policy::Category::code).collect()
}

/// The wish and the sections that open. `receiver`: for the sender, what the receiver may see.
pub fn sections(
    told: Vec<Sealed<Part>>,
    opening: &mut Opening<'_>,
    receiver: Option<&Mask>,
) -> (Option<String>, Vec<SectionShown>) {
    let mut wish = None;
    let mut sections = Vec::new();
    for part in told {
        let Some(part) = opening.value(part) else { continue };
        opening.seen = opening.seen.plus(part.label.categories());
        if part.is_wish {
            wish = Some(part.text.clone());
        } else {
            sections.push(SectionShown {
                label: codes(part.label),
                text: part.text.clone(),
                reaches_receiver: receiver.map(|mask| mask.sees(part.label, false).is_some()),
            });
        }
    }
    (wish, sections)
}

/// The steps that open.
pub fn legs(told: Vec<Sealed<Leg>>, opening: &mut Opening<'_>) -> Vec<LegShown> {
    let mut shown = Vec::new();
    for leg in told {
        let Some(leg) = opening.value(leg) else { continue };
        shown.push((*leg.map(|leg| show_leg(leg, opening))).clone());
    }
    shown
}

fn show_leg(leg: Leg, opening: &mut Opening<'_>) -> LegShown {
    LegShown {
        id: leg.id,
        kind: leg.kind,
        status: leg.status,
        on: leg.on,
        companion: opening.text(leg.companion),
        place: opening.text(leg.place),
        note: opening.text(leg.note),
        settled_note: opening.text(leg.settled_note),
        settled_at: leg.settled_at,
        by: leg.by,
    }
}

/// The thread, as far as it opens.
pub fn messages(told: Vec<Sealed<Message>>, opening: &mut Opening<'_>, eyes: Eyes) -> Vec<MessageShown> {
    let mut shown = Vec::new();
    for message in told {
        let Some(message) = opening.value(message) else { continue };
        opening.seen = opening.seen.plus(message.label.map_or(Categories::NONE, Label::categories));
        shown.push(MessageShown {
            at: message.at,
            ours: message.by == eyes.viewer,
            is_answer: message.is_answer,
            text: message.text.clone(),
        });
    }
    shown
}

/// Every follow-up that was found, and those of this connection that are to come.
pub fn follow_ups(found: Vec<FollowUp>, standing: &Standing, opening: &mut Opening<'_>) -> Vec<FollowUpShown> {
    let due = |step: Step| standing.connected_on.map(|day| step.due(day));
    let mut shown: Vec<FollowUpShown> = Vec::new();
    let mut done = Vec::new();
    for one in found {
        let current = one.round == standing.rounds;
        if current {
            done.push(one.step);
        }
        shown.push(FollowUpShown {
            step: one.step,
            due_on: due(one.step).filter(|_| current),
            outcome: Some(one.outcome),
            how: Some(one.how),
            at: Some(one.at),
            by: Some(one.by),
            note: opening.text(one.note),
        });
    }
    if standing.state == State::Connected {
        let to_come = Step::ALL.iter().filter(|step| !done.contains(step));
        shown.extend(to_come.map(|&step| FollowUpShown {
            step,
            due_on: due(step),
            outcome: None,
            how: None,
            at: None,
            by: None,
            note: None,
        }));
    }
    shown
}

/// What was done, as far as the viewer's side may know of it. An event about a step that stays shut stays out too.
pub fn events(
    cx: &mut Cx<'_>,
    done: Vec<Event>,
    side: Side,
    legs: &[LegShown],
    opening: &mut Opening<'_>,
) -> Outcome<Vec<EventShown>> {
    let mut workers = BTreeMap::new();
    let mut shown = Vec::new();
    for event in done {
        let of_shut_leg = event.leg.is_some_and(|id| legs.iter().all(|leg| leg.id != id));
        if of_shut_leg || (side == Side::Receiver && !event.is_open_to_receiver()) {
            continue;
        }
        let worker = match event.worker {
            Some(id) => Some(names::worker(cx, &mut workers, id)?),
            None => None,
        };
        shown.push(EventShown {
            at: event.at,
            by: event.by,
            worker,
            channel: event.channel,
            verb: event.verb,
            from: event.from,
            to: event.to,
            note: opening.text(event.note),
        });
    }
    Ok(shown)
}
