//! Attackers as the network sees them.

use std::collections::BTreeSet;
use std::net::SocketAddr;

use roomrtc_core::base::{Seed, Time};
use roomrtc_core::crypto::{HashAlgorithm, default_provider};
use roomrtc_core::sdp::Candidate;
use roomrtc_core::stun::{ErrorCode, Message, MessageClass};

use super::*;
use crate::network::{Origin, Packet};
use crate::quantity::{Share, Span};

const CALLER: &str = "198.51.100.1:5000";
const CALLED: &str = "198.51.100.2:5000";
const VICTIM: &str = "203.0.113.9:53";

fn address(text: &str) -> SocketAddr {
    text.parse().unwrap()
}

fn attacker(parameters: AttackerParameters) -> Attacker {
    let mut attacker = Attacker::new(2, parameters, &Seed::from_u64(1));
    for (side, text) in [(Side::Caller, CALLER), (Side::Called, CALLED)] {
        attacker.learn(Time::ZERO, Fact::Address(side, address(text)));
    }
    attacker
}

fn flood(forgery: Forgery) -> AttackerParameters {
    AttackerParameters::of(Attack::Flood(Flood {
        forgeries: vec![forgery],
        source: SpoofedSource::Peer,
    }))
}

/// Everything that is sent until then, with its time in milliseconds.
fn run(attacker: &mut Attacker, until: u64) -> Vec<(u64, Packet)> {
    let mut all = Vec::new();
    while let Some(due) = attacker.deadline().filter(|due| due.as_millis() <= until) {
        all.extend(attacker.poll(due).map(|packet| (due.as_millis(), packet)));
    }
    all
}

fn first(forgery: Forgery) -> Vec<u8> {
    let mut attacker = attacker(flood(forgery));
    attacker.learn(Time::ZERO, Fact::Fragment(Side::Caller, "caller".to_owned()));
    attacker.learn(Time::ZERO, Fact::Fragment(Side::Called, "called".to_owned()));
    attacker.learn(Time::ZERO, Fact::Source(Side::Called, 0x0102_0304));
    attacker.poll(Time::ZERO).unwrap().payload
}

fn genuine(payload: &[u8]) -> Packet {
    Packet {
        number: 9,
        origin: Origin::Host(0),
        sent: Time::ZERO,
        source: address(CALLER),
        destination: address(CALLED),
        ecn: 0,
        payload: payload.to_vec(),
    }
}

#[test]
fn a_flood_keeps_its_rate_times_and_addresses() {
    let parameters = AttackerParameters {
        start: Span::millis(100),
        lasts: Some(Span::millis(50)),
        rate: 200,
        ..flood(Forgery::Any)
    };
    let mut attacker = attacker(parameters);
    assert_eq!(attacker.poll(Time::from_millis(99)), None);
    let sent = run(&mut attacker, 10_000);
    let times: Vec<u64> = sent.iter().map(|(at, _)| *at).collect();
    assert_eq!(times, [100, 105, 110, 115, 120, 125, 130, 135, 140, 145]);
    for (_, packet) in &sent {
        assert_eq!(packet.origin, Origin::Attacker(2));
        assert_eq!((packet.source, packet.destination), (address(CALLED), address(CALLER)));
        assert!(packet.payload.len() <= 1_200);
    }
    assert_eq!(attacker.deadline(), None);
    assert_eq!(attacker.statistics().packets_sent, 10);
}

#[test]
fn a_flood_begins_when_it_knows_whom_to_hit_and_ends_at_its_bound() {
    let parameters = AttackerParameters { most_packets: 3, ..flood(Forgery::Noise) };
    let mut attacker = Attacker::new(0, parameters, &Seed::from_u64(1));
    assert_eq!(attacker.deadline(), None);
    let late = Time::from_secs(5);
    attacker.learn(late, Fact::Address(Side::Caller, address(CALLER)));
    assert_eq!(attacker.deadline(), Some(late));
    assert_eq!(run(&mut attacker, 60_000).len(), 3);
}

#[test]
fn sources_are_as_told() {
    let told = [SpoofedSource::Random, SpoofedSource::RandomPort];
    for source in told {
        let forgeries = vec![Forgery::Noise];
        let attack = Attack::Flood(Flood { forgeries, source: source.clone() });
        let sent = run(&mut attacker(AttackerParameters::of(attack)), 1_000);
        let sources: BTreeSet<_> = sent.iter().map(|(_, packet)| packet.source).collect();
        assert!(sources.len() > 95, "{source:?}");
        let is_peer = sources.iter().all(|from| from.ip() == address(CALLED).ip());
        assert_eq!(is_peer, source == SpoofedSource::RandomPort);
    }
}

