//! Hand-overs over HTTP: sixteen connections to a server in this process, on this machine.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use base::{Outcome, Problem};
use people::auth;
use tokio::net::TcpStream;
use tokio::sync::Mutex;
use web::Who;

use super::acts::{pair, together};
use super::data::Region;
use super::stats::{Row, Table};
use crate::House;

/// Creates and sends hand-overs with sixteen connections that stay open.
pub fn hand_over(house: &House, region: &Region, table: &mut Table) -> Outcome<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(Problem::internal)?;
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).map_err(Problem::internal)?;
    let address = listener.local_addr().map_err(Problem::internal)?;
    let served = runtime.spawn(axum::serve(listener, house.router.clone()).into_future());
    let tokens = Arc::new(tokens(house, region)?);
    let region = Arc::new(region.clone());
    // The pairs from the end: those from the start were used by the measurement without HTTP.
    let left = Arc::new(AtomicUsize::new(region.persons.len() * 4));
    let rate = together(|_| {
        let (region, left, tokens) = (Arc::clone(&region), Arc::clone(&left), Arc::clone(&tokens));
        let connection = Arc::new(Mutex::new(Connection { address, open: None, read: Vec::new() }));
        move || {
            let at = left.fetch_sub(1, Ordering::Relaxed).checked_sub(1);
            let request = at.and_then(|at| pair(&region, at)).map(|(place, input)| {
                let body = serde_json::json!({
                    "person": input.person, "to": input.to, "act": input.act, "wish": input.wish, "send": true,
                });
                request(&tokens[place], &body.to_string())
            });
            let connection = Arc::clone(&connection);
            async move { connection.lock().await.post(request?.as_bytes()).await.ok()?.then_some(()) }
        }
    })?;
    served.abort();
    let general = if table.engine == "sqlite" { 590.0 } else { 650.0 };
    table.rows.push(Row {
        beside: Some((general, "best general FHIR server".to_owned())),
        aim: "≥ 3 × (p99 in µs)",
        reached: Some(rate.per_second >= 3.0 * general),
        ..Row::rated("hand-overs created over HTTP, 16 connections", &rate)
    });
    Ok(())
}

/// A session for a worker of every agency.
fn tokens(house: &House, region: &Region) -> Outcome<Vec<String>> {
    let seats: Vec<_> = region.workers.iter().copied().zip(region.agencies.iter().copied()).collect();
    house.app.act(Who::System, move |cx| {
        seats.iter().map(|(worker, agency)| auth::session_for(cx, *worker, *agency)).collect()
    })
}

fn request(token: &str, body: &str) -> String {
    format!(
        "POST /api/v1/referrals HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer {token}\r\n\
         content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
}

/// A client that does as little as a client can: it shares its cores with the server that is measured.
struct Connection {
    address: SocketAddr,
    open: Option<TcpStream>,
    read: Vec<u8>,
}

impl Connection {
    /// Sends a request and reads the whole answer; whether it is a 200.
    async fn post(&mut self, request: &[u8]) -> io::Result<bool> {
        let stream = match self.open.take() {
            Some(stream) => stream,
            None => TcpStream::connect(self.address).await?,
        };
        stream.set_nodelay(true)?;
        let mut rest = request;
        while !rest.is_empty() {
            stream.writable().await?;
            rest = &rest[or_later(stream.try_write(rest))?.unwrap_or(0)..];
        }
        self.read.clear();
        let is_done = loop {
            if let Some(is_done) = answered(&self.read) {
                break is_done;
            }
            stream.readable().await?;
            let mut part = [0; 4096];
            match or_later(stream.try_read(&mut part))? {
                Some(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
                Some(size) => self.read.extend_from_slice(&part[..size]),
                None => {}
            }
        };
        self.open = Some(stream);
        Ok(is_done)
    }
}

/// `None` where the socket only seemed to be ready.
fn or_later(done: io::Result<usize>) -> io::Result<Option<usize>> {
    match done {
        Ok(size) => Ok(Some(size)),
        Err(why) if why.kind() == io::ErrorKind::WouldBlock => Ok(None),
        Err(why) => Err(why),
    }
}

/// Whether the answer is a 200, once it is there as a whole.
fn answered(read: &[u8]) -> Option<bool> {
    let head = read.windows(4).position(|four| four == b"\r\n\r\n")?;
    let text = std::str::from_utf8(&read[..head]).ok()?;
    let length = text.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
    })?;
    (read.len() >= head + 4 + length).then(|| text.starts_with("HTTP/1.1 200"))
}
