//! Gathering candidates, RFC 8445 section 5.1.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use super::Agent;
use crate::base::Time;
use crate::ice::local_candidate::LocalCandidate;
use crate::ice::query_phase::QueryPhase;
use crate::ice::server_query::ServerQuery;
use crate::ice::{Candidate, CandidateKind, Event, Foundation, address, priority};
use crate::stun::{BindingOutcome, BindingTransaction, Message, Retransmission, TransactionId};

/// Host candidates at most.
const MOST_HOSTS: usize = 32;

/// Local candidates of all types at most.
const MOST_LOCALS: usize = 96;

/// Servers asked at most.
const MOST_SERVERS: usize = 4;

/// Requests to a server and the last wait in units of RTO, which RFC 8489 section 6.2.1 leaves to the
/// configuration. Where descriptions wait for the end of gathering, a server that is silent for 5.5 s
/// must not hold them up for 39.5 s.
const FEW_REQUESTS: (u8, u8) = (4, 4);

/// The same where nothing waits: what RFC 8489 recommends. Once all candidates are said to be told, no
/// other may follow (RFC 8838 section 13), so a way that opens late would be of no use.
const ALL_REQUESTS: (u8, u8) = (7, 16);

/// Bindings of a NAT are kept alive this often: Tr, RFC 8445 section 11.
const KEEPALIVE: Duration = Duration::from_secs(15);

impl Agent {
    /// A socket is bound to this address of an interface: a host candidate, and, by the STUN
    /// servers, perhaps a server-reflexive one. Addresses no candidate can have, and more than
    /// 32, are ignored.
    pub fn add_local_address(&mut self, now: Time, local: SocketAddr) {
        let hosts = self.locals.iter().filter(|l| l.candidate.kind == CandidateKind::Host).count();
        if !address::is_usable(local) || self.host(local).is_some() || hosts >= MOST_HOSTS {
            return;
        }
        let ordinal = &mut self.announced[usize::from(local.is_ipv4())];
        let preference = address::local_preference(local, *ordinal);
        *ordinal = ordinal.saturating_add(1);
        let priority = priority::candidate(CandidateKind::Host, preference);
        self.add_local(CandidateKind::Host, priority, local, None, None);
        self.query_servers(local);
        self.form_pairs(now);
        self.refresh(now);
    }

    /// All local addresses have been announced: gathering completes when the servers have
    /// answered or are given up.
    pub fn end_of_local_addresses(&mut self, now: Time) {
        self.is_local_complete = true;
        self.refresh(now);
    }

    /// The socket on this address is gone, with all candidates and pairs of it. If data went over
    /// it, the other pairs are checked again; only a restart makes new candidates known.
    pub fn remove_local_address(&mut self, now: Time, local: SocketAddr) {
        let gone = |other: SocketAddr| address::is_same(other, local);
        self.locals.retain(|candidate| !gone(candidate.candidate.base()));
        self.queries.retain(|query| !gone(query.base));
        self.transactions.retain(|transaction| !gone(transaction.local));
        self.answers.retain(|answer| !gone(answer.local));
        self.current.list.pairs.retain(|pair| !gone(pair.local));
        if self.previous.as_deref().is_some_and(|previous| gone(previous.pair.0)) {
            self.previous = None;
        }
        if self.path.is_some_and(|path| gone(path.pair.local)) {
            self.lose_path(now);
        }
        self.refresh(now);
    }

    /// Adds a candidate of our own, signals it unless it is peer-reflexive.
    pub(super) fn add_local(
        &mut self,
        kind: CandidateKind,
        priority: u32,
        address: SocketAddr,
        base: Option<SocketAddr>,
        server: Option<IpAddr>,
    ) {
        if self.locals.len() >= MOST_LOCALS {
            return;
        }
        let foundation = self.local_foundation(kind, base.unwrap_or(address).ip(), server);
        let candidate = Candidate {
            foundation: Foundation::number(foundation),
            priority,
            address,
            kind,
            related: base,
        };
        self.locals.push(LocalCandidate { candidate, foundation, server });
        if kind != CandidateKind::PeerReflexive {
            self.tell(Event::LocalCandidate(candidate));
        }
    }

    /// Equal for candidates of one type, base address and server, RFC 8445 section 5.1.1.3.
    fn local_foundation(
        &mut self,
        kind: CandidateKind,
        base: IpAddr,
        server: Option<IpAddr>,
    ) -> u32 {
        let is_alike = |local: &&LocalCandidate| {
            let candidate = &local.candidate;
            candidate.kind == kind && candidate.base().ip() == base && local.server == server
        };
        match self.locals.iter().find(is_alike) {
            Some(alike) => alike.foundation,
            None => {
                self.foundations += 1;
                self.foundations
            }
        }
    }

