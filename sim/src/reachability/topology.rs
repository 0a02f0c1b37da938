//! Two hosts and what is between them.

use super::{HostInterface, NatNode, Place};
use crate::nat::NatParameters;

/// Two hosts, the translators before them, and the internet.
///
/// A translator that both are behind is one node that both places lead to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Topology {
    /// The translators, outer ones first.
    pub nats: Vec<NatNode>,
    /// The interfaces of both hosts; the first host controls.
    pub hosts: [Vec<HostInterface>; 2],
    /// Whether the candidates that a host has gathered become known to the other.
    pub is_signalled: [bool; 2],
}

impl Topology {
    /// Two hosts in the internet without interfaces.
    pub fn new() -> Topology {
        Topology { is_signalled: [true; 2], ..Topology::default() }
    }

    /// Two hosts with an interface each, each behind translators of its own: the innermost first.
    pub fn apart(first: &[NatParameters], second: &[NatParameters]) -> Topology {
        Topology::behind(&[], first, second)
    }

    /// Two hosts with an interface each behind translators that they share, and before those each
    /// behind translators of its own: the innermost first.
    pub fn behind(
        shared: &[NatParameters],
        first: &[NatParameters],
        second: &[NatParameters],
    ) -> Topology {
        let mut topology = Topology::new();
        let common = topology.add_chain(Place::INTERNET, shared);
        for (host, chain) in [first, second].into_iter().enumerate() {
            let place = topology.add_chain(common, chain);
            topology.hosts[host].push(HostInterface::at(place));
        }
        topology
    }

    /// Adds a translator; its index.
    pub fn add_nat(&mut self, place: Place, parameters: NatParameters) -> usize {
        self.nats.push(NatNode { parameters, place });
        self.nats.len() - 1
    }

    /// Adds translators in a row, the innermost of `chain` first; the place behind them.
    pub fn add_chain(&mut self, place: Place, chain: &[NatParameters]) -> Place {
        let outer_first = chain.iter().rev();
        outer_first.fold(place, |place, nat| Place::behind(self.add_nat(place, nat.clone())))
    }
}
