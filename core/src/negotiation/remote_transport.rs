//! What the other side's transport says of itself.

use std::time::Duration;

use super::{AgreedTransport, DtlsRole, IceCredentials};
use crate::sdp::{Candidate, Fingerprint, Setup};

/// What the other side's transport says of itself.
#[derive(Clone, Debug)]
pub(super) struct RemoteTransport {
    /// The place of the tagged section.
    pub(super) section: usize,
    /// The place of the section it was read from.
    pub(super) candidate_section: usize,
    pub(super) credentials: IceCredentials,
    pub(super) is_lite: bool,
    pub(super) pacing: Option<Duration>,
    pub(super) is_trickling: bool,
    pub(super) candidates: Vec<Candidate>,
    pub(super) unreadable_candidates: usize,
    pub(super) has_end_of_candidates: bool,
    pub(super) fingerprints: Vec<Fingerprint>,
    pub(super) setup: Setup,
}

impl RemoteTransport {
    /// The most candidates of a description that are kept.
    pub(super) const MAXIMUM_CANDIDATES: usize = 100;

    pub(super) fn agree(self, dtls_role: DtlsRole, is_ice_restart: bool) -> AgreedTransport {
        AgreedTransport {
            section: self.section,
            candidate_section: self.candidate_section,
            remote_credentials: self.credentials,
            is_ice_restart,
            is_remote_lite: self.is_lite,
            remote_pacing: self.pacing,
            is_remote_trickling: self.is_trickling,
            remote_candidates: self.candidates,
            unreadable_candidates: self.unreadable_candidates,
            has_end_of_candidates: self.has_end_of_candidates,
            remote_fingerprints: self.fingerprints,
            dtls_role,
        }
    }
}
