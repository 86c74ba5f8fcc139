//! Files with seal keys: one line, readable by their owner only.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use base::{Outcome, Problem, Random};
use seal::Master;
use zeroize::Zeroizing;

fn trouble(path: &Path, why: &str) -> Problem {
    Problem::Internal(format!("{}: {why}", path.display()))
}

/// Reads a key; `None` if the file is not there. `Internal` if others may read it too, or if it holds no key.
pub fn read(path: &Path) -> Outcome<Option<Master>> {
    let text = match fs::read_to_string(path) {
        Ok(text) => Zeroizing::new(text),
        Err(e) if e.kind() == ErrorKind::NotFound => return Ok(None),
        Err(e) => return Err(trouble(path, &e.to_string())),
    };
    let mode = fs::metadata(path).map_err(|e| trouble(path, &e.to_string()))?.permissions().mode();
    if mode & 0o077 != 0 {
        return Err(trouble(path, "others may read this key; chmod 600, and think about who has read it"));
    }
    Master::parse(&text).map(Some).ok_or_else(|| trouble(path, "this file does not hold a seal key"))
}

/// Draws a key into a file that is not there yet, and is sure that it lies on the disk before anything is sealed with it.
pub fn make(path: &Path, random: &dyn Random) -> Outcome<Master> {
    let master = super::for_once(random);
    write_new(path, &master)?;
    tracing::info!(file = %path.display(), key = %master.id(), "seal key made");
    Ok(master)
}

/// Writes a key into a file that is not there yet.
pub fn write_new(path: &Path, master: &Master) -> Outcome<()> {
    let wrong = |why: std::io::Error| trouble(path, &why.to_string());
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(wrong)?;
    }
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).map_err(wrong)?;
    writeln!(file, "{}", master.secret().as_str()).and_then(|()| file.sync_all()).map_err(wrong)?;
    sync_folder(path).map_err(wrong)
}

/// Puts `next` in the place of `path`; what stood there is kept beside it, named after its key. Says where.
pub fn retire(path: &Path, next: &Path) -> Outcome<Option<PathBuf>> {
    let wrong = |why: std::io::Error| trouble(path, &why.to_string());
    let mut kept = None;
    if let Some(old) = read(path)? {
        let to = PathBuf::from(format!("{}.{}", path.display(), old.id()));
        fs::rename(path, &to).map_err(wrong)?;
        kept = Some(to);
    }
    fs::rename(next, path).map_err(wrong)?;
    sync_folder(path).map_err(wrong)?;
    Ok(kept)
}

/// Makes sure that a new name in a folder outlives the power.
fn sync_folder(path: &Path) -> std::io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    File::open(folder)?.sync_all()
}
