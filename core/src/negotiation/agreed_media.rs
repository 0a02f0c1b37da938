//! What was agreed of one media section.

use super::{AgreedCodec, AgreedExtension, RemoteSource};
use crate::codec::h264::PacketizationMode;
use crate::sdp::Direction;

/// What was agreed of one media section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreedMedia {
    /// Its place among the sections.
    pub index: usize,
    /// Its identification tag; `None` if the other side does not use them.
    pub mid: Option<String>,
    /// The media type: `audio`, `video`, `application` or another.
    pub kind: String,
    /// The number of the local media that it carries, as
    /// [`Negotiator::add_media`](super::Negotiator::add_media) counts; `None` if the section is
    /// rejected or idle. Then the rest is empty.
    pub media: Option<usize>,
    /// Whether the section is accepted for its transport alone: it is inactive, and nothing of ours
    /// will be carried by it.
    pub is_idle: bool,
    /// Which way media flows, from our side.
    pub direction: Direction,
    /// The codecs, the one to send with first.
    pub codecs: Vec<AgreedCodec>,
    /// The formats of our offer that the answer leaves out: payload types and modes to receive them
    /// with all the same. RFC 3264 section 6.1 has the answerer send what it has answered, but
    /// Chromium 156 sends the first format of the offer where `setCodecPreferences` has left that
    /// out of its answer.
    pub unanswered: Vec<(u8, PacketizationMode)>,
    /// The header extensions.
    pub extensions: Vec<AgreedExtension>,
    /// Whether RTCP packets may be of reduced size, RFC 5506.
    pub has_rtcp_reduced_size: bool,
    /// The sources that the other side has announced, without those that only repair others.
    pub remote_sources: Vec<RemoteSource>,
}

impl AgreedMedia {
    /// Whether the section is rejected by either side.
    pub fn is_rejected(&self) -> bool {
        self.media.is_none() && !self.is_idle
    }
}
