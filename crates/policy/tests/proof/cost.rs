//! What a decision costs. Measured, not asserted: a shared machine would make the test lie.
#![expect(clippy::disallowed_methods, reason = "a measurement reads the stopwatch")]

use std::hint::black_box;
use std::time::Instant;

use policy::{Categories, Label, mask};

use crate::worlds::{Switches, grant};

/// `cargo test --release -p policy cost -- --ignored --nocapture`
#[test]
#[ignore = "a measurement; for a release build"]
fn cost_of_a_decision() {
    const TIMES: u32 = 2_000_000;
    let grants: Vec<_> = (0_u16..5).map(|at| grant(at.into(), Categories::known(0b11_1001 << at | 1), true)).collect();
    let switches = Switches { duty: true, named: true, glass: false, own_client: false };
    let facts = switches.facts(&grants, Categories::NONE, Categories::SEPARATION);
    let start = Instant::now();
    for _ in 0..TIMES {
        black_box(mask(black_box(&facts)));
    }
    let decide = start.elapsed() / TIMES;
    let decided = mask(&facts);
    let start = Instant::now();
    for bits in 0..TIMES {
        let label = Label::from_bits(u16::try_from(bits % 1023 + 1).unwrap_or(1));
        black_box(label.and_then(|label| black_box(&decided).sees(label, false)));
    }
    eprintln!("mask over {} grants: {decide:?}; one entry: {:?}", grants.len(), start.elapsed() / TIMES);
}
