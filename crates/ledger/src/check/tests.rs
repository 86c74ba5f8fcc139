//! Random histories, bent in random ways: each is found. A straight one passes.

use proptest::prelude::*;
use proptest::sample::Index;

use super::*;
use crate::key::{Kind, Signer};
use crate::proof::tests::at;
use crate::record::Writer;
use crate::witness::{Answer, Heads, Request, answer};

const ORIGIN: &str = "tsunagi.example/minato";
const HOUR: u64 = 3_600;

/// A log as it lies in a database: rows, noted leaves, kept checkpoints, the edge.
#[derive(Clone, Debug, PartialEq)]
struct History {
    rows: Vec<Option<Vec<u8>>>,
    seqs: Vec<u64>,
    noted: Vec<Hash>,
    checkpoints: Vec<String>,
}

/// A history, and what is known of it elsewhere.
#[derive(Clone, Debug)]
struct World {
    history: History,
    /// Sizes at which a checkpoint was signed.
    sizes: Vec<u64>,
    known: Known,
}

fn log() -> Signer {
    Signer::new(Kind::Log, ORIGIN, &[1; 32]).expect("a name")
}

fn witness() -> Signer {
    Signer::new(Kind::Witness, "witness.example/w1", &[2; 32]).expect("a name")
}

fn event(n: u64) -> Vec<u8> {
    let n = i64::try_from(n).expect("small");
    Writer::new(1).int(Some(n)).text(Some(if n % 2 == 0 { "person.open" } else { "person.list" })).finish()
}

/// Signs the leaves at these sizes, and has the first `witnessed` of them witnessed.
fn checkpoints(signer: &Signer, leaves: &[Hash], sizes: &[u64], witnessed: usize) -> (Vec<String>, Heads) {
    let (witness, logs) = (witness(), [log().verifier().clone()]);
    let mut heads = Heads::default();
    let mut notes = Vec::new();
    for (n, size) in sizes.iter().enumerate() {
        let edge: Edge = leaves[..at(*size)].iter().copied().collect();
        let mut note = Checkpoint::of(ORIGIN, &edge).sign(signer).expect("a text");
        if n < witnessed {
            let old: Edge = leaves[..at(heads.of(ORIGIN).0)].iter().copied().collect();
            let proof = crate::proof::consistency(&old, &leaves[at(old.size())..at(*size)]);
            let request = Request { old: old.size(), proof, note: note.clone() };
            let answer = answer(&logs, &witness, &heads, &request.to_string(), n as u64 * HOUR);
            let Answer::Cosigned(signed, head) = answer else { panic!("an honest log is signed: {answer:?}") };
            heads.keep(head);
            note.add(signed);
        }
        notes.push(note.to_string());
    }
    (notes, heads)
}

/// Up to 40 events in up to 8 checkpoints, the last at the end; some of the newest not witnessed yet.
fn world(gaps: &[u64], unwitnessed: usize) -> World {
    let sizes: Vec<u64> = gaps
        .iter()
        .scan(0, |size, gap| {
            *size += gap;
            Some(*size)
        })
        .collect();
    let size = *sizes.last().expect("at least one");
    let rows: Vec<_> = (0..size).map(event).collect();
    let noted: Vec<_> = rows.iter().map(|row| Hash::of_leaf(row)).collect();
    let witnessed = sizes.len() - unwitnessed.min(sizes.len() - 1);
    let (notes, heads) = checkpoints(&log(), &noted, &sizes, witnessed);
    let known = Known {
        log: log().verifier().clone(),
        witnesses: vec![witness().verifier().clone()],
        heads: vec![heads.of(ORIGIN)],
        now_s: 10 * HOUR,
        patience_s: 24 * HOUR,
    };
    let history =
        History { rows: rows.into_iter().map(Some).collect(), seqs: (0..size).collect(), noted, checkpoints: notes };
    World { history, sizes, known }
}

fn check(history: &History, known: &Known) -> Report {
    let mut check = Check::new(known, &history.checkpoints);
    for ((row, seq), noted) in history.rows.iter().zip(&history.seqs).zip(&history.noted) {
        check.row(Row { seq: *seq, noted: *noted, found: row.as_ref().map(|row| Hash::of_leaf(row)) });
    }
    check.finish(None)
}

/// How far somebody goes.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Reach {
    /// Changes rows only.
    Rows,
    /// Notes the changed hashes, and numbers everything anew.
    Notes,
    /// Has the log's key as well, and signs everything anew; keeps the witness's signatures where they still fit.
    Key,
}

#[derive(Clone, Copy, Debug)]
enum Tamper {
    Flip,
    Swap,
    Delete,
    Insert,
    Truncate,
    Empty,
    Replay,
    CheckpointFlip,
    CheckpointSwap,
    CheckpointRepeat,
}

const ROWS: &[Tamper] =
    &[Tamper::Flip, Tamper::Swap, Tamper::Delete, Tamper::Insert, Tamper::Truncate, Tamper::Empty, Tamper::Replay];

