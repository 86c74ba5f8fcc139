//! Files with keys: one line, readable by their owner only.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;

use base::{Outcome, Problem, Random};
use ledger::Signer;
use ledger::key::Kind;

/// Reads a key; `None` if the file is not there. `Internal` if others may read it too, or if it is another kind of key.
pub fn read(path: &Path, kind: Kind) -> Outcome<Option<Signer>> {
    let trouble = |why: &str| Problem::Internal(format!("{}: {why}", path.display()));
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(e) if e.kind() == ErrorKind::NotFound => return Ok(None),
        Err(e) => return Err(trouble(&e.to_string())),
    };
    let mode = fs::metadata(path).map_err(|e| trouble(&e.to_string()))?.permissions().mode();
    if mode & 0o077 != 0 {
        return Err(trouble("others may read this key; chmod 600, and think about who has read it"));
    }
    let signer = Signer::parse(&text).filter(|signer| signer.verifier().kind() == kind);
    signer.map(Some).ok_or_else(|| trouble("this file does not hold the key that is needed here"))
}

/// Makes a key in a file that is not there yet, and is sure that it lies on the disk before anything is signed with it.
pub fn make(path: &Path, kind: Kind, name: &str, random: &dyn Random) -> Outcome<Signer> {
    let trouble = |why: std::io::Error| Problem::Internal(format!("{}: {why}", path.display()));
    let mut seed = [0; 32];
    random.fill(&mut seed);
    let signer = Signer::new(kind, name, &seed)
        .ok_or_else(|| Problem::Internal(format!("a key cannot be called `{name}`: one word, no plus sign")))?;
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(trouble)?;
    }
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).map_err(trouble)?;
    writeln!(file, "{}", signer.secret()).and_then(|()| file.sync_all()).map_err(trouble)?;
    sync_folder(path).map_err(trouble)?;
    tracing::info!(file = %path.display(), key = %signer.verifier(), "key made");
    Ok(signer)
}

/// Makes sure that a new name in a folder outlives the power.
pub fn sync_folder(path: &Path) -> std::io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    File::open(folder)?.sync_all()
}

/// A name for a new log that no other log has.
pub fn new_name(random: &dyn Random) -> String {
    let token = base::random_token(random);
    format!("tsunagi/{}", &token[..16])
}

#[cfg(test)]
mod tests {
    use base::OsRandom;

    use super::*;

    #[test]
    fn a_key_comes_back_and_nobody_else_may_read_it() {
        let folder = std::env::temp_dir().join(format!("tsunagi-key-{}", base::random_token(&OsRandom)));
        fs::create_dir(&folder).expect("a folder");
        let path = folder.join("a.ledger-key");
        assert!(read(&path, Kind::Log).expect("not there").is_none());
        let made = make(&path, Kind::Log, &new_name(&OsRandom), &OsRandom).expect("made");
        assert_eq!(fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o600);
        let again = read(&path, Kind::Log).expect("readable").expect("there");
        assert_eq!(again.verifier(), made.verifier());
        assert!(make(&path, Kind::Log, "another", &OsRandom).is_err(), "a key is never written over");
        assert!(read(&path, Kind::Witness).is_err(), "a log's key is no witness's");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("changed");
        assert!(read(&path, Kind::Log).is_err(), "others may read it");
        fs::remove_dir_all(&folder).expect("removed");
    }
}
