//! What a session description is.

/// Whether a session description offers or answers: `RTCSdpType` of W3C WebRTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DescriptionKind {
    /// An offer, RFC 3264.
    Offer,
    /// A final answer.
    Answer,
}
