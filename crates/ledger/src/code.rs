//! Base 64 and decimals, each with one spelling only: what can be written twice can be signed twice.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::hash::Hash;

pub fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// The standard alphabet, with padding and without stray bits.
pub fn from_base64(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}

pub fn hash_from_base64(text: &str) -> Option<Hash> {
    Hash::from_slice(&from_base64(text)?)
}

/// A decimal without sign or leading zeros.
pub fn decimal(text: &str) -> Option<u64> {
    let plain = text == "0" || (!text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit()));
    text.parse().ok().filter(|_| plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_one_spelling() {
        assert_eq!(decimal("0"), Some(0));
        assert_eq!(decimal("18446744073709551615"), Some(u64::MAX));
        for wrong in ["", "00", "01", "+1", "-1", " 1", "1 ", "1_0", "18446744073709551616", "１"] {
            assert_eq!(decimal(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn base_64_has_one_spelling() {
        assert_eq!(from_base64("AA=="), Some(vec![0]));
        for wrong in ["AA", "AA=", "AB==", "A A=", "AA==\n", "_-=="] {
            assert_eq!(from_base64(wrong), None, "{wrong:?}");
        }
    }
}
