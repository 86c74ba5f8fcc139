//! A chromedriver of one's own.

use std::fs;
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use base::{OsRandom, random_token};

use crate::wire::Wire;

const SCRIPT: &str = include_str!("driver.sh");

/// Ten seconds, in steps of a twentieth.
const TRIES: usize = 200;

/// A running chromedriver, ended when dropped or when this program ends in whatever way.
pub struct Driver {
    keeper: Child,
    /// The way to it.
    pub wire: Wire,
    folder: PathBuf,
}

impl Driver {
    /// Starts one on a free port.
    pub fn start() -> Self {
        // Somebody else may take the port between asking and starting.
        (0..3).find_map(|_| Self::try_start()).expect("chromedriver starts (Debian: apt-get install chromium-driver)")
    }

    fn try_start() -> Option<Self> {
        let port = TcpListener::bind(("127.0.0.1", 0)).ok()?.local_addr().ok()?.port();
        let folder = std::env::temp_dir().join(format!("tsunagi-browser-{}", &random_token(&OsRandom)[..12]));
        fs::create_dir(&folder).ok()?;
        let mut command = Command::new("sh");
        command.args(["-c", SCRIPT, "driver.sh", &port.to_string()]).arg(&folder);
        // A group of its own: Ctrl-C reaches the test, and the browser goes when the test has gone.
        command.process_group(0).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        let driver = Self { keeper: command.spawn().ok()?, wire: Wire::to(port), folder };
        let ready = (0..TRIES).any(|_| {
            thread::sleep(Duration::from_millis(50));
            driver.wire.get("/status").is_ok_and(|status| status["ready"] == true)
        });
        ready.then_some(driver)
    }

    /// A fresh folder for what a browser keeps.
    pub fn profile(&self) -> PathBuf {
        self.folder.join(&random_token(&OsRandom)[..12])
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        let _ = self.keeper.wait();
    }
}
