//! Why something cannot be sent.

use crate::codec::h264::PacketizeError;

/// Why a frame or packet was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// The media section has no sender, or its direction does not allow sending.
    #[error("media section {0} does not send")]
    NotSending(usize),
    /// The payload type carries frames, and a packet was given, or the other way round.
    #[error("media section {0} has another payload format")]
    WrongFormat(usize),
    /// The frame cannot be packetized.
    #[error(transparent)]
    Packetize(#[from] PacketizeError),
    /// It is larger than all that may wait.
    #[error("{length} bytes are more than the queue's {most}")]
    TooLarge {
        /// Bytes of the frame.
        length: usize,
        /// The most bytes that may wait.
        most: usize,
    },
}
