//! Who is told of whom, and when.

use std::time::Duration;

use super::failure::Failure;
use super::figures::{Measured, best, percentile};
use super::turns::beside_each_other;
use crate::Options;
use crate::contender::{Contender, Setup};
use crate::dialect::Role;
use crate::generator::Generator;
use crate::machine::Machine;
use crate::row::Row;
use crate::script::{Gathering, Watching};

/// How often the watched user changes.
const CHANGES: usize = 40;

pub(super) fn gathering_rows(options: &Options, machine: &Machine) -> Vec<Row> {
    let users = options.users;
    let what = format!("{users} log in and see each other");
    let heads = [
        (what, "s", false, None),
        ("memory a connection after that".to_owned(), "bytes", false, None),
    ];
    let mut rows = beside_each_other(options, heads, |contender| match contender {
        Contender::PeerJs => Err(Failure::Without("tells nobody")),
        _ => gather(options, machine, contender),
    });
    let head = (format!("{users} connect, nobody is told"), "s", false, None);
    rows.extend(beside_each_other(options, [head], |contender| match contender {
        Contender::PeerJs => gather(options, machine, contender).map(|[took, _]| [took]),
        _ => Err(Failure::Without("see above")),
    }));
    rows
}

fn gather(options: &Options, machine: &Machine, contender: Contender) -> Measured<2> {
    let users = options.users;
    let site = contender.start(options, machine, Setup::of(users))?;
    let before = site.resident()?;
    let mut generator = Generator::new(site.clients(users, Role::Watcher))?;
    let mut script = Gathering::new(users as usize, contender.has_presence());
    let took = generator.run(&mut script, Duration::from_secs(options.limit.into()))?;
    let grown = site.resident()?.saturating_sub(before);
    Ok([took.as_secs_f64(), grown as f64 / f64::from(users)])
}

pub(super) fn rows(options: &Options, machine: &Machine) -> Vec<Row> {
    let what = format!("a change reaches all of {} watchers", options.watchers);
    let heads = [
        (format!("{what}, median"), "ms", false, None),
        (format!("{what}, worst"), "ms", false, None),
    ];
    beside_each_other(options, heads, |contender| match contender {
        Contender::PeerJs => Err(Failure::Without("tells nobody")),
        _ => best(options.rounds, false, || watch(options, machine, contender)),
    })
}

fn watch(options: &Options, machine: &Machine, contender: Contender) -> Measured<2> {
    let watchers = options.watchers;
    let site = contender.start(options, machine, Setup::of(watchers + 2))?;
    let watched = site.client(watchers, Role::Caller { other: watchers + 1 });
    let called = site.client(watchers + 1, Role::Callee { other: watchers });
    let clients = site.clients(watchers, Role::Watcher).chain([watched, called]);
    let mut generator = Generator::new(clients)?;
    let mut script = Watching::new(watchers as usize, CHANGES, contender.has_calls());
    generator.run(&mut script, Duration::from_secs(options.limit.into()))?;
    let times = script.times();
    Ok([percentile(&times, 50), percentile(&times, 100)])
}
