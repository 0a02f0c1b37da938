//! Recorded calls, and changes to their files.

use std::sync::Arc;

use roomrtc_sim::quantity::Span;
use roomrtc_sim::recording::{Disclosure, RecordingMaker};
use roomrtc_sim::run::run;
use roomrtc_sim::scenario::Scenario;
use roomrtc_sim::simulation::RunOptions;
use xxhash_rust::xxh3::xxh3_64;

/// Bytes before the first chunk, and those before the body of each: length and checksum.
const FILE_HEADER: usize = 10;
const CHUNK_HEADER: usize = 12;

/// Runs a scenario with both sides recorded in one file.
pub(super) fn record(scenario: &Scenario, seed: u64, disclosure: Disclosure) -> Vec<u8> {
    let caller = RecordingMaker::new("caller", disclosure);
    let called = caller.beside("called");
    let makers = [Arc::new(caller.clone()) as _, Arc::new(called) as _];
    drop(run(scenario, seed, &RunOptions { makers, ..RunOptions::default() }));
    caller.file()
}

/// A call of some seconds without faults.
pub(super) fn short_call(disclosure: Disclosure) -> Vec<u8> {
    record(&Scenario::call().lasting(Span::secs(4)), 5, disclosure)
}

/// Where `part` is in `file`, which has it once or more.
pub(super) fn find(file: &[u8], part: &[u8]) -> Option<usize> {
    file.windows(part.len()).position(|window| window == part)
}

/// The ranges of the bodies of all chunks.
fn bodies(file: &[u8]) -> Vec<std::ops::Range<usize>> {
    let mut ranges = Vec::new();
    let mut start = FILE_HEADER;
    while let Some(length) = file.get(start..start + 4) {
        let length = u32::from_be_bytes(length.try_into().expect("four bytes")) as usize;
        let body = start + CHUNK_HEADER;
        ranges.push(body..body + length);
        start = body + length;
    }
    ranges
}

/// Changes bytes of the file by `change`, which is given all chunks' bodies in turn, and makes the
/// checksums fit again.
pub(super) fn forge(file: &[u8], mut change: impl FnMut(usize, &mut [u8])) -> Vec<u8> {
    let mut forged = file.to_vec();
    for body in bodies(file) {
        change(body.start, &mut forged[body.clone()]);
        let checksum = xxh3_64(&forged[body.clone()]);
        forged[body.start - 8..body.start].copy_from_slice(&checksum.to_be_bytes());
    }
    forged
}

/// The file with the byte at `place` changed, and its checksum made to fit.
pub(super) fn flip(file: &[u8], place: usize, bits: u8) -> Vec<u8> {
    forge(file, |start, body| {
        if let Some(byte) = place.checked_sub(start).and_then(|at| body.get_mut(at)) {
            *byte ^= bits;
        }
    })
}