#[test]
fn every_kind_of_group_is_drawn_and_all_fit_their_protocol() {
    let mut attacker = attacker(AttackerParameters { rate: 1_000, ..flood(Forgery::Any) });
    let sent = run(&mut attacker, 5_000);
    let kinds: BTreeSet<_> = sent.iter().filter_map(|(_, p)| Traffic::of(&p.payload)).collect();
    assert_eq!(kinds.len(), 4);
    for (group, expected) in [
        (&Forgery::STUN[..], &[Traffic::Stun][..]),
        (&Forgery::DTLS, &[Traffic::Dtls]),
        (&Forgery::MEDIA, &[Traffic::Rtp, Traffic::Rtcp]),
    ] {
        for forgery in group {
            let kind = Traffic::of(&first(*forgery)).unwrap();
            assert!(expected.contains(&kind), "{forgery:?}");
        }
    }
}

#[test]
fn forged_checks_have_what_is_public_and_no_password() {
    for forgery in [Forgery::StunRequestWrongPassword, Forgery::StunRequestNoIntegrity] {
        let bytes = first(forgery);
        let message = Message::parse(&bytes).unwrap();
        assert_eq!(message.class(), MessageClass::Request);
        assert_eq!(message.username(), Some(&b"caller:called"[..]));
        assert!(message.uses_candidate() && message.has_fingerprint());
        assert_eq!(message.has_integrity(), forgery == Forgery::StunRequestWrongPassword);
        let key = default_provider().hmac(HashAlgorithm::Sha1, b"");
        assert!(message.verify(&*key).is_err());
    }
    let unknown = first(Forgery::StunRequestUnknownUser);
    let user = Message::parse(&unknown).unwrap().username().unwrap().to_vec();
    assert!(!user.starts_with(b"caller:"));
    let conflict = first(Forgery::StunErrorRoleConflict);
    let code = Message::parse(&conflict).unwrap().error_code().unwrap().0;
    assert_eq!(code, ErrorCode::ROLE_CONFLICT);
}

#[test]
fn what_it_may_not_know_it_does_not_know() {
    let parameters =
        AttackerParameters { knows_fragments: false, ..flood(Forgery::StunRequestWrongPassword) };
    let mut attacker = attacker(parameters);
    attacker.learn(Time::ZERO, Fact::Fragment(Side::Caller, "caller".to_owned()));
    let packet = attacker.poll(Time::ZERO).unwrap();
    let message = Message::parse(&packet.payload).unwrap();
    assert!(!message.username().unwrap().starts_with(b"caller:"));
}

#[test]
fn forged_hellos_and_goodbyes_are_well_formed() {
    use roomrtc_core::dtls::handshake::{ClientHello, Fragment, MessageBody};
    use roomrtc_core::rtcp::{Packet, Packets};
    use roomrtc_core::wire::ByteReader;
    let bytes = first(Forgery::DtlsClientHello);
    let fragment = Fragment::decode(&mut ByteReader::new(&bytes[13..])).unwrap();
    let hello = ClientHello::read(&mut ByteReader::new(fragment.body)).unwrap();
    assert_eq!(hello.cipher_suites, [0xc02b]);
    let bytes = first(Forgery::RtcpBye);
    let Some(Ok(Packet::Goodbye(goodbye))) = Packets::new(&bytes).next() else {
        panic!("no BYE in {bytes:?}");
    };
    assert_eq!(goodbye.sources().collect::<Vec<_>>(), [0x0102_0304]);
}

#[test]
fn a_reflection_counts_what_hits_the_victim() {
    let attack = Attack::Reflection(Reflection::to(address(VICTIM)));
    let mut attacker = attacker(AttackerParameters::of(attack));
    let sent = run(&mut attacker, 100);
    assert_eq!(sent.len(), 11);
    assert!(sent.iter().all(|(_, packet)| packet.source == address(VICTIM)));
    let answer = Packet { destination: address(VICTIM), ..genuine(&[0; 44]) };
    attacker.handle(Time::ZERO, &answer);
    attacker.handle(Time::ZERO, &genuine(&[0; 500]));
    attacker.handle(Time::ZERO, &Packet { origin: Origin::Attacker(2), ..answer });
    let statistics = attacker.statistics();
    assert_eq!((statistics.packets_reflected, statistics.bytes_reflected), (1, 44));
    let bytes: usize = sent.iter().map(|(_, packet)| packet.payload.len()).sum();
    assert_eq!(statistics.bytes_sent, bytes as u64);
}

