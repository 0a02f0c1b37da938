//! The league's table.

use std::fmt;

use super::{Pairing, Standing};
use crate::Stack;

/// The league's table.
#[derive(Clone, Debug)]
pub struct Table {
    /// How many seeds each network was run with.
    pub seeds: u64,
    /// A line a pairing.
    pub standings: Vec<Standing>,
}

impl Table {
    /// Runs all pairings through all networks; `progress` is told which one is next.
    pub fn measure(seeds: u64, mut progress: impl FnMut(Pairing)) -> Table {
        let pairings: Vec<Pairing> = Pairing::all().collect();
        let throughput = Pairing::throughput(&pairings);
        let standings = pairings.into_iter().zip(throughput).map(|(pairing, throughput)| {
            progress(pairing);
            Standing::measure(pairing, seeds, throughput)
        });
        Table { seeds, standings: standings.collect() }
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let columns = [
            "caller → called",
            "connect",
            "one handshake datagram lost",
            "picture back after a burst",
            "decodable at 5 % loss",
            "delay, p95",
            "packets",
        ];
        writeln!(f, "| {} |", columns.join(" | "))?;
        writeln!(f, "|{}", "---|".repeat(columns.len()))?;
        self.standings.iter().try_for_each(|standing| writeln!(f, "{standing}"))?;
        let versions = Stack::ALL.map(|stack| format!("{stack} {}", stack.version()));
        writeln!(f)?;
        writeln!(
            f,
            "{}; {} seeds. Times are median / worst of virtual time.",
            versions.join(", "),
            self.seeds
        )
    }
}
