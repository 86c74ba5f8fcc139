//! Reading lists of agencies that municipalities publish, and taking them into the directory

mod apply;
mod cells;
pub mod columns;
mod decode;
mod report;
mod row;
mod source;
#[cfg(test)]
mod tests;

pub use apply::{Options, Tell, import};
pub(super) use cells::{Point, clock, point};
pub use report::{Done, NOTES_KEPT, Note, Progress, Report};
pub use row::{Row, is_mail_address, is_web_address};
pub use source::{Found, Source};
