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

    /// Our role once a later offer of ours, which leaves it open, is answered: that of the association,
    /// whatever the answer says of it, as long as the certificate stays. By RFC 8842 section 5.3 an
    /// answer that names another role asks for a new association, but webrtc-rs' `rtc` 0.21 answers
    /// `active` each time (its `create_answer` never looks at the role in use) and begins none.
    pub(super) fn kept_role(&self, remote: &RemoteTransport) -> Result<DtlsRole, TransportError> {
        self.check_association(remote, self.dtls_role)?;
        Ok(self.dtls_role)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sdp::Setup;

    fn remote(fingerprint: &str, setup: Setup) -> RemoteTransport {
        RemoteTransport {
            section: 0,
            candidate_section: 0,
            credentials: IceCredentials { ufrag: "abcd".into(), pwd: "e".repeat(22) },
            is_lite: false,
            pacing: None,
            is_trickling: true,
            candidates: Vec::new(),
            unreadable_candidates: 0,
            has_end_of_candidates: false,
            fingerprints: vec![fingerprint.parse().expect("a fingerprint")],
            setup,
        }
    }

    #[test]
    fn an_answer_that_names_another_role_keeps_the_association_of_the_same_certificate() {
        let [own, other] = ["AB", "CD"].map(|byte| format!("sha-256 {}", [byte; 32].join(":")));
        let agreed = remote(&own, Setup::Passive).agree(DtlsRole::Client, false);
        let settled = Settled::new(&agreed, true);
        for setup in [Setup::Active, Setup::Passive] {
            assert_eq!(settled.kept_role(&remote(&own, setup)), Ok(DtlsRole::Client));
            let refused = settled.kept_role(&remote(&other, setup));
            assert_eq!(refused, Err(TransportError::NewAssociation { section: 0 }));
        }
    }
}
