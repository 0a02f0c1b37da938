//! A whole call in steady state: packets and frames, reports and checks included.

use allocation_counter::measure;

use super::wire::{BURST, Wire};
use roomrtc_sim::recording::Disclosure;

/// Bursts until every buffer has its size: ten seconds.
const WARM_UP: usize = 5_000;

/// Bursts that are counted: two seconds more, with several reports and checks among them.
const COUNTED: usize = 1_000;

/// Allocations, and what was delivered meanwhile.
fn count(mut wire: Wire) -> (u64, usize) {
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
    let (allocations, delivered) = count(Wire::connect(1, true));
    assert_eq!(delivered, COUNTED * BURST);
    assert_eq!(allocations, 0, "in {delivered} packets, both ends together");
}

#[test]
fn no_frame_allocates() {
    let (allocations, delivered) = count(Wire::connect(1, false));
    // The jitter buffer may hold a few back, at the start of the count as at its end.
    assert!(delivered.abs_diff(COUNTED) <= 20, "{delivered} of {COUNTED}");
    assert_eq!(allocations, 0, "in {delivered} frames, both ends together");
}

/// What gathers is given out in large pieces, each of which is an allocation or two.
#[test]
fn a_recorder_allocates_for_few_packets() {
    for disclosure in Disclosure::ALL {
        let mut wire = Wire::record(false, disclosure);
        (0..WARM_UP).for_each(|_| wire.burst());
        let before = wire.recorded;
        let info = measure(|| (0..COUNTED).for_each(|_| wire.burst()));
        assert!(wire.recorded > before, "{disclosure:?}");
        let (allocations, written) = (info.count_total as usize, wire.recorded - before);
        let most = 20 + written / 8_000;
        assert!(allocations <= most, "{disclosure:?}: {allocations} for {written} bytes");
    }
}
