//! Which media section a packet belongs to, and what becomes of sources that change.

use roomrtc_core::base::{Seed, Time};
use roomrtc_core::codec::h264::PacketizationMode;
use roomrtc_core::media::{
    DropReason, MediaConfig, MediaEngine, PacketKind, PayloadFormat, PayloadType,
    ReceiverParameters,
};
use roomrtc_core::rtcp::{Packet as Rtcp, Packets, Writer};
use roomrtc_core::rtp::{Extension, Header, MediaClock};

use super::pair::{MEDIA, Pair, deliver, frame_time, h264, receiver, sender};
use super::video::Video;

fn packets_of(number: u8) -> PayloadType {
    PayloadType { number, clock: MediaClock::VIDEO, format: PayloadFormat::Packets }
}

/// An engine with two sections that have payload types 1 and 2, and both 3.
fn engine() -> MediaEngine {
    let mut engine = MediaEngine::new(MediaConfig::default(), &Seed::from_u64(1));
    for (media, mid, own, named) in [(0, "a", 1, 10), (1, "b", 2, 20)] {
        let parameters = ReceiverParameters {
            payload_types: vec![packets_of(own), packets_of(3)],
            mid: Some(mid.into()),
            ssrcs: vec![named],
            ..receiver(packets_of(own))
        };
        engine.set_receiver(media, parameters);
    }
    engine
}

/// Hands a packet over; the section it was delivered to.
fn route(
    engine: &mut MediaEngine,
    payload_type: u8,
    ssrc: u32,
    mid: Option<&str>,
) -> Option<usize> {
    let header = Header { payload_type, ssrc, ..Header::default() };
    let mut packet = Vec::new();
    let extension = mid.map(|mid| Extension::new(4, mid.as_bytes()));
    header.write(extension.into_iter(), &mut packet);
    packet.push(9);
    engine.handle_rtp(Time::ZERO, &mut packet);
    engine.poll_received_packet(&mut packet).map(|received| received.media)
}

#[test]
fn the_tag_comes_first_then_the_source_then_the_payload_type() {
    assert_eq!(route(&mut engine(), 3, 20, Some("a")), Some(0));
    assert_eq!(route(&mut engine(), 3, 20, None), Some(1));
    assert_eq!(route(&mut engine(), 2, 99, None), Some(1));
    assert_eq!(route(&mut engine(), 3, 99, None), None);
    assert_eq!(route(&mut engine(), 3, 20, Some("unknown")), None);
    assert_eq!(route(&mut engine(), 9, 10, None), None);
}

#[test]
fn a_source_stays_where_its_tag_put_it() {
    let mut engine = engine();
    assert_eq!(route(&mut engine, 3, 99, Some("b")), Some(1));
    let mut packet = Vec::new();
    let header = Header { payload_type: 3, ssrc: 99, sequence_number: 1, ..Header::default() };
    header.write(std::iter::empty(), &mut packet);
    packet.push(9);
    engine.handle_rtp(Time::ZERO, &mut packet);
    assert_eq!(engine.poll_received_packet(&mut packet).map(|received| received.media), Some(1));
}

#[test]
fn noise_is_counted_by_reason() {
    let mut engine = engine();
    route(&mut engine, 3, 99, None);
    route(&mut engine, 9, 10, None);
    engine.handle_rtp(Time::ZERO, &mut vec![1, 2, 3]);
    engine.handle_rtcp(Time::ZERO, &[1, 2, 3]);
    engine.handle_rtcp(Time::ZERO, &[0x80, 204, 0, 1, 0, 0, 0, 0]);
    let drops = engine.drops();
    assert_eq!(drops.count(DropReason::UnknownSource), 1);
    assert_eq!(drops.count(DropReason::MalformedRtp), 1);
    assert_eq!(drops.count(DropReason::MalformedRtcp), 1);
    assert_eq!(drops.count(DropReason::UnknownRtcp), 1);
    let statistics = engine.receiver_statistics(0).expect("statistics");
    assert_eq!(statistics.drops.count(DropReason::UnknownPayloadType), 1);
}

