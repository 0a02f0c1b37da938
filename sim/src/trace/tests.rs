//! Tests of the trace as a whole.

use std::net::SocketAddr;

use roomrtc_core::base::Time;
use roomrtc_core::session::Event;

use super::*;
use crate::network::{Origin, Packet};

fn packet(number: u64, payload: &[u8]) -> Packet {
    Packet {
        number,
        origin: Origin::Host(0),
        sent: Time::from_millis(number),
        source: SocketAddr::from(([10, 0, 0, 1], 50_000)),
        destination: SocketAddr::from(([0x2001, 0xdb8, 0, 0, 0, 0, 0, 1], 443)),
        ecn: 2,
        payload: payload.to_vec(),
    }
}

fn frame(fate: FrameFate) -> What {
    let sent = Time::from_millis(3);
    What::Frame(FrameEvent {
        fate,
        from: 0,
        number: 7,
        sent,
        length: 900,
        is_key_frame: true,
        timestamp: None,
    })
}

/// One event of every kind.
fn happen(trace: &mut Trace) {
    let now = Time::from_millis(30);
    let (host, pipe) = (Place::Host(1), Place::Pipe(0));
    trace.record_packet(now, Place::Host(0), &packet(4, &[0, 1, 0, 0]), PacketFate::Sent);
    let lost = PacketFate::Dropped(Cause::at("loss", 17));
    trace.record_packet(now, pipe, &packet(5, &[22, 1]), lost);
    trace.record_packet(now, host, &packet(4, &[0, 1, 0, 0]), PacketFate::Delivered);
    trace.record(now, host, What::Engine(Event::Connected));
    let message = SignallingEvent::ANSWER;
    let detail = "two\nlines".to_owned();
    let event = SignallingEvent { direction: Direction::Received, message, length: 9, detail };
    trace.record(now, host, What::Signalling(event));
    trace.record(now, host, frame(FrameFate::Received));
    trace.record(now, host, What::KeyFrameRequest);
    trace.record(now, pipe, What::Happening(Happening::begins("outage", "for 3 s")));
    trace.record(now, pipe, What::Sample(Sample { series: Series::QueueBytes, value: 64_000 }));
}

fn traced(level: TraceLevel) -> Trace {
    let mut trace = Trace::new(level);
    trace.name(Place::Host(0), "caller");
    trace.name(Place::Pipe(0), "caller-up");
    happen(&mut trace);
    trace
}

#[test]
fn the_hash_is_the_same_at_every_level_and_on_every_machine() {
    let hash = traced(TraceLevel::Hash).hash();
    assert_eq!(hash, traced(TraceLevel::Events).hash());
    assert_eq!(hash, traced(TraceLevel::Packets).hash());
    assert_eq!(hash, 0x2c52_7f02_3bd1_176d, "{hash:016x}");
}

#[test]
fn the_hash_knows_every_byte_of_a_packet_and_the_order_of_events() {
    let traced = |payloads: [&[u8]; 2]| {
        let mut trace = Trace::new(TraceLevel::Hash);
        for payload in payloads {
            trace.record_packet(Time::ZERO, Place::World, &packet(0, payload), PacketFate::Sent);
        }
        trace.hash()
    };
    let (one, other) = ([128_u8; 1_200], [[128_u8; 1_199].as_slice(), &[129]].concat());
    assert_eq!(traced([&one, &other]), traced([&one, &other]));
    assert_ne!(traced([&one, &one]), traced([&one, &other]));
    assert_ne!(traced([&one, &other]), traced([&other, &one]));
}

#[test]
fn a_copy_goes_on_as_the_original() {
    let mut original = traced(TraceLevel::Hash);
    let mut copy = original.clone();
    happen(&mut original);
    assert_ne!(original.hash(), copy.hash());
    happen(&mut copy);
    assert_eq!(original.hash(), copy.hash());
}

#[test]
fn levels_keep_what_they_say() {
    assert!(traced(TraceLevel::Hash).events().is_empty());
    let payloads = |level| {
        let trace = traced(level);
        assert_eq!(trace.events().len(), 9);
        let payloads = trace.events().iter().filter_map(|event| match &event.what {
            What::Packet(packet) => packet.payload.clone(),
            _ => None,
        });
        payloads.collect::<Vec<_>>()
    };
    assert!(payloads(TraceLevel::Events).is_empty());
    assert_eq!(payloads(TraceLevel::Packets), [Box::from([0, 1, 0, 0])]);
}

const LINES: &str = "\
0.030000000 host:caller packet sent #4 stun 4 bytes 10.0.0.1:50000>[2001:db8::1]:443 ecn=2 hash=ac9b6337f1f1fe57
0.030000000 pipe:caller-up packet dropped #5 dtls 2 bytes 10.0.0.1:50000>[2001:db8::1]:443 ecn=2 cause=loss ordinal=17
0.030000000 host:1 packet delivered #4 stun 4 bytes 10.0.0.1:50000>[2001:db8::1]:443 ecn=2 delay=26.000ms
0.030000000 host:1 engine connected
0.030000000 host:1 signalling received answer 9 bytes two lines
0.030000000 host:1 frame received #7 from=0 900 bytes key delay=27.000ms
0.030000000 host:1 key-frame-request
0.030000000 pipe:caller-up happening begins outage for 3 s
0.030000000 pipe:caller-up sample queue-bytes 64000 bytes
";

#[test]
fn every_event_is_one_line() {
    let trace = traced(TraceLevel::Events);
    let lines: String =
        trace.events().iter().map(|event| format!("{}\n", trace.line(event))).collect();
    assert_eq!(lines, LINES);
}

#[test]
fn what_happens_is_counted() {
    let mut trace = traced(TraceLevel::Hash);
    trace.count_wake_up(1);
    let [caller, callee] = trace.tally().hosts() else { panic!("two hosts") };
    assert_eq!((caller.requests_sent, caller.packets_sent), (1, [1, 0, 0, 0, 0]));
    assert_eq!((caller.bytes_sent[0], caller.wire_bytes_sent), (4, 52));
    assert_eq!(callee.packets_received, [1, 0, 0, 0, 0]);
    assert_eq!(callee.connected, Some(Time::from_millis(30)));
    assert_eq!(callee.answer_arrived, callee.connected);
    assert_eq!((callee.frames_received, callee.frame_delays.as_slice()), (1, &[27_000][..]));
    assert_eq!((callee.key_frames_requested, callee.wake_ups), (1, 1));
    assert_eq!(trace.tally().dropped().get("loss"), Some(&1));
    assert_eq!(trace.tally().events(), 9);
}
