//! `policy` and Cedar, asked the same about random worlds.
#![expect(clippy::disallowed_methods, reason = "how many worlds is said from outside")]

mod worlds;

use std::num::NonZero;
use std::thread;

use oracle::{Oracle, RULES, SCHEMA};
use policy::mask;
use worlds::{Random, World, labels};

/// Worlds of a daily run. `ORACLE_WORLDS` asks for more.
const WORLDS: u64 = 100_000;

/// What came of some worlds.
#[derive(Default)]
struct Tally {
    worlds: u64,
    decisions: usize,
    yes: u64,
    no: u64,
}

#[test]
fn cedar_reads_every_world_as_policy_does() {
    let wanted = std::env::var("ORACLE_WORLDS").ok().map_or(WORLDS, |n| n.parse().expect("a number of worlds"));
    let threads = thread::available_parallelism().map_or(1, NonZero::get) as u64;
    let oracle = Oracle::new(SCHEMA, RULES).expect("the rules are valid");
    let tallies: Vec<Tally> = thread::scope(|scope| {
        let oracle = &oracle;
        let running: Vec<_> = (0..threads)
            .map(|n| scope.spawn(move || compare(oracle, 20_261_120 + n, wanted.div_ceil(threads))))
            .collect();
        running.into_iter().map(|one| one.join().expect("the worlds agree")).collect()
    });
    let sum = |of: fn(&Tally) -> u64| tallies.iter().map(of).sum::<u64>();
    let (worlds, yes, no) = (sum(|t| t.worlds), sum(|t| t.yes), sum(|t| t.no));
    let decisions: usize = tallies.iter().map(|t| t.decisions).sum();
    println!("{worlds} worlds, {decisions} decisions by Cedar, {yes} times yes and {no} times no, all as policy says");
    assert!(worlds >= wanted);
    // Worlds in which nearly everything is closed, or open, would compare nothing.
    assert!(yes * 10 > no && no * 10 > yes, "{yes} yes, {no} no");
}

fn compare(oracle: &Oracle, seed: u64, worlds: u64) -> Tally {
    let mut random = Random::new(seed);
    let mut tally = Tally { worlds, ..Tally::default() };
    for _ in 0..worlds {
        let world = World::draw(&mut random);
        let (facts, labels) = (world.facts(), labels(&mut random));
        let decided = mask(&facts);
        let mut read = oracle.read(&facts, &labels).unwrap_or_else(|e| panic!("{e}: {facts:#?}"));
        let knows = read.knows().unwrap_or_else(|e| panic!("{e}: {facts:#?}"));
        assert_eq!(decided.knows_of(), knows, "who knows of the person: {facts:#?}");
        for &label in &labels {
            for own in [false, true] {
                let may = read.may_read(label, own).unwrap_or_else(|e| panic!("{e}: {facts:#?}"));
                assert_eq!(decided.sees(label, own).is_some(), may, "{label}, own: {own}: {facts:#?}");
                *if may { &mut tally.yes } else { &mut tally.no } += 1;
            }
        }
        tally.decisions += read.asked();
    }
    tally
}

/// Rules that say what is kept in another way too: what break-glass never opens stays shut by the label of the entry as
/// well, and `policy` cannot write an empty label down.
const KEPT_TWICE: [&str; 2] = ["never-by-glass", "unlabelled"];

/// The comparison can fail: with any one rule left out, Cedar soon says something else.
#[test]
fn with_any_rule_left_out_they_disagree() {
    let rules: Vec<&str> = RULES.split("@id(").skip(1).collect();
    assert!(rules.len() >= 12, "the rules are told apart by their @id");
    for left_out in 0..rules.len() {
        let mut kept = rules.clone();
        let gone = kept.remove(left_out);
        let text = format!("@id({}", kept.join("@id("));
        let oracle = Oracle::new(SCHEMA, &text).expect("fewer rules are valid too");
        let name = gone.split('"').nth(1).unwrap_or_default();
        assert_eq!(differs_soon(&oracle), !KEPT_TWICE.contains(&name), "without `{name}`");
    }
}

fn differs_soon(oracle: &Oracle) -> bool {
    let mut random = Random::new(7);
    (0..2_000).any(|_| {
        let world = World::draw(&mut random);
        let (facts, labels) = (world.facts(), labels(&mut random));
        let decided = mask(&facts);
        let mut read = oracle.read(&facts, &labels).expect("no error");
        decided.knows_of() != read.knows().expect("no error")
            || labels.iter().any(|&label| {
                [false, true]
                    .iter()
                    .any(|&own| decided.sees(label, own).is_some() != read.may_read(label, own).expect("no error"))
            })
    })
}
