//! Memory of an idle connection.

use std::time::Duration;

use super::failure::Failure;
use super::figures::Measured;
use super::turns::beside_each_other;
use crate::Options;
use crate::contender::{Contender, Setup};
use crate::dialect::Role;
use crate::generator::Generator;
use crate::machine::Machine;
use crate::row::Row;
use crate::script::Settling;

pub(super) fn rows(options: &Options, machine: &Machine) -> Vec<Row> {
    let mut rows = Vec::new();
    for (tls, how, aim) in [(false, "plain", 2_000.0), (true, "TLS", 12_000.0)] {
        let what = format!("memory a connection, {how}, {} idle", options.idle);
        let head = (what, "bytes", false, Some(aim));
        rows.extend(beside_each_other(options, [head], |contender| {
            measure(options, machine, contender, tls)
        }));
    }
    rows
}

fn measure(options: &Options, machine: &Machine, contender: Contender, tls: bool) -> Measured<1> {
    if tls && contender == Contender::PeerJs {
        return Err(Failure::Without("run without TLS"));
    }
    let setup = Setup { tls, ..Setup::of(options.idle) };
    let site = contender.start(options, machine, setup)?;
    let before = site.resident()?;
    let mut generator = Generator::new(site.clients(options.idle, Role::Idle))?;
    let mut script = Settling::new(options.idle as usize);
    generator.run(&mut script, Duration::from_secs(options.limit.into()))?;
    let grown = site.resident()?.saturating_sub(before);
    Ok([grown as f64 / f64::from(options.idle)])
}
