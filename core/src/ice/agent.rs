//! The agent: its state and its face. What it does is beside it, by concern.
//!
//! The way of a datagram in: `receiving` → `answering` (a request: authentication, role conflict,
//! peer-reflexive candidates, triggered checks) or `concluding` (an answer: valid pairs, consent).
//! The way out: `timing` starts what is due and `writing` writes it. After every input `selecting`
//! decides which pair carries data, what is nominated and which state that is.

mod answering;
mod checking;
mod concluding;
mod consenting;
mod gathering;
#[cfg(test)]
mod gathering_tests;
mod naming;
mod pairing;
mod receiving;
mod restarting;
mod selecting;
mod timing;
mod writing;

use std::collections::VecDeque;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use super::answer::Answer;
use super::generation::Generation;
use super::local_candidate::LocalCandidate;
use super::offered_restart::OfferedRestart;
use super::path::Path;
use super::previous_generation::PreviousGeneration;
use super::server_query::ServerQuery;
use super::transaction::Transaction;
use super::{
    Candidate, Config, ConnectionState, Credentials, Event, Role, RoundTripTime, SelectedPair,
    Statistics, address,
};
use crate::base::{Deadline, RandomStream, Seed, Time};

/// The least Ta, RFC 8445 section 14.2.
const LEAST_PACING: Duration = Duration::from_millis(5);

/// The Ta of a peer that proposes none, RFC 8445 section 14.2.
const DEFAULT_PACING: Duration = Duration::from_millis(50);

/// Events kept for a caller that does not poll; the oldest go.
const MOST_EVENTS: usize = 128;

/// An ICE agent for one component of one data stream; see the [module](super) for what it does.
///
/// Every method may be called at any time. Nothing that comes from the network makes one fail.
#[derive(Clone, Debug)]
pub struct Agent {
    config: Config,
    random: RandomStream,
    role: Role,
    tie_breaker: u64,
    state: ConnectionState,
    is_remote_lite: bool,
    /// The Ta in force.
    pacing: Duration,
    locals: Vec<LocalCandidate>,
    /// Local addresses that are told under a name.
    names: Vec<(IpAddr, String)>,
    /// Addresses announced so far of IPv6 and of IPv4, for local preferences.
    announced: [u16; 2],
    /// Foundation numbers given to local candidates.
    foundations: u32,
    is_local_complete: bool,
    is_gathered: bool,
    queries: Vec<ServerQuery>,
    current: Generation,
    /// The restart that is offered and has no answer yet.
    offered: Option<Box<OfferedRestart>>,
    previous: Option<Box<PreviousGeneration>>,
    path: Option<Path>,
    transactions: Vec<Transaction>,
    answers: VecDeque<Answer>,
    events: VecDeque<Event>,
    /// When the pacing allows the next transaction.
    next_start: Time,
    /// Whether the last transaction asked a server.
    was_query: bool,
    deadline: Option<Deadline>,
    statistics: Statistics,
}

impl Agent {
    /// An agent without addresses, controlled until [`Agent::set_role`] says otherwise. It draws
    /// from the stream `ice` of `seed`.
    pub fn new(config: Config, seed: &Seed, now: Time) -> Agent {
        let mut random = seed.stream("ice");
        Agent {
            current: Generation::first(config.provider, &mut random),
            role: Role::Controlled,
            tie_breaker: random.next_u64(),
            state: ConnectionState::New,
            is_remote_lite: false,
            pacing: config.pacing.max(LEAST_PACING),
            locals: Vec::new(),
            names: Vec::new(),
            announced: [0; 2],
            foundations: 0,
            is_local_complete: false,
            is_gathered: false,
            queries: Vec::new(),
            offered: None,
            previous: None,
            path: None,
            transactions: Vec::new(),
            answers: VecDeque::new(),
            events: VecDeque::new(),
            next_start: now,
            was_query: false,
            deadline: None,
            statistics: Statistics::default(),
            random,
            config,
        }
    }

    /// The role now.
    pub fn role(&self) -> Role {
        self.role
    }

    /// Sets the role as offer and answer give it, RFC 8445 section 6.1.1: the offerer controls. A
    /// lite agent facing a full one is always controlled, and a full one facing a lite one always
    /// controls.
    pub fn set_role(&mut self, now: Time, role: Role) {
        let role = match (self.config.is_lite, self.is_remote_lite) {
            (true, false) => Role::Controlled,
            (false, true) => Role::Controlling,
            _ => role,
        };
        if role != self.role {
            self.take_role(role);
        }
        self.refresh(now);
    }

