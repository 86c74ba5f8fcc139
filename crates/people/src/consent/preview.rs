//! What an agency would see if the person agreed: nothing is kept, nobody is told.

use base::{Outcome, PersonId, Problem, Time};
use policy::{Act, Categories, Category, Facts, Purpose};
use web::Cx;

use super::model::{ConsentInput, GrantRow};
use super::naming::Naming;
use super::{acts, grants_shown, naming, refusals_shown};
use crate::audit::{self, Event};
use crate::person::{self, Seen};
use crate::{agency, consent};

/// What a consent that is not given yet would come to.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The agency it would be given to.
    pub to: agency::Agency,
    /// What the agency could see about the person for supporting them; nothing if it may not look for that.
    pub opens: Categories,
    /// What was said yes to and stays closed all the same, because the person forbids it.
    pub forbidden: Categories,
    /// From when relapse would be told, when it is named and the agency has a duty to report; before that it is not.
    pub relapse_from: Option<Time>,
    /// The record as the agency would see it, and what would stay closed.
    pub seen: Seen,
}

/// Works out what an agency would see with this consent, beside those the asking agency knows of already.
///
/// Consents, an involvement and walls that the asker may not know of do not count: their effect would tell of them. What the
/// agency would see for handing over only is what a hand-over tells, not the record.
pub fn preview(cx: &mut Cx<'_>, person: PersonId, input: &ConsentInput) -> Outcome<Preview> {
    cx.allow(Act::TakeConsent)?;
    let (_, mine) = consent::knowing(cx, person)?;
    let new = input.parse(cx.today())?;
    let to = agency::get(cx, new.to).map_err(|_| Problem::field("to", "base-field-not-a-choice"))?;
    let duty_to_report = agency::duty_to_report(cx, to.id)?;
    if new.relapse_named {
        naming::check(cx, to.id, duty_to_report, new.outside.as_ref())?;
    }
    let now = cx.now;
    let mut grants: Vec<_> =
        grants_shown(cx, person)?.iter().filter(|g| g.agency == to.id).map(GrantRow::policy).collect();
    grants.push(policy::Grant {
        id: 0,
        version: 0,
        purposes: new.purposes,
        categories: new.categories,
        // What it comes to once the pause is over, so that nobody agrees to more than was shown.
        relapse_from: new.outside.as_ref().map(|_| now.micros()),
        from: now.micros(),
        until: acts::end_of(new.until).micros(),
    });
    let refusals = refusals_shown(cx, person)?;
    let refused = refusals.iter().filter(|r| r.agency == to.id).fold(Categories::NONE, |all, r| all.plus(r.categories));
    let theirs = policy::mask(&Facts {
        purpose: Purpose::Support,
        now: now.micros(),
        own_client: false,
        duty_to_report,
        grants: &grants,
        // What the law shares, it shares with or without this consent.
        bases: &[],
        refused,
        barrier: Categories::NONE,
        break_glass: None,
    });
    let name = person::name(cx, person, &mine)?.ok_or(Problem::NotFound)?;
    let seen = person::seen_by(cx, (person, name), &mine, (to.id, &theirs))?;
    let label = seen.open.iter().fold(Categories::from(Category::Existence), |all, e| all.plus(e.label.categories()));
    audit::record(
        cx,
        Event::of("consent.preview").about(person).purpose(Purpose::Support).known_by(&mine).label(label),
    )?;
    let relapse_from = Naming::given(new.outside, cx.now).from.filter(|_| duty_to_report);
    Ok(Preview { opens: theirs.allowed(), forbidden: new.categories.common(refused), relapse_from, to, seen })
}
