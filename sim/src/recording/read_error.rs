//! Why a recording cannot be read.

use roomrtc_core::wire::Truncated;

use super::FORMAT_VERSION;

/// Why a recording, or the rest of one, cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// It does not begin as recordings do.
    #[error("this is not a recording of a call")]
    NotARecording,
    /// It is in a format of another version.
    #[error("the recording has format {found}; this program reads format {FORMAT_VERSION}")]
    Format {
        /// The version it names.
        found: u16,
    },
    /// There is no session in it.
    #[error("there is no call in the recording")]
    NoSession,
    /// It ends within a chunk: the program that wrote it was cut short.
    #[error("the recording breaks off")]
    Truncated,
    /// A chunk is not what was written.
    #[error("the recording is damaged")]
    Damaged,
    /// A chunk is whole but has something in it that was never written.
    #[error("the recording is malformed")]
    Malformed,
}

impl From<Truncated> for ReadError {
    /// Within a chunk that is whole, a field that is cut off is malformed.
    fn from(_: Truncated) -> ReadError {
        ReadError::Malformed
    }
}
