//! A made-up run for tests: a call with an outage.

use std::net::SocketAddr;
use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_core::session::Event;

use crate::figures::Figures;
use crate::network::{Origin, Packet};
use crate::oracle::Rule;
use crate::report::{Account, Check};
use crate::run::Verdict;
use crate::trace::{
    Cause, Direction, FrameEvent, FrameFate, Happening, PacketFate, Place, Sample, Series,
    SignallingEvent, Trace, TraceLevel, What,
};

const END: Time = Time::from_secs(20);

/// Makes an account of the run and hands it over.
pub(in crate::report) fn with_account<T>(use_it: impl FnOnce(&Account<'_>) -> T) -> T {
    let trace = trace();
    let round_trip = Some(Duration::from_millis(50));
    let figures = Figures::of(trace.tally(), trace.names(), END, round_trip);
    let checks = [
        Check { oracle: "frames", demand: "frames are whole", failure: None },
        Check {
            oracle: "recovery",
            demand: "frames flow",
            failure: Some((Rule::Liveness, "at 9 s: no frame <b>".into())),
        },
    ];
    use_it(&Account {
        scenario: "outage",
        about: "The network is gone for three seconds & comes back",
        case: "loss=5 %",
        seed: 7,
        command: "roomrtc-sim run outage --seed 7",
        end: END,
        verdict: Verdict::NotLive,
        checks: &checks,
        figures: &figures,
        trace: &trace,
    })
}

fn trace() -> Trace {
    let mut trace = Trace::new(TraceLevel::Events);
    for (place, name) in [
        (Place::Host(0), "caller"),
        (Place::Host(1), "callee"),
        (Place::Pipe(0), "caller-up"),
        (Place::Pipe(1), "callee-up"),
    ] {
        trace.name(place, name);
    }
    connect(&mut trace);
    let mut number = 100;
    for frame in 0..600 {
        let at = Time::from_millis(300 + frame * 33);
        if frame == 200 {
            trace.record(at, Place::World, What::Happening(Happening::begins("outage", "3 s")));
        }
        if frame == 290 {
            trace.record(at, Place::World, What::Happening(Happening::ends("outage", "")));
        }
        for host in 0..2 {
            send_frame(&mut trace, at, host, frame, &mut number);
        }
        let value = (frame * 991) % 60_000;
        let sample = Sample { series: Series::QueueBytes, value };
        trace.record(at, Place::Pipe(0), What::Sample(sample));
    }
    trace
}

fn connect(trace: &mut Trace) {
    let signal = |direction, message| {
        let detail = String::new();
        What::Signalling(SignallingEvent { direction, message, length: 1_000, detail })
    };
    let at = Time::from_millis;
    trace.record(Time::ZERO, Place::Host(0), signal(Direction::Sent, "offer"));
    trace.record(at(25), Place::Host(1), signal(Direction::Received, "offer"));
    trace.record(at(50), Place::Host(0), signal(Direction::Received, "answer"));
    let classes = [[0_u8, 1], [1, 1], [22, 0], [22, 0], [22, 0], [22, 0]];
    for (number, first) in classes.into_iter().enumerate() {
        let time = at(50 + 25 * number as u64);
        let fate = if number == 1 {
            PacketFate::Dropped(Cause::at("loss", 0))
        } else {
            PacketFate::Delivered
        };
        carry(trace, time, number % 2, number as u64, &first, fate);
    }
    trace.record(at(100), Place::Host(0), What::Engine(Event::IceConnected));
    for host in 0..2 {
        trace.record(
            at(200 + 25 * host),
            Place::Host(host as usize),
            What::Engine(Event::Connected),
        );
    }
}

fn carry(trace: &mut Trace, at: Time, from: usize, number: u64, payload: &[u8], fate: PacketFate) {
    let packet = Packet {
        number,
        origin: Origin::Host(from),
        sent: at,
        source: SocketAddr::from(([10, 0, 0, from as u8], 5_000)),
        destination: SocketAddr::from(([10, 0, 0, 1 - from as u8], 5_000)),
        ecn: 0,
        payload: payload.to_vec(),
    };
    trace.record_packet(at, Place::Host(from), &packet, PacketFate::Sent);
    let place = match fate {
        PacketFate::Delivered => Place::Host(1 - from),
        _ => Place::Pipe(from),
    };
    trace.record_packet(at + Duration::from_millis(25), place, &packet, fate);
}

fn send_frame(trace: &mut Trace, at: Time, host: usize, frame: u64, packets: &mut u64) {
    let is_key_frame = frame.is_multiple_of(100) || frame == 292;
    let length = if is_key_frame { 20_000 } else { 3_000 + (frame as usize * 131) % 2_000 };
    let (sent, from, number, timestamp) = (at, host, frame, None);
    let event = |fate| {
        let frame = FrameEvent { fate, from, number, sent, length, is_key_frame, timestamp };
        What::Frame(frame)
    };
    trace.record(at, Place::Host(host), event(FrameFate::Sent));
    let is_out = (200..290).contains(&frame);
    for _ in 0..length / 1_000 {
        let fate = match is_out {
            true => PacketFate::Dropped(Cause::at("blackout", *packets)),
            false => PacketFate::Delivered,
        };
        carry(trace, at, host, *packets, &[128; 1_000], fate);
        *packets += 1;
    }
    let arrival = at + Duration::from_micros(26_000 + (frame * 7_919) % 9_000);
    let (fate, peer) = (if is_out { FrameFate::Skipped } else { FrameFate::Received }, 1 - host);
    trace.record(arrival, Place::Host(peer), event(fate));
    if frame == 290 {
        trace.record(at, Place::Host(peer), What::KeyFrameRequest);
    }
}
