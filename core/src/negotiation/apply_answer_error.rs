//! Why an answer cannot be taken.

use super::{SignalingState, TransportError};

/// Why an answer cannot be taken. Our offer stays outstanding. Sections are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApplyAnswerError {
    /// No offer of ours is outstanding.
    #[error("an answer is not expected while {0}")]
    WrongState(SignalingState),
    /// An answer has exactly the sections of its offer, RFC 3264 section 6.
    #[error("media sections offered: {offered}, answered: {answered}")]
    SectionCount {
        /// How many were offered.
        offered: usize,
        /// How many were answered.
        answered: usize,
    },
    /// A section answers another kind of media, or an identification tag of another section: the
    /// order was changed.
    #[error("media section {section} of the answer does not answer that of the offer")]
    SectionMismatch {
        /// The section.
        section: usize,
    },
    /// A section is accepted with none of the formats that were offered.
    #[error("media section {section} is accepted without a format that was offered")]
    NoFormat {
        /// The section.
        section: usize,
    },
    /// The BUNDLE group names a section that was not offered in it, RFC 9143 section 7.4.
    #[error("the answer bundles a media section that was not offered so")]
    Bundle,
    /// A section is accepted that does not share the transport.
    #[error("media section {section} is accepted outside the BUNDLE group")]
    NotBundled {
        /// The section.
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
