//! The files of the repository, read once.

use std::fs;
use std::io;
use std::path::Path;

use crate::rust::{Rust, line_of};

/// Folders that hold nothing of ours.
const SKIPPED: &[&str] = &["target", ".git", "node_modules", "data"];

/// A text file.
#[derive(Clone, Debug)]
pub struct File {
    /// Path from the root of the repository, with `/`.
    pub path: String,
    /// What it says.
    pub text: String,
    /// The same taken apart, for Rust.
    pub rust: Option<Rust>,
}

impl File {
    /// A file out of its path and text.
    pub fn new(path: &str, text: &str) -> Self {
        let rust = ends(path, "rs").then(|| Rust::read(text));
        Self { path: path.to_owned(), text: text.to_owned(), rust }
    }

    /// Line of an offset, from 1.
    pub fn line(&self, at: usize) -> usize {
        line_of(&self.text, at)
    }

    /// The crate it belongs to: the folder below `crates/`.
    pub fn krate(&self) -> Option<&str> {
        self.path.strip_prefix("crates/")?.split('/').next()
    }

    /// Whether the whole file serves tests, examples or measurements.
    pub fn is_test(&self) -> bool {
        let path = &self.path;
        ["/tests/", "/examples/", "/benches/"].iter().any(|part| path.contains(part))
            || ["/tests.rs", "/testing.rs"].iter().any(|end| path.ends_with(end))
            || path.contains("/testing/")
            || path.starts_with("journeys/")
    }

    /// Whether this place of a Rust file serves tests.
    pub fn tests_at(&self, at: usize) -> bool {
        self.is_test() || self.rust.as_ref().is_some_and(|rust| rust.in_tests(at))
    }

    /// Name of the file without its folder.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// Whether its name ends in this extension.
    pub fn ends(&self, extension: &str) -> bool {
        ends(&self.path, extension)
    }
}

fn ends(path: &str, extension: &str) -> bool {
    Path::new(path).extension().is_some_and(|found| found == extension)
}

/// The text files of the repository, sorted by path.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// The files.
    pub files: Vec<File>,
}

impl Tree {
    /// Reads the repository at `root`; files that are no text are left out.
    pub fn read(root: &Path) -> io::Result<Self> {
        let mut tree = Self::default();
        tree.folder(root, "")?;
        tree.files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(tree)
    }

    fn folder(&mut self, root: &Path, inside: &str) -> io::Result<()> {
        for entry in fs::read_dir(root.join(inside))? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = if inside.is_empty() { name.clone() } else { format!("{inside}/{name}") };
            let kind = entry.file_type()?;
            if kind.is_dir() && !SKIPPED.contains(&name.as_str()) {
                self.folder(root, &path)?;
            } else if kind.is_file() {
                // A file may vanish while somebody else works in the same folder, and pictures are no text.
                if let Ok(text) = fs::read_to_string(entry.path()) {
                    self.files.push(File::new(&path, &text));
                }
            }
        }
        Ok(())
    }

    /// A made-up repository, for tests of the checks.
    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Self {
        Self { files: files.iter().map(|(path, text)| File::new(path, text)).collect() }
    }

    /// A file by its path.
    pub fn get(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    /// Files with this extension.
    pub fn with<'a>(&'a self, extension: &'a str) -> impl Iterator<Item = &'a File> + 'a {
        self.files.iter().filter(move |file| file.ends(extension))
    }

    /// Rust files below `crates/` with what they consist of.
    pub fn sources(&self) -> impl Iterator<Item = (&File, &Rust)> {
        self.files.iter().filter(|file| file.path.starts_with("crates/")).filter_map(|f| Some((f, f.rust.as_ref()?)))
    }

    /// Whether a file was made elsewhere: a `PROVENANCE` lies beside it or above it.
    pub fn is_foreign(&self, file: &File) -> bool {
        let mut folder = file.path.as_str();
        while let Some((above, _)) = folder.rsplit_once('/') {
            if self.get(&format!("{above}/PROVENANCE")).is_some() {
                return true;
            }
            folder = above;
        }
        false
    }
}
