//! The rules once more, as one would read them out to the person. It shares no code with the crate: it looks only
//! at the facts, has its own numbers for the categories, and asks category by category.

use policy::{Facts, Grant, LegalBasis};

const EXISTENCE: usize = 0;
const RELAPSE: usize = 5;
const JUSTICE: usize = 6;
const FAMILY: usize = 7;
const LIVELIHOOD: usize = 8;
const NOTES: usize = 9;
const ONE_HOUR: i64 = 3_600_000_000;

/// What was read out of one world.
pub struct Reading {
    own_client: bool,
    walled: [bool; 10],
    given: [bool; 10],
    in_emergency: [bool; 10],
}

impl Reading {
    pub fn of(facts: &Facts<'_>) -> Self {
        let mut reading =
            Self { own_client: facts.own_client, walled: [false; 10], given: [false; 10], in_emergency: [false; 10] };
        for category in 0..10 {
            let refused = includes(facts.refused.bits(), category);
            reading.walled[category] = includes(facts.barrier.bits(), category);
            reading.given[category] =
                (!refused && the_person_gave(facts, category)) || the_law_gives(facts, category, refused);
            reading.in_emergency[category] = !refused && an_emergency_opens(facts, category);
        }
        reading
    }

    pub fn knows(&self) -> bool {
        if self.walled[EXISTENCE] {
            return false;
        }
        self.own_client || self.given[EXISTENCE] || self.in_emergency[EXISTENCE]
    }

    pub fn may_see(&self, label: u16, we_wrote_it: bool) -> bool {
        if label == 0 || !self.knows() {
            return false;
        }
        for category in 0..10 {
            if includes(label, category) && self.walled[category] {
                return false;
            }
        }
        let known_without_emergency = self.own_client || self.given[EXISTENCE];
        if known_without_emergency && we_wrote_it {
            return true;
        }
        let mut all_given = true;
        let mut all_given_or_in_emergency = true;
        for category in 0..10 {
            if includes(label, category) {
                let (given, emergency) = (self.given[category], self.in_emergency[category]);
                all_given = all_given && given;
                all_given_or_in_emergency = all_given_or_in_emergency && (given || emergency);
            }
        }
        if known_without_emergency && all_given {
            return true;
        }
        let out_of_bounds = [JUSTICE, FAMILY, LIVELIHOOD, NOTES].iter().any(|never| includes(label, *never));
        all_given_or_in_emergency && !out_of_bounds
    }
}

fn includes(set: u16, category: usize) -> bool {
    (set >> category) % 2 == 1
}

fn the_person_gave(facts: &Facts<'_>, category: usize) -> bool {
    for grant in facts.grants {
        let for_this = (grant.purposes.bits() >> (facts.purpose as u8)) % 2 == 1;
        let begun = facts.now >= grant.from;
        let ended = facts.now >= grant.until;
        if for_this && begun && !ended && this_grant_gives(facts, grant, category) {
            return true;
        }
    }
    false
}

fn this_grant_gives(facts: &Facts<'_>, grant: &Grant, category: usize) -> bool {
    if !includes(grant.categories.bits(), category) {
        return false;
    }
    if category == RELAPSE && facts.duty_to_report {
        return match grant.relapse_from {
            None => false,
            Some(moment) => facts.now >= moment,
        };
    }
    true
}

fn the_law_gives(facts: &Facts<'_>, category: usize, refused: bool) -> bool {
    if category == RELAPSE && facts.duty_to_report {
        return false;
    }
    let gives = |basis: &LegalBasis| {
        let for_this = (basis.purposes.bits() >> (facts.purpose as u8)) % 2 == 1;
        let in_time = facts.now >= basis.from && facts.now < basis.until;
        for_this && in_time && includes(basis.categories.bits(), category)
    };
    for basis in facts.bases {
        if gives(basis) && (!refused || basis.vital) {
            return true;
        }
    }
    false
}

fn an_emergency_opens(facts: &Facts<'_>, category: usize) -> bool {
    let Some(glass) = facts.break_glass else {
        return false;
    };
    let running = facts.now >= glass.from && facts.now < glass.until;
    let too_long = facts.now - glass.from >= ONE_HOUR;
    if !running || too_long {
        return false;
    }
    if category == RELAPSE {
        return !facts.duty_to_report;
    }
    if category == EXISTENCE {
        // Nobody who works with the other of two separated persons learns in this way that this one is here.
        return facts.barrier.bits() == 0;
    }
    category != JUSTICE && category != FAMILY && category != LIVELIHOOD && category != NOTES
}
