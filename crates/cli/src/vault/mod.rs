//! The seal key of an installation: where it is, whether it fits, and sealing what an older version left open.

mod file;
mod rotate;

use std::path::{Path, PathBuf};

use base::{Msg, Outcome, Problem, Random};
use clap::Args;
use people::vault as keys;
use seal::{KeyId, Master};
use web::{App, Who};

pub use file::{make, read, retire, write_new};
pub use rotate::{Rotated, next_to, rotate};

/// Name of the credential that systemd hands over (`LoadCredential=tsunagi.seal-key:…`).
const CREDENTIAL: &str = "tsunagi.seal-key";
/// The key itself, for places that keep secrets in the environment.
const VARIABLE: &str = "TSUNAGI_SEAL_KEY";

/// Where the seal key is.
#[derive(Args, Clone, Debug, Default)]
pub struct SealKey {
    /// File with the key that seals what is written about persons, made on the first start; beside the SQLite file if
    /// not given. Instead of a file: the variable TSUNAGI_SEAL_KEY, or a systemd credential tsunagi.seal-key.
    #[arg(long, env = "TSUNAGI_SEAL_KEY_FILE")]
    pub seal_key_file: Option<PathBuf>,
}

/// What opening the vault did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opened {
    /// The file in which a new key was made.
    pub made: Option<PathBuf>,
    /// How many texts stood open and are sealed now.
    pub sealed: usize,
}

impl SealKey {
    /// The file, for a database of this name.
    pub fn path(&self, data: &Path) -> PathBuf {
        self.seal_key_file.clone().unwrap_or_else(|| data.with_extension("seal-key"))
    }

    /// The key, from the file that was named, the environment, systemd, or the file beside the database.
    pub fn find(&self, data: &Path) -> Outcome<Option<Master>> {
        if self.seal_key_file.is_none()
            && let Some(key) = surroundings()?
        {
            return Ok(Some(key));
        }
        read(&self.path(data))
    }

    /// Opens the vault of a database: finds the key, or makes one for a database that has none, sees that it fits, and
    /// seals what stands open. `tell` hears how many texts are sealed.
    pub fn open(&self, app: &App, data: &Path, tell: &mut dyn FnMut(usize)) -> Outcome<Opened> {
        let needed = app.look(|cx| keys::needed(cx.tx))?;
        let mut opened = Opened::default();
        let found = self.find(data)?;
        let master = match (needed, found) {
            (Some(needed), found) => self.fitting(data, needed, found)?,
            (None, Some(key)) => key,
            (None, None) => {
                let path = self.path(data);
                let key = make(&path, app.random())?;
                opened.made = Some(path);
                key
            }
        };
        use_key(app, master)?;
        opened.sealed = seal_all(app, tell)?;
        Ok(opened)
    }

    /// The key that is needed: the one that was found, or one that a change of the key left beside its file.
    fn fitting(&self, data: &Path, needed: KeyId, found: Option<Master>) -> Outcome<Master> {
        let have = found.as_ref().map(Master::id);
        let fits = found.filter(|key| key.id() == needed);
        if let Some(key) = fits.map_or_else(|| next_to(&self.path(data), needed), |key| Ok(Some(key)))? {
            return Ok(key);
        }
        Err(Problem::Refused(match have {
            Some(have) => refused("vault-key-other", needed).arg("have", have.to_string()),
            None => refused("vault-key-missing", needed).arg("file", self.path(data).display().to_string()),
        }))
    }
}

fn refused(word: &'static str, needed: KeyId) -> Msg {
    Msg::new(word).arg("needed", needed.to_string())
}

/// The key out of the environment or a systemd credential.
#[expect(clippy::disallowed_methods, reason = "where a secret is handed over is said by the environment")]
fn surroundings() -> Outcome<Option<Master>> {
    if let Ok(line) = std::env::var(VARIABLE) {
        let key = Master::parse(&line);
        return key.map(Some).ok_or_else(|| Problem::internal("TSUNAGI_SEAL_KEY holds no seal key"));
    }
    let Ok(folder) = std::env::var("CREDENTIALS_DIRECTORY") else { return Ok(None) };
    let path = Path::new(&folder).join(CREDENTIAL);
    if path.exists() { read(&path) } else { Ok(None) }
}

/// Gives the database a key, which must be the one it was sealed with.
pub fn use_key(app: &App, master: Master) -> Outcome<()> {
    let id = master.id();
    if let Err(needed) = app.act(Who::System, move |cx| keys::fits(cx.tx, id, cx.now))? {
        return Err(Problem::Refused(refused("vault-key-other", needed).arg("have", id.to_string())));
    }
    app.db().give_key(master);
    Ok(())
}

/// A key that nobody keeps: for a database that is thrown away, such as that of a scenario.
pub fn for_once(random: &dyn Random) -> Master {
    let mut bytes = [0; 32];
    random.fill(&mut bytes);
    Master::new(bytes)
}

/// Gives everybody a key and seals every text that stands open, some at a time, so that a start that was broken off goes
/// on where it was. Says how many texts were sealed.
pub fn seal_all(app: &App, tell: &mut dyn FnMut(usize)) -> Outcome<usize> {
    while app.act(Who::System, keys::make_keys)? > 0 {}
    let mut all = 0;
    for column in crate::sealed() {
        loop {
            let done = app.act(Who::System, move |cx| keys::seal_column(cx, column))?;
            if done == 0 {
                break;
            }
            all += done;
            tell(all);
        }
    }
    Ok(all)
}
