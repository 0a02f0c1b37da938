//! Where in a ladder to look for what came of a loss.

use std::collections::{BTreeMap, BTreeSet};

use roomrtc_core::base::Time;
use roomrtc_sim::trace::Place;

use super::Cue;
use crate::ladder::Ladder;

/// Places in a ladder by what is looked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Cues {
    /// What may be a lost packet sent again.
    pub(super) again: BTreeMap<Cue, Vec<usize>>,
    /// By stream and number, the packets that ask for it.
    pub(super) nacks: BTreeMap<(u32, u16), Vec<usize>>,
    /// Packets that ask for a key frame.
    pub(super) key_frames: Vec<usize>,
    /// By receiver, packets of media in the order of their arrival.
    pub(super) arrivals: BTreeMap<Place, Vec<(Time, usize)>>,
    /// By sender, its media stream.
    pub(super) streams: BTreeMap<Place, u32>,
}

impl Cues {
    pub(super) fn of(ladder: &Ladder) -> Cues {
        let mut cues = Cues::default();
        let lost = ladder.crossings().iter().filter(|crossing| crossing.is_lost());
        // A retransmission that was lost is known by the original, as the original is.
        let lost: BTreeSet<Cue> = lost.filter_map(Cue::of).collect();
        for (index, crossing) in ladder.crossings().iter().enumerate() {
            if let Some(cue) = Cue::of(crossing)
                && (lost.contains(&cue) || matches!(cue, Cue::Original(..)))
            {
                cues.again.entry(cue).or_default().push(index);
            }
            cues.note(index, crossing);
        }
        cues.arrivals.values_mut().for_each(|arrivals| arrivals.sort_unstable());
        cues
    }

    fn note(&mut self, index: usize, crossing: &crate::ladder::Crossing) {
        if let Some(rtcp) = crossing.reading.rtcp() {
            for nack in &rtcp.nacks {
                for number in &nack.numbers {
                    self.nacks.entry((nack.ssrc, *number)).or_default().push(index);
                }
            }
            if !rtcp.key_frames.is_empty() {
                self.key_frames.push(index);
            }
        }
        let Some(rtp) = crossing.reading.rtp() else { return };
        if !rtp.is_retransmission {
            self.streams.insert(crossing.from, rtp.ssrc);
        }
        if let (Some(to), Some(time)) = (crossing.to, crossing.arrived()) {
            self.arrivals.entry(to).or_default().push((time, index));
        }
    }

    /// The packets of media that arrive at a place from `from` to `until`.
    pub(super) fn arrivals(&self, at: Place, from: Time, until: Time) -> &[(Time, usize)] {
        let Some(arrivals) = self.arrivals.get(&at) else { return &[] };
        let begin = arrivals.partition_point(|(time, _)| *time < from);
        let end = arrivals.partition_point(|(time, _)| *time <= until);
        &arrivals[begin..end.max(begin)]
    }
}
