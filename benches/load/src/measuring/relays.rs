//! Relayed descriptions.

use std::time::Duration;

use super::figures::{Measured, best, percentile};
use super::turns::beside_each_other;
use crate::Options;
use crate::contender::{Contender, Setup};
use crate::dialect::Role;
use crate::generator::Generator;
use crate::machine::Machine;
use crate::row::Row;
use crate::script::Relaying;

pub(super) fn rows(options: &Options, machine: &Machine) -> Vec<Row> {
    let what = format!("3 KB relays, {} pairs, window {}", options.pairs, options.window);
    let heads = [
        (what.clone(), "/s", true, None),
        (format!("{what}, p50"), "ms", false, None),
        (format!("{what}, p99"), "ms", false, None),
        ("the server's processor time by relay".to_owned(), "us", false, None),
    ];
    beside_each_other(options, heads, |contender| {
        best(options.rounds, true, || measure(options, machine, contender))
    })
}

/// Users come in pairs: the callee's number is even, its caller's the next.
fn measure(options: &Options, machine: &Machine, contender: Contender) -> Measured<4> {
    let pairs = options.pairs;
    let site = contender.start(options, machine, Setup::of(2 * pairs))?;
    let callee = |pair| site.client(2 * pair, Role::Callee { other: 2 * pair + 1 });
    let caller = |pair| site.client(2 * pair + 1, Role::Caller { other: 2 * pair });
    let clients = (0..pairs).map(callee).chain((0..pairs).map(caller));
    let mut generator = Generator::new(clients)?;
    let duration = Duration::from_secs(options.seconds.into());
    let (pairs, window) = (pairs as usize, options.window as usize);
    let mut script = Relaying::new(pairs, window, contender.has_calls(), duration);
    generator.run(&mut script, Duration::from_secs(options.limit.into()))?;
    // All of it by all of what was relayed: the few logins do not weigh.
    let by_relay = site.processor_time()?.as_secs_f64() * 1e6 / script.relayed() as f64;
    let latencies = script.latencies();
    Ok([script.rate(), percentile(&latencies, 50), percentile(&latencies, 99), by_relay])
}
