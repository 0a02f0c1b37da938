//! Chains, compared with what a search of the whole trace finds.

use std::collections::BTreeSet;

use roomrtc_core::base::Time;
use roomrtc_core::rtcp::{Packet, Packets};
use roomrtc_sim::report::capture::PlainMedia;
use roomrtc_sim::trace::{FrameFate, PacketClass, PacketFate, Place, Trace, What};

use super::Consequence;
use super::wire::Wire;
use crate::example::{lossy, recorded, replayed, simulated, timeline, traced};
use crate::timeline::Timeline;

/// What every packet of media in a trace says, in the order of sending.
fn wire(trace: &Trace) -> Vec<Wire> {
    let mut media = PlainMedia::default();
    trace.keys().iter().for_each(|keys| media.learn(keys));
    let mut all = Vec::new();
    for event in trace.events() {
        let (What::Packet(packet), Place::Host(host)) = (&event.what, event.place) else {
            continue;
        };
        if packet.fate != PacketFate::Sent {
            continue;
        }
        let plain = media.open(event.place, packet).map(<[u8]>::to_vec).unwrap_or_default();
        let (arrived, is_dropped) = fate(trace, packet.number);
        let (class, number, sent) = (packet.class, packet.number, event.time);
        all.push(Wire { number, host, class, sent, arrived, is_dropped, plain });
    }
    all
}

/// When a packet is delivered, and whether it is dropped.
fn fate(trace: &Trace, number: u64) -> (Option<Time>, bool) {
    let own = trace.events().iter().filter_map(|event| match &event.what {
        What::Packet(packet) if packet.number == number => Some((event.time, packet.fate)),
        _ => None,
    });
    let arrived = own.clone().find(|(_, fate)| *fate == PacketFate::Delivered);
    let is_dropped = own.clone().any(|(_, fate)| matches!(fate, PacketFate::Dropped(_)));
    (arrived.map(|(time, _)| time), is_dropped)
}

fn asks_for(wire: &Wire, ssrc: u32, sequence: u16) -> bool {
    wire.class == PacketClass::Rtcp
        && Packets::new(&wire.plain).flatten().any(|packet| match packet {
            Packet::GenericNack(nack) => {
                nack.media_ssrc == ssrc && nack.lost().any(|number| number == sequence)
            }
            _ => false,
        })
}

/// A lost packet, the packets that ask for it, those that have it again, and when the first of these
/// arrived.
type Expected = (u64, BTreeSet<u64>, BTreeSet<u64>, Option<Time>);

/// The lost packets of media streams, retransmissions aside, with what came of them.
fn expected(wires: &[Wire]) -> Vec<Expected> {
    let video = wires.iter().filter(|wire| wire.class == PacketClass::Rtp);
    // The first payload type that is sent is that of video; retransmissions have another.
    let first = video.clone().next().expect("media").payload_type();
    let lost = video.filter(|wire| wire.is_dropped && wire.payload_type() == first);
    let lost = lost.map(|own| {
        let later = wires.iter().filter(|wire| wire.sent > own.sent);
        let (ssrc, sequence) = (own.ssrc(), own.sequence());
        let asked =
            later.clone().filter(|wire| wire.host != own.host && asks_for(wire, ssrc, sequence));
        let again = later.filter(|wire| {
            wire.host == own.host
                && wire.class == PacketClass::Rtp
                && wire.payload_type() != first
                && wire.original() == Some(sequence)
        });
        let again: Vec<_> = again.collect();
        let repaired = again.iter().filter_map(|wire| wire.arrived).min();
        let numbers = |wires: Vec<&Wire>| wires.iter().map(|wire| wire.number).collect();
        (own.number, numbers(asked.collect()), numbers(again), repaired)
    });
    lost.collect()
}

fn chain(timeline: &Timeline, packet: u64) -> &[Consequence] {
    let index = timeline.ladder.find(packet).expect("in the ladder");
    let loss = timeline.loss_of(index).expect("among the losses");
    &timeline.losses[loss].chain
}

fn packets(chain: &[Consequence], is_meant: fn(&Consequence) -> bool) -> BTreeSet<u64> {
    chain.iter().filter(|link| is_meant(link)).filter_map(Consequence::packet).collect()
}

