//! Two ICE agents, translators between them, and a STUN server.

use std::collections::{BTreeMap, VecDeque};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use roomrtc_core::base::{Seed, Time};
use roomrtc_core::ice::{Agent, Candidate, Config, ConnectionState, Event, RemoteParameters, Role};

use super::super::{PairKinds, Place, Topology};
use crate::nat::{Nat, NatVerdict};
use crate::network::{Origin, Packet};
use crate::stun_server::{StunServer, StunServerParameters};

/// The time from the outermost place that a packet reaches to its destination.
const DELAY: Duration = Duration::from_millis(20);

/// The ports of all hosts.
const PORT: u16 = 5_000;

/// Two agents in the network of a topology, in virtual time. Packets go by their addresses.
pub(super) struct AgentNetwork {
    topology: Topology,
    pub(super) now: Time,
    pub(super) agents: [Agent; 2],
    pub(super) nats: Vec<Nat>,
    servers: [StunServer; 2],
    sockets: [Vec<SocketAddr>; 2],
    /// What is under way, with the place that it has reached and whether it comes from outside.
    in_flight: BTreeMap<(Time, u64), (Place, bool, Packet)>,
    sent: u64,
    candidates: [VecDeque<Candidate>; 2],
    is_trickling: bool,
}

impl AgentNetwork {
    pub(super) fn new(topology: &Topology, seed: u64) -> AgentNetwork {
        let seed = Seed::from_u64(seed);
        let now = Time::from_secs(1);
        let servers = [server_address(false), server_address(true)]
            .map(|address| StunServer::new(0, address, StunServerParameters::default()));
        let nat = |index: usize| {
            let parameters = topology.nats[index].parameters.clone();
            Nat::new(parameters, external(topology, index), &seed.derive(&format!("nat {index}")))
        };
        let mut network = AgentNetwork {
            now,
            agents: [0, 1].map(|host| agent(topology, host, &seed, now)),
            nats: (0..topology.nats.len()).map(nat).collect(),
            servers,
            sockets: [0, 1].map(|host| sockets(topology, host)),
            in_flight: BTreeMap::new(),
            sent: 0,
            candidates: Default::default(),
            is_trickling: false,
            topology: topology.clone(),
        };
        network.begin();
        network
    }

    fn begin(&mut self) {
        for (host, role) in [Role::Controlling, Role::Controlled].into_iter().enumerate() {
            self.agents[host].set_role(self.now, role);
            for socket in self.sockets[host].clone() {
                self.agents[host].add_local_address(self.now, socket);
            }
            self.agents[host].end_of_local_addresses(self.now);
        }
    }

    /// Begins anew on both sides, as an application does when ICE has failed.
    pub(super) fn restart(&mut self) {
        for agent in &mut self.agents {
            agent.restart(self.now);
        }
        self.signal();
    }

    /// Exchanges credentials and the candidates found so far; those found later are trickled.
    pub(super) fn signal(&mut self) {
        self.drain();
        let parameters = self.agents.each_ref().map(|agent| RemoteParameters {
            credentials: agent.local_credentials().clone(),
            is_lite: false,
            pacing: Some(agent.proposed_pacing()),
        });
        for (host, parameters) in parameters.iter().enumerate() {
            self.agents[1 - host].set_remote_parameters(self.now, parameters);
            self.candidates[host] = self.agents[host].local_candidates().copied().collect();
        }
        self.is_trickling = true;
        self.drain();
    }

    /// Whether both agents are in this state.
    pub(super) fn both(&self, state: ConnectionState) -> bool {
        self.agents.iter().all(|agent| agent.state() == state)
    }

    pub(super) fn run_for(&mut self, duration: Duration) {
        self.run_until(duration, |_| false);
    }

    /// Runs until it is done, for so long at most.
    pub(super) fn run_until(&mut self, most: Duration, done: impl Fn(&AgentNetwork) -> bool) {
        let end = self.now + most;
        while !done(self) {
            let Some(next) = self.next_time().filter(|next| *next <= end) else {
                self.now = end;
                return;
            };
            self.now = self.now.max(next);
            self.step();
        }
    }

