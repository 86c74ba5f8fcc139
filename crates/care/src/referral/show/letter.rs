//! The letter to the receiver: what the person allowed, and nothing more.

use base::{Date, Outcome, Problem, ReferralId};
use people::audit::{self, Event};
use people::{agency, consent};
use policy::{Act, Purpose};
use serde::Serialize;
use utoipa::ToSchema;
use web::Cx;

use super::names::{self, PersonRef};
use super::parts::{self, Opening, SectionShown};
use crate::referral::acts;
use crate::referral::codes::{Kind, Side};
use crate::referral::store::{self, Eyes};

/// What stands in a letter.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Letter {
    /// The referral, to be named in the answer.
    #[schema(value_type = String)]
    pub referral: ReferralId,
    /// Day of the letter.
    #[schema(value_type = String)]
    pub on: Date,
    /// The region's name.
    pub region: String,
    /// Refer or transfer.
    pub act: Kind,
    /// Whether it is urgent.
    pub urgent: bool,
    /// Who writes.
    pub from: Letterhead,
    /// To whom.
    pub to: Letterhead,
    /// About whom.
    pub person: PersonRef,
    /// What the person wishes.
    pub wish: Option<String>,
    /// What the person allows this receiver to be told.
    pub sections: Vec<SectionShown>,
    /// Until when an answer is asked for.
    #[schema(value_type = Option<String>)]
    pub answer_by: Option<Date>,
}

/// An agency at the head of a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Letterhead {
    /// Its name.
    pub name: String,
    /// Where it works.
    pub area: String,
    /// Its telephone.
    pub phone: Option<String>,
    /// What it tells to whom.
    pub tells: String,
}

/// Puts a letter together, with the receiver's eyes: a sentence that the receiver may not see is not in it.
///
/// Takes a live consent to hand the person over; only the sender writes letters.
pub fn letter(cx: &mut Cx<'_>, id: ReferralId) -> Outcome<Letter> {
    cx.allow(Act::SendReferral)?;
    let open = acts::open(cx, id, None)?;
    if open.by.side != Side::Sender {
        return Err(Problem::forbidden("referral-not-yours"));
    }
    let referral = open.referral;
    let mask = consent::mask(cx, referral.to, referral.person, Purpose::Handover)?;
    let basis = consent::basis_in(&mask)?;
    // Nor may a letter tell whoever prints it what a wall hides from them.
    let mask = mask.behind(open.mask.denied());
    let eyes = Eyes { viewer: referral.to, sender: referral.from };
    let mut opening = Opening::new(&mask);
    let (wish, sections) = parts::sections(store::sections::of(cx.tx, id, eyes)?, &mut opening, None);
    let letter = Letter {
        referral: id,
        on: cx.today(),
        region: cx.config.region.clone(),
        act: referral.kind,
        urgent: referral.urgent,
        from: letterhead(cx, referral.from)?,
        to: letterhead(cx, referral.to)?,
        person: names::person(cx, referral.person, &mask)?,
        wish,
        sections,
        answer_by: referral.standing.answer_due_on,
    };
    let event = Event::of("referral.letter")
        .about(referral.person)
        .on(id.raw())
        .purpose(Purpose::Handover)
        .basis(&basis)
        .label(opening.seen());
    audit::record(cx, event)?;
    Ok(letter)
}

fn letterhead(cx: &mut Cx<'_>, id: base::AgencyId) -> Outcome<Letterhead> {
    let it = agency::get(cx, id)?;
    Ok(Letterhead { name: it.name, area: it.area, phone: it.phone, tells: it.tells })
}
