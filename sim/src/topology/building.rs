//! Building a network out of a scenario.

use std::net::SocketAddr;

use roomrtc_core::base::Seed;

use super::{AddressPlan, Attachment, Interface, NatNode, Network, Segment};
use crate::ledger::Fault;
use crate::link::Pipe;
use crate::nat::{Nat, NatParameters};
use crate::scenario::{InterfaceParameters, Neighbourhood, Scenario, Side};

impl Network {
    /// The port of the socket of an interface, for the first host's first.
    const FIRST_PORT: u16 = 50_000;

    /// The port of STUN servers, RFC 8489 section 18.6.
    pub const STUN_PORT: u16 = 3478;

    /// The network of a scenario, whose every part draws from a stream of its own. Where faults are
    /// given, just these are committed.
    pub fn new(
        scenario: &Scenario,
        seed: &Seed,
        plan: AddressPlan,
        faults: Option<&[Fault]>,
    ) -> Network {
        let mut network = Network::empty(plan);
        for side in Side::ALL {
            network.interfaces.push(Vec::new());
            let host = scenario.host(side);
            for (index, interface) in host.interfaces.iter().enumerate() {
                network.add_interface(scenario.neighbourhood, side, index, interface, seed);
                network.add_pipes(side, index, interface, seed, faults);
            }
        }
        for index in 0..scenario.stun_servers.len() {
            let internet = &mut network.segments[Network::INTERNET];
            internet.routes.insert(plan.stun_server(index), Attachment::StunServer(index));
        }
        network
    }

    fn add_interface(
        &mut self,
        neighbourhood: Neighbourhood,
        side: Side,
        index: usize,
        parameters: &InterfaceParameters,
        seed: &Seed,
    ) {
        let host = side.index();
        let nats = self.place_nats(neighbourhood, side, index, parameters, seed);
        let segment = nats.first().map_or(Network::INTERNET, |&nat| self.nats[nat].inside);
        let ip = match (neighbourhood, nats.is_empty()) {
            (_, true) => self.plan.public(host, index, parameters.ipv6),
            (Neighbourhood::SameHome, _) => self.plan.private(0, host, index),
            _ => self.plan.private(host, host, index),
        };
        let address = SocketAddr::new(ip, Network::FIRST_PORT + 100 * host as u16 + index as u16);
        let (up, down) = (self.pipes.len(), self.pipes.len() + 1);
        self.segments[segment].routes.insert(ip, Attachment::Host { pipe: down });
        self.interfaces[host].push(Interface { address, up, down, segment, nats, is_up: true });
    }

    /// The two directions of an interface.
    fn add_pipes(
        &mut self,
        side: Side,
        index: usize,
        parameters: &InterfaceParameters,
        seed: &Seed,
        faults: Option<&[Fault]>,
    ) {
        let name = match index {
            0 => side.name().to_owned(),
            _ => format!("{}-{}", side.name(), index + 1),
        };
        let seed = seed.derive("links");
        for (direction, models) in [("up", &parameters.up), ("down", &parameters.down)] {
            let name = &format!("{name}-{direction}")[..];
            self.pipes.push(match faults {
                Some(faults) => Pipe::scripted(name, models, &seed, faults),
                None => Pipe::new(name, models, &seed),
            });
            self.ends.push((side.index(), index));
        }
    }

    /// The NATs before an interface, the nearest first; those that are shared exist already when
    /// the second host comes.
    fn place_nats(
        &mut self,
        neighbourhood: Neighbourhood,
        side: Side,
        index: usize,
        parameters: &InterfaceParameters,
        seed: &Seed,
    ) -> Vec<usize> {
        let shared = match (neighbourhood, side) {
            (Neighbourhood::Apart, _) | (_, Side::Caller) => Vec::new(),
            (Neighbourhood::SameHome, Side::Called) => self.interfaces[0][0].nats.clone(),
            (Neighbourhood::SameCarrier, Side::Called) => {
                self.interfaces[0][0].nats.last().copied().into_iter().collect()
            }
        };
        if neighbourhood == Neighbourhood::SameHome && side == Side::Called {
            return shared;
        }
        let mut outside = shared.first().map_or(Network::INTERNET, |&nat| self.nats[nat].inside);
        let mut placed = shared;
        for (depth, nat) in parameters.nats.iter().enumerate().rev() {
            let name = format!("nat {} {index} {depth}", side.name());
            let node = self.place_nat(side.index(), index, nat, outside, &seed.derive(&name));
            outside = self.nats[node].inside;
            placed.insert(0, node);
        }
        placed
    }

    fn place_nat(
        &mut self,
        host: usize,
        interface: usize,
        parameters: &NatParameters,
        outside: usize,
        seed: &Seed,
    ) -> usize {
        let address = match outside {
            Network::INTERNET => self.plan.nat(host, interface),
            _ => self.plan.carrier(host, interface),
        };
        let node = self.nats.len();
        let inside = self.segments.len();
        self.segments.push(Segment { gateway: Some(node), ..Segment::default() });
        self.segments[outside].routes.insert(address, Attachment::Nat(node));
        self.nats.push(NatNode {
            nat: Nat::new(parameters.clone(), address, seed),
            inside,
            outside,
        });
        node
    }
}
