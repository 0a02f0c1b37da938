//! A whole call in steady state: packets and frames, reports and checks included.

use allocation_counter::measure;

use super::wire::{BURST, Wire};

/// Bursts until every buffer has its size: ten seconds.
const WARM_UP: usize = 5_000;

/// Bursts that are counted: two seconds more, with several reports and checks among them.
const COUNTED: usize = 1_000;

/// Allocations, and what was delivered meanwhile.
fn count(hands_over_packets: bool) -> (u64, usize) {
    let mut wire = Wire::connect(1, hands_over_packets);
    let mut run = |bursts| {
        let before = wire.delivered;
        (0..bursts).for_each(|_| wire.burst());
        wire.delivered - before
    };
    run(WARM_UP);
    let mut delivered = 0;
    let info = measure(|| delivered = run(COUNTED));
    (info.count_total, delivered)
}

#[test]
fn no_packet_allocates() {
    let (allocations, delivered) = count(true);
    assert_eq!(delivered, COUNTED * BURST);
    assert_eq!(allocations, 0, "in {delivered} packets, both ends together");
}

#[test]
fn no_frame_allocates() {
    let (allocations, delivered) = count(false);
    // The jitter buffer may hold a few back, at the start of the count as at its end.
    assert!(delivered.abs_diff(COUNTED) <= 20, "{delivered} of {COUNTED}");
    assert_eq!(allocations, 0, "in {delivered} frames, both ends together");
}
