//! What stands in the database: whole pages, sealed texts, a straight trail, a clock that did not go back.

use std::path::Path;

use base::{Msg, Outcome};
use db::{Engine, v};
use ledger::key::Kind;
use people::audit::ledger::{Asked, key_of, signed_at, verify};
use people::vault::{needed, standing_open};
use web::App;

use super::Line;
use crate::ledger::read_key;
use crate::vault::SealKey;

/// Whether every page of the file is what it should be. PostgreSQL looks after its own.
pub fn whole(app: &App) -> Outcome<Line> {
    if app.db().engine() == Engine::Postgres {
        return Ok(Line::well(Msg::new("doctor-postgres")));
    }
    let found = app.db().read(|tx| tx.all("PRAGMA integrity_check", &v![], |row| row.get::<String>(0)))?;
    Ok(match found.as_slice() {
        [ok] if ok == "ok" => Line::well(Msg::new("doctor-whole")),
        broken => Line::bad(Msg::new("doctor-broken").arg("n", broken.len())),
    })
}

/// Whether the clock stands behind what was signed already. A minute is let pass.
pub fn clock(app: &App) -> Outcome<Line> {
    let now = app.now();
    let signed = app.look(signed_at)?;
    Ok(match signed.filter(|at| *at > now.plus_minutes(1)) {
        Some(at) => Line::bad(Msg::new("doctor-clock-behind").arg("now", now).arg("at", at)),
        None => Line::well(Msg::new("doctor-clock").arg("now", now)),
    })
}

/// Whether the seal key is here and fits, and whether anything stands open.
pub fn vault(app: &App, key: &SealKey, data: &Path) -> Outcome<Vec<Line>> {
    let mut lines = vec![match (app.look(|cx| needed(cx.tx))?, key.find(data)) {
        (None, _) => Line::look(Msg::new("doctor-seal-none")),
        (Some(needed), Ok(Some(found))) if found.id() == needed => {
            Line::well(Msg::new("doctor-seal").arg("key", needed.to_string()))
        }
        (Some(needed), Ok(Some(found))) => {
            let (needed, have) = (needed.to_string(), found.id().to_string());
            Line::bad(Msg::new("doctor-seal-other").arg("needed", needed).arg("have", have))
        }
        (Some(needed), Ok(None)) => Line::bad(Msg::new("doctor-seal-missing").arg("needed", needed.to_string())),
        (_, Err(problem)) => Line::bad(Msg::new("doctor-seal-unreadable").arg("why", problem.to_string())),
    }];
    let mut open = 0;
    for column in crate::sealed() {
        open += app.db().read(move |tx| standing_open(tx, column, 100))?;
    }
    if open > 0 {
        lines.push(Line::bad(Msg::new("doctor-open").arg("n", open)));
    }
    Ok(lines)
}

/// Whether the audit trail is what was signed, and its key is here.
pub fn trail(app: &App, file: &Path) -> Outcome<Vec<Line>> {
    let Some(public) = key_of(app)? else { return Ok(vec![Line::look(Msg::new("doctor-trail-none"))]) };
    let asked = Asked { minutes: 10, hours: 24, ..Asked::default() };
    let found = verify(app, &asked, &mut |_, _| {})?;
    let mut lines = vec![if found.is_straight() {
        Line::well(Msg::new("doctor-trail").arg("n", found.report.size))
    } else {
        Line::bad(Msg::new("doctor-trail-bent").arg("n", found.wrong().len()))
    }];
    lines.push(match read_key(file, Kind::Log) {
        Ok(Some(signer)) if *signer.verifier() == public => Line::well(Msg::new("doctor-trail-key")),
        Ok(Some(_)) => Line::bad(Msg::new("doctor-trail-key-other")),
        Ok(None) => Line::look(Msg::new("doctor-trail-key-missing")),
        Err(problem) => Line::bad(Msg::new("doctor-trail-key-unreadable").arg("why", problem.to_string())),
    });
    Ok(lines)
}
