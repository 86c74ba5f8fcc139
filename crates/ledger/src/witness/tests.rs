use super::*;
use crate::key::Kind;
use crate::proof::tests::{at, leaves};
use crate::tree::Edge;

const ORIGIN: &str = "tsunagi.example/minato";

struct Log {
    signer: Signer,
    leaves: Vec<Hash>,
}

impl Log {
    fn new(n: u64) -> Self {
        Self { signer: Signer::new(Kind::Log, ORIGIN, &[1; 32]).expect("a name"), leaves: leaves(n) }
    }

    fn edge(&self, size: u64) -> Edge {
        self.leaves[..at(size)].iter().copied().collect()
    }

    fn note(&self, size: u64) -> Note {
        Checkpoint::of(ORIGIN, &self.edge(size)).sign(&self.signer).expect("a text")
    }

    fn request(&self, old: u64, size: u64) -> Request {
        let proof = proof::consistency(&self.edge(old), &self.leaves[at(old)..at(size)]);
        Request { old, proof, note: self.note(size) }
    }
}

struct Witness {
    signer: Signer,
    logs: Vec<Verifier>,
    heads: Heads,
}

impl Witness {
    fn of(log: &Log) -> Self {
        let signer = Signer::new(Kind::Witness, "witness.example/w1", &[2; 32]).expect("a name");
        Self { signer, logs: vec![log.signer.verifier().clone()], heads: Heads::default() }
    }

    fn asked(&mut self, request: &Request) -> Answer {
        self.asked_for(&request.to_string())
    }

    fn asked_for(&mut self, body: &str) -> Answer {
        let answer = answer(&self.logs, &self.signer, &self.heads, body, 1_000);
        if let Answer::Cosigned(_, head) = &answer {
            self.heads.keep(head.clone());
            self.heads = Heads::parse(&self.heads.to_string()).expect("it was kept");
        }
        answer
    }
}

#[test]
fn a_log_that_only_grows_is_signed_each_time() {
    let log = Log::new(40);
    let mut witness = Witness::of(&log);
    let mut old = 0;
    for size in [1, 2, 7, 8, 8, 33, 40] {
        let request = log.request(old, size);
        assert_eq!(Request::parse(&request.to_string()).as_ref(), Some(&request));
        let answer = witness.asked(&request);
        let Answer::Cosigned(signed, _) = &answer else { panic!("{old} to {size}: {answer:?}") };
        let mut note = log.note(size);
        note.add(Signed::parse(answer.body().trim_end()).expect("a line"));
        note.add(signed.clone());
        assert_eq!(note.verdict(witness.signer.verifier()), Verdict::Witnessed { at_s: 1_000 });
        assert_eq!(note.verdict(log.signer.verifier()), Verdict::Signed);
        old = size;
    }
}

#[test]
fn what_was_signed_last_is_told_to_a_log_that_lost_it() {
    let log = Log::new(20);
    let mut witness = Witness::of(&log);
    witness.asked(&log.request(0, 12));
    for old in [0, 5, 20] {
        let answer = witness.asked(&log.request(old, 20));
        assert_eq!((answer.status(), answer.body()), (409, "12\n".to_owned()));
        assert_eq!(read_conflict(&answer.body()), Some(12));
    }
    assert_eq!(witness.asked(&log.request(12, 20)).status(), 200);
}

#[test]
fn a_tree_that_was_cut_or_changed_is_not_signed() {
    let log = Log::new(20);
    let mut witness = Witness::of(&log);
    witness.asked(&log.request(0, 12));
    // Cut: an older head, and the truth about what was signed.
    let cut = Request { old: 12, proof: Vec::new(), note: log.note(9) };
    assert_eq!(witness.asked(&cut), Answer::Malformed);
    assert_eq!(witness.asked(&log.request(9, 9)), Answer::Conflict(12));
    // Changed: a proof that is right about the changed tree.
    let mut forked = Log::new(20);
    forked.leaves[3] = Hash::of_leaf(b"another");
    assert_eq!(witness.asked(&forked.request(12, 20)), Answer::Unproven);
    assert_eq!(witness.asked(&forked.request(12, 12)), Answer::Conflict(12));
    // No proof, too much proof, proof from nothing.
    let mut request = log.request(12, 20);
    request.proof.pop();
    assert_eq!(witness.asked(&request), Answer::Unproven);
    let first = Request { old: 0, proof: vec![Hash::empty()], note: log.note(20) };
    assert_eq!(Witness::of(&log).asked(&first), Answer::Unproven);
    assert_eq!(witness.heads.of(ORIGIN).0, 12, "nothing of this was remembered");
}

#[test]
fn only_known_logs_are_signed_and_only_with_their_key() {
    let log = Log::new(5);
    let mut witness = Witness::of(&log);
    let stranger = Signer::new(Kind::Log, "another.example", &[1; 32]).expect("a name");
    let other = Checkpoint::of("another.example", &log.edge(5)).sign(&stranger).expect("a text");
    assert_eq!(witness.asked(&Request { old: 0, proof: Vec::new(), note: other }), Answer::UnknownLog);
    let forger = Signer::new(Kind::Log, ORIGIN, &[9; 32]).expect("a name");
    let forged = Checkpoint::of(ORIGIN, &log.edge(5)).sign(&forger).expect("a text");
    assert_eq!(witness.asked(&Request { old: 0, proof: Vec::new(), note: forged }), Answer::Unsigned);
    assert_eq!(witness.heads, Heads::default());
}

#[test]
fn what_is_no_request_is_malformed() {
    let log = Log::new(5);
    let mut witness = Witness::of(&log);
    witness.asked(&log.request(0, 3));
    let good = log.request(3, 5).to_string();
    let lines = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n".repeat(64);
    let wrong = [
        String::new(),
        good.replace("old 3", "old 03"),
        good.replace("old 3", "old  3"),
        good.replace("old 3\n", ""),
        good.replace("old 3\n", &format!("old 3\n{lines}")),
        good.replacen('=', "", 1),
        good.replace("\n5\n", "\nfive\n"),
        good.trim_end().to_owned(),
        good.replace('\n', "\r\n"),
    ];
    for body in wrong {
        assert_eq!(witness.asked_for(&body), Answer::Malformed, "{body}");
    }
    assert_eq!(witness.asked_for(&good).status(), 200);
}

#[test]
fn kept_heads_that_were_damaged_are_not_taken_for_none() {
    let mut heads = Heads::default();
    heads.keep(Checkpoint { origin: "a".to_owned(), size: 3, root: Hash::empty() });
    let kept = heads.to_string();
    assert_eq!(Heads::parse(""), Some(Heads::default()));
    for end in 1..kept.len() {
        assert_eq!(Heads::parse(&kept[..end]), None, "{end}");
    }
}
