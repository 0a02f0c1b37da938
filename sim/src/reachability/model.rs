//! Two agents that try everything they know.

use std::collections::BTreeSet;

use roomrtc_core::ice::CandidateKind;

use super::endpoint::Endpoint;
use super::endpoint_number::EndpointNumber;
use super::internet::Internet;
use super::knowledge::Knowledge;
use super::{HostInterface, PairKinds, Place, PredictedPair, Prediction, Topology};

/// Two agents that try everything they know, over an [`Internet`] that forgets nothing.
#[derive(Debug)]
pub(super) struct Model<'t> {
    topology: &'t Topology,
    internet: Internet<'t>,
    agents: [Knowledge; 2],
    pairs: BTreeSet<PredictedPair>,
    /// The pairs that work: the host, its interface, and the other's candidate.
    valid: BTreeSet<(usize, usize, EndpointNumber)>,
    /// The pairs that are still checked, if not all.
    checked: Option<BTreeSet<(usize, usize, EndpointNumber)>>,
}

impl Model<'_> {
    /// Both agents have gathered their candidates and signalled them.
    pub(super) fn new(topology: &Topology) -> Model<'_> {
        let internet = Internet::new(topology);
        let mut model = Model {
            topology,
            internet,
            agents: Default::default(),
            pairs: BTreeSet::new(),
            valid: BTreeSet::new(),
            checked: None,
        };
        model.gather();
        model.signal();
        model
    }

    pub(super) fn into_prediction(self) -> Prediction {
        Prediction { pairs: self.pairs }
    }

    /// Translators are rebooted when ICE has concluded: only pairs that worked are still checked,
    /// and those that checks bring about.
    pub(super) fn reboot(&mut self, nats: &[usize]) {
        nats.iter().for_each(|nat| self.internet.reboot(*nat));
        self.pairs.clear();
        self.checked = Some(std::mem::take(&mut self.valid));
    }

    fn gather(&mut self) {
        for host in 0..2 {
            for (index, interface) in self.topology.hosts[host].iter().enumerate() {
                let socket = self.internet.number(Endpoint::Socket(host, index));
                let seen = self.ask_server(interface, socket);
                let gathered = &mut self.agents[host].gathered;
                gathered.insert((index, socket), CandidateKind::Host);
                if let Some(seen) = seen {
                    gathered.entry((index, seen)).or_insert(CandidateKind::ServerReflexive);
                }
            }
        }
    }

    /// The source that the server sees, if its answer gets back to the socket.
    fn ask_server(
        &mut self,
        interface: &HostInterface,
        socket: EndpointNumber,
    ) -> Option<EndpointNumber> {
        if !interface.asks_server {
            return None;
        }
        let server = self.internet.number(Endpoint::Server { is_ipv6: interface.is_ipv6 });
        let request = self.internet.send(interface.place, socket, server)?;
        let answer = self.internet.send(Place::INTERNET, server, request.source)?;
        (answer.socket == socket && answer.source == server).then_some(request.source)
    }

    fn signal(&mut self) {
        for host in (0..2).filter(|host| self.topology.is_signalled[*host]) {
            let gathered = self.agents[host].gathered.iter();
            let signalled = gathered.map(|((_, endpoint), kind)| (*endpoint, *kind)).collect();
            self.agents[1 - host].remotes = signalled;
        }
    }

    /// Both check every pair they can form, once. Whether anything new came of it.
    pub(super) fn check_all(&mut self) -> bool {
        let before = self.extent();
        for host in 0..2 {
            for interface in 0..self.topology.hosts[host].len() {
                let known: Vec<EndpointNumber> =
                    self.agents[host].remotes.keys().copied().collect();
                let family = self.topology.hosts[host][interface].is_ipv6;
                for remote in known {
                    if self.internet.is_ipv6(remote) == family
                        && self.is_checked(host, interface, remote)
                    {
                        self.check(host, interface, remote);
                    }
                }
            }
        }
        self.extent() > before
    }

    fn is_checked(&self, host: usize, interface: usize, remote: EndpointNumber) -> bool {
        let pair = (host, interface, remote);
        self.checked.as_ref().is_none_or(|checked| checked.contains(&pair))
    }

    fn extent(&self) -> usize {
        let known = self.agents.iter().map(|agent| agent.remotes.len()).sum::<usize>();
        let checked = self.checked.as_ref().map_or(0, BTreeSet::len);
        self.internet.extent() + known + checked + self.valid.len() + self.pairs.len()
    }

    /// One check, what the other learns from it, and its answer.
    fn check(&mut self, host: usize, interface: usize, remote: EndpointNumber) {
        let socket = self.internet.number(Endpoint::Socket(host, interface));
        let place = self.topology.hosts[host][interface].place;
        let Some(request) = self.internet.send(place, socket, remote) else { return };
        let Endpoint::Socket(other, far) = self.internet.endpoint(request.socket) else { return };
        if other == host {
            return;
        }
        let learnt = &mut self.agents[other].remotes;
        learnt.entry(request.source).or_insert(CandidateKind::PeerReflexive);
        if let Some(checked) = &mut self.checked {
            checked.insert((other, far, request.source));
        }
        let far_place = self.topology.hosts[other][far].place;
        let answer = self.internet.send(far_place, request.socket, request.source);
        if answer.is_some_and(|answer| answer.socket == socket && answer.source == remote) {
            self.valid.insert((host, interface, remote));
            self.succeed(host, (interface, request.source), (far, remote));
        }
    }

    /// A check of `host` succeeded: between its candidate and the other's, each with the interface
    /// it belongs to.
    fn succeed(
        &mut self,
        host: usize,
        near: (usize, EndpointNumber),
        far: (usize, EndpointNumber),
    ) {
        let other = 1 - host;
        let ours = PairKinds {
            local: self.agents[host].local_kind(near.0, near.1),
            remote: self.agents[host].remote_kind(far.1),
        };
        let theirs = PairKinds {
            local: self.agents[other].local_kind(far.0, far.1),
            remote: self.agents[other].remote_kind(near.1),
        };
        let views = if host == 0 { [ours, theirs] } else { [theirs, ours] };
        let is_ipv6 = self.topology.hosts[host][near.0].is_ipv6;
        self.pairs.insert(PredictedPair { views, is_ipv6 });
    }
}
