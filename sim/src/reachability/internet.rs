//! What becomes of a packet, in symbols.

use std::collections::{BTreeMap, BTreeSet};

use super::address::Address;
use super::arrival::Arrival;
use super::endpoint::Endpoint;
use super::endpoint_number::EndpointNumber;
use super::scope::Scope;
use super::{Place, Topology};
use crate::nat::{Dependence, Hairpinning};

/// Everything between the hosts: which mappings there are, and what was sent from each.
#[derive(Debug)]
pub(super) struct Internet<'t> {
    topology: &'t Topology,
    endpoints: Vec<Endpoint>,
    numbers: BTreeMap<Endpoint, EndpointNumber>,
    /// What was sent: by the translator, from the external endpoint there, to the remote one.
    sent: BTreeSet<(usize, EndpointNumber, EndpointNumber)>,
    /// How often each translator was rebooted.
    lives: Vec<u32>,
}

impl Internet<'_> {
    pub(super) fn new(topology: &Topology) -> Internet<'_> {
        let (endpoints, numbers, sent) = Default::default();
        let lives = vec![0; topology.nats.len()];
        Internet { topology, endpoints, numbers, sent, lives }
    }

    /// A translator forgets its mappings and what was sent from them.
    pub(super) fn reboot(&mut self, nat: usize) {
        self.sent.retain(|sent| sent.0 != nat);
        if let Some(life) = self.lives.get_mut(nat) {
            *life += 1;
        }
    }

    /// How much has happened: it grows with everything new.
    pub(super) fn extent(&self) -> usize {
        self.endpoints.len() + self.sent.len()
    }

    /// The number of a symbol.
    pub(super) fn number(&mut self, endpoint: Endpoint) -> EndpointNumber {
        let endpoints = &mut self.endpoints;
        *self.numbers.entry(endpoint).or_insert_with(|| {
            endpoints.push(endpoint);
            EndpointNumber(endpoints.len() - 1)
        })
    }

    pub(super) fn endpoint(&self, number: EndpointNumber) -> Endpoint {
        self.endpoints[number.0]
    }

    /// The family of an endpoint: a translator keeps it.
    pub(super) fn is_ipv6(&self, number: EndpointNumber) -> bool {
        match self.endpoint(number) {
            Endpoint::Socket(host, interface) => self.topology.hosts[host][interface].is_ipv6,
            Endpoint::Server { is_ipv6 } => is_ipv6,
            Endpoint::Mapped { internal, .. } => self.is_ipv6(internal),
        }
    }

    /// Sends a packet from a socket at `place`: outwards until the destination is in sight.
    pub(super) fn send(
        &mut self,
        mut place: Place,
        from: EndpointNumber,
        to: EndpointNumber,
    ) -> Option<Arrival> {
        let mut source = from;
        loop {
            if let Some(nat) = self.gate(place, to) {
                return self.enter(nat, source, to);
            }
            if self.is_neighbour(place, to) {
                return Some(Arrival { socket: to, source });
            }
            let nat = place.nat?;
            if self.is_own(nat, to) {
                return self.hairpin(nat, source, to);
            }
            source = self.leave(nat, source, to);
            place = self.topology.nats[nat].place;
        }
    }

    /// Whether a destination is a socket, or the server, right at this place.
    fn is_neighbour(&self, place: Place, to: EndpointNumber) -> bool {
        match self.endpoint(to) {
            Endpoint::Socket(host, interface) => {
                self.topology.hosts[host][interface].place == place
            }
            Endpoint::Server { .. } => place.nat.is_none(),
            Endpoint::Mapped { .. } => false,
        }
    }

    /// The translator attached to this place that the destination is an external endpoint of: its
    /// own, or, at a firewall, that of anything behind it.
    fn gate(&self, place: Place, to: EndpointNumber) -> Option<usize> {
        let mut nats = self.topology.nats.iter().enumerate();
        nats.position(|(nat, node)| node.place == place && self.fronts(nat, to))
    }

    fn fronts(&self, nat: usize, to: EndpointNumber) -> bool {
        if self.topology.nats[nat].parameters.translates {
            return self.is_own(nat, to);
        }
        match self.endpoint(to) {
            Endpoint::Socket(host, interface) => {
                self.is_inside(self.topology.hosts[host][interface].place, nat)
            }
            Endpoint::Mapped { nat: owner, .. } => {
                self.is_inside(self.topology.nats[owner].place, nat)
            }
            Endpoint::Server { .. } => false,
        }
    }

    /// Whether a place is behind a firewall, with nothing between that translates.
    fn is_inside(&self, place: Place, firewall: usize) -> bool {
        let Some(nat) = place.nat else { return false };
        let node = &self.topology.nats[nat];
        nat == firewall || !node.parameters.translates && self.is_inside(node.place, firewall)
    }

    fn is_own(&self, nat: usize, to: EndpointNumber) -> bool {
        self.endpoint(to).address() == Address::Nat(nat)
    }

    /// A packet leaves through a translator: the external endpoint that it has then.
    fn leave(
        &mut self,
        nat: usize,
        internal: EndpointNumber,
        to: EndpointNumber,
    ) -> EndpointNumber {
        let parameters = &self.topology.nats[nat].parameters;
        let scope = match parameters.mapping {
            Dependence::EndpointIndependent => Scope::Anything,
            Dependence::AddressDependent => Scope::Address(self.endpoint(to).address()),
            Dependence::AddressAndPortDependent => Scope::Endpoint(to),
        };
        let external = match parameters.translates {
            true => self.number(Endpoint::Mapped { nat, life: self.lives[nat], internal, scope }),
            false => internal,
        };
        self.sent.insert((nat, external, to));
        external
    }

    fn admits(&self, nat: usize, external: EndpointNumber, source: EndpointNumber) -> bool {
        let mut sent = self.sent.iter().filter(|sent| sent.0 == nat && sent.1 == external);
        match self.topology.nats[nat].parameters.filtering {
            Dependence::EndpointIndependent => sent.next().is_some(),
            Dependence::AddressDependent => {
                let address = self.endpoint(source).address();
                sent.any(|sent| self.endpoint(sent.2).address() == address)
            }
            Dependence::AddressAndPortDependent => sent.any(|sent| sent.2 == source),
        }
    }

    /// A packet comes in through a translator and goes on behind it.
    fn enter(&self, nat: usize, source: EndpointNumber, to: EndpointNumber) -> Option<Arrival> {
        if !self.admits(nat, to, source) {
            return None;
        }
        self.descend(nat, source, to)
    }

    /// A packet that a translator has let in goes to the internal endpoint.
    fn descend(&self, nat: usize, source: EndpointNumber, to: EndpointNumber) -> Option<Arrival> {
        let internal = match self.endpoint(to) {
            Endpoint::Mapped { nat: owner, internal, .. } if owner == nat => internal,
            _ => to,
        };
        let inner = (0..self.topology.nats.len()).find(|inner| {
            self.topology.nats[*inner].place.nat == Some(nat) && self.fronts(*inner, internal)
        });
        match inner {
            Some(inner) => self.enter(inner, source, internal),
            None => Some(Arrival { socket: internal, source }),
        }
    }

    /// A packet from behind a translator to the translator itself.
    fn hairpin(
        &mut self,
        nat: usize,
        internal: EndpointNumber,
        to: EndpointNumber,
    ) -> Option<Arrival> {
        let hairpinning = self.topology.nats[nat].parameters.hairpinning;
        if hairpinning == Hairpinning::None {
            return None;
        }
        let external = self.leave(nat, internal, to);
        let is_external = hairpinning == Hairpinning::ExternalSource;
        let shown = if is_external { external } else { internal };
        if !self.admits(nat, to, external) {
            return None;
        }
        self.descend(nat, shown, to)
    }
}
