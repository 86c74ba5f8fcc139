//! The frame around a signed-in worker's pages.

use base::Outcome;
use web::Cx;
use web::ui::Signed;

/// Name, agency and navigation of the one who is signed in.
pub fn signed(_: &mut Cx<'_>) -> Outcome<Option<Signed>> {
    Ok(None)
}
