//! What is counted of one host.

use roomrtc_core::base::Time;
use roomrtc_core::session::{Event, Statistics};

use super::{Direction, FrameEvent, FrameFate, Freezes, PacketClass, Repairs, SignallingEvent};

/// What is counted of one host.
#[derive(Clone, Debug, Default)]
pub struct HostTally {
    /// When the first message with an answer arrived.
    pub answer_arrived: Option<Time>,
    /// When ICE first had a path.
    pub path_found: Option<Time>,
    /// When the handshake was first complete.
    pub connected: Option<Time>,
    /// When the first frame was received that can be decoded.
    pub first_frame: Option<Time>,
    /// When the last frame was received that can be decoded.
    pub last_frame: Option<Time>,
    /// Packets sent, by class.
    pub packets_sent: [u64; 5],
    /// UDP payload bytes sent, by class.
    pub bytes_sent: [u64; 5],
    /// Bytes sent on the wire, with the headers of IP and UDP.
    pub wire_bytes_sent: u64,
    /// Packets that arrived, by class.
    pub packets_received: [u64; 5],
    /// UDP payload bytes that arrived, by class.
    pub bytes_received: [u64; 5],
    /// STUN binding requests sent.
    pub requests_sent: u64,
    /// Frames given to the engine.
    pub frames_sent: u64,
    /// Key frames among them.
    pub key_frames_sent: u64,
    /// Bytes of the frames given to the engine.
    pub frame_bytes_sent: u64,
    /// Frames delivered that can be decoded, late ones among them.
    pub frames_received: u64,
    /// Of these, the late ones.
    pub frames_late: u64,
    /// Frames delivered that cannot be decoded.
    pub frames_undecodable: u64,
    /// Frames never delivered.
    pub frames_skipped: u64,
    /// Microseconds from a frame's sending to its delivery, of each that can be decoded, in the
    /// order of delivery; the first [`HostTally::MOST_DELAYS`].
    pub frame_delays: Vec<u64>,
    /// Freezes of the picture.
    pub freezes: Freezes,
    /// Repairs of the picture after losses.
    pub repairs: Repairs,
    /// Key frames that this host asked for.
    pub key_frames_requested: u64,
    /// Picture loss indications that the engines of this host sent.
    pub picture_loss_indications_sent: u64,
    /// Generic NACKs that they sent.
    pub nacks_sent: u64,
    /// RTP packets that they sent again.
    pub packets_sent_again: u64,
    /// RTP packets that they were missing and that came because they were asked for.
    pub packets_repaired: u64,
    /// Flights of the handshake that the engines of this host sent again.
    pub dtls_flights_repeated: u64,
    /// Times that a deadline of its engine was due.
    pub wake_ups: u64,
}

impl HostTally {
    /// Delays that are kept: nine hours at 30 frames a second.
    pub const MOST_DELAYS: usize = 1_000_000;

    pub(super) fn send_packet(&mut self, class: PacketClass, payload: &[u8], wire_length: usize) {
        let class = usize::from(class.number());
        self.packets_sent[class] += 1;
        self.bytes_sent[class] += payload.len() as u64;
        self.wire_bytes_sent += wire_length as u64;
        // A binding request, RFC 8489 section 5.
        if payload.starts_with(&[0x00, 0x01]) {
            self.requests_sent += 1;
        }
    }

    pub(super) fn receive_packet(&mut self, class: PacketClass, length: usize) {
        let class = usize::from(class.number());
        self.packets_received[class] += 1;
        self.bytes_received[class] += length as u64;
    }

    /// Adds what the engine of a session that is over, or still lasts at the end, says of itself.
    pub(super) fn conclude(&mut self, statistics: &Statistics) {
        for receiver in statistics.media.iter().filter_map(|media| media.receiver) {
            self.picture_loss_indications_sent += receiver.picture_loss_indications_sent;
            self.nacks_sent += receiver.nacks_sent;
            self.packets_repaired += receiver.packets_repaired;
        }
        let senders = statistics.media.iter().filter_map(|media| media.sender);
        self.packets_sent_again += senders.map(|own| own.retransmitted_packets_sent).sum::<u64>();
        self.dtls_flights_repeated += statistics.dtls_flights_repeated;
    }

    pub(super) fn engine(&mut self, now: Time, event: &Event) {
        match event {
            Event::IceConnected => {
                self.path_found.get_or_insert(now);
            }
            Event::Connected => {
                self.connected.get_or_insert(now);
            }
            _ => {}
        }
    }

    pub(super) fn signalling(&mut self, now: Time, event: &SignallingEvent) {
        if event.direction == Direction::Received && event.message == SignallingEvent::ANSWER {
            self.answer_arrived.get_or_insert(now);
        }
    }

    pub(super) fn frame(&mut self, now: Time, frame: &FrameEvent) {
        match frame.fate {
            FrameFate::Sent => {
                self.frames_sent += 1;
                self.key_frames_sent += u64::from(frame.is_key_frame);
                self.frame_bytes_sent += frame.length as u64;
            }
            FrameFate::Received => self.show(now, frame),
            FrameFate::Late => {
                self.frames_late += 1;
                self.show(now, frame);
            }
            FrameFate::Undecodable => {
                self.frames_undecodable += 1;
                self.repairs.breaks();
            }
            FrameFate::Skipped => {
                self.frames_skipped += 1;
                self.repairs.breaks();
            }
        }
    }

    fn show(&mut self, now: Time, frame: &FrameEvent) {
        self.frames_received += 1;
        self.first_frame.get_or_insert(now);
        self.last_frame = Some(now);
        self.freezes.show(now);
        self.repairs.show(now);
        if self.frame_delays.len() < HostTally::MOST_DELAYS {
            let delay = now.since(frame.sent).as_micros();
            self.frame_delays.push(u64::try_from(delay).unwrap_or(u64::MAX));
        }
    }
}
