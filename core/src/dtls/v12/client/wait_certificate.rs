//! Client, ServerHello received.
//!
//! Flow: Certificate → check its fingerprint, then read its key, which has to be of the suite's kind
//! → `WaitServerKeyExchange`.
//! The message waits while the fingerprints to expect are not known.

use super::WaitServerKeyExchange;
use crate::dtls::Failure;
use crate::dtls::handshake::{CertificateMessage, HandshakeMessage};
use crate::dtls::v12::{Context, Parameters, Peer, State, StepError};

/// The server's certificate is due.
#[derive(Clone, Debug)]
pub(in crate::dtls) struct WaitCertificate {
    pub(super) parameters: Parameters,
}

impl WaitCertificate {
    pub(in crate::dtls) fn handle(
        &self,
        context: &mut Context,
        message: &HandshakeMessage,
    ) -> Result<State, StepError> {
        let certificate: CertificateMessage = Context::read(message)?;
        let peer = Peer::accept(&certificate, context)?;
        // RFC 5246 section 7.4.2.
        if peer.certificate.public_key().algorithm() != self.parameters.cipher_suite.key_algorithm()
        {
            return Err(Failure::IllegalParameter.into());
        }
        context.transcript.add(message);
        let parameters = self.parameters.clone();
        Ok(State::ClientWaitServerKeyExchange(WaitServerKeyExchange { parameters, peer }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Seed;
    use crate::crypto::{Certificate, HashAlgorithm, KeyAlgorithm, RsaTestKey, default_provider};
    use crate::dtls::v12::CipherSuite;
    use crate::dtls::{Config, Fingerprint, Role};

    /// What comes of `certificates`, the first being expected, with each suite.
    fn handled(certificates: Vec<Vec<u8>>) -> Vec<(KeyAlgorithm, Option<StepError>)> {
        let seed = Seed::from_u64(1);
        let ours = Certificate::generate(0, &mut seed.stream("certificate"));
        let mut context =
            Context::new(Config::new(Role::Client, default_provider(), ours), &seed.into());
        let expected = Fingerprint::of(HashAlgorithm::Sha256, &certificates[0], default_provider());
        context.fingerprints = Some(vec![expected]);
        let message = HandshakeMessage::new(1, &CertificateMessage { certificates });
        let handle = |suite: CipherSuite| {
            let parameters = Parameters {
                cipher_suite: suite,
                client_random: [1; 32],
                server_random: [2; 32],
                extended_master_secret: true,
                srtp_profile: None,
            };
            let handled = WaitCertificate { parameters }.handle(&mut context, &message);
            (suite.key_algorithm(), handled.err())
        };
        CipherSuite::ALL.into_iter().map(handle).collect()
    }

    #[test]
    fn a_certificate_of_the_other_kind_than_the_suites_is_refused() {
        let ecdsa = Certificate::generate(0, &mut Seed::from_u64(2).stream("certificate"));
        let rsa = RsaTestKey::published().certificate();
        for (der, kind) in [(ecdsa.der().to_vec(), KeyAlgorithm::Ecdsa), (rsa, KeyAlgorithm::Rsa)] {
            for (suite, error) in handled(vec![der.clone()]) {
                let expected = (suite != kind).then(|| Failure::IllegalParameter.into());
                assert_eq!(error, expected, "{suite:?} {kind:?}");
            }
        }
    }

    #[test]
    fn of_a_chain_the_first_certificate_counts() {
        let other = Certificate::generate(0, &mut Seed::from_u64(2).stream("certificate"));
        let rsa = RsaTestKey::published().certificate();
        let chain = vec![rsa, other.der().to_vec(), b"not DER".to_vec()];
        for (suite, error) in handled(chain) {
            assert_eq!(error.is_none(), suite == KeyAlgorithm::Rsa, "{suite:?}");
        }
    }

    #[test]
    fn a_key_of_another_size_is_refused_as_unsupported_whatever_the_suite() {
        for bytes in [128, 1_024] {
            let weak = RsaTestKey::of(&vec![0xc1; bytes], &[3]).certificate();
            for (_, error) in handled(vec![weak.clone()]) {
                assert_eq!(error, Some(Failure::UnsupportedCertificate.into()), "{bytes}");
            }
        }
    }
}
