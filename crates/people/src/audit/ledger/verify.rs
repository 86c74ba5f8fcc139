//! Reading everything, and saying whether the trail is still what was signed.

use std::collections::BTreeMap;

use base::{EventId, Msg, Outcome, Problem, Time};
use ledger::{Bent, Check, Hash, Known, Report, Row, Verifier};
use web::App;

use super::store::{self, Beside};

/// Events that are named one by one.
const MOST: usize = 100;

/// What the trail is held against.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// The log's public key, noted elsewhere; without it the one in the database is believed.
    pub key: Option<Verifier>,
    /// Witnesses that must have signed.
    pub witnesses: Vec<Verifier>,
    /// Heads that are known from elsewhere.
    pub heads: Vec<(u64, Hash)>,
    /// Minutes after which an event must have its number and its signature.
    pub minutes: i64,
    /// Hours after which what was added must have been witnessed.
    pub hours: u64,
}

/// What was found.
#[derive(Clone, Debug)]
pub struct Found {
    /// The key that was believed.
    pub key: Verifier,
    /// What the check of the tree says.
    pub report: Report,
    /// The events of the leaves that the report names.
    pub events: BTreeMap<u64, EventId>,
    /// Events that no act of this program wrote, at most a hundred.
    pub strays: Vec<EventId>,
    /// Events that were changed or deleted before they got their number.
    pub spoiled: Vec<EventId>,
    /// Persons noted for an event that is not there.
    pub loose: i64,
    /// Events that wait for their number.
    pub waiting: usize,
    /// Since when an event waits for its number or its signature, if it is too long.
    pub late: Option<Time>,
}

impl Found {
    /// Whether nothing is bent and nothing is late.
    pub fn is_straight(&self) -> bool {
        self.report.is_straight()
            && self.strays.is_empty()
            && self.spoiled.is_empty()
            && self.loose == 0
            && self.late.is_none()
    }

    /// Everything that is wrong, a sentence each; with the event where a row is meant.
    pub fn wrong(&self) -> Vec<Msg> {
        let mut wrong: Vec<Msg> = self.report.bent.iter().map(|bent| self.sentence(bent)).collect();
        wrong.extend(self.strays.iter().map(|id| Msg::new("audit-bent-stray").arg("event", id)));
        wrong.extend(self.spoiled.iter().map(|id| Msg::new("audit-bent-spoiled").arg("event", id)));
        if self.report.more > 0 {
            wrong.push(Msg::new("audit-bent-more").arg("n", self.report.more));
        }
        if self.loose > 0 {
            wrong.push(Msg::new("audit-bent-loose").arg("n", self.loose));
        }
        if let Some(since) = self.late {
            wrong.push(Msg::new("audit-bent-late").arg("since", since));
        }
        wrong
    }

    fn sentence(&self, bent: &Bent) -> Msg {
        let event = |seq: &u64| self.events.get(seq).map_or_else(|| "?".to_owned(), ToString::to_string);
        match bent {
            Bent::Changed { seq } => Msg::new("audit-bent-changed").arg("row", seq).arg("event", event(seq)),
            Bent::Gone { seq } => Msg::new("audit-bent-gone").arg("row", seq).arg("event", event(seq)),
            Bent::OutOfPlace { due, found } => Msg::new("audit-bent-place").arg("row", found).arg("due", due),
            Bent::NotSigned { from, to } => Msg::new("audit-bent-not-signed").arg("from", from).arg("to", to),
            Bent::Short { signed, found } => Msg::new("audit-bent-short").arg("signed", signed).arg("found", found),
            Bent::Unreadable { checkpoint } => Msg::new("audit-bent-unreadable").arg("checkpoint", checkpoint),
            Bent::Forged { checkpoint } => Msg::new("audit-bent-forged").arg("checkpoint", checkpoint),
            Bent::Disordered { checkpoint } => Msg::new("audit-bent-disordered").arg("checkpoint", checkpoint),
            Bent::Forked { size } => Msg::new("audit-bent-forked").arg("size", size),
            Bent::Miswitnessed { checkpoint, witness } => {
                Msg::new("audit-bent-miswitnessed").arg("checkpoint", checkpoint).arg("witness", witness)
            }
            Bent::Unwitnessed { witness, size } => {
                Msg::new("audit-bent-unwitnessed").arg("witness", witness).arg("size", size)
            }
            Bent::Edge => Msg::new("audit-bent-edge"),
        }
    }
}

/// The public key that the database says is its log's, if it has a log.
pub fn key_of(app: &App) -> Outcome<Option<Verifier>> {
    let log = app.look(|cx| store::log(cx.tx))?;
    Ok(log.and_then(|log| Verifier::parse(&log.vkey)))
}

