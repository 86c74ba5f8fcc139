//! The JSON interface, tried by a program that nobody here wrote: schemathesis reads the description and sends what it
//! allows and what it forbids. Whatever comes back has to be as described, and never a fault of the server.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use super::postgres::free_port;
use super::succeeds;

/// Version that is installed; another one may find other things.
const VERSION: &str = "4.32.5";
/// Who signs in to the demonstration region: a worker with most rights, the administrator, the coordinator, the privacy officer.
const TRIED_AS: [&str; 4] = ["shima", "fukuoka", "nagase", "kurata"];
/// Password of everybody in the demonstration region.
const PASSWORD: &str = "minato-ken-no-akari";

/// Tries the whole interface of a throw-away demonstration region, as each of [`TRIED_AS`].
pub fn run(root: &Path, target: &Path, program: &Path) -> Result<(), String> {
    let binary = target.join("debug/tsunagi");
    let folder = target.join("tmp/api-trial");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).map_err(|e| format!("{} cannot be made: {e}", folder.display()))?;
    let port = free_port()?;
    let _server = Server(
        Command::new(&binary)
            .args(["demo", "--data", "demo.db", "--listen", &format!("127.0.0.1:{port}")])
            .current_dir(&folder)
            .stdout(Stdio::null())
            .env("TSUNAGI_LOG", "error")
            .spawn()
            .map_err(|e| format!("{} cannot be started: {e}", binary.display()))?,
    );
    let config = absolute(&root.join("xtask/schemathesis.toml"))?;
    let mut failed = Vec::new();
    for who in TRIED_AS {
        println!("as {who}");
        let done = Command::new(program)
            .arg("--config-file")
            .arg(&config)
            .arg("run")
            .arg(format!("http://127.0.0.1:{port}/api/v1/openapi.json"))
            // The same every time: a check that finds something else each day is told from a broken one by nobody.
            .args(["--seed", "20261120", "--max-examples", if who == TRIED_AS[0] { "8" } else { "2" }])
            .args(["--wait-for-schema", "120", "--no-color", "--continue-on-failure"])
            .current_dir(&folder)
            .env("TRY_AS", who)
            .env("TRY_PASSWORD", PASSWORD)
            .status()
            .map_err(|e| format!("schemathesis cannot be started: {e}"))?;
        if !done.success() {
            failed.push(who);
        }
    }
    if failed.is_empty() { Ok(()) } else { Err(format!("schemathesis found something as {}", failed.join(", "))) }
}

/// The program, put into a folder of its own under the build results when it is not there yet.
pub fn installed(target: &Path) -> Result<PathBuf, String> {
    let home = target.join(format!("schemathesis-{VERSION}"));
    let program = home.join("bin/schemathesis");
    if succeeds(Command::new(&program).arg("--version")) {
        return absolute(&program);
    }
    println!("installing schemathesis {VERSION} into {}", home.display());
    let made = succeeds(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&home))
        && succeeds(Command::new(home.join("bin/pip")).args([
            "install",
            "--quiet",
            &format!("schemathesis=={VERSION}"),
        ]));
    if made {
        return absolute(&program);
    }
    Err(format!(
        "schemathesis is missing and could not be installed. Try: python3 -m venv {0} && {0}/bin/pip install schemathesis=={VERSION}",
        home.display()
    ))
}

fn absolute(path: &Path) -> Result<PathBuf, String> {
    std::path::absolute(path).map_err(|e| e.to_string())
}

/// The server under trial, stopped when dropped.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
