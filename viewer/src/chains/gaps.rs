//! Losses of which only the gaps are known.

use roomrtc_core::base::Time;
use roomrtc_sim::trace::Place;

use super::gap_finder::GapFinder;
use super::{Consequence, LostPacket, Missing, Tracer};

impl Tracer<'_> {
    /// Of each stream whose sender is not heard, the numbers that never arrived.
    pub(super) fn gaps(&self, is_heard: impl Fn(Place) -> bool) -> Vec<LostPacket> {
        let receivers = self.cues.arrivals.iter().filter(|(place, _)| is_heard(**place));
        let mut all = Vec::new();
        for (to, arrivals) in receivers {
            let missing = self.missing_numbers(*to, arrivals, &is_heard);
            all.extend(missing.iter().map(|missing| self.gap(missing)));
        }
        all
    }

    fn gap(&self, missing: &Missing) -> LostPacket {
        let mut chain = self.media(missing);
        chain.sort_by_key(Consequence::time);
        let noticed = chain.iter().find(|link| matches!(link, Consequence::Noticed { .. }));
        LostPacket {
            crossing: None,
            time: noticed.map_or(missing.sent, Consequence::time),
            from: missing.from,
            to: Some(missing.to),
            label: format!("RTP {}, never seen", missing.sequence),
            chain,
        }
    }

    fn missing_numbers(
        &self,
        to: Place,
        arrivals: &[(Time, usize)],
        is_heard: &impl Fn(Place) -> bool,
    ) -> Vec<Missing> {
        let mut finder = GapFinder::new(to);
        for (time, index) in arrivals {
            let crossing = self.ladder.get(*index).filter(|crossing| !is_heard(crossing.from));
            let Some(crossing) = crossing else { continue };
            if let Some(rtp) = crossing.reading.rtp().filter(|rtp| !rtp.is_retransmission) {
                finder.arrive(*time, crossing.from, rtp);
            }
        }
        finder.finish()
    }
}
