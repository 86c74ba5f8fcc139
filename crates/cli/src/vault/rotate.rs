//! Another seal key: every person's key is wrapped anew, and the old seal key opens nothing in this database any more.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use base::{Outcome, Problem};
use people::vault as keys;
use seal::{KeyId, Master};
use web::{App, Who};

use super::{SealKey, file, for_once, refused};

/// What a change of the key did.
#[derive(Clone, Debug)]
pub struct Rotated {
    /// The key that fits now.
    pub key: KeyId,
    /// Where the old one is kept, for backups that were made before; `None` if it did not come out of this file.
    pub old: Option<PathBuf>,
    /// How many persons' keys were wrapped anew.
    pub persons: usize,
}

fn next(path: &Path) -> PathBuf {
    PathBuf::from(format!("{}.next", path.display()))
}

/// The key that a change left in the file beside, where it was broken off between the database and the file. It is put
/// in its place.
pub fn next_to(path: &Path, needed: KeyId) -> Outcome<Option<Master>> {
    let waiting = next(path);
    let found = file::read(&waiting)?.filter(|key| key.id() == needed);
    if found.is_some() {
        file::retire(path, &waiting)?;
    }
    Ok(found)
}

/// Draws a new key and wraps every person's key under it. The new key lies on the disk before the database changes, and
/// the database changes in one transaction; only then do the files change places. Broken off anywhere, the next start
/// finds a key that fits.
pub fn rotate(app: &App, source: &SealKey, data: &Path, tell: &Arc<dyn Fn(usize) + Send + Sync>) -> Outcome<Rotated> {
    let path = source.path(data);
    let needed = app.look(|cx| keys::needed(cx.tx))?.ok_or_else(|| Problem::refused("vault-nothing-sealed"))?;
    // A change that was broken off is brought to its end first.
    let from = match source.find(data)?.filter(|key| key.id() == needed) {
        Some(key) => key,
        None => next_to(&path, needed)?.ok_or_else(|| Problem::Refused(refused("vault-key-needed", needed)))?,
    };
    let waiting = next(&path);
    let to = drawn(app, &waiting)?;
    let persons = rewrap(app, &from, &to, tell)?;
    app.db().give_key(to.clone());
    let old = file::retire(&path, &waiting)?;
    Ok(Rotated { key: to.id(), old, persons })
}

/// The key that waits in this file: one that was drawn and never used, or a new one.
fn drawn(app: &App, waiting: &Path) -> Outcome<Master> {
    if let Some(unused) = file::read(waiting)? {
        return Ok(unused);
    }
    let drawn = for_once(app.random());
    file::write_new(waiting, &drawn)?;
    Ok(drawn)
}

fn rewrap(app: &App, from: &Master, to: &Master, tell: &Arc<dyn Fn(usize) + Send + Sync>) -> Outcome<usize> {
    let (from, to, tell) = (from.clone(), to.clone(), Arc::clone(tell));
    app.act(Who::System, move |cx| keys::rewrap(cx.tx, &from, &to, cx.now, tell.as_ref()))
}
