//! A translator.

use std::net::{IpAddr, SocketAddr};

use roomrtc_core::base::{RandomStream, Seed, Time};

use super::binding::Binding;
use super::binding_table::BindingTable;
use super::scope::Scope;
use super::{
    Dependence, Hairpinning, NatDrop, NatParameters, NatVerdict, PortAssignment, PortCollision,
};
use crate::network::Packet;

/// The lowest port that is given out.
const LOWEST_PORT: u16 = 1_024;

/// Bindings at most, whatever the parameters say: so that of either parity a port is free.
const MOST_BINDINGS: usize = 32_000;

/// A network address translator, or a firewall, for UDP.
///
/// It has no timers: bindings are looked at when a packet needs them. Ports are drawn from a stream
/// of its own.
#[derive(Clone, Debug)]
pub struct Nat {
    parameters: NatParameters,
    external: IpAddr,
    table: BindingTable,
    random: RandomStream,
}

impl Nat {
    /// A translator with this external address, whose family it translates. Of a firewall it only
    /// says the family. It draws from the stream `ports` of `seed`.
    pub fn new(parameters: NatParameters, external: IpAddr, seed: &Seed) -> Nat {
        Nat { parameters, external, table: BindingTable::default(), random: seed.stream("ports") }
    }

    /// How it behaves.
    pub fn parameters(&self) -> &NatParameters {
        &self.parameters
    }

    /// Its external address.
    pub fn external(&self) -> IpAddr {
        self.external
    }

    /// Bindings in the table, of which some may have expired.
    pub fn bindings(&self) -> usize {
        self.table.len()
    }

    /// Translates a packet that leaves the inside, and makes or refreshes its binding.
    pub fn outbound(&mut self, now: Time, packet: &mut Packet) -> NatVerdict {
        if packet.source.is_ipv4() != self.external.is_ipv4() {
            return NatVerdict::Drop(NatDrop::Family);
        }
        let is_hairpin = self.is_translated(packet.destination);
        if is_hairpin && self.parameters.hairpinning == Hairpinning::None {
            return NatVerdict::Drop(NatDrop::NoHairpinning);
        }
        let Some(external) = self.bind(now, packet.source, packet.destination) else {
            return NatVerdict::Drop(NatDrop::TableFull);
        };
        if is_hairpin {
            return self.hairpin(now, external, packet);
        }
        packet.source = external;
        NatVerdict::Forward
    }

    /// Translates a packet that comes from outside, if it may come in.
    pub fn inbound(&mut self, now: Time, packet: &mut Packet) -> NatVerdict {
        match self.admit(now, packet.source, packet.destination) {
            Ok(internal) => {
                packet.destination = internal;
                NatVerdict::Forward
            }
            Err(reason) => NatVerdict::Drop(reason),
        }
    }

    /// Forgets all bindings, as by a loss of power; those made from now on have ports drawn anew,
    /// and, if one is given, another external address.
    pub fn reboot(&mut self, external: Option<IpAddr>) {
        self.table.clear();
        self.external = external.unwrap_or(self.external);
    }

    fn is_translated(&self, destination: SocketAddr) -> bool {
        self.parameters.translates && destination.ip() == self.external
    }

    /// The time that what is still valid was refreshed after; none before a timeout has passed.
    fn since(&self, now: Time) -> Option<Time> {
        let timeout = self.parameters.binding_timeout.duration();
        (now.since(Time::ZERO) >= timeout).then(|| now.back(timeout))
    }

    /// The external endpoint for packets from `internal` to `remote`, refreshed.
    fn bind(&mut self, now: Time, internal: SocketAddr, remote: SocketAddr) -> Option<SocketAddr> {
        let since = self.since(now);
        let mapping = match self.parameters.translates {
            true => self.parameters.mapping,
            false => Dependence::EndpointIndependent,
        };
        let scope = Scope::of(mapping, remote);
        let external = match self.table.external(internal, scope, since) {
            Some(external) => external,
            None => self.open(now, internal, scope)?,
        };
        self.table.binding(external, since)?.refresh(now, remote);
        Some(external)
    }

    fn open(&mut self, now: Time, internal: SocketAddr, scope: Scope) -> Option<SocketAddr> {
        let since = self.since(now);
        let most = self.parameters.most_bindings.min(MOST_BINDINGS);
        if self.table.len() >= most {
            self.table.purge(since);
        }
        if self.table.len() >= most {
            return None;
        }
        let external = match self.parameters.translates {
            true => SocketAddr::new(self.external, self.choose_port(internal, since)),
            false => internal,
        };
        self.table.insert(external, Binding::new(now, internal, scope));
        Some(external)
    }

    /// The port of a new mapping. There always is a free one: the table is smaller than the number
    /// of ports of one parity.
    fn choose_port(&mut self, internal: SocketAddr, since: Option<Time>) -> u16 {
        if self.parameters.port_assignment == PortAssignment::Preserve {
            let kept = SocketAddr::new(self.external, internal.port());
            let is_overloaded = self.parameters.port_collision == PortCollision::Overload;
            if is_overloaded || self.table.binding(kept, since).is_none() {
                return internal.port();
            }
        }
        let mut port = self.draw_port(internal.port());
        while self.table.binding(SocketAddr::new(self.external, port), since).is_some() {
            port = self.draw_port(internal.port());
        }
        port
    }

    fn draw_port(&mut self, internal: u16) -> u16 {
        let drawn = LOWEST_PORT + self.random.below(u64::from(u16::MAX - LOWEST_PORT) + 1) as u16;
        match self.parameters.preserves_parity {
            true => drawn & !1 | internal & 1,
            false => drawn,
        }
    }

    /// A packet from the inside, of the external endpoint `external`, to another one of ours. What
    /// may come in is decided by the external endpoint, whichever address is presented.
    fn hairpin(&mut self, now: Time, external: SocketAddr, packet: &mut Packet) -> NatVerdict {
        match self.admit(now, external, packet.destination) {
            Ok(internal) => {
                packet.destination = internal;
                if self.parameters.hairpinning == Hairpinning::ExternalSource {
                    packet.source = external;
                }
                NatVerdict::Hairpin
            }
            Err(reason) => NatVerdict::Drop(reason),
        }
    }

    /// The internal endpoint behind `external`, if a packet from `remote` may come in.
    fn admit(
        &mut self,
        now: Time,
        remote: SocketAddr,
        external: SocketAddr,
    ) -> Result<SocketAddr, NatDrop> {
        let since = self.since(now);
        let filtering = self.parameters.filtering;
        let binding = self.table.binding(external, since).ok_or(NatDrop::NoBinding)?;
        if !binding.admits(filtering, remote, since) {
            return Err(NatDrop::Filtered);
        }
        if self.parameters.refreshes_inbound {
            binding.refresh_inbound(now, remote);
        }
        Ok(binding.internal)
    }
}
