//! Who watches what secrets do.

use std::fmt;

use super::{CryptoError, Protected};

/// Sees what comes of every operation that needs a secret and that a session's outputs depend on,
/// and decides what the session goes by.
///
/// A recorder of calls notes what it is given and gives it back unchanged. A replay, which has no
/// secrets, lets the session compute with others and gives back what was noted instead. Nothing
/// from which a key follows is ever shown to it. The calls of one session come in the order in
/// which it does things, which follows from its inputs alone.
pub trait SecretWitness: fmt::Debug + Send + Sync {
    /// A value made with a secret that goes out in the clear: the public share of an ephemeral
    /// key, a signature, or a cookie (RFC 6347 section 4.2.1). Gives what is sent.
    fn shown(&self, value: Vec<u8>) -> Vec<u8>;

    /// Whether a code of the other side's is the one that a secret demands: that of a Finished
    /// (RFC 5246 section 7.4.9) or a cookie. Gives what the session goes by.
    fn compared(&self, is_equal: bool) -> bool;

    /// A packet was opened. `packet[..clear]` was never encrypted; with `Ok(length)` the plain
    /// text follows it, up to `length`. Gives what the session goes by, after having put the
    /// packet in its place.
    ///
    /// # Errors
    /// [`CryptoError`] where the session is to take the packet for one that is not authentic.
    fn opened(
        &self,
        protected: Protected,
        clear: usize,
        packet: &mut [u8],
        opened: Result<usize, CryptoError>,
    ) -> Result<usize, CryptoError>;

    /// The plain text of a packet that is about to be protected, with the number that its nonce is
    /// made of. `packet[..clear]` stays in the clear.
    fn sealed(&self, protected: Protected, index: u64, clear: usize, packet: &[u8]);
}
