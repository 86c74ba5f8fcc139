//! Proofs of who somebody is that others than this product made: a passkey of a device, the word of an agency's own
//! sign-in.
//!
//! A crate of its own because what checks them is heavy to build: a changed page builds none of it again. It opens no
//! database, holds no state and draws no randomness. Whoever calls keeps the challenges and gives them in.

#[cfg(any(test, feature = "device"))]
pub mod device;
pub mod passkey;
