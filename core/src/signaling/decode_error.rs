//! Why no message could be read.

use super::{FrameError, MessageError, MessageType};

/// Why received bytes gave no message.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// A frame is broken. Where the next one begins is unknown: close the connection.
    #[error(transparent)]
    Frame(#[from] FrameError),
    /// The body of one frame is broken. The next frame can be read.
    #[error("{error}")]
    Message {
        /// The message's type, where it could be read.
        request: Option<MessageType>,
        /// What is wrong with it.
        error: MessageError,
    },
}
