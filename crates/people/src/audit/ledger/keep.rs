//! Keeping the tree: numbering what has been committed, signing the head, having it witnessed.

use base::{EventId, Outcome, Problem, Time};
use ledger::note::{Signed, Verdict};
use ledger::witness::Request;
use ledger::{Checkpoint, Edge, Note, Signer, Verifier, proof};
use web::Cx;

use super::store::{self, Head};
use crate::audit::leaf::Kept;

/// Seconds after which new leaves are signed.
const SIGN_AFTER_S: i64 = 60;
/// Leaves after which they are signed at once.
const SIGN_EACH: u64 = 1_000;

/// Opens the log for its key, and begins it if there is none: what was written before it gets its place first.
///
/// `Internal` if the log belongs to another key: two keys for one log would be two logs.
pub fn open(cx: &mut Cx<'_>, key: &Verifier) -> Outcome<()> {
    if let Some(log) = store::log(cx.tx)? {
        return if log.vkey == key.to_string() { Ok(()) } else { Err(another_key(&log.vkey)) };
    }
    if store::begin(cx.tx, &key.to_string())? {
        let mut after = EventId::from_raw(-1);
        loop {
            let older = store::older(cx.tx, after)?;
            let Some(last) = older.last().map(|event| event.id) else { break };
            for event in &older {
                adopt(cx, event)?;
            }
            after = last;
        }
    }
    Ok(())
}

fn another_key(vkey: &str) -> Problem {
    Problem::Internal(format!("the audit trail of this database is signed with another key: {vkey}"))
}

fn adopt(cx: &mut Cx<'_>, event: &Kept) -> Outcome<()> {
    let persons = store::persons(cx.tx, event.id)?;
    store::wait(cx.tx, event.at, event.id, event.leaf(&persons))
}

/// Whether there is anything to number or to sign, without a place in the line of those who write.
pub fn has_work(cx: &mut Cx<'_>) -> Outcome<bool> {
    if !store::waiting(cx.tx, 1)?.is_empty() {
        return Ok(true);
    }
    let size = store::log(cx.tx)?.map_or(0, |log| log.edge.size());
    let signed = store::newest_head(cx.tx)?.map(|head| (head.edge.size(), head.at));
    Ok(is_due(size, cx.now, signed, false))
}

/// Numbers up to `most` events that have been committed and have no number yet; says how many it was.
///
/// In the order of their moments, and of their ids where those are alike. An event that is committed later than one
/// behind it simply comes later: the order is of the log, not of the clock.
pub fn enter(cx: &mut Cx<'_>, most: i64) -> Outcome<u64> {
    let waiting = store::waiting(cx.tx, most)?;
    let Some(last) = waiting.last() else { return Ok(0) };
    let Some(mut log) = store::log(cx.tx)? else { return Ok(0) };
    let from = log.edge.size();
    for event in &waiting {
        log.edge.append(event.leaf);
    }
    // First of all: of two servers that number at once, the second is stopped here and run again on what the first left.
    if !store::advance(cx.tx, from, &log.edge)? {
        return Err(Problem::Unavailable);
    }
    for (seq, event) in (from..).zip(&waiting) {
        store::number(cx.tx, seq, event)?;
    }
    let entered = log.edge.size() - from;
    if store::numbered(cx.tx, last)? == entered { Ok(entered) } else { Err(Problem::Unavailable) }
}

/// Signs the head of the tree if it is time, or at once when `now` says so; gives the leaves that are signed.
///
/// Before it signs, it grows the newest signed head by the leaves since: `Internal` if that does not come to the tree as
/// it is kept. The log never signs what did not grow out of what it signed before.
pub fn sign(cx: &mut Cx<'_>, signer: &Signer, now: bool) -> Outcome<Option<u64>> {
    let Some(log) = store::log(cx.tx)? else { return Ok(None) };
    let last = store::newest_head(cx.tx)?;
    let signed = last.as_ref().map(|head| (head.edge.size(), head.at));
    if !is_due(log.edge.size(), cx.now, signed, now) {
        return Ok(None);
    }
    let grown = grown(cx, signer, last, log.edge.size())?;
    if grown != log.edge {
        return Err(Problem::Internal(
            "the audit trail was changed behind the program's back and is not signed; `tsunagi verify` says where"
                .to_owned(),
        ));
    }
    let checkpoint = Checkpoint::of(signer.verifier().name(), &grown);
    let note = checkpoint.sign(signer).ok_or_else(|| Problem::Internal("the log has no proper name".to_owned()))?;
    let kept = store::keep_head(cx.tx, cx.now, &grown, &note.to_string())?;
    Ok(kept.then_some(checkpoint.size))
}

