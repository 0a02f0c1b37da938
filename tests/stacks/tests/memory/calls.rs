//! Whole calls.

use std::time::Duration;

use roomrtc_core::session::{Command, Event, Peer};
use roomrtc_stacks::Stack;
use roomrtc_stacks::memory::MemoryCall;

use super::video::Video;
use super::{connected, other, pairings};
use crate::{record, record_both};

const SECOND: Duration = Duration::from_secs(1);

#[test]
fn video_goes_both_ways_and_arrives_byte_for_byte() {
    for stacks in pairings() {
        for trickles in [false, true] {
            let mut call = connected(stacks, trickles);
            let mut videos = [Video::of(0), Video::of(1)];
            Video::send_both(&mut videos, &mut call, 100);
            videos.iter().for_each(|video| video.assert_seen(&call));
            let (we_offer, other) = (stacks[0] == Stack::Ours, other(stacks));
            let who = if we_offer { "we offer" } else { "it offers" };
            let what = if trickles { "video both ways" } else { "without trickle" };
            record(other, &format!("{what}, {who}"), "every frame");
        }
    }
}

#[test]
fn a_request_for_a_key_frame_either_way_brings_one() {
    for stacks in pairings() {
        let mut call = connected(stacks, false);
        let mut videos = [Video::of(0), Video::of(1)];
        for asks in [0, 1] {
            Video::send_both(&mut videos, &mut call, 20);
            let asked = Event::KeyFrameRequested { media: Peer::VIDEO };
            let before = call.ends[1 - asks].told(&asked);
            let command = Command::RequestKeyFrame { media: Peer::VIDEO };
            call.command(asks, command).expect("a request");
            let is_told = |call: &MemoryCall| call.ends[1 - asks].told(&asked) > before;
            assert!(call.run_until(SECOND, is_told), "{stacks:?}: end {asks} asks");
            let keys = |call: &MemoryCall| {
                call.ends[asks].frames.iter().filter(|frame| frame.is_key_frame).count()
            };
            let had = keys(&call);
            Video::send_both(&mut videos, &mut call, 3);
            assert_eq!(keys(&call), had + 1, "{stacks:?}: end {asks} asks");
        }
        videos.iter().for_each(|video| video.assert_seen(&call));
    }
    record_both("key frames asked for, either way", "yes");
}

#[test]
fn whoever_closes_the_other_hears_it() {
    for stacks in pairings() {
        for closes in [0, 1] {
            let mut call = connected(stacks, false);
            let mut videos = [Video::of(0), Video::of(1)];
            Video::send_both(&mut videos, &mut call, 5);
            call.command(closes, Command::Close).expect("an open session");
            let hears = |call: &MemoryCall| call.ends[1 - closes].told(&Event::ClosedByPeer) > 0;
            assert!(call.run_until(SECOND, hears), "{stacks:?}: end {closes} closes");
        }
    }
    record_both("closing, either side", "yes");
}

#[test]
fn either_end_restarts_ice_and_the_video_goes_on() {
    for stacks in pairings() {
        for restarts in [0, 1] {
            let mut call = connected(stacks, false);
            let mut videos = [Video::of(0), Video::of(1)];
            Video::send_both(&mut videos, &mut call, 20);
            let before = credentials(&call);
            call.command(restarts, Command::RestartIce).expect("a session");
            call.command(restarts, Command::CreateOffer).expect("an offer");
            Video::send_both(&mut videos, &mut call, 100);
            let after = credentials(&call);
            for end in [0, 1] {
                assert_ne!(before[end], after[end], "{stacks:?}: end {restarts} restarts");
            }
            // By RFC 8445 section 9 media goes on over the old pair until there is a new one. Both of
            // the others have no pair between a restart and their first new one: str0m drops what it is
            // given to send until then, and rtc whatever comes or goes (its IceHandler).
            videos.iter().for_each(|video| video.assert_goes_on(&call, 80));
        }
    }
    record_both("ICE restart, either side", "yes");
}

/// The ICE user name of each end's last description.
fn credentials(call: &MemoryCall) -> [String; 2] {
    [0, 1].map(|end| {
        let description = call.ends[end].descriptions.last().expect("a description");
        let line = description.lines().find(|line| line.starts_with("a=ice-ufrag:"));
        line.expect("a user name").to_owned()
    })
}
