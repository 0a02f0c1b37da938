//! What the media engine tells.

/// Something that happened in a [`super::MediaEngine`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MediaEvent {
    /// A key frame is to be sent next: the other side asked for one, or frames that wait had to
    /// be dropped.
    KeyFrameRequested {
        /// The index of the media section.
        media: usize,
    },
    /// The other side's source has said BYE, RFC 3550 section 6.6.
    SourceEnded {
        /// The index of the media section.
        media: usize,
    },
}
