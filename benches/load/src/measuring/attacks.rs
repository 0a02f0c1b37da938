//! Relayed descriptions while strangers attack, beside the same without them.

use std::time::Duration;

use super::figures::{Measured, cells, percentile};
use crate::Options;
use crate::attack::{Attack, AttackKind};
use crate::contender::{Contender, Setup, Site};
use crate::dialect::Role;
use crate::generator::Generator;
use crate::machine::Machine;
use crate::row::{Figure, Row};
use crate::script::Relaying;

/// Users who attack by never reading.
const SILENT: u32 = 32;

/// Descriptions a second of all pairs together: far fewer than the server could relay, since it is
/// asked how long each takes, and not how many there can be.
const RATE: u32 = 2_000;

/// How long strangers have to get going.
const BEFORE: Duration = Duration::from_secs(2);

pub(super) fn rows(options: &Options, machine: &Machine) -> Vec<Row> {
    if !options.includes(Contender::Ours) {
        return Vec::new();
    }
    AttackKind::ALL.into_iter().flat_map(|kind| rows_of(options, machine, kind)).collect()
}

/// Both halves are of one server: first in peace, then under attack.
fn rows_of(options: &Options, machine: &Machine, kind: AttackKind) -> [Row; 2] {
    let [before, during]: [[Figure; 2]; 2] = match measure(options, machine, kind) {
        Ok([p50, p99, p50_during, p99_during]) => {
            [cells(Ok([p50, p99])), cells(Ok([p50_during, p99_during]))]
        }
        Err(failure) => [[(); 2]; 2].map(|row| row.map(|()| Figure::Missing(failure.to_string()))),
    };
    let mut columns = before.into_iter().zip(during);
    ["p50", "p99"].map(|percentile| {
        let (peace, attacked) = columns.next().unwrap_or_else(|| {
            let none = || Figure::Missing("not measured".to_owned());
            (none(), none())
        });
        let what = format!("relay under {}, {percentile}", kind.name());
        // The ratio is how many times longer it took.
        let figures = vec![("in peace", peace), ("attacked", attacked)];
        Row { what, unit: "ms", is_rate: false, aim: None, figures }
    })
}

/// The best of several rounds for each figure: what else the machine does makes them longer, never
/// shorter.
fn measure(options: &Options, machine: &Machine, kind: AttackKind) -> Measured<4> {
    let mut best = [f64::INFINITY; 4];
    for _ in 0..options.rounds.max(1) {
        let figures = measure_once(options, machine, kind)?;
        best = std::array::from_fn(|place| best[place].min(figures[place]));
    }
    Ok(best)
}

fn measure_once(options: &Options, machine: &Machine, kind: AttackKind) -> Measured<4> {
    let pairs = options.pairs;
    let site = Contender::Ours.start(options, machine, Setup::of(4 * pairs + SILENT))?;
    let peace = latencies(options, &site, 0)?;
    let attack = Attack::begin(kind, site.address(), site.logins_from(4 * pairs));
    std::thread::sleep(BEFORE);
    let attacked = latencies(options, &site, 2 * pairs)?;
    drop(attack);
    let figures = [(&peace, 50), (&peace, 99), (&attacked, 50), (&attacked, 99)];
    Ok(figures.map(|(latencies, percent)| percentile(latencies, percent)))
}

/// How long relays take between the pairs of the users from `first` on, in milliseconds, the shortest
/// first. A session is resumed once, so that each measurement has users of its own.
fn latencies(
    options: &Options,
    site: &Site,
    first: u32,
) -> Result<Vec<f64>, super::failure::Failure> {
    let pairs = options.pairs;
    let user = |pair, place| first + 2 * pair + place;
    let callee = |pair| site.client(user(pair, 0), Role::Callee { other: user(pair, 1) });
    let caller = |pair| site.client(user(pair, 1), Role::Caller { other: user(pair, 0) });
    let mut generator = Generator::new((0..pairs).map(callee).chain((0..pairs).map(caller)))?;
    let duration = Duration::from_secs(options.seconds.into());
    let interval = Duration::from_secs(1) / RATE;
    let mut script = Relaying::paced(pairs as usize, interval, duration);
    generator.run(&mut script, Duration::from_secs(options.limit.into()))?;
    Ok(script.latencies())
}
