//! Prints what each stack takes from the heap: counted, so the figures are exact.
//!
//! A program of its own because counting slows every allocation down.

use std::io::{self, Write};

use allocation_counter::measure;
use roomrtc_bench_peers::stacks::{OurStack, RtcStack, Str0mStack};
use roomrtc_bench_peers::{Level, Row, Stack, rows};

const NAMES: [&str; 2] = [Str0mStack::NAME, RtcStack::NAME];

fn row(what: &str, unit: &'static str, figures: [f64; 3]) -> Row {
    let theirs = NAMES.into_iter().zip(figures[1..].iter().copied()).collect();
    Row { what: what.to_owned(), unit, is_rate: false, ours: figures[0], theirs }
}

/// Pairs that are counted together.
const PAIRS: usize = 20;

/// Bytes that one connected idle end holds.
fn heap<S: Stack>() -> f64 {
    // What is made once for the whole process is not counted.
    drop(S::connect(Level::Packets));
    let mut pairs = Vec::with_capacity(PAIRS);
    let info = measure(|| pairs.extend((0..PAIRS).map(|_| S::connect(Level::Packets))));
    info.bytes_current as f64 / (2 * PAIRS) as f64
}

/// Allocations by packet after a while, both ends together.
fn allocations<S: Stack>(level: Level) -> f64 {
    let mut stack = S::connect(level);
    let mut run = |bursts: usize| {
        for _ in 0..bursts {
            stack.write(rows::pieces(level));
            stack.relay();
            stack.advance(rows::STEP);
        }
    };
    // Ten seconds, until every buffer has its size.
    run(5_000);
    let info = measure(|| run(1_000));
    info.count_total as f64 / (1_000 * rows::BURST) as f64
}

fn main() -> io::Result<()> {
    let mut output = io::stdout().lock();
    let heap = [heap::<OurStack>(), heap::<Str0mStack>(), heap::<RtcStack>()];
    writeln!(output, "{}", row("heap of a connected idle peer", "bytes", heap))?;
    for (level, what) in [
        (Level::Packets, "allocations a packet"),
        (Level::Frames, "allocations a packet through frames"),
    ] {
        let counts = [
            allocations::<OurStack>(level),
            allocations::<Str0mStack>(level),
            allocations::<RtcStack>(level),
        ];
        writeln!(output, "{}", row(what, "", counts))?;
    }
    Ok(())
}
