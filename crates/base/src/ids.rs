//! Typed ids: a worker's id cannot be handed over where a person's is wanted
//!
//! Each is 63 random bits. In the database it is a BIGINT; outside it is 13 signs of lowercase Crockford base 32
//! (`0c4r5t2xk8e1m`). Random, so that an id tells nothing about how many persons there are or who came first.
//!
//! Rows that many acts add at the same moment (hand-overs, events, notices) take theirs from `near`: sixteen of the bits
//! follow the clock and come round again every minute, so that one commit writes neighbouring places of an index and not
//! one page for each row. They tell at which second of some minute a row was made; not of which minute, nor of which day.

use crate::Time;
use crate::base32;
use crate::random::Random;

/// Text that is no id; to whoever asked for it, the thing is simply not found
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id")]
pub struct IdError;

/// Draws a positive number of 63 bits
#[doc(hidden)]
pub fn draw(random: &dyn Random) -> i64 {
    let mut bytes = [0; 8];
    random.fill(&mut bytes);
    // Zero is kept free so that it can never be mistaken for a default; once in 2^63 draws, one replaces it.
    (i64::from_le_bytes(bytes) & i64::MAX).max(1)
}

/// Draws a positive number whose highest sixteen bits are the milliseconds of `now`, modulo 65,536
///
/// 47 bits are random; over time the numbers fill the whole range evenly, so that they meet no more often than others.
#[doc(hidden)]
pub fn draw_near(now: Time, random: &dyn Random) -> i64 {
    let place = now.micros().div_euclid(1_000) & 0xFFFF;
    (place << 47 | draw(random) & 0x7FFF_FFFF_FFFF).max(1)
}

/// Writes 13 signs, highest bits first, so that the text sorts as the number does
#[doc(hidden)]
pub fn write(raw: i64) -> String {
    let bits = raw.cast_unsigned();
    (0..13).rev().map(|place| base32::sign(bits >> (5 * place))).collect()
}

/// Reads what `write` wrote for a positive number
#[doc(hidden)]
pub fn read(text: &str) -> Result<i64, IdError> {
    if text.len() != 13 {
        return Err(IdError);
    }
    let bits = text.bytes().try_fold(0_u128, |bits, sign| Some((bits << 5) | u128::from(base32::value(sign)?)));
    match bits.map(i64::try_from) {
        Some(Ok(raw)) if raw > 0 => Ok(raw),
        _ => Err(IdError),
    }
}

/// Makes id types: `ids! { /// what it names  ThingId }`
#[macro_export]
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(i64);

        impl $name {
            /// Draws a fresh one
            pub fn new(random: &dyn $crate::Random) -> Self {
                Self($crate::ids::draw(random))
            }

            /// Draws a fresh one beside those of the same moment
            pub fn near(now: $crate::Time, random: &dyn $crate::Random) -> Self {
                Self($crate::ids::draw_near(now, random))
            }

            /// The id the database keeps as this number
            pub const fn from_raw(raw: i64) -> Self {
                Self(raw)
            }

            /// The number the database keeps
            pub const fn raw(self) -> i64 {
                self.0
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(&$crate::ids::write(self.0))
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::IdError;

            fn from_str(text: &str) -> Result<Self, $crate::IdError> {
                $crate::ids::read(text).map(Self)
            }
        }

        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
                out.collect_str(self)
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
                let text = <String as $crate::serde::Deserialize>::deserialize(input)?;
                text.parse().map_err($crate::serde::de::Error::custom)
            }
        }
    )*};
}

/// Hands the name of every id type of this crate to a macro: `base::for_each_id!(my_macro)` becomes `my_macro! { AgencyId … }`
///
/// For crates that must implement a trait of their own for each id (`db` reads them from cells).
#[macro_export]
macro_rules! for_each_id {
    ($then:ident) => {
        $then! {
            AgencyId WorkerId PersonId EntryId GrantId RefusalId ReferralId LegId SessionId EventId NoticeId OfferId
            ServiceId SuggestionId LinkId QuestionId FollowUpId SeparationId OfficeId PasskeyId GlassId GroundId
        }
    };
}

