//! The peer's parameters and candidates, and the pairs formed with them: RFC 8445 sections 5.3 and
//! 6.1.2, RFC 8838.

use std::net::SocketAddr;

use super::{Agent, DEFAULT_PACING};
use crate::base::Time;
use crate::ice::heard_check::HeardCheck;
use crate::ice::local_candidate::LocalCandidate;
use crate::ice::offered_restart::OfferedRestart;
use crate::ice::pair::Pair;
use crate::ice::pair_state::PairState;
use crate::ice::party::Party;
use crate::ice::remote_candidate::RemoteCandidate;
use crate::ice::{
    Candidate, CandidateKind, CandidateRejection, ConnectionState, Credentials, Event, Foundation,
    RemoteParameters, Role, address,
};
use crate::planted_bugs::{PlantedBug, is_planted};
use crate::sdp;

/// Signalled candidates of a peer at most.
const MOST_SIGNALLED: usize = 64;

/// Candidates learnt from checks at most; the least useful one makes room for a new one.
const MOST_LEARNT: usize = 16;

impl Agent {
    /// What the peer's description says of its agent. It begins the generation of a restart
    /// ([`Agent::restart`]). Where there is none, other credentials than before are those of a peer
    /// that restarts alone: a generation begins in which ours stay as they are.
    pub fn set_remote_parameters(&mut self, now: Time, parameters: &RemoteParameters) {
        let heard = self.begin_agreed_generation(&parameters.credentials);
        self.is_remote_lite = parameters.is_lite;
        let theirs = parameters.pacing.unwrap_or(DEFAULT_PACING);
        self.pacing = self.proposed_pacing().max(theirs);
        self.set_role(now, self.role);
        if self.current.remote.is_none() {
            let party = Party::new(self.config.provider, parameters.credentials.clone());
            self.current.remote = Some(party);
            self.current.fail_at = Some(now + self.config.failure_timeout);
            self.next_start = self.next_start.max(now);
            self.set_state(ConnectionState::Checking);
        }
        self.form_pairs(now);
        for check in heard {
            self.learn(now, &check);
        }
        self.refresh(now);
    }

    /// Begins the generation that is offered, or one of the peer's own. The checks that were heard for
    /// it.
    fn begin_agreed_generation(&mut self, theirs: &Credentials) -> Vec<HeardCheck> {
        if let Some(offered) = self.offered.take() {
            let OfferedRestart { number, local, heard } = *offered;
            self.begin_generation(number, local);
            return heard;
        }
        if self.remote_credentials().is_some_and(|known| known != theirs) {
            let number = self.next_generation();
            self.begin_generation(number, self.current.local.clone());
        }
        Vec::new()
    }

    /// A candidate of the peer's as it was signalled. One with a name is to be added again with
    /// the address in its place, which may be after the end of candidates.
    ///
    /// # Errors
    /// [`CandidateRejection`] says why it is not used. That is counted, and no reason to end
    /// anything. [`CandidateRejection::Name`] says that the caller is to resolve its name.
    pub fn add_signaled_candidate(
        &mut self,
        now: Time,
        candidate: &sdp::Candidate,
    ) -> Result<(), CandidateRejection> {
        let fragment = self.remote_credentials().map(|known| known.username_fragment());
        let is_other = candidate.username_fragment().zip(fragment).is_some_and(|(a, b)| a != b);
        let read = match is_other {
            true => Err(CandidateRejection::Generation),
            false => Candidate::try_from(candidate),
        };
        match read {
            Ok(read) => self.add_remote(now, &read, self.is_awaited(candidate)),
            Err(CandidateRejection::Name) => self.await_address(candidate),
            Err(rejection) => Err(self.reject(rejection)),
        }
    }

    /// A candidate of the peer's.
    ///
    /// # Errors
    /// [`CandidateRejection`] says why it is not used. That is counted, and no reason to end
    /// anything.
    pub fn add_remote_candidate(
        &mut self,
        now: Time,
        candidate: &Candidate,
    ) -> Result<(), CandidateRejection> {
        self.add_remote(now, candidate, false)
    }

    /// One that was awaited was signalled in time, whenever its address came.
    fn add_remote(
        &mut self,
        now: Time,
        candidate: &Candidate,
        is_awaited: bool,
    ) -> Result<(), CandidateRejection> {
        if !address::is_usable(candidate.address) {
            return Err(self.reject(CandidateRejection::Address));
        }
        let is_late = self.current.is_remote_complete && !is_awaited;
        if is_late || self.ignores_late_candidates() {
            return Err(self.reject(CandidateRejection::Late));
        }
        let address = address::canonical(candidate.address);
        let candidate = Candidate { address, ..*candidate };
        self.note_remote(candidate)?;
        self.form_pairs(now);
        self.refresh(now);
        Ok(())
    }

    fn note_remote(&mut self, candidate: Candidate) -> Result<(), CandidateRejection> {
        let remotes = &self.current.remotes;
        let known = remotes.iter().position(|r| r.candidate.address == candidate.address);
        match known {
            Some(index) if self.current.remotes[index].is_learnt => self.confirm(index, candidate),
            Some(_) => {}
            None if self.signalled() >= MOST_SIGNALLED => {
                return Err(self.reject(CandidateRejection::TooMany));
            }
            None => {
                let foundation = self.remote_foundation(candidate.foundation);
                let remote = RemoteCandidate { candidate, foundation, is_learnt: false };
                self.current.remotes.push(remote);
            }
        }
        Ok(())
    }

    fn ignores_late_candidates(&self) -> bool {
        self.statistics.checks_sent > 0 && is_planted(PlantedBug::IgnoreLateCandidates)
    }

