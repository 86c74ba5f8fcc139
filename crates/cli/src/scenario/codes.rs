//! The words that values are taken from. They are the product's own codes; a test compares the two.

/// A closed set of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Codes {
    /// What one of them is, with its article.
    pub one: &'static str,
    /// Every one, in the order of forms.
    pub all: &'static [&'static str],
}

/// What something told is about.
pub const CATEGORY: Codes = Codes {
    one: "a category",
    all: &[
        "existence",
        "contact",
        "location",
        "health",
        "drug_history",
        "relapse",
        "justice",
        "family",
        "livelihood",
        "notes",
    ],
};

/// What a consent is for.
pub const PURPOSE: Codes = Codes { one: "a purpose", all: &["handover", "support", "follow_up", "advice"] };

/// What somebody depends on.
pub const DEPENDENCE: Codes = Codes {
    one: "a dependence",
    all: &[
        "stimulants",
        "cannabis",
        "opioids",
        "solvents",
        "new_psychoactive",
        "prescription",
        "over_the_counter",
        "other_drug",
        "alcohol",
        "gambling",
        "gaming",
        "other",
        "unknown",
    ],
};

/// Where somebody stands with the law.
pub const LEGAL: Codes = Codes {
    one: "a legal status",
    all: &[
        "none",
        "arrested",
        "bail",
        "suspended_sentence",
        "partial_suspension",
        "parole",
        "probation",
        "prison",
        "medical_observation",
        "juvenile_probation",
        "urgent_aftercare",
    ],
};

/// Where somebody stays.
pub const STAY: Codes = Codes {
    one: "a kind of stay",
    all: &[
        "home",
        "family_home",
        "hostel",
        "independence_home",
        "recovery_facility",
        "hospital",
        "prison",
        "detention",
        "shelter",
        "none",
        "other",
    ],
};

/// What a relative is to the one they worry about.
pub const RELATION: Codes = Codes { one: "a relation", all: &["parent", "spouse", "child", "sibling", "other"] };

/// How the one a relative worries about stands to the support.
pub const PRINCIPAL: Codes = Codes { one: "a standing of the other person", all: &["known", "unknown", "unwilling"] };

/// How a consent was given.
pub const CONSENT_HOW: Codes = Codes { one: "a way to agree", all: &["signed", "spoken"] };

/// What kind of handing over.
pub const ACT: Codes = Codes { one: "an act", all: &["refer", "transfer"] };

/// Where a referral stands.
pub const STATE: Codes = Codes {
    one: "a state",
    all: &[
        "preparing",
        "sent",
        "waiting",
        "accepted",
        "declined",
        "arrived",
        "connected",
        "lost_touch",
        "ended",
        "withdrawn",
    ],
};

/// A step of a warm hand-over.
pub const LEG: Codes = Codes {
    one: "a kind of leg",
    all: &[
        "call_ahead",
        "letter",
        "prison_visit",
        "ward_visit",
        "tour",
        "joint_interview",
        "accompaniment",
        "trial_stay",
        "programme_visit",
        "other",
    ],
};

/// How ready somebody is.
pub const READINESS: Codes =
    Codes { one: "a readiness", all: &["not_now", "curious", "thinking", "visited", "decided"] };

/// Why an agency says no.
pub const REASON: Codes = Codes {
    one: "a reason",
    all: &[
        "no_capacity",
        "not_eligible",
        "out_of_area",
        "needs_assessment_first",
        "person_not_willing",
        "safety",
        "not_offered",
        "cannot_ensure_confidentiality",
        "other",
    ],
};

/// Whether there is a place.
pub const CAPACITY: Codes =
    Codes { one: "an answer", all: &["has_place", "none", "waiting_list", "assessment_needed"] };

/// Which follow-up.
pub const FOLLOW_UP: Codes = Codes { one: "a follow-up", all: &["weeks_2", "month_1", "months_3"] };

/// What a follow-up found.
pub const OUTCOME: Codes = Codes { one: "an outcome", all: &["continuing", "paused", "ended", "lost_touch"] };

