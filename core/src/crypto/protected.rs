//! What is protected.

/// What a [`super::SecretWitness`] is told of: the kind of a packet or of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protected {
    /// An RTP packet, RFC 3711 section 3.1.
    Rtp,
    /// A compound RTCP packet, RFC 3711 section 3.4.
    Rtcp,
    /// A DTLS record of this content type, RFC 6347 section 4.1.
    Record(u8),
}
