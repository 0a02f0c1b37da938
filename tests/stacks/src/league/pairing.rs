//! Who calls whom.

use std::fmt;

use roomrtc_sim::scenario::{Scenario, Side};
use roomrtc_sim::simulation::{RunOptions, Simulation};

use crate::Stack;

/// Who calls whom. The caller offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pairing {
    /// Who calls.
    pub caller: Stack,
    /// Who is called.
    pub called: Stack,
}

impl Pairing {
    /// All pairings, ours with ours first.
    pub fn all() -> impl Iterator<Item = Pairing> {
        Stack::ALL
            .into_iter()
            .flat_map(|caller| Stack::ALL.map(|called| Pairing { caller, called }))
    }

    /// A scenario with these ends, run to its end.
    pub(super) fn run(self, scenario: &Scenario, seed: u64) -> Simulation {
        let makers = [self.caller.maker(), self.called.maker()];
        let options = RunOptions { makers, ..RunOptions::default() };
        let mut simulation = Simulation::new(scenario, seed, &options);
        simulation.run();
        simulation
    }

    /// The stack of a side.
    pub const fn stack(self, side: Side) -> Stack {
        match side {
            Side::Caller => self.caller,
            Side::Called => self.called,
        }
    }
}

impl fmt::Display for Pairing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} → {}", self.caller, self.called)
    }
}
