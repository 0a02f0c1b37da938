//! What both sides sign and hash.

use super::HandshakeMessage;
use crate::crypto::{CryptoProvider, Digest, HashAlgorithm};

/// All handshake messages so far, RFC 6347 section 4.2.6: as if none had been cut to fragments, with
/// their DTLS headers, and without HelloVerifyRequest and what led to it.
///
/// The bytes are kept, not a running hash: which hash it will be is known late, and signatures may
/// use another. They are hashed four or five times in a handshake, whatever the number of messages.
#[derive(Clone, Debug, Default)]
pub(in crate::dtls) struct Transcript(Vec<u8>);

impl Transcript {
    /// Adds a message sent or received.
    pub(in crate::dtls) fn add(&mut self, message: &HandshakeMessage) {
        self.0.extend_from_slice(message.bytes());
    }

    /// Forgets everything: the handshake starts over with a cookie.
    pub(in crate::dtls) fn clear(&mut self) {
        self.0.clear();
    }

    /// The messages so far.
    pub(in crate::dtls) fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// Their hash.
    pub(in crate::dtls) fn hash(
        &self,
        algorithm: HashAlgorithm,
        provider: &dyn CryptoProvider,
    ) -> Digest {
        provider.hash(algorithm, &[&self.0])
    }
}
