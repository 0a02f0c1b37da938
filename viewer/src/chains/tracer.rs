//! Finds out what came of lost packets.

use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_sim::trace::Place;

use super::{Consequence, Cue, Cues, LostPacket, Missing};
use crate::buffer::BufferSeries;
use crate::ladder::{Crossing, Ladder};
use crate::reading::Reading;
use crate::timeline::Pictures;

/// Finds out what came of lost packets, from a run that is over.
#[derive(Debug)]
pub(crate) struct Tracer<'a> {
    pub(super) ladder: &'a Ladder,
    pub(super) buffers: &'a [BufferSeries],
    /// By host.
    pub(super) pictures: &'a [Pictures],
    pub(super) end: Time,
    pub(super) cues: Cues,
}

impl<'a> Tracer<'a> {
    /// The most lost packets whose chains are told.
    pub(crate) const MOST: usize = 50_000;
    /// What is later than this is no consequence.
    pub(super) const PATIENCE: Duration = Duration::from_secs(10);

    pub(crate) fn new(
        ladder: &'a Ladder,
        buffers: &'a [BufferSeries],
        pictures: &'a [Pictures],
        end: Time,
    ) -> Tracer<'a> {
        Tracer { ladder, buffers, pictures, end, cues: Cues::of(ladder) }
    }

    /// Every lost packet with its chain, in the order in which they were lost; and those of streams whose
    /// sender is not `is_heard`, of which only the gaps are known.
    pub(crate) fn all(&self, is_heard: impl Fn(Place) -> bool) -> Vec<LostPacket> {
        let crossings = self.ladder.crossings().iter().enumerate();
        let lost = crossings.filter(|(_, crossing)| crossing.is_lost());
        let lost = lost.take(Tracer::MOST).map(|(index, crossing)| self.lost(index, crossing));
        let mut all: Vec<LostPacket> = lost.collect();
        all.extend(self.gaps(is_heard));
        all.sort_by_key(|lost| (lost.time, lost.crossing));
        all.truncate(Tracer::MOST);
        all
    }

    fn lost(&self, index: usize, crossing: &Crossing) -> LostPacket {
        let mut chain = match &crossing.reading {
            Reading::Rtp(_) => {
                self.missing(crossing).map(|missing| self.media(&missing)).unwrap_or_default()
            }
            Reading::Rtcp(_) => self.feedback(index, crossing),
            _ => Cue::of(crossing).map(|cue| self.again(cue, crossing.sent)).unwrap_or_default(),
        };
        chain.sort_by_key(Consequence::time);
        LostPacket {
            crossing: Some(index),
            time: crossing.last(),
            from: crossing.from,
            to: crossing.to,
            label: crossing.reading.label(),
            chain,
        }
    }

    /// What is missing without this packet: of a retransmission, the original.
    fn missing(&self, crossing: &Crossing) -> Option<Missing> {
        let (rtp, to) = (crossing.reading.rtp()?, crossing.to?);
        let (from, sent) = (crossing.from, crossing.sent);
        let own = Missing {
            from,
            to,
            ssrc: rtp.ssrc,
            sequence: rtp.sequence,
            timestamp: Some(rtp.timestamp),
            sent,
        };
        if !rtp.is_retransmission {
            return Some(own);
        }
        let ssrc = *self.cues.streams.get(&from)?;
        // A retransmission has the timestamp of its original.
        Some(Missing { ssrc, sequence: rtp.original?, ..own })
    }
}
