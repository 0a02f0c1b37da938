//! What is kept of a packet of RTCP.

use roomrtc_core::rtcp::{Packet, Packets};

use super::Nack;

/// What is kept of a packet of RTCP.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RtcpReading {
    /// Whether it could be decrypted: else nothing is known of what it says.
    pub is_plain: bool,
    /// What the packets in it are called, in their order.
    pub parts: Vec<&'static str>,
    /// The lost packets that it asks for.
    pub nacks: Vec<Nack>,
    /// The streams that it asks a key frame of: PLI (RFC 4585 section 6.3.1), FIR (RFC 5104).
    pub key_frames: Vec<u32>,
}

impl RtcpReading {
    /// Reads plain bytes.
    pub(super) fn of(plain: &[u8]) -> RtcpReading {
        let mut reading = RtcpReading { is_plain: true, ..RtcpReading::default() };
        Packets::new(plain).flatten().for_each(|packet| reading.add(packet));
        reading
    }

    fn add(&mut self, packet: Packet<'_>) {
        self.parts.push(match packet {
            Packet::SenderReport(_) => "SR",
            Packet::ReceiverReport(_) => "RR",
            Packet::SourceDescription(_) => "SDES",
            Packet::Goodbye(_) => "BYE",
            Packet::GenericNack(nack) => {
                self.nacks.push(Nack { ssrc: nack.media_ssrc, numbers: nack.lost().collect() });
                "NACK"
            }
            Packet::TransportFeedback(_) => "transport feedback",
            Packet::PictureLossIndication(request) => {
                self.key_frames.push(request.media_ssrc);
                "PLI"
            }
            Packet::FullIntraRequest(request) => {
                self.key_frames.extend(request.entries().map(|entry| entry.ssrc));
                "FIR"
            }
            Packet::EstimatedBitrate(_) => "REMB",
            Packet::Unknown(_) => "another",
        });
    }

    /// Whether it asks for packet `number` of stream `ssrc`.
    pub fn asks_for(&self, ssrc: u32, number: u16) -> bool {
        self.nacks.iter().any(|nack| nack.ssrc == ssrc && nack.numbers.contains(&number))
    }

    pub(super) fn label(&self) -> String {
        if !self.is_plain {
            return "RTCP, protected".to_owned();
        }
        let nacks = self.nacks.iter().map(|nack| {
            let numbers = nack.numbers.iter().take(6).map(u16::to_string);
            let more = if nack.numbers.len() > 6 { " …" } else { "" };
            format!("NACK {}{more}", numbers.collect::<Vec<_>>().join(" "))
        });
        let others =
            self.parts.iter().filter(|part| **part != "NACK").map(|part| (*part).to_owned());
        nacks.chain(others).collect::<Vec<_>>().join(" + ")
    }
}
