//! What the tests of this module share.

use roomrtc_core::base::{Seed, Time};

use super::{LinkParameters, Pipe, TimedPipe};
use crate::ledger::{Fault, Ledger};
use crate::network::{Origin, Packet};

/// A packet of `bytes` of IP, told by its number.
pub(super) fn packet(number: u64, bytes: usize) -> Packet {
    Packet {
        number,
        origin: Origin::Host(0),
        sent: Time::ZERO,
        source: ([10, 0, 0, 1], 1_000).into(),
        destination: ([10, 0, 0, 2], 2_000).into(),
        ecn: 0b10,
        payload: vec![128; bytes - 28],
    }
}

pub(super) fn pipe(chain: &[LinkParameters]) -> TimedPipe {
    TimedPipe::new(Pipe::new("up", chain, &Seed::from_u64(1)), Ledger::default())
}

pub(super) fn scripted(chain: &[LinkParameters], faults: &[&str]) -> TimedPipe {
    let faults: Vec<Fault> = faults.iter().map(|text| text.parse().expect(text)).collect();
    let pipe = Pipe::scripted("up", chain, &Seed::from_u64(1), &faults);
    TimedPipe::new(pipe, Ledger::default())
}

/// Offers one packet of `bytes` every millisecond from the first on, and returns what arrived: the
/// microsecond and the number.
pub(super) fn run(mut pipe: TimedPipe, packets: u64, bytes: usize) -> Vec<(u64, u64)> {
    feed(&mut pipe, 1..packets + 1, bytes);
    drain(&mut pipe)
}

pub(super) fn feed(pipe: &mut TimedPipe, numbers: std::ops::Range<u64>, bytes: usize) {
    for number in numbers {
        pipe.offer(Time::from_millis(number), packet(number, bytes));
    }
}

pub(super) fn drain(pipe: &mut TimedPipe) -> Vec<(u64, u64)> {
    let next = || pipe.poll(Time::FAR_FUTURE);
    std::iter::from_fn(next).map(|(at, _, packet)| (at.as_micros(), packet.number)).collect()
}

/// The numbers alone.
pub(super) fn numbers(arrivals: &[(u64, u64)]) -> Vec<u64> {
    arrivals.iter().map(|(_, number)| *number).collect()
}
