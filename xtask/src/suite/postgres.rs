//! A PostgreSQL for one run.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

/// Where Debian and its relatives put the servers, one folder a version.
const SERVERS: &str = "/usr/lib/postgresql";

/// Does the work; a shell outlives this program by the moment it takes to clean up.
const SCRIPT: &str = include_str!("postgres.sh");

/// A running server, stopped and removed when dropped or when this program ends in whatever way.
pub struct Server {
    keeper: Child,
    port: u16,
}

impl Server {
    /// Starts one on a free port.
    pub fn start() -> Result<Self, String> {
        let programs = programs().ok_or_else(|| format!("there is no PostgreSQL server in {SERVERS} or in PATH"))?;
        // Somebody else may take the port between asking and starting.
        let mut problem = String::new();
        for _ in 0..3 {
            match Self::start_on(&programs, free_port()?) {
                Ok(server) => return Ok(server),
                Err(e) => problem = e,
            }
        }
        Err(format!("PostgreSQL does not start: {problem}"))
    }

    fn start_on(programs: &PathBuf, port: u16) -> Result<Self, String> {
        let mut command = if is_root() {
            // The server refuses to run as root.
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--", "sh"]);
            command
        } else {
            Command::new("sh")
        };
        command.args(["-c", SCRIPT, "postgres.sh"]).arg(programs).arg(port.to_string()).current_dir("/");
        // A group of its own: Ctrl-C reaches this program, and the server goes when this program has gone.
        command.process_group(0).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut keeper = command.spawn().map_err(|e| e.to_string())?;
        let mut line = String::new();
        if let Some(out) = keeper.stdout.take() {
            let _ = BufReader::new(out).read_line(&mut line);
        }
        let server = Self { keeper, port };
        if line.trim() == "ready" { Ok(server) } else { Err("its messages are above".to_owned()) }
    }

    /// The address under which tests may make databases and schemas.
    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        let _ = self.keeper.wait();
    }
}

/// The folder with the programs of the newest server.
pub fn programs() -> Option<PathBuf> {
    let versions = fs::read_dir(SERVERS).into_iter().flatten().flatten();
    let number = |name: &str| name.parse::<u32>().ok();
    let newest = versions
        .filter(|entry| entry.path().join("bin/initdb").exists())
        .filter_map(|entry| Some((number(&entry.file_name().to_string_lossy())?, entry.path().join("bin"))))
        .max();
    let in_path = || std::env::split_paths(&std::env::var_os("PATH")?).find(|folder| folder.join("initdb").exists());
    newest.map(|(_, folder)| folder).or_else(in_path)
}

/// Whether this program runs as root.
pub fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|me| me.uid() == 0)
}

pub fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(|e| e.to_string())?;
    listener.local_addr().map(|address| address.port()).map_err(|e| e.to_string())
}
