//! A small set of a closed list of things, as bits: the same for categories, purposes and roles.

/// Writes the set type `$set` over the enum `$item`, whose variants are numbered from 0 and listed in
/// `$item::ALL`.
macro_rules! set_of {
    ($(#[$doc:meta])* $set:ident of $item:ident in $bits:ty) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
        pub struct $set($bits);

        impl $set {
            /// The empty set.
            pub const NONE: Self = Self(0);
            /// Everything there is.
            pub const ALL: Self = Self::of(&$item::ALL);

            /// The set of these items.
            pub const fn of(items: &[$item]) -> Self {
                let mut bits = 0;
                let mut at = 0;
                while at < items.len() {
                    bits |= items[at].bit();
                    at += 1;
                }
                Self(bits)
            }

            /// The set with these bits; `None` if a bit stands for nothing we know. A stored set with an unknown
            /// bit was written by a newer version: to drop the bit could show more than was meant.
            pub const fn from_bits(bits: $bits) -> Option<Self> {
                if bits & !Self::ALL.0 == 0 { Some(Self(bits)) } else { None }
            }

            /// The bits, as they are stored.
            pub const fn bits(self) -> $bits {
                self.0
            }

            /// Whether `item` is in the set.
            pub const fn has(self, item: $item) -> bool {
                self.0 & item.bit() != 0
            }

            /// Whether all of `other` is in the set.
            pub const fn contains(self, other: Self) -> bool {
                other.0 & !self.0 == 0
            }

            /// Whether the two sets have something in common.
            pub const fn meets(self, other: Self) -> bool {
                self.0 & other.0 != 0
            }

            /// What is in either set.
            #[must_use]
            pub const fn plus(self, other: Self) -> Self {
                Self(self.0 | other.0)
            }

            /// What is in both sets.
            #[must_use]
            pub const fn common(self, other: Self) -> Self {
                Self(self.0 & other.0)
            }

            /// What is in this set and not in `other`.
            #[must_use]
            pub const fn without(self, other: Self) -> Self {
                Self(self.0 & !other.0)
            }

            /// This set and `item`.
            #[must_use]
            pub const fn with(self, item: $item) -> Self {
                Self(self.0 | item.bit())
            }

            /// Whether nothing is in the set.
            pub const fn is_empty(self) -> bool {
                self.0 == 0
            }

            /// How many items are in the set.
            pub const fn len(self) -> u32 {
                self.0.count_ones()
            }

            /// The items of the set, in the order of the list.
            pub fn iter(self) -> impl Iterator<Item = $item> {
                $item::ALL.into_iter().filter(move |&item| self.has(item))
            }
        }

        impl From<$item> for $set {
            fn from(item: $item) -> Self {
                Self(item.bit())
            }
        }

        impl FromIterator<$item> for $set {
            fn from_iter<I: IntoIterator<Item = $item>>(items: I) -> Self {
                items.into_iter().fold(Self::NONE, Self::with)
            }
        }

        impl core::fmt::Display for $set {
            /// The codes joined by `+`; `-` for the empty set.
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                if self.is_empty() {
                    return f.write_str("-");
                }
                for (at, item) in self.iter().enumerate() {
                    if at > 0 {
                        f.write_str("+")?;
                    }
                    f.write_str(item.code())?;
                }
                Ok(())
            }
        }

        impl core::fmt::Debug for $set {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                write!(f, "{}({self})", stringify!($set))
            }
        }

        impl $item {
            /// The item's bit in a set.
            pub const fn bit(self) -> $bits {
                1 << self as u8
            }

            /// The item whose [`code`](Self::code) this is; `None` for any other text.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|item| item.code() == code)
            }
        }

        impl core::fmt::Display for $item {
            /// The item's code.
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(self.code())
            }
        }
    };
}

pub(crate) use set_of;
