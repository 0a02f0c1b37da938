//! What a sender tells.

use super::{EncodeError, EncodedFrame};
use crate::capture::OpenedSource;
use crate::source::{OpenSourceError, SourceError};

/// What comes out of an encoder's or a source's thread.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum SenderEvent {
    /// A frame to send.
    Frame(EncodedFrame),
    /// A picture was left out to keep the bit rate, or because the one before it was still being
    /// encoded.
    Skipped,
    /// Pictures cannot be encoded. Told once; encoding is tried again with each picture.
    EncoderFailed(EncodeError),
    /// Pictures can be encoded again.
    EncoderRecovered,
    /// A source is open; its frames follow.
    SourceOpened(OpenedSource),
    /// A source could not be opened. The call can go on without.
    SourceNotOpened(OpenSourceError),
    /// The source was taken away, and there is no other.
    SourceClosed,
    /// The source has failed and gives no more pictures. The call can go on without.
    SourceFailed(SourceError),
}
