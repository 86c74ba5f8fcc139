//! What a worker's day begins with: what waits for the agency, and what must not be forgotten.

use std::collections::{BTreeMap, BTreeSet};

use base::{Date, GrantId, Outcome, PersonId, QuestionId, ReferralId};
use people::audit::{self, Event};
use people::{consent, person};
use policy::{Act, Basis, Label, Mask, Purpose};
use serde::Serialize;
use utoipa::ToSchema;
use web::{Cx, Viewer};

use super::names::{AgencyRef, Names, PersonRef};
use crate::referral::codes::{RequestState, Side, State};
use crate::referral::model::RequestId;
use crate::referral::rules::{self, Todo};
use crate::referral::store::{beside, lists};

/// How far ahead endings are shown, in days.
pub const ENDINGS_DAYS: i64 = 90;

/// The lists of a worker's home. Each thing to do stands once: what is overdue stands there and nowhere else.
#[derive(Clone, Debug, Default, Serialize, ToSchema)]
pub struct Home {
    /// Referrals to answer.
    pub to_answer: Vec<Item>,
    /// Where the others wait for us: questions, requests, days to agree on, a no to look on after.
    pub waiting_on_us: Vec<Item>,
    /// Whether the person came, whether it holds.
    pub to_confirm: Vec<Item>,
    /// Whom to ask how it goes, and whom to look for.
    pub follow_up: Vec<Item>,
    /// What should have been done, by us or by the other side.
    pub overdue: Vec<Item>,
    /// Endings that are known ahead, of persons who have no next link yet.
    pub endings: Vec<Ending>,
    /// Consents that the agency took and that end soon, to be asked about again.
    pub consents: Vec<EndingConsent>,
    /// Whether there is more: only the hand-overs whose days come first are looked through. The rest is in the list.
    pub more: bool,
}

/// Something to be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Item {
    /// The referral.
    #[schema(value_type = Option<String>)]
    pub referral: Option<ReferralId>,
    /// The request.
    #[schema(value_type = Option<String>)]
    pub request: Option<RequestId>,
    /// The question about free places.
    #[schema(value_type = Option<String>)]
    pub question: Option<QuestionId>,
    /// About whom; nobody for a question about free places.
    pub person: Option<PersonRef>,
    /// The agency on the other side.
    pub other: AgencyRef,
    /// Code of what is to be done; besides those of a referral `request` and `capacity`.
    pub what: &'static str,
    /// Whether it is our turn.
    pub ours: bool,
    /// The state of the referral.
    pub state: Option<State>,
    /// Whether it is urgent.
    pub urgent: bool,
    /// The last day for it.
    #[schema(value_type = String)]
    pub due_on: Date,
    /// Whether that day has passed.
    pub overdue: bool,
}

/// An ending that is known ahead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Ending {
    /// Who.
    pub person: PersonRef,
    /// Code of what ends: a stay or a legal status.
    pub kind: &'static str,
    /// On which day.
    #[schema(value_type = String)]
    pub on: Date,
}

/// A consent that ends soon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct EndingConsent {
    /// Whose.
    pub person: PersonRef,
    /// Whom it allows to see.
    pub to: AgencyRef,
    /// The consent.
    #[schema(value_type = String)]
    pub grant: GrantId,
    /// The last day on which it holds.
    #[schema(value_type = String)]
    pub on: Date,
}

/// Reads every list of the acting agency's home.
pub fn home(cx: &mut Cx<'_>) -> Outcome<Home> {
    let by = cx.allow(Act::SeeCaseload)?;
    let mut home = Home::default();
    let mut names = Names::of_agencies(cx)?;
    add_referrals(cx, by, &mut names, &mut home)?;
    add_requests(cx, by, &mut names, &mut home)?;
    add_questions(cx, by, &mut names, &mut home)?;
    add_endings(cx, by, &mut names, &mut home)?;
    add_consents(cx, by, &mut names, &mut home)?;
    let shown: BTreeSet<PersonId> = home.persons().collect();
    let event = Event::of("referral.home")
        .about_all(shown)
        .purpose(Purpose::Handover)
        .basis(&Basis::Grants)
        .label(Label::EXISTENCE.categories());
    audit::record(cx, event)?;
    Ok(home)
}

impl Home {
    fn persons(&self) -> impl Iterator<Item = PersonId> {
        let lists = [&self.to_answer, &self.waiting_on_us, &self.to_confirm, &self.follow_up, &self.overdue];
        let items = lists.into_iter().flatten().filter_map(|item| item.person.as_ref());
        let endings = self.endings.iter().map(|ending| &ending.person);
        let consents = self.consents.iter().map(|ending| &ending.person);
        items.chain(endings).chain(consents).map(|person| person.id)
    }

    fn list_of(&mut self, what: Todo) -> &mut Vec<Item> {
        match what {
            Todo::Decide | Todo::Place => &mut self.to_answer,
            Todo::Send | Todo::Answer | Todo::AfterDecline | Todo::FixDay => &mut self.waiting_on_us,
            Todo::Arrival | Todo::Confirm | Todo::Know | Todo::AskPerson => &mut self.to_confirm,
            Todo::FollowUp | Todo::Reach => &mut self.follow_up,
        }
    }
}

