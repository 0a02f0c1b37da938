//! The simulation.

use std::net::SocketAddr;
use std::time::Duration;

use roomrtc_core::base::{Seed, Time};
use roomrtc_core::session::PeerConfig;

use super::RunOptions;
use super::scratch::Scratch;
use super::signaling_path::SignalingPath;
use crate::attacker::{Attacker, AttackerParameters};
use crate::client::Client;
use crate::event::{EventQueue, WorldEvent};
use crate::ledger::{Fault, Ledger};
use crate::oracle::{HostFacts, Oracles, Violation};
use crate::scenario::{Scenario, Side};
use crate::stun_server::{StunServer, StunServerParameters};
use crate::topology::{AddressPlan, Network};
use crate::trace::{Place, Trace, TraceEvent, TraceLevel};

/// One run of one scenario, from its seed: it goes on step by step, and can be copied anywhere.
#[derive(Debug)]
pub struct Simulation {
    pub(super) scenario: Scenario,
    /// When the last fault that has an end is over.
    pub(super) healed_at: Time,
    pub(super) now: Time,
    pub(super) events: EventQueue,
    pub(super) network: Network,
    pub(super) clients: Vec<Client>,
    /// By client, when it has something to do, in the world's time.
    pub(super) wakes: Vec<Option<Time>>,
    pub(super) signaling: SignalingPath,
    pub(super) stun_servers: Vec<StunServer>,
    pub(super) attackers: Vec<Attacker>,
    pub(super) trace: Trace,
    pub(super) ledger: Ledger,
    /// Just these faults are committed, where they are given.
    pub(super) faults: Option<Vec<Fault>>,
    pub(super) oracles: Oracles,
    pub(super) violations: Vec<Violation>,
    pub(super) config: PeerConfig,
    pub(super) packets_sent: u64,
    pub(super) samples_at: Time,
    /// By pipe, whether something waited in it at the last sample.
    pub(super) has_queue: Vec<bool>,
    pub(super) scratch: Scratch,
}

impl Simulation {
    /// A simulation that has not begun. `seed` decides everything that the scenario leaves open.
    pub fn new(scenario: &Scenario, seed: u64, options: &RunOptions) -> Simulation {
        let seed = Seed::from_u64(seed);
        let faults = options.faults.as_ref().or(scenario.faults.as_ref());
        let network = Network::new(scenario, &seed, options.plan, faults.map(|all| &all[..]));
        let mut simulation = Simulation {
            now: Time::ZERO,
            events: EventQueue::default(),
            has_queue: vec![false; network.pipes.len()],
            network,
            clients: Simulation::make_clients(scenario, &seed, options),
            wakes: vec![None; Side::ALL.len()],
            signaling: SignalingPath::new(),
            stun_servers: Simulation::make_stun_servers(scenario, options.plan),
            attackers: Simulation::make_attackers(scenario, &seed),
            trace: Trace::new(options.level),
            ledger: Ledger::default(),
            faults: faults.cloned(),
            oracles: Simulation::make_oracles(scenario, options),
            violations: Vec::new(),
            config: Simulation::make_config(scenario, options),
            packets_sent: 0,
            samples_at: Time::ZERO + Simulation::SAMPLING,
            scratch: Scratch::default(),
            healed_at: scenario.healed_at(),
            scenario: scenario.clone(),
        };
        simulation.set_up();
        simulation
    }

    fn make_clients(scenario: &Scenario, seed: &Seed, options: &RunOptions) -> Vec<Client> {
        let client = |side: Side| {
            let maker = options.makers[side.index()].clone();
            Client::new(side, scenario.host(side).clone(), maker, &seed.derive("clients"))
        };
        Side::ALL.map(client).into()
    }

    fn make_config(scenario: &Scenario, options: &RunOptions) -> PeerConfig {
        let stun = (0..scenario.stun_servers.len()).map(|index| options.plan.stun_server(index));
        PeerConfig {
            unix_time: options.unix_time,
            stun_servers: stun.map(|ip| SocketAddr::new(ip, Network::STUN_PORT)).collect(),
            gives_out_keys: options.level == TraceLevel::Packets,
            ..PeerConfig::default()
        }
    }

