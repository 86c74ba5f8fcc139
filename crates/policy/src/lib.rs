//! May this viewer see or do this: facts in, decision with its basis out.
//!
//! The crate is `no_std`, allocates nothing and depends on nothing, so it cannot read a file, a clock or a
//! network even by mistake. Whoever asks collects the [`Facts`] and gives the time; [`mask`] answers once for a
//! (worker, person, purpose, now); each entry is then one test of [`Mask::sees`], and a value leaves its
//! [`Sealed`] wrapping only through [`Mask::open`].
//!
//! The rules, in the order in which they win:
//!
//! 1. A **barrier** (separation of two persons) beats everything, the agency's own entries and break-glass too.
//! 2. Who may not know that the person **exists** here sees nothing at all.
//! 3. An agency sees what it **wrote itself**, as long as it knows of the person without breaking glass.
//! 4. A **refusal** beats every grant, break-glass and every basis in law but one: the protection of life, body or property.
//! 5. An agency with a **duty to report** receives no relapse disclosure unless one and the same grant contains
//!    it and names it, with a witness from outside justice, and a day has passed. Break-glass and bases in law name nothing.
//! 6. Live **grants** and **bases in law** for the purpose add up. There is no "newest wins".
//! 7. **Break-glass** adds, for at most an hour, entries that are in no part about justice, family, livelihood or
//!    notes. Where a barrier stands it does not tell that the person exists.
//!
//! An entry is visible only if *all* categories of its label are; an empty label cannot be written down.
#![no_std]

mod set;

pub mod duty;
pub mod grant;
pub mod label;
pub mod mask;
pub mod purpose;
pub mod roles;
pub mod sealed;

pub use duty::{Duty, DutyFact, duty_now};
pub use grant::{BreakGlass, Grant, LegalBasis, compiled, effective};
pub use label::{Categories, Category, Label};
pub use mask::{Basis, Facts, Mask, mask};
pub use purpose::{Purpose, Purposes};
pub use roles::{Act, Role, Roles, may, who_may};
pub use sealed::{Disclosed, Sealed};
