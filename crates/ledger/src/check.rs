//! Are the rows still what was signed? If not, what is wrong with them, and where.
//!
//! Rows are given one by one in their order, so a log of any length is read once. Three rings hold it: each row's hash as
//! it was noted when the row became a leaf; the log's signature under the root over all of them; and heads that are known
//! from elsewhere, because others signed them or wrote them down. The first finds a changed row. The second finds whoever
//! changed the note as well. Only the third finds somebody who holds the log's own key, or who cut off rows and signatures
//! together: **without a head from elsewhere a shorter log that was once true passes.**

use std::collections::BTreeMap;

use crate::checkpoint::Checkpoint;
use crate::hash::Hash;
use crate::key::Verifier;
use crate::note::{Note, Verdict};
use crate::proof::Head;
use crate::tree::Edge;

/// Faults that are told one by one; of more than that only the number is kept.
const MOST: usize = 100;

/// One leaf, and the row that it was made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its number, counted from 0 without a gap.
    pub seq: u64,
    /// The leaf's hash as it was noted.
    pub noted: Hash,
    /// The hash of the row as it stands now; `None` if there is no such row any more.
    pub found: Option<Hash>,
}

/// Whom to believe.
#[derive(Clone, Debug)]
pub struct Known {
    /// The log's public key.
    pub log: Verifier,
    /// Witnesses that must have signed.
    pub witnesses: Vec<Verifier>,
    /// Heads known from elsewhere: from a witness, on paper, in a mail.
    pub heads: Vec<Head>,
    /// Now, in seconds since 1970 UTC.
    pub now_s: u64,
    /// For how many seconds a witness may not have signed what was added.
    pub patience_s: u64,
}

/// One thing that is bent, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bent {
    /// The row is not the one that became this leaf.
    Changed {
        /// Number of the leaf.
        seq: u64,
    },
    /// The row of this leaf is gone.
    Gone {
        /// Number of the leaf.
        seq: u64,
    },
    /// A leaf is missing, stands twice or stands elsewhere.
    OutOfPlace {
        /// The number that was due.
        due: u64,
        /// The number that stood there.
        found: u64,
    },
    /// The leaves from `from` to before `to` are not those that were signed.
    NotSigned {
        /// The first that may be meant: all before are as signed.
        from: u64,
        /// The signed size.
        to: u64,
    },
    /// So many leaves were signed, and fewer are there.
    Short {
        /// The signed size.
        signed: u64,
        /// Leaves that are there.
        found: u64,
    },
    /// The kept checkpoint with this number, counted from 0, is no checkpoint of this log.
    Unreadable {
        /// Its number.
        checkpoint: usize,
    },
    /// The kept checkpoint is not signed by the log's key.
    Forged {
        /// Its number.
        checkpoint: usize,
    },
    /// The kept checkpoint does not stand behind a smaller one.
    Disordered {
        /// Its number.
        checkpoint: usize,
    },
    /// There are two heads of the same size: two histories.
    Forked {
        /// Their size.
        size: u64,
    },
    /// The signature of a witness under this checkpoint is not the witness's.
    Miswitnessed {
        /// Its number.
        checkpoint: usize,
        /// Name of the witness.
        witness: String,
    },
    /// A witness has not signed what was added, for longer than it may.
    Unwitnessed {
        /// Name of the witness.
        witness: String,
        /// Leaves it signed last.
        size: u64,
    },
    /// The kept right edge is not that of these leaves: what is appended next would not fit.
    Edge,
}

/// What came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Leaves that were read.
    pub size: u64,
    /// Leaves under the newest checkpoint that fits; those behind are not protected by a signature yet.
    pub signed: u64,
    /// For each witness asked for: leaves and time (seconds since 1970 UTC) of what it signed last, if anything.
    pub witnessed: Vec<(String, Option<(u64, u64)>)>,
    /// The faults, at most a hundred.
    pub bent: Vec<Bent>,
    /// Faults beyond those.
    pub more: u64,
}

impl Report {
    /// Whether nothing is bent.
    pub fn is_straight(&self) -> bool {
        self.bent.is_empty()
    }
}

/// A check under way.
#[derive(Debug)]
pub struct Check {
    edge: Edge,
    due: u64,
    /// Heads that were signed or are known, by size.
    heads: BTreeMap<u64, Hash>,
    /// The largest size that was signed or is known.
    end: u64,
    /// The leaves before this are as signed.
    fits: u64,
    /// From here on no root can fit, and one fault has said so.
    broken: bool,
    witnessed: Vec<(String, Option<(u64, u64)>)>,
    overdue: Vec<Bent>,
    bent: Vec<Bent>,
    more: u64,
}