    fn make_oracles(scenario: &Scenario, options: &RunOptions) -> Oracles {
        let facts = |side: Side| {
            let host = scenario.host(side);
            HostFacts {
                largest_datagram: host.largest_datagram,
                is_lite: host.ice_lite,
                cookie_exchange: host.cookie_exchange,
                is_foreign: options.makers[side.index()].is_foreign(),
                ..HostFacts::of(&PeerConfig::default())
            }
        };
        Oracles::new(Side::ALL.map(facts))
    }

    /// The time between two samples of the series.
    pub(super) const SAMPLING: Duration = Duration::from_millis(200);

    /// The world's time.
    pub const fn now(&self) -> Time {
        self.now
    }

    /// What happened so far.
    pub const fn trace(&self) -> &Trace {
        &self.trace
    }

    /// Takes out what happened since the last time: [`Trace::take_events`].
    pub fn take_events(&mut self) -> Vec<TraceEvent> {
        self.trace.take_events()
    }

    /// The faults committed so far.
    pub const fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// The clients, the caller first.
    pub fn clients(&self) -> &[Client] {
        &self.clients
    }

    /// A client, to be given another source.
    pub fn client_mut(&mut self, side: Side) -> &mut Client {
        &mut self.clients[side.index()]
    }

    /// When the last fault of the scenario has healed.
    pub(crate) const fn healed_at(&self) -> Time {
        self.healed_at
    }

    /// What was found wrong so far.
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }

    fn make_stun_servers(scenario: &Scenario, plan: AddressPlan) -> Vec<StunServer> {
        let server = |(index, parameters): (usize, &StunServerParameters)| {
            let address = SocketAddr::new(plan.stun_server(index), Network::STUN_PORT);
            StunServer::new(index, address, parameters.clone())
        };
        scenario.stun_servers.iter().enumerate().map(server).collect()
    }

    fn make_attackers(scenario: &Scenario, seed: &Seed) -> Vec<Attacker> {
        let attacker = |(index, parameters): (usize, &AttackerParameters)| {
            Attacker::new(index, parameters.clone(), &seed.derive(&format!("attacker {index}")))
        };
        scenario.attackers.iter().enumerate().map(attacker).collect()
    }

    /// What the simulation makes of the scenario before anything happens.
    fn set_up(&mut self) {
        self.expect_links();
        self.name_places();
        for side in Side::ALL {
            self.connect_to_server(side.index(), Time::ZERO);
        }
        for index in 0..self.scenario.happenings.len() {
            let at = Time::ZERO + self.scenario.happenings[index].at.duration();
            self.events.push(at, WorldEvent::Happening(index));
        }
    }

    fn name_places(&mut self) {
        for side in Side::ALL {
            self.trace.name(Place::Host(side.index()), side.name());
        }
        for (index, pipe) in self.network.pipes.iter().enumerate() {
            self.trace.name(Place::Pipe(index), pipe.name().to_string());
        }
    }

    /// A copy that goes on exactly as this one would; `None` if an engine in it cannot be copied.
    pub fn snapshot(&self) -> Option<Simulation> {
        let clients = self.clients.iter().map(Client::snapshot).collect::<Option<Vec<_>>>()?;
        Some(Simulation {
            scenario: self.scenario.clone(),
            healed_at: self.healed_at,
            now: self.now,
            events: self.events.clone(),
            network: self.network.clone(),
            clients,
            wakes: self.wakes.clone(),
            signaling: self.signaling.clone(),
            stun_servers: self.stun_servers.clone(),
            attackers: self.attackers.clone(),
            trace: self.trace.clone(),
            ledger: self.ledger.clone(),
            faults: self.faults.clone(),
            oracles: self.oracles.clone(),
            violations: self.violations.clone(),
            config: self.config.clone(),
            packets_sent: self.packets_sent,
            samples_at: self.samples_at,
            has_queue: self.has_queue.clone(),
            scratch: Scratch::default(),
        })
    }
}
