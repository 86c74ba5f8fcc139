//! Making, using and removing passkeys. Each begins with a question that is kept, and ends with the browser's answer.

use base::{Line, Msg, Outcome, PasskeyId, Problem, WorkerId, random_token};
use keys::passkey::{CHALLENGE_BYTES, Site, base64url, named};
use sha2::{Digest, Sha256};
use web::{Cx, Viewer};

use super::store::{self, Known, New, Passkey};
use crate::agency;
use crate::audit::{self, Event};
use crate::auth::acts::{self, SignedIn, WAIT_S};
use crate::auth::ceremony::{self, Bound, Kind};
use crate::auth::step_up::{SteppedUp, proven, stepped_up};

/// Most passkeys that a worker may have.
pub const MAX: usize = 20;

/// A question to a browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What WebAuthn calls the options, as JSON.
    pub options: String,
    /// Brought along by the answer.
    pub ticket: String,
}

/// What adding a passkey came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Added {
    /// It can be used from now on.
    Yes(PasskeyId),
    /// Why not; a new question has to be asked.
    No(Problem),
}

/// The site that passkeys are made for; [`Problem::Refused`] where the address of this installation allows none.
fn site(cx: &Cx<'_>) -> Outcome<Site> {
    Site::of(&cx.config.base_url, &cx.config.region).ok_or_else(|| Problem::refused("auth-passkey-no-site"))
}

/// Whether passkeys can be used at the address of this installation.
pub fn offered(config: &web::Config) -> bool {
    Site::of(&config.base_url, "-").is_some()
}

/// Keeps a fresh challenge; gives it with the ticket.
fn challenge(cx: &mut Cx<'_>, kind: Kind, bound: &Bound) -> Outcome<([u8; CHALLENGE_BYTES], String)> {
    let mut challenge = [0; CHALLENGE_BYTES];
    cx.rng.fill(&mut challenge);
    let hex = challenge.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
    let ticket = ceremony::begin(cx, kind, bound, &hex)?;
    Ok((challenge, ticket))
}

/// The challenge that was kept for this ticket, if it can still be answered.
fn kept(cx: &mut Cx<'_>, kind: Kind, bound: &Bound, ticket: &str) -> Outcome<Option<[u8; CHALLENGE_BYTES]>> {
    let Some(hex) = ceremony::take(cx, kind, bound, ticket)? else { return Ok(None) };
    let byte = |at: usize| u8::from_str_radix(hex.get(at * 2..at * 2 + 2)?, 16).ok();
    let bytes: Option<Vec<u8>> = (0..CHALLENGE_BYTES).map(byte).collect();
    Ok(bytes.and_then(|bytes| bytes.try_into().ok()))
}

fn wrong(why: &keys::passkey::Wrong) -> Problem {
    Problem::Internal(format!("a passkey could not be asked for: {}", why.0))
}

fn user(worker: WorkerId) -> u64 {
    worker.raw().unsigned_abs()
}

/// Asks the own device for a new passkey. Grave: whoever adds a key can come back.
pub fn ask_new(cx: &mut Cx<'_>) -> Outcome<Asked> {
    let by = cx.viewer()?;
    stepped_up(cx)?;
    let site = site(cx)?;
    let known = store::credentials(cx.tx, by.worker)?;
    if known.len() >= MAX {
        return Err(Problem::refused("auth-passkey-too-many"));
    }
    let login = agency::login_of(cx.tx, by.worker)?.ok_or(Problem::NotFound)?;
    let name = agency::worker_name(cx, by.worker)?;
    let (challenge, ticket) = challenge(cx, Kind::NewPasskey, &Bound::Session(by.session))?;
    let options = site.ask_new(user(by.worker), &login, &name, &known, &challenge).map_err(|w| wrong(&w))?;
    Ok(Asked { options, ticket })
}

