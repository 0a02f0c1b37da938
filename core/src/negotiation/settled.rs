//! What the last offer and answer settled of the transport.

use super::{AgreedTransport, DtlsRole, IceCredentials, RemoteTransport, TransportError};
use crate::sdp::Fingerprint;

/// What the last offer and answer settled of the transport: later ones are measured by it.
#[derive(Clone, Debug)]
pub(super) struct Settled {
    pub(super) remote_credentials: IceCredentials,
    remote_fingerprints: Vec<Fingerprint>,
    pub(super) dtls_role: DtlsRole,
    /// Whether both sides have agreed to BUNDLE.
    pub(super) is_bundled: bool,
    /// The place of the section whose attributes hold for the transport.
    pub(super) section: usize,
    /// The place of the section whose candidates are those of the transport.
    pub(super) candidate_section: usize,
}

impl Settled {
    pub(super) fn new(transport: &AgreedTransport, is_bundled: bool) -> Settled {
        Settled {
            remote_credentials: transport.remote_credentials.clone(),
            remote_fingerprints: transport.remote_fingerprints.clone(),
            dtls_role: transport.dtls_role,
            is_bundled,
            section: transport.section,
            candidate_section: transport.candidate_section,
        }
    }

    /// Whether the other side's credentials are others than they were.
    pub(super) fn is_ice_restart(&self, remote: &RemoteTransport) -> bool {
        self.remote_credentials != remote.credentials
    }

    /// Refuses fingerprints or a role that would need a new DTLS association, RFC 8842 section 4. The
    /// same certificate may be named by other hash functions than before: one that is known is enough.
    pub(super) fn check_association(
        &self,
        remote: &RemoteTransport,
        dtls_role: DtlsRole,
    ) -> Result<(), TransportError> {
        let is_known = |named: &Fingerprint| self.remote_fingerprints.contains(named);
        if !remote.fingerprints.iter().any(is_known) || dtls_role != self.dtls_role {
            return Err(TransportError::NewAssociation { section: remote.section });
        }
        Ok(())
    }
}
