//! Lost packets are asked for and sent again.

use proptest::prelude::*;
use roomrtc_core::base::Time;
use roomrtc_core::codec::h264::PacketizationMode;
use roomrtc_core::media::{MediaConfig, PacketKind};
use roomrtc_core::rtcp::Writer;
use roomrtc_core::rtp::Packet;

use super::network::Network;
use super::pair::{MEDIA, Pair, deliver, frame_time, h264};
use super::repair_mode::{RETRANSMISSION, RepairMode};
use super::stream::Stream;
use super::video::Video;

/// A pair that has sent some frames, and the packets of these.
fn sent(mode: RepairMode, frames: u32) -> (Pair, Vec<Vec<u8>>) {
    let payload_type = h264(PacketizationMode::NonInterleaved);
    let mut pair = Pair::with_repair(payload_type, &MediaConfig::default(), mode);
    let (mut video, mut packets) = (Video::new(5, 5_000), Vec::new());
    for number in 0..frames {
        let (now, timestamp) = frame_time(number);
        let data = if number == 0 { video.key_frame() } else { video.delta_frame() };
        pair.alice.send_frame(now, MEDIA, timestamp, &data).expect("a frame");
        let rtp = pair.sent_by_alice(now).into_iter().filter(|(kind, _)| *kind == PacketKind::Rtp);
        packets.extend(rtp.map(|(_, packet)| packet));
    }
    (pair, packets)
}

/// Asks alice for packets; what she sends again.
fn ask(pair: &mut Pair, now: Time, packets: &[&Vec<u8>]) -> Vec<(PacketKind, Vec<u8>)> {
    let headers = packets.iter().map(|packet| Packet::parse(packet).expect("RTP").header);
    let numbers: Vec<u16> = headers.clone().map(|header| header.sequence_number).collect();
    let ssrc = headers.clone().next().map_or(0, |header| header.ssrc);
    let mut nack = Vec::new();
    Writer::new(&mut nack).generic_nack(1, ssrc, &numbers);
    deliver(&mut pair.alice, now, PacketKind::Rtcp, nack);
    let mut sent = pair.sent_by_alice(now);
    sent.retain(|(kind, _)| *kind != PacketKind::Rtcp);
    sent
}

/// The number and the payload of the original that a packet of retransmissions carries.
fn original(packet: &[u8]) -> (u16, Vec<u8>) {
    let packet = Packet::parse(packet).expect("RTP");
    assert_eq!(packet.header.payload_type, RETRANSMISSION);
    let (number, payload) = packet.payload().split_first_chunk().expect("a number");
    (u16::from_be_bytes(*number), payload.to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_is_asked_for_once_is_sent_once_and_as_it_was(
        choice in proptest::collection::btree_set(0..60_usize, 1..30),
        is_separate in any::<bool>(),
    ) {
        let mode = if is_separate { RepairMode::InItsOwnStream } else { RepairMode::AsItWas };
        let (mut pair, packets) = sent(mode, 40);
        let lost: Vec<&Vec<u8>> = choice.iter().filter_map(|place| packets.get(*place)).collect();
        let now = frame_time(40).0;
        let again = ask(&mut pair, now, &lost);
        prop_assert_eq!(again.len(), lost.len());
        for ((kind, packet), lost) in again.iter().zip(&lost) {
            if is_separate {
                let was = Packet::parse(lost).expect("RTP");
                let expected = (was.header.sequence_number, was.payload().to_vec());
                prop_assert_eq!(original(packet), expected);
                prop_assert!(packet.len() <= MediaConfig::default().maximum_packet_size);
            } else {
                prop_assert_eq!((*kind, packet), (PacketKind::RepeatedRtp, *lost));
            }
        }
        prop_assert_eq!(ask(&mut pair, now, &lost).len(), 0, "a moment later");
        let statistics = pair.alice.sender_statistics(MEDIA).expect("statistics");
        prop_assert_eq!(statistics.retransmitted_packets_sent, lost.len() as u64);
        prop_assert_eq!(statistics.retransmissions_refused, lost.len() as u64);
    }

    #[test]
    fn few_frames_are_lost_where_packets_are_sent_again(
        seed in any::<u64>(),
        is_separate in any::<bool>(),
        loss in 0..100_u64,
        doubling in 0..100_u64,
        jitter in 0..50_000_u64,
    ) {
        let mode = if is_separate { RepairMode::InItsOwnStream } else { RepairMode::AsItWas };
        let path = Network::new(seed, loss, doubling, jitter);
        let mut stream = Stream::with_repair(seed, PacketizationMode::NonInterleaved, path, mode);
        stream.run(10_000);
        let (delivered, sent) = (stream.delivered.len() as u32, stream.frames_sent());
        prop_assert!(delivered * 100 >= sent * 90, "{} of {} frames", delivered, sent);
        let received = stream.pair.bob.receiver_statistics(MEDIA).expect("statistics");
        let sent = stream.pair.alice.sender_statistics(MEDIA).expect("statistics");
        prop_assert!(received.picture_loss_indications_sent <= 8);
        prop_assert!(sent.retransmitted_bytes_sent * 2 <= sent.bytes_sent, "{:?}", sent);
    }
}

#[test]
fn nothing_is_sent_again_that_was_not_negotiated() {
    let (mut pair, packets) = sent(RepairMode::None, 10);
    let again = ask(&mut pair, frame_time(10).0, &packets.iter().collect::<Vec<_>>());
    assert!(again.is_empty());
    let statistics = pair.alice.sender_statistics(MEDIA).expect("statistics");
    assert_eq!((statistics.nacks_received, statistics.packets_kept), (1, 0));
    assert_eq!(statistics.retransmissions_refused, packets.len() as u64);
}

#[test]
fn a_path_that_has_changed_is_not_filled_with_the_past() {
    let (mut pair, packets) = sent(RepairMode::AsItWas, 10);
    let now = frame_time(10).0;
    let (nack, mut bytes) = (Packet::parse(&packets[3]).expect("RTP").header, Vec::new());
    Writer::new(&mut bytes).generic_nack(1, nack.ssrc, &[nack.sequence_number]);
    deliver(&mut pair.alice, now, PacketKind::Rtcp, bytes);
    pair.alice.drop_waiting();
    assert!(pair.sent_by_alice(now).iter().all(|(kind, _)| *kind == PacketKind::Rtcp));
}
