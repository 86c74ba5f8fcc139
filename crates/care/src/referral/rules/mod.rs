//! Pure decisions: who may move a referral where, until when, and what then is to be done. No database, no clock.

mod apply;
mod machine;
mod tasks;
#[cfg(test)]
mod tests;

pub use apply::{Terms, apply, may_undo};
pub use machine::{Goes, No, next};
pub use tasks::{Task, Todo, Whose, due_on, is_live, look_on, next_follow_up, tasks};

/// Minutes in which the last change of state can be taken back.
pub const UNDO_MINUTES: i64 = 15;

/// How often a no is asked about again.
pub const SECOND_LOOKS: i64 = 1;

/// Working days for the answer to an urgent referral.
pub const URGENT_DAYS: i32 = 1;

/// Working days in which the sender answers a question of the receiver.
pub const QUESTION_DAYS: i32 = 3;
