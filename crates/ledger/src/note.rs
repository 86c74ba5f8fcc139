//! A signed text (C2SP `signed-note`): lines, an empty line, and a line for each signature.

use std::fmt;

use crate::code;
use crate::key::{self, Kind, Signer, Verifier};

/// Signatures that are read in one note; a longer note is refused.
const MOST: usize = 64;

/// A text and who signed it. Says nothing until a [`Verifier`] has looked at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    text: String,
    signed: Vec<Signed>,
}

/// One signature under a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    name: String,
    id: [u8; 4],
    bytes: Vec<u8>,
}

/// What a key has to say about a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// No signature names this key.
    Unsigned,
    /// A signature names this key and is not its signature.
    Forged,
    /// Signed by the key of a log.
    Signed,
    /// Signed by the key of a witness.
    Witnessed {
        /// When, in seconds since 1970 UTC, by the witness's clock.
        at_s: u64,
    },
}

impl Note {
    /// A note that nobody has signed yet; `None` unless the text is lines without control signs, each ended.
    pub fn new(text: &str) -> Option<Self> {
        is_text(text).then(|| Self { text: text.to_owned(), signed: Vec::new() })
    }

    /// Reads a note; `None` if it is not in the one form there is.
    pub fn parse(note: &str) -> Option<Self> {
        let (text, lines) = note.rsplit_once("\n\n")?;
        let text = format!("{text}\n");
        let signed: Option<Vec<_>> = lines.strip_suffix('\n')?.split('\n').map(Signed::parse).collect();
        let signed = signed.filter(|signed| signed.len() <= MOST)?;
        is_text(&text).then_some(Self { text, signed })
    }

    /// The signed text, with the newline that ends it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Signs as the log does.
    pub fn sign(&mut self, signer: &Signer) {
        debug_assert_eq!(signer.verifier().kind(), Kind::Log);
        let bytes = signer.sign(self.text.as_bytes()).to_vec();
        self.add(Signed::of(signer.verifier(), bytes));
    }

    /// Signs as a witness does: the text, and that it was the newest the witness knew of at this time.
    pub fn cosign(&mut self, witness: &Signer, now_s: u64) -> Signed {
        debug_assert_eq!(witness.verifier().kind(), Kind::Witness);
        let signature = witness.sign(cosigned(&self.text, now_s).as_bytes());
        let signed = Signed::of(witness.verifier(), [now_s.to_be_bytes().as_slice(), &signature].concat());
        self.add(signed.clone());
        signed
    }

    /// Adds a signature that came from elsewhere; one that is there already is not added again.
    pub fn add(&mut self, signed: Signed) {
        if !self.signed.contains(&signed) {
            self.signed.push(signed);
        }
    }

    /// What `verifier` says. Signatures of other keys do not count; of two that name this key both must hold, and the
    /// later time counts.
    pub fn verdict(&self, verifier: &Verifier) -> Verdict {
        let mut verdict = Verdict::Unsigned;
        for signed in self.signed.iter().filter(|signed| signed.is_by(verifier)) {
            let one = match verifier.kind() {
                Kind::Log if verifier.has_signed(self.text.as_bytes(), &signed.bytes) => Verdict::Signed,
                Kind::Log => Verdict::Forged,
                Kind::Witness => self.witnessed(verifier, &signed.bytes),
            };
            verdict = match (verdict, one) {
                (_, Verdict::Forged) => return Verdict::Forged,
                (Verdict::Witnessed { at_s: before }, Verdict::Witnessed { at_s }) => {
                    Verdict::Witnessed { at_s: at_s.max(before) }
                }
                (_, one) => one,
            };
        }
        verdict
    }

    fn witnessed(&self, verifier: &Verifier, bytes: &[u8]) -> Verdict {
        let Some((time, signature)) = bytes.split_first_chunk::<8>() else { return Verdict::Forged };
        let at_s = u64::from_be_bytes(*time);
        // Beyond 63 bits is no time (C2SP tlog-cosignature).
        let holds = at_s >> 63 == 0 && verifier.has_signed(cosigned(&self.text, at_s).as_bytes(), signature);
        if holds { Verdict::Witnessed { at_s } } else { Verdict::Forged }
    }
}

/// What a witness signs.
fn cosigned(text: &str, time_s: u64) -> String {
    format!("cosignature/v1\ntime {time_s}\n{text}")
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        self.signed.iter().try_for_each(|signed| writeln!(f, "{signed}"))
    }
}

impl Signed {
    fn of(verifier: &Verifier, bytes: Vec<u8>) -> Self {
        Self { name: verifier.name().to_owned(), id: verifier.id(), bytes }
    }

    /// Reads one line, without its newline.
    pub fn parse(line: &str) -> Option<Self> {
        let (name, bytes) = line.strip_prefix("— ")?.split_once(' ')?;
        let bytes = code::from_base64(bytes)?;
        let (id, bytes) = bytes.split_first_chunk::<4>()?;
        let whole = key::is_name(name) && !bytes.is_empty();
        whole.then(|| Self { name: name.to_owned(), id: *id, bytes: bytes.to_vec() })
    }

