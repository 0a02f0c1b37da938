//! One RTCP packet.

use super::{
    EstimatedBitrate, FullIntraRequest, GenericNack, Goodbye, PacketError, PacketHeader,
    PictureLossIndication, ReceiverReport, SenderReport, SourceDescription, TransportFeedback,
};

/// One packet of a compound or reduced-size packet, read in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packet<'a> {
    /// What a sender sent and what it received.
    SenderReport(SenderReport<'a>),
    /// What a receiver received.
    ReceiverReport(ReceiverReport<'a>),
    /// Who the sources are.
    SourceDescription(SourceDescription<'a>),
    /// Sources that end.
    Goodbye(Goodbye<'a>),
    /// A request for retransmission.
    GenericNack(GenericNack<'a>),
    /// When the packets of all streams arrived.
    TransportFeedback(TransportFeedback<'a>),
    /// A decoder has lost its picture.
    PictureLossIndication(PictureLossIndication),
    /// A request for a decoder refresh point.
    FullIntraRequest(FullIntraRequest<'a>),
    /// A limit on the bit rate.
    EstimatedBitrate(EstimatedBitrate<'a>),
    /// Any other type or format, APP included: skipped.
    Unknown(PacketHeader),
}

impl<'a> Packet<'a> {
    /// Reads the content behind a header.
    ///
    /// # Errors
    /// [`PacketError::Malformed`] if the type is known and the content does not fit it.
    pub fn parse(header: PacketHeader, content: &'a [u8]) -> Result<Packet<'a>, PacketError> {
        Packet::decode(header, content).ok_or(PacketError::Malformed(header.packet_type))
    }

    fn decode(header: PacketHeader, content: &'a [u8]) -> Option<Packet<'a>> {
        let PacketHeader { count, packet_type } = header;
        match packet_type {
            PacketHeader::SENDER_REPORT => {
                SenderReport::parse(count, content).map(Packet::SenderReport)
            }
            PacketHeader::RECEIVER_REPORT => {
                ReceiverReport::parse(count, content).map(Packet::ReceiverReport)
            }
            PacketHeader::SOURCE_DESCRIPTION => {
                SourceDescription::parse(count, content).map(Packet::SourceDescription)
            }
            PacketHeader::GOODBYE => Goodbye::parse(count, content).map(Packet::Goodbye),
            PacketHeader::TRANSPORT_FEEDBACK => Packet::decode_transport(header, content),
            PacketHeader::PAYLOAD_FEEDBACK => Packet::decode_payload(header, content),
            _ => Some(Packet::Unknown(header)),
        }
    }

    fn decode_transport(header: PacketHeader, content: &'a [u8]) -> Option<Packet<'a>> {
        match header.count {
            PacketHeader::GENERIC_NACK => GenericNack::parse(content).map(Packet::GenericNack),
            PacketHeader::TRANSPORT_WIDE => {
                TransportFeedback::parse(content).map(Packet::TransportFeedback)
            }
            _ => Some(Packet::Unknown(header)),
        }
    }

    fn decode_payload(header: PacketHeader, content: &'a [u8]) -> Option<Packet<'a>> {
        match header.count {
            PacketHeader::PICTURE_LOSS_INDICATION => {
                PictureLossIndication::parse(content).map(Packet::PictureLossIndication)
            }
            PacketHeader::FULL_INTRA_REQUEST => {
                FullIntraRequest::parse(content).map(Packet::FullIntraRequest)
            }
            PacketHeader::APPLICATION_LAYER if EstimatedBitrate::is_here(content) => {
                EstimatedBitrate::parse(content).map(Packet::EstimatedBitrate)
            }
            _ => Some(Packet::Unknown(header)),
        }
    }
}
