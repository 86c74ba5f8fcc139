//! Is all well? Everything that an operator would have to look at, one line each.
//!
//! Nothing is changed: a database that lacks tables is left as it is, and not looked at any further.

mod around;
mod inside;

use std::path::PathBuf;

use base::{Clock, Msg, Outcome, Random, WordsOf};
use db::Db;
use web::Config;

use crate::House;
use crate::ledger::KeyFile;
use crate::settings::{Serving, Store};
use crate::vault::SealKey;

/// The sentences.
pub const WORDS: WordsOf = base::words!("doctor");

/// How a thing stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// As it should be.
    Well,
    /// It works, and somebody should look at it.
    Look,
    /// It does not work, or protects nobody.
    Bad,
}

/// What was found of one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// How it stands.
    pub state: State,
    /// What was found, and what to do about it.
    pub said: Msg,
}

impl Line {
    fn well(said: Msg) -> Self {
        Self { state: State::Well, said }
    }

    fn look(said: Msg) -> Self {
        Self { state: State::Look, said }
    }

    fn bad(said: Msg) -> Self {
        Self { state: State::Bad, said }
    }
}

/// What is looked at.
#[derive(Clone, Debug)]
pub struct Patient {
    /// The database.
    pub store: Store,
    /// Its seal key.
    pub seal_key: SealKey,
    /// The key of its audit trail.
    pub ledger_key: KeyFile,
    /// What `serve` would be given.
    pub serving: Serving,
}

impl Patient {
    /// Looks at everything.
    pub fn examine(&self, clock: Box<dyn Clock>, random: Box<dyn Random>) -> Outcome<Vec<Line>> {
        let mut lines = around::settings(&self.serving);
        lines.extend(around::disk(&self.store));
        let config = self.store.db();
        let pending = match Db::pending(&config, &crate::migrations()) {
            Ok(pending) => pending,
            Err(problem) => {
                lines.push(Line::bad(Msg::new("doctor-away").arg("why", problem.to_string())));
                return Ok(lines);
            }
        };
        if !pending.is_empty() {
            let first = pending.first().copied().unwrap_or_default();
            lines.push(Line::look(Msg::new("doctor-older").arg("n", pending.len()).arg("first", first)));
            return Ok(lines);
        }
        let house = House::open(&config, Config::default(), clock, random)?;
        lines.extend(self.inside(&house)?);
        house.app.db().clone().close();
        Ok(lines)
    }

    fn inside(&self, house: &House) -> Outcome<Vec<Line>> {
        let app = &house.app;
        let mut lines = vec![inside::whole(app)?, inside::clock(app)?];
        lines.extend(inside::vault(app, &self.seal_key, &self.store.data)?);
        lines.extend(inside::trail(app, &self.trail_key())?);
        Ok(lines)
    }

    fn trail_key(&self) -> PathBuf {
        self.ledger_key.path(&self.store.data)
    }
}