fn is_due(size: u64, now: Time, signed: Option<(u64, Time)>, at_once: bool) -> bool {
    let (last, at) = signed.unwrap_or((0, Time::MIN));
    let since = at.seconds_until(now);
    // A clock that went back must not put off signing until it has caught up.
    size > last && (at_once || !(0..SIGN_AFTER_S).contains(&since) || size - last >= SIGN_EACH)
}

/// The edge after the newest signed head and the leaves since; the head itself must be ours.
fn grown(cx: &mut Cx<'_>, signer: &Signer, last: Option<Head>, to: u64) -> Outcome<Edge> {
    let mut edge = Edge::new();
    if let Some(head) = last {
        let note = Note::parse(&head.note);
        let checkpoint = note.as_ref().and_then(|note| Checkpoint::parse(note.text()));
        let ours = note.is_some_and(|note| note.verdict(signer.verifier()) == Verdict::Signed);
        if !ours || checkpoint != Some(Checkpoint::of(signer.verifier().name(), &head.edge)) {
            return Err(Problem::Internal(
                "the newest checkpoint of the audit trail is not the one this key signed; `tsunagi verify` says more"
                    .to_owned(),
            ));
        }
        edge = head.edge;
    }
    store::leaves(cx.tx, edge.size(), to)?.into_iter().for_each(|leaf| edge.append(leaf));
    Ok(edge)
}

/// What a witness is to be asked next, if there is something new to sign.
pub fn to_witness(cx: &mut Cx<'_>, witness: &Verifier) -> Outcome<Option<Request>> {
    let old = store::cosigned(cx.tx, witness.name())?;
    request(cx, old)
}

/// What a witness is to be asked that has answered how many leaves it signed last.
///
/// `Internal` if nothing of that size was ever signed here: it remembers more than this database holds.
pub fn asked_again(cx: &mut Cx<'_>, old: u64) -> Outcome<Option<Request>> {
    let newest = store::newest_head(cx.tx)?.map_or(0, |head| head.edge.size());
    if old > newest || (old > 0 && store::head_of(cx.tx, old)?.is_none()) {
        return Err(Problem::Internal(format!(
            "a witness has signed {old} rows of the audit trail, and this database has no such checkpoint: rows were \
             lost, or a backup was restored"
        )));
    }
    request(cx, old)
}

fn request(cx: &mut Cx<'_>, old: u64) -> Outcome<Option<Request>> {
    let Some(newest) = store::newest_head(cx.tx)?.filter(|head| head.edge.size() > old) else { return Ok(None) };
    let from = match store::head_of(cx.tx, old)? {
        Some(head) => head.edge,
        None => Edge::new(),
    };
    let old = from.size();
    let newer = if old == 0 { Vec::new() } else { store::leaves(cx.tx, old, newest.edge.size())? };
    let note = Note::parse(&newest.note).ok_or_else(|| Problem::Internal("a checkpoint is no note".to_owned()))?;
    Ok(Some(Request { old, proof: proof::consistency(&from, &newer), note }))
}

/// Keeps the signature of a witness under the checkpoint it was asked for. `false` if it is not the witness's.
pub fn answered(cx: &mut Cx<'_>, witness: &Verifier, note: &Note, body: &str) -> Outcome<bool> {
    let Some(checkpoint) = Checkpoint::parse(note.text()) else { return Ok(false) };
    for signed in body.lines().filter_map(Signed::parse).filter(|signed| signed.is_by(witness)) {
        let line = signed.to_string();
        let mut with = Note::new(note.text()).ok_or(Problem::Unavailable)?;
        with.add(signed);
        if matches!(with.verdict(witness), Verdict::Witnessed { .. }) {
            store::keep_cosignature(cx.tx, checkpoint.size, witness.name(), cx.now, &line)?;
            return Ok(true);
        }
    }
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signing_is_due_after_a_minute_or_a_thousand_leaves_and_only_if_there_are_new_ones() {
        let now: Time = "2026-11-20T01:00:00Z".parse().expect("a moment");
        let before = |seconds: i64| Time::from_micros(now.micros() - seconds * 1_000_000);
        assert!(!is_due(0, now, None, true));
        assert!(is_due(1, now, None, false));
        assert!(!is_due(5, now, Some((5, before(1_000))), true));
        assert!(!is_due(6, now, Some((5, before(59))), false));
        assert!(is_due(6, now, Some((5, before(59))), true));
        assert!(is_due(6, now, Some((5, before(60))), false));
        assert!(is_due(1_005, now, Some((5, now)), false));
        assert!(is_due(6, now, Some((5, before(-5))), false), "the clock went back");
    }
}
