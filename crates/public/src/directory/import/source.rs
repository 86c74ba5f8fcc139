//! A file as rows: found, decoded, its header recognised, read one by one

use std::collections::HashSet;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use base::{Msg, Outcome, Problem};

use super::columns::{Column, Header};
use super::decode::{Decoding, Encoding, encoding_of};
use super::report::{Done, Note};
use super::row::{self, Row};

/// Rows before the header that a title may fill
const TITLE_ROWS: usize = 8;

/// Where the bytes come from; read three times: to find the encoding, to check, to save
#[derive(Clone, Debug)]
pub enum Source {
    /// A file
    File(PathBuf),
    /// Bytes already in memory, such as a test's
    Bytes(std::sync::Arc<Vec<u8>>),
}

impl Source {
    /// A file
    pub fn file(path: impl AsRef<Path>) -> Self {
        Self::File(path.as_ref().to_owned())
    }

    /// Bytes in memory
    pub fn bytes(bytes: impl Into<Vec<u8>>) -> Self {
        Self::Bytes(std::sync::Arc::new(bytes.into()))
    }

    fn open(&self) -> Outcome<Box<dyn Read + '_>> {
        match self {
            Self::File(path) => {
                let file = File::open(path).map_err(|why| unreadable(&why))?;
                Ok(Box::new(file))
            }
            Self::Bytes(bytes) => Ok(Box::new(bytes.as_slice())),
        }
    }

    /// How it is written; `Refused` when it cannot be read at all
    pub fn encoding(&self) -> Outcome<Encoding> {
        match encoding_of(self.open()?).map_err(|why| unreadable(&why))? {
            Encoding::Utf16 => Err(Problem::refused("directory-import-utf16")),
            known => Ok(known),
        }
    }

    /// The name of the list, for telling its numbers from another list's: the file's, without its date
    pub fn name(&self) -> String {
        let stem = match self {
            Self::File(path) => path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default(),
            Self::Bytes(_) => "import".to_owned(),
        };
        let without_date = stem.trim_end_matches(|c: char| c.is_ascii_digit());
        let dated = stem.len() - without_date.len() >= 4;
        let name = if dated { without_date.trim_end_matches(['_', '-', '.', ' ']) } else { &stem };
        if name.is_empty() { stem } else { name.to_owned() }
    }

    /// Hands over each row that can be taken, and every note, in the order of the file; stops at the first `Err`
    pub fn each(&self, encoding: Encoding, mut found: impl FnMut(Found) -> Outcome<()>) -> Outcome<Header> {
        let text = Decoding::new(self.open()?, encoding);
        let delimiter = if self.is_tabbed(encoding)? { b'\t' } else { b',' };
        let mut reader =
            csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text);
        let mut record = csv::StringRecord::new();
        let mut header = None;
        let mut seen = Seen::default();
        let mut row_number = 0;
        while read_record(&mut reader, &mut record)? {
            row_number += 1;
            let cells: Vec<&str> = record.iter().collect();
            if cells.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            // The reader stands behind the record's last line end. Where it began cannot be asked: the reader's own
            // answer counts the blank lines before it.
            let inside = cells.iter().map(|cell| cell.matches('\n').count() as u64).sum::<u64>();
            let line = reader.position().line() - 1 - inside;
            let Some(header) = &header else {
                header = Header::read(cells.iter().copied());
                if header.is_none() && row_number >= TITLE_ROWS {
                    break;
                }
                continue;
            };
            found(seen.check(row::read(header, &cells, line)))?;
        }
        header.ok_or_else(|| Problem::refused(Msg::new("directory-import-no-header").arg("name", Column::Name.name())))
    }

    fn is_tabbed(&self, encoding: Encoding) -> Outcome<bool> {
        let mut start = Vec::new();
        let mut text = Decoding::new(self.open()?, encoding).take(4096);
        text.read_to_end(&mut start).map_err(|why| unreadable(&why))?;
        let first = start.split(|b| *b == b'\n').next().unwrap_or_default();
        Ok(first.contains(&b'\t') && !first.contains(&b','))
    }
}

/// What a row came to
pub struct Found {
    /// The row, unless it cannot be taken
    pub row: Option<Row>,
    /// What there is to know about it
    pub notes: Vec<Note>,
}

/// What was in the file so far, to find rows that stand there twice
#[derive(Default)]
struct Seen {
    ids: HashSet<String>,
    places: HashSet<(String, String)>,
}

impl Seen {
    fn check(&mut self, read: Result<(Row, Vec<Note>), Vec<Note>>) -> Found {
        let (row, mut notes) = match read {
            Ok(read) => read,
            Err(notes) => return Found { row: None, notes },
        };
        let fresh = match &row.external_id {
            Some(id) => self.ids.insert(id.clone()),
            None => self.places.insert((base::fold::norm_key(&row.name), row.area.clone())),
        };
        if fresh {
            return Found { row: Some(row), notes };
        }
        let what = match &row.external_id {
            Some(id) => Msg::new("directory-import-twice-id").arg("value", id),
            None => Msg::new("directory-import-twice-name").arg("value", &row.name),
        };
        notes.push(Note { line: row.line, column: String::new(), what, done: Done::Refused });
        Found { row: None, notes }
    }
}

fn read_record<R: Read>(reader: &mut csv::Reader<R>, record: &mut csv::StringRecord) -> Outcome<bool> {
    reader.read_record(record).map_err(|why| match why.into_kind() {
        csv::ErrorKind::Io(why) => unreadable(&why),
        other => Problem::Internal(format!("csv: {other:?}")),
    })
}

fn unreadable(why: &std::io::Error) -> Problem {
    tracing::warn!("a file to import cannot be read: {why}");
    Problem::refused("directory-import-cannot-read")
}
