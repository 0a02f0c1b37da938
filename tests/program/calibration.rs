//! The same scenario between two network namespaces and between two virtual hosts.
//!
//! What the links do is done by the same models both times: in real time between the program's
//! sockets, and in the simulator. So what differs is everything else: kernels, threads, a real
//! encoder. The figures are printed side by side; only those are asserted that no load of the machine
//! can change.

use std::fs;
use std::path::Path;

use roomrtc_sim::link::{Delay, Loss};
use roomrtc_sim::quantity::{BitRate, Span};
use roomrtc_sim::run::Outcome;
use roomrtc_sim::scenario::{Scenario, Side};
use serde_json::Value;

use super::peers::connect;
use roomrtc_test_programs::RunningProgram;
use roomrtc_test_programs::programs::roomrtc;
use roomrtc_test_programs::{Namespaces, prerequisite};

const SECONDS: u64 = 6;
const DELAY_MS: u64 = 25;
const LOSS_PERCENT: u64 = 3;
const KILOBITS: u64 = 300;

/// How many seeds the simulated figures are the mean of.
const SEEDS: u64 = 20;

/// The call between two namespaces: the caller's report.
fn real(namespaces: &Namespaces, directory: &Path) -> Value {
    let report = directory.join("offerer.json").display().to_string();
    let rate = format!("{KILOBITS}k");
    let (delay, loss) = (DELAY_MS.to_string(), LOSS_PERCENT.to_string());
    let seconds = SECONDS.to_string();
    let ends = [
        &["offer", "--report", &report, "--seconds", &seconds, "--delay", &delay, "--loss", &loss]
            [..],
        &["answer"][..],
    ];
    let [mut offerer, mut answerer] = [0, 1].map(|end| {
        let bind = ["--bind", Namespaces::ADDRESSES[end], "--size", "320x180", "--bitrate", &rate];
        let arguments = [&["peer"], ends[end], &bind].concat();
        RunningProgram::start(namespaces.inside(end, &roomrtc(&arguments)))
    });
    connect(&mut offerer, &mut answerer, &|line| line);
    offerer.succeed();
    answerer.succeed();
    let report = fs::read(&report).expect("a report");
    serde_json::from_slice::<Value>(&report).expect("JSON")["clients"][0].clone()
}

/// The same call between two virtual hosts, of which the caller alone is behind a bad link, with as
/// many bytes a second as the real encoder made.
fn simulated(seed: u64, bit_rate: BitRate) -> Outcome {
    let mut scenario = Scenario::default().lasting(Span::secs(SECONDS));
    for side in Side::ALL {
        scenario.host_mut(side).media.bit_rate = bit_rate;
    }
    let link = [Loss::percent(LOSS_PERCENT as u32).into(), Delay::millis(DELAY_MS).into()];
    for interface in &mut scenario.caller.interfaces {
        interface.up = link.to_vec();
        interface.down = link.to_vec();
    }
    scenario.run(seed)
}

fn mean(outcomes: &[Outcome], name: &str) -> f64 {
    let values = outcomes.iter().filter_map(|outcome| outcome.figures.value(Some("caller"), name));
    values.sum::<u64>() as f64 / outcomes.len() as f64
}

/// Names, and the figures of both.
fn side_by_side(real: &Value, simulated: &[Outcome]) -> Vec<(&'static str, f64, f64)> {
    let figure = |path: &str| real.pointer(path).and_then(Value::as_f64).unwrap_or(f64::NAN);
    let mean = |name| mean(simulated, name);
    let share = |received: f64, sent: f64| 100.0 * received / sent;
    let real_share = share(figure("/frames/received"), figure("/frames/sent"));
    let simulated_share = share(mean("frames-received"), mean("frames-sent"));
    vec![
        ("frames sent", figure("/frames/sent"), mean("frames-sent")),
        ("frames received, % of those sent", real_share, simulated_share),
        ("key frames sent", figure("/key_frames/sent"), mean("key-frames-sent")),
        ("PLIs sent", figure("/pli/sent"), mean("plis-sent")),
        ("RTP packets sent", figure("/rtp/packets_sent"), mean("packets-sent")),
    ]
}

#[test]
fn the_simulator_and_two_namespaces_side_by_side() {
    let namespaces = match Namespaces::make() {
        Ok(namespaces) => namespaces,
        Err(why) => return prerequisite::missing("two network namespaces", &why),
    };
    let directory = tempfile::tempdir().expect("a directory");
    let real = real(&namespaces, directory.path());
    let bytes = real["rtp"]["bytes_sent"].as_u64().expect("a count");
    let bit_rate = BitRate::bits(bytes * 8 / SECONDS);
    let outcomes: Vec<_> = (0..SEEDS).map(|seed| simulated(seed, bit_rate)).collect();
    println!("{DELAY_MS} ms and {LOSS_PERCENT} % each way, {KILOBITS} kbit/s, {SECONDS} s");
    println!("{:34} {:>12} {:>12}", "", "namespaces", "simulated");
    for (name, real, simulated) in side_by_side(&real, &outcomes) {
        println!("{name:34} {real:12.1} {simulated:12.1}");
    }
    let round_trip = real["rtcp"]["rtt_ms"].as_f64().expect("a round trip");
    assert!(round_trip >= 2.0 * DELAY_MS as f64, "{round_trip} ms");
    assert!(real["frames"]["received"].as_u64() > Some(0));
    assert!(outcomes.iter().all(|outcome| outcome.violations.is_empty()), "{outcomes:#?}");
}