#[test]
fn who_asked_and_what_was_sent_again_is_as_in_the_trace() {
    let scenario = lossy(6);
    let (timeline, trace) = (timeline(&mut simulated(&scenario, 7)), traced(&scenario, 7));
    let expected = expected(&wire(&trace));
    assert!(expected.len() > 20, "{}", expected.len());
    assert!(expected.iter().any(|(_, asked, ..)| asked.len() > 1), "none was asked for twice");
    for (packet, asked, again, repaired) in expected {
        let chain = chain(&timeline, packet);
        assert_eq!(packets(chain, |link| matches!(link, Consequence::Asked { .. })), asked);
        assert_eq!(packets(chain, |link| matches!(link, Consequence::SentAgain { .. })), again);
        let told = chain.iter().find_map(|link| match link {
            Consequence::Repaired { time, .. } => Some(*time),
            _ => None,
        });
        assert_eq!(told, repaired, "packet {packet}: {chain:?}");
        assert!(chain.is_sorted_by_key(Consequence::time));
    }
}

/// Where which frames of the trace are shown, by their timestamps.
fn shown(trace: &Trace) -> BTreeSet<(Place, u32)> {
    let shown = trace.events().iter().filter_map(|event| match &event.what {
        What::Frame(frame) if frame.fate == FrameFate::Received => {
            Some((event.place, frame.timestamp?))
        }
        _ => None,
    });
    shown.collect()
}

#[test]
fn a_frame_is_lost_exactly_where_the_trace_has_no_such_frame() {
    let scenario = lossy(15);
    let (timeline, trace) = (timeline(&mut simulated(&scenario, 5)), traced(&scenario, 5));
    let shown = shown(&trace);
    let (mut lost, mut kept) = (0, 0);
    for loss in &timeline.losses {
        let crossing = loss.crossing.and_then(|index| timeline.ladder.get(index)).expect("sent");
        let Some(rtp) = crossing.reading.rtp().filter(|rtp| !rtp.is_retransmission) else {
            continue;
        };
        let is_shown = shown.contains(&(crossing.to.expect("a way"), rtp.timestamp));
        for link in &loss.chain {
            match link {
                Consequence::FrameLost { .. } => lost += u32::from(!is_shown),
                Consequence::FrameInTime { .. } | Consequence::FrameLate { .. } => {
                    kept += u32::from(is_shown);
                }
                _ => continue,
            }
            let is_lost = matches!(link, Consequence::FrameLost { .. });
            assert_eq!(is_lost, !is_shown, "packet {}", crossing.number);
        }
    }
    assert!(lost > 0 && kept > 10, "{lost} lost, {kept} kept");
}

#[test]
fn a_key_frame_and_a_freeze_follow_what_cannot_be_repaired() {
    let scenario = lossy(15);
    let timeline = timeline(&mut simulated(&scenario, 5));
    let chains = || timeline.losses.iter().map(|loss| &loss.chain);
    let has =
        |chain: &Vec<Consequence>, is_meant: fn(&Consequence) -> bool| chain.iter().any(is_meant);
    let is_lost = |link: &Consequence| matches!(link, Consequence::FrameLost { .. });
    let asked = chains().find(|chain| {
        has(chain, is_lost) && has(chain, |link| matches!(link, Consequence::KeyFrameSent { .. }))
    });
    let asked = asked.expect("a key frame because of a loss");
    assert!(has(asked, |link| matches!(link, Consequence::KeyFrameAsked { .. })));
    for freeze in chains().flatten() {
        let Consequence::Froze { from, until } = freeze else { continue };
        let is_known = |own: &crate::timeline::Pictures| own.freezes().contains(&(*from, *until));
        assert!(timeline.pictures.iter().any(is_known));
    }
    assert!(chains().any(|chain| has(chain, |link| matches!(link, Consequence::Froze { .. }))));
}

#[test]
fn who_records_alone_sees_gaps_and_how_they_were_filled() {
    let scenario = lossy(5);
    let timeline = timeline(&mut replayed(recorded(&scenario, 7, false)));
    let gaps: Vec<_> = timeline.losses.iter().filter(|loss| loss.crossing.is_none()).collect();
    assert!(gaps.len() > 10, "{}", gaps.len());
    let dropped = expected(&wire(&traced(&scenario, 7)));
    let wires = wire(&traced(&scenario, 7));
    let of_caller = dropped
        .iter()
        .filter(|(number, ..)| wires.iter().any(|wire| wire.number == *number && wire.host == 0));
    // The first and the last of a stream leave no gap.
    assert!(of_caller.count().abs_diff(gaps.len()) <= 2);
    let is_repaired = |link: &Consequence| matches!(link, Consequence::Repaired { .. });
    let repaired = gaps.iter().filter(|gap| gap.chain.iter().any(is_repaired)).count();
    assert!(repaired * 2 > gaps.len(), "{repaired} of {}", gaps.len());
}
