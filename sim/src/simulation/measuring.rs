//! Figures, and the bounds that a scenario sets them.

use super::Simulation;
use crate::figures::{Figure, Figures};
use crate::oracle::Rule;
use crate::reachability::Prediction;
use crate::scenario::Bound;

impl Simulation {
    /// A bound holds for a figure of every host that has it; `caller.` or `called.` names one. One
    /// that was not measured holds only where the call need not connect.
    pub(super) fn judge_figures(&mut self, prediction: &Prediction, figures: &Figures) {
        let is_needed = self.is_to_connect(prediction) == Some(true);
        let faults = usize::try_from(self.ledger.committed()).unwrap_or(usize::MAX);
        let bounds = std::mem::take(&mut self.scenario.expect.figures);
        for (name, bound) in &bounds {
            let found = meant(name, figures);
            if found.is_empty() && is_needed {
                self.miss(Rule::Expectation, "figures", format!("{name} was not measured"));
            }
            self.judge_bound(&bound.after(faults), &found);
        }
        self.scenario.expect.figures = bounds;
    }

    fn judge_bound(&mut self, bound: &Bound, found: &[&Figure]) {
        let round_trip = self.scenario.round_trip();
        let is_out = |found: &&&Figure| !bound.holds(found.value, found.unit, round_trip);
        for wrong in found.iter().filter(is_out) {
            let whose = wrong.key.host.as_deref().unwrap_or("the world");
            let (figure, value) = (wrong.key.name, wrong.text());
            let text = format!("{figure} of {whose} is {value}, expected {bound}");
            self.miss(Rule::Expectation, "figures", text);
        }
    }
}

/// The figures that a bound's name means.
fn meant<'f>(name: &str, figures: &'f Figures) -> Vec<&'f Figure> {
    let (host, figure) = match name.split_once('.') {
        Some((host, figure)) => (Some(host), figure),
        None => (None, name),
    };
    let is_meant = |found: &&Figure| {
        found.key.name == figure && (host.is_none() || found.key.host.as_deref() == host)
    };
    figures.iter().filter(is_meant).collect()
}
