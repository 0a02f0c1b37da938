//! The jitter buffer's pace, its reasons and its bounds, through the engine.

use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_core::codec::h264::PacketizationMode;
use roomrtc_core::media::{DropReason, JitterBufferConfig, MediaConfig, PacketKind};

use super::pair::{MEDIA, Pair, deliver, frame_time, h264};
use super::video::Video;

const MODE: PacketizationMode = PacketizationMode::NonInterleaved;

/// The packets of frame `number`.
fn frame_packets(pair: &mut Pair, video: &mut Video, number: u32) -> Vec<Vec<u8>> {
    let (now, timestamp) = frame_time(number);
    let data = if number == 0 { video.key_frame() } else { video.delta_frame() };
    pair.alice.send_frame(now, MEDIA, timestamp, &data).expect("a frame");
    let packets = pair.sent_by_alice(now).into_iter();
    packets.filter(|(kind, _)| *kind == PacketKind::Rtp).map(|(_, packet)| packet).collect()
}

fn drops(pair: &Pair, reason: DropReason) -> u32 {
    pair.bob.receiver_statistics(MEDIA).expect("statistics").drops.count(reason)
}

/// When each of 300 frames is released whose packets are delayed by `delay` of their number.
fn release_times(config: JitterBufferConfig, delay: impl Fn(u32) -> Duration) -> Vec<Time> {
    let config = MediaConfig { jitter_buffer: config, ..MediaConfig::default() };
    let mut pair = Pair::with_config(h264(MODE), &config);
    let mut video = Video::new(4, 3_000);
    let mut released = Vec::new();
    for number in 0..300 {
        let at = frame_time(number).0 + delay(number);
        while let Some(due) =
            pair.bob.deadline().map(|deadline| deadline.at).filter(|due| *due < at)
        {
            pair.bob.handle_timeout(due);
            released.extend(pair.frames(due).iter().map(|_| due));
            pair.sent_by_bob(due);
        }
        for packet in frame_packets(&mut pair, &mut video, number) {
            deliver(&mut pair.bob, at, PacketKind::Rtp, packet);
        }
        released.extend(pair.frames(at).iter().map(|_| at));
    }
    released
}

#[test]
fn jitter_is_evened_out() {
    let jitter = |number: u32| Duration::from_millis(u64::from(number * 7 % 25));
    let released = release_times(JitterBufferConfig::default(), jitter);
    assert!(released.len() > 290, "{} frames", released.len());
    let frame = Duration::from_nanos(1_000_000_000 / 30);
    let gaps = released.windows(2).skip(150).map(|pair| pair[1].since(pair[0]));
    let uneven = gaps.filter(|gap| gap.abs_diff(frame) > Duration::from_millis(2)).count();
    assert!(uneven < 30, "{uneven} of 149 gaps are uneven");
}

#[test]
fn a_floor_delays_every_frame_by_as_much() {
    let delay_floor = Duration::from_millis(60);
    let config = JitterBufferConfig { delay_floor, ..JitterBufferConfig::default() };
    for (number, at) in release_times(config, |_| Duration::ZERO).into_iter().enumerate() {
        let delay = at.since(frame_time(number as u32).0);
        assert!(delay.abs_diff(delay_floor) < Duration::from_micros(20), "{number}: {delay:?}");
    }
}

#[test]
fn a_ceiling_bounds_the_delay() {
    let delay_ceiling = Duration::from_millis(30);
    let config = JitterBufferConfig { delay_ceiling, ..JitterBufferConfig::default() };
    let jitter = |number: u32| Duration::from_millis(u64::from(number % 2) * 100);
    let mut pair = Pair::with_config(
        h264(MODE),
        &MediaConfig { jitter_buffer: config, ..MediaConfig::default() },
    );
    let mut video = Video::new(4, 900);
    for number in 0..100 {
        let at = frame_time(number).0 + jitter(number);
        for packet in frame_packets(&mut pair, &mut video, number) {
            deliver(&mut pair.bob, at, PacketKind::Rtp, packet);
        }
        pair.frames(at + delay_ceiling);
        let held = pair.bob.receiver_statistics(MEDIA).expect("statistics");
        assert_eq!(held.packets_held, 0, "frame {number} is still held");
        assert!(held.playout_delay <= delay_ceiling);
    }
}

