//! The names of a call's candidates.

use std::collections::VecDeque;
use std::net::IpAddr;

use roomrtc_core::base::RandomStream;
use roomrtc_core::session::CandidateInit;
use roomrtc_io_mio::{NameAction, candidate_name};

/// The names of a call's candidates: the other side's while they are being resolved, and ours.
#[derive(Debug)]
pub(super) struct CandidateNames {
    /// Candidates of the other side whose names are being resolved, with these in lower case.
    waiting: Vec<(String, CandidateInit)>,
    /// What our names are drawn from; `None` where we have none.
    random: Option<RandomStream>,
    /// Our names, by what they stand for.
    own: Vec<(IpAddr, String)>,
    actions: VecDeque<NameAction>,
}

impl CandidateNames {
    /// Candidates that wait for an address at most: as many as a session asks for at a time.
    const MOST_WAITING: usize = 32;

    /// None yet. Our addresses get names if there is something to draw them from.
    pub(super) const fn new(random: Option<RandomStream>) -> CandidateNames {
        CandidateNames { waiting: Vec::new(), random, own: Vec::new(), actions: VecDeque::new() }
    }

    /// A new name for an address of ours, which the link is told; `None` if it has one, or is to
    /// have none.
    pub(super) fn name(&mut self, address: IpAddr) -> Option<String> {
        let random = self.random.as_mut()?;
        if self.own.iter().any(|(known, _)| *known == address) {
            return None;
        }
        let name = candidate_name(random.bytes());
        self.actions.push_back(NameAction::Offer { name: name.clone(), address });
        self.own.push((address, name.clone()));
        Some(name)
    }

    /// An address of ours is gone.
    pub(super) fn withdraw(&mut self, address: IpAddr) {
        if let Some(index) = self.own.iter().position(|(known, _)| *known == address) {
            self.actions.push_back(NameAction::Withdraw(self.own.swap_remove(index).1));
        }
    }

    /// Keeps a candidate until the address of its name is known. False if too many wait.
    pub(super) fn resolve(&mut self, name: &str, candidate: CandidateInit) -> bool {
        if self.waiting.len() >= CandidateNames::MOST_WAITING {
            return false;
        }
        let name = name.to_ascii_lowercase();
        self.actions.push_back(NameAction::Resolve(name.clone()));
        self.waiting.push((name, candidate));
        true
    }

    /// The candidates that waited for a name.
    pub(super) fn take_waiting(&mut self, name: &str) -> Vec<CandidateInit> {
        let all = std::mem::take(&mut self.waiting).into_iter();
        let (found, others) = all.partition(|(waiting, _)| waiting == name);
        self.waiting = others;
        let found: Vec<(String, CandidateInit)> = found;
        found.into_iter().map(|(_, candidate)| candidate).collect()
    }

    /// The call is over: our names are withdrawn, and nothing waits any more.
    pub(super) fn clear(&mut self) {
        self.waiting.clear();
        self.random = None;
        for (_, name) in std::mem::take(&mut self.own) {
            self.actions.push_back(NameAction::Withdraw(name));
        }
    }

    /// The next thing to ask of the network.
    pub(super) fn poll_action(&mut self) -> Option<NameAction> {
        self.actions.pop_front()
    }

    /// Whether there is something to ask of the network.
    pub(super) fn has_actions(&self) -> bool {
        !self.actions.is_empty()
    }
}
