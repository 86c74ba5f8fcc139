//! Signing in, sessions, and the frame around a signed-in worker's pages.
//!
//! A session is a random token of 256 bits in a cookie; the database holds its hash. It locks after a while
//! without a request, ends after some hours, and is resolved anew within the transaction of every request:
//! a role taken away, an account closed or a membership ended holds from the next request.

mod account;
mod acts;
pub mod api;
mod ceremony;
pub mod frame;
mod kept;
mod own;
pub mod pages;
pub mod passkey;
mod password;
pub mod second;
mod start;
mod step_up;
mod store;
mod view;

use db::Migration;
use web::Room;

pub use acts::{SignedIn, check, forget_ended, resolve, sign_in, sign_out, switch};
pub(crate) use acts::{close, count_failure, digest, open_session, used_up};
pub use own::{Changed, Wanted, change_password, end_other_sessions, end_session, sessions};
pub use password::{NOBODY, Strength, WEIGHT_MIN, hash, matches, weigh};
pub use start::{START_HOURS, Start, Started, give_start, give_start_to, start};
pub use step_up::{STEP_UP_MINUTES, SteppedUp, Way, step_up, step_up_first, stepped_up, ways};
pub use store::OpenSession;
pub(crate) use view::role_name;

/// The tables.
pub const MIGRATIONS: &[Migration] = &[
    Migration { id: "auth-1", sql: include_str!("migration.sql") },
    Migration { id: "auth-2", sql: include_str!("migration-2.sql") },
    Migration { id: "auth-3", sql: include_str!("migration-3.sql") },
    Migration { id: "auth-4", sql: include_str!("migration-4.sql") },
    Migration { id: "auth-5", sql: include_str!("migration-5.sql") },
];

/// What this room offers.
pub fn room() -> Room {
    let mut endpoints = api::endpoints();
    endpoints.extend(account::endpoints());
    endpoints.extend(pages::endpoints());
    endpoints.extend(second::endpoints());
    endpoints.extend(step_up::endpoints());
    endpoints.extend(passkey::endpoints());
    Room {
        name: "auth",
        endpoints,
        words: base::words!("auth", "words/ja.ftl", "words/en.ftl", "words/ja-simple.ftl"),
        migrations: MIGRATIONS,
    }
}

/// Opens a session without a password, for measurements, the demo and scenarios inside the process.
///
/// Not reachable from the web: only the product itself may.
pub fn session_for(cx: &mut web::Cx<'_>, worker: base::WorkerId, agency: base::AgencyId) -> base::Outcome<String> {
    match cx.who {
        web::Who::System => open_session(cx, worker, agency),
        _ => Err(base::Problem::NotFound),
    }
}
