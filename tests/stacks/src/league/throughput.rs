//! Throughput in memory.

use std::time::Duration;

use roomrtc_bench_peers::frames::{PACKETS_PER_FRAME, access_unit};
use roomrtc_bench_peers::measuring::{Candidate, best};
use roomrtc_core::session::PeerConfig;

use super::Pairing;
use crate::memory::MemoryCall;

/// The time between two frames: of 20 packets each, 96 Mbit/s.
const STEP: Duration = Duration::from_millis(2);

/// Frames that a receiver may hold back before it delivers them.
const HELD_BACK: usize = 16;

impl Pairing {
    /// Packets a second of one core's time, sent by the caller and received by the called through
    /// frames, of all pairings in turns: what disturbs one disturbs all.
    pub(super) fn throughput(pairings: &[Pairing]) -> Vec<f64> {
        let mut candidates: Vec<_> = pairings.iter().map(|pairing| pairing.carrying()).collect();
        best(&mut candidates).iter().map(|nanos| 1e9 / nanos).collect()
    }

    fn carrying(self) -> Candidate<'static> {
        let makers = [self.caller.maker(), self.called.maker()];
        let mut call = MemoryCall::new([&*makers[0], &*makers[1]], &PeerConfig::default(), false);
        call.begin();
        let is_connected = call.run_until(Duration::from_secs(10), MemoryCall::is_connected);
        assert!(is_connected, "{self} connects");
        let (key, other) = (access_unit(true), access_unit(false));
        call.send(0, 0, &key).expect("a frame");
        let (mut sent, mut seen) = (1_u32, 0);
        Box::new(move || {
            call.send(0, sent.wrapping_mul(180), &other).expect("a frame");
            call.run(STEP);
            sent += 1;
            // What was seen need not be kept.
            seen += std::mem::take(&mut call.ends[1].frames).len();
            assert!(seen + HELD_BACK >= sent as usize, "{self}: {seen} of {sent}");
            PACKETS_PER_FRAME
        })
    }
}
