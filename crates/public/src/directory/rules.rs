//! Decisions of the directory, without a database: does an offer fit, is a statement still to be trusted

use std::collections::BTreeSet;

use base::{Date, Msg};

use super::model::{Capacity, Circumstance, Circumstances, Dependence, Offer, OfferKind, Sex};
use super::schedule::Free;

/// Days after which a listing that nobody has checked is shown as old
pub const STALE_AFTER: i64 = 365;

/// Days after which "there is room" is no longer shown as true
pub const CAPACITY_HOLDS: i64 = 30;

web::codes! {
    /// Who looks for help
    Seeker, "directory-seeker-" {
        /// The one who depends on something
        Person = "person",
        /// Somebody close to them
        Relative = "relative",
    }
}

/// What somebody needs; whatever is not given does not matter
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Need {
    /// Who looks for help
    pub seeker: Option<Seeker>,
    /// What kind of help
    pub kind: Option<OfferKind>,
    /// For what
    pub dependence: Option<Dependence>,
    /// As whom
    pub sex: Option<Sex>,
    /// How old
    pub age: Option<u8>,
    /// In what circumstances
    pub circumstances: Circumstances,
    /// When they have time; none means any time
    pub free: BTreeSet<Free>,
    /// Wishes that somebody comes along
    pub accompany: bool,
    /// Wishes no urine test
    pub no_urine_test: bool,
    /// Wishes a place now
    pub room_now: bool,
}

impl Need {
    /// Whether nothing was given
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Whether an offer fits a need
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It does, as far as it says
    Fits,
    /// It does not say: ask
    Ask,
    /// It says that it does not
    DoesNot,
}

/// Why
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Especially for people in this circumstance
    Welcome(Circumstance),
    /// Made for this dependence
    ForThis,
    /// For relatives
    ForRelatives,
    /// Somebody comes along
    ComesAlong,
    /// Whether relatives may come is not said
    RelativesUnknown,
    /// When it takes place is not said
    TimeUnknown,
    /// Whether somebody comes along is not said
    CompanyUnknown,
    /// Whether urine is tested is not said
    TestUnknown,
    /// Whether there is room is not known
    RoomUnknown,
    /// There is a list to wait on
    MustWait,
    /// Another kind of help
    OtherKind,
    /// For relatives only
    RelativesOnly,
    /// Not for relatives
    NotForRelatives,
    /// For women only
    WomenOnly,
    /// For men only
    MenOnly,
    /// Too young
    FromAge(u8),
    /// Too old
    ToAge(u8),
    /// Made for other dependences
    ForOthers,
    /// Cannot take people in this circumstance
    Not(Circumstance),
    /// At other times
    OtherTimes,
    /// Nobody comes along
    NobodyComesAlong,
    /// Urine is tested
    Tested,
    /// Full
    Full,
    /// No longer offered
    Over,
}

impl Reason {
    /// What follows from it alone
    pub const fn verdict(self) -> Verdict {
        match self {
            Self::Welcome(_) | Self::ForThis | Self::ForRelatives | Self::ComesAlong => Verdict::Fits,
            Self::RelativesUnknown
            | Self::TimeUnknown
            | Self::CompanyUnknown
            | Self::TestUnknown
            | Self::RoomUnknown
            | Self::MustWait => Verdict::Ask,
            _ => Verdict::DoesNot,
        }
    }

    /// The sentence; the name of a circumstance is put in by [`Reason::circumstance`]
    pub fn msg(self) -> Msg {
        match self {
            Self::Welcome(_) => Msg::new("directory-because-welcome"),
            Self::ForThis => Msg::new("directory-because-for-this"),
            Self::ForRelatives => Msg::new("directory-because-for-relatives"),
            Self::ComesAlong => Msg::new("directory-because-comes-along"),
            Self::RelativesUnknown => Msg::new("directory-because-relatives-unknown"),
            Self::TimeUnknown => Msg::new("directory-because-time-unknown"),
            Self::CompanyUnknown => Msg::new("directory-because-company-unknown"),
            Self::TestUnknown => Msg::new("directory-because-test-unknown"),
            Self::RoomUnknown => Msg::new("directory-because-room-unknown"),
            Self::MustWait => Msg::new("directory-because-must-wait"),
            Self::OtherKind => Msg::new("directory-because-other-kind"),
            Self::RelativesOnly => Msg::new("directory-because-relatives-only"),
            Self::NotForRelatives => Msg::new("directory-because-not-for-relatives"),
            Self::WomenOnly => Msg::new("directory-because-women-only"),
            Self::MenOnly => Msg::new("directory-because-men-only"),
            Self::FromAge(age) => Msg::new("directory-because-from-age").arg("age", age),
            Self::ToAge(age) => Msg::new("directory-because-to-age").arg("age", age),
            Self::ForOthers => Msg::new("directory-because-for-others"),
            Self::Not(_) => Msg::new("directory-because-not"),
            Self::OtherTimes => Msg::new("directory-because-other-times"),
            Self::NobodyComesAlong => Msg::new("directory-because-nobody-comes-along"),
            Self::Tested => Msg::new("directory-because-tested"),
            Self::Full => Msg::new("directory-because-full"),
            Self::Over => Msg::new("directory-because-over"),
        }
    }

    /// The circumstance it is about
    pub const fn circumstance(self) -> Option<Circumstance> {
        match self {
            Self::Welcome(one) | Self::Not(one) => Some(one),
            _ => None,
        }
    }
}

/// Whether an offer fits, and why
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The worst that any reason says
    pub verdict: Verdict,
    /// Every reason, in the order of the questions
    pub because: Vec<Reason>,
}

