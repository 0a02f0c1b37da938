//! The sending side of video.

use std::time::Instant;

use bytes::Bytes;
use rtc::rtp::Packet;
use rtc::rtp::packetizer::{Packetizer, new_packetizer};
use rtc::rtp::sequence::new_fixed_sequencer;
use rtc::rtp_transceiver::RTCRtpSenderId;

use super::codecs;

/// The sending side of video: what `rtc` leaves to the application.
#[derive(Debug)]
pub(super) struct VideoSender {
    pub(super) id: RTCRtpSenderId,
    packetizer: Box<dyn Packetizer>,
    /// That of the agreed codec, once it is known.
    pub(super) payload_type: Option<u8>,
    /// By how much the wire's timestamps are ahead.
    offset: u32,
}

impl VideoSender {
    /// Bytes that SRTP adds at most, the tag of AES-GCM, and that a retransmission has before them:
    /// the original sequence number, RFC 4588 section 4.
    const ADDED: usize = 16 + 2;

    /// A sender of the source `source`, whose datagrams are at most `largest` bytes long.
    pub(super) fn new(
        now: Instant,
        id: RTCRtpSenderId,
        source: u32,
        largest: usize,
    ) -> Result<VideoSender, String> {
        let payloader = codecs::h264().payloader().map_err(|error| error.to_string())?;
        let sequencer = Box::new(new_fixed_sequencer(source as u16 & 0x7fff));
        let mtu = largest - VideoSender::ADDED;
        let packetizer = new_packetizer(now, mtu, 0, source, payloader, sequencer, 90_000);
        Ok(VideoSender {
            id,
            packetizer: Box::new(packetizer),
            payload_type: None,
            offset: source.rotate_left(7),
        })
    }

    /// The packets of a frame.
    pub(super) fn packetize(
        &mut self,
        now: Instant,
        timestamp: u32,
        data: &[u8],
    ) -> Result<Vec<Packet>, String> {
        let payload_type = self.payload_type.ok_or("H.264 was not agreed on")?;
        let packets = self.packetizer.packetize(now, &Bytes::copy_from_slice(data), 0);
        let mut packets = packets.map_err(|error| error.to_string())?;
        for packet in &mut packets {
            packet.header.payload_type = payload_type;
            packet.header.timestamp = self.offset.wrapping_add(timestamp);
        }
        Ok(packets)
    }
}