/// Keeps the new passkey under the name that the worker gave it.
pub fn add(cx: &mut Cx<'_>, ticket: &str, name: &str, answer: &str) -> Outcome<Added> {
    let by = cx.viewer()?;
    stepped_up(cx)?;
    let site = site(cx)?;
    let name = Line::parse(name).map_err(|problem| Problem::field("name", problem.msg()))?;
    let challenge = kept(cx, Kind::NewPasskey, &Bound::Session(by.session), ticket)?;
    let Some(made) = challenge.and_then(|challenge| site.make(user(by.worker), &challenge, answer).ok()) else {
        return Ok(Added::No(Problem::refused("auth-passkey-not-made")));
    };
    if store::by_credential(cx.tx, &made.credential)?.is_some() {
        return Ok(Added::No(Problem::refused("auth-passkey-there-already")));
    }
    let id = PasskeyId::new(cx.rng);
    let new = New { id, worker: by.worker, credential: &made.credential, key: &made.key, name: name.as_str() };
    store::insert(cx.tx, &new, cx.now)?;
    audit::record(cx, Event::of("passkey.add").on(id.raw()))?;
    Ok(Added::Yes(id))
}

/// The own passkeys, oldest first.
pub fn mine(cx: &mut Cx<'_>) -> Outcome<Vec<Passkey>> {
    let by = cx.viewer()?;
    store::of_worker(cx.tx, by.worker)
}

/// Whether the worker has one.
pub fn has_any(cx: &mut Cx<'_>, worker: WorkerId) -> Outcome<bool> {
    Ok(!store::credentials(cx.tx, worker)?.is_empty())
}

/// Removes one of the own passkeys.
pub fn remove(cx: &mut Cx<'_>, id: PasskeyId) -> Outcome<()> {
    let by = cx.viewer()?;
    stepped_up(cx)?;
    if !store::remove(cx.tx, by.worker, id)? {
        return Err(Problem::NotFound);
    }
    audit::record(cx, Event::of("passkey.remove").on(id.raw()))
}

/// Removes every passkey of a worker: a new start begins anew, and whoever leaves comes in no more.
pub fn forget_all(cx: &mut Cx<'_>, worker: WorkerId) -> Outcome<()> {
    store::remove_all(cx.tx, worker)
}

/// Asks a browser who is in front of it. With a login the browser is told which keys would do, without one it offers
/// what it holds. A login without a passkey gets an answer like any other: a key that nobody has.
pub fn ask_sign_in(cx: &mut Cx<'_>, login: &str, browser: &str) -> Outcome<Asked> {
    let site = site(cx)?;
    let login = acts::fold_login(login);
    let mut known = match agency::worker_by_login(cx.tx, &login)? {
        Some((worker, _, true)) => store::credentials(cx.tx, worker)?,
        _ => Vec::new(),
    };
    if known.is_empty() && !login.is_empty() {
        known.push(nobodys(cx, &login)?);
    }
    let (challenge, ticket) = challenge(cx, Kind::SignIn, &Bound::Browser(browser.to_owned()))?;
    let options = site.ask_known(&known, &challenge).map_err(|w| wrong(&w))?;
    Ok(Asked { options, ticket })
}

/// A credential that nobody has, the same for the same login. It hangs on a secret, so that nobody outside can work it
/// out and tell it from a real one.
fn nobodys(cx: &mut Cx<'_>, login: &str) -> Outcome<String> {
    let secret = store::decoy_secret(cx.tx, &random_token(cx.rng))?;
    Ok(base64url(&Sha256::digest(format!("{secret}:{login}"))))
}

