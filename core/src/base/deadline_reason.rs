//! Why a deadline stands.

/// What is due when a [`super::Deadline`] passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeadlineReason {
    /// A STUN server's answer is overdue, RFC 8489 section 6.2.1.
    StunRetransmission,
    /// The next connectivity check, RFC 8445 section 6.1.4.
    IceCheck,
    /// A consent check or a keepalive, RFC 7675 and RFC 8445 section 11.
    IceConsent,
    /// ICE gives up on a component that has no valid pair.
    IceFailure,
    /// A DTLS flight is sent again, RFC 6347 section 4.2.4.
    DtlsRetransmission,
    /// A DTLS handshake gives up.
    DtlsFailure,
    /// An RTCP report, RFC 4585 section 3.5.
    RtcpReport,
    /// A picture loss indication, RFC 4585 section 6.3.1.
    PictureLossIndication,
    /// A generic NACK, RFC 4585 section 6.2.1.
    GenericNack,
    /// The jitter buffer releases or gives up on a frame.
    JitterBuffer,
    /// The pacer lets the next packet go.
    Pacing,
    /// The signalling server is asked for a sign of life, given up, or tried again.
    SignalingHeartbeat,
}
