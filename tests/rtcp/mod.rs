//! RTCP packets: round trips, and bytes that are none.

use proptest::prelude::*;
use roomrtc_core::rtcp::{
    FullIntraRequestEntry, NtpTime, Packet, Packets, ReportBlock, SenderInformation, Writer,
};

fn block() -> impl Strategy<Value = ReportBlock> {
    let lost = -0x80_0000..0x80_0000_i32;
    let words = (any::<u32>(), any::<u32>(), any::<u32>(), any::<u32>(), any::<u32>());
    (words, any::<u8>(), lost).prop_map(|(words, fraction_lost, cumulative_lost)| ReportBlock {
        ssrc: words.0,
        fraction_lost,
        cumulative_lost,
        highest_sequence_number: words.1,
        jitter: words.2,
        last_sender_report: words.3,
        delay_since_last_sender_report: words.4,
    })
}

fn information() -> impl Strategy<Value = SenderInformation> {
    let fields = (any::<u64>(), any::<u32>(), any::<u32>(), any::<u32>());
    fields.prop_map(|(ntp, rtp_timestamp, packet_count, octet_count)| SenderInformation {
        ntp: NtpTime::from_bits(ntp),
        rtp_timestamp,
        packet_count,
        octet_count,
    })
}

/// Goes through all that a packet holds.
fn walk(packet: &Packet<'_>) -> usize {
    match packet {
        Packet::SenderReport(report) => report.blocks.count(),
        Packet::ReceiverReport(report) => report.blocks.count(),
        Packet::SourceDescription(description) => description.canonical_names().count(),
        Packet::Goodbye(goodbye) => goodbye.sources().count(),
        Packet::GenericNack(nack) => nack.lost().count(),
        Packet::TransportFeedback(feedback) => feedback.arrivals().count(),
        Packet::FullIntraRequest(request) => request.entries().count(),
        Packet::EstimatedBitrate(message) => message.streams().count(),
        Packet::PictureLossIndication(_) | Packet::Unknown(_) => 0,
    }
}

proptest! {
    #[test]
    fn a_compound_packet_comes_back(
        ssrc in any::<u32>(),
        information in information(),
        blocks in prop::collection::vec(block(), 0..=31),
        sources in prop::collection::vec(any::<u32>(), 0..=31),
        cname in prop::collection::vec(any::<u8>(), 0..=255),
    ) {
        let mut bytes = Vec::new();
        let mut writer = Writer::new(&mut bytes);
        writer.sender_report(ssrc, &information, &blocks);
        writer.receiver_report(ssrc, &blocks);
        writer.source_description(&sources, &cname);
        writer.goodbye(&sources);
        let packets: Vec<_> = Packets::new(&bytes).map(|packet| packet.expect("valid")).collect();
        let [
            Packet::SenderReport(sender),
            Packet::ReceiverReport(receiver),
            Packet::SourceDescription(description),
            Packet::Goodbye(goodbye),
        ] = packets[..] else { panic!("{packets:?}") };
        prop_assert_eq!((sender.ssrc, sender.information, receiver.ssrc), (ssrc, information, ssrc));
        prop_assert_eq!(sender.blocks.collect::<Vec<_>>(), &blocks[..]);
        prop_assert_eq!(receiver.blocks.collect::<Vec<_>>(), blocks);
        let names: Vec<_> = sources.iter().map(|ssrc| (*ssrc, &cname[..])).collect();
        prop_assert_eq!(description.canonical_names().collect::<Vec<_>>(), names);
        prop_assert_eq!(goodbye.sources().collect::<Vec<_>>(), sources);
    }

    #[test]
    fn feedback_of_reduced_size_comes_back(
        own in any::<u32>(),
        media in any::<u32>(),
        lost in prop::collection::btree_set(any::<u16>(), 0..100),
        entries in prop::collection::vec((any::<u32>(), any::<u8>()), 0..20),
    ) {
        let lost: Vec<u16> = lost.into_iter().collect();
        let entries: Vec<_> = entries
            .into_iter()
            .map(|(ssrc, sequence_number)| FullIntraRequestEntry { ssrc, sequence_number })
            .collect();
        let mut bytes = Vec::new();
        let mut writer = Writer::new(&mut bytes);
        writer.picture_loss_indication(own, media);
        writer.full_intra_request(own, &entries);
        writer.generic_nack(own, media, &lost);
        let packets: Vec<_> = Packets::new(&bytes).map(|packet| packet.expect("valid")).collect();
        let [
            Packet::PictureLossIndication(loss),
            Packet::FullIntraRequest(request),
            Packet::GenericNack(nack),
        ] = packets[..] else { panic!("{packets:?}") };
        prop_assert_eq!((loss.sender_ssrc, loss.media_ssrc), (own, media));
        prop_assert_eq!(request.entries().collect::<Vec<_>>(), entries);
        prop_assert_eq!((nack.sender_ssrc, nack.media_ssrc), (own, media));
        prop_assert_eq!(nack.lost().collect::<Vec<_>>(), lost);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for packet in Packets::new(&bytes).flatten() {
            // Feedback names at most 65,535 packets, whatever a run says.
            prop_assert!(walk(&packet) <= 0xffff);
        }
    }

    #[test]
    fn any_content_of_a_known_type_is_read_or_refused(
        packet_type in 198..210_u8,
        count in 0..32_u8,
        mut content in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        content.resize(content.len().next_multiple_of(4), 0);
        let words = (content.len() / 4) as u8;
        let bytes = [&[0x80 | count, packet_type, 0, words][..], &content].concat();
        let packets: Vec<_> = Packets::new(&bytes).collect();
        prop_assert_eq!(packets.len(), 1);
        prop_assert!(packets.iter().flatten().all(|packet| walk(packet) <= 0xffff));
    }

    #[test]
    fn durations_survive_the_compact_form(micros in 0..60_000_000_000_u64) {
        let duration = std::time::Duration::from_micros(micros);
        let back = NtpTime::from_compact_duration(NtpTime::compact_duration(duration));
        prop_assert!(back <= duration && duration - back < std::time::Duration::from_micros(32));
    }
}
