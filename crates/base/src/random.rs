//! Randomness as a parameter, so that a test can repeat itself

use std::sync::atomic::{AtomicU64, Ordering};

use crate::base32;

/// A source of random bytes
pub trait Random: Send + Sync {
    /// Fills the whole buffer
    fn fill(&self, buffer: &mut [u8]);
}

/// The operating system's random numbers: the only source outside tests and the demo
#[derive(Debug, Clone, Copy, Default)]
pub struct OsRandom;

impl Random for OsRandom {
    #[expect(clippy::disallowed_methods, reason = "this is the source that everybody else is given")]
    fn fill(&self, buffer: &mut [u8]) {
        // No fallback: a weaker source would hand out guessable sessions without anybody noticing.
        getrandom::fill(buffer).expect("the operating system gives random bytes");
    }
}

/// Numbers that follow from a seed: the same seed gives the same run
///
/// Guessable by design; for tests and the demo region only.
#[derive(Debug)]
pub struct SeededRandom(AtomicU64);

impl SeededRandom {
    /// Starts the run that belongs to `seed`
    pub const fn new(seed: u64) -> Self {
        Self(AtomicU64::new(seed))
    }

    /// The next 64 bits (SplitMix64, Steele, Lea and Flood 2014)
    fn next(&self) -> u64 {
        const STEP: u64 = 0x9E37_79B9_7F4A_7C15;
        let state = self.0.fetch_add(STEP, Ordering::Relaxed).wrapping_add(STEP);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
}

impl Random for SeededRandom {
    fn fill(&self, buffer: &mut [u8]) {
        for part in buffer.chunks_mut(8) {
            part.copy_from_slice(&self.next().to_le_bytes()[..part.len()]);
        }
    }
}

/// A secret nobody can guess: 256 random bits as 52 signs of base 32 (session cookies, one-time links)
pub fn random_token(random: &dyn Random) -> String {
    let mut bytes = [0; 32];
    random.fill(&mut bytes);
    base32::encode(&bytes)
}

/// A secret to be read out or typed in: 80 random bits as sixteen signs of base 32, four by four
pub fn random_code(random: &dyn Random) -> String {
    let mut bytes = [0; 10];
    random.fill(&mut bytes);
    let signs = base32::encode(&bytes).to_uppercase();
    format!("{}-{}-{}-{}", &signs[..4], &signs[4..8], &signs[8..12], &signs[12..])
}

/// The code that somebody typed as [`random_code`] writes it: small letters, full width and blanks are forgiven, and
/// the letters that are mistaken for digits; `None` for what is no such code
pub fn read_code(typed: &str) -> Option<String> {
    let folded = crate::fold::norm_key(typed);
    let signs: String = folded.chars().filter(|sign| !matches!(sign, '-' | 'ー')).collect();
    let bytes = base32::decode(&signs).filter(|bytes| bytes.len() == 10)?;
    let signs = base32::encode(&bytes).to_uppercase();
    Some(format!("{}-{}-{}-{}", &signs[..4], &signs[4..8], &signs[8..12], &signs[12..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_repeats_its_run_and_no_other() {
        let run = |seed| random_token(&SeededRandom::new(seed));
        assert_eq!(run(1), run(1));
        assert_ne!(run(1), run(2));
        let one = SeededRandom::new(1);
        assert_ne!(random_token(&one), random_token(&one));
    }

    #[test]
    fn splitmix_as_published() {
        let mut bytes = [0; 8];
        SeededRandom::new(0).fill(&mut bytes);
        assert_eq!(u64::from_le_bytes(bytes), 0xE220_A839_7B1D_CDAF);
    }

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let code = random_code(&SeededRandom::new(1));
        assert_eq!(code.len(), 19);
        let wide: String = code.chars().map(|c| char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c)).collect();
        for typed in [code.clone(), code.to_lowercase(), code.replace('-', ""), code.replace('-', " "), wide] {
            assert_eq!(read_code(&typed).as_deref(), Some(code.as_str()), "{typed}");
        }
        for typed in ["", "ABCD", "ABCD-EFGH-JKMN-PQRSU", "あいうえおかきくけこさしすせそた"] {
            assert_eq!(read_code(typed), None, "{typed}");
        }
    }

    #[test]
    fn tokens_are_52_signs_and_differ() {
        let (one, two) = (random_token(&OsRandom), random_token(&OsRandom));
        assert_eq!(one.len(), 52);
        assert_ne!(one, two);
    }
}
