//! Why a packet was dropped.

/// Why a received packet was dropped. Its content is unspecified, and no state has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum UnprotectError {
    /// It is no RTP or RTCP packet, or too short for a tag.
    #[error("not a packet")]
    Malformed,
    /// Its tag is wrong.
    #[error("authentication failed")]
    Authentication,
    /// It was received before, or is too old to tell.
    #[error("received before or too old")]
    Replayed,
    /// It belongs behind the last packet of the key's life, RFC 3711 section 9.2.
    #[error("the key is used up")]
    KeyExhausted,
    /// It is authentic, and of one source more than are kept track of.
    #[error("too many sources")]
    TooManySources,
}
