//! Hand-overs over HTTP: sixteen connections to a server in this process, on this machine.

use std::sync::atomic::{AtomicUsize, Ordering};

use base::{Outcome, Problem};
use people::auth;
use web::Who;

use super::acts::{CLIENTS, pairs, together};
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
    let tokens = tokens(house, region)?;
    let url = format!("http://{address}/api/v1/referrals");
    let pairs = pairs(region);
    // The pairs from the end: those from the start were used by the measurement without HTTP.
    let last = region.persons.len() * 4;
    let turn = AtomicUsize::new(1);
    let agents: Vec<ureq::Agent> = (0..CLIENTS).map(|_| ureq::Agent::new_with_defaults()).collect();
    let (rate, times) = together(CLIENTS, |client| {
        let at = turn.fetch_add(1, Ordering::Relaxed);
        let (place, input) = pairs(last.checked_sub(at)?)?;
        let body = serde_json::json!({
            "person": input.person, "to": input.to, "act": input.act, "wish": input.wish, "send": true,
        });
        let sent =
            agents[client].post(&url).header("authorization", &format!("Bearer {}", tokens[place])).send_json(&body);
        sent.ok()?.body_mut().read_to_vec().ok().map(drop)
    });
    served.abort();
    let general = if table.engine == "sqlite" { 590.0 } else { 650.0 };
    table.rows.push(Row {
        what: "hand-overs created over HTTP, 16 connections".to_owned(),
        unit: "/s",
        p50: rate,
        p99: Some(times.at(0.99)),
        n: times.len(),
        beside: Some((general, "best general FHIR server".to_owned())),
        aim: "≥ 3 × (p99 in µs)",
        reached: Some(rate >= 3.0 * general),
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
