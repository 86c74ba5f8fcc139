//! Sets of members of a closed set, kept as bits

/// Writes the set of the members of such an enum, kept as bits in a table
macro_rules! code_set {
    ($(#[$doc:meta])* $set:ident of $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub struct $set(u16);

        impl $set {
            /// These
            pub fn of(members: &[$name]) -> Self {
                members.iter().copied().collect()
            }

            /// The members with these bits; bits of a later version are dropped
            pub fn from_bits(bits: u16) -> Self {
                $name::ALL.iter().copied().filter(|one| bits & 1 << *one as u16 != 0).collect()
            }

            /// The bits, the first member lowest
            pub const fn bits(self) -> u16 {
                self.0
            }

            /// Whether there is none
            pub const fn is_empty(self) -> bool {
                self.0 == 0
            }

            /// Whether this one is in it
            pub const fn has(self, one: $name) -> bool {
                self.0 & 1 << one as u16 != 0
            }

            /// Those in both
            #[must_use]
            pub const fn both(self, other: Self) -> Self {
                Self(self.0 & other.0)
            }

            /// Them, in the order of forms
            pub fn iter(self) -> impl Iterator<Item = $name> {
                $name::ALL.iter().copied().filter(move |one| self.has(*one))
            }

            /// Their names
            pub fn codes(self) -> Vec<String> {
                self.iter().map(|one| one.code().to_owned()).collect()
            }
        }

        impl FromIterator<$name> for $set {
            fn from_iter<I: IntoIterator<Item = $name>>(members: I) -> Self {
                Self(members.into_iter().fold(0, |bits, one| bits | 1 << one as u16))
            }
        }

        impl db::FromCell for $set {
            fn from_cell(cell: db::Cell<'_>) -> Result<Self, db::CellMismatch> {
                <u16 as db::FromCell>::from_cell(cell).map(Self::from_bits)
            }
        }
    };
}

pub(super) use code_set;
