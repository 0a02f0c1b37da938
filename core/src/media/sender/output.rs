//! What leaves a sender: packets, reports, events and statistics.

use super::retransmitter::ORIGINAL_SEQUENCE_NUMBER;
use super::{MediaSender, SenderStatistics};
use crate::base::Time;
use crate::codec::h264::Packetizer;
use crate::media::SenderParameters;
use crate::planted_bugs::{PlantedBug, is_planted};
use crate::rtcp::{NtpTime, SenderInformation};
use crate::rtp::Header;

/// The longest tag that fits the one-byte form of extensions.
const LONGEST_MID: usize = 16;

impl MediaSender {
    /// The most bytes of payload in packets of at most `packet` bytes that carry all extensions
    /// negotiated, whether this one does or not, and that can be sent again.
    pub(super) fn most_payload(&self, packet: usize) -> usize {
        let header = Header::LENGTH + self.parameters.as_ref().map_or(0, header_growth);
        packet.saturating_sub(header).max(Packetizer::LEAST)
    }

    /// Whether a packet waits.
    pub(in crate::media) fn has_packet(&self) -> bool {
        self.queue.len() > 0
    }

    /// Whether packets of the frame in front were sent and others of it wait.
    pub(in crate::media) fn is_in_frame(&self) -> bool {
        self.packetizer.is_some()
    }

    /// Appends the next packet; whether there was one. `transport` numbers the packets of all
    /// senders and is counted on if the packet carries it.
    pub(in crate::media) fn poll_packet(
        &mut self,
        now: Time,
        maximum_packet_size: usize,
        transport: &mut u16,
        output: &mut Vec<u8>,
    ) -> bool {
        if self.packetizer.is_none() {
            self.begin_frame(maximum_packet_size);
        }
        let (Some(frame), Some(packetizer)) = (self.queue.front(), &mut self.packetizer) else {
            return false;
        };
        let start = output.len();
        let number = self.next_sequence_number;
        self.header.write(now, number, frame.timestamp, transport, output);
        let payload_start = output.len();
        let Some(is_last) = packetizer.next_payload(&frame.content, output) else {
            output.truncate(start);
            return false;
        };
        let marks = is_last && !is_planted(PlantedBug::NoMarker)
            || is_planted(PlantedBug::MarkerOnEveryPacket);
        output[start + 1] |= u8::from(frame.marker && marks) << 7;
        self.keep(now, number, payload_start - start, &output[start..]);
        self.count(output.len() - payload_start, is_last);
        true
    }

    /// Keeps a packet that may be asked for again.
    fn keep(&mut self, now: Time, number: u16, header_length: usize, packet: &[u8]) {
        if self.parameters.as_ref().is_some_and(|parameters| parameters.generic_nack) {
            self.retransmitter.note_sent(now, number, header_length, packet);
        }
    }

    /// Settles how the packets of the frame in front are to be: the same for all, so that their
    /// sizes are.
    fn begin_frame(&mut self, maximum_packet_size: usize) {
        let (Some(frame), Some(parameters)) = (self.queue.front(), &self.parameters) else {
            return;
        };
        // The tag is not needed any more when the other side has reported on the stream; a key
        // frame has it for those who join later.
        let needs_mid = self.statistics.remote.is_none() || frame.content.has_idr();
        let mid = if needs_mid { mid(parameters) } else { &[] };
        if self.header.is_empty() || self.header.has_mid() == mid.is_empty() {
            let number = parameters.payload_type.number;
            self.header.fill(number, self.ssrc, parameters.extensions, mid);
        }
        let most = self.most_payload(maximum_packet_size);
        self.packetizer = Some(Packetizer::new(self.mode(), most));
    }

    fn count(&mut self, payload: usize, is_last: bool) {
        self.next_sequence_number = self.next_sequence_number.wrapping_add(1);
        self.count_packet(payload);
        self.statistics.packets_sent += 1;
        self.statistics.bytes_sent += payload as u64;
        self.reports_since_packet = Some(0);
        if !is_last {
            return;
        }
        self.packetizer = None;
        let Some(frame) = self.queue.pop() else { return };
        if self.has_frames() {
            self.statistics.frames_sent += 1;
            self.statistics.key_frames_sent += u64::from(frame.content.has_idr());
        }
        self.queue.put_buffer(frame.content, self.maximum_queue);
    }

    /// Counts a packet under the present SSRC.
    pub(super) fn count_packet(&mut self, payload: usize) {
        self.sent.0 = self.sent.0.wrapping_add(1);
        self.sent.1 = self.sent.1.wrapping_add(payload as u32);
    }

    /// Whether it counts as a sender in reports: a packet was sent since the report before the
    /// last, RFC 3550 section 6.4.
    pub(in crate::media) fn is_sending(&self) -> bool {
        self.reports_since_packet.is_some_and(|reports| reports < 2)
    }

    /// What its sender report says now. The RTP timestamp is that of the last frame, moved on by
    /// the time since it was given.
    pub(in crate::media) fn information(&self, now: Time, ntp: NtpTime) -> SenderInformation {
        let (timestamp, given) = self.last_frame.unwrap_or((0, now));
        let elapsed = self.clock().units(now.since(given)) as u32;
        SenderInformation {
            ntp,
            rtp_timestamp: timestamp.wrapping_add(elapsed),
            packet_count: self.sent.0,
            octet_count: self.sent.1,
        }
    }

    /// A regular report was sent.
    pub(in crate::media) fn note_report_sent(&mut self) {
        self.reports_since_packet =
            self.reports_since_packet.map(|reports| reports.saturating_add(1));
    }

    /// When the application is to be told that a key frame is asked for.
    pub(in crate::media) fn request_due(&self) -> Option<Time> {
        self.requests.due().filter(|_| self.active().is_ok())
    }

    /// Whether to tell the application now that a key frame is asked for.
    pub(in crate::media) fn poll_request(&mut self, now: Time) -> bool {
        self.active().is_ok() && self.requests.poll(now)
    }

    /// The statistics so far.
    pub(in crate::media) fn statistics(&self) -> SenderStatistics {
        let (packets_kept, bytes_kept) = self.retransmitter.held();
        SenderStatistics {
            retransmissions_refused: self.statistics.retransmissions_refused
                + self.retransmitter.unpaid,
            packets_kept,
            bytes_kept,
            bytes_queued: self.queue.bytes(),
            ..self.statistics
        }
    }
}

/// What goes on the wire of the tag.
pub(super) fn mid(parameters: &SenderParameters) -> &[u8] {
    let mid = parameters.mid.as_ref().map_or(&[][..], String::as_bytes);
    &mid[..mid.len().min(LONGEST_MID)]
}

/// Bytes of a header beyond the fixed one, at most: with all extensions negotiated, and with the
/// number of the original where the packet is sent again.
fn header_growth(parameters: &SenderParameters) -> usize {
    let number = parameters.retransmission.map_or(0, |_| ORIGINAL_SEQUENCE_NUMBER);
    extension_length(parameters) + number
}

/// Bytes of the header extension with all elements negotiated.
fn extension_length(parameters: &SenderParameters) -> usize {
    let mid = mid(parameters).len();
    let ids = parameters.extensions;
    let elements =
        [(ids.mid, mid), (ids.absolute_send_time, 3), (ids.transport_sequence_number, 2)];
    let used = elements.iter().filter(|(id, length)| id.is_some() && *length > 0);
    // Two bytes each: identifiers over 14 need the two-byte form.
    let length: usize = used.map(|(_, length)| length + 2).sum();
    if length == 0 { 0 } else { 4 + length.next_multiple_of(4) }
}
