//! The casebook that was put into the program when it was built.

use super::read::{REGION, Region, Story, Wrong};

/// File name and text of everything in the casebook, in order of the names.
const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/casebook.rs"));

/// The region that the program brings along.
pub fn region() -> Result<Region, Vec<Wrong>> {
    let (name, text) = FILES.iter().find(|(name, _)| *name == REGION).copied().unwrap_or((REGION, ""));
    Region::read(name, text)
}

/// Every story that the program brings along.
pub fn stories(region: &Region) -> Result<Vec<Story>, Vec<Wrong>> {
    let files: Vec<_> =
        FILES.iter().filter(|(name, _)| *name != REGION).map(|(n, t)| ((*n).to_owned(), (*t).to_owned())).collect();
    read_all(&files, region)
}

/// Reads stories from file name and text; says everything that is wrong with any of them.
pub fn read_all(files: &[(String, String)], region: &Region) -> Result<Vec<Story>, Vec<Wrong>> {
    let (mut stories, mut wrongs) = (Vec::new(), Vec::new());
    for (name, text) in files {
        match Story::read(name, text, region) {
            Ok(story) => stories.push(story),
            Err(found) => wrongs.extend(found),
        }
    }
    if wrongs.is_empty() { Ok(stories) } else { Err(wrongs) }
}