    /// The peer has no more candidates in this generation, RFC 8838 section 14; those that come
    /// later are ignored. Peer-reflexive ones may still turn up.
    pub fn end_of_remote_candidates(&mut self, now: Time) {
        self.current.is_remote_complete = true;
        self.refresh(now);
    }

    /// Counts candidates that were found to be of no use before they came here.
    pub fn count_rejected(&mut self, rejection: CandidateRejection, count: usize) {
        self.statistics.count_rejection(rejection, count as u64);
    }

    pub(super) fn reject(&mut self, rejection: CandidateRejection) -> CandidateRejection {
        self.statistics.count_rejection(rejection, 1);
        rejection
    }

    fn signalled(&self) -> usize {
        self.current.remotes.iter().filter(|remote| !remote.is_learnt).count()
    }

    /// A candidate learnt from a check is now signalled: its type and priority are known.
    fn confirm(&mut self, index: usize, candidate: Candidate) {
        let foundation = self.remote_foundation(candidate.foundation);
        let Some(remote) = self.current.remotes.get_mut(index) else { return };
        *remote = RemoteCandidate { candidate, foundation, is_learnt: false };
        for pair in &mut self.current.list.pairs {
            if pair.remote == candidate.address {
                pair.remote_priority = candidate.priority;
                pair.foundation.1 = foundation;
            }
        }
        self.current.list.prioritize(self.role);
    }

    /// The number of a signalled foundation.
    fn remote_foundation(&mut self, foundation: Foundation) -> u32 {
        let mut signalled = self.current.remotes.iter().filter(|remote| !remote.is_learnt);
        let alike = signalled.find(|remote| remote.candidate.foundation == foundation);
        alike.map(|remote| remote.foundation).unwrap_or_else(|| self.fresh_foundation())
    }

    fn fresh_foundation(&mut self) -> u32 {
        self.current.foundations = self.current.foundations.wrapping_add(1);
        self.current.foundations
    }

    /// The candidate a check came from: known, or learnt with the priority it says, RFC 8445
    /// section 7.3.1.3. None if there is no room.
    pub(super) fn learn_remote(
        &mut self,
        from: SocketAddr,
        priority: u32,
    ) -> Option<RemoteCandidate> {
        let remotes = &self.current.remotes;
        if let Some(known) = remotes.iter().find(|remote| remote.candidate.address == from) {
            return Some(*known);
        }
        if remotes.iter().filter(|remote| remote.is_learnt).count() >= MOST_LEARNT {
            self.forget_learnt()?;
        }
        let foundation = self.fresh_foundation();
        let candidate = Candidate {
            foundation: Foundation::number(foundation),
            priority: priority.max(1),
            address: from,
            kind: CandidateKind::PeerReflexive,
            related: None,
        };
        let learnt = RemoteCandidate { candidate, foundation, is_learnt: true };
        self.current.remotes.push(learnt);
        Some(learnt)
    }

    /// Makes room for a learnt candidate: the one that was confirmed least recently goes, but
    /// never the one that data goes to.
    fn forget_learnt(&mut self) -> Option<()> {
        let used = self.path.map(|path| path.pair.remote);
        let learnt = self
            .current
            .remotes
            .iter()
            .enumerate()
            .filter(|(_, remote)| remote.is_learnt && Some(remote.candidate.address) != used);
        let confirmed = |remote: &RemoteCandidate| {
            let pairs = self.current.list.pairs.iter();
            let of_it = pairs.filter(|pair| pair.remote == remote.candidate.address);
            of_it.map(|pair| (pair.is_valid(), pair.confirmed)).max()
        };
        let (index, _) = learnt.min_by_key(|(_, remote)| confirmed(remote))?;
        let gone = self.current.remotes.remove(index).candidate.address;
        self.current.list.pairs.retain(|pair| pair.remote != gone);
        self.forget_idle_checks();
        Some(())
    }

    /// Pairs every local base with every remote candidate it can reach.
    pub(super) fn form_pairs(&mut self, now: Time) {
        if self.is_concluded() {
            return;
        }
        for index in 0..self.current.remotes.len() {
            let remote = self.current.remotes[index];
            for place in 0..self.locals.len() {
                let local = self.locals[place];
                if local.candidate.kind == CandidateKind::Host
                    && address::can_pair(local.candidate.address, remote.candidate.address)
                {
                    self.add_pair(now, &local, &remote);
                }
            }
        }
        if self.config.is_lite && self.is_remote_lite {
            self.nominate_unchecked();
        }
    }

    /// Adds a pair that is not there yet; where it stands. It is a new reason to be patient.
    pub(super) fn add_pair(
        &mut self,
        now: Time,
        local: &LocalCandidate,
        remote: &RemoteCandidate,
    ) -> Option<usize> {
        let list = &mut self.current.list;
        let is_there = list.find(local.candidate.address, remote.candidate.address).is_some();
        if is_there && !is_planted(PlantedBug::PairTwice) {
            return None;
        }
        let index = list.insert(Pair::new(self.role, local, remote))?;
        if self.current.fail_at.is_some() {
            self.current.fail_at = Some(now + self.config.failure_timeout);
        }
        Some(index)
    }

    /// Between two lite agents nobody checks: every pair counts as nominated, and the best is
    /// taken, RFC 8445 section 8.2.2.
    fn nominate_unchecked(&mut self) {
        for pair in &mut self.current.list.pairs {
            pair.state = PairState::Succeeded;
            pair.is_nominated = true;
        }
    }

    /// Takes another role: priorities change with it, and nominations under way end.
    pub(super) fn take_role(&mut self, role: Role) {
        self.role = role;
        for pair in &mut self.current.list.pairs {
            pair.is_nominating = false;
        }
        self.current.list.prioritize(role);
        self.tell(Event::RoleChanged(role));
    }
}
