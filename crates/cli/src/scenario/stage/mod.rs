//! Where stories are played: a house in memory, or a server over HTTP. Both are asked in JSON and in no other way.

mod ground;
mod house;
mod live;
mod offers;
mod seats;

use std::fmt;

use base::{Problem, Time};
use serde_json::Value;

use super::read::Region;

pub use ground::{Ground, moment};
pub use house::{HouseStage, long_sessions};
pub use live::{CLOCK, LiveStage};
pub use offers::affirm;
pub use seats::Seats;

/// What keeps a story from being played at all: no server, no clock that can be moved, no region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble(pub String);

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<Problem> for Trouble {
    fn from(problem: Problem) -> Self {
        Self(problem.to_string())
    }
}

/// Something that is asked: a GET without a body, a POST with one.
#[derive(Clone, Copy, Debug)]
pub struct Call<'a> {
    /// Address, from `/api/v1` on.
    pub path: &'a str,
    /// Who asks.
    pub token: Option<&'a str>,
    /// What is sent.
    pub body: Option<&'a Value>,
}

/// What came back.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    /// HTTP status.
    pub status: u16,
    /// The answer; null when it was no JSON.
    pub body: Value,
}

impl Reply {
    /// Whether it was done.
    pub fn is_done(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// The code of the problem, with underlines; empty when there was none.
    pub fn code(&self) -> String {
        self.body["code"].as_str().unwrap_or_default().replace('-', "_")
    }

    /// What came, in a line.
    pub fn said(&self) -> String {
        if self.is_done() {
            return format!("{} done", self.status);
        }
        let title = self.body["title"].as_str().unwrap_or_default();
        let fields: Vec<_> = self.body["fields"].as_array().into_iter().flatten().map(field).collect();
        format!("{} {} {title} {}", self.status, self.code(), fields.join("; ")).trim_end().to_owned()
    }
}

fn field(field: &Value) -> String {
    let text = |name: &str| field[name].as_str().unwrap_or_default();
    format!("[{}: {}]", text("field"), text("code"))
}

/// A place where stories are played.
pub trait Stage {
    /// Moves the clock.
    fn set_clock(&mut self, now: Time) -> Result<(), Trouble>;

    /// Asks something.
    fn send(&mut self, call: Call<'_>) -> Result<Reply, Trouble>;

    /// Sees to it that the region is there, and says where; nothing is added twice.
    fn ground(&mut self, region: &Region) -> Result<Ground, Trouble>;
}