/// Bends a history. Where the log's key is known, everything is signed anew.
fn bend(world: &World, tamper: Tamper, reach: Reach, a: Index, b: Index) -> History {
    let mut history = world.history.clone();
    let (one, other) = (a.index(history.rows.len()), b.index(history.rows.len()));
    match tamper {
        Tamper::Flip => {
            let row = history.rows[one].as_mut().expect("it is there");
            let bit = b.index(row.len() * 8);
            row[bit / 8] ^= 1 << (bit % 8);
        }
        Tamper::Swap => {
            history.rows.swap(one, other);
            if reach != Reach::Rows {
                history.noted.swap(one, other);
            }
        }
        Tamper::Empty => history.rows[one] = None,
        Tamper::Delete => {
            history.rows.remove(one);
            history.noted.remove(one);
            history.seqs.remove(one);
        }
        Tamper::Insert | Tamper::Replay => {
            let row = if matches!(tamper, Tamper::Insert) { Some(event(1_000)) } else { history.rows[other].clone() };
            history.noted.insert(one, Hash::of_leaf(row.as_ref().expect("it is there")));
            history.rows.insert(one, row);
            history.seqs.insert(one, one as u64);
        }
        Tamper::Truncate => {
            history.rows.truncate(one);
            history.noted.truncate(one);
            history.seqs.truncate(one);
        }
        Tamper::CheckpointFlip => {
            let note = a.get(&history.checkpoints).clone();
            let bent = b.index(note.chars().count());
            let flip = |(at, letter)| match (at == bent, letter) {
                (true, 'a') => 'b',
                (true, _) => 'a',
                (false, same) => same,
            };
            history.checkpoints[a.index(world.history.checkpoints.len())] =
                note.chars().enumerate().map(flip).collect();
        }
        Tamper::CheckpointSwap => {
            let n = history.checkpoints.len();
            history.checkpoints.swap(a.index(n), b.index(n));
        }
        Tamper::CheckpointRepeat => {
            let n = history.checkpoints.len();
            let again = history.checkpoints[a.index(n)].clone();
            history.checkpoints.insert(b.index(n + 1), again);
        }
    }
    if reach != Reach::Rows {
        for (noted, row) in history.noted.iter_mut().zip(&history.rows) {
            if let Some(row) = row {
                *noted = Hash::of_leaf(row);
            }
        }
        history.seqs = (0..history.rows.len() as u64).collect();
    }
    if reach == Reach::Key {
        let size = history.noted.len() as u64;
        let mut sizes: Vec<u64> = world.sizes.iter().copied().filter(|s| *s < size).collect();
        sizes.push(size);
        let (fresh, _) = checkpoints(&log(), &history.noted, &sizes, 0);
        let first_bent = history.noted.iter().zip(&world.history.noted).take_while(|(x, y)| x == y).count() as u64;
        let untouched = |note: &&String| {
            let text = Note::parse(note).and_then(|note| Checkpoint::parse(note.text())).expect("a checkpoint");
            text.size <= first_bent
        };
        let kept: Vec<String> = world.history.checkpoints.iter().filter(untouched).cloned().collect();
        history.checkpoints = kept.iter().cloned().chain(fresh.into_iter().skip(kept.len())).collect();
    }
    history
}

/// The checkpoints without what witnesses wrote under them: a witness's line that is lost or no longer bears its name
/// takes nothing away from the rows, and is told when the witness has been silent for too long.
fn log_part(history: &History) -> Vec<Option<(String, Verdict)>> {
    let part = |note: &String| Note::parse(note).map(|note| (note.text().to_owned(), note.verdict(log().verifier())));
    history.checkpoints.iter().map(part).collect()
}

