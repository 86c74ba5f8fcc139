//! One-time codes by the clock (RFC 6238: HMAC-SHA-1, 30 seconds, six digits; what every authenticator app speaks).

use base::{Random, Time};
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;

/// Length of a step, in seconds.
const STEP_S: i64 = 30;

/// The signs of base 32 as RFC 4648 writes it, which is not the one of our ids.
const SIGNS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// A secret of 160 random bits (RFC 4226, 4), as 32 signs of base 32.
pub(super) fn new_secret(random: &dyn Random) -> String {
    let mut bytes = [0; 20];
    random.fill(&mut bytes);
    let (mut held, mut bits, mut secret) = (0_u32, 0_u32, String::with_capacity(32));
    for byte in bytes {
        held = (held << 8) | u32::from(byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            secret.push(char::from(SIGNS[usize::try_from((held >> bits) & 31).unwrap_or_default()]));
        }
        held &= (1 << bits) - 1;
    }
    secret
}

/// The bytes of a secret; what is no sign of base 32 is left out.
fn bytes(secret: &str) -> Vec<u8> {
    let (mut held, mut bits, mut out) = (0_u32, 0_u32, Vec::with_capacity(20));
    for value in secret.bytes().filter_map(|sign| SIGNS.iter().position(|s| *s == sign)) {
        held = (held << 5) | u32::try_from(value).unwrap_or_default();
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            out.push(u8::try_from((held >> bits) & 0xFF).unwrap_or_default());
            held &= (1 << bits) - 1;
        }
    }
    out
}

/// The step of time that a moment lies in.
fn step_at(now: Time) -> i64 {
    now.micros().div_euclid(STEP_S * 1_000_000)
}

/// The six digits of a step.
fn code(secret: &[u8], step: i64) -> String {
    let mut mac = Hmac::<Sha1>::new_from_slice(secret).expect("HMAC takes a key of any length");
    mac.update(&step.to_be_bytes());
    let hash = mac.finalize().into_bytes();
    let at = usize::from(hash[19] & 0x0F);
    let number = u32::from_be_bytes([hash[at] & 0x7F, hash[at + 1], hash[at + 2], hash[at + 3]]);
    format!("{:06}", number % 1_000_000)
}

/// The step whose code this is: the one of now, the one before or the one after (a clock may go half a minute wrong), if
/// it lies behind `last`, the last one that was used.
pub(super) fn step_of(secret: &str, typed: &str, now: Time, last: i64) -> Option<i64> {
    let (secret, now) = (bytes(secret), step_at(now));
    (now - 1..=now + 1).rfind(|step| *step > last && code(&secret, *step) == typed)
}

/// The code of a moment, for tests that play the worker's device.
#[cfg(test)]
pub(crate) fn code_at(secret: &str, now: Time) -> String {
    code(&bytes(secret), step_at(now))
}

/// What the QR code holds: the address by which apps take a secret over. Names the product and the login.
pub(super) fn address(secret: &str, login: &str) -> String {
    // A login is made of letters, digits and `.-_@`, which stand for themselves there.
    format!("otpauth://totp/Tsunagi:{login}?secret={secret}&issuer=Tsunagi")
}

#[cfg(test)]
mod tests {
    use base::{OsRandom, SeededRandom};

    use super::*;

    /// The secret of the vectors: `12345678901234567890`.
    const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    fn at(seconds: i64) -> Time {
        Time::from_micros(seconds * 1_000_000)
    }

    #[test]
    fn the_codes_are_those_of_the_standard() {
        // RFC 6238, appendix B, the last six of their eight digits.
        let vectors = [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ];
        for (seconds, code) in vectors {
            assert_eq!(code_at(SECRET, at(seconds)), code);
        }
        assert_eq!(bytes(SECRET), b"12345678901234567890");
    }

    #[test]
    fn a_secret_reads_back_as_it_was_made() {
        let secret = new_secret(&OsRandom);
        assert_eq!((secret.len(), bytes(&secret).len()), (32, 20));
        let mut made = [0; 20];
        SeededRandom::new(3).fill(&mut made);
        assert_eq!(bytes(&new_secret(&SeededRandom::new(3))), made);
    }

    #[test]
    fn a_code_holds_half_a_minute_to_either_side_and_once() {
        let now = at(1_234_567_890);
        let step = step_at(now);
        let typed = code_at(SECRET, now);
        for seconds in [-30, 0, 30] {
            assert_eq!(step_of(SECRET, &typed, at(1_234_567_890 + seconds), 0), Some(step));
        }
        for seconds in [-60, 60] {
            assert_eq!(step_of(SECRET, &typed, at(1_234_567_890 + seconds), 0), None);
        }
        assert_eq!(step_of(SECRET, &typed, now, step), None, "a used step is over");
        assert_eq!(step_of(SECRET, "", now, 0), None);
    }
}