    fn next_time(&self) -> Option<Time> {
        let arrival = self.in_flight.first_key_value().map(|((at, _), _)| *at);
        let due = self.agents.iter().filter_map(Agent::deadline).map(|deadline| deadline.at);
        due.chain(arrival).min()
    }

    fn step(&mut self) {
        while let Some(first) = self.in_flight.first_entry().filter(|e| e.key().0 <= self.now) {
            let (place, is_inward, packet) = first.remove();
            self.arrive(place, is_inward, packet);
        }
        for agent in &mut self.agents {
            agent.handle_timeout(self.now);
        }
        self.drain();
    }

    /// Takes everything that agents have to send and to tell.
    pub(super) fn drain(&mut self) {
        for host in 0..2 {
            let mut payload = Vec::new();
            while let Some((source, destination)) = self.agents[host].poll_transmit(&mut payload) {
                let index = self.sockets[host].iter().position(|socket| *socket == source);
                let place = self.topology.hosts[host][index.expect("a socket of ours")].place;
                let payload = std::mem::take(&mut payload);
                self.send(place, packet(Origin::Host(host), source, destination, payload));
            }
            while let Some(event) = self.agents[host].poll_event() {
                if let Event::LocalCandidate(candidate) = event {
                    self.candidates[host].push_back(candidate);
                }
            }
        }
        for host in (0..2).filter(|_| self.is_trickling) {
            let found = std::mem::take(&mut self.candidates[host]);
            for candidate in found.iter().filter(|_| self.topology.is_signalled[host]) {
                let added = self.agents[1 - host].add_remote_candidate(self.now, candidate);
                added.expect("a usable candidate");
            }
        }
    }

    /// Takes a packet outwards, through translators, until its destination is in sight.
    fn send(&mut self, mut place: Place, mut packet: Packet) {
        let mut is_inward = false;
        while !self.is_in_sight(place, is_inward, packet.destination) {
            let Some(nat) = place.nat else { return };
            match self.nats[nat].outbound(self.now, &mut packet) {
                NatVerdict::Forward => place = self.topology.nats[nat].place,
                NatVerdict::Hairpin => {
                    is_inward = true;
                    break;
                }
                NatVerdict::Drop(_) => return,
            }
        }
        self.sent += 1;
        self.in_flight.insert((self.now + DELAY, self.sent), (place, is_inward, packet));
    }

    fn is_in_sight(&self, place: Place, is_inward: bool, destination: SocketAddr) -> bool {
        let is_server = place.nat.is_none()
            && self.servers.iter().any(|server| server.address() == destination);
        is_server
            || self.socket_at(place, is_inward, destination).is_some()
            || self.nat_at(place, is_inward, destination).is_some()
    }

    /// Whether something attached at `other` is reached from `place`: packets that come in from
    /// outside reach all segments.
    fn reaches(place: Place, is_inward: bool, other: Place) -> bool {
        if is_inward { place.nat == other.nat } else { place == other }
    }

    fn socket_at(&self, place: Place, is_inward: bool, to: SocketAddr) -> Option<usize> {
        (0..2).find(|host| {
            let mut interfaces = self.topology.hosts[*host].iter().zip(&self.sockets[*host]);
            interfaces.any(|(interface, socket)| {
                *socket == to && AgentNetwork::reaches(place, is_inward, interface.place)
            })
        })
    }

    fn nat_at(&self, place: Place, is_inward: bool, to: SocketAddr) -> Option<usize> {
        (0..self.nats.len()).find(|nat| {
            let node = &self.topology.nats[*nat];
            let is_its = match node.parameters.translates {
                true => self.nats[*nat].external() == to.ip(),
                false => self.socket_at(Place::behind(*nat), true, to).is_some(),
            };
            is_its && AgentNetwork::reaches(place, is_inward, node.place)
        })
    }

    fn arrive(&mut self, place: Place, is_inward: bool, mut packet: Packet) {
        if let Some(nat) = self.nat_at(place, is_inward, packet.destination) {
            if self.nats[nat].inbound(self.now, &mut packet) == NatVerdict::Forward {
                self.arrive(Place::behind(nat), true, packet);
            }
        } else if let Some(host) = self.socket_at(place, is_inward, packet.destination) {
            let (local, remote) = (packet.destination, packet.source);
            self.agents[host].handle_datagram(self.now, local, remote, &packet.payload);
        } else {
            for server in 0..2 {
                self.servers[server].handle(self.now, &packet);
                if let Some(answer) = self.servers[server].poll(self.now) {
                    self.send(Place::INTERNET, answer);
                }
            }
        }
    }