fn any_world() -> impl Strategy<Value = World> {
    (prop::collection::vec(1_u64..6, 1..8), 0_usize..3).prop_map(|(gaps, unwitnessed)| world(&gaps, unwitnessed))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn a_straight_history_passes(world in any_world()) {
        let report = check(&world.history, &world.known);
        prop_assert!(report.is_straight(), "{:?}", report.bent);
        prop_assert_eq!(report.signed, report.size);
    }

    #[test]
    fn whoever_bends_rows_is_found(world in any_world(), tamper in prop::sample::select(ROWS), a: Index, b: Index) {
        for reach in [Reach::Rows, Reach::Notes] {
            let bent = bend(&world, tamper, reach, a, b);
            if bent.rows != world.history.rows {
                let report = check(&bent, &world.known);
                // What was only added behind the last signature stands there as not signed.
                prop_assert!(!report.is_straight() || report.signed < report.size, "{tamper:?} with {reach:?}");
                prop_assert!(!report.is_straight() || bent.rows.starts_with(&world.history.rows), "{tamper:?}");
            }
        }
    }

    #[test]
    fn whoever_bends_checkpoints_is_found(world in any_world(), a: Index, b: Index) {
        for tamper in [Tamper::CheckpointFlip, Tamper::CheckpointSwap, Tamper::CheckpointRepeat] {
            let bent = bend(&world, tamper, Reach::Rows, a, b);
            if log_part(&bent) != log_part(&world.history) {
                prop_assert!(!check(&bent, &world.known).is_straight(), "{tamper:?}");
            }
        }
    }

    #[test]
    fn the_logs_own_key_does_not_help_against_a_witness(
        world in any_world(), tamper in prop::sample::select(ROWS), a: Index, b: Index,
    ) {
        let bent = bend(&world, tamper, Reach::Key, a, b);
        let witnessed = at(world.known.heads[0].0);
        let same = bent.noted.len() >= witnessed && bent.noted[..witnessed] == world.history.noted[..witnessed];
        if !same || bent.rows.contains(&None) {
            prop_assert!(!check(&bent, &world.known).is_straight(), "{tamper:?}");
        }
    }

    #[test]
    fn cutting_rows_and_checkpoints_together_is_found_by_a_head_from_elsewhere(world in any_world(), a: Index) {
        let keep = a.index(world.sizes.len());
        let size = if keep == 0 { 0 } else { world.sizes[keep - 1] };
        let mut cut = world.history.clone();
        cut.checkpoints.truncate(keep);
        cut.rows.truncate(at(size));
        cut.noted.truncate(at(size));
        cut.seqs.truncate(at(size));
        let (witnessed, _) = world.known.heads[0];
        prop_assert_eq!(check(&cut, &world.known).is_straight(), size >= witnessed);
        // And without one it is not: this is what witnesses are for.
        let alone = Known { heads: Vec::new(), witnesses: Vec::new(), ..world.known.clone() };
        prop_assert!(check(&cut, &alone).is_straight());
    }
}

#[test]
fn the_changed_row_is_named() {
    let world = world(&[4, 3, 5], 0);
    let mut bent = world.history.clone();
    bent.rows[5] = Some(event(77));
    assert_eq!(check(&bent, &world.known).bent, [Bent::Changed { seq: 5 }]);
    bent.rows[5] = None;
    assert_eq!(check(&bent, &world.known).bent, [Bent::Gone { seq: 5 }]);
}

#[test]
fn a_changed_note_is_narrowed_down_to_its_checkpoint() {
    let world = world(&[4, 3, 5], 0);
    let mut bent = world.history.clone();
    bent.rows[5] = Some(event(77));
    bent.noted[5] = Hash::of_leaf(&event(77));
    let report = check(&bent, &world.known);
    assert_eq!(report.bent, [Bent::NotSigned { from: 4, to: 7 }]);
    assert_eq!(report.signed, 4);
}

#[test]
fn two_histories_of_one_size_are_told() {
    let mut world = world(&[4, 3], 0);
    world.known.heads.push((4, Hash::of_leaf(b"another")));
    let report = check(&world.history, &world.known);
    assert!(report.bent.contains(&Bent::Forked { size: 4 }), "{:?}", report.bent);
}

#[test]
fn a_key_that_never_signed_and_a_witness_that_fell_silent_are_told() {
    let world = world(&[4, 3, 2], 1);
    let other = Signer::new(Kind::Log, ORIGIN, &[9; 32]).expect("a name");
    let strangers = Known { log: other.verifier().clone(), ..world.known.clone() };
    let forged = |checkpoint| Bent::Forged { checkpoint };
    assert_eq!(check(&world.history, &strangers).bent[..3], [forged(0), forged(1), forged(2)]);
    let later = Known { now_s: 100 * HOUR, ..world.known.clone() };
    let silent = Bent::Unwitnessed { witness: "witness.example/w1".to_owned(), size: 7 };
    assert_eq!(check(&world.history, &later).bent, [silent]);
    assert_eq!(check(&world.history, &world.known).witnessed[0].1, Some((7, HOUR)));
}

#[test]
fn a_kept_edge_that_does_not_fit_is_told() {
    let world = world(&[4, 3], 0);
    let mut check = Check::new(&world.known, &world.history.checkpoints);
    for (seq, noted) in world.history.noted.iter().enumerate() {
        check.row(Row { seq: seq as u64, noted: *noted, found: Some(*noted) });
    }
    let edge: Edge = world.history.noted[..6].iter().copied().collect();
    assert_eq!(check.finish(Some(&edge)).bent, [Bent::Edge]);
}

#[test]
fn a_thousand_faults_are_counted_and_a_hundred_told() {
    let world = world(&[4], 0);
    let mut check = Check::new(&world.known, &world.history.checkpoints);
    for seq in 0..1_000 {
        check.row(Row { seq, noted: Hash::empty(), found: None });
    }
    let report = check.finish(None);
    assert_eq!((report.bent.len(), report.more), (MOST, 901));
}
