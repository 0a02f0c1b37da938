//! What is left of the picture under loss.

use roomrtc_sim::run::Outcome;
use roomrtc_sim::scenario::Side;

use super::{Network, Pairing};

impl Pairing {
    /// Of the frames that the caller sends through loss of 5 %, how many the called can decode, in
    /// thousandths; and the 95th percentile of their delay in microseconds.
    pub(super) fn decodes_through_loss(self, seeds: u64) -> (u64, u64) {
        let outcomes = (1..=seeds).map(|seed| self.run(&Network::Lossy.scenario(), seed).finish());
        let (mut shares, mut delays): (Vec<_>, Vec<_>) = outcomes.map(|own| measure(&own)).unzip();
        shares.sort_unstable();
        delays.sort_unstable();
        let middle = |values: &[u64]| values.get(values.len() / 2).copied().unwrap_or_default();
        (middle(&shares), middle(&delays))
    }
}

fn measure(outcome: &Outcome) -> (u64, u64) {
    let value = |side: Side, name| outcome.figures.value(Some(side.name()), name).unwrap_or(0);
    let (sent, seen) = (value(Side::Caller, "frames-sent"), value(Side::Called, "frames-received"));
    (seen * 1_000 / sent.max(1), value(Side::Called, "frame-delay-p95"))
}
