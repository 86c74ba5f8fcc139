//! What is wrong with a file, said so that somebody can put it right.

use std::fmt;

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The file.
    pub file: String,
    /// The line, from 1; 0 when it is about the whole file.
    pub line: usize,
    /// Which part of the file, such as `step 7 (consent)`; may be empty.
    pub place: String,
    /// What is wrong, and what is expected.
    pub say: String,
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        if !self.place.is_empty() {
            write!(f, ": {}", self.place)?;
        }
        write!(f, ": {}", self.say)
    }
}

/// Collects everything that is wrong with one file.
pub struct Notes<'a> {
    file: &'a str,
    text: &'a str,
    wrongs: Vec<Wrong>,
}

impl<'a> Notes<'a> {
    /// Nothing is wrong yet with this file.
    pub fn new(file: &'a str, text: &'a str) -> Self {
        Self { file, text, wrongs: Vec::new() }
    }

    /// Writes down what is wrong at a byte of the file.
    pub fn wrong(&mut self, at: usize, place: &str, say: impl Into<String>) {
        let line = self.line(at);
        self.wrongs.push(Wrong { file: self.file.to_owned(), line, place: place.to_owned(), say: say.into() });
    }

    /// Writes down what is wrong with the file as a whole.
    pub fn wrong_whole(&mut self, place: &str, say: impl Into<String>) {
        self.wrongs.push(Wrong { file: self.file.to_owned(), line: 0, place: place.to_owned(), say: say.into() });
    }

    /// The line of a byte of the file, from 1.
    pub fn line(&self, at: usize) -> usize {
        self.text[..at.min(self.text.len())].matches('\n').count() + 1
    }

    /// What was read, if nothing was wrong.
    pub fn finish<T>(self, read: T) -> Result<T, Vec<Wrong>> {
        if self.wrongs.is_empty() { Ok(read) } else { Err(self.wrongs) }
    }

    /// Everything that is wrong.
    pub fn into_wrongs(self) -> Vec<Wrong> {
        self.wrongs
    }
}
