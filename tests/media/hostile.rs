//! Bytes that no honest peer sends: nothing panics, and nothing grows beyond its bound.

use proptest::prelude::*;
use roomrtc_core::base::Time;
use roomrtc_core::codec::h264::PacketizationMode;
use roomrtc_core::media::{
    JitterBufferConfig, MediaConfig, PacketKind, PayloadFormat, PayloadType,
};
use roomrtc_core::rtp::{Header, MediaClock, Packet};

use super::pair::{MEDIA, Pair, deliver, frame_time, h264};
use super::video::Video;

/// A pair whose buffers are small enough to be filled.
fn pair(payload_type: PayloadType) -> Pair {
    let jitter_buffer = JitterBufferConfig {
        maximum_packets: 32,
        maximum_bytes: 4_000,
        ..JitterBufferConfig::default()
    };
    let config = MediaConfig { jitter_buffer, ..MediaConfig::default() };
    let mut pair = Pair::with_config(payload_type, &config);
    // Both directions, so that all of RTCP finds somebody.
    pair.bob.set_sender(MEDIA, super::pair::sender(payload_type));
    pair
}

fn payload_type(is_h264: bool) -> PayloadType {
    let format = PayloadFormat::Packets;
    let packets = PayloadType { number: 102, clock: MediaClock::VIDEO, format };
    if is_h264 { h264(PacketizationMode::NonInterleaved) } else { packets }
}

fn assert_bounded(pair: &mut Pair, now: Time, fetches: bool) {
    pair.bob.handle_timeout(now);
    let held = pair.bob.receiver_statistics(MEDIA).expect("statistics");
    assert!(held.packets_held <= 33, "{} packets", held.packets_held);
    assert!(held.bytes_held <= 4_000 + 1_500, "{} bytes", held.bytes_held);
    if fetches {
        pair.frames(now);
        let _ = pair.bob.poll_received_packet(&mut Vec::new());
        let _ = pair.bob.poll_event(now);
        pair.sent_by_bob(now);
    }
    let _ = pair.bob.deadline();
}

/// A NAL unit or a piece of one, of a kind that means something.
fn payload() -> impl Strategy<Value = Vec<u8>> {
    let first = prop_oneof![
        Just(vec![0x67, 66, 0, 31, 0x80]),
        Just(vec![0x68, 0x80]),
        Just(vec![0x65, 0x88]),
        Just(vec![0x41, 0x88]),
        Just(vec![0x09, 0x10]),
        Just(vec![0x78, 0, 2, 0x67, 1, 0, 1, 0x68]),
        Just(vec![0x7c, 0x85]),
        Just(vec![0x7c, 0x05]),
        Just(vec![0x7c, 0x45]),
        any::<[u8; 3]>().prop_map(Vec::from),
    ];
    (first, prop::collection::vec(any::<u8>(), 0..400))
        .prop_map(|(first, rest)| [first, rest].concat())
}

proptest! {
    #[test]
    fn any_bytes_are_taken(
        is_h264 in any::<bool>(),
        packets in prop::collection::vec(
            (any::<bool>(), prop::collection::vec(any::<u8>(), 0..100)), 0..50),
    ) {
        let mut pair = pair(payload_type(is_h264));
        for (index, (is_rtp, bytes)) in packets.into_iter().enumerate() {
            let kind = if is_rtp { PacketKind::Rtp } else { PacketKind::Rtcp };
            deliver(&mut pair.bob, Time::from_millis(index as u64), kind, bytes);
        }
        assert_bounded(&mut pair, Time::from_secs(9), true);
    }

    #[test]
    fn any_sequence_of_valid_packets_is_taken(
        is_h264 in any::<bool>(),
        fetches in any::<bool>(),
        start in any::<u16>(),
        packets in prop::collection::vec(
            (prop_oneof![9 => -20..20_i32, 1 => -40_000..40_000],
             prop_oneof![5 => 0..2_u32, 1 => any::<u32>()],
             any::<bool>(), payload(), 0..100_u64),
            0..200),
    ) {
        let mut pair = pair(payload_type(is_h264));
        let mut header = Header { payload_type: 102, sequence_number: start, ssrc: 7, ..Header::default() };
        let mut millis = 0;
        for (step, timestamp, marker, payload, wait) in packets {
            header.sequence_number = header.sequence_number.wrapping_add(step as u16);
            header.timestamp = header.timestamp.wrapping_add(timestamp.wrapping_mul(3_000));
            header.marker = marker;
            millis += wait;
            let mut packet = Vec::new();
            Packet::new(header, &payload).write(&mut packet);
            deliver(&mut pair.bob, Time::from_millis(millis), PacketKind::Rtp, packet);
            assert_bounded(&mut pair, Time::from_millis(millis), fetches);
        }
    }

    #[test]
    fn damaged_packets_are_taken_and_the_stream_goes_on(
        seed in any::<u64>(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), any::<bool>()), 1..30),
    ) {
        let mut pair = Pair::new(h264(PacketizationMode::NonInterleaved));
        let mut video = Video::new(seed, 3_000);
        let mut damage = damage.into_iter();
        for number in 0..60 {
            let (now, timestamp) = frame_time(number);
            pair.alice.send_frame(now, MEDIA, timestamp, &video.key_frame()).expect("a frame");
            for (kind, mut packet) in pair.sent_by_alice(now) {
                if let Some((index, value, is_cut)) = damage.next() {
                    let at = index.index(packet.len());
                    packet[at] ^= value;
                    packet.truncate(if is_cut { at } else { packet.len() });
                }
                deliver(&mut pair.bob, now, kind, packet);
            }
            pair.bob.handle_timeout(now);
            pair.frames(now);
        }
        let released = pair.bob.receiver_statistics(MEDIA).expect("statistics").frames_released;
        prop_assert!(released > 10, "{} frames", released);
    }
}
