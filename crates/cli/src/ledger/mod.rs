//! Keeping the ledger of the audit trail: its key, its turn every second, and the witnesses.

mod key;
mod witness;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use base::{Outcome, Problem};
use clap::Args;
use ledger::key::Kind;
use ledger::witness::{Request, read_conflict};
use ledger::{Signer, Verifier};
use people::audit::ledger as trail;
use ureq::Agent;
use web::{App, Who};

pub use key::{make as make_key, read as read_key};
pub use witness::{Desk, router as witness_router};

/// How often it is asked whether something waits.
const EVERY: Duration = Duration::from_secs(1);
/// How often witnesses are asked who did not answer.
const ASK_AGAIN: u32 = 60;
/// Rows that are numbered in one transaction: on SQLite everybody who writes waits for it, a few milliseconds.
const BATCH: i64 = 500;

/// Where the key of the log is.
#[derive(Args, Clone, Debug, Default)]
pub struct KeyFile {
    /// File with the key that signs the audit trail, made when there is none yet; beside the SQLite file if not given.
    #[arg(long, env = "TSUNAGI_LEDGER_KEY_FILE")]
    pub ledger_key_file: Option<PathBuf>,
}

impl KeyFile {
    /// The file, for a database of this name.
    pub fn path(&self, data: &Path) -> PathBuf {
        self.ledger_key_file.clone().unwrap_or_else(|| data.with_extension("ledger-key"))
    }
}

/// Who is asked to sign the head of the log as well.
#[derive(Args, Clone, Debug, Default)]
pub struct Witnesses {
    /// Address of a witness (http://host:port); several with a comma between them.
    #[arg(long = "witness", env = "TSUNAGI_WITNESS", value_delimiter = ',')]
    urls: Vec<String>,
    /// Public key of each witness, in the same order.
    #[arg(long = "witness-key", env = "TSUNAGI_WITNESS_KEY", value_delimiter = ',')]
    keys: Vec<String>,
}

/// A witness and where it is.
#[derive(Clone, Debug)]
pub struct Witness {
    url: String,
    key: Verifier,
}

impl Witnesses {
    /// The witnesses; `Internal` unless each address has its key.
    pub fn read(&self) -> Outcome<Vec<Witness>> {
        if self.urls.len() != self.keys.len() {
            return Err(Problem::Internal("each --witness needs its --witness-key".to_owned()));
        }
        let one = |(url, key): (&String, &String)| {
            Ok(Witness { url: url.trim_end_matches('/').to_owned(), key: witness_key(key)? })
        };
        self.urls.iter().zip(&self.keys).map(one).collect()
    }
}

/// The public key of a witness.
pub fn witness_key(vkey: &str) -> Outcome<Verifier> {
    public_key(vkey, Kind::Witness)
}

/// The public key of a log.
pub fn log_key(vkey: &str) -> Outcome<Verifier> {
    public_key(vkey, Kind::Log)
}

fn public_key(vkey: &str, kind: Kind) -> Outcome<Verifier> {
    let key = Verifier::parse(vkey).filter(|key| key.kind() == kind);
    key.ok_or_else(|| Problem::Internal(format!("this is no public key of a {}: {vkey}", word(kind))))
}

const fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Log => "log",
        Kind::Witness => "witness",
    }
}

/// Whoever numbers, signs and asks.
#[derive(Clone, Debug)]
pub struct Keeper {
    signer: Signer,
    witnesses: Vec<Witness>,
    agent: Agent,
}

impl Keeper {
    /// Opens the log with the key in this file; makes both if there is neither.
    ///
    /// `None`, with a warning, where there is a log and its key is not here: a copy of the database that somebody looks
    /// at. Rows then wait for their numbers. `Internal` where the key is another log's.
    pub fn open(app: &App, file: &Path, witnesses: Vec<Witness>) -> Outcome<Option<Self>> {
        let signer = match read_key(file, Kind::Log)? {
            Some(signer) => signer,
            None if trail::key_of(app)?.is_some() => {
                let file = file.display();
                tracing::warn!(%file, "no key: what is recorded now is neither numbered nor signed");
                return Ok(None);
            }
            None => make_key(file, Kind::Log, &key::new_name(app.random()), app.random())?,
        };
        Self::with(app, signer, witnesses).map(Some)
    }

    /// Opens the log with this key.
    fn with(app: &App, signer: Signer, witnesses: Vec<Witness>) -> Outcome<Self> {
        let key = signer.verifier().clone();
        app.act(Who::System, move |cx| trail::open(cx, &key))?;
        let agent = Agent::config_builder()
            .timeout_global(Some(Duration::from_secs(20)))
            .http_status_as_error(false)
            .max_redirects(0)
            .build()
            .into();
        Ok(Self { signer, witnesses, agent })
    }

