//! Finds gaps in the sequence numbers that arrive at a place.

use std::collections::BTreeMap;

use roomrtc_core::base::Time;
use roomrtc_sim::trace::Place;

use super::{Missing, Tracer};
use crate::reading::RtpReading;

/// Finds gaps in the sequence numbers that arrive at a place. What comes late fills its gap.
#[derive(Debug)]
pub(super) struct GapFinder {
    to: Place,
    /// By stream, the highest number, and when it came.
    highest: BTreeMap<u32, (u16, Time)>,
    open: BTreeMap<(u32, u16), Missing>,
    /// What will not come any more: its number stands for another by now.
    closed: Vec<Missing>,
}

impl GapFinder {
    /// Numbers in a row that may be missing: where it is more, the stream began anew.
    const LONGEST_GAP: u16 = 500;

    pub(super) fn new(to: Place) -> GapFinder {
        GapFinder { to, highest: BTreeMap::new(), open: BTreeMap::new(), closed: Vec::new() }
    }

    /// A packet of a media stream arrives.
    pub(super) fn arrive(&mut self, now: Time, from: Place, rtp: &RtpReading) {
        if let Some(missing) = self.open.remove(&(rtp.ssrc, rtp.sequence)) {
            self.close_late(now, missing);
        }
        let (last, sent) = *self.highest.entry(rtp.ssrc).or_insert((rtp.sequence, now));
        let ahead = rtp.sequence.wrapping_sub(last);
        if !(1..0x8000).contains(&ahead) {
            return;
        }
        self.highest.insert(rtp.ssrc, (rtp.sequence, now));
        let gap = if ahead <= GapFinder::LONGEST_GAP { 1..ahead } else { 0..0 };
        for sequence in gap.map(|step| last.wrapping_add(step)) {
            let (to, ssrc) = (self.to, rtp.ssrc);
            let missing = Missing { from, to, ssrc, sequence, timestamp: None, sent };
            if let Some(older) = self.open.insert((ssrc, sequence), missing) {
                self.close_late(now, older);
            }
        }
    }

    fn close_late(&mut self, now: Time, missing: Missing) {
        if now.since(missing.sent) > Tracer::PATIENCE && self.closed.len() < Tracer::MOST {
            self.closed.push(missing);
        }
    }

    /// Everything that never came.
    pub(super) fn finish(mut self) -> Vec<Missing> {
        self.closed.extend(self.open.into_values());
        self.closed.truncate(Tracer::MOST);
        self.closed
    }
}
