//! Why a packet was not protected.

/// Why a packet was not protected. It is as it was, and must not be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum ProtectError {
    /// It is no RTP or RTCP packet.
    #[error("not a packet")]
    Malformed,
    /// Its index was used before, or is too old to tell: a second packet under the same nonce
    /// would give the key stream away (RFC 3711 section 9.1, RFC 7714 section 10).
    #[error("the packet's index was used before")]
    IndexReused,
    /// It is to be sent again, but was not sent before, or so long ago that it cannot be told.
    #[error("the packet was never protected")]
    NeverProtected,
    /// The key has protected as many packets as it may, RFC 3711 section 9.2.
    #[error("the key is used up")]
    KeyExhausted,
    /// There are more sources than are kept track of.
    #[error("too many sources")]
    TooManySources,
}
