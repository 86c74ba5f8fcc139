//! The pages of the directory

mod agency;
mod edit;
mod offer;
mod pieces;
mod question;
mod search;
mod suggestions;

pub use agency::AgencyPage;
pub use edit::{EditPage, fields_of as fields_of_site};
pub use offer::{OfferPage, fields_of as fields_of_offer, typed_schedule};
pub use pieces::sentence;
pub use search::{SearchPage, Shown};
pub use suggestions::{SuggestionsPage, Waiting};