ids! {
    /// An organisation of the network
    AgencyId
    /// Somebody who works at an agency
    WorkerId
    /// A client in their own right: the one who recovers, or a relative
    PersonId
    /// One dated note, fact or document about a person
    EntryId
    /// What a person allows
    GrantId
    /// What a person forbids
    RefusalId
    /// A wall between two persons
    SeparationId
    /// Something shared on a basis in law other than consent
    GroundId
    /// A hand-over from one agency to another
    ReferralId
    /// One step of a warm hand-over
    LegId
    /// An office that one administrator gave and a second one has not confirmed
    OfficeId
    /// A worker's signed-in session
    SessionId
    /// A passkey of a worker
    PasskeyId
    /// A row of the audit trail
    EventId
    /// Something a worker should be told
    NoticeId
    /// A free place or help an agency offers in the directory
    OfferId
    /// A service an agency runs, as the directory lists it
    ServiceId
    /// A change to the directory that somebody suggests
    SuggestionId
    /// A link given to a person or relative that opens one page without an account
    LinkId
    /// A question from one agency to another
    QuestionId
    /// A planned look at how a person is after a hand-over
    FollowUpId
    /// An emergency look without consent
    GlassId
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::SeededRandom;
    use proptest::prelude::*;

    #[test]
    fn thirteen_lowercase_signs() {
        assert_eq!(PersonId::from_raw(1).to_string(), "0000000000001");
        assert_eq!(PersonId::from_raw(i64::MAX).to_string(), "7zzzzzzzzzzzz");
        assert_eq!("7ZZZZZZZZZZZZ".parse(), Ok(PersonId::from_raw(i64::MAX)));
        assert_eq!("000000000000L".parse(), Ok(PersonId::from_raw(1)), "read out as one");
    }

    #[test]
    fn what_is_no_id() {
        let wrong = [
            "",
            "1",
            "0000000000000",
            "8000000000000",
            "zzzzzzzzzzzzz",
            "000000000000u",
            "00000000000001",
            "ダルク0000",
        ];
        for text in wrong {
            assert_eq!(text.parse::<WorkerId>(), Err(IdError), "{text}");
        }
    }

    #[test]
    fn every_id_of_the_contract_can_be_handed_on() {
        macro_rules! count { ($($name:ident)*) => { [$(stringify!($name)),*].len() }; }
        assert_eq!(for_each_id!(count), 22);
    }

    /// A source whose every bit is the same
    struct Always(u8);

    impl Random for Always {
        fn fill(&self, buffer: &mut [u8]) {
            buffer.fill(self.0);
        }
    }

    #[test]
    fn never_zero_and_never_negative() {
        assert_eq!(AgencyId::new(&Always(0)).raw(), 1);
        assert_eq!(AgencyId::new(&Always(0xFF)).raw(), i64::MAX);
    }

    proptest! {
        #[test]
        fn text_comes_back_and_sorts_alike(seed: u64) {
            let random = SeededRandom::new(seed);
            let (one, two) = (EntryId::new(&random), EntryId::new(&random));
            prop_assert!(one.raw() > 0);
            prop_assert_ne!(one, two);
            prop_assert_eq!(one.to_string().parse(), Ok(one));
            prop_assert_eq!(one.to_string().cmp(&two.to_string()), one.cmp(&two));
        }

        #[test]
        fn near_ones_share_a_place_that_comes_round_again(millis in 0_i64..4_000_000_000_000, seed: u64) {
            let random = SeededRandom::new(seed);
            let at = |millis: i64| EventId::near(Time::from_micros(millis * 1_000), &random).raw();
            let place = |id: i64| id >> 47;
            prop_assert!(at(millis) > 0);
            prop_assert_ne!(at(millis), at(millis));
            prop_assert_eq!(place(at(millis)), place(at(millis + 65_536)), "no minute and no day can be told");
            prop_assert_eq!((place(at(millis)) + 1) & 0xFFFF, place(at(millis + 1)));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,15}") {
            let _ = text.parse::<EntryId>();
        }
    }
}
