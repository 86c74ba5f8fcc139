//! A witness: remembers the newest head of each log it knows, and signs only what that one grew into
//! (C2SP `tlog-witness`).
//!
//! A log that shows two witnesses two histories, or cuts off its end, cannot have both signed. Pure: whoever runs a
//! witness keeps the new head **durably, before the answer goes out**, and lets one request at a time decide.

use std::collections::BTreeMap;
use std::fmt;

use crate::checkpoint::Checkpoint;
use crate::code;
use crate::hash::Hash;
use crate::key::{Signer, Verifier};
use crate::note::{Note, Signed, Verdict};
use crate::proof::{self, Head};

/// What a log asks: that it grew from `old` leaves, by `proof`, into the checkpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Leaves when the witness signed last; 0 for the first time.
    pub old: u64,
    /// That the newer tree grew out of the older; empty for the first time.
    pub proof: Vec<Hash>,
    /// The signed checkpoint.
    pub note: Note,
}

impl Request {
    /// Reads the body of a request.
    pub fn parse(body: &str) -> Option<Self> {
        let (head, note) = body.split_once("\n\n")?;
        let mut lines = head.split('\n');
        let old = code::decimal(lines.next()?.strip_prefix("old ")?)?;
        let proof: Option<Vec<_>> = lines.map(code::hash_from_base64).collect();
        let proof = proof.filter(|proof| proof.len() <= proof::MAX)?;
        Some(Self { old, proof, note: Note::parse(note)? })
    }
}

/// As the body of a request.
impl fmt::Display for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "old {}", self.old)?;
        self.proof.iter().try_for_each(|hash| writeln!(f, "{}", code::base64(hash.as_bytes())))?;
        write!(f, "\n{}", self.note)
    }
}

/// What a witness answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Signed: the signature, and the head to be kept before it is handed out.
    Cosigned(Signed, Checkpoint),
    /// The log's idea of what was signed last, or its root, is not the witness's. This many leaves were signed last.
    Conflict(u64),
    /// The body is not a request, or asks for a tree that shrank.
    Malformed,
    /// No log of this origin is known here.
    UnknownLog,
    /// The checkpoint is not signed by the log's key.
    Unsigned,
    /// The proof does not show that the tree only grew.
    Unproven,
}

impl Answer {
    /// The HTTP status that says it.
    pub const fn status(&self) -> u16 {
        match self {
            Self::Cosigned(..) => 200,
            Self::Conflict(_) => 409,
            Self::Malformed => 400,
            Self::UnknownLog => 404,
            Self::Unsigned => 403,
            Self::Unproven => 422,
        }
    }

    /// The body that goes with it.
    pub fn body(&self) -> String {
        match self {
            Self::Cosigned(signed, _) => format!("{signed}\n"),
            Self::Conflict(size) => format!("{size}\n"),
            Self::Malformed | Self::UnknownLog | Self::Unsigned | Self::Unproven => String::new(),
        }
    }
}

/// Which size an answer of status 409 says was signed last.
pub fn read_conflict(body: &str) -> Option<u64> {
    code::decimal(body.strip_suffix('\n')?)
}

/// The newest head that was signed of each log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heads(BTreeMap<String, Head>);

impl Heads {
    /// Reads what [`Display`](fmt::Display) wrote: checkpoints without signatures, one behind the other.
    pub fn parse(text: &str) -> Option<Self> {
        let mut heads = BTreeMap::new();
        let mut lines = text.split_inclusive('\n');
        while let Some(first) = lines.next() {
            let checkpoint = Checkpoint::parse(&[first, lines.next()?, lines.next()?].concat())?;
            heads.insert(checkpoint.origin, (checkpoint.size, checkpoint.root));
        }
        Some(Self(heads))
    }

    /// The newest head of a log; that of an empty tree if none was signed.
    pub fn of(&self, origin: &str) -> Head {
        self.0.get(origin).copied().unwrap_or_else(|| (0, Hash::empty()))
    }

    /// Remembers a head that was signed.
    pub fn keep(&mut self, checkpoint: Checkpoint) {
        self.0.insert(checkpoint.origin, (checkpoint.size, checkpoint.root));
    }
}

impl fmt::Display for Heads {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (origin, (size, root)) in &self.0 {
            f.write_str(&Checkpoint { origin: origin.clone(), size: *size, root: *root }.to_string())?;
        }
        Ok(())
    }
}

/// Decides about one request, in the order of the specification. `logs` are the keys of the logs that are known, each
/// named like its origin; `now_s` is seconds since 1970 UTC.
pub fn answer(logs: &[Verifier], witness: &Signer, heads: &Heads, body: &str, now_s: u64) -> Answer {
    let Some(Request { old, proof, mut note }) = Request::parse(body) else { return Answer::Malformed };
    let Some(checkpoint) = Checkpoint::parse(note.text()) else { return Answer::Malformed };
    let mut keys = logs.iter().filter(|log| log.name() == checkpoint.origin).peekable();
    if keys.peek().is_none() {
        return Answer::UnknownLog;
    }
    if !keys.any(|log| note.verdict(log) == Verdict::Signed) {
        return Answer::Unsigned;
    }
    if old > checkpoint.size {
        return Answer::Malformed;
    }
    let last = heads.of(&checkpoint.origin);
    if old != last.0 || (old == checkpoint.size && checkpoint.root != last.1) {
        return Answer::Conflict(last.0);
    }
    if !proof::is_consistent(last, checkpoint.head(), &proof) {
        return Answer::Unproven;
    }
    Answer::Cosigned(note.cosign(witness, now_s), checkpoint)
}

#[cfg(test)]
mod tests;
