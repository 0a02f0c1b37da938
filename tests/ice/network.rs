//! A virtual network of two agents and, where wanted, a STUN server.

use std::collections::{BTreeMap, VecDeque};
use std::net::SocketAddr;
use std::time::Duration;

use roomrtc_core::base::{Seed, Time};
use roomrtc_core::ice::{Agent, Candidate, Config, ConnectionState, Event, RemoteParameters, Role};
use roomrtc_core::stun::{Message, answer_binding};

use super::nat::Nat;
use super::packet::Packet;

/// Which copies of a datagram arrive, and after which delays: none if it is lost.
pub(super) type Fate = Box<dyn FnMut(&Packet) -> Vec<Duration>>;

/// The address of the STUN server.
pub(super) const SERVER: &str = "203.0.113.1:3478";

/// The time in one direction where a test says nothing else.
pub(super) const DELAY: Duration = Duration::from_millis(10);

/// Two agents, their NATs, and what is under way between them.
pub(super) struct Network {
    pub(super) now: Time,
    pub(super) agents: [Agent; 2],
    pub(super) nats: [Option<Nat>; 2],
    pub(super) fate: Fate,
    pub(super) events: [Vec<(Time, Event)>; 2],
    /// Every datagram that was sent.
    pub(super) sent: Vec<Packet>,
    hosts: [Vec<SocketAddr>; 2],
    in_flight: BTreeMap<(Time, usize), (SocketAddr, SocketAddr, Vec<u8>)>,
    candidates: [VecDeque<Candidate>; 2],
    is_trickling: bool,
    deliveries: usize,
}

impl Network {
    /// Two full agents with seeds 1 and 2.
    pub(super) fn new() -> Network {
        Network::of([Config::default(), Config::default()])
    }

    /// Two full agents that know a STUN server.
    pub(super) fn with_servers() -> Network {
        Network::with_servers_for(true)
    }

    /// The same, for agents whose candidates are told one by one or not.
    pub(super) fn with_servers_for(is_trickling: bool) -> Network {
        let server = vec![SERVER.parse().expect("an address")];
        let config = Config { stun_servers: server, is_trickling, ..Config::default() };
        Network::of([config.clone(), config])
    }

    pub(super) fn of(configs: [Config; 2]) -> Network {
        let mut seed = 0;
        Network {
            now: Time::from_secs(1),
            agents: configs.map(|config| {
                seed += 1;
                Agent::new(config, &Seed::from_u64(seed), Time::from_secs(1))
            }),
            nats: [None, None],
            fate: Box::new(|_| vec![DELAY]),
            events: [Vec::new(), Vec::new()],
            sent: Vec::new(),
            hosts: [Vec::new(), Vec::new()],
            in_flight: BTreeMap::new(),
            candidates: [VecDeque::new(), VecDeque::new()],
            is_trickling: false,
            deliveries: 0,
        }
    }

    pub(super) fn add_host(&mut self, agent: usize, address: &str) {
        let address = address.parse().expect("an address");
        self.hosts[agent].push(address);
        self.agents[agent].add_local_address(self.now, address);
    }

    pub(super) fn roles(&mut self, first: Role, second: Role) {
        self.agents[0].set_role(self.now, first);
        self.agents[1].set_role(self.now, second);
    }

    /// What the description of an agent says.
    pub(super) fn parameters(&self, agent: usize) -> RemoteParameters {
        let agent = &self.agents[agent];
        RemoteParameters {
            credentials: agent.local_credentials().clone(),
            is_lite: agent.is_lite(),
            pacing: Some(agent.proposed_pacing()),
        }
    }

    pub(super) fn exchange_parameters(&mut self) {
        let parameters = [self.parameters(0), self.parameters(1)];
        self.agents[0].set_remote_parameters(self.now, &parameters[1]);
        self.agents[1].set_remote_parameters(self.now, &parameters[0]);
    }

    /// Signals all of what `from` has found so far to `to`.
    pub(super) fn deliver_candidates(&mut self, from: usize, to: usize) {
        let found: Vec<Candidate> = self.agents[from].local_candidates().copied().collect();
        for candidate in found {
            self.agents[to].add_remote_candidate(self.now, &candidate).expect("a usable candidate");
        }
    }

    /// The usual beginning: the first agent offers, all is exchanged at once, and candidates found
    /// later are trickled.
    pub(super) fn signal(&mut self) {
        self.roles(Role::Controlling, Role::Controlled);
        self.start();
    }

    /// As `signal`, with the roles as they are.
    pub(super) fn start(&mut self) {
        self.exchange_parameters();
        self.deliver_candidates(0, 1);
        self.deliver_candidates(1, 0);
        self.drain();
        for agent in &mut self.agents {
            agent.end_of_local_addresses(self.now);
        }
        self.is_trickling = true;
    }

