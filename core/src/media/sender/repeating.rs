//! Sending again what the other side has lost.

use std::time::Duration;

use super::MediaSender;
use super::output::mid;
use crate::base::Time;
use crate::media::PacketKind;
use crate::planted_bugs::{PlantedBug, is_planted};
use crate::rtcp::GenericNack;

impl MediaSender {
    /// The source of retransmissions.
    pub(in crate::media) fn retransmission_ssrc(&self) -> u32 {
        self.retransmitter.ssrc
    }

    /// Whether a source is one of its two.
    pub(in crate::media) fn is_of(&self, ssrc: u32) -> bool {
        self.ssrc == ssrc || self.retransmitter.ssrc == ssrc
    }

    /// A generic NACK came, which is answered where such are negotiated.
    pub(in crate::media) fn note_nack(
        &mut self,
        now: Time,
        nack: &GenericNack<'_>,
        round_trip_time: Option<Duration>,
    ) {
        self.statistics.nacks_received += 1;
        let is_answered = self.active().is_ok_and(|parameters| parameters.generic_nack);
        let is_answered = is_answered && !is_planted(PlantedBug::IgnoreNacks);
        for number in nack.lost() {
            self.statistics.nacked_packets += 1;
            if !is_answered || !self.retransmitter.request(now, number, round_trip_time) {
                self.statistics.retransmissions_refused += 1;
            }
        }
    }

    /// Appends the next packet that is to be sent again. Gives its kind.
    pub(in crate::media) fn poll_repeated(
        &mut self,
        now: Time,
        transport: &mut u16,
        output: &mut Vec<u8>,
    ) -> Option<PacketKind> {
        if !self.retransmitter.is_wanted() {
            return None;
        }
        let is_separate = self.active().ok()?.retransmission.is_some();
        self.fill_header();
        let (kind, payload) = self.retransmitter.poll(now, is_separate, transport, output)?;
        self.statistics.packets_sent += 1;
        self.statistics.bytes_sent += payload as u64;
        self.statistics.retransmitted_packets_sent += 1;
        self.statistics.retransmitted_bytes_sent += payload as u64;
        if kind == PacketKind::RepeatedRtp {
            self.count_packet(payload);
        }
        Some(kind)
    }

    /// Retransmissions carry the tag always: they are few, and the other side may not know of
    /// their source otherwise.
    fn fill_header(&mut self) {
        let Some(parameters) = &self.parameters else { return };
        if let Some(number) = parameters.retransmission
            && self.retransmitter.header.is_empty()
        {
            let ssrc = self.retransmitter.ssrc;
            self.retransmitter.header.fill(number, ssrc, parameters.extensions, mid(parameters));
        }
    }

    /// Forgets what is to be sent again: the path is another, or gone.
    pub(in crate::media) fn clear_wanted(&mut self) {
        self.retransmitter.clear_wanted();
    }
}
