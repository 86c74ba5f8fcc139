//! The one way out: a value about a person is sealed until a decision opens it.

use core::fmt;
use core::ops::Deref;

use crate::label::Label;
use crate::mask::{Basis, Mask};

/// A value about a person that nobody may look at yet: what a store makes of a row.
///
/// It has no accessor and its `Debug` shows only the label.
pub struct Sealed<T> {
    lock: Lock,
    value: T,
}

/// What a mask must say for the seal to open.
#[derive(Clone, Copy, Debug)]
enum Lock {
    /// The viewer may know that the person exists.
    Listing,
    /// The viewer sees an entry with this label; whether their agency wrote it.
    Entry { label: Label, own: bool },
}

impl<T> Sealed<T> {
    /// Seals an entry. `own`: the viewer's agency wrote it.
    pub const fn new(label: Label, own: bool, value: T) -> Self {
        Self {
            lock: Lock::Entry { label, own },
            value,
        }
    }

    /// Seals what names the person on a list and nothing else: whoever [knows of](Mask::knows_of) them may see it,
    /// their own agency without any grant.
    pub const fn listing(value: T) -> Self {
        Self {
            lock: Lock::Listing,
            value,
        }
    }
}

impl<T> fmt::Debug for Sealed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Sealed")
            .field(&self.lock)
            .finish_non_exhaustive()
    }
}

/// A value about a person that a decision has opened, with the basis it rests on. Only this may be rendered,
/// serialised or printed. Its `Debug` shows only the basis, so that no log tells what a page may.
#[derive(Clone, PartialEq, Eq)]
pub struct Disclosed<T> {
    basis: Basis,
    value: T,
}

impl<T> Disclosed<T> {
    /// On what the viewer sees it.
    pub const fn basis(&self) -> Basis {
        self.basis
    }

    /// Makes another value of it, on the same basis. What `f` adds from elsewhere must itself be disclosed.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Disclosed<U> {
        Disclosed {
            basis: self.basis,
            value: f(self.value),
        }
    }
}

impl<T> fmt::Debug for Disclosed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Disclosed")
            .field(&self.basis)
            .finish_non_exhaustive()
    }
}

impl<T> Deref for Disclosed<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl Mask {
    /// Opens the seal if the decision allows it; otherwise the value is dropped unseen.
    #[must_use]
    pub fn open<T>(&self, sealed: Sealed<T>) -> Option<Disclosed<T>> {
        let basis = match sealed.lock {
            Lock::Listing => self.knowing(),
            Lock::Entry { label, own } => self.sees(label, own),
        }?;
        Some(Disclosed {
            basis,
            value: sealed.value,
        })
    }
}
