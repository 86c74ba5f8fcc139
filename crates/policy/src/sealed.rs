//! The one way out: a value about a person is sealed until a decision opens it.
//!
//! ```
//! use policy::{Category, Label, Mask, Sealed};
//!
//! let entry = Sealed::new(Label::of(Category::Health), true, "asthma");
//! let seen = Mask::for_row(0, 0, true).open(entry);
//! assert_eq!(seen.map(|entry| entry.len()), Some(6));
//! ```
//!
//! That there is no other way is kept by the compiler. A sealed value cannot be read:
//!
//! ```compile_fail,E0616
//! let entry = policy::Sealed::new(policy::Label::EXISTENCE, true, "asthma");
//! let value = entry.value;
//! ```
//!
//! ```compile_fail,E0614
//! let entry = policy::Sealed::new(policy::Label::EXISTENCE, true, "asthma");
//! let value = *entry;
//! ```
//!
//! A disclosure cannot be made by hand, nor the mask that would open one:
//!
//! ```compile_fail,E0451
//! let made = policy::Disclosed { basis: policy::Basis::Own, value: "asthma" };
//! ```
//!
//! ```compile_fail,E0451
//! let mask = policy::Mask { own_client: true, ..policy::Mask::nothing() };
//! ```
//!
//! Nor can one be written to, to carry something else out, nor be taken as a default:
//!
//! ```compile_fail,E0594
//! fn swap(mut seen: policy::Disclosed<&'static str>) {
//!     *seen = "something else";
//! }
//! ```
//!
//! ```compile_fail,E0277
//! fn anything<T: Default>() -> T { T::default() }
//! let made: policy::Disclosed<String> = anything();
//! ```

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
        Self { lock: Lock::Entry { label, own }, value }
    }

    /// Seals what names the person on a list and nothing else: whoever [knows of](Mask::knows_of) them may see it,
    /// their own agency without any grant.
    pub const fn listing(value: T) -> Self {
        Self { lock: Lock::Listing, value }
    }
}

impl<T> fmt::Debug for Sealed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Sealed").field(&self.lock).finish_non_exhaustive()
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
        Disclosed { basis: self.basis, value: f(self.value) }
    }
}

impl<T> fmt::Debug for Disclosed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Disclosed").field(&self.basis).finish_non_exhaustive()
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
        Some(Disclosed { basis, value: sealed.value })
    }
}
