//! All oracles together.

use roomrtc_core::base::{Deadline, Time};
use roomrtc_core::session::{Event, Statistics};

use super::checks::Checks;
use super::host_oracles::HostOracles;
use super::{Breach, HostFacts, Violation, Way};
use crate::network::Packet;

/// Everything that watches a run. Whoever drives the hosts tells what happens, in the order in which
/// it happens to an engine: events before what the engine sends, since it is they that allow it.
/// Each call has the world's time, and the host's own where its engine is held to it.
#[derive(Clone, Debug)]
pub struct Oracles {
    hosts: Vec<HostOracles>,
}

impl Oracles {
    /// Oracles for hosts of which this is known.
    pub fn new(hosts: impl IntoIterator<Item = HostFacts>) -> Oracles {
        Oracles { hosts: hosts.into_iter().map(|facts| HostOracles::new(&facts)).collect() }
    }

    /// A host sends a packet.
    ///
    /// # Errors
    /// The rule that is broken by it.
    #[inline]
    pub fn sent(
        &mut self,
        now: Time,
        local: Time,
        host: usize,
        packet: &Packet,
    ) -> Result<(), Violation> {
        let way = Way::new(packet.source, packet.destination);
        let result = self.hosts[host].sent(local, way, &packet.payload);
        result.map_err(|breach| violation(now, host, breach))
    }

    /// A packet is handed to a host's engine.
    ///
    /// # Errors
    /// The rule that is broken by it.
    #[inline]
    pub fn delivered(
        &mut self,
        now: Time,
        local: Time,
        host: usize,
        packet: &Packet,
    ) -> Result<(), Violation> {
        let (before, rest) = self.hosts.split_at_mut(host);
        let Some((oracles, behind)) = rest.split_first_mut() else { return Ok(()) };
        let others = before.iter().chain(behind.iter()).map(|other| &other.genuine);
        let way = Way::new(packet.destination, packet.source);
        let result = oracles.delivered(local, way, &packet.payload, others);
        result.map_err(|breach| violation(now, host, breach))
    }

    /// A host's engine tells something.
    ///
    /// # Errors
    /// The rule that is broken by it.
    pub fn event(
        &mut self,
        now: Time,
        local: Time,
        host: usize,
        event: &Event,
    ) -> Result<(), Violation> {
        let is_provoked =
            self.hosts.iter().enumerate().any(|(other, own)| other != host && own.is_closing());
        let result = self.hosts[host].event(local, event, is_provoked);
        result.map_err(|breach| violation(now, host, breach))
    }

    /// What a host's application has asked of its engine so far: how often to restart ICE, and
    /// whether to close.
    #[inline]
    pub fn commanded(&mut self, host: usize, restarts: u32, has_closed: bool) {
        self.hosts[host].commanded(restarts, has_closed);
    }

    /// A deadline of a host's engine was due: it was given a tick, everything was polled, and this
    /// is its deadline now.
    ///
    /// # Errors
    /// The rule that is broken by it.
    pub fn woken(
        &mut self,
        now: Time,
        local: Time,
        host: usize,
        deadline: Option<Deadline>,
    ) -> Result<(), Violation> {
        let result = self.hosts[host].woken(local, deadline);
        result.map_err(|breach| violation(now, host, breach))
    }

    /// What a host's engine says of itself, now and then.
    ///
    /// # Errors
    /// The rule that is broken by it.
    pub fn statistics(
        &mut self,
        now: Time,
        local: Time,
        host: usize,
        statistics: &Statistics,
    ) -> Result<(), Violation> {
        let result = self.hosts[host].sampled(local, statistics);
        result.map_err(|breach| violation(now, host, breach))
    }

    /// What a host's engine says of itself in the end.
    ///
    /// # Errors
    /// The rule that is broken by it.
    pub fn ended(
        &mut self,
        now: Time,
        local: Time,
        host: usize,
        statistics: &Statistics,
    ) -> Result<(), Violation> {
        let others = self.hosts.iter().enumerate().filter(|(other, _)| *other != host);
        let was_heard = others.into_iter().any(|(_, own)| own.has_taken_plenty());
        let result = self.hosts[host].ended(local, statistics, was_heard);
        let result = result.and_then(|()| self.roles(host));
        result.map_err(|breach| violation(now, host, breach))
    }

    /// Of two hosts with a path, one controls: RFC 8445 section 6.1.1.
    fn roles(&self, host: usize) -> Result<(), Breach> {
        match &self.hosts[..] {
            [one, other] if one.has_role_of(other) => Err(Checks::conflict(host)),
            _ => Ok(()),
        }
    }
}

#[cold]
fn violation(now: Time, host: usize, breach: Breach) -> Violation {
    let (rule, oracle, text) = breach.into_parts();
    Violation::new(rule, oracle, now, text).at_host(host)
}