#[test]
fn another_source_takes_over_after_goodbye_or_silence_only() {
    let mut engine = engine();
    assert_eq!(route(&mut engine, 1, 98, None), Some(0));
    assert_eq!(route(&mut engine, 1, 99, None), None);
    let mut goodbye = Vec::new();
    Writer::new(&mut goodbye).goodbye(&[98]);
    engine.handle_rtcp(Time::ZERO, &goodbye);
    assert_eq!(route(&mut engine, 1, 99, None), Some(0));
    // The source that the description names is better than one that it does not.
    assert_eq!(route(&mut engine, 1, 10, None), Some(0));
}

#[test]
fn a_source_of_ours_that_another_uses_is_given_up() {
    let mut pair = Pair::new(h264(PacketizationMode::NonInterleaved));
    let ssrc = pair.alice.local_ssrc(MEDIA);
    let mut video = Video::new(1, 500);
    pair.alice.send_frame(Time::ZERO, MEDIA, 0, &video.key_frame()).expect("a frame");
    pair.sent_by_alice(Time::ZERO);
    let mut packet = Vec::new();
    Header { ssrc, ..Header::default() }.write(std::iter::empty(), &mut packet);
    deliver(&mut pair.alice, Time::ZERO, PacketKind::Rtp, packet.clone());
    deliver(&mut pair.alice, Time::ZERO, PacketKind::Rtp, packet);
    let other = pair.alice.local_ssrc(MEDIA);
    assert_ne!(other, ssrc);
    let said = pair.sent_by_alice(Time::ZERO);
    let says_goodbye = |part| matches!(part, Ok(Rtcp::Goodbye(g)) if g.sources().eq([ssrc]));
    assert!(Packets::new(&said[0].1).any(says_goodbye));
}

#[test]
fn a_direction_that_changes_stops_and_goes_on() {
    let mut pair = Pair::new(h264(PacketizationMode::NonInterleaved));
    let mut video = Video::new(1, 500);
    let mut delivered = 0;
    for number in 0..30 {
        let (now, timestamp) = frame_time(number);
        let is_active = !(10..20).contains(&number);
        let payload_type = h264(PacketizationMode::NonInterleaved);
        let mut parameters = sender(payload_type);
        parameters.is_active = is_active;
        pair.alice.set_sender(MEDIA, parameters);
        let sent = pair.alice.send_frame(now, MEDIA, timestamp, &video.key_frame());
        assert_eq!(sent.is_ok(), is_active);
        pair.exchange(now, || false);
        delivered += pair.frames(now).len();
    }
    assert_eq!(delivered, 20);
    let mut parameters = receiver(h264(PacketizationMode::NonInterleaved));
    parameters.is_active = false;
    pair.bob.set_receiver(MEDIA, parameters);
    let (now, timestamp) = frame_time(31);
    pair.alice.send_frame(now, MEDIA, timestamp, &video.key_frame()).expect("a frame");
    pair.exchange(now, || false);
    let statistics = pair.bob.receiver_statistics(MEDIA).expect("statistics");
    assert!(statistics.drops.count(DropReason::Inactive) > 0);
}

#[test]
fn a_sender_that_starts_anew_is_followed() {
    let mut pair = Pair::new(h264(PacketizationMode::NonInterleaved));
    let mut video = Video::new(1, 5_000);
    let mut delivered = 0;
    for number in 0..40 {
        let (now, timestamp) = frame_time(number);
        if number == 20 {
            let mut fresh = MediaEngine::new(MediaConfig::default(), &Seed::from_u64(77));
            fresh.set_sender(MEDIA, sender(h264(PacketizationMode::NonInterleaved)));
            fresh.start(now);
            std::mem::swap(&mut pair.alice, &mut fresh);
            fresh.close();
            let mut goodbye = Vec::new();
            assert_eq!(fresh.poll_packet(now, &mut goodbye), Some(PacketKind::Rtcp));
            deliver(&mut pair.bob, now, PacketKind::Rtcp, goodbye);
        }
        pair.alice.send_frame(now, MEDIA, timestamp, &video.key_frame()).expect("a frame");
        pair.exchange(now, || false);
        delivered += pair.frames(now).len();
    }
    assert_eq!(delivered, 40);
}
