//! Why a payload was dropped.

/// Why a payload, or the rest of one, was dropped by a depacketizer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DepacketizeError {
    /// Nothing in it.
    #[error("empty payload")]
    Empty,
    /// Its header says that the content is damaged.
    #[error("forbidden bit set")]
    Forbidden,
    /// A structure of the interleaved mode, or a type that RFC 6184 reserves.
    #[error("payload structure {0} is not supported")]
    Unsupported(u8),
    /// An aggregate whose lengths do not add up.
    #[error("malformed aggregate")]
    MalformedAggregate,
    /// A fragment without content, or one that is first and last, or of no NAL unit.
    #[error("malformed fragment")]
    MalformedFragment,
    /// A fragment of a NAL unit whose first one is missing.
    #[error("fragment without its first")]
    FragmentWithoutStart,
    /// The NAL unit before was never finished; what there was of it is taken back.
    #[error("fragments without their last")]
    FragmentWithoutEnd,
}