/// Whether `offer` fits `need` on `today`
///
/// What is not said counts as "ask", never as "no": the directory must not turn away somebody whom the agency would take.
/// Only for relatives is it the other way round: a programme or a place to live is for the person themselves unless it
/// says otherwise.
pub fn decide(offer: &Offer, need: &Need, today: Date) -> Decision {
    let because: Vec<Reason> = [
        offered(offer, need, today),
        for_seeker(offer, need),
        for_dependence(offer, need),
        for_sex(offer, need),
        for_age(offer, need),
        at_times(offer, need, today),
        with_company(offer, need),
        without_test(offer, need),
        with_room(offer, need, today),
    ]
    .into_iter()
    .flatten()
    .chain(in_circumstances(offer, need))
    .collect();
    let verdict = because.iter().map(|reason| reason.verdict()).max().unwrap_or(Verdict::Fits);
    Decision { verdict, because }
}

fn offered(offer: &Offer, need: &Need, today: Date) -> Option<Reason> {
    if !offer.is.active || offer.is.schedule.is_over(today) {
        return Some(Reason::Over);
    }
    need.kind.filter(|kind| *kind != offer.is.kind).map(|_| Reason::OtherKind)
}

fn for_seeker(offer: &Offer, need: &Need) -> Option<Reason> {
    let is_for_family = offer.is.kind == OfferKind::Family || offer.is.who.welcome.has(Circumstance::Family);
    match need.seeker? {
        Seeker::Person => (offer.is.kind == OfferKind::Family).then_some(Reason::RelativesOnly),
        Seeker::Relative if offer.is.who.excluded.has(Circumstance::Family) => Some(Reason::NotForRelatives),
        Seeker::Relative if is_for_family => Some(Reason::ForRelatives),
        Seeker::Relative => match offer.is.kind {
            OfferKind::Consultation | OfferKind::Legal | OfferKind::Medical | OfferKind::Other => {
                Some(Reason::RelativesUnknown)
            }
            _ => Some(Reason::NotForRelatives),
        },
    }
}

fn for_dependence(offer: &Offer, need: &Need) -> Option<Reason> {
    let (wanted, taken) = (need.dependence?, offer.is.who.dependence);
    if taken.is_empty() || wanted == Dependence::Unknown || taken.has(Dependence::Unknown) {
        return None;
    }
    let covered = taken.has(wanted) || wanted.is_drug() && taken.has(Dependence::OtherDrug);
    Some(if covered { Reason::ForThis } else { Reason::ForOthers })
}

fn for_sex(offer: &Offer, need: &Need) -> Option<Reason> {
    match (offer.is.who.sex?, need.sex?) {
        (Sex::Women, Sex::Men) => Some(Reason::WomenOnly),
        (Sex::Men, Sex::Women) => Some(Reason::MenOnly),
        _ => None,
    }
}

fn for_age(offer: &Offer, need: &Need) -> Option<Reason> {
    let age = need.age?;
    let young = offer.is.who.age_from.filter(|from| age < *from).map(Reason::FromAge);
    young.or(offer.is.who.age_to.filter(|to| age > *to).map(Reason::ToAge))
}

fn at_times(offer: &Offer, need: &Need, today: Date) -> Option<Reason> {
    if need.free.is_empty() {
        return None;
    }
    let times = offer.is.schedule.times(today);
    if times.is_empty() {
        return Some(Reason::TimeUnknown);
    }
    times.is_disjoint(&need.free).then_some(Reason::OtherTimes)
}

fn with_company(offer: &Offer, need: &Need) -> Option<Reason> {
    need.accompany.then_some(match offer.is.accompany {
        Some(true) => Reason::ComesAlong,
        Some(false) => Reason::NobodyComesAlong,
        None => Reason::CompanyUnknown,
    })
}

fn without_test(offer: &Offer, need: &Need) -> Option<Reason> {
    match offer.is.urine_test {
        _ if !need.no_urine_test => None,
        Some(true) => Some(Reason::Tested),
        Some(false) => None,
        None => Some(Reason::TestUnknown),
    }
}

fn with_room(offer: &Offer, need: &Need, today: Date) -> Option<Reason> {
    if !need.room_now {
        return None;
    }
    match capacity_now(offer, today) {
        Capacity::Has => None,
        Capacity::Waiting => Some(Reason::MustWait),
        Capacity::None => Some(Reason::Full),
        Capacity::Ask => Some(Reason::RoomUnknown),
    }
}

fn in_circumstances(offer: &Offer, need: &Need) -> impl Iterator<Item = Reason> {
    let who = offer.is.who.clone();
    need.circumstances.iter().filter_map(move |one| {
        if who.excluded.has(one) {
            Some(Reason::Not(one))
        } else {
            who.welcome.has(one).then_some(Reason::Welcome(one))
        }
    })
}

/// Whether there is room, as far as it can still be believed
pub fn capacity_now(offer: &Offer, today: Date) -> Capacity {
    match offer.capacity_on {
        Some(on) if on.days_until(today) <= CAPACITY_HOLDS => offer.is.capacity,
        _ => Capacity::Ask,
    }
}

/// How far a statement can be trusted, by the day on which somebody checked it
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Freshness {
    /// Checked within a year
    Fresh,
    /// Checked longer ago
    Stale,
    /// Nobody of the network has checked it
    Never,
}

/// How far to trust what was last checked on that day
pub fn freshness(checked_on: Option<Date>, today: Date) -> Freshness {
    match checked_on {
        None => Freshness::Never,
        Some(on) if on.days_until(today) > STALE_AFTER => Freshness::Stale,
        Some(_) => Freshness::Fresh,
    }
}
