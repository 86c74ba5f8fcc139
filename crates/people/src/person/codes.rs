//! Codes of what is known about a person: dependence, legal status, where they stay, how they are related.

use web::codes;

codes! {
    /// What somebody depends on.
    Dependence, "person-dependence-" {
        /// Methamphetamine and other stimulants (覚醒剤).
        Stimulants = "stimulants",
        /// Cannabis.
        Cannabis = "cannabis",
        /// Heroin and other opioids.
        Opioids = "opioids",
        /// Thinner, gas.
        Solvents = "solvents",
        /// New psychoactive substances (危険ドラッグ).
        NewPsychoactive = "new_psychoactive",
        /// Prescribed medicines such as sleeping pills.
        Prescription = "prescription",
        /// Medicines from the shop such as cough remedies.
        OverTheCounter = "over_the_counter",
        /// Another drug.
        OtherDrug = "other_drug",
        /// Alcohol.
        Alcohol = "alcohol",
        /// Gambling.
        Gambling = "gambling",
        /// Gaming.
        Gaming = "gaming",
        /// Something else.
        Other = "other",
        /// Not known or not told.
        Unknown = "unknown",
    }
}

impl Dependence {
    /// Whether it is a drug, so that "another drug" covers it.
    pub const fn is_drug(self) -> bool {
        (self as u8) <= (Self::OtherDrug as u8)
    }
}

codes! {
    /// Where somebody stands with the law.
    LegalStatus {
        /// Nothing of the kind.
        None = "none",
        /// Arrested, not yet tried (勾留).
        Arrested = "arrested",
        /// Out on bail (保釈).
        Bail = "bail",
        /// Sentence suspended in full (執行猶予).
        SuspendedSentence = "suspended_sentence",
        /// Sentence suspended in part (刑の一部執行猶予).
        PartialSuspension = "partial_suspension",
        /// On parole (仮釈放).
        Parole = "parole",
        /// On probation (保護観察).
        Probation = "probation",
        /// In prison (受刑中).
        Prison = "prison",
        /// Under the medical observation act (医療観察).
        MedicalObservation = "medical_observation",
        /// Juvenile probation (少年の保護観察).
        JuvenileProbation = "juvenile_probation",
        /// Urgent aftercare after release (更生緊急保護).
        UrgentAftercare = "urgent_aftercare",
    }
}

codes! {
    /// Where somebody stays.
    StayKind {
        /// Their own home.
        Home = "home",
        /// With the family.
        FamilyHome = "family_home",
        /// A rehabilitation hostel.
        Hostel = "hostel",
        /// An independence preparation home.
        IndependenceHome = "independence_home",
        /// A recovery facility.
        RecoveryFacility = "recovery_facility",
        /// A hospital ward.
        Hospital = "hospital",
        /// A prison.
        Prison = "prison",
        /// A police cell or detention house.
        Detention = "detention",
        /// A shelter.
        Shelter = "shelter",
        /// No fixed place.
        None = "none",
        /// Somewhere else.
        Other = "other",
    }
}

codes! {
    /// What a relative is to the one they worry about.
    RelationKind {
        /// Father or mother.
        Parent = "parent",
        /// Husband, wife or partner.
        Spouse = "spouse",
        /// Son or daughter.
        Child = "child",
        /// Brother or sister.
        Sibling = "sibling",
        /// Somebody else close.
        Other = "other",
    }
}

codes! {
    /// How the one a relative worries about stands to the support.
    PrincipalIs {
        /// A person known to the network.
        Known = "known",
        /// Unknown to everybody.
        Unknown = "unknown",
        /// Known about, but does not want support.
        Unwilling = "unwilling",
    }
}

codes! {
    /// What an entry is.
    EntryKind {
        /// A dated note.
        Note = "note",
        /// How to reach them.
        Contact = "contact",
        /// What they depend on.
        Dependence = "dependence",
        /// Where they stand with the law.
        Legal = "legal",
        /// Where they stay.
        Stay = "stay",
    }
}