    pub(super) fn run_until_both(&mut self, state: ConnectionState) {
        let start = self.now;
        while self.agents.iter().any(|agent| agent.state() != state) {
            let states = self.agents.each_ref().map(Agent::state);
            assert!(
                self.now.since(start) < Duration::from_secs(120),
                "{states:?} at {:?}",
                self.now
            );
            assert!(self.step(Time::FAR_FUTURE), "nothing to wait for in {states:?}");
        }
        self.drain();
    }

    pub(super) fn run_for(&mut self, millis: u64) {
        let end = self.now + Duration::from_millis(millis);
        while self.step(end) {}
        self.now = end;
    }

    /// Goes on to whatever happens next, if that is not after `end`.
    pub(super) fn step(&mut self, end: Time) -> bool {
        self.drain();
        let arrival = self.in_flight.first_key_value().map(|((at, _), _)| *at);
        let due = self.agents.iter().filter_map(Agent::deadline).map(|deadline| deadline.at).min();
        let Some(next) = arrival.into_iter().chain(due).min() else { return false };
        let next = next.max(self.now);
        if next > end {
            return false;
        }
        self.now = next;
        while let Some(entry) = self.in_flight.first_entry().filter(|e| e.key().0 <= next) {
            let (from, to, bytes) = entry.remove();
            self.arrive(from, to, &bytes);
        }
        for agent in &mut self.agents {
            agent.handle_timeout(next);
        }
        self.drain();
        true
    }

    /// Takes everything that agents have to send and to tell.
    pub(super) fn drain(&mut self) {
        for sender in 0..2 {
            let mut bytes = Vec::new();
            while let Some((from, to)) = self.agents[sender].poll_transmit(&mut bytes) {
                let number = self.sent.len();
                let (at, bytes) = (self.now, std::mem::take(&mut bytes));
                let packet = Packet { sender, number, at, from, to, bytes };
                self.send(&packet);
                self.sent.push(packet);
            }
            while let Some(event) = self.agents[sender].poll_event() {
                self.events[sender].push((self.now, event));
                if let Event::LocalCandidate(candidate) = event {
                    self.candidates[sender].push_back(candidate);
                }
            }
        }
        self.trickle();
    }

    fn trickle(&mut self) {
        for sender in 0..2 {
            let found = std::mem::take(&mut self.candidates[sender]);
            for candidate in found.iter().filter(|_| self.is_trickling) {
                let peer = &mut self.agents[1 - sender];
                peer.add_remote_candidate(self.now, candidate).expect("a usable candidate");
            }
        }
    }

    fn send(&mut self, packet: &Packet) {
        let nat = &mut self.nats[packet.sender];
        let outside = nat.as_mut().map_or(packet.from, |n| n.translate(packet.from, packet.to));
        for delay in (self.fate)(packet) {
            self.inject(delay, outside, packet.to, packet.bytes.clone());
        }
    }

    /// Puts a datagram on the way.
    pub(super) fn inject(
        &mut self,
        delay: Duration,
        from: SocketAddr,
        to: SocketAddr,
        bytes: Vec<u8>,
    ) {
        self.deliveries += 1;
        self.in_flight.insert((self.now + delay, self.deliveries), (from, to, bytes));
    }

    fn arrive(&mut self, from: SocketAddr, to: SocketAddr, bytes: &[u8]) {
        if to.to_string() == SERVER {
            let message = Message::parse(bytes).expect("a request to the server");
            let mut answer = Vec::new();
            assert!(answer_binding(from, &message, &mut answer));
            return self.inject(DELAY, to, from, answer);
        }
        for receiver in 0..2 {
            let inner = match &self.nats[receiver] {
                Some(nat) => nat.admit(from, to),
                None => Some(to),
            };
            if let Some(inner) = inner.filter(|inner| self.hosts[receiver].contains(inner)) {
                self.agents[receiver].handle_datagram(self.now, inner, from, bytes);
            }
        }
    }

    /// Asserts that both have nominated one and the same pair.
    pub(super) fn assert_same_pair(&self) {
        self.assert_agreement();
        let mut pairs = self.agents.iter().filter_map(Agent::selected);
        assert!(pairs.all(|pair| pair.is_nominated));
    }

    /// Asserts that both send over one and the same pair, and accept what comes over it.
    pub(super) fn assert_agreement(&self) {
        let [a, b] = self.agents.each_ref().map(|agent| agent.selected().expect("a pair"));
        assert_eq!((a.local_candidate, a.remote), (b.remote, b.local_candidate));
        assert!(self.agents[0].accepts(a.local, a.remote));
        assert!(self.agents[1].accepts(b.local, b.remote));
    }

    /// The states an agent went through.
    pub(super) fn states(&self, agent: usize) -> Vec<ConnectionState> {
        let states = self.events[agent].iter().filter_map(|(_, event)| match event {
            Event::StateChanged(state) => Some(*state),
            _ => None,
        });
        states.collect()
    }
}