#[test]
fn a_replay_sends_both_ways_later_and_more_than_once() {
    let replay = Replay {
        traffic: vec![Traffic::Rtp],
        times: 2,
        delay: Span::millis(10),
        interval: Span::millis(5),
        backwards: true,
        ..Replay::default()
    };
    let mut attacker = attacker(AttackerParameters::of(Attack::Replay(replay)));
    attacker.handle(Time::ZERO, &genuine(&[0x80, 96, 1]));
    attacker.handle(Time::ZERO, &genuine(&[22, 1]));
    attacker.handle(Time::ZERO, &Packet { origin: Origin::Attacker(0), ..genuine(&[0x80, 96]) });
    let sent = run(&mut attacker, 1_000);
    let seen: Vec<_> = sent.iter().map(|(at, p)| (*at, p.source == address(CALLER))).collect();
    assert_eq!(seen, [(10, true), (10, false), (15, true), (15, false)]);
    assert!(
        sent.iter().all(|(_, p)| p.payload == [0x80, 96, 1] && p.origin == Origin::Attacker(2))
    );
    assert_eq!(attacker.statistics().packets_copied, 1);
}

#[test]
fn a_replay_is_bounded_and_may_come_from_elsewhere() {
    let source = Some(SpoofedSource::Addresses(vec![address(VICTIM)]));
    let replay = Replay { times: 9, most_waiting: 4, source, ..Replay::default() };
    let mut attacker = attacker(AttackerParameters::of(Attack::Replay(replay)));
    attacker.handle(Time::ZERO, &genuine(&[0, 1]));
    let sent = run(&mut attacker, 100_000);
    assert_eq!(sent.len(), 4);
    assert!(sent.iter().all(|(_, packet)| packet.source == address(VICTIM)));
}

#[test]
fn a_share_is_copied() {
    let replay = Replay { share: Share::percent(25), delay: Span::ZERO, ..Replay::default() };
    let mut attacker = attacker(AttackerParameters::of(Attack::Replay(replay)));
    for _ in 0..1_000 {
        attacker.handle(Time::ZERO, &genuine(&[0, 1]));
    }
    assert!((200..300).contains(&attacker.statistics().packets_copied));
}

#[test]
fn forged_candidates_name_every_address_and_port() {
    let addresses = vec![address(VICTIM), address("[2001:db8::9]:7")];
    let forgery = CandidateForgery { addresses, ports: 2, priority: 5 };
    let mut attacker = attacker(AttackerParameters::of(Attack::Candidates(forgery)));
    let mut named = Vec::new();
    while let Some(due) = attacker.deadline() {
        assert_eq!(attacker.poll(due), None);
        let candidate = attacker.poll_candidate(due).unwrap();
        let read: Candidate = candidate.candidate.parse().unwrap();
        named.push((due.as_millis(), read.port));
    }
    assert_eq!(named, [(0, 53), (10, 7), (20, 54), (30, 8)]);
}

#[test]
fn parameters_are_read_from_text() {
    let text = "target = 'called'\nrate = 1000\nattack = { flood = { forgeries = ['any-dtls'], \
                source = 'random' } }";
    let read: AttackerParameters = toml::from_str(text).unwrap();
    assert_eq!((read.target, read.rate), (Side::Called, 1_000));
    let text = "attack = { reflection = { victim = '203.0.113.9:53' } }";
    let read: AttackerParameters = toml::from_str(text).unwrap();
    assert_eq!(read, AttackerParameters::of(Attack::Reflection(Reflection::to(address(VICTIM)))));
    let text =
        "attack = { replay = { traffic = ['dtls'], source = { addresses = ['1.2.3.4:5'] } } }";
    assert!(toml::from_str::<AttackerParameters>(text).is_ok());
    assert!(toml::from_str::<AttackerParameters>("attack = { flood = { colour = 1 } }").is_err());
}

#[test]
fn the_same_seed_makes_the_same_trouble() {
    let sent = || run(&mut attacker(flood(Forgery::Any)), 3_000);
    assert_eq!(sent(), sent());
    let mut first = attacker(flood(Forgery::Any));
    run(&mut first, 500);
    let mut clone = first.clone();
    assert_eq!(run(&mut first, 900), run(&mut clone, 900));
}
