//! Video over a connected pair.

use std::time::Duration;

use roomrtc_core::base::{Seed, Time};
use roomrtc_core::session::{Command, Event, OutgoingFrame};

use super::fate::Fate;
use super::pair::Pair;

const FRAME: Duration = Duration::from_millis(33);

/// An access unit of `length` bytes of payload that names its number: an IDR with parameter sets
/// or a coded slice.
fn access_unit(number: u32, is_key_frame: bool, length: usize) -> Vec<u8> {
    let mut unit = Vec::new();
    if is_key_frame {
        unit.extend_from_slice(&[0, 0, 0, 1, 0x67, 0x42, 0xe0, 0x1f, 0x8c, 0x8d, 0x40]);
        unit.extend_from_slice(&[0, 0, 0, 1, 0x68, 0xce, 0x3c, 0x80]);
    }
    unit.extend_from_slice(&[0, 0, 0, 1, if is_key_frame { 0x65 } else { 0x41 }]);
    let mut body = vec![0; length];
    Seed::from_u64(u64::from(number)).stream("frame").fill(&mut body);
    // No byte under 4, so that no start code appears.
    unit.extend(body.into_iter().map(|byte| byte | 4));
    unit
}

/// Sends `count` frames from both sides at 30 a second, an IDR first and whenever one is asked
/// for. Gives what was sent by side.
pub(crate) fn exchange(pair: &mut Pair, count: u32) -> [Vec<Vec<u8>>; 2] {
    let mut sent: [Vec<Vec<u8>>; 2] = Default::default();
    let mut seen = [0; 2];
    for number in 0..count {
        for side in 0..2 {
            let asked = &pair.events[side][seen[side]..];
            let asked = asked.contains(&Event::KeyFrameRequested { media: 0 });
            seen[side] = pair.events[side].len();
            let length = if number % 5 == 0 { 9_000 } else { 700 };
            let data = access_unit(number * 2 + side as u32, number == 0 || asked, length);
            let frame = OutgoingFrame { media: 0, timestamp: number * 3_000, data: &data };
            pair.command(side, Command::SendFrame(frame));
            sent[side].push(data);
        }
        let end = pair.now + FRAME;
        pair.run(end, |_| false);
    }
    let end = pair.now + Duration::from_secs(1);
    pair.run(end, |_| false);
    sent
}

#[test]
fn every_frame_arrives_whole_and_in_order_on_a_clean_path() {
    let mut pair = Pair::new(11);
    pair.start();
    pair.connect(5);
    let sent = exchange(&mut pair, 60);
    for (side, sent) in sent.iter().enumerate() {
        let received: Vec<&Vec<u8>> = pair.frames[1 - side].iter().map(|(_, data)| data).collect();
        assert_eq!(received.len(), 60);
        assert!(received.into_iter().eq(sent), "frames of side {side} differ");
        assert!(pair.frames[side].iter().all(|(frame, _)| frame.is_decodable));
    }
}

#[test]
fn frames_sent_before_the_answer_has_its_keys_are_not_lost() {
    let mut pair = Pair::new(12);
    pair.start();
    let first = |pair: &Pair| (0..2).any(|side| pair.saw(side, &Event::Connected));
    assert!(pair.run(Time::from_secs(5), first));
    let early = usize::from(!pair.saw(0, &Event::Connected));
    let data = access_unit(1, true, 3_000);
    let frame = OutgoingFrame { media: 0, timestamp: 0, data: &data };
    pair.command(early, Command::SendFrame(frame));
    assert!(pair.run(Time::from_secs(5), |pair| !pair.frames[1 - early].is_empty()));
    assert_eq!(pair.frames[1 - early][0].1, data);
}

#[test]
fn what_is_lost_is_sent_again_and_nearly_every_picture_comes() {
    let mut pair = Pair::new(13);
    pair.start();
    pair.connect(5);
    let mut random = Seed::from_u64(13).stream("loss");
    pair.rule = Box::new(move |_, _, _| match random.below(100) {
        0..5 => Fate::Lost,
        5..8 => Fate::Late(Duration::from_millis(25)),
        8..10 => Fate::Twice,
        _ => Fate::Arrive,
    });
    let sent = exchange(&mut pair, 300);
    for (side, sent) in sent.iter().enumerate() {
        let received = &pair.frames[1 - side];
        let mut rest = sent.iter();
        for (_, data) in received {
            assert!(rest.any(|frame| frame == data), "a frame not sent, twice, or out of order");
        }
        assert!(received.len() > 270, "only {} of 300 frames", received.len());
        let media = pair.peers[1 - side].statistics().media[0];
        let receiver = media.receiver.expect("a receiver");
        assert!(receiver.packets_repaired > 0 && receiver.packets_lost > 0, "{receiver:?}");
        assert!(receiver.packets_repaired <= receiver.retransmitted_packets_received);
    }
}
