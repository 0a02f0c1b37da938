//! Timelines, compared with the traces of the same runs.

use std::collections::BTreeMap;

use roomrtc_core::base::Time;
use roomrtc_sim::trace::{FrameFate, PacketFate, Place, Trace, What};

use crate::example::{lossy, recorded, replayed, simulated, timeline, traced};
use crate::ladder::{Fate, Loss};
use crate::lanes::LaneKind;

/// By packet: how often it was sent, delivered and dropped.
fn counts(trace: &Trace) -> BTreeMap<u64, [u32; 3]> {
    let mut counts: BTreeMap<u64, [u32; 3]> = BTreeMap::new();
    for event in trace.events() {
        let What::Packet(packet) = &event.what else { continue };
        let own = counts.entry(packet.number).or_default();
        match packet.fate {
            PacketFate::Sent => own[0] += 1,
            PacketFate::Delivered => own[1] += 1,
            PacketFate::Dropped(_) => own[2] += 1,
            _ => {}
        }
    }
    counts
}

#[test]
fn every_packet_of_the_trace_is_in_the_ladder_once_with_its_fate() {
    let scenario = lossy(5);
    let (timeline, trace) = (timeline(&mut simulated(&scenario, 7)), traced(&scenario, 7));
    let counts = counts(&trace);
    assert_eq!(timeline.ladder.crossings().len(), counts.len());
    assert!(counts.values().all(|[sent, ..]| *sent == 1));
    for crossing in timeline.ladder.crossings() {
        let [_, delivered, dropped] = counts[&crossing.number];
        match crossing.fate {
            Fate::Arrived(_) => assert_eq!(crossing.copies + 1, delivered),
            Fate::Lost(_) => assert_eq!((delivered, dropped), (0, 1)),
            Fate::Unknown => assert_eq!((delivered, dropped), (0, 0)),
        }
    }
    assert!(timeline.losses.len() > 20, "{}", timeline.losses.len());
    assert_eq!(timeline.end, Time::from_secs(4));
}

#[test]
fn what_is_under_way_is_found() {
    let timeline = timeline(&mut simulated(&lossy(5), 7));
    let ladder = &timeline.ladder;
    for millis in (0..4_000).step_by(173) {
        let (from, until) = (Time::from_millis(millis), Time::from_millis(millis + 40));
        let found = ladder.under_way(from, until);
        for (index, crossing) in ladder.crossings().iter().enumerate() {
            if crossing.sent <= until && crossing.last() >= from {
                assert!(found.contains(&index), "packet {} at {millis}", crossing.number);
            }
        }
        assert!(found.len() < 400, "{}", found.len());
    }
}

#[test]
fn the_lanes_of_a_call_end_where_a_call_should_be() {
    let timeline = timeline(&mut simulated(&lossy(2), 3));
    for host in 0..2 {
        for (kind, name) in [
            (LaneKind::Call, "in a call"),
            (LaneKind::Negotiation, "stable"),
            (LaneKind::Dtls, "connected"),
            (LaneKind::Picture, "moves"),
        ] {
            let lane = timeline.lanes.iter().find(|lane| lane.host == host && lane.kind == kind);
            let last = lane.and_then(|lane| lane.changes().last()).expect("a state");
            assert_eq!(last.name, name, "{kind:?} of host {host}");
        }
        let ice =
            timeline.lanes.iter().find(|lane| (lane.host, lane.kind) == (host, LaneKind::Ice));
        let names: Vec<_> = ice.expect("a lane").changes().iter().map(|one| one.name).collect();
        assert_eq!(names.first(), Some(&"new"), "{names:?}");
        assert_eq!(names.last(), Some(&"completed"), "{names:?}");
    }
    assert!(timeline.lanes.iter().all(|lane| lane.changes().is_sorted_by_key(|one| one.time)));
    assert_eq!(timeline.notes.first().map(String::as_str), Some("verdict: held"));
}

#[test]
fn pictures_that_stood_still_are_those_of_the_story() {
    let scenario = lossy(15);
    let (timeline, trace) = (timeline(&mut simulated(&scenario, 5)), traced(&scenario, 5));
    let told = roomrtc_sim::report::story::story(&trace);
    let told = told.iter().filter(|moment| moment.what.starts_with("the picture moves again"));
    let freezes: usize = timeline.pictures.iter().map(|own| own.freezes().len()).sum();
    assert!(freezes > 0);
    assert_eq!(freezes, told.count());
}

#[test]
fn a_recording_has_the_losses_of_the_call_that_was_recorded() {
    let scenario = lossy(5);
    let (timeline, trace) =
        (timeline(&mut replayed(recorded(&scenario, 7, true))), traced(&scenario, 7));
    let media = |place, fate: &PacketFate| {
        matches!(place, Place::Pipe(_)) && matches!(fate, PacketFate::Dropped(_))
    };
    let dropped = trace.events().iter().filter(|event| match &event.what {
        What::Packet(packet) => media(event.place, &packet.fate),
        _ => false,
    });
    let dropped = dropped.count();
    let lost = timeline.ladder.crossings().iter().filter(|crossing| crossing.is_lost());
    let lost: Vec<_> = lost.collect();
    let is_absent = |fate: &Fate| {
        matches!(fate, Fate::Lost(Loss { cause: Loss::NOT_RECEIVED, place: None, .. }))
    };
    assert!(lost.iter().all(|crossing| is_absent(&crossing.fate)));
    // What was lost before another could arrive, or at the very end, cannot be told from late.
    assert!(lost.len().abs_diff(dropped) <= 8, "{} of {dropped}", lost.len());
    assert!(lost.len() > 20);
}

#[test]
fn frames_of_the_trace_are_the_frames_shown() {
    let scenario = lossy(5);
    let (timeline, trace) = (timeline(&mut simulated(&scenario, 9)), traced(&scenario, 9));
    for host in 0..2 {
        let shown = trace.events().iter().filter(|event| {
            let is_shown =
                matches!(&event.what, What::Frame(frame) if frame.fate == FrameFate::Received);
            event.place == Place::Host(host) && is_shown
        });
        assert_eq!(timeline.pictures[host].shown().len(), shown.count());
    }
}
