//! Who may try what: a worker's roles, and the acts of the product.
//!
//! This is only the first question. What a worker may then see of a person is [`crate::mask`]'s answer, and what
//! may happen to a referral is its state's.

use crate::set::set_of;

/// What a worker is at their agency. One worker may be several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Supports persons.
    Worker = 0,
    /// Receives what is sent to the agency.
    IntakeDesk = 1,
    /// Holds the network together; sees where it is stuck, and no person.
    Coordinator = 2,
    /// Answers for who saw what; sees no person, but who looked.
    PrivacyOfficer = 3,
    /// Looks after the agency and its accounts; sees no person.
    Administrator = 4,
}

impl Role {
    /// Every role, in the order of the bits.
    pub const ALL: [Self; 5] =
        [Self::Worker, Self::IntakeDesk, Self::Coordinator, Self::PrivacyOfficer, Self::Administrator];

    /// The stable name used in forms, JSON, word keys and the audit log.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Worker => "worker",
            Self::IntakeDesk => "intake_desk",
            Self::Coordinator => "coordinator",
            Self::PrivacyOfficer => "privacy_officer",
            Self::Administrator => "administrator",
        }
    }
}

set_of! {
    /// A worker's roles.
    Roles of Role in u8
}

/// Writes [`Act`] with its list of all acts and their codes, which a hand would let drift apart.
macro_rules! acts {
    ($($(#[$doc:meta])* $act:ident = $code:literal,)*) => {
        /// Everything a worker may try. Reading the public directory needs no role and is not here.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Act {
            $($(#[$doc])* $act,)*
        }

        impl Act {
            /// Every act, in the order of the work.
            pub const ALL: &'static [Self] = &[$(Self::$act),*];

            /// The stable name used in the audit log and in word keys.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$act => $code,)*
                }
            }
        }
    };
}

acts! {
    /// Put a person on the agency's books.
    RegisterPerson = "register-person",
    /// See the list of persons the agency works with.
    SeeCaseload = "see-caseload",
    /// Open one person's page.
    OpenPerson = "open-person",
    /// Correct who the person is and how to reach them.
    EditPerson = "edit-person",
    /// End the agency's involvement with a person.
    EndInvolvement = "end-involvement",
    /// Write a note, fact or document about a person.
    WriteEntry = "write-entry",
    /// Look at a person in an emergency without consent.
    BreakGlass = "break-glass",
    /// Take down a grant of the person.
    TakeConsent = "take-consent",
    /// Take down that the person revokes a grant.
    RevokeConsent = "revoke-consent",
    /// End a consent whose number the person shows, without seeing whose it is.
    RevokeByNumber = "revoke-by-number",
    /// Take down that the person refuses something.
    RecordRefusal = "record-refusal",
    /// Put a protective wall between two persons.
    Separate = "separate",
    /// Take such a wall down.
    EndSeparation = "end-separation",
    /// Put up or take down such a wall by the numbers of the persons or its own, without seeing whose it is.
    SeparateByNumber = "separate-by-number",
    /// Share on a basis in law other than consent.
    EnterLegalBasis = "enter-legal-basis",
    /// Confirm such a basis, or say that it does not hold.
    ConfirmLegalBasis = "confirm-legal-basis",
    /// Give the person a link to their own page.
    GiveLink = "give-link",
    /// Write, send, follow up and withdraw a referral.
    SendReferral = "send-referral",
    /// Receive a referral: accept, ask back, decline with a reason.
    AnswerReferral = "answer-referral",
    /// Plan and record the steps of a warm hand-over.
    RecordLeg = "record-leg",
    /// Confirm that the person has arrived and is connected.
    ConfirmArrival = "confirm-arrival",
    /// Ask after two weeks, one month, three months.
    FollowUp = "follow-up",
    /// Ask another agency for advice.
    AskAdvice = "ask-advice",
    /// Answer such a question.
    AnswerAdvice = "answer-advice",
    /// Change what the directory says about the own agency.
    EditDirectory = "edit-directory",
    /// Propose a change to any agency's listing.
    SuggestChange = "suggest-change",
    /// Accept or reject such proposals.
    ReviewSuggestions = "review-suggestions",
    /// Change the agency's own data and settings.
    ManageAgency = "manage-agency",
    /// Invite workers, give roles, end accounts.
    ManageWorkers = "manage-workers",
    /// State whether the agency has a duty to report, with the legal basis.
    RecordDuty = "record-duty",
    /// Read who looked at what, and on which basis.
    ReadAudit = "read-audit",
    /// Review an emergency look, and delay telling the person with a reason.
    ReviewBreakGlass = "review-break-glass",
    /// See which hand-overs of the network wait too long, without persons.
    SeeNetworkOverdue = "see-network-overdue",
}

/// Which roles an act needs: one of these.
#[must_use]
pub const fn who_may(act: Act) -> Roles {
    use Role::{Administrator, Coordinator, IntakeDesk, PrivacyOfficer, Worker};
    match act {
        Act::RegisterPerson
        | Act::SeeCaseload
        | Act::OpenPerson
        | Act::EditPerson
        | Act::WriteEntry
        | Act::BreakGlass
        | Act::TakeConsent
        // What takes knowing the person is for those who may: a privacy officer ends a consent by its number instead.
        | Act::RevokeConsent
        | Act::RecordRefusal
        | Act::Separate
        | Act::GiveLink
        | Act::SendReferral
        | Act::AnswerReferral
        | Act::RecordLeg
        | Act::ConfirmArrival
        | Act::FollowUp
        | Act::AskAdvice
        | Act::AnswerAdvice => Roles::of(&[Worker, IntakeDesk]),
        Act::EndInvolvement | Act::EndSeparation | Act::EnterLegalBasis => Roles::of(&[Worker]),
        Act::RevokeByNumber
        | Act::SeparateByNumber
        | Act::ConfirmLegalBasis
        | Act::RecordDuty
        | Act::ReadAudit
        | Act::ReviewBreakGlass => Roles::of(&[PrivacyOfficer]),
        Act::EditDirectory => Roles::of(&[IntakeDesk, Coordinator, Administrator]),
        Act::SuggestChange => Roles::ALL,
        Act::ReviewSuggestions | Act::SeeNetworkOverdue => Roles::of(&[Coordinator]),
        Act::ManageAgency | Act::ManageWorkers => Roles::of(&[Administrator]),
    }
}

/// Whether somebody with these roles may try this. Without a role nobody may try anything.
pub const fn may(roles: Roles, act: Act) -> bool {
    roles.meets(who_may(act))
}
