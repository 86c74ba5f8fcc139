//! What an import tells: counts, and for single cells what was wrong and what was done

use base::{Arg, Lang, Msg, Words};

/// Most notes that are kept word for word; the rest is only counted
pub const NOTES_KEPT: usize = 500;

/// What was done about a cell or a row
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Done {
    /// Put right; the row is taken
    Repaired,
    /// The cell is left empty; the row is taken
    LeftOut,
    /// The row is taken, but not all of it, because somebody knows better
    Kept,
    /// The row cannot be taken
    Refused,
}

impl Done {
    /// The key of its name
    pub const fn key(self) -> &'static str {
        match self {
            Self::Repaired => "directory-import-repaired",
            Self::LeftOut => "directory-import-left-out",
            Self::Kept => "directory-import-kept",
            Self::Refused => "directory-import-refused",
        }
    }
}

/// Something to know about a row
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Line of the file, counted from 1
    pub line: u64,
    /// Name of the column as the file writes it; empty for the whole row
    pub column: String,
    /// What is wrong
    pub what: Msg,
    /// What was done
    pub done: Done,
}

impl Note {
    /// One line: where, what, what was done
    pub fn say(&self, words: &Words, lang: Lang) -> String {
        let values: [(&str, Arg<'_>); 4] = [
            ("line", self.line.into()),
            ("column", Arg::from(self.column.as_str())),
            ("what", words.msg(lang, &self.what).into()),
            ("done", words.t(lang, self.done.key()).into_owned().into()),
        ];
        let key = if self.column.is_empty() { "directory-import-note-row" } else { "directory-import-note" };
        words.f(lang, key, &values)
    }
}

/// How far an import is
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Looks at every row without saving anything; rows so far
    Checking(u64),
    /// Saves; rows so far and rows in all
    Saving(u64, u64),
}

/// What came of an import
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// How the file is written
    pub encoding: &'static str,
    /// Rows that hold something
    pub rows: u64,
    /// Rows that cannot be taken
    pub refused: u64,
    /// Agencies that were added
    pub added: u64,
    /// Agencies that were changed
    pub updated: u64,
    /// Rows that say what the last import said
    pub unchanged: u64,
    /// Rows whose agency somebody checked by hand later than the file's date: left as it is
    pub kept: u64,
    /// Agencies of the same source that are no longer in the file; they stay
    pub gone: u64,
    /// Whether anything was saved
    pub is_saved: bool,
    /// Columns that nothing is taken from
    pub unused: Vec<String>,
    /// Notes, at most [`NOTES_KEPT`], in the order of the file
    pub notes: Vec<Note>,
    /// How many notes of each sort there are in all
    pub noted: [u64; 4],
}

impl Report {
    /// Takes down a note
    pub fn note(&mut self, note: Note) {
        self.noted[note.done as usize] += 1;
        // What refuses a row must be read; among the others the first ones tell enough.
        let room = if note.done == Done::Refused { 2 * NOTES_KEPT } else { NOTES_KEPT };
        if self.notes.len() < room {
            self.notes.push(note);
        }
    }

    /// How many notes of one sort there are
    pub const fn count(&self, done: Done) -> u64 {
        self.noted[done as usize]
    }

    /// The whole report as lines to read: counts first, then every note that was kept
    pub fn say(&self, words: &Words, lang: Lang) -> Vec<String> {
        let counts = [
            ("directory-import-rows", self.rows),
            ("directory-import-added", self.added),
            ("directory-import-updated", self.updated),
            ("directory-import-unchanged", self.unchanged),
            ("directory-import-kept-rows", self.kept),
            ("directory-import-refused-rows", self.refused),
            ("directory-import-gone", self.gone),
        ];
        let mut lines = vec![words.f(lang, "directory-import-encoding", &[("name", self.encoding.into())])];
        lines.extend(counts.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| words.f(lang, key, &[("n", n.into())])));
        if !self.unused.is_empty() {
            let columns = self.unused.join(", ");
            lines.push(words.f(lang, "directory-import-unused", &[("columns", columns.into())]));
        }
        lines.extend(self.notes.iter().map(|note| note.say(words, lang)));
        let more = self.noted.iter().sum::<u64>() - self.notes.len() as u64;
        if more > 0 {
            lines.push(words.f(lang, "directory-import-more-notes", &[("n", more.into())]));
        }
        lines.push(match (self.is_saved, self.refused) {
            (true, _) => words.t(lang, "directory-import-saved").into_owned(),
            (false, 0) => words.t(lang, "directory-import-not-saved").into_owned(),
            (false, n) => words.f(lang, "directory-import-bad-rows", &[("n", n.into())]),
        });
        lines
    }
}
