//! A plain path: everything arrives, at once, whole and in order.

use roomrtc_core::base::Time;
use roomrtc_core::codec::h264::PacketizationMode;
use roomrtc_core::media::{PacketKind, PayloadFormat, PayloadType, SendError};
use roomrtc_core::rtp::MediaClock;

use super::pair::{MEDIA, Pair, deliver, frame_time, h264};
use super::video::Video;

#[test]
fn frames_arrive_whole_in_order_and_without_delay() {
    let modes =
        [(PacketizationMode::NonInterleaved, 20_000), (PacketizationMode::SingleNalUnit, 900)];
    for (mode, largest) in modes {
        let mut pair = Pair::new(h264(mode));
        let mut video = Video::new(7, largest);
        for number in 0..300 {
            let is_key_frame = number % 100 == 0;
            let data = if is_key_frame { video.key_frame() } else { video.delta_frame() };
            let (now, timestamp) = frame_time(number);
            pair.alice.send_frame(now, MEDIA, timestamp, &data).expect("a frame");
            pair.exchange(now, || false);
            let frames = pair.frames(now);
            assert_eq!(frames.len(), 1, "frame {number} in {mode:?}");
            assert!(frames[0].1 == data, "frame {number} in {mode:?}");
            assert_eq!(frames[0].0.is_key_frame, is_key_frame);
        }
        let sent = pair.alice.sender_statistics(MEDIA).expect("statistics");
        let received = pair.bob.receiver_statistics(MEDIA).expect("statistics");
        assert_eq!((sent.frames_sent, sent.key_frames_sent), (300, 3));
        assert_eq!((received.frames_received, received.key_frames_received), (300, 3));
        assert_eq!(sent.packets_sent, received.packets_received);
        assert_eq!(sent.bytes_sent, received.bytes_received);
        assert_eq!((received.drops.total(), pair.bob.drops().total()), (0, 0));
        assert_eq!(received.picture_loss_indications_sent, 0);
    }
}

#[test]
fn no_packet_is_too_large_and_runs_have_one_size() {
    let mut pair = Pair::new(h264(PacketizationMode::NonInterleaved));
    let mut video = Video::new(3, 60_000);
    let (now, timestamp) = frame_time(0);
    pair.alice.send_frame(now, MEDIA, timestamp, &video.key_frame()).expect("a frame");
    let packets = pair.sent_by_alice(now);
    let sizes: Vec<usize> = packets.iter().map(|(_, packet)| packet.len()).collect();
    assert!(sizes.iter().all(|size| *size <= 1_200), "{sizes:?}");
    let changes = sizes.windows(2).filter(|pair| pair[0] != pair[1]).count();
    // One run of fragments a slice, of which there are at most three, and what is around them.
    assert!(changes <= 7 && sizes.len() > 20, "{sizes:?}");
}

#[test]
fn packets_without_frames_go_through_as_they_are() {
    let payload_type =
        PayloadType { number: 111, clock: MediaClock::new(48_000), format: PayloadFormat::Packets };
    let mut pair = Pair::new(payload_type);
    let mut packet = Vec::new();
    for number in 0..100_u32 {
        let now = Time::from_millis(u64::from(number) * 20);
        let payload = vec![number as u8; 160];
        pair.alice.send_packet(now, MEDIA, number * 960, number == 0, &payload).expect("a packet");
        pair.exchange(now, || false);
        let received = pair.bob.poll_received_packet(&mut packet).expect("a packet");
        assert_eq!(packet[received.payload], payload);
        assert_eq!((received.header.marker, received.header.payload_type), (number == 0, 111));
        assert_eq!(pair.bob.poll_received_packet(&mut packet), None);
    }
}

#[test]
fn what_cannot_be_sent_is_refused_and_named() {
    let mut pair = Pair::new(h264(PacketizationMode::SingleNalUnit));
    let mut send = |media, data: &[u8]| {
        let refused = pair.alice.send_frame(Time::ZERO, media, 0, data);
        refused.map_err(|error| error.to_string())
    };
    assert_eq!(send(5, &[0, 0, 1, 0x65]), Err("media section 5 does not send".into()));
    assert_eq!(send(MEDIA, &[7; 100]), Err("no NAL unit in Annex B format".into()));
    let large = [&[0, 0, 1][..], &[0x65; 2_000]].concat();
    assert_eq!(
        send(MEDIA, &large),
        Err("a NAL unit of 2000 bytes, and packetization mode 0 carries at most 1168".into())
    );
    let packet = pair.alice.send_packet(Time::ZERO, MEDIA, 0, false, &[1]);
    assert_eq!(packet, Err(SendError::WrongFormat(MEDIA)));
}

#[test]
fn a_waiting_queue_is_bounded_and_recovers_with_a_key_frame() {
    let mut pair = Pair::new(h264(PacketizationMode::NonInterleaved));
    let mut video = Video::new(9, 100_000);
    let key_frame = video.key_frame();
    for number in 0..100 {
        let (now, timestamp) = frame_time(number);
        let data = if number == 0 { key_frame.clone() } else { video.delta_frame() };
        pair.alice.send_frame(now, MEDIA, timestamp, &data).expect("a frame");
        let queued = pair.alice.sender_statistics(MEDIA).expect("statistics").bytes_queued;
        assert!(queued <= 2 << 20, "{queued} bytes");
    }
    let (now, timestamp) = frame_time(100);
    assert!(pair.alice.poll_event(now).is_some(), "a key frame is asked for");
    pair.alice.send_frame(now, MEDIA, timestamp, &key_frame).expect("a frame");
    pair.exchange(now, || false);
    let frames = pair.frames(now);
    assert!(frames.iter().all(|(frame, _)| frame.is_decodable));
    assert_eq!(frames.last().map(|(_, data)| data == &key_frame), Some(true));
    assert!(pair.alice.sender_statistics(MEDIA).expect("statistics").drops.total() > 50);
}

#[test]
fn the_same_seed_sends_the_same_bytes() {
    let run = || {
        let mut pair = Pair::new(h264(PacketizationMode::NonInterleaved));
        let mut video = Video::new(1, 5_000);
        let mut bytes = Vec::new();
        for number in 0..90 {
            let (now, timestamp) = frame_time(number);
            pair.alice.send_frame(now, MEDIA, timestamp, &video.key_frame()).expect("a frame");
            for (kind, packet) in pair.sent_by_alice(now) {
                bytes.push((kind, packet.clone()));
                deliver(&mut pair.bob, now, kind, packet);
            }
            bytes.extend(pair.sent_by_bob(now));
        }
        bytes
    };
    let bytes = run();
    assert!(bytes.iter().any(|(kind, _)| *kind == PacketKind::Rtcp));
    assert!(bytes == run());
}
