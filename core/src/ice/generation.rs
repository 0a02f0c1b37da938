//! Everything that a restart begins anew.

use super::Credentials;
use super::check_list::CheckList;
use super::party::Party;
use super::remote_candidate::RemoteCandidate;
use crate::base::{RandomStream, Time};
use crate::crypto::CryptoProvider;
use crate::sdp;

/// One ICE session between two restarts, RFC 8445 section 9.
#[derive(Clone, Debug)]
pub(super) struct Generation {
    pub(super) number: u32,
    pub(super) local: Party,
    pub(super) remote: Option<Party>,
    pub(super) remotes: Vec<RemoteCandidate>,
    /// Candidates with names, as they were signalled.
    pub(super) named: Vec<sdp::Candidate>,
    /// Whether the peer has signalled the end of its candidates.
    pub(super) is_remote_complete: bool,
    pub(super) list: CheckList,
    /// Foundation numbers given to remote candidates.
    pub(super) foundations: u32,
    /// Whether a nomination of ours has succeeded.
    pub(super) has_nominated: bool,
    /// When the controlling agent waits no longer for better pairs.
    pub(super) nominate_at: Option<Time>,
    /// When it fails if no pair is valid.
    pub(super) fail_at: Option<Time>,
    /// Whether it has failed while the pair of the one before still carries data: that one speaks for
    /// the connection again.
    pub(super) is_given_up: bool,
}

impl Generation {
    /// The first one, with credentials drawn from `random`.
    pub(super) fn first(provider: &dyn CryptoProvider, random: &mut RandomStream) -> Generation {
        Generation::new(0, Party::new(provider, Credentials::generate(random)))
    }

    pub(super) fn new(number: u32, local: Party) -> Generation {
        Generation {
            number,
            local,
            remote: None,
            remotes: Vec::new(),
            named: Vec::new(),
            is_remote_complete: false,
            list: CheckList::default(),
            foundations: 0,
            has_nominated: false,
            nominate_at: None,
            fail_at: None,
            is_given_up: false,
        }
    }
}