    /// What both agents call the pair that they ended on, if both completed.
    pub(super) fn kinds(&self) -> Option<[PairKinds; 2]> {
        let mut pairs = self.agents.iter().filter_map(Agent::selected);
        pairs.all(|pair| pair.is_nominated).then(|| self.views()).flatten()
    }

    /// What both agents call the pair that they use.
    pub(super) fn views(&self) -> Option<[PairKinds; 2]> {
        let [first, second] = self.agents.each_ref().map(|agent| {
            let pair = agent.selected()?;
            Some(PairKinds { local: pair.local_kind, remote: pair.remote_kind })
        });
        Some([first?, second?])
    }

    /// Whether both use one and the same pair.
    pub(super) fn agrees(&self) -> bool {
        let [first, second] = self.agents.each_ref().map(Agent::selected);
        first.zip(second).is_some_and(|(first, second)| {
            first.local_candidate == second.remote && second.local_candidate == first.remote
        })
    }

    /// Asserts that both use one and the same pair, or none.
    pub(super) fn assert_agreement(&self) {
        let [first, second] = self.agents.each_ref().map(Agent::selected);
        assert_eq!(first.is_some(), second.is_some(), "{:?}", self.topology);
        let nats = self.nats.iter();
        let shows_internal = nats
            .map(Nat::parameters)
            .any(|nat| nat.hairpinning == crate::nat::Hairpinning::InternalSource);
        assert!(first.is_none() || shows_internal || self.agrees(), "{first:?} {second:?}");
    }
}

fn packet(origin: Origin, source: SocketAddr, destination: SocketAddr, payload: Vec<u8>) -> Packet {
    Packet { number: 0, origin, sent: Time::ZERO, source, destination, ecn: 0, payload }
}

fn server_address(is_ipv6: bool) -> SocketAddr {
    match is_ipv6 {
        true => SocketAddr::from((Ipv6Addr::new(0x2001, 0xdb8, 0xff, 0, 0, 0, 0, 1), 3_478)),
        false => SocketAddr::from((Ipv4Addr::new(203, 0, 113, 1), 3_478)),
    }
}

/// The external address of a translator: public, or of the network that it is attached to. Only
/// firewalls are for IPv6.
fn external(topology: &Topology, nat: usize) -> IpAddr {
    let node = &topology.nats[nat];
    let number = nat as u8 + 1;
    match node.place.nat {
        _ if !node.parameters.translates => server_address(true).ip(),
        None => IpAddr::from([198, 51, 100, number]),
        Some(outer) => IpAddr::from([100, 64, outer as u8, number]),
    }
}

/// The addresses of a host.
fn sockets(topology: &Topology, host: usize) -> Vec<SocketAddr> {
    let number = |index: usize| 10 * (host + 1) + index;
    let interfaces = topology.hosts[host].iter().enumerate();
    let address = interfaces.map(|(index, interface)| match interface.place.nat {
        nat if interface.is_ipv6 => {
            let net = nat.map_or(0, |nat| nat as u16 + 1);
            IpAddr::from([0x2001, 0xdb8, net, 0, 0, 0, 0, number(index) as u16])
        }
        None => IpAddr::from([192, 0, 2, number(index) as u8]),
        Some(nat) => IpAddr::from([10, nat as u8, interface.place.segment, number(index) as u8]),
    });
    address.map(|address| SocketAddr::new(address, PORT)).collect()
}

fn agent(topology: &Topology, host: usize, seed: &Seed, now: Time) -> Agent {
    let asks = topology.hosts[host].iter().any(|interface| interface.asks_server);
    let servers = [server_address(false), server_address(true)];
    let stun_servers = servers.into_iter().filter(|_| asks).collect();
    let config = Config { stun_servers, ..Config::default() };
    Agent::new(config, &seed.derive(&format!("host {host}")), now)
}
