//! Crockford base 32: what ids, tokens and cursors look like outside
//!
//! Lowercase, no padding. Reading also takes capitals and the letters people mistake for digits (`o`, `i`, `l`),
//! because ids are read out over the telephone.

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The sign for the low five bits of `value`
pub(crate) fn sign(value: u64) -> char {
    char::from(ALPHABET[usize::try_from(value & 31).unwrap_or(0)])
}

/// The five bits a sign stands for, or `None` for a sign outside the alphabet
pub(crate) fn value(sign: u8) -> Option<u8> {
    let sign = match sign.to_ascii_lowercase() {
        b'o' => b'0',
        b'i' | b'l' => b'1',
        other => other,
    };
    let place = ALPHABET.iter().position(|&a| a == sign)?;
    u8::try_from(place).ok()
}

/// Bytes as base 32, first bit first; the last sign is filled up with zero bits
pub(crate) fn encode(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(5) * 8);
    let (mut held, mut bits) = (0_u64, 0_u32);
    for &byte in bytes {
        held = (held << 8) | u64::from(byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            out.push(sign(held >> bits));
        }
        held &= (1 << bits) - 1;
    }
    if bits > 0 {
        out.push(sign(held << (5 - bits)));
    }
    out
}

/// The bytes `encode` was given, or `None` for text it never wrote
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len() * 5 / 8);
    let (mut held, mut bits) = (0_u32, 0_u32);
    for sign in text.bytes() {
        held = (held << 5) | u32::from(value(sign)?);
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            out.push(u8::try_from(held >> bits).ok()?);
            held &= (1 << bits) - 1;
        }
    }
    // Leftover bits are filling: more than four, or any set, means a sign too many or a changed one.
    (bits < 5 && held == 0).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_texts() {
        assert_eq!(encode(b""), "");
        assert_eq!(encode(b"f"), "cr");
        assert_eq!(encode(b"foobar"), "csqpyrk1e8");
        assert_eq!(decode("CSQPYRKIE8").as_deref(), Some(&b"foobar"[..]), "capitals, and i for 1");
    }

    #[test]
    fn refuses_what_was_never_written() {
        for text in ["c", "cs1", "cz", "u0", "c-", "crr000", "ダルク"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(bytes: Vec<u8>) {
            prop_assert_eq!(decode(&encode(&bytes)), Some(bytes));
        }

        #[test]
        fn one_text_for_the_same_bytes(text in "[0-9a-hjkmnp-tv-z]{0,30}") {
            if let Some(bytes) = decode(&text) {
                prop_assert_eq!(encode(&bytes), text);
            }
        }
    }
}
