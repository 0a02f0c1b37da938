//! Why an offer cannot be taken.

use super::{SignalingState, TransportError};

/// Why an offer cannot be taken. All is as it was before. Sections are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApplyOfferError {
    /// Another offer is outstanding.
    #[error("an offer cannot be taken while {0}")]
    WrongState(SignalingState),
    /// Sections never go away, RFC 3264 section 8.
    #[error("the offer has fewer media sections than there were: {now}, not {before}")]
    SectionCount {
        /// How many there were.
        before: usize,
        /// How many are offered.
        now: usize,
    },
    /// A section in use has become another: its kind of media or its identification tag differs.
    #[error("media section {section} is not the one it was")]
    SectionMismatch {
        /// The section.
        section: usize,
    },
    /// Two sections have the same identification tag, RFC 5888 section 4.
    #[error("media section {section} repeats the a=mid of another")]
    RepeatedMid {
        /// The later section.
        section: usize,
    },
    /// RTP and RTCP are not multiplexed.
    #[error("media section {section} has no a=rtcp-mux")]
    RtcpMux {
        /// The section.
        section: usize,
    },
    /// ICE or DTLS attributes do not do.
    #[error(transparent)]
    Transport(#[from] TransportError),
}
