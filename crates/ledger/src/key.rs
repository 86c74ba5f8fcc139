//! Keys: who signs for the log, who signs as its witness, and how each is named (C2SP `signed-note`).
//!
//! A key has a name and a short id made of name, kind and public key, so that a signature says which key to try. The
//! public half is passed on as a `vkey`: `name+id+base64`.

use std::fmt;

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};

use crate::code;

/// What a key is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Signs the text of a note as it stands: the log.
    Log,
    /// Signs a checkpoint together with the time: a witness (C2SP `tlog-cosignature`, version 1).
    Witness,
}

impl Kind {
    const fn byte(self) -> u8 {
        match self {
            Self::Log => 1,
            Self::Witness => 4,
        }
    }

    fn of(byte: u8) -> Option<Self> {
        [Self::Log, Self::Witness].into_iter().find(|kind| kind.byte() == byte)
    }
}

/// The private half: signs. It never shows itself in a log line; only [`secret`](Self::secret) writes it out.
#[derive(Clone)]
pub struct Signer {
    key: SigningKey,
    public: Verifier,
}

/// The public half: checks signatures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verifier {
    name: String,
    kind: Kind,
    id: [u8; 4],
    key: VerifyingKey,
}

const SECRET: &str = "PRIVATE+KEY+";

impl Signer {
    /// The key that follows from 32 random bytes; `None` if the name is empty or holds a space or a plus.
    pub fn new(kind: Kind, name: &str, seed: &[u8; 32]) -> Option<Self> {
        let key = SigningKey::from_bytes(seed);
        let public = Verifier::new(kind, name, key.verifying_key())?;
        Some(Self { key, public })
    }

    /// Reads a secret that [`secret`](Self::secret) wrote; space around it does not count.
    pub fn parse(secret: &str) -> Option<Self> {
        let rest = secret.trim().strip_prefix(SECRET)?;
        let (name, id, kind, seed) = parts(rest)?;
        let signer = Self::new(kind, name, &seed)?;
        (signer.public.id == id).then_some(signer)
    }

    /// The key as text for a file that nobody else can read, in the form of the Go package `note`.
    pub fn secret(&self) -> String {
        let Verifier { name, kind, id, .. } = &self.public;
        format!("{SECRET}{name}+{}+{}", Id(*id), typed(*kind, self.key.as_bytes()))
    }

    /// The public half.
    pub const fn verifier(&self) -> &Verifier {
        &self.public
    }

    pub(crate) fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.key.sign(message).to_bytes()
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signer({})", self.public)
    }
}

impl Verifier {
    fn new(kind: Kind, name: &str, key: VerifyingKey) -> Option<Self> {
        if !is_name(name) {
            return None;
        }
        let hash = Sha256::new().chain_update(name).chain_update([b'\n', kind.byte()]).chain_update(key.as_bytes());
        let [a, b, c, d, ..] = <[u8; 32]>::from(hash.finalize());
        Some(Self { name: name.to_owned(), kind, id: [a, b, c, d], key })
    }

    /// Reads a `vkey`; `None` unless id, name and key belong together.
    pub fn parse(vkey: &str) -> Option<Self> {
        let (name, id, kind, key) = parts(vkey)?;
        let verifier = Self::new(kind, name, VerifyingKey::from_bytes(&key).ok()?)?;
        (verifier.id == id).then_some(verifier)
    }

    /// The name, which is also the origin of a log.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it is for.
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    pub(crate) const fn id(&self) -> [u8; 4] {
        self.id
    }

    /// Strict: keys and signatures that could mean more than one thing are refused.
    pub(crate) fn has_signed(&self, message: &[u8], signature: &[u8]) -> bool {
        signature.try_into().is_ok_and(|bytes| self.key.verify_strict(message, &Signature::from_bytes(bytes)).is_ok())
    }
}

/// As a `vkey`.
impl fmt::Display for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}+{}+{}", self.name, Id(self.id), typed(self.kind, self.key.as_bytes()))
    }
}

struct Id([u8; 4]);

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08x}", u32::from_be_bytes(self.0))
    }
}

fn typed(kind: Kind, key: &[u8; 32]) -> String {
    code::base64(&[&[kind.byte()], key.as_slice()].concat())
}

/// `name+id+base64(kind, 32 bytes)`; the base 64 may itself hold a plus, a name never does.
fn parts(text: &str) -> Option<(&str, [u8; 4], Kind, [u8; 32])> {
    let mut parts = text.splitn(3, '+');
    let (name, id, key) = (parts.next()?, parts.next()?, parts.next()?);
    let number = u32::from_str_radix(id, 16).ok().filter(|number| format!("{number:08x}") == id)?;
    let key = code::from_base64(key)?;
    let (kind, key) = key.split_first()?;
    Some((name, number.to_be_bytes(), Kind::of(*kind)?, key.try_into().ok()?))
}

/// Whether a key may be called that.
pub(crate) fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.contains(|c: char| c == '+' || c.is_whitespace() || c.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From the documentation of the Go package `golang.org/x/mod/sumdb/note`.
    const VKEY: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    const SECRET: &str = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    #[test]
    fn the_published_key_is_read_and_written_alike() {
        let signer = Signer::parse(&format!("{SECRET}\n")).expect("a key");
        assert_eq!(signer.secret(), SECRET);
        assert_eq!(signer.verifier().to_string(), VKEY);
        assert_eq!(Verifier::parse(VKEY).as_ref(), Some(signer.verifier()));
        assert!(!format!("{signer:?}").contains("AYEKFALVFGyNhPJEMzD1QIDr"), "the secret stays out of logs");
    }

    #[test]
    fn no_part_and_no_change_of_a_key_is_a_key() {
        for start in 0..VKEY.len() {
            for end in start..=VKEY.len() {
                assert_eq!(Verifier::parse(&VKEY[start..end]).is_some(), &VKEY[start..end] == VKEY);
            }
        }
        for at in 0..VKEY.len() {
            let mut bytes = VKEY.as_bytes().to_vec();
            bytes[at] += 1;
            let text = String::from_utf8(bytes).expect("ASCII");
            assert!(Verifier::parse(&text).is_none(), "{text}");
        }
        assert!(Verifier::parse(&VKEY.replace("c74f20a3", "C74F20A3")).is_none());
    }

    #[test]
    fn a_name_is_one_word_without_a_plus() {
        for name in ["", "a b", "a+b", "a\u{3000}b", "a\nb"] {
            assert!(Signer::new(Kind::Log, name, &[1; 32]).is_none(), "{name:?}");
        }
        assert!(Signer::new(Kind::Log, "みなと県", &[1; 32]).is_some());
    }

    #[test]
    fn one_key_has_another_id_as_a_witness() {
        let id = |kind| Signer::new(kind, "a", &[1; 32]).expect("a name").verifier().id();
        assert_ne!(id(Kind::Log), id(Kind::Witness));
    }
}
