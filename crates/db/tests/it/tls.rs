//! The connection to PostgreSQL can be encrypted, and only to the server that is meant.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use base::{OsRandom, random_token};
use db::{Db, DbConfig, v};

use crate::SCHEMA;

const SCRIPT: &str = include_str!("tls.sh");

/// A server that lets in encrypted connections only; gone when this is dropped.
struct Server {
    keeper: Child,
    port: u16,
    /// Where the certificate of its authority is kept.
    ca: PathBuf,
}

impl Server {
    fn start() -> Self {
        let port = TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port();
        let root = fs::metadata("/proc/self").unwrap().uid() == 0;
        // The server refuses to run as root.
        let mut command = Command::new(if root { "runuser" } else { "sh" });
        if root {
            command.args(["-u", "postgres", "--", "sh"]);
        }
        command.args(["-c", SCRIPT, "tls.sh"]).arg(programs()).arg(port.to_string()).current_dir("/");
        let mut keeper = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let out = BufReader::new(keeper.stdout.take().unwrap());
        let mut lines = out.lines().map(Result::unwrap);
        let mut pem = String::new();
        let ready = lines.by_ref().any(|line| {
            if let Some(part) = line.strip_prefix("ca ") {
                pem.push_str(part);
                pem.push('\n');
            }
            line == "ready"
        });
        assert!(ready, "the server does not start; it needs openssl, and its messages are above");
        let ca = std::env::temp_dir().join(format!("tsunagi-ca-{}.pem", random_token(&OsRandom)));
        fs::write(&ca, pem).unwrap();
        Self { keeper, port, ca }
    }

    fn open(&self, host: &str, query: &str) -> base::Outcome<Db> {
        let url = format!("postgres://postgres@{host}:{}/postgres?{query}", self.port);
        Db::open(&DbConfig::Postgres { url, workers: 2 }, SCHEMA)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        let _ = self.keeper.wait();
        let _ = fs::remove_file(&self.ca);
    }
}

/// The folder with the programs of the newest server: where Debian puts them, or where `pg_config` says.
fn programs() -> PathBuf {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let newest = versions.map(|entry| entry.path().join("bin")).filter(|bin| bin.join("initdb").exists()).max();
    let told = || {
        let said = Command::new("pg_config").arg("--bindir").output().ok()?;
        Some(PathBuf::from(String::from_utf8(said.stdout).ok()?.trim()))
    };
    newest.or_else(told).expect("a PostgreSQL server is installed: on Debian, `apt-get install postgresql`")
}

#[test]
fn only_the_server_that_is_meant_is_spoken_to() {
    let server = Server::start();
    let ca = format!("sslrootcert={}", server.ca.display());
    for mode in ["require", "verify-full"] {
        let db = server.open("localhost", &format!("sslmode={mode}&{ca}")).unwrap();
        let encrypted = db.read(|tx| {
            let sql = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
            tx.one(sql, &v![], |row| row.get::<bool>(0))
        });
        assert_eq!(encrypted, Ok(Some(true)), "{mode}");
        db.close();
        assert!(server.open("localhost", &format!("sslmode={mode}")).is_err(), "{mode}: signed by nobody known");
        assert!(server.open("127.0.0.1", &format!("sslmode={mode}&{ca}")).is_err(), "{mode}: signed for another name");
    }
    assert!(
        server.open("localhost", "").is_err(),
        "this server takes no other connections, so the above were encrypted"
    );
}
