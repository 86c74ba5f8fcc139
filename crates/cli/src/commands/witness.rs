//! `tsunagi witness`.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use base::{OsRandom, Outcome, Problem, SystemClock};
use clap::Args;
use house::ledger::{Desk, log_key, make_key, read_key, witness_router};
use ledger::key::Kind;
use tokio::net::TcpListener;

use super::say;

/// Be a witness for the audit trail of another installation: remember its newest head, and sign only what that grew into.
#[derive(Args)]
pub struct Witness {
    /// Public key of the log, as its `tsunagi verify` says it; several may be given.
    #[arg(long = "log", required = true)]
    logs: Vec<String>,
    /// What the witness is called if its key has to be made: one word, such as witness.example.jp.
    #[arg(long, default_value = "tsunagi-witness")]
    name: String,
    /// File with the key of the witness, made when it is not there.
    #[arg(long)]
    key_file: PathBuf,
    /// Address to listen on.
    #[arg(long, default_value = "127.0.0.1:8090")]
    listen: SocketAddr,
    /// File in which it remembers what it signed. Whoever loses it may sign a second history.
    #[arg(long)]
    state: PathBuf,
}

impl Witness {
    pub fn run(self) -> Outcome<ExitCode> {
        let logs = self.logs.iter().map(|key| log_key(key)).collect::<Outcome<Vec<_>>>()?;
        let signer = match read_key(&self.key_file, Kind::Witness)? {
            Some(signer) => signer,
            None => make_key(&self.key_file, Kind::Witness, &self.name, &OsRandom)?,
        };
        let key = signer.verifier().to_string();
        let desk = Arc::new(Desk::open(logs, signer, Box::new(SystemClock), &self.state)?);
        super::serve::runtime()?.block_on(async move {
            let cannot = |e: std::io::Error| Problem::Internal(format!("cannot listen on {}: {e}", self.listen));
            let listener = TcpListener::bind(self.listen).await.map_err(cannot)?;
            let address = listener.local_addr().map_err(Problem::internal)?;
            say(&format!("証人  http://{address}/add-checkpoint\n鍵  {key}"))?;
            axum::serve(listener, witness_router(desk))
                .with_graceful_shutdown(house::serve::asked_to_stop())
                .await
                .map_err(Problem::internal)
        })?;
        Ok(ExitCode::SUCCESS)
    }
}