    /// Whether it is a lite agent: `ice-lite` is to be written.
    pub fn is_lite(&self) -> bool {
        self.config.is_lite
    }

    /// The Ta to propose as `ice-pacing`, RFC 8839 section 5.8.
    pub fn proposed_pacing(&self) -> Duration {
        self.config.pacing.max(LEAST_PACING)
    }

    /// The credentials to be signalled: those of a restart that is offered, or else those of the
    /// present generation.
    pub fn local_credentials(&self) -> &Credentials {
        let offered = self.offered.as_deref().map(|offered| &offered.local);
        &offered.unwrap_or(&self.current.local).credentials
    }

    /// The peer's credentials of the present generation, if they are known.
    pub fn remote_credentials(&self) -> Option<&Credentials> {
        self.current.remote.as_ref().map(|party| &party.credentials)
    }

    /// The local candidates that are to be signalled and have been found so far. A description
    /// made now carries them, as [`Agent::signaled`] writes them; the events trickle those found
    /// later.
    pub fn local_candidates(&self) -> impl Iterator<Item = &Candidate> {
        let all = self.locals.iter().map(|local| &local.candidate);
        all.filter(|candidate| candidate.kind != super::CandidateKind::PeerReflexive)
    }

    /// The peer's candidates of the present generation that can be checked, signalled and learnt.
    pub fn remote_candidates(&self) -> impl Iterator<Item = &Candidate> {
        self.current.remotes.iter().map(|remote| &remote.candidate)
    }

    /// Whether there will be no more local candidates.
    pub fn is_gathering_complete(&self) -> bool {
        self.is_gathered
    }

    /// The state of the connection.
    pub fn state(&self) -> ConnectionState {
        self.state
    }

    /// The pair that carries data: nominated, or the best valid one until then. None also where
    /// consent has expired: nothing may be sent then.
    pub fn selected(&self) -> Option<SelectedPair> {
        self.path.as_ref().map(|path| path.pair)
    }

    /// Whether data that came from `remote` to `local` is to be accepted: an authentic check or
    /// answer came the same way, and consent has not expired. The selected pair is compared first.
    pub fn accepts(&self, local: SocketAddr, remote: SocketAddr) -> bool {
        if self.path.as_ref().is_some_and(|path| path.is_between(local, remote)) {
            return true;
        }
        let list = &self.current.list;
        let is_current = self.state != ConnectionState::Failed
            && list.find(local, remote).is_some_and(|index| list.pairs[index].is_accepted());
        let is_previous = |previous: &PreviousGeneration| {
            let (from, to) = previous.pair;
            address::is_same(to, remote) && address::is_same(from, local)
        };
        let is_offered = |offered: &OfferedRestart| offered.has_heard(local, remote);
        is_current
            || self.previous.as_deref().is_some_and(is_previous)
            || self.offered.as_deref().is_some_and(is_offered)
    }

    /// The round-trip time of the selected pair, if a check has measured it.
    pub fn round_trip_time(&self) -> Option<RoundTripTime> {
        self.path.as_ref()?.round_trip
    }

    /// What has been counted.
    pub fn statistics(&self) -> &Statistics {
        &self.statistics
    }

    /// The next event.
    pub fn poll_event(&mut self) -> Option<Event> {
        let event = self.events.pop_front();
        if self.events.is_empty() {
            // Events come in bursts and then not for hours.
            self.events = VecDeque::new();
        }
        event
    }

    /// When [`Agent::handle_timeout`] is due; in the past where something is due already.
    pub fn deadline(&self) -> Option<Deadline> {
        self.deadline
    }

    fn tell(&mut self, event: Event) {
        if self.events.len() >= MOST_EVENTS {
            self.events.pop_front();
        }
        self.events.push_back(event);
    }

    /// The host candidate whose socket is on this address.
    fn host(&self, address: SocketAddr) -> Option<&LocalCandidate> {
        self.locals.iter().find(|local| {
            local.candidate.kind == super::CandidateKind::Host
                && address::is_same(local.candidate.address, address)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agent_can_be_snapshotted_sent_and_is_small() {
        fn is_whole<T: Clone + Send + 'static>() {}
        is_whole::<Agent>();
        let size = size_of::<Agent>();
        assert!(size <= 1_600, "{size} bytes");
    }
}
