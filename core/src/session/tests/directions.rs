//! Which way media flows, and when.

use super::Pair;
use super::pair::attribute;
use crate::session::{Command, CommandError, Direction, Event};

/// Media packets that each side sends in half a second, a little after now.
fn sends(pair: &mut Pair) -> [bool; 2] {
    pair.run(200);
    let before = pair.media.each_ref().map(Vec::len);
    pair.run(500);
    [0, 1].map(|side| pair.media[side].len() > before[side])
}

#[test]
fn every_direction_holds_whoever_offers_it() {
    for offerer in 0..2 {
        let mut pair = Pair::connected();
        for ours in Direction::ALL {
            for theirs in Direction::ALL {
                pair.must(1 - offerer, Command::SetDirection { media: 0, direction: theirs });
                pair.offer_direction(offerer, ours);
                pair.carry();
                let expected = [ours, theirs];
                let flows = [0, 1]
                    .map(|side: usize| expected[side].sends() && expected[1 - side].receives());
                let mut sends = sends(&mut pair);
                sends.rotate_left(offerer);
                assert_eq!(sends, flows, "{offerer} offers {ours:?}, the other wants {theirs:?}");
            }
        }
    }
}

#[test]
fn a_stream_that_was_stopped_goes_on_with_a_key_frame_and_its_source() {
    let mut pair = Pair::connected();
    let before = pair.peers.each_ref().map(|peer| peer.statistics().media[0]);
    let told = Event::DirectionChanged { media: 0, direction: Direction::ReceiveOnly };
    pair.offer_direction(1, Direction::SendOnly);
    assert!(!pair.events[0].contains(&told));
    pair.carry();
    assert!(pair.events[0].contains(&told), "{:?}", pair.events[0]);
    assert_eq!(sends(&mut pair), [false, true]);
    let (seen, asked) = (pair.frames[1].len(), pair.events[0].len());
    pair.offer_direction(1, Direction::SendReceive);
    pair.carry();
    assert_eq!(sends(&mut pair), [true, true]);
    assert!(pair.events[0][asked..].contains(&Event::KeyFrameRequested { media: 0 }));
    assert!(pair.frames[1][seen], "the first frame is a key frame");
    let after = pair.peers.each_ref().map(|peer| peer.statistics().media[0]);
    let (sender, receiver) =
        (after[0].sender.expect("sends"), after[1].receiver.expect("receives"));
    let former = before[1].receiver.expect("received");
    assert_eq!(sender.ssrc, before[0].sender.expect("sent").ssrc);
    assert_eq!(receiver.ssrc, former.ssrc);
    assert!(receiver.frames_received > former.frames_received);
    assert_eq!(receiver.packets_lost, 0, "what was under way is not lost");
    pair.assert_video_runs();
}

#[test]
fn a_source_stays_named_once_it_has_sent() {
    let mut pair = Pair::connected();
    let mut named = Vec::new();
    for direction in Direction::ALL {
        pair.offer_direction(0, direction);
        let offer = pair.description(0);
        let has = |name| attribute(&offer.1, name).map(str::to_owned);
        assert!(has("msid").is_some(), "{direction:?}");
        named.push(has("ssrc").expect("named"));
        pair.give(1, &offer).expect("fits");
        pair.carry();
    }
    assert!(named.iter().all(|source| *source == named[0]), "{named:?}");
}

#[test]
fn a_source_that_has_never_sent_is_not_named() {
    let mut pair = Pair::new();
    pair.must(0, Command::SetDirection { media: 0, direction: Direction::ReceiveOnly });
    pair.must(0, Command::CreateOffer);
    let offer = pair.description(0);
    assert!(attribute(&offer.1, "ssrc").is_none() && attribute(&offer.1, "msid").is_none());
}

#[test]
fn media_that_was_protected_already_does_not_leave_and_rtcp_does() {
    let mut pair = Pair::connected();
    for (packet, is_kept) in [([128, 96, 0, 0], false), ([128, 200, 0, 0], true)] {
        let peer = &mut pair.peers[0];
        peer.held = packet.to_vec();
        peer.take_direction(Direction::ReceiveOnly);
        assert_eq!(!peer.held.is_empty(), is_kept);
        peer.held.clear();
    }
}

#[test]
fn there_is_no_direction_without_media() {
    let mut pair = Pair::new();
    let command = Command::SetDirection { media: 1, direction: Direction::Inactive };
    assert_eq!(pair.command(0, command), Err(CommandError::UnknownMedia(1)));
}
