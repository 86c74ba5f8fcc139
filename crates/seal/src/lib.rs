//! What is written about a person, readable only with their key.
//!
//! A **master key** stays outside the database. Each person has a **key** of their own, drawn at random, which stands in
//! the database wrapped under the master key. What is written about the person is **sealed** under it, bound to the
//! **place** where it stands (table, column, row), so that a sealed text put elsewhere opens nothing. Who destroys the
//! wrapped key has destroyed everything that was sealed under it, in every copy of the data.
//!
//! XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03). The nonce is not drawn but worked out, as in SIV (RFC 5297): an
//! HMAC-SHA256 over place and text, under a half of the key that serves nothing else. So sealing needs no randomness, a
//! nonce cannot meet twice with two texts, and two worlds of a test that start alike stay alike. The price: whoever reads
//! the file twice sees whether the text in one place was written again as it was. The length of a text can be seen.
//!
//! Depends on nothing of the house and does no input or output.

mod data;
mod master;
mod place;

pub use data::{DataKey, is_sealed};
pub use master::{KeyId, Master, Wrong};
pub use place::Place;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::Sha256;

/// Bytes of a nonce.
const NONCE: usize = 24;

/// HMAC-SHA256 over parts, each behind its length, so that no two lists of parts are the same bytes.
fn mac(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    // HMAC takes keys of any length, so this key is never refused.
    let Ok(mut mac) = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(key) else { return [0; 32] };
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// Nonce and ciphertext of a text that is bound to a place.
fn lock(key: &[u8; 32], nonce_key: &[u8; 32], place: &[u8], text: &[u8]) -> Vec<u8> {
    let whole = mac(nonce_key, &[place, text]);
    let mut nonce = [0; NONCE];
    nonce.copy_from_slice(&whole[..NONCE]);
    let cipher = XChaCha20Poly1305::new(&(*key).into());
    let mut out = nonce.to_vec();
    // It fails for texts beyond 256 GiB only, which no memory holds; what is empty here opens nowhere.
    out.extend(cipher.encrypt(&XNonce::from(nonce), Payload { msg: text, aad: place }).unwrap_or_default());
    out
}

/// The text, if this key locked these bytes for this place.
fn unlock(key: &[u8; 32], place: &[u8], bytes: &[u8]) -> Option<Vec<u8>> {
    let (nonce, locked) = bytes.split_first_chunk::<NONCE>()?;
    let cipher = XChaCha20Poly1305::new(&(*key).into());
    cipher.decrypt(&XNonce::from(*nonce), Payload { msg: locked, aad: place }).ok()
}

#[cfg(test)]
mod tests;
