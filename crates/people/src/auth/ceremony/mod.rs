//! What a browser was asked to prove, until it answers: kept here, taken once, within five minutes, and only by the
//! session or the browser that was asked.

mod store;

use base::{Outcome, random_token};
use web::Cx;

use super::acts::digest;

pub(super) use store::forget;

/// Minutes for which an answer is waited for.
pub(super) const MINUTES: i64 = 5;

web::codes! {
    /// What is being proved.
    Kind {
        /// That a new passkey is held.
        NewPasskey = "passkey_new",
        /// Who somebody is, by a passkey.
        SignIn = "passkey_sign_in",
        /// That it is still them, by a passkey.
        StepUp = "passkey_step_up",
    }
}

/// Who was asked, so that nobody else answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    /// A session, whatever its token is by then.
    Session(base::SessionId),
    /// A browser without a session, by the token in its cookie.
    Browser(String),
}

impl Bound {
    fn text(&self) -> String {
        match self {
            Self::Session(id) => format!("session:{}", id.raw()),
            Self::Browser(token) => format!("browser:{}", digest(token)),
        }
    }
}

/// Keeps what the answer will be held against; answers with the ticket that the answer must bring along.
pub(super) fn begin(cx: &mut Cx<'_>, kind: Kind, bound: &Bound, secret: &str) -> Outcome<String> {
    store::forget(cx.tx, cx.now)?;
    let ticket = random_token(cx.rng);
    store::insert(cx.tx, &digest(&ticket), kind, &bound.text(), secret, cx.now.plus_minutes(MINUTES))?;
    Ok(ticket)
}

/// Takes what was kept: nothing where there is none, or for somebody else. Either way it is gone afterwards, so the
/// caller must answer `Ok` also for what is refused.
pub(super) fn take(cx: &mut Cx<'_>, kind: Kind, bound: &Bound, ticket: &str) -> Outcome<Option<String>> {
    store::take(cx.tx, &digest(ticket), kind, &bound.text(), cx.now)
}