/// Opens a session for whoever holds the passkey. Answers `Ok` also for what does not hold, so that the try is kept.
pub fn sign_in(cx: &mut Cx<'_>, ticket: &str, answer: &str, browser: &str, remote: &str) -> Outcome<SignedIn> {
    let site = site(cx)?;
    let keys = acts::limit_keys("", remote);
    if acts::used_up(cx, &keys)? {
        return Ok(SignedIn::Wait { seconds: WAIT_S });
    }
    let challenge = kept(cx, Kind::SignIn, &Bound::Browser(browser.to_owned()), ticket)?;
    let seat = match holder(cx, &site, challenge, answer)? {
        Some(worker) if is_open(cx, worker)? => {
            agency::memberships(cx.tx, worker, cx.now)?.into_iter().next().map(|m| (worker, m.0))
        }
        _ => None,
    };
    let Some((worker, agency)) = seat else {
        acts::count_failure(cx, &keys)?;
        audit::record(cx, Event::of("passkey.refused"))?;
        return Ok(SignedIn::No);
    };
    // The device and its holder were shown: two factors in one.
    let token = acts::open_strong_session(cx, worker, agency)?;
    Ok(SignedIn::Yes { token, seconds: cx.config.session_hours * 3600 })
}

/// Whether the worker's account is open.
fn is_open(cx: &mut Cx<'_>, worker: WorkerId) -> Outcome<bool> {
    let Some(login) = agency::login_of(cx.tx, worker)? else { return Ok(false) };
    Ok(agency::worker_by_login(cx.tx, &login)?.is_some_and(|(_, _, active)| active))
}

/// Asks the own device whether it is still the same person.
pub fn ask_step_up(cx: &mut Cx<'_>) -> Outcome<Asked> {
    let by = cx.viewer()?;
    let site = site(cx)?;
    let known = store::credentials(cx.tx, by.worker)?;
    if known.is_empty() {
        return Err(Problem::refused("auth-passkey-none"));
    }
    let (challenge, ticket) = challenge(cx, Kind::StepUp, &Bound::Session(by.session))?;
    let options = site.ask_known(&known, &challenge).map_err(|w| wrong(&w))?;
    Ok(Asked { options, ticket })
}

/// Takes a passkey as the proof of a step-up. Answers `Ok` also for what does not hold, so that the try is kept.
pub fn step_up(cx: &mut Cx<'_>, ticket: &str, answer: &str, remote: &str) -> Outcome<SteppedUp> {
    let by: Viewer = cx.viewer()?;
    let site = site(cx)?;
    let login = agency::login_of(cx.tx, by.worker)?.ok_or(Problem::SignInNeeded)?;
    let keys = acts::limit_keys(&login, remote);
    if acts::used_up(cx, &keys)? {
        return Ok(SteppedUp::Wait { seconds: WAIT_S });
    }
    let challenge = kept(cx, Kind::StepUp, &Bound::Session(by.session), ticket)?;
    if holder(cx, &site, challenge, answer)? != Some(by.worker) {
        acts::count_failure(cx, &keys)?;
        audit::record(cx, Event::of("session.step-up.refused"))?;
        return Ok(SteppedUp::No);
    }
    proven(cx, by)
}

/// Whose passkey gave this answer, if it holds. A counter that went back is written down and hinders nobody: keys that
/// travel between devices do not count.
fn holder(
    cx: &mut Cx<'_>,
    site: &Site,
    challenge: Option<[u8; CHALLENGE_BYTES]>,
    answer: &str,
) -> Outcome<Option<WorkerId>> {
    let (Some(challenge), Some(credential)) = (challenge, named(answer)) else { return Ok(None) };
    let Some(Known { id, worker, key, counter }) = store::by_credential(cx.tx, &credential)? else { return Ok(None) };
    let Ok(used) = site.check(&challenge, &key, answer) else { return Ok(None) };
    let now_at = i64::from(used.counter);
    if now_at <= counter && (now_at, counter) != (0, 0) {
        audit::record(cx, Event::of("passkey.counter").on(id.raw()))?;
    }
    store::touch(cx.tx, id, now_at, cx.now)?;
    Ok(Some(worker))
}

/// What is said when a passkey does not open anything.
pub(super) fn refused() -> Problem {
    Problem::Refused(Msg::new("auth-passkey-refused"))
}