impl Check {
    /// Begins with the checkpoints that were kept, oldest first, each with the signatures of witnesses under it.
    pub fn new<S: AsRef<str>>(known: &Known, checkpoints: impl IntoIterator<Item = S>) -> Self {
        let mut check = Self {
            edge: Edge::new(),
            due: 0,
            heads: BTreeMap::new(),
            end: 0,
            fits: 0,
            broken: false,
            witnessed: known.witnesses.iter().map(|witness| (witness.name().to_owned(), None)).collect(),
            overdue: Vec::new(),
            bent: Vec::new(),
            more: 0,
        };
        let mut last = None;
        for (n, note) in checkpoints.into_iter().enumerate() {
            let Some(size) = check.checkpoint(known, n, note.as_ref()) else { continue };
            if last.is_some_and(|last| size <= last) {
                check.tell(Bent::Disordered { checkpoint: n });
            }
            last = Some(last.map_or(size, |last: u64| last.max(size)));
        }
        for head in &known.heads {
            check.head(*head);
        }
        check.overdue = check.unwitnessed(known);
        check.at_head();
        check
    }

    /// Takes one kept checkpoint; gives its size if it counts.
    fn checkpoint(&mut self, known: &Known, n: usize, text: &str) -> Option<u64> {
        let note = Note::parse(text);
        let read = note.as_ref().and_then(|note| Checkpoint::parse(note.text()));
        let (Some(note), Some(checkpoint)) = (note, read.filter(|read| read.origin == known.log.name())) else {
            self.tell(Bent::Unreadable { checkpoint: n });
            return None;
        };
        if note.verdict(&known.log) != Verdict::Signed {
            self.tell(Bent::Forged { checkpoint: n });
            return None;
        }
        self.head(checkpoint.head());
        for (i, witness) in known.witnesses.iter().enumerate() {
            match note.verdict(witness) {
                Verdict::Witnessed { at_s } => {
                    let best = self.witnessed[i].1.filter(|(size, _)| *size >= checkpoint.size);
                    self.witnessed[i].1 = best.or(Some((checkpoint.size, at_s)));
                }
                Verdict::Forged => {
                    self.tell(Bent::Miswitnessed { checkpoint: n, witness: witness.name().to_owned() });
                }
                Verdict::Unsigned | Verdict::Signed => {}
            }
        }
        Some(checkpoint.size)
    }

    fn head(&mut self, (size, root): Head) {
        self.end = self.end.max(size);
        if self.heads.insert(size, root).is_some_and(|before| before != root) {
            self.tell(Bent::Forked { size });
        }
    }

    /// Witnesses that have been silent for too long, although there was something to sign.
    fn unwitnessed(&self, known: &Known) -> Vec<Bent> {
        let newest = self.heads.keys().next_back().copied().unwrap_or(0);
        let late = |last: &Option<(u64, u64)>| match last {
            Some((size, at_s)) => *size < newest && known.now_s.saturating_sub(*at_s) > known.patience_s,
            None => newest > 0,
        };
        let silent = self.witnessed.iter().filter(|(_, last)| late(last));
        silent.map(|(name, last)| Bent::Unwitnessed { witness: name.clone(), size: last.map_or(0, |l| l.0) }).collect()
    }

    /// Takes the next leaf.
    pub fn row(&mut self, row: Row) {
        if row.seq != self.due {
            self.tell(Bent::OutOfPlace { due: self.due, found: row.seq });
        }
        self.due = row.seq.saturating_add(1);
        match row.found {
            None => self.tell(Bent::Gone { seq: row.seq }),
            Some(found) if found != row.noted => self.tell(Bent::Changed { seq: row.seq }),
            Some(_) => {}
        }
        self.edge.append(row.noted);
        self.at_head();
    }

    /// Compares the root where one was signed.
    fn at_head(&mut self) {
        let size = self.edge.size();
        let Some(root) = self.heads.get(&size).filter(|_| !self.broken) else { return };
        if *root == self.edge.root() {
            self.fits = size;
        } else {
            // Every later root holds the same leaf: one fault is told, not one for each checkpoint.
            self.broken = true;
            self.tell(Bent::NotSigned { from: self.fits, to: size });
        }
    }

    fn tell(&mut self, bent: Bent) {
        if self.bent.len() < MOST {
            self.bent.push(bent);
        } else {
            self.more += 1;
        }
    }

    /// Ends the check. `kept` is the right edge that the log goes on from, if it is to be checked.
    pub fn finish(mut self, kept: Option<&Edge>) -> Report {
        let size = self.edge.size();
        if size < self.end {
            self.tell(Bent::Short { signed: self.end, found: size });
        }
        for overdue in std::mem::take(&mut self.overdue) {
            self.tell(overdue);
        }
        if kept.is_some_and(|kept| *kept != self.edge) {
            self.tell(Bent::Edge);
        }
        let Self { fits, witnessed, bent, more, .. } = self;
        Report { size, signed: fits, witnessed, bent, more }
    }
}

#[cfg(test)]
mod tests;
