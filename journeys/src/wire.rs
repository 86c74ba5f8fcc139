//! WebDriver as it goes over the wire: a path, JSON there and back (W3C WebDriver, sections 6 and 7).

use std::time::Duration;

use serde_json::Value;
use ureq::Agent;

/// Longest wait for one answer; a page that takes longer is a fault of its own.
const PATIENCE: Duration = Duration::from_secs(60);

/// The way to a chromedriver.
#[derive(Clone, Debug)]
pub struct Wire {
    agent: Agent,
    root: String,
}

impl Wire {
    /// The way to the chromedriver on this port.
    pub fn to(port: u16) -> Self {
        // A refused command is an answer like any other; its text says more than its status.
        let config = Agent::config_builder().http_status_as_error(false).timeout_global(Some(PATIENCE)).build();
        Self { agent: config.into(), root: format!("http://127.0.0.1:{port}") }
    }

    /// Asks for something.
    pub fn get(&self, path: &str) -> Result<Value, String> {
        value(self.agent.get(self.address(path)).call())
    }

    /// Has something done.
    pub fn post(&self, path: &str, body: &Value) -> Result<Value, String> {
        value(self.agent.post(self.address(path)).send_json(body))
    }

    /// Takes something away.
    pub fn delete(&self, path: &str) -> Result<Value, String> {
        value(self.agent.delete(self.address(path)).call())
    }

    fn address(&self, path: &str) -> String {
        format!("{}{path}", self.root)
    }
}

fn value(answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Result<Value, String> {
    let mut answer = answer.map_err(|e| format!("chromedriver does not answer: {e}"))?;
    // Pictures of long pages are larger than the 10 MB that are read otherwise.
    let read = answer.body_mut().with_config().limit(200 * 1024 * 1024).read_json::<Value>();
    let mut read = read.map_err(|e| format!("chromedriver answers no JSON: {e}"))?;
    let value = read["value"].take();
    match value["error"].as_str() {
        Some(error) if !answer.status().is_success() => {
            let message = value["message"].as_str().unwrap_or_default();
            Err(format!("{error}: {}", message.lines().next().unwrap_or_default()))
        }
        _ => Ok(value),
    }
}
