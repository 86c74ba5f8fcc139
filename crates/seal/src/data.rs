//! The key of one person, and texts sealed under it.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as CODE;
use zeroize::Zeroizing;

use crate::{Place, lock, unlock};

/// How a sealed text begins, with the version of how it is sealed. The control character is one that no field takes, so
/// nobody can type what looks sealed.
const MARK: &str = "\u{1}s1.";

/// The key of one person: 32 bytes that seal and 32 that make nonces. Overwritten when it is dropped, and never shown.
#[derive(Clone)]
pub struct DataKey(Zeroizing<[u8; 64]>);

impl DataKey {
    /// Bytes of a key.
    pub const LENGTH: usize = 64;

    /// A key out of random bytes.
    pub fn new(bytes: [u8; Self::LENGTH]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// The bytes, for wrapping them.
    pub(crate) fn bytes(&self) -> &[u8; Self::LENGTH] {
        &self.0
    }

    fn half<const FROM: usize>(&self) -> Zeroizing<[u8; 32]> {
        let mut half = Zeroizing::new([0; 32]);
        half.copy_from_slice(&self.0[FROM..FROM + 32]);
        half
    }

    /// Seals a text for a place. The result is text too, a third longer and 58 characters.
    pub fn seal(&self, place: &Place, text: &str) -> String {
        let locked = lock(&self.half::<0>(), &self.half::<32>(), place.as_bytes(), text.as_bytes());
        format!("{MARK}{}", CODE.encode(locked))
    }

    /// Opens a text; `None` if it was not sealed under this key for this place, or was changed since.
    pub fn open(&self, place: &Place, sealed: &str) -> Option<String> {
        let locked = CODE.decode(sealed.strip_prefix(MARK)?).ok()?;
        String::from_utf8(unlock(&self.half::<0>(), place.as_bytes(), &locked)?).ok()
    }
}

impl fmt::Debug for DataKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DataKey")
    }
}

/// Whether a text looks sealed; only opening it is proof.
pub fn is_sealed(text: &str) -> bool {
    text.starts_with(MARK)
}
