//! What is looked for, by kind.

use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_sim::trace::Place;

use super::{Consequence, Cue, Missing, Tracer};
use crate::ladder::Crossing;
use crate::reading::RtpReading;

impl Tracer<'_> {
    /// Everything that came of a packet of media.
    pub(super) fn media(&self, missing: &Missing) -> Vec<Consequence> {
        let mut chain: Vec<Consequence> = self.noticed(missing).into_iter().collect();
        let wait = self.wait(missing);
        chain.extend(wait.map(|(from, until)| Consequence::Waited { from, until }));
        chain.extend(self.asked(missing));
        let again = self.sent_again(missing, wait);
        let repaired = again.iter().filter_map(|sent| match sent {
            Consequence::SentAgain { packet, arrived, .. } => arrived.map(|time| (time, *packet)),
            _ => None,
        });
        let repaired = repaired.min();
        chain.extend(again);
        chain.extend(repaired.map(|(time, packet)| Consequence::Repaired { time, packet }));
        if let Some((_, Some(until))) = wait
            && repaired.is_none_or(|(time, _)| time > until)
        {
            chain.push(Consequence::GivenUp { time: until });
        }
        chain.extend(self.seen(missing));
        chain
    }

    fn noticed(&self, missing: &Missing) -> Option<Consequence> {
        let until = missing.sent + Tracer::PATIENCE;
        let mut arrivals = self.cues.arrivals(missing.to, missing.sent, until).iter();
        arrivals.find_map(|(time, index)| {
            let crossing = self.ladder.get(*index)?;
            let rtp = crossing.reading.rtp()?;
            let is_later = (1..0x8000).contains(&rtp.sequence.wrapping_sub(missing.sequence));
            let is_it = crossing.from == missing.from && rtp.ssrc == missing.ssrc && is_later;
            is_it.then_some(Consequence::Noticed { time: *time, packet: crossing.number })
        })
    }

    fn wait(&self, missing: &Missing) -> Option<(Time, Option<Time>)> {
        let Place::Host(host) = missing.to else { return None };
        let buffer = self.buffers.iter().find(|buffer| buffer.host == host)?;
        buffer.wait(missing.sequence, missing.sent, missing.sent + Tracer::PATIENCE)
    }

    /// The packets at some places in the ladder that were sent soon after `since`.
    fn soon<'s>(
        &'s self,
        places: Option<&'s Vec<usize>>,
        since: Time,
    ) -> impl Iterator<Item = &'s Crossing> + 's {
        let places = places.into_iter().flatten().filter_map(|index| self.ladder.get(*index));
        places.filter(move |crossing| {
            crossing.sent > since && crossing.sent.since(since) <= Tracer::PATIENCE
        })
    }

    fn asked(&self, missing: &Missing) -> impl Iterator<Item = Consequence> {
        let nacks = self.cues.nacks.get(&(missing.ssrc, missing.sequence));
        let to = missing.to;
        let own = self.soon(nacks, missing.sent).filter(move |crossing| crossing.from == to);
        own.map(|crossing| Consequence::Asked {
            time: crossing.sent,
            packet: crossing.number,
            has_arrived: crossing.arrived().is_some(),
        })
    }

    fn sent_again(
        &self,
        missing: &Missing,
        wait: Option<(Time, Option<Time>)>,
    ) -> Vec<Consequence> {
        let separate = Cue::Original(missing.from, missing.sequence);
        let same = Cue::Stream(missing.from, missing.ssrc, missing.sequence);
        let mut chain = self.again(separate, missing.sent);
        chain.extend(self.again(same, missing.sent));
        if chain.is_empty()
            && let Some((_, Some(until))) = wait
        {
            chain.extend(self.unread_repair(missing, until));
        }
        chain
    }

    /// The same, sent again.
    pub(super) fn again(&self, cue: Cue, since: Time) -> Vec<Consequence> {
        let found = self.soon(self.cues.again.get(&cue), since);
        found
            .map(|crossing| Consequence::SentAgain {
                time: crossing.sent,
                packet: crossing.number,
                arrived: crossing.arrived(),
            })
            .collect()
    }

    /// A retransmission that cannot be read, and with whose arrival the jitter buffer went on.
    fn unread_repair(&self, missing: &Missing, until: Time) -> Option<Consequence> {
        let mut arrivals = self.cues.arrivals(missing.to, until, until).iter();
        arrivals.find_map(|(time, index)| {
            let crossing = self.ladder.get(*index)?;
            let is_unread = |rtp: &&RtpReading| rtp.is_retransmission && rtp.original.is_none();
            crossing.reading.rtp().filter(is_unread)?;
            let (sent, packet) = (crossing.sent, crossing.number);
            Some(Consequence::SentAgain { time: sent, packet, arrived: Some(*time) })
        })
    }

    /// What was asked for again because a packet of RTCP was lost.
    pub(super) fn feedback(&self, index: usize, crossing: &Crossing) -> Vec<Consequence> {
        let Some(rtcp) = crossing.reading.rtcp() else { return Vec::new() };
        let firsts = rtcp.nacks.iter().filter_map(|nack| Some((nack.ssrc, *nack.numbers.first()?)));
        let mut chain: Vec<Consequence> = firsts
            .filter_map(|key| self.soon(self.cues.nacks.get(&key), crossing.sent).next())
            .map(|again| Consequence::Asked {
                time: again.sent,
                packet: again.number,
                has_arrived: again.arrived().is_some(),
            })
            .collect();
        chain.dedup();
        if !rtcp.key_frames.is_empty() {
            let later = self.cues.key_frames.iter().filter(|place| **place > index);
            let mut later = later.filter_map(|place| self.ladder.get(*place));
            let next = later.find(|again| again.from == crossing.from);
            let next =
                next.filter(|again| again.sent.since(crossing.sent) <= Duration::from_secs(10));
            chain.extend(next.map(|again| Consequence::KeyFrameAsked {
                time: again.sent,
                packet: again.number,
            }));
        }
        chain
    }
}
