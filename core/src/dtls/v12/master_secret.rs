//! The secret that all keys come from.

use std::fmt;

use super::Parameters;
use super::pseudo_random_function::pseudo_random;
use crate::crypto::{CryptoProvider, HashAlgorithm};
use crate::dtls::handshake::{Finished, Transcript};

/// The master secret, RFC 5246 section 8.1, and what is derived from it.
#[derive(Clone)]
pub(in crate::dtls) struct MasterSecret {
    provider: &'static dyn CryptoProvider,
    hash: HashAlgorithm,
    secret: [u8; 48],
}

impl MasterSecret {
    /// The master secret of the key agreement's result `premaster`. `transcript` ends with the
    /// ClientKeyExchange, RFC 7627 section 3.
    pub(in crate::dtls) fn derive(
        provider: &'static dyn CryptoProvider,
        parameters: &Parameters,
        premaster: &[u8],
        transcript: &Transcript,
    ) -> MasterSecret {
        let hash = parameters.cipher_suite.hash();
        let mut secret = [0; 48];
        if parameters.extended_master_secret {
            let session = transcript.hash(hash, provider);
            let label = b"extended master secret";
            pseudo_random(provider, hash, premaster, label, &session, &mut secret);
        } else {
            let randoms = parameters.client_then_server();
            pseudo_random(provider, hash, premaster, b"master secret", &randoms, &mut secret);
        }
        MasterSecret { provider, hash, secret }
    }

    /// The library that computes with it.
    pub(in crate::dtls) fn provider(&self) -> &'static dyn CryptoProvider {
        self.provider
    }

    /// Fills `output` with the pseudo-random function of the secret, `label` and `seed`.
    pub(in crate::dtls) fn expand(&self, label: &[u8], seed: &[u8], output: &mut [u8]) {
        pseudo_random(self.provider, self.hash, &self.secret, label, seed, output);
    }

    /// The secret itself, for a key log.
    pub(in crate::dtls) fn reveal(&self) -> [u8; 48] {
        self.secret
    }

    /// The Finished that the client sends after `transcript`, RFC 5246 section 7.4.9.
    pub(in crate::dtls) fn client_finished(&self, transcript: &Transcript) -> Finished {
        self.finished(b"client finished", transcript)
    }

    /// The Finished that the server sends after `transcript`, RFC 5246 section 7.4.9.
    pub(in crate::dtls) fn server_finished(&self, transcript: &Transcript) -> Finished {
        self.finished(b"server finished", transcript)
    }

    fn finished(&self, label: &[u8], transcript: &Transcript) -> Finished {
        let mut verify_data = [0; 12];
        self.expand(label, &transcript.hash(self.hash, self.provider), &mut verify_data);
        Finished { verify_data }
    }
}

impl fmt::Debug for MasterSecret {
    /// Never prints the secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MasterSecret(..)")
    }
}
