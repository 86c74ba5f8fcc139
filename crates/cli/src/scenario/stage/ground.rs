//! What a region became on a stage.

use std::collections::BTreeMap;

use base::{Date, Time};

/// The region as it stands on a stage.
#[derive(Clone, Debug)]
pub struct Ground {
    /// The first day on which a story can begin.
    pub first_day: Date,
    /// Id of each agency, by its key in the region.
    pub agencies: BTreeMap<String, String>,
    /// Password of every worker of the region.
    pub password: String,
}

impl Ground {
    /// Id of an agency; empty when the region has none of this key.
    pub fn agency(&self, key: &str) -> &str {
        self.agencies.get(key).map_or("", String::as_str)
    }
}

/// When a step takes place: at nine in the morning in Japan, each further step of the day a minute later.
pub fn moment(day: Date, minute: i64) -> Time {
    Time::at_jst(day, 9, 0).plus_minutes(minute)
}

/// The name by which an agency of the region is known on a stage.
pub fn code_of(key: &str) -> String {
    format!("region:{key}")
}
