//! What opens something: a grant of the person, and break-glass.

use crate::label::{Categories, Category};
use crate::purpose::{Purpose, Purposes};

/// What a person allows one agency to see, for which purposes and how long.
///
/// Times are microseconds UTC, `[from, until)`. To revoke is to lower `until`; to allow more is another grant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grant {
    /// Which grant: the basis that is written into the audit log.
    pub id: i64,
    /// Which state of the grant was in force.
    pub version: i64,
    /// What the agency may use it for.
    pub purposes: Purposes,
    /// What the agency may see.
    pub categories: Categories,
    /// From when relapse may be told although the agency has a duty to report: the person allowed it in a step of its
    /// own that names the agency and says it may be reported, somebody from outside justice was there, and a day to
    /// take it back has passed. `None` if one of these is missing. Without a duty it makes no difference.
    pub relapse_from: Option<i64>,
    /// The first microsecond in which it holds.
    pub from: i64,
    /// The first microsecond in which it no longer holds.
    pub until: i64,
}

impl Grant {
    /// Whether the grant holds for this purpose at this time.
    pub const fn is_live(&self, purpose: Purpose, now: i64) -> bool {
        self.purposes.has(purpose) && self.from <= now && now < self.until
    }

    /// Whether relapse may be told at this time to an agency with a duty to report.
    pub const fn names_relapse(&self, now: i64) -> bool {
        match self.relapse_from {
            Some(from) => from <= now,
            None => false,
        }
    }
}

/// What a grant really gives at one moment to an agency that has, or has not, a duty to report.
#[must_use]
pub const fn effective(categories: Categories, names_relapse: bool, duty_to_report: bool) -> Categories {
    if duty_to_report && !names_relapse { categories.without(Categories::of(&[Category::Relapse])) } else { categories }
}

/// The same for every moment: what a grant comes to, and from when on relapse is part of it; `None` if at once or never.
///
/// These are the columns `eff` and `relapse_at` of a grant's row. When the agency's duty changes, its rows are worked
/// out again in the same transaction.
#[must_use]
pub const fn compiled(
    categories: Categories,
    relapse_from: Option<i64>,
    duty_to_report: bool,
) -> (Categories, Option<i64>) {
    match relapse_from {
        Some(_) if duty_to_report => (categories, relapse_from),
        _ => (effective(categories, false, duty_to_report), None),
    }
}

/// What an agency may see on a basis in law other than the person's consent: a support conference, the council for the
/// protection of children, danger, a statute. Which it is, and the fields the law asks for, stay with the row it came from.
///
/// Times are microseconds UTC, `[from, until)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LegalBasis {
    /// Which one: the basis that is written into the audit log.
    pub id: i64,
    /// What the agency may use it for.
    pub purposes: Purposes,
    /// What the agency may see.
    pub categories: Categories,
    /// Whether it protects life, body or property where consent is hard to have. Only then it goes before a refusal.
    pub vital: bool,
    /// The first microsecond in which it holds.
    pub from: i64,
    /// The first microsecond in which it no longer holds.
    pub until: i64,
}

impl LegalBasis {
    /// Whether it holds for this purpose at this time.
    pub const fn is_live(&self, purpose: Purpose, now: i64) -> bool {
        self.purposes.has(purpose) && self.from <= now && now < self.until
    }

    /// What it opens: never relapse to an agency with a duty to report, because the person has named nobody, and nothing
    /// that the person refuses unless it is [vital](Self::vital).
    #[must_use]
    pub const fn opens(&self, duty_to_report: bool, refused: Categories) -> Categories {
        let given = effective(self.categories, false, duty_to_report);
        if self.vital { given } else { given.without(refused) }
    }
}

/// An emergency look at one person, taken by one worker without the person's consent.
///
/// Times are microseconds UTC, `[from, until)`; it never holds longer than [`BreakGlass::LONGEST`], whatever
/// `until` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BreakGlass {
    /// Which one: the basis that is written into the audit log.
    pub id: i64,
    /// The first microsecond in which it holds.
    pub from: i64,
    /// The first microsecond in which it no longer holds.
    pub until: i64,
}

impl BreakGlass {
    /// Sixty minutes in microseconds.
    pub const LONGEST: i64 = 60 * 60 * 1_000_000;

    /// Whether it holds at this time.
    pub const fn is_live(&self, now: i64) -> bool {
        self.from <= now && now < self.until && now < self.from.saturating_add(Self::LONGEST)
    }

    /// What it opens: never justice, family, livelihood or notes, and no relapse to an agency with a duty to report,
    /// because nobody has named that agency.
    #[must_use]
    pub const fn opens(duty_to_report: bool) -> Categories {
        effective(Categories::ALL.without(Categories::NEVER_BY_BREAK_GLASS), false, duty_to_report)
    }
}
