//! Loss, requests for key frames, and reports.

use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_core::codec::h264::PacketizationMode;
use roomrtc_core::media::{DropReason, MediaEvent, PacketKind};
use roomrtc_core::rtcp::{Packet, Packets};

use super::pair::{MEDIA, Pair, deliver, frame_time, h264, receiver};
use super::video::Video;

/// Sends `frames` frames, a key frame whenever one is asked for, and loses packet `lost`.
fn run(pair: &mut Pair, frames: u32, mut is_lost: impl FnMut(u32) -> bool) -> Vec<u32> {
    let mut video = Video::new(5, 5_000);
    let mut delivered = Vec::new();
    let mut packet = 0;
    let mut is_key_frame = true;
    let mut first_timestamp = None;
    for number in 0..frames {
        let (now, timestamp) = frame_time(number);
        let data = if is_key_frame { video.key_frame() } else { video.delta_frame() };
        pair.alice.send_frame(now, MEDIA, timestamp, &data).expect("a frame");
        pair.exchange(now, || {
            packet += 1;
            is_lost(packet - 1)
        });
        is_key_frame = pair.alice.poll_event(now).is_some();
        for (frame, _) in pair.frames(now) {
            let first = *first_timestamp.get_or_insert(frame.timestamp);
            delivered.push(frame.timestamp.wrapping_sub(first) / 3_000);
        }
    }
    delivered
}

#[test]
fn a_lost_packet_costs_frames_until_a_key_frame_that_was_asked_for() {
    let mut pair = Pair::new(h264(PacketizationMode::NonInterleaved));
    let delivered = run(&mut pair, 60, |packet| packet == 40);
    let missing: Vec<u32> = (0..59).filter(|number| !delivered.contains(number)).collect();
    assert!((1..6).contains(&missing.len()), "missing {missing:?}");
    let received = pair.bob.receiver_statistics(MEDIA).expect("statistics");
    let sent = pair.alice.sender_statistics(MEDIA).expect("statistics");
    assert_eq!(received.picture_loss_indications_sent, 1);
    assert_eq!(sent.picture_loss_indications_received, 1);
    assert_eq!(sent.key_frames_sent, 2);
    assert_eq!(received.packets_lost, 1);
    assert!(received.drops.count(DropReason::AwaitingKeyFrame) > 0);
}

#[test]
fn a_stream_that_begins_without_a_key_frame_gets_one() {
    let mut pair = Pair::new(h264(PacketizationMode::NonInterleaved));
    let delivered = run(&mut pair, 60, |packet| packet == 0);
    assert!(delivered.len() > 50, "{} frames", delivered.len());
}

#[test]
fn full_intra_requests_are_used_where_nothing_else_is_negotiated() {
    let mut pair = Pair::new(h264(PacketizationMode::NonInterleaved));
    let mut parameters = receiver(h264(PacketizationMode::NonInterleaved));
    parameters.feedback.picture_loss_indication = false;
    pair.bob.set_receiver(MEDIA, parameters);
    let delivered = run(&mut pair, 60, |packet| packet == 40);
    assert!(delivered.len() > 50, "{} frames", delivered.len());
    let received = pair.bob.receiver_statistics(MEDIA).expect("statistics");
    assert_eq!(received.full_intra_requests_sent, 1);
    assert_eq!(received.picture_loss_indications_sent, 0);
}

#[test]
fn requests_are_repeated_until_a_key_frame_comes() {
    let mut pair = Pair::new(h264(PacketizationMode::NonInterleaved));
    let mut video = Video::new(5, 500);
    for number in 0..90 {
        let (now, timestamp) = frame_time(number);
        pair.alice.send_frame(now, MEDIA, timestamp, &video.delta_frame()).expect("a frame");
        pair.exchange(now, || false);
    }
    // Three seconds at one in 300 ms; the round-trip time is not known to a receiver.
    let received = pair.bob.receiver_statistics(MEDIA).expect("statistics");
    let sent = received.picture_loss_indications_sent;
    assert!((7..=11).contains(&sent), "{sent} requests");
    assert_eq!(received.frames_released, 0);
}

#[test]
fn the_application_is_asked_at_most_once_in_an_interval() {
    let mut pair = Pair::new(h264(PacketizationMode::NonInterleaved));
    let ssrc = pair.alice.local_ssrc(MEDIA);
    let mut asked = Vec::new();
    for millis in 0..1_000 {
        let now = Time::from_millis(millis);
        let mut request = Vec::new();
        roomrtc_core::rtcp::Writer::new(&mut request).picture_loss_indication(9, ssrc);
        pair.alice.handle_rtcp(now, &request);
        if let Some(event) = pair.alice.poll_event(now) {
            assert_eq!(event, MediaEvent::KeyFrameRequested { media: MEDIA });
            asked.push(millis);
        }
    }
    assert_eq!(asked, [0, 300, 600, 900]);
}

#[test]
fn reports_measure_the_round_trip_time_loss_and_jitter() {
    let mut pair = Pair::new(h264(PacketizationMode::NonInterleaved));
    let mut video = Video::new(5, 5_000);
    let delay = Duration::from_millis(40);
    for number in 0..300 {
        let (now, timestamp) = frame_time(number);
        let data = video.key_frame();
        pair.alice.send_frame(now, MEDIA, timestamp, &data).expect("a frame");
        for (index, (kind, packet)) in pair.sent_by_alice(now).into_iter().enumerate() {
            if kind == PacketKind::Rtcp || index % 10 != 9 {
                deliver(&mut pair.bob, now + delay, kind, packet);
            }
        }
        for (kind, packet) in pair.sent_by_bob(now + delay) {
            deliver(&mut pair.alice, now + delay * 2, kind, packet);
        }
    }
    let remote = pair.alice.sender_statistics(MEDIA).and_then(|s| s.remote).expect("a report");
    let rtt = remote.round_trip_time.expect("a round-trip time");
    assert!(rtt.abs_diff(delay * 2) < Duration::from_millis(1), "{rtt:?}");
    assert!(remote.packets_lost > 30 && remote.fraction_lost > 5, "{remote:?}");
    assert!(remote.jitter < Duration::from_millis(1), "{remote:?}");
}

#[test]
fn closing_says_goodbye_and_the_other_side_hears_it() {
    let mut pair = Pair::new(h264(PacketizationMode::NonInterleaved));
    run(&mut pair, 10, |_| false);
    let now = Time::from_secs(9);
    pair.alice.close();
    let packets = pair.sent_by_alice(now);
    let [(PacketKind::Rtcp, packet)] = packets.as_slice() else { panic!("{packets:?}") };
    let parts: Vec<_> = Packets::new(packet).map(|part| part.expect("valid RTCP")).collect();
    let is_compound = matches!(parts[0], Packet::SenderReport(_))
        && matches!(parts[1], Packet::SourceDescription(_));
    assert!(is_compound && matches!(parts[2], Packet::Goodbye(_)), "{parts:?}");
    deliver(&mut pair.bob, now, PacketKind::Rtcp, packet.clone());
    assert_eq!(pair.bob.poll_event(now), Some(MediaEvent::SourceEnded { media: MEDIA }));
    assert_eq!(pair.bob.poll_event(now), None);
    assert!(pair.alice.send_frame(now, MEDIA, 0, &[0, 0, 1, 0x65]).is_err());
}