fn add_referrals(cx: &mut Cx<'_>, by: Viewer, names: &mut Names, home: &mut Home) -> Outcome<()> {
    let today = cx.today();
    let rows = lists::home(cx.tx, by.agency, cx.now, today)?;
    home.more = rows.len() >= lists::HOME;
    names.learn(cx, rows.iter().map(|row| (row.referral.person, row.mask)))?;
    for row in rows {
        let referral = &row.referral;
        let (side, other) =
            if referral.from == by.agency { (Side::Sender, referral.to) } else { (Side::Receiver, referral.from) };
        let mut item = Item {
            referral: Some(referral.id),
            request: None,
            question: None,
            person: Some(names.person(cx, referral.person, &row.mask)?),
            other: names.agency(cx, other)?,
            what: "",
            ours: true,
            state: Some(referral.standing.state),
            urgent: referral.urgent,
            due_on: today,
            overdue: false,
        };
        for task in rules::tasks(&referral.standing) {
            item.what = task.what.code();
            item.ours = task.whose.is(side);
            item.due_on = task.due;
            item.overdue = task.due < today;
            if item.overdue {
                home.overdue.push(item.clone());
            } else if item.ours && task.from <= today {
                home.list_of(task.what).push(item.clone());
            }
        }
    }
    Ok(())
}

fn add_requests(cx: &mut Cx<'_>, by: Viewer, names: &mut Names, home: &mut Home) -> Outcome<()> {
    let today = cx.today();
    let rows = beside::requests(cx.tx, by.agency, cx.now)?;
    names.learn(cx, rows.iter().map(|row| (row.0.person, row.1)))?;
    for row in rows {
        let (request, mask) = &*row;
        if request.state != RequestState::Open {
            continue;
        }
        let ours = request.holder == by.agency;
        let item = Item {
            referral: None,
            request: Some(request.id),
            question: None,
            person: Some(names.person(cx, request.person, mask)?),
            other: names.agency(cx, if ours { request.asker } else { request.holder })?,
            what: "request",
            ours,
            state: None,
            urgent: false,
            due_on: request.due_on,
            overdue: request.due_on < today,
        };
        if item.overdue {
            home.overdue.push(item);
        } else if ours {
            home.waiting_on_us.push(item);
        }
    }
    Ok(())
}

fn add_questions(cx: &mut Cx<'_>, by: Viewer, names: &mut Names, home: &mut Home) -> Outcome<()> {
    let today = cx.today();
    for question in beside::questions(cx.tx, by.agency)?.into_iter().filter(|q| q.answered_at.is_none()) {
        let ours = question.to == by.agency;
        let item = Item {
            referral: None,
            request: None,
            question: Some(question.id),
            person: None,
            other: names.agency(cx, if ours { question.from } else { question.to })?,
            what: "capacity",
            ours,
            state: None,
            urgent: false,
            due_on: question.due_on,
            overdue: question.due_on < today,
        };
        if item.overdue {
            home.overdue.push(item);
        } else if ours {
            home.waiting_on_us.push(item);
        }
    }
    Ok(())
}

/// Endings of persons who have not arrived at the next place yet. Having been accepted there is not enough.
fn add_endings(cx: &mut Cx<'_>, by: Viewer, names: &mut Names, home: &mut Home) -> Outcome<()> {
    let until = cx.today().plus_days(ENDINGS_DAYS);
    let endings = person::coming_endings(cx, by.agency, until)?;
    if endings.is_empty() {
        return Ok(());
    }
    let linked: BTreeSet<PersonId> = lists::linked(cx.tx, by.agency)?.into_iter().collect();
    let open: Vec<_> = endings.into_iter().filter(|ending| !linked.contains(&ending.person)).collect();
    let known = known(cx, by, names, open.iter().map(|ending| ending.person))?;
    for ending in open {
        if let Some(mask) = known.get(&ending.person) {
            let person = names.person(cx, ending.person, mask)?;
            home.endings.push(Ending { person, kind: ending.kind.code(), on: ending.on });
        }
    }
    Ok(())
}

/// Consents that end soon, of persons whom the agency still knows.
fn add_consents(cx: &mut Cx<'_>, by: Viewer, names: &mut Names, home: &mut Home) -> Outcome<()> {
    let grants = consent::ending(cx)?;
    let known = known(cx, by, names, grants.iter().map(|grant| grant.person))?;
    for grant in grants {
        if let Some(mask) = known.get(&grant.person) {
            let person = names.person(cx, grant.person, mask)?;
            let on = grant.until.plus_minutes(-1).date_jst();
            home.consents.push(EndingConsent { person, to: names.agency(cx, grant.agency)?, grant: grant.id, on });
        }
    }
    Ok(())
}

/// Decides once about each of these persons and learns the names of those whom the agency knows.
fn known(
    cx: &mut Cx<'_>,
    by: Viewer,
    names: &mut Names,
    persons: impl Iterator<Item = PersonId>,
) -> Outcome<BTreeMap<PersonId, Mask>> {
    let mut known = BTreeMap::new();
    for person in persons.collect::<BTreeSet<_>>() {
        let mask = consent::mask(cx, by.agency, person, Purpose::Handover)?;
        if mask.knows_of() {
            known.insert(person, mask);
        }
    }
    names.learn(cx, known.iter().map(|(person, mask)| (*person, *mask)))?;
    Ok(known)
}
