//! The look: small pieces of page, each a function of typed values, none of which knows what it shows.
//!
//! [`Ui`] carries the words and the reader's register; its methods are the pieces that say something themselves.
//! Pieces without words of their own are free functions. Everything works without JavaScript, under a strict
//! content security policy (no inline style or script), at 390 px and at 200 % text.
//!
//! Every label goes through [`ruby`], so a text of the plain register may carry its readings: `相談《そうだん》`.

mod assets;
mod badge;
mod choice;
mod field;
mod form;
mod help;
mod icon;
mod nav;
mod notice;
mod page;
mod qr;
mod ruby;
mod say;
mod shell;
mod steps;
mod table;
#[cfg(test)]
mod tests;
mod text;

pub use assets::{ASSETS, Asset, asset, asset_href};
pub use badge::{Tone, badge, tag};
pub use choice::{Choice, Choices};
pub use field::{Field, Kind, Width, field_id};
pub use form::{Confirm, Form, Wrong};
pub use help::HelpLine;
pub use icon::{Icon, icon};
pub use nav::{Crumb, NavItem, Tab};
pub use notice::Flash;
pub use page::{Action, Count, Way, card, counts, disclosure, facts, intro, section, ways};
pub use qr::qr;
pub use ruby::{plain, ruby};
pub use say::Ui;
pub use shell::{Idle, Keeps, Language, QUICK_EXIT, Shell, Signed};
pub use steps::{Moment, Step, StepState};
pub use table::{Head, Narrow, Sort, Table};
pub use text::{date_of, prose, time_of};

/// The words of the kit and its look.
pub const fn words() -> base::WordsOf {
    base::words!("web", "../../words/ja.ftl", "../../words/en.ftl", "../../words/ja-simple.ftl")
}