/// How somebody was asked.
pub const ASKED_HOW: Codes =
    Codes { one: "a way to ask", all: &["visit", "telephone", "letter", "group", "online", "other"] };

/// What the person says.
pub const SAYS: Codes = Codes { one: "what the person says", all: &["yes", "partly", "no", "not_asked"] };

/// How an agency without an account takes part.
pub const CHANNEL: Codes = Codes { one: "a channel", all: &["telephone", "paper", "link"] };

/// What an agency without an account may do.
pub const DOES: Codes = Codes {
    one: "an act of the other side",
    all: &["accept", "wait", "decline", "arrive", "no_show", "confirm", "ask"],
};

/// A list of the worker's home.
pub const LIST: Codes =
    Codes { one: "a list", all: &["to_answer", "waiting_on_us", "to_confirm", "follow_up", "overdue", "endings"] };

/// How an act is refused.
pub const FAILS: Codes =
    Codes { one: "a way to be refused", all: &["forbidden", "not_found", "refused", "invalid", "stale"] };

/// What a worker may be at their agency.
pub const ROLE: Codes =
    Codes { one: "a role", all: &["worker", "intake_desk", "coordinator", "privacy_officer", "administrator"] };

/// What an agency offers.
pub const OFFER: Codes = Codes {
    one: "a kind of offer",
    all: &["programme", "consultation", "family", "group", "lodging", "medical", "visit", "legal", "work", "other"],
};

/// Whether an offer has room.
pub const ROOM: Codes = Codes { one: "a capacity", all: &["has", "none", "waiting", "ask"] };

/// Whom an offer is for.
pub const SEX: Codes = Codes { one: "whom an offer is for", all: &["women", "men", "any"] };

/// What an offer says about circumstances.
pub const CIRCUMSTANCE: Codes = Codes {
    one: "a circumstance",
    all: &[
        "pregnant",
        "with_children",
        "on_medication",
        "dual_diagnosis",
        "in_employment",
        "on_probation",
        "uninsured",
    ],
};

/// Yes or no.
pub const YES_NO: Codes = Codes { one: "yes or no", all: &["yes", "no"] };

#[cfg(test)]
mod tests {
    use care::referral::codes as r;
    use people::person;

    use super::*;

    #[test]
    fn the_words_are_the_products() {
        let product: &[(Codes, Vec<&str>)] = &[
            (CATEGORY, policy::Category::ALL.iter().map(|c| c.code()).collect()),
            (PURPOSE, policy::Purpose::ALL.iter().map(|c| c.code()).collect()),
            (DEPENDENCE, person::Dependence::ALL.iter().map(|c| c.code()).collect()),
            (LEGAL, person::LegalStatus::ALL.iter().map(|c| c.code()).collect()),
            (STAY, person::StayKind::ALL.iter().map(|c| c.code()).collect()),
            (RELATION, person::RelationKind::ALL.iter().map(|c| c.code()).collect()),
            (ACT, r::Kind::ALL.iter().map(|c| c.code()).collect()),
            (STATE, r::State::ALL.iter().map(|c| c.code()).collect()),
            (LEG, r::LegKind::ALL.iter().map(|c| c.code()).collect()),
            (READINESS, r::Readiness::ALL.iter().map(|c| c.code()).collect()),
            (REASON, r::DeclineReason::ALL.iter().map(|c| c.code()).collect()),
            (CAPACITY, r::Capacity::ALL.iter().map(|c| c.code()).collect()),
            (FOLLOW_UP, r::Step::ALL.iter().map(|c| c.code()).collect()),
            (OUTCOME, r::Outcome::ALL.iter().map(|c| c.code()).collect()),
            (ASKED_HOW, r::How::ALL.iter().map(|c| c.code()).collect()),
            (SAYS, r::Says::ALL.iter().map(|c| c.code()).collect()),
            (ROLE, policy::Role::ALL.iter().map(|c| c.code()).collect()),
        ];
        for (ours, theirs) in product {
            assert_eq!(ours.all, *theirs, "{}", ours.one);
        }
    }
}
