//! Tests of captures, with a real session.

use std::net::SocketAddr;

use pcap_file::pcapng::Block;
use pcap_file::pcapng::PcapNgReader;
use pcap_file::pcapng::blocks::enhanced_packet::EnhancedPacketOption;
use roomrtc_core::base::{Seed, Time};
use roomrtc_core::session::{Command, Datagram, Event, Input, OutgoingFrame, Peer, PeerConfig};

use super::*;
use crate::network::{Origin, Packet};
use crate::report::capture::internet_packet::checksum;
use crate::trace::{Cause, PacketFate, Place, Trace, TraceLevel};

const ADDRESSES: [([u8; 4], u16); 2] = [([10, 0, 0, 1], 5_000), ([10, 0, 0, 2], 6_000)];
const NOW: Time = Time::from_millis(20);

fn peers() -> [Peer; 2] {
    [0, 1].map(|host| {
        let config = PeerConfig { gives_out_keys: true, ..PeerConfig::default() };
        let mut peer = Peer::new(config, Seed::from_u64(host as u64), NOW);
        let address = Command::AddLocalAddress(SocketAddr::from(ADDRESSES[host]));
        peer.handle(NOW, Input::Command(address)).expect("an address");
        peer.handle(NOW, Input::Command(Command::EndOfLocalAddresses)).expect("the end");
        peer
    })
}

fn description(peer: &mut Peer) -> (roomrtc_core::session::DescriptionKind, String) {
    while let Some(event) = peer.poll_event() {
        if let Event::LocalDescription { kind, sdp } = event {
            return (kind, sdp);
        }
    }
    panic!("no description");
}

fn describe(peers: &mut [Peer; 2]) {
    peers[0].handle(NOW, Input::Command(Command::CreateOffer)).expect("an offer");
    for from in 0..2 {
        let (kind, sdp) = description(&mut peers[from]);
        let command = Command::SetRemoteDescription { kind, sdp: &sdp };
        peers[1 - from].handle(NOW, Input::Command(command)).expect("a description");
    }
}

/// Carries what one peer sends to the other at once; the second datagram is lost.
fn carry(peers: &mut [Peer; 2], now: Time, number: &mut u64, trace: &mut Trace) {
    let mut buffer = Vec::new();
    for from in [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1] {
        let _ = peers[from].handle(now, Input::Tick);
        buffer.clear();
        while let Some(transmit) = peers[from].poll_transmit(&mut buffer) {
            let sent = buffer.split_off(buffer.len() - transmit.length);
            for payload in sent.chunks(transmit.segment_size.unwrap_or(sent.len())) {
                let packet = Packet {
                    number: *number,
                    origin: Origin::Host(from),
                    sent: now,
                    source: transmit.local,
                    destination: transmit.destination,
                    ecn: 1,
                    payload: payload.to_vec(),
                };
                *number += 1;
                deliver(&mut peers[1 - from], 1 - from, now, &packet, trace);
            }
        }
    }
}

fn deliver(peer: &mut Peer, to: usize, now: Time, packet: &Packet, trace: &mut Trace) {
    trace.record_packet(now, Place::Host(1 - to), packet, PacketFate::Sent);
    if packet.number == 1 {
        let lost = PacketFate::Dropped(Cause::at("loss", 17));
        return trace.record_packet(now, Place::Pipe(0), packet, lost);
    }
    trace.record_packet(now, Place::Host(to), packet, PacketFate::Delivered);
    let (local, remote) = (packet.destination, packet.source);
    let datagram = Datagram { local, remote, payload: &packet.payload, ecn: 0 };
    peer.handle(now, Input::Datagram(datagram)).expect("no error");
}

/// A call between two peers with a frame from one to the other.
fn call() -> Trace {
    let mut trace = Trace::new(TraceLevel::Packets);
    trace.name(Place::Pipe(0), "caller-up");
    let (mut peers, mut number) = (peers(), 0);
    describe(&mut peers);
    for millis in (20..2_000).step_by(20) {
        carry(&mut peers, Time::from_millis(millis), &mut number, &mut trace);
        if peers.iter().all(|peer| peer.key_log().is_some()) {
            break;
        }
    }
    for (host, peer) in peers.iter().enumerate() {
        trace.keep_keys(host, peer.key_log().expect("connected"));
    }
    let data = [&[0, 0, 0, 1, 0x65][..], &[7; 3_000]].concat();
    let frame = OutgoingFrame { media: Peer::VIDEO, timestamp: 0, data: &data };
    peers[0].handle(NOW, Input::Command(Command::SendFrame(frame))).expect("a frame");
    carry(&mut peers, Time::from_secs(3), &mut number, &mut trace);
    trace
}

fn comment(options: &[EnhancedPacketOption<'_>]) -> String {
    match options {
        [EnhancedPacketOption::Comment(comment)] => comment.to_string(),
        _ => panic!("one comment"),
    }
}

#[test]
fn a_capture_has_secrets_packets_fates_and_plain_media() {
    let mut file = Vec::new();
    write_capture(&call(), &mut file).expect("a capture");
    let mut reader = PcapNgReader::new(file.as_slice()).expect("a capture");
    let (mut secrets, mut wire, mut plain) = (String::new(), Vec::new(), Vec::new());
    while let Some(block) = reader.next_block() {
        match block.expect("a block") {
            Block::Unknown(block) => secrets = String::from_utf8_lossy(&block.value).into_owned(),
            Block::EnhancedPacket(packet) if packet.interface_id == 0 => {
                wire.push((packet.data.into_owned(), comment(&packet.options)));
            }
            Block::EnhancedPacket(packet) => plain.push(packet.data.into_owned()),
            _ => {}
        }
    }
    assert_eq!(secrets.matches("CLIENT_RANDOM ").count(), 2);
    assert_eq!(wire[1].1, "packet #1: lost: loss caller-up #17");
    assert_eq!(wire[2].1, "packet #2: delivered +0.000 ms");
    for (bytes, _) in &wire {
        assert_eq!(checksum(&[&bytes[..20]]), 0, "the sum over a header with its checksum");
        let length = ((bytes.len() - 20) as u16).to_be_bytes();
        let pseudo = [&bytes[12..20], &[0, 17], &length].concat();
        assert_eq!(checksum(&[&pseudo, &bytes[20..]]), 0);
    }
    let frame_bytes = |data: &Vec<u8>| data.iter().filter(|byte| **byte == 7).count();
    assert!(plain.iter().map(frame_bytes).sum::<usize>() >= 3_000, "the frame in plain text");
}

#[test]
fn a_trace_without_bytes_gives_no_capture() {
    let trace = Trace::new(TraceLevel::Events);
    assert!(matches!(write_capture(&trace, Vec::new()), Err(CaptureError::NoPackets)));
}

#[test]
fn keys_are_given_out_on_request_only() {
    let mut peers = peers();
    assert!(peers.iter().all(|peer| peer.key_log().is_none()));
    let config = PeerConfig::default();
    assert!(!config.gives_out_keys);
    describe(&mut peers);
    assert!(format!("{:?}", call().keys()).contains("KeyLog { srtp_profile"));
}
