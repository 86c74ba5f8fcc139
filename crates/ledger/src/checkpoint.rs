//! The head of a tree as a text to be signed (C2SP `tlog-checkpoint`): origin, size, root.

use std::fmt;

use crate::code;
use crate::hash::Hash;
use crate::key::Signer;
use crate::note::Note;
use crate::proof::Head;
use crate::tree::Edge;

/// How many leaves a log has, and their root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// The log: its name everywhere, by which witnesses know it.
    pub origin: String,
    /// Leaves in the tree.
    pub size: u64,
    /// The root over them.
    pub root: Hash,
}

impl Checkpoint {
    /// The head of the tree with this edge.
    pub fn of(origin: &str, edge: &Edge) -> Self {
        Self { origin: origin.to_owned(), size: edge.size(), root: edge.root() }
    }

    /// Reads the text of a checkpoint, unsigned. Lines behind the third are allowed and mean nothing here.
    pub fn parse(text: &str) -> Option<Self> {
        let mut lines = text.strip_suffix('\n')?.split('\n');
        let origin = lines.next().filter(|origin| !origin.is_empty())?.to_owned();
        let size = code::decimal(lines.next()?)?;
        let root = code::hash_from_base64(lines.next()?)?;
        lines.all(|line| !line.is_empty()).then_some(Self { origin, size, root })
    }

    /// Size and root.
    pub const fn head(&self) -> Head {
        (self.size, self.root)
    }

    /// Signs it as the log; `None` if the origin has a line break or another control sign in it.
    pub fn sign(&self, signer: &Signer) -> Option<Note> {
        let mut note = Note::new(&self.to_string())?;
        note.sign(signer);
        Some(note)
    }
}

/// As the text that is signed.
impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n{}\n{}\n", self.origin, self.size, code::base64(self.root.as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of C2SP `tlog-checkpoint`.
    const EXAMPLE: &str = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

    #[test]
    fn the_published_example_comes_back() {
        let checkpoint = Checkpoint::parse(EXAMPLE).expect("a checkpoint");
        assert_eq!(checkpoint.origin, "example.com/behind-the-sofa");
        assert_eq!(checkpoint.size, 20_852_163);
        assert_eq!(checkpoint.to_string(), EXAMPLE);
    }

    #[test]
    fn further_lines_are_allowed_and_empty_ones_are_not() {
        assert!(Checkpoint::parse(&format!("{EXAMPLE}more\n")).is_some());
        let wrong = [
            String::new(),
            "a\n1\n".to_owned(),
            format!("{EXAMPLE}\n"),
            EXAMPLE.trim_end().to_owned(),
            EXAMPLE.replace("20852163", "020852163"),
            EXAMPLE.replace("q2I=", "q2J="),
            EXAMPLE.replace("example.com/behind-the-sofa", ""),
        ];
        for text in wrong {
            assert!(Checkpoint::parse(&text).is_none(), "{text:?}");
        }
    }
}
