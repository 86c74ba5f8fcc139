//! Small closed sets with stable names: kinds of offer, capacity, circumstances

/// Writes an enum whose members have names for addresses, forms, JSON and tables, and the set of such members
macro_rules! codes {
    (
        $(#[$doc:meta])*
        $name:ident, $problem:literal { $($(#[$one:meta])* $member:ident = $code:literal,)+ }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$one])* $member,)+
        }

        impl $name {
            /// All of them, in the order of forms
            pub const ALL: &[Self] = &[$(Self::$member),+];

            /// The stable name
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$member => $code,)+
                }
            }

            /// The one with this name
            pub fn from_code(code: &str) -> Option<Self> {
                match code {
                    $($code => Some(Self::$member),)+
                    _ => None,
                }
            }

            /// The key of its name in the words
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$member => concat!($problem, $code),)+
                }
            }
        }

        impl db::FromCell for $name {
            fn from_cell(cell: db::Cell<'_>) -> Result<Self, db::CellMismatch> {
                let code = <String as db::FromCell>::from_cell(cell)?;
                Self::from_code(&code).ok_or_else(|| db::CellMismatch(concat!("no ", stringify!($name)).to_owned()))
            }
        }
    };
}

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

pub(super) use {code_set, codes};