    /// With a key that nobody keeps: for a database that is thrown away, such as that of a measurement.
    pub fn for_once(app: &App) -> Outcome<Self> {
        let mut seed = [0; 32];
        app.random().fill(&mut seed);
        let signer = Signer::new(Kind::Log, &key::new_name(app.random()), &seed);
        Self::with(app, signer.ok_or_else(|| Problem::internal("a new name is a name"))?, Vec::new())
    }

    /// The public key of the log.
    pub fn key(&self) -> &Verifier {
        self.signer.verifier()
    }

    /// Numbers everything that waits, and signs where it is time; at once when `now` says so. How many were numbered.
    pub fn round(&self, app: &App, now: bool) -> Outcome<u64> {
        let mut all = 0;
        loop {
            let entered = app.act(Who::System, |cx| trail::enter(cx, BATCH))?;
            let signer = self.signer.clone();
            let last = entered == 0;
            app.act(Who::System, move |cx| trail::sign(cx, &signer, now && last))?;
            all += entered;
            if last {
                return Ok(all);
            }
        }
    }

    /// Asks every witness to sign what is new. A witness that cannot be reached is asked again later.
    pub fn ask(&self, app: &App) {
        for witness in &self.witnesses {
            if let Err(problem) = self.ask_one(app, witness) {
                tracing::warn!(witness = witness.key.name(), "not witnessed: {problem}");
            }
        }
    }

    fn ask_one(&self, app: &App, witness: &Witness) -> Outcome<()> {
        let key = witness.key.clone();
        let Some(request) = app.look(move |cx| trail::to_witness(cx, &key))? else { return Ok(()) };
        let (status, body) = self.post(witness, &request)?;
        if status != 409 {
            return keep(app, witness, request, status, body);
        }
        // Its answer was lost on the way, or this database is not the one that asked last.
        let old = read_conflict(&body).ok_or_else(|| Problem::Internal("a conflict without a size".to_owned()))?;
        let Some(request) = app.look(move |cx| trail::asked_again(cx, old))? else { return Ok(()) };
        let (status, body) = self.post(witness, &request)?;
        keep(app, witness, request, status, body)
    }

    fn post(&self, witness: &Witness, request: &Request) -> Outcome<(u16, String)> {
        let url = format!("{}/add-checkpoint", witness.url);
        let mut reply = self.agent.post(&url).send(request.to_string()).map_err(Problem::internal)?;
        let status = reply.status().as_u16();
        let body = reply.body_mut().with_config().limit(64 * 1024).read_to_string().map_err(Problem::internal)?;
        Ok((status, body))
    }
}

fn keep(app: &App, witness: &Witness, request: Request, status: u16, body: String) -> Outcome<()> {
    let key = witness.key.clone();
    let kept = status == 200 && app.act(Who::System, move |cx| trail::answered(cx, &key, &request.note, &body))?;
    if kept { Ok(()) } else { Err(Problem::Internal(format!("it answered with status {status}"))) }
}

/// Keeps the log until it is dropped. Nothing here can fail an act, and no transaction waits for a witness.
pub async fn keep_going(app: App, keeper: Arc<Keeper>) {
    let mut turns = 0_u32;
    loop {
        let (app, keeper) = (app.clone(), Arc::clone(&keeper));
        let ask = turns.is_multiple_of(ASK_AGAIN);
        let turn = tokio::task::spawn_blocking(move || one_turn(&app, &keeper, ask));
        match turn.await {
            Ok(Ok(())) => {}
            Ok(Err(problem)) => tracing::error!("the ledger of the audit trail: {problem}"),
            Err(_) => tracing::error!("the ledger of the audit trail: a turn stopped"),
        }
        turns = turns.wrapping_add(1);
        tokio::time::sleep(EVERY).await;
    }
}

/// Numbers and signs what waits, if anything does; asks the witnesses if it is their turn.
pub fn one_turn(app: &App, keeper: &Keeper, ask: bool) -> Outcome<()> {
    if app.look(trail::has_work)? {
        keeper.round(app, false)?;
    }
    if ask {
        keeper.ask(app);
    }
    Ok(())
}

/// Keeps the log while something is served, and signs what is left at the end.
pub async fn while_serving(
    app: App,
    keeper: Option<Keeper>,
    serving: impl Future<Output = Outcome<()>>,
) -> Outcome<()> {
    let Some(keeper) = keeper.map(Arc::new) else { return serving.await };
    let going = tokio::spawn(keep_going(app.clone(), Arc::clone(&keeper)));
    let served = serving.await;
    going.abort();
    let last = tokio::task::spawn_blocking(move || {
        keeper.round(&app, true)?;
        keeper.ask(&app);
        Ok::<_, Problem>(())
    });
    match last.await {
        Ok(Err(problem)) => tracing::error!("the ledger of the audit trail: {problem}"),
        Err(_) => tracing::error!("the ledger of the audit trail: the last turn stopped"),
        Ok(Ok(())) => {}
    }
    served
}
