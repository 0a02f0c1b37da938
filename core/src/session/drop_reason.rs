//! Why the composer dropped a datagram.

/// Why a datagram was dropped before it reached an engine, or on its way into one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DropReason {
    /// Its first byte belongs to no protocol of ours, RFC 7983.
    UnknownProtocol,
    /// It came over a pair of addresses that ICE has not validated.
    UnvalidatedPath,
    /// It came before it could be used, and the store for such was full.
    TooEarly,
    /// It came after the session ended.
    Closed,
    /// SRTP or SRTCP whose tag is wrong.
    SrtpAuthentication,
    /// SRTP or SRTCP that was received before.
    SrtpReplay,
    /// SRTP or SRTCP that is otherwise unusable.
    SrtpMalformed,
    /// A packet of ours that no key may protect any more, RFC 3711 section 9.2.
    SrtpExhausted,
}

impl DropReason {
    /// Every reason, in the order of [`DropReason::index`].
    pub const ALL: [DropReason; 8] = [
        DropReason::UnknownProtocol,
        DropReason::UnvalidatedPath,
        DropReason::TooEarly,
        DropReason::Closed,
        DropReason::SrtpAuthentication,
        DropReason::SrtpReplay,
        DropReason::SrtpMalformed,
        DropReason::SrtpExhausted,
    ];

    /// The reason's place in [`DropReason::ALL`].
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The reason's name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            DropReason::UnknownProtocol => "unknown_protocol",
            DropReason::UnvalidatedPath => "unvalidated_path",
            DropReason::TooEarly => "too_early",
            DropReason::Closed => "closed",
            DropReason::SrtpAuthentication => "srtp_authentication",
            DropReason::SrtpReplay => "srtp_replay",
            DropReason::SrtpMalformed => "srtp_malformed",
            DropReason::SrtpExhausted => "srtp_exhausted",
        }
    }
}
