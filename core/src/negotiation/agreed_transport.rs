//! What was agreed of the transport.

use std::time::Duration;

use super::{DtlsRole, IceCredentials};
use crate::sdp::{Candidate, Fingerprint};

/// What was agreed of the transport that all accepted sections share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreedTransport {
    /// The place of the section whose attributes hold for the transport.
    pub section: usize,
    /// The place of the section whose candidates are those of the transport. Another than
    /// `section` only where that one says nothing of a transport itself.
    pub candidate_section: usize,
    /// The other side's ICE credentials.
    pub remote_credentials: IceCredentials,
    /// Whether the other side's credentials are others than before: ICE restarts, RFC 8839
    /// section 4.4.1.1.1. False the first time.
    pub is_ice_restart: bool,
    /// Whether the other side is a lite agent, RFC 8445 section 2.5.
    pub is_remote_lite: bool,
    /// The pacing that the other side's agent proposes, RFC 8839 section 5.8.
    pub remote_pacing: Option<Duration>,
    /// Whether the other side takes and sends candidates one by one, RFC 8838.
    pub is_remote_trickling: bool,
    /// The candidates in the description, in their order.
    pub remote_candidates: Vec<Candidate>,
    /// How many more there were that cannot be read, or that were too many to be kept.
    pub unreadable_candidates: usize,
    /// Whether no more of them will follow.
    pub has_end_of_candidates: bool,
    /// The fingerprints one of which the other side's certificate must have.
    pub remote_fingerprints: Vec<Fingerprint>,
    /// Our role in the DTLS handshake.
    pub dtls_role: DtlsRole,
}
