//! What stands around the database: settings, files, the disk.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use base::Msg;

use super::Line;
use crate::settings::{Asked, Serving, Store};

/// Free space below which nobody should go on, and below which somebody should look: 256 MiB and 2 GiB.
const TOO_LITTLE_KIB: u64 = 256 * 1024;
const LITTLE_KIB: u64 = 2 * 1024 * 1024;

/// Settings with which `serve` would start and protect less than people think.
pub fn settings(serving: &Serving) -> Vec<Line> {
    let mut lines = Vec::new();
    let config = serving.config();
    let local =
        ["http://127.0.0.1", "http://localhost", "http://[::1]"].iter().any(|at| config.base_url.starts_with(at));
    if !local && config.base_url.starts_with("http://") {
        lines.push(Line::bad(Msg::new("doctor-plain-http").arg("url", &config.base_url)));
    }
    if !serving.listen.ip().is_loopback() {
        lines.push(Line::look(Msg::new("doctor-listens").arg("at", serving.listen.to_string())));
    }
    if config.idle_minutes > 30 {
        lines.push(Line::look(Msg::new("doctor-idle").arg("n", config.idle_minutes)));
    }
    if serving.second_factor == Asked::Nobody {
        lines.push(Line::bad(Msg::new("doctor-one-factor")));
    }
    if serving.smtp_url.as_deref().is_some_and(is_open_mail) {
        lines.push(Line::look(Msg::new("doctor-plain-mail")));
    }
    if lines.is_empty() { vec![Line::well(Msg::new("doctor-settings"))] } else { lines }
}

/// Mail that goes to another machine and need not be encrypted.
fn is_open_mail(url: &str) -> bool {
    let Some(rest) = url.strip_prefix("smtp://") else { return false };
    let host = rest.rsplit_once('@').map_or(rest, |(_, host)| host);
    let local = ["127.0.0.1", "localhost", "[::1]"].iter().any(|at| host.starts_with(at));
    !local && !url.contains("tls=required")
}

/// The folder of the SQLite file: who may read the file, and how much room is left.
pub fn disk(store: &Store) -> Vec<Line> {
    if store.database_url.is_some() {
        return Vec::new();
    }
    let mut lines = Vec::new();
    let mode = std::fs::metadata(&store.data).map(|found| found.permissions().mode());
    if mode.is_ok_and(|mode| mode & 0o077 != 0) {
        lines.push(Line::bad(Msg::new("doctor-readable").arg("file", store.data.display().to_string())));
    }
    let folder = store
        .data
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .map_or_else(|| PathBuf::from("."), Path::to_path_buf);
    lines.push(match free_kib(&folder) {
        Some(kib) => room(kib),
        None => Line::look(Msg::new("doctor-disk-unknown")),
    });
    lines
}

fn room(kib: u64) -> Line {
    let said = |word| Msg::new(word).arg("mib", kib / 1024);
    match kib {
        ..TOO_LITTLE_KIB => Line::bad(said("doctor-disk-full")),
        TOO_LITTLE_KIB..LITTLE_KIB => Line::look(said("doctor-disk-little")),
        LITTLE_KIB.. => Line::well(said("doctor-disk")),
    }
}

/// Free KiB of the file system of a folder, as `df` of POSIX prints them.
fn free_kib(folder: &Path) -> Option<u64> {
    let out = Command::new("df").arg("-Pk").arg(folder).output().ok().filter(|out| out.status.success())?;
    let text = String::from_utf8(out.stdout).ok()?;
    text.lines().nth(1)?.split_whitespace().nth(3)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::State;

    #[test]
    fn mail_that_leaves_the_machine_open_is_told() {
        for open in ["smtp://mail.example.jp:25", "smtp://u:p@mail.example.jp"] {
            assert!(is_open_mail(open), "{open}");
        }
        for fine in ["smtps://mail.example.jp", "smtp://127.0.0.1:25", "smtp://mail.example.jp:587?tls=required"] {
            assert!(!is_open_mail(fine), "{fine}");
        }
    }

    #[test]
    fn little_room_is_told_before_there_is_none() {
        let states = [1, TOO_LITTLE_KIB - 1, TOO_LITTLE_KIB, LITTLE_KIB - 1, LITTLE_KIB].map(|kib| room(kib).state);
        assert_eq!(states, [State::Bad, State::Bad, State::Look, State::Look, State::Well]);
        assert!(free_kib(Path::new("/")).is_some(), "df is there");
    }
}
