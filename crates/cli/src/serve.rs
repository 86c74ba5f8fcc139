//! Serving: listening, sending mail, stopping without losing anything.

use std::net::SocketAddr;
use std::time::Duration;

use base::{Outcome, Problem};
use tokio::net::TcpListener;

use crate::House;
use crate::jobs::Jobs;
use crate::mail::Sender;

/// How often the outbox is looked at.
const MAIL_EVERY: Duration = Duration::from_secs(5);
/// How often it is asked whether the day's work is done.
const JOBS_EVERY: Duration = Duration::from_secs(10 * 60);

/// Listens until the process is asked to stop; `ready` is called with the address once requests are answered.
pub async fn run(
    house: House,
    listen: SocketAddr,
    mail: Option<Sender>,
    ready: impl FnOnce(SocketAddr),
) -> Outcome<()> {
    let listener =
        TcpListener::bind(listen).await.map_err(|e| Problem::Internal(format!("cannot listen on {listen}: {e}")))?;
    let address = listener.local_addr().map_err(Problem::internal)?;
    let postman = mail.map(|sender| tokio::spawn(deliver(house.clone(), sender)));
    let caretaker = tokio::spawn(daily(house.clone()));
    ready(address);
    let served = axum::serve(listener, house.router).with_graceful_shutdown(asked_to_stop()).await;
    caretaker.abort();
    if let Some(postman) = postman {
        postman.abort();
    }
    served.map_err(Problem::internal)
}

/// Ends when the process is asked to stop: by the terminal, or by whoever runs it as a service.
pub async fn asked_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    let Ok(mut terminate) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) else {
        let _ = interrupt.await;
        return;
    };
    tokio::select! {
        _ = interrupt => {}
        _ = terminate.recv() => {}
    }
}

/// Does each day's work, and tries again where it failed; nothing here can fail an act.
async fn daily(house: House) {
    let jobs = std::sync::Arc::new(std::sync::Mutex::new(Jobs::default()));
    loop {
        let (app, jobs) = (house.app.clone(), std::sync::Arc::clone(&jobs));
        let round = tokio::task::spawn_blocking(move || {
            // A round that panicked has not marked its day as done: the next one does it again.
            let mut jobs = jobs.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            jobs.run_due(&app)
        });
        match round.await {
            Ok(Ok(Some(done))) => {
                tracing::info!(keys = done.keys, mails = done.mails, ended = done.ended, "forgotten");
            }
            Ok(Err(problem)) => tracing::warn!("daily work: {problem}"),
            Err(_) => tracing::error!("daily work stopped"),
            Ok(Ok(None)) => {}
        }
        tokio::time::sleep(JOBS_EVERY).await;
    }
}

/// Empties the outbox again and again. What cannot be sent waits there; nothing here can fail an act.
async fn deliver(house: House, sender: Sender) {
    let sender = std::sync::Arc::new(sender);
    loop {
        let (app, sender) = (house.app.clone(), std::sync::Arc::clone(&sender));
        let round = tokio::task::spawn_blocking(move || sender.drain(&app)).await;
        match round {
            Ok(Ok(done)) if done.sent + done.put_off + done.given_up > 0 => {
                tracing::info!(sent = done.sent, put_off = done.put_off, given_up = done.given_up, "mail");
            }
            Ok(Err(problem)) => tracing::warn!("mail: {problem}"),
            Err(_) => tracing::error!("mail: the sender stopped"),
            Ok(Ok(_)) => {}
        }
        tokio::time::sleep(MAIL_EVERY).await;
    }
}
