//! A whole scenario.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{Expectation, Happening, HostParameters, Neighbourhood, Side, SignalingParameters};
use crate::attacker::AttackerParameters;
use crate::ledger::Fault;
use crate::link::{LinkParameters, Model};
use crate::quantity::Span;
use crate::stun_server::StunServerParameters;

/// A scenario in which every parameter has its value: one seed makes one run of it.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Scenario {
    /// What it is about, in a line.
    pub about: String,
    /// How long the world lasts.
    pub lasts: Span,
    /// Who calls.
    pub caller: HostParameters,
    /// Who is called.
    pub called: HostParameters,
    /// What the two share.
    pub neighbourhood: Neighbourhood,
    /// The way to the signalling server.
    pub signaling: SignalingParameters,
    /// The STUN servers, which both sides ask.
    pub stun_servers: Vec<StunServerParameters>,
    /// Who attacks.
    pub attackers: Vec<AttackerParameters>,
    /// What happens, in any order.
    pub happenings: Vec<Happening>,
    /// Just these faults are committed, and none is drawn: what is left of a run that was shrunk.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub faults: Option<Vec<Fault>>,
    /// What has to come of it.
    pub expect: Expectation,
}

impl Default for Scenario {
    fn default() -> Scenario {
        Scenario {
            about: String::new(),
            lasts: Span::millis(10_000),
            caller: HostParameters::default(),
            called: HostParameters::default(),
            neighbourhood: Neighbourhood::default(),
            signaling: SignalingParameters::default(),
            stun_servers: Vec::new(),
            attackers: Vec::new(),
            happenings: Vec::new(),
            faults: None,
            expect: Expectation::default(),
        }
    }
}

impl Scenario {
    /// The host of a side.
    pub const fn host(&self, side: Side) -> &HostParameters {
        match side {
            Side::Caller => &self.caller,
            Side::Called => &self.called,
        }
    }

    /// The host of a side, to be changed.
    pub const fn host_mut(&mut self, side: Side) -> &mut HostParameters {
        match side {
            Side::Caller => &mut self.caller,
            Side::Called => &mut self.called,
        }
    }

    /// The round-trip time between the two hosts' first interfaces if no packet meets anything but
    /// constant delays.
    pub fn round_trip(&self) -> Duration {
        let first = [&self.caller, &self.called].map(|host| host.interfaces.first());
        let stages =
            first.into_iter().flatten().flat_map(|found| found.up.iter().chain(&found.down));
        let delay = |stage: &LinkParameters| match &stage.model {
            Model::Delay(delay) => delay.by.duration(),
            _ => Duration::ZERO,
        };
        stages.map(delay).sum()
    }
}
