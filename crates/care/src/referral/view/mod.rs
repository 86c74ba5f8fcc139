//! The pages of referrals, each a function of what stands on it. Nothing about a person gets here undisclosed.

mod act;
mod fields;
mod home;
mod letter;
mod link;
mod list;
mod network;
mod places;
mod refer;
mod requests;
#[cfg(test)]
mod samples;
mod show;
mod steps;
#[cfg(test)]
mod tests;
mod told;
mod whole;
mod words;

pub(super) use act::ActPage;
pub(super) use home::HomePage;
pub(super) use letter::LetterPage;
pub(super) use link::{AssignPage, LinkMadePage, LinkPage, WordPage};
pub(super) use list::ListPage;
pub(super) use network::NetworkPage;
pub(super) use places::{AnswerPlacePage, AskPlacePage, PlacesPage};
pub(super) use refer::{ChoosePage, Offered, ReferPage, Whom};
pub(super) use requests::{AskPage, RequestPage, RequestsPage};
pub(super) use show::ShowPage;
pub(super) use web::Typed;
pub(super) use whole::Around;
