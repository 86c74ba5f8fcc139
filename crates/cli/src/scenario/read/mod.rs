//! Reading the casebook: text in, a story or a region out, or everything that is wrong with it in words.

mod region;
mod step;
mod story;
mod table;
#[cfg(test)]
mod tests;
mod wrong;

use std::path::{Path, PathBuf};

pub use region::{Agency, Region, Worker};
pub use step::{By, Step};
pub use story::{Person, Story};
pub use table::{Get, Given, Values};
pub use wrong::{Notes, Wrong};

/// Name of the file that describes the region.
pub const REGION: &str = "region.toml";

/// The scenario files at a path: the file itself, or every one in a folder, in order of their names.
///
/// The error says which path cannot be read, and why.
pub fn files_at(path: &Path) -> Result<Vec<PathBuf>, String> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let unreadable = |e: std::io::Error| format!("{}: the folder cannot be read: {e}", path.display());
    let mut files = Vec::new();
    for entry in std::fs::read_dir(path).map_err(unreadable)? {
        let file = entry.map_err(unreadable)?.path();
        let is_story = file.extension().is_some_and(|e| e == "toml") && file.file_name().is_some_and(|n| n != REGION);
        if is_story {
            files.push(file);
        }
    }
    files.sort();
    if files.is_empty() { Err(format!("{}: there is no scenario in this folder", path.display())) } else { Ok(files) }
}
