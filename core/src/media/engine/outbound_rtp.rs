//! The way out: frames and packets in, one packet at a time out.

use super::MediaEngine;
use crate::base::Time;
use crate::media::{PacketKind, SendError};

impl MediaEngine {
    /// Takes in an access unit in Annex B format to be sent by `media`. `timestamp` counts from
    /// the session's first frame in units of the media clock.
    ///
    /// It is packetized, and its packets numbered, when they are polled. If more waits than
    /// [`crate::media::MediaConfig::maximum_queue`], the frames that wait are dropped, and a key
    /// frame is asked for; frames that are none are dropped until it is given.
    ///
    /// # Errors
    /// [`SendError`] if it cannot be sent; a key frame is then needed, too.
    pub fn send_frame(
        &mut self,
        now: Time,
        media: usize,
        timestamp: u32,
        data: &[u8],
    ) -> Result<(), SendError> {
        let packet = self.config.maximum_packet_size;
        let is_closed = self.is_closed;
        let sender = self.sender_mut(media).filter(|_| !is_closed);
        let sender = sender.ok_or(SendError::NotSending(media))?;
        sender.push_frame(now, timestamp, data, packet)
    }

    /// Takes in the payload of one packet to be sent by `media`, whose payload type has no
    /// frames. `timestamp` counts as in [`MediaEngine::send_frame`].
    ///
    /// # Errors
    /// [`SendError`] if it cannot be sent.
    pub fn send_packet(
        &mut self,
        now: Time,
        media: usize,
        timestamp: u32,
        marker: bool,
        payload: &[u8],
    ) -> Result<(), SendError> {
        let packet = self.config.maximum_packet_size;
        let is_closed = self.is_closed;
        let sender = self.sender_mut(media).filter(|_| !is_closed);
        let sender = sender.ok_or(SendError::NotSending(media))?;
        sender.push_packet(now, timestamp, marker, payload, packet)
    }

    /// Drops the frames that wait to be sent; key frames are asked for.
    pub fn drop_waiting(&mut self) {
        for sender in &mut self.senders {
            sender.clear_wanted();
            if sender.has_packet() {
                sender.clear_queue();
            }
        }
    }

    /// Appends one RTP packet, or one compound or reduced-size RTCP packet, in plain text. Gives
    /// its kind; `None` if there is nothing to send now. RTCP that is due comes first, then what is
    /// to be sent again; senders take turns by frames.
    pub fn poll_packet(&mut self, now: Time, output: &mut Vec<u8>) -> Option<PacketKind> {
        if !self.has_started {
            return None;
        }
        if self.poll_rtcp(now, output) {
            return Some(PacketKind::Rtcp);
        }
        if self.is_closed {
            return None;
        }
        if let Some(kind) = self.poll_repeated(now, output) {
            return Some(kind);
        }
        let count = self.senders.len();
        for step in 0..count {
            let index = (self.turns.0 + step) % count;
            let sender = &mut self.senders[index];
            let size = self.config.maximum_packet_size;
            let transport = &mut self.transport_sequence_number;
            if sender.poll_packet(now, size, transport, output) {
                self.turns.0 = index + usize::from(!sender.is_in_frame());
                return Some(PacketKind::Rtp);
            }
        }
        None
    }

    fn poll_repeated(&mut self, now: Time, output: &mut Vec<u8>) -> Option<PacketKind> {
        let transport = &mut self.transport_sequence_number;
        self.senders.iter_mut().find_map(|sender| sender.poll_repeated(now, transport, output))
    }
}
