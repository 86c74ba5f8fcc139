//! What a worker looks for: a purpose is always given, there is no "any".

use crate::set::set_of;

/// Why a worker wants to see something about a person. A grant holds for the purposes it names and no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Purpose {
    /// Handing the person over, or receiving them (つなぎ).
    Handover = 0,
    /// Supporting them, alone or together with other agencies.
    Support = 1,
    /// Asking afterwards what became of it.
    FollowUp = 2,
    /// Asking or giving advice.
    Advice = 3,
}

impl Purpose {
    /// Every purpose, in the order of the bits.
    pub const ALL: [Self; 4] = [Self::Handover, Self::Support, Self::FollowUp, Self::Advice];

    /// The stable name used in forms, JSON, word keys and the audit log.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Handover => "handover",
            Self::Support => "support",
            Self::FollowUp => "follow_up",
            Self::Advice => "advice",
        }
    }
}

set_of! {
    /// A set of purposes: those a grant was given for.
    Purposes of Purpose in u8
}
