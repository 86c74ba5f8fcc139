//! Programs that the tests need, installed when they are missing.

use std::path::Path;
use std::process::{Command, Stdio};

use super::{postgres, succeeds};

/// A program or a font that a step needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// PostgreSQL's server programs.
    Postgres,
    /// The browser.
    Chromium,
    /// What drives the browser (WebDriver).
    Driver,
    /// A Japanese font, without which every page is boxes.
    Font,
    /// Python, able to make a folder of its own for a program.
    Venv,
    /// The formatter.
    Rustfmt,
    /// The linter.
    Clippy,
}

/// How a tool gets onto a machine.
enum From {
    /// A package of Debian.
    Apt(&'static str),
    /// A part of the Rust toolchain.
    Rustup(&'static str),
}

impl Tool {
    fn is_there(self) -> bool {
        match self {
            Self::Postgres => postgres::programs().is_some(),
            Self::Chromium => succeeds(Command::new("chromium").arg("--version")),
            Self::Driver => succeeds(Command::new("chromedriver").arg("--version")),
            Self::Font => Path::new("/usr/share/fonts/truetype/bizud-gothic").exists(),
            Self::Venv => succeeds(Command::new("python3").args(["-c", "import ensurepip, venv"])),
            Self::Rustfmt => succeeds(Command::new("cargo").args(["fmt", "--version"])),
            Self::Clippy => succeeds(Command::new("cargo").args(["clippy", "--version"])),
        }
    }

    fn from(self) -> From {
        match self {
            Self::Postgres => From::Apt("postgresql"),
            Self::Chromium => From::Apt("chromium"),
            Self::Driver => From::Apt("chromium-driver"),
            Self::Font => From::Apt("fonts-morisawa-bizud-gothic"),
            Self::Venv => From::Apt("python3-venv"),
            Self::Rustfmt => From::Rustup("rustfmt"),
            Self::Clippy => From::Rustup("clippy"),
        }
    }
}

/// Installs those of `tools` that are missing; says nothing when all are there.
pub fn ensure(tools: &[Tool]) -> Result<(), String> {
    let missing: Vec<Tool> = tools.iter().copied().filter(|tool| !tool.is_there()).collect();
    let (mut packages, mut components) = (Vec::new(), Vec::new());
    for tool in &missing {
        match tool.from() {
            From::Apt(package) => packages.push(package),
            From::Rustup(component) => components.push(component),
        }
    }
    if !components.is_empty() {
        println!("installing with rustup: {}", components.join(" "));
        let _ = Command::new("rustup").args(["component", "add"]).args(&components).status();
    }
    if !packages.is_empty() {
        println!("installing with apt-get: {}", packages.join(" "));
        // The lists of packages may be old or not there at all; they are fetched only then.
        if !apt(&[&["install"], packages.as_slice()].concat()) {
            let _ = apt(&["update"]) && apt(&[&["install"], packages.as_slice()].concat());
        }
    }
    match missing.into_iter().find(|tool| !tool.is_there()) {
        None => Ok(()),
        Some(tool) => Err(match tool.from() {
            From::Apt(package) => {
                format!("{tool:?} is missing and could not be installed. On Debian: apt-get install {package}")
            }
            From::Rustup(component) => {
                format!("{tool:?} is missing and could not be installed. Try: rustup component add {component}")
            }
        }),
    }
}

/// Whether apt-get could do it; as root, or through sudo where that asks for no password.
fn apt(arguments: &[&str]) -> bool {
    let mut command = if postgres::is_root() { Command::new("apt-get") } else { Command::new("sudo") };
    if !postgres::is_root() {
        command.args(["-n", "apt-get"]);
    }
    command.args(["--yes", "--quiet", "--no-install-recommends"]).args(arguments);
    command.env("DEBIAN_FRONTEND", "noninteractive").stdin(Stdio::null()).stdout(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}