#[test]
fn late_and_doubled_packets_are_told_apart() {
    let mut pair = Pair::new(h264(MODE));
    let mut video = Video::new(5, 8_000);
    let mut frames: Vec<_> = (0..3).map(|n| frame_packets(&mut pair, &mut video, n)).collect();
    let late = frames[1].remove(1);
    let now = Time::from_secs(2);
    for packet in frames[0].iter().chain(&frames[1]).chain(&frames[2]) {
        deliver(&mut pair.bob, now, PacketKind::Rtp, packet.clone());
    }
    assert_eq!(pair.frames(now).len(), 1);
    deliver(&mut pair.bob, now, PacketKind::Rtp, frames[0][0].clone());
    deliver(&mut pair.bob, now, PacketKind::Rtp, frames[2][0].clone());
    assert_eq!(drops(&pair, DropReason::Duplicate), 2);
    let given_up = now + Duration::from_millis(40);
    pair.bob.handle_timeout(given_up);
    assert_eq!(drops(&pair, DropReason::IncompleteFrame), frames[1].len() as u32);
    deliver(&mut pair.bob, given_up, PacketKind::Rtp, late);
    assert_eq!(drops(&pair, DropReason::Late), 1);
    assert!(pair.frames(given_up).is_empty());
}

#[test]
fn a_gap_that_closes_in_time_costs_nothing() {
    let mut pair = Pair::new(h264(MODE));
    let mut video = Video::new(5, 8_000);
    let mut packets: Vec<_> =
        (0..3).flat_map(|n| frame_packets(&mut pair, &mut video, n)).collect();
    let overtaken = packets.remove(1);
    let now = Time::from_secs(2);
    for packet in packets {
        deliver(&mut pair.bob, now, PacketKind::Rtp, packet);
    }
    assert!(pair.frames(now).is_empty());
    let later = now + Duration::from_millis(39);
    pair.bob.handle_timeout(later);
    deliver(&mut pair.bob, later, PacketKind::Rtp, overtaken);
    // Frames that were late delay those after them a little.
    assert_eq!(pair.frames(later + Duration::from_millis(100)).len(), 3);
    let statistics = pair.bob.receiver_statistics(MEDIA).expect("statistics");
    assert_eq!(statistics.drops.total(), 0);
}

#[test]
fn frames_that_nobody_fetches_make_room() {
    let mut pair = Pair::new(h264(MODE));
    let mut video = Video::new(5, 60_000);
    for number in 0..200 {
        let at = frame_time(number).0;
        for packet in frame_packets(&mut pair, &mut video, number) {
            deliver(&mut pair.bob, at, PacketKind::Rtp, packet);
        }
        let held = pair.bob.receiver_statistics(MEDIA).expect("statistics");
        assert!(held.bytes_held <= 3 << 20 && held.packets_held <= 2_048);
        pair.bob.handle_timeout(at);
        pair.sent_by_bob(at);
        // Nobody is woken again and again for what he does not want.
        assert!(pair.bob.deadline().is_none_or(|deadline| deadline.at > at));
    }
    assert!(drops(&pair, DropReason::Overflow) > 0);
    assert!(drops(&pair, DropReason::AwaitingKeyFrame) > 0);
    // The only key frame is gone: nothing that is left can be decoded.
    assert!(pair.frames(Time::from_secs(100)).is_empty());
    assert!(pair.sent_by_bob(Time::from_secs(100)).len() == 1, "a key frame is asked for");
}
