//! Scenarios in a few lines of code.

use super::{Bound, Happening, Occurrence, Prospect, Scenario, Side};
use crate::link::{Delay, LinkParameters};
use crate::nat::NatParameters;
use crate::quantity::Span;
use crate::run::{Outcome, run};
use crate::simulation::RunOptions;
use crate::stun_server::StunServerParameters;

impl Scenario {
    /// A call of ten seconds between two hosts on the internet, with video both ways and a round
    /// trip of 50 ms.
    pub fn call() -> Scenario {
        Scenario::default().round_trip_of(Span::millis(50))
    }

    /// How long the world lasts.
    #[must_use]
    pub fn lasting(mut self, span: Span) -> Scenario {
        self.lasts = span;
        self
    }

    /// A constant delay of half of this before everything else that a host's first interface sends.
    #[must_use]
    pub fn round_trip_of(mut self, span: Span) -> Scenario {
        let half = Delay { by: Span::nanos(span.as_nanos() / 2) };
        for host in [&mut self.caller, &mut self.called] {
            for interface in host.interfaces.iter_mut().take(1) {
                interface.up.insert(0, LinkParameters::new(half.clone()));
            }
        }
        self
    }

    /// The same in both directions: this happens to whatever either side sends.
    #[must_use]
    pub fn link(self, stage: impl Into<LinkParameters>) -> Scenario {
        let stage = stage.into();
        self.up(Side::Caller, stage.clone()).up(Side::Called, stage)
    }

    /// This happens to what a side sends from its first interface.
    #[must_use]
    pub fn up(mut self, side: Side, stage: impl Into<LinkParameters>) -> Scenario {
        if let Some(interface) = self.host_mut(side).interfaces.first_mut() {
            interface.up.push(stage.into());
        }
        self
    }

    /// A NAT before a side's first interface, outside of those there are; both sides ask a STUN
    /// server.
    #[must_use]
    pub fn nat(mut self, side: Side, nat: NatParameters) -> Scenario {
        if let Some(interface) = self.host_mut(side).interfaces.first_mut() {
            interface.nats.push(nat);
        }
        if self.stun_servers.is_empty() {
            self.stun_servers.push(StunServerParameters::default());
        }
        self
    }

    /// Something happens at a time.
    #[must_use]
    pub fn at(mut self, at: Span, does: Occurrence) -> Scenario {
        self.happenings.push(Happening { at, does });
        self
    }

    /// Whether it is to connect.
    #[must_use]
    pub fn expecting(mut self, call: Prospect) -> Scenario {
        self.expect.call = call;
        self
    }

    /// A figure has to be within these bounds.
    #[must_use]
    pub fn figure(mut self, name: &str, bound: Bound) -> Scenario {
        self.expect.figures.insert(name.to_owned(), bound);
        self
    }

    /// Runs it from this seed.
    pub fn run(&self, seed: u64) -> Outcome {
        run(self, seed, &RunOptions::default())
    }
}
