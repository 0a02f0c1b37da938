//! How fast the simulator is, and what calls in it reach beside what they are to reach.
//!
//! Everything runs on one core, with real cryptography and all oracles.

use std::io::Write as _;
use std::time::{Duration, Instant};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use roomrtc_sim::figures::Figures;
use roomrtc_sim::link::{Burst, Kinds, LinkParameters, Loss, Nth, Selection};
use roomrtc_sim::quantity::Span;
use roomrtc_sim::run::run;
use roomrtc_sim::scenario::format::Overrides;
use roomrtc_sim::scenario::{Bound, Prospect, Scenario, Side, shipped_file};
use roomrtc_sim::shrink::Shrinker;
use roomrtc_sim::simulation::RunOptions;

/// Video of 2 Mbit/s both ways for ten seconds.
fn call() -> Scenario {
    Scenario::call()
}

/// A call that ends once it stands.
fn connection() -> Scenario {
    let mut scenario = Scenario::call().lasting(Span::millis(400)).expecting(Prospect::Connects);
    for side in Side::ALL {
        scenario.host_mut(side).media.sends = false;
    }
    scenario
}

/// A call that fails, because nothing may be skipped, by one of the many faults of its links.
fn failing() -> Scenario {
    let burst = LinkParameters::new(Burst::at_time(Span::secs(4), 30));
    let few = Bound { at_most: "8".parse().ok(), ..Bound::default() };
    let mut scenario = call().link(Loss::percent(1)).up(Side::Caller, burst);
    for side in Side::ALL {
        scenario.host_mut(side).media.bit_rate = roomrtc_sim::quantity::BitRate::kilobits(300);
    }
    scenario.figure("called.frames-skipped", few)
}

fn speed(criterion: &mut Criterion) {
    let mut seed = 0;
    let mut group = criterion.benchmark_group("simulator");
    group.sample_size(20).throughput(Throughput::Elements(10));
    let scenario = call();
    group.bench_function("seconds of a call with video of 2 Mbit/s both ways", |bencher| {
        bencher.iter(|| {
            seed += 1;
            assert!(scenario.run(seed).holds());
        });
    });
    group.throughput(Throughput::Elements(1));
    let scenario = connection();
    group.bench_function("connections", |bencher| {
        bencher.iter(|| {
            seed += 1;
            assert!(scenario.run(seed).holds());
        });
    });
    group.finish();
}

/// How often `work` is done in a second, by as much of it as fits into two.
fn rate(mut work: impl FnMut(u64)) -> f64 {
    let begin = Instant::now();
    let mut done = 0;
    while begin.elapsed() < Duration::from_secs(2) {
        work(done);
        done += 1;
    }
    done as f64 / begin.elapsed().as_secs_f64()
}

/// The greatest value of a figure of either side over all cases and some seeds of a scenario that
/// ships.
fn greatest(name: &str, figure: &str, seeds: u64) -> Option<u64> {
    let file = shipped_file(name)?.ok()?;
    let cases = file.cases(&Overrides::default()).ok()?;
    let runs = cases.iter().flat_map(|case| (0..seeds).map(move |seed| (case, seed)));
    let values = runs.filter_map(|(case, seed)| {
        let scenario: Scenario = file.instantiate(seed, case, &Overrides::default()).ok()?;
        greatest_of(&scenario.run(seed).figures, figure)
    });
    values.max()
}

fn greatest_of(figures: &Figures, name: &str) -> Option<u64> {
    figures.iter().filter(|figure| figure.key.name == name).map(|figure| figure.value).max()
}

/// Microseconds that a call needs more to connect with this datagram of the handshake lost.
fn cost_of(side: Side, datagram: u64, seed: u64) -> u64 {
    let connect = |scenario: Scenario| {
        greatest_of(&scenario.run(seed).figures, "connect-time").unwrap_or(u64::MAX)
    };
    let only = Selection::kind(Kinds::DTLS);
    let lost = LinkParameters::new(Nth::dropped(datagram)).only(only);
    connect(connection().lasting(Span::secs(5)).up(side, lost))
        .saturating_sub(connect(connection()))
}

/// Faults before and after shrinking, and how long it took.
fn shrunk(seed: u64) -> (usize, usize, Duration) {
    let scenario = failing();
    let faults = scenario.run(seed).ledger.faults().to_vec();
    let begin = Instant::now();
    let left = Shrinker::shrink(faults.clone(), 10_000, |trial| {
        let options = RunOptions { faults: Some(trial.to_vec()), ..RunOptions::default() };
        !run(&scenario, seed, &options).holds()
    });
    (faults.len(), left.map_or(faults.len(), |left| left.len()), begin.elapsed())
}

fn table() -> Vec<[String; 3]> {
    let row = |what: &str, aim: &str, reached: String| [what.to_owned(), aim.to_owned(), reached];
    let connect = greatest("connect-clean", "connect-round-trips", 20).unwrap_or_default();
    let datagrams = Side::ALL.into_iter().flat_map(|side| (1..=6).map(move |nth| (side, nth)));
    let cost = datagrams.map(|(side, nth)| cost_of(side, nth, nth)).max().unwrap_or_default();
    let repair = greatest("burst", "repair-time-longest", 1).unwrap_or_default();
    let calls = rate(|seed| assert!(call().run(seed).holds())) * 10.0;
    let connections = rate(|seed| assert!(connection().run(seed).holds()));
    let (before, after, took) = shrunk(1);
    let (connect, cost) = (connect as f64 / 100.0, cost as f64 / 1_000.0);
    let repair = repair.saturating_sub(40_000) as f64 / 1_000.0;
    vec![
        row("what", "aim", "reached".to_owned()),
        row("connect without loss, worst", "3 RTT", format!("{connect:.2} RTT")),
        row("a handshake datagram lost, worst, RTT 50 ms", "150 ms", format!("{cost:.1} ms")),
        row("a burst repaired once a PLI is due, worst", "108.3 ms", format!("{repair:.1} ms")),
        row("call-seconds a second", "2,000", format!("{calls:.0}")),
        row("connections a second", "1,000", format!("{connections:.0}")),
        row(
            "a failing seed shrinks to",
            "5 faults in 60 s",
            format!("{after} of {before} in {:.1} s", took.as_secs_f64()),
        ),
    ]
}

/// Prints what is reached beside what is to be.
fn reached(_: &mut Criterion) {
    let mut output = std::io::stdout().lock();
    for [what, aim, reached] in table() {
        writeln!(output, "{what:<44} {aim:>18} {reached:>24}").expect("standard output");
    }
}

criterion_group!(benches, reached, speed);
criterion_main!(benches);
