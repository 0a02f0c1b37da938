//! RTCP packets, RFC 3550, 4585 and 5104.

use roomrtc_core::rtcp::{GenericNack, Packet, Packets, Writer};

/// Reads a compound packet and everything in it; writes its NACKs back.
pub fn run(data: &[u8]) {
    let packets = Packets::new(data);
    assert!(packets.count() <= data.len() / 4 + 1);
    for packet in packets.flatten() {
        read(packet);
    }
}

fn read(packet: Packet<'_>) {
    match packet {
        Packet::SenderReport(report) => drop(report.blocks.count()),
        Packet::ReceiverReport(report) => drop(report.blocks.count()),
        Packet::SourceDescription(description) => drop(description.canonical_names().count()),
        Packet::Goodbye(goodbye) => drop(goodbye.sources().count()),
        Packet::GenericNack(nack) => write_back(&nack),
        Packet::TransportFeedback(feedback) => {
            assert!(feedback.arrivals().count() <= usize::from(u16::MAX));
        }
        Packet::FullIntraRequest(request) => drop(request.entries().count()),
        Packet::EstimatedBitrate(estimate) => drop(estimate.streams().count()),
        Packet::PictureLossIndication(_) | Packet::Unknown(_) => {}
    }
}

fn write_back(nack: &GenericNack<'_>) {
    let lost: Vec<u16> = nack.lost().collect();
    let mut written = Vec::new();
    Writer::new(&mut written).generic_nack(nack.sender_ssrc, nack.media_ssrc, &lost);
    for packet in Packets::new(&written) {
        let Ok(Packet::GenericNack(again)) = packet else {
            panic!("our own NACK can be read");
        };
        assert!(again.lost().all(|number| lost.contains(&number)));
    }
}