    /// Servers are asked from addresses that can reach them. A lite agent has only host
    /// candidates, RFC 8445 section 5.2.
    fn query_servers(&mut self, base: SocketAddr) {
        if self.config.is_lite {
            return;
        }
        let is_loopback = base.ip().is_loopback();
        let servers = self.config.stun_servers.iter().copied().take(MOST_SERVERS);
        let reachable = servers.filter(|server| {
            address::can_pair(base, *server) && server.ip().is_loopback() == is_loopback
        });
        self.queries.extend(reachable.map(|server| ServerQuery {
            base,
            server,
            phase: QueryPhase::Waiting,
            is_first: true,
        }));
    }

    /// Asks all servers anew, for a restart: RFC 8445 section 9.
    pub(super) fn gather_again(&mut self) {
        self.queries.clear();
        let is_host = |local: &LocalCandidate| local.candidate.kind == CandidateKind::Host;
        let hosts = self.locals.iter().filter(|local| is_host(local));
        for base in hosts.map(|host| host.candidate.address).collect::<Vec<_>>() {
            self.query_servers(base);
        }
        self.is_gathered &= self.queries.is_empty();
    }

    /// The query whose turn it is: one not begun, or a binding to be kept alive.
    pub(super) fn next_query(&self, now: Time) -> Option<usize> {
        self.queries.iter().position(|query| match query.phase {
            QueryPhase::Waiting => true,
            QueryPhase::Idle(next) => now >= next,
            QueryPhase::Running(_) => false,
        })
    }

    pub(super) fn start_query(&mut self, now: Time, index: usize) {
        let id = TransactionId::random(&mut self.random);
        let rto = Retransmission::RTO.max(self.pacing * self.queries.len() as u32);
        let is_trickling = self.config.is_trickling;
        if let Some(query) = self.queries.get_mut(index) {
            let is_patient = is_trickling && query.is_first;
            let (most, last_wait) = if is_patient { ALL_REQUESTS } else { FEW_REQUESTS };
            let schedule = Retransmission::with_limits(now, rto, most, last_wait);
            let transaction = BindingTransaction::new(query.server, id, schedule);
            query.phase = QueryPhase::Running(transaction);
        }
    }

    /// Repeats what is overdue and gives up on servers that never answered.
    pub(super) fn run_queries(&mut self, now: Time) {
        self.queries.retain_mut(|query| {
            let QueryPhase::Running(transaction) = &mut query.phase else { return true };
            if transaction.handle_timeout(now) {
                return true;
            }
            query.phase = QueryPhase::Idle(now + KEEPALIVE);
            !query.is_first
        });
    }

    /// Takes a server's answer. Whether the message was one.
    pub(super) fn handle_server_response(
        &mut self,
        now: Time,
        local: SocketAddr,
        remote: SocketAddr,
        message: &Message<'_>,
    ) -> bool {
        let answered = self.queries.iter().enumerate().find_map(|(index, query)| {
            let QueryPhase::Running(transaction) = &query.phase else { return None };
            let outcome = transaction.handle_response(remote, message)?;
            address::is_same(query.base, local).then_some((index, outcome))
        });
        let Some((index, outcome)) = answered else { return false };
        match outcome {
            BindingOutcome::Mapped(mapped) => self.add_server_reflexive(now, index, mapped),
            BindingOutcome::Refused(_) | BindingOutcome::Unusable => {
                self.queries.remove(index);
            }
        }
        true
    }

    /// A server sees us at `mapped`: a candidate, unless it is known already (RFC 8445 section
    /// 5.1.3) or no NAT stands between. A host candidate that is told under a name makes none
    /// redundant.
    fn add_server_reflexive(&mut self, now: Time, index: usize, mapped: SocketAddr) {
        let Some(query) = self.queries.get_mut(index) else { return };
        query.phase = QueryPhase::Idle(now + KEEPALIVE);
        if !std::mem::replace(&mut query.is_first, false) {
            return;
        }
        let (base, server) = (query.base, query.server.ip());
        self.forget_outdated(base, server, mapped);
        let is_known = self.locals.iter().any(|local| {
            address::is_same(local.candidate.address, mapped)
                && address::is_same(local.candidate.base(), base)
                && !self.is_named(&local.candidate)
        });
        if is_known || !address::is_usable(mapped) {
            return;
        }
        let Some(host) = self.host(base) else { return };
        let preference = (host.candidate.priority >> 8) as u16;
        let priority = priority::candidate(CandidateKind::ServerReflexive, preference);
        let kind = CandidateKind::ServerReflexive;
        self.add_local(kind, priority, mapped, Some(base), Some(server));
    }

    /// What a server told before a restart holds no longer if it tells another address now.
    fn forget_outdated(&mut self, base: SocketAddr, server: IpAddr, mapped: SocketAddr) {
        self.locals.retain(|local| {
            let is_of_server = local.server == Some(server) && local.candidate.base() == base;
            !is_of_server || address::is_same(local.candidate.address, mapped)
        });
    }

    /// Tells once, and again after a restart, that all has been gathered.
    pub(super) fn conclude_gathering(&mut self) {
        let is_waiting = self.queries.iter().any(|query| query.is_first);
        if self.is_local_complete && !self.is_gathered && !is_waiting {
            self.is_gathered = true;
            self.tell(Event::GatheringComplete);
        }
    }
}
