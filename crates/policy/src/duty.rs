//! The duty to report: a dated fact of an agency, "yes" until somebody has checked.

/// What somebody checked about an agency's duty to report. The legal basis stays with the row it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DutyFact {
    /// The first microsecond (UTC) in which it holds, until the next fact.
    pub from: i64,
    /// Whether the agency must report drug use it learns of.
    pub reports: bool,
}

/// An agency's duty to report at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duty {
    /// Whether the agency must report drug use it learns of.
    pub reports: bool,
    /// Whether somebody has checked it; otherwise it is the careful default of the kind of agency.
    pub checked: bool,
}

/// The duty in force at `now`: the latest fact that has begun, otherwise the default of the kind of agency, which
/// is "yes" for every public and justice body.
///
/// The order of the facts does not matter. If two begin in the same microsecond and disagree, the duty holds: the
/// mistake then hides something instead of reporting somebody.
#[must_use]
pub fn duty_now(kind_default: bool, facts: &[DutyFact], now: i64) -> Duty {
    facts
        .iter()
        .filter(|fact| fact.from <= now)
        .max_by_key(|fact| (fact.from, fact.reports))
        .map_or(Duty { reports: kind_default, checked: false }, |fact| Duty { reports: fact.reports, checked: true })
}