    /// Whether it names this key.
    pub fn is_by(&self, verifier: &Verifier) -> bool {
        self.name == verifier.name() && self.id == verifier.id()
    }
}

/// As a line without its newline.
impl fmt::Display for Signed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "— {} {}", self.name, code::base64(&[&self.id, self.bytes.as_slice()].concat()))
    }
}

fn is_text(text: &str) -> bool {
    text.ends_with('\n') && !text.contains(|c: char| c < ' ' && c != '\n')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// From the documentation of the Go package `golang.org/x/mod/sumdb/note`.
    const SECRET: &str = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    const NOTE: &str = "If you think cryptography is the answer to your problem,\n\
        then you don't know what your problem is.\n\
        \n\
        — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    fn published() -> (Signer, Note) {
        (Signer::parse(SECRET).expect("a key"), Note::parse(NOTE).expect("a note"))
    }

    #[test]
    fn the_published_note_is_signed_alike() {
        let (signer, note) = published();
        assert_eq!(note.verdict(signer.verifier()), Verdict::Signed);
        let mut again = Note::new(note.text()).expect("a text");
        assert_eq!(again.verdict(signer.verifier()), Verdict::Unsigned);
        again.sign(&signer);
        assert_eq!(again.to_string(), NOTE);
    }

    #[test]
    fn any_changed_letter_is_noticed() {
        let (signer, _) = published();
        for (at, letter) in NOTE.char_indices() {
            let other = if letter == 'a' { 'b' } else { 'a' };
            let bent = format!("{}{other}{}", &NOTE[..at], &NOTE[at + letter.len_utf8()..]);
            let verdict = Note::parse(&bent).map(|note| note.verdict(signer.verifier()));
            assert_ne!(verdict, Some(Verdict::Signed), "{bent}");
        }
    }

    #[test]
    fn the_text_ends_at_the_last_empty_line() {
        let (_, note) = published();
        let line = note.signed[0].to_string();
        assert_eq!(Note::parse(&format!("a\n\nb\n\n{line}\n")).expect("a note").text(), "a\n\nb\n");
        let wrong = [
            String::new(),
            "a\n".to_owned(),
            "a\n\n".to_owned(),
            format!("a\n\n{line}"),
            format!("a\n\n{line}\n\n"),
            format!("a\n\n{line}\nb\n"),
            format!("a\r\n\n{line}\n"),
            format!("a\n\n{}\n", line.replace('—', "-")),
            format!("a\n\n{}", format!("{line}\n").repeat(MOST + 1)),
        ];
        for note in wrong {
            assert!(Note::parse(&note).is_none(), "{note:?}");
        }
    }

    #[test]
    fn a_cosignature_holds_for_its_time_and_text_only() {
        let witness = Signer::new(Kind::Witness, "witness.example/w1", &[7; 32]).expect("a name");
        let mut note = Note::new("a\n1\nb\n").expect("a text");
        let line = note.cosign(&witness, 1_679_315_147);
        assert_eq!(note.verdict(witness.verifier()), Verdict::Witnessed { at_s: 1_679_315_147 });
        let mut other = Note::new("a\n2\nb\n").expect("a text");
        other.add(line.clone());
        assert_eq!(other.verdict(witness.verifier()), Verdict::Forged);
        for at in 0..line.bytes.len() {
            let mut bent = Note::new("a\n1\nb\n").expect("a text");
            let mut signed = line.clone();
            signed.bytes[at] ^= 1;
            bent.add(signed);
            assert_eq!(bent.verdict(witness.verifier()), Verdict::Forged, "byte {at}");
        }
        // The message is the one of C2SP tlog-cosignature, letter by letter.
        let message = "cosignature/v1\ntime 1679315147\na\n1\nb\n";
        assert!(witness.verifier().has_signed(message.as_bytes(), &line.bytes[8..]));
    }

    #[test]
    fn of_two_cosignatures_the_later_counts_and_a_forged_one_spoils_both() {
        let witness = Signer::new(Kind::Witness, "w", &[7; 32]).expect("a name");
        let mut note = Note::new("a\n").expect("a text");
        note.cosign(&witness, 9);
        note.cosign(&witness, 5);
        assert_eq!(note.verdict(witness.verifier()), Verdict::Witnessed { at_s: 9 });
        note.add(Signed { bytes: vec![0; 72], ..note.signed[0].clone() });
        assert_eq!(note.verdict(witness.verifier()), Verdict::Forged);
    }

    proptest! {
        #[test]
        fn what_is_read_is_written_alike(text in "[a-z\n—+ ]{0,40}") {
            let (_, note) = published();
            let whole = format!("{text}\n\n{}\n", note.signed[0]);
            if let Some(note) = Note::parse(&whole) {
                prop_assert_eq!(note.to_string(), whole);
            }
            if let Some(note) = Note::parse(&text) {
                prop_assert_eq!(note.to_string(), text);
            }
        }
    }
}
