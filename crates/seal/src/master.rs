//! The key of the installation: it wraps the keys of persons, and nothing else.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD as CODE;
use zeroize::Zeroizing;

use crate::{DataKey, lock, mac, unlock};

/// What a file with a master key begins with.
const NAME: &str = "tsunagi-seal-key-1";

/// Which master key: eight bytes worked out of the key, so that a database can say which one it needs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId([u8; 8]);

impl KeyId {
    /// Reads the form that [`Display`](fmt::Display) writes.
    pub fn parse(text: &str) -> Option<Self> {
        let number = u64::from_str_radix(text, 16).ok().filter(|_| text.len() == 16)?;
        Some(Self(number.to_be_bytes()))
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", u64::from_be_bytes(self.0))
    }
}

impl fmt::Debug for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Why a wrapped key does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It was wrapped under this other master key.
    OtherKey(KeyId),
    /// It is no wrapped key, or somebody changed it.
    Bent,
}

/// The master key. Overwritten when it is dropped, and never shown but by [`secret`](Self::secret).
#[derive(Clone)]
pub struct Master {
    key: Zeroizing<[u8; 32]>,
    wraps: Zeroizing<[u8; 32]>,
    nonces: Zeroizing<[u8; 32]>,
    id: KeyId,
}

impl Master {
    /// A master key out of random bytes.
    pub fn new(key: [u8; 32]) -> Self {
        let part = |what: &[u8]| Zeroizing::new(mac(&key, &[NAME.as_bytes(), what]));
        let mut id = [0; 8];
        id.copy_from_slice(&part(b"id")[..8]);
        Self { wraps: part(b"wraps"), nonces: part(b"nonces"), id: KeyId(id), key: Zeroizing::new(key) }
    }

    /// Reads the one line that [`secret`](Self::secret) wrote; `None` if it is anything else, or mistyped.
    pub fn parse(line: &str) -> Option<Self> {
        let (id, key) = line.trim().strip_prefix(NAME)?.strip_prefix(':')?.split_once(':')?;
        let bytes = Zeroizing::new(CODE.decode(key).ok()?);
        let master = Self::new(bytes.as_slice().try_into().ok()?);
        (KeyId::parse(id)? == master.id).then_some(master)
    }

    /// The key as one line. Whoever has it and the database can read everything.
    pub fn secret(&self) -> Zeroizing<String> {
        Zeroizing::new(format!("{NAME}:{}:{}", self.id, CODE.encode(*self.key)))
    }

    /// Which key it is. It may be told.
    pub fn id(&self) -> KeyId {
        self.id
    }

    /// Wraps the key of a person.
    pub fn wrap(&self, key: &DataKey, person: i64) -> Vec<u8> {
        let mut wrapped = [self.id.0, person.to_be_bytes()].concat();
        let locked = lock(&self.wraps, &self.nonces, &wrapped, key.bytes());
        wrapped.extend(locked);
        wrapped
    }

    /// Unwraps the key of a person.
    pub fn unwrap(&self, wrapped: &[u8]) -> Result<DataKey, Wrong> {
        let (head, locked) = wrapped.split_first_chunk::<16>().ok_or(Wrong::Bent)?;
        let id = head.first_chunk::<8>().copied().map(KeyId).ok_or(Wrong::Bent)?;
        if id != self.id {
            return Err(Wrong::OtherKey(id));
        }
        let bytes = Zeroizing::new(unlock(&self.wraps, head, locked).ok_or(Wrong::Bent)?);
        bytes.as_slice().try_into().map(DataKey::new).map_err(|_| Wrong::Bent)
    }
}

impl fmt::Debug for Master {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Master({})", self.id)
    }
}