/// Reads the whole trail, a thousand rows at a time; `tell` hears how many of how many.
///
/// `Internal` when there is no key to believe. Acts go on meanwhile: what they add is left to the next check.
pub fn verify(app: &App, asked: &Asked, tell: &mut dyn FnMut(u64, u64)) -> Outcome<Found> {
    let (log, notes) = app.look(|cx| Ok((store::log(cx.tx)?, store::notes(cx.tx)?)))?;
    let kept_key = log.as_ref().and_then(|log| Verifier::parse(&log.vkey));
    let key = asked.key.clone().or(kept_key).ok_or_else(|| {
        Problem::Internal("this database has no ledger of its audit trail, and no key was given".to_owned())
    })?;
    let end = log.as_ref().map_or(0, |log| log.edge.size());
    let now = app.now();
    let known = Known {
        log: key.clone(),
        witnesses: asked.witnesses.clone(),
        heads: asked.heads.clone(),
        now_s: u64::try_from(now.micros() / 1_000_000).unwrap_or(0),
        patience_s: asked.hours * 3_600,
    };
    let mut check = Check::new(&known, &notes);
    let mut events = BTreeMap::new();
    let mut from = i64::MIN;
    loop {
        let page = app.look(move |cx| page(cx.tx, from, end))?;
        let Some(last) = page.last().map(|(leaf, _)| leaf.seq) else { break };
        for (leaf, found) in page {
            if found != Some(leaf.noted) && events.len() < MOST {
                events.insert(leaf.seq, leaf.event);
            }
            check.row(Row { seq: leaf.seq, noted: leaf.noted, found });
        }
        tell(last + 1, end);
        from = i64::try_from(last).unwrap_or(i64::MAX).saturating_add(1);
    }
    let report = check.finish(log.as_ref().map(|log| &log.edge));
    let late_before = now.plus_minutes(-asked.minutes);
    let signed = report.signed;
    let beside = app.look(move |cx| beside_the_tree(cx.tx, signed, late_before))?;
    let Aside { strays, spoiled, loose, waiting, late } = beside;
    Ok(Found { key, report, events, strays, spoiled, loose, waiting, late })
}

/// Leaves beside the hash of their events as they stand now.
fn page(tx: &mut db::Tx, from: i64, to: u64) -> Outcome<Vec<(Beside, Option<Hash>)>> {
    let leaves = store::beside(tx, from, to)?;
    let (Some(first), Some(last)) = (leaves.first(), leaves.last()) else { return Ok(Vec::new()) };
    let mut persons: BTreeMap<u64, Vec<_>> = BTreeMap::new();
    for (seq, person, at) in store::persons_beside(tx, first.seq, last.seq)? {
        persons.entry(seq).or_default().push((person, at));
    }
    let with = |leaf: Beside| {
        let about = persons.remove(&leaf.seq).unwrap_or_default();
        let found = leaf.kept.as_ref().map(|kept| {
            // The moment stands beside each person too, for their own view; it belongs to the row.
            let whole = about.iter().all(|(_, at)| *at == kept.at);
            let persons: Vec<_> = about.iter().map(|(person, _)| *person).collect();
            if whole { kept.leaf(&persons) } else { Hash::empty() }
        });
        (leaf, found)
    };
    Ok(leaves.into_iter().map(with).collect())
}

/// What the tree does not hold.
struct Aside {
    strays: Vec<EventId>,
    spoiled: Vec<EventId>,
    loose: i64,
    waiting: usize,
    late: Option<Time>,
}

fn beside_the_tree(tx: &mut db::Tx, signed: u64, late_before: Time) -> Outcome<Aside> {
    let strays = store::strays(tx, 100)?;
    let loose = store::loose_persons(tx)?;
    let line = store::waiting_beside(tx)?;
    let mut spoiled = Vec::new();
    for (waiting, kept) in &line {
        let found = match kept {
            Some(kept) => Some(kept.leaf(&store::persons(tx, kept.id)?)),
            None => None,
        };
        if found != Some(waiting.leaf) && spoiled.len() < MOST {
            spoiled.push(waiting.event);
        }
    }
    let unnumbered = line.first().map(|(waiting, _)| waiting.at);
    let from = i64::try_from(signed).unwrap_or(i64::MAX);
    let unsigned = store::beside(tx, from, u64::MAX)?.first().and_then(|leaf| leaf.kept.as_ref()).map(|kept| kept.at);
    let late = unnumbered.into_iter().chain(unsigned).min().filter(|at| *at < late_before);
    Ok(Aside { strays, spoiled, loose, waiting: line.len(), late })
}
