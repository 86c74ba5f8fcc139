//! A witness as a service: `POST /add-checkpoint` (C2SP `tlog-witness`).
//!
//! It holds no data of the region: a name, two numbers and a hash for each log.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use base::{Clock, Outcome, Problem};
use ledger::witness::{Answer, Heads, answer};
use ledger::{Signer, Verifier};

use super::key::sync_folder;

/// The largest request there can be is a few kilobytes.
const LARGEST: usize = 64 * 1024;

/// What a witness needs to decide: whom it knows, its key, and what it signed last.
pub struct Desk {
    logs: Vec<Verifier>,
    signer: Signer,
    clock: Box<dyn Clock>,
    state: PathBuf,
    /// One request at a time decides; otherwise an older head could be kept after a newer one.
    heads: Mutex<Heads>,
}

impl Desk {
    /// Opens the desk with what is kept in the file `state`; nothing has been signed if it is not there.
    ///
    /// `Internal` if the file cannot be read: a witness that forgot would sign a second history.
    pub fn open(logs: Vec<Verifier>, signer: Signer, clock: Box<dyn Clock>, state: &Path) -> Outcome<Self> {
        let trouble = |why: &str| Problem::Internal(format!("{}: {why}", state.display()));
        let heads = match fs::read_to_string(state) {
            Ok(text) => Heads::parse(&text).ok_or_else(|| trouble("this is not what a witness keeps"))?,
            Err(e) if e.kind() == ErrorKind::NotFound => Heads::default(),
            Err(e) => return Err(trouble(&e.to_string())),
        };
        Ok(Self { logs, signer, clock, state: state.to_owned(), heads: Mutex::new(heads) })
    }

    /// Decides, and keeps what it signed before anybody is told.
    pub fn answer(&self, body: &str) -> Outcome<Answer> {
        let mut heads = self.heads.lock().unwrap_or_else(PoisonError::into_inner);
        let now_s = u64::try_from(self.clock.now().micros() / 1_000_000).unwrap_or(0);
        let said = answer(&self.logs, &self.signer, &heads, body, now_s);
        if let Answer::Cosigned(_, head) = &said {
            let mut next = heads.clone();
            next.keep(head.clone());
            self.keep(&next).map_err(|e| Problem::Internal(format!("{}: {e}", self.state.display())))?;
            *heads = next;
        }
        Ok(said)
    }

    /// Written beside, synced, then given its name: at any moment the file is whole.
    fn keep(&self, heads: &Heads) -> std::io::Result<()> {
        let beside = self.state.with_extension("next");
        let mut file = File::create(&beside)?;
        file.write_all(heads.to_string().as_bytes())?;
        file.sync_all()?;
        fs::rename(&beside, &self.state)?;
        sync_folder(&self.state)
    }
}

/// The witness as a service.
pub fn router(desk: Arc<Desk>) -> Router {
    Router::new().route("/add-checkpoint", post(add_checkpoint)).layer(DefaultBodyLimit::max(LARGEST)).with_state(desk)
}

async fn add_checkpoint(State(desk): State<Arc<Desk>>, body: String) -> Response {
    let said = tokio::task::spawn_blocking(move || desk.answer(&body)).await;
    let Ok(Ok(said)) = said else {
        if let Ok(Err(problem)) = said {
            tracing::error!("{problem}");
        }
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    tracing::info!(status = said.status(), "asked to sign");
    let kind = match said {
        Answer::Conflict(_) => "text/x.tlog.size",
        _ => "text/plain; charset=utf-8",
    };
    let status = StatusCode::from_u16(said.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, [(header::CONTENT_TYPE, kind)], said.body()).into_response()
}
