//! What leaves a receiver: frames, packets, timers and statistics.

use std::time::Duration;

use super::{MediaReceiver, ReceiverStatistics};
use crate::base::Time;
use crate::media::packet_pool::PacketPool;
use crate::media::{JitterBufferState, ReceivedFrame, ReceivedPacket};

impl MediaReceiver {
    /// Appends the next frame whose time has come.
    pub(in crate::media) fn poll_frame(
        &mut self,
        now: Time,
        output: &mut Vec<u8>,
        pool: &mut PacketPool,
    ) -> Option<ReceivedFrame> {
        let buffer = self.buffer.as_mut()?;
        let frame = buffer.release(now, self.media, output, pool);
        self.note_key_frames(now);
        frame
    }

    /// The next packet of a format without frames, put in the place of `packet`.
    pub(in crate::media) fn poll_packet(
        &mut self,
        packet: &mut Vec<u8>,
        pool: &mut PacketPool,
    ) -> Option<ReceivedPacket> {
        let (received, bytes) = self.packets.pop()?;
        pool.put(std::mem::replace(packet, bytes));
        Some(received)
    }

    /// Gives up what was waited for long enough.
    pub(in crate::media) fn handle_timeout(&mut self, now: Time, pool: &mut PacketPool) {
        if let Some(buffer) = &mut self.buffer {
            buffer.handle_timeout(now, pool);
            self.note_key_frames(now);
            self.review_missing(now);
        }
    }

    /// The present source has said BYE.
    pub(in crate::media) fn end_source(&mut self) {
        if let Some(source) = &mut self.source {
            source.has_said_goodbye = true;
            self.has_ended = true;
            self.requester.satisfy();
        }
    }

    /// When a frame is due or a gap is given up.
    pub(in crate::media) fn deadline(&self) -> Option<Time> {
        self.buffer.as_ref()?.deadline()
    }

    /// When a key frame is to be asked for, where that can be done.
    pub(in crate::media) fn request_due(&self, rtt: Option<Duration>) -> Option<Time> {
        let feedback = self.parameters.feedback;
        let can_ask = feedback.picture_loss_indication || feedback.full_intra_request;
        let can_ask = can_ask && self.parameters.is_active && self.source.is_some();
        self.requester.due(rtt).filter(|_| can_ask)
    }

    /// What the jitter buffer holds and waits for; `None` before its first packet.
    pub(in crate::media) fn buffer_state(&self) -> Option<JitterBufferState> {
        self.buffer.as_ref().map(|buffer| buffer.state())
    }

    /// The statistics so far.
    pub(in crate::media) fn statistics(&self) -> ReceiverStatistics {
        let mut statistics = self.statistics;
        if let Some(source) = &self.source {
            let clock = source.clock();
            statistics.packets_lost = source.reception.cumulative_lost();
            statistics.fraction_lost = source.reception.fraction_lost();
            statistics.jitter = clock.duration(u64::from(source.reception.jitter()));
        }
        (statistics.packets_held, statistics.bytes_held) = self.packets.held();
        if let Some(buffer) = &self.buffer {
            statistics.add_buffer(buffer);
            statistics.playout_delay = buffer.delay();
            let (packets, bytes) = buffer.held();
            statistics.packets_held += packets;
            statistics.bytes_held += bytes;
        }
        statistics
    }
}
