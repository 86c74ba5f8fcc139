//! Passwords: Argon2id, with the parameters as data so that tests need not wait; and how easily one is guessed.

mod guess;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use base::{Outcome, Problem, Random};

pub use guess::{WEIGHT_MIN, weigh};

/// How hard hashing is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// 19 MiB, two passes, one lane (OWASP's first recommendation for Argon2id): about 30 ms.
    Real,
    /// As light as the algorithm allows; for tests and the invented region of the demo only.
    Test,
}

impl Strength {
    fn argon(self) -> Argon2<'static> {
        let params = match self {
            Self::Real => Params::new(19 * 1024, 2, 1, None),
            Self::Test => Params::new(8, 1, 1, None),
        };
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params.expect("fixed parameters are within bounds"))
    }
}

/// Hashes a password with a fresh salt, in PHC form; the strength is written into it.
pub fn hash(password: &str, strength: Strength, random: &dyn Random) -> Outcome<String> {
    let mut salt = [0_u8; 16];
    random.fill(&mut salt);
    strength
        .argon()
        .hash_password_with_salt(password.as_bytes(), &salt)
        .map(|hash| hash.to_string())
        .map_err(|e| Problem::Internal(format!("a password could not be hashed: {e}")))
}

/// Whether a password is the one that was hashed. Takes its parameters from the hash.
pub fn matches(password: &str, hash: &str) -> bool {
    PasswordHash::new(hash)
        .is_ok_and(|parsed| Strength::Real.argon().verify_password(password.as_bytes(), &parsed).is_ok())
}

/// A hash of nothing anybody knows, of real strength: an unknown login takes as long as a wrong password.
pub const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5IGtub3dzIGl0$rWk2Zc3xqE6rM5x0zqgqN1m2h6Yq8m8hYv1s0cQvZ1A";
